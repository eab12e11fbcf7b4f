//! A form while it is written: everything stands in the page's own fields, so that any button can change it and
//! nothing needs a script.
//!
//! Not here: the pages (`editor`), what may stand (`domain::form`), keeping it (`acts::form`).

use std::collections::{BTreeMap, BTreeSet};

use acts::form::{Form, Version};
use acts::indicator::Catalogue;
use domain::figure::Slot;
use domain::form::{Ask, Audience, Content, Due, Every, HardCheck, Row, Section, SoftCheck};
use domain::submission::Scope;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::Date;
use lang::check_in::CheckLine;

use crate::web::posted::Posted;
use crate::web::spoken;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// The heading of the items below it.
    Section,
    /// A figure.
    Number,
    /// Yes or no.
    YesNo,
    /// Words.
    Words,
}

impl ItemKind {
    /// The code in the page's fields.
    pub fn code(self) -> &'static str {
        match self {
            Self::Section => "phan",
            Self::Number => "so",
            Self::YesNo => "cn",
            Self::Words => "chu",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Section, Self::Number, Self::YesNo, Self::Words].into_iter().find(|kind| kind.code() == code)
    }
}

/// A section's heading or a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// An indicator in a breakdown, as forms send it, or the key of words.
    pub key: String,
    /// The heading or the question.
    pub label: String,
    /// The help.
    pub help: String,
    /// Whether an answer is needed.
    pub required: bool,
    /// A trial value of this period and of the last one.
    pub trial: [String; 2],
}

/// The form as it stands in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// How often, as a code.
    pub every: String,
    /// The stage, as it is typed.
    pub stage: String,
    /// From which day, as it is typed.
    pub from: String,
    /// For whom the answers speak, as a code.
    pub scope: String,
    /// Kinds of units, as codes.
    pub kinds: BTreeSet<String>,
    /// How many levels below, as it is typed.
    pub level: String,
    /// Units by name, one to a line.
    pub units: String,
    /// Which way the due day is told: `on`, `last`, `after`, `before`.
    pub due: String,
    /// Its number, as it is typed.
    pub due_number: String,
    /// Headings and rows in their order.
    pub items: Vec<Item>,
    /// The checks, one to a line.
    pub checks: String,
    /// What is looked for in the catalogue.
    pub search: String,
}

impl Draft {
    /// An empty form with one section.
    pub fn new(today: Date, section: &str) -> Self {
        Self {
            every: Every::Month.code().to_owned(),
            from: lang::date::short(Date::constant(today.year(), 1, 1), lang::Lang::Vi),
            scope: Scope::Own.code().to_owned(),
            due: "on".to_owned(),
            due_number: "25".to_owned(),
            items: vec![section_item(section)],
            ..Self::default()
        }
    }

    /// A form that is there, to be changed or copied. `named` gives the units' names, one to a line.
    pub fn of(form: &Form, version: &Version, catalogue: &Catalogue, named: String) -> Self {
        let content = &version.content;
        let (due, due_number) = match content.due {
            Due::OnDay(31) => ("last", String::new()),
            Due::OnDay(day) => ("on", day.to_string()),
            Due::AfterEnd(days) if days < 0 => ("before", days.unsigned_abs().to_string()),
            Due::AfterEnd(days) => ("after", days.to_string()),
        };
        let mut items = Vec::new();
        for section in &content.sections {
            items.push(section_item(&section.title));
            items.extend(section.rows.iter().filter_map(|row| item(row, catalogue)));
        }
        let lines: Vec<String> = lines(content, catalogue).iter().map(|(line, _)| line.to_string()).collect();
        Self {
            name: form.name.clone(),
            every: form.every.code().to_owned(),
            stage: form.stage.map(|stage| stage.to_string()).unwrap_or_default(),
            from: lang::date::short(version.from, lang::Lang::Vi),
            scope: content.scope.code().to_owned(),
            kinds: content.audience.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
            level: content.audience.level.map(|level| level.to_string()).unwrap_or_default(),
            units: named,
            due: due.to_owned(),
            due_number,
            items,
            checks: lines.join("\n"),
            search: String::new(),
        }
    }

