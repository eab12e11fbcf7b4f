//! Every way in with its seeds and the same few hundred mutations of them each time, on any compiler: what
//! `./short` runs. `short` runs all, `short TARGET` one, and closes with "N passed, N failed"; a target fails by a
//! broken promise, a crash, or an input that takes longer than [`PATIENCE`].
//!
//! Not here: looking for new paths, which needs the guidance that `./run` gives.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use fuzz::TARGETS;

/// Mutations of each target's seeds.
const MUTATIONS: usize = 400;
/// How many of them repeat a piece until the input is as large as a long report.
const STRETCHED: usize = 8;
/// Size of those, in bytes.
const STRETCHED_BYTES: usize = 48 * 1024;
/// Longest time for one input; unoptimised code on a busy machine included.
const PATIENCE: Duration = Duration::from_secs(20);
/// As threads get that serve pages.
const STACK: usize = 2 * 1024 * 1024;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    match arguments.as_slice() {
        [] => all(),
        [name] => one(here, name, false),
        // Used when a target took the whole program down: the last line tells with which input.
        [name, flag] if flag == "--trace" => one(here, name, true),
        _ => {
            eprintln!("short [TARGET]");
            ExitCode::from(2)
        }
    }
}

/// Runs every target in a program of its own, because a full stack or exhausted memory ends the program.
fn all() -> ExitCode {
    let this = env::current_exe().expect("the running program has a path");
    let (mut passed, mut failed) = (0, 0);
    for (name, _) in TARGETS {
        let done = Command::new(&this).arg(name).output().expect("the program starts itself");
        print!("{}", String::from_utf8_lossy(&done.stdout));
        if done.status.success() {
            passed += 1;
            continue;
        }
        failed += 1;
        print!("{}", String::from_utf8_lossy(&done.stderr));
        if done.status.code().is_none_or(|code| code != 1) {
            let trace =
                Command::new(&this).args([name, "--trace"]).output().expect("the program starts itself");
            let lines = String::from_utf8_lossy(&trace.stdout);
            println!("{name}: ended by {} at {}", done.status, lines.lines().last().unwrap_or("its start"));
        }
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs one target.
fn one(here: &Path, name: &str, trace: bool) -> ExitCode {
    let Some((_, target)) = TARGETS.into_iter().find(|(known, _)| *known == name) else {
        eprintln!("no target is called {name}");
        return ExitCode::from(2);
    };
    fuzz::forgive_the_workbook_reader();
    let start = Instant::now();
    let inputs = inputs(here, name);
    let count = inputs.len();
    let (tell, told) = channel();
    let work = {
        let inputs = inputs.clone();
        move || {
            for (at, input) in inputs.iter().enumerate() {
                if trace {
                    println!("input {at}");
                }
                let sound = catch_unwind(AssertUnwindSafe(|| target(input))).is_ok();
                if tell.send((at, sound)).is_err() {
                    return;
                }
            }
        }
    };
    thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread starts");
    match watch(&told, count) {
        None => {
            println!("{name}: {count} inputs in {:.1} s", start.elapsed().as_secs_f32());
            ExitCode::SUCCESS
        }
        Some((at, why)) => {
            let kept = keep(here, name, &inputs[at]);
            println!("{name}: input {at} {why}; kept as {}", kept.display());
            ExitCode::from(1)
        }
    }
}

/// The first input that broke something, and what.
fn watch(told: &Receiver<(usize, bool)>, count: usize) -> Option<(usize, &'static str)> {
    for at in 0..count {
        match told.recv_timeout(PATIENCE) {
            Ok((_, true)) => {}
            Ok((at, false)) => return Some((at, "broke a promise")),
            Err(RecvTimeoutError::Timeout) => return Some((at, "took too long")),
            Err(RecvTimeoutError::Disconnected) => return Some((at, "ended its thread")),
        }
    }
    None
}

/// Writes an input down where it can be looked at.
fn keep(here: &Path, name: &str, input: &[u8]) -> PathBuf {
    let folder = here.join("artifacts").join(name);
    let file = folder.join("short");
    if let Err(fault) = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, input)) {
        eprintln!("{}: {fault}", file.display());
    }
    file
}

