//! The files of a decision that came back from being signed: kept by the hash of their content, handed out again.
//!
//! Not here: what their signatures say (`office::signature` reads that from the file), making the papers.

use super::{FileRow, SHORT_MOST, check, found};
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::evidence::{self, FileRefusal, HandedFile};
use domain::authority::Action;
use domain::id::{DecisionId, StepId};

/// Why a file is not taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedRefusal {
    /// It cannot be kept.
    File(FileRefusal),
    /// It is no PDF.
    NotPdf,
    /// The decision has this very file.
    Known,
    /// Its name is missing or too long.
    Name {
        /// The most letters.
        most: usize,
    },
}

/// A file that came back, with its bytes.
#[derive(Debug, Clone)]
pub struct SignedFile {
    /// The row.
    pub row: FileRow,
    /// The name of whoever brought it in.
    pub by: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// Takes a signed file back.
pub async fn take_back(
    ctx: &Ctx,
    id: DecisionId,
    name: &str,
    content: &[u8],
) -> Result<StepId, ActError<SignedRefusal>> {
    let mut tx = ctx.write().await?;
    let decision = found(ctx, &mut tx, id).await?;
    ctx.ask::<SignedRefusal>(&mut tx, Action::KeepRegister, Some(decision.keeper)).await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let name = check::text(super::DecisionField::Title, name, SHORT_MOST, true)
        .map_err(|_| ActError::Refused(SignedRefusal::Name { most: SHORT_MOST }))?;
    if !content.is_empty() && evidence::media_of(content) != "application/pdf" {
        return refuse(SignedRefusal::NotPdf);
    }
    let file = evidence::keep(ctx, &mut tx, content, SignedRefusal::File).await?;
    if store::decision::files(&mut tx, id).await?.iter().any(|known| known.file == file) {
        return refuse(SignedRefusal::Known);
    }
    let row = FileRow {
        id: StepId(ctx.app.id()),
        decision: id,
        file,
        name,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::decision::add_file(&mut tx, &row).await?;
    let detail = format!("{}: {}", decision.number, row.name);
    ctx.record(&mut tx, "decision.take-back", Some(decision.keeper), row.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(row.id)
}

/// The files of a decision that came back, oldest first, with their bytes: what they say is read from them.
pub async fn signed_files(ctx: &Ctx, id: DecisionId) -> Result<Vec<SignedFile>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    found::<Never>(ctx, &mut tx, id).await?;
    let mut files = Vec::new();
    for row in store::decision::files(&mut tx, id).await? {
        let by = store::account::find(&mut tx, row.account).await?;
        if let Some((_, content)) = store::file::find(&mut tx, &row.file).await? {
            let by = by.map(|account| account.full_name).unwrap_or_default();
            files.push(SignedFile { row, by, content });
        }
    }
    Ok(files)
}

/// One of them, to whoever may see the decision. The handing out is written into the ledger.
pub async fn signed_file(ctx: &Ctx, id: DecisionId, file: StepId) -> Result<HandedFile, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let decision = found::<Never>(ctx, &mut tx, id).await?;
    let rows = store::decision::files(&mut tx, id).await?;
    let row = rows.into_iter().find(|row| row.id == file).ok_or(ActError::Missing)?;
    let (head, content) = store::file::find(&mut tx, &row.file).await?.ok_or(ActError::Missing)?;
    let object = row.id.to_string();
    ctx.record(&mut tx, "decision.hand-out", Some(decision.keeper), object, row.name.as_str()).await?;
    tx.commit().await?;
    Ok(HandedFile { name: row.name, media: head.media, content })
}
