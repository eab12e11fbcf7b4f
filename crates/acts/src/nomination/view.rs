//! Seeing nominations: one with everything about it, and the list of a unit by where cases stand.
//!
//! A list shows what is missing and what a person must look at. It never adds up to a share, and never ranks.
//!
//! Not here: moving a case (`flow`).

use super::{Consultation, Fact, Nomination, Paper, StepRow, case, found};
use crate::award::own;
use crate::capacity;
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::award::{Finding, FormCode, Giver, Provision, Verdict};
use domain::decision::{Entitlement, Standing, entitlement};
use domain::honoree::HonoreeKind;
use domain::id::{AccountId, DecisionId, NominationId, RoundId};
use domain::nomination::Stage;
use domain::text;
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use store::Tx;
use store::round::Round;

/// Something that a person should look at before going on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The deed was rewarded before.
    SameDeed {
        /// In which decision.
        decision: DecisionId,
        /// Its number.
        number: String,
    },
    /// Somebody of this name was rewarded for this deed; no link to the register says it is the same.
    SameName {
        /// In which decision.
        decision: DecisionId,
        /// Its number.
        number: String,
    },
    /// The deed is proposed elsewhere too.
    TwoLevels {
        /// As which case.
        nomination: NominationId,
        /// In which round.
        round: String,
    },
    /// The register writes the name another way.
    NameDiffers {
        /// How.
        register: String,
    },
    /// No more than half of all who may vote were for it.
    VoteLow,
    /// A paper that the rules ask for is not there.
    PaperMissing(String),
    /// A body that was asked has not answered.
    Unanswered {
        /// Which.
        body: String,
        /// By when it should.
        due: Date,
        /// Whether that day is over.
        overdue: bool,
    },
    /// A body that was asked is against it.
    Against(String),
    /// The body may not confer this form.
    NotEntitled {
        /// Who may, where the rules say so.
        givers: Vec<Giver>,
    },
}

/// A case with everything about it.
#[derive(Debug, Clone)]
pub struct NominationView {
    /// The case.
    pub case: Nomination,
    /// Its round.
    pub round: Round,
    /// What the form is called today.
    pub form_name: String,
    /// What the unit that proposes is called.
    pub unit_name: String,
    /// The steps so far.
    pub steps: Vec<StepRow>,
    /// The papers that the rules ask for, and whether each is there.
    pub required: Vec<(String, bool)>,
    /// The papers of the dossier.
    pub papers: Vec<Paper>,
    /// The facts that the office noted.
    pub facts: Vec<Fact>,
    /// Opinions asked for.
    pub consultations: Vec<Consultation>,
    /// Per criterion what the record says.
    pub findings: Vec<Finding>,
    /// What to look at.
    pub warnings: Vec<Warning>,
    /// The council's share with its article; `None` where no rule asks for a council.
    pub share: Option<(u8, String)>,
    /// What those who took the steps are called.
    pub people: HashMap<AccountId, String>,
    /// The working days of public notice that the rules ask for; `None` where they ask for none.
    pub notice_days: Option<u16>,
    /// Whether the person writes for the unit that proposes.
    pub can_write: bool,
    /// Whether the person acts for the body whose round it is.
    pub can_vet: bool,
}

/// A case as a list shows it.
#[derive(Debug, Clone)]
pub struct NominationRow {
    /// The case.
    pub case: Nomination,
    /// Its round's title.
    pub round: String,
    /// What the form is called.
    pub form_name: String,
    /// What the unit that proposes is called.
    pub unit_name: String,
    /// How many papers are there, of how many that the rules ask for.
    pub papers: (usize, usize),
    /// How many criteria are lacking.
    pub lacking: usize,
    /// How many a person must look at.
    pub looks: usize,
    /// What to look at.
    pub warnings: Vec<Warning>,
}

/// Which cases a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this round.
    pub round: Option<RoundId>,
    /// Only those that stand here.
    pub stage: Option<Stage>,
    /// Only for such recipients.
    pub kind: Option<HonoreeKind>,
    /// Only for this form.
    pub form: Option<FormCode>,
    /// Only names with these words.
    pub named: String,
    /// From which place on, for the page.
    pub skip: usize,
    /// How many.
    pub most: usize,
}

