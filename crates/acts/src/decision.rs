//! Decisions on awards: issuing them in a body's name, entering those that exist on paper, changing how they stand.
//!
//! Two questions are asked, and neither answers the other: whether this *person* may act for the body (a duty), and
//! whether the *body* may confer this form on that day (the rules and its capacity). No duty, the administrator's
//! included, opens the second.
//!
//! Not here: seeing and listing (`view`, re-exported), in which capacity a body confers (`capacity`), ceremonies
//! (`ceremony`), what led to a decision (`nomination`).

mod check;
mod signed;
mod view;

pub use signed::{SignedFile, SignedRefusal, signed_file, signed_files, take_back};
pub use store::decision::{ChangeRow, Decision, FileRow, Origin};
pub use store::honoree::Honoree;
pub use view::{DecisionRow, DecisionView, Found, LineView, list, load, of_person, of_unit, search};
pub(crate) use view::{lines_on, received};

use crate::ctx::Ctx;
use crate::error::ActError;
use domain::authority::Action;
use domain::award::{FormCode, Giver, Ground};
use domain::decision::{Change, may_follow, standing};
use domain::honoree::HonoreeKind;
use domain::id::{DecisionId, HonoreeId, NominationId, PersonId, StepId};
use domain::period::Period;
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use store::Tx;

/// The most letters of a name, a number, a signer and a place.
pub const SHORT_MOST: usize = 300;
/// The most letters of a title, an achievement, a reason and a source.
pub const LONG_MOST: usize = 2_000;
/// The most lines of one list.
pub const LINES_MOST: usize = 20_000;

/// Who decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A unit of the tree, in one of its capacities.
    Unit(UnitId, Giver),
    /// A body outside the tree, by its name.
    Named(String, Giver),
}

impl Body {
    /// In which capacity.
    pub fn giver(&self) -> Giver {
        match self {
            Self::Unit(_, giver) | Self::Named(_, giver) => *giver,
        }
    }
}

/// A line of a list to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// Whom it honours.
    pub kind: HonoreeKind,
    /// The name; empty when only a number was told, which only an entered decision may have.
    pub name: String,
    /// What stands beside the name; may be empty.
    pub detail: String,
    /// For how many it stands: 1 for a name.
    pub number: u32,
    /// The unit that is honoured, or where the person works.
    pub unit: Option<UnitId>,
    /// The person of the register.
    pub person: Option<PersonId>,
    /// The form of honour.
    pub form: FormCode,
    /// On which ground.
    pub ground: Ground,
    /// The year whose work is honoured; of a longer stretch its last.
    pub year: i16,
    /// The stretch, where one is told.
    pub period: Option<Period>,
    /// The achievement in words.
    pub achievement: String,
    /// The nomination that led here.
    pub nomination: Option<NominationId>,
}

/// A decision to be.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// In whose register it is to stand.
    pub keeper: UnitId,
    /// Who decides.
    pub body: Body,
    /// Its number and symbol.
    pub number: String,
    /// The day of the decision.
    pub decided: Date,
    /// The place in its date line; may be empty.
    pub place: String,
    /// What it is about.
    pub title: String,
    /// What it rests on, one ground a line; may be empty.
    pub basis: String,
    /// Who signs.
    pub signer: String,
    /// The signer's post; may be empty.
    pub signer_post: String,
    /// Where an entered decision is known from; empty for one issued here.
    pub source: String,
    /// Its list.
    pub lines: Vec<NewLine>,
}

/// Which text of a decision is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionField {
    /// The body's name.
    Body,
    /// The number.
    Number,
    /// The place.
    Place,
    /// What it is about.
    Title,
    /// What it rests on.
    Basis,
    /// Who signs.
    Signer,
    /// The signer's post.
    SignerPost,
    /// Where it is known from.
    Source,
    /// A line's name.
    Name,
    /// What stands beside a name.
    Detail,
    /// An achievement.
    Achievement,
    /// Why something is changed.
    Reason,
}

