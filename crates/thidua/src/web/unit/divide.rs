//! A unit is split, or hands a part on: what is typed, a look at what it means, then the record.
//!
//! Not here: acts on one unit (`forms`), whether they may be (`acts::reorganisation`).

use acts::reorganisation::{Edge, NOTE_MOST, NewReorganisation, ReorganisationKind, ReorganisationRefusal};
use acts::unit::UnitView;
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use domain::unit::UnitId;
use jiff::civil::Date;
use lang::Words;

use super::forms::{keeper_view, named_unit, settled, tree_sentence};
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals, typed_day};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of this form.
pub fn routes() -> Router<Site> {
    Router::new().route("/don-vi/{unit}/chia-tach", get(ask).post(act))
}

/// What the form sends on unchanged to its second step.
const TYPED: [&str; 5] = ["cach", "nhan", "ngay", "quyet-dinh", "ghi-chu"];
/// What stands before a unit's id in the name of the field that asks where it goes.
const BELOW: &str = "con-";
/// How many units below are read at once.
const AT_ONCE: u32 = 500;

/// A unit that takes over a part.
struct Heir {
    unit: UnitId,
    name: String,
    part: String,
}

/// What was typed, understood.
struct Asked {
    kind: ReorganisationKind,
    day: Date,
    heirs: Vec<Heir>,
    /// The units below on that day, the successors left out.
    below: Vec<(UnitId, String)>,
    /// Successors that stand below it: when it ends they stand where it stood.
    risen: Vec<UnitId>,
}

impl Asked {
    fn ends(&self) -> bool {
        self.kind == ReorganisationKind::Split
    }
}

async fn ask(member: Member, Path(unit): Path<String>) -> Answer {
    let view = keeper_view(&member, &unit).await?;
    page(&first_step(&member, &view, &Posted::default(), &Refusals::new()))
}

async fn act(member: Member, Path(unit): Path<String>, posted: Posted) -> Answer {
    let view = keeper_view(&member, &unit).await?;
    if posted.has("sua") {
        return page(&first_step(&member, &view, &posted, &Refusals::new()));
    }
    let asked = match understood(&member, &view, &posted).await? {
        Ok(asked) => asked,
        Err(refusals) => return again(&first_step(&member, &view, &posted, &refusals)),
    };
    if !posted.has("ghi") {
        return page(&second_step(&member, &view, &posted, &asked, false));
    }
    let Some(mut children) = where_they_go(&posted, &asked) else {
        return again(&second_step(&member, &view, &posted, &asked, true));
    };
    if asked.ends() {
        let above = view.path.last().map(|step| step.unit);
        children.extend(asked.risen.iter().map(|unit| (*unit, above)));
    }
    let new = NewReorganisation {
        decision: posted.get("quyet-dinh").to_owned(),
        decided_on: None,
        effective: asked.day,
        kind: asked.kind,
        note: posted.get("ghi-chu").to_owned(),
        edges: asked
            .heirs
            .iter()
            .map(|heir| Edge {
                predecessor: view.unit,
                successor: heir.unit,
                whole: false,
                share: heir.part.clone(),
            })
            .collect(),
        ending: Vec::new(),
        children,
    };
    match refused(settled(acts::reorganisation::record(&member.ctx, new)).await)? {
        Ok(_) => {
            let told = member.words().unit.divided(&view.name.name, asked.heirs.len());
            Ok(done(member.site(), &format!("/don-vi/{}", view.unit), &told, None))
        }
        Err(refusal) => {
            let refusals = vec![sentence(&refusal, &asked, member.words())];
            again(&first_step(&member, &view, &posted, &refusals))
        }
    }
}

fn form(member: &Member, view: &UnitView, submit: &str, fields: Vec<Field>) -> FormPage {
    let w = &member.words().unit;
    let mut f = member.bare_frame(w.divide_heading, Place::Units);
    f.crumbs = vec![
        Link::to(w.heading, "/don-vi"),
        Link::to(&view.name.name, format!("/don-vi/{}", view.unit)),
        Link::here(w.divide_heading),
    ];
    FormPage::new(f, format!("/don-vi/{}/chia-tach", view.unit), submit, fields)
}

