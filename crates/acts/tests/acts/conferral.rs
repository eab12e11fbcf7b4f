//! Nobody confers what they may not: every act that writes something of an award, tried by everybody who lacks the right
//! to it, the administrator first; and a body tries every form that is not its own.
//!
//! Not here: the addresses (room `thidua`), what those with the right are refused (`decisions`, `nominations`).

use crate::cast::{Cast, TODAY, casts, new_account, refused};
use crate::decisions::{line, paper};
use crate::nominations::{call, case, vetted};
use acts::award::own::{self, NewRule};
use acts::capacity::{self, NewCapacity};
use acts::ceremony::{self, NewCeremony, NewHandover};
use acts::council::{self, NewCouncil};
use acts::decision::{self, Body, DecisionRefusal, NewChange};
use acts::nomination::{self, Answered, FactKind};
use acts::person::{self, NewPerson, PersonDays};
use acts::round::{self, RoundForm, RoundRefusal};
use acts::{ActError, Ctx, account, badge, certificate, key};
use domain::authority::Right;
use domain::award::badge::Word;
use domain::award::{Covers, Giver, Grade, Trust};
use domain::certificate::Replacing;
use domain::decision::Change;
use domain::honoree::HonoreeKind;
use domain::id::{
    CapacityId, CertificateId, CouncilId, DecisionId, HonoreeId, NominationId, PersonId, RoundId, StepId,
};
use domain::nomination::{Answer, Attendance};
use domain::person::Post;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::Path;

const FORM: &str = "dang-giay-khen";

/// What it takes to do an act at the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// A right over the unit.
    Duty(Right),
    /// A seat in the meeting.
    Seat,
}

use Takes::{Duty, Seat};

/// How an act ended.
#[derive(Debug)]
enum Ended {
    Done,
    Closed,
    Refused(String),
}

type Tried = (&'static str, Ended);

fn tried<T, R: Debug>(name: &'static str, ended: Result<T, ActError<R>>) -> Tried {
    let ended = match ended {
        Ok(_) => Ended::Done,
        Err(ActError::Denied(_) | ActError::Missing) => Ended::Closed,
        Err(ActError::Refused(why)) => Ended::Refused(format!("{why:?}")),
        Err(ActError::Fault(fault)) => panic!("{name}: {fault}"),
    };
    (name, ended)
}

/// Somebody at work with what they may do at the unit: the acts that this allows are not tried.
struct Hand<'a> {
    ctx: &'a Ctx,
    has: Option<Right>,
    seated: bool,
    tried: Vec<Tried>,
}

impl Hand<'_> {
    fn may(&self, takes: Takes) -> bool {
        match takes {
            Duty(right) => self.has == Some(right),
            Seat => self.seated,
        }
    }
}

macro_rules! attempt {
    ($hand:ident, $takes:expr, $name:literal, $act:expr) => {
        if !$hand.may($takes) {
            let ended = $act.await;
            $hand.tried.push(tried($name, ended));
        }
    };
}

/// Acts that hand something out and write no more than that they did, and those that look.
const LOOKS: [&str; 3] = ["decision::signed_file", "nomination::paper", "person::view"];

/// Everything of the east committee that an act can be tried on.
struct Ground {
    round: RoundId,
    draft: NominationId,
    proposed: NominationId,
    vetted: NominationId,
    asked: StepId,
    voting: NominationId,
    council: CouncilId,
    decision: DecisionId,
    line: HonoreeId,
    sheet: CertificateId,
    persons: [PersonId; 2],
    rule: StepId,
    capacity: CapacityId,
}

fn person(cast: &Cast) -> NewPerson {
    NewPerson {
        name: "Lý Thị Mẫu".to_owned(),
        unit: cast.east,
        days: PersonDays { admission_decided: Some(date(1984, 5, 1)), ..PersonDays::default() },
        purpose: "khen thưởng".to_owned(),
        keep_until: None,
        invented: true,
    }
}

fn rule(cast: &Cast) -> NewRule {
    NewRule {
        unit: Some(cast.east),
        key: "thu.hoi-dong".to_owned(),
        title: "Phiếu".to_owned(),
        covers: Covers::Form(FORM.parse().unwrap()),
        recipient: None,
        ground: None,
        provision: "opinion 5".to_owned(),
        from: date(2024, 1, 1),
        to: None,
        article: "Điều 1".to_owned(),
        source: "bản giấy".to_owned(),
        trust: Trust::A,
    }
}

