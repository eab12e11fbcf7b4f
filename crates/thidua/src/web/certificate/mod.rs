//! Giấy khen của một quyết định: entering the list into the register, the proof sheet, printing, second sheets.
//!
//! Not here: what a sheet may be (`acts::certificate`), the page that its code opens (`verify`).

mod draw;
mod forms;
pub mod page;

use acts::certificate::{Sheet, Sheets};
use acts::key::Readiness;
use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use domain::certificate::{Code, Offset, Worth};
use domain::id::DecisionId;
use lang::Lang;

use self::page::{PrinterRow, Reprint, SheetRow, SheetsPage};
use super::answer::{Answer, Failure, again, page};
use super::assets::icon;
use super::frame::{Link, Place};
use super::key;
use super::parts::{Blank, Field, Tag, bar};
use super::site::Site;
use super::visit::{Member, moment};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/quyet-dinh/{id}/giay-khen", get(show))
        .route("/quyet-dinh/{id}/giay-khen/xem-thu.pdf", get(forms::preview))
        .route("/quyet-dinh/{id}/giay-khen/in-thu.docx", get(forms::proof_list))
        .route("/quyet-dinh/{id}/giay-khen/can-chinh.pdf", get(forms::calibration))
        .route("/quyet-dinh/{id}/giay-khen/tao", post(forms::make))
        .route("/quyet-dinh/{id}/giay-khen/dung", post(forms::stop))
        .route("/quyet-dinh/{id}/giay-khen/xem-thu", post(forms::prove))
        .route("/quyet-dinh/{id}/giay-khen/in", post(forms::print))
        .route("/quyet-dinh/{id}/giay-khen/cap-lai", post(forms::replace))
        .route("/quyet-dinh/{id}/giay-khen/may-in", post(forms::measure))
}

async fn show(member: Member, Path(id): Path<String>) -> Answer {
    let id = parsed(&id)?;
    page(&drawn(&member, id, "").await?)
}

/// Reads a decision's id; what is none is not there.
fn parsed(id: &str) -> Result<DecisionId, Failure> {
    id.parse().map_err(|_| Failure::Missing)
}

/// The page again, with what was refused.
async fn refused_again(member: &Member, id: DecisionId, told: &str) -> Answer {
    again(&drawn(member, id, told).await?)
}

