//! Filings, by the unit that files: looking at the desk, saving, sending, taking back, asking to reopen.
//!
//! Not here: what the level above decides (`decide`), a whole subtree (`board`, `table`), what a device sends
//! after days without a network (`packet`), many who file at one moment (`together`), the forms themselves (`form`).

pub mod board;
pub mod decide;
mod desk;
pub mod packet;
pub mod table;
pub(crate) mod together;

pub use desk::{Desk, May, Task, Told, about, desk, of_unit};
pub use together::file;

use crate::ctx::Ctx;
use crate::error::{ActError, Fault};
use crate::figure::{FigureRefusal, NewEvidence, Save, save_within};
use crate::form::{Asked, asked};
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::figure::{Slot, Value, Vector};
use domain::filing::{FilingId, Standing, Step, is_late};
use domain::form::{Ask, Content, Finding, FormId, LONGEST_WORDS, Weight, check};
use domain::period::Period;
use domain::submission::{Road, Source, SubmissionKey};
use domain::unit::{History, UnitId};
use std::collections::{BTreeMap, BTreeSet};
use store::figure::Submission;
use store::filing::{Filing, Said, StepRow, WordsKind};
use store::{StoreError, Tx};

/// The longest line of reason, in characters.
pub const LONGEST_REASON: usize = 500;

/// How often a write that met another first one at the same moment starts again.
pub(crate) const ATTEMPTS: usize = 3;

/// What a filing is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct About {
    /// Which form.
    pub form: FormId,
    /// Whose answers.
    pub unit: UnitId,
    /// For which days.
    pub period: Period,
}

/// One figure to write.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Which figure.
    pub slot: Slot,
    /// The value; `None` withdraws it.
    pub value: Option<Value>,
    /// What proves it, where something is attached.
    pub evidence: Option<NewEvidence>,
}

/// Answers to write.
#[derive(Debug, Clone)]
pub struct SaveFiling {
    /// What it is about.
    pub about: About,
    /// The submission's version that the person saw (0: nothing yet); `None` takes what is there.
    pub seen_version: Option<i64>,
    /// The figures that change.
    pub answers: Vec<Answer>,
    /// The answers in words that change, by the key of their row.
    pub words: BTreeMap<String, String>,
    /// The lines of reason that change, by the slot of their row.
    pub reasons: BTreeMap<Slot, String>,
    /// How they came in.
    pub source: Source,
}

/// Why a unit's own step is not taken. Nothing is written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingRefusal {
    /// A figure cannot be written; places are those of the answers.
    Figure(FigureRefusal),
    /// The form does not ask for this figure or these words.
    NotAsked,
    /// Words or a reason are too long: at this row.
    WordsTooLong(String),
    /// What stops the sending: what cannot be, and what is asked about and has no reason yet.
    Findings(Vec<Finding>),
    /// The step cannot be taken from where the filing stands.
    Standing(Standing),
    /// A reason is needed.
    ReasonMissing,
}

/// What a save left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SavedFiling {
    /// Which filing.
    pub filing: FilingId,
    /// The submission's version now; 0 while there is none.
    pub version: i64,
    /// How many figures changed.
    pub changed: usize,
}

/// What the sender gets: everything on it stands in the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// Which filing.
    pub filing: FilingId,
    /// Which edition of it.
    pub edition: i64,
    /// When it was sent, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// Whether that was after its day.
    pub late: bool,
}

/// What saving and sending in one left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// What was saved; it stays, whatever became of the sending.
    pub saved: SavedFiling,
    /// The receipt, or why it is not sent.
    pub sent: Result<Receipt, FilingRefusal>,
}

impl About {
    /// The submission that holds its figures.
    fn key(self, content: &Content) -> SubmissionKey {
        SubmissionKey { unit: self.unit, period: self.period, road: Road::Declared, scope: content.scope }
    }
}