/// Loads a case with everything about it.
pub async fn load(ctx: &Ctx, id: NominationId) -> Result<NominationView, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (case, round) = found::<Never>(ctx, &mut tx, id).await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let today = ctx.app.today();
    let book = own::book_for(ctx, &mut tx, round.unit).await?;
    let missing = case::missing_papers(&mut tx, &book, &case, today).await?;
    let required = case::papers(&book, &case, today)
        .into_iter()
        .map(|name| {
            let there = !missing.contains(&name);
            (name, there)
        })
        .collect();
    let (giver, entitled) = giver(&mut tx, &book, &case, &round, (&history, today)).await?;
    let names = store::unit::names(&mut tx, &[case.unit], today).await?;
    let steps = store::nomination::steps(&mut tx, id).await?;
    let took: Vec<AccountId> = steps.iter().map(|step| step.account).collect();
    Ok(NominationView {
        people: store::account::names(&mut tx, &took).await?,
        notice_days: case::opinion_days(&book, &case, today),
        form_name: book.form_on(&case.form, today).map(|form| form.name.clone()).unwrap_or_default(),
        unit_name: names.get(&case.unit).map(|name| name.name.clone()).unwrap_or_default(),
        steps,
        required,
        papers: store::nomination::papers(&mut tx, id).await?,
        facts: store::nomination::facts(&mut tx, id).await?,
        consultations: store::nomination::consultations(&mut tx, id).await?,
        findings: case::findings(&mut tx, &book, &case, &history, (giver, today)).await?,
        warnings: warnings(&mut tx, &case, (&history, today), (missing, entitled)).await?,
        share: case::council_share(&book, &case, today).map(|(share, rule)| (share, rule.article.clone())),
        can_write: authority.may(Action::KeepRegister, Some(case.unit), &history),
        can_vet: authority.may(Action::IssueDecisions, Some(round.unit), &history),
        case,
        round,
    })
}

/// The capacity in which the body of the round would confer, and why it may not.
async fn giver(
    tx: &mut Tx,
    book: &crate::award::RuleBook,
    case: &Nomination,
    round: &Round,
    (history, day): (&History, Date),
) -> Result<(Option<Giver>, Option<Warning>), store::StoreError> {
    let mut others = Vec::new();
    for giver in capacity::on(tx, history, round.unit, day).await? {
        let form = book.form_on(&case.form, day);
        match entitlement(&book.rules, form, giver, case.kind.recipients(), case.ground, day) {
            Entitlement::Entitled { .. } => return Ok((Some(giver), None)),
            Entitlement::Others { givers, .. } => others = givers,
            Entitlement::NoRule | Entitlement::NoForm | Entitlement::NotForThem => {}
        }
    }
    Ok((None, Some(Warning::NotEntitled { givers: others })))
}

async fn warnings(
    tx: &mut Tx,
    case: &Nomination,
    (history, today): (&History, Date),
    (missing, entitled): (Vec<String>, Option<Warning>),
) -> Result<Vec<Warning>, store::StoreError> {
    let mut found: Vec<Warning> = entitled.into_iter().collect();
    found.extend(missing.into_iter().map(Warning::PaperMissing));
    let linked = case.person.is_some() || case.honoured.is_some();
    let deed = text::fold(&case.achievement);
    for (decision, line) in case::past(tx, case, history, today).await? {
        let own = line.line.nomination == Some(case.id);
        if own || line.standing != Standing::Valid || text::fold(&line.line.achievement) != deed {
            continue;
        }
        let (id, number) = (decision.id, decision.number);
        found.push(if linked {
            Warning::SameDeed { decision: id, number }
        } else {
            Warning::SameName { decision: id, number }
        });
    }
    for other in store::nomination::named(tx, &case.name).await? {
        let open = !matches!(other.stage, Stage::Withdrawn | Stage::Failed | Stage::Escalated);
        let same = other.id != case.id && other.kind == case.kind && text::fold(&other.achievement) == deed;
        let known_other = matches!((other.person, case.person), (Some(one), Some(two)) if one != two);
        if same && open && !known_other && Some(other.id) != case.raised_from {
            let round = store::round::find(tx, other.round).await?.map(|round| round.title);
            found.push(Warning::TwoLevels { nomination: other.id, round: round.unwrap_or_default() });
        }
    }
    if let Some(person) = case.person
        && let Some(person) = store::person::find(tx, person).await?
        && person.name != case.name
    {
        found.push(Warning::NameDiffers { register: person.name });
    }
    if u64::from(case.vote.approved) * 2 <= u64::from(case.vote.voters) {
        found.push(Warning::VoteLow);
    }
    for asked in store::nomination::consultations(tx, case.id).await? {
        match asked.answered {
            None => {
                let overdue = asked.due < today;
                found.push(Warning::Unanswered { body: asked.body, due: asked.due, overdue });
            }
            Some((_, false)) => found.push(Warning::Against(asked.body)),
            Some((_, true)) => {}
        }
    }
    Ok(found)
}

