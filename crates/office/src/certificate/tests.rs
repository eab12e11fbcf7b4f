//! Certificates read back, letter by letter, and their pages left in `target/papers` to be looked at.

use std::ops::ControlFlow;

use jiff::civil::{DateTime, date};

use super::batch::scaled;
use super::{
    Batch, BatchFault, Certificate, Field, Layout, Offset, ProofSheet, Reason, Sheet, batch, calibration,
    check, proof_sheet,
};
use crate::face::tests::{noto_serif, tinos};
use crate::intake::intake;
use crate::letter::tests::shelf;
use crate::paper::{Length, samples::NAMES};

const MADE: DateTime = DateTime::constant(2024, 5, 10, 8, 0, 0, 0);

pub(crate) fn certificate(name: &str, number: usize) -> Certificate {
    Certificate {
        heading: "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned(),
        authority: "BAN THƯỜNG VỤ ĐẢNG ỦY KHỐI CƠ QUAN DÂN CHÍNH ĐẢNG\nTHÀNH PHỐ CẦN THƠ".to_owned(),
        gives: "TẶNG".to_owned(),
        kind: "GIẤY KHEN".to_owned(),
        name: format!("Đồng chí {}", name.to_uppercase()),
        about: "Chi bộ Văn phòng, Đảng bộ Sở Y tế thành phố Cần Thơ".to_owned(),
        achievement: "Đã có thành tích xuất sắc trong thực hiện Kết luận số 01-KL/TW của Bộ Chính trị (khóa XIII) về học tập \
                      và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, giai đoạn 2021 - 2024"
            .to_owned(),
        decision: "Quyết định số 142-QĐ/ĐUK\nngày 10 tháng 5 năm 2024".to_owned(),
        register: format!("Vào sổ khen thưởng số {number}"),
        place: "Cần Thơ, ngày 16 tháng 5 năm 2024".to_owned(),
        post: "T/M BAN THƯỜNG VỤ\nBÍ THƯ".to_owned(),
        signer: "Nguyễn Văn Bền".to_owned(),
        address: format!("https://thidua.example.vn/xm/GK-2024-{number:04}-7F3K"),
        code: format!("Xác minh: thidua.example.vn/xm\nMã GK-2024-{number:04}-7F3K"),
    }
}

fn twelve() -> Vec<Certificate> {
    (1..).zip(NAMES).map(|(number, name)| certificate(name, number)).collect()
}

fn bytes(certificates: &[Certificate], layout: &Layout) -> Vec<u8> {
    match batch(certificates, layout, &noto_serif(), "Giấy khen", MADE, |_| ControlFlow::Continue(())) {
        Ok(Batch::Printed { bytes, pages }) => {
            assert_eq!(pages, certificates.len());
            bytes
        }
        other => panic!("{other:?}"),
    }
}

