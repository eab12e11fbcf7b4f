//! Rules as dated rows: what is provided, for which form, recipient and ground, by which article, from when to when.
//!
//! A change of the law is a new version under the same key; the version of the day of decision stands.
//!
//! Not here: weighing a case (`examine`).

use super::criterion::Criterion;
use super::form::{FormCode, Giver, Ground, Recipient, Side, Trust};
use super::prize::{Multiple, Rounding};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A text that is no provision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a provision: {0:?}")]
pub struct NotAProvision(pub String);

/// What a rule provides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provision {
    /// Something the case must have.
    Criterion(Criterion),
    /// Who may confer.
    Givers(Vec<Giver>),
    /// The council's share of all members in percent.
    Council(u8),
    /// The council's quorum as a fraction of all members.
    Quorum(u32, u32),
    /// Working days of public notice.
    Opinion(u16),
    /// Working days of appraisal.
    Appraisal(u16),
    /// Prize money.
    Prize(Multiple),
    /// The dossier: copies, and its papers in words.
    Papers {
        /// How many sets.
        copies: u8,
        /// Which papers.
        papers: String,
    },
}

impl fmt::Display for Provision {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Criterion(criterion) => criterion.fmt(out),
            Self::Givers(givers) => {
                out.write_str("givers")?;
                givers.iter().try_for_each(|giver| write!(out, " {}", giver.code()))
            }
            Self::Council(percent) => write!(out, "council {percent}"),
            Self::Quorum(numerator, denominator) => write!(out, "quorum {numerator}/{denominator}"),
            Self::Opinion(days) => write!(out, "opinion {days}"),
            Self::Appraisal(days) => write!(out, "appraisal {days}"),
            Self::Prize(Multiple { hundredths, at_most, rounding }) => {
                let bound = if *at_most { "most" } else { "exact" };
                write!(out, "prize {bound} {}.{:02} {}", hundredths / 100, hundredths % 100, rounding.code())
            }
            Self::Papers { copies, papers } => write!(out, "papers {copies}: {papers}"),
        }
    }
}

impl FromStr for Provision {
    type Err = NotAProvision;

    fn from_str(text: &str) -> Result<Self, NotAProvision> {
        let text = text.trim();
        let wrong = || NotAProvision(text.to_owned());
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        let read = match first {
            "givers" => read_givers(rest),
            "council" => rest.parse().ok().filter(|share| (1..=100).contains(share)).map(Self::Council),
            "quorum" => read_quorum(rest),
            "opinion" => read_days(rest).map(Self::Opinion),
            "appraisal" => read_days(rest).map(Self::Appraisal),
            "prize" => read_prize(rest),
            "papers" => read_papers(rest),
            _ => text.parse().ok().map(Self::Criterion),
        };
        read.ok_or_else(wrong)
    }
}

fn read_givers(text: &str) -> Option<Provision> {
    let givers: Vec<Giver> = text.split_whitespace().map(Giver::from_code).collect::<Option<_>>()?;
    (!givers.is_empty()).then_some(Provision::Givers(givers))
}

fn read_quorum(text: &str) -> Option<Provision> {
    let (numerator, denominator) = text.split_once('/')?;
    let (numerator, denominator) = (numerator.parse().ok()?, denominator.parse().ok()?);
    (0 < numerator && numerator <= denominator).then_some(Provision::Quorum(numerator, denominator))
}

fn read_days(text: &str) -> Option<u16> {
    text.parse().ok().filter(|days| (1..=super::calendar::LONGEST_TERM).contains(days))
}

fn read_prize(text: &str) -> Option<Provision> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [bound, multiple, rounding] = words.as_slice() else { return None };
    let (whole, part) = multiple.split_once('.')?;
    if part.len() != 2 {
        return None;
    }
    let hundredths = whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)?;
    let at_most = match *bound {
        "exact" => false,
        "most" => true,
        _ => return None,
    };
    // A multiple above a thousand base salaries is a slip of the keyboard.
    (0 < hundredths && hundredths <= 100_000).then_some(Provision::Prize(Multiple {
        hundredths,
        at_most,
        rounding: Rounding::from_code(rounding)?,
    }))
}

fn read_papers(text: &str) -> Option<Provision> {
    let (copies, papers) = text.split_once(": ")?;
    let (copies, papers) = (copies.parse().ok()?, papers.trim().to_owned());
    (copies > 0 && !papers.is_empty()).then_some(Provision::Papers { copies, papers })
}

/// What a rule is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Covers {
    /// Every form.
    Every,
    /// Every form of a side.
    Side(Side),
    /// One form.
    Form(FormCode),
}

impl fmt::Display for Covers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Every => out.write_str("*"),
            Self::Side(side) => write!(out, "*{}", side.code()),
            Self::Form(form) => form.fmt(out),
        }
    }
}

impl FromStr for Covers {
    type Err = super::NotAForm;

    fn from_str(text: &str) -> Result<Self, super::NotAForm> {
        match text.strip_prefix('*') {
            Some("") => Ok(Self::Every),
            Some(side) => Side::from_code(side).map(Self::Side).ok_or(super::NotAForm),
            None => text.parse().map(Self::Form),
        }
    }
}

