//! Tổng hợp số liệu: totals by unit, and every figure down to its source.
//!
//! Not here: sums (`acts::total`), drawing one figure's source (`drawer`), the Excel file (`sheet`).

mod drawer;
pub mod page;
mod sheet;

pub use super::excel::words_of;

use acts::indicator::Catalogue;
use acts::total::{Lens, Query as Look, Row as UnitRow, View};
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use domain::figure::Slot;
use domain::period::Period;
use domain::submission::Road;
use domain::total::Sum;
use domain::unit::UnitId;
use lang::words::label::Label;
use lang::{Lang, number};
use serde::Deserialize;

use self::page::{RollupPage, Row, Select};
use super::answer::{Answer, Failure, page};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Cell, Choice, Column, Tag};
use super::site::Site;
use super::spoken;
use super::visit::Member;

/// Columns when only the main indicators are asked for: what fits on one landscape page.
const MAIN_COLUMNS: usize = 7;
/// Rows of one level before the rest is told in one row: what fits on one landscape page with its total.
const FIRST_ROWS: usize = 10;
/// Rows of one level when all are asked for; a unit with more is opened on its own page.
const MOST_ROWS: usize = 500;
/// How many units may stand open at once.
const MOST_OPEN: usize = 12;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/tong-hop", get(show))
        .route("/tong-hop.xlsx", get(sheet::download))
        .route("/tong-hop/lich-su", get(drawer::history))
}

/// What the address asks for. Everything that is chosen stands in it, so that it can be sent on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Asked {
    tu: String,
    den: String,
    cach: String,
    nguon: String,
    cot: String,
    mo: String,
    o: String,
    ban: String,
    /// Whether every row is asked for.
    het: String,
}

impl Asked {
    /// The range from the first day of the one period to the last of the other; the widest when they do not fit.
    fn range(&self, member: &Member) -> Result<Period, Failure> {
        let widest = spoken::widest(member.today()).ok_or(Failure::Missing)?;
        let from = self.tu.parse::<Period>().unwrap_or(widest);
        let until = self.den.parse::<Period>().unwrap_or(if self.tu.is_empty() { widest } else { from });
        Ok(Period::new(from.first(), until.last()).unwrap_or(widest))
    }

    fn look(&self, unit: UnitId, range: Period) -> Look {
        Look {
            unit,
            range,
            lens: if self.cach == "nay" { Lens::AsIs } else { Lens::AsWas },
            road: Road::from_code(&self.nguon).unwrap_or(Road::Declared),
        }
    }

    /// How many rows of the first level are shown. One more than fits is shown rather than told in a row of its own.
    fn rows(&self, all: usize) -> usize {
        if self.het.is_empty() && all > FIRST_ROWS + 1 { FIRST_ROWS } else { MOST_ROWS }
    }

    /// The units that stand open.
    fn open(&self) -> Vec<UnitId> {
        self.mo.split('-').filter_map(|id| id.parse().ok()).take(MOST_OPEN).collect()
    }

    /// The cell whose source is shown.
    fn cell(&self) -> Option<(UnitId, Slot)> {
        let (unit, slot) = self.o.split_once('.')?;
        Some((unit.parse().ok()?, Slot(slot.parse().ok()?)))
    }

    /// This page with another cell and other units open.
    fn address(&self, unit: UnitId, open: &[UnitId], cell: Option<(UnitId, Slot)>) -> String {
        let open: Vec<String> = open.iter().map(ToString::to_string).collect();
        let cell = cell.map_or_else(String::new, |(unit, slot)| format!("{unit}.{}", slot.0));
        address(
            "/tong-hop",
            &[
                ("don-vi", &unit.to_string()),
                ("tu", &self.tu),
                ("den", &self.den),
                ("cach", &self.cach),
                ("nguon", &self.nguon),
                ("cot", &self.cot),
                ("mo", &open.join("-")),
                ("o", &cell),
                ("het", &self.het),
            ],
        )
    }
}

