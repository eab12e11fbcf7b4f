//! Printed papers read back, by pdftotext and by our own reader, and compared with the Word file as LibreOffice
//! prints it.

use std::process::Command;

use super::{Printed, write};
use crate::face::tests::tinos;
use crate::intake::intake;
use crate::letter::tests::{expected, is_there, pdf_text, shelf, words};
use crate::paper::form::Form;
use crate::paper::{Align, Paper};
use crate::paper::{Block, Cell, Column, Row, Run, Table, samples};

fn printed(paper: &Paper) -> Printed {
    write(paper, &tinos()).unwrap()
}

#[test]
fn what_a_paper_says_is_read_back_from_its_pdf() {
    let folder = shelf("print");
    for (name, paper) in samples::all() {
        let found = printed(&paper);
        assert_eq!(found.missing, "", "{name}");
        let path = folder.join(format!("{name}.pdf"));
        std::fs::write(&path, &found.bytes).unwrap();
        let ours = intake(&format!("{name}.pdf"), &found.bytes).unwrap();
        let read = words(&ours.text).join(" ");
        for line in expected(&paper) {
            assert!(words(&line).iter().all(|word| read.contains(word)), "{name}: {line}");
        }
        if is_there("pdftotext") {
            let theirs = words(&pdf_text(&path)).join(" ");
            for line in expected(&paper) {
                assert!(theirs.contains(&line), "{name}: {line}\n{theirs}");
            }
        }
    }
}

#[test]
fn every_name_of_a_long_list_is_there_with_its_marks_and_every_page_has_the_head() {
    let paper = samples::decision(Form::Party, 120);
    let found = printed(&paper);
    let read = intake("a.pdf", &found.bytes).unwrap().text;
    for name in samples::NAMES {
        assert_eq!(read.matches(name).count(), 10, "{name}");
    }
    assert_eq!(read.matches("STT").count(), found.pages - 1, "the first page has no list");
    assert!(read.contains("một trăm hai mươi cá nhân"));
}

#[test]
fn the_word_file_and_the_pdf_say_the_same_words() {
    for (name, paper) in samples::all() {
        let pdf = intake("a.pdf", &printed(&paper).bytes).unwrap().text;
        let word = intake("a.docx", &crate::letter::write(&paper).unwrap()).unwrap().text;
        let pdf = words(&pdf).join(" ");
        for word in words(&word) {
            assert!(pdf.contains(word.trim_end_matches(',')), "{name}: {word}");
        }
    }
}

#[test]
fn the_word_file_printed_by_libreoffice_has_the_pages_of_the_pdf() {
    if !is_there("soffice") || !is_there("pdfinfo") {
        return;
    }
    let folder = shelf("pages");
    let mut papers = Vec::new();
    for (name, paper) in samples::all() {
        let path = folder.join(format!("{name}.docx"));
        std::fs::write(&path, crate::letter::write(&paper).unwrap()).unwrap();
        papers.push((path, printed(&paper).pages));
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let out = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .args(papers.iter().map(|(path, _)| path))
        .output()
        .unwrap();
    assert!(out.status.success());
    for (path, pages) in papers {
        let about = Command::new("pdfinfo").arg(path.with_extension("pdf")).output().unwrap();
        let about = String::from_utf8(about.stdout).unwrap();
        let line = about.lines().find(|line| line.starts_with("Pages:")).unwrap();
        let theirs: usize = line.trim_start_matches("Pages:").trim().parse().unwrap();
        // LibreOffice kerns and keeps a paragraph away from a table it must stay with, and a row of a long list may
        // fall on either side of the end of a page: one page is possible either way.
        assert!(theirs.abs_diff(pages) <= 1, "{}: {theirs}, ours {pages}", path.display());
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(printed(&samples::party_report()), printed(&samples::party_report()));
}

#[test]
fn letters_that_the_font_lacks_are_told() {
    let mut paper = samples::proposal(Form::State);
    paper.body.push(Block::paragraph("Biểu tượng 🏅 và chữ 好."));
    assert_eq!(printed(&paper).missing, "🏅好");
}

#[test]
fn a_row_taller_than_a_page_is_cut_between_lines_and_loses_nothing() {
    let long = (1..=900).map(|number| format!("dòng{number}")).collect::<Vec<_>>().join(" ");
    let mut paper = samples::proposal(Form::Party);
    paper.body.push(Block::Table(Table {
        columns: vec![Column::new(1, Align::Left), Column::new(3, Align::Left)],
        head: vec![Row::plain(["Tên", "Nội dung"])],
        rows: vec![Row { cells: vec![Cell::plain("A"), Cell::plain(long)], ..Row::default() }],
        ..Table::default()
    }));
    let found = printed(&paper);
    let read = intake("a.pdf", &found.bytes).unwrap().text;
    for number in 1..=900 {
        assert!(read.contains(&format!("dòng{number}")), "{number}");
    }
    assert!(found.pages >= 3, "{}", found.pages);
}

#[test]
fn a_very_long_word_stays_on_the_sheet() {
    let mut paper = samples::proposal(Form::Party);
    paper.body.push(Block::Paragraph(vec![Run::plain("Ẩ".repeat(500))]));
    let read = intake("a.pdf", &printed(&paper).bytes).unwrap().text;
    assert_eq!(read.matches('Ẩ').count(), 500);
}

#[test]
fn fonts_are_inside_and_the_file_is_for_the_archive() {
    let path = shelf("print").join("kiem-tra.pdf");
    std::fs::write(&path, printed(&samples::party_report()).bytes).unwrap();
    if !is_there("pdffonts") {
        return;
    }
    let run = |program: &str| {
        let out = Command::new(program).arg(&path).output().unwrap();
        String::from_utf8(out.stdout).unwrap()
    };
    let fonts = run("pdffonts");
    assert!(
        fonts.lines().skip(2).all(|line| line.contains("Tinos") && line.contains("yes yes yes")),
        "{fonts}"
    );
    let about = run("pdfinfo");
    assert!(about.contains("Tagged:          yes"), "{about}");
    assert!(about.contains("A4") && about.contains("BÁO CÁO"), "{about}");
}
