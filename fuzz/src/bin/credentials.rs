//! Writes the seeds of `credential`: what was really signed, always the same bytes.
//!
//! Not here: the seeds of papers (`seeds.py`).

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/credential");
    fs::create_dir_all(&folder)?;
    for (at, text) in fuzz::credentials().iter().enumerate() {
        fs::write(folder.join(format!("c{at:02}")), text)?;
    }
    Ok(())
}
