//! Reminders under programmes: of what nobody received, plans that are due and tasks that are due, and the level above
//! told while there is still time.
//!
//! Not here: filings (`super`), reminding by hand, which the board of a programme does (`acknowledgement`).

use super::MOST;
use crate::ctx::App;
use domain::acknowledgement::Trace;
use domain::authority::{Action, Authority};
use domain::id::{AccountId, ProgrammeId, TaskId};
use domain::notice::{NoticeId, NoticeKind, Topic};
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use store::notice::launch::LaunchNotice;
use store::notice::{Letter, Tray};
use store::programme::Programme;
use store::{StoreError, Tx};

/// A reminder under a programme as the person reads it.
#[derive(Debug, Clone)]
pub struct ToldLaunch {
    /// The reminder.
    pub notice: LaunchNotice,
    /// What the programme is called.
    pub programme: String,
    /// What is to be done; empty where it is about no task.
    pub task: String,
    /// How the unit is called.
    pub unit: String,
    /// Who asked for it; empty when the program did.
    pub by: String,
}

/// What is owed under a programme.
struct Owed {
    topic: Topic,
    task: Option<TaskId>,
    unit: UnitId,
    due: Option<Date>,
    kind: NoticeKind,
}

/// Reminds of everything under programmes, once of each. Returns how many reminders were written.
pub(super) async fn escalate(
    app: &App,
    tx: &mut Tx,
    history: &History,
    today: Date,
) -> Result<usize, StoreError> {
    let mut count = 0;
    for id in store::notice::launch::programmes(tx).await? {
        let Some(programme) = store::programme::find(tx, id).await? else { continue };
        let mut all = receivers(tx, id, today).await?;
        all.extend(tasks(tx, id, today).await?);
        for one in all {
            for up in [false, true].into_iter().filter(|up| !up || one.kind.goes_up()) {
                count += usize::from(remind(app, tx, history, &programme, &one, up).await?);
            }
        }
    }
    Ok(count)
}

/// Units that have not received or not answered.
async fn receivers(tx: &mut Tx, id: ProgrammeId, today: Date) -> Result<Vec<Owed>, StoreError> {
    let left = store::acknowledgement::left(tx, id).await?;
    let received: HashSet<UnitId> =
        left.iter().filter(|left| left.trace == Trace::Received).map(|left| left.unit).collect();
    let planned: HashSet<UnitId> =
        store::plan::list(tx, id).await?.into_iter().map(|plan| plan.unit).collect();
    let mut found = Vec::new();
    for one in store::acknowledgement::receivers(tx, id).await? {
        if planned.contains(&one.unit) {
            continue;
        }
        let due = |topic, due, kind| Owed { topic, task: None, unit: one.unit, due, kind };
        let plan = one.due.and_then(|day| NoticeKind::on(today, day));
        found.extend(plan.map(|kind| due(Topic::Plan, one.due, kind)));
        if !received.contains(&one.unit) {
            let kind = NoticeKind::since(today, crate::ctx::day_of(one.sent_ms));
            found.extend(kind.map(|kind| due(Topic::Receipt, None, kind)));
        }
    }
    Ok(found)
}

/// Tasks that are not done.
async fn tasks(tx: &mut Tx, id: ProgrammeId, today: Date) -> Result<Vec<Owed>, StoreError> {
    let mut done: HashMap<TaskId, bool> = HashMap::new();
    for said in store::task::said(tx, id).await? {
        done.insert(said.task, said.done);
    }
    let tasks = store::task::list(tx, id).await?;
    let open = tasks.into_iter().filter(|task| !done.get(&task.id).copied().unwrap_or_default());
    let due = |task: store::task::Task| {
        let kind = NoticeKind::on(today, task.due?)?;
        Some(Owed { topic: Topic::Task, task: Some(task.id), unit: task.owner, due: task.due, kind })
    };
    Ok(open.filter_map(due).collect())
}

async fn remind(
    app: &App,
    tx: &mut Tx,
    history: &History,
    programme: &Programme,
    one: &Owed,
    up: bool,
) -> Result<bool, StoreError> {
    let notice = LaunchNotice {
        id: NoticeId(app.id()),
        kind: one.kind,
        topic: one.topic,
        programme: programme.id,
        task: one.task,
        unit: one.unit,
        due: one.due,
        up,
        account: None,
        at_ms: app.now_ms(),
    };
    // A later day is a new day to be reminded of.
    let task = one.task.map(|task| task.to_string()).unwrap_or_default();
    let day = one.due.map(|day| day.to_string()).unwrap_or_default();
    let (topic, kind) = (one.topic.code(), one.kind.code());
    let once = format!("{} {} {topic} {task} {day} {kind} {up}", programme.id, one.unit);
    let fresh = store::notice::launch::add(tx, &notice, Some(&once)).await?;
    if fresh {
        letters(tx, history, app.today(), &notice, programme.unit).await?;
    }
    Ok(fresh)
}

