//! Stacks: two hundred reports handed in at once, read by the program one after another, opened by a person in turn.
//!
//! Not here: turning files into text (the caller does, between [`next`] and [`settle`]), reading one document and
//! deciding on its proposals (`document`).

use crate::ctx::{App, Ctx};
use crate::document::{self, DocumentRefusal, NewDocument};
use crate::error::{ActError, Fault, Never};
use crate::evidence::{self, FileRefusal};
use domain::authority::Action;
use domain::id::{DocumentId, StackId};
use domain::period::Period;
use domain::stack::{Candidate, Standing, owner};
use domain::text::fold;
use domain::unit::{History, UnitId};
use reader::table::Cell;
use std::collections::HashMap;
use store::Tx;
pub use store::stack::{Paper, Stack};

/// The most papers of one stack.
pub const MOST_PAPERS: usize = 500;

/// How many letters of a text are looked at for the name of its unit: the heading and the first paragraph.
const HEAD_LETTERS: usize = 1_200;

/// The code of a paper whose reader lost the right to read documents for its unit meanwhile.
pub const NOT_ALLOWED: &str = "denied";

/// Reports to hand in together.
#[derive(Debug, Clone)]
pub struct NewStack {
    /// Under which unit; each report is filed under the unit below that it names, else under this one.
    pub unit: UnitId,
    /// For which period; `None` takes what each text says.
    pub period: Option<Period>,
    /// Names and bytes of the files.
    pub papers: Vec<(String, Vec<u8>)>,
}

/// Why a stack is not taken. Nothing of it is kept then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StackRefusal {
    /// It holds no file.
    NoPapers,
    /// It holds more files than [`MOST_PAPERS`].
    TooMany,
    /// One of its files.
    File {
        /// Its name.
        name: String,
        /// What is wrong with it.
        refusal: FileRefusal,
    },
}

/// Takes a stack in. Its papers are read afterwards, in their order.
pub async fn add(ctx: &Ctx, new: NewStack) -> Result<StackId, ActError<StackRefusal>> {
    if new.papers.is_empty() {
        return Err(ActError::Refused(StackRefusal::NoPapers));
    }
    if new.papers.len() > MOST_PAPERS {
        return Err(ActError::Refused(StackRefusal::TooMany));
    }
    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::ReadDocuments, Some(new.unit)).await?;
    let stack = Stack {
        id: StackId(ctx.app.id()),
        unit: new.unit,
        period: new.period,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::stack::add(&mut tx, &stack).await?;
    for (place, (name, bytes)) in (1..).zip(&new.papers) {
        let refuse = |refusal| StackRefusal::File { name: name.clone(), refusal };
        let file = evidence::keep(ctx, &mut tx, bytes, refuse).await?;
        let paper = Paper {
            stack: stack.id,
            place,
            name: domain::text::clean(name),
            file,
            standing: Standing::Waiting,
            document: None,
            refusal: String::new(),
        };
        store::stack::put(&mut tx, &paper).await?;
    }
    let detail = new.papers.len().to_string();
    ctx.record(&mut tx, "stack.add", Some(stack.unit), stack.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(stack.id)
}

/// A paper of an opened stack.
#[derive(Debug, Clone)]
pub struct PaperRow {
    /// The paper.
    pub paper: Paper,
    /// The document that it became: title, unit, period, how many proposals are open and how many there are.
    pub document: Option<document::Listed>,
}

/// A stack with its papers.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The stack.
    pub stack: Stack,
    /// How its unit is called.
    pub unit_name: String,
    /// Its papers in their places; documents of units beyond the person's reach are left out of them.
    pub papers: Vec<PaperRow>,
}

impl Opened {
    /// How many papers wait to be read.
    pub fn waiting(&self) -> usize {
        self.papers.iter().filter(|row| row.paper.standing == Standing::Waiting).count()
    }

