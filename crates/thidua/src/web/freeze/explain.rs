//! "Vì sao khác?": two moments side by side, indicator by indicator, and one of them down to the last unit.
//!
//! Not here: what changed why (`acts::freeze::explain`), the Excel file (`sheet`).

use acts::freeze::{Basis, Explained, Moment};
use acts::indicator::Catalogue;
use acts::total::{Lens, Query as Look};
use axum::extract::Query;
use domain::figure::Slot;
use domain::freeze::difference::{Cause, Difference, Part};
use domain::period::Period;
use domain::submission::{Road, Scope};
use domain::total::Sum;
use domain::unit::UnitId;
use lang::words::label::Label;
use lang::{Lang, number};
use serde::Deserialize;

use super::page::{Line, Piece, WhyPage};
use super::{Freezes, range_of};
use crate::web::answer::{Answer, Failure, page};
use crate::web::assets::icon;
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Blank, Choice};
use crate::web::rollup::page::Select;
use crate::web::spoken;
use crate::web::visit::{Member, moment};

/// Parts of one figure on the page; the Excel file has all.
const MOST_PARTS: usize = 200;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    ky: String,
    /// The number of the earlier freeze.
    lan: String,
    /// The number of the later one; empty for now.
    voi: String,
    cach: String,
    /// Of which slot the parts are shown.
    so: String,
}

/// Everything that the page and the file are drawn from.
pub(super) struct Told {
    pub unit: UnitId,
    pub range: Period,
    pub freezes: Freezes,
    pub explained: Option<Explained>,
    pub catalogue: Catalogue,
    pub slots: Vec<Slot>,
    pub chosen: Option<Slot>,
    asked: Asked,
}

impl Told {
    pub(super) async fn load(member: &Member, asked: Asked) -> Result<Self, Failure> {
        let unit = member.some_unit().await?;
        let range = range_of(member, &asked.ky)?;
        let freezes = Freezes::load(member, unit, range, &asked.lan, true).await?;
        let catalogue = acts::indicator::catalogue(&member.ctx).await?;
        let mut told =
            Self { unit, range, freezes, explained: None, catalogue, slots: Vec::new(), chosen: None, asked };
        let Some(from) = told.freezes.chosen else { return Ok(told) };
        let to = told.asked.voi.parse::<i64>().ok().filter(|number| *number > 0);
        let to = match to {
            Some(number) => {
                let found = told.freezes.all.iter().find(|one| one.freeze.number == number);
                Basis::Frozen(found.ok_or(Failure::Missing)?.freeze.id)
            }
            None => Basis::Now,
        };
        let lens = if told.asked.cach == "nay" { Lens::AsIs } else { Lens::AsWas };
        let look = Look { unit, range, lens, road: Road::Declared };
        let wanted = told.asked.so.parse().ok().map(Slot);
        let mut explained = acts::freeze::explain(&member.ctx, Basis::Frozen(from), to, look, wanted).await?;
        told.slots = spoken::ranked(&told.catalogue, explained.differences.keys().copied());
        let differs = |slot: &Slot| explained.differences.get(slot).is_some_and(|one| !one.parts.is_empty());
        told.chosen = wanted.or_else(|| told.slots.iter().copied().find(differs));
        if wanted.is_none() && told.chosen.is_some() {
            explained =
                acts::freeze::explain(&member.ctx, Basis::Frozen(from), to, look, told.chosen).await?;
        }
        told.explained = Some(explained);
        Ok(told)
    }

    fn address(&self, path: &str, slot: Option<Slot>) -> String {
        let (unit, range, from) = (self.unit.to_string(), self.range.to_string(), self.freezes.number());
        let slot = slot.map(|slot| slot.0.to_string()).unwrap_or_default();
        let pairs = [
            ("don-vi", unit.as_str()),
            ("ky", &range),
            ("lan", &from),
            ("voi", &self.asked.voi),
            ("cach", &self.asked.cach),
            ("so", &slot),
        ];
        address(path, &pairs)
    }
}

/// A step with its sign; the two counts of a share apart.
pub(super) fn step(before: Sum, after: Sum, lang: Lang) -> String {
    let signed = |value: i64| {
        let plain = number::integer(value.saturating_abs(), lang);
        match value {
            0 => plain,
            1.. => format!("+{plain}"),
            _ => format!("−{plain}"),
        }
    };
    let number = signed(after.number.saturating_sub(before.number));
    if before.denominator == 0 && after.denominator == 0 {
        return number;
    }
    format!("{number} / {}", signed(after.denominator.saturating_sub(before.denominator)))
}

