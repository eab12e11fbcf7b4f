//! From what was read to the indicators of the catalogue: which indicator a figure most likely fills, split
//! how, and for which words. Pure; when unsure it says so by leaving the code empty.
//!
//! Not here: the catalogue, the table of what people accepted before (both handed in), and words for people
//! ("chưa rõ" is room `lang`'s).

use crate::doubt::{ItemRef, List};
use crate::key::key_of;
use crate::lexicon::indicators::{COUNTED, LEVEL_WORDS, Rule, SHARES};
use crate::reading::{
    Award, AwardStatus, Indicator, Percentage, Qualifier, Reading, Reason, Span, Status, StudySession,
};
use std::collections::HashMap;
use std::sync::LazyLock;

/// An indicator of the catalogue as far as the mapping needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueRow {
    /// Code: "HD01".
    pub code: String,
    /// Name; its words count as keywords for indicators that the program does not ship.
    pub name: String,
    /// Further phrases that tell this indicator.
    pub keywords: Vec<String>,
    /// Measure: "cây", "đồng".
    pub measure: String,
}

/// What people accepted before: a key of [`keys`], the code they gave it, how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learned {
    /// Key as [`keys`] makes it.
    pub key: String,
    /// Code accepted.
    pub code: String,
    /// How often.
    pub times: u32,
}

/// Which number of an item a proposal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Part {
    /// The item's only value.
    Value,
    /// Collectives of an award.
    Collectives,
    /// Individuals of an award.
    Individuals,
    /// Collectives and individuals of an award, not to be parted.
    Combined,
    /// Households of an award.
    Households,
    /// Points of a study session.
    Points,
    /// People at a study session.
    Attendees,
    /// Classes of a study session.
    Classes,
}

/// Whom a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Subject {
    /// Collectives.
    Collective,
    /// Individuals.
    Individual,
    /// Households.
    Household,
    /// Several kinds counted together, not to be parted.
    Combined,
}

/// Level of an award's giver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum GiverLevel {
    /// Several levels together ("các cấp").
    Several,
    /// The centre.
    Central,
    /// A ministry or central body.
    Ministry,
    /// A province.
    Province,
    /// A district, or a Party committee above the grass roots.
    District,
    /// The grass roots.
    Base,
}

/// How a figure is split.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Breakdown {
    /// Whom it is about, when that is told.
    pub subject: Option<Subject>,
    /// Form of the award.
    pub form: Option<String>,
    /// Giver of the award as named.
    pub giver: Option<String>,
    /// Giver's level, when the name tells it.
    pub level: Option<GiverLevel>,
}

/// Why an indicator was chosen.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub enum Ground {
    /// The kind of fact leaves no choice (awards, badges, study sessions).
    Kind,
    /// These words of measure and label.
    Words(Vec<String>),
    /// People accepted it this often under these words.
    Accepted {
        /// How often.
        times: u32,
        /// The key under which it was learned.
        key: String,
    },
    /// Nothing told enough.
    Unclear,
}

/// A figure proposed for the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Proposal {
    /// The item of the reading.
    pub item: ItemRef,
    /// Which of its numbers.
    pub part: Part,
    /// Value: whole, money in đồng; shares in thousandths of a percent.
    pub value: i64,
    /// Bound.
    pub qualifier: Qualifier,
    /// Measure.
    pub measure: String,
    /// Result or target.
    pub status: Status,
    /// Code of the indicator; `None` when unsure.
    pub code: Option<String>,
    /// How it is split.
    pub breakdown: Breakdown,
    /// Why this indicator.
    pub ground: Ground,
    /// The number's own place, when it is written as a number.
    pub number: Option<Span>,
    /// The quote that proves the figure.
    pub quote: Span,
}

/// The words of a text as keys, marks dropped.
fn fold(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(key_of).collect()
}

