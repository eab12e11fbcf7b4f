//! Making and changing a form: one page whose every button sends the whole draft back.
//!
//! Not here: the draft itself (`draft`), the page of a form that stands (`mod`).

use std::collections::{BTreeMap, BTreeSet};

use acts::form::{FormRefusal, FormView, NewForm};
use acts::indicator::Catalogue;
use axum::extract::{Path, Query};
use domain::figure::{Slot, Value, Vector};
use domain::form::{ContentFault, Every, FormId, Weight};
use domain::period::Period;
use domain::submission::Scope;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::Date;
use lang::check_in::{CheckLine, checks};
use lang::words::label::Label;
use lang::words::refusal::date_sentence;
use lang::{Lang, Words, number_in};

use super::draft::{Draft, Item, ItemKind};
use super::page::{EditPage, Hit, Line};
use super::{Asked, view_address};
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::encode::address;
use crate::web::filing::told;
use crate::web::frame::{Link, Place};
use crate::web::parts::Choice;
use crate::web::posted::Posted;
use crate::web::spoken;
use crate::web::unit::named_unit;
use crate::web::visit::Member;

/// Indicators that a search shows.
const MOST_HITS: usize = 12;

/// What was refused: a field's id and the sentence.
type Refusals = Vec<(String, String)>;

/// Where the draft belongs: a new form of a unit, or a form that is there.
enum At {
    New(UnitId),
    Old(Box<FormView>),
}

impl At {
    fn unit(&self) -> UnitId {
        match self {
            Self::New(unit) => *unit,
            Self::Old(view) => view.form.unit,
        }
    }

    fn action(&self) -> String {
        match self {
            Self::New(unit) => address("/so-lieu/bieu/moi", &[("don-vi", &unit.to_string())]),
            Self::Old(view) => format!("/so-lieu/bieu/{}/sua", view.form.id),
        }
    }
}

/// The unit for which a form is made; whoever may not make one there is told so.
async fn new_at(member: &Member) -> Result<At, Failure> {
    let unit = member.some_unit().await?;
    acts::form::slots(&member.ctx, unit, &[]).await?;
    Ok(At::New(unit))
}

async fn old_at(member: &Member, form: &str) -> Result<At, Failure> {
    let id: FormId = form.parse().map_err(|_| Failure::Missing)?;
    let view = acts::form::view(&member.ctx, id).await?;
    if !view.may_keep {
        return Err(Failure::Denied);
    }
    Ok(At::Old(Box::new(view)))
}

/// The names of units, one to a line.
async fn names(member: &Member, units: &BTreeSet<UnitId>) -> Result<String, Failure> {
    let mut lines = Vec::new();
    for unit in units {
        lines.push(acts::unit::view(&member.ctx, *unit, member.today()).await?.name.name);
    }
    Ok(lines.join("\n"))
}

async fn draft_of(member: &Member, view: &FormView) -> Result<Draft, Failure> {
    let version = view.versions.first().ok_or(Failure::Missing)?;
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let named = names(member, &version.content.audience.units).await?;
    Ok(Draft::of(&view.form, version, &catalogue, named))
}

pub(super) async fn ask_new(member: Member, Query(asked): Query<Asked>) -> Answer {
    let at = new_at(&member).await?;
    let mut draft = Draft::new(member.today(), member.words().form.new_section);
    if let Ok(from) = asked.tu.parse::<FormId>() {
        let view = acts::form::view(&member.ctx, from).await?;
        draft = draft_of(&member, &view).await?;
        let (last, this) = (member.today().year() - 1, member.today().year());
        draft.name = draft.name.replace(&last.to_string(), &this.to_string());
        draft.from = lang::date::short(Date::constant(this, 1, 1), Lang::Vi);
    }
    page(&drawn(&member, &at, &draft, &Refusals::new(), false).await?)
}

pub(super) async fn ask_old(member: Member, Path(form): Path<String>) -> Answer {
    let at = old_at(&member, &form).await?;
    let At::Old(view) = &at else { return Err(Failure::Missing) };
    let mut draft = draft_of(&member, view).await?;
    draft.from = lang::date::short(member.today(), Lang::Vi);
    page(&drawn(&member, &at, &draft, &Refusals::new(), false).await?)
}

