//! The board of submissions: who of a whole subtree has filed what, who is late, who is missing.
//!
//! Not here: one filing (`desk`), reminding people (`notice`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::filing::{FilingId, Standing, is_late};
use domain::form::FormId;
use domain::period::Period;
use domain::submission::Road;
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::form::{Form, Version};
use store::unit::UnitName;
use store::{StoreError, Tx};

/// What to look at.
#[derive(Debug, Clone)]
pub struct BoardQuery {
    /// The top of the subtree.
    pub unit: UnitId,
    /// Which form.
    pub form: FormId,
    /// Which period.
    pub period: Period,
    /// Only filings that stand so.
    pub standing: Option<Standing>,
    /// Only late ones.
    pub late: bool,
}

/// One unit's line.
#[derive(Debug, Clone)]
pub struct BoardRow {
    /// Which unit.
    pub unit: UnitId,
    /// How it is called.
    pub name: UnitName,
    /// The unit directly above, by name.
    pub above: String,
    /// The filing, where it was begun.
    pub filing: Option<FilingId>,
    /// Which edition.
    pub edition: i64,
    /// Where it stands.
    pub standing: Standing,
    /// Since when, in milliseconds since the Unix epoch; 0 where nothing was begun.
    pub standing_ms: i64,
    /// When it was sent, in milliseconds since the Unix epoch.
    pub sent_ms: Option<i64>,
    /// The last day in time for this unit.
    pub due: Date,
    /// Whether that is a later day than everybody else's.
    pub is_extended: bool,
    /// Whether it was sent after its day, or its day has passed without it.
    pub late: bool,
    /// Whether the unit waits for an answer to its asking to reopen.
    pub asked: bool,
    /// How many of the form's figures it has.
    pub content: usize,
}

/// How many filings stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Units that are to file.
    pub expected: usize,
    /// Nothing entered.
    pub not_begun: usize,
    /// Being entered.
    pub entering: usize,
    /// Sent and waiting.
    pub sent: usize,
    /// Given back.
    pub returned: usize,
    /// Accepted.
    pub accepted: usize,
    /// Late, whatever their standing.
    pub late: usize,
    /// The declared meter: units that filed (sent or accepted).
    pub declared: usize,
    /// The content meter: figures that stand, of `asked`.
    pub figures: usize,
    /// Figures that the form asks of all units together.
    pub asked: usize,
}

/// The board: all counts, and a page of rows by name.
#[derive(Debug, Clone)]
pub struct Board {
    /// The form.
    pub form: Form,
    /// Its version.
    pub version: Version,
    /// The counts over the whole subtree, whatever the filter.
    pub counts: Counts,
    /// How many rows the filter lets through.
    pub matching: usize,
    /// The rows of the page.
    pub rows: Vec<BoardRow>,
    /// Where the next page begins.
    pub next: Option<(String, UnitId)>,
}

/// Looks at the board, beginning after the sort key and unit that ended the page before.
pub async fn board(
    ctx: &Ctx,
    query: &BoardQuery,
    after: Option<(String, UnitId)>,
    most: usize,
) -> Result<Board, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeFigures, Some(query.unit)).await?;
    let form = store::form::find(&mut tx, query.form).await?.ok_or(ActError::Missing)?;
    if !form.is_for(query.period) || !shares_a_path(&history, &form, query) {
        return Err(ActError::Missing);
    }
    let versions = store::form::versions(&mut tx, &[form.id]).await?;
    let version = crate::form::in_force(&versions, query.period).cloned().ok_or(ActError::Missing)?;
    let all = rows(&mut tx, &history, (&form, &version), query, ctx.app.today()).await?;
    let counts = count(&all, version.content.slots().count());
    let wanted = |row: &BoardRow| {
        query.standing.is_none_or(|standing| row.standing == standing) && (!query.late || row.late)
    };
    let mut matching: Vec<BoardRow> = all.into_iter().filter(wanted).collect();
    let count = matching.len();
    if let Some((key, unit)) = &after {
        matching.retain(|row| (&row.name.sort_key, row.unit) > (key, *unit));
    }
    let more = matching.len() > most;
    matching.truncate(most);
    let next = matching.last().filter(|_| more).map(|row| (row.name.sort_key.clone(), row.unit));
    Ok(Board { form, version, counts, matching: count, rows: matching, next })
}