/// Keys under which an accepted figure is learned, the narrower first: measure with the whole label, and
/// measure with the label's first three words.
pub fn keys(measure: &str, label: &str) -> [String; 2] {
    let (measure, words) = (fold(measure).join(" "), fold(label));
    let short: Vec<String> = words.iter().take(3).cloned().collect();
    [format!("{measure}|{}", words.join(" ")), format!("{measure}|{}…", short.join(" "))]
}

fn holds(words: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|w| w == phrase)
}

/// Phrases of a list, each with its words: a table asks for them at every cell.
struct Phrases(Vec<(&'static str, Vec<String>)>);

impl Phrases {
    fn of(list: &'static str) -> Self {
        Self(list.split(';').map(str::trim).map(|phrase| (phrase, fold(phrase))).collect())
    }

    /// The first phrase that the words hold.
    fn held(&self, words: &[String]) -> Option<&'static str> {
        self.0.iter().find(|(_, phrase)| holds(words, phrase)).map(|(told, _)| *told)
    }

    /// The first phrase that the words are.
    fn are(&self, words: &[String]) -> Option<&'static str> {
        self.0.iter().find(|(_, phrase)| phrase == words).map(|(told, _)| *told)
    }
}

/// A rule with the words of its phrases.
struct Worded {
    rule: &'static Rule,
    measures: Phrases,
    words: Phrases,
    against: Phrases,
}

fn worded(rules: &'static [Rule]) -> Vec<Worded> {
    let one = |rule: &'static Rule| Worded {
        rule,
        measures: Phrases::of(rule.measures),
        words: Phrases::of(rule.words),
        against: Phrases::of(rule.against),
    };
    rules.iter().map(one).collect()
}

static COUNTED_WORDS: LazyLock<Vec<Worded>> = LazyLock::new(|| worded(COUNTED));
static SHARE_WORDS: LazyLock<Vec<Worded>> = LazyLock::new(|| worded(SHARES));
static LEVELS: LazyLock<Vec<(Phrases, GiverLevel)>> =
    LazyLock::new(|| LEVEL_WORDS.iter().map(|(list, level)| (Phrases::of(list), *level)).collect());

/// What the mapping knows: the catalogue and what people accepted.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Indicators of the installation; only their codes are proposed.
    pub catalogue: &'a [CatalogueRow],
    /// What people accepted before.
    pub learned: &'a [Learned],
}

/// A row with the words of its measure, and its keywords and whole name with theirs.
struct Told<'a> {
    row: &'a CatalogueRow,
    measure: Vec<String>,
    phrases: Vec<(&'a str, Vec<String>)>,
}

/// The same, laid out once for all figures of a reading.
struct Laid<'a> {
    /// By code; the first of two that share one.
    rows: HashMap<&'a str, &'a CatalogueRow>,
    told: Vec<Told<'a>>,
    learned: HashMap<&'a str, Vec<&'a Learned>>,
}

impl<'a> Laid<'a> {
    fn new(known: &Known<'a>) -> Self {
        let mut rows = HashMap::new();
        for row in known.catalogue {
            rows.entry(row.code.as_str()).or_insert(row);
        }
        let mut learned: HashMap<&str, Vec<&Learned>> = HashMap::new();
        for lesson in known.learned {
            learned.entry(&lesson.key).or_default().push(lesson);
        }
        let told = known.catalogue.iter().map(|row| {
            let phrases = row.keywords.iter().chain(std::iter::once(&row.name));
            let phrases = phrases.map(|phrase| (phrase.as_str(), fold(phrase))).collect();
            Told { row, measure: fold(&row.measure), phrases }
        });
        Self { rows, told: told.collect(), learned }
    }

    /// What people accepted under a key: the code with two thirds of the times and at least two of them.
    fn accepted(&self, measure: &str, label: &str) -> Option<(String, Ground)> {
        if self.learned.is_empty() {
            return None;
        }
        keys(measure, label).into_iter().find_map(|key| {
            let rows = self.learned.get(key.as_str())?;
            let all: u32 = rows.iter().map(|l| l.times).sum();
            let ours = rows.iter().filter(|l| self.rows.contains_key(l.code.as_str()));
            let best = ours.max_by_key(|l| l.times)?;
            let clear = best.times >= 2 && best.times.saturating_mul(3) >= all.saturating_mul(2);
            clear.then(|| (best.code.clone(), Ground::Accepted { times: best.times, key }))
        })
    }

