//! The terminal: lines for people and for other programs to `stdout`, remarks to `stderr`.
//!
//! Not here: the log of the server (`tracing`, to `stderr`).

use std::fmt::Display;
use std::io::Write as _;

/// Prints a line. A reader that went away (`| head`) is no fault of ours, so a failed write is dropped.
pub fn line(text: impl Display) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Prints a remark or a fault beside the output.
pub fn remark(text: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