    /// What the page sent.
    pub fn read(posted: &Posted) -> Self {
        let text = |name: &str| posted.get(name).to_owned();
        let mut places: Vec<usize> =
            posted.starting("m-").filter_map(|(place, _)| place.parse().ok()).collect();
        places.sort_unstable();
        places.dedup();
        places.truncate(domain::form::MOST_ROWS * 2);
        let item = |place: &usize| {
            let of = |field: &str| text(&format!("{field}-{place}"));
            Some(Item {
                kind: ItemKind::from_code(&of("m"))?,
                key: of("a"),
                label: domain::text::clean(&of("t")),
                help: domain::text::clean(&of("h")),
                required: posted.has(&format!("c-{place}")),
                trial: [of("v"), of("l")],
            })
        };
        Self {
            name: domain::text::clean(&text("ten")),
            every: text("dinh-ky"),
            stage: text("giai-doan"),
            from: text("tu-ngay"),
            scope: text("pham-vi"),
            kinds: posted.starting("loai-").map(|(code, _)| code.to_owned()).collect(),
            level: text("cap"),
            units: text("ds"),
            due: text("han"),
            due_number: text("han-so"),
            items: places.iter().filter_map(item).collect(),
            checks: text("kiem-tra"),
            search: text("tim"),
        }
    }

    /// Does what a button says; anything else leaves the draft as it is.
    pub fn apply(&mut self, verb: &str, section: &str, words: &str) {
        let (verb, of) = verb.split_once('-').unwrap_or((verb, ""));
        let place: Option<usize> = of.parse().ok().filter(|place| *place < self.items.len());
        match (verb, place) {
            ("len", Some(place)) if place > 0 => self.items.swap(place, place - 1),
            ("xuong", Some(place)) if place + 1 < self.items.len() => self.items.swap(place, place + 1),
            ("bo", Some(place)) => drop(self.items.remove(place)),
            ("phan", _) => self.items.push(section_item(section)),
            ("chu", _) => {
                let free = (1..).map(|number| format!("loi-{number}"));
                let taken = |key: &String| self.items.iter().any(|item| item.key == *key);
                let key = free.into_iter().find(|key| !taken(key)).unwrap_or_default();
                let label = words.to_owned();
                self.items.push(Item { kind: ItemKind::Words, key, label, ..section_item("") });
            }
            ("them", _) if !of.is_empty() && !self.items.iter().any(|item| item.key == of) => {
                self.items.push(Item {
                    kind: ItemKind::Number,
                    key: of.to_owned(),
                    required: true,
                    ..section_item("")
                });
            }
            _ => {}
        }
    }

    /// The keys of all figures: of its rows, and of those that the checks name.
    pub fn keys(&self, checks: &[CheckLine]) -> BTreeSet<String> {
        let rows = self.items.iter().filter(|item| matches!(item.kind, ItemKind::Number | ItemKind::YesNo));
        let mut keys: BTreeSet<String> = rows.map(|item| item.key.clone()).collect();
        for check in checks {
            let codes: Vec<&String> = match check {
                CheckLine::NeverAbove { lower, upper } => vec![lower, upper],
                CheckLine::AddsUp { whole, parts } => std::iter::once(whole).chain(parts).collect(),
                CheckLine::NeverAboveNumber { of, .. } | CheckLine::Above { of, .. } => vec![of],
                CheckLine::Changes { of, .. } => of.iter().collect(),
            };
            keys.extend(codes.into_iter().map(|code| key_of(code)));
        }
        keys
    }

