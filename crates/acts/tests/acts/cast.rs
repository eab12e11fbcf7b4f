//! The cast of all tests: one province committee, two grass-roots committees, two cells under each, and eight people
//! who differ in what they may do. Everybody is made by the public acts.
//!
//! An manages everything · Bình enters at the east committee · Chi enters at the west one · Dung sees the province ·
//! Giang approves at the east · Hà manages the east · Khanh has an account whose only duty has ended.

use acts::account::{self, FirstDuty, NewAccount};
use acts::installation::{self, FirstAdministrator};
use acts::unit::{self, NewUnit};
use acts::{ActError, App, Clock, Ctx, ledger};
use domain::authority::Right;
use domain::id::AccountId;
use domain::ledger::Line;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::{Date, date};
use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::testing::{Template, TestDb, copy_of, embedded, postgres};
use tokio::sync::OnceCell;

/// The day on which every test begins.
pub const TODAY: Date = date(2024, 5, 15);

/// The day from which the units stand.
pub const FOUNDED: Date = date(2020, 1, 1);

/// Everybody's password: nobody here is tested for guessing another one.
pub const PASSWORD: &str = "tre già măng mọc";

/// An installation with its people and units.
pub struct Cast {
    /// Keeps the database alive.
    pub db: TestDb,
    pub app: App,
    /// The clock's hand, in milliseconds.
    pub hand: Arc<AtomicI64>,
    /// An, the first administrator: manages everything, enters nothing.
    pub an: Ctx,
    /// Bình, a clerk: enters at the east committee.
    pub binh: Ctx,
    /// Chi, a clerk: enters at the west committee.
    pub chi: Ctx,
    /// Dung, a viewer: sees the province and all below.
    pub dung: Ctx,
    /// Giang, an approver: approves at the east committee.
    pub giang: Ctx,
    /// Hà, a keeper: manages the east committee.
    pub ha: Ctx,
    /// Khanh, a stranger: the only duty ended last year.
    pub khanh: Ctx,
    /// Đảng bộ tỉnh Sông Tiền.
    pub province: UnitId,
    /// Đảng bộ phường Đông.
    pub east: UnitId,
    /// Đảng bộ phường Tây.
    pub west: UnitId,
    /// Chi bộ Khu phố 1 and 2, east.
    pub east_cells: [UnitId; 2],
    /// Chi bộ Khu phố 1 and 2, west.
    pub west_cells: [UnitId; 2],
}

/// The cast that is filled once; every test gets a copy of its own.
static FILLED: [OnceCell<Option<Filled>>; 2] = [const { OnceCell::const_new() }; 2];

/// A filled database with what is known of it.
struct Filled {
    template: Template,
    people: [AccountId; 7],
    units: [UnitId; 7],
}

/// A cast on every engine.
pub async fn casts() -> Vec<Cast> {
    let mut casts = Vec::new();
    for (engine, filled) in FILLED.iter().enumerate() {
        let fill = || async move {
            let db = if engine == 0 { Some(embedded().await) } else { postgres().await.transpose() };
            match db {
                Some(db) => Some(fill(db.unwrap()).await),
                None => None,
            }
        };
        if let Some(filled) = filled.get_or_init(fill).await {
            casts.push(cast(filled).await);
        }
    }
    casts
}

