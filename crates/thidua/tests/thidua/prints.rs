//! Two prints of one paper against each other: ours, and what LibreOffice makes of the Word file. Every word must stand
//! on the same page at the same place, and the pages must look the same where there are no words: rules, tables, QR code.
//!
//! Lengths are hundredths of a millimetre.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where a word stands: page, distance from the left and from the top.
type Place = (usize, i64, i64);

/// The words of a PDF with all their places, each list from the top down.
fn words(pdf: &Path) -> BTreeMap<String, Vec<Place>> {
    let out = Command::new("pdftotext").args(["-bbox"]).arg(pdf).arg("-").output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).unwrap();
    let mut found: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let mut page = 0;
    for line in text.lines().map(str::trim) {
        page += usize::from(line.starts_with("<page "));
        let Some(rest) = line.strip_prefix("<word ") else { continue };
        let word = rest.split_once('>').unwrap().1.trim_end_matches("</word>");
        let at =
            |name: &str| length(rest.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap());
        // The middle of the letters: programs differ in how much room they claim above and below them.
        found.entry(word.to_owned()).or_default().push((
            page,
            at("xMin"),
            i64::midpoint(at("yMin"), at("yMax")),
        ));
    }
    for places in found.values_mut() {
        places.sort_by_key(|(page, x, y)| (*page, *y / 300, *x));
    }
    found
}

/// Points with six decimals as hundredths of a millimetre.
fn length(points: &str) -> i64 {
    let (whole, part) = points.split_once('.').unwrap();
    let millionths: i64 = format!("{whole}{part}").parse().unwrap();
    millionths * 2_540 / 72_000_000
}

/// How far the words of two prints stand apart at most: across, and down, with the word that does.
pub fn words_apart(ours: &Path, theirs: &Path) -> ((i64, String), (i64, String)) {
    let (ours, theirs) = (words(ours), words(theirs));
    let many = |of: &BTreeMap<String, Vec<Place>>| -> BTreeMap<String, Vec<usize>> {
        of.iter().map(|(word, places)| (word.clone(), places.iter().map(|place| place.0).collect())).collect()
    };
    assert_eq!(many(&ours), many(&theirs), "other words, or on other pages");
    let (mut across, mut down) = ((0, String::new()), (0, String::new()));
    for (word, places) in &ours {
        for ((_, x, y), (_, other_x, other_y)) in places.iter().zip(&theirs[word]) {
            across = across.max(((x - other_x).abs(), word.clone()));
            down = down.max(((y - other_y).abs(), word.clone()));
        }
    }
    (across, down)
}

/// Fields across a page, each of two millimetres.
const ACROSS: usize = 105;
/// Fields down a page.
const DOWN: usize = 148;

/// The dots of one page: width, and darkness of each dot, 0 for white.
type Page = (usize, Vec<u32>);

/// The pages of a PDF as dots, four to a millimetre.
fn pages(pdf: &Path, folder: &Path, name: &str) -> Vec<Page> {
    let stem = folder.join(name);
    let out = Command::new("pdftoppm").args(["-r", "102", "-gray"]).arg(pdf).arg(&stem).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(&format!("{name}-")))
        .collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let bytes = fs::read(path).unwrap();
        fs::remove_file(path).unwrap();
        // `P5`, the width and height, the largest value, one blank, and a byte for each dot.
        let mut words = bytes.split(u8::is_ascii_whitespace);
        let told =
            words.by_ref().skip(1).take(2).map(|word| std::str::from_utf8(word).unwrap().parse::<usize>());
        let [width, height] = told.map(Result::unwrap).collect::<Vec<_>>()[..] else { panic!("no size") };
        let dots = &bytes[bytes.len() - width * height..];
        (width, dots.iter().map(|dot| u32::from(255 - *dot)).collect())
    };
    files.iter().map(read).collect()
}

/// How dark each field of a page is, the page moved down by some dots.
fn fields((width, dots): &Page, moved: usize) -> Vec<u32> {
    let height = dots.len() / width;
    let mut fields = vec![0; ACROSS * DOWN];
    for (at, dot) in dots.iter().enumerate() {
        let (x, y) = (at % width * ACROSS / width, ((at / width + moved) % height) * DOWN / height);
        fields[y * ACROSS + x] += dot;
    }
    fields
}

fn apart(one: &[u32], other: &[u32]) -> u64 {
    one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(*other))).sum()
}

/// How much ink of two prints stands elsewhere, in thousandths of what would if one of them were moved down by one
/// millimetre: 0 for the same picture, 1,000 for one that is a millimetre off. The same number of pages is asked.
pub fn pictures_apart(ours: &Path, theirs: &Path, folder: &Path, name: &str) -> u64 {
    let (ours, theirs) =
        (pages(ours, folder, &format!("{name}-a")), pages(theirs, folder, &format!("{name}-b")));
    assert_eq!(ours.len(), theirs.len(), "{name}: other pages");
    let (mut elsewhere, mut moved) = (0, 0);
    for (ours, theirs) in ours.iter().zip(&theirs) {
        let stands = fields(ours, 0);
        elsewhere += apart(&stands, &fields(theirs, 0));
        moved += apart(&stands, &fields(ours, 4));
    }
    elsewhere * 1_000 / moved.max(1)
}
