//! The reader: a document's text in, proposed facts with character spans out.
//!
//! Pure: no files, no database, no clock, no HTTP, and no words for people (room `lang` has them). It knows
//! the installation only through [`Options`]. What it proposes is nothing but a proposal: a named person
//! accepts it elsewhere.
//!
//! The way of a text through the room: `text` composes letters and keeps every character's place, `token`
//! cuts words, then each kind of fact claims its numbers in an order that leaves the loosest rule for last
//! (citations, dates, shares, awards, durations and names, study sessions, counted things). A number that
//! nothing claims is listed as unclaimed, never guessed.

mod again;
mod ahead;
mod aim;
mod award;
mod bare;
mod beside;
mod body;
mod bound;
mod caption;
mod change;
mod check;
mod citation;
mod claim;
mod counted;
mod date;
mod demand;
mod doubt;
mod draft;
mod event;
mod form;
mod giver;
mod handed;
mod heading;
mod honour;
mod indicator;
mod inline;
mod issuer;
mod json;
mod key;
mod label;
mod lacking;
mod layout;
mod letter;
mod lexicon;
mod loud;
pub mod mapping;
mod masthead;
mod named;
mod naming;
mod number;
mod options;
mod organisation;
mod other;
mod page;
mod percentage;
mod person;
mod phrase;
mod planned;
mod portal;
mod post;
mod practice;
mod praise;
mod prize;
mod reading;
mod receiver;
mod recipient;
mod resolution;
mod school;
mod section;
mod shortcoming;
mod small;
mod standing;
mod still;
mod study;
pub mod table;
mod tabled;
mod tally;
mod text;
mod tie;
mod to_body;
mod token;
mod uncounted;
mod voted;

pub use doubt::{Doubt, DoubtKind, ItemRef, List};
pub use options::{KnownCitation, KnownUnit, Options};
pub use reading::{
    Award, AwardStatus, Certainty, Citation, Date, DateValue, Indicator, Mention, Meta, Model, Noted,
    NumberReason, Organisation, OtherNumber, Passage, Percentage, Person, Qualifier, Reading, Reason, Span,
    Status, StudySession, Unclaimed,
};

use claim::Claims;
use lexicon::organisations::PROVINCE;
use lexicon::units::{MEASURE, PEOPLE};
use token::{Caps, Kind, Sheet};

/// Reads a text. Spans count Unicode code points of `text` as given, whatever its normalisation. Never
/// fails: a text that says nothing gives an empty reading.
pub fn read(text: &str, options: &Options<'_>) -> Reading {
    let sheet = Sheet::new(text);
    let layout = layout::Layout::new(&sheet);
    let mut claims = Claims::new(&sheet);
    let cited = citation::scan(&mut claims);
    let (days, clocks) = date::scan(&mut claims, |s, i| {
        // "1982 Trường Sĩ quan …": a capital opens a name, and counts nothing.
        (MEASURE.has(s, i) || PEOPLE.has(s, i)) && (s.loud(i) || s.caps(i) != Caps::Title)
    });
    let published = page::published(&sheet, &days, &layout);
    let year = options
        .published
        .or_else(|| published.and_then(|p| date::civil_day(p.value)))
        .or_else(|| date::page_month(&sheet, &days));
    let bodies = organisation::scan(&sheet, options.units);
    // "Chi bộ 2", "Trường Tiểu học số 3": the number belongs to the name.
    let mut in_names = Vec::new();
    for f in &bodies {
        for i in (f.from..f.to).filter(|&i| sheet.is_digits(i)) {
            if claims.free(i) {
                claims.take(i, i.saturating_add(1));
                in_names.push(i);
            }
        }
    }
    let practices = practice::found(&sheet);
    let posts = post::all(&sheet);
    let named = person::scan(&sheet, &posts, &bodies);
    let aims = planned::aim_lines(&sheet);
    let mut other_numbers = other::of_the_portal(&mut claims, &layout.boiler);
    other_numbers.extend(other::of_practices(&mut claims, &practices));
    let percentages = percentage::scan(&mut claims, &aims);
    let around = draft::Around {
        bodies: &bodies,
        people: &named,
        repeats: &layout.repeats,
        boiler: &layout.boiler,
        aims: &aims,
    };
    let awards = award::scan(&mut claims, &around);
    other_numbers.extend(other::before_counts(&mut claims));
    let sessions = study::scan(&mut claims, &aims);
    let indicators = indicator::scan(&mut claims, &aims);
    other_numbers.extend(other::after_counts(&mut claims));
    other_numbers.extend(clocks);
    other_numbers.sort_by_key(|o| o.mention.spans.first().map_or(0, |s| s.start));
    let byline = |f: &person::Found| byline(&sheet, &layout, f);
    let organisations = body::merge(&sheet, &clear_of(&sheet, &bodies, &named), &layout.boiler);
    let awarded = awards.iter().any(|a| !a.numbers.is_empty());
    let meta = event::meta(&sheet, &layout, (&days, published, year), &bodies, &organisations, awarded);
    let mut reading = Reading {
        meta,
        citations: citation::merge(&sheet, &cited, options.citations),
        dates: date::merge(&sheet, &days, year),
        awards,
        indicators,
        percentages,
        people: person::merge(&sheet, &named, byline),
        organisations,
        sessions,
        models: practice::merge(&sheet, practices),
        limitations: shortcoming::limitations(&sheet, &layout),
        tasks: section::tasks(&sheet, &layout),
        captions: inline::captions(&sheet, &layout),
        boilerplate: portal::boilerplate(&sheet, &layout),
        other_numbers,
        unclaimed: Vec::new(),
        doubts: Vec::new(),
    };
    // A body that is not told after all leaves its number to be looked at.
    let told = |i: usize| {
        let place = sheet.span(i, i.saturating_add(1));
        reading.organisations.iter().any(|o| o.mention.spans.iter().any(|s| s.meets(place)))
    };
    in_names.retain(|&i| !told(i));
    planned::mark(&sheet, &mut reading);
    reading.unclaimed = unclaimed(&sheet, &claims, &in_names);
    reading.doubts = check::doubts(&reading);
    reading
}