async fn drawn(member: &Member, id: DecisionId, refused: &str) -> Result<SheetsPage, Failure> {
    let sheets = acts::certificate::load(&member.ctx, id).await?;
    let (lang, w) = (member.lang(), &member.words().certificate);
    let unit = member.unit().await?;
    let mut f = member.frame(w.heading, Place::Decisions, unit).await?;
    f.refused = !refused.is_empty();
    let path = format!("/quyet-dinh/{id}");
    f.crumbs = vec![Link::to(sheets.decision.number.as_str(), path.as_str()), Link::here(w.heading)];
    let firsts = sheets.sheets.iter().filter(|sheet| sheet.row.replaces.is_none()).count();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let runs = member.site().making.runs(id);
    let decided = lang::date::short(sheets.decision.decided, lang);
    Ok(SheetsPage {
        f,
        sub: format!("{} · {}", w.number_of(&sheets.decision.number, decided), sheets.decision.body_name),
        told: refused.to_owned(),
        path: format!("{path}/giay-khen"),
        progress: w.progress(firsts, sheets.lines.max(firsts)),
        bar: bar(count(firsts), count(sheets.lines.max(firsts))),
        runs,
        can_make: sheets.can_make && firsts < sheets.lines && !runs,
        blank: sheets.sheets.is_empty().then(|| Blank {
            icon: icon("certificate"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        signs: if sheets.readiness == Readiness::Signs { Tag::done(w.signs) } else { Tag::look(w.signs_not) },
        lacking: key::missing(&sheets.readiness, member.words()),
        way: key::way(&sheets.readiness, member.words()),
        proof: proof(&sheets, lang),
        can_prove: sheets.can_prove && !sheets.sheets.is_empty(),
        can_print: sheets.can_make && sheets.proof.as_ref().is_some_and(|(_, _, holds)| *holds),
        can_replace: sheets.can_prove,
        reason: Field::text(lang, "ly-do", w.reason).hint(w.reason_hint).optional(),
        printers: sheets.printers.iter().map(printer).collect(),
        printer_fields: vec![
            Field::text(lang, "ten", w.printer),
            Field::text(lang, "ngang", w.across).hint(w.printer_hint).value("0"),
            Field::text(lang, "doc", w.down).value("0"),
        ],
        reprints: reprints(&sheets, lang),
        rows: sheets.sheets.iter().map(|sheet| row(sheet, lang)).collect(),
        can_measure: sheets.can_make,
    })
}

fn proof(sheets: &Sheets, lang: Lang) -> Tag {
    let w = &lang.words().certificate;
    match &sheets.proof {
        None => Tag::waiting(w.proof_none),
        Some((_, _, false)) => Tag::look(w.proof_stale),
        Some((proof, name, true)) => Tag::done(w.proved_by(name, moment(proof.at_ms, lang))),
    }
}

fn printer(known: &acts::certificate::Printer) -> PrinterRow {
    PrinterRow {
        id: known.id.to_string(),
        text: format!(
            "{} ({} / {} mm)",
            known.name,
            millimetres(known.offset.across),
            millimetres(known.offset.down)
        ),
    }
}

/// Hundredths of a millimetre as people write millimetres: `-1,5`.
fn millimetres(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = hundredths.unsigned_abs();
    let text = format!("{sign}{},{:02}", whole / 100, whole % 100);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Reads millimetres as people write them, at most two places behind the comma.
fn read_millimetres(text: &str) -> Option<i32> {
    let text = text.trim().replace('−', "-").replace('.', ",");
    let (minus, rest) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
    let (whole, part) = rest.split_once(',').unwrap_or((rest, ""));
    if whole.is_empty() || part.len() > 2 || !rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
        return None;
    }
    let part = format!("{part:0<2}");
    let value = whole.parse::<i32>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)?;
    (value <= Offset::MOST * 10).then_some(if minus { -value } else { value })
}

fn reprints(sheets: &Sheets, lang: Lang) -> Vec<Reprint> {
    let again = |sheet: &Sheet| {
        let name = sheet.printed.name.clone();
        sheet
            .prints
            .iter()
            .filter(|print| print.time > 1)
            .map(move |print| (name.clone(), print.clone()))
            .collect::<Vec<_>>()
    };
    let all = sheets.sheets.iter().flat_map(again);
    all.map(|(name, print)| Reprint {
        name,
        note: format!("{} · {}", moment(print.at_ms, lang), print.reason),
    })
    .collect()
}

fn row(sheet: &Sheet, lang: Lang) -> SheetRow {
    let w = &lang.words().certificate;
    let stands = match sheet.worth {
        Worth::Valid => Tag::done(w.holds),
        Worth::Differs => Tag::look(w.look_again),
        Worth::Replaced | Worth::Annulled | Worth::Stripped => Tag::wrong(w.gone),
    };
    SheetRow {
        id: sheet.row.id.to_string(),
        number: format!("{}/{}", sheet.row.number, sheet.row.year),
        name: sheet.printed.name.clone(),
        detail: sheet.printed.detail.clone(),
        register_says: sheet.register_name.as_ref().map(|name| w.register_says(name)).unwrap_or_default(),
        code: spelt(&sheet.row.code),
        href: format!("/xm/{}", sheet.row.code),
        stands,
        printed: if sheet.prints.is_empty() { String::new() } else { w.times(sheet.prints.len()) },
        live: matches!(sheet.worth, Worth::Valid | Worth::Differs),
    }
}

/// A code in storage as it is printed.
fn spelt(code: &str) -> String {
    Code::parse(code).map_or_else(|_| code.to_owned(), |code| code.to_string())
}

#[cfg(test)]
mod tests {
    use super::{millimetres, read_millimetres};

    #[test]
    fn millimetres_are_read_as_people_write_them() {
        for (text, value) in [("0", 0), ("1,5", 150), ("-0,25", -25), ("−2", -200), ("1.05", 105)] {
            assert_eq!(read_millimetres(text), Some(value), "{text}");
        }
        for text in ["", "-", ",5", "1,555", "mm", "1e3", "9999999999"] {
            assert_eq!(read_millimetres(text), None, "{text}");
        }
        assert_eq!(millimetres(-25), "-0,25");
        assert_eq!(millimetres(200), "2");
    }
}
