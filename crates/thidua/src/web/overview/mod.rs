//! Tổng quan: the page of truth of one unit.
//!
//! Not here: sums (`acts::total`), the Excel file (it is that of the totals).

mod choose;
pub mod page;

use acts::headline::MOST;
use acts::indicator::Catalogue;
use acts::total::{Cell as Figure, Lens, Query as Look, View};
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use domain::figure::Slot;
use domain::period::{Period, PeriodKind};
use domain::submission::Road;
use domain::unit::UnitId;
use lang::{Lang, number};
use serde::Deserialize;

use self::page::{Headline, OverviewPage, Row, Strip, Todo};
use super::answer::{Answer, Failure, page, set_cookie};
use super::assets::icon;
use super::chart::{Bar, Chart, Lay};
use super::encode::address;
use super::frame::{Frame, Link, Place};
use super::freeze::{self, Freezes};
use super::parts::{Blank, Cell, Column, Tag, bar};
use super::site::{Site, cookie};
use super::spoken;
use super::visit::{Member, moment};

/// Figures beside those chosen: with them, what an article about one unit tells at most.
const MORE_FIGURES: usize = 10;
/// Columns of the table of units: more do not fit beside the to-do list.
const MOST_COLUMNS: usize = 3;
/// Units in the table: with them the page prints on one sheet; the totals show all.
const MOST_UNITS: usize = 7;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new().route("/", get(show)).merge(choose::routes())
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    ky: String,
    /// The number of the freeze that is looked at; empty for the newest.
    #[serde(default)]
    chot: String,
}

async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let words = member.words();
    let Some(unit) = member.unit().await? else { return nothing_within_reach(&member).await };
    let held = acts::headline::periods(&member.ctx, unit).await?;
    let period = match asked.ky.parse() {
        Ok(period) => period,
        Err(_) => all_of(&held).or_else(|| spoken::widest(member.today())).ok_or(Failure::Missing)?,
    };
    let look = Look { unit, range: period, lens: Lens::AsWas, road: Road::Declared };
    let freezes = Freezes::load(&member, unit, period, &asked.chot, true).await?;
    let view = freeze::view(&member, freezes.chosen, look).await?;
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let slots =
        chosen_first(&member, unit, spoken::ranked(&catalogue, view.own.cells.keys().copied())).await?;
    let mut f = member.frame(words.overview.heading, Place::Overview, Some(unit)).await?;
    f.path = address("/", &[("don-vi", &unit.to_string()), ("ky", &period.to_string())]);
    let mut drawn = of_view(f, &member, &view, &catalogue, &slots);
    drawn.periods = spoken::held_periods(&held, period, member.lang());
    drawn.choose = if member.may.enter {
        address("/so-tong-quan", &[("don-vi", &unit.to_string())])
    } else {
        String::new()
    };
    freeze_strip(&mut drawn, &member, &freezes, &view).await?;
    drawn.todo = todo(&member, &view).await?;
    drawn.chart = over_years(&member, &view, &catalogue, &slots);
    let mut response = page(&drawn)?;
    set_cookie(&mut response, &member.site().cookie(cookie::UNIT, &unit.to_string(), None));
    Ok(response)
}

/// Everything from the first day of the first period with figures to the last day of the last.
fn all_of(held: &[Period]) -> Option<Period> {
    let first = held.iter().map(|period| period.first()).min()?;
    let last = held.iter().map(|period| period.last()).max()?;
    Period::new(first, last).ok()
}

/// The figures that the unit chose, then the others as they are ranked. What was chosen stands there even when nothing
/// was reported for it: that is told too.
async fn chosen_first(member: &Member, unit: UnitId, ranked: Vec<Slot>) -> Result<Vec<Slot>, Failure> {
    let mut slots = acts::headline::chosen(&member.ctx, unit).await?;
    let rest: Vec<Slot> = ranked.into_iter().filter(|slot| !slots.contains(slot)).collect();
    slots.extend(rest);
    Ok(slots)
}

