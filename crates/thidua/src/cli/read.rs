//! `thidua read`: reads reports without any database, and prints what was found.
//!
//! Files are read one after the other and printed as soon as they are read; a file that cannot be read is told and
//! the rest go on. Not here: keeping documents and deciding on proposals (`web`, `acts::document`).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lang::Lang;
use lang::number;
use reader::{Options, Qualifier, Reading};

use super::print;
use crate::intake::{self, Text};

/// Which files to read and how to print them.
#[derive(Debug, Clone, clap::Args)]
pub struct Read {
    /// In JSON, mỗi tệp một dòng.
    #[arg(long)]
    json: bool,
    /// Ghi mỗi tệp một kết quả TÊN.json vào thư mục này.
    #[arg(long, value_name = "THƯ MỤC")]
    out: Option<PathBuf>,
    /// Các tệp .txt, .html, .docx, .pdf, .xlsx, .xls, .ods, .csv, .eml.
    #[arg(required = true, value_name = "TỆP")]
    files: Vec<PathBuf>,
}

/// Reads the files; fails when any of them could not be read.
pub fn run(read: &Read) -> anyhow::Result<ExitCode> {
    if let Some(out) = &read.out {
        fs::create_dir_all(out).map_err(|fault| anyhow::anyhow!("{}: {fault}", out.display()))?;
    }
    let mut failed = false;
    let mut written = BTreeSet::new();
    for file in &read.files {
        if let Err(why) = one(read, file, &mut written) {
            print::remark(format!("{}: {why}", file.display()));
            failed = true;
        }
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Reads one file and prints it. The error is a sentence for the person.
fn one(read: &Read, file: &Path, written: &mut BTreeSet<PathBuf>) -> Result<(), String> {
    let bytes = bytes_of(file)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = intake::text_of(&name, &bytes)
        .map_err(|refusal| intake::sentence(&refusal, Lang::Vi.words()).to_owned())?;
    let reading = reader::read(&text.content, &Options::default());
    if let Some(out) = &read.out {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let target = out.join(format!("{stem}.json"));
        if !written.insert(target.clone()) {
            return Err(format!("Đã có {} từ một tệp cùng tên. Đổi tên tệp.", target.display()));
        }
        return fs::write(&target, format!("{:#}\n", json(&text, &reading)))
            .map_err(|fault| format!("Không ghi được {}: {fault}", target.display()));
    }
    if read.json {
        print::line(json(&text, &reading));
    } else {
        table(file, &text, &reading);
    }
    Ok(())
}

/// The file's bytes. A file beyond the limit is not loaded at all.
fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    let length = fs::metadata(file).map_err(|fault| opening(&fault))?.len();
    let limit = office::limits::UPLOAD_BYTES;
    if length > u64::try_from(limit).unwrap_or(u64::MAX) {
        let size = usize::try_from(length).unwrap_or(usize::MAX);
        let refusal = office::intake::IntakeRefusal::Hazard(office::Hazard::TooLarge { size, limit });
        return Err(intake::sentence(&refusal, Lang::Vi.words()).to_owned());
    }
    fs::read(file).map_err(|fault| opening(&fault))
}

fn opening(fault: &std::io::Error) -> String {
    if fault.kind() == std::io::ErrorKind::NotFound {
        "Không có tệp này.".to_owned()
    } else {
        format!("Không mở được tệp: {fault}")
    }
}

/// The reading in the exchange schema. Where the file itself does not hold the text (Word, HTML), the text comes
/// along, because without it the spans would point nowhere.
fn json(text: &Text, reading: &Reading) -> serde_json::Value {
    let mut value = reading.to_json(&text.content);
    if !text.as_given
        && let Some(map) = value.as_object_mut()
    {
        map.insert("text".to_owned(), serde_json::Value::String(text.content.clone()));
    }
    value
}

/// The reading for people: one line a fact, with the words and the place they stand at.
fn table(file: &Path, text: &Text, reading: &Reading) {
    print::line(format!("── {} ({})", file.display(), intake::kind_code(text.kind)));
    for (name, found) in sections(reading) {
        if found.is_empty() {
            continue;
        }
        print::line(name);
        for fact in found {
            print::line(format!("  {:>22}  {}", fact.value, fact.words));
            let words = domain::text::clean(&fact.source);
            print::line(format!("  {:>22}  {}: “{words}”", "", fact.place));
        }
    }
    print::line("");
}

/// One printed fact.
struct Fact {
    value: String,
    words: String,
    place: String,
    source: String,
}

impl Fact {
    fn new(mention: &reader::Mention, value: String, words: String) -> Self {
        let place =
            mention.spans.first().map_or_else(String::new, |span| format!("{}–{}", span.start, span.end));
        Self { value, words, place, source: mention.source.clone() }
    }
}

fn sections(reading: &Reading) -> [(&'static str, Vec<Fact>); 6] {
    let citations = reading.citations.iter().map(|one| {
        let date = one.date.map(|date| date.to_string()).unwrap_or_default();
        Fact::new(&one.mention, format!("{} {}", one.kind, one.number), date)
    });
    [
        ("Số liệu", reading.indicators.iter().map(indicator).collect()),
        ("Tỷ lệ", reading.percentages.iter().map(percentage).collect()),
        ("Khen thưởng", reading.awards.iter().map(award).collect()),
        ("Học tập", reading.sessions.iter().map(session).collect()),
        ("Văn bản", citations.collect()),
        (
            "Mô hình",
            reading
                .models
                .iter()
                .map(|one| Fact::new(&one.mention, String::new(), one.name.clone()))
                .collect(),
        ),
    ]
}

fn bound(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "",
        Qualifier::MoreThan => "hơn ",
        Qualifier::Nearly => "gần ",
        Qualifier::About => "khoảng ",
        Qualifier::UpTo => "đến ",
    }
}

fn count(value: i64) -> String {
    number::integer(value, Lang::Vi)
}

fn indicator(one: &reader::Indicator) -> Fact {
    let mut value = format!("{}{}", bound(one.qualifier), count(one.value));
    if one.thousandths != 0 {
        let digits = format!("{:03}", one.thousandths);
        value.push(',');
        value.push_str(digits.trim_end_matches('0'));
    }
    if let Some(of) = one.of {
        value.push('/');
        value.push_str(&count(of));
    }
    Fact::new(&one.mention, format!("{value} {}", one.unit), one.label.clone())
}

fn percentage(one: &reader::Percentage) -> Fact {
    let value = number::percent_thousandths(one.thousandths, Lang::Vi);
    Fact::new(&one.mention, format!("{}{value}", bound(one.qualifier)), one.label.clone())
}

fn award(one: &reader::Award) -> Fact {
    let parts = [
        (one.collectives, "tập thể"),
        (one.individuals, "cá nhân"),
        (one.combined, "tập thể và cá nhân"),
        (one.households, "hộ"),
    ];
    let counts: Vec<String> =
        parts.iter().filter_map(|(many, whom)| many.map(|many| format!("{} {whom}", count(many)))).collect();
    let by = one.by.as_ref().map_or_else(String::new, |by| format!(" · {by}"));
    Fact::new(
        &one.mention,
        format!("{}{}", bound(one.qualifier), counts.join(", ")),
        format!("{}{by}", one.form),
    )
}

fn session(one: &reader::StudySession) -> Fact {
    let parts = [(one.classes, "lớp"), (one.points, "điểm cầu"), (one.attendees, "lượt người")];
    let counts: Vec<String> =
        parts.iter().filter_map(|(many, what)| many.map(|many| format!("{} {what}", count(many)))).collect();
    Fact::new(&one.mention, format!("{}{}", bound(one.qualifier), counts.join(", ")), one.label.clone())
}