/// Asks for permission, and whether the form is asked of the unit at all.
async fn open(
    ctx: &Ctx,
    tx: &mut Tx,
    action: Action,
    about: About,
) -> Result<(std::sync::Arc<History>, Asked), ActError<FilingRefusal>> {
    let history = ctx.ask(tx, action, Some(about.unit)).await?;
    let asked = asked(tx, &history, about.form, about.unit, about.period).await?.ok_or(ActError::Missing)?;
    Ok((history, asked))
}

/// Runs a write again when it met another first one at the same moment.
macro_rules! again {
    ($ctx:expr, $tx:ident, $write:expr) => {{
        let mut attempt = 1;
        loop {
            let mut $tx = $ctx.write().await?;
            match $write {
                Ok(done) => {
                    $tx.commit().await?;
                    return Ok(done);
                }
                Err(ActError::Fault(Fault::Store(StoreError::Constraint(_))))
                    if attempt < $crate::filing::ATTEMPTS =>
                {
                    attempt += 1;
                }
                Err(end) => return Err(end),
            }
        }
    }};
}
pub(crate) use again;

/// Writes answers: figures into the unit's submission, words beside them. Begins the filing where there is none.
pub async fn save(ctx: &Ctx, save: SaveFiling) -> Result<SavedFiling, ActError<FilingRefusal>> {
    again!(ctx, tx, save_filing(ctx, &mut tx, save.clone()).await)
}

/// [`save`] within a transaction that does more.
pub(crate) async fn save_filing(
    ctx: &Ctx,
    tx: &mut Tx,
    save: SaveFiling,
) -> Result<SavedFiling, ActError<FilingRefusal>> {
    let (_, asked) = open(ctx, tx, Action::EnterFigures, save.about).await?;
    let content = &asked.version.content;
    let (words, reasons) = words_asked(content, &save)?;
    let (version, changed) = if save.answers.is_empty() {
        (standing_version(tx, save.about, content).await?, 0)
    } else {
        let save = figures(tx, save.about, content, save.seen_version, save.answers, save.source).await?;
        let saved = save_within(ctx, tx, save).await.map_err(|end| end.map(FilingRefusal::Figure))?;
        (saved.version, saved.changed)
    };
    let filing = begin(ctx, tx, save.about, &asked).await?;
    if !(words.is_empty() && reasons.is_empty()) {
        // Words have no submission whose row would hold them still.
        let filing = store::filing::hold(tx, filing.id).await?.ok_or(ActError::Missing)?;
        if !filing.standing.is_open() {
            return Err(ActError::Refused(FilingRefusal::Standing(filing.standing)));
        }
        let by = (ctx.account, ctx.app.now_ms());
        store::filing::put_words(tx, filing.id, WordsKind::Answer, &words, by).await?;
        store::filing::put_words(tx, filing.id, WordsKind::Reason, &reasons, by).await?;
    }
    Ok(SavedFiling { filing: filing.id, version, changed })
}

/// The words and lines of reason of a save, sound, once all that it brings is asked for.
fn words_asked(content: &Content, save: &SaveFiling) -> Result<Said, ActError<FilingRefusal>> {
    let asks: BTreeSet<Slot> = content.slots().collect();
    let keys: BTreeSet<&str> = content.rows().filter_map(|row| words_key(&row.ask)).collect();
    let outside = save.answers.iter().any(|answer| !asks.contains(&answer.slot))
        || save.reasons.keys().any(|slot| !asks.contains(slot))
        || save.words.keys().any(|key| !keys.contains(key.as_str()));
    if outside {
        return Err(ActError::Refused(FilingRefusal::NotAsked));
    }
    let reasons = save.reasons.iter().map(|(slot, reason)| (slot.0.to_string(), reason.clone())).collect();
    Ok((sound_words(save.words.clone(), LONGEST_WORDS)?, sound_words(reasons, LONGEST_REASON)?))
}

fn words_key(ask: &Ask) -> Option<&str> {
    match ask {
        Ask::Words(key) => Some(key),
        Ask::Number(_) | Ask::YesNo(_) => None,
    }
}

