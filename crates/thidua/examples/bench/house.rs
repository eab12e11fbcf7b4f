//! An installation to measure: its people, its tree, its figures.
//!
//! Not here: the measuring.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use acts::account::{self, FirstDuty, NewAccount};
use acts::figure::Entry;
use acts::figure_import::{self, ImportRow};
use acts::indicator::{self, NewIndicator};
use acts::installation::{self, Address, FirstAdministrator};
use acts::unit::{self, NewUnit};
use acts::unit_import::{self, UnitSheet};
use acts::{App, Ctx};
use anyhow::{Context as _, anyhow};
use domain::authority::Right;
use domain::figure::Value;
use domain::indicator::{Breakdown, IndicatorId, Nature, OverTime, OverTree};
use domain::period::Period;
use domain::submission::Scope;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::date;
use thidua::unit_sheet::UnitTable;

/// Its clerk's first and second password.
const PASSWORDS: (&str, &str) = ("sóng vỗ bờ đá xám", "gió thổi qua rặng phi lao");

/// An installation to measure.
pub(crate) struct House {
    /// The installation.
    pub(crate) app: App,
    /// Who enters figures, everywhere.
    pub(crate) clerk: Ctx,
    /// The clerk's login, as its cookie has it.
    pub(crate) login: String,
    /// The country.
    pub(crate) root: UnitId,
    /// Every unit without units below.
    pub(crate) leaves: Vec<UnitId>,
    manager: Ctx,
    indicators: Vec<IndicatorId>,
}

impl House {
    /// Opens an installation, which must be empty, and makes its people and its root.
    pub(crate) async fn open(address: Address) -> anyhow::Result<Self> {
        let app = installation::open(address, thidua::config::clock(), thidua::config::node()).await?;
        anyhow::ensure!(installation::is_empty(&app).await?, "the database is not empty");
        let first = FirstAdministrator {
            login_name: "quantri".to_owned(),
            full_name: "Quản trị".to_owned(),
            password: PASSWORDS.0.to_owned(),
        };
        let manager = installation::create(&app, first).await.map_err(|end| anyhow!("{end}"))?;
        let manager = Ctx::new(&app, manager, "bench");
        let duty = FirstDuty {
            right: Right::Enter,
            unit: None,
            from: date(2020, 1, 1),
            to: None,
            decision: String::new(),
        };
        let new = NewAccount {
            login_name: "vanphong".to_owned(),
            full_name: "Văn phòng".to_owned(),
            post: String::new(),
            password: PASSWORDS.0.to_owned(),
            duty,
        };
        let clerk = account::create(&manager, new).await.map_err(|end| anyhow!("{end}"))?;
        let clerk = Ctx::new(&app, clerk, "bench");
        account::change_password(&clerk, PASSWORDS.0, PASSWORDS.1).await.map_err(|end| anyhow!("{end}"))?;
        let login = acts::login::begin(&app, "vanphong", PASSWORDS.1, "bench", "bench").await;
        let login = login.map_err(|end| anyhow!("{end}"))?.0;
        let new = NewUnit {
            name: "Cả nước".to_owned(),
            short_name: String::new(),
            kind: UnitKind::Country,
            parent: None,
            from: date(2020, 1, 1),
            decision: String::new(),
            codes: Vec::new(),
        };
        let root = unit::create(&manager, new).await.map_err(|end| anyhow!("{end}"))?;
        Ok(Self { app, clerk, login, root, leaves: Vec::new(), manager, indicators: Vec::new() })
    }

    /// Imports the tree from its sheet, reading included. Returns how many units.
    pub(crate) async fn import(&mut self, sheet: &str) -> anyhow::Result<usize> {
        let table =
            office::sheet::read_table("units.csv", sheet.as_bytes()).map_err(|end| anyhow!("{end:?}"))?;
        let rows = UnitTable::new(&table).context("no names")?.rows;
        let count = rows.len();
        let sheet = UnitSheet {
            rows,
            under: Some(self.root),
            from: date(2020, 1, 1),
            decision: String::new(),
            scheme: String::new(),
            label: "units.csv".to_owned(),
        };
        unit_import::commit(&self.manager, &sheet).await.map_err(|end| anyhow!("{end}"))?;
        Ok(count)
    }

