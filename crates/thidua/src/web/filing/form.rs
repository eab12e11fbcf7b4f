//! One filing's form: its rows, what was typed into them, and what of it is to be saved.
//!
//! Not here: reading numbers (`lang::number_in`), what may be saved and sent (`acts::filing`).

use acts::figure::{FigureRefusal, NewEvidence};
use acts::filing::{Answer, Desk, FilingRefusal, SaveFiling};
use domain::figure::{Slot, Value};
use domain::form::{Ask, Finding, Row as FormRow};
use domain::indicator::Nature;
use domain::submission::Source;
use lang::words::refusal::{number_repairs, number_sentence};
use lang::{Lang, number_in};
use std::collections::BTreeMap;

use super::told;
use crate::web::answer::Failure;
use crate::web::posted::{Posted, Uploaded};
use crate::web::visit::Member;

/// One row with what was typed.
pub struct Line {
    /// In which section, from 0.
    pub section: usize,
    /// The form's row.
    pub row: FormRow,
    /// The question.
    pub question: String,
    /// What its values are; nothing for words.
    pub nature: Option<Nature>,
    /// Its measure.
    pub measure: String,
    /// What stands.
    pub standing: Option<Value>,
    /// What stood in the field when the person's page was drawn.
    pub shown: String,
    /// What is typed.
    pub typed: String,
    /// The reason that stands.
    pub reason_shown: String,
    /// The reason that is typed.
    pub reason: String,
    /// The note beside new evidence.
    pub note: String,
    /// A file sent along: its hash in hexadecimal digits, and its name.
    pub kept: Option<(String, String)>,
    /// What was read.
    pub parsed: Option<Value>,
    /// Why it cannot be read or saved.
    pub refusal: String,
    /// Ready repairs.
    pub repairs: Vec<String>,
    /// Whether the field was on the page that was sent.
    pub posted: bool,
}

impl Line {
    /// The id of its field within the page.
    pub fn id(&self) -> String {
        match &self.row.ask {
            Ask::Number(slot) | Ask::YesNo(slot) => format!("s{}", slot.0),
            Ask::Words(key) => format!("w-{key}"),
        }
    }

    fn is_changed(&self) -> bool {
        let value = self.typed != self.shown && self.parsed != self.standing;
        self.posted && (value || self.kept.is_some() || !self.note.is_empty())
    }

    /// The words that changed.
    fn words(&self) -> Option<(String, String)> {
        let Ask::Words(key) = &self.row.ask else { return None };
        (self.posted && self.typed != self.shown).then(|| (key.clone(), self.typed.clone()))
    }

    fn read(&mut self, lang: Lang) {
        let Some(nature) = self.nature else { return };
        if matches!(self.row.ask, Ask::YesNo(_)) {
            self.parsed = match self.typed.as_str() {
                "1" => Some(Value::exact(1)),
                "0" => Some(Value::exact(0)),
                _ => None,
            };
            return;
        }
        match number_in::value(&self.typed, nature, &self.measure) {
            Ok(value) => self.parsed = value,
            Err(refusal) => {
                self.refusal = number_sentence(&refusal, lang);
                self.repairs = number_repairs(&refusal);
            }
        }
    }
}

/// The form.
pub struct Form {
    /// Everything that is known of the filing.
    pub desk: Desk,
    /// Its rows.
    pub lines: Vec<Line>,
    /// The submission's version that the person saw.
    pub version: i64,
    /// A sentence that is no row's own.
    pub general: String,
    /// Whether the sending was refused: the findings then stand as errors.
    pub sending: bool,
    lang: Lang,
}

impl Form {
    /// The form with what stands.
    pub fn new(desk: Desk, lang: Lang) -> Self {
        let mut lines = Vec::new();
        for (section, part) in desk.asked.version.content.sections.iter().enumerate() {
            lines.extend(part.rows.iter().map(|row| line(&desk, section, row, lang)));
        }
        let version = desk.version;
        Self { desk, lines, version, general: String::new(), sending: false, lang }
    }

