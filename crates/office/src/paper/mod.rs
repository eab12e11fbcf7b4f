//! One paper of the office, in three outputs: Word, PDF and a page.
//!
//! A [`Paper`] says what a document says; its [`Form`] says how that stands on the sheet: the Party's form or the
//! State's, with every measure and its source in one table ([`form`]). Papers are Vietnamese, so the words that
//! belong to a form (Số, Nơi nhận, Kính trình) are data of the form. Not here: where the sentences and figures
//! come from, house spelling (ủy or uỷ: callers ask `lang`), and whether a body may issue such a paper.

mod block;
pub mod form;
mod length;
pub(crate) mod set;
mod signing;

#[cfg(test)]
pub(crate) mod samples;

pub use block::{Align, Block, Cell, Column, Level, Row, RowKind, Run, Table, Tie, plain_text};
pub use form::Form;
pub use length::Length;
pub use signing::{Capacity, Signature, Signing};

use jiff::civil::{Date, DateTime};

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Whose form it has.
    pub form: Form,
    /// Whether its pages are turned on their side, for a list as wide as that; attachments say it for themselves.
    pub turned: bool,
    /// Who issues it.
    pub head: Head,
    /// Its number; none for papers that are not numbered.
    pub number: Option<NumberLine>,
    /// Where it is issued: "Cần Thơ".
    pub place: String,
    /// When; an open date ("ngày … tháng …") until it is signed.
    pub date: Option<Date>,
    /// Its type in capitals: "BÁO CÁO". Empty for an official letter (công văn).
    pub kind: String,
    /// What it is about, in small letters: "sơ kết 3 năm thực hiện …".
    pub subject: String,
    /// To whom it goes before anything else is said; none for most.
    pub addressed: Addressed,
    /// Who decides, in capitals, above the bases of a decision: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …". Mostly empty.
    pub authority: String,
    /// What it rests on, a line each, without dash and closing mark: "Căn cứ Luật …".
    pub bases: Vec<String>,
    /// The body.
    pub body: Vec<Block>,
    /// Who signs.
    pub signing: Signing,
    /// Who receives it, a line each, without dash and closing mark. The last one says where it is kept: "Lưu …".
    pub recipients: Vec<String>,
    /// What is attached, each from a new page.
    pub appendices: Vec<Appendix>,
    /// Where a reader can see what stands behind it; drawn as QR code and short link in the margin.
    pub proof: Option<Proof>,
    /// What the file says of its own making. The same paper at the same time gives the same bytes.
    pub made: DateTime,
}

/// Who issues a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The body above the issuer, in capitals, a line each; may be empty.
    pub parent: Vec<String>,
    /// The issuer, in capitals, a line each.
    pub issuer: Vec<String>,
}

/// Number and symbol: `Số 05-BC/ĐU` of the Party, `Số: 05/BC-UBND` of the State.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberLine {
    /// The number; room is left for it until it is given.
    pub number: Option<u32>,
    /// Symbol of the type: BC, QĐ, TTr. Empty for an official letter of the State.
    pub kind: String,
    /// Symbol of the issuer: ĐU, UBND.
    pub organ: String,
}

/// To whom a paper is addressed at its top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Addressed {
    /// To nobody.
    #[default]
    Nobody,
    /// Kính gửi.
    Sent(Vec<String>),
    /// Kính trình: a Tờ trình of the Party.
    Submitted(Vec<String>),
}

/// Something attached: a list, a table, figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Appendix {
    /// "DANH SÁCH", "Phụ lục 1".
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// "(Kèm theo Quyết định số … ngày …)"; made from the paper's own number and date when empty.
    pub belongs: String,
    /// Whether its pages are turned on their side.
    pub turned: bool,
    /// The body.
    pub body: Vec<Block>,
}

/// Where a reader can check the figures of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// The whole address, for the QR code.
    pub address: String,
    /// A short form of it that can be typed.
    pub short: String,
}

impl Paper {
    /// An empty paper of a form.
    pub fn new(form: Form, made: DateTime) -> Self {
        Self {
            form,
            turned: false,
            head: Head::default(),
            number: None,
            place: String::new(),
            date: None,
            kind: String::new(),
            subject: String::new(),
            addressed: Addressed::Nobody,
            authority: String::new(),
            bases: Vec::new(),
            body: Vec::new(),
            signing: Signing::None,
            recipients: Vec::new(),
            appendices: Vec::new(),
            proof: None,
            made,
        }
    }

    /// What the file is called in a list of documents: type and subject.
    pub fn title(&self) -> String {
        [self.kind.as_str(), self.subject.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}