/// Everything that the table is drawn from.
struct Table {
    asked: Asked,
    view: View,
    catalogue: Catalogue,
    slots: Vec<Slot>,
    lang: Lang,
}

impl Table {
    async fn load(member: &Member, asked: Asked, unit: UnitId) -> Result<Self, Failure> {
        let look = asked.look(unit, asked.range(member)?);
        let view = acts::total::view(&member.ctx, look).await?;
        let catalogue = acts::indicator::catalogue(&member.ctx).await?;
        let rows = view.rows.iter().flat_map(|row| row.cells.keys());
        let mut slots = spoken::ranked(&catalogue, view.own.cells.keys().chain(rows).copied());
        if asked.cot != "het" {
            // A cell that was asked for is never left out.
            let wanted = asked.cell().map(|(_, slot)| slot);
            let mut kept: Vec<Slot> = slots.iter().copied().take(MAIN_COLUMNS).collect();
            kept.extend(wanted.filter(|slot| !kept.contains(slot) && slots.contains(slot)));
            slots = kept;
        }
        Ok(Self { asked, view, catalogue, slots, lang: member.lang() })
    }

    fn unit(&self) -> UnitId {
        self.view.query.unit
    }

    /// One figure as a link to its source.
    fn cell(&self, name: &str, unit: UnitId, slot: Slot, row: &UnitRow) -> Cell {
        let words = self.lang.words();
        let Some(figure) = row.cells.get(&slot) else {
            return Cell { text: words.common.not_reported.to_owned(), ..Cell::default() };
        };
        let mut text = lang::figure::sum(figure.sum, "", self.lang).number;
        if figure.sum.values() == 0
            && let Some(stated) = figure.whole
        {
            text = lang::figure::value(Some(stated), "", self.lang).number;
        }
        let label = words.rollup.cell(&text, spoken::slot(&self.catalogue, slot, self.lang), name);
        let href =
            format!("{}#nguon", self.asked.address(self.unit(), &self.asked.open(), Some((unit, slot))));
        Cell { text, href, label, here: self.asked.cell() == Some((unit, slot)) }
    }

    fn row(&self, row: &UnitRow, depth: u8) -> Row {
        let name = row.head.name.name.clone();
        let mut open = self.asked.open();
        let is_open = open.contains(&row.head.unit);
        if is_open {
            open.retain(|unit| *unit != row.head.unit);
        } else {
            open.push(row.head.unit);
        }
        let words = &self.lang.words().unit;
        let told = if is_open { words.collapse(&name) } else { words.expand(&name) };
        Row {
            depth,
            link: String::new(),
            note: String::new(),
            toggle: row.head.has_children.then(|| Link {
                text: told,
                href: self.asked.address(self.unit(), &open, self.asked.cell()),
                here: is_open,
            }),
            cells: self.slots.iter().map(|slot| self.cell(&name, row.head.unit, *slot, row)).collect(),
            name,
        }
    }

    /// The units that are not shown, together in one row that leads to all of them.
    fn rest(&self) -> Option<Row> {
        let shown = self.asked.rows(self.view.rows.len());
        let rest = self.view.rows.get(shown..).filter(|rest| !rest.is_empty())?;
        let cells = self.slots.iter().map(|slot| {
            let sums = rest.iter().filter_map(|row| row.cells.get(slot)).map(|figure| figure.sum);
            let sum = sums.fold(Sum::default(), Sum::plus);
            Cell { text: lang::figure::sum(sum, "", self.lang).number, ..Cell::default() }
        });
        let count = number::integer(i64::try_from(rest.len()).unwrap_or(i64::MAX), self.lang);
        let all = Asked { het: "1".to_owned(), ..self.asked.clone() };
        Some(Row {
            depth: 1,
            name: self.lang.words().rollup.more_units(count),
            link: all.address(self.unit(), &self.asked.open(), self.asked.cell()),
            cells: cells.collect(),
            ..Row::default()
        })
    }