/// Why a body may not confer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuthorityRefusal {
    /// The body was not there on that day.
    BodyNotThere,
    /// The body does not act in that capacity on that day.
    NotItsCapacity {
        /// In which ones it does.
        capacities: Vec<Giver>,
    },
    /// The form cannot be conferred on that day.
    NoForm,
    /// The form does not go to such a recipient.
    NotForThem,
    /// No rule about who confers it is registered for the day.
    NoRule,
    /// The rules of the day name others.
    Others {
        /// Whom.
        givers: Vec<Giver>,
        /// In which article.
        article: String,
    },
}

/// Why a decision is not made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionRefusal {
    /// A text is missing.
    Missing(DecisionField),
    /// A text is too long.
    TooLong {
        /// Which.
        field: DecisionField,
        /// The most letters.
        most: usize,
    },
    /// The day has not come.
    InFuture,
    /// A list without lines, or with too many.
    Lines {
        /// The most.
        most: usize,
    },
    /// A line without a name in a decision that is issued here; lines count from 1.
    LineUnnamed(usize),
    /// A name stands for more than one, or a number for none.
    LineNumber(usize),
    /// The year lies outside what a register can hold.
    LineYear(usize),
    /// The unit or the person of a line is not known here.
    LineUnknown(usize),
    /// A name stands twice for one form and one achievement.
    LineTwice {
        /// The later line.
        line: usize,
        /// The earlier one.
        before: usize,
    },
    /// The body may not confer what a line says.
    Authority {
        /// Which line; 0 for all of them.
        line: usize,
        /// Why.
        why: AuthorityRefusal,
    },
    /// A form that its council must vote on, without a nomination that passed it.
    CouncilMissing {
        /// Which line.
        line: usize,
        /// In which article the council's share stands.
        article: String,
    },
    /// A decision issued here is its body's own: the register must be the body's.
    KeeperIsNotBody,
    /// The register has it.
    Known {
        /// As which.
        id: DecisionId,
    },
    /// It cannot come upon what stands.
    CannotFollow,
    /// It would come before the decision.
    BeforeDecision,
    /// The name is as it was.
    NothingChanges,
}

/// Issues a decision in the name of a unit: every line must be one that the unit may confer on that day.
pub async fn issue(ctx: &Ctx, new: NewDecision) -> Result<DecisionId, ActError<DecisionRefusal>> {
    let mut tx = ctx.write().await?;
    let id = issue_within(ctx, &mut tx, new).await?;
    tx.commit().await?;
    Ok(id)
}

/// [`issue`] within somebody else's transaction.
pub(crate) async fn issue_within(
    ctx: &Ctx,
    tx: &mut Tx,
    new: NewDecision,
) -> Result<DecisionId, ActError<DecisionRefusal>> {
    let Body::Unit(body, _) = new.body else {
        return Err(ActError::Refused(DecisionRefusal::Missing(DecisionField::Body)));
    };
    ctx.ask::<DecisionRefusal>(tx, Action::IssueDecisions, Some(body)).await?;
    if new.keeper != body {
        return Err(ActError::Refused(DecisionRefusal::KeeperIsNotBody));
    }
    let made = check::decision(ctx, tx, &new, Origin::Issued).await?;
    write(ctx, tx, made, "decision.issue").await
}

/// Enters a decision that exists on paper: older ones, and those of bodies outside the tree. A rule of its day that
/// names others refuses it all the same; where no rule of that day is registered it stands with a mark.
pub async fn enter(ctx: &Ctx, new: NewDecision) -> Result<DecisionId, ActError<DecisionRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<DecisionRefusal>(&mut tx, Action::KeepRegister, Some(new.keeper)).await?;
    let made = check::decision(ctx, &mut tx, &new, Origin::Entered).await?;
    let id = write(ctx, &mut tx, made, "decision.enter").await?;
    tx.commit().await?;
    Ok(id)
}

async fn write(
    ctx: &Ctx,
    tx: &mut Tx,
    (decision, lines): (Decision, Vec<Honoree>),
    act: &str,
) -> Result<DecisionId, ActError<DecisionRefusal>> {
    let numbered = store::decision::find_numbered(tx, &decision.number, decision.decided).await?;
    let same = |known: &&Decision| text::fold(&known.body_name) == text::fold(&decision.body_name);
    if let Some(known) = numbered.iter().find(same) {
        return Err(ActError::Refused(DecisionRefusal::Known { id: known.id }));
    }
    store::decision::add(tx, &decision).await?;
    store::honoree::add(tx, &lines).await?;
    let (object, keeper) = (decision.id.to_string(), Some(decision.keeper));
    let detail = format!("{} {} ({})", decision.number, decision.decided, lines.len());
    ctx.record(tx, act, keeper, object, detail).await?;
    Ok(decision.id)
}

