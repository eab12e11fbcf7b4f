//! Figures, units and indicators in the words of pages: what several pages say alike.
//!
//! Not here: numbers as text (`lang::figure`), the pages.

use acts::indicator::Catalogue;
use domain::figure::{Slot, Value};
use domain::indicator::{Breakdown, Indicator, IndicatorId, Subject};
use domain::period::Period;
use lang::Lang;
use lang::words::label::Label;

use super::assets::icon;
use super::parts::Choice;

/// An indicator's name in a language; English falls back on Vietnamese where none was given.
pub fn name(indicator: &Indicator, lang: Lang) -> String {
    match lang {
        Lang::En if !indicator.name_en.is_empty() => indicator.name_en.clone(),
        Lang::Vi | Lang::En => indicator.name.clone(),
    }
}

/// An indicator's measure in a language.
pub fn measure(indicator: &Indicator, lang: Lang) -> String {
    match lang {
        Lang::En if !indicator.measure_en.is_empty() && indicator.measure != "đồng" => {
            indicator.measure_en.clone()
        }
        Lang::Vi | Lang::En => indicator.measure.clone(),
    }
}

/// A breakdown in words; empty when there is none: "tập thể · giấy khen".
pub fn breakdown(breakdown: &Breakdown, lang: Lang) -> String {
    let subject = match breakdown.subject {
        Subject::Any => "",
        Subject::Collective | Subject::Individual | Subject::Household | Subject::Combined => {
            breakdown.subject.label(lang)
        }
    };
    let detail = breakdown.detail.as_str();
    match (subject.is_empty(), detail.is_empty()) {
        (true, _) => detail.to_owned(),
        (false, true) => subject.to_owned(),
        (false, false) => format!("{subject} · {detail}"),
    }
}

/// What a slot counts, in words: "Việc đăng ký của tập thể", "Khen thưởng – cá nhân".
pub fn slot(catalogue: &Catalogue, slot: Slot, lang: Lang) -> String {
    let Some(indicator) = catalogue.of_slot(slot) else { return String::new() };
    let part = catalogue.breakdown(slot).map_or_else(String::new, |found| breakdown(found, lang));
    if part.is_empty() { name(indicator, lang) } else { format!("{} – {part}", name(indicator, lang)) }
}

/// A slot's measure.
pub fn slot_measure(catalogue: &Catalogue, slot: Slot, lang: Lang) -> String {
    catalogue.of_slot(slot).map_or_else(String::new, |indicator| measure(indicator, lang))
}

/// An indicator in a breakdown as forms send it: `HD01.any.`, `KT10.collective.giay-khen`.
pub fn key(indicator: &Indicator, breakdown: &Breakdown) -> String {
    format!("{}.{}.{}", indicator.code, breakdown.subject.code(), breakdown.detail)
}

/// Reads a [`key`] back.
pub fn of_key(catalogue: &Catalogue, key: &str) -> Option<(IndicatorId, Breakdown)> {
    let mut pieces = key.splitn(3, '.');
    let indicator = catalogue.by_code(pieces.next()?)?;
    let subject = Subject::from_code(pieces.next()?)?;
    let breakdown = Breakdown { subject, detail: pieces.next().unwrap_or("").to_owned() };
    breakdown.is_sound().then_some((indicator.id, breakdown))
}

/// A key as an id within a page: letters, digits and dots stay, every other byte becomes `_` and two digits.
pub fn row_id(key: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::from("o");
    for byte in key.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'.' {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "_{byte:02x}");
        }
    }
    out
}

/// The slots that hold something, the best known indicators first; within one, both together before apart.
pub fn ranked(catalogue: &Catalogue, held: impl Iterator<Item = Slot>) -> Vec<Slot> {
    const FIRST: [&str; 11] =
        ["HD01", "HD02", "HD04", "HD03", "KT10", "HT02", "HT03", "HT04", "KH02", "KH03", "NT01"];
    let rank = |slot: &Slot| {
        let code = catalogue.of_slot(*slot).map_or("", |indicator| indicator.code.as_str());
        let place = FIRST.iter().position(|known| *known == code).unwrap_or(FIRST.len());
        let part = catalogue.breakdown(*slot).cloned().unwrap_or_else(Breakdown::none);
        let apart = u8::from(part.subject != Subject::Combined);
        (place, code.to_owned(), apart, part)
    };
    // Every row of a table names the same few slots: each is ranked once.
    let mut slots: Vec<Slot> = held.collect();
    slots.sort_unstable();
    slots.dedup();
    slots.sort_by_cached_key(rank);
    slots
}

