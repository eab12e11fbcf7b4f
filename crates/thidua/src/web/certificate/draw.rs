//! Sheets as PDF: what the register says, in the words and the place that a certificate has for it.
//!
//! Not here: drawing (`office::certificate`), which sheets may be printed (`acts::certificate`).

use acts::certificate::{Printed, Sheet, Sheets};
use domain::certificate::{Offset, Worth};
use jiff::civil::DateTime;
use lang::words::certificate::Certificate as Words;
use office::certificate::{
    Batch, Certificate, Field, Layout, Misfit, ProofSheet, Reason, Sheet as Stock, batch, calibration,
    proof_sheet,
};
use office::paper::{Form, Head, Length, Paper};
use std::ops::ControlFlow;

use super::spelt;
use crate::fonts;
use crate::web::answer::Failure;

/// Forms whose short name stands large on the sheet, whoever confers them.
const SHORT: [&str; 4] = ["Giấy khen", "Bằng khen", "Kỷ niệm chương", "Cờ thi đua"];

/// On what the sheets are printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Onto {
    /// Stock with frame and heading printed on it, or blank.
    pub overprint: bool,
    /// A3 instead of A4.
    pub large: bool,
    /// How far the printer is off.
    pub offset: Offset,
}

/// One sheet. A preview has no QR code and says that it is one: it cannot be taken for the sheet.
fn one(said: &Printed, register: (u32, i16), code: &str, address: &str, preview: bool) -> Certificate {
    let on = lang::date::formal(Some(said.decided));
    let short = SHORT.iter().find(|short| said.form.starts_with(**short));
    let heading = if said.party {
        "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned()
    } else {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc".to_owned()
    };
    let addressed = match (said.person, said.party) {
        (false, _) => String::new(),
        (true, true) => "Đồng chí ".to_owned(),
        (true, false) => "Ông (bà) ".to_owned(),
    };
    let shown = address.split_once("://").map_or(address, |(_, rest)| rest);
    Certificate {
        heading,
        authority: said.body.to_uppercase(),
        gives: "TẶNG".to_owned(),
        kind: short.map_or_else(|| said.form.to_uppercase(), |short| short.to_uppercase()),
        name: format!("{addressed}{}", said.name.to_uppercase()),
        about: said.detail.clone(),
        achievement: said.achievement.clone(),
        decision: format!("Quyết định số {} {on}", said.number),
        register: format!("Vào sổ khen thưởng số {}/{}", register.0, register.1),
        place: if said.place.is_empty() { on.clone() } else { format!("{}, {on}", said.place) },
        post: said.post.to_uppercase(),
        signer: said.signer.clone(),
        address: if preview { String::new() } else { format!("{address}/xm/{code}") },
        code: if preview {
            "BẢN XEM THỬ".to_owned()
        } else {
            format!("Xác minh: {shown}/xm\nMã {}", spelt(code))
        },
    }
}

/// The list of what is to be printed, for the unit to sign.
pub(super) fn proof_paper(sheets: &Sheets, made: DateTime) -> Paper {
    let decision = &sheets.decision;
    let party = sheets.sheets.first().is_none_or(|sheet| sheet.printed.party);
    let live = sheets.sheets.iter().filter(|sheet| matches!(sheet.worth, Worth::Valid | Worth::Differs));
    let drawn: Vec<Certificate> = live
        .map(|sheet| one(&sheet.printed, (sheet.row.number, sheet.row.year), &sheet.row.code, "", true))
        .collect();
    let upper = decision.body_name.to_uppercase();
    let day = lang::date::formal(Some(decision.decided));
    let sheet = ProofSheet {
        form: if party { Form::Party } else { Form::State },
        head: Head { parent: Vec::new(), issuer: vec![upper.clone()] },
        place: decision.place.clone(),
        date: None,
        subject: format!("theo Quyết định số {} {day}", decision.number),
        unit: upper,
    };
    proof_sheet(&sheet, &drawn, made)
}

