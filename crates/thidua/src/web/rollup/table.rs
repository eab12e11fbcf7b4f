//! The table behind the page and the Excel file: its columns, its lines, their order and their groups.
//!
//! Not here: sums (`acts::total`), the extra column and the chart (`pivot`), the page around it.

use acts::indicator::Catalogue;
use acts::total::{Cell as Figure, Head, Query as Look, View};
use domain::figure::Slot;
use domain::period::Period;
use domain::pivot::{Cut, parts};
use domain::total::Sum;
use domain::unit::{UnitId, UnitKind};
use lang::words::label::Label;
use lang::{Lang, number};

use super::page::Row;
use super::pivot::Extra;
use super::{Asked, MAIN_COLUMNS, MOST_PARTS, MOST_ROWS, pivot};
use crate::web::answer::Failure;
use crate::web::frame::Link;
use crate::web::freeze::{self, Freezes};
use crate::web::parts::{Cell, Column};
use crate::web::spoken;
use crate::web::visit::Member;

/// What a column shows: one figure, over the whole stretch or over a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Axis {
    pub slot: Slot,
    pub part: Option<Period>,
}

/// A unit with its figures, one for each column.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub head: Head,
    pub figures: Vec<Option<Figure>>,
}

/// Everything that the table is drawn from.
pub(super) struct Table {
    pub asked: Asked,
    pub freezes: Freezes,
    pub view: View,
    pub catalogue: Catalogue,
    /// The figures that may be picked.
    pub slots: Vec<Slot>,
    pub columns: Vec<Axis>,
    pub own: Line,
    pub lines: Vec<Line>,
    pub extra: Extra,
    pub lang: Lang,
}

impl Table {
    pub(super) async fn load(member: &Member, asked: Asked, unit: UnitId) -> Result<Self, Failure> {
        let look = asked.look(unit, asked.range(member)?);
        let freezes = Freezes::load(member, unit, look.range, &asked.chot, false).await?;
        let view = freeze::view(member, freezes.chosen, look).await?;
        let catalogue = acts::indicator::catalogue(&member.ctx).await?;
        let rows = view.rows.iter().flat_map(|row| row.cells.keys());
        let mut slots = spoken::ranked(&catalogue, view.own.cells.keys().chain(rows).copied());
        pivot::of_subject(&asked, &catalogue, &mut slots);
        let lang = member.lang();
        let own = Line { head: view.own.head.clone(), figures: Vec::new() };
        let mut table = Self {
            columns: Vec::new(),
            lines: Vec::new(),
            extra: Extra::Nothing,
            asked,
            freezes,
            view,
            catalogue,
            slots,
            own,
            lang,
        };
        table.columns = table.axes();
        (table.own, table.lines) = table.lines_of(&table.view);
        table.sort();
        table.extra = Extra::load(member, &table).await?;
        Ok(table)
    }

    /// The columns that the address asks for.
    fn axes(&self) -> Vec<Axis> {
        let whole = |slot: &Slot| Axis { slot: *slot, part: None };
        if let Some((cut, slot)) = Cut::from_code(&self.asked.cot).zip(self.key()) {
            let cut = parts(self.view.query.range, cut, MOST_PARTS);
            let mut axes: Vec<Axis> = cut.into_iter().map(|part| Axis { slot, part: Some(part) }).collect();
            axes.push(whole(&slot));
            return axes;
        }
        if self.asked.cot == "het" {
            return self.slots.iter().map(whole).collect();
        }
        let mut kept: Vec<Slot> = self.slots.iter().copied().take(MAIN_COLUMNS).collect();
        // What was asked for is never left out.
        for slot in self.asked.cell().map(|cell| cell.slot).into_iter().chain(self.key()) {
            if !kept.contains(&slot) && self.slots.contains(&slot) {
                kept.push(slot);
            }
        }
        kept.iter().map(whole).collect()
    }

    pub(super) fn unit(&self) -> UnitId {
        self.view.query.unit
    }

    /// The unit's own line and those of the units below, in the table's columns.
    pub(super) fn lines_of(&self, view: &View) -> (Line, Vec<Line>) {
        let mut within = Vec::with_capacity(self.columns.len());
        for axis in &self.columns {
            within.push(axis.part.map(|part| view.within(part)));
        }
        let own = self.columns.iter().zip(&within).map(|(axis, part)| match part {
            Some(part) => part.own.get(&axis.slot).cloned(),
            None => view.own.cells.get(&axis.slot).cloned(),
        });
        let own = Line { head: view.own.head.clone(), figures: own.collect() };
        let line = |row: &acts::total::Row| {
            let figure = |(axis, part): (&Axis, &Option<acts::total::Within>)| match part {
                Some(part) => part.rows.get(&row.head.unit)?.get(&axis.slot).cloned(),
                None => row.cells.get(&axis.slot).cloned(),
            };
            Line { head: row.head.clone(), figures: self.columns.iter().zip(&within).map(figure).collect() }
        };
        (own, view.rows.iter().map(line).collect())
    }