fn office(cast: &Cast) -> NewCapacity {
    NewCapacity {
        unit: cast.east,
        giver: Giver::GrassrootsCommittee,
        from: date(2021, 1, 1),
        to: None,
        document: "Quyết định 01".to_owned(),
    }
}

fn meeting(cast: &Cast, case: NominationId) -> NewCouncil {
    NewCouncil {
        unit: cast.east,
        title: "Hội đồng".to_owned(),
        day: TODAY,
        secret: true,
        members: vec![(cast.giang.account, "Chủ tịch".to_owned(), true, Attendance::Present)],
        cases: vec![case],
    }
}

impl Ground {
    async fn made(cast: &Cast) -> Self {
        let round = call(cast.east, FORM, HonoreeKind::Individual, None);
        let round = round::open(&cast.giang, round).await.unwrap();
        let write = async |name: &str| {
            nomination::write(&cast.binh, case(round, cast.east_cells[0], name, FORM)).await.unwrap()
        };
        let [draft, proposed, done, voting] =
            [write("Một").await, write("Hai").await, write("Ba").await, write("Bốn").await];
        nomination::propose(&cast.binh, proposed).await.unwrap();
        let asked = nomination::consult(&cast.giang, proposed, "Cơ quan thuế", 10).await.unwrap();
        vetted(&cast.binh, &cast.giang, done).await;
        vetted(&cast.binh, &cast.giang, voting).await;
        let council = council::convene(&cast.giang, meeting(cast, voting)).await.unwrap();
        let lines = vec![line(HonoreeKind::Individual, "Lý Ba", FORM)];
        let new = paper(cast.east, Body::Unit(cast.east, Giver::GrassrootsCommittee), lines);
        let decision = decision::issue(&cast.giang, new).await.unwrap();
        certificate::issue(&cast.binh, decision).await.unwrap();
        let view = decision::load(&cast.binh, decision).await.unwrap();
        let sheets = certificate::load(&cast.binh, decision).await.unwrap().sheets;
        Self {
            round,
            draft,
            proposed,
            vetted: done,
            asked,
            voting,
            council,
            decision,
            line: view.lines[0].line.id,
            sheet: sheets[0].row.id,
            persons: [
                person::add(&cast.binh, person(cast)).await.unwrap(),
                person::add(&cast.binh, person(cast)).await.unwrap(),
            ],
            rule: own::write(&cast.ha, rule(cast)).await.unwrap(),
            capacity: capacity::declare(&cast.ha, office(cast)).await.unwrap(),
        }
    }

    /// Tries what leads to a decision.
    async fn try_cases(&self, hand: &mut Hand<'_>, cast: &Cast) {
        let ctx = hand.ctx;
        let (enter, approve) = (Duty(Right::Enter), Duty(Right::Approve));
        let (called, written) = (
            call(cast.east, FORM, HonoreeKind::Individual, None),
            case(self.round, cast.east_cells[0], "Năm", FORM),
        );
        let grade = FactKind::Grade(Grade::Well);
        let words = Answered { day: TODAY, agrees: true, words: "CV 1".to_owned() };
        let new = paper(cast.east, Body::Unit(cast.east, Giver::GrassrootsCommittee), Vec::new());
        let higher = FORM.parse().unwrap();
        let seat = (self.council, self.voting);
        let (council, voter) = (self.council, (cast.giang.account, self.voting));
        let absent = Attendance::Absent;
        attempt!(hand, approve, "round::open", round::open(ctx, called));
        attempt!(hand, enter, "nomination::write", nomination::write(ctx, written));
        attempt!(hand, enter, "nomination::attach", nomination::attach(ctx, self.draft, "x", "x", b"x"));
        attempt!(hand, enter, "nomination::note", nomination::note(ctx, self.draft, 2024, grade, "x"));
        attempt!(hand, enter, "nomination::propose", nomination::propose(ctx, self.draft));
        attempt!(hand, enter, "nomination::withdraw", nomination::withdraw(ctx, self.draft, "x"));
        attempt!(hand, approve, "nomination::give_back", nomination::give_back(ctx, self.proposed, "x"));
        attempt!(hand, approve, "nomination::vet", nomination::vet(ctx, self.proposed, ""));
        attempt!(hand, approve, "nomination::consult", nomination::consult(ctx, self.vetted, "x", 5));
        attempt!(hand, approve, "nomination::answer", nomination::answer(ctx, self.asked, words));
        attempt!(hand, approve, "nomination::post_notice", nomination::post_notice(ctx, self.vetted, 5, "x"));
        attempt!(
            hand,
            approve,
            "nomination::escalate",
            nomination::escalate(ctx, self.vetted, self.round, higher, "x")
        );
        attempt!(hand, approve, "nomination::decide", nomination::decide(ctx, new, &[self.vetted]));
        attempt!(hand, approve, "council::convene", council::convene(ctx, meeting(cast, self.vetted)));
        attempt!(hand, Seat, "council::vote", council::vote(ctx, seat.0, seat.1, Answer::Agree));
        attempt!(hand, Seat, "council::recuse", council::recuse(ctx, seat.0, seat.1, "x"));
        attempt!(hand, Seat, "council::close", council::close(ctx, council));
        attempt!(
            hand,
            approve,
            "council::vote_in_writing",
            council::vote_in_writing(ctx, council, voter, Answer::Agree, "x")
        );
        attempt!(hand, approve, "council::attend", council::attend(ctx, council, voter.0, absent));
    }

