//! Registering directives, themes and programmes.
//!
//! Not here: what may be registered (`acts`).

use acts::directive::{DirectiveField, DirectiveRefusal, NewDirective};
use acts::programme::{NewProgramme, ProgrammeRefusal};
use acts::theme::{NewTheme, ThemeRefusal};
use axum::Router;
use axum::routing::get;
use domain::directive::{DirectiveId, Relation};
use domain::period::Period;
use jiff::civil::Date;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;

use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of these forms.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/chuong-trinh/van-ban/ghi", get(ask_directive).post(add_directive))
        .route("/chuong-trinh/chuyen-de/ghi", get(ask_theme).post(add_theme))
        .route("/chuong-trinh/ghi", get(ask_programme).post(add_programme))
}

/// Fills the fields with what was typed and refused, and makes the page.
async fn form(
    member: &Member,
    heading: &str,
    action: &str,
    fields: Vec<Field>,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let unit = member.unit().await?;
    let mut f = member.frame(heading, Place::Programmes, unit).await?;
    f.crumbs = vec![Link::to(member.words().programme.heading, "/chuong-trinh"), Link::here(heading)];
    Ok(FormPage::new(f, action, heading, posted.fill(fields, refusals)))
}

async fn directive_form(member: &Member, posted: &Posted, refusals: &Refusals) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().programme);
    let known = acts::directive::list(&member.ctx).await?;
    let mut earlier = vec![Choice::new("", w.relation_none)];
    earlier
        .extend(known.iter().map(|view| Choice::new(view.directive.id.to_string(), view.directive.cited())));
    let relations = Relation::ALL.iter().map(|relation| Choice::new(relation.code(), relation.label(lang)));
    let fields = vec![
        Field::text(lang, "loai", w.kind).value("Chỉ thị"),
        Field::text(lang, "so", w.number).hint(w.number_hint),
        Field::date(lang, "ngay", w.issued_on).optional(),
        Field::text(lang, "noi", w.issuer).optional(),
        Field::long(lang, "trich-yeu", w.subject).optional(),
        Field::choice(lang, "quan-he", w.relation, relations.collect()),
        Field::choice(lang, "truoc", w.earlier, earlier),
        Field::text(lang, "nguon", w.source).optional(),
    ];
    form(member, w.add_directive, "/chuong-trinh/van-ban/ghi", fields, posted, refusals).await
}

async fn ask_directive(member: Member) -> Answer {
    page(&directive_form(&member, &Posted::default(), &Refusals::new()).await?)
}

/// A date that may stay empty.
fn optional_date(member: &Member, typed: &str) -> Result<Option<Date>, String> {
    if typed.is_empty() {
        return Ok(None);
    }
    lang::date_in::date(typed).map(Some).map_err(|refusal| date_sentence(refusal, typed, member.lang()))
}

async fn add_directive(member: Member, posted: Posted) -> Answer {
    let mut refusals = posted.left_empty(&["loai", "so"], member.words());
    let issued = optional_date(&member, posted.get("ngay")).unwrap_or_else(|sentence| {
        refusals.push(("ngay", sentence));
        None
    });
    if !refusals.is_empty() {
        return again(&directive_form(&member, &posted, &refusals).await?);
    }
    let new = NewDirective {
        kind: posted.get("loai").to_owned(),
        number: posted.get("so").to_owned(),
        issued,
        issuer: posted.get("noi").to_owned(),
        subject: posted.get("trich-yeu").to_owned(),
        valid_from: issued,
        valid_to: None,
        source: posted.get("nguon").to_owned(),
        verified: false,
        unit: member.unit().await?,
    };
    let name = format!("{} {}", new.kind, new.number);
    let id = match refused(acts::directive::add(&member.ctx, new).await)? {
        Ok(id) => id,
        Err(refusal) => {
            let refusals = vec![directive_sentence(&member, &refusal)];
            return again(&directive_form(&member, &posted, &refusals).await?);
        }
    };
    let (relation, older) =
        (Relation::from_code(posted.get("quan-he")), posted.get("truoc").parse::<DirectiveId>());
    if let (Some(relation), Ok(older)) = (relation, older) {
        let source = posted.get("nguon");
        // The document stands; a relation that cannot be is told and may be added again.
        if refused(acts::directive::relate(&member.ctx, id, relation, older, source).await)?.is_err() {
            let told = member.words().programme.relation_refused;
            return Ok(crate::web::answer::told(
                member.site(),
                "/chuong-trinh",
                crate::web::frame::NoticeKind::Warn,
                told,
                None,
            ));
        }
    }
    Ok(done(
        member.site(),
        &format!("/chuong-trinh#v-{id}"),
        &member.words().programme.registered(name),
        None,
    ))
}

fn directive_sentence(member: &Member, refusal: &DirectiveRefusal) -> (&'static str, String) {
    let words = member.words();
    let w = &words.programme;
    match refusal {
        DirectiveRefusal::KindMissing => ("loai", words.refusal.required.to_owned()),
        DirectiveRefusal::NumberMissing => ("so", w.number_needed.to_owned()),
        DirectiveRefusal::TooLong { field, most } => {
            let name = match field {
                DirectiveField::Kind => "loai",
                DirectiveField::Number => "so",
                DirectiveField::Issuer => "noi",
                DirectiveField::Subject => "trich-yeu",
                DirectiveField::Source => "nguon",
            };
            (name, words.unit.too_long(most))
        }
        DirectiveRefusal::Known { .. } => ("so", w.taken.to_owned()),
        DirectiveRefusal::Backwards => ("ngay", words.refusal.not_a_date.to_owned()),
        DirectiveRefusal::SameDocument | DirectiveRefusal::RelationKnown | DirectiveRefusal::Circle => {
            ("truoc", w.relation_refused.to_owned())
        }
    }
}

