//! Reads text files and writes one `NAME.json` for each: `read_files OUT_DIR FILE…`. A first line `URL: …`
//! is not part of the text. With `--time N` every file is read N times more and the speed is printed.
//!
//! Not here: Word, PDF and HTML, which become text in room `office`.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut rounds = 0_u32;
    if arguments.first().is_some_and(|a| a == "--time") {
        arguments.remove(0);
        rounds = if arguments.is_empty() { 0 } else { arguments.remove(0).parse().unwrap_or(0) };
    }
    let mut arguments = arguments.into_iter();
    let Some(out) = arguments.next() else {
        return writeln!(std::io::stderr(), "read_files [--time N] OUT_DIR FILE…");
    };
    std::fs::create_dir_all(&out)?;
    let options = reader::Options::default();
    let mut texts = Vec::new();
    for file in arguments {
        let text = std::fs::read_to_string(&file)?;
        let text = match text.split_once('\n') {
            Some((first, rest)) if first.starts_with("URL: ") => rest.to_owned(),
            _ => text,
        };
        let name = Path::new(&file).file_stem().and_then(|n| n.to_str()).unwrap_or("text").to_owned();
        let json = reader::read(&text, &options).to_json(&text);
        std::fs::write(Path::new(&out).join(format!("{name}.json")), format!("{json:#}"))?;
        texts.push(text);
    }
    if rounds > 0 {
        let start = Instant::now();
        let mut facts = 0_usize;
        for _ in 0..rounds {
            for text in &texts {
                facts = facts.wrapping_add(reader::read(text, &options).indicators.len());
            }
        }
        let documents = u128::from(rounds).saturating_mul(texts.len().try_into().unwrap_or(0));
        let micros = start.elapsed().as_micros().max(1);
        let speed = documents.saturating_mul(1_000_000).checked_div(micros).unwrap_or(0);
        writeln!(
            std::io::stderr(),
            "{documents} documents in {micros} µs: {speed} a second ({facts} facts)"
        )?;
    }
    Ok(())
}