    /// Tries what makes, changes and carries a decision.
    async fn try_decisions(&self, hand: &mut Hand<'_>, cast: &Cast) {
        let ctx = hand.ctx;
        let (enter, approve, manage) = (Duty(Right::Enter), Duty(Right::Approve), Duty(Right::Manage));
        let mut new = paper(
            cast.east,
            Body::Unit(cast.east, Giver::GrassrootsCommittee),
            vec![line(HonoreeKind::Individual, "Lý Tư", FORM)],
        );
        "98".clone_into(&mut new.number);
        let change = NewChange {
            decision: self.decision,
            honoree: Some(self.line),
            change: Change::Annulled,
            day: TODAY,
            number: "99".to_owned(),
            reason: "x".to_owned(),
            name: String::new(),
        };
        let held = NewCeremony {
            keeper: cast.east,
            day: TODAY,
            part: String::new(),
            place: String::new(),
            organiser_unit: None,
            organiser: "Đảng ủy".to_owned(),
            occasion: "hội nghị".to_owned(),
            handovers: vec![NewHandover {
                honoree: self.line,
                handed_by: "x".to_owned(),
                received_by: String::new(),
            }],
        };
        let [one, other] = self.persons;
        let post = Post {
            title: "Bí thư".to_owned(),
            unit: cast.east,
            from: date(2020, 1, 1),
            to: date(2025, 1, 1),
        };
        let round = date(2024, 5, 19);
        attempt!(hand, approve, "decision::issue", decision::issue(ctx, new.clone()));
        attempt!(hand, enter, "decision::enter", decision::enter(ctx, new));
        attempt!(hand, approve, "decision::change", decision::change(ctx, change));
        attempt!(
            hand,
            enter,
            "decision::take_back",
            decision::take_back(ctx, self.decision, "x", b"%PDF-1.7")
        );
        attempt!(hand, enter, "ceremony::hold", ceremony::hold(ctx, held));
        attempt!(hand, enter, "certificate::issue", certificate::issue(ctx, self.decision));
        attempt!(hand, approve, "certificate::prove", certificate::prove(ctx, self.decision));
        attempt!(hand, enter, "certificate::print", certificate::print(ctx, self.decision, None, "x"));
        attempt!(
            hand,
            approve,
            "certificate::replace",
            certificate::replace(ctx, self.sheet, Replacing::Lost, "x")
        );
        attempt!(hand, enter, "certificate::measure", certificate::measure(ctx, cast.east, "HP", 1, 1));
        attempt!(hand, enter, "badge::say", badge::say(ctx, one, round, Word::Confirmed, ""));
        attempt!(hand, enter, "person::add", person::add(ctx, person(cast)));
        attempt!(hand, enter, "person::change", person::change(ctx, one, person(cast)));
        attempt!(hand, enter, "person::add_post", person::add_post(ctx, one, post));
        attempt!(hand, enter, "person::merge", person::merge(ctx, one, other, "x"));
        attempt!(hand, enter, "person::unmerge", person::unmerge(ctx, other));
        attempt!(hand, manage, "own::write", own::write(ctx, rule(cast)));
        attempt!(hand, approve, "own::confirm", own::confirm(ctx, self.rule));
        attempt!(hand, manage, "own::withdraw", own::withdraw(ctx, self.rule, TODAY, "x"));
        attempt!(hand, manage, "capacity::declare", capacity::declare(ctx, office(cast)));
        attempt!(hand, approve, "capacity::confirm", capacity::confirm(ctx, self.capacity));
        attempt!(hand, manage, "key::open", key::open(ctx, cast.east, ""));
        attempt!(hand, manage, "key::close", key::close(ctx, cast.east, "x"));
    }
}