    /// Puts the lines in the order that was picked: the largest first, those without the figure last, by name; those
    /// of one kind of unit together where that was asked for.
    fn sort(&mut self) {
        if let Some(slot) = self.order() {
            let held = &self.view.rows;
            let number = |unit: UnitId| {
                let row = held.iter().find(|row| row.head.unit == unit)?;
                row.cells.get(&slot).map(|figure| figure.sum.number)
            };
            self.lines.sort_by_cached_key(|line| std::cmp::Reverse(number(line.head.unit)));
        }
        if self.is_grouped() {
            self.lines.sort_by_key(|line| line.head.name.kind);
        }
    }

    /// Whether lines stand in groups with a subtotal: when there are at least two kinds of units.
    pub(super) fn is_grouped(&self) -> bool {
        let first = self.lines.first().map(|line| line.head.name.kind);
        self.asked.nhom == "loai" && self.lines.iter().any(|line| Some(line.head.name.kind) != first)
    }

    /// The kinds of units in the sequence of the lines, each with its lines.
    pub(super) fn groups(&self) -> Vec<(UnitKind, &[Line])> {
        self.lines
            .chunk_by(|one, next| one.head.name.kind == next.head.name.kind)
            .filter_map(|group| Some((group.first()?.head.name.kind, group)))
            .collect()
    }

    /// Sums of some lines, one for each column.
    pub(super) fn subtotal(&self, lines: &[Line]) -> Vec<Sum> {
        let sum = |at: usize| {
            let told = lines.iter().filter_map(|line| line.figures.get(at)?.as_ref());
            told.fold(Sum::default(), |sum, figure| sum.plus(figure.sum))
        };
        (0..self.columns.len()).map(sum).collect()
    }

    /// What a subtotal is called.
    pub(super) fn group_name(&self, kind: UnitKind, count: usize) -> String {
        let count = number::integer(i64::try_from(count).unwrap_or(i64::MAX), self.lang);
        self.lang.words().rollup.subtotal(kind.label(self.lang), count)
    }

    /// The heading of one column.
    pub(super) fn column(&self, axis: Axis) -> Column {
        let named = spoken::slot(&self.catalogue, axis.slot, self.lang);
        let cut = self.columns.iter().any(|axis| axis.part.is_some());
        match axis.part {
            Some(part) => Column { name: lang::period::heading(part, self.lang), measure: String::new() },
            None if cut => {
                let measure = spoken::slot_measure(&self.catalogue, axis.slot, self.lang);
                Column { name: self.lang.words().rollup.whole_range.to_owned(), measure }
            }
            None => {
                Column { name: named, measure: spoken::slot_measure(&self.catalogue, axis.slot, self.lang) }
            }
        }
    }

    /// One figure as a link to its source.
    fn cell(&self, line: &Line, axis: Axis, figure: Option<&Figure>) -> Cell {
        let words = self.lang.words();
        let Some(figure) = figure else {
            return Cell { text: words.common.not_reported.to_owned(), ..Cell::default() };
        };
        let mut text = lang::figure::sum(figure.sum, "", self.lang).number;
        if figure.sum.values() == 0
            && let Some(stated) = figure.whole()
        {
            text = lang::figure::value(Some(stated), "", self.lang).number;
        }
        let mut named = spoken::slot(&self.catalogue, axis.slot, self.lang);
        if let Some(part) = axis.part {
            named = format!("{named} {}", lang::period::name(part, self.lang));
        }
        let label = words.rollup.cell(&text, named, &line.head.name.name);
        let cell = super::Opened { unit: line.head.unit, slot: axis.slot, part: axis.part };
        let href = format!("{}#nguon", self.asked.address(self.unit(), &self.asked.open(), Some(cell)));
        Cell { text, href, label, here: self.asked.cell() == Some(cell) }
    }

    pub(super) fn row(&self, line: &Line, depth: u8) -> Row {
        let name = line.head.name.name.clone();
        let mut open = self.asked.open();
        let is_open = open.contains(&line.head.unit);
        if is_open {
            open.retain(|unit| *unit != line.head.unit);
        } else {
            open.push(line.head.unit);
        }
        let words = &self.lang.words().unit;
        let told = if is_open { words.collapse(&name) } else { words.expand(&name) };
        let cells = self.columns.iter().zip(&line.figures);
        Row {
            depth,
            toggle: line.head.has_children.then(|| Link {
                text: told,
                href: self.asked.address(self.unit(), &open, self.asked.cell()),
                here: is_open,
            }),
            cells: cells
                .map(|(axis, figure)| self.cell(line, *axis, figure.as_ref()))
                .chain(self.extra.cell(self, line))
                .collect(),
            name,
            ..Row::default()
        }
    }

