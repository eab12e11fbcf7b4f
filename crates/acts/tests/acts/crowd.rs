//! Thirty-two people at their deadline: each saves and sends a form of forty figures, all at once. Nobody waits for
//! ever, nothing is lost, every total is exact.

use crate::cast::{Cast, found, new_account};
use acts::filing::{self, About, Answer, SaveFiling};
use acts::form::{self, NewForm};
use acts::total::{self, Lens, Query};
use acts::{Ctx, account, doctor, indicator};
use domain::authority::Right;
use domain::figure::{Slot, Value};
use domain::form::{Ask, Audience, Content, Due, Every, FormId, Row, Section};
use domain::indicator::{Breakdown, Nature};
use domain::period::Period;
use domain::submission::{Road, Scope, Source};
use domain::unit::{UnitId, UnitKind};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

const PEOPLE: usize = 32;
const FIGURES: usize = 40;

/// A form of forty figures for all cells.
pub async fn wide(cast: &Cast) -> (FormId, Vec<Slot>) {
    let catalogue = indicator::catalogue(&cast.an).await.unwrap();
    let counted = catalogue.indicators.iter().filter(|one| one.nature != Nature::Share);
    let mut wanted: Vec<_> = counted.map(|one| (one.id, Breakdown::none())).collect();
    let extra = wanted.clone();
    for (of, (indicator, _)) in extra.iter().cycle().enumerate() {
        if wanted.len() >= FIGURES {
            break;
        }
        wanted.push((*indicator, Breakdown { detail: format!("loại {of}"), ..Breakdown::none() }));
    }
    wanted.truncate(FIGURES);
    let slots = form::slots(&cast.an, cast.province, &wanted).await.unwrap();
    let row = |slot: &Slot| Row {
        ask: Ask::Number(*slot),
        label: String::new(),
        help: String::new(),
        required: true,
    };
    let content = Content {
        sections: vec![Section { title: "Tất cả".to_owned(), rows: slots.iter().map(row).collect() }],
        hard: Vec::new(),
        soft: Vec::new(),
        scope: Scope::Own,
        audience: Audience { kinds: [UnitKind::Cell].into(), level: None, units: BTreeSet::new() },
        due: Due::AfterEnd(5),
    };
    let new = NewForm {
        unit: cast.province,
        name: "Biểu 40 chỉ tiêu".to_owned(),
        every: Every::Month,
        stage: None,
        from: date(2024, 1, 1),
        content,
    };
    (form::add(&cast.an, new).await.unwrap(), slots)
}

fn number(person: usize, place: usize) -> i64 {
    i64::try_from(person * 7 + place * 3 % 11).unwrap()
}

/// Thirty-two people, each with a cell of one's own.
pub async fn crowd(cast: &Cast) -> Vec<(Ctx, UnitId)> {
    let mut people = Vec::new();
    for person in 0..PEOPLE {
        let above = if person % 2 == 0 { cast.east } else { cast.west };
        let cell = found(&cast.an, &format!("Chi bộ số {person}"), UnitKind::Cell, Some(above)).await;
        let login = format!("nguoi{person}");
        let new = new_account(&login, &login, Right::Enter, Some(cell));
        let account = account::create(&cast.an, new).await.unwrap();
        people.push((Ctx::new(&cast.app, account, "test"), cell));
    }
    people
}

/// Everybody saves and sends at once; returns how long each of them waited for both.
pub async fn at_once(
    people: &[(Ctx, UnitId)],
    form: FormId,
    slots: &[Slot],
    period: Period,
) -> Vec<Duration> {
    let mut at_once = tokio::task::JoinSet::new();
    for (person, (ctx, unit)) in people.iter().cloned().enumerate() {
        let slots = slots.to_vec();
        at_once.spawn(async move {
            let begun = Instant::now();
            let about = About { form, unit, period };
            let answer = |(place, slot): (usize, &Slot)| Answer {
                slot: *slot,
                value: Some(Value::exact(number(person, place))),
                evidence: None,
            };
            let save = SaveFiling {
                about,
                seen_version: Some(0),
                answers: slots.iter().enumerate().map(answer).collect(),
                words: BTreeMap::new(),
                reasons: BTreeMap::new(),
                source: Source::Typed,
            };
            let saved = filing::save(&ctx, save).await.unwrap();
            filing::send(&ctx, about, Some(saved.version)).await.unwrap();
            begun.elapsed()
        });
    }
    at_once.join_all().await
}

/// Every total of the period is the sum of what everybody typed, and every kept total is what building anew gives.
pub async fn exact(cast: &Cast, slots: &[Slot], period: Period) {
    let query = Query { unit: cast.province, range: period, lens: Lens::AsWas, road: Road::Declared };
    let view = total::view(&cast.an, query).await.unwrap();
    for (place, slot) in slots.iter().enumerate() {
        let sum: i64 = (0..PEOPLE).map(|person| number(person, place)).sum();
        assert_eq!(view.own.cells.get(slot).unwrap().sum.number, sum, "figure {place}");
    }
    assert!(doctor::audit(&cast.app).await.unwrap().differences.is_empty());
}

#[cfg(test)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thirty_two_people_send_forty_figures_at_once() {
    for cast in crate::cast::casts().await {
        let (form, slots) = wide(&cast).await;
        let people = crowd(&cast).await;
        let period: Period = "2024M04".parse().unwrap();
        assert_eq!(at_once(&people, form, &slots, period).await.len(), PEOPLE);
        exact(&cast, &slots, period).await;
    }
}