/// Words as people meant them: line ends kept, blanks at the ends taken off.
fn sound_words(
    said: BTreeMap<String, String>,
    most: usize,
) -> Result<BTreeMap<String, String>, ActError<FilingRefusal>> {
    let mut sound = BTreeMap::new();
    for (key, text) in said {
        let lines: Vec<String> = text.lines().map(domain::text::clean).collect();
        let text = lines.join("\n").trim().to_owned();
        if text.chars().count() > most {
            return Err(ActError::Refused(FilingRefusal::WordsTooLong(key)));
        }
        sound.insert(key, text);
    }
    Ok(sound)
}

async fn standing_version(tx: &mut Tx, about: About, content: &Content) -> Result<i64, StoreError> {
    Ok(store::figure::find(tx, &about.key(content)).await?.map_or(0, |held| held.version))
}

async fn figures(
    tx: &mut Tx,
    about: About,
    content: &Content,
    seen_version: Option<i64>,
    answers: Vec<Answer>,
    source: Source,
) -> Result<Save, ActError<FilingRefusal>> {
    let catalogue = Catalogue::load(tx).await?;
    let entries = entries(&catalogue, answers)?;
    Ok(Save {
        unit: about.unit,
        period: about.period,
        scope: content.scope,
        seen_version,
        entries,
        source,
        document: None,
        reason: String::new(),
    })
}

/// The answers as figures of the catalogue.
fn entries(
    catalogue: &Catalogue,
    answers: Vec<Answer>,
) -> Result<Vec<crate::figure::Entry>, ActError<FilingRefusal>> {
    let mut entries = Vec::with_capacity(answers.len());
    for answer in answers {
        let row = catalogue.slots.get(&answer.slot).ok_or(ActError::Refused(FilingRefusal::NotAsked))?;
        entries.push(crate::figure::Entry {
            indicator: row.indicator,
            breakdown: row.breakdown.clone(),
            value: answer.value,
            evidence: answer.evidence,
        });
    }
    Ok(entries)
}

/// The filing of this unit, form and period; begun where nobody did.
async fn begin(ctx: &Ctx, tx: &mut Tx, about: About, asked: &Asked) -> Result<Filing, StoreError> {
    if let Some(held) = store::filing::find(tx, about.form, about.unit, about.period).await? {
        return Ok(held);
    }
    let filing = fresh(ctx, about, asked);
    if !store::filing::begin(tx, &filing).await? {
        let held = store::filing::find(tx, about.form, about.unit, about.period).await?;
        return held.ok_or(StoreError::Damaged("a filing that is there and is not"));
    }
    let began = Taken { step: Step::Begin, version: 0, vector: Vector::default(), late: false };
    step(ctx, tx, &filing, began, Why::default()).await?;
    Ok(filing)
}

/// A filing that begins now.
fn fresh(ctx: &Ctx, about: About, asked: &Asked) -> Filing {
    Filing {
        id: FilingId(ctx.app.id()),
        form: about.form,
        unit: about.unit,
        period: about.period,
        edition: 1,
        standing: Standing::Entering,
        standing_ms: ctx.app.now_ms(),
        form_version: asked.version.number,
        scope: asked.version.content.scope,
        rests: BTreeSet::new(),
        sent_ms: None,
        late: false,
        asked_ms: None,
    }
}

/// Puts a filing where sending leads. Returns whether that is after its day.
fn sent(ctx: &Ctx, filing: &mut Filing, asked: &Asked, next: Standing) -> bool {
    let late = is_late(asked.due, Some(ctx.app.today()), ctx.app.today());
    filing.late = if filing.sent_ms.is_none() { late } else { filing.late };
    filing.standing = next;
    filing.standing_ms = ctx.app.now_ms();
    filing.sent_ms = Some(ctx.app.now_ms());
    filing.form_version = asked.version.number;
    filing.scope = asked.version.content.scope;
    filing.rests = asked.version.content.slots().collect();
    late
}

/// What a step read.
struct Taken {
    step: Step,
    version: i64,
    vector: Vector,
    late: bool,
}

/// Why a step is taken.
#[derive(Default)]
struct Why {
    grounds: Vec<domain::filing::ReturnGround>,
    note: String,
    rows: BTreeMap<String, String>,
    missing: Vec<UnitId>,
}

