//! What the table of totals shows beyond its figures: a share of the total, the step from an earlier stretch, an
//! order by a figure that the person picked, one kind of subject, and a chart of the rows.
//!
//! Not here: sums (`acts::total`), stretches relative to today (`domain::pivot`).

use std::collections::BTreeMap;

use acts::total::{Cell as Figure, Query as Look, Row as UnitRow};
use domain::figure::Slot;
use domain::indicator::Subject;
use domain::pivot::{Against, Cut, Relative, earlier};
use domain::unit::UnitId;
use lang::words::label::Label;
use lang::{Lang, number};
use office::sheet::CellOut;

use super::Asked;
use super::page::Select;
use super::table::{Line, Table};
use crate::web::answer::Failure;
use crate::web::chart::{Bar, Chart, Lay};
use crate::web::freeze;
use crate::web::parts::{Cell, Choice, Column};
use crate::web::spoken;
use crate::web::visit::Member;

/// What an address says for the column of shares.
const SHARE: &str = "ty-trong";
/// Bars of a chart: with more it is longer than the table.
const MOST_BARS: usize = 8;

/// An extra column.
#[derive(Clone, Debug, Default)]
pub enum Extra {
    /// None.
    #[default]
    Nothing,
    /// The share of the total.
    Share,
    /// The step from an earlier stretch, with its figures by unit where it could be read.
    Step(Against, BTreeMap<UnitId, Figure>),
}

impl Extra {
    /// Reads what an address asks for, and the earlier figures of the key column.
    pub(super) async fn load(member: &Member, table: &Table) -> Result<Self, Failure> {
        if table.asked.them == SHARE {
            return Ok(Self::Share);
        }
        let Some(against) = Against::from_code(&table.asked.them) else { return Ok(Self::Nothing) };
        let range = earlier(table.view.query.range, against);
        let (Some(range), Some(slot)) = (range, table.key()) else {
            return Ok(Self::Step(against, BTreeMap::new()));
        };
        let look = Look { range, ..table.view.query };
        let seen = match freeze::view(member, table.freezes.chosen, look).await {
            Ok(seen) => seen,
            // The freeze does not reach back that far.
            Err(Failure::Missing) => return Ok(Self::Step(against, BTreeMap::new())),
            Err(other) => return Err(other),
        };
        let of = |row: &UnitRow| Some((row.head.unit, row.cells.get(&slot)?.clone()));
        Ok(Self::Step(against, seen.rows.iter().chain([&seen.own]).filter_map(of).collect()))
    }

    /// The heading of the column.
    pub(super) fn column(&self, table: &Table) -> Option<Column> {
        let words = &table.lang.words().rollup;
        let slot = table.key()?;
        let name = match self {
            Self::Nothing => return None,
            Self::Share => words.share,
            Self::Step(Against::Before, _) => words.step_before,
            Self::Step(Against::YearBefore, _) => words.step_year,
        };
        let measure = spoken::slot(&table.catalogue, slot, table.lang);
        Some(Column { name: name.to_owned(), measure })
    }

    /// The cell of one row in a workbook: a share as the division itself, a step as its number.
    pub(super) fn cell_out(&self, table: &Table, line: &Line) -> Option<CellOut> {
        let slot = table.key()?;
        let figure = of_key(table, line);
        Some(match self {
            Self::Nothing => return None,
            Self::Share => shared(table, slot, figure).map_or(CellOut::Empty, |(numerator, denominator)| {
                CellOut::Percent { numerator, denominator }
            }),
            Self::Step(_, before) => stepped(figure, before.get(&line.head.unit))
                .map_or(CellOut::Empty, |(step, _)| CellOut::Integer(step)),
        })
    }

    /// The cell of one row.
    pub(super) fn cell(&self, table: &Table, line: &Line) -> Option<Cell> {
        let slot = table.key()?;
        let figure = of_key(table, line);
        let text = match self {
            Self::Nothing => return None,
            Self::Share => share(table, slot, figure),
            Self::Step(_, before) => step(figure, before.get(&line.head.unit), table.lang),
        };
        Some(Cell { text, ..Cell::default() })
    }
}

/// A figure that was counted, and the whole that it is a part of.
fn shared(table: &Table, slot: Slot, figure: Option<&Figure>) -> Option<(i64, i64)> {
    let whole = table.view.own.cells.get(&slot).map_or(0, |whole| whole.sum.number);
    let told = figure.filter(|figure| figure.sum.denominator == 0 && figure.sum.values() > 0);
    told.filter(|_| whole > 0).map(|figure| (figure.sum.number, whole))
}

fn share(table: &Table, slot: Slot, figure: Option<&Figure>) -> String {
    let told = shared(table, slot, figure);
    let told = told.and_then(|(part, whole)| number::percent(part, whole, 1, table.lang));
    told.unwrap_or_else(|| "–".to_owned())
}

/// The figure that the extra column is about, over the whole stretch.
fn of_key<'a>(table: &Table, line: &'a Line) -> Option<&'a Figure> {
    let slot = table.key()?;
    let at = table.columns.iter().position(|axis| axis.slot == slot && axis.part.is_none())?;
    line.figures.get(at)?.as_ref()
}

