//! Takes the JSON-LD contexts that our credentials name from the npm packages into `OUT_DIR`, so that they are
//! embedded: a document is never read with a context that came over a network.
//!
//! Not here: fetching the packages. `npm ci` at the root does that, by lock file.

use std::fs;
use std::path::{Path, PathBuf};

/// What goes wrong is told to the person who builds, in words.
type Outcome<T> = Result<T, String>;

fn main() -> Outcome<()> {
    let room = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let root = room.join("../..");
    println!("cargo:rerun-if-changed={}", room.join("build.rs").display());
    println!("cargo:rerun-if-changed={}", root.join("package-lock.json").display());
    let packages = root.join("node_modules/@digitalcredentials");
    let credentials = read(&packages.join("credentials-v2-context/contexts/credentials-v2.jsonld"))?;
    put(&out, "credentials-v2.json", &credentials)?;
    let badges = read(&packages.join("open-badges-context/js/contexts/context-3.0.3.js"))?;
    put(&out, "open-badges-3.0.3.json", object_of(&badges)?)
}

#[expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts through the environment only")]
fn variable(name: &str) -> Outcome<String> {
    std::env::var(name).map_err(|fault| format!("{name}: {fault}"))
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|fault| {
        format!(
            "{} is not there ({fault}). Run `npm ci` at the root of the repository first.",
            path.display()
        )
    })
}

fn put(out: &Path, name: &str, text: &str) -> Outcome<()> {
    fs::write(out.join(name), text).map_err(|fault| format!("{name}: {fault}"))
}

/// The object that a script exports, which in this package is JSON already.
fn object_of(script: &str) -> Outcome<&str> {
    script
        .split_once("module.exports =")
        .and_then(|(_, rest)| rest.rsplit_once('}').map(|(object, _)| (object, rest)))
        .and_then(|(object, rest)| rest.get(..object.len() + 1))
        .map(str::trim)
        .ok_or_else(|| "the context of Open Badges is not an exported object".to_owned())
}
