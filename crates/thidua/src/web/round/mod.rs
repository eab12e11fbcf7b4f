//! Đợt khen: the rounds that concern a unit, opening one, and one round with its places, calendar and meetings.
//!
//! Not here: what may be opened (`acts::round`), convening (`convene`), deciding (`issue`), the cases (`nomination`).

mod convene;
mod issue;
pub mod page;

use acts::round::{NewRound, Round, RoundForm, RoundRefusal, RoundView};
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use domain::award::calendar::DayKind;
use domain::id::RoundId;
use domain::nomination::Stage;
use domain::unit::UnitId;
use jiff::civil::Date;
use lang::Lang;
use lang::words::label::Label;

use self::page::{ListPage, OnePage, Place as FormPlace, Row};
use super::answer::{Answer, Failure, again, done, page, refused};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Field, FormPage, Tag, Tick};
use super::posted::{Posted, Refusals, typed_day};
use super::site::Site;
use super::visit::Member;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/khen-thuong/dot", get(list))
        .route("/khen-thuong/dot/mo", get(ask).post(open))
        .route("/khen-thuong/dot/{id}", get(one))
        .merge(convene::routes())
        .merge(issue::routes())
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::Missing)
}

/// Whether a round takes cases today.
fn tag(round: &Round, today: Date, lang: Lang) -> Tag {
    let w = &lang.words().round;
    if today < round.opens {
        Tag::plain(w.coming)
    } else if today <= round.closes {
        Tag::waiting(w.running)
    } else {
        Tag::done(w.over)
    }
}

fn dates(round: &Round, lang: Lang) -> String {
    let short = |day| lang::date::short(day, lang);
    lang.words().round.dates(short(round.opens), short(round.closes))
}