/// The page without its to-do list and chart, which ask for more.
fn of_view(f: Frame, member: &Member, view: &View, catalogue: &Catalogue, slots: &[Slot]) -> OverviewPage {
    let (lang, words, range) = (member.lang(), member.words(), view.query.range);
    let unit = view.query.unit;
    let rows: Vec<Row> = view
        .rows
        .iter()
        .take(MOST_UNITS)
        .map(|row| Row {
            unit: Link::to(&row.head.name.name, here("/", row.head.unit, range)),
            tag: if row.cells.is_empty() {
                Tag::waiting(words.overview.waiting)
            } else {
                Tag::done(words.overview.done)
            },
            cells: slots
                .iter()
                .take(MOST_COLUMNS)
                .map(|slot| cell(row.cells.get(slot), row.head.unit, *slot, range, lang))
                .collect(),
        })
        .collect();
    let blank = (view.own.cells.is_empty() && view.coverage.reported == 0).then(|| Blank {
        icon: icon("inbox"),
        title: words.overview.blank_title.to_owned(),
        text: words.overview.blank_text.to_owned(),
        way: member.may.enter.then(|| Link::to(words.frame.entry, here("/so-lieu", unit, range))),
    });
    let all = view.rows.len();
    OverviewPage {
        subtitle: format!("{} · {}", view.own.head.name.name, lang::period::name(range, lang)),
        unit: unit.to_string(),
        periods: Vec::new(),
        period: range.to_string(),
        choose: String::new(),
        excel: sheet_of(unit, range),
        freeze: None,
        strip: strip(view, lang),
        figures: slots.iter().take(MOST).map(|slot| headline(view, catalogue, *slot, lang)).collect(),
        more: slots
            .iter()
            .skip(MOST)
            .take(MORE_FIGURES)
            .map(|slot| headline(view, catalogue, *slot, lang))
            .collect(),
        children_note: if rows.is_empty() { String::new() } else { words.overview.shown(rows.len(), all) },
        all_children: (all > rows.len())
            .then(|| Link::to(words.overview.see_all(all), here("/tong-hop", unit, range))),
        columns: slots
            .iter()
            .take(MOST_COLUMNS)
            .map(|slot| Column {
                name: spoken::slot(catalogue, *slot, lang),
                measure: spoken::slot_measure(catalogue, *slot, lang),
            })
            .collect(),
        rows,
        todo: Vec::new(),
        chart: None,
        blank,
        foot: if member.site().settings.demo_accounts.is_empty() {
            String::new()
        } else {
            words.common.demo_note.to_owned()
        },
        f,
    }
}

/// A page of a unit and a range. The totals take the range in two ends.
fn here(path: &str, unit: UnitId, range: Period) -> String {
    let (unit, range) = (unit.to_string(), range.to_string());
    match path {
        "/" | "/so-lieu" => address(path, &[("don-vi", &unit), ("ky", &range)]),
        _ => address(path, &[("don-vi", &unit), ("tu", &range), ("den", &range)]),
    }
}

fn sheet_of(unit: UnitId, range: Period) -> String {
    here("/tong-hop.xlsx", unit, range)
}

/// The source of one figure, beside the totals.
fn source(unit: UnitId, slot: Slot, range: Period) -> String {
    let (unit, range) = (unit.to_string(), range.to_string());
    let cell = format!("{unit}.{}", slot.0);
    address("/tong-hop", &[("don-vi", &unit), ("tu", &range), ("den", &range), ("o", &cell)])
}

fn cell(figure: Option<&Figure>, unit: UnitId, slot: Slot, range: Period, lang: Lang) -> Cell {
    let words = lang.words();
    match figure {
        None => Cell { text: words.common.not_reported.to_owned(), ..Cell::default() },
        Some(figure) => {
            let printed = lang::figure::sum(figure.sum, "", lang);
            Cell { text: printed.number, href: source(unit, slot, range), ..Cell::default() }
        }
    }
}

