//! Whether a decision can be what it says, line by line.
//!
//! Not here: whether the person may act for the body (`super`), seeing decisions (`view`).

use super::{
    AuthorityRefusal, Body, Decision, DecisionField, DecisionRefusal, Honoree, LINES_MOST, LONG_MOST,
    NewDecision, NewLine, Origin, SHORT_MOST,
};
use crate::award::{RuleBook, own};
use crate::capacity;
use crate::ctx::Ctx;
use crate::error::ActError;
use domain::award::{Provision, rules_for};
use domain::decision::{Entitlement, entitlement};
use domain::honoree::HonoreeKind;
use domain::id::{DecisionId, HonoreeId};
use domain::nomination::{Step, next};
use domain::text;
use domain::unit::UnitId;
use std::collections::{HashMap, HashSet};
use store::Tx;

type Ended<T> = Result<T, ActError<DecisionRefusal>>;

fn refuse<T>(refusal: DecisionRefusal) -> Ended<T> {
    Err(ActError::Refused(refusal))
}

/// A text made ready to be kept.
pub(super) fn text(field: DecisionField, raw: &str, most: usize, needed: bool) -> Ended<String> {
    let clean = text::clean(raw);
    if needed && clean.is_empty() {
        return refuse(DecisionRefusal::Missing(field));
    }
    if clean.chars().count() > most {
        return refuse(DecisionRefusal::TooLong { field, most });
    }
    Ok(clean)
}

/// A text of several lines made ready to be kept.
fn lines_of(field: DecisionField, raw: &str) -> Ended<String> {
    let lines: Vec<String> = raw.lines().map(text::clean).filter(|line| !line.is_empty()).collect();
    let all = lines.join("\n");
    if all.chars().count() > LONG_MOST {
        return refuse(DecisionRefusal::TooLong { field, most: LONG_MOST });
    }
    Ok(all)
}

