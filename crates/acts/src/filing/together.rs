//! Saving and sending in one, by many at the same moment: at a deadline everybody files at once, and writing what waits
//! in one transaction costs little more than writing one. Each still gets an own answer, an own line in the ledger and,
//! where refused, an own refusal that stops nobody else.
//!
//! Not here: saving or sending alone (`filing`), whose rules these are; evidence and statements for all units below,
//! which always go alone.

use super::{
    About, Filed, FilingRefusal, Receipt, SaveFiling, SavedFiling, Taken, Why, again, entries, fresh,
    save_filing, send_within, sent, step_row, stopping, words_asked,
};
use crate::ctx::{Ctx, permit};
use crate::error::{ActError, Fault};
use crate::figure::{FigureRefusal, check_entries, check_period, count_changed};
use crate::form::{Asked, asked_with};
use crate::indicator::Catalogue;
use domain::authority::{Action, Authority};
use domain::figure::Vector;
use domain::filing::{FilingId, Standing, Step};
use domain::form::{FormId, check};
use domain::id::{AccountId, SubmissionId};
use domain::ledger::Line;
use domain::period::Period;
use domain::submission::{Changes, Road, Scope, SubmissionKey, apply};
use domain::unit::{History, UnitId};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use store::figure::{Edit, Edited, Origin, Submission};
use store::filing::{Filing, Said, StepRow, WordsKind};
use store::form::{Extension, Form, Version};
use store::unit::UnitName;
use store::{StoreError, Tx};
use tokio::sync::oneshot;

/// How many are written in one transaction: what comes later waits for the next one, which begins at once.
const MOST: usize = 64;

type Outcome = Result<Filed, ActError<FilingRefusal>>;

/// Somebody who waits. An answer of `None` says: alone.
struct Waiting {
    ctx: Ctx,
    save: SaveFiling,
    answer: oneshot::Sender<Option<Outcome>>,
}

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    at_work: bool,
}

/// Those who wait to file, and whether somebody is writing.
#[derive(Default)]
pub(crate) struct Crowd(Mutex<Queue>);