/// The step from one count to another, and the count before.
fn stepped(now: Option<&Figure>, before: Option<&Figure>) -> Option<(i64, i64)> {
    let counted = |figure: &&Figure| figure.sum.denominator == 0 && figure.sum.values() > 0;
    let (now, before) = (now.filter(counted)?, before.filter(counted)?);
    Some((now.sum.number.saturating_sub(before.sum.number), before.sum.number))
}

fn step(now: Option<&Figure>, before: Option<&Figure>, lang: Lang) -> String {
    let Some((step, before)) = stepped(now, before) else { return "–".to_owned() };
    let sign = match step {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    let plain = number::integer(step.saturating_abs(), lang);
    match number::percent(step.saturating_abs(), before, 1, lang) {
        Some(part) if step != 0 => format!("{sign}{plain} ({sign}{part})"),
        _ => format!("{sign}{plain}"),
    }
}

impl Asked {
    /// A stretch said relative to today.
    pub(super) fn relative(&self) -> Option<Relative> {
        Relative::from_code(&self.tu)
    }

    /// The subject that figures are shown for; `None` for all.
    pub(super) fn subject(&self) -> Option<Subject> {
        Subject::from_code(&self.doi)
    }
}

impl Table {
    /// The figure by which rows are put in order, if the person picked one.
    pub(super) fn order(&self) -> Option<Slot> {
        self.picked(&self.asked.xep)
    }

    /// The figure that shares, steps, parts of the stretch and the chart are about.
    pub(super) fn key(&self) -> Option<Slot> {
        self.picked(&self.asked.so).or_else(|| self.order()).or_else(|| self.slots.first().copied())
    }

    fn picked(&self, text: &str) -> Option<Slot> {
        let slot = Slot(text.parse().ok()?);
        self.slots.contains(&slot).then_some(slot)
    }
}

/// Keeps the figures of one subject.
pub(super) fn of_subject(table: &Asked, catalogue: &acts::indicator::Catalogue, slots: &mut Vec<Slot>) {
    if let Some(subject) = table.subject() {
        slots.retain(|slot| catalogue.breakdown(*slot).is_some_and(|found| found.subject == subject));
    }
}

/// Stretches relative to today, for the list.
pub fn relatives(lang: Lang) -> Vec<Choice> {
    Relative::ALL.iter().map(|one| Choice::new(one.code(), one.label(lang))).collect()
}

/// What stands in the columns, for the list.
pub fn columns(lang: Lang) -> Vec<Choice> {
    let words = &lang.words().rollup;
    let mut out = vec![Choice::new("", words.columns_main), Choice::new("het", words.columns_all)];
    out.extend(Cut::ALL.iter().map(|cut| Choice::new(cut.code(), cut.label(lang))));
    out
}

/// The choices beyond stretch, tree, source and columns.
pub(super) fn selects(table: &Table) -> Vec<Select> {
    let (lang, words, asked) = (table.lang, &table.lang.words().rollup, &table.asked);
    let named = table
        .slots
        .iter()
        .map(|slot| Choice::new(slot.0.to_string(), spoken::slot(&table.catalogue, *slot, lang)));
    let with_first = |first: &str| {
        let mut choices = vec![Choice::new("", first)];
        choices.extend(named.clone());
        choices
    };
    let extras = vec![
        Choice::new("", words.no_extra),
        Choice::new(SHARE, words.share),
        Choice::new(Against::Before.code(), words.step_before),
        Choice::new(Against::YearBefore.code(), words.step_year),
    ];
    let mut subjects = vec![Choice::new("", words.all_subjects)];
    let told = Subject::ALL.iter().filter(|subject| **subject != Subject::Any);
    subjects.extend(told.map(|subject| Choice::new(subject.code(), subject.label(lang))));
    let groups = vec![Choice::new("", words.no_groups), Choice::new("loai", words.by_kind)];
    let select = |name: &str, label: &str, choices: Vec<Choice>, value: &str| Select {
        name: name.to_owned(),
        label: label.to_owned(),
        choices,
        value: value.to_owned(),
        several: true,
    };
    vec![
        select("so", words.about, with_first(words.first_figure), &asked.so),
        select("them", words.extra, extras, &asked.them),
        select("xep", words.order, with_first(words.by_name), &asked.xep),
        select("doi", words.subject, subjects, &asked.doi),
        select("nhom", words.groups, groups, &asked.nhom),
    ]
}

/// The rows as bars, in the order of the table; nothing when fewer than two have the figure.
pub(super) fn drawn(member: &Member, table: &Table) -> Option<Chart> {
    let lang = table.lang;
    let slot = table.key()?;
    let open = table.view.query.range.last() > member.today();
    let whole = table.columns.iter().position(|axis| axis.slot == slot && axis.part.is_none())?;
    let told = table.lines.iter().filter_map(|line| Some((line, line.figures.get(whole)?.as_ref()?)));
    let told = told.filter(|(_, figure)| figure.sum.values() > 0 && figure.sum.denominator == 0);
    let bars = told.take(MOST_BARS).map(|(row, figure)| Bar {
        label: row.head.name.name.clone(),
        value: figure.sum.number,
        printed: number::short(figure.sum.number, 1, lang).0,
        open,
    });
    let title =
        format!("{} {}", spoken::slot(&table.catalogue, slot, lang), lang.words().overview.chart_units);
    Chart::of(Lay::Across, title, spoken::slot_measure(&table.catalogue, slot, lang), bars.collect(), lang)
}
