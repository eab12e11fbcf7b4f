//! The installation's own rules: writing one, or a new version of one, confirming and taking back.
//!
//! Not here: what may be written (`acts::award::own`).

use acts::award::own::{self, NewRule, OwnRule, RuleRefusal};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::award::{Covers, Ground, Provision, Recipient, Rule, Side, Trust};
use domain::id::StepId;
use domain::unit::{OPEN, UnitId};
use lang::Lang;
use lang::words::label::Label;
use serde::Deserialize;

use super::page::OwnRow;
use super::said;
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage, Tag};
use crate::web::posted::{Posted, Refusals, typed_day};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of these forms.
pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/khen-thuong/quy-dinh/ghi", get(ask).post(write))
        .route("/khen-thuong/quy-dinh/{id}/xac-nhan", post(confirm))
        .route("/khen-thuong/quy-dinh/{id}/rut", get(ask_withdraw).post(withdraw))
}

const HOME: &str = "/khen-thuong/quy-dinh";

/// Which rule a new version is of.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    khoa: String,
}

fn trusts(lang: Lang) -> Vec<Choice> {
    let w = &lang.words().person;
    [(Trust::A, w.trust_a), (Trust::B, w.trust_b), (Trust::C, w.trust_c), (Trust::M, w.trust_m)]
        .map(|(trust, text)| Choice::new(trust.code(), text))
        .into()
}

/// A row of the list of own rules.
pub(super) fn row(own: &OwnRule, (manages, approves): (bool, bool), lang: Lang) -> OwnRow {
    let words = lang.words();
    let w = &words.person;
    let rule = &own.rule;
    let short = |day| lang::date::short(day, lang);
    let to = if rule.valid_to == OPEN { w.lasts.to_owned() } else { short(rule.valid_to) };
    let mut text = said(&rule.provision, words, lang);
    if text.is_empty() {
        text = rule.provision.to_string();
    }
    let standing = match (&own.withdrawn, own.confirmed) {
        (Some((day, why)), _) => Tag::wrong(w.withdrawn(short(*day), why)),
        (None, true) => Tag::done(w.confirmed),
        (None, false) => Tag::look(w.unconfirmed),
    };
    OwnRow {
        id: own.id.to_string(),
        title: format!("{}: {text}", rule.title),
        note: format!("{} · {} · {}", rule.key, rule.article, rule.source),
        dates: w.since(short(rule.valid_from), to),
        doubt: if rule.trust.verified() { Tag::default() } else { Tag::look(words.award.unverified) },
        standing,
        may_confirm: approves && !own.confirmed && own.withdrawn.is_none(),
        withdraw: if manages && own.withdrawn.is_none() {
            format!("{HOME}/{}/rut", own.id)
        } else {
            String::new()
        },
        version: if manages {
            address(&format!("{HOME}/ghi"), &[("khoa", &rule.key)])
        } else {
            String::new()
        },
    }
}

/// What stands in the fields of a new version: what the rule says now.
fn known(rule: Option<&Rule>, field: &str) -> String {
    let Some(rule) = rule else { return String::new() };
    match field {
        "khoa" => rule.key.clone(),
        "ten" => rule.title.clone(),
        "ve" => rule.covers.to_string(),
        "cho-ai" => rule.recipient.map_or("", Recipient::code).to_owned(),
        "loai-hinh" => rule.ground.map_or("", Ground::code).to_owned(),
        "noi-dung" => lang::rule_in::typed(&rule.provision),
        "dieu" => rule.article.clone(),
        "nguon" => rule.source.clone(),
        "tin" => rule.trust.code().to_owned(),
        _ => String::new(),
    }
}

