//! Persons (cá nhân) as the register of awards knows them: a name, a unit, posts, and the few days that awards ask for.
//!
//! Not here: files on persons of any other kind; who looked (`store::person`), awards received (`honoree`).

use crate::id::PersonId;
use crate::text;
use crate::unit::UnitId;
use jiff::civil::Date;

/// A person, thin on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The identity.
    pub id: PersonId,
    /// The full name.
    pub name: String,
    /// The unit whose register keeps the person today.
    pub unit: UnitId,
    /// The days that awards ask for.
    pub days: PersonDays,
    /// What the row is kept for, in words.
    pub purpose: String,
    /// The day on which keeping it is to be looked at again.
    pub keep_until: Date,
    /// Of which other row this one is the duplicate; `None` while it stands for itself.
    pub merged_into: Option<PersonId>,
    /// Whether the person was made up, for a demonstration.
    pub invented: bool,
}

/// The days of a person that awards ask for, and no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PersonDays {
    /// Birth: tells persons of one name apart, and stands on the badge forms.
    pub born: Option<Date>,
    /// The competent committee's decision to admit to the Party: Party age counts from here.
    pub admission_decided: Option<Date>,
    /// Admission (ngày kết nạp).
    pub admitted: Option<Date>,
    /// Full membership (ngày chính thức).
    pub official: Option<Date>,
    /// Death, for posthumous awards.
    pub died: Option<Date>,
    /// Whole months outside the Party's activity, as the office typed them.
    pub deducted_months: u32,
}

/// Why the days cannot be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaysRefusal {
    /// A later step comes before an earlier one.
    OutOfSequence,
    /// A day that has not come.
    InFuture,
}

impl PersonDays {
    /// Checks the days against one another and against today.
    pub fn check(&self, today: Date) -> Result<(), DaysRefusal> {
        let steps = [self.born, self.admission_decided, self.admitted, self.official];
        let known: Vec<Date> = steps.into_iter().flatten().collect();
        if known.is_sorted() && self.died.is_none_or(|died| known.iter().all(|day| *day <= died)) {
            let latest = known.into_iter().chain(self.died).max();
            return if latest.is_some_and(|day| day > today) { Err(DaysRefusal::InFuture) } else { Ok(()) };
        }
        Err(DaysRefusal::OutOfSequence)
    }
}

/// A post that a person held between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// At which unit.
    pub unit: UnitId,
    /// The post in words.
    pub title: String,
    /// First day.
    pub from: Date,
    /// The day on which it was over; [`crate::unit::OPEN`] while it lasts.
    pub to: Date,
}

/// How strongly two rows look like one person. A hint: only a person merges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Nothing speaks for it, or a day speaks against it.
    None,
    /// The names fold alike.
    Name,
    /// The names fold alike at one unit.
    NameAndUnit,
    /// The names fold alike and the births are one day.
    NameAndBirth,
}

/// How strongly two rows look like one person.
pub fn likeness(one: &Person, other: &Person) -> Likeness {
    if text::fold(&one.name) != text::fold(&other.name) {
        return Likeness::None;
    }
    match (one.days.born, other.days.born) {
        (Some(first), Some(second)) if first == second => Likeness::NameAndBirth,
        // Different days of birth are different people, however alike the names.
        (Some(_), Some(_)) => Likeness::None,
        _ if one.unit == other.unit => Likeness::NameAndUnit,
        _ => Likeness::Name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::OPEN;
    use jiff::civil::date;

    fn person(name: &str, unit: i64, born: Option<Date>) -> Person {
        Person {
            id: PersonId(1),
            name: name.to_owned(),
            unit: UnitId(unit),
            days: PersonDays { born, ..PersonDays::default() },
            purpose: String::new(),
            keep_until: OPEN,
            merged_into: None,
            invented: true,
        }
    }

    #[test]
    fn two_people_of_one_name_are_told_apart_by_birth() {
        let (first, second) = (Some(date(1970, 1, 1)), Some(date(1971, 1, 1)));
        let like = |unit, born, other| {
            likeness(&person("Nguyễn Văn Hòa", 1, born), &person("Nguyễn Văn Hoà", unit, other))
        };
        assert_eq!(like(1, first, second), Likeness::None);
        assert_eq!(like(2, first, first), Likeness::NameAndBirth);
        assert_eq!(like(1, first, None), Likeness::NameAndUnit);
        assert_eq!(like(2, None, None), Likeness::Name);
        assert_eq!(likeness(&person("An", 1, None), &person("Ân Bình", 1, None)), Likeness::None);
    }

    #[test]
    fn days_stand_in_their_sequence() {
        let today = date(2026, 1, 1);
        let days = |decided, admitted| PersonDays {
            born: Some(date(1960, 1, 1)),
            admission_decided: Some(decided),
            admitted: Some(admitted),
            ..PersonDays::default()
        };
        assert_eq!(days(date(1985, 5, 1), date(1985, 5, 19)).check(today), Ok(()));
        assert_eq!(days(date(1985, 5, 19), date(1985, 5, 1)).check(today), Err(DaysRefusal::OutOfSequence));
        assert_eq!(days(date(1985, 5, 1), date(2026, 1, 2)).check(today), Err(DaysRefusal::InFuture));
        let dead = PersonDays { died: Some(date(1980, 1, 1)), ..days(date(1985, 5, 1), date(1985, 5, 19)) };
        assert_eq!(dead.check(today), Err(DaysRefusal::OutOfSequence));
    }
}
