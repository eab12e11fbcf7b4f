//! Prints the permission matrix into `docs/permissions.md`. A test compares that file with the rules.

#[path = "../tests/acts/matrix.rs"]
mod matrix;

fn main() -> std::io::Result<()> {
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/permissions.md"), matrix::printed())
}
