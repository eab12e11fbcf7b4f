//! What is done on the page: make, stop, prove, print, make anew, measure a printer.
//!
//! Not here: what may be done (`acts::certificate`).

use acts::certificate::CertificateRefusal;
use axum::extract::{Path, Query};
use domain::certificate::{Offset, Replacing, Worth};
use lang::Words;

use super::draw::{Onto, calibrating, pdf, proof_paper};
use super::{parsed, read_millimetres, refused_again};
use crate::web::answer::{Answer, DOCX, Failure, done, file, refused, to};
use crate::web::posted::Posted;
use crate::web::visit::{Member, local_time};

/// The sentence for a refusal.
fn sentence(refusal: CertificateRefusal, words: &Words) -> String {
    let w = &words.certificate;
    match refusal {
        CertificateRefusal::NotEntitled => w.not_entitled.to_owned(),
        CertificateRefusal::NoLongerStands => w.no_longer_stands.to_owned(),
        CertificateRefusal::NothingToMake => w.nothing_to_make.to_owned(),
        CertificateRefusal::NotProved => w.not_proved.to_owned(),
        CertificateRefusal::ReasonMissing => w.reason_missing.to_owned(),
        CertificateRefusal::TooLong { most } => w.too_long(most),
        CertificateRefusal::AlreadyReplaced => w.already_replaced.to_owned(),
        CertificateRefusal::NameMissing => w.name_missing.to_owned(),
        CertificateRefusal::TooFarOff { most } => w.too_far_off(most),
        CertificateRefusal::ListFull => w.list_full.to_owned(),
    }
}

/// Makes the first sheets at once, so that a refusal is told here, and the rest in the background.
pub(super) async fn make(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let making = member.site().making.clone();
    if !making.begin(id) {
        return Ok(to(&format!("/quyet-dinh/{id}/giay-khen")));
    }
    let progress = match refused(acts::certificate::issue(&member.ctx, id).await) {
        Ok(Ok(progress)) => progress,
        Ok(Err(refusal)) => {
            making.end(id);
            return refused_again(&member, id, &sentence(refusal, member.words())).await;
        }
        Err(failure) => {
            making.end(id);
            return Err(failure);
        }
    };
    let path = format!("/quyet-dinh/{id}/giay-khen");
    if progress.done >= progress.total {
        making.end(id);
        return Ok(done(member.site(), &path, &member.words().certificate.made(progress.total), None));
    }
    let ctx = member.ctx.clone();
    tokio::spawn(async move {
        while !making.stopped(id) {
            match acts::certificate::issue(&ctx, id).await {
                Ok(progress) if progress.done < progress.total => {}
                Ok(_) => break,
                Err(end) => {
                    tracing::error!(%id, end = ?end.map(|refusal| format!("{refusal:?}")), "sheets could not be made");
                    break;
                }
            }
        }
        making.end(id);
    });
    Ok(to(&path))
}

/// Stops after the sheets in hand.
pub(super) async fn stop(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let id = parsed(&id)?;
    // Whoever may not make them does not stop it either.
    if !acts::certificate::load(&member.ctx, id).await?.can_make {
        return Err(Failure::Denied);
    }
    member.site().making.stop(id);
    Ok(to(&format!("/quyet-dinh/{id}/giay-khen")))
}

/// Signs the proof sheet off.
pub(super) async fn prove(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let id = parsed(&id)?;
    if let Err(refusal) = refused(acts::certificate::prove(&member.ctx, id).await)? {
        return refused_again(&member, id, &sentence(refusal, member.words())).await;
    }
    let path = format!("/quyet-dinh/{id}/giay-khen");
    Ok(done(member.site(), &path, member.words().certificate.proved, None))
}

/// The sheets as they would be printed, each marked as a preview and without its QR code.
pub(super) async fn preview(member: Member, Path(id): Path<String>) -> Answer {
    let id = parsed(&id)?;
    let sheets = acts::certificate::load(&member.ctx, id).await?;
    if sheets.sheets.is_empty() {
        return Err(Failure::Missing);
    }
    let onto = Onto { overprint: false, large: false, offset: Offset::default() };
    let made = local_time(member.ctx.app.now());
    match pdf(&sheets.sheets, onto, "", true, (made, &member.words().certificate))? {
        Ok(bytes) => Ok(file("ban-xem-thu.pdf", "application/pdf", bytes)),
        Err(told) => refused_again(&member, id, &told).await,
    }
}