/// The bodies that are no part of a person's name ("Nguyễn Trường Sơn" names no school), without the name of a person told
/// elsewhere behind their place.
fn clear_of(
    sheet: &Sheet<'_>,
    bodies: &[organisation::Found],
    people: &[person::Found],
) -> Vec<organisation::Found> {
    let clear = |b: &&organisation::Found| !people.iter().any(|p| p.from < b.from && b.from < p.to);
    // "Tổng Liên đoàn Lao động Việt Nam Ngọ Duy Hiểu"
    let end = |b: &organisation::Found| {
        people.iter().find_map(|p| {
            let size = p.to.saturating_sub(p.from);
            let at = b.to.checked_sub(size).filter(|&at| size >= 2 && at > b.from)?;
            let same = (0..size).all(|n| sheet.is(at.saturating_add(n), sheet.key(p.from.saturating_add(n))));
            (same && PROVINCE.ending(sheet, at, 3).is_some()).then_some(at)
        })
    };
    bodies.iter().filter(clear).map(|b| organisation::Found { to: end(b).unwrap_or(b.to), ..*b }).collect()
}

/// Whoever wrote, took the picture or put the page in, and is no person of the report.
fn byline(sheet: &Sheet<'_>, layout: &layout::Layout, f: &person::Found) -> bool {
    let line = sheet.line_of(f.from);
    layout.boiler.get(line).copied().unwrap_or(false)
        || layout.author.is_some_and(|(n, ..)| line == n) && !post::signs(sheet, f.role, f.from)
        || credited(sheet, f)
        || signs(sheet, f, layout.body)
        || closes(sheet, f, &layout.boiler)
}

/// The name is a picture's credit.
fn credited(sheet: &Sheet<'_>, f: &person::Found) -> bool {
    let colon = token::prev(f.from, 1);
    sheet.mark(colon) == ':'
        && sheet.any(token::prev(f.from, 2), &["ảnh", "tin", "bài", "giả", "viết", "tập"])
}

/// A line above the text that is nothing but the name: the author's.
fn signs(sheet: &Sheet<'_>, f: &person::Found, body: usize) -> bool {
    let n = sheet.line_of(f.from);
    let line = sheet.line(n);
    let alone = (line.from..line.to).all(|i| (f.from..f.to).contains(&i) || sheet.mark(i) == '|');
    n < body && f.role.is_none() && alone
}

/// "Nguyễn Hải Yến (thực hiện)", "Nguyễn Văn Thắng (Phòng Chính trị)" in the last line before the page's frame: whoever wrote.
fn closes(sheet: &Sheet<'_>, f: &person::Found, boiler: &[bool]) -> bool {
    let n = sheet.line_of(f.from);
    let line = sheet.line(n);
    let (open, end) = (f.to, token::prev(line.to, 1));
    if line.from != f.from || sheet.mark(open) != '(' || sheet.mark(end) != ')' {
        return false;
    }
    let inner = (token::next(open)..end).all(|i| !matches!(sheet.mark(i), '(' | ')'));
    let after = n.saturating_add(1);
    let last = boiler.get(after).is_none_or(|&b| b);
    let before = sheet.line(n.saturating_sub(1));
    let told = matches!(sheet.mark(token::prev(before.to, 1)), '.' | '!' | '”')
        && before.to.saturating_sub(before.from) > 6;
    inner && (sheet.is(token::next(open), "thực") || last && told)
}

fn unclaimed(sheet: &Sheet<'_>, claims: &Claims<'_, '_>, left: &[usize]) -> Vec<Unclaimed> {
    (0..sheet.len())
        .filter(|&i| {
            matches!(sheet.kind(i), Kind::Digits | Kind::Mixed) && (claims.free(i) || left.contains(&i))
        })
        .map(|i| {
            let span = sheet.span(i, i.saturating_add(1));
            Unclaimed { span, source: sheet.text.source(span).to_owned() }
        })
        .collect()
}