/// A side of a part, in words where nothing stands.
pub(super) fn side(sum: Sum, lang: Lang) -> String {
    if sum.is_empty() { "–".to_owned() } else { lang::figure::sum(sum, "", lang).number }
}

/// How a side is called.
pub(super) fn side_name(moment_of: &Moment, lang: Lang) -> String {
    let words = &lang.words().freeze;
    match &moment_of.freeze {
        Some(freeze) => words.choice(freeze.number, moment(freeze.at_ms, lang)),
        None => words.now.to_owned(),
    }
}

/// Who, when and why, for one part.
pub(super) fn detail(told: &Explained, part: &Part, lang: Lang) -> String {
    let words = &lang.words().freeze;
    let mut out = Vec::new();
    if part.scope == Scope::Whole {
        out.push(words.whole.to_owned());
    }
    let edits = part.edit.and_then(|(id, _, _)| told.edits.get(&id));
    for edit in edits.into_iter().flatten() {
        out.push(words.edit(edit.version, &edit.name, moment(edit.at_ms, lang)));
        if !edit.reason.is_empty() {
            out.push(words.because(&edit.reason));
        }
    }
    match part.cause {
        Cause::NewUnit => out.push(words.fresh_note.to_owned()),
        Cause::Reorganised => out.push(match told.now_above.get(&part.unit) {
            Some(above) => words.moved(&above.name.name),
            None if part.before.is_empty() => words.arrived_note.to_owned(),
            None => words.ended_note.to_owned(),
        }),
        Cause::Stated => out.push(words.spoken_note.to_owned()),
        Cause::Replaced => out.push(words.replaced_note.to_owned()),
        Cause::Late | Cause::Corrected | Cause::Withdrawn => {}
    }
    out.join(" · ")
}

/// The causes that occur, in their sequence.
pub(super) fn causes(told: &Explained) -> Vec<Cause> {
    let occurs =
        |cause: &Cause| told.differences.values().flat_map(|one| &one.parts).any(|part| part.cause == *cause);
    Cause::ALL.iter().copied().filter(occurs).collect()
}

/// What one cause adds to one figure.
pub(super) fn of_cause(difference: &Difference, cause: Cause) -> (Sum, Sum) {
    let parts = difference.parts.iter().filter(|part| part.cause == cause);
    parts.fold((Sum::default(), Sum::default()), |(before, after), part| {
        (before.plus(part.before), after.plus(part.after))
    })
}

/// The parts of a figure by cause, then by unit's name.
pub(super) fn sorted<'a>(told: &'a Explained, difference: &'a Difference) -> Vec<&'a Part> {
    let name = |unit: UnitId| told.heads.get(&unit).map(|head| head.name.sort_key.clone());
    let mut parts: Vec<&Part> = difference.parts.iter().collect();
    parts.sort_by_cached_key(|part| (part.cause, name(part.unit), part.period));
    parts
}

/// The unit's name.
pub(super) fn unit_name(told: &Explained, unit: UnitId) -> String {
    told.heads.get(&unit).map(|head| head.name.name.clone()).unwrap_or_default()
}

fn lines(told: &Told, explained: &Explained, lang: Lang) -> Vec<Line> {
    let kinds = causes(explained);
    let line = |slot: &Slot| {
        let difference = explained.differences.get(slot)?;
        let measure = spoken::slot_measure(&told.catalogue, *slot, lang);
        let name = spoken::slot(&told.catalogue, *slot, lang);
        let way = format!("{}#phan", told.address("/tong-hop/vi-sao-khac", Some(*slot)));
        let by_cause = kinds.iter().map(|cause| {
            let (before, after) = of_cause(difference, *cause);
            if before == after { String::new() } else { step(before, after, lang) }
        });
        Some(Line {
            name: if difference.parts.is_empty() {
                Link { text: name, ..Link::default() }
            } else {
                Link { text: name, href: way, here: told.chosen == Some(*slot) }
            },
            measure,
            before: side(difference.before, lang),
            after: side(difference.after, lang),
            step: step(difference.before, difference.after, lang),
            causes: by_cause.collect(),
        })
    };
    told.slots.iter().filter_map(line).collect()
}

