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
use reader::table::Cell;
use reader::{Certainty, DateValue, ItemRef, List, Mention, Qualifier, Reading, Status};
use std::collections::{HashMap, HashSet};
use store::document::{Decided, Proposal};

/// What was learned, as the store keeps it: key, indicator code, breakdown, how often.
pub(super) type LearnedRow = (String, String, Breakdown, i64);

/// Indicators that reports tell with another measure than the catalogue's, and by which words.
const TOLD_OTHERWISE: &[(&str, &str, &[&str])] = &[("HT06", "cấp ủy", &["học tập", "lãnh đạo chủ chốt"])];

/// A document that was read.
pub(super) struct Read<'a> {
    /// Which document.
    pub(super) document: DocumentId,
    /// Its text.
    pub(super) text: &'a str,
    /// What the reader found in the text.
    pub(super) reading: &'a Reading,
    /// The cells of its tables.
    pub(super) cells: &'a [Cell],
}

/// What every proposal of a document is made with.
struct Maker<'a> {
    app: &'a App,
    document: DocumentId,
    letters: Vec<char>,
    catalogue: &'a Catalogue,
    /// In the order of their places.
    cells: Vec<&'a Cell>,
}

/// All figures that a document proposes, in the order of the text; numbers in cells of tables come with the
/// headings of their row and column. Targets are no figures of what was done.
pub(super) fn find(
    app: &App,
    read: &Read<'_>,
    catalogue: &Catalogue,
    learned: &[LearnedRow],
) -> Vec<Proposal> {
    let rows = catalogue_rows(catalogue);
    let learned: Vec<Learned> = learned
        .iter()
        .map(|(key, code, _, times)| Learned {
            key: key.clone(),
            code: code.clone(),
            times: u32::try_from(*times).unwrap_or(0),
        })
        .collect();
    let known = Known { catalogue: &rows, learned: &learned };
    let letters: Vec<char> = read.text.chars().collect();
    let mut cells: Vec<&Cell> = read.cells.iter().collect();
    cells.sort_by_key(|cell| (cell.span.start, cell.span.end));
    let maker = Maker { app, document: read.document, letters, catalogue, cells };
    let mut found = maker.figures(read.reading, &known, false);
    found.extend(maker.figures(&reader::table::read_tables(read.text, read.cells), &known, true));
    found.extend(models(app, read.document, read.reading, catalogue));
    found.sort_by_key(|one| one.span);
    for (place, one) in (1..).zip(&mut found) {
        one.place = place;
    }
    found
}

/// The catalogue as the mapping needs it.
fn catalogue_rows(catalogue: &Catalogue) -> Vec<CatalogueRow> {
    let row = |one: &domain::indicator::Indicator| {
        let told = TOLD_OTHERWISE.iter().find(|(code, ..)| *code == one.code);
        CatalogueRow {
            code: one.code.clone(),
            name: one.name.clone(),
            keywords: told
                .map(|(_, _, words)| words.iter().map(|word| (*word).to_owned()).collect())
                .unwrap_or_default(),
            measure: told.map_or(one.measure.as_str(), |(_, measure, _)| measure).to_owned(),
        }
    };
    catalogue.indicators.iter().map(row).collect()
}

/// A measured quantity with a fraction ("2,5 km") is no count.
fn is_fraction(reading: &Reading, one: &mapping::Proposal) -> bool {
    one.item.list == List::Indicators
        && reading.indicators.get(one.item.index).is_some_and(|found| found.thousandths != 0)
}

