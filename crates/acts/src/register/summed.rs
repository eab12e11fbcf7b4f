//! A register in sentences: who conferred which form on how many in a year, and at whose ceremony it was handed over.
//!
//! Not here: the words (`lang::honoured`), lines one by one (`super`).

use crate::award::RuleBook;
use crate::decision::{Decision, LineView};
use domain::award::{FormClass, Giver};
use domain::decision::Standing;
use domain::honoree::Headcount;
use domain::id::{CeremonyId, DecisionId, HonoreeId};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use store::{StoreError, Tx};

/// What one body conferred of one form in one year, of what stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summed {
    /// The year of the decisions.
    pub year: i16,
    /// The body that decided, by the name it had then.
    pub body: String,
    /// In which capacity a unit of the tree decided, which its name does not tell; `None` where the name is as it stood on
    /// paper.
    pub giver: Option<Giver>,
    /// The form's name on the day of the decision.
    pub form: String,
    /// What kind of form it is; `None` where the rules no longer know it.
    pub class: Option<FormClass>,
    /// How many.
    pub count: Headcount,
    /// Who organised the ceremonies at which it was handed over and when, oldest first. Who organises is not who
    /// decided.
    pub handed: Vec<(String, Date)>,
}

/// Sums lines up, in the sequence in which they come.
pub(crate) async fn sum(
    tx: &mut Tx,
    book: &RuleBook,
    lines: &[(Decision, LineView)],
) -> Result<Vec<Summed>, StoreError> {
    let standing = || lines.iter().filter(|(_, view)| view.standing == Standing::Valid);
    let mut ids: Vec<DecisionId> = standing().map(|(decision, _)| decision.id).collect();
    ids.sort_unstable();
    ids.dedup();
    let handed: HashMap<HonoreeId, CeremonyId> =
        store::ceremony::handed(tx, &ids).await?.into_iter().collect();
    let mut held: Vec<CeremonyId> = handed.values().copied().collect();
    held.sort_unstable();
    held.dedup();
    let ceremonies = store::ceremony::some(tx, &held).await?;
    let mut found: Vec<(Summed, HashSet<CeremonyId>)> = Vec::new();
    let mut known = HashMap::new();
    for (decision, view) in standing() {
        let line = &view.line;
        let key = (decision.decided.year(), &decision.body_name, decision.giver, &line.form);
        let at = *known.entry(key).or_insert_with(|| {
            let form = book.form_on(&line.form, decision.decided);
            let summed = Summed {
                year: decision.decided.year(),
                body: decision.body_name.clone(),
                giver: decision.body.map(|_| decision.giver),
                form: form.map_or_else(|| line.form.as_str().to_owned(), |form| form.name.clone()),
                class: form.map(|form| form.class),
                count: Headcount::default(),
                handed: Vec::new(),
            };
            found.push((summed, HashSet::new()));
            found.len().saturating_sub(1)
        });
        let Some((summed, at)) = found.get_mut(at) else { continue };
        summed.count = summed.count.plus(&Headcount::of([(line.kind, line.number)]));
        at.extend(handed.get(&line.id));
    }
    for (summed, at) in &mut found {
        let at = ceremonies.iter().filter(|ceremony| at.contains(&ceremony.id));
        summed.handed = at.map(|ceremony| (ceremony.organiser.clone(), ceremony.day)).collect();
        summed.handed.dedup();
    }
    Ok(found.into_iter().map(|(summed, _)| summed).collect())
}