pub(super) async fn send_new(member: Member, posted: Posted) -> Answer {
    let at = new_at(&member).await?;
    taken(member, at, posted).await
}

pub(super) async fn send_old(member: Member, Path(form): Path<String>, posted: Posted) -> Answer {
    let at = old_at(&member, &form).await?;
    taken(member, at, posted).await
}

async fn taken(member: Member, at: At, posted: Posted) -> Answer {
    let w = &member.words().form;
    let mut draft = Draft::read(&posted);
    let verb = posted.get("viec");
    if verb != "luu" {
        draft.apply(verb, w.new_section, w.new_words);
        let drawn = drawn(&member, &at, &draft, &Refusals::new(), verb == "thu").await?;
        return page(&drawn);
    }
    match save(&member, &at, &draft).await? {
        Ok(form) => Ok(done(member.site(), &view_address(form), w.saved, None)),
        Err(refusals) => again(&drawn(&member, &at, &draft, &refusals, false).await?),
    }
}

/// Keeps the draft as a new form, or as the next version of one.
async fn save(member: &Member, at: &At, draft: &Draft) -> Result<Result<FormId, Refusals>, Failure> {
    let words = member.words();
    let mut refusals = Refusals::new();
    let mut refuse = |field: &str, sentence: String| refusals.push((field.to_owned(), sentence));
    let from = match lang::date_in::date(&draft.from) {
        Ok(day) => Some(day),
        Err(refusal) => {
            refuse("tu-ngay", date_sentence(refusal, &draft.from, member.lang()));
            None
        }
    };
    let every = Every::from_code(&draft.every).unwrap_or(Every::Month);
    let stage: Option<Period> = draft.stage.parse().ok();
    if (every == Every::Stage) != stage.is_some() || (stage.is_none() && !draft.stage.is_empty()) {
        refuse("giai-doan", words.form.bad_stage.to_owned());
    }
    let level: Option<u8> = draft.level.parse().ok();
    if !draft.level.is_empty() && !level.is_some_and(|level| (1..=20).contains(&level)) {
        refuse("cap", words.form.bad_level.to_owned());
    }
    let mut units = BTreeSet::new();
    for line in draft.units.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match named_unit(member, line).await? {
            Ok((unit, _)) => {
                units.insert(unit);
            }
            Err(sentence) => refuse("ds", format!("{sentence} ({line})")),
        }
    }
    let lines = match checks(&draft.checks) {
        Ok(lines) => lines,
        Err(wrong) => {
            refuse("kiem-tra", wrong_lines(&draft.checks, &wrong, words));
            Vec::new()
        }
    };
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let mut wanted = Vec::new();
    for key in draft.keys(&lines) {
        match spoken::of_key(&catalogue, &key) {
            Some(of) => wanted.push((key, of)),
            None => refuse("kiem-tra", words.form.bad_code(key.trim_end_matches(".any."))),
        }
    }
    let Some(from) = from.filter(|_| refusals.is_empty()) else { return Ok(Err(refusals)) };
    let pairs: Vec<_> = wanted.iter().map(|(_, of)| of.clone()).collect();
    let slots = acts::form::slots(&member.ctx, at.unit(), &pairs).await?;
    let slots: BTreeMap<String, Slot> = wanted.into_iter().map(|(key, _)| key).zip(slots).collect();
    let content = draft.content(&slots, &lines, units);
    let outcome = match at {
        At::New(unit) => {
            let new = NewForm { unit: *unit, name: draft.name.clone(), every, stage, from, content };
            refused(acts::form::add(&member.ctx, new).await)?
        }
        At::Old(view) => {
            let id = view.form.id;
            refused(acts::form::revise(&member.ctx, id, from, content).await)?.map(|_| id)
        }
    };
    Ok(outcome.map_err(|refusal| vec![sentence(refusal, words)]))
}

fn wrong_lines(text: &str, wrong: &[(usize, lang::check_in::CheckRefusal)], words: &Words) -> String {
    let told = wrong.iter().map(|(number, _)| {
        let line = text.lines().nth(number.saturating_sub(1)).unwrap_or_default().trim();
        words.form.bad_line(number, line)
    });
    told.collect::<Vec<_>>().join(" ")
}