impl Crowd {
    fn with<T>(&self, f: impl FnOnce(&mut Queue) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The work on what waits. When it is cut off, whoever still waits is let go alone.
struct Work {
    crowd: Arc<Crowd>,
    is_done: bool,
}

impl Drop for Work {
    fn drop(&mut self) {
        if !self.is_done {
            self.crowd.with(|queue| *queue = Queue::default());
        }
    }
}

/// Writes what waits until nobody does.
async fn work(crowd: Arc<Crowd>) {
    let mut work = Work { crowd, is_done: false };
    // Those who come at the same moment as the first are written with it.
    tokio::task::yield_now().await;
    while !work.is_done {
        let next = work.crowd.with(|queue| {
            let most = queue.waiting.len().min(MOST);
            let next: Vec<Waiting> = queue.waiting.drain(..most).collect();
            queue.at_work = !next.is_empty();
            next
        });
        // From here on somebody may begin anew.
        work.is_done = next.is_empty();
        serve(next).await;
    }
}

/// Saves and sends up in one transaction. What is saved stays, also where it cannot be sent.
pub async fn file(ctx: &Ctx, save: SaveFiling) -> Result<Filed, ActError<FilingRefusal>> {
    if save.answers.iter().any(|answer| answer.evidence.is_some()) {
        return alone(ctx, save).await;
    }
    let (answer, told) = oneshot::channel();
    let crowd = &ctx.app.crowd;
    let waiting = Waiting { ctx: ctx.clone(), save: save.clone(), answer };
    let begins = crowd.with(|queue| {
        queue.waiting.push(waiting);
        !std::mem::replace(&mut queue.at_work, true)
    });
    if begins {
        // A task of its own: a request that is given up must not take the others' with it.
        tokio::spawn(work(Arc::clone(crowd)));
    }
    match told.await {
        Ok(Some(end)) => end,
        Ok(None) | Err(_) => alone(ctx, save).await,
    }
}

async fn alone(ctx: &Ctx, save: SaveFiling) -> Result<Filed, ActError<FilingRefusal>> {
    again!(ctx, tx, file_within(ctx, &mut tx, save.clone()).await)
}

async fn file_within(ctx: &Ctx, tx: &mut Tx, save: SaveFiling) -> Outcome {
    let about = save.about;
    let saved = save_filing(ctx, tx, save).await?;
    match send_within(ctx, tx, about, None).await {
        Ok(receipt) => Ok(Filed { saved, sent: Ok(receipt) }),
        Err(ActError::Refused(refusal)) => Ok(Filed { saved, sent: Err(refusal) }),
        Err(end) => Err(end),
    }
}

async fn serve(waiting: Vec<Waiting>) {
    let mut seen = BTreeSet::new();
    let mut together = Vec::with_capacity(waiting.len());
    for one in waiting {
        // Whoever gave up is not written. Of two for the same figures the second goes alone.
        let about = one.save.about;
        if one.answer.is_closed() || !seen.insert((about.unit, about.period)) {
            continue;
        }
        together.push(one);
    }
    // Where it fails for all, the answers are dropped and everybody goes alone: one person's fault is not another's.
    if let Ok(outcomes) = written(&together).await {
        for (one, outcome) in together.into_iter().zip(outcomes) {
            let _gone = one.answer.send(outcome);
        }
    }
}

async fn written(together: &[Waiting]) -> Result<Vec<Option<Outcome>>, StoreError> {
    let Some(first) = together.first() else { return Ok(Vec::new()) };
    let app = &first.ctx.app;
    let mut tx = app.db.write().await?;
    store::tree::hold(&mut tx).await?;
    let seen = Seen::load(&mut tx, together).await?;
    let mut plan = Plan::default();
    let outcomes = together.iter().map(|one| seen.examine(one, &mut plan)).collect();
    let edited = store::figure::edit_each(&mut tx, plan.edits).await?;
    store::total::carry(&mut tx, &edited, app.today()).await?;
    let held: Vec<FilingId> = seen.filings.iter().map(|filing| filing.id).collect();
    if store::filing::many::hold_these(&mut tx, &held).await? != seen.filings {
        return Err(StoreError::Constraint("a filing that moved on".to_owned()));
    }
    store::filing::many::put_all(&mut tx, &plan.filings).await?;
    for (filing, by, (answers, reasons)) in plan.words {
        store::filing::put_words(&mut tx, filing, WordsKind::Answer, &answers, by).await?;
        store::filing::put_words(&mut tx, filing, WordsKind::Reason, &reasons, by).await?;
    }
    store::filing::many::add_steps(&mut tx, &plan.steps).await?;
    store::ledger::add_all(&mut tx, &plan.lines).await?;
    tx.commit().await?;
    Ok(outcomes)
}

/// What is to be written.
#[derive(Default)]
struct Plan {
    edits: Vec<(Edit, Origin)>,
    filings: Vec<Filing>,
    words: Vec<(FilingId, (AccountId, i64), Said)>,
    steps: Vec<StepRow>,
    lines: Vec<Line>,
}

/// Everything that those who wait are judged by, fetched once for all of them.
struct Seen {
    history: Arc<History>,
    authorities: HashMap<AccountId, Authority>,
    catalogue: Catalogue,
    forms: HashMap<FormId, (Form, Vec<Version>)>,
    names: HashMap<(UnitId, Period), UnitName>,
    extensions: HashMap<(FormId, Period), Vec<Extension>>,
    held: HashMap<SubmissionKey, Submission>,
    last: HashMap<(UnitId, Period), Vector>,
    filings: Vec<Filing>,
    words: HashMap<FilingId, Said>,
}

fn own(unit: UnitId, period: Period) -> SubmissionKey {
    SubmissionKey { unit, period, road: Road::Declared, scope: Scope::Own }
}

impl Seen {
    async fn load(tx: &mut Tx, together: &[Waiting]) -> Result<Self, StoreError> {
        let history = store::tree::history(tx).await?;
        let abouts: Vec<About> = together.iter().map(|one| one.save.about).collect();
        let mut authorities = HashMap::new();
        let accounts: BTreeSet<AccountId> = together.iter().map(|one| one.ctx.account).collect();
        let accounts: Vec<AccountId> = accounts.into_iter().collect();
        let mut duties = store::duty::list_of_all(tx, &accounts).await?;
        if let Some(first) = together.first() {
            let today = first.ctx.app.today();
            for account in accounts {
                let duties = duties.remove(&account).unwrap_or_default();
                authorities.insert(account, Authority::new(account, today, duties));
            }
        }
        let wanted: BTreeSet<FormId> = abouts.iter().map(|about| about.form).collect();
        let wanted: Vec<FormId> = wanted.into_iter().collect();
        let mut versions: HashMap<FormId, Vec<Version>> = HashMap::new();
        for version in store::form::versions(tx, &wanted).await? {
            versions.entry(version.form).or_default().push(version);
        }
        let mut forms = HashMap::new();
        for form in store::form::list(tx).await? {
            if let Some(versions) = versions.remove(&form.id) {
                forms.insert(form.id, (form, versions));
            }
        }
        let mut asked_of: BTreeMap<Period, Vec<UnitId>> = BTreeMap::new();
        let mut extensions = HashMap::new();
        for about in &abouts {
            asked_of.entry(about.period).or_default().push(about.unit);
            if let Entry::Vacant(entry) = extensions.entry((about.form, about.period)) {
                entry.insert(store::form::extensions(tx, about.form, about.period).await?);
            }
        }
        let mut seen = Self {
            catalogue: Catalogue::load(tx).await?,
            history,
            authorities,
            forms,
            names: HashMap::new(),
            extensions,
            held: HashMap::new(),
            last: HashMap::new(),
            filings: Vec::new(),
            words: HashMap::new(),
        };
        seen.load_units(tx, asked_of, &abouts).await?;
        Ok(seen)
    }

    /// What stands of the units themselves; the rows of their submissions are held.
    async fn load_units(
        &mut self,
        tx: &mut Tx,
        asked_of: BTreeMap<Period, Vec<UnitId>>,
        abouts: &[About],
    ) -> Result<(), StoreError> {
        let keys: Vec<SubmissionKey> = abouts.iter().map(|about| own(about.unit, about.period)).collect();
        self.held = store::figure::hold_all(tx, &keys).await?;
        for (period, units) in asked_of {
            let mut by_day: BTreeMap<_, Vec<UnitId>> = BTreeMap::new();
            for unit in &units {
                if let Some(day) = self.history.day_for(*unit, period) {
                    by_day.entry(day).or_default().push(*unit);
                }
            }
            for (day, units) in by_day {
                let names = store::unit::names(tx, &units, day).await?;
                self.names.extend(names.into_iter().map(|(unit, name)| ((unit, period), name)));
            }
            let before: BTreeSet<Period> = abouts
                .iter()
                .filter(|about| about.period == period)
                .filter_map(|about| self.forms.get(&about.form)?.0.every.before(period))
                .collect();
            let before: Vec<Period> = before.into_iter().collect();
            for one in store::figure::list(tx, &units, &before, Road::Declared).await? {
                if one.key.scope == Scope::Own {
                    self.last.insert((one.key.unit, one.key.period), one.vector);
                }
            }
            self.filings.extend(store::filing::list(tx, &units, &[period]).await?);
        }
        self.filings.sort_by_key(|filing| filing.id);
        let ids: Vec<FilingId> = self.filings.iter().map(|filing| filing.id).collect();
        self.words = store::filing::many::words_of(tx, &ids).await?;
        Ok(())
    }

    /// Judges one who waits by the rules of saving and of sending, and plans what is to be written. `None` where this
    /// does not know all that those rules need.
    fn examine(&self, one: &Waiting, plan: &mut Plan) -> Option<Outcome> {
        let about = one.save.about;
        let held = self.held.get(&own(about.unit, about.period));
        let asked = match self.asked(&one.ctx, about) {
            Ok(asked) => asked,
            Err(end) => return Some(Err(end)),
        };
        let content = &asked.version.content;
        let changed_since =
            one.save.seen_version.is_some_and(|seen| seen != held.map_or(0, |held| held.version));
        if content.scope != Scope::Own || !content.looked_up().is_empty() || changed_since {
            return None;
        }
        Some(self.planned(one, &asked, held).map(|planned| planned.put(plan)))
    }

    /// Whether the person may save and send, and what the form asks of the unit.
    fn asked(&self, ctx: &Ctx, about: About) -> Result<Asked, ActError<FilingRefusal>> {
        let authority = self.authorities.get(&ctx.account).ok_or(ActError::Missing)?;
        for action in [Action::EnterFigures, Action::SendFilings] {
            permit(&self.history, authority, action, Some(about.unit))?;
        }
        let (form, versions) = self.forms.get(&about.form).ok_or(ActError::Missing)?;
        let name = self.names.get(&(about.unit, about.period)).ok_or(ActError::Missing)?;
        let later = self.extensions.get(&(about.form, about.period)).map_or(&[][..], Vec::as_slice);
        asked_with(&self.history, (form, versions), (about.unit, name.kind), about.period, later)
            .ok_or(ActError::Missing)
    }

    fn planned(
        &self,
        one: &Waiting,
        asked: &Asked,
        held: Option<&Submission>,
    ) -> Result<Planned, ActError<FilingRefusal>> {
        let (ctx, about, content) = (&one.ctx, one.save.about, &asked.version.content);
        let said = words_asked(content, &one.save)?;
        let (before, version) = held.map_or((Vector::default(), 0), |one| (one.vector.clone(), one.version));
        let mut planned = Planned::new(ctx, version, before, said);
        if !one.save.answers.is_empty() {
            self.figures(one, held, &mut planned)?;
        }
        let known = self.filings.iter().find(|filing| is_of(filing, about));
        let mut filing = known.cloned().unwrap_or_else(|| fresh(ctx, about, asked));
        if known.is_none() {
            let began = Taken { step: Step::Begin, version: 0, vector: Vector::default(), late: false };
            planned.steps.push(step_row(ctx, &filing, began, Why::default()));
        }
        let (answers, reasons) = &planned.said;
        let wordless = answers.is_empty() && reasons.is_empty();
        if !wordless && !filing.standing.is_open() {
            return Err(ActError::Refused(FilingRefusal::Standing(filing.standing)));
        }
        planned.saved.filing = filing.id;
        let sent = self.send(ctx, asked, &mut filing, &mut planned);
        planned.sent = sent;
        planned.filing = Some(filing);
        Ok(planned)
    }

    /// The figures that change, if they may.
    fn figures(
        &self,
        one: &Waiting,
        held: Option<&Submission>,
        planned: &mut Planned,
    ) -> Result<(), ActError<FilingRefusal>> {
        let (ctx, about) = (&one.ctx, one.save.about);
        let entries = entries(&self.catalogue, one.save.answers.clone())?;
        let own_end = |end: ActError<FigureRefusal>| end.map(FilingRefusal::Figure);
        check_period(ctx, &self.history, about.unit, about.period).map_err(own_end)?;
        check_entries(&self.catalogue, about.period, &entries).map_err(own_end)?;
        let changes: Changes = one.save.answers.iter().map(|answer| (answer.slot, answer.value)).collect();
        let before = planned.vector.clone();
        let after = apply(&before, &changes);
        let mut rests = self.filings.iter().filter(|filing| {
            (filing.unit, filing.period, filing.scope) == (about.unit, about.period, Scope::Own)
                && !filing.standing.is_open()
        });
        let touched = |filing: &Filing| filing.rests.iter().any(|slot| before.get(*slot) != after.get(*slot));
        if rests.any(touched) {
            return Err(ActError::Refused(FilingRefusal::Figure(FigureRefusal::Resting)));
        }
        let key = own(about.unit, about.period);
        let submission = held.map_or_else(|| SubmissionId(ctx.app.id()), |held| held.id);
        let slots: Vec<_> = changes.keys().copied().collect();
        if held.is_none() || after != before {
            planned.saved.version += 1;
            let version = planned.saved.version;
            let edited = Edited { submission, key, version, before, after: after.clone() };
            planned.saved.changed = count_changed(&edited, &slots);
            let origin = Origin {
                account: ctx.account,
                at_ms: ctx.app.now_ms(),
                source: one.save.source,
                document: None,
                batch: None,
                reason: String::new(),
            };
            planned.edit = Some((Edit { fresh: submission, key, changes }, origin));
        }
        planned.vector = after;
        let detail = format!("{} · {}", about.period, planned.saved.changed);
        planned.lines.push(ctx.line("figure.save", Some(about.unit), submission.to_string(), detail));
        Ok(())
    }

    fn send(
        &self,
        ctx: &Ctx,
        asked: &Asked,
        filing: &mut Filing,
        planned: &mut Planned,
    ) -> Result<Receipt, FilingRefusal> {
        let next = filing.standing.after(Step::Send).ok_or(FilingRefusal::Standing(filing.standing))?;
        let content = &asked.version.content;
        let of = |slot| Some((slot, planned.vector.get(slot)?));
        let vector = Vector(content.slots().filter_map(of).collect());
        let (answers, reasons) = planned.all_said(self.words.get(&filing.id));
        let before = asked.form.every.before(filing.period);
        let last = before.and_then(|before| self.last.get(&(filing.unit, before)));
        let (none, known) = (Vector::default(), Vector::default());
        let found = check(content, &vector, &answers, last.unwrap_or(&none), &known);
        let stop = stopping(found, &reasons);
        if !stop.is_empty() {
            return Err(FilingRefusal::Findings(stop));
        }
        let late = sent(ctx, filing, asked, next);
        let taken = Taken { step: Step::Send, version: planned.saved.version, vector, late };
        planned.steps.push(step_row(ctx, filing, taken, Why::default()));
        let detail = format!("{} · {} · {}", asked.form.name, filing.period, filing.edition);
        planned.lines.push(ctx.line("filing.send", Some(filing.unit), filing.id.to_string(), detail));
        Ok(Receipt { filing: filing.id, edition: filing.edition, at_ms: ctx.app.now_ms(), late })
    }
}

fn is_of(filing: &Filing, about: About) -> bool {
    (filing.form, filing.unit, filing.period) == (about.form, about.unit, about.period)
}

/// What one of them writes.
struct Planned {
    by: (AccountId, i64),
    saved: SavedFiling,
    sent: Result<Receipt, FilingRefusal>,
    /// All values of the submission after the edit.
    vector: Vector,
    said: Said,
    edit: Option<(Edit, Origin)>,
    filing: Option<Filing>,
    steps: Vec<StepRow>,
    lines: Vec<Line>,
}

impl Planned {
    fn new(ctx: &Ctx, version: i64, vector: Vector, said: Said) -> Self {
        Self {
            by: (ctx.account, ctx.app.now_ms()),
            saved: SavedFiling { filing: FilingId(0), version, changed: 0 },
            sent: Err(FilingRefusal::Standing(Standing::NotBegun)),
            vector,
            said,
            edit: None,
            filing: None,
            steps: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Words and reasons as they will stand: those kept before, with those that change; empty ones are taken out.
    fn all_said(&self, kept: Option<&Said>) -> Said {
        let (mut answers, mut reasons) = kept.cloned().unwrap_or_default();
        answers.extend(self.said.0.clone());
        reasons.extend(self.said.1.clone());
        answers.retain(|_, text| !text.is_empty());
        reasons.retain(|_, text| !text.is_empty());
        (answers, reasons)
    }

    fn put(self, plan: &mut Plan) -> Filed {
        plan.edits.extend(self.edit);
        plan.filings.extend(self.filing);
        let (answers, reasons) = &self.said;
        if !(answers.is_empty() && reasons.is_empty()) {
            plan.words.push((self.saved.filing, self.by, self.said));
        }
        plan.steps.extend(self.steps);
        plan.lines.extend(self.lines);
        Filed { saved: self.saved, sent: self.sent }
    }
}
