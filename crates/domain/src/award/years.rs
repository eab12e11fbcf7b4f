//! Years in a row: which stretches of consecutive years a record holds, and which of them a person must look at.
//!
//! Not here: what a stretch is worth (`examine`), why a year is unsure (`continuity`).

use std::collections::BTreeMap;

/// A stretch of consecutive years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its first year.
    pub from: i16,
    /// Its last year.
    pub to: i16,
    /// The years of it that only a person can grant.
    pub unsure: Vec<i16>,
}

impl Stretch {
    /// How many years it has.
    pub fn years(&self) -> i32 {
        i32::from(self.to) - i32::from(self.from) + 1
    }
}

/// The stretches in years that are surely there (`true`) or only perhaps; a year told twice counts once, and surely if
/// either says so. Oldest first.
pub fn stretches(years: impl IntoIterator<Item = (i16, bool)>) -> Vec<Stretch> {
    let mut known: BTreeMap<i16, bool> = BTreeMap::new();
    for (year, sure) in years {
        let entry = known.entry(year).or_default();
        *entry |= sure;
    }
    let mut found: Vec<Stretch> = Vec::new();
    for (year, sure) in known {
        let unsure = if sure { Vec::new() } else { vec![year] };
        match found.last_mut() {
            Some(last) if last.to.checked_add(1) == Some(year) => {
                last.to = year;
                last.unsure.extend(unsure);
            }
            _ => found.push(Stretch { from: year, to: year, unsure }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_gap_ends_a_stretch_and_a_doubtful_year_stays_marked() {
        let found = stretches([(2023, true), (2021, true), (2022, false), (2019, true), (2022, false)]);
        let one = |from, to, unsure: &[i16]| Stretch { from, to, unsure: unsure.to_vec() };
        assert_eq!(found, [one(2019, 2019, &[]), one(2021, 2023, &[2022])]);
        assert_eq!(stretches([(2022, false), (2022, true)]), [one(2022, 2022, &[])]);
        assert!(stretches([]).is_empty());
        assert_eq!(found.last().map(Stretch::years), Some(3));
    }

    proptest! {
        #[test]
        fn every_year_is_in_one_stretch_and_no_two_stretches_touch(
            years in proptest::collection::vec((1990_i16..2030, any::<bool>()), 0..60),
        ) {
            let found = stretches(years.iter().copied());
            for (year, _) in &years {
                let holds = found.iter().filter(|one| (one.from..=one.to).contains(year)).count();
                prop_assert_eq!(holds, 1);
            }
            let mut distinct: Vec<i16> = years.iter().map(|(year, _)| *year).collect();
            distinct.sort_unstable();
            distinct.dedup();
            let total: i32 = found.iter().map(Stretch::years).sum();
            prop_assert_eq!(usize::try_from(total).ok(), Some(distinct.len()));
            prop_assert!(found.windows(2).all(|pair| pair[0].to + 1 < pair[1].from));
        }
    }
}