/// Whether the form's owner and the unit stand on one path: otherwise nobody here is asked.
pub(crate) fn shares_a_path(history: &History, form: &Form, query: &BoardQuery) -> bool {
    let day = query.period.last();
    history.path_on(query.unit, day).contains(&form.unit)
        || history.path_on(form.unit, day).contains(&query.unit)
}

/// Every unit that is to file, with where its filing stands, by name.
pub(crate) async fn rows(
    tx: &mut Tx,
    history: &History,
    asked: (&Form, &Version),
    query: &BoardQuery,
    today: Date,
) -> Result<Vec<BoardRow>, StoreError> {
    let (form, version) = asked;
    let day = query.period.last();
    let audience = crate::form::audience(tx, history, asked, query.period, query.unit).await?;
    let units: Vec<UnitId> = audience.iter().map(|(unit, _)| *unit).collect();
    let filed: HashMap<UnitId, store::filing::Filing> = store::filing::of_form(tx, form.id, query.period)
        .await?
        .into_iter()
        .map(|filing| (filing.unit, filing))
        .collect();
    let slots: HashSet<_> = version.content.slots().collect();
    let mut content: HashMap<UnitId, usize> = HashMap::new();
    for held in store::figure::list(tx, &units, &[query.period], Road::Declared).await? {
        if held.key.scope == version.content.scope {
            content.insert(held.key.unit, held.vector.0.keys().filter(|slot| slots.contains(*slot)).count());
        }
    }
    let mut later: BTreeMap<UnitId, Date> = BTreeMap::new();
    for one in store::form::extensions(tx, form.id, query.period).await? {
        later.insert(one.unit, one.due);
    }
    let above: HashMap<UnitId, UnitId> =
        units.iter().filter_map(|unit| Some((*unit, history.place_on(*unit, day)?.parent?))).collect();
    let mut parents: Vec<UnitId> = above.values().copied().collect();
    parents.sort_unstable();
    parents.dedup();
    let called = store::unit::names(tx, &parents, day).await?;
    let row = |(unit, name): (UnitId, UnitName)| {
        let filing = filed.get(&unit);
        let figures = content.get(&unit).copied().unwrap_or_default();
        let standing = match filing {
            Some(filing) => filing.standing,
            None if figures > 0 => Standing::Entering,
            None => Standing::NotBegun,
        };
        let due = later.get(&unit).copied().unwrap_or_else(|| version.content.due.day(query.period));
        let late = match filing {
            Some(filing) if filing.sent_ms.is_some() => filing.late,
            _ => is_late(due, None, today),
        };
        BoardRow {
            unit,
            above: above
                .get(&unit)
                .and_then(|above| called.get(above))
                .map(|name| name.name.clone())
                .unwrap_or_default(),
            name,
            filing: filing.map(|filing| filing.id),
            edition: filing.map_or(1, |filing| filing.edition),
            standing,
            standing_ms: filing.map_or(0, |filing| filing.standing_ms),
            sent_ms: filing.and_then(|filing| filing.sent_ms),
            due,
            is_extended: later.contains_key(&unit),
            late,
            asked: filing.is_some_and(|filing| filing.asked_ms.is_some()),
            content: figures,
        }
    };
    Ok(audience.into_iter().map(row).collect())
}

/// Counts rows; `asked` is how many figures the form asks of one unit.
pub(crate) fn count(rows: &[BoardRow], asked: usize) -> Counts {
    let mut counts =
        Counts { expected: rows.len(), asked: rows.len().saturating_mul(asked), ..Counts::default() };
    for row in rows {
        let standing = match row.standing {
            Standing::NotBegun => &mut counts.not_begun,
            Standing::Entering => &mut counts.entering,
            Standing::Sent => &mut counts.sent,
            Standing::Returned => &mut counts.returned,
            Standing::Accepted => &mut counts.accepted,
        };
        *standing += 1;
        counts.late += usize::from(row.late);
        counts.figures += row.content;
    }
    counts.declared = counts.sent + counts.accepted;
    counts
}
