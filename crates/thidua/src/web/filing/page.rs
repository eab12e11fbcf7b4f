//! Pages of bản nộp: the list of a unit, the form by sections, the receipt, the board, the monthly form on a phone.
//!
//! Not here: reading what was typed (`form`), deciding (`acts::filing`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Choice, Errors, Pager, Tag};

/// One filing in a list.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// The filing.
    pub link: Link,
    /// Whose, or from whom.
    pub note: String,
    /// Where it stands.
    pub tag: Tag,
    /// Until when.
    pub due: String,
    /// What can be done here at once: where it is sent, and the words of the button; empty for nothing.
    pub act: (String, String),
}

/// Filings under one heading.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The heading.
    pub heading: String,
    /// The filings.
    pub items: Vec<Item>,
}

/// Lists of filings: a unit's, or a person's work.
#[derive(Template)]
#[template(path = "filing/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// What the page is for.
    pub intro: String,
    /// Ways on.
    pub actions: Vec<Link>,
    /// The lists.
    pub lists: Vec<List>,
    /// What stands instead when all are empty.
    pub blank: Option<Blank>,
}

/// A step beside the form: one section.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Its number.
    pub number: usize,
    /// Its name and address; `here` for the one that is open.
    pub link: Link,
    /// How far it is, in words.
    pub told: String,
    /// `ok`, `err` or nothing.
    pub class: &'static str,
}

/// A piece of evidence.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// The file, or nothing for a note alone.
    pub link: Link,
    /// Its size or note.
    pub note: String,
}

/// One row of the form.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The id of its field.
    pub id: String,
    /// The key under which it is sent.
    pub key: String,
    /// The question.
    pub name: String,
    /// What is easily got wrong.
    pub hint: String,
    /// The measure.
    pub measure: String,
    /// `number`, `yes-no` or `words`.
    pub kind: &'static str,
    /// Whether both counts of a share are typed here.
    pub share: bool,
    /// Last period's figure, printed.
    pub last: String,
    /// Last period's figure as one would type it; empty when there was none.
    pub reuse: String,
    /// The words on the button that takes it again.
    pub reuse_told: String,
    /// The sum to date.
    pub since: String,
    /// What is typed.
    pub value: String,
    /// What stood in the field when the page was drawn.
    pub shown: String,
    /// Why it is refused.
    pub error: String,
    /// Ready repairs.
    pub repairs: Vec<Choice>,
    /// What is asked about.
    pub warning: String,
    /// The line of reason.
    pub reason: String,
    /// Whether the line of reason is shown.
    pub ask_reason: bool,
    /// Evidence that is there.
    pub pieces: Vec<Piece>,
    /// A file that was sent with a refused form: its hash and name.
    pub kept: String,
    /// The note typed.
    pub note: String,
    /// What the level above wrote at this row when it gave the filing back.
    pub returned: String,
    /// The value for those who only look.
    pub told: String,
}

/// One thing that was done.
#[derive(Clone, Debug, Default)]
pub struct Done {
    /// What.
    pub what: String,
    /// Who and when.
    pub who: String,
    /// Why.
    pub why: String,
}

/// A figure that differs from what was accepted.
#[derive(Clone, Debug, Default)]
pub struct Differs {
    /// Which.
    pub name: String,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
}

/// What may be decided here.
#[derive(Clone, Debug, Default)]
pub struct Decide {
    /// Whether accepting and giving back are offered.
    pub waiting: bool,
    /// Whether opening again is offered.
    pub accepted: bool,
    /// The grounds to choose from.
    pub grounds: Vec<Choice>,
    /// The rows that can be named.
    pub rows: Vec<Choice>,
    /// The units that are missing: their ids and names.
    pub missing: Vec<Choice>,
    /// The version that the person saw.
    pub version: String,
}

