//! The workbook of one unit that came back: every answer against what stands.
//!
//! Not here: writing it (`acts::filing::save`).

use acts::filing::{Answer, Desk, SaveFiling};
use domain::figure::{Value, Vector};
use domain::form::{Ask, Row as FormRow, check};
use domain::submission::Source;
use lang::Lang;
use lang::words::refusal::number_sentence;
use office::sheet::{AnswerIn, CellOut, CellValue, EntryIn};
use std::collections::BTreeMap;

use super::{Answers, Said};
use crate::web::entry::sheet::cell_value;
use crate::web::filing::told;
use crate::web::import::page::{Preview, PreviewRow};
use crate::web::parts::Tag;

/// One answer of the file.
struct Line {
    key: String,
    cell: String,
    row: String,
    question: String,
    before: String,
    after: String,
    changed: bool,
    problem: String,
    doubt: String,
}

/// What the file says.
pub(in crate::web) struct Single {
    lines: Vec<Line>,
    /// What is to be written.
    pub save: SaveFiling,
    /// What was typed, as it was typed.
    pub typed: Answers,
    /// Whether the figures changed after the workbook was made.
    pub stale: bool,
}

/// Reads a workbook against the desk of its filing. `made_of` is the version it was made of.
pub(super) fn read(desk: &Desk, entry: &EntryIn, made_of: i64, lang: Lang) -> Single {
    let mut single = Single {
        lines: Vec::new(),
        save: SaveFiling {
            about: desk.about,
            seen_version: Some(desk.version),
            answers: Vec::new(),
            words: BTreeMap::new(),
            reasons: BTreeMap::new(),
            source: Source::Imported,
        },
        typed: Answers { answers: BTreeMap::new(), reasons: BTreeMap::new() },
        stale: made_of != desk.version,
    };
    let mut after = (desk.values.clone(), desk.words.clone());
    let rows: BTreeMap<String, &FormRow> =
        desk.asked.version.content.rows().map(|row| (row.ask.key(), row)).collect();
    for answer in &entry.answers {
        let Some(row) = rows.get(&answer.key) else {
            single.lines.push(unknown(answer, lang));
            continue;
        };
        single.typed.answers.extend(answer.value.as_ref().map(|value| (answer.key.clone(), raw(value))));
        if !answer.reason.is_empty() {
            single.typed.reasons.insert(answer.key.clone(), answer.reason.clone());
        }
        let line = take(&mut single.save, &mut after, desk, row, answer, lang);
        single.lines.push(line);
    }
    doubts(&mut single.lines, desk, &after, lang);
    single
}

/// A cell as it was typed.
pub(super) fn raw(value: &CellValue) -> CellOut {
    if let CellValue::Number { value, percent: false } = value {
        let text = || CellOut::Text(value.to_string().replace('.', ","));
        return value.as_whole().map_or_else(text, CellOut::Integer);
    }
    CellOut::Text(value.to_plain())
}

fn empty(answer: &AnswerIn) -> Line {
    Line {
        key: answer.key.clone(),
        cell: answer.address.to_string(),
        row: answer.address.row.to_string(),
        question: String::new(),
        before: String::new(),
        after: answer.value.as_ref().map(CellValue::to_plain).unwrap_or_default(),
        changed: false,
        problem: String::new(),
        doubt: String::new(),
    }
}

fn unknown(answer: &AnswerIn, lang: Lang) -> Line {
    Line { problem: lang.words().book.gone_row.to_owned(), ..empty(answer) }
}

/// Takes one answer over into what is to be written.
fn take(
    save: &mut SaveFiling,
    after: &mut (Vector, BTreeMap<String, String>),
    desk: &Desk,
    row: &FormRow,
    answer: &AnswerIn,
    lang: Lang,
) -> Line {
    let mut line = Line { question: told::question(&desk.catalogue, row, lang), ..empty(answer) };
    let Some(slot) = row.ask.slot() else {
        let stands = desk.words.get(&answer.key).map(String::as_str).unwrap_or_default();
        stands.clone_into(&mut line.before);
        if line.after.trim() != stands.trim() {
            line.changed = true;
            save.words.insert(answer.key.clone(), line.after.clone());
        }
        after.1.insert(answer.key.clone(), line.after.clone());
        return line;
    };
    let stands = desk.values.get(slot);
    let printed = |value: Option<Value>| {
        value.map_or_else(String::new, |value| lang::figure::value(Some(value), "", lang).line())
    };
    line.before = printed(stands);
    let read = match &row.ask {
        Ask::YesNo(_) => yes_no(answer.value.as_ref(), lang),
        Ask::Number(_) | Ask::Words(_) => {
            let Some(indicator) = desk.catalogue.of_slot(slot) else { return line };
            cell_value(answer.value.as_ref(), indicator.nature, &indicator.measure)
                .map_err(|refusal| number_sentence(&refusal, lang))
        }
    };
    match read {
        Ok(value) => {
            line.after = if value.is_none() && stands.is_some() {
                lang.words().book.cleared.to_owned()
            } else if matches!(row.ask, Ask::YesNo(_)) {
                line.after
            } else {
                printed(value)
            };
            if value != stands {
                line.changed = true;
                save.answers.push(Answer { slot, value, evidence: None });
            }
            match value {
                Some(value) => after.0.0.insert(slot, value),
                None => after.0.0.remove(&slot),
            };
        }
        Err(sentence) => line.problem = sentence,
    }
    let reason = desk.reasons.get(&answer.key).map(String::as_str).unwrap_or_default();
    if answer.reason.trim() != reason.trim() {
        line.changed = true;
        save.reasons.insert(slot, answer.reason.clone());
    }
    line
}

