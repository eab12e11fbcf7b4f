//! Tổng hợp số liệu: totals by unit, and every figure down to its source.
//!
//! Not here: sums (`acts::total`), the table itself (`table`), drawing one figure's source (`drawer`), the Excel file
//! (`sheet`, `sources`), tables that were kept (`saved`).

mod drawer;
pub mod page;
mod pivot;
mod saved;
mod sheet;
mod sources;
mod table;

pub use super::excel::words_of;

use acts::total::{Lens, Query as Look};
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use domain::figure::Slot;
use domain::period::Period;
use domain::submission::Road;
use domain::unit::UnitId;
use lang::number;
use lang::words::label::Label;
use serde::Deserialize;

use self::page::{RollupPage, Row, Select};
use self::table::Table;
use super::answer::{Answer, Failure, page};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::freeze;
use super::parts::{Blank, Choice, Tag};
use super::site::Site;
use super::spoken;
use super::visit::Member;

/// Columns when only the main indicators are asked for: what fits on one landscape page.
const MAIN_COLUMNS: usize = 7;
/// Parts of a stretch side by side: what fits on one landscape page with the whole.
const MOST_PARTS: usize = 12;
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
        .merge(saved::routes())
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
    /// The number of the freeze that is looked at.
    chot: String,
    /// The extra column.
    them: String,
    /// The slot by which rows are put in order; empty for by name.
    xep: String,
    /// For which subject; empty for all.
    doi: String,
    /// The slot that shares, steps, parts of the stretch and the chart are about; empty for the first.
    so: String,
    /// By what lines stand in groups.
    nhom: String,
}

/// The cell whose source is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Opened {
    unit: UnitId,
    slot: Slot,
    /// For a part of the stretch.
    part: Option<Period>,
}