fn first_step(member: &Member, view: &UnitView, posted: &Posted, refusals: &Refusals) -> FormPage {
    let (lang, w) = (member.lang(), &member.words().unit);
    let kinds = vec![
        Choice::new(ReorganisationKind::Split.code(), w.divide_whole),
        Choice::new(ReorganisationKind::Transfer.code(), w.divide_part),
    ];
    let fields = vec![
        Field::choice(lang, "cach", w.divide_kind, kinds),
        Field::long(lang, "nhan", w.divide_heirs).hint(w.divide_heirs_hint),
        Field::date(lang, "ngay", w.effective),
        Field::text(lang, "quyet-dinh", w.decision).hint(w.decision_hint),
        Field::text(lang, "ghi-chu", w.divide_note).optional(),
    ];
    let mut page = form(member, view, w.divide_next, posted.fill(fields, refusals));
    w.divide_intro.clone_into(&mut page.intro);
    page
}

/// What will be, in words, and where each unit below goes.
fn second_step(member: &Member, view: &UnitView, posted: &Posted, asked: &Asked, tried: bool) -> FormPage {
    let (lang, w) = (member.lang(), &member.words().unit);
    let mut choices: Vec<Choice> =
        asked.heirs.iter().map(|heir| Choice::new(heir.unit.to_string(), &heir.name)).collect();
    let first = if asked.ends() { w.divide_choose } else { w.divide_stays };
    choices.insert(0, Choice::new("", first));
    let field = |(unit, name): &(UnitId, String)| {
        let id = format!("{BELOW}{unit}");
        let chosen = posted.get(&id).to_owned();
        let homeless = tried && asked.ends() && heir_of(asked, &chosen).is_none();
        let error = if homeless { w.divide_homeless(name) } else { String::new() };
        Field::choice(lang, &id, &w.divide_below(name), choices.clone()).value(chosen).error(error)
    };
    let fields = asked.below.iter().map(field).collect();
    let mut page = form(member, view, w.divide_record, fields);
    w.divide_check.clone_into(&mut page.heading);
    let (name, day) = (view.name.name.as_str(), lang::date::short(asked.day, lang));
    let mut told = vec![if asked.ends() { w.divide_ends(name, day) } else { w.divide_lives(name, day) }];
    told.extend(asked.heirs.iter().map(|heir| match heir.part.as_str() {
        "" => w.divide_takes_some(&heir.name),
        part => w.divide_takes(&heir.name, part),
    }));
    page.intro = told.join(" ");
    page.warning = Some(w.divide_figures.to_owned());
    page.hidden = TYPED.iter().map(|name| ((*name).to_owned(), posted.get(name).to_owned())).collect();
    page.hidden.push(("ghi".to_owned(), "1".to_owned()));
    page.other = Some(("sua".to_owned(), w.divide_edit.to_owned()));
    page
}

fn heir_of<'a>(asked: &'a Asked, typed: &str) -> Option<&'a Heir> {
    asked.heirs.iter().find(|heir| heir.unit.to_string() == typed)
}

/// Every unit below with its successor; `None` when a unit that ends leaves one of them without.
fn where_they_go(posted: &Posted, asked: &Asked) -> Option<Vec<(UnitId, Option<UnitId>)>> {
    let mut children = Vec::new();
    for (unit, _) in &asked.below {
        match heir_of(asked, posted.get(&format!("{BELOW}{unit}"))) {
            Some(heir) => children.push((*unit, Some(heir.unit))),
            None if asked.ends() => return None,
            None => {}
        }
    }
    Some(children)
}

async fn understood(
    member: &Member,
    view: &UnitView,
    posted: &Posted,
) -> Result<Result<Asked, Refusals>, Failure> {
    let w = &member.words().unit;
    let mut refusals = Refusals::new();
    let kind = match ReorganisationKind::from_code(posted.get("cach")) {
        Some(ReorganisationKind::Transfer) => ReorganisationKind::Transfer,
        _ => ReorganisationKind::Split,
    };
    let day = typed_day(member, posted, "ngay", &mut refusals);
    if posted.get("quyet-dinh").is_empty() {
        refusals.push(("quyet-dinh", w.decision_needed.to_owned()));
    }
    let heirs = match heirs(member, view.unit, posted.get("nhan")).await? {
        Ok(heirs) if kind == ReorganisationKind::Split && heirs.len() < 2 => {
            refusals.push(("nhan", w.divide_needs_two.to_owned()));
            heirs
        }
        Ok(heirs) => heirs,
        Err(sentence) => {
            refusals.push(("nhan", sentence));
            Vec::new()
        }
    };
    if !refusals.is_empty() {
        return Ok(Err(refusals));
    }
    let children = below(member, view.unit, day).await?;
    let (risen, below): (Vec<_>, Vec<_>) =
        children.into_iter().partition(|(unit, _)| heirs.iter().any(|heir| heir.unit == *unit));
    let risen = risen.into_iter().map(|(unit, _)| unit).collect();
    Ok(Ok(Asked { kind, day, heirs, below, risen }))
}

