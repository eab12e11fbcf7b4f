//! Measures the reader on one core: `speed SECONDS FILE…` prints documents per second, the time from the start of
//! the program to the first proposals, the slowest document and the most memory used, separated by tabs.
//!
//! Not here: whether what is read is right (`read_files` writes it down), and other programs (`bench/peers.py`).

use std::io::{Error, Write};
use std::time::{Duration, Instant};

fn main() -> std::io::Result<()> {
    let start = Instant::now();
    let mut arguments = std::env::args().skip(1);
    let seconds: u64 = arguments.next().and_then(|a| a.parse().ok()).unwrap_or(5);
    let options = reader::Options::default();
    let mut texts = Vec::new();
    let mut first = None;
    for file in arguments {
        let text = std::fs::read_to_string(&file)?;
        if first.is_none() && !reader::read(&text, &options).indicators.is_empty() {
            first = Some(start.elapsed());
        }
        texts.push(text);
    }
    if texts.is_empty() {
        return Err(Error::other("speed SECONDS FILE…"));
    }
    let end = Instant::now().checked_add(Duration::from_secs(seconds));
    let begin = Instant::now();
    let (mut documents, mut facts, mut slowest) = (0_u128, 0_usize, Duration::ZERO);
    while end.is_some_and(|end| Instant::now() < end) {
        for text in &texts {
            let one = Instant::now();
            let reading = reader::read(text, &options);
            slowest = slowest.max(one.elapsed());
            facts = facts.wrapping_add(reading.indicators.len());
            documents = documents.saturating_add(1);
        }
    }
    let micros = begin.elapsed().as_micros().max(1);
    let speed = documents.saturating_mul(1_000_000).checked_div(micros).unwrap_or(0);
    let memory = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let memory = memory.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or("unknown").trim();
    let first = first.map_or_else(|| "none".to_owned(), |f| format!("{} µs", f.as_micros()));
    writeln!(std::io::stdout(), "{speed}\t{first}\t{} µs\t{memory}\t{facts} counts read", slowest.as_micros())
}
