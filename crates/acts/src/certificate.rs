//! Certificates of a decision: giving each line its place in the register and its code, having the proof sheet looked
//! at, noting every printing, making a second sheet.
//!
//! A sheet says what stood in the register when it was made, and goes on to say it: what happens afterwards is told by
//! the page that its code opens (`public`).
//!
//! Not here: drawing (`office`), signing (`sealed`), the decision and what happens to it (`decision`).

mod public;
mod sealed;

pub use public::{Shown, credential, shown, status_list};
pub use store::certificate::{CertificateRow, PrintRow, Printer, ProofRow};

use crate::award::{RuleBook, own};
use crate::ctx::Ctx;
use crate::decision::{self, ChangeRow, Decision, LineView};
use crate::error::{ActError, Fault, Never};
use crate::key::{self, Readiness, Sealing};
use crate::password::random;
use domain::authority::Action;
use domain::award::Side;
use domain::certificate::{Code, Offset, Replacing, Worth, worth};
use domain::decision::Standing;
use domain::id::{AccountId, CertificateId, DecisionId, PrinterId};
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::collections::{HashMap, HashSet};
use store::Tx;

/// How many sheets one call of [`issue`] makes: the writer is not held for longer than a moment.
pub const AT_ONCE: usize = 50;
/// The most letters of a reason and of a printer's name.
pub const REASON_MOST: usize = 500;

/// What a sheet says, as it stood when it was made.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Printed {
    /// Who confers, as the decision says it.
    pub body: String,
    /// Whose heading it has: the Party's, or the State's.
    pub party: bool,
    /// The form of honour.
    pub form: String,
    /// Who receives it.
    pub name: String,
    /// What stands below the name; may be empty.
    pub detail: String,
    /// Whether it goes to one person.
    pub person: bool,
    /// For what.
    pub achievement: String,
    /// The number of the decision.
    pub number: String,
    /// Its day.
    pub decided: Date,
    /// The place of the date line; may be empty.
    pub place: String,
    /// The signer's post; may be empty.
    pub post: String,
    /// Who signs.
    pub signer: String,
}

/// Why a certificate is not made, proved or printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateRefusal {
    /// The body was not entitled, by the rules of the day: nothing is printed of such a decision.
    NotEntitled,
    /// The decision, or the line, no longer stands.
    NoLongerStands,
    /// No line of the list has a name that a sheet could bear.
    NothingToMake,
    /// The proof sheet was not looked at, or the sheets changed since.
    NotProved,
    /// A second printing needs a reason.
    ReasonMissing,
    /// The reason or the name is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The sheet was replaced already.
    AlreadyReplaced,
    /// A printer without a name.
    NameMissing,
    /// A printer that far off has its paper in wrongly.
    TooFarOff {
        /// The most millimetres.
        most: i32,
    },
    /// The unit's status list has no place left.
    ListFull,
}

/// A sheet with all that is known of it.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The row.
    pub row: CertificateRow,
    /// What it says.
    pub printed: Printed,
    /// How it stands today.
    pub worth: Worth,
    /// Its printings, oldest first.
    pub prints: Vec<PrintRow>,
    /// How the register writes the person's name, where that differs from the sheet.
    pub register_name: Option<String>,
}

/// The certificates of a decision.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// The decision.
    pub decision: Decision,
    /// The lines that can bear a sheet.
    pub lines: usize,
    /// The sheets, by their numbers.
    pub sheets: Vec<Sheet>,
    /// The last look at the proof sheet, by whom, and whether it is of what stands now.
    pub proof: Option<(ProofRow, String, bool)>,
    /// The printers of the unit.
    pub printers: Vec<Printer>,
    /// Whether the person may make and print sheets.
    pub can_make: bool,
    /// Whether the person may sign the proof sheet off.
    pub can_prove: bool,
    /// Whether what is made now is signed, and what is missing where not.
    pub readiness: Readiness,
}

/// How far the making of sheets is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many are made.
    pub done: usize,
    /// Of how many.
    pub total: usize,
}

/// The lines of a decision that can bear a sheet: named ones, each for one.
fn bearing(lines: Vec<LineView>) -> Vec<LineView> {
    lines.into_iter().filter(|view| view.line.number == 1 && !view.line.name.is_empty()).collect()
}

/// A decision with its list as it stands today, for somebody who may see it and do `action`.
async fn seen<R>(
    ctx: &Ctx,
    tx: &mut Tx,
    id: DecisionId,
    action: Action,
) -> Result<(Decision, Vec<LineView>, Vec<ChangeRow>), ActError<R>> {
    let decision = store::decision::find(tx, id).await?.ok_or(ActError::Missing)?;
    ctx.ask(tx, Action::SeeAwards, Some(decision.keeper)).await?;
    ctx.ask(tx, action, Some(decision.keeper)).await?;
    let changes = store::decision::changes(tx, &[id]).await?;
    let lines = store::honoree::of_decision(tx, id).await?;
    let lines = bearing(decision::lines_on(lines, &changes, ctx.app.today()));
    Ok((decision, lines, changes))
}