impl Maker<'_> {
    /// The figures of a reading; those of running text are none of a cell's, which its headings tell better.
    fn figures(&self, reading: &Reading, known: &Known<'_>, in_cells: bool) -> Vec<Proposal> {
        let doubts = doubts(reading);
        mapping::propose(reading, known)
            .into_iter()
            .filter(|one| one.status == Status::Result && !is_fraction(reading, one))
            .filter_map(|one| {
                let source = Source::of(reading, &one)?;
                let cell = self.cell_at(source.place.start);
                let doubts = doubts.get(&one.item).cloned().unwrap_or_default();
                (in_cells || cell.is_none()).then(|| self.figure(reading, one, source, cell, doubts))?
            })
            .collect()
    }

    /// The table cell in which a code point stands.
    fn cell_at(&self, place: u32) -> Option<&Cell> {
        let after = self.cells.partition_point(|cell| cell.span.start <= place);
        let cell = self.cells.get(after.checked_sub(1)?)?;
        (place < cell.span.end).then_some(*cell)
    }

    fn figure(
        &self,
        reading: &Reading,
        one: mapping::Proposal,
        source: Source,
        cell: Option<&Cell>,
        mut doubts: Vec<String>,
    ) -> Option<Proposal> {
        let value = value(reading, &one).check().ok()?;
        // A share told as counts fits a share, a bare count does not; an unfit indicator is no proposal.
        let indicator =
            one.code.as_deref().and_then(|code| self.catalogue.by_code(code)).filter(|indicator| {
                let is_share = matches!(value, Value::Ratio { .. } | Value::Statement { .. });
                is_share == (indicator.nature == Nature::Share)
            });
        if indicator.is_none() {
            doubts.push("NoIndicator".to_owned());
        }
        let mut facts = vec![("because", because(&one.ground))];
        facts.extend(one.breakdown.form.clone().map(|form| ("form", form)));
        facts.extend(one.breakdown.giver.clone().map(|giver| ("by", giver)));
        let quote = match cell {
            Some(_) => clean(&format!("{}: {}", headings(&source.label, &one), source.words)),
            None => clause(&self.letters, source.place),
        };
        facts.extend(cell.map(|cell| ("cell", format!("{}|{}|{}", cell.table, cell.row, cell.column))));
        let code = indicator.map(|indicator| indicator.code.as_str());
        Some(Proposal {
            id: ProposalId(self.app.id()),
            document: self.document,
            place: 0,
            kind: kind(one.item.list).to_owned(),
            span: (i64::from(source.place.start), i64::from(source.place.end)),
            breakdown: breakdown(code, &one, &quote),
            quote,
            label: source.label,
            measure: one.measure,
            value,
            indicator: indicator.map(|indicator| indicator.id),
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
}

/// What heads a figure in a table's cell: its label, for an award with who gave it and to whom ("Bằng khen, UBND tỉnh – cá
/// nhân").
fn headings(label: &str, one: &mapping::Proposal) -> String {
    if one.item.list != List::Awards {
        return label.to_owned();
    }
    let by = one.breakdown.giver.as_deref().map(|giver| format!(", {giver}")).unwrap_or_default();
    format!("{label}{by} – {}", one.measure)
}

/// The words behind a proposal.
struct Source {
    place: reader::Span,
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
            place: *span,
            words: mention.source.clone(),
            label: label.to_owned(),
            certainty: mention.certainty,
        })
    }
}

/// How far a quote reaches to either side of its figure, in characters, when no sentence ends before.
const QUOTE_REACH: usize = 200;

/// Fewest words of a quote that say what a figure is; "63,2% Khá" between two colons says nothing.
const FEWEST_WORDS: usize = 4;

/// Marks that open a point of a list.
const POINT: &[&str] = &["- ", "+ ", "• ", "* "];

/// The words around a figure that say what it is: up to the next full stop, semicolon, colon or line's end on
/// either side; past colons where hardly a word stands between them ("Hạnh kiểm: Tốt: 63,2%  Khá: 30,5%"). A dot between
/// digits ends no sentence.
fn clause(letters: &[char], place: reader::Span) -> String {
    let short = around(letters, place, &['\n', ';', ':']);
    let long = short.split(' ').count() >= FEWEST_WORDS;
    let quote = if long { short } else { around(letters, place, &['\n', ';']) };
    // The mark of a list's point says nothing.
    POINT.iter().find_map(|mark| quote.strip_prefix(mark)).unwrap_or(&quote).to_owned()
}

