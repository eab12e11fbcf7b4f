//! Writing a case: one form, with the vote at the unit, and a look into the register for whom it is about.
//!
//! Not here: what may be written (`acts::nomination`).

use acts::nomination::{NewNomination, NominationRefusal, UnitVote};
use acts::round::Round;
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use domain::award::Ground;
use domain::honoree::HonoreeKind;
use domain::id::PersonId;
use domain::text;
use domain::unit::UnitId;
use lang::words::label::Label;

use super::{Asked, sentence};
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals, typed_day};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of this form.
pub(super) fn routes() -> Router<Site> {
    Router::new().route("/khen-thuong/de-nghi", get(ask).post(write))
}

/// The most rows of the register that are offered for one name.
const ROWS_MOST: usize = 12;

/// The rounds that take cases today.
async fn open_rounds(member: &Member, unit: UnitId) -> Result<Vec<Round>, Failure> {
    let today = member.today();
    let mut rounds = acts::round::list(&member.ctx, unit).await?;
    rounds.retain(|round| round.opens <= today && today <= round.closes);
    Ok(rounds)
}

/// Rows of the register that the typed name may mean, each with what it received before: persons for an individual,
/// units for a collective. The name alone decides nothing; somebody picks.
async fn register(member: &Member, unit: UnitId, posted: &Posted) -> Result<Vec<Choice>, Failure> {
    let w = &member.words().nomination;
    let typed = text::fold(posted.get("ten"));
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    match HonoreeKind::from_code(posted.get("doi-tuong")) {
        Some(HonoreeKind::Individual) => {
            let persons = acts::person::list(&member.ctx, unit, posted.get("ten")).await?;
            for person in persons.into_iter().take(ROWS_MOST) {
                let at = acts::unit::around(&member.ctx, person.unit, member.today(), 0).await?.name.name;
                let before = acts::decision::of_person(&member.ctx, person.id).await?.len();
                let told = [person.name.as_str(), &at, &w.received_before(before)].join(" · ");
                found.push(Choice::new(format!("nguoi.{}", person.id), told));
            }
        }
        Some(HonoreeKind::Collective) => {
            for hit in acts::unit::search(&member.ctx, posted.get("ten")).await?.into_iter().take(ROWS_MOST) {
                let before = acts::decision::of_unit(&member.ctx, hit.unit).await?.len();
                let told = [hit.name.name.as_str(), &w.received_before(before)].join(" · ");
                found.push(Choice::new(format!("don-vi.{}", hit.unit), told));
            }
        }
        Some(HonoreeKind::Household | HonoreeKind::Combined) | None => {}
    }
    Ok(found)
}

