//! Notices: reminding units that have not filed, telling the level above in time, and what a person has to do now.
//!
//! Not here: what is due under programmes (`launch`), sending letters (the program's own part), the board (`filing::board`).

mod launch;

pub use launch::ToldLaunch;
pub(crate) use launch::by_hand;

use crate::ctx::{App, Ctx};
use crate::error::{ActError, Never};
use crate::filing::board::{BoardQuery, BoardRow, rows};
use crate::filing::{About, Task};
use domain::authority::{Action, Authority};
use domain::filing::{FilingId, Standing};
use domain::id::{AccountId, LedgerId};
use domain::ledger::Line;
use domain::notice::{NoticeId, NoticeKind};
use domain::period::Period;
use domain::unit::{History, UnitId};
use std::collections::{BTreeMap, HashMap};
use store::notice::{Letter, Notice, Tray};
use store::{StoreError, Tx};

/// How often a letter is tried before it is left to people.
const MOST_TRIES: i64 = 5;

/// How many of the latest reminders are looked through for one person.
const LOOKED: u32 = 500;

/// Reminds every unit on a board that has not filed and on whose filings the person decides. Returns how many.
pub async fn remind(ctx: &Ctx, query: &BoardQuery) -> Result<usize, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let (history, authority) = ctx.ask_with::<Never>(&mut tx, Action::SeeFigures, Some(query.unit)).await?;
    let form = store::form::find(&mut tx, query.form).await?.ok_or(ActError::Missing)?;
    let versions = store::form::versions(&mut tx, &[form.id]).await?;
    let version = crate::form::in_force(&versions, query.period).ok_or(ActError::Missing)?;
    let found = rows(&mut tx, &history, (&form, version), query, ctx.app.today()).await?;
    let silent: Vec<&BoardRow> = found
        .iter()
        .filter(|row| !row.standing.is_in())
        .filter(|row| authority.may(Action::DecideFilings, Some(row.unit), &history))
        .collect();
    if silent.is_empty() {
        return Err(ActError::Missing);
    }
    for row in &silent {
        let notice = Notice {
            id: NoticeId(ctx.app.id()),
            kind: NoticeKind::Asked,
            form: form.id,
            unit: row.unit,
            period: query.period,
            due: row.due,
            up: false,
            account: Some(ctx.account),
            at_ms: ctx.app.now_ms(),
        };
        store::notice::add(&mut tx, &notice, None).await?;
        letters(&mut tx, &history, ctx.app.today(), &notice).await?;
    }
    let detail = format!("{} · {} · {}", form.name, query.period, silent.len());
    ctx.record(&mut tx, "filing.remind", Some(query.unit), form.id.to_string(), detail).await?;
    let count = silent.len();
    tx.commit().await?;
    Ok(count)
}

/// Puts a letter about a reminder into the out-tray for everybody who wants letters and whom it concerns.
async fn letters(
    tx: &mut Tx,
    history: &History,
    today: jiff::civil::Date,
    notice: &Notice,
) -> Result<(), StoreError> {
    for (account, address) in store::notice::addresses(tx).await? {
        let duties = store::duty::list_of(tx, account).await?;
        if concerns(&Authority::new(account, today, duties), history, notice) {
            let letter = Letter { notice: notice.id, account, address, tries: 0 };
            store::notice::put_letter(tx, Tray::Filing, &letter).await?;
        }
    }
    Ok(())
}

/// Whether a reminder is for whoever has this authority.
fn concerns(authority: &Authority, history: &History, notice: &Notice) -> bool {
    let action = if notice.up { Action::DecideFilings } else { Action::SendFilings };
    authority.may(action, Some(notice.unit), history)
}

/// Reminds of everything that is due in a few days, due now or overdue, filings and what is asked under programmes,
/// once of each: for the program's own clock.
/// Returns how many reminders were written.
pub async fn escalate(app: &App) -> Result<usize, StoreError> {
    let mut tx = app.db().write().await?;
    let history = store::tree::history(&mut tx).await?;
    let today = app.today();
    let mut count = 0;
    for form in store::form::list(&mut tx).await? {
        if form.closed_ms.is_some() {
            continue;
        }
        let versions = store::form::versions(&mut tx, &[form.id]).await?;
        for period in near(&form, today) {
            let Some(version) = crate::form::in_force(&versions, period) else { continue };
            let query = BoardQuery { unit: form.unit, form: form.id, period, standing: None, late: false };
            for row in rows(&mut tx, &history, (&form, version), &query, today).await? {
                let Some(kind) = NoticeKind::on(today, row.due).filter(|_| !row.standing.is_in()) else {
                    continue;
                };
                for up in [false, true].into_iter().filter(|up| !up || kind.goes_up()) {
                    count +=
                        usize::from(one(app, &mut tx, &history, (form.id, period), &row, kind, up).await?);
                }
            }
        }
    }
    count += launch::escalate(app, &mut tx, &history, today).await?;
    if count > 0 {
        let line = Line {
            id: LedgerId(app.id()),
            at_ms: app.now_ms(),
            account: None,
            origin: "job".to_owned(),
            act: "filing.remind".to_owned(),
            unit: None,
            object: String::new(),
            detail: count.to_string(),
        };
        store::ledger::add(&mut tx, &line).await?;
        tx.commit().await?;
    }
    Ok(count)
}

