//! Writes or reads one large workbook row by row and says how long it took and how much memory at most:
//!     sheets write ROWS COLUMNS FILE
//!     sheets read FILE
//! The table is the same as the one that `bench/sheets.py` makes: a text in the first column and in every fourth one
//! after it, whole numbers in the others. Run by `bench/sheets`.

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::time::Instant;

use office::sheet::{CellOut, CellValue, SheetWords, StreamOut, read_rows};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    match asked.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", rows, columns, file] => write(rows.parse()?, columns.parse()?, file),
        ["read", file] => read(file),
        _ => Err("sheets write ROWS COLUMNS FILE, or sheets read FILE".into()),
    }
}

fn write(rows: u64, columns: u64, file: &str) -> Outcome {
    let began = Instant::now();
    let headings: Vec<String> = (1..=columns).map(|column| format!("Cột {column}")).collect();
    let into = BufWriter::new(File::create(file)?);
    let mut out = StreamOut::new(into, "Số liệu", &headings, &SheetWords::vietnamese())?;
    let mut line = Vec::with_capacity(headings.len());
    for row in 0..rows {
        line.clear();
        line.extend((0..columns).map(|column| {
            if column % 4 == 0 {
                CellOut::Text(format!("Đơn vị {}", (row + column) % 10_000))
            } else {
                CellOut::Integer(i64::try_from((row * 31 + column * 17) % 100_000).unwrap_or_default())
            }
        }));
        out.row(&line)?;
    }
    std::io::Write::flush(&mut out.finish()?)?;
    told(rows, began)
}

fn read(file: &str) -> Outcome {
    let began = Instant::now();
    let (mut cells, mut sum) = (0_u64, 0_i64);
    let rows = read_rows(BufReader::new(File::open(file)?), |_, row| {
        for cell in &row.cells {
            cells += 1;
            if let CellValue::Number { value, .. } = &cell.value {
                sum += value.digits;
            }
        }
        true
    })
    .map_err(|refusal| format!("{refusal:?}"))?;
    println!("{cells} {sum}");
    told(rows, began)
}

/// `rows milliseconds kilobytes`: the most memory is what the system says of this program.
fn told(rows: u64, began: Instant) -> Outcome {
    let took = began.elapsed().as_millis();
    let status = std::fs::read_to_string("/proc/self/status")?;
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    println!("{rows} {took} {}", most.trim().trim_end_matches(" kB"));
    Ok(())
}