/// The calibration page with an offset in force.
pub(super) fn calibrating(offset: Offset, large: bool, made: DateTime) -> Result<Vec<u8>, Failure> {
    let fonts = fonts::certificates().map_err(|fault| Failure::fault(fault))?;
    let stock = if large { Stock::A3 } else { Stock::A4 };
    calibration(stock, shift(offset), fonts, made).map_err(|fault| Failure::fault(&fault))
}

/// An offset as drawing takes it.
fn shift(offset: Offset) -> office::certificate::Offset {
    office::certificate::Offset {
        right: Length::hundredths_mm(offset.across.into()),
        down: Length::hundredths_mm(offset.down.into()),
    }
}

/// What a text is called at the desk.
fn called(field: Field, w: &Words) -> &'static str {
    match field {
        Field::Heading => w.text_heading,
        Field::Authority => w.text_authority,
        Field::Gives | Field::Kind => w.text_kind,
        Field::Name => w.text_name,
        Field::About => w.text_about,
        Field::Achievement => w.text_achievement,
        Field::Decision => w.text_decision,
        Field::Place => w.text_place,
        Field::Post => w.text_post,
        Field::Signer => w.text_signer,
        Field::Code | Field::CodeText => w.text_code,
    }
}

/// Which texts cannot be printed and why: a reason once, and a text once that is the same on every sheet.
fn told(misfits: &[Misfit], sheets: &[Sheet], w: &Words) -> String {
    let mut reasons: Vec<(&Reason, Vec<String>)> = Vec::new();
    for misfit in misfits {
        let same = |other: &&Misfit| (other.field, &other.reason) == (misfit.field, &misfit.reason);
        let many = sheets.len() > 1 && misfits.iter().filter(same).count() == sheets.len();
        let whose = if many {
            w.every_sheet
        } else {
            sheets.get(misfit.at).map_or("", |sheet| sheet.printed.name.as_str())
        };
        let text = format!("{whose} ({})", called(misfit.field, w));
        match reasons.iter_mut().find(|(reason, _)| *reason == &misfit.reason) {
            Some((_, texts)) if texts.contains(&text) => {}
            Some((_, texts)) => texts.push(text),
            None => reasons.push((&misfit.reason, vec![text])),
        }
    }
    let sentence = |(reason, texts): (&Reason, Vec<String>)| match reason {
        Reason::TooLong => w.too_wide(texts.join("; ")),
        Reason::Letters(letters) => w.no_letters(letters, texts.join("; ")),
    };
    reasons.into_iter().map(sentence).collect::<Vec<_>>().join(" ")
}

/// Many sheets into one PDF; `Err` with what does not fit its place, in words.
pub(super) fn pdf(
    sheets: &[Sheet],
    onto: Onto,
    address: &str,
    preview: bool,
    (made, w): (DateTime, &Words),
) -> Result<Result<Vec<u8>, String>, Failure> {
    let drawn: Vec<Certificate> = sheets
        .iter()
        .map(|sheet| {
            one(&sheet.printed, (sheet.row.number, sheet.row.year), &sheet.row.code, address, preview)
        })
        .collect();
    let stock = if onto.large { Stock::A3 } else { Stock::A4 };
    let offset = shift(onto.offset);
    let layout = if onto.overprint {
        Layout::overprint(stock, offset)
    } else {
        Layout { offset, ..Layout::own(stock) }
    };
    let fonts = fonts::certificates().map_err(|fault| Failure::fault(fault))?;
    match batch(&drawn, &layout, fonts, "Giấy khen", made, |_| ControlFlow::Continue(())) {
        Ok(Batch::Printed { bytes, .. }) => Ok(Ok(bytes)),
        Ok(Batch::Stopped { .. }) => Err(Failure::numbered("a batch stopped that nobody stopped")),
        Err(office::certificate::BatchFault::Misfits(misfits)) => Ok(Err(told(&misfits, sheets, w))),
        Err(office::certificate::BatchFault::Office(fault)) => Err(Failure::fault(&fault)),
    }
}