    /// Loads random figures for four quarters on every leaf, many submissions a transaction, through the same act as
    /// the import page. Returns how many figures and how long the acts took.
    pub(crate) async fn load(&mut self, count: usize, batch: usize) -> anyhow::Result<(u64, Duration)> {
        self.find_leaves().await?;
        self.make_indicators(count).await?;
        let mut chance = Chance(0x2545_F491_4F6C_DD1D);
        let (mut figures, mut took) = (0_u64, Duration::ZERO);
        for quarter in 1..=4 {
            let period = Period::quarter(2024, quarter)?;
            for chunk in self.leaves.chunks(batch) {
                let rows: Vec<ImportRow> = (1_u32..)
                    .zip(chunk)
                    .map(|(line, unit)| ImportRow {
                        line,
                        unit: *unit,
                        period,
                        scope: Scope::Own,
                        entries: self.entries(&mut chance),
                    })
                    .collect();
                let began = Instant::now();
                let done = figure_import::commit(&self.clerk, rows, "bench")
                    .await
                    .map_err(|end| anyhow!("{end}"))?;
                took += began.elapsed();
                figures += u64::try_from(done.values)?;
            }
        }
        Ok((figures, took))
    }

    /// The first of the indicators that every leaf reports.
    pub(crate) fn first_indicator(&self) -> anyhow::Result<IndicatorId> {
        self.indicators.first().copied().context("no indicator")
    }

    fn entries(&self, chance: &mut Chance) -> Vec<(u32, Entry)> {
        let entry = |(column, indicator): (u32, &IndicatorId)| {
            let value = Some(Value::exact(chance.below(1_000)));
            (column, Entry { indicator: *indicator, breakdown: Breakdown::none(), value, evidence: None })
        };
        (0_u32..).zip(&self.indicators).map(entry).collect()
    }

    async fn find_leaves(&mut self) -> anyhow::Result<()> {
        let mut open = vec![self.root];
        let mut leaves = BTreeSet::new();
        while let Some(above) = open.pop() {
            let mut after = None;
            loop {
                let page = unit::tree(&self.clerk, Some(above), self.app.today(), after, 500).await?;
                for row in page.rows {
                    if row.children == 0 {
                        leaves.insert(row.unit);
                    } else {
                        open.push(row.unit);
                    }
                }
                let Some(next) = page.next else { break };
                after = Some(next);
            }
        }
        self.leaves = leaves.into_iter().collect();
        Ok(())
    }

    /// The shipped counts, and as many more as are wanted.
    async fn make_indicators(&mut self, count: usize) -> anyhow::Result<()> {
        let catalogue = indicator::catalogue(&self.manager).await?;
        let mut found: BTreeMap<String, IndicatorId> = catalogue
            .indicators
            .iter()
            .filter(|one| one.nature == Nature::Count && one.over_time == OverTime::Sum)
            .map(|one| (one.code.clone(), one.id))
            .take(count)
            .collect();
        for number in found.len()..count {
            let code = format!("BX{number:02}");
            let new = NewIndicator {
                code: code.clone(),
                name: format!("Chỉ tiêu đo số {number}"),
                name_en: String::new(),
                measure: "việc".to_owned(),
                nature: Nature::Count,
                over_time: OverTime::Sum,
                over_tree: OverTree::Sum,
                numerator: String::new(),
                denominator: String::new(),
                pitfall: String::new(),
                source: String::new(),
            };
            found.insert(code, indicator::add(&self.manager, new).await.map_err(|end| anyhow!("{end}"))?);
        }
        self.indicators = found.into_values().collect();
        Ok(())
    }
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % limit).unwrap_or_default()
    }
}
