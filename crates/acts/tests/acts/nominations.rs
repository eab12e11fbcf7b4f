//! A case from the vote at its unit to the handing over, and every way around that must be closed.

use crate::cast::{Cast, TODAY, casts, denied, missing, new_account, refused};
use crate::decisions::{approver, paper};
use acts::award::own::{self, NewRule, RuleRefusal};
use acts::council::{self, CouncilRefusal, NewCouncil};
use acts::decision::{self, Body, DecisionRefusal, NewLine};
use acts::nomination::{
    self, Answered, FactKind, Filter, NewNomination, NominationRefusal, UnitVote, Warning,
};
use acts::round::{self, NewRound, RoundForm, RoundRefusal};
use acts::{Ctx, account};
use domain::authority::Right;
use domain::award::{Covers, Giver, Grade, Ground, Trust, Verdict};
use domain::honoree::HonoreeKind;
use domain::id::{NominationId, RoundId};
use domain::nomination::{Answer, Attendance, Stage};
use domain::unit::UnitId;
use jiff::civil::date;

const DEED: &str = "học tập và làm theo Bác";

pub fn call(unit: UnitId, form: &str, kind: HonoreeKind, quota: Option<u32>) -> NewRound {
    NewRound {
        unit,
        title: "Khen thưởng chuyên đề năm 2024".to_owned(),
        opens: date(2024, 5, 1),
        closes: date(2024, 5, 31),
        forms: vec![RoundForm { form: form.parse().unwrap(), kind, quota }],
    }
}

pub fn case(round: RoundId, unit: UnitId, name: &str, form: &str) -> NewNomination {
    NewNomination {
        round,
        unit,
        kind: HonoreeKind::Individual,
        name: name.to_owned(),
        detail: "đảng viên".to_owned(),
        number: 1,
        honoured: None,
        person: None,
        form: form.parse().unwrap(),
        ground: Ground::Thematic,
        year: 2024,
        achievement: DEED.to_owned(),
        vote: UnitVote { voters: 12, voted: 11, approved: 10, day: TODAY, minutes: "BB 03".to_owned() },
    }
}

/// Sends a case up and vets it, with every paper that the rules ask for.
pub async fn vetted(writer: &Ctx, body: &Ctx, id: NominationId) {
    for (name, there) in nomination::load(writer, id).await.unwrap().required {
        assert!(!there);
        nomination::attach(writer, id, &name, "a.pdf", name.as_bytes()).await.unwrap();
    }
    nomination::propose(writer, id).await.unwrap();
    nomination::vet(body, id, "").await.unwrap();
}

/// A rule of the province that asks for a council, written by An and confirmed by another.
async fn with_council(cast: &Cast, by: &Ctx, percent: u8) {
    let new = NewRule {
        unit: Some(cast.province),
        key: "song-tien.hoi-dong".to_owned(),
        title: "Phiếu của Hội đồng".to_owned(),
        covers: Covers::Form("dang-giay-khen".parse().unwrap()),
        recipient: None,
        ground: None,
        provision: format!("council {percent}"),
        from: date(2024, 1, 1),
        to: None,
        article: "Quy định 02-QĐ/TU, Điều 7".to_owned(),
        source: "bản giấy".to_owned(),
        trust: Trust::A,
    };
    let id = own::write(&cast.an, new.clone()).await.unwrap();
    own::confirm(by, id).await.unwrap();
    assert_eq!(refused(own::confirm(by, id).await), RuleRefusal::OwnRule);
    let state = NewRule {
        covers: Covers::Form("bang-khen-tinh".parse().unwrap()),
        provision: "givers grassroots-committee".to_owned(),
        ..new
    };
    assert_eq!(refused(own::write(&cast.an, state).await), RuleRefusal::StateGivers);
}

