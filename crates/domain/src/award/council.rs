//! The council's arithmetic: quorum and shares of the *total* membership, in whole numbers.
//!
//! Not here: which share a form needs (a rule says it), minutes, who is a member.

/// The votes on one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ballot {
    /// All members of the council, present or not.
    pub members: u32,
    /// Members present.
    pub present: u32,
    /// Absent members who answered in writing.
    pub written: u32,
    /// Votes in favour, of those present and in writing.
    pub approve: u32,
}

/// What the numbers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// Enough in favour.
    Carried {
        /// Votes needed.
        need: u32,
    },
    /// Not enough in favour.
    NotCarried {
        /// Votes needed.
        need: u32,
        /// Votes in favour.
        have: u32,
    },
    /// Too few present for the meeting to count.
    NoQuorum {
        /// Members needed at the meeting.
        need: u32,
        /// Members present.
        have: u32,
    },
    /// More voices than members: the numbers were typed wrongly.
    Impossible,
}

/// The least number that is at least `numerator`/`denominator` of `total`; `None` for a share above one or by zero.
pub fn at_least(total: u32, numerator: u32, denominator: u32) -> Option<u32> {
    if denominator == 0 || numerator > denominator {
        return None;
    }
    let product = u64::from(total) * u64::from(numerator);
    u32::try_from(product.div_ceil(u64::from(denominator))).ok()
}

/// Counts a ballot against a quorum (a fraction of the members) and a share of all members in percent.
pub fn tally(ballot: Ballot, quorum: (u32, u32), percent: u32) -> Tally {
    let voices = u64::from(ballot.present) + u64::from(ballot.written);
    let (Some(meeting), Some(need)) =
        (at_least(ballot.members, quorum.0, quorum.1), at_least(ballot.members, percent, 100))
    else {
        return Tally::Impossible;
    };
    if ballot.members == 0 || voices > u64::from(ballot.members) || u64::from(ballot.approve) > voices {
        return Tally::Impossible;
    }
    if ballot.present < meeting {
        return Tally::NoQuorum { need: meeting, have: ballot.present };
    }
    if ballot.approve < need {
        return Tally::NotCarried { need, have: ballot.approve };
    }
    Tally::Carried { need }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_share_counts_those_who_stayed_away() {
        let ballot = |present, written, approve| Ballot { members: 11, present, written, approve };
        assert_eq!(tally(ballot(9, 0, 9), (2, 3), 80), Tally::Carried { need: 9 });
        assert_eq!(tally(ballot(8, 0, 8), (2, 3), 80), Tally::NotCarried { need: 9, have: 8 });
        assert_eq!(tally(ballot(8, 1, 9), (2, 3), 80), Tally::Carried { need: 9 });
        assert_eq!(tally(ballot(7, 4, 11), (2, 3), 80), Tally::NoQuorum { need: 8, have: 7 });
        assert_eq!(tally(ballot(9, 3, 9), (2, 3), 80), Tally::Impossible);
    }

    proptest! {
        #[test]
        fn the_least_number_is_enough_and_one_less_is_not(total in 1_u32..5_000, percent in 1_u32..=100) {
            let need = at_least(total, percent, 100).expect("a share");
            prop_assert!(u64::from(need) * 100 >= u64::from(total) * u64::from(percent));
            prop_assert!(u64::from(need - 1) * 100 < u64::from(total) * u64::from(percent));
            prop_assert!(need <= total);
        }

        #[test]
        fn another_vote_in_favour_never_hurts(
            members in 1_u32..200, present in 0_u32..200, approve in 0_u32..200, percent in 1_u32..=100,
        ) {
            let (present, approve) = (present.min(members), approve.min(present.min(members)));
            let carried = |approve| {
                let ballot = Ballot { members, present, written: 0, approve };
                matches!(tally(ballot, (2, 3), percent), Tally::Carried { .. })
            };
            if carried(approve) && approve < present {
                prop_assert!(carried(approve + 1));
            }
        }

        #[test]
        fn never_carried_below_the_share(
            members in 1_u32..200, present in 0_u32..200, written in 0_u32..200, approve in 0_u32..200,
        ) {
            let ballot = Ballot { members, present, written, approve };
            if let Tally::Carried { need } = tally(ballot, (2, 3), 90) {
                prop_assert!(approve >= need && approve * 10 >= members * 9 && present * 3 >= members * 2);
            }
        }
    }
}
