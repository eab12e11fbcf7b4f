//! Rounds of awards (đợt khen): a body calls for nominations for some forms, between two days, at most so many.
//!
//! Not here: the nominations (`nomination`), the meetings over them (`council`).

use crate::award::{RuleBook, own};
use crate::capacity;
use crate::ctx::Ctx;
use crate::decision::{self, Decision, LineView};
use crate::error::{ActError, Never};
use crate::register::{self, Summed};
use domain::authority::Action;
use domain::award::calendar::DayRow;
use domain::award::{FormCode, Giver, Ground};
use domain::decision::{Entitlement, entitlement};
use domain::honoree::HonoreeKind;
use domain::id::{CouncilId, NominationId, RoundId};
use domain::nomination::Stage;
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use store::Tx;
use store::nomination::Nomination;
pub use store::round::{Round, RoundForm};

/// The most letters of a title.
pub const TITLE_MOST: usize = 300;

/// A round to be opened.
#[derive(Debug, Clone)]
pub struct NewRound {
    /// The body that is to decide.
    pub unit: UnitId,
    /// What it is called.
    pub title: String,
    /// First day for nominations.
    pub opens: Date,
    /// Last day for nominations.
    pub closes: Date,
    /// Which forms.
    pub forms: Vec<RoundForm>,
}

/// Why a round is not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoundRefusal {
    /// The title is missing or too long.
    Title {
        /// The most letters.
        most: usize,
    },
    /// It would close before it opens.
    Backwards,
    /// No form, or one twice.
    Forms,
    /// The body may not confer the form on any ground on the last day.
    NotEntitled(FormCode),
}

/// Opens a round in the name of a body: only for forms that it may confer.
pub async fn open(ctx: &Ctx, new: NewRound) -> Result<RoundId, ActError<RoundRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::IssueDecisions, Some(new.unit)).await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let title = text::clean(&new.title);
    if title.is_empty() || title.chars().count() > TITLE_MOST {
        return refuse(RoundRefusal::Title { most: TITLE_MOST });
    }
    if new.closes < new.opens {
        return refuse(RoundRefusal::Backwards);
    }
    let mut named: Vec<_> = new.forms.iter().map(|form| (&form.form, form.kind)).collect();
    named.sort_unstable();
    named.dedup();
    if named.is_empty() || named.len() != new.forms.len() {
        return refuse(RoundRefusal::Forms);
    }
    let book = own::book_for(ctx, &mut tx, new.unit).await?;
    let day = ctx.app.today();
    let capacities = capacity::on(&mut tx, &history, new.unit, day).await?;
    for wanted in &new.forms {
        if !confers(&book, &capacities, &wanted.form, wanted.kind, day) {
            return refuse(RoundRefusal::NotEntitled(wanted.form.clone()));
        }
    }
    let round = Round {
        id: RoundId(ctx.app.id()),
        unit: new.unit,
        title,
        opens: new.opens,
        closes: new.closes,
        forms: new.forms,
    };
    store::round::add(&mut tx, &round, ctx.account, ctx.app.now_ms()).await?;
    let object = round.id.to_string();
    ctx.record(&mut tx, "round.open", Some(round.unit), object, round.title.as_str()).await?;
    tx.commit().await?;
    Ok(round.id)
}

/// Whether a body in some of its capacities may confer a form on such a recipient on any ground.
fn confers(book: &RuleBook, capacities: &[Giver], form: &FormCode, kind: HonoreeKind, day: Date) -> bool {
    let form = book.form_on(form, day);
    capacities.iter().any(|giver| {
        Ground::ALL.iter().any(|ground| {
            let found = entitlement(&book.rules, form, *giver, kind.recipients(), *ground, day);
            matches!(found, Entitlement::Entitled { .. })
        })
    })
}

/// A form that a body may call for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The form.
    pub form: FormCode,
    /// What it is called.
    pub name: String,
    /// For whom.
    pub kind: HonoreeKind,
}

/// What a body may call for today, and nothing else: for whoever acts for it.
pub async fn offers(ctx: &Ctx, unit: UnitId) -> Result<Vec<Offer>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::IssueDecisions, Some(unit)).await?;
    let book = own::book_for(ctx, &mut tx, unit).await?;
    let day = ctx.app.today();
    let capacities = capacity::on(&mut tx, &history, unit, day).await?;
    let mut found = Vec::new();
    for form in book.forms_on(day) {
        // Last the two told in one number, where both may have it.
        let kinds = form.recipients.iter().map(|recipient| HonoreeKind::of(*recipient));
        let both = HonoreeKind::Combined.recipients().iter().all(|one| form.recipients.contains(one));
        for kind in kinds.chain(both.then_some(HonoreeKind::Combined)) {
            if confers(&book, &capacities, &form.code, kind, day) {
                found.push(Offer { form: form.code.clone(), name: form.name.clone(), kind });
            }
        }
    }
    Ok(found)
}

