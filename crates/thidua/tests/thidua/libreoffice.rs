//! What LibreOffice makes of our files: the other program that opens them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every sheet of a workbook in a file of its own, cells as they are shown, with semicolons between them.
const SHOWN: &str = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1";

/// Opens files in one go and saves them as `to`, into a folder below `folder`, which is given back; `None` on a machine
/// without LibreOffice.
#[expect(clippy::print_stdout, reason = "a test that proves less than elsewhere says so")]
pub fn saved(folder: &Path, files: &[PathBuf], to: &str) -> Option<PathBuf> {
    let out = folder.join("saved");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(&out)
        .args(files)
        .output();
    let Ok(run) = run else {
        println!("skipped: no soffice on this machine");
        return None;
    };
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(out)
}

/// One file saved as another kind: `None` on a machine without LibreOffice.
pub fn saved_as(folder: &Path, file: &Path, kind: &str) -> Option<PathBuf> {
    let out = saved(folder, &[file.to_owned()], kind)?;
    let made = out.join(file.with_extension(kind).file_name().unwrap());
    assert!(made.exists(), "LibreOffice made nothing of {}", file.display());
    Some(made)
}

/// The rows of one sheet, each cell as a person sees it; `None` on a machine without LibreOffice.
pub fn shown(folder: &Path, workbook: &[u8], sheet: &str) -> Option<Vec<Vec<String>>> {
    let file = folder.join("shown.xlsx");
    fs::write(&file, workbook).unwrap();
    let out = saved(folder, &[file], SHOWN)?;
    let text = fs::read_to_string(out.join(format!("shown-{sheet}.csv"))).unwrap();
    Some(rows(&text))
}

/// Fields between semicolons; one in quotation marks may hold semicolons, line breaks and doubled marks.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    rows
}