    fn summed(&self, name: String, sums: Vec<Sum>) -> Row {
        let text = |sum: Sum| lang::figure::sum(sum, "", self.lang).number;
        let told = |sum: Sum| if sum.is_empty() { String::new() } else { text(sum) };
        let cells = sums.into_iter().map(|sum| Cell { text: told(sum), ..Cell::default() });
        let extra = self.extra.column(self).map(|_| Cell::default());
        Row { depth: 1, name, cells: cells.chain(extra).collect(), ..Row::default() }
    }

    /// The units that are not shown, together in one row that leads to all of them.
    fn rest(&self) -> Option<Row> {
        let rest = self.lines.get(self.shown()..).filter(|rest| !rest.is_empty())?;
        let count = number::integer(i64::try_from(rest.len()).unwrap_or(i64::MAX), self.lang);
        let all = Asked { het: "1".to_owned(), ..self.asked.clone() };
        let link = all.address(self.unit(), &self.asked.open(), self.asked.cell());
        let row = self.summed(self.lang.words().rollup.more_units(count), self.subtotal(rest));
        Some(Row { link, ..row })
    }

    /// How many lines of the first level are shown; all of them where they stand in groups.
    fn shown(&self) -> usize {
        if self.is_grouped() { MOST_ROWS } else { self.asked.rows(self.lines.len()) }
    }

    /// The unit's own part of its total: what the units below do not account for. Nothing when that is all.
    fn own_part(&self) -> Option<Row> {
        let below = self.subtotal(&self.lines);
        let own = self.own.figures.iter().zip(below).map(|(figure, below)| {
            let held = figure.as_ref().map_or_else(Sum::default, Figure::below);
            let own = held.plus(below.negated());
            if own.values() > 0 { own } else { Sum::default() }
        });
        let own: Vec<Sum> = own.collect();
        // A unit without others below is all its own part; saying so twice helps nobody.
        let any = own.iter().any(|sum| !sum.is_empty()) && !self.lines.is_empty();
        any.then(|| self.summed(self.lang.words().rollup.own_row.to_owned(), own))
    }

    /// The sums from below, where the unit itself said something else for all.
    pub(super) fn row_below(&self) -> Option<Row> {
        let differing =
            |figure: &Option<Figure>| figure.as_ref().filter(|one| one.differs()).map(Figure::below);
        let sums: Vec<Sum> =
            self.own.figures.iter().map(|figure| differing(figure).unwrap_or_default()).collect();
        let differs = sums.iter().any(|sum| !sum.is_empty());
        differs.then(|| self.summed(self.lang.words().rollup.from_units.to_owned(), sums))
    }

    /// The rows, with those of units that stand open below them.
    pub(super) async fn rows(&self, member: &Member) -> Result<Vec<Row>, Failure> {
        let mut out = Vec::new();
        if self.is_grouped() {
            for (kind, lines) in self.groups() {
                for line in lines {
                    self.put_with_open(member, &mut out, line).await?;
                }
                let name = self.group_name(kind, lines.len());
                out.push(Row { is_subtotal: true, ..self.summed(name, self.subtotal(lines)) });
            }
        } else {
            for line in self.lines.iter().take(self.shown()) {
                self.put_with_open(member, &mut out, line).await?;
            }
        }
        out.extend(self.rest());
        out.extend(self.own_part());
        Ok(out)
    }

    /// A line, and the two levels below it that stand open.
    async fn put_with_open(&self, member: &Member, out: &mut Vec<Row>, line: &Line) -> Result<(), Failure> {
        let open = self.asked.open();
        out.push(self.row(line, 1));
        if !open.contains(&line.head.unit) {
            return Ok(());
        }
        for inner in self.below(member, line).await? {
            out.push(self.row(&inner, 2));
            if open.contains(&inner.head.unit) {
                for innermost in self.below(member, &inner).await? {
                    out.push(Row { toggle: None, ..self.row(&innermost, 3) });
                }
            }
        }
        Ok(())
    }

    async fn below(&self, member: &Member, line: &Line) -> Result<Vec<Line>, Failure> {
        let look = Look { unit: line.head.unit, ..self.view.query };
        let view = freeze::view(member, self.freezes.chosen, look).await?;
        let (_, mut lines) = self.lines_of(&view);
        lines.truncate(MOST_ROWS);
        Ok(lines)
    }
}
