//! The source of one figure: its addition, its parts, its records with quotes and files; and its history.
//!
//! Not here: finding them (`acts::total::origin`).

use acts::total::{Origin, Query as Look, Record};
use axum::extract::Query;
use domain::figure::{Bound, Value};
use domain::id::DocumentId;
use domain::submission::Scope;
use domain::total::Sum;
use domain::unit::UnitId;
use lang::words::label::Label;
use lang::{Lang, number};

use super::page::{Drawer, Evidence, FigurePage, Quote, Source, Version};
use super::table::Table;
use super::{Asked, Opened as Open};
use crate::web::answer::{Answer, Failure, page};
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::freeze;
use crate::web::spoken;
use crate::web::visit::{Member, moment};

/// Parts and records shown at once.
const MOST: usize = 14;
/// An addition with more parts is no longer read as one.
const READABLE: usize = 8;

/// A drawer and the way down to its unit.
pub struct Opened {
    /// The drawer.
    pub drawn: Drawer,
    /// The units above, the highest first, and the unit itself.
    pub path: Vec<(UnitId, String)>,
}

/// Opens the figure that the address names; nothing when it names none.
pub(super) async fn open(member: &Member, table: &Table) -> Result<Option<Opened>, Failure> {
    let Some(cell) = table.asked.cell() else { return Ok(None) };
    let whole = table.view.query.range;
    let range = cell.part.filter(|part| whole.contains(*part)).unwrap_or(whole);
    let look = Look { unit: cell.unit, range, ..table.view.query };
    let origin = freeze::origin(member, table.freezes.chosen, look, cell.slot).await?;
    let mut path: Vec<(UnitId, String)> =
        origin.path.iter().map(|head| (head.unit, head.name.name.clone())).collect();
    path.retain(|(above, _)| *above != cell.unit);
    path.push((cell.unit, origin.head.name.name.clone()));
    Ok(Some(Opened { drawn: drawer(table, &origin), path }))
}

fn drawer(table: &Table, origin: &Origin) -> Drawer {
    let (lang, words) = (table.lang, &table.lang.words().rollup);
    let measure = spoken::slot_measure(&table.catalogue, origin.slot, lang);
    let total = total_line(origin, &measure, lang);
    let mut sources: Vec<Source> =
        origin.records.iter().map(|record| source(table, origin, record, &measure)).collect();
    sources.extend(origin.parts.iter().filter(|part| part.cell.sum != Sum::default()).map(|part| {
        let cell = table.asked.cell().map(|cell| Open { unit: part.head.unit, ..cell });
        let href = table.asked.address(table.unit(), &table.asked.open(), cell);
        Source {
            name: Link::to(&part.head.name.name, format!("{href}#nguon")),
            value: lang::figure::sum(part.cell.sum, &measure, lang).line(),
            ..Source::default()
        }
    }));
    let rest = sources.len().saturating_sub(MOST);
    sources.truncate(MOST);
    let all_parts = address(
        "/tong-hop",
        &[
            ("don-vi", &origin.head.unit.to_string()),
            ("tu", &table.asked.tu),
            ("den", &table.asked.den),
            ("cot", "het"),
        ],
    );
    Drawer {
        heading: words.source_of(&total),
        close: table.asked.address(table.unit(), &table.asked.open(), None),
        indicator: spoken::slot(&table.catalogue, origin.slot, lang),
        unit: origin.head.name.name.clone(),
        period: lang::period::heading(origin.query.range, lang),
        equation: equation(origin, lang),
        notes: notes(origin, &measure, lang),
        sources,
        more: (rest > 0).then(|| Link::to(words.more_sources(rest), all_parts)),
    }
}

fn total_line(origin: &Origin, measure: &str, lang: Lang) -> String {
    match origin.cell.whole() {
        Some(stated) if origin.cell.sum.values() == 0 => {
            lang::figure::value(Some(stated), measure, lang).line()
        }
        _ => lang::figure::sum(origin.cell.sum, measure, lang).line(),
    }
}

/// `120 + 96 + 140 + 72 = 428`, when there are few exact parts and they give the figure.
fn equation(origin: &Origin, lang: Lang) -> String {
    let of_records =
        origin.records.iter().filter(|record| record.counts).filter_map(|record| match record.value {
            Value::Count { number, bound: Bound::Exact } => Some(number),
            Value::Count { .. } | Value::Ratio { .. } | Value::Statement { .. } | Value::NotApplicable => {
                None
            }
        });
    let of_parts =
        origin.parts.iter().map(|part| part.cell.sum).filter(|sum| sum.values() > 0).map(|sum| sum.number);
    let numbers: Vec<i64> = of_records.chain(of_parts).collect();
    let total: i64 = numbers.iter().sum();
    if numbers.len() < 2 || numbers.len() > READABLE || total != origin.cell.sum.number {
        return String::new();
    }
    let terms: Vec<String> = numbers.iter().map(|number| number::integer(*number, lang)).collect();
    format!("{} = {}", terms.join(" + "), number::integer(total, lang))
}

