//! A reading as JSON in the schema of the exchange: one object a document.
//!
//! Not here: files and the command line.

use serde_json::{Map, Number, Value, json};

use crate::reading::{
    Award, AwardStatus, Citation, Indicator, Mention, Noted, NumberReason, Passage, Percentage, Qualifier,
    Reading, Span, Status, StudySession,
};
use crate::text::Text;

fn places(text: &Text<'_>, mention: &Mention, into: &mut Map<String, Value>) {
    let mut sources: Vec<&str> = Vec::new();
    for span in &mention.spans {
        let source = text.source(*span);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    into.insert("source".into(), json!(sources));
    into.insert("spans".into(), json!(mention.spans.iter().map(|s| [s.start, s.end]).collect::<Vec<_>>()));
    into.insert("certainty".into(), json!(format!("{:?}", mention.certainty).to_lowercase()));
}

fn item(text: &Text<'_>, mention: &Mention, fields: &[(&str, Value)]) -> Value {
    let mut map = Map::new();
    for (key, value) in fields {
        map.insert((*key).to_owned(), value.clone());
    }
    places(text, mention, &mut map);
    Value::Object(map)
}

/// Thousandths as a JSON number without going through binary fractions: 96 200 → 96.2, 100 000 → 100.
fn decimal(whole: i64, thousandths: i64) -> Value {
    if thousandths == 0 {
        return json!(whole);
    }
    let digits = format!("{thousandths:03}");
    let text = format!("{whole}.{}", digits.trim_end_matches('0'));
    text.parse::<f64>().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number)
}

fn qualifier(kind: Qualifier, words: &str) -> String {
    if !words.is_empty() {
        return words.to_owned();
    }
    match kind {
        Qualifier::Exact => "",
        Qualifier::MoreThan => "hơn",
        Qualifier::Nearly => "gần",
        Qualifier::About => "khoảng",
        Qualifier::UpTo => "đến",
    }
    .to_owned()
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Result => "result",
        Status::Target => "target",
        Status::Earlier => "earlier",
    }
}

fn reason(reason: NumberReason) -> &'static str {
    match reason {
        NumberReason::Duration => "duration",
        NumberReason::Anniversary => "anniversary",
        NumberReason::Ordinal => "ordinal",
        NumberReason::InName | NumberReason::Identifier => "in name",
        NumberReason::ListNumber => "list number",
        NumberReason::PageFurniture => "page furniture",
        NumberReason::Age => "age",
        NumberReason::Score => "score",
        NumberReason::PlaceInDocument => "place in document",
        NumberReason::Rhetorical => "rhetorical",
    }
}

fn citation(text: &Text<'_>, c: &Citation) -> Value {
    let date = c.date.map(|d| d.to_string());
    let fields = [
        ("type", json!(c.kind)),
        ("number", json!(c.number)),
        ("date", json!(date)),
        ("issuer", json!(c.issuer)),
    ];
    item(text, &c.mention, &fields)
}

fn award(text: &Text<'_>, a: &Award) -> Value {
    let status = match a.status {
        AwardStatus::Given => "given",
        AwardStatus::Proposed => "proposed",
    };
    let fields = [
        ("form", json!(a.form)),
        ("by", json!(a.by)),
        ("n_collective", json!(a.collectives)),
        ("n_individual", json!(a.individuals)),
        ("n_combined", json!(a.combined)),
        ("qualifier", json!(qualifier(a.qualifier, ""))),
        ("status", json!(status)),
    ];
    item(text, &a.mention, &fields)
}

/// The schema of the exchange counts no households in an award: those awarded are things counted, and an award to nobody
/// else is not told twice.
fn households(text: &Text<'_>, a: &Award) -> Option<Value> {
    let count = a.households?;
    let unit_of = |span: &Span| {
        // Near the end of the text less than the longest unit follows.
        let after = |n: u32| text.source(Span { start: span.end, end: span.end.saturating_add(n) });
        let after =
            (1..=14).rev().map(after).find(|s| !s.is_empty()).unwrap_or("").trim_start().to_lowercase();
        ["hộ gia đình", "hộ nông dân", "gia đình", "hộ"].into_iter().find(|unit| after.starts_with(*unit))
    };
    let unit = a.numbers.iter().find_map(unit_of).unwrap_or("hộ");
    let fields = [
        ("value", json!(count)),
        ("qualifier", json!(qualifier(a.qualifier, ""))),
        ("unit", json!(unit)),
        ("label", json!(format!("{unit} được {}", a.form.to_lowercase()))),
        ("status", json!("result")),
    ];
    Some(item(text, &a.mention, &fields))
}

fn only_households(a: &Award) -> bool {
    a.households.is_some() && (a.collectives, a.individuals, a.combined) == (None, None, None)
}

