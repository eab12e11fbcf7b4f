//! Examining a case under the rules of its date: per criterion what is met, what is lacking and how much, and what
//! only a person can see. It explains and never decides; there is no sum, no share and no rank over persons.
//!
//! Not here: the words (`lang`), who may see a case.

use super::badge::{self, Due};
use super::continuity::Continuity;
pub use super::count::Look;
use super::count::{Counting, Hit, Run, Tally, run, run_up_to};
use super::criterion::Criterion;
use super::dossier::{Case, Evidence};
use super::form::{FormCode, Giver, Grade, Ground, Severity, Spread};
use super::rule::{Doubt, Provision, Rule, rules_for};
use crate::id::UnitId;
use jiff::Span;
use jiff::civil::Date;

/// What is lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Want {
    /// Years with the grade, one after another.
    GradeYears,
    /// The form for the same year.
    SameYear,
    /// The form, at any time.
    Earlier,
    /// Years with the form, one after another.
    FormYears,
    /// Times the form was received.
    Times,
    /// Initiatives of that reach.
    Initiatives,
    /// Members who hold the form.
    Holders,
    /// Members disciplined: none may be.
    Disciplined,
    /// Things under review: none may be.
    UnderReview,
    /// Disciplines that run: none may.
    DisciplineRuns,
    /// Decisions about the same achievement: none may be.
    HonouredBefore,
    /// Months in the Party.
    PartyMonths,
    /// Time since the form was last received.
    Interval,
    /// Time since a discipline.
    Wait,
    /// The right to confer the form.
    Giver,
}

/// How much is lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lack {
    /// Of what.
    pub want: Want,
    /// How much there must be (at most, where none may be).
    pub need: i64,
    /// How much there is.
    pub have: i64,
    /// From which day it is no longer lacking, where a day can be told.
    pub until: Option<Date>,
}

/// What the record says of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is there.
    Met,
    /// It is not; where one of several would suffice, what each of them lacks.
    Missing(Vec<Lack>),
    /// A person must look.
    NeedsPerson(Look),
}

/// One criterion of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's key.
    pub key: String,
    /// The rule's short name in Vietnamese.
    pub title: String,
    /// What the rule provides.
    pub provision: Provision,
    /// What the record says.
    pub verdict: Verdict,
    /// The article.
    pub article: String,
    /// Where the article was read.
    pub source: String,
    /// Why the rule is to be used with care.
    pub doubt: Option<Doubt>,
    /// Where the facts are written.
    pub evidence: Vec<Evidence>,
}

/// A verdict with its evidence.
type Seen = (Verdict, Vec<Evidence>);

/// Holds a case against every criterion, and the right to confer, of the rules of its date. `continues(older, newer)`
/// says how the second unit stands to the first ([`super::continuity`]).
pub fn examine(
    case: &Case,
    rules: &[Rule],
    continues: impl Fn(UnitId, UnitId) -> Continuity,
) -> Vec<Finding> {
    let rules = rules_for(rules, case.day, (&case.form, case.side), case.recipient, case.ground);
    let in_force = |wanted: &Criterion| {
        rules.iter().any(|rule| matches!(&rule.provision, Provision::Criterion(found) if found == wanted))
    };
    let counting = Counting {
        merit_only: in_force(&Criterion::MeritOnly),
        after_discipline: in_force(&Criterion::AfterDiscipline),
    };
    let tally = Tally { case, counting, continues: &continues };
    rules
        .iter()
        .filter_map(|rule| {
            let (verdict, evidence) = match &rule.provision {
                Provision::Criterion(criterion) => criterion_of(&tally, criterion),
                Provision::Givers(givers) => (may_confer(case.giver?, givers), Vec::new()),
                Provision::Council(_)
                | Provision::Quorum(..)
                | Provision::Opinion(_)
                | Provision::Appraisal(_)
                | Provision::Prize(_)
                | Provision::Papers { .. } => return None,
            };
            Some(Finding {
                key: rule.key.clone(),
                title: rule.title.clone(),
                provision: rule.provision.clone(),
                verdict,
                article: rule.article.clone(),
                source: rule.source.clone(),
                doubt: rule.doubt(case.day),
                evidence,
            })
        })
        .collect()
}

fn may_confer(giver: Giver, givers: &[Giver]) -> Verdict {
    if givers.contains(&giver) { Verdict::Met } else { lack(Want::Giver, 1, 0, None) }
}