#[tokio::test]
async fn a_case_goes_from_the_cell_to_the_decision_and_no_way_leads_around() {
    for cast in casts().await {
        let lam = approver(&cast, Some(cast.province), "lam").await;
        with_council(&cast, &lam, 80).await;
        let form = "dang-giay-khen";
        // Only whoever acts for the body opens a round, and only for what the body may confer.
        denied(round::open(&cast.an, call(cast.east, form, HonoreeKind::Individual, None)).await);
        let high = round::open(&cast.giang, call(cast.east, "dang-bang-khen", HonoreeKind::Individual, None));
        assert!(matches!(refused(high.await), RoundRefusal::NotEntitled(_)));
        let opened = round::open(&cast.giang, call(cast.east, form, HonoreeKind::Individual, Some(1)));
        let opened = opened.await.unwrap();
        let cell = cast.east_cells[0];
        missing(nomination::write(&cast.chi, case(opened, cell, "Lý Thị Mẫu", form)).await);
        denied(nomination::write(&cast.giang, case(opened, cell, "Lý Thị Mẫu", form)).await);
        let far = nomination::write(&cast.chi, case(opened, cast.west, "Lý Thị Mẫu", form)).await;
        assert_eq!(refused(far), NominationRefusal::NotBelow);
        let id = nomination::write(&cast.binh, case(opened, cell, "Lý Thị Mẫu", form)).await.unwrap();
        let second = nomination::write(&cast.binh, case(opened, cell, "Vũ Văn Mẫu", form)).await.unwrap();
        missing(nomination::load(&cast.chi, id).await.map(|_| ()));

        // Vetting stands on the dossier; giving back says why.
        nomination::propose(&cast.binh, id).await.unwrap();
        denied(nomination::vet(&cast.binh, id, "").await);
        denied(nomination::vet(&cast.an, id, "").await);
        let blank = nomination::give_back(&cast.giang, id, " ").await;
        assert_eq!(refused(blank), NominationRefusal::ReasonMissing);
        nomination::give_back(&cast.giang, id, "thiếu biên bản").await.unwrap();
        let view = nomination::load(&cast.binh, id).await.unwrap();
        assert_eq!((view.case.stage, view.steps[1].reason.as_str()), (Stage::Returned, "thiếu biên bản"));
        vetted(&cast.binh, &cast.giang, id).await;
        nomination::propose(&cast.binh, second).await.unwrap();
        let full = nomination::vet(&cast.giang, second, "").await;
        let quota = NominationRefusal::QuotaFull { quota: 1 };
        assert!(matches!(refused(full), found if found == quota
            || matches!(found, NominationRefusal::PapersMissing(_))));

        // Another body has ten working days: 15/5/2024 is a Wednesday, the tenth is the 29th.
        let asked = nomination::consult(&cast.giang, id, "Cơ quan thuế", 10).await.unwrap();
        let asked_view = nomination::load(&cast.giang, id).await.unwrap();
        assert_eq!(asked_view.consultations[0].due, date(2024, 5, 29));
        assert!(
            asked_view.warnings.iter().any(|one| matches!(one, Warning::Unanswered { overdue: false, .. }))
        );
        let meeting = |members, cases| NewCouncil {
            unit: cast.east,
            title: "Hội đồng Thi đua - Khen thưởng".to_owned(),
            day: TODAY,
            secret: true,
            members,
            cases,
        };
        let five = members(&cast).await;
        let early = council::convene(&cast.giang, meeting(five.clone(), vec![id])).await;
        assert_eq!(refused(early), CouncilRefusal::Waits(id));
        let words = Answered { day: TODAY, agrees: true, words: "CV 45".to_owned() };
        nomination::answer(&cast.giang, asked, words).await.unwrap();

        // The council voted nothing yet: no decision, neither through the case nor around it.
        let new = || paper(cast.east, Body::Unit(cast.east, Giver::GrassrootsCommittee), Vec::new());
        let around = nomination::decide(&cast.giang, new(), &[id]).await;
        assert_eq!(refused(around), NominationRefusal::CannotFollow(Stage::Vetted));
        for nomination in [None, Some(id)] {
            let mut forged = new();
            forged.lines = vec![line_of(&view.case, nomination)];
            let ended = decision::issue(&cast.giang, forged).await;
            assert!(matches!(refused(ended), DecisionRefusal::CouncilMissing { line: 1, .. }));
        }
        denied(council::convene(&cast.an, meeting(five.clone(), vec![id])).await);
        let held = council::convene(&cast.giang, meeting(five.clone(), vec![id])).await.unwrap();
        votes(&cast, held, id, &five).await;

        // Carried: still only the body, only for what it may, and once.
        denied(nomination::decide(&cast.an, new(), &[id]).await);
        let made = nomination::decide(&cast.giang, new(), &[id]).await.unwrap();
        let view = nomination::load(&cast.binh, id).await.unwrap();
        assert_eq!(view.case.stage, Stage::Decided);
        let decided = decision::load(&cast.binh, made).await.unwrap();
        assert_eq!(decided.lines[0].line.nomination, Some(id));
        let mut again = new();
        again.number = "14-QĐ/ĐU".to_owned();
        let twice = nomination::decide(&cast.giang, again, &[id]).await;
        assert_eq!(refused(twice), NominationRefusal::CannotFollow(Stage::Decided));
        let (rows, counts, all) =
            nomination::list(&cast.dung, cast.province, &Filter { most: 50, ..Filter::default() })
                .await
                .unwrap();
        assert_eq!((rows.len(), all), (2, 2));
        assert!(counts.contains(&(Stage::Decided, 1)));
    }
}