fn headline(view: &View, catalogue: &Catalogue, slot: Slot, lang: Lang) -> Headline {
    let measure = spoken::slot_measure(catalogue, slot, lang);
    let figure = view.own.cells.get(&slot).cloned().unwrap_or_default();
    let mut printed = lang::figure::headline(figure.sum, &measure, lang);
    // A unit that only stated a percentage for all: the statement itself is its figure.
    if figure.sum.values() == 0
        && let Some(stated) = figure.whole()
    {
        printed = lang::figure::value(Some(stated), &measure, lang);
    }
    let code = catalogue.of_slot(slot).map_or("", |indicator| indicator.code.as_str());
    let link = source(view.query.unit, slot, view.query.range);
    Headline {
        icon: spoken::drawing(code),
        label: spoken::slot(catalogue, slot, lang),
        number: printed.number,
        measure: printed.measure,
        evidence: Link::to(lang.words().overview.see_source, link),
        gold: spoken::is_recognition(code),
    }
}

fn strip(view: &View, lang: Lang) -> Strip {
    let words = &lang.words().overview;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let (done, all) = (count(view.coverage.reported), count(view.coverage.expected));
    let missing = view.coverage.missing.len();
    let (submitted, done, all) = if all > 0 {
        (words.submitted(number::integer(done, lang), number::integer(all, lang)), done, all)
    } else if view.own.cells.is_empty() {
        (words.own_waiting.to_owned(), 0, 1)
    } else {
        (words.own_reported.to_owned(), 1, 1)
    };
    Strip {
        submitted,
        percent: number::percent(done, all, 0, lang).unwrap_or_default(),
        bar: bar(done, all),
        open: true,
        standing: words.standing.to_owned(),
        standing_note: words.standing_note.to_owned(),
        missing: if missing == 0 {
            Link::default()
        } else {
            let path = here("/tong-hop", view.query.unit, view.query.range);
            Link::to(words.missing(number::integer(count(missing), lang)), format!("{path}#thieu"))
        },
        missing_note: String::new(),
        ways: Vec::new(),
    }
}

/// Whether the figures are frozen, what that means, and the ways on: freezing, and why now differs.
async fn freeze_strip(
    drawn: &mut OverviewPage,
    member: &Member,
    freezes: &Freezes,
    view: &View,
) -> Result<(), Failure> {
    let (lang, words) = (member.lang(), &member.words().freeze);
    let (unit, range) = (view.query.unit, view.query.range);
    let path = |chot: &str| {
        let (unit, range) = (unit.to_string(), range.to_string());
        address("/", &[("don-vi", &unit), ("ky", &range), ("chot", chot)])
    };
    let strip = &mut drawn.strip;
    if let Some(current) = freezes.current() {
        strip.open = false;
        strip.standing = words.number(current.freeze.number);
        strip.standing_note = format!("{} – {}", moment(current.freeze.at_ms, lang), words.quoted);
        strip.ways.push(Link::to(words.see_live, path(freeze::LIVE)));
        strip.ways.push(Link::to(words.why, freeze::why_address(unit, range, current.freeze.number)));
        drawn.excel = format!("{}&chot={}", drawn.excel, current.freeze.number);
    } else if let Some(newest) = freezes.all.first() {
        strip.ways.push(Link::to(words.see_frozen, path("")));
        strip.ways.push(Link::to(words.why, freeze::why_address(unit, range, newest.freeze.number)));
    }
    if freezes.all.is_empty()
        && let Some(newest) = acts::freeze::list(&member.ctx, unit, None).await?.into_iter().next()
    {
        let told = lang::period::name(newest.freeze.range, lang);
        strip.ways.push(Link::to(
            format!("{} ({told})", words.number(newest.freeze.number)),
            here("/", unit, newest.freeze.range),
        ));
    }
    if member.may.approve {
        drawn.freeze = Some(Link::to(words.act, freeze::ask_address(unit, range)));
    }
    Ok(())
}

