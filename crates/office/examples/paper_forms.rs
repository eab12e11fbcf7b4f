//! Prints both forms of official papers, measure by measure, into `docs/paper-forms.md`. A test compares them.

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/paper-forms.md");
    std::fs::write(path, office::paper::form::document())
}