    /// What the form asks, with its figures as slots. A figure without one is left out.
    pub fn content(
        &self,
        slots: &BTreeMap<String, Slot>,
        checks: &[CheckLine],
        units: BTreeSet<UnitId>,
    ) -> Content {
        let mut sections: Vec<Section> = Vec::new();
        for item in &self.items {
            let ask = match item.kind {
                ItemKind::Section => {
                    sections.push(Section { title: item.label.clone(), rows: Vec::new() });
                    continue;
                }
                ItemKind::Words => Some(Ask::Words(item.key.clone())),
                ItemKind::Number => slots.get(&item.key).map(|slot| Ask::Number(*slot)),
                ItemKind::YesNo => slots.get(&item.key).map(|slot| Ask::YesNo(*slot)),
            };
            let Some(ask) = ask else { continue };
            let row =
                Row { ask, label: item.label.clone(), help: item.help.clone(), required: item.required };
            match sections.last_mut() {
                Some(section) => section.rows.push(row),
                // A row above the first heading belongs to a section without a name, which is told.
                None => sections.push(Section { title: String::new(), rows: vec![row] }),
            }
        }
        let slot = |code: &String| slots.get(&key_of(code)).copied();
        let hard = checks.iter().filter_map(|check| match check {
            CheckLine::NeverAbove { lower, upper } => {
                Some(HardCheck::NeverAbove { lower: slot(lower)?, upper: slot(upper)? })
            }
            CheckLine::AddsUp { whole, parts } => Some(HardCheck::AddsUp {
                whole: slot(whole)?,
                parts: parts.iter().map(slot).collect::<Option<_>>()?,
            }),
            CheckLine::NeverAboveNumber { of, most } => {
                Some(HardCheck::NeverAboveNumber { slot: slot(of)?, most: *most })
            }
            CheckLine::Changes { .. } | CheckLine::Above { .. } => None,
        });
        let soft = checks.iter().filter_map(|check| match check {
            CheckLine::Changes { of: None, percent } => {
                Some(SoftCheck::Changes { slot: None, percent: *percent })
            }
            CheckLine::Changes { of: Some(of), percent } => {
                Some(SoftCheck::Changes { slot: Some(slot(of)?), percent: *percent })
            }
            CheckLine::Above { of, usual } => Some(SoftCheck::Above { slot: slot(of)?, usual: *usual }),
            CheckLine::NeverAbove { .. } | CheckLine::AddsUp { .. } | CheckLine::NeverAboveNumber { .. } => {
                None
            }
        });
        Content {
            sections,
            hard: hard.collect(),
            soft: soft.collect(),
            scope: Scope::from_code(&self.scope).unwrap_or(Scope::Own),
            audience: Audience {
                kinds: self.kinds.iter().filter_map(|code| UnitKind::from_code(code)).collect(),
                level: self.level.parse().ok(),
                units,
            },
            due: self.due(),
        }
    }

    /// The due day; one that cannot be meant where it is not typed as one.
    pub fn due(&self) -> Due {
        let number: i32 = self.due_number.parse().unwrap_or(10_000);
        match self.due.as_str() {
            "last" => Due::OnDay(31),
            "after" => Due::AfterEnd(number),
            "before" => Due::AfterEnd(number.saturating_neg()),
            _ => Due::OnDay(i8::try_from(number).unwrap_or(0)),
        }
    }
}

fn section_item(title: &str) -> Item {
    Item {
        kind: ItemKind::Section,
        key: String::new(),
        label: title.to_owned(),
        help: String::new(),
        required: false,
        trial: [String::new(), String::new()],
    }
}

fn item(row: &Row, catalogue: &Catalogue) -> Option<Item> {
    let kind = match row.ask {
        Ask::Number(_) => ItemKind::Number,
        Ask::YesNo(_) => ItemKind::YesNo,
        Ask::Words(_) => ItemKind::Words,
    };
    let key = match &row.ask {
        Ask::Words(key) => key.clone(),
        Ask::Number(slot) | Ask::YesNo(slot) => {
            spoken::key(catalogue.of_slot(*slot)?, catalogue.breakdown(*slot)?)
        }
    };
    let (label, help) = (row.label.clone(), row.help.clone());
    Some(Item { kind, key, label, help, required: row.required, ..section_item("") })
}