    /// The first document after a place whose proposals wait for a person, wrapping to the first of all.
    pub fn next_open(&self, after: i64) -> Option<&document::Listed> {
        let open = |row: &&PaperRow| row.document.as_ref().is_some_and(|document| document.open > 0);
        let later = self.papers.iter().filter(open).find(|row| row.paper.place > after);
        later.or_else(|| self.papers.iter().find(open)).and_then(|row| row.document.as_ref())
    }

    /// How many documents still have proposals that wait for a person.
    pub fn open(&self) -> usize {
        self.papers
            .iter()
            .filter(|row| row.document.as_ref().is_some_and(|document| document.open > 0))
            .count()
    }
}

/// Opens a stack: whoever may see documents of its unit.
pub async fn open(ctx: &Ctx, id: StackId) -> Result<Opened, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let Some(stack) = store::stack::find(&mut tx, id).await? else { return Err(ActError::Missing) };
    ctx.ask::<Never>(&mut tx, Action::SeeDocuments, Some(stack.unit)).await?;
    let papers = store::stack::papers(&mut tx, id).await?;
    let ids: Vec<DocumentId> = papers.iter().filter_map(|paper| paper.document).collect();
    let mut documents: HashMap<DocumentId, document::Listed> =
        document::listed(ctx, &mut tx, &ids).await?.into_iter().map(|one| (one.head.id, one)).collect();
    let names = store::unit::names(&mut tx, &[stack.unit], ctx.app.today()).await?;
    Ok(Opened {
        unit_name: names.get(&stack.unit).map(|name| name.name.clone()).unwrap_or_default(),
        papers: papers
            .into_iter()
            .map(|paper| PaperRow {
                document: paper.document.and_then(|document| documents.remove(&document)),
                paper,
            })
            .collect(),
        stack,
    })
}

/// The person's own latest stacks.
pub async fn recent(ctx: &Ctx) -> Result<Vec<Stack>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    Ok(store::stack::list_of(&mut tx, ctx.account, 5).await?)
}

