//! What a rule can ask for, and the short notation in which it is written in rows (`run chien-si-thi-dua-co-so 3`).
//!
//! Not here: finding out whether a case has it (`examine`), and how it is said to people (`lang`).

use super::badge::Early;
use super::form::{FormCode, Grade, Severity, Spread};
use std::fmt;
use std::str::FromStr;

/// A text that is no criterion.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a criterion: {0:?}")]
pub struct NotACriterion(pub String);

/// What a rule asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Criterion {
    /// At least this grade, in the case's year and the years directly before it.
    Grade {
        /// The least grade.
        least: Grade,
        /// How many years, the case's own included.
        years: u8,
    },
    /// The form was received for the case's own year.
    Held(FormCode),
    /// The form was ever received.
    Ever(FormCode),
    /// The form was received for so many years one after another, up to the case's year or the year before.
    Run {
        /// Which form.
        form: FormCode,
        /// How many years.
        years: u8,
    },
    /// The form was received so many times one after another ("lần liên tục"). Times in neighbouring years are
    /// sure; whether others count as "liên tục" a person says.
    Times {
        /// Which form.
        form: FormCode,
        /// How many times.
        times: u8,
    },
    /// The form was received so many times within a number of years up to the case's.
    Count {
        /// Which form.
        form: FormCode,
        /// How many times.
        times: u8,
        /// Within how many years.
        within: u8,
    },
    /// The form was received and, from the year after, every year reached at least a grade, for so many years.
    Since {
        /// Which form.
        form: FormCode,
        /// The least grade.
        least: Grade,
        /// How many years.
        years: u8,
    },
    /// So many recognised initiatives, studies or projects within a number of years up to the case's.
    Initiative {
        /// How far they must reach.
        spread: Spread,
        /// How many.
        count: u8,
        /// Within how many years.
        within: u8,
    },
    /// So many years have passed since the form was last received.
    Interval {
        /// Which form.
        form: FormCode,
        /// How many years.
        years: u8,
    },
    /// Of a collective: so many of a hundred members hold the form for the year.
    Members {
        /// Which form.
        form: FormCode,
        /// Of a hundred.
        percent: u8,
        /// More than that, and not just that many.
        over: bool,
    },
    /// Of a collective: somebody holds the form for the year.
    AnyMember(FormCode),
    /// Of a collective: nobody was disciplined this heavily or more.
    NoneDisciplined(Severity),
    /// Nothing is under review.
    NothingUnderReview,
    /// What was done before the end of a discipline does not count.
    AfterDiscipline,
    /// The same achievement was not honoured before.
    OnceOnly,
    /// Awards on other grounds than merit do not count as earlier awards.
    MeritOnly,
    /// So many years in the Party.
    PartyAge {
        /// How many years.
        years: u8,
        /// How early it may be.
        early: Early,
    },
    /// A disciplined member waits so many months: after a reprimand, a warning, a dismissal.
    Wait([u8; 3]),
    /// Something that only a person can see; the words stand in the row.
    Person(String),
    /// One of several suffices.
    Any(Vec<Self>),
}

impl fmt::Display for Criterion {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Grade { least, years } => write!(out, "grade {} {years}", least.code()),
            Self::Held(form) => write!(out, "held {form}"),
            Self::Ever(form) => write!(out, "ever {form}"),
            Self::Run { form, years } => write!(out, "run {form} {years}"),
            Self::Times { form, times } => write!(out, "times {form} {times}"),
            Self::Count { form, times, within } => write!(out, "count {form} {times} within {within}"),
            Self::Since { form, least, years } => write!(out, "since {form} {} {years}", least.code()),
            Self::Initiative { spread, count, within } => {
                write!(out, "initiative {} {count} within {within}", spread.code())
            }
            Self::Interval { form, years } => write!(out, "interval {form} {years}"),
            Self::Members { form, percent, over } => {
                write!(out, "members {form} {} {percent}", if *over { "over" } else { "least" })
            }
            Self::AnyMember(form) => write!(out, "any-member {form}"),
            Self::NoneDisciplined(from) => write!(out, "none-disciplined {}", from.code()),
            Self::NothingUnderReview => out.write_str("nothing-under-review"),
            Self::AfterDiscipline => out.write_str("after-discipline"),
            Self::OnceOnly => out.write_str("once-only"),
            Self::MeritOnly => out.write_str("merit-only"),
            Self::PartyAge { years, early } => {
                write!(out, "party-age {years} early {} posthumous {}", early.grave, early.posthumous)
            }
            Self::Wait([first, second, third]) => write!(out, "wait {first} {second} {third}"),
            Self::Person(text) => write!(out, "person: {text}"),
            Self::Any(parts) => {
                out.write_str("any ")?;
                for (place, part) in parts.iter().enumerate() {
                    if place > 0 {
                        out.write_str(" | ")?;
                    }
                    write!(out, "{part}")?;
                }
                Ok(())
            }
        }
    }
}

