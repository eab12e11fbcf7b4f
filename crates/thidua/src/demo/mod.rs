//! The demonstration: five committees whose articles are read, decided on and written as figures, with a tree around
//! each and, for the first, an invented and marked division of its figures over units and quarters.
//!
//! Everything comes in through the acts that people use, in the names of the demonstration's people. Not here: the
//! data itself (`demo/` at the root: articles, units, division, accounts).

mod articles;
mod awards;
mod certificates;
mod filings;
mod freezes;
mod people;
mod programmes;
mod reports;
mod split;

use std::collections::HashMap;

use acts::installation::{self, FirstAdministrator};
use acts::unit_import::{self, UnitSheet};
use acts::{App, Ctx};
use anyhow::{Context as _, anyhow};
use domain::unit::UnitId;
use jiff::civil::{Date, date};

use crate::unit_sheet::UnitTable;
use crate::web::report::paper::Door;

pub use articles::{ARTICLES, Article, Expected};
pub use people::{Shown, open_accounts};
pub use reports::{CASES, Case, STATE, issue_case};

/// What stands beside every invented figure.
pub const INVENTED: &str = "Số liệu chia theo đơn vị là minh họa";

const UNITS: &str = include_str!("../../../../demo/units.csv");

/// The scheme of the demonstration's codes of units.
const SCHEME: &str = "minh-hoa";

/// The day from which the units are there: before the first period of the articles.
const BEGINNING: Date = date(2015, 1, 1);

/// The committee whose report is issued in the demonstration.
const ISSUED: &str = "K00";

/// Where acts of the loading come from, as the ledger writes it.
const ORIGIN: &str = "demo";

/// Loads the demonstration into an installation without accounts.
pub async fn load(app: &App) -> anyhow::Result<()> {
    let people = people::all()?;
    let administrator = people.administrator()?;
    let first = FirstAdministrator {
        login_name: administrator.login.clone(),
        full_name: administrator.name.clone(),
        password: administrator.password.clone(),
    };
    let account = installation::create(app, first).await.map_err(|end| anyhow!("{end}"))?;
    let manager = Ctx::new(app, account, ORIGIN);
    let units = Units::load(&manager).await?;
    let accounts = people.create(&manager, &units).await?;
    programmes::load(&manager, &units).await?;
    for article in ARTICLES {
        let writer = accounts.get(article.writer).ok_or_else(|| anyhow!("no account {}", article.writer))?;
        articles::load(writer, units.of(article.unit)?, article).await.context(article.number)?;
    }
    let writer = accounts.get("staff").ok_or_else(|| anyhow!("no account of the staff"))?;
    split::load(writer, &units).await?;
    awards::load(&manager, &accounts, &units).await.context("awards")?;
    certificates::load(&manager, writer, &units).await.context("certificates")?;
    let approver = accounts.get("approver").ok_or_else(|| anyhow!("no account of the approver"))?;
    freezes::load(&manager, approver, writer, &units).await?;
    filings::load(&filings::People { manager: &manager, writer, approver }, &units).await?;
    for case in CASES.iter().filter(|case| case.unit == ISSUED) {
        let unit = units.of(case.unit)?;
        issue_case(writer, approver, unit, case, Door::default()).await?;
    }
    acts::ledger::seal(app).await?;
    Ok(())
}

/// The demonstration's units by their codes.
#[derive(Debug, Default)]
pub(crate) struct Units(HashMap<String, UnitId>);

impl Units {
    /// Imports the tree in one go, as from the import page, and learns who is who.
    async fn load(manager: &Ctx) -> anyhow::Result<Self> {
        let table =
            office::sheet::read_table("units.csv", UNITS.as_bytes()).map_err(|end| anyhow!("{end:?}"))?;
        let rows = UnitTable::new(&table).ok_or_else(|| anyhow!("the units have no names"))?.rows;
        let codes: Vec<String> = rows.iter().map(|row| row.code.clone()).collect();
        let sheet = UnitSheet {
            rows,
            under: None,
            from: BEGINNING,
            decision: "Cây đơn vị minh họa".to_owned(),
            scheme: SCHEME.to_owned(),
            label: "Đơn vị minh họa".to_owned(),
        };
        unit_import::commit(manager, &sheet).await.map_err(|end| anyhow!("the units: {end}"))?;
        let mut units = Self::default();
        for code in codes {
            let found = acts::unit::resolve(manager, &code).await?;
            let [(candidate, _)] = found.as_slice() else {
                return Err(anyhow!("{} units have the code {code}", found.len()));
            };
            units.0.insert(code, candidate.unit);
        }
        Ok(units)
    }

    /// The unit of a code.
    pub(crate) fn of(&self, code: &str) -> anyhow::Result<UnitId> {
        self.0.get(code).copied().ok_or_else(|| anyhow!("no unit has the code {code}"))
    }
}