fn lack(want: Want, need: i64, have: i64, until: Option<Date>) -> Verdict {
    Verdict::Missing(vec![Lack { want, need, have, until }])
}

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn proof(hits: &[Hit]) -> Vec<Evidence> {
    hits.iter().map(|hit| hit.evidence.clone()).collect()
}

/// Of many that were found, how many are needed: sure ones suffice, doubtful ones are for a person.
fn weigh(hits: &[Hit], need: u8, want: Want) -> Verdict {
    let sure = hits.iter().filter(|hit| hit.look.is_none()).count();
    if sure >= usize::from(need) {
        return Verdict::Met;
    }
    if hits.len() >= usize::from(need) {
        let look = hits.iter().find_map(|hit| hit.look).unwrap_or(Look::NotKnown);
        return Verdict::NeedsPerson(look);
    }
    lack(want, i64::from(need), length(hits.len()), None)
}

fn weigh_run(run: &Run, need: u8, want: Want) -> Verdict {
    if run.sure >= usize::from(need) {
        return Verdict::Met;
    }
    weigh(&run.hits, need, want)
}

fn criterion_of<C: Fn(UnitId, UnitId) -> Continuity>(tally: &Tally<'_, C>, criterion: &Criterion) -> Seen {
    let case = tally.case;
    match criterion {
        Criterion::Grade { least, years } => {
            let run = run(&tally.graded(*least), case.year, *years);
            (weigh_run(&run, *years, Want::GradeYears), proof(&run.hits))
        }
        Criterion::Held(form) => {
            let hits: Vec<Hit> = tally.awarded(form).remove(&case.year).into_iter().collect();
            (weigh(&hits, 1, Want::SameYear), proof(&hits))
        }
        Criterion::Ever(form) => {
            let hits: Vec<Hit> = tally.awarded(form).into_values().collect();
            (weigh(&hits, 1, Want::Earlier), proof(&hits))
        }
        Criterion::Run { form, years } => {
            let run = run_up_to(&tally.awarded(form), case.year, *years);
            (weigh_run(&run, *years, Want::FormYears), proof(&run.hits))
        }
        Criterion::Times { form, times } => times_of(tally, form, *times),
        Criterion::Count { form, times, within } => {
            let first = case.year.saturating_sub(i16::from(*within) - 1);
            let hits: Vec<Hit> = tally.awarded(form).split_off(&first).into_values().collect();
            (weigh(&hits, *times, Want::Times), proof(&hits))
        }
        Criterion::Since { form, least, years } => since(tally, form, *least, *years),
        Criterion::Initiative { spread, count, within } => initiatives(tally, *spread, *count, *within),
        Criterion::Interval { form, years } => interval(case, form, *years),
        Criterion::Members { form, percent, over } => members(case, form, *percent, *over),
        Criterion::AnyMember(form) => any_member(case, form),
        Criterion::NoneDisciplined(from) => none_disciplined(case, *from),
        Criterion::NothingUnderReview => under_review(case),
        Criterion::AfterDiscipline => discipline_runs(case),
        Criterion::OnceOnly => once_only(case),
        Criterion::MeritOnly => (Verdict::Met, left_out(case)),
        Criterion::PartyAge { years, early } => party_age(case, *years, *early),
        Criterion::Wait(months) => wait(case, *months),
        Criterion::Person(_) => (Verdict::NeedsPerson(Look::Words), Vec::new()),
        Criterion::Any(parts) => any(parts.iter().map(|part| criterion_of(tally, part)).collect()),
    }
}

/// One of several suffices: the first that is met, else the first for a person, else what each lacks.
fn any(seen: Vec<Seen>) -> Seen {
    let mut lacks = Vec::new();
    let mut look: Option<Seen> = None;
    let mut evidence = Vec::new();
    for (verdict, found) in seen {
        match verdict {
            Verdict::Met => return (Verdict::Met, found),
            Verdict::NeedsPerson(why) => look = look.or(Some((Verdict::NeedsPerson(why), found))),
            Verdict::Missing(missing) => {
                // Two ways that lack the same are told once.
                for lack in missing {
                    if !lacks.contains(&lack) {
                        lacks.push(lack);
                    }
                }
                evidence.extend(found);
            }
        }
    }
    look.unwrap_or((Verdict::Missing(lacks), evidence))
}