/// The successors, one a line; a sentence for every line that cannot be meant.
async fn heirs(member: &Member, giver: UnitId, typed: &str) -> Result<Result<Vec<Heir>, String>, Failure> {
    let w = &member.words().unit;
    let (mut heirs, mut wrong): (Vec<Heir>, Vec<String>) = (Vec::new(), Vec::new());
    for (n, line) in typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (name, part) = line.split_once('\t').or_else(|| line.split_once(':')).unwrap_or((line, ""));
        let told = match named_unit(member, name).await? {
            Err(sentence) => sentence,
            Ok((unit, _)) if unit == giver => w.divide_itself.to_owned(),
            Ok((unit, name)) if heirs.iter().any(|heir| heir.unit == unit) => w.divide_twice(name),
            Ok((unit, name)) => {
                heirs.push(Heir { unit, name, part: part.trim().to_owned() });
                continue;
            }
        };
        wrong.push(w.divide_line(n.saturating_add(1), told));
    }
    Ok(match wrong.is_empty() {
        true if heirs.is_empty() => Err(w.unit_needed.to_owned()),
        true => Ok(heirs),
        false => Err(wrong.join(" ")),
    })
}

/// All that stand directly below on a day.
async fn below(member: &Member, unit: UnitId, day: Date) -> Result<Vec<(UnitId, String)>, Failure> {
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let level = acts::unit::tree(&member.ctx, Some(unit), day, after, AT_ONCE).await?;
        found.extend(level.rows.into_iter().map(|row| (row.unit, row.name.name)));
        match level.next {
            Some(next) => after = Some(next),
            None => return Ok(found),
        }
    }
}

fn sentence(refusal: &ReorganisationRefusal, asked: &Asked, words: &Words) -> (&'static str, String) {
    let w = &words.unit;
    let called = |unit: &UnitId| {
        let heirs = asked.heirs.iter().map(|heir| (&heir.unit, &heir.name));
        let known = heirs.chain(asked.below.iter().map(|(unit, name)| (unit, name)));
        known.into_iter().find(|(known, _)| *known == unit).map(|(_, name)| name.as_str())
    };
    match refusal {
        ReorganisationRefusal::DecisionMissing => ("quyet-dinh", w.decision_needed.to_owned()),
        ReorganisationRefusal::DayOutOfRange => ("ngay", w.day_out_of_range.to_owned()),
        ReorganisationRefusal::TooLong { most } if *most == NOTE_MOST => {
            let part = asked.heirs.iter().any(|heir| heir.part.chars().count() > NOTE_MOST);
            (if part { "nhan" } else { "ghi-chu" }, w.too_long(most))
        }
        ReorganisationRefusal::TooLong { most } => ("quyet-dinh", w.too_long(most)),
        ReorganisationRefusal::Tree { unit, refusal } => {
            let (_, told) = tree_sentence(*refusal, words);
            let field = if asked.heirs.iter().any(|heir| heir.unit == *unit) { "nhan" } else { "ngay" };
            (field, called(unit).map_or(told.clone(), |name| format!("{name}: {told}")))
        }
        ReorganisationRefusal::ChildWithoutParent { child, .. } => (
            "ngay",
            called(child).map_or_else(|| w.still_children.to_owned(), |name| w.divide_homeless(name)),
        ),
        ReorganisationRefusal::Empty
        | ReorganisationRefusal::Shape
        | ReorganisationRefusal::AlreadyRecorded { .. }
        | ReorganisationRefusal::SharesMix { .. } => ("nhan", w.divide_recorded.to_owned()),
    }
}
