//! Measures a deadline: 32 people each save and send a form of forty figures, all at once, twelve times over, on every
//! engine there is (PostgreSQL where `THIDUA_TEST_POSTGRES` names a server). Prints how long they waited; ends with an
//! error when a total is not exact.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::print_stdout,
    dead_code,
    reason = "a measurement that cannot go on says so by stopping; the cast is shared with the tests"
)]

#[path = "../tests/acts/cast.rs"]
mod cast;
#[path = "../tests/acts/crowd.rs"]
mod crowd;

use domain::period::Period;

#[tokio::main(worker_threads = 2)]
async fn main() {
    for cast in cast::casts().await {
        let (form, slots) = crowd::wide(&cast).await;
        let people = crowd::crowd(&cast).await;
        let mut waited = Vec::new();
        for month in 1..=12 {
            let period = Period::month(2023, month).unwrap();
            waited.extend(crowd::at_once(&people, form, &slots, period).await);
            crowd::exact(&cast, &slots, period).await;
        }
        waited.sort_unstable();
        let at = |percent: usize| waited[(waited.len() - 1) * percent / 100].as_millis();
        println!(
            "{:?}: {} forms of {} figures by {} at once; waited p50 {} ms, p95 {} ms, longest {} ms; totals exact",
            cast.app.db().engine(),
            waited.len(),
            slots.len(),
            people.len(),
            at(50),
            at(95),
            at(100),
        );
    }
}