/// The stack in which a document came in, for whoever may see both; `None` where it came alone.
pub async fn of_document(ctx: &Ctx, document: DocumentId) -> Result<Option<Opened>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let Some(stack) = store::stack::of_document(&mut tx, document).await? else { return Ok(None) };
    drop(tx);
    match open(ctx, stack).await {
        Ok(opened) => Ok(Some(opened)),
        Err(ActError::Missing | ActError::Denied(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// A paper that waits to be read, with its file.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its stack.
    pub stack: Stack,
    /// The paper.
    pub paper: Paper,
    /// The file's bytes.
    pub content: Vec<u8>,
}

/// The paper that waits longest, of anybody's; for the program's own work, which acts for the person who handed
/// it in.
pub async fn next(app: &App) -> Result<Option<Waiting>, Fault> {
    let mut tx = app.db().read().await?;
    let Some((stack, paper)) = store::stack::next_waiting(&mut tx).await? else { return Ok(None) };
    let file = store::file::find(&mut tx, &paper.file).await?;
    let (_, content) = file.ok_or(Fault::Inconsistent("a paper without its file"))?;
    Ok(Some(Waiting { stack, paper, content }))
}

/// What became of a paper's file.
#[derive(Debug, Clone)]
pub enum Taken {
    /// Its text and cells.
    Text {
        /// What it is (`docx`, `html`, `text`).
        kind: String,
        /// Its text.
        text: String,
        /// The cells of its tables.
        cells: Vec<Cell>,
        /// Where the text's pieces stood, in the intake's notation.
        blocks: String,
    },
    /// It cannot be read, for the reason of this code.
    Refused(String),
}

/// Reads a waiting paper in the name of the person who handed it in, and says how far it has come. Whoever is
/// stopped between the two finds the document the next time and no second one is made.
pub async fn settle(app: &App, waiting: &Waiting, taken: Taken) -> Result<(), Fault> {
    let ctx = Ctx::new(app, waiting.stack.account, "job");
    let (standing, document, refusal) = match taken {
        Taken::Refused(code) => (Standing::Refused, None, code),
        Taken::Text { kind, text, cells, blocks } => {
            let unit = whose(&ctx, &waiting.stack, &waiting.paper.name, &text).await?;
            let new = NewDocument {
                unit,
                period: waiting.stack.period,
                name: waiting.paper.name.clone(),
                kind,
                original: waiting.content.clone(),
                text,
                cells,
                blocks,
            };
            match document::upload(&ctx, new).await {
                Ok(id) => (Standing::Read, Some(id), String::new()),
                Err(ActError::Refused(DocumentRefusal::ReadBefore(id))) => {
                    (standing_of_known(&ctx, &waiting.stack, id).await?, Some(id), String::new())
                }
                Err(ActError::Refused(refusal)) => (Standing::Refused, None, code(refusal).to_owned()),
                Err(ActError::Missing | ActError::Denied(_)) => {
                    (Standing::Refused, None, NOT_ALLOWED.to_owned())
                }
                Err(ActError::Fault(fault)) => return Err(fault),
            }
        }
    };
    let mut tx = ctx.write().await?;
    store::stack::settle(&mut tx, &waiting.paper, standing, document, &refusal).await?;
    tx.commit().await?;
    Ok(())
}

fn code(refusal: DocumentRefusal) -> &'static str {
    match refusal {
        DocumentRefusal::File(FileRefusal::TooLarge) | DocumentRefusal::TooLong => "size",
        DocumentRefusal::File(FileRefusal::Empty)
        | DocumentRefusal::NoText
        | DocumentRefusal::ReadBefore(_) => "empty",
    }
}

/// A document made after its stack came from it: the program was stopped before it could say so.
async fn standing_of_known(ctx: &Ctx, stack: &Stack, id: DocumentId) -> Result<Standing, Fault> {
    let mut tx = ctx.read().await?;
    let found = store::document::find(&mut tx, id).await?;
    let made_since = found.is_some_and(|(head, _)| head.at_ms >= stack.at_ms);
    let papers = store::stack::papers(&mut tx, stack.id).await?;
    let claimed = papers.iter().any(|paper| paper.document == Some(id));
    Ok(if made_since && !claimed { Standing::Read } else { Standing::Before })
}

/// Under which unit a paper is filed: the one at or below the stack's that its name or heading tells, where the
/// person may read documents; else the stack's own.
async fn whose(ctx: &Ctx, stack: &Stack, name: &str, text: &str) -> Result<UnitId, Fault> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let candidates = candidates(&mut tx, &history, stack.unit, ctx).await?;
    let head: String = text.chars().take(HEAD_LETTERS).collect();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let Some(unit) = owner(stem, &head, &candidates) else { return Ok(stack.unit) };
    let allowed = authority.may(Action::ReadDocuments, Some(unit), &history);
    Ok(if allowed { unit } else { stack.unit })
}

async fn candidates(
    tx: &mut Tx,
    history: &History,
    top: UnitId,
    ctx: &Ctx,
) -> Result<Vec<Candidate>, store::StoreError> {
    let today = ctx.app.today();
    let units = history.ever_below(top);
    let names = store::unit::names(tx, &units, today).await?;
    let mut aliases: HashMap<UnitId, Vec<String>> = HashMap::new();
    for (unit, folded) in store::unit::folded_aliases(tx, &units).await? {
        aliases.entry(unit).or_default().push(folded);
    }
    let of = |unit: UnitId| {
        let mut called = aliases.get(&unit).cloned().unwrap_or_default();
        if let Some(name) = names.get(&unit) {
            called.extend([fold(&name.name), fold(&name.short_name)]);
        }
        let path = crate::programme::path(history, unit, today);
        Candidate { unit, names: called, above: path.into_iter().filter(|above| *above != unit).collect() }
    };
    Ok(units.iter().map(|unit| of(*unit)).collect())
}
