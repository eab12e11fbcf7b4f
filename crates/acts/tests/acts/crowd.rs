//! Thirty-two people at their deadline: each files a form of forty figures, all at once. Nobody waits for
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

/// Everybody saves and sends at once; returns how long each of them waited.
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
            filing::file(&ctx, save).await.unwrap().sent.unwrap();
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

/// How an ending reads, without what differs between two filings: ids and times.
#[cfg(test)]
fn told<T>(
    saved: Result<filing::SavedFiling, acts::ActError<filing::FilingRefusal>>,
    sent: impl FnOnce() -> T,
) -> Result<(i64, usize, T), String> {
    saved.map(|saved| (saved.version, saved.changed, sent())).map_err(|end| format!("{end:?}"))
}

#[cfg(test)]
fn sent(sent: Result<filing::Receipt, filing::FilingRefusal>) -> Result<(i64, bool), filing::FilingRefusal> {
    sent.map(|receipt| (receipt.edition, receipt.late))
}

/// A save of some of the forty figures.
#[cfg(test)]
fn some(about: About, slots: &[Slot], values: &[i64]) -> SaveFiling {
    let answer = |(slot, value): (&Slot, &i64)| Answer {
        slot: *slot,
        value: Some(Value::exact(*value)),
        evidence: None,
    };
    SaveFiling {
        about,
        seen_version: None,
        answers: slots.iter().zip(values).map(answer).collect(),
        words: BTreeMap::new(),
        reasons: BTreeMap::new(),
        source: Source::Typed,
    }
}

/// Everybody's case for a period: whole, whole after a draft, lacking figures, nothing new, someone else's unit, a
/// figure that the form does not ask for, an older version seen, already sent, and a figure that cannot be.
#[cfg(test)]
async fn cases(
    people: &[(Ctx, UnitId)],
    form: FormId,
    slots: &[Slot],
    period: Period,
) -> Vec<(Ctx, SaveFiling)> {
    let about = |person: usize| About { form, unit: people[person].1, period };
    let all: Vec<i64> = (0..).take(slots.len()).collect();
    let whole = |person: usize| some(about(person), slots, &all);
    for (person, values) in [(1, &all[..3]), (3, &all[..]), (6, &all[..]), (7, &all[..])] {
        filing::save(&people[person].0, some(about(person), slots, values)).await.unwrap();
    }
    filing::send(&people[7].0, about(7), None).await.unwrap();
    let mut foreign = whole(5);
    foreign.answers[0].slot = Slot(9_999);
    let changed = SaveFiling { seen_version: Some(9), ..whole(6) };
    let again = some(about(7), slots, &[77]);
    let impossible = some(about(8), slots, &[-1]);
    let saves = [
        (0, whole(0)),
        (1, whole(1)),
        (2, some(about(2), slots, &all[..5])),
        (3, some(about(3), slots, &[])),
        (4, whole(0)),
        (5, foreign),
        (6, changed),
        (7, again),
        (8, impossible),
    ];
    saves.into_iter().map(|(person, save)| (people[person].0.clone(), save)).collect()
}

#[cfg(test)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filing_together_ends_as_filing_alone() {
    for cast in crate::cast::casts().await {
        let (form, slots) = wide(&cast).await;
        let people = crowd(&cast).await;
        let (february, march): (Period, Period) = ("2024M02".parse().unwrap(), "2024M03".parse().unwrap());
        let mut alone = Vec::new();
        for (ctx, save) in cases(&people, form, &slots, february).await {
            let about = save.about;
            let saved = filing::save(&ctx, save).await;
            let sending = if saved.is_ok() { Some(filing::send(&ctx, about, None).await) } else { None };
            alone.push(told(saved, || match sending.unwrap() {
                Ok(receipt) => sent(Ok(receipt)),
                Err(acts::ActError::Refused(refusal)) => sent(Err(refusal)),
                Err(end) => panic!("{end:?}"),
            }));
        }
        let mut at_once = tokio::task::JoinSet::new();
        for (at, (ctx, save)) in cases(&people, form, &slots, march).await.into_iter().enumerate() {
            at_once.spawn(async move {
                match filing::file(&ctx, save).await {
                    Ok(filed) => (at, told(Ok(filed.saved), || sent(filed.sent))),
                    Err(end) => (at, told(Err(end), || unreachable!())),
                }
            });
        }
        let mut together = at_once.join_all().await;
        together.sort_by_key(|(at, _)| *at);
        for ((at, together), alone) in together.into_iter().zip(alone) {
            let plain = |text: String| text.replace("2024-03", "2024-02");
            assert_eq!(together.map_err(plain), alone, "case {at}");
        }
        for (person, (ctx, unit)) in people.iter().enumerate().take(9) {
            let of = |period| filing::desk(ctx, About { form, unit: *unit, period });
            let (february, march) = (of(february).await.unwrap(), of(march).await.unwrap());
            let steps = |desk: &filing::Desk| -> Vec<_> {
                desk.steps
                    .iter()
                    .map(|told| (told.step.step, told.step.standing, told.step.submission_version))
                    .collect()
            };
            assert_eq!(steps(&february), steps(&march), "person {person}");
            assert_eq!(
                (february.version, february.standing),
                (march.version, march.standing),
                "person {person}"
            );
        }
        assert!(doctor::audit(&cast.app).await.unwrap().differences.is_empty());
    }
}