/// The form of one filing.
#[derive(Template)]
#[template(path = "filing/desk.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one button is there")]
pub struct DeskPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// The unit.
    pub unit: String,
    /// Until when, in bold.
    pub due: String,
    /// How many days are left.
    pub left: String,
    /// Where it stands.
    pub tag: Tag,
    /// Ways on.
    pub actions: Vec<Link>,
    /// Where the form is sent.
    pub action: String,
    /// The base of the addresses of steps; the step's word is appended.
    pub base: String,
    /// The query of those addresses.
    pub query: String,
    /// The version it was opened on.
    pub version: String,
    /// What keeps the person from entering, or what was decided.
    pub notes: Vec<String>,
    /// Why it was given back.
    pub returned: Option<Done>,
    /// The summary of what stops the sending or saving.
    pub errors: Vec<Link>,
    /// The heading of that summary.
    pub errors_heading: String,
    /// The sections beside.
    pub steps: Vec<Step>,
    /// The open section's number and name.
    pub section: String,
    /// The open section's rows.
    pub rows: Vec<Row>,
    /// Last period's name.
    pub last_period: String,
    /// This period's name.
    pub this_period: String,
    /// Since when the sums to date run.
    pub since: String,
    /// Whether the fields are open.
    pub may_enter: bool,
    /// Whether it may be sent.
    pub may_send: bool,
    /// Whether it may be taken back.
    pub may_withdraw: bool,
    /// Whether the unit may ask to reopen.
    pub may_ask: bool,
    /// The words of the button that sends.
    pub send: String,
    /// The next section; empty at the last one.
    pub next: String,
    /// When it was saved last.
    pub saved: String,
    /// What may be decided.
    pub decide: Option<Decide>,
    /// What was done so far.
    pub done: Vec<Done>,
    /// What differs from what was accepted.
    pub differs: Vec<Differs>,
    /// The receipt, once it was sent.
    pub receipt: Option<Link>,
}

/// What the sender gets.
#[derive(Template)]
#[template(path = "filing/receipt.html")]
pub struct ReceiptPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// The sentence: when and under which code.
    pub told: String,
    /// Label and value.
    pub lines: Vec<(String, String)>,
    /// The files with their sizes.
    pub files: Vec<String>,
    /// The figures that were sent: name and value.
    pub values: Vec<(String, String)>,
    /// Back to the filing.
    pub back: Link,
}

/// A number above the board.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// What is counted.
    pub name: String,
    /// How many.
    pub number: String,
    /// The rows behind it.
    pub href: String,
    /// A second line.
    pub note: String,
}

/// One unit on the board.
#[derive(Clone, Debug, Default)]
pub struct BoardRow {
    /// The unit, leading to its filing.
    pub link: Link,
    /// The unit above.
    pub above: String,
    /// Where it stands.
    pub tag: Tag,
    /// Whether it is late, in words.
    pub late: String,
    /// Until when.
    pub due: String,
    /// When it was filed.
    pub sent: String,
    /// How many figures it has.
    pub content: String,
}

/// The board of submissions.
#[derive(Template)]
#[template(path = "filing/board.html")]
pub struct BoardPage {
    /// The frame.
    pub f: Frame,
    /// What the board is about.
    pub subtitle: String,
    /// Ways on.
    pub actions: Vec<Link>,
    /// The forms to choose from.
    pub forms: Vec<Choice>,
    /// Which one is chosen.
    pub form: String,
    /// The periods to choose from.
    pub periods: Vec<Choice>,
    /// Which one is chosen.
    pub period: String,
    /// The standings to choose from.
    pub standings: Vec<Choice>,
    /// Which one is chosen.
    pub standing: String,
    /// Whether only late ones are shown.
    pub late: bool,
    /// The unit, sent along.
    pub unit: String,
    /// The counts.
    pub counts: Vec<Count>,
    /// The rows.
    pub rows: Vec<BoardRow>,
    /// The units that are missing, in a sentence; empty when none is.
    pub missing: String,
    /// Pages before and after.
    pub pager: Pager,
    /// Whether accepting all is offered.
    pub may_accept: bool,
    /// Whether reminding is offered.
    pub may_remind: bool,
    /// The query of the board, for what is sent from it.
    pub query: String,
    /// What stands instead when there is nothing to show.
    pub blank: Option<Blank>,
}

/// The form on a phone.
#[derive(Template)]
#[template(path = "filing/monthly.html")]
pub struct MonthlyPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// The unit.
    pub unit: String,
    /// Where it is sent.
    pub action: String,
    /// The version it was opened on.
    pub version: String,
    /// Until when.
    pub due: String,
    /// How many days are left.
    pub left: String,
    /// How many are answered, in words.
    pub answered: String,
    /// The same as a bar.
    pub bar: String,
    /// Where it stands.
    pub tag: Tag,
    /// What keeps the person from entering.
    pub note: String,
    /// What was refused.
    pub errors: Errors,
    /// The sections: heading and rows.
    pub sections: Vec<(String, Vec<Row>)>,
    /// Last month's name.
    pub last_period: String,
    /// Whether the fields are open.
    pub may_enter: bool,
    /// Why it was given back.
    pub returned: Option<Done>,
    /// The receipt, once it was sent.
    pub receipt: Option<Link>,
    /// What stands instead when the unit has no monthly form.
    pub blank: Option<Blank>,
}

#[cfg(test)]
#[path = "samples.rs"]
mod samples;
#[cfg(test)]
pub(crate) use samples::samples;