fn indicator(text: &Text<'_>, i: &Indicator) -> Value {
    let mut fields = vec![
        ("value", decimal(i.value, i.thousandths)),
        ("qualifier", json!(qualifier(i.qualifier, &i.qualifier_words))),
        ("unit", json!(i.unit)),
        ("label", json!(i.label)),
        ("status", json!(status(i.status))),
    ];
    if let Some(of) = i.of {
        fields.push(("of", json!(of)));
    }
    item(text, &i.mention, &fields)
}

fn percentage(text: &Text<'_>, p: &Percentage) -> Value {
    let whole = p.thousandths.checked_div(1000).unwrap_or(0);
    let rest = p.thousandths.checked_rem(1000).unwrap_or(0);
    let fields = [
        ("value", decimal(whole, rest)),
        ("qualifier", json!(qualifier(p.qualifier, &p.qualifier_words))),
        ("label", json!(p.label)),
        ("status", json!(status(p.status))),
    ];
    item(text, &p.mention, &fields)
}

fn session(text: &Text<'_>, s: &StudySession) -> Value {
    let mut fields = vec![
        ("points", json!(s.points)),
        ("attendees", json!(s.attendees)),
        ("classes", json!(s.classes)),
        ("label", json!(s.label)),
    ];
    if let Some(of) = s.of {
        fields.push(("of", json!(of)));
    }
    item(text, &s.mention, &fields)
}

fn passages(text: &Text<'_>, list: &[Passage]) -> Vec<Value> {
    list.iter().map(|p| item(text, &p.mention, &[])).collect()
}

fn noted<T>(text: &Text<'_>, note: Option<&Noted<T>>, value: impl Fn(&T) -> Value) -> Option<Value> {
    note.map(|n| item(text, &n.mention, &[("value", value(&n.value))]))
}

fn meta(text: &Text<'_>, reading: &Reading) -> Value {
    let m = &reading.meta;
    let mut map = Map::new();
    let words = |v: &String| json!(v);
    let day = |v: &crate::reading::DateValue| json!(v.to_string());
    let entries = [
        ("title", noted(text, m.title.as_ref(), words)),
        ("published", noted(text, m.published.as_ref(), day)),
        ("event_date", noted(text, m.event_date.as_ref(), day)),
        ("place", noted(text, m.place.as_ref(), words)),
        ("organiser", noted(text, m.organiser.as_ref(), words)),
        ("author", noted(text, m.author.as_ref(), words)),
    ];
    for (key, value) in entries {
        if let Some(value) = value {
            map.insert(key.to_owned(), value);
        }
    }
    if !m.event_types.is_empty() {
        map.insert("event_type".into(), json!({ "value": m.event_types }));
    }
    Value::Object(map)
}

fn span(span: Span) -> Value {
    json!([[span.start, span.end]])
}

impl Reading {
    /// The reading in the exchange schema. `text` must be the text that was read: the sources are cut from
    /// it.
    pub fn to_json(&self, text: &str) -> Value {
        let text = &Text::new(text);
        let named = |name: &str, mention: &Mention| item(text, mention, &[("name", json!(name))]);
        let people: Vec<Value> = self
            .people
            .iter()
            .map(|p| item(text, &p.mention, &[("name", json!(p.name)), ("role", json!(p.role))]))
            .collect();
        let others: Vec<Value> = self
            .other_numbers
            .iter()
            .map(|o| {
                item(text, &o.mention, &[("value", json!(o.value)), ("reason", json!(reason(o.reason)))])
            })
            .collect();
        let unclaimed: Vec<Value> =
            self.unclaimed.iter().map(|u| json!({ "source": [u.source], "spans": span(u.span) })).collect();
        json!({
            "meta": meta(text, self),
            "citations": self.citations.iter().map(|c| citation(text, c)).collect::<Vec<_>>(),
            "dates": self.dates.iter()
                .map(|d| item(text, &d.mention, &[("value", json!(d.value.to_string()))])).collect::<Vec<_>>(),
            "awards": self.awards.iter().filter(|a| !only_households(a)).map(|a| award(text, a))
                .collect::<Vec<_>>(),
            "indicators": self.indicators.iter().map(|i| indicator(text, i))
                .chain(self.awards.iter().filter_map(|a| households(text, a))).collect::<Vec<_>>(),
            "percentages": self.percentages.iter().map(|p| percentage(text, p)).collect::<Vec<_>>(),
            "people": people,
            "organisations": self.organisations.iter().map(|o| named(&o.name, &o.mention)).collect::<Vec<_>>(),
            "sessions": self.sessions.iter().map(|s| session(text, s)).collect::<Vec<_>>(),
            "models": self.models.iter().map(|m| named(&m.name, &m.mention)).collect::<Vec<_>>(),
            "limitations": passages(text, &self.limitations),
            "tasks": passages(text, &self.tasks),
            "captions": passages(text, &self.captions),
            "boilerplate": passages(text, &self.boilerplate),
            "other_numbers": others,
            "unclaimed": unclaimed,
        })
    }
}