/// Every indicator in every breakdown that is in use, and in none, as choices for a list.
pub fn choices(catalogue: &Catalogue, lang: Lang) -> Vec<Choice> {
    let mut out = Vec::new();
    for indicator in &catalogue.indicators {
        let full = |part: &Breakdown| {
            let words = breakdown(part, lang);
            let dash = if words.is_empty() { "" } else { " – " };
            format!("{} {}{dash}{words}", indicator.code, name(indicator, lang))
        };
        for part in breakdowns(catalogue, indicator) {
            out.push(Choice::new(key(indicator, &part), full(&part)));
        }
    }
    out
}

/// The breakdowns of an indicator that are in use; at least none at all. Those of people come in the usual sequence.
pub fn breakdowns(catalogue: &Catalogue, indicator: &Indicator) -> Vec<Breakdown> {
    let rows = catalogue.slots.values().filter(|row| row.indicator == indicator.id);
    let mut found: Vec<Breakdown> = rows.map(|row| row.breakdown.clone()).collect();
    if !found.contains(&Breakdown::none()) {
        found.push(Breakdown::none());
    }
    found.sort();
    found
}

/// The drawing for an indicator, by what it counts.
pub fn drawing(code: &str) -> String {
    match code {
        "HD01" => icon("tree"),
        "HD02" => icon("droplet"),
        "HD03" => icon("coin"),
        "HD04" => icon("users-group"),
        _ if code.starts_with("KT1") || code.starts_with("HH") || code.starts_with("NT") => icon("award"),
        _ if code.starts_with("HT") => icon("school"),
        _ if code.starts_with("KH") => icon("pencil"),
        _ if code.starts_with("MH") => icon("bulb"),
        _ => icon("chart-bar"),
    }
}

/// Whether an indicator counts recognition, which pages set in gold.
pub fn is_recognition(code: &str) -> bool {
    code == "KT10" || code.starts_with("HH") || code.starts_with("NT")
}

/// A value on one line with its measure.
pub fn value_line(value: Option<Value>, measure: &str, lang: Lang) -> String {
    lang::figure::value(value, measure, lang).line()
}

/// What pages show before somebody chooses: everything since the directive of 2016.
pub fn widest(today: jiff::civil::Date) -> Option<Period> {
    Period::years(2016, today.year()).ok()
}

/// The periods that a page of figures offers: those that hold any, the years and the whole stretch around them, and
/// the one that is shown.
pub fn held_periods(held: &[Period], shown: Period, lang: Lang) -> Vec<Choice> {
    let mut found: Vec<Period> = held.to_vec();
    for period in held {
        let years = period.first().year()..=period.last().year();
        found.extend(years.filter_map(|year| Period::year(year).ok()));
    }
    let (first, last) = (held.iter().map(|one| one.first()).min(), held.iter().map(|one| one.last()).max());
    found.extend(first.zip(last).and_then(|(first, last)| Period::new(first, last).ok()));
    found.push(shown);
    told(found, lang)
}

/// The periods that forms and filters offer: the months and quarters of this year and the last, half-years and years
/// back to 2016, and the stretches that the programme itself used.
pub fn periods(today: jiff::civil::Date, held: &[Period], lang: Lang) -> Vec<Choice> {
    let mut found: Vec<Period> = held.to_vec();
    for year in (today.year() - 1)..=today.year() {
        found.extend((1..=4).filter_map(|quarter| Period::quarter(year, quarter).ok()));
        found.extend((1..=2).filter_map(|half| Period::half(year, half).ok()));
        found.extend((1..=12).filter_map(|month| Period::month(year, month).ok()));
    }
    found.extend((2016..=today.year()).filter_map(|year| Period::year(year).ok()));
    found.retain(|period| period.first() <= today || held.contains(period));
    told(found, lang)
}

/// Periods as choices, the latest first.
fn told(mut found: Vec<Period>, lang: Lang) -> Vec<Choice> {
    found.sort_by_key(|period| (std::cmp::Reverse(period.last()), std::cmp::Reverse(period.days())));
    found.dedup();
    found
        .into_iter()
        .map(|period| Choice::new(period.to_string(), lang::period::heading(period, lang)))
        .collect()
}