/// The key of a code in a check: without a breakdown where none is told.
fn key_of(code: &str) -> String {
    if code.contains('.') { code.to_owned() } else { format!("{code}.any.") }
}

/// A slot as checks name it.
fn code_of(catalogue: &Catalogue, slot: Slot) -> String {
    let (Some(indicator), Some(breakdown)) = (catalogue.of_slot(slot), catalogue.breakdown(slot)) else {
        return String::new();
    };
    let key = spoken::key(indicator, breakdown);
    key.strip_suffix(".any.").map_or(key.clone(), str::to_owned)
}

/// The checks of a form as lines that can be typed again, and whether each stops the sending.
pub fn lines(content: &Content, catalogue: &Catalogue) -> Vec<(CheckLine, bool)> {
    lines_called(content, |slot| code_of(catalogue, *slot))
}

/// The same with figures called as whoever reads them calls them.
pub fn lines_called(content: &Content, code: impl Fn(&Slot) -> String) -> Vec<(CheckLine, bool)> {
    let hard = content.hard.iter().map(|one| {
        let line = match one {
            HardCheck::NeverAbove { lower, upper } => {
                CheckLine::NeverAbove { lower: code(lower), upper: code(upper) }
            }
            HardCheck::AddsUp { parts, whole } => {
                CheckLine::AddsUp { whole: code(whole), parts: parts.iter().map(&code).collect() }
            }
            HardCheck::NeverAboveNumber { slot, most } => {
                CheckLine::NeverAboveNumber { of: code(slot), most: *most }
            }
        };
        (line, true)
    });
    let soft = content.soft.iter().map(|one| {
        let line = match one {
            SoftCheck::Changes { slot, percent } => {
                CheckLine::Changes { of: slot.as_ref().map(&code), percent: *percent }
            }
            SoftCheck::Above { slot, usual } => CheckLine::Above { of: code(slot), usual: *usual },
        };
        (line, false)
    });
    hard.chain(soft).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn buttons_move_add_and_remove() {
        let mut draft = Draft::new(date(2024, 5, 15), "Phần 1");
        draft.apply("them-HD01.any.", "", "");
        draft.apply("them-HD01.any.", "", "");
        draft.apply("chu", "", "Kiến nghị");
        draft.apply("chu", "", "Ý kiến");
        draft.apply("phan", "Phần 2", "");
        let told = |draft: &Draft| -> Vec<String> {
            draft
                .items
                .iter()
                .map(|item| format!("{}:{}{}", item.kind.code(), item.key, item.label))
                .collect()
        };
        let all = ["phan:Phần 1", "so:HD01.any.", "chu:loi-1Kiến nghị", "chu:loi-2Ý kiến", "phan:Phần 2"];
        assert_eq!(told(&draft), all);
        draft.apply("len-4", "", "");
        draft.apply("len-0", "", "");
        draft.apply("xuong-4", "", "");
        draft.apply("bo-1", "", "");
        draft.apply("bo-99", "", "");
        draft.apply("khac", "", "");
        assert_eq!(told(&draft), ["phan:Phần 1", "chu:loi-1Kiến nghị", "phan:Phần 2", "chu:loi-2Ý kiến"]);
    }

    #[test]
    fn the_due_day_is_told_in_four_ways() {
        let due = |way: &str, number: &str| {
            Draft { due: way.to_owned(), due_number: number.to_owned(), ..Draft::default() }.due()
        };
        assert_eq!(due("on", "25"), Due::OnDay(25));
        assert_eq!(due("last", ""), Due::OnDay(31));
        assert_eq!(due("after", "5"), Due::AfterEnd(5));
        assert_eq!(due("before", "5"), Due::AfterEnd(-5));
        assert!(!due("on", "abc").is_sound() && !due("after", "").is_sound());
    }
}