    /// The unit's own part of its total: what the units below do not account for. Nothing when that is all.
    fn own_part(&self) -> Option<Row> {
        let mut any = false;
        let cells = self
            .slots
            .iter()
            .map(|slot| {
                let below = self.view.own.cells.get(slot).map_or_else(Sum::default, |figure| figure.below);
                let parts =
                    self.view.rows.iter().filter_map(|row| row.cells.get(slot)).map(|figure| figure.sum);
                let own = parts.fold(below, |rest, part| rest.plus(part.negated()));
                if own.values() <= 0 {
                    return Cell::default();
                }
                any = true;
                Cell { text: lang::figure::sum(own, "", self.lang).number, ..Cell::default() }
            })
            .collect();
        let name = self.lang.words().rollup.own_row.to_owned();
        // A unit without others below is all its own part; saying so twice helps nobody.
        (any && !self.view.rows.is_empty()).then_some(Row { depth: 1, name, cells, ..Row::default() })
    }

    /// The sums from below, where the unit itself said something else for all.
    fn row_below(&self) -> Option<Row> {
        let differs = self.view.own.cells.values().any(acts::total::Cell::differs);
        differs.then(|| Row {
            name: self.lang.words().rollup.from_units.to_owned(),
            cells: self
                .slots
                .iter()
                .map(|slot| {
                    let figure = self.view.own.cells.get(slot).filter(|figure| figure.differs());
                    let text = figure.map(|figure| lang::figure::sum(figure.below, "", self.lang).number);
                    Cell { text: text.unwrap_or_default(), ..Cell::default() }
                })
                .collect(),
            ..Row::default()
        })
    }
}

async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let words = member.words();
    let unit = member.some_unit().await?;
    let table = Table::load(&member, asked, unit).await?;
    let rows = opened(&member, &table).await?;
    let mut f = member.frame(words.rollup.heading, Place::Rollup, Some(unit)).await?;
    f.landscape = true;
    let drawer = drawer::open(&member, &table).await?;
    if let Some(drawer) = &drawer {
        f.crumbs = crumbs(&table, &drawer.path);
    }
    page(&drawn(&member, &table, rows, drawer.map(|drawer| drawer.drawn), f))
}

/// The rows, with those of units that stand open below them.
async fn opened(member: &Member, table: &Table) -> Result<Vec<Row>, Failure> {
    let mut out = Vec::new();
    let open = table.asked.open();
    for row in table.view.rows.iter().take(table.asked.rows(table.view.rows.len())) {
        out.push(table.row(row, 1));
        if !open.contains(&row.head.unit) {
            continue;
        }
        let look = Look { unit: row.head.unit, ..table.view.query };
        for inner in acts::total::view(&member.ctx, look).await?.rows.iter().take(MOST_ROWS) {
            out.push(table.row(inner, 2));
            if open.contains(&inner.head.unit) {
                let look = Look { unit: inner.head.unit, ..table.view.query };
                let innermost = acts::total::view(&member.ctx, look).await?;
                out.extend(
                    innermost
                        .rows
                        .iter()
                        .take(MOST_ROWS)
                        .map(|row| Row { toggle: None, ..table.row(row, 3) }),
                );
            }
        }
    }
    out.extend(table.rest());
    out.extend(table.own_part());
    Ok(out)
}

fn crumbs(table: &Table, path: &[(UnitId, String)]) -> Vec<Link> {
    let words = &table.lang.words().rollup;
    let mut crumbs = vec![Link::to(words.heading, table.asked.address(table.unit(), &[], None))];
    let last = path.len().saturating_sub(1);
    for (at, (unit, name)) in path.iter().enumerate() {
        let slot = table.asked.cell().map(|(_, slot)| slot);
        let href = table.asked.address(table.unit(), &table.asked.open(), slot.map(|slot| (*unit, slot)));
        crumbs.push(if at == last { Link::here(name) } else { Link::to(name, href) });
    }
    crumbs
}