async fn drawn(
    member: &Member,
    (unit, key): (UnitId, &str),
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let (lang, words) = (member.lang(), member.words());
    let w = &words.person;
    let book = own::book_of(&member.ctx, unit).await?;
    let today = member.today();
    let rule = domain::award::in_force(&book.rules, today).into_iter().find(|rule| rule.key == key).cloned();
    let name = acts::unit::around(&member.ctx, unit, today, 0).await?.name.name;
    let mut covers = vec![
        Choice::new(Covers::Every.to_string(), w.every_form),
        Choice::new(Covers::Side(Side::Party).to_string(), w.party_side),
        Choice::new(Covers::Side(Side::State).to_string(), w.state_side),
    ];
    covers.extend(book.forms_on(today).map(|form| Choice::new(form.code.as_str(), &form.name)));
    let mut whom = vec![Choice::new("", w.everybody)];
    whom.extend(Recipient::ALL.iter().map(|one| Choice::new(one.code(), one.label(lang))));
    let mut grounds = vec![Choice::new("", w.every_ground)];
    grounds.extend(Ground::ALL.iter().map(|one| Choice::new(one.code(), one.label(lang))));
    let units = vec![Choice::new(unit.to_string(), name), Choice::new("tat-ca", w.whole_installation)];
    let fields = vec![
        Field::choice(lang, "cho", w.rule_unit, units),
        Field::text(lang, "khoa", w.rule_key).hint(w.rule_key_hint),
        Field::text(lang, "ten", w.rule_title),
        Field::choice(lang, "ve", w.covers, covers),
        Field::choice(lang, "cho-ai", words.award.whom, whom),
        Field::choice(lang, "loai-hinh", w.ground, grounds),
        Field::long(lang, "noi-dung", w.provision).hint(w.provision_hint),
        Field::date(lang, "tu", w.from),
        Field::date(lang, "den", w.to).optional(),
        Field::text(lang, "dieu", w.article),
        Field::text(lang, "nguon", w.rule_source),
        Field::choice(lang, "tin", w.trust, trusts(lang)),
    ];
    let fields = fields
        .into_iter()
        .map(|field| {
            let value = known(rule.as_ref(), &field.name);
            if value.is_empty() { field } else { field.value(value) }
        })
        .collect();
    let fields = posted.fill(fields, refusals);
    let heading = if rule.is_some() { w.new_version } else { w.add_rule };
    let mut f = member.frame(heading, Place::Awards, Some(unit)).await?;
    f.crumbs = vec![Link::to(words.award.heading, HOME), Link::here(heading)];
    let action = address(&format!("{HOME}/ghi"), &[("don-vi", &unit.to_string()), ("khoa", key)]);
    Ok(FormPage { intro: w.rule_intro.to_owned(), ..FormPage::new(f, action, heading, fields) })
}

async fn ask(member: Member, Query(asked): Query<Asked>) -> Answer {
    let unit = member.some_unit().await?;
    page(&drawn(&member, (unit, &asked.khoa), &Posted::default(), &Refusals::new()).await?)
}

fn sentence(refusal: &RuleRefusal, lang: Lang) -> (&'static str, String) {
    let words = lang.words();
    let w = &words.person;
    match refusal {
        // What is empty was said before the act was asked.
        RuleRefusal::Text { most } => ("ten", words.round.too_long(most)),
        RuleRefusal::NotAProvision => ("noi-dung", w.not_provision.to_owned()),
        RuleRefusal::NoForm(_) => ("ve", words.award.no_form.to_owned()),
        RuleRefusal::Backwards => ("den", w.backwards.to_owned()),
        RuleRefusal::StateGivers => ("noi-dung", w.state_givers.to_owned()),
        RuleRefusal::OwnRule => ("khoa", w.own_declaration.to_owned()),
        RuleRefusal::Withdrawn => ("tu", w.rule_withdrawn.to_owned()),
        RuleRefusal::InPast => ("tu", w.in_past.to_owned()),
    }
}

