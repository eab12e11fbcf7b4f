//! The form of one unit and period: its rows, what was typed into them, and what of it is to be saved.
//!
//! Not here: reading numbers (`lang::number_in`), what may be saved (`acts::figure`).

use acts::figure::{Entry, EntryFault, FigureRefusal, NewEvidence, Save, Sheet};
use domain::figure::{BySlot, Slot, Value};
use domain::indicator::{Breakdown, Indicator, Nature, Subject};
use domain::period::Period;
use domain::submission::{Scope, Source};
use domain::unit::UnitId;
use lang::words::label::Label;
use lang::words::refusal::{number_repairs, number_sentence};
use lang::{Lang, Words, number, number_in};

use super::page::{Clash, Conflict, EntryPage, Group, Row};
use crate::web::answer::Failure;
use crate::web::encode::address;
use crate::web::excel::{self, Listing};
use crate::web::frame::{Link, Place as MenuPlace};
use crate::web::parts::{Choice, Errors};
use crate::web::posted::{Posted, Uploaded};
use crate::web::spoken;
use crate::web::visit::{Member, moment};

/// A change beyond this share of last period's figure is asked about, in percent.
const ODD_CHANGE: i64 = 50;

/// Where a form is.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Whose figures.
    pub unit: UnitId,
    /// For which days.
    pub period: Period,
    /// For whom they speak.
    pub scope: Scope,
}

/// One row with what was typed.
struct Line {
    key: String,
    indicator: Indicator,
    breakdown: Breakdown,
    standing: Option<Value>,
    last: Option<Value>,
    held: usize,
    /// What stood in the field when the person's page was drawn.
    shown: String,
    typed: String,
    note: String,
    /// A file sent along: its hash in hexadecimal digits, and its name.
    kept: Option<(String, String)>,
    theirs: bool,
    parsed: Option<Value>,
    refusal: String,
    repairs: Vec<String>,
}

impl Line {
    fn is_changed(&self) -> bool {
        (self.typed != self.shown && self.parsed != self.standing)
            || self.kept.is_some()
            || !self.note.is_empty()
    }
}

/// The form.
pub struct Form {
    place: Place,
    version: i64,
    changed_ms: i64,
    last_period: Option<Period>,
    may_enter: bool,
    lines: Vec<Line>,
    lang: Lang,
    general: String,
}

impl Form {
    /// The form with what stands.
    pub async fn load(member: &Member, place: Place) -> Result<Self, Failure> {
        let sheet = acts::figure::sheet(&member.ctx, place.unit, place.period, place.scope).await?;
        let mut lines = Vec::new();
        for indicator in &sheet.catalogue.indicators {
            if indicator.valid_from > place.period.last() {
                continue;
            }
            lines.extend(parts(&sheet, indicator).into_iter().map(|part| line(&sheet, indicator, part)));
        }
        Ok(Self {
            place,
            version: sheet.version,
            changed_ms: sheet.changed_ms,
            last_period: sheet.last_period,
            may_enter: sheet.may_enter,
            lines,
            lang: member.lang(),
            general: String::new(),
        })
    }

    /// The form as a table: what stands, and what stood last time.
    pub async fn listing(&self, member: &Member) -> Result<Listing, Failure> {
        let (lang, words) = (self.lang, member.words());
        let (w, p) = (&words.entry, &words.programme);
        let unit = acts::unit::around(&member.ctx, self.place.unit, member.today(), 0).await?.name.name;
        let period = lang::period::name(self.place.period, lang);
        let columns = [p.code, p.name, p.breakdown, p.measure, w.value, w.last, w.evidence];
        let row = |line: &Line| {
            let money = line.indicator.nature == Nature::Money;
            vec![
                excel::text(&line.indicator.code),
                excel::text(spoken::name(&line.indicator, lang)),
                excel::text(spoken::breakdown(&line.breakdown, lang)),
                excel::text(spoken::measure(&line.indicator, lang)),
                excel::value(line.standing, money, lang),
                excel::value(line.last, money, lang),
                excel::count(line.held),
            ]
        };
        Ok(Listing {
            note: format!("{unit} · {period} · {}", self.place.scope.label(lang)),
            rows: self.lines.iter().map(row).collect(),
            ..Listing::new(w.heading, columns)
        })
    }

