//! Awards of the Khối committee, made by the acts: a round with a case, a meeting over it, a decision on paper, a
//! person, an own rule and a capacity that wait.
//!
//! Not here: what is asked of them (`rights`).

use acts::Ctx;
use acts::award::own::{self, NewRule};
use acts::capacity::{self, NewCapacity};
use acts::council::{self, NewCouncil};
use acts::decision::{self, Body, NewDecision, NewLine};
use acts::nomination::{self, NewNomination, UnitVote};
use acts::person::{self, NewPerson, PersonDays};
use acts::round::{self, NewRound, RoundForm};
use domain::award::{Covers, Giver, Ground, Trust};
use domain::honoree::HonoreeKind;
use domain::nomination::Attendance;
use domain::unit::UnitId;
use jiff::ToSpan as _;
use jiff::civil::date;

/// The form that the committee confers.
pub const FORM: &str = "dang-giay-khen-cap-tren";

/// Where everything is.
pub struct Made {
    /// The round, a case in it that is sent up, a meeting over another, a decision.
    pub paths: [String; 4],
    /// A person of the register.
    pub person: String,
    /// The person's id.
    pub row: String,
    /// An own rule.
    pub rule: String,
    /// A capacity.
    pub capacity: String,
}

/// Makes everything.
#[expect(clippy::too_many_lines, reason = "one thing after the other")]
pub async fn make(staff: &Ctx, approver: &Ctx, manager: &Ctx, unit: UnitId) -> Made {
    let today = staff.app.today();
    let new = NewRound {
        unit,
        title: "Đợt khen thử".to_owned(),
        opens: today.checked_sub(5.days()).unwrap(),
        closes: today.checked_add(5.days()).unwrap(),
        forms: vec![RoundForm { form: FORM.parse().unwrap(), kind: HonoreeKind::Individual, quota: None }],
    };
    let round = round::open(approver, new).await.unwrap();
    let case = async |name: &str| {
        let new = NewNomination {
            round,
            unit,
            kind: HonoreeKind::Individual,
            name: name.to_owned(),
            detail: String::new(),
            number: 1,
            honoured: None,
            person: None,
            form: FORM.parse().unwrap(),
            ground: Ground::Thematic,
            year: today.year(),
            achievement: "việc thử".to_owned(),
            vote: UnitVote { voters: 9, voted: 9, approved: 9, day: today, minutes: "BB 1".to_owned() },
        };
        let id = nomination::write(staff, new).await.unwrap();
        let asked = nomination::load(staff, id).await.unwrap().required;
        let names = asked.into_iter().map(|(name, _)| name).chain(["Biên bản".to_owned()]);
        for name in names {
            nomination::attach(staff, id, &name, "a.txt", b"a").await.unwrap();
        }
        nomination::propose(staff, id).await.unwrap();
        id
    };
    let (open, before) = (case("Lý Thị Thử").await, case("Vũ Văn Thử").await);
    nomination::vet(approver, before, "").await.unwrap();
    let new = NewCouncil {
        unit,
        title: "Hội đồng thử".to_owned(),
        day: today,
        secret: true,
        members: vec![(approver.account, "Chủ tịch".to_owned(), true, Attendance::Present)],
        cases: vec![before],
    };
    let council = council::convene(approver, new).await.unwrap();
    let made = Made {
        paths: [
            format!("/khen-thuong/dot/{round}"),
            format!("/khen-thuong/{open}"),
            format!("/hoi-dong/{council}"),
            format!("/quyet-dinh/{}", on_paper(staff, unit).await),
        ],
        person: String::new(),
        row: String::new(),
        rule: String::new(),
        capacity: String::new(),
    };
    let new = NewPerson {
        name: "Lý Thị Thử".to_owned(),
        unit,
        days: PersonDays::default(),
        purpose: "khen thưởng".to_owned(),
        keep_until: None,
        invented: true,
    };
    let row = person::add(staff, new).await.unwrap().to_string();
    let rule = own_rule(manager, unit).await;
    let new = NewCapacity {
        unit,
        giver: Giver::ProvinceBoard,
        from: date(2021, 1, 1),
        to: None,
        document: "Quyết định 1".to_owned(),
    };
    let capacity = capacity::declare(manager, new).await.unwrap();
    Made {
        person: format!("/ca-nhan/{row}"),
        row,
        rule: format!("/khen-thuong/quy-dinh/{rule}"),
        capacity: format!("/khen-thuong/tu-cach/{capacity}"),
        ..made
    }
}

async fn own_rule(manager: &Ctx, unit: UnitId) -> String {
    let new = NewRule {
        unit: Some(unit),
        key: "thu.cong-khai".to_owned(),
        title: "Công khai".to_owned(),
        covers: Covers::Form(FORM.parse().unwrap()),
        recipient: None,
        ground: None,
        provision: "opinion 5".to_owned(),
        from: date(2024, 1, 1),
        to: None,
        article: "Điều 1".to_owned(),
        source: "đặt ra để thử".to_owned(),
        trust: Trust::M,
    };
    own::write(manager, new).await.unwrap().to_string()
}

async fn on_paper(staff: &Ctx, unit: UnitId) -> String {
    let line = NewLine {
        kind: HonoreeKind::Individual,
        name: "Lý Thị Thử".to_owned(),
        detail: String::new(),
        number: 1,
        unit: None,
        person: None,
        form: FORM.parse().unwrap(),
        ground: Ground::Thematic,
        year: 2024,
        period: None,
        achievement: "việc thử trước".to_owned(),
        nomination: None,
    };
    let new = NewDecision {
        keeper: unit,
        body: Body::Named("Ban Thường vụ thử".to_owned(), Giver::CommitteeBoard),
        number: "1-THU".to_owned(),
        decided: date(2024, 5, 16),
        place: String::new(),
        title: "khen thưởng".to_owned(),
        basis: String::new(),
        signer: String::new(),
        signer_post: String::new(),
        source: "đặt ra để thử".to_owned(),
        lines: vec![line],
    };
    decision::enter(staff, new).await.unwrap().to_string()
}