/// A refusal with the field at which it stands.
fn sentence(refusal: FormRefusal, words: &Words) -> (String, String) {
    let w = &words.form;
    let (field, text) = match refusal {
        FormRefusal::Name => ("ten", w.bad_name),
        FormRefusal::Stage => ("giai-doan", w.bad_stage),
        FormRefusal::UnknownSlot(_) => ("kiem-tra", w.bad_slot),
        FormRefusal::NotBelow(_) => ("ds", w.bad_below),
        FormRefusal::BeforeLastVersion => ("tu-ngay", w.bad_before),
        FormRefusal::Closed => ("ten", w.closed),
        FormRefusal::Content(fault) => match fault {
            ContentFault::NoRows => ("tim", w.bad_rows),
            ContentFault::TooManyRows => ("tim", w.bad_many),
            ContentFault::SectionTitle => ("tim", w.bad_section),
            ContentFault::RowText => ("tim", w.bad_row),
            ContentFault::Twice => ("tim", w.bad_twice),
            ContentFault::CheckOutside => ("kiem-tra", w.bad_outside),
            ContentFault::CheckNumber => ("kiem-tra", w.bad_number),
            ContentFault::NoAudience => ("ds", w.bad_audience),
            ContentFault::Due => ("han-so", w.bad_due),
        },
    };
    (field.to_owned(), text.to_owned())
}

/// What the checks say of the trial values, at each row; whether anything was said.
fn trial(
    draft: &Draft,
    lines: &[CheckLine],
    catalogue: &Catalogue,
    lang: Lang,
) -> BTreeMap<String, (bool, String)> {
    // The draft's figures are numbered for the trial: none of them need be in use anywhere yet.
    let slots: BTreeMap<String, Slot> = draft.keys(lines).into_iter().zip((1_u32..).map(Slot)).collect();
    let content = draft.content(&slots, lines, BTreeSet::new());
    let read = |place: usize| -> Vector {
        let value = |item: &Item| -> Option<(Slot, Value)> {
            let (indicator, _) = spoken::of_key(catalogue, &item.key)?;
            let indicator = catalogue.indicator(indicator)?;
            let typed = item.trial.get(place)?;
            let value = number_in::value(typed, indicator.nature, &indicator.measure).ok()??;
            Some((*slots.get(&item.key)?, value))
        };
        Vector(draft.items.iter().filter_map(value).collect())
    };
    let (now, last) = (read(0), read(1));
    let names: BTreeMap<Slot, String> =
        slots.iter().map(|(key, slot)| (*slot, name_of(catalogue, key, lang))).collect();
    let typed: BTreeSet<Slot> = now.0.keys().copied().collect();
    let found = domain::form::check(&content, &now, &BTreeMap::new(), &last, &Vector::default());
    found
        .into_iter()
        .filter(|finding| finding.ask.slot().is_some_and(|slot| typed.contains(&slot)))
        .filter_map(|finding| {
            let key = slots.iter().find(|(_, slot)| Some(**slot) == finding.ask.slot())?.0.clone();
            let stops = matches!(finding.weight, Weight::Hard(_));
            Some((
                key,
                (
                    stops,
                    told::finding_named(&finding, |slot| names.get(&slot).cloned().unwrap_or_default(), lang),
                ),
            ))
        })
        .collect()
}

fn name_of(catalogue: &Catalogue, key: &str, lang: Lang) -> String {
    let Some((id, breakdown)) = spoken::of_key(catalogue, key) else { return key.to_owned() };
    let Some(indicator) = catalogue.indicator(id) else { return key.to_owned() };
    let part = spoken::breakdown(&breakdown, lang);
    let name = format!("{} {}", indicator.code, spoken::name(indicator, lang));
    if part.is_empty() { name } else { format!("{name} – {part}") }
}

/// The indicators that a search finds and the draft does not ask for.
fn hits(draft: &Draft, catalogue: &Catalogue, lang: Lang) -> Vec<Hit> {
    let wanted = domain::text::fold(&draft.search);
    if wanted.is_empty() {
        return Vec::new();
    }
    let matching = spoken::choices(catalogue, lang).into_iter().filter(|choice| {
        let text = domain::text::fold(&choice.text);
        wanted.split(' ').all(|word| text.contains(word))
    });
    let fresh = matching.filter(|choice| !draft.items.iter().any(|item| item.key == choice.value));
    fresh.take(MOST_HITS).map(|choice| Hit { key: choice.value, name: choice.text }).collect()
}

