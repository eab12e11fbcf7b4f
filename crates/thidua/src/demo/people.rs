//! The demonstration's people: who they are, what they may do, and which of them still have their first password.
//!
//! Not here: their data (`demo/accounts.json`, which the browser tests read too).

use std::collections::{BTreeMap, HashMap};

use acts::account::{self, FirstDuty, NewAccount};
use acts::{App, Ctx};
use anyhow::{Context as _, anyhow};
use domain::authority::Right;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{BEGINNING, ORIGIN, Units};

const ACCOUNTS: &str = include_str!("../../../../demo/accounts.json");

/// One of the demonstration's accounts.
#[derive(Debug, Clone, Deserialize)]
pub struct Shown {
    /// The name to log in with.
    pub login: String,
    /// The password, known to everybody: the demonstration holds nothing secret.
    pub password: String,
    /// The person's name.
    pub name: String,
    /// The person's post.
    pub post: String,
    /// What the person may do.
    #[serde(deserialize_with = "right")]
    right: Right,
    /// Over which unit; empty for the whole installation.
    unit: String,
    /// What one can try with it.
    pub purpose: String,
}

fn right<'de, D: Deserializer<'de>>(from: D) -> Result<Right, D::Error> {
    let code = String::deserialize(from)?;
    Right::from_code(&code).ok_or_else(|| D::Error::custom(format!("no right is called {code}")))
}

impl Shown {
    /// The account on one line, for the login page.
    pub fn line(&self) -> String {
        format!("{} / {} — {}", self.login, self.password, self.purpose)
    }
}

/// The accounts by role. The file also names a unit, for those who test the pages.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct People {
    #[serde(rename = "unit")]
    _unit: String,
    #[serde(flatten)]
    roles: BTreeMap<String, Shown>,
}

/// Everybody.
pub(super) fn all() -> anyhow::Result<People> {
    serde_json::from_str(ACCOUNTS).context("demo/accounts.json")
}

impl People {
    /// The first administrator.
    pub(super) fn administrator(&self) -> anyhow::Result<&Shown> {
        self.roles.get("administrator").ok_or_else(|| anyhow!("no administrator"))
    }

    /// Makes all the other accounts and gives each its own password, so that nobody is asked to change it.
    pub(super) async fn create(&self, manager: &Ctx, units: &Units) -> anyhow::Result<HashMap<String, Ctx>> {
        let mut made = HashMap::new();
        for (role, person) in self.roles.iter().filter(|(role, _)| *role != "administrator") {
            let unit = if person.unit.is_empty() { None } else { Some(units.of(&person.unit)?) };
            let first = format!("tạm thời của người {role}");
            let new = NewAccount {
                login_name: person.login.clone(),
                full_name: person.name.clone(),
                post: person.post.clone(),
                password: first.clone(),
                duty: FirstDuty {
                    right: person.right,
                    unit,
                    from: BEGINNING,
                    to: None,
                    decision: "Minh họa".to_owned(),
                },
            };
            let account =
                account::create(manager, new).await.map_err(|end| anyhow!("{}: {end}", person.login))?;
            let ctx = Ctx::new(&manager.app, account, ORIGIN);
            account::change_password(&ctx, &first, &person.password)
                .await
                .map_err(|end| anyhow!("{}: {end}", person.login))?;
            made.insert(role.clone(), ctx);
        }
        Ok(made)
    }
}

/// The accounts of the demonstration that are there and still open with their first passwords; none in any other
/// installation. Asked by logging in, the only way there is.
pub async fn open_accounts(app: &App) -> anyhow::Result<Vec<Shown>> {
    let mut open = Vec::new();
    let people = all()?;
    // One wrong password is enough to know that this is another installation; trying all would lock names.
    let Ok(token) = log_in(app, people.administrator()?).await else { return Ok(open) };
    acts::login::end(app, &token, ORIGIN).await?;
    for person in people.roles.values() {
        open.push(person.clone());
    }
    open.sort_by_key(|one| (one.right != Right::Manage, one.unit.clone()));
    Ok(open)
}

async fn log_in(app: &App, person: &Shown) -> anyhow::Result<String> {
    let token = acts::login::begin(app, &person.login, &person.password, ORIGIN, "thidua").await;
    token.map(|token| token.0).map_err(|end| anyhow!("{end}"))
}