/// Checks a decision and its lines and makes the rows.
pub(super) async fn decision(
    ctx: &Ctx,
    tx: &mut Tx,
    new: &NewDecision,
    origin: Origin,
) -> Ended<(Decision, Vec<Honoree>)> {
    let entered = origin == Origin::Entered;
    if new.decided > ctx.app.today() {
        return refuse(DecisionRefusal::InFuture);
    }
    if new.lines.is_empty() || new.lines.len() > LINES_MOST {
        return refuse(DecisionRefusal::Lines { most: LINES_MOST });
    }
    let mut made = Decision {
        id: DecisionId(ctx.app.id()),
        keeper: new.keeper,
        origin,
        body: None,
        body_name: String::new(),
        giver: new.body.giver(),
        number: text(DecisionField::Number, &new.number, SHORT_MOST, true)?,
        decided: new.decided,
        place: text(DecisionField::Place, &new.place, SHORT_MOST, false)?,
        title: text(DecisionField::Title, &new.title, LONG_MOST, true)?,
        basis: lines_of(DecisionField::Basis, &new.basis)?,
        signer: text(DecisionField::Signer, &new.signer, SHORT_MOST, !entered)?,
        signer_post: text(DecisionField::SignerPost, &new.signer_post, SHORT_MOST, false)?,
        entitled: true,
        source: text(DecisionField::Source, &new.source, LONG_MOST, entered)?,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    (made.body, made.body_name) = body(tx, new).await?;
    let book = own::book_for(ctx, tx, new.keeper).await?;
    known(tx, &new.lines).await?;
    let mut lines = Vec::with_capacity(new.lines.len());
    for (place, line) in (1_usize..).zip(&new.lines) {
        let mut row = self::line(ctx, made.id, place, line, origin)?;
        match entitled(&book, &made, line, place)? {
            Some(rule) => row.rule = rule,
            None if entered => made.entitled = false,
            None => {
                let why = AuthorityRefusal::NoRule;
                return refuse(DecisionRefusal::Authority { line: place, why });
            }
        }
        if !entered {
            voted(tx, &book, &made, line, place).await?;
        }
        lines.push(row);
    }
    twice(&lines)?;
    Ok((made, lines))
}

/// The body, with whether it acts in that capacity on that day.
async fn body(tx: &mut Tx, new: &NewDecision) -> Ended<(Option<UnitId>, String)> {
    let (unit, giver) = match &new.body {
        Body::Named(name, _) => return Ok((None, text(DecisionField::Body, name, SHORT_MOST, true)?)),
        Body::Unit(unit, giver) => (*unit, *giver),
    };
    let history = store::tree::history(tx).await?;
    let refused = |why| refuse(DecisionRefusal::Authority { line: 0, why });
    if history.place_on(unit, new.decided).is_none() {
        return refused(AuthorityRefusal::BodyNotThere);
    }
    let capacities = capacity::on(tx, &history, unit, new.decided).await?;
    if !capacities.contains(&giver) {
        return refused(AuthorityRefusal::NotItsCapacity { capacities });
    }
    let name = store::unit::names(tx, &[unit], new.decided).await?.remove(&unit);
    Ok((Some(unit), name.map(|name| name.name).unwrap_or_default()))
}

/// Whether the units and persons that lines name are there.
async fn known(tx: &mut Tx, lines: &[NewLine]) -> Ended<()> {
    let history = store::tree::history(tx).await?;
    let mut persons = HashSet::new();
    for (place, line) in (1_usize..).zip(lines) {
        let unit = line.unit.is_none_or(|unit| history.knows(unit));
        let person = match line.person {
            None => true,
            Some(person) if persons.contains(&person) => true,
            Some(person) => {
                persons.insert(person);
                store::person::find(tx, person).await?.is_some()
            }
        };
        if !unit || !person {
            return refuse(DecisionRefusal::LineUnknown(place));
        }
    }
    Ok(())
}

fn line(ctx: &Ctx, decision: DecisionId, place: usize, new: &NewLine, origin: Origin) -> Ended<Honoree> {
    let name = text(DecisionField::Name, &new.name, SHORT_MOST, false)?;
    if name.is_empty() && origin == Origin::Issued {
        return refuse(DecisionRefusal::LineUnnamed(place));
    }
    // A combined number may have a heading; any other name is one of its kind.
    let named = !name.is_empty() && new.kind != HonoreeKind::Combined;
    if new.number == 0 || (named && new.number != 1) {
        return refuse(DecisionRefusal::LineNumber(place));
    }
    if !(1945..=new_year(ctx)).contains(&new.year) {
        return refuse(DecisionRefusal::LineYear(place));
    }
    Ok(Honoree {
        id: HonoreeId(ctx.app.id()),
        decision,
        place: u32::try_from(place).unwrap_or(u32::MAX),
        kind: new.kind,
        name,
        detail: text(DecisionField::Detail, &new.detail, SHORT_MOST, false)?,
        number: new.number,
        unit: new.unit,
        person: new.person,
        form: new.form.clone(),
        ground: new.ground,
        year: new.year,
        period: new.period,
        achievement: text(DecisionField::Achievement, &new.achievement, LONG_MOST, false)?,
        rule: String::new(),
        nomination: new.nomination,
    })
}

fn new_year(ctx: &Ctx) -> i16 {
    ctx.app.today().year()
}

/// The rule that entitles the body to a line; `None` where none is registered for the day.
fn entitled(book: &RuleBook, decision: &Decision, line: &NewLine, place: usize) -> Ended<Option<String>> {
    let form = book.form_on(&line.form, decision.decided);
    let recipients = line.kind.recipients();
    let (giver, day) = (decision.giver, decision.decided);
    let why = match entitlement(&book.rules, form, giver, recipients, line.ground, day) {
        Entitlement::Entitled { key, .. } => return Ok(Some(key)),
        Entitlement::NoRule => return Ok(None),
        Entitlement::NoForm => AuthorityRefusal::NoForm,
        Entitlement::NotForThem => AuthorityRefusal::NotForThem,
        Entitlement::Others { givers, article } => AuthorityRefusal::Others { givers, article },
    };
    refuse(DecisionRefusal::Authority { line: place, why })
}

/// A form that a council votes on needs a nomination that the council carried; whatever nomination a line names must
/// be this body's, say the same, and have come so far.
async fn voted(tx: &mut Tx, book: &RuleBook, decision: &Decision, line: &NewLine, place: usize) -> Ended<()> {
    let Some(form) = book.form_on(&line.form, decision.decided) else { return Ok(()) };
    let mut share = None;
    for recipient in line.kind.recipients() {
        let rules =
            rules_for(&book.rules, decision.decided, (&form.code, form.side), *recipient, line.ground);
        share = share.or(rules.into_iter().find(|rule| matches!(rule.provision, Provision::Council(_))));
    }
    let missing =
        |article: &str| refuse(DecisionRefusal::CouncilMissing { line: place, article: article.to_owned() });
    let Some(id) = line.nomination else { return share.map_or(Ok(()), |rule| missing(&rule.article)) };
    let Some(case) = store::nomination::find(tx, id).await? else {
        return refuse(DecisionRefusal::LineUnknown(place));
    };
    let round = store::round::find(tx, case.round).await?;
    let same = case.form == line.form
        && case.kind == line.kind
        && case.name == text::clean(&line.name)
        && case.number == line.number
        && case.person == line.person
        && round.is_some_and(|round| Some(round.unit) == decision.body);
    if !same || next(case.stage, Step::Decide, share.is_some()).is_none() {
        return missing(share.map_or("", |rule| rule.article.as_str()));
    }
    Ok(())
}

/// One name twice for one form and one achievement is a slip of the list.
fn twice(lines: &[Honoree]) -> Ended<()> {
    let mut seen = HashMap::new();
    for (place, line) in (1_usize..).zip(lines).filter(|(_, line)| !line.name.is_empty()) {
        let folded = (text::fold(&line.name), text::fold(&line.detail));
        let key = (folded, line.person, line.unit, &line.form, line.year, text::fold(&line.achievement));
        if let Some(before) = seen.insert(key, place) {
            return refuse(DecisionRefusal::LineTwice { line: place, before });
        }
    }
    Ok(())
}