    fn by_rules(&self, unit: &[String], words: &[String]) -> Option<(String, Ground)> {
        COUNTED_WORDS.iter().filter(|r| self.rows.contains_key(r.rule.code)).find_map(|r| {
            let by_measure = r.measures.are(unit)?;
            if r.against.held(words).is_some() {
                return None;
            }
            let by_word = if r.rule.words.is_empty() { by_measure } else { r.words.held(words)? };
            let mut told = vec![by_measure.to_owned()];
            if by_word != by_measure {
                told.push(by_word.to_owned());
            }
            Some((r.rule.code.to_owned(), Ground::Words(told)))
        })
    }

    /// Indicators of the installation's own: the measure fits and a keyword or the whole name is told.
    fn by_catalogue(&self, unit: &[String], words: &[String]) -> Option<(String, Ground)> {
        self.told.iter().find_map(|one| {
            let fits = one.measure == unit || holds(words, &one.measure);
            let told = one.phrases.iter().find(|(_, phrase)| fits && holds(words, phrase));
            told.map(|(phrase, _)| (one.row.code.clone(), Ground::Words(vec![(*phrase).to_owned()])))
        })
    }

    fn counted(&self, measure: &str, label: &str) -> (Option<String>, Ground) {
        let (unit, words) = (fold(measure), fold(&format!("{measure} {label}")));
        self.accepted(measure, label)
            .or_else(|| self.by_rules(&unit, &words))
            .or_else(|| self.by_catalogue(&unit, &words))
            .map_or((None, Ground::Unclear), |(code, ground)| (Some(code), ground))
    }

    fn share(&self, label: &str) -> (Option<String>, Ground) {
        let words = fold(label);
        let by_words = || {
            SHARE_WORDS.iter().filter(|r| self.rows.contains_key(r.rule.code)).find_map(|r| {
                let who = r.measures.held(&words)?;
                let what = r.words.held(&words)?;
                let clear = r.against.held(&words).is_none();
                clear.then(|| (r.rule.code.to_owned(), Ground::Words(vec![who.to_owned(), what.to_owned()])))
            })
        };
        self.accepted("%", label)
            .or_else(by_words)
            .map_or((None, Ground::Unclear), |(code, ground)| (Some(code), ground))
    }

    fn fixed(&self, code: &str) -> (Option<String>, Ground) {
        match self.rows.get(code) {
            Some(row) => (Some(row.code.clone()), Ground::Kind),
            None => (None, Ground::Unclear),
        }
    }
}

fn level(giver: &str) -> Option<GiverLevel> {
    let words = fold(giver);
    LEVELS.iter().find(|(list, _)| list.held(&words).is_some()).map(|(_, level)| *level)
}

fn first(spans: &[Span]) -> Span {
    spans.first().copied().unwrap_or(Span { start: 0, end: 0 })
}

fn item(list: List, index: usize) -> ItemRef {
    ItemRef { list, index }
}

/// Words that tell whom a figure is about.
struct Subjects {
    bodies: Phrases,
    mixed: Phrases,
    individual: Phrases,
    collective: Phrases,
    household: Phrases,
}

static SUBJECTS: LazyLock<Subjects> = LazyLock::new(|| Subjects {
    bodies: Phrases::of("cấp ủy; tổ chức; chi bộ; đơn vị; tập thể"),
    mixed: Phrases::of("và lãnh đạo; và cá nhân; và cán bộ; và đảng viên"),
    individual: Phrases::of("của cá nhân; cá nhân cán bộ; của đảng viên"),
    collective: Phrases::of("của tập thể; tập thể"),
    household: Phrases::of("hộ; hộ dân; hộ gia đình; gia đình"),
});