/// Makes the next sheets of a decision, at most [`AT_ONCE`]: a number in the register, a code, the signed twin.
/// Called again until all are made; whoever stops calling has stopped it.
pub async fn issue(ctx: &Ctx, id: DecisionId) -> Result<Progress, ActError<CertificateRefusal>> {
    let mut tx = ctx.write().await?;
    let (decision, mut lines, _) = seen(ctx, &mut tx, id, Action::KeepRegister).await?;
    if !decision.entitled {
        return Err(ActError::Refused(CertificateRefusal::NotEntitled));
    }
    lines.retain(|view| view.standing == Standing::Valid);
    if lines.is_empty() {
        return Err(ActError::Refused(CertificateRefusal::NothingToMake));
    }
    let total = lines.len();
    let made = store::certificate::of_decision(&mut tx, id).await?;
    let have: HashSet<_> = made.iter().map(|sheet| sheet.honoree).collect();
    lines.retain(|view| !have.contains(&view.line.id));
    let before = total - lines.len();
    lines.truncate(AT_ONCE);
    let year = decision.decided.year();
    let mut number = store::certificate::last_number(&mut tx, decision.keeper, year).await?;
    let book = own::book_for(ctx, &mut tx, decision.keeper).await?;
    let mut pen = sealed::Pen::take(ctx, &mut tx, &decision).await?;
    let mut sheets = Vec::with_capacity(lines.len());
    for view in &lines {
        number = number.saturating_add(1);
        sheets.push(sheet(ctx, &book, &decision, view, (year, number), &mut pen)?);
    }
    store::certificate::add(&mut tx, &sheets).await?;
    if let (Some(first), Some(last)) = (sheets.first(), sheets.last()) {
        let detail = format!("{}: {}–{}/{year}", decision.number, first.number, last.number);
        ctx.record(&mut tx, "certificate.issue", Some(decision.keeper), id.to_string(), detail).await?;
    }
    tx.commit().await?;
    Ok(Progress { done: before + sheets.len(), total })
}

/// What a sheet about a line says.
fn printed(book: &RuleBook, decision: &Decision, view: &LineView) -> Result<Printed, Fault> {
    let form =
        book.form_on(&view.line.form, decision.decided).ok_or(Fault::Inconsistent("a form of honour"))?;
    Ok(Printed {
        body: decision.body_name.clone(),
        party: form.side == Side::Party,
        form: form.name.clone(),
        name: view.name.clone(),
        detail: view.line.detail.clone(),
        person: view.line.kind == domain::honoree::HonoreeKind::Individual,
        achievement: view.line.achievement.clone(),
        number: decision.number.clone(),
        decided: decision.decided,
        place: decision.place.clone(),
        post: decision.signer_post.clone(),
        signer: decision.signer.clone(),
    })
}

/// A first sheet about a line.
fn sheet(
    ctx: &Ctx,
    book: &RuleBook,
    decision: &Decision,
    view: &LineView,
    (year, number): (i16, u32),
    pen: &mut Option<sealed::Pen>,
) -> Result<CertificateRow, ActError<CertificateRefusal>> {
    let said = printed(book, decision, view)?;
    let code = Code::new(random()?);
    let twin = match pen {
        None => None,
        Some(pen) => Some(pen.seal(ctx, decision, view, &said, &code, (year, number))?),
    };
    let (signed, credential) = twin.map_or((None, String::new()), |(signed, text)| (Some(signed), text));
    Ok(CertificateRow {
        id: CertificateId(ctx.app.id()),
        honoree: view.line.id,
        decision: decision.id,
        keeper: decision.keeper,
        year,
        number,
        code: code.letters().to_owned(),
        printed: serde_json::to_string(&said).map_err(|_| Fault::Inconsistent("a sheet"))?,
        signed,
        credential,
        replaces: None,
        reason: String::new(),
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    })
}

/// Reads what a sheet says.
fn read_printed(row: &CertificateRow) -> Result<Printed, Fault> {
    serde_json::from_str(&row.printed).map_err(|_| Fault::Inconsistent("a sheet"))
}