fn line_of(case: &nomination::Nomination, nomination: Option<NominationId>) -> NewLine {
    NewLine {
        kind: case.kind,
        name: case.name.clone(),
        detail: case.detail.clone(),
        number: 1,
        unit: None,
        person: None,
        form: case.form.clone(),
        ground: case.ground,
        year: case.year,
        period: None,
        achievement: case.achievement.clone(),
        nomination,
    }
}

type Members = Vec<(domain::id::AccountId, String, bool, Attendance)>;

/// Five members: Giang in the chair, Hà, Dung, one who writes, and one whose own cell proposes.
async fn members(cast: &Cast) -> Members {
    let mut found = vec![
        (cast.giang.account, "Chủ tịch".to_owned(), true, Attendance::Present),
        (cast.ha.account, "Ủy viên".to_owned(), false, Attendance::Present),
        (cast.dung.account, "Ủy viên".to_owned(), false, Attendance::Present),
    ];
    for (login, unit, attendance) in
        [("oanh", cast.province, Attendance::Written), ("phuc", cast.east_cells[0], Attendance::Present)]
    {
        let new = new_account(login, "Đinh Văn Phúc", Right::View, Some(unit));
        found.push((account::create(&cast.an, new).await.unwrap(), "Ủy viên".to_owned(), false, attendance));
    }
    found
}