/// Records a step of a filing that stands as given.
async fn step(ctx: &Ctx, tx: &mut Tx, filing: &Filing, taken: Taken, why: Why) -> Result<(), StoreError> {
    store::filing::add_step(tx, &step_row(ctx, filing, taken, why)).await.map(|_| ())
}

fn step_row(ctx: &Ctx, filing: &Filing, taken: Taken, why: Why) -> StepRow {
    StepRow {
        filing: filing.id,
        place: 0,
        step: taken.step,
        standing: filing.standing,
        edition: filing.edition,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
        late: taken.late,
        submission_version: taken.version,
        vector: taken.vector,
        grounds: why.grounds,
        note: why.note,
        rows: why.rows,
        missing: why.missing,
    }
}

/// The form's part of a submission.
fn part(content: &Content, held: Option<&Submission>) -> Vector {
    let of = |slot| Some((slot, held?.vector.get(slot)?));
    Vector(content.slots().filter_map(of).collect())
}

/// What the checks need beside the answers: last period's values, and the last known of figures not asked for.
async fn beside(
    tx: &mut Tx,
    about: About,
    asked: &Asked,
) -> Result<(Option<(Period, Vector)>, Vector), StoreError> {
    let content = &asked.version.content;
    let last = match asked.form.every.before(about.period) {
        Some(period) => {
            let held = store::figure::find(tx, &SubmissionKey { period, ..about.key(content) }).await?;
            held.map(|held| (period, held.vector))
        }
        None => None,
    };
    let wanted = content.looked_up();
    let mut known = Vector::default();
    if !wanted.is_empty() {
        let mut periods = store::figure::periods(tx).await?;
        periods.retain(|period| period.last() <= about.period.last());
        periods.sort_by_key(|period| (period.last(), period.days()));
        let recent = periods.split_off(periods.len().saturating_sub(MOST_LOOKED));
        let mut held = store::figure::list(tx, &[about.unit], &recent, Road::Declared).await?;
        held.sort_by_key(|one| one.key.period.last());
        for one in held {
            known.0.extend(wanted.iter().filter_map(|slot| Some((*slot, one.vector.get(*slot)?))));
        }
    }
    Ok((last, known))
}

/// In how many of the latest periods a figure is looked for that a check needs and the form does not ask.
const MOST_LOOKED: usize = 40;

/// What the form's checks find in what stands now.
async fn findings(
    tx: &mut Tx,
    about: About,
    asked: &Asked,
    values: &Vector,
    words: &BTreeMap<String, String>,
) -> Result<Vec<Finding>, StoreError> {
    let (last, known) = beside(tx, about, asked).await?;
    let last = last.map(|(_, vector)| vector).unwrap_or_default();
    Ok(check(&asked.version.content, values, words, &last, &known))
}

/// Of some findings those that stop the sending: faults, and oddities without a reason.
fn stopping(found: Vec<Finding>, reasons: &BTreeMap<String, String>) -> Vec<Finding> {
    let explained = |finding: &Finding| {
        matches!(finding.weight, Weight::Soft(_)) && reasons.contains_key(&finding.ask.key())
    };
    found.into_iter().filter(|finding| !explained(finding)).collect()
}

/// Sends a filing up: entry rests until somebody decides.
pub async fn send(
    ctx: &Ctx,
    about: About,
    seen_version: Option<i64>,
) -> Result<Receipt, ActError<FilingRefusal>> {
    again!(ctx, tx, send_within(ctx, &mut tx, about, seen_version).await)
}

