//! Parts that pages are composed of: fields, error summaries, empty places, bars.
//!
//! Not here: anything of one noun only.

use askama::Template;
use lang::{Lang, Words};

use super::frame::{Frame, Link};

/// One choice of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub text: String,
}

impl Choice {
    /// A choice.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into() }
    }
}

/// What a field looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line; the input's type.
    Text(&'static str),
    /// Several lines.
    Long,
    /// A file; the accepted endings.
    File(&'static str),
    /// Several files; the accepted endings.
    Files(&'static str),
    /// One of a list.
    Choice(Vec<Choice>),
    /// Any of a list, each sent under a name of its own.
    Ticks(Vec<Tick>),
}

/// One box of a list to tick.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tick {
    /// The name it is sent under.
    pub name: String,
    /// What is read.
    pub text: String,
    /// What stands under it; may be empty.
    pub note: String,
    /// Whether it is ticked.
    pub on: bool,
}

/// A labelled field with its hint and its refusal. What was typed stays in it.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/field.html")]
pub struct Field {
    /// The words of the page.
    pub w: &'static Words,
    /// The id within the page.
    pub id: String,
    /// The name it is sent under.
    pub name: String,
    /// The label above.
    pub label: String,
    /// The hint under the label; may be empty.
    pub hint: String,
    /// What stands in it.
    pub value: String,
    /// The refusal; empty when there is none.
    pub error: String,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Whether it is short.
    pub narrow: bool,
    /// What browsers may fill in.
    pub autocomplete: &'static str,
}

impl Field {
    /// A field for one line of text.
    pub fn text(lang: Lang, name: &str, label: &str) -> Self {
        Self {
            w: lang.words(),
            id: format!("o-{name}"),
            name: name.to_owned(),
            label: label.to_owned(),
            hint: String::new(),
            value: String::new(),
            error: String::new(),
            shape: Shape::Text("text"),
            optional: false,
            narrow: false,
            autocomplete: "off",
        }
    }

    /// A field for a date.
    pub fn date(lang: Lang, name: &str, label: &str) -> Self {
        Self { narrow: true, ..Self::text(lang, name, label) }.hint(lang.words().common.date_hint)
    }

    /// A field for a password.
    pub fn password(lang: Lang, name: &str, label: &str, autocomplete: &'static str) -> Self {
        Self { shape: Shape::Text("password"), autocomplete, ..Self::text(lang, name, label) }
    }

    /// A field for one of several choices.
    pub fn choice(lang: Lang, name: &str, label: &str, choices: Vec<Choice>) -> Self {
        Self { shape: Shape::Choice(choices), ..Self::text(lang, name, label) }
    }

    /// A field for any of several things.
    pub fn ticks(lang: Lang, name: &str, label: &str, ticks: Vec<Tick>) -> Self {
        Self { shape: Shape::Ticks(ticks), ..Self::text(lang, name, label) }
    }

    /// A field for a file.
    pub fn file(lang: Lang, name: &str, label: &str, accept: &'static str) -> Self {
        Self { shape: Shape::File(accept), autocomplete: "", ..Self::text(lang, name, label) }
    }

    /// A field for several files.
    pub fn files(lang: Lang, name: &str, label: &str, accept: &'static str) -> Self {
        Self { shape: Shape::Files(accept), ..Self::file(lang, name, label, accept) }
    }

    /// A field for several lines.
    pub fn long(lang: Lang, name: &str, label: &str) -> Self {
        Self { shape: Shape::Long, ..Self::text(lang, name, label) }
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With what was typed.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// With a refusal; an empty sentence is none.
    #[must_use]
    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = error.into();
        self
    }

    /// May stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// With its own id, where one page has two forms.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// With what browsers may fill in.
    #[must_use]
    pub fn fill(mut self, autocomplete: &'static str) -> Self {
        self.autocomplete = autocomplete;
        self
    }

    /// The attributes that tie hint and refusal to the field.
    fn described(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("h-{}", self.id));
        }
        if !self.error.is_empty() {
            ids.push(format!("e-{}", self.id));
        }
        let mut out = String::new();
        if !ids.is_empty() {
            out = format!(" aria-describedby=\"{}\"", ids.join(" "));
        }
        if !self.error.is_empty() {
            out.push_str(" aria-invalid=\"true\"");
        }
        out
    }
}

/// The summary above a form that was refused: each line leads to its field.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/errors.html")]
pub struct Errors {
    /// The words of the page.
    pub w: &'static Words,
    /// The field's id and the sentence.
    pub fields: Vec<(String, String)>,
}

impl Errors {
    /// No refusal yet.
    pub fn none(lang: Lang) -> Self {
        Self { w: lang.words(), fields: Vec::new() }
    }