/// The texts of all sheets as a list for the unit to read and sign, as a Word file.
pub(super) async fn proof_list(member: Member, Path(id): Path<String>) -> Answer {
    let id = parsed(&id)?;
    let sheets = acts::certificate::load(&member.ctx, id).await?;
    if sheets.sheets.is_empty() {
        return Err(Failure::Missing);
    }
    let paper = proof_paper(&sheets, local_time(member.ctx.app.now()));
    let bytes = office::letter::write(&paper).map_err(|fault| Failure::fault(&fault))?;
    Ok(file("danh-sach-in-thu.docx", DOCX, bytes))
}

/// What is asked of the calibration page.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Calibrating {
    may_in: String,
    kho: String,
}

/// The page on which a printer's offset is measured; of a known printer with its offset in force.
pub(super) async fn calibration(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Calibrating>,
) -> Answer {
    let sheets = acts::certificate::load(&member.ctx, parsed(&id)?).await?;
    let printer = sheets.printers.iter().find(|printer| printer.id.to_string() == asked.may_in);
    let offset = printer.map(|printer| printer.offset).unwrap_or_default();
    let bytes = calibrating(offset, asked.kho == "a3", local_time(member.ctx.app.now()))?;
    Ok(file("can-chinh-may-in.pdf", "application/pdf", bytes))
}

/// Draws first and notes the printing then: what does not fit is told, and nothing counts as printed.
pub(super) async fn print(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let only = posted.get("giay").parse().ok();
    let known = acts::certificate::load(&member.ctx, id).await?;
    let printer = known.printers.iter().find(|printer| printer.id.to_string() == posted.get("may-in"));
    let onto = Onto {
        overprint: posted.get("phoi") == "in-san",
        large: posted.get("kho") == "a3",
        offset: printer.map(|printer| printer.offset).unwrap_or_default(),
    };
    let wanted: Vec<_> = known
        .sheets
        .into_iter()
        .filter(|sheet| matches!(sheet.worth, Worth::Valid | Worth::Differs))
        .filter(|sheet| only.is_none_or(|only| sheet.row.id == only))
        .collect();
    let address = member.ctx.app.sealing().map(|sealing| sealing.address().to_owned()).unwrap_or_default();
    let made = local_time(member.ctx.app.now());
    let bytes = match pdf(&wanted, onto, &address, false, (made, &member.words().certificate))? {
        Ok(bytes) => bytes,
        Err(told) => return refused_again(&member, id, &told).await,
    };
    match refused(acts::certificate::print(&member.ctx, id, only, posted.get("ly-do")).await)? {
        Err(refusal) => refused_again(&member, id, &sentence(refusal, member.words())).await,
        Ok(_) => Ok(file("giay-khen.pdf", "application/pdf", bytes)),
    }
}

/// Makes a sheet that takes another's place.
pub(super) async fn replace(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let Ok(sheet) = posted.get("giay").parse() else {
        return Err(Failure::Missing);
    };
    let how = if posted.get("cach") == "doi" { Replacing::Changed } else { Replacing::Lost };
    let replaced = acts::certificate::replace(&member.ctx, sheet, how, posted.get("ly-do")).await;
    if let Err(refusal) = refused(replaced)? {
        return refused_again(&member, id, &sentence(refusal, member.words())).await;
    }
    let path = format!("/quyet-dinh/{id}/giay-khen");
    Ok(done(member.site(), &path, member.words().certificate.replaced_done, None))
}

/// Notes how far a printer of the register's unit is off.
pub(super) async fn measure(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = parsed(&id)?;
    let sheets = acts::certificate::load(&member.ctx, id).await?;
    let far = i32::MAX;
    let (across, down) = (
        read_millimetres(posted.get("ngang")).unwrap_or(far),
        read_millimetres(posted.get("doc")).unwrap_or(far),
    );
    let keeper = sheets.decision.keeper;
    if let Err(refusal) =
        refused(acts::certificate::measure(&member.ctx, keeper, posted.get("ten"), across, down).await)?
    {
        return refused_again(&member, id, &sentence(refusal, member.words())).await;
    }
    let path = format!("/quyet-dinh/{id}/giay-khen");
    Ok(done(member.site(), &path, member.words().certificate.measured, None))
}