fn times_of<C: Fn(UnitId, UnitId) -> Continuity>(tally: &Tally<'_, C>, form: &FormCode, times: u8) -> Seen {
    let mut years = tally.awarded(form);
    years.retain(|year, _| *year <= tally.case.year);
    let close = run_up_to(&years, tally.case.year, times);
    if close.all >= usize::from(times) {
        return (weigh_run(&close, times, Want::Times), proof(&close.hits));
    }
    let hits: Vec<Hit> = years.into_values().collect();
    let verdict = match weigh(&hits, times, Want::Times) {
        Verdict::Met => Verdict::NeedsPerson(Look::NotNeighbouring),
        other @ (Verdict::Missing(_) | Verdict::NeedsPerson(_)) => other,
    };
    (verdict, proof(&hits))
}

fn since<C: Fn(UnitId, UnitId) -> Continuity>(
    tally: &Tally<'_, C>,
    form: &FormCode,
    least: Grade,
    years: u8,
) -> Seen {
    let mut received = tally.awarded(form);
    received.retain(|year, _| *year < tally.case.year);
    // Of several awards the first leaves the most years after it.
    let Some((start, hit)) = received.pop_first() else {
        return (lack(Want::Earlier, 1, 0, None), Vec::new());
    };
    let mut graded = tally.graded(least);
    let after = graded.split_off(&start.saturating_add(1));
    let run = run_up_to(&after, tally.case.year, years);
    let verdict = match weigh_run(&run, years, Want::GradeYears) {
        // The years may be beyond doubt and the award they follow not.
        Verdict::Met => hit.look.map_or(Verdict::Met, Verdict::NeedsPerson),
        other @ (Verdict::Missing(_) | Verdict::NeedsPerson(_)) => other,
    };
    let mut evidence = vec![hit.evidence];
    evidence.extend(proof(&run.hits));
    (verdict, evidence)
}

fn initiatives<C: Fn(UnitId, UnitId) -> Continuity>(
    tally: &Tally<'_, C>,
    spread: Spread,
    count: u8,
    within: u8,
) -> Seen {
    let hits = tally.initiatives(spread, within);
    (weigh(&hits, count, Want::Initiatives), proof(&hits))
}

fn interval(case: &Case, form: &FormCode, years: u8) -> Seen {
    let standing = case.awards.iter().filter(|award| award.form == *form && !award.revoked);
    let Some(last) = standing.filter(|award| award.decided <= case.day).max_by_key(|award| award.decided)
    else {
        return (Verdict::Met, Vec::new());
    };
    let until = last.decided.checked_add(Span::new().years(years)).unwrap_or(Date::MAX);
    let early = (case.day.month(), case.day.day()) < (last.decided.month(), last.decided.day());
    let passed = i64::from(case.day.year()) - i64::from(last.decided.year()) - i64::from(early);
    let verdict = if case.day >= until {
        Verdict::Met
    } else {
        lack(Want::Interval, i64::from(years), passed, Some(until))
    };
    (verdict, vec![last.evidence.clone()])
}

fn members(case: &Case, form: &FormCode, percent: u8, over: bool) -> Seen {
    let Some(members) = &case.members else {
        return (Verdict::NeedsPerson(Look::NotKnown), Vec::new());
    };
    let evidence = vec![members.evidence.clone()];
    let hundredfold = u64::from(members.total) * u64::from(percent);
    let need = if over { hundredfold / 100 + 1 } else { hundredfold.div_ceil(100) };
    let have = members.holders.get(form).copied().unwrap_or(0);
    if members.total == 0 || have > members.total {
        return (Verdict::NeedsPerson(Look::NotKnown), evidence);
    }
    let need = i64::try_from(need).unwrap_or(i64::MAX);
    let verdict =
        if i64::from(have) >= need { Verdict::Met } else { lack(Want::Holders, need, i64::from(have), None) };
    (verdict, evidence)
}

fn any_member(case: &Case, form: &FormCode) -> Seen {
    let Some(members) = &case.members else {
        return (Verdict::NeedsPerson(Look::NotKnown), Vec::new());
    };
    let held = members.holders.get(form).is_some_and(|count| *count > 0);
    let verdict = if held { Verdict::Met } else { lack(Want::Holders, 1, 0, None) };
    (verdict, vec![members.evidence.clone()])
}

fn none_disciplined(case: &Case, from: Severity) -> Seen {
    let Some(members) = &case.members else {
        return (Verdict::NeedsPerson(Look::NotKnown), Vec::new());
    };
    let found: i64 = members.disciplined.range(from..).map(|(_, count)| i64::from(*count)).sum();
    let verdict = if found == 0 { Verdict::Met } else { lack(Want::Disciplined, 0, found, None) };
    (verdict, vec![members.evidence.clone()])
}