async fn one(
    app: &App,
    tx: &mut Tx,
    history: &History,
    of: (domain::form::FormId, Period),
    row: &BoardRow,
    kind: NoticeKind,
    up: bool,
) -> Result<bool, StoreError> {
    let (form, period) = of;
    let notice = Notice {
        id: NoticeId(app.id()),
        kind,
        form,
        unit: row.unit,
        period,
        due: row.due,
        up,
        account: None,
        at_ms: app.now_ms(),
    };
    // A later day that was granted is a new day to be reminded of.
    let once = format!("{form} {} {period} {} {} {up}", row.unit, row.due, kind.code());
    let fresh = store::notice::add(tx, &notice, Some(&once)).await?;
    if fresh {
        letters(tx, history, app.today(), &notice).await?;
    }
    Ok(fresh)
}

/// The periods of a form whose day may be near: the one that runs and the two before it.
fn near(form: &store::form::Form, today: jiff::civil::Date) -> Vec<Period> {
    let mut found = Vec::new();
    let mut next = form.stage.or_else(|| form.every.period_of(today));
    while let Some(period) = next.filter(|_| found.len() < 3) {
        found.push(period);
        next = form.every.before(period);
    }
    found
}

/// A filing that waits for the person's decision.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Which filing.
    pub filing: FilingId,
    /// What it is about.
    pub about: About,
    /// What the form is called.
    pub form: String,
    /// How the unit is called.
    pub unit: String,
    /// Since when, in milliseconds since the Unix epoch.
    pub since_ms: i64,
    /// Whether it was sent late.
    pub late: bool,
    /// Whether the unit asks to reopen it, instead of waiting for a decision.
    pub asks: bool,
}

/// A reminder as the person reads it.
#[derive(Debug, Clone)]
pub struct Told {
    /// The reminder.
    pub notice: Notice,
    /// What the form is called.
    pub form: String,
    /// How the unit is called.
    pub unit: String,
    /// Who asked for it; empty when the program did.
    pub by: String,
}

/// Everything that waits for one person.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// Filings to be made: those of the units where the person's duties lie.
    pub to_file: Vec<(String, Task)>,
    /// Filings to decide on, longest waiting first.
    pub to_decide: Vec<Waiting>,
    /// The latest reminders of filings.
    pub told: Vec<Told>,
    /// The latest reminders under programmes.
    pub launches: Vec<ToldLaunch>,
    /// Where the person wants letters.
    pub address: String,
}

/// How many lines of each kind a person's work shows.
const MOST: usize = 50;

/// What one person has to do now.
pub async fn work(ctx: &Ctx, periods: &[Period]) -> Result<Work, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let today = ctx.app.today();
    let forms: HashMap<_, String> =
        store::form::list(&mut tx).await?.into_iter().map(|form| (form.id, form.name)).collect();
    let mut waiting = store::filing::waiting(&mut tx, Standing::Sent, LOOKED).await?;
    waiting.retain(|one| authority.may(Action::DecideFilings, Some(one.unit), &history));
    waiting.truncate(MOST);
    let mut notices = store::notice::latest(&mut tx, LOOKED).await?;
    notices.retain(|one| concerns(&authority, &history, one));
    notices.truncate(MOST);
    let units: Vec<UnitId> =
        waiting.iter().map(|one| one.unit).chain(notices.iter().map(|one| one.unit)).collect();
    let names = store::unit::names(&mut tx, &units, today).await?;
    let people: Vec<AccountId> = notices.iter().filter_map(|one| one.account).collect();
    let people = store::account::names(&mut tx, &people).await?;
    let name = |unit| names.get(&unit).map(|name| name.name.clone()).unwrap_or_default();
    let form = |id| forms.get(&id).cloned().unwrap_or_default();
    let address = store::notice::address_of(&mut tx, ctx.account).await?.unwrap_or_default();
    let to_decide = waiting
        .iter()
        .map(|one| Waiting {
            filing: one.id,
            about: About { form: one.form, unit: one.unit, period: one.period },
            form: form(one.form),
            unit: name(one.unit),
            since_ms: one.asked_ms.unwrap_or(one.standing_ms),
            late: one.late,
            asks: one.asked_ms.is_some(),
        })
        .collect();
    let told = notices
        .iter()
        .map(|one| Told {
            form: form(one.form),
            unit: name(one.unit),
            by: one.account.and_then(|account| people.get(&account).cloned()).unwrap_or_default(),
            notice: one.clone(),
        })
        .collect();
    let launches = launch::told(&mut tx, &authority, &history, LOOKED).await?;
    drop(tx);
    Ok(Work { to_file: to_file(ctx, &authority, periods).await?, to_decide, told, launches, address })
}

