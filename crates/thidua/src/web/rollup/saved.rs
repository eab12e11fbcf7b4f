//! Tables of totals kept to look at again: the list, keeping one, dropping one.
//!
//! Not here: who may (`acts::pivot`), the table (`table`).

use acts::pivot::{Listed, NewPivot, PivotRefusal};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::unit::UnitId;

use super::Asked;
use super::page::{Kept, KeptOne};
use super::table::Table;
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::Posted;
use crate::web::site::Site;
use crate::web::visit::Member;

pub(super) fn routes() -> Router<Site> {
    Router::new().route("/tong-hop/luu", get(ask).post(keep)).route("/tong-hop/luu/{id}/bo", post(remove))
}

/// The pairs of an address, without the question mark.
fn pairs(asked: &Asked) -> String {
    address("", &asked.chosen()).trim_start_matches('?').to_owned()
}

fn opening(unit: UnitId, asked: &str) -> String {
    format!("{}&{asked}", address("/tong-hop", &[("don-vi", &unit.to_string())]))
}

/// The tables that were kept, and the way to keep this one.
pub(super) fn drawn(member: &Member, table: &Table, kept: &[Listed]) -> Kept {
    let w = &member.words().rollup;
    let now = pairs(&table.asked);
    let one = |listed: &Listed| {
        let shared = if listed.kept.shared { w.kept_shared(&listed.by) } else { w.kept_own.to_owned() };
        KeptOne {
            link: Link {
                text: listed.kept.name.clone(),
                href: opening(table.unit(), &listed.kept.asked),
                here: listed.kept.asked == now,
            },
            told: shared,
            remove: if listed.may_drop {
                format!("/tong-hop/luu/{}/bo", listed.kept.id)
            } else {
                String::new()
            },
        }
    };
    let unit = table.unit().to_string();
    let mut asked = vec![("don-vi", unit.as_str())];
    asked.extend(table.asked.chosen());
    Kept { list: kept.iter().map(one).collect(), keep: address("/tong-hop/luu", &asked) }
}

/// What was typed into the form.
#[derive(Default)]
struct Typed {
    name: String,
    shared: bool,
    asked: String,
}

async fn form(
    member: &Member,
    unit: UnitId,
    typed: &Typed,
    refusal: Option<PivotRefusal>,
) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().rollup);
    let mut f = member.frame(w.keep, Place::Rollup, Some(unit)).await?;
    f.crumbs = vec![Link::to(w.heading, opening(unit, &typed.asked)), Link::here(w.keep)];
    let error = match refusal {
        None => "",
        Some(PivotRefusal::Name) => w.keep_name_missing,
        Some(PivotRefusal::Taken) => w.keep_taken,
        Some(PivotRefusal::TooMany) => w.keep_too_many,
        // The page makes the pairs itself.
        Some(PivotRefusal::Asked) => return Err(Failure::Stale),
    };
    let mut fields =
        vec![Field::text(lang, "ten", w.keep_name).hint(w.keep_hint).value(&typed.name).error(error)];
    if acts::duty::may(&member.ctx, domain::authority::Action::EnterFigures, Some(unit)).await? {
        let choices = vec![Choice::new("", w.keep_own), Choice::new("chung", w.keep_shared)];
        let value = if typed.shared { "chung" } else { "" };
        fields.push(Field::choice(lang, "cho", w.keep_for, choices).value(value).optional());
    }
    let mut drawn = FormPage::new(f, "/tong-hop/luu", w.keep, fields);
    drawn.hidden = vec![("don-vi".to_owned(), unit.to_string()), ("bang".to_owned(), typed.asked.clone())];
    w.keep_intro.clone_into(&mut drawn.intro);
    Ok(drawn)
}

async fn ask(member: Member, Query(asked): Query<Asked>) -> Answer {
    let unit = member.some_unit().await?;
    let typed = Typed { asked: pairs(&asked), ..Typed::default() };
    page(&form(&member, unit, &typed, None).await?)
}

async fn keep(member: Member, posted: Posted) -> Answer {
    let unit: UnitId = posted.get("don-vi").parse().map_err(|_| Failure::Missing)?;
    let typed = Typed {
        name: posted.get("ten").to_owned(),
        shared: posted.get("cho") == "chung",
        asked: posted.get("bang").to_owned(),
    };
    let new = NewPivot { unit, name: typed.name.clone(), asked: typed.asked.clone(), shared: typed.shared };
    match refused(acts::pivot::keep(&member.ctx, new).await)? {
        Ok(_) => {
            let told = member.words().rollup.kept_done;
            Ok(done(member.site(), &opening(unit, &typed.asked), told, None))
        }
        Err(refusal) => again(&form(&member, unit, &typed, Some(refusal)).await?),
    }
}

async fn remove(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let id = id.parse().map_err(|_| Failure::Missing)?;
    let unit = match refused(acts::pivot::remove(&member.ctx, id).await)? {
        Ok(unit) => unit,
        Err(never) => match never {},
    };
    let back = address("/tong-hop", &[("don-vi", &unit.to_string())]);
    Ok(done(member.site(), &back, member.words().rollup.kept_removed, None))
}