/// [`send`] within a transaction that does more.
pub(crate) async fn send_within(
    ctx: &Ctx,
    tx: &mut Tx,
    about: About,
    seen_version: Option<i64>,
) -> Result<Receipt, ActError<FilingRefusal>> {
    let (_, asked) = open(ctx, tx, Action::SendFilings, about).await?;
    let content = &asked.version.content;
    // The submission before the filing: in the order of those who enter.
    let held = store::figure::hold(tx, &about.key(content)).await?;
    let version = held.as_ref().map_or(0, |held| held.version);
    if seen_version.is_some_and(|seen| seen != version) {
        let (by, at_ms) = crate::figure::last_editor(tx, held.as_ref()).await?;
        let changed = FigureRefusal::Changed { version, by, at_ms, now: Vec::new() };
        return Err(ActError::Refused(FilingRefusal::Figure(changed)));
    }
    let filing = begin(ctx, tx, about, &asked).await?;
    let mut filing = store::filing::hold(tx, filing.id).await?.ok_or(ActError::Missing)?;
    let Some(next) = filing.standing.after(Step::Send) else {
        return Err(ActError::Refused(FilingRefusal::Standing(filing.standing)));
    };
    let vector = part(content, held.as_ref());
    let (words, reasons) = store::filing::words(tx, filing.id).await?;
    let stop = stopping(findings(tx, about, &asked, &vector, &words).await?, &reasons);
    if !stop.is_empty() {
        return Err(ActError::Refused(FilingRefusal::Findings(stop)));
    }
    let late = sent(ctx, &mut filing, &asked, next);
    store::filing::put(tx, &filing).await?;
    step(ctx, tx, &filing, Taken { step: Step::Send, version, vector, late }, Why::default()).await?;
    let detail = format!("{} · {} · {}", asked.form.name, about.period, filing.edition);
    ctx.record(tx, "filing.send", Some(about.unit), filing.id.to_string(), detail).await?;
    Ok(Receipt { filing: filing.id, edition: filing.edition, at_ms: ctx.app.now_ms(), late })
}

/// Takes back what was sent, as long as nobody decided.
pub async fn withdraw(ctx: &Ctx, filing: FilingId) -> Result<(), ActError<FilingRefusal>> {
    let mut tx = ctx.write().await?;
    let mut held = hold(ctx, &mut tx, filing, Action::SendFilings).await?;
    let Some(next) = held.standing.after(Step::Withdraw) else {
        return Err(ActError::Refused(FilingRefusal::Standing(held.standing)));
    };
    (held.standing, held.standing_ms) = (next, ctx.app.now_ms());
    store::filing::put(&mut tx, &held).await?;
    let taken = Taken { step: Step::Withdraw, version: 0, vector: Vector::default(), late: false };
    step(ctx, &mut tx, &held, taken, Why::default()).await?;
    ctx.record(&mut tx, "filing.withdraw", Some(held.unit), filing.to_string(), held.period.to_string())
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Asks the level above to open an accepted filing again.
pub async fn ask_reopen(ctx: &Ctx, filing: FilingId, reason: &str) -> Result<(), ActError<FilingRefusal>> {
    let mut tx = ctx.write().await?;
    let mut held = hold(ctx, &mut tx, filing, Action::SendFilings).await?;
    if held.standing.after(Step::AskReopen).is_none() {
        return Err(ActError::Refused(FilingRefusal::Standing(held.standing)));
    }
    let note = domain::text::clean(reason);
    if note.is_empty() || note.chars().count() > LONGEST_REASON {
        return Err(ActError::Refused(FilingRefusal::ReasonMissing));
    }
    held.asked_ms = Some(ctx.app.now_ms());
    store::filing::put(&mut tx, &held).await?;
    let taken = Taken { step: Step::AskReopen, version: 0, vector: Vector::default(), late: false };
    step(ctx, &mut tx, &held, taken, Why { note: note.clone(), ..Why::default() }).await?;
    ctx.record(&mut tx, "filing.ask-reopen", Some(held.unit), filing.to_string(), note).await?;
    tx.commit().await?;
    Ok(())
}

/// A filing, held, with the permission asked for.
async fn hold<R>(ctx: &Ctx, tx: &mut Tx, filing: FilingId, action: Action) -> Result<Filing, ActError<R>> {
    let found = store::filing::find_by_id(tx, filing).await?.ok_or(ActError::Missing)?;
    ctx.ask(tx, action, Some(found.unit)).await?;
    store::filing::hold(tx, filing).await?.ok_or(ActError::Missing)
}