fn under_review(case: &Case) -> Seen {
    let running = case
        .reviews
        .iter()
        .filter(|review| review.since <= case.day && review.until.is_none_or(|until| case.day < until));
    let evidence: Vec<Evidence> = running.map(|review| review.evidence.clone()).collect();
    if evidence.is_empty() {
        return (Verdict::Met, evidence);
    }
    (lack(Want::UnderReview, 0, length(evidence.len()), None), evidence)
}

fn discipline_runs(case: &Case) -> Seen {
    let known: Vec<_> = case.disciplines.iter().filter(|known| known.from <= case.day).collect();
    let running: Vec<_> = known.iter().filter(|known| known.to.is_none_or(|to| case.day < to)).collect();
    let evidence = known.iter().map(|known| known.evidence.clone()).collect();
    if running.is_empty() {
        return (Verdict::Met, evidence);
    }
    let open = running.iter().any(|known| known.to.is_none());
    let until = running.iter().filter_map(|known| known.to).max().filter(|_| !open);
    (lack(Want::DisciplineRuns, 0, length(running.len()), until), evidence)
}

fn once_only(case: &Case) -> Seen {
    let standing = case.awards.iter().filter(|award| !award.revoked && award.decided <= case.day);
    let folded = case.achievement.as_deref().map(crate::text::fold);
    let same = standing.filter(|award| match (&folded, &award.achievement) {
        (Some(wanted), Some(known)) => crate::text::fold(known) == *wanted,
        (None, None) => award.form == case.form && award.year == case.year && award.ground == case.ground,
        (Some(_), None) | (None, Some(_)) => false,
    });
    let evidence: Vec<Evidence> = same.map(|award| award.evidence.clone()).collect();
    if !evidence.is_empty() {
        return (lack(Want::HonouredBefore, 0, length(evidence.len()), None), evidence);
    }
    let named = case.achievement.is_some() || !matches!(case.ground, Ground::Sudden | Ground::Thematic);
    let verdict = if named { Verdict::Met } else { Verdict::NeedsPerson(Look::NotKnown) };
    (verdict, evidence)
}

/// Awards that do not count because of their ground.
fn left_out(case: &Case) -> Vec<Evidence> {
    let other = case.awards.iter().filter(|award| matches!(award.ground, Ground::Sudden | Ground::Thematic));
    other.map(|award| award.evidence.clone()).collect()
}

fn party_age(case: &Case, years: u8, early: badge::Early) -> Seen {
    let Some(track) = &case.track else {
        return (Verdict::NeedsPerson(Look::NotKnown), Vec::new());
    };
    let need = i64::from(years) * 12;
    let verdict = match badge::due(track, years, early, case.day) {
        Due::Full { day_reached: true } => Verdict::Met,
        Due::Full { day_reached: false } => Verdict::NeedsPerson(Look::DayNotReached),
        Due::Grave { .. } => Verdict::NeedsPerson(Look::EarlyGrave),
        Due::Posthumous { .. } => Verdict::NeedsPerson(Look::EarlyPosthumous),
        Due::NotYet { months } => lack(Want::PartyMonths, need, need - i64::from(months), None),
    };
    (verdict, vec![track.evidence.clone()])
}

