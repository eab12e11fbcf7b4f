//! The three reckoners: prize money, a term in working days, years in the Party.
//!
//! Not here: the arithmetic (`domain::award`).

use acts::award::{PrizeRefusal, RuleBook};
use domain::award::badge::{highest_full, months_on, next_badge};
use domain::award::calendar::{LONGEST_TERM, TermDoubt};
use domain::award::prize::Rounding;
use domain::award::{Evidence, FormCode, Recipient, Track};
use jiff::Span;
use jiff::civil::Date;
use lang::Lang;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;

use super::page::Reckoner;
use super::{Asked, times};
use crate::web::parts::{Choice, Field};

/// No one was away from the Party for longer than a century.
const MOST_MONTHS_AWAY: u32 = 1_200;

/// All three, with what came out of the one that was sent.
pub(super) fn all(book: &RuleBook, asked: &Asked, day: Date, today: Date, lang: Lang) -> Vec<Reckoner> {
    vec![prize(book, asked, day, today, lang), term(book, asked, today, lang), age(asked, today, lang)]
}

/// A field for a day with what was typed, and the day where it can be read; before sending, the day is `given`.
fn day_field(
    name: &str,
    label: &str,
    typed: &str,
    sent: bool,
    given: Option<Date>,
    lang: Lang,
) -> (Field, Option<Date>) {
    let field = Field::date(lang, name, label);
    if !sent {
        let value = given.map(|day| lang::date::short(day, Lang::Vi)).unwrap_or_default();
        return (field.value(value), None);
    }
    match lang::date_in::date(typed) {
        Ok(day) => (field.value(typed), Some(day)),
        Err(refusal) => (field.value(typed).error(date_sentence(refusal, typed, lang)), None),
    }
}

fn prize(book: &RuleBook, asked: &Asked, day: Date, today: Date, lang: Lang) -> Reckoner {
    let words = lang.words();
    let w = &words.award;
    let sent = asked.tinh == "tien";
    let forms = book.forms_on(day).map(|form| Choice::new(form.code.as_str(), form.name.clone())).collect();
    let whom = Recipient::ALL.iter().map(|whom| Choice::new(whom.code(), whom.label(lang))).collect();
    let (decided, on) = day_field("quyet-dinh", w.decided, &asked.quyet_dinh, sent, Some(today), lang);
    let mut told = Vec::new();
    if let (Some(on), Ok(form)) = (on, asked.hinh_thuc.parse::<FormCode>()) {
        let whom = Recipient::from_code(&asked.cho_ai).unwrap_or(Recipient::Individual);
        match book.prize(&form, whom, on) {
            Ok(prize) => {
                let made = prize.calculation;
                let money = |dong| lang::number::integer(dong, lang);
                let (base, exact, paid) = (money(made.base), money(made.exact), money(made.rounded));
                told.push(w.calculation(times(made.multiple, words, lang), base, exact, paid));
                if made.multiple.rounding == Rounding::Unknown {
                    told.push(w.unrounded.to_owned());
                }
                let mut grounds = vec![prize.rule.article.clone(), prize.salary.article.clone()];
                if prize.rule.doubt(on).is_some() || !prize.salary.trust.verified() {
                    grounds.push(w.unverified.to_owned());
                }
                told.push(grounds.join(" · "));
            }
            Err(PrizeRefusal::NoForm) => told.push(w.no_form.to_owned()),
            Err(PrizeRefusal::NotForThem) => told.push(w.not_for_them.to_owned()),
            Err(PrizeRefusal::NoMultiple) => told.push(w.no_multiple.to_owned()),
            Err(PrizeRefusal::NoSalary) => told.push(w.no_salary.to_owned()),
        }
    }
    let fields = vec![
        Field::choice(lang, "hinh-thuc", w.form, forms).value(&asked.hinh_thuc),
        Field::choice(lang, "cho-ai", w.whom, whom).value(&asked.cho_ai),
        decided,
    ];
    Reckoner { id: "tien", heading: w.prize.to_owned(), fields, told }
}

fn term(book: &RuleBook, asked: &Asked, today: Date, lang: Lang) -> Reckoner {
    let w = &lang.words().award;
    let sent = asked.tinh == "han";
    let (start, day) = day_field("bat-dau", w.start, &asked.bat_dau, sent, Some(today), lang);
    let days = asked.so_ngay.trim().parse::<u16>().ok().filter(|days| (1..=LONGEST_TERM).contains(days));
    let wrong = if sent && days.is_none() { w.days_wrong } else { "" };
    let typed = if sent { asked.so_ngay.as_str() } else { "10" };
    let mut told = Vec::new();
    if let Some(term) = day.zip(days).and_then(|(day, days)| book.term(day, days)) {
        let short = |day| lang::date::short(day, lang);
        told.push(w.last_day(short(term.last)));
        told.extend(term.doubts.iter().map(|doubt| match *doubt {
            TermDoubt::Unverified(day) => w.day_unverified(short(day)),
            TermDoubt::Proposed(day) => w.day_proposed(short(day)),
            TermDoubt::YearUnknown(year) => w.year_unknown(year),
        }));
    }
    let fields = vec![start, Field::text(lang, "so-ngay", w.days).value(typed).error(wrong)];
    Reckoner { id: "han", heading: w.term.to_owned(), fields, told }
}

fn age(asked: &Asked, today: Date, lang: Lang) -> Reckoner {
    let w = &lang.words().award;
    let sent = asked.tinh == "tuoi-dang";
    let (admitted, from) = day_field("ket-nap", w.admitted, &asked.ket_nap, sent, None, lang);
    let (until, day) = day_field("tinh-den", w.until, &asked.tinh_den, sent, Some(today), lang);
    let away = asked.tru.trim();
    let months = if away.is_empty() { Some(0) } else { away.parse().ok() };
    let months = months.filter(|months| *months <= MOST_MONTHS_AWAY);
    let wrong = if sent && months.is_none() { w.away_wrong } else { "" };
    let mut told = Vec::new();
    if let (Some(admitted), Some(day), Some(deducted_months)) = (from, day, months) {
        let evidence = Evidence(String::new());
        let track = Track { admitted, deducted_months, grave: false, died: None, evidence };
        let served = months_on(&track, day);
        told.push(w.party_age(served / 12, served % 12));
        if let Some(years) = next_badge(highest_full(&track, day)) {
            let span = Span::new().try_years(years).and_then(|span| span.try_months(deducted_months));
            if let Ok(full) = span.and_then(|span| admitted.checked_add(span)) {
                told.push(w.next_badge(years, format!("{}/{}", full.month(), full.year())));
            }
        }
    }
    let fields =
        vec![admitted, Field::text(lang, "tru", w.away).value(&asked.tru).error(wrong).optional(), until];
    Reckoner { id: "tuoi-dang", heading: w.age.to_owned(), fields, told }
}
