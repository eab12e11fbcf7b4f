//! Nominations: from the vote at a unit to the day a decision names the case, every step a record.
//!
//! A case moves only as `domain::nomination::next` says. The unit that proposes writes it; the body whose round it is
//! vets it, asks other bodies, posts notices and decides.
//!
//! Not here: the council (`council`), what a case meets or lacks (`case`), seeing and listing (`view`).

mod case;
mod flow;
mod view;

pub(crate) use case::{consulted, council_share, line_of, quorum};
pub use flow::{Answered, answer, consult, decide, escalate, give_back, post_notice, propose, vet, withdraw};
pub use store::nomination::{Consultation, Fact, Nomination, Notice, Paper, StepRow, UnitVote};
pub use view::{Filter, NominationRow, NominationView, Warning, list, load};

use crate::ctx::Ctx;
use crate::decision::{AuthorityRefusal, DecisionRefusal};
use crate::error::{ActError, Never};
use crate::evidence::{self, FileRefusal, HandedFile};
use domain::authority::Action;
use domain::award::{FormCode, Grade, Ground, Spread};
use domain::honoree::HonoreeKind;
use domain::id::{NominationId, PersonId, RoundId, StepId};
use domain::nomination::{Stage, Step};
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use store::Tx;
use store::round::Round;

/// The most letters of a name and of minutes.
pub const SHORT_MOST: usize = 300;
/// The most letters of an achievement and a reason.
pub const LONG_MOST: usize = 2_000;

/// A case to be written.
#[derive(Debug, Clone)]
pub struct NewNomination {
    /// In which round.
    pub round: RoundId,
    /// Who proposes.
    pub unit: UnitId,
    /// Whom.
    pub kind: HonoreeKind,
    /// The name.
    pub name: String,
    /// What stands beside it; may be empty.
    pub detail: String,
    /// For how many it stands: 1, but for a combined number, which is at least 2 and has a heading as its name.
    pub number: u32,
    /// The unit that is to be honoured, or where the person works.
    pub honoured: Option<UnitId>,
    /// The person of the register.
    pub person: Option<PersonId>,
    /// For which form.
    pub form: FormCode,
    /// On which ground.
    pub ground: Ground,
    /// For which year.
    pub year: i16,
    /// For which achievement.
    pub achievement: String,
    /// The vote at the unit.
    pub vote: UnitVote,
}

/// Why a case is not written or moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NominationRefusal {
    /// A text is missing.
    TextMissing,
    /// A text is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The round is not open today.
    RoundClosed {
        /// From when.
        opens: Date,
        /// Until when.
        closes: Date,
    },
    /// The round is not for this form and recipient.
    NotInRound,
    /// The unit does not stand below the body whose round it is.
    NotBelow,
    /// A name that stands for more than one, or a combined number that stands for fewer than two.
    Number,
    /// More votes than voters, or none.
    Votes,
    /// The vote lies in the future.
    InFuture,
    /// The person or unit is not known.
    Unknown,
    /// It cannot be done from where the case stands.
    CannotFollow(Stage),
    /// Somebody moved it a moment ago.
    Moved,
    /// Giving back takes a reason.
    ReasonMissing,
    /// Papers that the rules ask for are not there.
    PapersMissing(Vec<String>),
    /// The round has no place left.
    QuotaFull {
        /// How many there are.
        quota: u32,
    },
    /// A body was asked and has until then to answer.
    ConsultationOpen {
        /// Which.
        body: String,
        /// Until when.
        due: Date,
    },
    /// The question has its answer.
    AnsweredBefore,
    /// No term in working days, or far too many.
    Term,
    /// The rules ask for a public notice of so many working days.
    NoticeMissing {
        /// How many.
        days: u16,
    },
    /// The notice runs until then.
    NoticeRuns {
        /// The last day.
        until: Date,
    },
    /// The round for the higher form is not one of a body above.
    NotHigher,
    /// A file is not taken.
    File(FileRefusal),
    /// The decision cannot be.
    Decision(DecisionRefusal),
    /// The body may not confer it.
    Authority(AuthorityRefusal),
}

type Ended<T> = Result<T, ActError<NominationRefusal>>;

fn refuse<T>(refusal: NominationRefusal) -> Ended<T> {
    Err(ActError::Refused(refusal))
}

/// A text made ready to be kept.
fn checked(raw: &str, most: usize, needed: bool) -> Ended<String> {
    let clean = text::clean(raw);
    if needed && clean.is_empty() {
        return refuse(NominationRefusal::TextMissing);
    }
    if clean.chars().count() > most {
        return refuse(NominationRefusal::TooLong { most });
    }
    Ok(clean)
}

/// A case with its round, for whoever may see the unit that proposes.
pub(crate) async fn found<R>(
    ctx: &Ctx,
    tx: &mut Tx,
    id: NominationId,
) -> Result<(Nomination, Round), ActError<R>> {
    let case = store::nomination::find(tx, id).await?.ok_or(ActError::Missing)?;
    let round = store::round::find(tx, case.round).await?.ok_or(ActError::Missing)?;
    ctx.ask(tx, Action::SeeAwards, Some(case.unit)).await?;
    Ok((case, round))
}

