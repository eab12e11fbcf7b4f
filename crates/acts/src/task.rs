//! Tasks: giving them from the clauses of a directive, saying that they are done, and the way from a clause to the
//! figures and back.
//!
//! Not here: who received the programme (`acknowledgement`).

use crate::ctx::{Ctx, day_of};
use crate::error::{ActError, Never};
use crate::evidence::{self, FileRefusal, HandedFile};
use domain::authority::Action;
use domain::id::{ClauseId, DirectiveId, IndicatorId, ProgrammeId, TaskId};
use domain::task::{self, Progress};
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::HashMap;
pub use store::task::{Clause, Said, Task};

/// The most letters of a task, a clause and a note.
pub const TEXT_MOST: usize = 4_000;
/// The most letters of a post and of a clause's number.
pub const SHORT_MOST: usize = 200;

/// A task to be given.
#[derive(Debug, Clone)]
pub struct NewTask {
    /// For which programme.
    pub programme: ProgrammeId,
    /// The clause of the programme's directive that it comes from.
    pub clause: Option<ClauseId>,
    /// Who is to do it: the programme's own unit or one below.
    pub owner: UnitId,
    /// The post that answers for it; may be empty.
    pub post: String,
    /// What is to be done.
    pub content: String,
    /// The last day on which it is in time.
    pub due: Option<Date>,
    /// What measures it.
    pub indicators: Vec<IndicatorId>,
}

/// Why a clause, a task or a word about one is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskRefusal {
    /// Nothing was written.
    ContentMissing,
    /// A text is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The clause is not of the programme's directive.
    UnknownClause,
    /// The owner is neither the programme's unit nor below it.
    OwnerNotBelow,
    /// The catalogue has no such indicator.
    UnknownIndicator,
    /// The file is not kept.
    File(FileRefusal),
    /// It is open already, or done already.
    AlreadySo,
}

/// A task with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// The task.
    pub task: Task,
    /// How its owner is called today.
    pub owner_name: String,
    /// The clause it comes from.
    pub clause: Option<Clause>,
    /// The codes and identities of what measures it.
    pub indicators: Vec<IndicatorId>,
    /// How it stands today.
    pub progress: Progress,
    /// What was said about it last.
    pub said: Option<Said>,
    /// Whether the person may say that it is done.
    pub mine: bool,
}

fn long(words: &str, most: usize) -> Result<String, ActError<TaskRefusal>> {
    let words = text::clean(words);
    if words.chars().count() > most {
        return Err(ActError::Refused(TaskRefusal::TooLong { most }));
    }
    Ok(words)
}

/// Adds a clause to a directive, after those that it has.
pub async fn add_clause(
    ctx: &Ctx,
    directive: DirectiveId,
    number: &str,
    content: &str,
) -> Result<ClauseId, ActError<TaskRefusal>> {
    let mut tx = ctx.write().await?;
    let (_, unit) = store::directive::find(&mut tx, directive).await?.ok_or(ActError::Missing)?;
    // A document of everybody's register is split into clauses by whoever keeps programmes anywhere: the words are
    // the document's own, and every clause is in the ledger.
    let authority = ctx.authority(&mut tx).await?;
    let anywhere = unit.is_none() && !authority.reach(Action::KeepProgrammes).is_empty();
    if !anywhere {
        ctx.ask(&mut tx, Action::KeepProgrammes, unit).await?;
    }
    let (number, content) = (long(number, SHORT_MOST)?, long(content, TEXT_MOST)?);
    if content.is_empty() {
        return Err(ActError::Refused(TaskRefusal::ContentMissing));
    }
    let known = store::task::clauses(&mut tx, directive).await?;
    let place = known.last().map_or(1, |clause| clause.place + 1);
    let clause = Clause { id: ClauseId(ctx.app.id()), directive, place, number, content };
    store::task::add_clause(&mut tx, &clause).await?;
    ctx.record(&mut tx, "clause.add", unit, clause.id.to_string(), clause.number).await?;
    tx.commit().await?;
    Ok(clause.id)
}

/// The clauses of the directive that a programme carries out, in its order.
pub async fn clauses(ctx: &Ctx, programme: ProgrammeId) -> Result<Vec<Clause>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (programme, ..) = crate::acknowledgement::known::<Never>(ctx, &mut tx, programme).await?;
    Ok(match programme.directive {
        Some(directive) => store::task::clauses(&mut tx, directive).await?,
        None => Vec::new(),
    })
}