/// A form of a round with its name today and how many its cases stand for, by where they stand.
pub type Called = (RoundForm, String, Vec<(Stage, usize)>);

/// A round with how far its cases are.
#[derive(Debug, Clone)]
pub struct RoundView {
    /// The round.
    pub round: Round,
    /// What the body is called.
    pub unit_name: String,
    /// Its forms.
    pub forms: Vec<Called>,
    /// The cases that the person may see.
    pub cases: Vec<Nomination>,
    /// The meetings over its cases: identity, title, day.
    pub meetings: Vec<(CouncilId, String, Date)>,
    /// Days that are not worked, or worked in exchange, from the first day to thirty days after the last.
    pub days_off: Vec<DayRow>,
    /// What decisions made of its cases that the person may see, summed up.
    pub summed: Vec<Summed>,
    /// Whether the person acts for the body.
    pub can_lead: bool,
}

/// How long after a round closes its calendar is shown, in days: notices and opinions run on.
const AFTERWARDS: i64 = 30;

/// Opens a round from a unit that it concerns. Whoever sees the body's own awards sees all cases; from a unit below
/// only that unit's.
pub async fn load(ctx: &Ctx, id: RoundId, unit: UnitId) -> Result<RoundView, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.ask_with::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    let round = store::round::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    let today = ctx.app.today();
    let whole = authority.may(Action::SeeAwards, Some(round.unit), &history);
    if !whole && !crate::programme::path(&history, unit, today).contains(&round.unit) {
        return Err(ActError::Missing);
    }
    let mut cases = store::nomination::of_rounds(&mut tx, &[id]).await?;
    cases.retain(|case| authority.may(Action::SeeAwards, Some(case.unit), &history));
    let book = own::book_for(ctx, &mut tx, round.unit).await?;
    let forms = round.forms.iter().map(|form| {
        let of = |stage: &Stage| {
            let same =
                |case: &&Nomination| case.form == form.form && case.kind == form.kind && case.stage == *stage;
            let heads =
                cases.iter().filter(same).map(|case| usize::try_from(case.number).unwrap_or(usize::MAX));
            (*stage, heads.fold(0, usize::saturating_add))
        };
        let name =
            book.form_on(&form.form, today).map_or_else(|| form.form.to_string(), |one| one.name.clone());
        (form.clone(), name, Stage::ALL.iter().map(of).collect())
    });
    let forms = forms.collect();
    let ids: Vec<NominationId> = cases.iter().map(|case| case.id).collect();
    let councils = store::council::list(&mut tx, &[round.unit]).await?;
    let about = councils
        .into_iter()
        .filter(|council| council.items.iter().any(|item| ids.contains(&item.nomination)));
    let until = round.closes.saturating_add(jiff::Span::new().days(AFTERWARDS));
    let names = store::unit::names(&mut tx, &[round.unit], today).await?;
    let decided = decided(&mut tx, round.unit, &ids, today).await?;
    let summed = register::sum(&mut tx, &book, &decided).await?;
    Ok(RoundView {
        unit_name: names.get(&round.unit).map(|name| name.name.clone()).unwrap_or_default(),
        forms,
        cases,
        meetings: about.map(|council| (council.id, council.title, council.day)).collect(),
        days_off: book
            .calendar
            .rows()
            .filter(|row| round.opens <= row.day && row.day <= until)
            .cloned()
            .collect(),
        summed,
        can_lead: authority.may(Action::IssueDecisions, Some(round.unit), &history),
        round,
    })
}

/// The lines that a body's decisions made of some cases, as they stand on a day.
async fn decided(
    tx: &mut Tx,
    body: UnitId,
    cases: &[NominationId],
    day: Date,
) -> Result<Vec<(Decision, LineView)>, store::StoreError> {
    let mut found = Vec::new();
    let decisions = store::decision::list(tx, &[body]).await?;
    let ids: Vec<_> = decisions.iter().map(|decision| decision.id).collect();
    let changes = store::decision::changes(tx, &ids).await?;
    let mut lines = store::honoree::of_decisions(tx, &ids).await?;
    lines.retain(|line| line.nomination.is_some_and(|case| cases.contains(&case)));
    for line in decision::lines_on(lines, &changes, day) {
        let of = decisions.iter().find(|decision| decision.id == line.line.decision);
        found.extend(of.map(|decision| (decision.clone(), line)));
    }
    Ok(found)
}

/// The rounds that concern a unit: its own, those of the units above it and of those below, latest closing first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<Round>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    let mut units = history.ever_below(unit);
    units.extend(crate::programme::path(&history, unit, ctx.app.today()));
    units.sort_unstable();
    units.dedup();
    Ok(store::round::list(&mut tx, &units).await?)
}
