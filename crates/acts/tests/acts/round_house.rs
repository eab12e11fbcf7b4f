//! An installation on the days of an article, and a round in it from the opening to the hand-over, step by step by the
//! public acts.
//!
//! Not here: the articles (`rounds`).

use crate::cast::{denied, installation_on, new_account, new_unit, refused};
use crate::decisions::paper;
use acts::award::own::{self, NewRule};
use acts::capacity::{self, NewCapacity};
use acts::ceremony::{self, NewCeremony, NewHandover};
use acts::council::{self, NewCouncil};
use acts::decision::{self, Body, NewDecision};
use acts::nomination::{self, NewNomination, NominationRefusal, UnitVote};
use acts::register::{self, Query, Summed};
use acts::round::{self, NewRound, RoundForm};
use acts::unit::NewUnit;
use acts::{Ctx, account};
use domain::authority::Right;
use domain::award::{Covers, Giver, Ground, Trust};
use domain::honoree::{Headcount, HonoreeKind};
use domain::id::{DecisionId, NominationId, RoundId};
use domain::nomination::{Answer, Attendance};
use domain::unit::{UnitId, UnitKind};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::testing::{TestDb, embedded, postgres};

const DEED: &str = "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";
const SINCE: Date = date(2015, 1, 1);

/// An installation that begins thirty days before an article's day.
pub struct House {
    /// Keeps the database alive.
    _db: TestDb,
    pub hand: Arc<AtomicI64>,
    /// Manages everything and confers nothing.
    pub manager: Ctx,
    /// Writes for every unit.
    pub clerk: Ctx,
    /// Acts for every body.
    pub approver: Ctx,
    /// Sees everything.
    pub leader: Ctx,
}

pub async fn houses(day: Date) -> Vec<House> {
    let mut found = Vec::new();
    for db in [Some(embedded().await.unwrap()), postgres().await.unwrap()].into_iter().flatten() {
        let (app, hand, manager) = installation_on(&db, day.checked_sub(30.days()).unwrap()).await;
        let mut made = Vec::new();
        for (login, name, right) in [
            ("yen", "Lưu Hải Yến", Right::Enter),
            ("lam", "Ngô Văn Lam", Right::Approve),
            ("minh", "Tạ Văn Minh", Right::View),
        ] {
            let mut new = new_account(login, name, right, None);
            new.duty.from = SINCE;
            made.push(Ctx::new(&app, account::create(&manager, new).await.unwrap(), "test"));
        }
        let [clerk, approver, leader] = made.try_into().ok().unwrap();
        found.push(House { _db: db, hand, manager, clerk, approver, leader });
    }
    found
}

impl House {
    pub fn today(&self) -> Date {
        self.manager.app.today()
    }

    /// Lets days pass until one comes.
    pub fn wait_until(&self, day: Date) {
        let days = i64::from((day - self.today()).get_days());
        self.hand.fetch_add(days * 24 * 60 * 60_000, Ordering::SeqCst);
        assert_eq!(self.today(), day);
    }

    pub async fn unit(&self, name: &str, kind: UnitKind, parent: Option<UnitId>) -> UnitId {
        let new = NewUnit { from: SINCE, ..new_unit(name, kind, parent) };
        acts::unit::create(&self.manager, new).await.unwrap()
    }

    /// A capacity that a body's kind does not tell: declared by one person, confirmed by another.
    pub async fn acts_as(&self, unit: UnitId, giver: Giver) {
        let new =
            NewCapacity { unit, giver, from: SINCE, to: None, document: "Quyết định 01".to_owned() };
        let id = capacity::declare(&self.manager, new).await.unwrap();
        capacity::confirm(&self.approver, id).await.unwrap();
    }

    /// A rule of the house's own: written by one person, confirmed by another.
    pub async fn rule(&self, unit: UnitId, form: &str, provision: &str) {
        let new = NewRule {
            unit: Some(unit),
            key: format!("rieng.{form}"),
            title: "Quy định riêng".to_owned(),
            covers: Covers::Form(form.parse().unwrap()),
            recipient: None,
            ground: None,
            provision: provision.to_owned(),
            from: SINCE,
            to: None,
            article: "Quy định 02-QĐ/TU, Điều 7".to_owned(),
            source: "bản giấy".to_owned(),
            trust: Trust::A,
        };
        let id = own::write(&self.manager, new).await.unwrap();
        own::confirm(&self.approver, id).await.unwrap();
    }

