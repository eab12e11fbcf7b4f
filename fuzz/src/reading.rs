//! Promises about reading: of a whole text, of a typed number, of a typed date.
//!
//! Not here: papers, which become text first (`taken`).

use std::borrow::Cow;

use domain::indicator::Nature;
use jiff::civil;
use reader::{Doubt, KnownCitation, KnownUnit, List, Mention, Options, Reading, Span};

/// Any text gives a reading whose spans fit, whose quotes are the text under their spans, and in which every digit
/// is claimed or listed as unclaimed. Bytes that are no UTF-8 are mended first. Texts of odd length are read with
/// a known tree and register, the others without.
pub fn read(bytes: &[u8]) {
    let text: Cow<'_, str> = String::from_utf8_lossy(bytes);
    let units = [
        KnownUnit {
            name: "Đảng bộ khối các cơ quan".to_owned(),
            aliases: vec!["Đảng ủy khối".to_owned(), String::new()],
        },
        KnownUnit { name: "Sở Y tế".to_owned(), aliases: vec!["SYT".to_owned()] },
    ];
    let known = |kind: &str, number: &str, date| KnownCitation {
        kind: kind.to_owned(),
        number: number.to_owned(),
        date: Some(date),
        issuer: Some("Bộ Chính trị".to_owned()),
    };
    let citations = [
        known("Kết luận", "01-KL/TW", civil::date(2021, 5, 18)),
        known("Chỉ thị", "05-CT/TW", civil::date(2016, 5, 15)),
        known("Chỉ thị", "05-CT/TW", civil::date(2011, 5, 14)),
    ];
    let told = Options { published: Some(civil::date(2024, 2, 29)), units: &units, citations: &citations };
    let options = if text.len() % 2 == 1 { told } else { Options::default() };
    sound(&text, &reader::read(&text, &options));
}

/// What must hold of the reading of any text.
fn sound(text: &str, reading: &Reading) {
    let chars: Vec<char> = text.chars().collect();
    let size = u32::try_from(chars.len()).expect("inputs are far smaller");
    let (facts, passages) = mentions(reading);
    let mut claimed = vec![false; chars.len()];
    for mention in facts.iter().chain(&passages) {
        quotes(&chars, mention);
    }
    let numbers = reading
        .awards
        .iter()
        .flat_map(|a| a.numbers.iter().copied())
        .chain(reading.indicators.iter().map(|i| i.number))
        .chain(reading.percentages.iter().map(|p| p.number))
        .chain(reading.sessions.iter().flat_map(|s| s.numbers.iter().copied()));
    let unclaimed = reading.unclaimed.iter().map(|u| u.span);
    for span in numbers.chain(facts.iter().flat_map(|m| m.spans.iter().copied())).chain(unclaimed) {
        assert!(span.start <= span.end && span.end <= size, "{span:?} of {size}");
        claimed[wide(span.start)..wide(span.end)].fill(true);
    }
    for u in &reading.unclaimed {
        assert_eq!(under(&chars, u.span), u.source, "an unclaimed number is quoted as it stands");
    }
    for (at, c) in chars.iter().enumerate() {
        assert!(!c.is_ascii_digit() || claimed[at], "the digit at {at} is neither claimed nor listed");
    }
    for doubt in &reading.doubts {
        refers(reading, doubt);
    }
    let json = reading.to_json(text);
    let list = |name: &str| json.get(name).and_then(|l| l.as_array()).map(Vec::len);
    // The exchange's schema counts no households in an award: they stand among the things counted.
    let households = reading.awards.iter().filter(|a| a.households.is_some()).count();
    assert_eq!(list("indicators"), Some(reading.indicators.len() + households));
    assert_eq!(list("unclaimed"), Some(reading.unclaimed.len()));
    assert!(!json.to_string().is_empty());
}

/// Mentions of facts, and mentions of passages, which may hold digits that nobody has read.
fn mentions(r: &Reading) -> (Vec<&Mention>, Vec<&Mention>) {
    let mut facts: Vec<&Mention> = Vec::new();
    facts.extend(r.citations.iter().map(|i| &i.mention));
    facts.extend(r.dates.iter().map(|i| &i.mention));
    facts.extend(r.awards.iter().map(|i| &i.mention));
    facts.extend(r.indicators.iter().map(|i| &i.mention));
    facts.extend(r.percentages.iter().map(|i| &i.mention));
    facts.extend(r.people.iter().map(|i| &i.mention));
    facts.extend(r.organisations.iter().map(|i| &i.mention));
    facts.extend(r.sessions.iter().map(|i| &i.mention));
    facts.extend(r.models.iter().map(|i| &i.mention));
    facts.extend(r.other_numbers.iter().map(|i| &i.mention));
    let lists = [&r.limitations, &r.tasks, &r.captions, &r.boilerplate];
    let mut passages: Vec<&Mention> = lists.into_iter().flatten().map(|p| &p.mention).collect();
    let meta = [&r.meta.title, &r.meta.place, &r.meta.organiser, &r.meta.author];
    passages.extend(meta.into_iter().flatten().map(|n| &n.mention));
    passages.extend([&r.meta.published, &r.meta.event_date].into_iter().flatten().map(|n| &n.mention));
    (facts, passages)
}

fn quotes(chars: &[char], mention: &Mention) {
    let first = mention.spans.first().expect("a mention stands somewhere");
    for span in &mention.spans {
        assert!(span.start <= span.end && wide(span.end) <= chars.len(), "{span:?} of {}", chars.len());
    }
    assert_eq!(under(chars, *first), mention.source, "a fact quotes its first place");
}

fn under(chars: &[char], span: Span) -> String {
    chars[wide(span.start)..wide(span.end)].iter().collect()
}

fn wide(n: u32) -> usize {
    usize::try_from(n).expect("at least 32 bits")
}

fn refers(reading: &Reading, doubt: &Doubt) {
    for item in &doubt.items {
        let size = match item.list {
            List::Citations => reading.citations.len(),
            List::Dates => reading.dates.len(),
            List::Awards => reading.awards.len(),
            List::Indicators => reading.indicators.len(),
            List::Percentages => reading.percentages.len(),
            List::Sessions => reading.sessions.len(),
        };
        assert!(item.index < size, "{:?} is doubted beyond the {size} read", item);
    }
}

/// A typed number is taken or refused; what is taken passes the domain's own bounds, and the repairs offered for a
/// miswritten one can be typed again.
pub fn number_in(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (text, measure) = text.split_once('\n').unwrap_or((&text, "cây"));
    for nature in [Nature::Count, Nature::Money, Nature::Share] {
        let _ = lang::number_in::value(text, nature, measure);
    }
    let offered = match lang::number_in::number(text, measure) {
        Err(lang::number_in::NumberRefusal::Misplaced { repairs }) => repairs,
        _ => return,
    };
    for repair in offered {
        let again = lang::number_in::number(&repair, measure);
        assert!(
            matches!(again, Ok(lang::number_in::Typed::Whole { .. })),
            "the repair {repair:?} of {text:?} gives {again:?}"
        );
    }
}

/// A typed date is taken or refused; what is taken reads the same when it is written out again.
pub fn date_in(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(day) = lang::date_in::date(&text) {
        let written = format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year());
        assert_eq!(lang::date_in::date(&written), Ok(day), "{text:?} gave {written}");
    }
}