fn subject_of(i: &Indicator) -> Option<Subject> {
    let words = fold(&i.label);
    let unit = fold(&i.unit);
    let told = |list: &Phrases, words: &[String]| list.held(words).is_some();
    match () {
        () if told(&SUBJECTS.bodies, &unit) && told(&SUBJECTS.mixed, &words) => Some(Subject::Combined),
        () if told(&SUBJECTS.individual, &words) => Some(Subject::Individual),
        () if told(&SUBJECTS.collective, &words) => Some(Subject::Collective),
        () if told(&SUBJECTS.household, &unit) => Some(Subject::Household),
        () => None,
    }
}

fn of_indicator(known: &Laid<'_>, index: usize, i: &Indicator) -> Proposal {
    let (code, ground) = known.counted(&i.unit, &i.label);
    Proposal {
        item: item(List::Indicators, index),
        part: Part::Value,
        value: i.value,
        qualifier: i.qualifier,
        measure: i.unit.clone(),
        status: i.status,
        code,
        breakdown: Breakdown { subject: subject_of(i), ..Breakdown::default() },
        ground,
        number: Some(i.number),
        quote: first(&i.mention.spans),
    }
}

fn of_percentage(known: &Laid<'_>, index: usize, p: &Percentage) -> Proposal {
    let (code, ground) = known.share(&p.label);
    Proposal {
        item: item(List::Percentages, index),
        part: Part::Value,
        value: p.thousandths,
        qualifier: p.qualifier,
        measure: "%".to_owned(),
        status: p.status,
        code,
        breakdown: Breakdown::default(),
        ground,
        number: Some(p.number),
        quote: first(&p.mention.spans),
    }
}

fn of_award(known: &Laid<'_>, index: usize, a: &Award) -> Vec<Proposal> {
    let parts = [
        (Part::Collectives, a.collectives, Subject::Collective, "tập thể"),
        (Part::Individuals, a.individuals, Subject::Individual, "cá nhân"),
        (Part::Combined, a.combined, Subject::Combined, "tập thể và cá nhân"),
        (Part::Households, a.households, Subject::Household, "hộ"),
    ];
    // A giver that no words name sets no level.
    let by = a.by.as_ref().filter(|_| !a.mention.reasons.contains(&Reason::GiverHost));
    let shown = |code: &str| known.fixed(code);
    let (code, ground) = match a.form.as_str() {
        f if f.starts_with("Huy hiệu") => shown("HH01"),
        f if f.to_lowercase().contains("ghi danh") => shown("NT01"),
        _ => shown("KT10"),
    };
    // Asked for and not given yet: like an aim, no figure of what was done.
    let status = match a.status {
        AwardStatus::Given => Status::Result,
        AwardStatus::Proposed => Status::Target,
    };
    let told = parts
        .into_iter()
        .filter_map(|(part, value, subject, measure)| value.map(|value| (part, value, subject, measure)));
    told.enumerate()
        .map(|(n, (part, value, subject, measure))| Proposal {
            item: item(List::Awards, index),
            part,
            value,
            qualifier: a.qualifier,
            measure: measure.to_owned(),
            status,
            code: code.clone(),
            breakdown: Breakdown {
                subject: Some(subject),
                form: Some(a.form.clone()),
                giver: by.cloned(),
                level: by.map(String::as_str).and_then(level),
            },
            ground: ground.clone(),
            number: a.numbers.get(n).copied(),
            quote: first(&a.mention.spans),
        })
        .collect()
}

fn of_session(known: &Laid<'_>, index: usize, s: &StudySession) -> Vec<Proposal> {
    let parts = [
        (Part::Points, s.points, "HT02", "điểm cầu"),
        (Part::Attendees, s.attendees, "HT03", "lượt người"),
        (Part::Classes, s.classes, "HT01", "lớp"),
    ];
    let told =
        parts.into_iter().filter_map(|(part, value, code, measure)| value.map(|v| (part, v, code, measure)));
    told.enumerate()
        .map(|(n, (part, value, code, measure))| {
            let (code, ground) = known.fixed(code);
            Proposal {
                item: item(List::Sessions, index),
                part,
                value,
                qualifier: s.qualifier,
                measure: measure.to_owned(),
                status: s.status,
                code,
                breakdown: Breakdown::default(),
                ground,
                number: s.numbers.get(n).copied(),
                quote: first(&s.mention.spans),
            }
        })
        .collect()
}

