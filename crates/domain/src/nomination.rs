//! Nominations (đề nghị khen thưởng): the steps of a case, and what a council's votes amount to.
//!
//! Not here: what a case meets or lacks (`award::examine`), the votes' arithmetic (`award::council`), rows.

use crate::award::council::{Ballot, Tally, at_least, tally};
use crate::code::codes;

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Stage {
    /// Written by the unit that proposes; not sent.
    Draft,
    /// Sent up (đã đề nghị).
    Proposed,
    /// Given back with a reason.
    Returned,
    /// Vetted (đã thẩm định).
    Vetted,
    /// The council was for it.
    Carried,
    /// The council was not for it (không đạt).
    Failed,
    /// Passed on for a higher form (đạt khen cao).
    Escalated,
    /// In a decision.
    Decided,
    /// Taken back by the unit that proposed.
    Withdrawn,
}

codes!(Stage {
    Draft = "draft",
    Proposed = "proposed",
    Returned = "returned",
    Vetted = "vetted",
    Carried = "carried",
    Failed = "failed",
    Escalated = "escalated",
    Decided = "decided",
    Withdrawn = "withdrawn",
});

/// What somebody does to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Step {
    /// Sends it up.
    Propose,
    /// Gives it back.
    Return,
    /// Finds it in good shape.
    Vet,
    /// Counts the council's votes: enough.
    Carry,
    /// Counts the council's votes: not enough.
    Fail,
    /// Passes it on for a higher form.
    Escalate,
    /// Puts it into a decision.
    Decide,
    /// Takes it back.
    Withdraw,
}

codes!(Step {
    Propose = "propose",
    Return = "return",
    Vet = "vet",
    Carry = "carry",
    Fail = "fail",
    Escalate = "escalate",
    Decide = "decide",
    Withdraw = "withdraw",
});

/// Where a step leads; `None` when it cannot be taken from there. A case that a council must vote on is decided from
/// [`Stage::Carried`] alone: `voted` says whether its form is such a one.
pub fn next(stage: Stage, step: Step, voted: bool) -> Option<Stage> {
    match (stage, step) {
        (Stage::Draft | Stage::Returned, Step::Propose) => Some(Stage::Proposed),
        (Stage::Proposed | Stage::Vetted, Step::Return) => Some(Stage::Returned),
        (Stage::Proposed, Step::Vet) => Some(Stage::Vetted),
        (Stage::Vetted, Step::Carry) => Some(Stage::Carried),
        (Stage::Vetted, Step::Fail) => Some(Stage::Failed),
        (Stage::Vetted | Stage::Carried, Step::Escalate) => Some(Stage::Escalated),
        (Stage::Carried, Step::Decide) => Some(Stage::Decided),
        (Stage::Vetted, Step::Decide) if !voted => Some(Stage::Decided),
        (Stage::Draft | Stage::Proposed | Stage::Returned, Step::Withdraw) => Some(Stage::Withdrawn),
        (
            Stage::Draft
            | Stage::Proposed
            | Stage::Returned
            | Stage::Vetted
            | Stage::Carried
            | Stage::Failed
            | Stage::Escalated
            | Stage::Decided
            | Stage::Withdrawn,
            Step::Propose
            | Step::Return
            | Step::Vet
            | Step::Carry
            | Step::Fail
            | Step::Escalate
            | Step::Decide
            | Step::Withdraw,
        ) => None,
    }
}

/// How a member of a council answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Answer {
    /// Đồng ý.
    Agree,
    /// Không đồng ý.
    Disagree,
    /// Phiếu trắng.
    Blank,
}

codes!(Answer { Agree = "agree", Disagree = "disagree", Blank = "blank" });

/// How a member takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Attendance {
    /// Present.
    Present,
    /// Absent, answering in writing.
    Written,
    /// Absent, silent.
    Absent,
}

codes!(Attendance { Present = "present", Written = "written", Absent = "absent" });