/// The seeds as they are, then their mutations.
fn inputs(here: &Path, name: &str) -> Vec<Vec<u8>> {
    let mut folders = vec![here.join("seeds").join(name)];
    if name == "read" {
        folders.push(here.join("../demo/articles"));
    }
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a target has seeds"))
        .map(|entry| entry.expect("a folder can be listed").path())
        .collect();
    files.sort();
    let seeds: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).expect("a seed can be read")).collect();
    assert!(!seeds.is_empty(), "{name} has no seeds");
    let words = words(here, name);
    let mut dice = Dice::new(name);
    let mut inputs = seeds.clone();
    for number in 0..MUTATIONS {
        let seed = &seeds[dice.below(seeds.len())];
        if number < STRETCHED {
            inputs.push(stretch(seed, &mut dice));
            continue;
        }
        let mut input = seed.clone();
        for _ in 0..=dice.below(6) {
            mutate(&mut input, &seeds, &words, &mut dice);
        }
        inputs.push(input);
    }
    inputs
}

/// The words of the dictionary that `./run` gives the target too.
fn words(here: &Path, name: &str) -> Vec<Vec<u8>> {
    let dictionary = match name {
        _ if name.starts_with("html")
            || name.starts_with("docx")
            || name.starts_with("xlsx")
            || name.starts_with("ods") =>
        {
            "markup"
        }
        _ if name.starts_with("pdf") => "pdf",
        "eml" => "mail",
        _ => "words",
    };
    let text =
        fs::read_to_string(here.join("dict").join(format!("{dictionary}.dict"))).expect("a dictionary");
    let quoted = |line: &str| line.strip_prefix('"')?.strip_suffix('"').map(unescape);
    text.lines().filter_map(quoted).collect()
}

/// `\xNN`, `\"` and `\\` as what they stand for.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match (byte, byte == b'\\') {
            (_, true) => match bytes.next() {
                Some(b'x') => {
                    let digits: String = bytes.by_ref().take(2).map(char::from).collect();
                    out.push(u8::from_str_radix(&digits, 16).expect("two hexadecimal digits"));
                }
                Some(other) => out.push(other),
                None => {}
            },
            (other, false) => out.push(other),
        }
    }
    out
}

/// A piece of the seed, repeated: what is quadratic shows here.
fn stretch(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let (from, to) = dice.range(seed.len(), 64);
    let (head, tail) = seed.split_at(from);
    let piece = if from == to { b"1" } else { &seed[from..to] };
    let mut out = head.to_vec();
    while out.len() < STRETCHED_BYTES {
        out.extend_from_slice(piece);
    }
    out.extend_from_slice(tail);
    out
}

/// One change.
fn mutate(input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[Vec<u8>], dice: &mut Dice) {
    let (from, to) = dice.range(input.len(), 64);
    match dice.below(8) {
        0 => drop(input.drain(from..to)),
        1 => {
            let piece = input[from..to].to_vec();
            for _ in 0..=dice.below(9) {
                input.splice(to..to, piece.iter().copied());
            }
        }
        2 | 3 => {
            let word = &words[dice.below(words.len())];
            input.splice(from..from, word.iter().copied());
        }
        4 => {
            let word = &words[dice.below(words.len())];
            input.splice(from..to, word.iter().copied());
        }
        5 => {
            let other = &seeds[dice.below(seeds.len())];
            let (start, end) = dice.range(other.len(), 512);
            input.splice(from..from, other[start..end].iter().copied());
        }
        6 => {
            if let Some(byte) = input.get_mut(from) {
                *byte ^= 1 << dice.below(8);
            }
        }
        _ => input.truncate(to),
    }
}

/// Numbers that look random and are the same in every run: Marsaglia's xorshift with 64 bits.
struct Dice(u64);

impl Dice {
    fn new(name: &str) -> Self {
        Self(
            name.bytes().fold(0x9e37_79b9_7f4a_7c15, |seed, byte| {
                (seed ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
            }),
        )
    }

    /// A number below `limit`; 0 when there is none.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).map_or(0, |number| number.checked_rem(limit).unwrap_or(0))
    }

    /// A range of at most `longest` within `0..size`.
    fn range(&mut self, size: usize, longest: usize) -> (usize, usize) {
        let from = self.below(size + 1);
        (from, from + self.below(longest.min(size - from) + 1))
    }
}