    /// What stands now, after somebody else saved: rows the person left alone take it over.
    pub async fn reload(&mut self, member: &Member) -> Result<(), Failure> {
        let now = Self::load(member, self.place).await?;
        self.version = now.version;
        self.changed_ms = now.changed_ms;
        for line in &mut self.lines {
            let Some(fresh) = now.lines.iter().find(|fresh| fresh.key == line.key) else { continue };
            let mine = line.typed != line.shown;
            line.standing = fresh.standing;
            line.shown.clone_from(&fresh.shown);
            if !mine {
                line.typed.clone_from(&fresh.shown);
                line.parsed = fresh.standing;
            }
        }
        Ok(())
    }

    /// Keeps the files that were sent, whether or not the form is refused: nobody chooses a file twice.
    pub async fn keep_files(&mut self, member: &Member, sent: &Uploaded) -> Result<(), Failure> {
        for line in &mut self.lines {
            if let Some((hash, name)) = sent.fields.get(&format!("luu-{}", line.key)).split_once(':') {
                line.kept = Some((hash.to_owned(), name.to_owned()));
            }
            if let Some(file) = sent.file(&format!("tep-{}", line.key)) {
                let kept = acts::evidence::upload(&member.ctx, self.place.unit, &file.bytes).await;
                match crate::web::answer::refused(kept)? {
                    Ok(hash) => line.kept = Some((hex(&hash), file.name.clone())),
                    Err(_) => return Err(Failure::TooLarge),
                }
            }
        }
        Ok(())
    }