/// Gives a task.
pub async fn give(ctx: &Ctx, new: NewTask) -> Result<TaskId, ActError<TaskRefusal>> {
    let mut tx = ctx.write().await?;
    let programme = store::programme::find(&mut tx, new.programme).await?.ok_or(ActError::Missing)?;
    let history = ctx.ask(&mut tx, Action::LaunchProgrammes, Some(programme.unit)).await?;
    let (content, post) = (long(&new.content, TEXT_MOST)?, long(&new.post, SHORT_MOST)?);
    if content.is_empty() {
        return Err(ActError::Refused(TaskRefusal::ContentMissing));
    }
    if !history.path_on(new.owner, ctx.app.today()).contains(&programme.unit) {
        return Err(ActError::Refused(TaskRefusal::OwnerNotBelow));
    }
    if let Some(clause) = new.clause {
        let known = match programme.directive {
            Some(directive) => store::task::clauses(&mut tx, directive).await?,
            None => Vec::new(),
        };
        if !known.iter().any(|known| known.id == clause) {
            return Err(ActError::Refused(TaskRefusal::UnknownClause));
        }
    }
    let catalogue = crate::indicator::Catalogue::load(&mut tx).await?;
    if new.indicators.iter().any(|id| catalogue.indicator(*id).is_none()) {
        return Err(ActError::Refused(TaskRefusal::UnknownIndicator));
    }
    let task = Task {
        id: TaskId(ctx.app.id()),
        programme: programme.id,
        clause: new.clause,
        owner: new.owner,
        post,
        content,
        due: new.due,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::task::add(&mut tx, &task, &new.indicators).await?;
    ctx.record(&mut tx, "task.give", Some(new.owner), task.id.to_string(), task.content).await?;
    tx.commit().await?;
    Ok(task.id)
}

/// Says that a task is done, or open again, in its owner's name.
pub async fn say(
    ctx: &Ctx,
    id: TaskId,
    done: bool,
    note: &str,
    file: Option<(String, Vec<u8>)>,
) -> Result<(), ActError<TaskRefusal>> {
    let mut tx = ctx.write().await?;
    let task = store::task::find(&mut tx, id).await?.ok_or(ActError::Missing)?;
    ctx.ask(&mut tx, Action::AnswerProgrammes, Some(task.owner)).await?;
    let note = long(note, TEXT_MOST)?;
    if note.is_empty() {
        return Err(ActError::Refused(TaskRefusal::ContentMissing));
    }
    let said = store::task::said(&mut tx, task.programme).await?;
    let last = said.iter().rev().find(|said| said.task == id);
    if last.is_some_and(|last| last.done) == done {
        return Err(ActError::Refused(TaskRefusal::AlreadySo));
    }
    let (file, file_name) = match file {
        Some((name, bytes)) => {
            (Some(evidence::keep(ctx, &mut tx, &bytes, TaskRefusal::File).await?), text::clean(&name))
        }
        None => (None, String::new()),
    };
    let (account, at_ms) = (ctx.account, ctx.app.now_ms());
    let said = Said { id: ctx.app.id(), task: id, done, note, file, file_name, account, at_ms };
    store::task::say(&mut tx, &said).await?;
    let act = if done { "task.done" } else { "task.reopen" };
    ctx.record(&mut tx, act, Some(task.owner), id.to_string(), said.note).await?;
    tx.commit().await?;
    Ok(())
}

/// The tasks of a programme that the person may see: those of units within reach, and those of the programme's own
/// unit, in the order in which they were given.
pub async fn list(ctx: &Ctx, id: ProgrammeId) -> Result<Vec<TaskRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (programme, authority, history) = crate::acknowledgement::known::<Never>(ctx, &mut tx, id).await?;
    let mut tasks = store::task::list(&mut tx, id).await?;
    tasks.retain(|task| authority.may(Action::SeeUnit, Some(task.owner), &history));
    let clauses: HashMap<ClauseId, Clause> = match programme.directive {
        Some(directive) => store::task::clauses(&mut tx, directive)
            .await?
            .into_iter()
            .map(|clause| (clause.id, clause))
            .collect(),
        None => HashMap::new(),
    };
    let mut measured: HashMap<TaskId, Vec<IndicatorId>> = HashMap::new();
    for (task, indicator) in store::task::indicators(&mut tx, id).await? {
        measured.entry(task).or_default().push(indicator);
    }
    let mut said: HashMap<TaskId, Said> = HashMap::new();
    for one in store::task::said(&mut tx, id).await? {
        said.insert(one.task, one);
    }
    let owners: Vec<UnitId> = tasks.iter().map(|task| task.owner).collect();
    let names = store::unit::names(&mut tx, &owners, ctx.app.today()).await?;
    Ok(tasks
        .into_iter()
        .map(|task| {
            let said = said.remove(&task.id);
            let done = said.as_ref().filter(|said| said.done).map(|said| day_of(said.at_ms));
            TaskRow {
                owner_name: names.get(&task.owner).map(|name| name.name.clone()).unwrap_or_default(),
                clause: task.clause.and_then(|clause| clauses.get(&clause).cloned()),
                indicators: measured.remove(&task.id).unwrap_or_default(),
                progress: task::progress(task.due, done, ctx.app.today()),
                said,
                mine: authority.may(Action::AnswerProgrammes, Some(task.owner), &history),
                task,
            }
        })
        .collect())
}

/// The file that shows what came of a task. The handing out is written into the ledger.
pub async fn file(ctx: &Ctx, id: i64) -> Result<HandedFile, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let said = store::task::find_said(&mut tx, id).await?.ok_or(ActError::Missing)?;
    let task = store::task::find(&mut tx, said.task).await?.ok_or(ActError::Missing)?;
    ctx.ask::<Never>(&mut tx, Action::SeeDocuments, Some(task.owner)).await?;
    let Some(hash) = said.file else { return Err(ActError::Missing) };
    let (head, content) = store::file::find(&mut tx, &hash).await?.ok_or(ActError::Missing)?;
    let (owner, name) = (Some(task.owner), said.file_name);
    ctx.record(&mut tx, "task.hand-out", owner, task.id.to_string(), name.as_str()).await?;
    tx.commit().await?;
    Ok(HandedFile { name, media: head.media, content })
}
