//! From a reading to proposed figures: their values, their indicators with the breakdown, and the doubts.
//!
//! Not here: finding the facts and mapping words to indicators (`reader`), deciding (`document`).

use crate::ctx::App;
use crate::indicator::Catalogue;
use domain::figure::{Bound, Value};
use domain::id::{DocumentId, ProposalId};
use domain::indicator::{Breakdown, Nature, Subject};
use domain::period::Period;
use domain::submission::Scope;
use domain::text::{clean, fold};
use jiff::civil::Date;
use reader::mapping::{self, CatalogueRow, GiverLevel, Ground, Known, Learned};
use reader::{Certainty, DateValue, List, Mention, Qualifier, Reading, Status};
use store::document::{Decided, Proposal};

/// What was learned, as the store keeps it: key, indicator code, breakdown, how often.
type LearnedRow = (String, String, Breakdown, i64);

/// All figures that a reading proposes, in the order of the text. Targets are no figures of what was done.
pub(super) fn find(
    app: &App,
    document: DocumentId,
    reading: &Reading,
    catalogue: &Catalogue,
    learned: &[LearnedRow],
) -> Vec<Proposal> {
    let rows: Vec<CatalogueRow> = catalogue
        .indicators
        .iter()
        .map(|one| CatalogueRow {
            code: one.code.clone(),
            name: one.name.clone(),
            keywords: Vec::new(),
            measure: one.measure.clone(),
        })
        .collect();
    let learned: Vec<Learned> = learned
        .iter()
        .map(|(key, code, _, times)| Learned {
            key: key.clone(),
            code: code.clone(),
            times: u32::try_from(*times).unwrap_or(0),
        })
        .collect();
    let known = Known { catalogue: &rows, learned: &learned };
    let mut found: Vec<Proposal> = mapping::propose(reading, &known)
        .into_iter()
        .filter(|one| one.status == Status::Result && !is_fraction(reading, one))
        .filter_map(|one| figure(app, document, reading, catalogue, one))
        .collect();
    found.extend(models(app, document, reading, catalogue));
    found.sort_by_key(|one| one.span);
    for (place, one) in (1..).zip(&mut found) {
        one.place = place;
    }
    found
}

/// A measured quantity with a fraction ("2,5 km") is no count.
fn is_fraction(reading: &Reading, one: &mapping::Proposal) -> bool {
    one.item.list == List::Indicators
        && reading.indicators.get(one.item.index).is_some_and(|found| found.thousandths != 0)
}

fn figure(
    app: &App,
    document: DocumentId,
    reading: &Reading,
    catalogue: &Catalogue,
    one: mapping::Proposal,
) -> Option<Proposal> {
    let source = Source::of(reading, &one)?;
    let value = value(reading, &one).check().ok()?;
    // A share told as counts fits a share, a bare count does not; an unfit indicator is no proposal.
    let indicator = one.code.as_deref().and_then(|code| catalogue.by_code(code)).filter(|indicator| {
        let is_share = matches!(value, Value::Ratio { .. } | Value::Statement { .. });
        is_share == (indicator.nature == Nature::Share)
    });
    let code = indicator.map(|indicator| indicator.code.as_str());
    let breakdown = breakdown(code, &one, &source.label);
    let span = one.number.filter(|_| one.item.list == List::Sessions).unwrap_or(one.quote);
    let mut doubts = doubts(reading, &one);
    if indicator.is_none() {
        doubts.push("NoIndicator".to_owned());
    }
    let mut facts = vec![("because", because(&one.ground))];
    facts.extend(one.breakdown.form.clone().map(|form| ("form", form)));
    facts.extend(one.breakdown.giver.clone().map(|giver| ("by", giver)));
    Some(Proposal {
        id: ProposalId(app.id()),
        document,
        place: 0,
        kind: kind(one.item.list).to_owned(),
        span: (i64::from(source.quote.0.min(span.start)), i64::from(source.quote.1)),
        quote: source.words,
        label: source.label,
        measure: one.measure,
        value,
        indicator: indicator.map(|indicator| indicator.id),
        breakdown,
        scope: Scope::Whole,
        certainty: certainty(source.certainty).to_owned(),
        doubts: doubts.join("\n"),
        facts: lines(&facts),
        decided: Decided::Open,
        decided_by: None,
        decided_ms: None,
        decided_value: None,
    })
}