/// The filings of the units where the person's own duties to enter lie, that are not sent yet.
async fn to_file(
    ctx: &Ctx,
    authority: &Authority,
    periods: &[Period],
) -> Result<Vec<(String, Task)>, ActError<Never>> {
    let reach = authority.reach(Action::SendFilings);
    let mut found = Vec::new();
    for unit in reach.tops().iter().take(MOST) {
        let tasks = crate::filing::of_unit(ctx, *unit, periods).await?;
        let name = crate::unit::view(ctx, *unit, ctx.app.today()).await?.name.name;
        found.extend(
            tasks.into_iter().filter(|task| task.standing.is_open()).map(|task| (name.clone(), task)),
        );
    }
    found.sort_by_key(|(_, task)| task.asked.due);
    Ok(found)
}

/// Why an address for letters is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressRefusal {
    /// It is not written as an address.
    Form,
}

/// Says where the person wants letters; empty for nowhere.
pub async fn set_address(ctx: &Ctx, address: &str) -> Result<(), ActError<AddressRefusal>> {
    let address = address.trim();
    let sound = address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    let plain = address.is_ascii() && !address.contains(|c: char| c.is_whitespace() || "<>,;\"".contains(c));
    if !(address.is_empty() || sound && plain && address.len() <= 200) {
        return Err(ActError::Refused(AddressRefusal::Form));
    }
    let mut tx = ctx.write().await?;
    store::notice::set_address(&mut tx, ctx.account, address, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "notice.address", None, ctx.account.to_string(), "").await?;
    tx.commit().await?;
    Ok(())
}

/// What a letter is about.
#[derive(Debug, Clone)]
pub enum Matter {
    /// A filing.
    Filing(Box<Told>),
    /// Something under a programme.
    Launch(Box<ToldLaunch>),
}

/// A letter that waits, with what it is about.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The letter.
    pub letter: Letter,
    /// What it is about.
    pub matter: Matter,
}

/// The letters that wait to be sent: for the program's own part that sends them.
pub async fn outgoing(app: &App) -> Result<Vec<Outgoing>, StoreError> {
    let mut tx = app.db().read().await?;
    let letters = store::notice::waiting(&mut tx, Tray::Filing, MOST_TRIES).await?;
    let ids: Vec<NoticeId> = letters.iter().map(|letter| letter.notice).collect();
    let notices = store::notice::some(&mut tx, &ids).await?;
    let units: Vec<UnitId> = notices.values().map(|notice| notice.unit).collect();
    let names = store::unit::names(&mut tx, &units, app.today()).await?;
    let people: Vec<AccountId> = notices.values().filter_map(|notice| notice.account).collect();
    let people = store::account::names(&mut tx, &people).await?;
    let forms: BTreeMap<_, String> =
        store::form::list(&mut tx).await?.into_iter().map(|form| (form.id, form.name)).collect();
    let of = |letter: Letter| {
        let notice = notices.get(&letter.notice)?.clone();
        let told = Told {
            form: forms.get(&notice.form).cloned().unwrap_or_default(),
            unit: names.get(&notice.unit).map(|name| name.name.clone()).unwrap_or_default(),
            by: notice.account.and_then(|account| people.get(&account).cloned()).unwrap_or_default(),
            notice,
        };
        Some(Outgoing { letter, matter: Matter::Filing(Box::new(told)) })
    };
    let mut waiting: Vec<Outgoing> = letters.into_iter().filter_map(of).collect();
    for (letter, told) in launch::outgoing(&mut tx, app.today(), MOST_TRIES).await? {
        waiting.push(Outgoing { letter, matter: Matter::Launch(Box::new(told)) });
    }
    Ok(waiting)
}

/// Writes what became of a letter.
pub async fn sent(app: &App, one: &Outgoing, outcome: Result<(), String>) -> Result<(), StoreError> {
    let mut tx = app.db().write().await?;
    let (at_ms, said) = match outcome {
        Ok(()) => (Some(app.now_ms()), String::new()),
        Err(said) => (None, said.chars().take(300).collect()),
    };
    let tray = match one.matter {
        Matter::Filing(_) => Tray::Filing,
        Matter::Launch(_) => Tray::Launch,
    };
    store::notice::tried(&mut tx, tray, &one.letter, at_ms, &said).await?;
    tx.commit().await
}