    /// Takes over what was typed and reads it.
    pub fn take(&mut self, posted: &Posted) {
        let repair =
            posted.get("dung").split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned()));
        self.version = posted.get("phien-ban").parse().unwrap_or(self.version);
        for line in &mut self.lines {
            let field = format!("so-{}", line.key);
            if !posted.has(&field) {
                continue;
            }
            posted.get(&format!("cu-{}", line.key)).clone_into(&mut line.shown);
            posted.get(&field).clone_into(&mut line.typed);
            posted.get(&format!("ghi-{}", line.key)).clone_into(&mut line.note);
            line.theirs = posted.get(&format!("chon-{}", line.key)) == "ho";
            if let Some((key, value)) = &repair
                && *key == line.key
            {
                line.typed.clone_from(value);
            }
            line.read(self.lang);
        }
    }

    /// Whether anything typed cannot be read.
    pub fn is_refused(&self) -> bool {
        self.lines.iter().any(|line| !line.refusal.is_empty())
    }

    fn changed(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !line.theirs && line.is_changed())
    }

    /// What is to be saved: only what the person changed, so that two people at one form do not undo each other.
    pub fn entries(&self) -> Vec<Entry> {
        self.changed()
            .map(|line| Entry {
                indicator: line.indicator.id,
                breakdown: line.breakdown.clone(),
                value: if line.typed == line.shown { line.standing } else { line.parsed },
                evidence: evidence(line),
            })
            .collect()
    }

    /// The act's own form of it.
    pub fn to_save(&self, entries: Vec<Entry>) -> Save {
        Save {
            unit: self.place.unit,
            period: self.place.period,
            scope: self.place.scope,
            seen_version: Some(self.version),
            entries,
            source: Source::Typed,
            document: None,
            reason: String::new(),
        }
    }

    /// Puts a refusal beside its rows; gives the two values of each row when somebody else saved meanwhile.
    pub fn refuse(&mut self, member: &Member, refusal: FigureRefusal) -> Option<Conflict> {
        let words = member.words();
        match refusal {
            FigureRefusal::Entries(faults) => {
                let keys: Vec<String> = self.changed().map(|line| line.key.clone()).collect();
                for (at, fault) in faults {
                    let line =
                        keys.get(at).and_then(|key| self.lines.iter_mut().find(|line| line.key == *key));
                    if let Some(line) = line {
                        entry_sentence(fault, words).clone_into(&mut line.refusal);
                    }
                }
                None
            }
            FigureRefusal::NotThere => {
                words.entry.not_there.clone_into(&mut self.general);
                None
            }
            FigureRefusal::Future => {
                words.entry.future.clone_into(&mut self.general);
                None
            }
            FigureRefusal::Resting => {
                words.entry.resting.clone_into(&mut self.general);
                None
            }
            FigureRefusal::Changed { by, at_ms, now, .. } => {
                Some(self.conflict(words, &by, &moment(at_ms, self.lang), &now))
            }
        }
    }

    fn conflict(&self, words: &Words, by: &str, when: &str, now: &[Option<Value>]) -> Conflict {
        let rows = self.changed().zip(now).filter(|(line, theirs)| line.parsed != **theirs);
        Conflict {
            heading: words.entry.conflict_heading.to_owned(),
            text: words.entry.conflict_text(by, when),
            theirs: words.entry.theirs(by),
            rows: rows
                .map(|(line, theirs)| Clash {
                    key: line.key.clone(),
                    label: title(line, self.lang),
                    theirs: spoken::value_line(*theirs, &line.indicator.measure, self.lang),
                    mine: spoken::value_line(line.parsed, &line.indicator.measure, self.lang),
                    mine_first: true,
                })
                .collect(),
        }
    }

    /// The page.
    pub async fn page(&self, member: &Member, conflict: Option<Conflict>) -> Result<EntryPage, Failure> {
        let (lang, words) = (self.lang, member.words());
        let heading = words.entry.title(lang::period::name(self.place.period, lang));
        let mut f = member.frame(&heading, MenuPlace::Entry, Some(self.place.unit)).await?;
        let name = f.unit.as_ref().map(|working| working.name.clone()).unwrap_or_default();
        f.crumbs = vec![Link::to(words.entry.heading, "/so-lieu"), Link::here(&heading)];
        let mut errors = Errors::none(lang);
        let refused = self.lines.iter().filter(|line| !line.refusal.is_empty());
        errors.fields.extend(refused.map(|line| (line.key.clone(), line.refusal.clone())));
        if !self.general.is_empty() {
            errors.fields.push(("main".to_owned(), self.general.clone()));
        }
        if !self.may_enter {
            errors.fields.push(("main".to_owned(), words.entry.look_only.to_owned()));
        }
        f.refused = !errors.fields.is_empty() || conflict.is_some();
        let (unit, period) = (self.place.unit.to_string(), self.place.period.to_string());
        let query = [("don-vi", unit.as_str()), ("pham-vi", self.place.scope.code())];
        Ok(EntryPage {
            heading,
            subtitle: words.entry.at_unit(name, self.place.scope.label(lang)),
            actions: vec![
                Link::to(
                    words.entry.from_excel,
                    address("/so-lieu/nhap", &[("don-vi", &unit), ("ky", &period)]),
                ),
                Link::to(words.entry.template, address("/so-lieu/mau.xlsx", &[("don-vi", &unit)])),
            ],
            action: address(&format!("/so-lieu/{period}"), &query),
            version: self.version.to_string(),
            errors,
            conflict,
            groups: self.groups(words),
            last_period: self
                .last_period
                .map_or_else(|| words.common.dash.to_owned(), |period| lang::period::heading(period, lang)),
            this_period: lang::period::heading(self.place.period, lang),
            saved: if self.changed_ms > 0 {
                words.entry.saved(moment(self.changed_ms, lang))
            } else {
                String::new()
            },
            leave: address("/", &[("don-vi", &unit)]),
            f,
        })
    }

    fn groups(&self, words: &Words) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for line in &self.lines {
            let heading = group_of(&line.indicator.code, words);
            let row = self.row(line, words);
            match groups.iter_mut().find(|group| group.heading == heading) {
                Some(group) => group.rows.push(row),
                None => groups.push(Group { heading: heading.to_owned(), rows: vec![row] }),
            }
        }
        groups
    }

    fn row(&self, line: &Line, words: &Words) -> Row {
        let share = line.indicator.nature == Nature::Share;
        let hint = match (share, line.indicator.pitfall.is_empty()) {
            (true, _) if !line.indicator.numerator.is_empty() => {
                words.entry.share_hint(&line.indicator.numerator, &line.indicator.denominator)
            }
            (_, false) => line.indicator.pitfall.clone(),
            _ => String::new(),
        };
        Row {
            key: line.key.clone(),
            name: title(line, self.lang),
            hint,
            measure: spoken::measure(&line.indicator, self.lang),
            share,
            last: line.last.map_or_else(
                || words.common.dash.to_owned(),
                |value| lang::figure::value(Some(value), "", self.lang).number,
            ),
            value: line.typed.clone(),
            error: line.refusal.clone(),
            repairs: line
                .repairs
                .iter()
                .map(|repair| Choice::new(repair, words.refusal.use_repair(repair)))
                .collect(),
            warning: warning(line, words, self.lang),
            shown: line.shown.clone(),
            held: if line.held > 0 { words.entry.pieces(line.held) } else { String::new() },
            kept: line.kept.as_ref().map_or_else(String::new, |(hash, name)| format!("{hash}:{name}")),
            note: line.note.clone(),
            open: line.kept.is_some() || !line.note.is_empty(),
        }
    }
}