/// Four of five must agree: one member has to step back, so that all the others are needed.
async fn votes(cast: &Cast, held: domain::id::CouncilId, id: NominationId, five: &Members) {
    let as_member = |place: usize| Ctx::new(&cast.app, five[place].0, "test");
    missing(council::vote(&cast.binh, held, id, Answer::Agree).await);
    let conflict = council::vote(&as_member(4), held, id, Answer::Agree).await;
    assert!(matches!(refused(conflict), CouncilRefusal::SteppedBack { .. }));
    let seen = council::load(&as_member(4), held).await.unwrap();
    assert!(seen.items[0].conflict.is_some());
    assert_eq!(refused(council::vote(&as_member(3), held, id, Answer::Agree).await), CouncilRefusal::Absent);
    let written = (five[3].0, id);
    denied(council::vote_in_writing(&cast.dung, held, written, Answer::Agree, "phiếu 1").await);
    council::vote_in_writing(&cast.giang, held, written, Answer::Agree, "phiếu 1").await.unwrap();
    council::vote(&cast.giang, held, id, Answer::Agree).await.unwrap();
    council::vote(&cast.ha, held, id, Answer::Blank).await.unwrap();
    council::vote(&cast.ha, held, id, Answer::Agree).await.unwrap();
    council::vote(&cast.dung, held, id, Answer::Agree).await.unwrap();
    let open = council::load(&cast.giang, held).await.unwrap();
    assert_eq!((open.items[0].voices, open.items[0].mine), (4, Some(Answer::Agree)));
    assert!(open.items[0].named.is_empty() && open.items[0].counted.is_none());
    assert_eq!(refused(council::close(&cast.ha, held).await), CouncilRefusal::NotChair);
    assert_eq!(refused(council::close(&cast.an, held).await), CouncilRefusal::NotChair);
    council::close(&cast.giang, held).await.unwrap();
    let closed = council::load(&cast.giang, held).await.unwrap();
    let counted = closed.items[0].counted.unwrap();
    assert_eq!((counted.agree, counted.need, counted.percent), (4, 4, Some(80)));
    assert!(closed.items[0].named.is_empty() && closed.items[0].mine.is_none(), "secret stays secret");
    assert_eq!(refused(council::vote(&cast.ha, held, id, Answer::Blank).await), CouncilRefusal::Closed);
}

#[tokio::test]
async fn one_voice_short_of_all_members_fails_and_too_few_do_not_count() {
    for cast in casts().await {
        let lam = approver(&cast, Some(cast.province), "lam").await;
        with_council(&cast, &lam, 80).await;
        let form = "dang-giay-khen";
        let opened =
            round::open(&cast.giang, call(cast.east, form, HonoreeKind::Individual, None)).await.unwrap();
        let new = case(opened, cast.east_cells[1], "Lý Thị Mẫu", form);
        let id = nomination::write(&cast.binh, new).await.unwrap();
        vetted(&cast.binh, &cast.giang, id).await;
        let five = members(&cast).await;
        let new = NewCouncil {
            unit: cast.east,
            title: "Hội đồng".to_owned(),
            day: TODAY,
            secret: false,
            members: five.clone(),
            cases: vec![id],
        };
        let held = council::convene(&cast.giang, new).await.unwrap();
        for member in [1, 2, 4] {
            council::attend(&cast.giang, held, five[member].0, Attendance::Absent).await.unwrap();
        }
        council::vote(&cast.giang, held, id, Answer::Agree).await.unwrap();
        assert!(matches!(refused(council::close(&cast.giang, held).await), CouncilRefusal::NoQuorum { .. }));
        for member in [1, 2, 4] {
            council::attend(&cast.giang, held, five[member].0, Attendance::Present).await.unwrap();
            let ctx = Ctx::new(&cast.app, five[member].0, "test");
            let answer = if member == 4 { Answer::Disagree } else { Answer::Agree };
            council::vote(&ctx, held, id, answer).await.unwrap();
        }
        council::recuse(&cast.dung, held, id, "người nhà").await.unwrap();
        council::close(&cast.giang, held).await.unwrap();
        let closed = council::load(&cast.giang, held).await.unwrap();
        let counted = closed.items[0].counted.unwrap();
        assert_eq!((counted.agree, counted.disagree, counted.need), (2, 1, 4));
        assert_eq!(closed.items[0].named.len(), 3);
        assert_eq!(nomination::load(&cast.binh, id).await.unwrap().case.stage, Stage::Failed);
    }
}