/// The words around a figure up to the next full stop or one of `marks` on either side.
fn around(letters: &[char], place: reader::Span, marks: &[char]) -> String {
    let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX).min(letters.len());
    let (start, end) = (at(place.start), at(place.end));
    let ends = |spot: usize| match letters.get(spot) {
        None => true,
        Some('.') => !letters.get(spot + 1).is_some_and(char::is_ascii_digit),
        Some(letter) => marks.contains(letter),
    };
    // Where nothing ends within reach, the quote begins and stops between two words.
    let blank = |spot: &usize| letters.get(*spot).is_none_or(|letter| letter.is_whitespace());
    let (low, high) = (start.saturating_sub(QUOTE_REACH), (end + QUOTE_REACH).min(letters.len()));
    let first = (low..start).rev().find(|spot| ends(*spot)).map(|spot| spot + 1);
    let first = first.unwrap_or_else(|| if low == 0 { 0 } else { (low..start).find(blank).unwrap_or(start) });
    let last = (end..high).find(|spot| ends(*spot));
    let last = last.unwrap_or_else(|| (end..=high).rev().find(blank).unwrap_or(end));
    clean(&letters.get(first..last).unwrap_or_default().iter().collect::<String>())
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
fn breakdown(code: Option<&str>, one: &mapping::Proposal, quote: &str) -> Breakdown {
    let told = match one.breakdown.subject {
        Some(mapping::Subject::Collective) => Subject::Collective,
        Some(mapping::Subject::Individual) => Subject::Individual,
        Some(mapping::Subject::Household) => Subject::Household,
        Some(mapping::Subject::Combined) => Subject::Combined,
        None => Subject::Any,
    };
    let form = one.breakdown.form.as_deref().unwrap_or_default();
    match code {
        Some("KT10") => Breakdown { subject: told, detail: form_and_level(form, level(one)) },
        Some("NT01") => Breakdown::of(told),
        Some("HH01") => Breakdown { subject: Subject::Any, detail: shorten(form) },
        Some("HT06") if told == Subject::Combined => Breakdown::of(Subject::Combined),
        Some("HD04" | "MH01") => Breakdown { subject: Subject::Any, detail: stock_or_flow(quote).to_owned() },
        _ => Breakdown::none(),
    }
}

/// The level of an award's giver. A committee that is named as such ("Ban Thường vụ Đảng ủy Khối", "Đảng ủy các
/// Khu chế xuất … thành phố") stands above the grass roots whatever place its name holds, unless it is a
/// commune's.
fn level(one: &mapping::Proposal) -> Option<GiverLevel> {
    let giver = fold(one.breakdown.giver.as_deref().unwrap_or_default());
    let committee = ["ban thuong vu dang uy", "dang uy", "ban thuong vu quan uy", "quan uy", "huyen uy"];
    let base = ["dang uy xa", "dang uy phuong", "dang uy co so", "dang uy bo phan"];
    if base.iter().any(|words| giver.contains(words)) {
        return Some(GiverLevel::Base);
    }
    if committee.iter().any(|words| giver.starts_with(words)) {
        return Some(GiverLevel::District);
    }
    one.breakdown.level
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

fn stock_or_flow(quote: &str) -> &'static str {
    let quote = fold(quote);
    let kept = quote.contains("duy tri");
    let fresh = ["thanh lap", "xay dung moi", "ra mat"].iter().any(|word| quote.contains(word));
    match (kept, fresh) {
        (true, true) => "duy trì và thành lập mới",
        (true, false) => "duy trì",
        (false, true) => "thành lập mới",
        (false, false) => "",
    }
}

