//! Counting years and times on record: which count surely, which only a person can grant.
//!
//! Not here: what the counts are held against (`examine`).

use super::continuity::Continuity;
use super::dossier::{Case, Evidence};
use super::form::{FormCode, Grade, Ground, Recipient, Spread};
use crate::id::UnitId;
use std::collections::BTreeMap;

/// Why a person must look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// The rule says in words what no program can check.
    Words,
    /// A fact that the rule asks for is not on record.
    NotKnown,
    /// A year belongs to a unit of which only a part went on here.
    SplitUnit,
    /// A year belongs to one of several units that were joined.
    JoinedUnits,
    /// A discipline ended within the year: only what came after it counts.
    DisciplineYear,
    /// The times are not in neighbouring years.
    NotNeighbouring,
    /// The month is reached, the day of the month is not.
    DayNotReached,
    /// Early, for grave illness: the record of the illness is to be seen.
    EarlyGrave,
    /// Early, after death.
    EarlyPosthumous,
}

/// A year that counts, with where it is written, and why a person must look; nothing when it surely counts.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub(super) look: Option<Look>,
    pub(super) evidence: Evidence,
}

/// Years that count.
pub(super) type Years = BTreeMap<i16, Hit>;

/// Which rules about counting are in force for a case.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counting {
    /// Only awards for merit count.
    pub(super) merit_only: bool,
    /// Only what was done after a discipline counts.
    pub(super) after_discipline: bool,
}

/// The case's record, read under the rules about counting.
pub(super) struct Tally<'a, C: Fn(UnitId, UnitId) -> Continuity> {
    pub(super) case: &'a Case,
    pub(super) counting: Counting,
    pub(super) continues: &'a C,
}

impl<C: Fn(UnitId, UnitId) -> Continuity> Tally<'_, C> {
    /// A fact of a year at a unit as far as it counts; `None` when it does not.
    fn hit(&self, year: i16, unit: UnitId, evidence: &Evidence) -> Option<Hit> {
        let mut look = None;
        // People keep their history wherever they work; a collective's history is that of its line.
        if self.case.recipient == Recipient::Collective {
            match (self.continues)(unit, self.case.unit) {
                Continuity::None => return None,
                Continuity::Part => look = Some(Look::SplitUnit),
                Continuity::Joined => look = Some(Look::JoinedUnits),
                Continuity::Whole => {}
            }
        }
        if self.counting.after_discipline {
            let ends = self.case.disciplines.iter().map(|known| known.to.unwrap_or(self.case.day));
            if let Some(end) = ends.max() {
                if year < end.year() {
                    return None;
                }
                if year == end.year() && (end.month(), end.day()) != (1, 1) {
                    look = Some(Look::DisciplineYear);
                }
            }
        }
        Some(Hit { look, evidence: evidence.clone() })
    }

    fn keep(years: &mut Years, year: i16, hit: Hit) {
        let entry = years.entry(year).or_insert_with(|| hit.clone());
        if hit.look.is_none() {
            *entry = hit;
        }
    }

    /// The years in which at least a grade was reached.
    pub(super) fn graded(&self, least: Grade) -> Years {
        let mut years = Years::new();
        for grade in self.case.grades.iter().filter(|grade| grade.grade >= least) {
            if let Some(hit) = self.hit(grade.year, grade.unit, &grade.evidence) {
                Self::keep(&mut years, grade.year, hit);
            }
        }
        years
    }

    /// The years for which a form was received and counts.
    pub(super) fn awarded(&self, form: &FormCode) -> Years {
        let mut years = Years::new();
        for award in self.case.awards.iter().filter(|award| award.form == *form && !award.revoked) {
            if self.counting.merit_only && matches!(award.ground, Ground::Sudden | Ground::Thematic) {
                continue;
            }
            if award.decided > self.case.day {
                continue;
            }
            if let Some(hit) = self.hit(award.year, award.unit, &award.evidence) {
                Self::keep(&mut years, award.year, hit);
            }
        }
        years
    }

    /// Initiatives of at least a reach within a number of years up to the case's.
    pub(super) fn initiatives(&self, spread: Spread, within: u8) -> Vec<Hit> {
        let first = self.case.year.saturating_sub(i16::from(within) - 1);
        let recognised = self
            .case
            .initiatives
            .iter()
            .filter(|known| known.spread >= spread && (first..=self.case.year).contains(&known.year));
        // An initiative is its author's, whatever became of the unit.
        recognised.filter_map(|known| self.hit(known.year, self.case.unit, &known.evidence)).collect()
    }
}

/// How long the run of years is that ends in a year: all that may count, and those that surely do from its end.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    pub(super) sure: usize,
    pub(super) all: usize,
    pub(super) hits: Vec<Hit>,
}

/// The run of years that ends in `end`, cut at `most` years.
pub(super) fn run(years: &Years, end: i16, most: u8) -> Run {
    let mut run = Run::default();
    let mut year = end;
    while run.all < usize::from(most) {
        let Some(hit) = years.get(&year) else { break };
        if hit.look.is_none() && run.sure == run.all {
            run.sure += 1;
        }
        run.all += 1;
        run.hits.push(hit.clone());
        let Some(before) = year.checked_sub(1) else { break };
        year = before;
    }
    run
}

/// The better of the runs that end in a year and in the year before it.
pub(super) fn run_up_to(years: &Years, year: i16, most: u8) -> Run {
    let (own, before) = (run(years, year, most), run(years, year.saturating_sub(1), most));
    if (before.sure, before.all) > (own.sure, own.all) { before } else { own }
}
