//! The program `thidua`. Everything is in the library beside it; here is only the beginning and the end.

use std::process::ExitCode;

use clap::Parser as _;
use thidua::cli;

fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    match cli::run(&cli::Line::parse()) {
        Ok(code) => code,
        Err(fault) => {
            cli::print::remark(format!("{fault:#}"));
            ExitCode::FAILURE
        }
    }
}