/// The words behind a proposal.
struct Source {
    quote: (u32, u32),
    words: String,
    label: String,
    certainty: Certainty,
}

impl Source {
    fn of(reading: &Reading, one: &mapping::Proposal) -> Option<Self> {
        let at = one.item.index;
        let (mention, label): (&Mention, &str) = match one.item.list {
            List::Indicators => reading.indicators.get(at).map(|one| (&one.mention, one.label.as_str())),
            List::Awards => reading.awards.get(at).map(|one| (&one.mention, one.form.as_str())),
            List::Percentages => reading.percentages.get(at).map(|one| (&one.mention, one.label.as_str())),
            List::Sessions => reading.sessions.get(at).map(|one| (&one.mention, one.label.as_str())),
            List::Citations | List::Dates => None,
        }?;
        let span = mention.spans.first()?;
        Some(Self {
            quote: (span.start, span.end),
            words: mention.source.clone(),
            label: label.to_owned(),
            certainty: mention.certainty,
        })
    }
}

fn value(reading: &Reading, one: &mapping::Proposal) -> Value {
    let bound = bound(one.qualifier);
    let out_of = match one.item.list {
        List::Indicators => reading.indicators.get(one.item.index).and_then(|found| found.of),
        List::Percentages => return Value::Statement { thousandths: one.value, bound },
        List::Awards | List::Sessions | List::Citations | List::Dates => None,
    };
    match out_of {
        Some(of) if of >= one.value => Value::Ratio { numerator: one.value, denominator: of },
        _ => Value::Count { number: one.value, bound },
    }
}

fn bound(qualifier: Qualifier) -> Bound {
    match qualifier {
        Qualifier::Exact => Bound::Exact,
        Qualifier::MoreThan => Bound::AtLeast,
        Qualifier::Nearly | Qualifier::UpTo => Bound::AtMost,
        Qualifier::About => Bound::About,
    }
}

/// In which column of its indicator a figure stands. Only awards and rolls tell collectives from individuals;
/// awards also tell form and level; stocks tell what was kept from what is new.
fn breakdown(code: Option<&str>, one: &mapping::Proposal, label: &str) -> Breakdown {
    let told = match one.breakdown.subject {
        Some(mapping::Subject::Collective) => Subject::Collective,
        Some(mapping::Subject::Individual) => Subject::Individual,
        Some(mapping::Subject::Household) => Subject::Household,
        Some(mapping::Subject::Combined) => Subject::Combined,
        None => Subject::Any,
    };
    let form = one.breakdown.form.as_deref().unwrap_or_default();
    match code {
        Some("KT10") => Breakdown { subject: told, detail: form_and_level(form, one.breakdown.level) },
        Some("NT01") => Breakdown::of(told),
        Some("HH01") => Breakdown { subject: Subject::Any, detail: shorten(form) },
        Some("HT06") if told == Subject::Combined => Breakdown::of(Subject::Combined),
        Some("HD04" | "MH01") => Breakdown { subject: Subject::Any, detail: stock_or_flow(label).to_owned() },
        _ => Breakdown::none(),
    }
}

fn form_and_level(form: &str, level: Option<GiverLevel>) -> String {
    let level = match level {
        Some(GiverLevel::Several) => "các cấp",
        Some(GiverLevel::Central) => "cấp Trung ương",
        Some(GiverLevel::Ministry) => "cấp bộ, ngành, đoàn thể Trung ương",
        Some(GiverLevel::Province) => "cấp tỉnh",
        Some(GiverLevel::District) => "cấp trên cơ sở",
        Some(GiverLevel::Base) => "cấp cơ sở",
        None => "",
    };
    let joined = [form, level].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
    shorten(&joined)
}

fn shorten(text: &str) -> String {
    let cut: String = clean(text).chars().take(domain::indicator::LONGEST_DETAIL).collect();
    clean(&cut)
}

fn stock_or_flow(label: &str) -> &'static str {
    let label = fold(label);
    let kept = label.contains("duy tri");
    let fresh = ["thanh lap", "xay dung moi", "ra mat"].iter().any(|word| label.contains(word));
    match (kept, fresh) {
        (true, true) => "duy trì và thành lập mới",
        (true, false) => "duy trì",
        (false, true) => "thành lập mới",
        (false, false) => "",
    }
}