fn wait(case: &Case, [reprimand, warning, dismissal]: [u8; 3]) -> Seen {
    let ends = case.disciplines.iter().filter(|known| known.from <= case.day).filter_map(|known| {
        let months = match known.severity {
            Severity::Reprimand => reprimand,
            Severity::Warning => warning,
            Severity::Dismissal => dismissal,
        };
        let end = known.from.checked_add(Span::new().months(months)).ok()?;
        Some((end, months, known))
    });
    let Some((end, months, known)) = ends.max_by_key(|(end, _, _)| *end) else {
        return (Verdict::Met, Vec::new());
    };
    let evidence = vec![known.evidence.clone()];
    if case.day >= end {
        return (Verdict::Met, evidence);
    }
    let month = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
    let early = i64::from(case.day.day() < known.from.day());
    let have = (month(case.day) - month(known.from) - early).max(0);
    (lack(Want::Wait, i64::from(months), have, Some(end)), evidence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::award::{Covers, PastAward, Recipient, Side, Trust, YearGrade};
    use crate::unit::OPEN;
    use jiff::civil::date;

    const UNIT: UnitId = UnitId(1);

    fn rule(provision: &str) -> Rule {
        Rule {
            key: provision.to_owned(),
            title: provision.to_owned(),
            covers: Covers::Every,
            recipient: None,
            ground: None,
            provision: provision.parse().expect("a provision"),
            valid_from: date(2024, 1, 1),
            valid_to: OPEN,
            watch: None,
            article: "Điều 1".to_owned(),
            source: String::new(),
            trust: Trust::A,
            own: false,
        }
    }

    fn case(recipient: Recipient) -> Case {
        Case {
            form: "tap-the-lao-dong-xuat-sac".parse().expect("a form"),
            side: Side::State,
            recipient,
            ground: Ground::Merit,
            year: 2025,
            day: date(2026, 1, 15),
            unit: UNIT,
            giver: None,
            achievement: None,
            grades: Vec::new(),
            awards: Vec::new(),
            initiatives: Vec::new(),
            disciplines: Vec::new(),
            reviews: Vec::new(),
            members: None,
            track: None,
        }
    }

    fn grades(years: &[(i16, i64)]) -> Vec<YearGrade> {
        let grade = |(year, unit): &(i16, i64)| YearGrade {
            year: *year,
            grade: Grade::Excellent,
            unit: UnitId(*unit),
            evidence: Evidence(format!("QĐ {year}")),
        };
        years.iter().map(grade).collect()
    }

    fn award(form: &str, year: i16, ground: Ground) -> PastAward {
        PastAward {
            form: form.parse().expect("a form"),
            year,
            decided: date(year, 12, 31),
            ground,
            unit: UNIT,
            achievement: None,
            revoked: false,
            evidence: Evidence(format!("{form} {year}")),
        }
    }

    fn verdict(case: &Case, rules: &[&str], continues: Continuity) -> Verdict {
        let rules: Vec<Rule> = rules.iter().map(|text| rule(text)).collect();
        let same = |older, newer| if older == newer { Continuity::Whole } else { continues };
        examine(case, &rules, same).into_iter().next().expect("a finding").verdict
    }

    #[test]
    fn a_collectives_years_follow_its_line() {
        let mut case = case(Recipient::Collective);
        case.grades = grades(&[(2025, 1), (2024, 7)]);
        let two = ["grade excellent 2"];
        assert_eq!(verdict(&case, &two, Continuity::Whole), Verdict::Met);
        assert_eq!(verdict(&case, &two, Continuity::Joined), Verdict::NeedsPerson(Look::JoinedUnits));
        assert_eq!(verdict(&case, &two, Continuity::Part), Verdict::NeedsPerson(Look::SplitUnit));
        assert_eq!(verdict(&case, &two, Continuity::None), lack(Want::GradeYears, 2, 1, None));
        case.recipient = Recipient::Individual;
        assert_eq!(verdict(&case, &two, Continuity::None), Verdict::Met);
    }

    #[test]
    fn what_was_cancelled_or_came_later_counts_for_nothing() {
        let mut case = case(Recipient::Individual);
        case.awards = vec![award("giay-khen", 2025, Ground::Merit)];
        assert_eq!(verdict(&case, &["held giay-khen"], Continuity::None), Verdict::Met);
        case.awards[0].decided = date(2026, 1, 16);
        assert_eq!(verdict(&case, &["held giay-khen"], Continuity::None), lack(Want::SameYear, 1, 0, None));
        case.awards[0].decided = date(2026, 1, 15);
        case.awards[0].revoked = true;
        assert_eq!(verdict(&case, &["held giay-khen"], Continuity::None), lack(Want::SameYear, 1, 0, None));
    }

    #[test]
    fn themes_do_not_count_when_the_rule_says_so() {
        let mut case = case(Recipient::Individual);
        case.awards = vec![award("giay-khen", 2025, Ground::Thematic)];
        assert_eq!(verdict(&case, &["ever giay-khen"], Continuity::None), Verdict::Met);
        let told = verdict(&case, &["ever giay-khen", "merit-only"], Continuity::None);
        assert_eq!(told, lack(Want::Earlier, 1, 0, None));
    }

    #[test]
    fn a_rule_of_another_day_says_nothing() {
        let mut case = case(Recipient::Individual);
        case.day = date(2023, 12, 31);
        assert!(examine(&case, &[rule("ever giay-khen")], |_, _| Continuity::Whole).is_empty());
    }
}