/// A change of how a decision, or one line of it, stands.
#[derive(Debug, Clone)]
pub struct NewChange {
    /// Of which decision.
    pub decision: DecisionId,
    /// Of which line; `None` for the whole.
    pub honoree: Option<HonoreeId>,
    /// What.
    pub change: Change,
    /// From which day.
    pub day: Date,
    /// The number of the decision that does it.
    pub number: String,
    /// Why; everybody who looks at the line reads it.
    pub reason: String,
    /// The right name, for a correction.
    pub name: String,
}

/// Corrects, annuls, strips or restores: a record of its own, nothing is overwritten. Decisions issued here are
/// changed for their body, entered ones by whoever keeps the register.
pub async fn change(ctx: &Ctx, new: NewChange) -> Result<StepId, ActError<DecisionRefusal>> {
    let mut tx = ctx.write().await?;
    let decision = found(ctx, &mut tx, new.decision).await?;
    let action = match decision.origin {
        Origin::Issued => Action::IssueDecisions,
        Origin::Entered => Action::KeepRegister,
    };
    ctx.ask::<DecisionRefusal>(&mut tx, action, Some(decision.keeper)).await?;
    let row = checked_change(ctx, &mut tx, &decision, new).await?;
    store::decision::add_change(&mut tx, &row).await?;
    let detail = format!("{} {}: {}", row.change.code(), decision.number, row.reason);
    let object = row.honoree.map_or_else(|| decision.id.to_string(), |line| line.to_string());
    ctx.record(&mut tx, "decision.change", Some(decision.keeper), object, detail).await?;
    tx.commit().await?;
    Ok(row.id)
}

/// A decision that the person may see.
async fn found<R>(ctx: &Ctx, tx: &mut Tx, id: DecisionId) -> Result<Decision, ActError<R>> {
    let decision = store::decision::find(tx, id).await?.ok_or(ActError::Missing)?;
    ctx.ask(tx, Action::SeeAwards, Some(decision.keeper)).await?;
    Ok(decision)
}

async fn checked_change(
    ctx: &Ctx,
    tx: &mut Tx,
    decision: &Decision,
    new: NewChange,
) -> Result<ChangeRow, ActError<DecisionRefusal>> {
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let number = check::text(DecisionField::Number, &new.number, SHORT_MOST, true)?;
    let reason = check::text(DecisionField::Reason, &new.reason, LONG_MOST, true)?;
    if new.day > ctx.app.today() {
        return refuse(DecisionRefusal::InFuture);
    }
    if new.day < decision.decided {
        return refuse(DecisionRefusal::BeforeDecision);
    }
    let line = match new.honoree {
        None => None,
        Some(id) => {
            let line = store::honoree::find(tx, id).await?.filter(|line| line.decision == decision.id);
            Some(line.ok_or(ActError::Missing)?)
        }
    };
    let changes = store::decision::changes(tx, &[decision.id]).await?;
    let about = |change: &&ChangeRow| change.honoree.is_none() || change.honoree == new.honoree;
    let before = standing(changes.iter().filter(about).map(|change| (change.day, change.change)), new.day);
    let later = changes.iter().filter(about).any(|change| change.day > new.day);
    if later || !may_follow(before, new.change) {
        return refuse(DecisionRefusal::CannotFollow);
    }
    let (mut name_before, mut name_after) = (String::new(), String::new());
    if new.change == Change::Corrected {
        let Some(line) = &line else { return refuse(DecisionRefusal::Missing(DecisionField::Name)) };
        name_before = view::name_on(line, &changes, new.day);
        name_after = check::text(DecisionField::Name, &new.name, SHORT_MOST, true)?;
        if name_before == name_after {
            return refuse(DecisionRefusal::NothingChanges);
        }
    }
    Ok(ChangeRow {
        id: StepId(ctx.app.id()),
        decision: decision.id,
        honoree: new.honoree,
        change: new.change,
        day: new.day,
        number,
        reason,
        name_before,
        name_after,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    })
}
