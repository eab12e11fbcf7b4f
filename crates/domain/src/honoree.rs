//! Honourees (người, tập thể được khen): one line of a decision's list, and counting lines without splitting what
//! nobody may split.
//!
//! Not here: the decision itself (`decision`), rows (`store::honoree`).

use crate::award::Recipient;
use crate::code::codes;

/// Whom a line of a decision honours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum HonoreeKind {
    /// Collectives (tập thể).
    Collective,
    /// Individuals (cá nhân).
    Individual,
    /// Households (hộ gia đình).
    Household,
    /// Collectives and individuals told in one number (27 tập thể, cá nhân).
    Combined,
}

codes!(HonoreeKind {
    Collective = "collective",
    Individual = "individual",
    Household = "household",
    Combined = "combined",
});

impl HonoreeKind {
    /// As whom the rules see them: a combined number must be open to each.
    pub fn recipients(self) -> &'static [Recipient] {
        match self {
            Self::Collective => &[Recipient::Collective],
            Self::Individual => &[Recipient::Individual],
            Self::Household => &[Recipient::Household],
            Self::Combined => &[Recipient::Collective, Recipient::Individual],
        }
    }

    /// As a kind of line.
    pub fn of(recipient: Recipient) -> Self {
        match recipient {
            Recipient::Collective => Self::Collective,
            Recipient::Individual => Self::Individual,
            Recipient::Household => Self::Household,
        }
    }
}

/// How many are honoured. The combined number stands beside the others and is never shared out among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Headcount {
    /// Collectives.
    pub collectives: u64,
    /// Individuals.
    pub individuals: u64,
    /// Households.
    pub households: u64,
    /// Told in one number.
    pub combined: u64,
}

impl Headcount {
    /// Counts lines: each with its kind and for how many it stands.
    pub fn of(lines: impl IntoIterator<Item = (HonoreeKind, u32)>) -> Self {
        let mut found = Self::default();
        for (kind, count) in lines {
            let place = match kind {
                HonoreeKind::Collective => &mut found.collectives,
                HonoreeKind::Individual => &mut found.individuals,
                HonoreeKind::Household => &mut found.households,
                HonoreeKind::Combined => &mut found.combined,
            };
            *place = place.saturating_add(u64::from(count));
        }
        found
    }

    /// All together: times honoured, not people.
    pub fn all(&self) -> u64 {
        [self.collectives, self.individuals, self.households, self.combined]
            .into_iter()
            .fold(0, u64::saturating_add)
    }

    /// The two together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            collectives: self.collectives.saturating_add(other.collectives),
            individuals: self.individuals.saturating_add(other.individuals),
            households: self.households.saturating_add(other.households),
            combined: self.combined.saturating_add(other.combined),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_combined_number_is_not_shared_out() {
        let found = Headcount::of([(HonoreeKind::Combined, 27), (HonoreeKind::Collective, 1)]);
        assert_eq!(found, Headcount { collectives: 1, combined: 27, ..Headcount::default() });
        assert_eq!(found.all(), 28);
    }

    proptest! {
        #[test]
        fn counting_in_two_heaps_is_counting_in_one(
            first in proptest::collection::vec((0_usize..4, 0_u32..10_000), 0..20),
            second in proptest::collection::vec((0_usize..4, 0_u32..10_000), 0..20),
        ) {
            let lines = |heap: &[(usize, u32)]| -> Vec<(HonoreeKind, u32)> {
                heap.iter().map(|(kind, count)| (HonoreeKind::ALL[*kind], *count)).collect()
            };
            let both = lines(&first).into_iter().chain(lines(&second));
            prop_assert_eq!(
                Headcount::of(lines(&first)).plus(&Headcount::of(lines(&second))),
                Headcount::of(both)
            );
        }
    }
}