async fn list(member: Member) -> Answer {
    let (lang, w) = (member.lang(), &member.words().round);
    let unit = member.some_unit().await?;
    let found = acts::round::list(&member.ctx, unit).await?;
    let mut f = member.frame(w.heading, Place::Nominations, Some(unit)).await?;
    f.crumbs = vec![Link::to(member.words().nomination.heading, "/khen-thuong"), Link::here(w.heading)];
    let here = address("/khen-thuong/dot/mo", &[("don-vi", &unit.to_string())]);
    page(&ListPage {
        open: if member.may.approve { here.clone() } else { String::new() },
        blank: found.is_empty().then(|| Blank {
            icon: icon("award"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: member.may.approve.then(|| Link::to(w.open, here)),
        }),
        rounds: found
            .iter()
            .map(|round| Row {
                href: address(&format!("/khen-thuong/dot/{}", round.id), &[("don-vi", &unit.to_string())]),
                title: round.title.clone(),
                note: dates(round, lang),
                tag: tag(round, member.today(), lang),
            })
            .collect(),
        f,
    })
}

/// The name under which the box of an offer is sent, and that of its places.
fn box_of(form: &RoundForm) -> String {
    format!("{}.{}", form.form, form.kind.code())
}

async fn drawn(
    member: &Member,
    unit: UnitId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().round);
    let offers = acts::round::offers(&member.ctx, unit).await?;
    let named = |prefix: &str, form: &acts::round::Offer| {
        let form = RoundForm { form: form.form.clone(), kind: form.kind, quota: None };
        format!("{prefix}{}", box_of(&form))
    };
    let tick = |offer: &acts::round::Offer| Tick {
        name: named("nhan-", offer),
        text: w.line_of(&offer.name, offer.kind.label(lang)),
        ..Tick::default()
    };
    let short = |day| lang::date::short(day, Lang::Vi);
    let mut fields = vec![
        Field::text(lang, "ten", w.title),
        Field::date(lang, "tu", w.opens).value(short(member.today())),
        Field::date(lang, "den", w.closes),
        Field::ticks(lang, "hinh-thuc", w.forms, offers.iter().map(tick).collect())
            .hint(if offers.is_empty() { w.nothing_offered } else { "" }),
    ];
    fields.extend(offers.iter().map(|offer| {
        let label = w.quota_of(&offer.name, offer.kind.label(lang));
        let mut field = Field::text(lang, &named("suat-", offer), &label).hint(w.quota_hint).optional();
        field.narrow = true;
        field
    }));
    let fields = posted.fill(fields, refusals);
    let mut f = member.frame(w.open, Place::Nominations, Some(unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/khen-thuong/dot"), Link::here(w.open)];
    let action = address("/khen-thuong/dot/mo", &[("don-vi", &unit.to_string())]);
    Ok(FormPage { intro: w.open_intro.to_owned(), ..FormPage::new(f, action, w.open, fields) })
}

async fn ask(member: Member) -> Answer {
    let unit = member.some_unit().await?;
    page(&drawn(&member, unit, &Posted::default(), &Refusals::new()).await?)
}

/// The forms that were ticked, with their places.
fn ticked(member: &Member, posted: &Posted, refusals: &mut Refusals) -> Vec<RoundForm> {
    let mut forms = Vec::new();
    for (name, _) in posted.starting("nhan-") {
        let Some((form, kind)) = name.split_once('.') else { continue };
        let (Ok(form), Some(kind)) = (form.parse(), domain::honoree::HonoreeKind::from_code(kind)) else {
            continue;
        };
        let typed = posted.get(&format!("suat-{name}"));
        let quota = typed.parse::<u32>().ok().filter(|quota| *quota > 0);
        if !typed.is_empty() && quota.is_none() {
            refusals.push(("hinh-thuc", format!("“{typed}”: {}", member.words().refusal.not_a_number)));
        }
        forms.push(RoundForm { form, kind, quota });
    }
    forms
}

async fn open(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let w = &member.words().round;
    let mut refusals = Refusals::new();
    let (opens, closes) =
        (typed_day(&member, &posted, "tu", &mut refusals), typed_day(&member, &posted, "den", &mut refusals));
    let forms = ticked(&member, &posted, &mut refusals);
    if !refusals.is_empty() {
        return again(&drawn(&member, unit, &posted, &refusals).await?);
    }
    let new = NewRound { unit, title: posted.get("ten").to_owned(), opens, closes, forms };
    let refusal = match refused(acts::round::open(&member.ctx, new).await)? {
        Ok(id) => {
            let to = address(&format!("/khen-thuong/dot/{id}"), &[("don-vi", &unit.to_string())]);
            return Ok(done(member.site(), &to, w.opened, None));
        }
        Err(RoundRefusal::Title { most }) if posted.get("ten").chars().count() > most => {
            ("ten", w.too_long(most))
        }
        Err(RoundRefusal::Title { .. }) => ("ten", member.words().refusal.required.to_owned()),
        Err(RoundRefusal::Backwards) => ("den", w.backwards.to_owned()),
        Err(RoundRefusal::Forms) => ("hinh-thuc", w.pick_form.to_owned()),
        Err(RoundRefusal::NotEntitled(form)) => ("hinh-thuc", w.not_entitled(form)),
    };
    again(&drawn(&member, unit, &posted, &vec![refusal]).await?)
}

/// A round from the unit one works at.
pub(super) async fn found(member: &Member, id: RoundId) -> Result<(RoundView, UnitId), Failure> {
    let unit = member.some_unit().await?;
    Ok((acts::round::load(&member.ctx, id, unit).await?, unit))
}

/// Where the cases of a form stand, in words.
fn place(view: &RoundView, at: usize, lang: Lang) -> Option<FormPlace> {
    let w = &lang.words().round;
    let (form, name, counts) = view.forms.get(at)?;
    let taken: usize = counts
        .iter()
        .filter(|(stage, _)| matches!(stage, Stage::Vetted | Stage::Carried | Stage::Decided))
        .map(|(_, count)| count)
        .sum();
    let stands = counts.iter().filter(|(_, count)| *count > 0);
    let places = form.quota.map_or_else(
        || w.unbounded.to_owned(),
        |quota| {
            let left = usize::try_from(quota).unwrap_or(usize::MAX).saturating_sub(taken);
            format!("{quota} ({})", w.left(left))
        },
    );
    Some(FormPlace {
        name: name.clone(),
        kind: form.kind.label(lang).to_owned(),
        places,
        stands: stands
            .map(|(stage, count)| {
                let to = [("dot", view.round.id.to_string()), ("trang-thai", stage.code().to_owned())];
                let query: Vec<(&str, &str)> =
                    to.iter().map(|(name, value)| (*name, value.as_str())).collect();
                Link::to(format!("{} {count}", stage.label(lang)), address("/khen-thuong", &query))
            })
            .collect(),
    })
}

async fn one(member: Member, Path(id): Path<String>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.round;
    let (view, unit) = found(&member, parsed(&id)?).await?;
    let round = &view.round;
    let short = |day| lang::date::short(day, lang);
    let mut f = member.frame(&round.title, Place::Nominations, Some(unit)).await?;
    f.crumbs = vec![
        Link::to(words.nomination.heading, "/khen-thuong"),
        Link::to(w.heading, "/khen-thuong/dot"),
        Link::here(&round.title),
    ];
    let base = format!("/khen-thuong/dot/{}", round.id);
    let at = |verb: &str| address(&format!("{base}/{verb}"), &[("don-vi", &unit.to_string())]);
    let mut actions = vec![Link::to(w.all_cases, address("/khen-thuong", &[("dot", &round.id.to_string())]))];
    if member.may.enter && round.opens <= member.today() && member.today() <= round.closes {
        let to = address("/khen-thuong/de-nghi", &[("dot", &round.id.to_string())]);
        actions.push(Link { here: !view.can_lead, ..Link::to(words.nomination.write, to) });
    }
    if view.can_lead {
        actions.push(Link::to(w.convene, at("hoi-dong")));
        actions.push(Link { here: true, ..Link::to(w.issue, at("quyet-dinh")) });
    }
    page(&OnePage {
        subtitle: [view.unit_name.as_str(), &dates(round, lang)].join(" · "),
        tag: tag(round, member.today(), lang),
        actions,
        places: (0..view.forms.len()).filter_map(|at| place(&view, at, lang)).collect(),
        meetings: view
            .meetings
            .iter()
            .map(|(id, title, day)| Link::to(format!("{title} · {}", short(*day)), format!("/hoi-dong/{id}")))
            .collect(),
        summed: super::register::sentences(&view.summed, lang),
        days: view
            .days_off
            .iter()
            .map(|row| {
                let kind = match row.kind {
                    DayKind::Off => "",
                    DayKind::MakeUp => w.make_up,
                    DayKind::Proposed => w.proposed,
                };
                let checked = if row.trust.verified() { "" } else { words.award.unverified };
                let parts = [&short(row.day), row.name.as_str(), kind, checked];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            })
            .collect(),
        f,
    })
}