/// Makes a sheet that takes another's place: the same line and number, a code of its own, saying what the register says
/// now. `how` tells a lost one from one that had to say something else.
pub async fn replace(
    ctx: &Ctx,
    id: CertificateId,
    how: Replacing,
    reason: &str,
) -> Result<CertificateId, ActError<CertificateRefusal>> {
    let mut tx = ctx.write().await?;
    let before = store::certificate::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    let (decision, lines, _) = seen(ctx, &mut tx, before.decision, Action::IssueDecisions).await?;
    let reason = reasoned(reason)?;
    if reason.is_empty() {
        return Err(ActError::Refused(CertificateRefusal::ReasonMissing));
    }
    if store::certificate::is_replaced(&mut tx, id).await? {
        return Err(ActError::Refused(CertificateRefusal::AlreadyReplaced));
    }
    let view = lines.iter().find(|view| view.line.id == before.honoree).ok_or(ActError::Missing)?;
    if view.standing != Standing::Valid {
        return Err(ActError::Refused(CertificateRefusal::NoLongerStands));
    }
    let book = own::book_for(ctx, &mut tx, decision.keeper).await?;
    let mut pen = sealed::Pen::take(ctx, &mut tx, &decision).await?;
    let mut made = sheet(ctx, &book, &decision, view, (before.year, before.number), &mut pen)?;
    made.replaces = Some((before.id, how));
    made.reason.clone_from(&reason);
    store::certificate::add(&mut tx, std::slice::from_ref(&made)).await?;
    let detail = format!("{}/{} {}: {reason}", made.number, made.year, how.code());
    ctx.record(&mut tx, "certificate.replace", Some(decision.keeper), made.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(made.id)
}

fn reasoned(reason: &str) -> Result<String, ActError<CertificateRefusal>> {
    let reason = text::clean(reason);
    if reason.chars().count() > REASON_MOST {
        return Err(ActError::Refused(CertificateRefusal::TooLong { most: REASON_MOST }));
    }
    Ok(reason)
}

/// The fingerprint of what a decision's sheets say.
fn fingerprint(sheets: &[CertificateRow]) -> String {
    let mut hash = Sha256::new();
    for sheet in sheets {
        hash.update(format!("{} {}\n", sheet.code, sheet.printed));
    }
    hash.finalize().iter().take(12).fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Signs the proof sheet of a decision off: somebody of the body looked at every sheet as it stands now.
pub async fn prove(ctx: &Ctx, id: DecisionId) -> Result<(), ActError<CertificateRefusal>> {
    let mut tx = ctx.write().await?;
    let (decision, _, _) = seen(ctx, &mut tx, id, Action::IssueDecisions).await?;
    let sheets = store::certificate::of_decision(&mut tx, id).await?;
    if sheets.is_empty() {
        return Err(ActError::Refused(CertificateRefusal::NothingToMake));
    }
    let proof = ProofRow { fingerprint: fingerprint(&sheets), account: ctx.account, at_ms: ctx.app.now_ms() };
    store::certificate::add_proof(&mut tx, ctx.app.id(), id, &proof).await?;
    let detail = format!("{} {} ({})", decision.number, proof.fingerprint, sheets.len());
    ctx.record(&mut tx, "certificate.prove", Some(decision.keeper), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Notes that sheets are printed and hands out what they say. Nothing is printed before the proof sheet was signed off;
/// what was printed before needs a reason. `only` picks one sheet; `None` takes all that stand.
pub async fn print(
    ctx: &Ctx,
    id: DecisionId,
    only: Option<CertificateId>,
    reason: &str,
) -> Result<Vec<Sheet>, ActError<CertificateRefusal>> {
    let mut tx = ctx.write().await?;
    let (decision, lines, _) = seen(ctx, &mut tx, id, Action::KeepRegister).await?;
    let reason = reasoned(reason)?;
    let rows = store::certificate::of_decision(&mut tx, id).await?;
    let proof = store::certificate::last_proof(&mut tx, id).await?;
    if proof.is_none_or(|proof| proof.fingerprint != fingerprint(&rows)) {
        return Err(ActError::Refused(CertificateRefusal::NotProved));
    }
    let prints = store::certificate::prints(&mut tx, id).await?;
    let mut sheets = told(rows, &lines, prints, &HashMap::new())?;
    sheets.retain(|sheet| matches!(sheet.worth, Worth::Valid | Worth::Differs));
    sheets.retain(|sheet| only.is_none_or(|only| sheet.row.id == only));
    if sheets.is_empty() {
        return Err(ActError::Refused(CertificateRefusal::NoLongerStands));
    }
    if reason.is_empty() && sheets.iter().any(|sheet| !sheet.prints.is_empty()) {
        return Err(ActError::Refused(CertificateRefusal::ReasonMissing));
    }
    let noted: Vec<PrintRow> = sheets
        .iter()
        .map(|sheet| PrintRow {
            certificate: sheet.row.id,
            time: u32::try_from(sheet.prints.len()).unwrap_or(u32::MAX).saturating_add(1),
            reason: if sheet.prints.is_empty() { String::new() } else { reason.clone() },
            account: ctx.account,
            at_ms: ctx.app.now_ms(),
        })
        .collect();
    store::certificate::add_prints(&mut tx, &noted).await?;
    let detail = format!("{} ({}): {reason}", decision.number, noted.len());
    ctx.record(&mut tx, "certificate.print", Some(decision.keeper), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(sheets)
}

/// Rows with what is known of them.
fn told(
    rows: Vec<CertificateRow>,
    lines: &[LineView],
    prints: Vec<PrintRow>,
    persons: &HashMap<domain::id::PersonId, String>,
) -> Result<Vec<Sheet>, Fault> {
    let replaced: HashSet<_> = rows.iter().filter_map(|row| row.replaces).map(|(before, _)| before).collect();
    let views: HashMap<_, _> = lines.iter().map(|view| (view.line.id, view)).collect();
    let mut by_sheet: HashMap<CertificateId, Vec<PrintRow>> = HashMap::new();
    for print in prints {
        by_sheet.entry(print.certificate).or_default().push(print);
    }
    rows.into_iter()
        .map(|row| {
            let view = views.get(&row.honoree).ok_or(Fault::Inconsistent("a sheet without its line"))?;
            let printed = read_printed(&row)?;
            let known = view.line.person.and_then(|person| persons.get(&person));
            Ok(Sheet {
                worth: worth(view.standing, replaced.contains(&row.id), &printed.name, &view.name),
                register_name: known.filter(|known| **known != printed.name).cloned(),
                prints: by_sheet.remove(&row.id).unwrap_or_default(),
                printed,
                row,
            })
        })
        .collect()
}

/// The certificates of a decision as they stand today.
pub async fn load(ctx: &Ctx, id: DecisionId) -> Result<Sheets, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (decision, lines, _) = seen::<Never>(ctx, &mut tx, id, Action::SeeAwards).await?;
    let rows = store::certificate::of_decision(&mut tx, id).await?;
    let prints = store::certificate::prints(&mut tx, id).await?;
    let mut persons = HashMap::new();
    for person in lines.iter().filter_map(|view| view.line.person) {
        if let Some(found) = store::person::find(&mut tx, person).await? {
            persons.insert(person, found.name);
        }
    }
    let proof = match store::certificate::last_proof(&mut tx, id).await? {
        None => None,
        Some(proof) => {
            let name = name_of(&mut tx, proof.account).await?;
            let holds = proof.fingerprint == fingerprint(&rows);
            Some((proof, name, holds))
        }
    };
    let (history, authority) = ctx.standing(&mut tx).await?;
    let may = |action| authority.may(action, Some(decision.keeper), &history);
    let readiness = key::readiness(ctx, &mut tx, decision.body, decision.decided).await?;
    Ok(Sheets {
        lines: lines.iter().filter(|view| view.standing == Standing::Valid).count(),
        sheets: told(rows, &lines, prints, &persons)?,
        proof,
        printers: store::certificate::printers(&mut tx, decision.keeper).await?,
        can_make: may(Action::KeepRegister),
        can_prove: may(Action::IssueDecisions),
        readiness,
        decision,
    })
}

async fn name_of(tx: &mut Tx, account: AccountId) -> Result<String, Fault> {
    Ok(store::account::find(tx, account).await?.map(|found| found.full_name).unwrap_or_default())
}

/// Notes how far a printer of a unit is off; a name that is known is measured anew.
pub async fn measure(
    ctx: &Ctx,
    unit: UnitId,
    name: &str,
    across: i32,
    down: i32,
) -> Result<(), ActError<CertificateRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<CertificateRefusal>(&mut tx, Action::KeepRegister, Some(unit)).await?;
    let name = reasoned(name)?;
    if name.is_empty() {
        return Err(ActError::Refused(CertificateRefusal::NameMissing));
    }
    let most = Offset::MOST / 100;
    let offset =
        Offset::new(across, down).ok_or(ActError::Refused(CertificateRefusal::TooFarOff { most }))?;
    let printer = Printer { id: PrinterId(ctx.app.id()), unit, name, offset };
    store::certificate::put_printer(&mut tx, &printer, ctx.account, ctx.app.now_ms()).await?;
    let detail = format!("{} {across}/{down}", printer.name);
    ctx.record(&mut tx, "printer.measure", Some(unit), printer.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// The address that the code of a sheet opens; without the installation's address its path alone.
pub fn address(sealing: Option<&Sealing>, code: &str) -> String {
    format!("{}/xm/{code}", sealing.map_or("", Sealing::address))
}