fn drawn(
    member: &Member,
    table: &Table,
    rows: Vec<Row>,
    drawer: Option<page::Drawer>,
    f: super::frame::Frame,
) -> RollupPage {
    let (lang, words) = (table.lang, table.lang.words());
    let view = &table.view;
    let count = |number: usize| number::integer(i64::try_from(number).unwrap_or(i64::MAX), lang);
    let missing = view.rows.iter().filter(|row| view.coverage.missing.contains(&row.head.unit));
    let empty = view.own.cells.is_empty() && view.rows.iter().all(|row| row.cells.is_empty());
    let differs = view.own.cells.values().any(acts::total::Cell::differs);
    let (from, until) = ends(&table.asked, view.query.range);
    let mut total = table.row(&view.own, 0);
    total.name = words.rollup.total(&view.own.head.name.name);
    let tree = match view.query.lens {
        Lens::AsWas => words.rollup.tree_as_was.to_owned(),
        Lens::AsIs => words.rollup.tree_on(lang::date::short(view.tree_day, lang)),
    };
    RollupPage {
        subtitle: format!("{} · {}", view.own.head.name.name, lang::period::name(view.query.range, lang)),
        unit: table.unit().to_string(),
        excel: table.asked.address(table.unit(), &[], None).replacen("/tong-hop", "/tong-hop.xlsx", 1),
        selects: selects(member, table, from, until),
        check: if differs { Tag::look(words.rollup.stated) } else { Tag::done(words.rollup.adds_up) },
        columns: table
            .slots
            .iter()
            .map(|slot| Column {
                name: spoken::slot(&table.catalogue, *slot, lang),
                measure: spoken::slot_measure(&table.catalogue, *slot, lang),
            })
            .collect(),
        rows,
        total,
        difference: table.row_below(),
        coverage: format!(
            "{} {tree}",
            words.rollup.coverage(count(view.coverage.reported), count(view.coverage.expected))
        ),
        missing_label: words.rollup.missing(count(view.coverage.missing.len())),
        missing: missing.map(|row| row.head.name.name.clone()).collect(),
        notes: vec![words.rollup.inside.to_owned()],
        drawer,
        blank: empty.then(|| Blank {
            icon: icon("inbox"),
            title: words.rollup.blank_title.to_owned(),
            text: words.rollup.blank_text.to_owned(),
            way: None,
        }),
        foot: if member.site().settings.demo_accounts.is_empty() {
            String::new()
        } else {
            words.common.demo_note.to_owned()
        },
        f,
    }
}

/// The two ends as periods of the lists; a range that is itself one of them stands at both.
fn ends(asked: &Asked, range: Period) -> (Period, Period) {
    let from = asked.tu.parse().unwrap_or(range);
    (from, asked.den.parse().unwrap_or(from))
}

fn selects(member: &Member, table: &Table, from: Period, until: Period) -> Vec<Select> {
    let (lang, words) = (table.lang, &table.lang.words().rollup);
    let select = |name: &str, label: &str, choices: Vec<Choice>, value: String, several: bool| Select {
        name: name.to_owned(),
        label: label.to_owned(),
        choices,
        value,
        several,
    };
    let periods = spoken::periods(member.today(), &[from, until], lang);
    let roads = Road::ALL.iter().map(|road| Choice::new(road.code(), road.label(lang))).collect();
    let view = match table.view.query.lens {
        Lens::AsWas => "",
        Lens::AsIs => "nay",
    };
    vec![
        select("tu", words.from, periods.clone(), from.to_string(), true),
        select("den", words.until, periods, until.to_string(), true),
        select(
            "cach",
            words.view,
            vec![Choice::new("", words.as_was), Choice::new("nay", words.as_is)],
            view.to_owned(),
            false,
        ),
        select("nguon", words.road, roads, table.view.query.road.code().to_owned(), false),
        select(
            "cot",
            words.columns,
            vec![Choice::new("", words.columns_main), Choice::new("het", words.columns_all)],
            table.asked.cot.clone(),
            false,
        ),
    ]
}