/// What a council's answers on one case amount to, held against all of its members: those who stayed away and those
/// who step back for a conflict of interest stay in the whole. `percent` is the form's share by the rules; without a
/// rule more than half is asked for.
pub fn outcome(ballot: Ballot, quorum: (u32, u32), percent: Option<u8>) -> Tally {
    if let Some(percent) = percent {
        return tally(ballot, quorum, u32::from(percent));
    }
    let need = at_least(ballot.members, 1, 2).unwrap_or(0);
    // Exactly half is not more than half.
    let need = if ballot.members.is_multiple_of(2) { need.saturating_add(1) } else { need };
    match tally(ballot, quorum, 0) {
        Tally::Carried { .. } if ballot.approve >= need => Tally::Carried { need },
        Tally::Carried { .. } => Tally::NotCarried { need, have: ballot.approve },
        other @ (Tally::NotCarried { .. } | Tally::NoQuorum { .. } | Tally::Impossible) => other,
    }
}

/// How many collectives and individuals a title speaks of ("26 tập thể và 34 cá nhân"): held against the list, so
/// that the two never differ unseen.
pub fn told(title: &str) -> (Option<u64>, Option<u64>) {
    let words: Vec<String> = title.split_whitespace().map(crate::text::fold).collect();
    let before = |first: &str, second: &str| {
        words.windows(3).find_map(|three| match three {
            [number, one, other] if one == first && other == second => number.parse().ok(),
            _ => None,
        })
    };
    (before("tap", "the"), before("ca", "nhan"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_is_read_as_it_is_written() {
        assert_eq!(told("Khen thưởng 26 tập thể và 34 cá nhân học tập"), (Some(26), Some(34)));
        assert_eq!(told("tặng Giấy khen cho 01 tập thể, 01 cá nhân"), (Some(1), Some(1)));
        assert_eq!(told("Biểu dương 27 tập thể, cá nhân tiêu biểu"), (Some(27), None));
        assert_eq!(told("khen thưởng năm 2024"), (None, None));
    }

    #[test]
    fn without_a_rule_more_than_half_of_all_is_needed() {
        let ballot = |members, approve| Ballot { members, present: members, written: 0, approve };
        assert_eq!(outcome(ballot(10, 5), (1, 2), None), Tally::NotCarried { need: 6, have: 5 });
        assert_eq!(outcome(ballot(10, 6), (1, 2), None), Tally::Carried { need: 6 });
        assert_eq!(outcome(ballot(9, 5), (1, 2), None), Tally::Carried { need: 5 });
        let few = Ballot { members: 9, present: 5, written: 4, approve: 9 };
        assert_eq!(outcome(few, (2, 3), Some(80)), Tally::NoQuorum { need: 6, have: 5 });
    }

    proptest! {
        /// However the steps are tried, a case whose form asks for a vote is never decided without one, and what is
        /// ended stays ended.
        #[test]
        fn no_way_leads_around_the_council(steps in proptest::collection::vec(0_usize..8, 0..40), voted: bool) {
            let (mut stage, mut carried, mut vetted) = (Stage::Draft, false, false);
            for step in steps {
                let Some(now) = next(stage, Step::ALL[step], voted) else { continue };
                prop_assert!(!matches!(
                    stage,
                    Stage::Failed | Stage::Escalated | Stage::Decided | Stage::Withdrawn
                ));
                carried |= now == Stage::Carried;
                vetted |= now == Stage::Vetted;
                stage = now;
            }
            if stage == Stage::Decided {
                prop_assert!(vetted && (carried || !voted));
            }
        }

        /// Staying away, or stepping back, never helps a case: the share is of all members.
        #[test]
        fn a_member_who_stays_away_never_helps(
            members in 1_u32..60, present in 0_u32..60, approve in 0_u32..60, percent in 1_u8..=100,
        ) {
            let present = present.min(members);
            let approve = approve.min(present);
            let ballot = Ballot { members, present, written: 0, approve };
            if let Tally::Carried { need } = outcome(ballot, (2, 3), Some(percent)) {
                prop_assert!(approve >= need);
                prop_assert!(u64::from(approve) * 100 >= u64::from(members) * u64::from(percent));
                if approve < present {
                    return Ok(());
                }
                let fewer = Ballot { present: present.saturating_sub(1), approve: approve.saturating_sub(1), ..ballot };
                if approve == need {
                    let lost = outcome(fewer, (2, 3), Some(percent));
                    prop_assert!(!matches!(lost, Tally::Carried { .. }), "one voice fewer must be too few");
                }
            }
        }
    }
}
