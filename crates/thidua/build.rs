//! Gathers what the pages need beside their HTML: fonts and icons from the npm packages, the stylesheet, the script.
//!
//! Everything lands in `OUT_DIR/assets` and is embedded from there, so the program stays one file. The icons are
//! those that templates and pages name; one that the icon set lacks stops the build instead of leaving a gap.
//! Not here: fetching the packages. `npm ci` at the root does that, by lock file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What goes wrong is told to the person who builds, in words.
type Outcome<T> = Result<T, String>;

const FONTS: [(&str, &str); 2] = [
    ("noto-sans-latin-wght-normal.woff2", "latin.woff2"),
    ("noto-sans-vietnamese-wght-normal.woff2", "vietnamese.woff2"),
];

/// Fonts of papers and certificates: package, style, file.
const PAPER_FONTS: [(&str, &str, &str); 8] = [
    ("tinos", "400Regular", "Tinos_400Regular.ttf"),
    ("tinos", "700Bold", "Tinos_700Bold.ttf"),
    ("tinos", "400Regular_Italic", "Tinos_400Regular_Italic.ttf"),
    ("tinos", "700Bold_Italic", "Tinos_700Bold_Italic.ttf"),
    ("noto-serif", "400Regular", "NotoSerif_400Regular.ttf"),
    ("noto-serif", "700Bold", "NotoSerif_700Bold.ttf"),
    ("noto-serif", "400Regular_Italic", "NotoSerif_400Regular_Italic.ttf"),
    ("noto-serif", "700Bold_Italic", "NotoSerif_700Bold_Italic.ttf"),
];

/// The two files' own ranges: the browser fetches the second only for pages with Vietnamese letters.
const FACES: &str = concat!(
    "@font-face{font-family:\"Noto Sans\";font-style:normal;font-weight:100 900;font-display:swap;",
    "src:url(latin.woff2) format(\"woff2\");unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,",
    "U+02DA,U+02DC,U+2000-206F,U+2190-2193,U+2212,U+2215}\n",
    "@font-face{font-family:\"Noto Sans\";font-style:normal;font-weight:100 900;font-display:swap;",
    "src:url(vietnamese.woff2) format(\"woff2\");unicode-range:U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,",
    "U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB}\n"
);

/// What only one room's pages need, loaded by them beside the common sheet: a page carries no other room's weight.
const ROOM_SHEETS: [&str; 7] =
    ["award.css", "entry.css", "filing.css", "form.css", "reading.css", "rollup.css", "verify.css"];

/// The scripts: the common one, and those of the monthly form, which works without a network.
const SCRIPTS: [&str; 3] = ["thidua.js", "monthly.js", "monthly-sw.js"];

fn main() -> Outcome<()> {
    let room = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?).join("assets");
    let root = room.join("../..");
    let packages = root.join("node_modules");
    for watched in ["assets", "templates", "src/web", "build.rs"] {
        println!("cargo:rerun-if-changed={}", room.join(watched).display());
    }
    println!("cargo:rerun-if-changed={}", root.join("package-lock.json").display());
    fs::create_dir_all(&out).map_err(|fault| format!("{}: {fault}", out.display()))?;

    let fonts = PathBuf::from(variable("OUT_DIR")?).join("fonts");
    fs::create_dir_all(&fonts).map_err(|fault| format!("{}: {fault}", fonts.display()))?;
    for (package, style, file) in PAPER_FONTS {
        let bytes = package_file(&packages.join("@expo-google-fonts").join(package).join(style).join(file))?;
        fs::write(fonts.join(file), bytes).map_err(|fault| format!("{file}: {fault}"))?;
    }

    let mut everything = Vec::new();
    for (file, name) in FONTS {
        let bytes = package_file(&packages.join("@fontsource-variable/noto-sans/files").join(file))?;
        put(&out, name, &bytes, &mut everything)?;
    }
    let icons = packages.join("@tabler/icons/icons");
    put(&out, "icons.svg", sprite(&icons, &icon_names(&room)?)?.as_bytes(), &mut everything)?;
    let tokens = text(&room.join("assets/tokens.css"))?;
    let sheet = text(&room.join("assets/thidua.css"))?;
    put(&out, "thidua.css", format!("{FACES}{tokens}\n{sheet}").as_bytes(), &mut everything)?;
    for room_sheet in ROOM_SHEETS {
        let sheet = text(&room.join("assets/rooms").join(room_sheet))?;
        put(&out, room_sheet, sheet.as_bytes(), &mut everything)?;
    }
    for script in SCRIPTS {
        let source = text(&room.join("assets").join(script))?;
        put(&out, script, lean(&source).as_bytes(), &mut everything)?;
    }
    println!("cargo:rustc-env=THIDUA_ASSETS={:016x}", fingerprint(&everything));
    Ok(())
}

/// A script without its indentation and without lines that are comments alone: nobody reads it in the browser.
fn lean(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut within = false;
    for line in script.lines().map(str::trim) {
        let opens = line.starts_with("/*");
        let skipped = within || opens || line.is_empty() || line.starts_with("//");
        if within || opens {
            within = !line.ends_with("*/");
        }
        if !skipped {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts through the environment only")]
fn variable(name: &str) -> Outcome<String> {
    std::env::var(name).map_err(|fault| format!("{name}: {fault}"))
}

fn package_file(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|fault| {
        format!(
            "{} is not there ({fault}). Run `npm ci` at the root of the repository first.",
            path.display()
        )
    })
}

fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|fault| format!("{}: {fault}", path.display()))
}

fn put(out: &Path, name: &str, bytes: &[u8], everything: &mut Vec<u8>) -> Outcome<()> {
    everything.extend_from_slice(bytes);
    fs::write(out.join(name), bytes).map_err(|fault| format!("{name}: {fault}"))
}

/// Every icon named in a template or a page: `icon("home")`.
fn icon_names(room: &Path) -> Outcome<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    let mut folders = vec![room.join("templates"), room.join("src/web")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|fault| format!("{}: {fault}", folder.display()))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let page = text(&path)?;
                let calls = page.split("icon(\"").skip(1).filter_map(|rest| rest.split('"').next());
                names.extend(calls.map(str::to_owned));
            }
        }
    }
    Ok(names)
}

/// One file with a symbol per icon; pages point into it.
fn sprite(icons: &Path, names: &BTreeSet<String>) -> Outcome<String> {
    let mut sprite = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for name in names {
        let bytes = package_file(&icons.join("outline").join(format!("{name}.svg")))
            .map_err(|missing| format!("icon {name:?}: {missing}"))?;
        let source = String::from_utf8(bytes).map_err(|fault| format!("icon {name}: {fault}"))?;
        let inner = source
            .split_once('>')
            .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
            .map(|(inner, _)| inner.replace("<path stroke=\"none\" d=\"M0 0h24v24H0z\" fill=\"none\" />", ""))
            .ok_or_else(|| format!("icon {name}: not an SVG file"))?;
        let inner = inner.split_whitespace().collect::<Vec<_>>().join(" ");
        sprite.push_str("<symbol id=\"");
        sprite.push_str(name);
        sprite.push_str("\" viewBox=\"0 0 24 24\">");
        sprite.push_str(&inner);
        sprite.push_str("</symbol>\n");
    }
    sprite.push_str("</svg>\n");
    Ok(sprite)
}

/// FNV-1a: a name for caches, not a safeguard.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