    /// Opens a round from today until twenty days on. An administrator opens none.
    pub async fn call(&self, unit: UnitId, wanted: &[Wanted<'_>]) -> RoundId {
        let new = NewRound {
            unit,
            title: "Khen thưởng học tập và làm theo Bác".to_owned(),
            opens: self.today(),
            closes: self.today().checked_add(20.days()).unwrap(),
            forms: wanted
                .iter()
                .map(|one| RoundForm { form: one.2.parse().unwrap(), kind: one.0, quota: Some(one.1) })
                .collect(),
        };
        denied(round::open(&self.manager, new.clone()).await);
        round::open(&self.approver, new).await.unwrap()
    }

    /// A case of a unit, with its vote.
    pub fn case(&self, round: RoundId, from: UnitId, wanted: Wanted<'_>, name: &str) -> NewNomination {
        NewNomination {
            round,
            unit: from,
            kind: wanted.0,
            name: name.to_owned(),
            detail: String::new(),
            number: if wanted.0 == HonoreeKind::Combined { wanted.1 } else { 1 },
            honoured: None,
            person: None,
            form: wanted.2.parse().unwrap(),
            ground: Ground::Thematic,
            year: self.today().year(),
            achievement: DEED.to_owned(),
            vote: UnitVote {
                voters: 12,
                voted: 11,
                approved: 10,
                day: self.today(),
                minutes: "Biên bản 03".to_owned(),
            },
        }
    }

    /// Writes a case, gives it the papers that the rules ask for, sends it up and vets it.
    pub async fn vetted(&self, new: NewNomination) -> NominationId {
        let id = nomination::write(&self.clerk, new).await.unwrap();
        for (name, _) in nomination::load(&self.clerk, id).await.unwrap().required {
            nomination::attach(&self.clerk, id, &name, "a.pdf", name.as_bytes()).await.unwrap();
        }
        nomination::propose(&self.clerk, id).await.unwrap();
        nomination::vet(&self.approver, id, "").await.unwrap();
        id
    }

    /// A round from its opening to cases that are vetted: as many as there are places, and one more that finds none.
    pub async fn proposed(&self, body: UnitId, from: UnitId, wanted: &[Wanted<'_>]) -> Vec<NominationId> {
        let round = self.call(body, wanted).await;
        let mut ids = Vec::new();
        for one in wanted {
            let cases = if one.0 == HonoreeKind::Combined { 1 } else { one.1 };
            for place in 1..=cases {
                let name = format!("{} {place}", called(one.0));
                ids.push(self.vetted(self.case(round, from, *one, &name)).await);
            }
            let more = self.case(round, from, *one, "người không còn suất");
            let more = nomination::write(&self.clerk, more).await.unwrap();
            for (name, _) in nomination::load(&self.clerk, more).await.unwrap().required {
                nomination::attach(&self.clerk, more, &name, "a.pdf", name.as_bytes()).await.unwrap();
            }
            nomination::propose(&self.clerk, more).await.unwrap();
            denied(nomination::vet(&self.manager, more, "").await);
            let full = nomination::vet(&self.approver, more, "").await;
            assert_eq!(refused(full), NominationRefusal::QuotaFull { quota: one.1 });
        }
        ids
    }

    /// A meeting at which every member is for every case.
    pub async fn carried(&self, unit: UnitId, cases: &[NominationId]) {
        let member = |ctx: &Ctx, chair| (ctx.account, "Ủy viên".to_owned(), chair, Attendance::Present);
        let new = NewCouncil {
            unit,
            title: "Hội đồng Thi đua - Khen thưởng".to_owned(),
            day: self.today(),
            secret: true,
            members: vec![
                member(&self.approver, true),
                member(&self.clerk, false),
                member(&self.leader, false),
            ],
            cases: cases.to_vec(),
        };
        denied(council::convene(&self.manager, new.clone()).await);
        let held = council::convene(&self.approver, new).await.unwrap();
        for case in cases {
            for member in [&self.approver, &self.clerk, &self.leader] {
                council::vote(member, held, *case, Answer::Agree).await.unwrap();
            }
        }
        council::close(&self.approver, held).await.unwrap();
    }

    /// Decides over cases in a body's name on its day; the administrator's duty does not.
    pub async fn decided(
        &self,
        (unit, giver): (UnitId, Giver),
        number: &str,
        cases: &[NominationId],
    ) -> DecisionId {
        let new = NewDecision {
            number: number.to_owned(),
            decided: self.today(),
            ..paper(unit, Body::Unit(unit, giver), Vec::new())
        };
        denied(nomination::decide(&self.manager, new.clone(), cases).await);
        nomination::decide(&self.approver, new, cases).await.unwrap()
    }

    /// Hands everything of a decision over at somebody's conference.
    pub async fn handed(&self, id: DecisionId, organiser: &str) {
        let view = decision::load(&self.clerk, id).await.unwrap();
        let handovers = view.lines.iter().map(|line| NewHandover {
            honoree: line.line.id,
            handed_by: "đại diện lãnh đạo".to_owned(),
            received_by: String::new(),
        });
        let new = NewCeremony {
            keeper: view.decision.keeper,
            day: self.today(),
            part: "Chiều".to_owned(),
            place: String::new(),
            organiser_unit: None,
            organiser: organiser.to_owned(),
            occasion: "hội nghị sơ kết".to_owned(),
            handovers: handovers.collect(),
        };
        ceremony::hold(&self.clerk, new).await.unwrap();
        let view = decision::load(&self.clerk, id).await.unwrap();
        assert!(view.decision.entitled && view.lines.iter().all(|line| line.handed.is_some()));
    }

    pub async fn summed(&self, unit: UnitId) -> (Vec<Summed>, Headcount) {
        let book = register::open(&self.leader, unit, &Query::default()).await.unwrap();
        (book.summed, book.standing)
    }
}

/// Whom, how many places, for which form.
pub type Wanted<'a> = (HonoreeKind, u32, &'a str);

/// A made-up name.
pub fn called(kind: HonoreeKind) -> &'static str {
    match kind {
        HonoreeKind::Collective => "Chi bộ Mẫu",
        HonoreeKind::Individual => "Nguyễn Văn Mẫu",
        HonoreeKind::Household => "Hộ ông Mẫu",
        HonoreeKind::Combined => "Tập thể, cá nhân tiêu biểu",
    }
}

pub fn two(collectives: u32, individuals: u32, form: &str) -> [Wanted<'_>; 2] {
    [(HonoreeKind::Collective, collectives, form), (HonoreeKind::Individual, individuals, form)]
}

pub fn heads(collectives: u64, individuals: u64, combined: u64) -> Headcount {
    Headcount { collectives, individuals, combined, ..Headcount::default() }
}
