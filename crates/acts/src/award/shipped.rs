//! What ships about awards: forms, rules, days that are not worked, base salaries; read from the catalogue's files.
//!
//! Every line names its article, where that was read and how far it is to be trusted.
//!
//! Not here: what an installation adds of its own.

use super::RuleBook;
use crate::error::Fault;
use domain::award::calendar::{Calendar, DayKind, DayRow};
use domain::award::prize::BaseSalary;
use domain::award::{AwardForm, FormClass, Ground, Recipient, Rule, Side, Trust};
use domain::unit::OPEN;
use jiff::civil::Date;
use std::str::FromStr;

const FORMS: &str = include_str!("../../catalogue/awards.csv");
const RULES: &str = include_str!("../../catalogue/award_rules.csv");
const DAYS: &str = include_str!("../../catalogue/holidays.csv");
const SALARIES: &str = include_str!("../../catalogue/base_salary.csv");

/// Everything that ships.
pub fn book() -> Result<RuleBook, Fault> {
    Ok(RuleBook {
        forms: read(FORMS, form)?,
        rules: read(RULES, rule)?,
        calendar: Calendar::new(read(DAYS, day)?),
        salaries: read(SALARIES, salary)?,
    })
}

/// One line's cells, in their sequence.
struct Cells<'a>(csv::StringRecordIter<'a>);

impl Cells<'_> {
    fn text(&mut self) -> Option<String> {
        self.0.next().map(str::to_owned)
    }

    fn read<T: FromStr>(&mut self) -> Option<T> {
        self.0.next()?.parse().ok()
    }

    /// What an empty cell stands for, or what the cell says; a cell that cannot be read is a mistake.
    fn or<T>(&mut self, empty: T, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        match self.0.next()? {
            "" => Some(empty),
            text => read(text),
        }
    }

    fn code<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        read(self.0.next()?)
    }

    fn day_or_open(&mut self) -> Option<Date> {
        self.or(OPEN, |text| text.parse().ok())
    }
}

fn read<T>(file: &str, line: impl Fn(&mut Cells<'_>) -> Option<T>) -> Result<Vec<T>, Fault> {
    let wrong = || Fault::Inconsistent("the shipped rules of commendation");
    csv::Reader::from_reader(file.as_bytes())
        .into_records()
        .map(|record| line(&mut Cells(record.map_err(|_| wrong())?.iter())).ok_or_else(wrong))
        .collect()
}

fn form(cells: &mut Cells<'_>) -> Option<AwardForm> {
    Some(AwardForm {
        code: cells.read()?,
        name: cells.text()?,
        side: cells.code(Side::from_code)?,
        class: cells.code(FormClass::from_code)?,
        recipients: cells.text()?.split(' ').map(Recipient::from_code).collect::<Option<_>>()?,
        valid_from: cells.read()?,
        valid_to: cells.day_or_open()?,
        source: cells.text()?,
        trust: cells.code(Trust::from_code)?,
    })
}

fn rule(cells: &mut Cells<'_>) -> Option<Rule> {
    Some(Rule {
        key: cells.text()?,
        title: cells.text()?,
        covers: cells.read()?,
        recipient: cells.or(None, |text| Recipient::from_code(text).map(Some))?,
        ground: cells.or(None, |text| Ground::from_code(text).map(Some))?,
        provision: cells.read()?,
        valid_from: cells.read()?,
        valid_to: cells.day_or_open()?,
        watch: cells.or(None, |text| text.parse().ok().map(Some))?,
        article: cells.text()?,
        source: cells.text()?,
        trust: cells.code(Trust::from_code)?,
        own: false,
    })
}

fn day(cells: &mut Cells<'_>) -> Option<DayRow> {
    Some(DayRow {
        day: cells.read()?,
        kind: cells.code(DayKind::from_code)?,
        name: cells.text()?,
        source: cells.text()?,
        trust: cells.code(Trust::from_code)?,
    })
}

fn salary(cells: &mut Cells<'_>) -> Option<BaseSalary> {
    Some(BaseSalary {
        from: cells.read()?,
        dong: cells.read()?,
        article: cells.text()?,
        source: cells.text()?,
        trust: cells.code(Trust::from_code)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::award::{Covers, Criterion, FormCode, Provision};
    use std::collections::BTreeSet;

    /// The forms that a criterion names.
    fn named(criterion: &Criterion) -> Vec<&FormCode> {
        match criterion {
            Criterion::Held(form)
            | Criterion::Ever(form)
            | Criterion::Run { form, .. }
            | Criterion::Times { form, .. }
            | Criterion::Count { form, .. }
            | Criterion::Since { form, .. }
            | Criterion::Interval { form, .. }
            | Criterion::Members { form, .. }
            | Criterion::AnyMember(form) => vec![form],
            Criterion::Any(parts) => parts.iter().flat_map(named).collect(),
            Criterion::Grade { .. }
            | Criterion::Initiative { .. }
            | Criterion::NoneDisciplined(_)
            | Criterion::NothingUnderReview
            | Criterion::AfterDiscipline
            | Criterion::OnceOnly
            | Criterion::MeritOnly
            | Criterion::PartyAge { .. }
            | Criterion::Wait(_)
            | Criterion::Person(_) => Vec::new(),
        }
    }

    #[test]
    fn every_line_reads_and_every_form_named_is_there() {
        let book = book().expect("every line reads");
        let forms: BTreeSet<&FormCode> = book.forms.iter().map(|form| &form.code).collect();
        for rule in &book.rules {
            if let Covers::Form(form) = &rule.covers {
                assert!(forms.contains(form), "{}", rule.key);
            }
            if let Provision::Criterion(criterion) = &rule.provision {
                for form in named(criterion) {
                    assert!(forms.contains(form), "{}: {form}", rule.key);
                }
            }
            assert!(!rule.article.is_empty() && !rule.source.is_empty(), "{}", rule.key);
            assert!(rule.valid_from < rule.valid_to, "{}", rule.key);
        }
    }

    #[test]
    fn versions_of_a_rule_follow_one_another_and_never_overlap() {
        let book = book().expect("every line reads");
        for pair in book.rules.windows(2) {
            let [first, second] = pair else { continue };
            if first.key == second.key {
                assert_eq!(first.valid_to, second.valid_from, "{}", first.key);
                assert_eq!(first.covers, second.covers, "{}", first.key);
            }
        }
        let mut starts: Vec<(&str, Date)> =
            book.rules.iter().map(|rule| (rule.key.as_str(), rule.valid_from)).collect();
        let all = starts.len();
        starts.sort_unstable();
        starts.dedup();
        assert_eq!(starts.len(), all);
    }

    #[test]
    fn every_form_can_be_conferred_by_somebody_or_says_nothing_of_it() {
        let book = book().expect("every line reads");
        let silent: Vec<&str> = book
            .forms
            .iter()
            .filter(|form| {
                !book.rules.iter().any(|rule| {
                    rule.covers == Covers::Form(form.code.clone())
                        && matches!(rule.provision, Provision::Givers(_))
                })
            })
            .map(|form| form.code.as_str())
            .collect();
        // Of these no text about the giver was read; the page says so.
        assert_eq!(
            silent,
            [
                "tap-the-lao-dong-tien-tien",
                "don-vi-tien-tien",
                "huan-chuong-doc-lap-nhat",
                "huan-chuong-doc-lap-nhi",
                "huan-chuong-doc-lap-ba",
                "danh-hieu-vinh-du",
                "giai-thuong-ho-chi-minh",
                "giai-thuong-nha-nuoc",
                "ghi-danh-nguoi-tot",
            ]
        );
    }
}
