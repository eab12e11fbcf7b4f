//! Rounds of awards (đợt khen): a body calls for nominations for some forms, between two days, at most so many.
//!
//! Not here: the nominations (`nomination`).

use crate::award::own;
use crate::capacity;
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::award::{FormCode, Ground};
use domain::decision::{Entitlement, entitlement};
use domain::id::RoundId;
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
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
        let form = book.form_on(&wanted.form, day);
        let may = capacities.iter().any(|giver| {
            Ground::ALL.iter().any(|ground| {
                let found = entitlement(&book.rules, form, *giver, wanted.kind.recipients(), *ground, day);
                matches!(found, Entitlement::Entitled { .. })
            })
        });
        if !may {
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
