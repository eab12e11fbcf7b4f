//! The national-scale measurement: a tree of 10,794 units, 40 indicators over four quarters on every leaf, and how
//! long people would wait. Prints one table for each engine. Run it by `bench/run`.
//!
//! Not here: what must hold whatever the speed (the tests).

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

mod house;
mod tree;

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use acts::figure::{self, Entry, Save};
use acts::installation::Address;
use acts::total::{self, Lens, Query};
use axum::body::Body;
use axum::http::{Request, header};
use clap::Parser;
use domain::figure::Value;
use domain::indicator::Breakdown;
use domain::period::Period;
use domain::submission::{Road, Scope, Source};
use tower::ServiceExt as _;

use house::House;

/// What to measure.
#[derive(Parser)]
struct Asked {
    /// A tree of units as CSV (code, level, full_name, parent_code); without it one of the same shape is made.
    #[arg(long)]
    units: Option<PathBuf>,
    /// A PostgreSQL database that is empty; without it only the embedded engine is measured.
    #[arg(long, env = "THIDUA_TEST_POSTGRES", hide_env_values = true)]
    postgres: Option<String>,
    /// How many figures one unit reports for a quarter.
    #[arg(long, default_value_t = 40)]
    indicators: usize,
    /// How many submissions go into one transaction while loading.
    #[arg(long, default_value_t = 2_000)]
    batch: usize,
}

/// One line of the table: what, how much, in which measure, and the goal.
type Line = (&'static str, u128, &'static str, &'static str);

fn main() -> anyhow::Result<()> {
    let asked = Asked::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let sheet = match &asked.units {
        Some(file) => std::fs::read_to_string(file)?,
        None => tree::made(),
    };
    let folder = std::env::temp_dir().join(format!("thidua-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let file = Address::Embedded(folder.join("thidua.db"));
    let outcome = runtime.block_on(one_engine("SQLite", file, &sheet, &asked));
    std::fs::remove_dir_all(&folder)?;
    outcome?;
    if let Some(url) = &asked.postgres {
        runtime.block_on(one_engine("PostgreSQL", Address::Postgres(url.clone()), &sheet, &asked))?;
    }
    Ok(())
}

async fn one_engine(name: &str, address: Address, sheet: &str, asked: &Asked) -> anyhow::Result<()> {
    let mut house = House::open(address).await?;
    let mut lines: Vec<Line> = Vec::new();
    let began = Instant::now();
    let units = house.import(sheet).await?;
    lines.push(("import of the tree", began.elapsed().as_millis(), "ms", "< 5000"));
    let (figures, took) = house.load(asked.indicators, asked.batch).await?;
    let rate = u128::from(figures) * 1_000 / took.as_millis().max(1);
    lines.push(("load of figures", rate, "figures/s", ">= 100000"));
    let goal = if name == "SQLite" { "< 1000" } else { "< 5000" };
    let quarter = Period::quarter(2024, 4)?;
    let took = dashboard(&house, quarter).await?;
    lines.push(("root and children, one quarter, median", took.as_micros(), "µs", goal));
    let took = dashboard(&house, Period::year(2024)?).await?;
    lines.push(("root and children, the year, median", took.as_micros(), "µs", goal));
    for (what, path) in
        [("page Tổng quan, p50", "/"), ("page Tổng hợp, p50", "/tong-hop?tu=2024-01-01&den=2024-12-31")]
    {
        lines.push((what, page(&house, path).await?.as_micros(), "µs", "< 10000"));
    }
    lines.push(("one figure typed, p50", typing(&house).await?.as_micros(), "µs", ""));
    let began = Instant::now();
    let audit = acts::doctor::audit(&house.app).await?;
    lines.push(("doctor: all totals recomputed", began.elapsed().as_millis(), "ms", "< 2000"));
    anyhow::ensure!(audit.differences.is_empty(), "{} totals differ", audit.differences.len());

    println!("{name}: {units} units, {figures} figures, {} totals", audit.totals);
    for (what, much, measure, goal) in lines {
        println!("  {what:<40} {much:>12} {measure:<10} {goal}");
    }
    Ok(())
}

/// The middle one of many tries.
fn median(mut tries: Vec<Duration>) -> Duration {
    tries.sort_unstable();
    tries.get(tries.len() / 2).copied().unwrap_or_default()
}

/// What the root's dashboard shows: its own totals and every child's.
async fn dashboard(house: &House, range: Period) -> anyhow::Result<Duration> {
    let query = Query { unit: house.root, range, lens: Lens::AsWas, road: Road::Declared };
    let mut tries = Vec::new();
    for _ in 0..200 {
        let began = Instant::now();
        black_box(total::view(&house.clerk, query).await?);
        tries.push(began.elapsed());
    }
    Ok(median(tries))
}

/// A page through the whole router, as a person logged in gets it.
async fn page(house: &House, path: &str) -> anyhow::Result<Duration> {
    let router = thidua::serve::router(house.app.clone(), thidua::web::Settings::default());
    let mut tries = Vec::new();
    for round in 0..60 {
        let request = Request::get(path)
            .header(header::COOKIE, format!("thidua-vao={}", house.login))
            .body(Body::empty())?;
        let began = Instant::now();
        let response = router.clone().oneshot(request).await?;
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await?;
        anyhow::ensure!(status.is_success() && !body.is_empty(), "{path}: {status}");
        // The first ones warm the caches of the database.
        if round >= 10 {
            tries.push(began.elapsed());
        }
    }
    Ok(median(tries))
}

/// One value corrected on a leaf, on the disk and in every total above before the answer.
async fn typing(house: &House) -> anyhow::Result<Duration> {
    let mut tries = Vec::new();
    let indicator = house.first_indicator()?;
    for (round, unit) in (0_i64..).zip(house.leaves.iter().step_by(97).take(100)) {
        let entry = Entry {
            indicator,
            breakdown: Breakdown::none(),
            value: Some(Value::exact(round)),
            evidence: None,
        };
        let save = Save {
            unit: *unit,
            period: Period::quarter(2024, 4)?,
            scope: Scope::Own,
            seen_version: None,
            entries: vec![entry],
            source: Source::Typed,
            document: None,
            reason: String::new(),
        };
        let began = Instant::now();
        figure::save(&house.clerk, save).await.map_err(|end| anyhow::anyhow!("{end}"))?;
        tries.push(began.elapsed());
    }
    Ok(median(tries))
}