    /// The refusals of these fields. A sentence that several fields share is told with the label of each.
    pub fn of(lang: Lang, fields: &[&Field]) -> Self {
        let refused: Vec<&&Field> = fields.iter().filter(|field| !field.error.is_empty()).collect();
        let line = |field: &&&Field| {
            let shared = refused.iter().filter(|other| other.error == field.error).count() > 1;
            let told = if shared { format!("{}: {}", field.label, field.error) } else { field.error.clone() };
            (field.id.clone(), told)
        };
        Self { w: lang.words(), fields: refused.iter().map(line).collect() }
    }
}

/// A place with nothing in it: what this is, why it is empty, one way on.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/blank.html")]
pub struct Blank {
    /// The drawing.
    pub icon: String,
    /// What this is.
    pub title: String,
    /// Why it is empty.
    pub text: String,
    /// One way on.
    pub way: Option<Link>,
}

/// A bar of completeness, drawn without inline style so that the page's own policy allows it.
pub fn bar(done: i64, all: i64) -> String {
    let width = if all > 0 { (done * 100 / all).clamp(0, 100) } else { 0 };
    let class = if done >= all || width >= 90 { "bar ok" } else { "bar" };
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect width=\"{width}\" height=\"8\"/></svg>"
    )
}

/// A label of standing: icon and word, never colour alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// The class in the stylesheet.
    pub class: &'static str,
    /// The drawing.
    pub icon: String,
    /// The word.
    pub text: String,
}

impl Tag {
    /// Done.
    pub fn done(text: impl Into<String>) -> Self {
        Self { class: "ok", icon: super::assets::icon("check"), text: text.into() }
    }

    /// Waiting for somebody.
    pub fn waiting(text: impl Into<String>) -> Self {
        Self { class: "wait", icon: super::assets::icon("clock"), text: text.into() }
    }

    /// Look again.
    pub fn look(text: impl Into<String>) -> Self {
        Self { class: "warn", icon: super::assets::icon("alert-triangle"), text: text.into() }
    }

    /// Wrong or overdue.
    pub fn wrong(text: impl Into<String>) -> Self {
        Self { class: "err", icon: super::assets::icon("alert-circle"), text: text.into() }
    }

    /// Neither good nor bad.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { class: "", icon: super::assets::icon("pencil"), text: text.into() }
    }
}

/// A cell of a table of figures: a link to the figure's source, or words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What is read.
    pub text: String,
    /// Where its source is; empty for words ("chưa báo cáo").
    pub href: String,
    /// The whole sentence for those who do not see the table.
    pub label: String,
    /// Whether its source is open beside the table.
    pub here: bool,
}

/// The head of a column of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The indicator.
    pub name: String,
    /// Its measure.
    pub measure: String,
}

/// Links to the pages before and after, for lists that are paged by key.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/pager.html")]
pub struct Pager {
    /// The words of the page.
    pub w: &'static Words,
    /// Which rows these are.
    pub told: String,
    /// The page before.
    pub before: Option<String>,
    /// The page after.
    pub after: Option<String>,
}

impl Pager {
    /// A list that fits on its page.
    pub fn none(lang: Lang) -> Self {
        Self { w: lang.words(), told: String::new(), before: None, after: None }
    }
}

/// A page that is one form.
#[derive(Template)]
#[template(path = "parts/form.html")]
pub struct FormPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// What the act does, in a sentence; may be empty.
    pub intro: String,
    /// A warning before the act; for acts that are hard to take back.
    pub warning: Option<String>,
    /// The summary of refusals.
    pub errors: Errors,
    /// The fields.
    pub fields: Vec<Field>,
    /// Names and values sent along unseen.
    pub hidden: Vec<(String, String)>,
    /// Where it is sent.
    pub action: String,
    /// The words of the button: a verb and its object.
    pub submit: String,
    /// Another button, with its name and its words: one that only looks something up.
    pub other: Option<(String, String)>,
    /// The way out.
    pub cancel: Link,
    /// Whether a file is sent.
    pub multipart: bool,
    /// Whether it only asks for a page and changes nothing.
    pub get: bool,
}

impl FormPage {
    /// A form; the summary of refusals follows from the fields.
    pub fn new(
        mut f: Frame,
        action: impl Into<String>,
        submit: impl Into<String>,
        fields: Vec<Field>,
    ) -> Self {
        let errors = Errors::of(f.lang, &fields.iter().collect::<Vec<_>>());
        f.refused = !errors.fields.is_empty();
        // Out leads one step up the way one came down.
        let up = f.crumbs.iter().rev().find(|crumb| !crumb.href.is_empty());
        let cancel = Link::to(f.w.common.cancel, up.map_or("/", |crumb| crumb.href.as_str()));
        Self {
            heading: f.title.clone(),
            intro: String::new(),
            warning: None,
            errors,
            fields,
            hidden: Vec::new(),
            action: action.into(),
            submit: submit.into(),
            other: None,
            cancel,
            multipart: false,
            get: false,
            f,
        }
    }
}