fn text(bytes: &[u8]) -> String {
    intake("a.pdf", bytes).unwrap().text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_heading_of_the_state_has_room_for_its_two_lines() {
    let folder = shelf("certificate");
    let state = Certificate {
        heading: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc".to_owned(),
        authority: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG".to_owned(),
        kind: "BẰNG KHEN".to_owned(),
        name: "Ông (bà) ĐẶNG THUỲ ẨN".to_owned(),
        post: "CHỦ TỊCH".to_owned(),
        ..certificate("Đặng Thuỳ Ẩn", 1)
    };
    for (name, sheet) in [("a4", Sheet::A4), ("a3", Sheet::A3)] {
        let file = bytes(std::slice::from_ref(&state), &Layout::own(sheet));
        std::fs::write(folder.join(format!("nha-nuoc-{name}.pdf")), &file).unwrap();
        assert!(text(&file).contains("VIỆT NAM Độc lập - Tự do - Hạnh phúc CHỦ TỊCH ỦY BAN"), "{name}");
    }
}

#[test]
fn every_name_is_read_back_with_its_marks_on_blank_and_on_printed_stock() {
    let folder = shelf("certificate");
    for (name, layout) in [
        ("a4", Layout::own(Sheet::A4)),
        ("a3", Layout::own(Sheet::A3)),
        ("in-de", Layout::overprint(Sheet::A4, Offset { right: Length::mm(2), down: Length::mm(-1) })),
    ] {
        let file = bytes(&twelve(), &layout);
        std::fs::write(folder.join(format!("{name}.pdf")), &file).unwrap();
        let read = text(&file);
        for (number, person) in (1..).zip(NAMES) {
            assert_eq!(
                read.matches(&format!("Đồng chí {}", person.to_uppercase())).count(),
                1,
                "{name}: {person}"
            );
            assert!(read.contains(&format!("Vào sổ khen thưởng số {number}")), "{name}");
            assert!(read.contains(&format!("Mã GK-2024-{number:04}-7F3K")), "{name}");
        }
        assert_eq!(read.contains("GIẤY KHEN"), name != "in-de", "printed stock has its heading already");
    }
}

#[test]
fn what_does_not_fit_is_told_with_its_number_and_nothing_is_printed() {
    let mut all = twelve();
    all[3].name = "Đồng chí ".to_owned() + &"NGUYỄN ".repeat(60);
    all[7].about = "Chi bộ 好".to_owned();
    let layout = Layout::own(Sheet::A4);
    let found = check(&all, &layout, &noto_serif());
    let told: Vec<_> = found.iter().map(|misfit| (misfit.at, misfit.field, misfit.reason.clone())).collect();
    assert_eq!(
        told,
        [(3, Field::Name, Reason::TooLong), (7, Field::About, Reason::Letters("好".to_owned()))]
    );
    let refused = batch(&all, &layout, &noto_serif(), "", MADE, |_| ControlFlow::Continue(()));
    assert!(matches!(refused, Err(BatchFault::Misfits(misfits)) if misfits.len() == 2));
}

#[test]
fn a_batch_tells_how_far_it_is_and_stops_when_told() {
    let mut heard = Vec::new();
    let ended = batch(&twelve(), &Layout::own(Sheet::A4), &noto_serif(), "", MADE, |done| {
        heard.push(done);
        if done == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(ended.unwrap(), Batch::Stopped { after: 5 });
    assert_eq!(heard, [1, 2, 3, 4, 5]);
}

#[test]
fn an_offset_moves_every_text_by_itself() {
    let at = |offset| {
        let layout = Layout::overprint(Sheet::A4, offset);
        scaled(&layout).iter().map(|place| (place.left, place.top)).collect::<Vec<_>>()
    };
    let moved = at(Offset { right: Length::hundredths_mm(150), down: Length::hundredths_mm(-75) });
    for ((x, y), (left, top)) in moved.into_iter().zip(at(Offset::default())) {
        assert_eq!((x - left, y - top), (Length::hundredths_mm(150), Length::hundredths_mm(-75)));
    }
}

#[test]
fn the_calibration_page_says_what_to_measure() {
    let offset = Offset { right: Length::hundredths_mm(150), down: Length::ZERO };
    let file = calibration(Sheet::A4, offset, &tinos(), MADE).unwrap();
    std::fs::write(shelf("certificate").join("can-chinh.pdf"), &file).unwrap();
    assert!(text(&file).contains("sang phải 1,5 mm, xuống dưới 0 mm"));
}

#[test]
fn the_proof_sheet_has_every_text_as_it_will_be_printed() {
    let sheet = ProofSheet {
        subject: "tặng Giấy khen theo Quyết định số 142-QĐ/ĐUK".to_owned(),
        unit: "ĐẢNG ỦY SỞ Y TẾ".to_owned(),
        date: Some(date(2024, 5, 9)),
        ..ProofSheet::default()
    };
    let paper = proof_sheet(&sheet, &twelve(), MADE);
    let printed = crate::print::write(&paper, &tinos()).unwrap();
    std::fs::write(shelf("certificate").join("in-thu.pdf"), &printed.bytes).unwrap();
    let word = intake("a.docx", &crate::letter::write(&paper).unwrap()).unwrap().text;
    for certificate in twelve() {
        assert!(word.contains(&certificate.name), "{}", certificate.name);
    }
    assert!(word.contains("Tổng số: 12 (bằng chữ: mười hai)."));
    assert_eq!(word.matches("Đã có thành tích xuất sắc").count(), 1, "what all share is said once");
    assert!(word.contains("XÁC NHẬN CỦA ĐẢNG ỦY SỞ Y TẾ"));
}

#[test]
fn the_same_batch_gives_the_same_bytes() {
    let layout = Layout::own(Sheet::A4);
    assert_eq!(bytes(&twelve(), &layout), bytes(&twelve(), &layout));
}