async fn drawn(
    member: &Member,
    unit: UnitId,
    posted: &Posted,
    refusals: &Refusals,
    rows: Vec<Choice>,
) -> Result<FormPage, Failure> {
    if !member.may.enter {
        return Err(Failure::Denied);
    }
    let (lang, words) = (member.lang(), member.words());
    let w = &words.nomination;
    let today = member.today();
    let open = open_rounds(member, unit).await?;
    let book = acts::award::own::book_of(&member.ctx, unit).await?;
    let mut forms: Vec<Choice> = Vec::new();
    for wanted in open.iter().flat_map(|round| &round.forms) {
        if let Some(form) = book.form_on(&wanted.form, today)
            && forms.iter().all(|known| known.value != form.code.as_str())
        {
            forms.push(Choice::new(form.code.as_str(), &form.name));
        }
    }
    let combined = open.iter().flat_map(|round| &round.forms).any(|form| form.kind == HonoreeKind::Combined);
    let kinds = HonoreeKind::ALL.iter().filter(|kind| combined || **kind != HonoreeKind::Combined);
    let rounds = open.iter().map(|round| Choice::new(round.id.to_string(), &round.title)).collect();
    let mut fields = vec![
        Field::choice(lang, "dot", w.round, rounds).hint(if open.is_empty() { w.no_round } else { "" }),
        Field::choice(
            lang,
            "doi-tuong",
            w.kind,
            kinds.map(|kind| Choice::new(kind.code(), kind.label(lang))).collect(),
        ),
        Field::text(lang, "ten", w.name),
    ];
    if combined {
        let field = Field::text(lang, "so-luong", w.heads).hint(w.heads_hint).optional();
        fields.push(Field { narrow: true, ..field });
    }
    if !rows.is_empty() {
        let mut choices = vec![Choice::new("khong", w.not_in_register)];
        choices.extend(rows);
        fields.push(Field::choice(lang, "trong-so", w.in_register, choices).hint(w.look_up_hint));
    }
    fields.extend([
        Field::text(lang, "chuc-vu", w.detail).optional(),
        Field::choice(lang, "hinh-thuc", w.form, forms),
        Field::choice(
            lang,
            "loai-hinh",
            words.person.ground,
            Ground::ALL.iter().map(|ground| Choice::new(ground.code(), ground.label(lang))).collect(),
        )
        .hint(w.ground_hint)
        .value(Ground::Thematic.code()),
        Field::text(lang, "nam", w.year).value(today.year().to_string()),
        Field::long(lang, "thanh-tich", w.achievement),
        Field::text(lang, "tong", w.voters),
        Field::text(lang, "du", w.voted),
        Field::text(lang, "dong-y", w.approved),
        Field::date(lang, "ngay", w.voted_on),
        Field::text(lang, "bien-ban", w.minutes),
    ]);
    let fields = posted.fill(fields, refusals);
    let mut f = member.frame(w.write, Place::Nominations, Some(unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/khen-thuong"), Link::here(w.write)];
    let action = address("/khen-thuong/de-nghi", &[("don-vi", &unit.to_string())]);
    let mut form = FormPage::new(f, action, w.write, fields);
    form.other = Some(("tim".to_owned(), w.look_up.to_owned()));
    Ok(form)
}

async fn ask(member: Member, Query(asked): Query<Asked>) -> Answer {
    let unit = member.some_unit().await?;
    let mut form = drawn(&member, unit, &Posted::default(), &Refusals::new(), Vec::new()).await?;
    for field in form.fields.iter_mut().filter(|field| field.name == "dot" && !asked.dot.is_empty()) {
        field.value.clone_from(&asked.dot);
    }
    page(&form)
}

/// Whom the row picked means: a person of the register, or a unit.
fn picked(posted: &Posted) -> (Option<PersonId>, Option<UnitId>) {
    match posted.get("trong-so").split_once('.') {
        Some(("nguoi", id)) => (id.parse().ok(), None),
        Some(("don-vi", id)) => (None, id.parse().ok()),
        _ => (None, None),
    }
}

/// What was typed, or the fields that cannot be and why.
fn typed(member: &Member, posted: &Posted, unit: UnitId) -> Result<NewNomination, Refusals> {
    let words = member.words();
    let mut refusals = posted.left_empty(&["ten", "thanh-tich", "bien-ban"], words);
    let mut number = |name: &'static str| {
        posted.get(name).parse::<u32>().unwrap_or_else(|_| {
            refusals.push((name, words.refusal.not_heads.to_owned()));
            0
        })
    };
    let (voters, voted, approved) = (number("tong"), number("du"), number("dong-y"));
    let heads = if posted.get("so-luong").is_empty() { 1 } else { number("so-luong") };
    let day = typed_day(member, posted, "ngay", &mut refusals);
    let year = posted.get("nam").parse().unwrap_or_else(|_| {
        refusals.push(("nam", words.refusal.not_a_year.to_owned()));
        0
    });
    let kind = HonoreeKind::from_code(posted.get("doi-tuong"));
    let (round, form) = (posted.get("dot").parse(), posted.get("hinh-thuc").parse());
    let ground = Ground::from_code(posted.get("loai-hinh"));
    for (name, missing) in
        [("doi-tuong", kind.is_none()), ("hinh-thuc", form.is_err()), ("loai-hinh", ground.is_none())]
    {
        if missing {
            refusals.push((name, words.refusal.required.to_owned()));
        }
    }
    if round.is_err() {
        refusals.push(("dot", words.nomination.no_round.to_owned()));
    }
    let (Some(kind), Ok(round), Ok(form), Some(ground), true) =
        (kind, round, form, ground, refusals.is_empty())
    else {
        return Err(refusals);
    };
    let (person, honoured) = picked(posted);
    Ok(NewNomination {
        round,
        unit,
        kind,
        name: posted.get("ten").to_owned(),
        detail: posted.get("chuc-vu").to_owned(),
        number: heads,
        honoured,
        person,
        form,
        ground,
        year,
        achievement: posted.get("thanh-tich").to_owned(),
        vote: UnitVote { voters, voted, approved, day, minutes: posted.get("bien-ban").to_owned() },
    })
}

/// Which field a refusal is about.
fn field_of(refusal: &NominationRefusal) -> &'static str {
    use NominationRefusal as Refusal;
    match refusal {
        Refusal::TextMissing => "ten",
        Refusal::NotInRound => "hinh-thuc",
        Refusal::Number => "so-luong",
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
    let rows = register(&member, unit, &posted).await?;
    if posted.has("tim") {
        return page(&drawn(&member, unit, &posted, &Refusals::new(), rows).await?);
    }
    // A name that the register has is told before the case is written, once.
    if !rows.is_empty() && !posted.has("trong-so") {
        let told = vec![("trong-so", member.words().nomination.look_up_hint.to_owned())];
        return again(&drawn(&member, unit, &posted, &told, rows).await?);
    }
    let new = match typed(&member, &posted, unit) {
        Ok(new) => new,
        Err(refusals) => return again(&drawn(&member, unit, &posted, &refusals, rows).await?),
    };
    match refused(acts::nomination::write(&member.ctx, new).await)? {
        Ok(id) => {
            let told = member.words().nomination.written;
            Ok(done(member.site(), &format!("/khen-thuong/{id}"), told, None))
        }
        Err(refusal) => {
            let told = vec![(field_of(&refusal), sentence(&refusal, member.lang()))];
            again(&drawn(&member, unit, &posted, &told, rows).await?)
        }
    }
}
