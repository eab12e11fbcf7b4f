//! Choosing the figures that stand first on a unit's front page.
//!
//! Not here: what may be chosen (`acts::headline`).

use acts::headline::{HeadlineRefusal, MOST};
use acts::indicator::Catalogue;
use axum::Router;
use axum::routing::get;
use domain::figure::Slot;
use domain::unit::UnitId;

use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::Posted;
use crate::web::site::Site;
use crate::web::spoken;
use crate::web::visit::Member;

pub(super) fn routes() -> Router<Site> {
    Router::new().route("/so-tong-quan", get(ask).post(save))
}

fn name(place: usize) -> String {
    format!("so-{}", place + 1)
}

async fn form(
    member: &Member,
    unit: UnitId,
    chosen: &[Option<Slot>],
    twice: Option<Slot>,
) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().overview);
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let mut f = member.frame(w.choose_heading, Place::Overview, Some(unit)).await?;
    let home = address("/", &[("don-vi", &unit.to_string())]);
    f.crumbs = vec![Link::to(w.heading, &home), Link::here(w.choose_heading)];
    let choices = choices(&catalogue, w.usual, lang);
    let fields = (0..MOST).map(|place| {
        let held = chosen.get(place).copied().flatten();
        let again =
            held.is_some() && held == twice && chosen.iter().take(place).any(|before| *before == held);
        Field::choice(lang, &name(place), &w.choice(place + 1), choices.clone())
            .value(held.map(|slot| slot.0.to_string()).unwrap_or_default())
            .error(if again { w.twice } else { "" })
            .optional()
    });
    let action = address("/so-tong-quan", &[("don-vi", &unit.to_string())]);
    let mut drawn = FormPage::new(f, action, w.choose_submit, fields.collect());
    w.choose_text.clone_into(&mut drawn.intro);
    Ok(drawn)
}

/// Every slot in use, by its indicator's place in the catalogue.
fn choices(catalogue: &Catalogue, none: &str, lang: lang::Lang) -> Vec<Choice> {
    let mut out = vec![Choice::new("", none)];
    for indicator in &catalogue.indicators {
        let slots = catalogue.slots.values().filter(|row| row.indicator == indicator.id);
        out.extend(
            slots.map(|row| Choice::new(row.slot.0.to_string(), spoken::slot(catalogue, row.slot, lang))),
        );
    }
    out
}

async fn ask(member: Member) -> Answer {
    let unit = member.some_unit().await?;
    if !acts::duty::may(&member.ctx, domain::authority::Action::EnterFigures, Some(unit)).await? {
        return Err(Failure::Denied);
    }
    let chosen: Vec<Option<Slot>> =
        acts::headline::chosen(&member.ctx, unit).await?.into_iter().map(Some).collect();
    page(&form(&member, unit, &chosen, None).await?)
}

async fn save(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let typed: Vec<Option<Slot>> =
        (0..MOST).map(|place| posted.get(&name(place)).parse().ok().map(Slot)).collect();
    let slots = typed.iter().copied().flatten().collect();
    match refused(acts::headline::choose(&member.ctx, unit, slots).await)? {
        Ok(()) => {
            let home = address("/", &[("don-vi", &unit.to_string())]);
            Ok(done(member.site(), &home, member.words().overview.chosen, None))
        }
        Err(HeadlineRefusal::Twice(slot)) => again(&form(&member, unit, &typed, Some(slot)).await?),
        // The form offers neither.
        Err(HeadlineRefusal::TooMany { .. } | HeadlineRefusal::Unknown(_)) => Err(Failure::Stale),
    }
}
