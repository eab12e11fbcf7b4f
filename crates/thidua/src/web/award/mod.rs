//! Khen thưởng: the rules of a day with their sources, those of the installation's own included, and three reckoners
//! that explain what they reckon.
//!
//! Not here: writing own rules (`own`), the rules themselves and their arithmetic (`acts::award`, `domain::award`).

mod own;
pub mod page;
mod reckon;

use acts::award::RuleBook;
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use domain::award::prize::Multiple;
use domain::award::{Covers, Criterion, Doubt, Provision, Rule};
use jiff::civil::Date;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;
use lang::{Lang, Words};

use std::sync::Arc;

use self::page::{FormRow, RuleLine, RulesPage};
use super::answer::{Answer, Failure, page};
use super::encode::address;
use super::excel::{self, Listing};
use super::frame::{Link, Place};
use super::parts::Tag;
use super::site::Site;
use super::visit::Member;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/khen-thuong/quy-dinh", get(rules))
        .route("/khen-thuong/quy-dinh.xlsx", get(rules_sheet))
        .merge(own::routes())
}

/// What the page is asked: the day, and what stands in the reckoners.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    ngay: String,
    tinh: String,
    #[serde(rename = "hinh-thuc")]
    hinh_thuc: String,
    #[serde(rename = "cho-ai")]
    cho_ai: String,
    #[serde(rename = "quyet-dinh")]
    quyet_dinh: String,
    #[serde(rename = "bat-dau")]
    bat_dau: String,
    #[serde(rename = "so-ngay")]
    so_ngay: String,
    #[serde(rename = "ket-nap")]
    ket_nap: String,
    tru: String,
    #[serde(rename = "tinh-den")]
    tinh_den: String,
}

/// The rules as they hold for the unit one works at.
async fn book(member: &Member) -> Result<Arc<RuleBook>, Failure> {
    Ok(match member.unit().await? {
        Some(unit) => acts::award::own::book_of(&member.ctx, unit).await?,
        None => acts::award::book(&member.ctx)?,
    })
}

/// The rules in force on the day asked for, as an Excel file.
async fn rules_sheet(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let day = lang::date_in::date(&asked.ngay).unwrap_or(member.today());
    let book = book(&member).await?;
    let w = &words.award;
    let columns = [w.form, w.whom, w.rule, w.provision, w.doubt, w.ground];
    let mut listing = Listing { note: lang::date::short(day, lang), ..Listing::new(w.heading, columns) };
    for form in forms(&book, day, lang) {
        listing.rows.extend(form.rules.iter().map(|rule| {
            [&form.name, &form.note, &rule.title, &rule.text, &rule.doubt.text, &rule.source]
                .map(excel::text)
                .to_vec()
        }));
    }
    excel::download(&member, "quy-dinh-khen-thuong", vec![listing])
}

async fn rules(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let today = member.today();
    let (day, day_error) = match lang::date_in::date(&asked.ngay) {
        _ if asked.ngay.is_empty() => (today, String::new()),
        Ok(day) => (day, String::new()),
        Err(refusal) => (today, date_sentence(refusal, &asked.ngay, lang)),
    };
    let (book, unit) = (book(&member).await?, member.unit().await?);
    let own = match unit {
        Some(unit) => acts::award::own::list(&member.ctx, unit).await?,
        None => Vec::new(),
    };
    let mut f = member.frame(words.award.heading, Place::Awards, unit).await?;
    let reckoners = reckon::all(&book, &asked, day, today, lang);
    let refused = reckoners.iter().flat_map(|reckoner| &reckoner.fields).any(|field| !field.error.is_empty());
    f.refused = refused || !day_error.is_empty();
    f.excel = address("/khen-thuong/quy-dinh.xlsx", &[("ngay", &asked.ngay)]);
    let mut actions = vec![Link::to(words.person.capacities, "/khen-thuong/tu-cach")];
    if member.may.manage && unit.is_some() {
        actions.push(Link { here: true, ..Link::to(words.person.add_rule, "/khen-thuong/quy-dinh/ghi") });
    }
    page(&RulesPage {
        f,
        actions,
        own: own.iter().map(|one| own::row(one, (member.may.manage, member.may.approve), lang)).collect(),
        day: if asked.ngay.is_empty() { lang::date::short(day, Lang::Vi) } else { asked.ngay.clone() },
        day_error,
        reckoners,
        count: words.award.in_force(book.forms_on(day).count()),
        forms: forms(&book, day, lang),
    })
}

fn forms(book: &RuleBook, day: Date, lang: Lang) -> Vec<FormRow> {
    let words = lang.words();
    let in_force = domain::award::in_force(&book.rules, day);
    let general = in_force.iter().filter(|rule| !matches!(rule.covers, Covers::Form(_)));
    let mut rows = vec![FormRow {
        name: words.award.general.to_owned(),
        note: String::new(),
        rules: general.map(|rule| line(rule, day, lang)).collect(),
    }];
    rows.extend(book.forms_on(day).map(|form| {
        let whom: Vec<&str> = form.recipients.iter().map(|whom| whom.label(lang)).collect();
        FormRow {
            name: form.name.clone(),
            note: whom.join(", "),
            rules: book.rules_of(&form.code, day).into_iter().map(|rule| line(rule, day, lang)).collect(),
        }
    }));
    rows
}

fn line(rule: &Rule, day: Date, lang: Lang) -> RuleLine {
    let words = &lang.words().award;
    let doubt = match rule.doubt(day) {
        None => Tag::default(),
        Some(Doubt::Unverified) => Tag::look(words.unverified),
        Some(Doubt::MayHaveEnded) => Tag::look(words.may_have_ended),
    };
    let since = lang::date::short(rule.valid_from, lang);
    let mut text = said(&rule.provision, lang.words(), lang);
    if let Some(whom) = rule.recipient {
        let whom = whom.label(lang);
        text = if text.is_empty() { whom.to_owned() } else { format!("{text} ({whom})") };
    }
    RuleLine {
        title: rule.title.clone(),
        text,
        doubt,
        source: format!("{} · {} · {since}", rule.article, rule.source),
    }
}

/// What a provision says beyond its rule's name.
fn said(provision: &Provision, words: &Words, lang: Lang) -> String {
    let w = &words.award;
    match provision {
        Provision::Criterion(Criterion::Person(text)) => text.clone(),
        // The rule's name says the other criteria.
        Provision::Criterion(_) => String::new(),
        Provision::Givers(givers) => {
            givers.iter().map(|giver| giver.label(lang)).collect::<Vec<_>>().join("; ")
        }
        Provision::Council(percent) => w.share(percent),
        Provision::Quorum(numerator, denominator) => w.quorum(numerator, denominator),
        Provision::Opinion(days) | Provision::Appraisal(days) => w.working_days(days),
        Provision::Prize(multiple) => w.multiple(times(*multiple, words, lang)),
        Provision::Papers { copies, papers } => w.papers(copies, papers),
    }
}

/// A multiple as it is printed: `0,45`, `không quá 0,6`.
fn times(multiple: Multiple, words: &Words, lang: Lang) -> String {
    let whole = lang::number::decimal(i128::from(multiple.hundredths), 2, lang);
    let trimmed = whole.trim_end_matches('0').trim_end_matches([',', '.']);
    if multiple.at_most { format!("{} {trimmed}", words.award.at_most) } else { trimmed.to_owned() }
}