/// What waits at this unit: reports to read, units that have not reported.
async fn todo(member: &Member, view: &View) -> Result<Vec<Todo>, Failure> {
    let words = &member.words().overview;
    let mut out = Vec::new();
    if member.may.read {
        let documents = acts::document::list(&member.ctx, None).await?;
        let open = documents.iter().filter(|listed| listed.open > 0).count();
        if open > 0 {
            out.push(Todo {
                big: open.to_string(),
                small: words.reports_word.to_owned(),
                late: false,
                link: Link::to(words.todo_reading(open), "/doc-bao-cao"),
                note: String::new(),
            });
        }
    }
    let period = lang::period::name(view.query.range, member.lang());
    let missing = view.rows.iter().filter(|row| view.coverage.missing.contains(&row.head.unit));
    out.extend(missing.take(4).map(|row| Todo {
        big: "–".to_owned(),
        small: words.waiting_short.to_owned(),
        late: false,
        link: Link::to(
            words.todo_missing(&row.head.name.name, &period),
            here("/so-lieu", row.head.unit, view.query.range),
        ),
        note: String::new(),
    }));
    Ok(out)
}

/// The first figure year by year, when the range spans years in which it was reported; else by unit, by name.
fn over_years(member: &Member, view: &View, catalogue: &Catalogue, slots: &[Slot]) -> Option<Chart> {
    let (lang, range) = (member.lang(), view.query.range);
    let slot = slots.iter().copied().find(|slot| is_count(view, *slot))?;
    let mut bars = Vec::new();
    if matches!(range.kind(), PeriodKind::Years | PeriodKind::Span) {
        let last = range.last().year().min(member.today().year());
        for year in range.first().year().max(last - 5)..=last {
            let Ok(period) = Period::year(year) else { continue };
            if let Some(figure) = view.own_within(period).get(&slot).filter(|figure| figure.sum.values() > 0)
            {
                bars.push(one_bar(year.to_string(), figure, period.last() > member.today(), lang));
            }
        }
    }
    let by_year = bars.len() > 1;
    if !by_year {
        let rows = view.rows.iter().filter_map(|row| Some((row, row.cells.get(&slot)?)));
        let told = rows.filter(|(_, figure)| figure.sum.values() > 0).take(6);
        bars = told.map(|(row, figure)| one_bar(row.head.name.name.clone(), figure, false, lang)).collect();
    }
    let words = &lang.words().overview;
    let (label, measure) = (spoken::slot(catalogue, slot, lang), spoken::slot_measure(catalogue, slot, lang));
    let (lay, title) = if by_year {
        (Lay::Upright, words.chart(&label))
    } else {
        (Lay::Across, format!("{label} {}", words.chart_units))
    };
    Chart::of(lay, title, measure, bars, lang)
}

fn is_count(view: &View, slot: Slot) -> bool {
    view.own.cells.get(&slot).is_some_and(|figure| figure.sum.values() > 0 && figure.sum.denominator == 0)
}

fn one_bar(label: String, figure: &Figure, open: bool, lang: Lang) -> Bar {
    Bar { label, value: figure.sum.number, printed: number::short(figure.sum.number, 1, lang).0, open }
}

/// Nobody gave this person a unit, or there is none yet.
async fn nothing_within_reach(member: &Member) -> Answer {
    let words = member.words();
    let f = member.frame(words.overview.heading, Place::Overview, None).await?;
    let range = spoken::widest(member.today()).ok_or(Failure::Missing)?;
    let blank = super::unit::nothing(member);
    page(&OverviewPage {
        f,
        subtitle: lang::period::heading(range, member.lang()),
        unit: String::new(),
        periods: Vec::new(),
        period: String::new(),
        excel: "/tong-hop.xlsx".to_owned(),
        freeze: None,
        strip: Strip::default(),
        figures: Vec::new(),
        more: Vec::new(),
        choose: String::new(),
        children_note: String::new(),
        all_children: None,
        columns: Vec::new(),
        rows: Vec::new(),
        todo: Vec::new(),
        chart: None,
        blank: Some(blank),
        foot: String::new(),
    })
}
