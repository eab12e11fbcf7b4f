//! A nomination as a case under the rules: what the register and the office know of it, held against the rules of
//! the day. It explains and never decides.
//!
//! Not here: the holding itself (`domain::award::examine`).

use super::{Ended, Nomination, NominationRefusal, refuse};
use crate::award::RuleBook;
use crate::decision::{self, LineView};
use domain::award::{
    Case, Evidence, Finding, Giver, Grade, Initiative, Look, PastAward, Provision, Recipient, Rule, Side,
    Spread, Track, Verdict, YearGrade, continuity, examine, rules_for,
};
use domain::decision::Standing;
use domain::honoree::HonoreeKind;
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use store::{StoreError, Tx};

/// The rules of a day for a case; of a combined number those for each whom it may hold.
fn rules<'a>(book: &'a RuleBook, case: &Nomination, day: Date) -> Vec<&'a Rule> {
    let Some(form) = book.form_on(&case.form, day) else { return Vec::new() };
    let mut found: Vec<&Rule> = Vec::new();
    for recipient in case.kind.recipients() {
        let of = rules_for(&book.rules, day, (&form.code, form.side), *recipient, case.ground);
        found.extend(of.into_iter().filter(|rule| !found.contains(rule)).collect::<Vec<_>>());
    }
    found
}

/// The council's share for a case with its rule; `None` where no rule asks for a council.
pub(crate) fn council_share<'a>(book: &'a RuleBook, case: &Nomination, day: Date) -> Option<(u8, &'a Rule)> {
    rules(book, case, day).into_iter().find_map(|rule| {
        let Provision::Council(percent) = rule.provision else { return None };
        Some((percent, rule))
    })
}

/// The quorum for a case, as a fraction of all members; half where no rule says one.
pub(crate) fn quorum(book: &RuleBook, case: &Nomination, day: Date) -> (u32, u32) {
    let found = rules(book, case, day).into_iter().find_map(|rule| {
        let Provision::Quorum(numerator, denominator) = rule.provision else { return None };
        Some((numerator, denominator))
    });
    found.unwrap_or((1, 2))
}

/// The working days of public notice that the rules ask for.
pub(super) fn opinion_days(book: &RuleBook, case: &Nomination, day: Date) -> Option<u16> {
    rules(book, case, day).into_iter().find_map(|rule| {
        let Provision::Opinion(days) = rule.provision else { return None };
        Some(days)
    })
}

/// The papers that the rules ask for, by name.
pub(super) fn papers(book: &RuleBook, case: &Nomination, day: Date) -> Vec<String> {
    let mut named = Vec::new();
    for rule in rules(book, case, day) {
        if let Provision::Papers { papers, .. } = &rule.provision {
            named.extend(papers.split(';').map(domain::text::clean).filter(|name| !name.is_empty()));
        }
    }
    named
}

/// The papers that the rules ask for and the dossier lacks.
pub(super) async fn missing_papers(
    tx: &mut Tx,
    book: &RuleBook,
    case: &Nomination,
    day: Date,
) -> Result<Vec<String>, StoreError> {
    let there = store::nomination::papers(tx, case.id).await?;
    let has =
        |name: &String| there.iter().any(|paper| domain::text::fold(&paper.name) == domain::text::fold(name));
    Ok(papers(book, case, day).into_iter().filter(|name| !has(name)).collect())
}

/// A body that was asked and may still answer keeps a case waiting; past its day the case goes on.
pub(crate) async fn consulted(tx: &mut Tx, case: &Nomination, day: Date) -> Ended<()> {
    let asked = store::nomination::consultations(tx, case.id).await?;
    let open = asked.into_iter().find(|asked| asked.answered.is_none() && day <= asked.due);
    match open {
        Some(asked) => refuse(NominationRefusal::ConsultationOpen { body: asked.body, due: asked.due }),
        None => Ok(()),
    }
}

/// The units whose history a collective may carry: itself and all that went into it, wholly or in part.
pub(crate) fn line_of(history: &History, unit: UnitId) -> Vec<UnitId> {
    let (mut line, mut next) = (vec![unit], vec![unit]);
    while let Some(newer) = next.pop() {
        for older in history.units() {
            let into = history.heirs(older).iter().any(|heir| heir.successor == newer);
            if into && !line.contains(&older) {
                line.push(older);
                next.push(older);
            }
        }
    }
    line
}