fn lines_of(
    draft: &Draft,
    catalogue: &Catalogue,
    said: &BTreeMap<String, (bool, String)>,
    lang: Lang,
) -> Vec<Line> {
    let line = |(place, item): (usize, &Item)| {
        let (stops, told) = said.get(&item.key).cloned().unwrap_or_default();
        let figure = matches!(item.kind, ItemKind::Number | ItemKind::YesNo);
        Line {
            place: place.to_string(),
            kind: item.kind.code(),
            key: item.key.clone(),
            name: if figure { name_of(catalogue, &item.key, lang) } else { String::new() },
            label: item.label.clone(),
            help: item.help.clone(),
            required: item.required,
            now: item.trial.first().cloned().unwrap_or_default(),
            last: item.trial.get(1).cloned().unwrap_or_default(),
            stops,
            told,
            figure,
        }
    };
    draft.items.iter().enumerate().map(line).collect()
}

async fn drawn(
    member: &Member,
    at: &At,
    draft: &Draft,
    refusals: &Refusals,
    tried: bool,
) -> Result<EditPage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.form;
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let read = checks(&draft.checks);
    let mut errors = refusals.clone();
    if tried && let Err(wrong) = &read {
        errors.push(("kiem-tra".to_owned(), wrong_lines(&draft.checks, wrong, words)));
    }
    let lines = read.unwrap_or_default();
    let said = if tried { trial(draft, &lines, &catalogue, lang) } else { BTreeMap::new() };
    let heading = match at {
        At::New(_) => w.new.to_owned(),
        At::Old(view) => format!("{}: {}", w.edit, view.form.name),
    };
    let mut f = member.frame(&heading, Place::Board, Some(at.unit())).await?;
    f.crumbs = vec![
        Link::to(words.filing.board, "/so-lieu/bang-nop"),
        Link::to(words.filing.forms, "/so-lieu/bieu"),
        Link::here(&heading),
    ];
    f.refused = !errors.is_empty();
    let typed = |item: &Item| item.trial.iter().any(|text| !text.is_empty());
    let codes =
        |codes: Vec<(&str, &str)>| codes.into_iter().map(|(code, text)| Choice::new(code, text)).collect();
    Ok(EditPage {
        intro: if matches!(at, At::New(_)) { w.new_intro } else { w.edit_intro }.to_owned(),
        heading,
        action: at.action(),
        fixed: matches!(at, At::Old(_)),
        every: Every::ALL.iter().map(|every| Choice::new(every.code(), told::every(*every, words))).collect(),
        scopes: Scope::ALL.iter().map(|scope| Choice::new(scope.code(), scope.label(lang))).collect(),
        kinds: UnitKind::ALL
            .iter()
            .map(|kind| (Choice::new(kind.code(), kind.label(lang)), draft.kinds.contains(kind.code())))
            .collect(),
        dues: codes(vec![
            ("on", w.due_on),
            ("last", w.due_last),
            ("after", w.due_after),
            ("before", w.due_before),
        ]),
        hits: hits(draft, &catalogue, lang),
        searched: !draft.search.is_empty(),
        good: tried && said.is_empty() && errors.is_empty() && draft.items.iter().any(typed),
        tried,
        lines: lines_of(draft, &catalogue, &said, lang),
        draft: draft.clone(),
        errors,
        f,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_refusal_stands_at_a_field_of_the_page() {
        let words = Lang::Vi.words();
        for refusal in [
            FormRefusal::Name,
            FormRefusal::Stage,
            FormRefusal::BeforeLastVersion,
            FormRefusal::Content(ContentFault::NoRows),
            FormRefusal::Content(ContentFault::Due),
            FormRefusal::Content(ContentFault::CheckOutside),
        ] {
            let (field, text) = sentence(refusal, words);
            assert!(!text.is_empty());
            assert!(
                ["ten", "giai-doan", "tu-ngay", "tim", "han-so", "kiem-tra", "ds"].contains(&field.as_str())
            );
        }
        let draft = Draft::new(date(2024, 5, 15), "Phần 1");
        assert!(draft.keys(&[]).is_empty());
        assert_eq!(
            draft.content(&BTreeMap::new(), &[], BTreeSet::new()).examine(),
            Err(ContentFault::NoRows)
        );
    }
}