/// Proposes an indicator for every figure of a reading, in the order of the text.
pub fn propose(reading: &Reading, known: &Known<'_>) -> Vec<Proposal> {
    let known = &Laid::new(known);
    let mut all: Vec<Proposal> = Vec::new();
    all.extend(reading.indicators.iter().enumerate().map(|(n, i)| of_indicator(known, n, i)));
    all.extend(reading.percentages.iter().enumerate().map(|(n, p)| of_percentage(known, n, p)));
    all.extend(reading.awards.iter().enumerate().flat_map(|(n, a)| of_award(known, n, a)));
    all.extend(reading.sessions.iter().enumerate().flat_map(|(n, s)| of_session(known, n, s)));
    all.sort_by_key(|p| (p.quote.start, p.number.map_or(p.quote.start, |n| n.start)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, read};

    fn row(code: &str, name: &str, measure: &str) -> CatalogueRow {
        CatalogueRow { code: code.into(), name: name.into(), keywords: vec![], measure: measure.into() }
    }

    fn codes(text: &str, catalogue: &[CatalogueRow], learned: &[Learned]) -> Vec<Option<String>> {
        let reading = read(text, &Options::default());
        propose(&reading, &Known { catalogue, learned }).into_iter().map(|p| p.code).collect()
    }

    #[test]
    fn the_words_choose_and_silence_is_kept() {
        let catalogue = [row("HD01", "Cây xanh trồng mới", "cây"), row("HD02", "Đơn vị máu", "đơn vị")];
        let text = "Đã trồng 120 cây xanh và chăm sóc 90 cây chăm sóc; hiến 30 đơn vị máu; mua 5 máy tính.";
        assert_eq!(codes(text, &catalogue, &[]), [Some("HD01".into()), None, Some("HD02".into()), None]);
    }

    #[test]
    fn what_people_accepted_comes_first() {
        let catalogue = [row("XX01", "Máy in", "máy"), row("XX02", "Thiết bị", "máy")];
        let [long, _] = keys("máy tính", "mua máy tính");
        let learned = [
            Learned { key: long.clone(), code: "XX02".into(), times: 4 },
            Learned { key: long, code: "XX01".into(), times: 1 },
        ];
        assert_eq!(codes("Đã mua 5 máy tính.", &catalogue, &learned), [Some("XX02".into())]);
        let one = [Learned { times: 1, ..learned[0].clone() }];
        assert_eq!(codes("Đã mua 5 máy tính.", &catalogue, &one), [None]);
    }

    #[test]
    fn an_award_that_is_only_asked_for_is_no_result() {
        let told = |text: &str| {
            let all = propose(
                &read(text, &Options::default()),
                &Known { catalogue: &[row("KT10", "Khen thưởng", "lượt")], learned: &[] },
            );
            all.into_iter().map(|p| (p.value, p.status)).collect::<Vec<_>>()
        };
        let asked = "Ban Thường vụ đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 3 tập thể.";
        assert_eq!(told(asked), [(3, Status::Target)]);
        let given = "Chủ tịch UBND tỉnh tặng Bằng khen cho 3 tập thể.";
        assert_eq!(told(given), [(3, Status::Result)]);
    }

    #[test]
    fn levels_of_givers() {
        assert_eq!(level("Thủ tướng Chính phủ"), Some(GiverLevel::Central));
        assert_eq!(level("Chủ tịch UBND tỉnh"), Some(GiverLevel::Province));
        assert_eq!(level("các cấp"), Some(GiverLevel::Several));
        assert_eq!(level("Ban Thường vụ Đảng ủy Khối"), Some(GiverLevel::District));
    }
}