async fn theme_form(member: &Member, posted: &Posted, refusals: &Refusals) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().programme);
    let mut programmes = vec![Choice::new("", w.relation_none)];
    if let Some(unit) = member.unit().await? {
        let known = acts::programme::list(&member.ctx, unit).await?;
        programmes
            .extend(known.iter().map(|row| Choice::new(row.programme.id.to_string(), &row.programme.name)));
    }
    let fields = vec![
        Field::text(lang, "ten", w.themes),
        Field::text(lang, "ky", w.theme_year).hint(w.theme_hint),
        Field::choice(lang, "chuong-trinh", w.programmes, programmes),
        Field::text(lang, "nguon", w.source).optional(),
    ];
    form(member, w.add_theme, "/chuong-trinh/chuyen-de/ghi", fields, posted, refusals).await
}

async fn ask_theme(member: Member) -> Answer {
    page(&theme_form(&member, &Posted::default(), &Refusals::new()).await?)
}

/// The period of something that must have a name, typed as people type years: `2024`, `2021-2025`, `2021–2025`.
fn named_period(member: &Member, posted: &Posted) -> Result<Period, Refusals> {
    let mut refusals = posted.left_empty(&["ten"], member.words());
    let plain: String = posted.get("ky").replace('–', "-").split_whitespace().collect();
    match plain.parse() {
        Ok(period) if refusals.is_empty() => Ok(period),
        Ok(_) => Err(refusals),
        Err(_) => {
            refusals.push(("ky", member.words().programme.theme_hint.to_owned()));
            Err(refusals)
        }
    }
}

async fn add_theme(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let period = match named_period(&member, &posted) {
        Ok(period) => period,
        Err(refusals) => return again(&theme_form(&member, &posted, &refusals).await?),
    };
    let new = NewTheme {
        unit,
        programme: posted.get("chuong-trinh").parse().ok(),
        title: posted.get("ten").to_owned(),
        period,
        source: posted.get("nguon").to_owned(),
    };
    let name = new.title.clone();
    let words = member.words();
    match refused(acts::theme::add(&member.ctx, new).await)? {
        Ok(_) => Ok(done(member.site(), "/chuong-trinh/chuyen-de", &words.programme.registered(name), None)),
        Err(refusal) => {
            let told = match refusal {
                ThemeRefusal::TitleMissing => ("ten", words.programme.name_needed.to_owned()),
                ThemeRefusal::TooLong { most } => ("ten", words.unit.too_long(most)),
                ThemeRefusal::UnknownProgramme => ("chuong-trinh", words.programme.name_needed.to_owned()),
                ThemeRefusal::UnitNotThere => ("ky", words.entry.not_there.to_owned()),
            };
            again(&theme_form(&member, &posted, &vec![told]).await?)
        }
    }
}

async fn programme_form(member: &Member, posted: &Posted, refusals: &Refusals) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().programme);
    let known = acts::directive::list(&member.ctx).await?;
    let mut directives = vec![Choice::new("", w.relation_none)];
    directives
        .extend(known.iter().map(|view| Choice::new(view.directive.id.to_string(), view.directive.cited())));
    let fields = vec![
        Field::text(lang, "ten", w.programmes),
        Field::text(lang, "ky", w.theme_year).hint(w.theme_hint),
        Field::choice(lang, "van-ban", w.directive, directives),
    ];
    form(member, w.add_programme, "/chuong-trinh/ghi", fields, posted, refusals).await
}

async fn ask_programme(member: Member) -> Answer {
    page(&programme_form(&member, &Posted::default(), &Refusals::new()).await?)
}

async fn add_programme(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let period = match named_period(&member, &posted) {
        Ok(period) => period,
        Err(refusals) => return again(&programme_form(&member, &posted, &refusals).await?),
    };
    let new = NewProgramme {
        unit,
        name: posted.get("ten").to_owned(),
        period,
        directive: posted.get("van-ban").parse().ok(),
    };
    let name = new.name.clone();
    let words = member.words();
    match refused(acts::programme::add(&member.ctx, new).await)? {
        Ok(_) => Ok(done(member.site(), "/chuong-trinh/chuyen-de", &words.programme.registered(name), None)),
        Err(refusal) => {
            let told = match refusal {
                ProgrammeRefusal::NameMissing => ("ten", words.programme.name_needed.to_owned()),
                ProgrammeRefusal::TooLong { most } => ("ten", words.unit.too_long(most)),
                ProgrammeRefusal::UnknownDirective => ("van-ban", words.programme.number_needed.to_owned()),
                ProgrammeRefusal::UnitNotThere => ("ky", words.entry.not_there.to_owned()),
            };
            again(&programme_form(&member, &posted, &vec![told]).await?)
        }
    }
}
