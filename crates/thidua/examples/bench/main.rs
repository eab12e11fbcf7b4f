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

/// One line of the table: what, how much, how much of it computing, in which measure, and the goal.
type Line = (&'static str, u128, Option<u128>, &'static str, &'static str);

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
    lines.push(("import of the tree", began.elapsed().as_millis(), None, "ms", "< 5000"));
    let (figures, took) = house.load(asked.indicators, asked.batch).await?;
    let rate = u128::from(figures) * 1_000 / took.as_millis().max(1);
    lines.push(("load of figures", rate, None, "figures/s", ">= 100000"));
    let goal = if name == "SQLite" { "< 1000" } else { "< 5000" };
    let quarter = Period::quarter(2024, 4)?;
    let took = dashboard(&house, quarter).await?;
    lines.push(took.line("root and children, one quarter, median", goal));
    let took = dashboard(&house, Period::year(2024)?).await?;
    lines.push(took.line("root and children, the year, median", goal));
    for (what, path) in
        [("page Tổng quan, p50", "/"), ("page Tổng hợp, p50", "/tong-hop?tu=2024-01-01&den=2024-12-31")]
    {
        lines.push(page(&house, path).await?.line(what, "< 10000"));
    }
    lines.push(typing(&house).await?.line("one figure typed, p50", ""));
    let (began, before) = (Instant::now(), computed());
    let audit = acts::doctor::audit(&house.app).await?;
    let spent = computed().saturating_sub(before).as_millis();
    lines.push(("doctor: all totals recomputed", began.elapsed().as_millis(), Some(spent), "ms", "< 2000"));
    anyhow::ensure!(audit.differences.is_empty(), "{} totals differ", audit.differences.len());

    println!("{name}: {units} units, {figures} figures, {} totals", audit.totals);
    println!("  {:<40} {:>12} {:>12} {:<10} goal", "", "clock", "computing", "");
    for (what, much, spent, measure, goal) in lines {
        let spent = spent.map(|spent| spent.to_string()).unwrap_or_default();
        println!("  {what:<40} {much:>12} {spent:>12} {measure:<10} {goal}");
    }
    Ok(())
}

/// What a thing takes: the middle one of many tries on the clock, and the computing of one try on all cores, which other
/// work on the machine changes less.
struct Took {
    median: Duration,
    computing: Duration,
}

impl Took {
    fn of(mut tries: Vec<Duration>, computed: Duration) -> Self {
        tries.sort_unstable();
        let count = u32::try_from(tries.len()).unwrap_or(1).max(1);
        Self { median: tries.get(tries.len() / 2).copied().unwrap_or_default(), computing: computed / count }
    }

    fn line(&self, what: &'static str, goal: &'static str) -> Line {
        (what, self.median.as_micros(), Some(self.computing.as_micros()), "µs", goal)
    }
}

/// The computing of this program so far, as the system counts it, in hundredths of a second.
fn computed() -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program stands in brackets and may hold anything.
    let after = told.rsplit(')').next().unwrap_or_default();
    let ticks: u64 =
        after.split_whitespace().skip(11).take(2).filter_map(|one| one.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// What the root's dashboard shows: its own totals and every child's.
async fn dashboard(house: &House, range: Period) -> anyhow::Result<Took> {
    let query = Query { unit: house.root, range, lens: Lens::AsWas, road: Road::Declared };
    let mut tries = Vec::new();
    let before = computed();
    for _ in 0..400 {
        let began = Instant::now();
        black_box(total::view(&house.clerk, query).await?);
        tries.push(began.elapsed());
    }
    Ok(Took::of(tries, computed().saturating_sub(before)))
}

/// A page through the whole router, as a person logged in gets it.
async fn page(house: &House, path: &str) -> anyhow::Result<Took> {
    let router = thidua::serve::router(house.app.clone(), thidua::web::Settings::default());
    let (mut tries, mut before) = (Vec::new(), computed());
    for round in 0..210 {
        let request = Request::get(path)
            .header(header::COOKIE, format!("thidua-vao={}", house.login))
            .body(Body::empty())?;
        let began = Instant::now();
        let response = router.clone().oneshot(request).await?;
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await?;
        anyhow::ensure!(status.is_success() && !body.is_empty(), "{path}: {status}");
        // The first ones warm the caches of the database.
        match round {
            ..10 => before = computed(),
            _ => tries.push(began.elapsed()),
        }
    }
    Ok(Took::of(tries, computed().saturating_sub(before)))
}

/// One value corrected on a leaf, on the disk and in every total above before the answer.
async fn typing(house: &House) -> anyhow::Result<Took> {
    let (mut tries, before) = (Vec::new(), computed());
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
    Ok(Took::of(tries, computed().saturating_sub(before)))
}
