//! Writing a case: one form, with the vote at the unit.
//!
//! Not here: what may be written (`acts::nomination`).

use acts::nomination::{NewNomination, UnitVote};
use axum::Router;
use axum::routing::get;
use domain::award::Ground;
use domain::honoree::HonoreeKind;
use domain::unit::UnitId;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;

use super::sentence;
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::Posted;
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of this form.
pub(super) fn routes() -> Router<Site> {
    Router::new().route("/khen-thuong/de-nghi", get(ask).post(write))
}

async fn drawn(member: &Member, posted: &Posted, refusal: (&str, String)) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().nomination);
    let unit = member.some_unit().await?;
    let rounds = acts::round::list(&member.ctx, unit).await?;
    let today = member.today();
    let open: Vec<_> = rounds.iter().filter(|round| round.opens <= today && today <= round.closes).collect();
    let book = acts::award::own::book_of(&member.ctx, unit).await?;
    let mut forms: Vec<Choice> = Vec::new();
    for wanted in open.iter().flat_map(|round| &round.forms) {
        if let Some(form) = book.form_on(&wanted.form, today)
            && forms.iter().all(|known| known.value != form.code.as_str())
        {
            forms.push(Choice::new(form.code.as_str(), &form.name));
        }
    }
    let kinds = [HonoreeKind::Collective, HonoreeKind::Individual, HonoreeKind::Household];
    let fields = vec![
        Field::choice(
            lang,
            "dot",
            w.round,
            open.iter().map(|round| Choice::new(round.id.to_string(), &round.title)).collect(),
        )
        .hint(if open.is_empty() { w.no_round } else { "" }),
        Field::choice(
            lang,
            "doi-tuong",
            w.kind,
            kinds.iter().map(|kind| Choice::new(kind.code(), kind.label(lang))).collect(),
        ),
        Field::text(lang, "ten", w.name),
        Field::text(lang, "chuc-vu", w.detail).optional(),
        Field::choice(lang, "hinh-thuc", w.form, forms),
        Field::text(lang, "nam", w.year).value(today.year().to_string()),
        Field::long(lang, "thanh-tich", w.achievement),
        Field::text(lang, "tong", w.voters),
        Field::text(lang, "du", w.voted),
        Field::text(lang, "dong-y", w.approved),
        Field::date(lang, "ngay", w.voted_on),
        Field::text(lang, "bien-ban", w.minutes),
    ];
    let fill = |field: Field| {
        let error = if refusal.0 == field.name { refusal.1.clone() } else { String::new() };
        let value =
            if posted.has(&field.name) { posted.get(&field.name).to_owned() } else { field.value.clone() };
        field.value(value).error(error)
    };
    let mut f = member.frame(w.write, Place::Nominations, Some(unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/khen-thuong"), Link::here(w.write)];
    let fields = fields.into_iter().map(fill).collect();
    Ok(FormPage::new(f, "/khen-thuong/de-nghi", member.words().common.save, fields))
}

async fn ask(member: Member) -> Answer {
    page(&drawn(&member, &Posted::default(), ("", String::new())).await?)
}

/// What was typed, or the field that cannot be and why.
fn typed(member: &Member, posted: &Posted, unit: UnitId) -> Result<NewNomination, (&'static str, String)> {
    let words = member.words();
    let needed = || words.refusal.required.to_owned();
    let number = |name: &'static str| {
        posted.get(name).parse::<u32>().map_err(|_| (name, words.refusal.not_a_number.to_owned()))
    };
    let day = lang::date_in::date(posted.get("ngay"))
        .map_err(|refusal| ("ngay", date_sentence(refusal, posted.get("ngay"), member.lang())))?;
    let kind = HonoreeKind::from_code(posted.get("doi-tuong")).ok_or_else(|| ("doi-tuong", needed()))?;
    Ok(NewNomination {
        round: posted.get("dot").parse().map_err(|_| ("dot", words.nomination.no_round.to_owned()))?,
        unit,
        kind,
        name: posted.get("ten").to_owned(),
        detail: posted.get("chuc-vu").to_owned(),
        honoured: (kind == HonoreeKind::Collective).then_some(unit),
        person: None,
        form: posted.get("hinh-thuc").parse().map_err(|_| ("hinh-thuc", needed()))?,
        ground: Ground::Thematic,
        year: posted.get("nam").parse().map_err(|_| ("nam", words.refusal.not_a_number.to_owned()))?,
        achievement: posted.get("thanh-tich").to_owned(),
        vote: UnitVote {
            voters: number("tong")?,
            voted: number("du")?,
            approved: number("dong-y")?,
            day,
            minutes: posted.get("bien-ban").to_owned(),
        },
    })
}

/// Which field a refusal is about.
fn field_of(refusal: &acts::nomination::NominationRefusal, posted: &Posted) -> &'static str {
    use acts::nomination::NominationRefusal as Refusal;
    match refusal {
        Refusal::TextMissing => ["ten", "thanh-tich", "bien-ban"]
            .into_iter()
            .find(|name| posted.get(name).is_empty())
            .unwrap_or("ten"),
        Refusal::NotInRound => "hinh-thuc",
        Refusal::Votes => "dong-y",
        Refusal::InFuture => "ngay",
        Refusal::TooLong { .. } => "thanh-tich",
        Refusal::RoundClosed { .. }
        | Refusal::NotBelow
        | Refusal::Unknown
        | Refusal::CannotFollow(_)
        | Refusal::Moved
        | Refusal::ReasonMissing
        | Refusal::PapersMissing(_)
        | Refusal::QuotaFull { .. }
        | Refusal::ConsultationOpen { .. }
        | Refusal::AnsweredBefore
        | Refusal::Term
        | Refusal::NoticeMissing { .. }
        | Refusal::NoticeRuns { .. }
        | Refusal::NotHigher
        | Refusal::File(_)
        | Refusal::Decision(_)
        | Refusal::Authority(_) => "dot",
    }
}

async fn write(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let new = match typed(&member, &posted, unit) {
        Ok(new) => new,
        Err(refusal) => return again(&drawn(&member, &posted, refusal).await?),
    };
    match refused(acts::nomination::write(&member.ctx, new).await)? {
        Ok(id) => {
            let told = member.words().nomination.written;
            Ok(done(member.site(), &format!("/khen-thuong/{id}"), told, None))
        }
        Err(refusal) => {
            let told = (field_of(&refusal, &posted), sentence(&refusal, member.lang()));
            again(&drawn(&member, &posted, told).await?)
        }
    }
}