/// Yes, no, or nothing; a sentence for anything else.
pub(super) fn yes_no(value: Option<&CellValue>, lang: Lang) -> Result<Option<Value>, String> {
    let text = value.map(|value| domain::text::fold(&value.to_plain())).unwrap_or_default();
    match text.as_str() {
        "" => Ok(None),
        "co" | "1" | "yes" | "true" => Ok(Some(Value::exact(1))),
        "khong" | "0" | "no" | "false" => Ok(Some(Value::exact(0))),
        _ => Err(lang.words().book.choose_yes_no.to_owned()),
    }
}

/// Puts beside each answer what the form's checks would find; it does not keep from writing, only from sending.
fn doubts(lines: &mut [Line], desk: &Desk, after: &(Vector, BTreeMap<String, String>), lang: Lang) {
    let content = &desk.asked.version.content;
    let last = desk.last.as_ref().map(|(_, vector)| vector.clone()).unwrap_or_default();
    let found = check(content, &after.0, &after.1, &last, &Vector::default());
    for finding in found {
        let key = finding.ask.key();
        let row = content.rows().find(|row| row.ask == finding.ask);
        if let Some(line) = lines.iter_mut().find(|line| line.key == key && !line.after.is_empty()) {
            line.doubt = told::finding(&desk.catalogue, row, &finding, lang);
        }
    }
}

impl Single {
    /// How many answers would change.
    pub fn changes(&self) -> usize {
        self.lines.iter().filter(|line| line.changed).count()
    }

    /// Whether a cell cannot be read.
    pub fn is_wrong(&self) -> bool {
        self.lines.iter().any(|line| !line.problem.is_empty())
    }

    /// What became of each answer, for the copy with a column of results.
    pub fn said(&self, lang: Lang) -> Said {
        let w = &lang.words().import;
        let outcome = |line: &Line| {
            let text = match (line.problem.is_empty(), line.doubt.is_empty(), line.changed) {
                (false, _, _) => line.problem.clone(),
                (true, false, _) => line.doubt.clone(),
                (true, true, true) => w.changed.to_owned(),
                (true, true, false) => w.same.to_owned(),
            };
            (line.key.clone(), text)
        };
        self.lines.iter().map(outcome).collect()
    }

    /// The file as its preview shows it.
    pub fn preview(&self, name: &str, lang: Lang) -> Preview {
        let words = lang.words();
        let (w, b) = (&words.import, &words.book);
        let wrong: Vec<&Line> = self.lines.iter().filter(|line| !line.problem.is_empty()).collect();
        let changes = self.changes();
        let mut counts = Vec::new();
        counts.extend((changes > 0).then(|| Tag::look(w.count_changed(changes))));
        counts.push(Tag::plain(w.count_same(self.lines.len() - changes.min(self.lines.len()))));
        counts.extend((!wrong.is_empty()).then(|| Tag::wrong(w.count_wrong(wrong.len()))));
        let row = |line: &Line| PreviewRow {
            number: line.row.clone(),
            tag: match (line.problem.is_empty(), line.changed) {
                (false, _) => Tag::wrong(w.wrong),
                (true, true) => Tag::look(w.changed),
                (true, false) => Tag::plain(w.same),
            },
            cells: vec![line.question.clone(), line.before.clone(), line.after.clone(), line.doubt.clone()],
        };
        Preview {
            heading: w.preview(name),
            counts,
            problems: wrong.iter().map(|line| (line.cell.clone(), line.problem.clone())).collect(),
            columns: [b.question, b.before, b.after, b.check].map(str::to_owned).to_vec(),
            rows: self.lines.iter().map(row).collect(),
            commit: if wrong.is_empty() && changes > 0 { b.write(changes) } else { String::new() },
            ..Preview::default()
        }
    }
}