fn notes(origin: &Origin, measure: &str, lang: Lang) -> Vec<String> {
    let words = &lang.words().rollup;
    let mut notes = Vec::new();
    if origin.cell.differs() {
        notes.push(words.whole_stands.to_owned());
        notes.push(words.from_below(lang::figure::sum(origin.cell.below(), measure, lang).line()));
    }
    if origin.cell.sum.statements > 0 && origin.cell.whole().is_none() {
        notes.push(words.statements(origin.cell.sum.statements));
    }
    if origin.cell.sum.not_applicable > 0 {
        notes.push(words.not_applicable(origin.cell.sum.not_applicable));
    }
    if !origin.cell.pick.left_out.is_empty() {
        let left: Vec<String> =
            origin.cell.pick.left_out.iter().map(|period| lang::period::name(*period, lang)).collect();
        notes.push(words.left_out(left.join(", ")));
    }
    if let Some(counted) = origin.other_road {
        notes.push(words.other_road(lang::figure::sum(counted, measure, lang).line()));
    }
    if !origin.missing.is_empty() {
        let names: Vec<&str> =
            origin.missing.iter().map(|head| head.name.name.as_str()).take(READABLE).collect();
        notes.push(format!("{}: {}", words.missing(origin.missing.len()), names.join("; ")));
    }
    notes
}

fn source(table: &Table, origin: &Origin, record: &Record, measure: &str) -> Source {
    let (lang, words) = (table.lang, &table.lang.words().rollup);
    let mut how = Vec::new();
    if record.head.unit != origin.head.unit {
        how.push(record.head.name.name.clone());
    }
    if record.scope == Scope::Whole {
        how.push(record.scope.label(lang).to_owned());
    }
    if let Some(last) = record.steps.first() {
        how.push(words.entered(&last.name, moment(last.at_ms, lang)));
        how.push(last.source.label(lang).to_owned());
    }
    if !record.counts {
        how.push(words.aside.to_owned());
    }
    let history = history_address(&table.asked, origin, record);
    Source {
        name: Link::to(lang::period::heading(record.period, lang), history),
        value: lang::figure::value(Some(record.value), measure, lang).line(),
        how: how.join(" · "),
        quotes: record
            .evidence
            .iter()
            .filter(|piece| !piece.quote.is_empty())
            .map(|piece| Quote { text: piece.quote.clone(), href: place_in_text(piece.document, piece.span) })
            .collect(),
        files: record
            .evidence
            .iter()
            .filter(|piece| piece.file.is_some())
            .map(|piece| Link::to(&piece.file_name, format!("/minh-chung/{}", piece.id)))
            .collect(),
        bare: record.evidence.is_empty(),
    }
}

/// The place of a quote in its document: the page finds the mark by the quote's span.
pub(super) fn place_in_text(document: Option<DocumentId>, span: Option<(i64, i64)>) -> String {
    match (document, span) {
        (Some(document), Some((start, end))) => format!("/doc-bao-cao/{document}?doan={start}-{end}#doan"),
        (Some(document), None) => format!("/doc-bao-cao/{document}"),
        (None, _) => String::new(),
    }
}

fn history_address(asked: &Asked, origin: &Origin, record: &Record) -> String {
    let unit = origin.head.unit.to_string();
    let cell = format!("{unit}.{}", origin.slot.0);
    let road = origin.query.road.code();
    let range = origin.query.range.to_string();
    address(
        "/tong-hop/lich-su",
        &[
            ("don-vi", &unit),
            ("tu", &range),
            ("den", &range),
            ("cach", &asked.cach),
            ("nguon", road),
            ("o", &cell),
            ("ban", &record.submission.to_string()),
        ],
    )
}

/// All versions of one unit's figure for one period, with its evidence.
pub async fn history(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let cell = asked.cell().ok_or(Failure::Missing)?;
    let (unit, slot) = (cell.unit, cell.slot);
    let look = asked.look(unit, asked.range(&member)?);
    let origin = acts::total::origin(&member.ctx, look, slot).await?;
    let record = origin
        .records
        .iter()
        .find(|record| record.submission.to_string() == asked.ban)
        .ok_or(Failure::Missing)?;
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let measure = spoken::slot_measure(&catalogue, slot, lang);
    let mut f = member.frame(words.rollup.history_heading, Place::Rollup, Some(unit)).await?;
    f.crumbs = vec![
        Link::to(words.rollup.heading, asked.address(unit, &[], Some(cell))),
        Link::here(words.rollup.history_heading),
    ];
    let versions = record.steps.iter().map(|step| Version {
        value: step.after.map_or_else(
            || words.rollup.withdrawn.to_owned(),
            |value| lang::figure::value(Some(value), &measure, lang).line(),
        ),
        when: format!("{}, {}", words.rollup.version(step.version), moment(step.at_ms, lang)),
        who: format!("{} · {}", step.name, step.source.label(lang)),
        note: step.reason.clone(),
    });
    let evidence = record.evidence.iter().map(|piece| {
        let document = piece.document.and_then(|id| record.documents.get(&id)).cloned().unwrap_or_default();
        let link = match &piece.file {
            Some(_) => Link::to(&piece.file_name, format!("/minh-chung/{}", piece.id)),
            None => Link { text: document, href: place_in_text(piece.document, piece.span), here: false },
        };
        let place = if piece.place.is_empty() { String::new() } else { words.rollup.place(&piece.place) };
        let note =
            [place, piece.note.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        Evidence { quote: piece.quote.clone(), link, note: note.join(" · ") }
    });
    let name = spoken::slot(&catalogue, slot, lang);
    page(&FigurePage {
        heading: lang::figure::value(Some(record.value), &measure, lang).line(),
        subtitle: format!("{name} · {} · {}", record.head.name.name, lang::period::name(record.period, lang)),
        versions: versions.collect(),
        evidence: evidence.collect(),
        f,
    })
}