#[tokio::test]
async fn nobody_without_the_right_writes_anything_of_an_award() {
    for cast in casts().await {
        let ground = Ground::made(&cast).await;
        let west = new_account("sau", "Mai Văn Sáu", Right::Approve, Some(cast.west));
        let west = Ctx::new(&cast.app, account::create(&cast.an, west).await.unwrap(), "test");
        let before = cast.lines().await;
        let mut acts = BTreeSet::new();
        // Who, and the one right they have over the east committee.
        for (who, ctx, has) in [
            ("the administrator", &cast.an, Some(Right::Manage)),
            ("the manager of the committee", &cast.ha, Some(Right::Manage)),
            ("a viewer", &cast.dung, Some(Right::View)),
            ("a clerk", &cast.binh, Some(Right::Enter)),
            ("an approver", &cast.giang, Some(Right::Approve)),
            ("the neighbour's clerk", &cast.chi, None),
            ("the neighbour's approver", &west, None),
            ("whose duty ended", &cast.khanh, None),
        ] {
            let seated = ctx.account == cast.giang.account;
            let mut hand = Hand { ctx, has, seated, tried: Vec::new() };
            ground.try_cases(&mut hand, &cast).await;
            ground.try_decisions(&mut hand, &cast).await;
            for (name, ended) in hand.tried {
                let closed = match &ended {
                    Ended::Closed => true,
                    Ended::Done => false,
                    Ended::Refused(why) => name == "council::close" && why == "NotChair",
                };
                assert!(closed, "{who}: {name} {ended:?}");
                acts.insert(name);
            }
        }
        assert_eq!(cast.lines().await, before, "nothing was written");
        assert_eq!(acts.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), written());
    }
}

/// The acts of this room that write something of an award, by their sources: what opens a writing transaction in a file
/// that names the rows of awards.
fn written() -> BTreeSet<String> {
    const ROWS: [&str; 9] =
        ["badge", "ceremony", "certificate", "council", "decision", "honoree", "key", "nomination", "round"];
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let rows = ROWS.iter().any(|row| text.contains(&format!("store::{row}::")));
            let persons = text.contains("store::person::");
            if !rows && !persons {
                continue;
            }
            let relative = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().with_extension("");
            let mut room: Vec<_> = relative.iter().skip(1).map(|part| part.to_str().unwrap()).collect();
            // `nomination/flow` is told as `nomination`, `award/own` under its own name.
            room.truncate(if room[0] == "award" { 2 } else { 1 });
            let room = room.last().unwrap().to_string();
            for part in text.split("\npub async fn ").skip(1) {
                let act = part.split("\n}\n").next().unwrap();
                if act.contains("ctx.write()") || act.contains("own_step(") {
                    found.insert(format!("{room}::{}", act.split(['(', '<']).next().unwrap()));
                }
            }
        }
    }
    for look in LOOKS {
        assert!(found.remove(look), "{look} is no act any more");
    }
    found
}

#[tokio::test]
async fn a_body_opens_no_round_and_issues_nothing_for_a_form_that_is_not_its_own() {
    for cast in casts().await {
        let book = acts::award::book(&cast.an).unwrap();
        let everywhere = new_account("lam", "Ngô Văn Lam", Right::Approve, None);
        let everywhere = account::create(&cast.an, everywhere).await.unwrap();
        let everywhere = Ctx::new(&cast.app, everywhere, "test");
        let mut own = BTreeSet::new();
        for form in book.forms_on(TODAY) {
            for kind in form.recipients.iter().map(|recipient| HonoreeKind::of(*recipient)) {
                let mut new = call(cast.east, FORM, kind, None);
                new.forms = vec![RoundForm { form: form.code.clone(), kind, quota: None }];
                let opened = round::open(&everywhere, new).await;
                let lines = vec![line(kind, "Mẫu", form.code.as_str())];
                let mut new = paper(cast.east, Body::Unit(cast.east, Giver::GrassrootsCommittee), lines);
                new.number = format!("{} {}", form.code, kind.code());
                let issued = decision::issue(&everywhere, new).await;
                if opened.is_ok() || issued.is_ok() {
                    assert!(opened.is_ok() && issued.is_ok(), "{opened:?} {issued:?}");
                    own.insert(form.code.as_str().to_owned());
                    continue;
                }
                assert_eq!(refused(opened), RoundRefusal::NotEntitled(form.code.clone()));
                let why = refused(issued);
                assert!(matches!(why, DecisionRefusal::Authority { line: 1, .. }), "{why:?}");
            }
        }
        assert_eq!(own.iter().map(String::as_str).collect::<Vec<_>>(), ["dang-bieu-duong", FORM]);
    }
}