fn pieces(told: &Told, explained: &Explained, lang: Lang) -> (Vec<Piece>, usize) {
    let Some(difference) = told.chosen.and_then(|slot| explained.differences.get(&slot)) else {
        return (Vec::new(), 0);
    };
    let parts = sorted(explained, difference);
    let rest = parts.len().saturating_sub(MOST_PARTS);
    let pieces = parts.into_iter().take(MOST_PARTS).map(|part| Piece {
        unit: unit_name(explained, part.unit),
        period: lang::period::heading(part.period, lang),
        cause: part.cause.label(lang).to_owned(),
        before: side(part.before, lang),
        after: side(part.after, lang),
        step: step(part.before, part.after, lang),
        detail: detail(explained, part, lang),
    });
    (pieces.collect(), rest)
}

fn selects(told: &Told, lang: Lang) -> Vec<Select> {
    let words = &lang.words().freeze;
    let numbered = |one: &acts::freeze::Listed| {
        let when = moment(one.freeze.at_ms, lang);
        Choice::new(one.freeze.number.to_string(), words.choice(one.freeze.number, when))
    };
    let frozen: Vec<Choice> = told.freezes.all.iter().map(numbered).collect();
    let mut against = vec![Choice::new("", words.now)];
    against.extend(frozen.iter().cloned());
    let rollup = &lang.words().rollup;
    let select = |name: &str, label: &str, choices: Vec<Choice>, value: String| Select {
        name: name.to_owned(),
        label: label.to_owned(),
        choices,
        value,
        several: false,
    };
    vec![
        select("lan", words.from, frozen, told.freezes.number()),
        select("voi", words.to, against, told.asked.voi.clone()),
        select(
            "cach",
            words.view,
            vec![Choice::new("", rollup.as_was), Choice::new("nay", rollup.as_is)],
            told.asked.cach.clone(),
        ),
    ]
}

pub(super) async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let told = Told::load(&member, asked).await?;
    let (lang, words) = (member.lang(), member.words());
    let mut f = member.frame(words.freeze.why, Place::Rollup, Some(told.unit)).await?;
    f.landscape = true;
    let (unit, range) = (told.unit.to_string(), told.range.to_string());
    let chot = told.freezes.number();
    let table = address("/tong-hop", &[("don-vi", &unit), ("tu", &range), ("chot", &chot)]);
    f.crumbs = vec![Link::to(words.rollup.heading, table), Link::here(words.freeze.why)];
    let mut drawn = WhyPage {
        subtitle: lang::period::heading(told.range, lang),
        unit,
        range,
        selects: selects(&told, lang),
        causes: Vec::new(),
        excel: told.address("/tong-hop/vi-sao-khac.xlsx", None),
        lines: Vec::new(),
        notes: Vec::new(),
        before: words.freeze.before.to_owned(),
        after: words.freeze.after.to_owned(),
        parts_heading: words.freeze.parts.to_owned(),
        pieces: Vec::new(),
        rest: String::new(),
        blank: None,
        f,
    };
    let Some(explained) = &told.explained else {
        drawn.blank = Some(Blank {
            icon: icon("lock"),
            title: words.freeze.none.to_owned(),
            text: words.freeze.none_text.to_owned(),
            way: None,
        });
        return page(&drawn);
    };
    drawn.subtitle = format!("{} · {}", explained.head.name.name, drawn.subtitle);
    drawn.before = side_name(&explained.before, lang);
    drawn.after = side_name(&explained.after, lang);
    for side in [&explained.before, &explained.after] {
        if let Some(freeze) = &side.freeze {
            let told = words.freeze.by(&side.by, moment(freeze.at_ms, lang), &freeze.reason);
            drawn.notes.push(format!("{} · {told}", words.freeze.number(freeze.number)));
        }
    }
    drawn.causes = causes(explained).into_iter().map(|cause| cause.label(lang).to_owned()).collect();
    drawn.lines = lines(&told, explained, lang);
    if let Some(slot) = told.chosen {
        drawn.parts_heading = words.freeze.parts_of(spoken::slot(&told.catalogue, slot, lang));
    }
    let (pieces, rest) = pieces(&told, explained, lang);
    drawn.pieces = pieces;
    drawn.rest = if rest > 0 { words.rollup.more_sources(rest) } else { String::new() };
    if drawn.causes.is_empty() {
        drawn.blank = Some(Blank {
            icon: icon("check"),
            title: words.freeze.same.to_owned(),
            text: words.freeze.same_text.to_owned(),
            way: None,
        });
    }
    page(&drawn)
}