/// The cases of a unit: those that it or a unit below proposes, and those of the rounds of both. With how many
/// stand where, whatever is filtered, and how many the filter lets through.
pub async fn list(
    ctx: &Ctx,
    unit: UnitId,
    filter: &Filter,
) -> Result<(Vec<NominationRow>, Vec<(Stage, usize)>, usize), ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    let mut cases = store::nomination::of_units(&mut tx, &history.ever_below(unit)).await?;
    if let Some(round) = filter.round {
        cases.retain(|case| case.round == round);
    }
    cases.retain(|case| filter.kind.is_none_or(|kind| case.kind == kind));
    cases.retain(|case| filter.form.as_ref().is_none_or(|form| case.form == *form));
    let words = text::fold(&filter.named);
    cases.retain(|case| words.is_empty() || text::fold(&case.name).contains(&words));
    let counts: Vec<(Stage, usize)> = Stage::ALL
        .iter()
        .map(|stage| (*stage, cases.iter().filter(|case| case.stage == *stage).count()))
        .collect();
    if let Some(stage) = filter.stage {
        cases.retain(|case| case.stage == stage);
    }
    let all = cases.len();
    let today = ctx.app.today();
    let shown: Vec<Nomination> = cases.into_iter().skip(filter.skip).take(filter.most.max(1)).collect();
    let units: Vec<UnitId> = shown.iter().map(|case| case.unit).collect();
    let names = store::unit::names(&mut tx, &units, today).await?;
    let (mut rounds, mut rows) = (HashMap::new(), Vec::new());
    for case in shown {
        let (round, book) = match rounds.entry(case.round) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let round = store::round::find(&mut tx, case.round).await?.ok_or(ActError::Missing)?;
                let book = own::book_for(ctx, &mut tx, round.unit).await?;
                place.insert((round, book))
            }
        };
        let asked = case::papers(book, &case, today).len();
        let missing = case::missing_papers(&mut tx, book, &case, today).await?;
        let there = asked.saturating_sub(missing.len());
        let (giver, entitled) = giver(&mut tx, book, &case, round, (&history, today)).await?;
        let findings = case::findings(&mut tx, book, &case, &history, (giver, today)).await?;
        let of = |wanted: fn(&Verdict) -> bool| {
            findings
                .iter()
                .filter(|finding| !matches!(finding.provision, Provision::Givers(_)))
                .filter(|finding| wanted(&finding.verdict))
                .count()
        };
        rows.push(NominationRow {
            round: round.title.clone(),
            form_name: book.form_on(&case.form, today).map(|form| form.name.clone()).unwrap_or_default(),
            unit_name: names.get(&case.unit).map(|name| name.name.clone()).unwrap_or_default(),
            papers: (there, asked),
            lacking: of(|verdict| matches!(verdict, Verdict::Missing(_))),
            looks: of(|verdict| matches!(verdict, Verdict::NeedsPerson(_))),
            warnings: warnings(&mut tx, &case, (&history, today), (missing, entitled)).await?,
            case,
        });
    }
    Ok((rows, counts, all))
}