#[tokio::test]
async fn an_eligibility_explains_from_the_register_and_warns_of_the_same_deed() {
    for cast in casts().await {
        let form = "dang-giay-khen";
        let opened =
            round::open(&cast.giang, call(cast.east, form, HonoreeKind::Individual, None)).await.unwrap();
        let person = acts::person::NewPerson {
            name: "Lý Thị Mẫu".to_owned(),
            unit: cast.east,
            days: acts::person::PersonDays::default(),
            purpose: "khen thưởng".to_owned(),
            keep_until: None,
            invented: true,
        };
        let person = acts::person::add(&cast.binh, person).await.unwrap();
        let write = async |name: &str, ground| {
            let mut new = case(opened, cast.east, name, form);
            (new.person, new.ground) = (Some(person), ground);
            nomination::write(&cast.binh, new).await.unwrap()
        };
        let id = write("Lý Thị Mậu", Ground::Merit).await;
        let before = nomination::load(&cast.binh, id).await.unwrap();
        assert!(before.warnings.contains(&Warning::NameDiffers { register: "Lý Thị Mẫu".to_owned() }));
        let lacking = |view: &nomination::NominationView| {
            view.findings.iter().filter(|one| matches!(one.verdict, Verdict::Missing(_))).count()
        };
        assert!(lacking(&before) > 0, "no grade is on record");
        assert!(before.findings.iter().all(|finding| !finding.article.is_empty()));
        nomination::note(&cast.binh, id, 2024, FactKind::Grade(Grade::Excellent), "QĐ 7").await.unwrap();
        let after = nomination::load(&cast.binh, id).await.unwrap();
        assert!(lacking(&after) < lacking(&before));
        assert!(after.findings.iter().any(|one| one.evidence.iter().any(|where_| where_.0 == "QĐ 7")));

        let first = write("Lý Thị Mẫu", Ground::Thematic).await;
        vetted(&cast.binh, &cast.giang, first).await;
        let new = paper(cast.east, Body::Unit(cast.east, Giver::GrassrootsCommittee), Vec::new());
        nomination::decide(&cast.giang, new, &[first]).await.unwrap();
        let second = write("Lý Thị Mẫu", Ground::Thematic).await;
        let view = nomination::load(&cast.binh, second).await.unwrap();
        assert!(view.warnings.iter().any(|one| matches!(one, Warning::SameDeed { .. })));
        assert!(view.warnings.iter().any(|one| matches!(one, Warning::TwoLevels { .. })));
    }
}

#[tokio::test]
async fn a_case_is_passed_on_for_a_higher_form_and_only_upwards() {
    for cast in casts().await {
        let lam = approver(&cast, Some(cast.province), "lam").await;
        let low = call(cast.east, "dang-giay-khen", HonoreeKind::Individual, None);
        let low = round::open(&cast.giang, low).await.unwrap();
        let high = call(cast.province, "dang-giay-khen-cap-tren", HonoreeKind::Individual, None);
        let high = round::open(&lam, high).await.unwrap();
        let id = nomination::write(&cast.binh, case(low, cast.east, "Lý Thị Mẫu", "dang-giay-khen"));
        let id = id.await.unwrap();
        vetted(&cast.binh, &cast.giang, id).await;
        let higher = || "dang-giay-khen-cap-tren".parse().unwrap();
        let same = nomination::escalate(&cast.giang, id, low, higher(), "tiêu biểu").await;
        assert_eq!(refused(same), NominationRefusal::NotHigher);
        let raised = nomination::escalate(&cast.giang, id, high, higher(), "tiêu biểu").await.unwrap();
        let view = nomination::load(&lam, raised).await.unwrap();
        assert_eq!((view.case.stage, view.case.raised_from), (Stage::Proposed, Some(id)));
        assert_eq!(nomination::load(&lam, id).await.unwrap().case.stage, Stage::Escalated);
        // The body above is beyond reach of those below.
        missing(nomination::vet(&cast.giang, raised, "").await);
        nomination::vet(&lam, raised, "").await.unwrap();
        // A notice runs in working days, over the weekend.
        let notice = nomination::post_notice(&lam, raised, 5, "Cổng thông tin").await.unwrap();
        assert_eq!((notice.from, notice.until), (TODAY, date(2024, 5, 22)));
    }
}