/// What was typed about a rule.
fn typed(member: &Member, unit: UnitId, posted: &Posted) -> Result<NewRule, Refusals> {
    let words = member.words();
    let mut refusals = posted.left_empty(&["khoa", "ten", "dieu", "nguon"], words);
    let from = typed_day(member, posted, "tu", &mut refusals);
    let until = (!posted.get("den").is_empty()).then(|| typed_day(member, posted, "den", &mut refusals));
    let covers: Option<Covers> = posted.get("ve").parse().ok();
    let trust = Trust::from_code(posted.get("tin"));
    let provision = lang::rule_in::kept(posted.get("noi-dung"));
    if provision.parse::<Provision>().is_err() {
        refusals.push(("noi-dung", words.person.not_provision.to_owned()));
    }
    let (Some(covers), Some(trust), true) = (covers, trust, refusals.is_empty()) else {
        return Err(refusals);
    };
    let text = |name: &str| posted.get(name).to_owned();
    Ok(NewRule {
        unit: (posted.get("cho") != "tat-ca").then_some(unit),
        key: text("khoa"),
        title: text("ten"),
        covers,
        recipient: Recipient::from_code(posted.get("cho-ai")),
        ground: Ground::from_code(posted.get("loai-hinh")),
        provision,
        from,
        // On the page the last day counts; in the record the day after it is the first without.
        to: until.and_then(|last| last.tomorrow().ok()),
        article: text("dieu"),
        source: text("nguon"),
        trust,
    })
}

async fn write(member: Member, Query(asked): Query<Asked>, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let refusals = match typed(&member, unit, &posted) {
        Ok(new) => match refused(own::write(&member.ctx, new).await)? {
            Ok(_) => {
                let to = address(HOME, &[("don-vi", &unit.to_string())]);
                return Ok(done(member.site(), &to, member.words().person.rule_written, None));
            }
            Err(refusal) => vec![sentence(&refusal, member.lang())],
        },
        Err(refusals) => refusals,
    };
    again(&drawn(&member, (unit, &asked.khoa), &posted, &refusals).await?)
}

fn parsed(id: &str) -> Result<StepId, Failure> {
    id.parse().map_err(|_| Failure::Missing)
}

async fn confirm(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    match refused(own::confirm(&member.ctx, parsed(&id)?).await)? {
        Ok(()) => Ok(done(member.site(), HOME, member.words().person.rule_confirmed, None)),
        Err(refusal) => {
            let (_, told) = sentence(&refusal, member.lang());
            Ok(crate::web::answer::told(
                member.site(),
                HOME,
                crate::web::frame::NoticeKind::Warn,
                &told,
                None,
            ))
        }
    }
}

async fn withdrawing(
    member: &Member,
    id: StepId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let unit = member.some_unit().await?;
    let (lang, w) = (member.lang(), &member.words().person);
    let found = own::list(&member.ctx, unit).await?;
    let own = found.into_iter().find(|own| own.id == id).ok_or(Failure::Missing)?;
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let fields = vec![
        Field::date(lang, "tu", w.withdraw_from).value(lang::date::short(member.today(), Lang::Vi)),
        Field::long(lang, "ly-do", w.why),
    ];
    let fields = posted.fill(fields, refusals);
    let mut f = member.frame(w.withdraw, Place::Awards, Some(unit)).await?;
    f.crumbs = vec![Link::to(member.words().award.heading, HOME), Link::here(&own.rule.title)];
    let intro = format!("{}: {}. {}", own.rule.title, own.rule.provision, w.withdraw_intro);
    Ok(FormPage { intro, ..FormPage::new(f, format!("{HOME}/{id}/rut"), w.withdraw, fields) })
}

async fn ask_withdraw(member: Member, Path(id): Path<String>) -> Answer {
    page(&withdrawing(&member, parsed(&id)?, &Posted::default(), &Refusals::new()).await?)
}

async fn withdraw(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let mut refusals = posted.left_empty(&["ly-do"], member.words());
    let from = typed_day(&member, &posted, "tu", &mut refusals);
    if refusals.is_empty() {
        match refused(own::withdraw(&member.ctx, id, from, posted.get("ly-do")).await)? {
            Ok(()) => return Ok(done(member.site(), HOME, member.words().person.withdrawn_done, None)),
            Err(RuleRefusal::Text { most }) => refusals.push(("ly-do", member.words().round.too_long(most))),
            Err(refusal) => refusals.push(sentence(&refusal, member.lang())),
        }
    }
    again(&withdrawing(&member, id, &posted, &refusals).await?)
}