/// What the register knows the one who is proposed to have received, however it stands.
async fn received(
    tx: &mut Tx,
    case: &Nomination,
    history: &History,
) -> Result<Vec<store::honoree::Honoree>, StoreError> {
    if let Some(person) = case.person {
        let rows = store::person::same_as(tx, person).await?;
        return store::honoree::of_persons(tx, &rows).await;
    }
    let (HonoreeKind::Collective, Some(unit)) = (case.kind, case.honoured) else { return Ok(Vec::new()) };
    let mut lines = store::honoree::of_units(tx, &line_of(history, unit)).await?;
    lines.retain(|line| line.kind == HonoreeKind::Collective);
    Ok(lines)
}

/// What was received before, each with its decision.
pub(super) async fn past(
    tx: &mut Tx,
    case: &Nomination,
    history: &History,
    today: Date,
) -> Result<Vec<(store::decision::Decision, LineView)>, StoreError> {
    let mut lines = received(tx, case, history).await?;
    if lines.is_empty() {
        // Without a link to the register a name is a hint, and told as one.
        lines = store::honoree::named(tx, &case.name).await?;
        lines.retain(|line| line.kind == case.kind);
    }
    let mut ids: Vec<_> = lines.iter().map(|line| line.decision).collect();
    ids.sort_unstable();
    ids.dedup();
    let changes = store::decision::changes(tx, &ids).await?;
    let mut found = Vec::new();
    for line in decision::lines_on(lines, &changes, today) {
        if let Some(decision) = store::decision::find(tx, line.line.decision).await? {
            found.push((decision, line));
        }
    }
    Ok(found)
}

/// Holds a case against the rules of a day. Facts and register alone speak; awards known by name only are left out.
pub(super) async fn findings(
    tx: &mut Tx,
    book: &RuleBook,
    case: &Nomination,
    history: &History,
    (giver, day): (Option<Giver>, Date),
) -> Result<Vec<Finding>, StoreError> {
    let side = book.form_on(&case.form, day).map_or(Side::State, |form| form.side);
    let unit = case.honoured.unwrap_or(case.unit);
    let linked = case.person.is_some() || (case.kind == HonoreeKind::Collective && case.honoured.is_some());
    let before = if linked { past(tx, case, history, day).await? } else { Vec::new() };
    let awards = before
        .into_iter()
        .map(|(decision, line)| PastAward {
            form: line.line.form.clone(),
            year: line.line.year,
            decided: decision.decided,
            ground: line.line.ground,
            unit: line.line.unit.unwrap_or(unit),
            achievement: Some(line.line.achievement.clone()).filter(|text| !text.is_empty()),
            revoked: line.standing != Standing::Valid,
            evidence: Evidence(format!("Quyết định số {} ngày {}", decision.number, decision.decided)),
        })
        .collect();
    let (mut grades, mut initiatives) = (Vec::new(), Vec::new());
    for fact in store::nomination::facts(tx, case.id).await? {
        let (year, evidence) = (fact.year, Evidence(fact.evidence));
        match (fact.kind.as_str(), Grade::from_code(&fact.content), Spread::from_code(&fact.content)) {
            ("grade", Some(grade), _) => grades.push(YearGrade { year, grade, unit, evidence }),
            ("initiative", _, Some(spread)) => initiatives.push(Initiative { year, spread, evidence }),
            _ => return Err(StoreError::Damaged("a fact of a nomination")),
        }
    }
    let track = match case.person {
        Some(person) => store::person::find(tx, person).await?.and_then(|person| {
            Some(Track {
                admitted: person.days.admission_decided?,
                deducted_months: person.days.deducted_months,
                grave: false,
                died: person.days.died,
                evidence: Evidence("Sổ cá nhân".to_owned()),
            })
        }),
        None => None,
    };
    let mut judged = Case {
        form: case.form.clone(),
        side,
        recipient: Recipient::Collective,
        ground: case.ground,
        year: case.year,
        day,
        unit,
        giver,
        achievement: Some(case.achievement.clone()),
        grades,
        awards,
        initiatives,
        disciplines: Vec::new(),
        reviews: Vec::new(),
        members: None,
        track,
    };
    let mut found: Vec<Finding> = Vec::new();
    for recipient in case.kind.recipients() {
        judged.recipient = *recipient;
        let of = examine(&judged, &book.rules, |older, newer| continuity(history, older, newer, day));
        found.extend(of.into_iter().filter(|one| !found.contains(one)).collect::<Vec<_>>());
    }
    if case.kind == HonoreeKind::Combined {
        // Who stands behind the number is not on record, so nothing but the right to confer can be told of them.
        for one in found.iter_mut().filter(|one| !matches!(one.provision, Provision::Givers(_))) {
            one.verdict = Verdict::NeedsPerson(Look::NotKnown);
        }
    }
    Ok(found)
}
