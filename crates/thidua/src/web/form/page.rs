//! The pages of biểu mẫu: a form as it stands, and a form while it is written.
//!
//! Not here: reading what was typed (`draft`).

use askama::Template;

use super::draft::Draft;
use crate::web::frame::{Frame, Link};
use crate::web::parts::Choice;

/// A row of a form.
#[derive(Clone, Debug, Default)]
pub struct FormRow {
    /// The question.
    pub name: String,
    /// The indicator's code.
    pub code: String,
    /// The measure, or the kind of answer.
    pub kind: String,
    /// The help.
    pub help: String,
    /// Whether an answer is needed.
    pub required: bool,
}

/// A section of a form.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its name.
    pub title: String,
    /// Its rows.
    pub rows: Vec<FormRow>,
}

/// A form as it stands.
#[derive(Template)]
#[template(path = "form/view.html")]
pub struct ViewPage {
    /// The frame.
    pub f: Frame,
    /// How often, which version, whether it is in use.
    pub sub: String,
    /// Ways on.
    pub actions: Vec<Link>,
    /// Its sections.
    pub parts: Vec<Part>,
    /// Its checks, and what each does.
    pub checks: Vec<(String, String)>,
    /// Who answers.
    pub audience: Vec<String>,
    /// For whom the answers speak.
    pub scope: String,
    /// The due day in words.
    pub due: String,
    /// The due days of the periods around today.
    pub dues: Vec<(String, String)>,
    /// Its versions.
    pub versions: Vec<Link>,
    /// Later days granted: to whom until when, and why.
    pub later: Vec<(String, String)>,
    /// The periods for which a later day can be granted.
    pub periods: Vec<Choice>,
    /// Its address.
    pub base: String,
    /// Its name.
    pub name: String,
    /// Whether it may be renamed and closed.
    pub may_keep: bool,
}

/// A line of the draft.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its place.
    pub place: String,
    /// What it is, as a code.
    pub kind: &'static str,
    /// Its key.
    pub key: String,
    /// The indicator.
    pub name: String,
    /// The heading or question.
    pub label: String,
    /// The help.
    pub help: String,
    /// Whether an answer is needed.
    pub required: bool,
    /// A trial value.
    pub now: String,
    /// A trial value of last period.
    pub last: String,
    /// Whether what is told stops the sending.
    pub stops: bool,
    /// What the checks say of the trial.
    pub told: String,
    /// Whether it asks for a figure.
    pub figure: bool,
}

/// An indicator that was found.
#[derive(Clone, Debug, Default)]
pub struct Hit {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A form while it is written.
#[derive(Template)]
#[template(path = "form/edit.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one part is there")]
pub struct EditPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// What the page is for.
    pub intro: String,
    /// Where the draft is sent.
    pub action: String,
    /// Whether name, frequency and stage stand already.
    pub fixed: bool,
    /// How often.
    pub every: Vec<Choice>,
    /// For whom.
    pub scopes: Vec<Choice>,
    /// Kinds of units, and whether each is chosen.
    pub kinds: Vec<(Choice, bool)>,
    /// Ways to tell the due day.
    pub dues: Vec<Choice>,
    /// The draft.
    pub draft: Draft,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Indicators that were found.
    pub hits: Vec<Hit>,
    /// Whether something was looked for.
    pub searched: bool,
    /// Whether the checks were tried.
    pub tried: bool,
    /// Whether nothing was found by them.
    pub good: bool,
    /// What was refused: the field's id and the sentence.
    pub errors: Vec<(String, String)>,
}

impl EditPage {
    /// Where one goes without writing: a step up the way one came down.
    pub fn out(&self) -> &str {
        let up = self.f.crumbs.iter().rev().find(|crumb| !crumb.href.is_empty());
        up.map_or("/so-lieu/bieu", |crumb| crumb.href.as_str())
    }

    /// The sentence at a field; empty where nothing was refused.
    pub fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(of, _)| of == field).map_or("", |(_, text)| text)
    }
}

#[cfg(test)]
#[path = "samples.rs"]
mod samples;
#[cfg(test)]
pub(crate) use samples::samples;
