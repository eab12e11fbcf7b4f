//! Word files read back: by our own reader, and by LibreOffice, which must print them without repair.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::write;
use crate::intake::{BlockKind, intake};
use crate::paper::form::Form;
use crate::paper::{Paper, samples};

fn part(bytes: &[u8], name: &str) -> String {
    let mut container = crate::container::Container::open(bytes).unwrap();
    String::from_utf8(container.read(name).unwrap().unwrap()).unwrap()
}

/// Where finished samples lie, to be looked at: `target/papers`.
pub(crate) fn shelf(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/papers").join(name);
    std::fs::create_dir_all(&path).unwrap();
    path.canonicalize().unwrap()
}

/// Whether a program is installed here; `./test` installs those that matter.
pub(crate) fn is_there(program: &str) -> bool {
    Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .output()
        .is_ok_and(|out| out.status.success())
}

pub(crate) fn pdf_text(path: &Path) -> String {
    let out = Command::new("pdftotext").args(["-layout"]).arg(path).arg("-").output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// Words in their sequence; how they are spread over lines does not matter.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn what_a_paper_says_is_read_back_from_its_word_file() {
    for (name, paper) in samples::all() {
        let bytes = write(&paper).unwrap();
        let taken = intake(&format!("{name}.docx"), &bytes).unwrap();
        for expected in expected(&paper) {
            assert!(taken.text.contains(&expected), "{name}: {expected:?} is not in\n{}", taken.text);
        }
        assert!(taken.notes.is_empty(), "{name}: {:?}", taken.notes);
    }
}

/// Head, number line, date, signature and recipients, from the form's own table.
pub(crate) fn expected(paper: &Paper) -> Vec<String> {
    let rules = paper.form.rules();
    let mut lines: Vec<String> = rules.nation.value.iter().map(|(words, _)| (*words).to_owned()).collect();
    lines.extend(paper.head.parent.iter().chain(&paper.head.issuer).cloned());
    lines.push("Cần Thơ, ngày 05 tháng 02 năm 2026".to_owned());
    let number = paper.number.as_ref().unwrap();
    lines.push(match paper.form {
        Form::Party => format!("Số 05-{}/ĐU", number.kind),
        Form::State => format!("Số: 05/{}-SNV", number.kind),
    });
    if !paper.recipients.is_empty() {
        lines.push(rules.recipients_word.value.0.to_owned());
        let last = paper.recipients.last().unwrap();
        lines.push(format!("- {last}."));
        lines.push(match paper.form {
            Form::Party => "T/M BAN THƯỜNG VỤ".to_owned(),
            Form::State => "KT. GIÁM ĐỐC".to_owned(),
        });
    }
    lines
}

#[test]
fn the_body_closes_as_its_form_closes() {
    let text = |paper: &Paper| intake("a.docx", &write(paper).unwrap()).unwrap().text;
    assert!(text(&samples::state_report()).contains("của Sở Nội vụ./."));
    assert!(text(&samples::proposal(Form::Party)).contains("- Biên bản họp Hội đồng.\n"));
    let report = text(&samples::party_report());
    for heading in ["I- KẾT QUẢ THỰC HIỆN", "1. Công tác", "a) Về nêu gương", "2. Số liệu", "II- HẠN CHẾ"]
    {
        assert!(report.contains(heading), "{heading}");
    }
    assert!(text(&samples::state_report()).contains("I. KẾT QUẢ THỰC HIỆN"));
    assert!(text(&samples::decision(Form::Party, 3)).contains("Điều 3. Văn phòng"));
}

#[test]
fn headings_tables_notes_and_bound_figures_are_what_they_claim_to_be() {
    let bytes = write(&samples::party_report()).unwrap();
    let taken = intake("a.docx", &bytes).unwrap();
    let headings =
        taken.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading { .. })).count();
    assert!(headings >= 5, "{headings}");
    assert!(taken.blocks.iter().any(|block| block.kind == BlockKind::Footnote));
    let heading_cell = BlockKind::Cell { table: 2, row: 1, column: 4, columns: 3, rows: 1 };
    assert!(taken.blocks.iter().any(|block| block.kind == heading_cell), "{:#?}", taken.blocks);
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains(r#"<w:tag w:val="cay-xanh/2025"/>"#));
    assert!(document.contains("<w:tblHeader/>"));
    assert!(document.contains(r#"w:orient="landscape""#));
}

#[test]
fn margins_letters_and_lines_are_the_forms() {
    for form in [Form::Party, Form::State] {
        let bytes = write(&samples::minutes(form)).unwrap();
        let document = part(&bytes, "word/document.xml");
        let rules = form.rules();
        let margins = format!(
            r#"<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}""#,
            rules.top.value.twips(),
            rules.right.value.twips(),
            rules.bottom.value.twips(),
            rules.left.value.twips()
        );
        assert!(document.contains(&margins), "{margins}");
        assert!(part(&bytes, "word/styles.xml").contains("Times New Roman"));
    }
    let party = part(&write(&samples::minutes(Form::Party)).unwrap(), "word/document.xml");
    assert!(party.contains(r#"w:line="360" w:lineRule="exact""#), "18 pt");
    assert!(party.contains(r#"w:top="1134" w:right="850" w:bottom="1134" w:left="1701""#));
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(write(&samples::party_report()).unwrap(), write(&samples::party_report()).unwrap());
}

#[test]
fn hostile_words_stay_words() {
    let mut paper = samples::proposal(Form::Party);
    paper.subject = "</w:t><script>&\u{0}\u{b}".to_owned();
    paper.recipients = vec!["\"]]>".to_owned()];
    let taken = intake("a.docx", &write(&paper).unwrap()).unwrap();
    assert!(taken.text.contains("</w:t><script>&"));
}

#[test]
fn libreoffice_prints_every_paper_and_says_the_same() {
    if !is_there("soffice") || !is_there("pdftotext") {
        return;
    }
    let folder = shelf("letter");
    let mut sources = Vec::new();
    for (name, paper) in samples::all() {
        let path = folder.join(format!("{name}.docx"));
        std::fs::write(&path, write(&paper).unwrap()).unwrap();
        let _ = std::fs::remove_file(path.with_extension("pdf"));
        sources.push((path, paper));
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let out = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .args(sources.iter().map(|(path, _)| path))
        .output()
        .unwrap();
    assert!(out.status.success());
    for (path, paper) in &sources {
        let printed = path.with_extension("pdf");
        assert!(printed.exists(), "LibreOffice made nothing of {}", path.display());
        let found = words(&pdf_text(&printed)).join(" ");
        let ours = intake("a.docx", &std::fs::read(path).unwrap()).unwrap();
        for line in expected(paper) {
            for word in words(&line) {
                assert!(found.contains(&word), "{}: {word}", path.display());
            }
        }
        // Every word of the paper is on the printed sheets, names with their marks among them.
        for word in words(&ours.text) {
            // A note's number stands between a word and the comma behind it.
            let bare = word.trim_end_matches(',');
            assert!(found.contains(bare), "{}: {word}", path.display());
        }
    }
}