impl FromStr for Criterion {
    type Err = NotACriterion;

    fn from_str(text: &str) -> Result<Self, NotACriterion> {
        let wrong = || NotACriterion(text.to_owned());
        if let Some(words) = text.strip_prefix("person: ") {
            let words = words.trim();
            return if words.is_empty() { Err(wrong()) } else { Ok(Self::Person(words.to_owned())) };
        }
        if let Some(parts) = text.strip_prefix("any ") {
            let parts: Vec<Self> = parts.split(" | ").map(str::parse).collect::<Result<_, _>>()?;
            let nested = parts.iter().any(|part| matches!(part, Self::Any(_)));
            return if parts.len() < 2 || nested { Err(wrong()) } else { Ok(Self::Any(parts)) };
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        read(&words).ok_or_else(wrong)
    }
}

/// A count of years or times; zero would ask for nothing.
fn count(text: &str) -> Option<u8> {
    text.parse().ok().filter(|count| *count > 0)
}

fn read(words: &[&str]) -> Option<Criterion> {
    let form = |text: &str| text.parse::<FormCode>().ok();
    Some(match words {
        ["grade", least, years] => Criterion::Grade { least: Grade::from_code(least)?, years: count(years)? },
        ["held", name] => Criterion::Held(form(name)?),
        ["ever", name] => Criterion::Ever(form(name)?),
        ["run", name, years] => Criterion::Run { form: form(name)?, years: count(years)? },
        ["times", name, times] => Criterion::Times { form: form(name)?, times: count(times)? },
        ["count", name, times, "within", within] => {
            Criterion::Count { form: form(name)?, times: count(times)?, within: count(within)? }
        }
        ["since", name, least, years] => {
            Criterion::Since { form: form(name)?, least: Grade::from_code(least)?, years: count(years)? }
        }
        ["initiative", spread, many, "within", within] => Criterion::Initiative {
            spread: Spread::from_code(spread)?,
            count: count(many)?,
            within: count(within)?,
        },
        ["interval", name, years] => Criterion::Interval { form: form(name)?, years: count(years)? },
        ["members", name, how, percent] => Criterion::Members {
            form: form(name)?,
            percent: count(percent).filter(|percent| *percent <= 100)?,
            over: match *how {
                "over" => true,
                "least" => false,
                _ => return None,
            },
        },
        ["any-member", name] => Criterion::AnyMember(form(name)?),
        ["none-disciplined", from] => Criterion::NoneDisciplined(Severity::from_code(from)?),
        ["nothing-under-review"] => Criterion::NothingUnderReview,
        ["after-discipline"] => Criterion::AfterDiscipline,
        ["once-only"] => Criterion::OnceOnly,
        ["merit-only"] => Criterion::MeritOnly,
        ["party-age", years, "early", grave, "posthumous", posthumous] => Criterion::PartyAge {
            years: count(years)?,
            early: Early { grave: grave.parse().ok()?, posthumous: posthumous.parse().ok()? },
        },
        ["wait", first, second, third] => {
            Criterion::Wait([first.parse().ok()?, second.parse().ok()?, third.parse().ok()?])
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notation_reads_back() {
        for text in [
            "grade excellent 2",
            "held lao-dong-tien-tien",
            "ever bang-khen-thu-tuong",
            "run chien-si-thi-dua-co-so 3",
            "times chien-si-thi-dua-tinh 2",
            "count chien-si-thi-dua-co-so 3 within 5",
            "since bang-khen-thu-tuong well 5",
            "initiative province 1 within 3",
            "interval huan-chuong-lao-dong-ba 5",
            "members lao-dong-tien-tien over 50",
            "any-member chien-si-thi-dua-co-so",
            "none-disciplined warning",
            "nothing-under-review",
            "after-discipline",
            "once-only",
            "merit-only",
            "party-age 70 early 24 posthumous 12",
            "wait 6 9 12",
            "person: dẫn đầu cụm, khối thi đua",
            "any grade excellent 1 | initiative base 1 within 1",
        ] {
            let read: Criterion = text.parse().expect(text);
            assert_eq!(read.to_string(), text);
        }
    }

    #[test]
    fn what_asks_for_nothing_is_refused() {
        for text in [
            "",
            "grade excellent 0",
            "grade splendid 1",
            "run Chiến 3",
            "members lao-dong-tien-tien over 101",
            "members lao-dong-tien-tien about 50",
            "person: ",
            "any grade excellent 1",
            "any held a | any held b | held c",
            "run chien-si-thi-dua-co-so",
        ] {
            assert!(text.parse::<Criterion>().is_err(), "{text}");
        }
    }
}