/// A rule: one version of one provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What stays the same from version to version (`cstd-tinh.ba-nam`).
    pub key: String,
    /// Its short name in Vietnamese.
    pub title: String,
    /// What it is about.
    pub covers: Covers,
    /// For whom; `None` for all.
    pub recipient: Option<Recipient>,
    /// On which ground; `None` for all.
    pub ground: Option<Ground>,
    /// What it provides.
    pub provision: Provision,
    /// The first day.
    pub valid_from: Date,
    /// The day on which it no longer holds; [`crate::unit::OPEN`] while it does.
    pub valid_to: Date,
    /// From this day on the text behind it may have ended: it still stands, with a mark.
    pub watch: Option<Date>,
    /// The article.
    pub article: String,
    /// Where it was read.
    pub source: String,
    /// How far that is to be trusted.
    pub trust: Trust,
    /// Whether the installation added it.
    pub own: bool,
}

/// Why a rule is to be used with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// Its source was not checked.
    Unverified,
    /// Its text may have ended by now.
    MayHaveEnded,
}

impl Rule {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && day < self.valid_to
    }

    /// Why it is to be used with care on a day; a text that may have ended is the graver doubt.
    pub fn doubt(&self, day: Date) -> Option<Doubt> {
        if self.watch.is_some_and(|watch| watch <= day) {
            return Some(Doubt::MayHaveEnded);
        }
        (!self.trust.verified()).then_some(Doubt::Unverified)
    }
}

/// The rules of a day: of each key the version that came last, the installation's own before a shipped one of the
/// same day. In the sequence of the keys' first rows.
pub fn in_force(rules: &[Rule], day: Date) -> Vec<&Rule> {
    let mut latest: BTreeMap<&str, (usize, &Rule)> = BTreeMap::new();
    for (place, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.holds_on(day)) {
        let entry = latest.entry(&rule.key).or_insert((place, rule));
        if (entry.1.valid_from, entry.1.own) <= (rule.valid_from, rule.own) {
            entry.1 = rule;
        }
    }
    let mut found: Vec<(usize, &Rule)> = latest.into_values().collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, rule)| rule).collect()
}

/// The rules of a day about one form for one recipient on one ground.
pub fn rules_for<'a>(
    rules: &'a [Rule],
    day: Date,
    form: (&FormCode, Side),
    recipient: Recipient,
    ground: Ground,
) -> Vec<&'a Rule> {
    let mut found = in_force(rules, day);
    found.retain(|rule| {
        let covered = match &rule.covers {
            Covers::Every => true,
            Covers::Side(side) => *side == form.1,
            Covers::Form(code) => code == form.0,
        };
        covered
            && rule.recipient.is_none_or(|only| only == recipient)
            && rule.ground.is_none_or(|only| only == ground)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::OPEN;
    use jiff::civil::date;

    fn version(from: Date, to: Date, provision: &str, own: bool) -> Rule {
        Rule {
            key: "k".to_owned(),
            title: "K".to_owned(),
            covers: Covers::Every,
            recipient: None,
            ground: None,
            provision: provision.parse().expect("a provision"),
            valid_from: from,
            valid_to: to,
            watch: None,
            article: "Điều 1".to_owned(),
            source: String::new(),
            trust: Trust::A,
            own,
        }
    }

    #[test]
    fn provisions_read_back() {
        for text in [
            "givers minister province-chair",
            "council 80",
            "quorum 2/3",
            "opinion 10",
            "appraisal 25",
            "prize exact 0.30 up",
            "prize most 0.60 up",
            "prize exact 15.00 unrounded",
            "papers 2: tờ trình; báo cáo thành tích",
            "run chien-si-thi-dua-co-so 3",
        ] {
            assert_eq!(text.parse::<Provision>().expect(text).to_string(), text);
        }
        for text in
            ["givers", "council 101", "quorum 3/2", "opinion 0", "prize exact 0.3 up", "papers 0: a", "x"]
        {
            assert!(text.parse::<Provision>().is_err(), "{text}");
        }
    }

    #[test]
    fn covers_read_back() {
        for text in ["*", "*state", "*party", "giay-khen"] {
            assert_eq!(text.parse::<Covers>().expect(text).to_string(), text);
        }
        assert!("*nobody".parse::<Covers>().is_err());
    }

    #[test]
    fn the_version_of_the_day_stands() {
        let (change, end) = (date(2025, 7, 1), date(2026, 1, 1));
        let rules = [
            version(date(2024, 1, 1), OPEN, "council 90", false),
            version(change, OPEN, "council 80", false),
            version(change, end, "council 85", true),
        ];
        let share = |day| in_force(&rules, day).first().map(|rule| rule.provision.to_string());
        assert_eq!(share(date(2023, 12, 31)), None);
        assert_eq!(share(date(2025, 6, 30)).as_deref(), Some("council 90"));
        assert_eq!(share(change).as_deref(), Some("council 85"));
        assert_eq!(share(end).as_deref(), Some("council 80"));
    }

    #[test]
    fn a_text_that_may_have_ended_is_marked() {
        let rule =
            Rule { watch: Some(date(2027, 3, 1)), ..version(date(2025, 7, 1), OPEN, "council 80", false) };
        assert_eq!(rule.doubt(date(2027, 2, 28)), None);
        assert_eq!(rule.doubt(date(2027, 3, 1)), Some(Doubt::MayHaveEnded));
    }
}