impl Line {
    fn read(&mut self, lang: Lang) {
        match number_in::value(&self.typed, self.indicator.nature, &self.indicator.measure) {
            Ok(value) => self.parsed = value,
            Err(refusal) => {
                self.refusal = number_sentence(&refusal, lang);
                self.repairs = number_repairs(&refusal);
            }
        }
    }
}

/// The breakdowns that get a row: those that stand or stood last time, and the usual ones of the indicator.
fn parts(sheet: &Sheet, indicator: &Indicator) -> Vec<Breakdown> {
    let held =
        sheet.values.keys().chain(sheet.last.keys()).filter_map(|slot| sheet.catalogue.slots.get(slot));
    let mut parts: Vec<Breakdown> =
        held.filter(|row| row.indicator == indicator.id).map(|row| row.breakdown.clone()).collect();
    match indicator.code.as_str() {
        "NT01" | "KT10" => {
            parts.extend([Subject::Collective, Subject::Individual, Subject::Combined].map(Breakdown::of));
        }
        _ => parts.push(Breakdown::none()),
    }
    parts.sort();
    parts.dedup();
    parts
}

fn line(sheet: &Sheet, indicator: &Indicator, breakdown: Breakdown) -> Line {
    let slot: Option<Slot> = sheet.catalogue.slot(indicator.id, &breakdown);
    let of = |values: &BySlot<Value>| slot.and_then(|slot| values.get(&slot).copied());
    let standing = of(&sheet.values);
    let shown = lang::figure::typed(standing);
    Line {
        key: spoken::row_id(&spoken::key(indicator, &breakdown)),
        indicator: indicator.clone(),
        breakdown,
        standing,
        last: of(&sheet.last),
        held: slot.and_then(|slot| sheet.evidence.get(&slot).copied()).unwrap_or(0),
        typed: shown.clone(),
        shown,
        note: String::new(),
        kept: None,
        theirs: false,
        parsed: standing,
        refusal: String::new(),
        repairs: Vec::new(),
    }
}

fn title(line: &Line, lang: Lang) -> String {
    let part = spoken::breakdown(&line.breakdown, lang);
    let name = spoken::name(&line.indicator, lang);
    if part.is_empty() { name } else { format!("{name} – {part}") }
}

/// A figure that moved by more than half is asked about; it is saved all the same.
fn warning(line: &Line, words: &Words, lang: Lang) -> String {
    let (Some(Value::Count { number: now, .. }), Some(Value::Count { number: before, .. })) =
        (line.parsed, line.last)
    else {
        return String::new();
    };
    let difference = now.abs_diff(before);
    let difference = i64::try_from(difference).unwrap_or(i64::MAX);
    if before <= 0 || i128::from(difference) * 100 <= i128::from(before) * i128::from(ODD_CHANGE) {
        return String::new();
    }
    let percent = number::percent(difference, before, 0, lang).unwrap_or_default();
    if now < before { words.entry.fell(percent) } else { words.entry.rose(percent) }
}

fn evidence(line: &Line) -> Option<NewEvidence> {
    if line.kept.is_none() && line.note.is_empty() {
        return None;
    }
    Some(NewEvidence {
        file: line.kept.as_ref().and_then(|(hash, name)| Some((unhex(hash)?, name.clone()))),
        note: line.note.clone(),
        ..NewEvidence::default()
    })
}

/// The sentence for an entry that cannot stand.
pub fn entry_sentence(fault: EntryFault, words: &Words) -> &'static str {
    match fault {
        EntryFault::NotYetValid => words.entry.not_yet,
        EntryFault::Twice => words.entry.twice,
        EntryFault::UnknownIndicator | EntryFault::Breakdown | EntryFault::Nature | EntryFault::Value(_) => {
            words.entry.wrong_nature
        }
    }
}

fn group_of(code: &str, words: &Words) -> &'static str {
    let w = &words.entry;
    match code.get(..2).unwrap_or("") {
        "HT" => w.group_study,
        "KH" => w.group_pledge,
        "SH" => w.group_meeting,
        "HD" => w.group_deed,
        "MH" | "VD" | "NT" => w.group_practice,
        "HH" => w.group_award,
        "KT" if code != "KT01" => w.group_award,
        "KT" | "TT" => w.group_inspection,
        "CT" | "VB" => w.group_base,
        _ => w.other_group,
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|letter| letter.to_digit(16)).collect();
    digits?
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => u8::try_from(high * 16 + low).ok(),
            _ => None,
        })
        .collect()
}
