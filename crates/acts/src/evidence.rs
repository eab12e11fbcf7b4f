//! Evidence: keeping files by the hash of their content, attaching them, and handing them out again.
//!
//! Not here: deciding what a file is (`office`), who may see a figure (`domain::authority`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::id::{DocumentId, EvidenceId};
use sha2::{Digest, Sha256};
use store::Tx;
use store::file::FileHead;

/// The largest file that is kept, in bytes: 20 MB, told at the upload field.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRefusal {
    /// It has no content.
    Empty,
    /// It is larger than [`LARGEST_FILE`].
    TooLarge,
}

/// A file that is handed out.
#[derive(Debug, Clone)]
pub struct HandedFile {
    /// Its name when it came in.
    pub name: String,
    /// What it is, decided when it came in.
    pub media: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The hash by which a file is known: SHA-256 of its content.
pub fn hash(content: &[u8]) -> Vec<u8> {
    Sha256::digest(content).to_vec()
}

/// What a file is, told by its first bytes; never by its name. Only these kinds are shown in the browser, all
/// others are handed out as downloads.
pub fn media_of(content: &[u8]) -> &'static str {
    let starts = |mark: &[u8]| content.starts_with(mark);
    if starts(b"%PDF-") {
        "application/pdf"
    } else if starts(b"\x89PNG\r\n\x1a\n") {
        "image/png"
    } else if starts(b"\xff\xd8\xff") {
        "image/jpeg"
    } else if starts(b"PK\x03\x04") {
        "application/zip"
    } else {
        "application/octet-stream"
    }
}

/// Whether a file may be kept by its size.
pub(crate) fn fits(content: &[u8]) -> Result<(), FileRefusal> {
    match content.len() {
        0 => Err(FileRefusal::Empty),
        length if length > LARGEST_FILE => Err(FileRefusal::TooLarge),
        _ => Ok(()),
    }
}

/// Keeps a file within a transaction; returns its hash.
pub(crate) async fn keep<R>(
    ctx: &Ctx,
    tx: &mut Tx,
    content: &[u8],
    refuse: impl Fn(FileRefusal) -> R,
) -> Result<Vec<u8>, ActError<R>> {
    fits(content).map_err(|refusal| ActError::Refused(refuse(refusal)))?;
    let hash = hash(content);
    let head = FileHead {
        hash: hash.clone(),
        length: i64::try_from(content.len()).unwrap_or(i64::MAX),
        media: media_of(content).to_owned(),
    };
    store::file::keep(tx, &head, content, ctx.app.now_ms()).await?;
    Ok(hash)
}

/// Keeps a file that will be attached to a figure of `unit`; returns its hash. A file that nothing points to
/// is of no use to anybody, so keeping one needs no more than the right to enter figures there.
pub async fn upload(
    ctx: &Ctx,
    unit: domain::unit::UnitId,
    content: &[u8],
) -> Result<Vec<u8>, ActError<FileRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::EnterFigures, Some(unit)).await?;
    let hash = keep(ctx, &mut tx, content, |refusal| refusal).await?;
    tx.commit().await?;
    Ok(hash)
}

/// The file behind a figure, to whoever may see the figure. The handing out is written into the ledger.
pub async fn file(ctx: &Ctx, id: EvidenceId) -> Result<HandedFile, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let Some(piece) = store::figure::find_evidence(&mut tx, id).await? else {
        return Err(ActError::Missing);
    };
    let Some(submission) = store::figure::find_by_id(&mut tx, piece.submission).await? else {
        return Err(ActError::Missing);
    };
    let unit = submission.key.unit;
    ctx.ask(&mut tx, Action::SeeFigures, Some(unit)).await?;
    let Some(hash) = piece.file else { return Err(ActError::Missing) };
    let Some((head, content)) = store::file::find(&mut tx, &hash).await? else {
        return Err(ActError::Missing);
    };
    ctx.record(&mut tx, "evidence.hand-out", Some(unit), id.to_string(), piece.file_name.clone()).await?;
    tx.commit().await?;
    Ok(HandedFile { name: piece.file_name, media: head.media, content })
}

/// The original of a document, to whoever may see the document. The handing out is written into the ledger.
pub async fn original(ctx: &Ctx, id: DocumentId) -> Result<HandedFile, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let Some((head, _)) = store::document::find(&mut tx, id).await? else {
        return Err(ActError::Missing);
    };
    ctx.ask(&mut tx, Action::SeeDocuments, Some(head.unit)).await?;
    let Some((file, content)) = store::file::find(&mut tx, &head.file).await? else {
        return Err(ActError::Missing);
    };
    ctx.record(&mut tx, "document.hand-out", Some(head.unit), id.to_string(), head.name.clone()).await?;
    tx.commit().await?;
    Ok(HandedFile { name: head.name, media: file.media, content })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(media_of(b"%PDF-1.7"), "application/pdf");
        assert_eq!(media_of(b"<script>alert(1)</script>"), "application/octet-stream");
        assert_eq!(media_of(b""), "application/octet-stream");
    }
}