fn doubts(reading: &Reading, one: &mapping::Proposal) -> Vec<String> {
    reading
        .doubts
        .iter()
        .filter(|doubt| doubt.items.contains(&one.item))
        .map(|doubt| format!("{:?}", doubt.kind))
        .collect()
}

/// Models that the text names, counted; the names themselves stand in the facts.
fn models(app: &App, document: DocumentId, reading: &Reading, catalogue: &Catalogue) -> Option<Proposal> {
    let (first, last) = (reading.models.first()?, reading.models.last()?);
    let start = first.mention.spans.first()?.start;
    let end = last.mention.spans.first()?.end.max(start);
    let names: Vec<&str> = reading.models.iter().map(|one| one.name.as_str()).collect();
    let indicator = catalogue.by_code("MH01")?;
    Some(Proposal {
        id: ProposalId(app.id()),
        document,
        place: 0,
        kind: "model".to_owned(),
        span: (i64::from(start), i64::from(end)),
        quote: names.join("; "),
        label: "mô hình được nêu tên".to_owned(),
        measure: "mô hình".to_owned(),
        value: Value::exact(i64::try_from(names.len()).ok()?),
        indicator: Some(indicator.id),
        breakdown: Breakdown { subject: Subject::Any, detail: "được nêu tên".to_owned() },
        scope: Scope::Whole,
        certainty: "likely".to_owned(),
        doubts: String::new(),
        facts: lines(&[("names", names.join("; "))]),
        decided: Decided::Open,
        decided_by: None,
        decided_ms: None,
        decided_value: None,
    })
}

fn lines(facts: &[(&str, String)]) -> String {
    facts.iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join("\n")
}

/// Why the indicator was chosen, as a code with its words.
fn because(ground: &Ground) -> String {
    match ground {
        Ground::Kind => "kind".to_owned(),
        Ground::Words(words) => format!("words:{}", words.join(", ")),
        Ground::Accepted { times, key } => format!("accepted:{times}:{key}"),
        Ground::Unclear => "unclear".to_owned(),
    }
}

fn kind(list: List) -> &'static str {
    match list {
        List::Indicators => "indicator",
        List::Awards => "award",
        List::Percentages => "percentage",
        List::Sessions => "session",
        List::Citations => "citation",
        List::Dates => "date",
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Likely => "likely",
        Certainty::Doubtful => "doubtful",
    }
}

/// The day on which the text says it was published; `None` without a full date.
pub(super) fn published(reading: &Reading) -> Option<Date> {
    match reading.meta.published.as_ref()?.value {
        DateValue::Day { year: Some(year), month, day } => Date::new(year, month, day).ok(),
        DateValue::Day { year: None, .. }
        | DateValue::Month { .. }
        | DateValue::Quarter { .. }
        | DateValue::Year(_)
        | DateValue::Period { .. } => None,
    }
}

/// The title, or the text's first words where it has none; at most 300 characters.
pub(super) fn title(reading: &Reading, text: &str) -> String {
    let found = reading.meta.title.as_ref().map(|title| clean(&title.value));
    let title = found
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| text.lines().map(clean).find(|line| !line.is_empty()).unwrap_or_default());
    title.chars().take(300).collect()
}

/// For which days a text's figures seem to stand: a stretch of years that it names and that had ended by the
/// year of its publication ("giai đoạn 2021-2024"), else the year that it names most often up to then, else the
/// year of publication. A person can always say otherwise.
pub fn suggest_period(reading: &Reading, today: Date) -> Period {
    let until = published(reading).map_or(today.year(), Date::year);
    let stretch = reading.dates.iter().find_map(|date| match date.value {
        DateValue::Period { from, to } if from < to && to <= until && to >= until - 1 => {
            Period::years(from, to).ok()
        }
        DateValue::Period { .. }
        | DateValue::Day { .. }
        | DateValue::Month { .. }
        | DateValue::Quarter { .. }
        | DateValue::Year(_) => None,
    });
    let told = |date: &reader::Date| match date.value {
        DateValue::Year(year) if year <= until && year >= until - 1 => Some((date.mention.spans.len(), year)),
        DateValue::Year(_)
        | DateValue::Period { .. }
        | DateValue::Day { .. }
        | DateValue::Month { .. }
        | DateValue::Quarter { .. } => None,
    };
    let year = reading.dates.iter().filter_map(told).max().map_or(until, |(_, year)| year);
    stretch.or_else(|| Period::year(year).ok()).unwrap_or_else(|| Period::year_of(today))
}