impl Asked {
    /// The range from the first day of the one period to the last of the other; the widest when they do not fit.
    fn range(&self, member: &Member) -> Result<Period, Failure> {
        let widest = spoken::widest(member.today()).ok_or(Failure::Missing)?;
        if let Some(range) = self.relative().and_then(|one| one.range(member.today())) {
            return Ok(range);
        }
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
    fn cell(&self) -> Option<Opened> {
        let mut pieces = self.o.splitn(3, '.');
        let (unit, slot) = (pieces.next()?.parse().ok()?, Slot(pieces.next()?.parse().ok()?));
        let part = match pieces.next() {
            Some(part) => Some(part.parse().ok()?),
            None => None,
        };
        Some(Opened { unit, slot, part })
    }

    /// This page with another cell and other units open.
    fn address(&self, unit: UnitId, open: &[UnitId], cell: Option<Opened>) -> String {
        let unit = unit.to_string();
        let open: Vec<String> = open.iter().map(ToString::to_string).collect();
        let cell = cell.map_or_else(String::new, |cell| match cell.part {
            Some(part) => format!("{}.{}.{part}", cell.unit, cell.slot.0),
            None => format!("{}.{}", cell.unit, cell.slot.0),
        });
        let open = open.join("-");
        let mut pairs = vec![("don-vi", unit.as_str())];
        pairs.extend(self.chosen());
        pairs.extend([("mo", open.as_str()), ("o", cell.as_str())]);
        address("/tong-hop", &pairs)
    }

    /// How the table is looked at, as pairs of an address: all but whose it is, what stands open and what is shown
    /// beside it.
    fn chosen(&self) -> [(&'static str, &str); 12] {
        [
            ("tu", &self.tu),
            ("den", &self.den),
            ("cach", &self.cach),
            ("nguon", &self.nguon),
            ("cot", &self.cot),
            ("het", &self.het),
            ("chot", &self.chot),
            ("so", &self.so),
            ("them", &self.them),
            ("xep", &self.xep),
            ("doi", &self.doi),
            ("nhom", &self.nhom),
        ]
    }
}

async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let words = member.words();
    let unit = member.some_unit().await?;
    let table = Table::load(&member, asked, unit).await?;
    let rows = table.rows(&member).await?;
    let kept = acts::pivot::list(&member.ctx, unit).await?;
    let mut f = member.frame(words.rollup.heading, Place::Rollup, Some(unit)).await?;
    f.landscape = true;
    let drawer = drawer::open(&member, &table).await?;
    if let Some(drawer) = &drawer {
        f.crumbs = crumbs(&table, &drawer.path);
    }
    let mut drawn = drawn(&member, &table, rows, drawer.map(|drawer| drawer.drawn), f);
    drawn.kept = saved::drawn(&member, &table, &kept);
    page(&drawn)
}

fn crumbs(table: &Table, path: &[(UnitId, String)]) -> Vec<Link> {
    let words = &table.lang.words().rollup;
    let mut crumbs = vec![Link::to(words.heading, table.asked.address(table.unit(), &[], None))];
    let last = path.len().saturating_sub(1);
    for (at, (unit, name)) in path.iter().enumerate() {
        let cell = table.asked.cell().map(|cell| Opened { unit: *unit, ..cell });
        let href = table.asked.address(table.unit(), &table.asked.open(), cell);
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
    let mut total = table.row(&table.own, 0);
    total.name = words.rollup.total(&view.own.head.name.name);
    let tree = match view.query.lens {
        Lens::AsWas => words.rollup.tree_as_was.to_owned(),
        Lens::AsIs => words.rollup.tree_on(lang::date::short(view.tree_day, lang)),
    };
    RollupPage {
        subtitle: subtitle(table),
        ways: ways(table),
        unit: table.unit().to_string(),
        excel: table.asked.address(table.unit(), &[], None).replacen("/tong-hop", "/tong-hop.xlsx", 1),
        selects: selects(member, table, from, until),
        more: pivot::selects(table),
        more_open: [
            &table.asked.so,
            &table.asked.them,
            &table.asked.xep,
            &table.asked.doi,
            &table.asked.nhom,
        ]
        .iter()
        .any(|value| !value.is_empty()),
        check: if differs { Tag::look(words.rollup.stated) } else { Tag::done(words.rollup.adds_up) },
        columns: table
            .columns
            .iter()
            .map(|axis| table.column(*axis))
            .chain(table.extra.column(table))
            .collect(),
        kept: page::Kept::default(),
        chart: pivot::drawn(member, table),
        rows,
        total,
        difference: table.row_below(),
        coverage: format!(
            "{} {tree}",
            words.rollup.coverage(count(view.coverage.reported), count(view.coverage.expected))
        ),
        missing_label: words.rollup.missing(count(view.coverage.missing.len())),
        missing: missing.map(|row| row.head.name.name.clone()).collect(),
        notes: notes(table),
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

/// What to mind about the table.
fn notes(table: &Table) -> Vec<String> {
    let words = &table.lang.words().rollup;
    let cut = table.columns.iter().any(|axis| axis.part.is_some());
    let mut notes = vec![if cut { words.inside_parts } else { words.inside }.to_owned()];
    if let Some((cut, slot)) = table.columns.first().filter(|_| cut).map(|axis| (axis.part, axis.slot)) {
        let named = spoken::slot(&table.catalogue, slot, table.lang);
        let from = cut.map_or_else(String::new, |part| lang::period::name(part, table.lang));
        notes.insert(0, words.parts_of(named, from));
    }
    notes
}

/// Whose, over which stretch, and which freeze.
fn subtitle(table: &Table) -> String {
    let (view, lang) = (&table.view, table.lang);
    let told = table.freezes.told(lang).unwrap_or_else(|| lang.words().freeze.live.to_owned());
    format!("{} · {} · {told}", view.own.head.name.name, lang::period::name(view.query.range, lang))
}

/// To the explanation why a freeze and what stands now differ, where there is one.
fn ways(table: &Table) -> Vec<Link> {
    let newest = table.freezes.current().or(table.freezes.all.first());
    let way = |one: &acts::freeze::Listed| {
        let href = freeze::why_address(table.unit(), table.view.query.range, one.freeze.number);
        Link::to(table.lang.words().freeze.why, href)
    };
    newest.map(way).into_iter().collect()
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
    let mut starts = pivot::relatives(lang);
    starts.extend(periods.iter().cloned());
    let start = table.asked.relative().map_or_else(|| from.to_string(), |one| one.code().to_owned());
    let roads = Road::ALL.iter().map(|road| Choice::new(road.code(), road.label(lang))).collect();
    let view = match table.view.query.lens {
        Lens::AsWas => "",
        Lens::AsIs => "nay",
    };
    vec![
        select("tu", words.from, starts, start, true),
        select("den", words.until, periods, until.to_string(), true),
        select(
            "cach",
            words.view,
            vec![Choice::new("", words.as_was), Choice::new("nay", words.as_is)],
            view.to_owned(),
            false,
        ),
        select("chot", words.basis, table.freezes.choices(lang), table.freezes.number(), false),
        select("nguon", words.road, roads, table.view.query.road.code().to_owned(), false),
        select("cot", words.columns, pivot::columns(lang), table.asked.cot.clone(), false),
    ]
}