fn clock(day: Date) -> (Clock, Arc<AtomicI64>) {
    Clock::standing(day.at(5, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp())
}

/// An installation on a database, with An alone.
pub async fn installation(db: &TestDb) -> (App, Arc<AtomicI64>, Ctx) {
    installation_on(db, TODAY).await
}

/// An installation that began on a day of its own.
pub async fn installation_on(db: &TestDb, day: Date) -> (App, Arc<AtomicI64>, Ctx) {
    let (clock, hand) = clock(day);
    let app = App::new(Clone::clone(&**db), clock, 1);
    let first = FirstAdministrator {
        login_name: "an".to_owned(),
        full_name: "Nguyễn Thị An".to_owned(),
        password: PASSWORD.to_owned(),
    };
    let an = installation::create(&app, first).await.unwrap();
    let an = Ctx::new(&app, an, "test");
    (app, hand, an)
}

/// Makes everybody and everything by the public acts.
async fn fill(db: TestDb) -> Filled {
    let (_, _, an) = installation(&db).await;
    let province = found(&an, "Đảng bộ tỉnh Sông Tiền", UnitKind::Committee, None).await;
    let east = found(&an, "Đảng bộ phường Đông", UnitKind::GrassrootsCommittee, Some(province)).await;
    let west = found(&an, "Đảng bộ phường Tây", UnitKind::GrassrootsCommittee, Some(province)).await;
    let mut units = vec![province, east, west];
    for (above, name) in [(east, "1"), (east, "2"), (west, "1"), (west, "2")] {
        units.push(found(&an, &format!("Chi bộ Khu phố {name}"), UnitKind::Cell, Some(above)).await);
    }
    let ended = Some(date(2024, 1, 1));
    let mut people = vec![an.account];
    for (login_name, full_name, right, unit, to) in [
        ("binh", "Trần Văn Bình", Right::Enter, east, None),
        ("chi", "Lê Thị Chi", Right::Enter, west, None),
        ("dung", "Phạm Dung", Right::View, province, None),
        ("giang", "Đỗ Hương Giang", Right::Approve, east, None),
        ("ha", "Vũ Thanh Hà", Right::Manage, east, None),
        ("khanh", "Hồ Gia Khanh", Right::Enter, east, ended),
    ] {
        let mut new = new_account(login_name, full_name, right, Some(unit));
        new.duty.to = to;
        people.push(account::create(&an, new).await.unwrap());
    }
    let template = db.into_template().await.unwrap();
    Filled { template, people: people.try_into().unwrap(), units: units.try_into().unwrap() }
}

/// A copy of a filled installation, with a clock of its own.
async fn cast(filled: &Filled) -> Cast {
    let db = copy_of(&filled.template).await.unwrap();
    let (clock, hand) = clock(TODAY);
    // Another node than the one that filled it, or both would give the same identities away at the standing second.
    let app = App::new(Clone::clone(&*db), clock, 2);
    let [an, binh, chi, dung, giang, ha, khanh] =
        filled.people.map(|account| Ctx::new(&app, account, "test"));
    let [province, east, west, first, second, third, fourth] = filled.units;
    Cast {
        db,
        app,
        hand,
        an,
        binh,
        chi,
        dung,
        giang,
        ha,
        khanh,
        province,
        east,
        west,
        east_cells: [first, second],
        west_cells: [third, fourth],
    }
}

/// Makes a unit that stands since [`FOUNDED`].
pub async fn found(ctx: &Ctx, name: &str, kind: UnitKind, parent: Option<UnitId>) -> UnitId {
    unit::create(ctx, new_unit(name, kind, parent)).await.unwrap()
}

/// A unit to be made, standing since [`FOUNDED`].
pub fn new_unit(name: &str, kind: UnitKind, parent: Option<UnitId>) -> NewUnit {
    NewUnit {
        name: name.to_owned(),
        short_name: String::new(),
        kind,
        parent,
        from: FOUNDED,
        decision: "Quyết định số 01-QĐ/TU".to_owned(),
        codes: Vec::new(),
    }
}

/// An account to be made, with a duty since 2023.
pub fn new_account(login_name: &str, full_name: &str, right: Right, unit: Option<UnitId>) -> NewAccount {
    NewAccount {
        login_name: login_name.to_owned(),
        full_name: full_name.to_owned(),
        post: String::new(),
        password: PASSWORD.to_owned(),
        duty: FirstDuty { right, unit, from: date(2023, 1, 1), to: None, decision: String::new() },
    }
}

impl Cast {
    /// Lets time pass.
    pub fn wait(&self, minutes: i64) {
        self.hand.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    /// The latest line of the ledger.
    pub async fn last_line(&self) -> Line {
        let page = ledger::list(&self.an, ledger::LedgerFilter::default(), None, 1).await.unwrap();
        page.rows.into_iter().next().expect("a line").line
    }

    /// How many lines the ledger has, up to 1,000.
    pub async fn lines(&self) -> usize {
        ledger::list(&self.an, ledger::LedgerFilter::default(), None, 1_000).await.unwrap().rows.len()
    }
}

/// The refusal of an act that must have been refused.
#[track_caller]
pub fn refused<T: Debug, R: Debug>(ended: Result<T, ActError<R>>) -> R {
    match ended {
        Err(ActError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// Whether the act found nothing, or was told so.
#[track_caller]
pub fn missing<T: Debug, R: Debug>(ended: Result<T, ActError<R>>) {
    assert!(matches!(ended, Err(ActError::Missing)), "not missing: {ended:?}");
}

/// Whether the person may see but not do.
#[track_caller]
pub fn denied<T: Debug, R: Debug>(ended: Result<T, ActError<R>>) {
    assert!(matches!(ended, Err(ActError::Denied(_))), "not denied: {ended:?}");
}