/// Writes a case as a draft, with the vote at its unit.
pub async fn write(ctx: &Ctx, new: NewNomination) -> Ended<NominationId> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::KeepRegister, Some(new.unit)).await?;
    let round = store::round::find(&mut tx, new.round).await?.ok_or(ActError::Missing)?;
    let today = ctx.app.today();
    if !crate::programme::path(&history, new.unit, today).contains(&round.unit) {
        return refuse(NominationRefusal::NotBelow);
    }
    if today < round.opens || round.closes < today {
        return refuse(NominationRefusal::RoundClosed { opens: round.opens, closes: round.closes });
    }
    let wanted = |form: &&store::round::RoundForm| form.form == new.form && form.kind == new.kind;
    if !round.forms.iter().any(|form| wanted(&form)) {
        return refuse(NominationRefusal::NotInRound);
    }
    let combined = new.kind == HonoreeKind::Combined;
    if (combined && new.number < 2) || (!combined && new.number != 1) {
        return refuse(NominationRefusal::Number);
    }
    let vote = &new.vote;
    if vote.voters == 0 || vote.voted > vote.voters || vote.approved > vote.voted {
        return refuse(NominationRefusal::Votes);
    }
    if vote.day > today || new.year > today.year() || new.year < 1945 {
        return refuse(NominationRefusal::InFuture);
    }
    let unit_known = new.honoured.is_none_or(|unit| history.knows(unit));
    let person_known = match new.person {
        Some(person) => store::person::find(&mut tx, person).await?.is_some(),
        None => true,
    };
    if !unit_known || !person_known {
        return refuse(NominationRefusal::Unknown);
    }
    let case = Nomination {
        id: NominationId(ctx.app.id()),
        round: new.round,
        unit: new.unit,
        kind: new.kind,
        name: checked(&new.name, SHORT_MOST, true)?,
        detail: checked(&new.detail, SHORT_MOST, false)?,
        number: new.number,
        honoured: new.honoured,
        person: new.person,
        form: new.form,
        ground: new.ground,
        year: new.year,
        achievement: checked(&new.achievement, LONG_MOST, true)?,
        stage: Stage::Draft,
        vote: UnitVote { minutes: checked(&new.vote.minutes, SHORT_MOST, true)?, ..new.vote },
        raised_from: None,
        notice: None,
    };
    store::nomination::add(&mut tx, &case, ctx.account, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "nomination.write", Some(case.unit), case.id.to_string(), case.name.as_str()).await?;
    tx.commit().await?;
    Ok(case.id)
}

/// Puts a paper into the dossier, by the name the rules give it.
pub async fn attach(ctx: &Ctx, id: NominationId, name: &str, file_name: &str, content: &[u8]) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let (case, _) = found(ctx, &mut tx, id).await?;
    ctx.ask::<NominationRefusal>(&mut tx, Action::KeepRegister, Some(case.unit)).await?;
    if !matches!(case.stage, Stage::Draft | Stage::Returned) {
        return refuse(NominationRefusal::CannotFollow(case.stage));
    }
    let (name, file_name) = (checked(name, SHORT_MOST, true)?, checked(file_name, SHORT_MOST, true)?);
    let file = evidence::keep(ctx, &mut tx, content, NominationRefusal::File).await?;
    let paper = Paper { name, file, file_name };
    store::nomination::add_paper(&mut tx, id, &paper, ctx.account, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "nomination.attach", Some(case.unit), id.to_string(), paper.name).await?;
    tx.commit().await?;
    Ok(())
}

/// Hands out a paper of a dossier by its place in it, from 0. Who took it stands in the ledger.
pub async fn paper(ctx: &Ctx, id: NominationId, place: usize) -> Result<HandedFile, ActError<Never>> {
    let mut tx = ctx.write().await?;
    let (case, _) = found::<Never>(ctx, &mut tx, id).await?;
    let paper = store::nomination::papers(&mut tx, id).await?.into_iter().nth(place);
    let paper = paper.ok_or(ActError::Missing)?;
    let (head, content) = store::file::find(&mut tx, &paper.file).await?.ok_or(ActError::Missing)?;
    ctx.record(&mut tx, "nomination.hand-out", Some(case.unit), id.to_string(), paper.name).await?;
    tx.commit().await?;
    Ok(HandedFile { name: paper.file_name, media: head.media, content })
}

/// A fact of a case that others decided, with where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// The grade of a year.
    Grade(Grade),
    /// A recognised initiative.
    Initiative(Spread),
}

/// Notes a fact.
pub async fn note(ctx: &Ctx, id: NominationId, year: i16, kind: FactKind, evidence: &str) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let (case, _) = found(ctx, &mut tx, id).await?;
    ctx.ask::<NominationRefusal>(&mut tx, Action::KeepRegister, Some(case.unit)).await?;
    if !matches!(case.stage, Stage::Draft | Stage::Returned) {
        return refuse(NominationRefusal::CannotFollow(case.stage));
    }
    let (kind, content) = match kind {
        FactKind::Grade(grade) => ("grade", grade.code()),
        FactKind::Initiative(spread) => ("initiative", spread.code()),
    };
    let fact = Fact {
        id: StepId(ctx.app.id()),
        kind: kind.to_owned(),
        year,
        content: content.to_owned(),
        evidence: checked(evidence, SHORT_MOST, true)?,
    };
    store::nomination::add_fact(&mut tx, id, &fact).await?;
    let detail = format!("{kind} {year} {content}");
    ctx.record(&mut tx, "nomination.note", Some(case.unit), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Moves a case by a step, whoever was asked before.
pub(crate) async fn moved(
    ctx: &Ctx,
    tx: &mut Tx,
    case: &Nomination,
    step: Step,
    voted: bool,
    reason: &str,
) -> Ended<()> {
    let Some(to) = domain::nomination::next(case.stage, step, voted) else {
        return refuse(NominationRefusal::CannotFollow(case.stage));
    };
    let row = StepRow {
        id: StepId(ctx.app.id()),
        nomination: case.id,
        step,
        reason: reason.to_owned(),
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    if !store::nomination::step(tx, case.stage, to, &row).await? {
        return refuse(NominationRefusal::Moved);
    }
    let act = format!("nomination.{}", step.code());
    ctx.record(tx, &act, Some(case.unit), case.id.to_string(), reason).await?;
    Ok(())
}