/// The codes of the doubts by the item that they are about.
fn doubts(reading: &Reading) -> HashMap<ItemRef, Vec<String>> {
    let mut found: HashMap<ItemRef, Vec<String>> = HashMap::new();
    for doubt in &reading.doubts {
        let told = format!("{:?}", doubt.kind);
        for item in doubt.items.iter().collect::<HashSet<_>>() {
            found.entry(*item).or_default().push(told.clone());
        }
    }
    found
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

/// The title, or the text's first words where it has none, or the file's name where it opens with a table; at most 300 characters.
pub(super) fn title(reading: &Reading, text: &str, name: &str) -> String {
    let found = reading.meta.title.as_ref().map(|title| clean(&title.value));
    let first = || text.lines().map(clean).find(|line| !line.is_empty());
    let told = found.filter(|title| !title.is_empty()).or_else(first);
    // A sheet that opens with its table has no title: the cells of a row are none.
    let title = told.filter(|title| !title.contains('|')).unwrap_or_else(|| clean(name));
    title.chars().take(300).collect()
}

/// The quarter, month or half-year that a report names in its title: "Báo cáo quý I/2024", "6 tháng đầu năm 2024".
fn titled(reading: &Reading, today: Date) -> Option<Period> {
    let title = reading.meta.title.as_ref()?;
    let within = |date: &&reader::Date| {
        let place = title.mention.spans.first().zip(date.mention.spans.first());
        place.is_some_and(|(title, date)| title.start <= date.start && date.end <= title.end)
    };
    let folded = fold(&title.value);
    let half = ["6 thang dau nam", "sau thang dau nam"].iter().any(|told| folded.contains(told));
    let one = |date: &reader::Date| match date.value {
        DateValue::Quarter { year: Some(year), quarter } => Period::quarter(year, quarter).ok(),
        DateValue::Month { year: Some(year), month } => Period::month(year, month).ok(),
        DateValue::Year(year) if half => Period::half(year, 1).ok(),
        DateValue::Year(_)
        | DateValue::Month { year: None, .. }
        | DateValue::Quarter { year: None, .. }
        | DateValue::Day { .. }
        | DateValue::Period { .. } => None,
    };
    reading.dates.iter().filter(within).find_map(one).filter(|period| period.first() <= today)
}

/// For which days a text's figures seem to stand: what its title says, else a stretch of years that it names and
/// that had ended by the year of its publication ("giai đoạn 2021-2024"), else the year that it names most often up
/// to then, else the year of publication. A text that does not say when it was published counts as of the last year
/// that it names. A person can always say otherwise.
pub fn suggest_period(reading: &Reading, today: Date) -> Period {
    if let Some(period) = titled(reading, today) {
        return period;
    }
    let named = reading.dates.iter().filter_map(|date| match date.value {
        DateValue::Year(year)
        | DateValue::Quarter { year: Some(year), .. }
        | DateValue::Day { year: Some(year), .. }
        | DateValue::Period { to: year, .. } => Some(year),
        DateValue::Month { .. }
        | DateValue::Quarter { year: None, .. }
        | DateValue::Day { year: None, .. } => None,
    });
    let last_named = named.filter(|year| *year <= today.year()).max().unwrap_or(today.year());
    let until = published(reading).map_or(last_named, Date::year);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ctx::Clock;
    use jiff::Timestamp;
    use reader::Options;

    /// What an article must propose: code, subject, detail, value; and words of the quote.
    type Expected = (&'static str, Subject, &'static str, Value, &'static str);

    const fn exact(number: i64) -> Value {
        Value::Count { number, bound: Bound::Exact }
    }

    async fn proposals(article: &str) -> Vec<(Option<String>, Proposal)> {
        let db = store::testing::embedded().await.expect("a database");
        let app = App::new((*db).clone(), Clock::standing(Timestamp::UNIX_EPOCH).0, 0);
        let mut tx = db.write().await.expect("a transaction");
        crate::indicator::ship(&app, &mut tx).await.expect("the catalogue");
        let catalogue = Catalogue::load(&mut tx).await.expect("the catalogue");
        let reading = reader::read(article, &Options::default());
        find(
            &app,
            &Read { document: DocumentId(1), text: article, reading: &reading, cells: &[] },
            &catalogue,
            &[],
        )
        .into_iter()
        .map(|one| {
            let code = one.indicator.and_then(|id| catalogue.indicator(id)).map(|one| one.code.clone());
            (code, one)
        })
        .collect()
    }

    async fn check(article: &str, expected: &[Expected]) {
        let found = proposals(article).await;
        let letters: Vec<char> = article.chars().collect();
        for (code, subject, detail, value, words) in expected {
            let breakdown = Breakdown { subject: *subject, detail: (*detail).to_owned() };
            let hit = found.iter().find(|(found, one)| {
                found.as_deref() == Some(code) && one.breakdown == breakdown && one.value == *value
            });
            let Some((_, one)) = hit else {
                let shown: Vec<_> = found
                    .iter()
                    .map(|(code, one)| {
                        format!("{code:?} {:?} {:?} «{}»", one.breakdown, one.value, one.quote)
                    })
                    .collect();
                panic!("{code} {breakdown:?} {value:?} is not proposed among\n{}", shown.join("\n"));
            };
            assert!(one.quote.contains(words), "{code}: «{}» has no «{words}»", one.quote);
            let (start, end) = (usize::try_from(one.span.0).unwrap(), usize::try_from(one.span.1).unwrap());
            let there: String = letters[start..end].iter().collect();
            assert!(one.quote.contains(&clean(&there)), "{code}: «{there}» is not in «{}»", one.quote);
        }
    }

    #[test]
    fn a_text_without_a_day_of_its_own_counts_as_of_the_last_year_it_names() {
        let today = jiff::civil::date(2026, 11, 20);
        let suggest =
            |text: &str| suggest_period(&reader::read(text, &Options::default()), today).to_string();
        assert_eq!(suggest("Trong năm 2023, Đảng bộ đã trồng mới 120 cây xanh."), "2023");
        assert_eq!(suggest("Giai đoạn 2021-2024, toàn Đảng bộ trồng 6.296 cây xanh."), "2021-2024");
        assert_eq!(suggest("Trồng 5 cây."), "2026");
    }

    #[test]
    fn a_report_stands_for_what_its_title_names() {
        let today = jiff::civil::date(2026, 11, 20);
        let suggest = |title: &str| {
            let text = format!(
                "ĐẢNG BỘ SỞ Y TẾ\n\nBÁO CÁO\n{title}\n\nThực hiện Kết luận số 01-KL/TW của Bộ Chính trị, Đảng uỷ Sở báo cáo \
                 kết quả học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trong toàn Đảng bộ như sau.\n\n\
                 Trong năm 2023 và năm 2024, đã trồng 120 cây."
            );
            suggest_period(&reader::read(&text, &Options::default()), today).to_string()
        };
        assert_eq!(suggest("Kết quả học tập và làm theo Bác quý I năm 2024"), "2024Q1");
        assert_eq!(suggest("Kết quả học tập và làm theo Bác tháng 5/2024"), "2024M05");
        assert_eq!(suggest("Kết quả học tập và làm theo Bác 6 tháng đầu năm 2024"), "2024H1");
        assert_eq!(suggest("Kết quả học tập và làm theo Bác năm 2024"), "2024");
        // A quarter that has not begun is a plan's.
        assert_eq!(suggest("Kế hoạch học tập và làm theo Bác quý I năm 2027"), "2024");
    }

    #[tokio::test]
    async fn a_quote_of_hardly_a_word_goes_on_past_its_colons() {
        let text = "Năm học 2023-2024, nhà trường đạt nhiều kết quả.\n- Xếp loại hạnh kiểm: Tốt: 63,2%   Khá: 30,5%\n\
                    - Kết quả: toàn trường có 27 học sinh giỏi.";
        let found = proposals(text).await;
        let quotes: Vec<&str> = found.iter().map(|(_, one)| one.quote.as_str()).collect();
        let of = |figure: &str| *quotes.iter().find(|quote| quote.contains(figure)).expect(figure);
        assert_eq!(of("63,2%"), "Xếp loại hạnh kiểm: Tốt: 63,2% Khá: 30,5%");
        assert_eq!(of("27"), "toàn trường có 27 học sinh giỏi");
    }

    #[tokio::test]
    async fn article_000() {
        let expected: &[Expected] = &[
            ("HD04", Subject::Any, "duy trì và thành lập mới", exact(180), "180"),
            ("HD01", Subject::Any, "", exact(6_296), "6.296"),
            ("HD02", Subject::Any, "", exact(2_193), "2.193"),
            ("HD03", Subject::Any, "", exact(3_500_000_000), "3,5 tỉ"),
            ("KT10", Subject::Combined, "Khen thưởng, các cấp", exact(412), "412"),
            ("KT10", Subject::Collective, "Giấy khen, cấp trên cơ sở", exact(26), "26"),
            ("KT10", Subject::Individual, "Giấy khen, cấp trên cơ sở", exact(34), "34"),
        ];
        check(include_str!("../../../../demo/articles/000.txt"), expected).await;
    }

    #[tokio::test]
    async fn article_001() {
        let expected: &[Expected] = &[
            ("HT02", Subject::Any, "", exact(61), "61"),
            ("HT03", Subject::Any, "", exact(2_701), "2.701"),
            (
                "HT04",
                Subject::Any,
                "",
                Value::Statement { thousandths: 100_000, bound: Bound::Exact },
                "100%",
            ),
            ("KH02", Subject::Any, "", exact(487), "487"),
            ("KH03", Subject::Any, "", Value::at_least(5_400), "hơn 5.400"),
            ("NT01", Subject::Collective, "", exact(113), "113"),
            ("NT01", Subject::Individual, "", exact(397), "397"),
            ("KT10", Subject::Individual, "Bằng khen, cấp Trung ương", exact(1), "Thủ tướng"),
            ("KT10", Subject::Collective, "Bằng khen, cấp tỉnh", exact(1), "UBND tỉnh"),
            (
                "KT10",
                Subject::Collective,
                "Bằng khen, cấp bộ, ngành, đoàn thể Trung ương",
                exact(1),
                "Tổng Liên đoàn",
            ),
        ];
        check(include_str!("../../../../demo/articles/001.txt"), expected).await;
    }

    #[tokio::test]
    async fn article_002() {
        let percent = |thousandths| Value::Statement { thousandths, bound: Bound::Exact };
        let expected: &[Expected] = &[
            ("HT06", Subject::Combined, "", exact(79), "79"),
            ("HT01", Subject::Any, "", exact(4), "04"),
            ("HT04", Subject::Any, "", percent(97_000), "97%"),
            ("HT05", Subject::Any, "", percent(86_000), "86%"),
            ("KT10", Subject::Collective, "Biểu dương, khen thưởng, cấp tỉnh", exact(1), "01"),
            ("KT10", Subject::Individual, "Biểu dương, khen thưởng, cấp tỉnh", exact(1), "01"),
            ("KT10", Subject::Collective, "Giấy khen, cấp trên cơ sở", exact(13), "13"),
            ("KT10", Subject::Individual, "Giấy khen, cấp trên cơ sở", exact(16), "16"),
            ("HH01", Subject::Any, "Huy hiệu 30 năm tuổi Đảng", exact(2), "02"),
        ];
        check(include_str!("../../../../demo/articles/002.txt"), expected).await;
    }

    #[tokio::test]
    async fn article_003() {
        let expected: &[Expected] =
            &[("KT10", Subject::Combined, "Biểu dương, khen thưởng", exact(27), "27")];
        check(include_str!("../../../../demo/articles/003.txt"), expected).await;
    }

    #[tokio::test]
    async fn article_004() {
        let expected: &[Expected] = &[
            ("KT10", Subject::Collective, "Biểu dương, khen thưởng, các cấp", exact(691), "691"),
            ("KT10", Subject::Individual, "Biểu dương, khen thưởng, các cấp", exact(1_780), "1.780"),
            ("MH01", Subject::Any, "được nêu tên", exact(8), "Tổ Giám sát cộng đồng"),
            ("KT10", Subject::Collective, "Bằng khen, cấp tỉnh", exact(16), "16"),
            ("KT10", Subject::Individual, "Bằng khen, cấp tỉnh", exact(32), "32"),
        ];
        check(include_str!("../../../../demo/articles/004.txt"), expected).await;
    }
}