/// Writes that somebody reminds a unit of a programme by hand, with its letters.
pub(crate) async fn by_hand(
    ctx: &crate::ctx::Ctx,
    tx: &mut Tx,
    history: &History,
    programme: &Programme,
    receiver: (UnitId, Option<Date>),
) -> Result<(), StoreError> {
    let notice = LaunchNotice {
        id: NoticeId(ctx.app.id()),
        kind: NoticeKind::Asked,
        topic: Topic::Plan,
        programme: programme.id,
        task: None,
        unit: receiver.0,
        due: receiver.1,
        up: false,
        account: Some(ctx.account),
        at_ms: ctx.app.now_ms(),
    };
    store::notice::launch::add(tx, &notice, None).await?;
    letters(tx, history, ctx.app.today(), &notice, programme.unit).await
}

/// Puts a letter into the out-tray for everybody who wants letters and whom it concerns.
async fn letters(
    tx: &mut Tx,
    history: &History,
    today: Date,
    notice: &LaunchNotice,
    launcher: UnitId,
) -> Result<(), StoreError> {
    for (account, address) in store::notice::addresses(tx).await? {
        let duties = store::duty::list_of(tx, account).await?;
        if concerns(&Authority::new(account, today, duties), history, notice, launcher) {
            let letter = Letter { notice: notice.id, account, address, tries: 0 };
            store::notice::put_letter(tx, Tray::Launch, &letter).await?;
        }
    }
    Ok(())
}

/// Whether a reminder is for whoever has this authority.
fn concerns(authority: &Authority, history: &History, notice: &LaunchNotice, launcher: UnitId) -> bool {
    if notice.up {
        authority.may(Action::LaunchProgrammes, Some(launcher), history)
    } else {
        authority.may(Action::AnswerProgrammes, Some(notice.unit), history)
    }
}

/// The latest reminders that concern somebody.
pub(super) async fn told(
    tx: &mut Tx,
    authority: &Authority,
    history: &History,
    looked: u32,
) -> Result<Vec<ToldLaunch>, StoreError> {
    let latest = store::notice::launch::latest(tx, looked).await?;
    let programmes = programmes(tx, &latest).await?;
    let mut notices = latest;
    notices.retain(|one| {
        let launcher = programmes.get(&one.programme).map(|programme| programme.unit);
        launcher.is_some_and(|launcher| concerns(authority, history, one, launcher))
    });
    notices.truncate(MOST);
    dress(tx, notices, &programmes, authority.day).await
}

async fn programmes(
    tx: &mut Tx,
    notices: &[LaunchNotice],
) -> Result<HashMap<ProgrammeId, Programme>, StoreError> {
    let mut found = HashMap::new();
    for one in notices {
        if !found.contains_key(&one.programme)
            && let Some(programme) = store::programme::find(tx, one.programme).await?
        {
            found.insert(one.programme, programme);
        }
    }
    Ok(found)
}

async fn dress(
    tx: &mut Tx,
    notices: Vec<LaunchNotice>,
    programmes: &HashMap<ProgrammeId, Programme>,
    day: Date,
) -> Result<Vec<ToldLaunch>, StoreError> {
    let units: Vec<UnitId> = notices.iter().map(|one| one.unit).collect();
    let names = store::unit::names(tx, &units, day).await?;
    let people: Vec<AccountId> = notices.iter().filter_map(|one| one.account).collect();
    let people = store::account::names(tx, &people).await?;
    let mut told = Vec::with_capacity(notices.len());
    for notice in notices {
        let task = match notice.task {
            Some(task) => store::task::find(tx, task).await?.map(|task| task.content).unwrap_or_default(),
            None => String::new(),
        };
        told.push(ToldLaunch {
            programme: programmes.get(&notice.programme).map(|one| one.name.clone()).unwrap_or_default(),
            task,
            unit: names.get(&notice.unit).map(|name| name.name.clone()).unwrap_or_default(),
            by: notice.account.and_then(|account| people.get(&account).cloned()).unwrap_or_default(),
            notice,
        });
    }
    Ok(told)
}

/// The letters about reminders under programmes that wait, each with what it is about.
pub(super) async fn outgoing(
    tx: &mut Tx,
    today: Date,
    most_tries: i64,
) -> Result<Vec<(Letter, ToldLaunch)>, StoreError> {
    let letters = store::notice::waiting(tx, Tray::Launch, most_tries).await?;
    let ids: Vec<NoticeId> = letters.iter().map(|letter| letter.notice).collect();
    let notices: Vec<LaunchNotice> = store::notice::launch::some(tx, &ids).await?.into_values().collect();
    let programmes = programmes(tx, &notices).await?;
    let told = dress(tx, notices, &programmes, today).await?;
    let by_id: HashMap<NoticeId, ToldLaunch> = told.into_iter().map(|one| (one.notice.id, one)).collect();
    Ok(letters
        .into_iter()
        .filter_map(|letter| Some((letter.clone(), by_id.get(&letter.notice)?.clone())))
        .collect())
}