    /// Keeps the files that were sent, whether or not the form is refused: nobody chooses a file twice.
    pub async fn keep_files(&mut self, member: &Member, sent: &Uploaded) -> Result<(), Failure> {
        let unit = self.desk.about.unit;
        for line in &mut self.lines {
            let key = line.row.ask.key();
            if let Some((hash, name)) = sent.fields.get(&format!("luu-{key}")).split_once(':') {
                line.kept = Some((hash.to_owned(), name.to_owned()));
            }
            if let Some(file) = sent.file(&format!("tep-{key}")) {
                let kept = acts::evidence::upload(&member.ctx, unit, &file.bytes).await;
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
            let key = line.row.ask.key();
            if !posted.has(&format!("so-{key}")) && !posted.has(&format!("cu-{key}")) {
                continue;
            }
            line.posted = true;
            posted.get(&format!("cu-{key}")).clone_into(&mut line.shown);
            posted.get(&format!("so-{key}")).clone_into(&mut line.typed);
            posted.get(&format!("ghi-{key}")).clone_into(&mut line.note);
            if posted.has(&format!("ly-{key}")) {
                posted.get(&format!("ly-{key}")).clone_into(&mut line.reason);
            }
            if let Some((of, value)) = &repair
                && *of == key
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

    /// What is to be saved: only what the person changed, and of that only what can be read.
    pub fn to_save(&self) -> SaveFiling {
        let mut answers = Vec::new();
        let mut reasons: BTreeMap<Slot, String> = BTreeMap::new();
        for line in self.lines.iter().filter(|line| line.refusal.is_empty()) {
            let Some(slot) = line.row.ask.slot() else { continue };
            if line.is_changed() {
                let value = if line.typed == line.shown { line.standing } else { line.parsed };
                answers.push(Answer { slot, value, evidence: evidence(line) });
            }
            if line.posted && line.reason != line.reason_shown {
                reasons.insert(slot, line.reason.clone());
            }
        }
        SaveFiling {
            about: self.desk.about,
            seen_version: Some(self.version),
            answers,
            words: self.lines.iter().filter_map(Line::words).collect(),
            reasons,
            source: Source::Typed,
        }
    }

    /// Puts a refusal beside its rows, or above the form.
    pub fn refuse(&mut self, member: &Member, refusal: &FilingRefusal) {
        match refusal {
            FilingRefusal::Figure(FigureRefusal::Entries(faults)) => {
                let keys: Vec<String> = self
                    .lines
                    .iter()
                    .filter(|line| line.is_changed() && line.refusal.is_empty())
                    .map(|line| line.row.ask.key())
                    .collect();
                for (at, _) in faults {
                    let line = keys
                        .get(*at)
                        .and_then(|key| self.lines.iter_mut().find(|line| line.row.ask.key() == *key));
                    if let Some(line) = line {
                        member.words().entry.wrong_nature.clone_into(&mut line.refusal);
                    }
                }
            }
            FilingRefusal::Figure(FigureRefusal::Changed { by, at_ms, .. }) => {
                self.general =
                    member.words().entry.conflict_text(by, crate::web::visit::moment(*at_ms, self.lang));
            }
            FilingRefusal::Findings(found) => {
                self.sending = true;
                self.desk.stopping.clone_from(found);
            }
            FilingRefusal::Figure(
                FigureRefusal::NotThere | FigureRefusal::Future | FigureRefusal::Resting,
            )
            | FilingRefusal::NotAsked
            | FilingRefusal::WordsTooLong(_)
            | FilingRefusal::Standing(_)
            | FilingRefusal::ReasonMissing => {
                told::refusal(refusal, member.words()).clone_into(&mut self.general);
            }
        }
    }

    /// What the checks found at a row.
    pub fn found(&self, line: &Line) -> Option<&Finding> {
        self.desk.findings.iter().find(|found| found.ask == line.row.ask)
    }
}

fn line(desk: &Desk, section: usize, row: &FormRow, lang: Lang) -> Line {
    let slot = row.ask.slot();
    let indicator = slot.and_then(|slot| desk.catalogue.of_slot(slot));
    let standing = slot.and_then(|slot| desk.values.get(slot));
    let shown = match &row.ask {
        Ask::Number(_) => lang::figure::typed(standing),
        Ask::YesNo(_) => standing.map_or_else(String::new, |value| lang::figure::typed(Some(value))),
        Ask::Words(key) => desk.words.get(key).cloned().unwrap_or_default(),
    };
    let reason = desk.reasons.get(&row.ask.key()).cloned().unwrap_or_default();
    Line {
        section,
        row: row.clone(),
        question: told::question(&desk.catalogue, row, lang),
        nature: indicator.map(|indicator| indicator.nature),
        measure: indicator.map(|one| crate::web::spoken::measure(one, lang)).unwrap_or_default(),
        standing,
        typed: shown.clone(),
        shown,
        reason_shown: reason.clone(),
        reason,
        note: String::new(),
        kept: None,
        parsed: standing,
        refusal: String::new(),
        repairs: Vec::new(),
        posted: false,
    }
}

fn evidence(line: &Line) -> Option<NewEvidence> {
    if line.kept.is_none() && line.note.is_empty() {
        return None;
    }
    let file = line.kept.as_ref().and_then(|(hash, name)| Some((unhex(hash)?, name.clone())));
    Some(NewEvidence { file, note: line.note.clone(), ..NewEvidence::default() })
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if text.len() != 64 {
        return None;
    }
    (0..32).map(|at| u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()).collect()
}
