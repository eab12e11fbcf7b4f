//! What reading a text gives: proposed facts, each with its places, its exact words, how certain it is and
//! why.
//!
//! Not here: how the facts are found, the doubts (`doubt`), and words for people (room `lang`).

use crate::doubt::Doubt;

/// A half-open range of Unicode code points of the text as given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Span {
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
}

impl Span {
    /// Whether the two spans share a code point.
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// How far a proposal may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Certainty {
    /// The words leave no choice.
    Certain,
    /// The usual reading of the words.
    Likely,
    /// One of several readings.
    Doubtful,
}

/// Why a proposal is as certain as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Reason {
    /// Written in full, with everything that belongs to it.
    FullForm,
    /// A short form that an earlier full form explains.
    ShortForm,
    /// Found in the register of known documents.
    KnownDocument,
    /// Found in the installation's tree of units.
    KnownUnit,
    /// Two known documents have this type and number.
    SeveralDocuments,
    /// The year is not written; it was taken from the day of publication.
    YearInferred,
    /// The year is not written and cannot be told.
    YearMissing,
    /// No such day exists.
    ImpossibleDate,
    /// A word of address stands before the name.
    Addressed,
    /// A post stands beside the name.
    PostNamed,
    /// Only the family name says that this is a person.
    SurnameOnly,
    /// The award's form is named beside the count.
    FormNamed,
    /// The form had to be taken from elsewhere in the sentence.
    FormDistant,
    /// The giver is not named.
    GiverMissing,
    /// The giver was taken from the subject of the sentence.
    GiverSubject,
    /// No words name the giver; whoever holds the event is proposed.
    GiverHost,
    /// The recipients are named, not counted in words.
    NamedRecipient,
    /// Collectives and individuals are counted together and cannot be parted.
    Combined,
    /// A proposal for an award, not an award.
    ProposedOnly,
    /// "hơn", "gần", "khoảng": not the exact number.
    Approximate,
    /// The measure is one that the lexicon knows.
    MeasureKnown,
    /// The measure was guessed from the next word.
    MeasureGuessed,
    /// The measure is that of the number before.
    MeasureCarried,
    /// The separator may mean thousands or decimals.
    AmbiguousNumber,
    /// Words of intention stand near: a target, not a result.
    TargetWords,
    /// The share is given without its numerator and denominator.
    NoDenominator,
    /// Stands in quotation marks after a word that announces it.
    Quoted,
    /// Stands in a list after a word that announces it.
    Listed,
    /// A line that reads like this kind of text.
    Wording,
    /// Told in more than one place.
    ToldAgain,
}

/// Where a fact stands and how certain it is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Mention {
    /// Every place where the fact is told; never empty.
    pub spans: Vec<Span>,
    /// The exact text of the first place, as given.
    pub source: String,
    /// How far to trust it.
    pub certainty: Certainty,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Kind of bound that a figure carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Qualifier {
    /// The number itself.
    Exact,
    /// "hơn", "trên": at least the number.
    MoreThan,
    /// "gần", "xấp xỉ": a little less.
    Nearly,
    /// "khoảng": about.
    About,
    /// "đến", "tới": at most.
    UpTo,
}

/// Whether a figure reports or plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Status {
    /// What was done.
    Result,
    /// What is to be done.
    Target,
    /// What stood before a change that is told with it: "giảm từ 12 hộ xuống còn 7 hộ".
    Earlier,
}

/// A date as precise as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum DateValue {
    /// A day; the year is missing when it is neither written nor known.
    Day {
        /// Year of the common era.
        year: Option<i16>,
        /// Month, 1 to 12.
        month: i8,
        /// Day of the month, 1 to 31.
        day: i8,
    },
    /// A month; the year is missing when it is not written.
    Month {
        /// Year of the common era.
        year: Option<i16>,
        /// Month, 1 to 12.
        month: i8,
    },
    /// A quarter of a year; the year is missing when it is not written.
    Quarter {
        /// Year of the common era.
        year: Option<i16>,
        /// Quarter, 1 to 4.
        quarter: i8,
    },
    /// A year.
    Year(i16),
    /// From one year to another, both included.
    Period {
        /// First year.
        from: i16,
        /// Last year.
        to: i16,
    },
}

impl std::fmt::Display for DateValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Day { year: Some(year), month, day } => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Day { year: None, month, day } => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::Month { year: Some(year), month } => write!(f, "{year:04}-{month:02}"),
            Self::Month { year: None, month } => write!(f, "XXXX-{month:02}"),
            Self::Quarter { year: Some(year), quarter } => write!(f, "{year:04}-Q{quarter}"),
            Self::Quarter { year: None, quarter } => write!(f, "XXXX-Q{quarter}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Period { from, to } => write!(f, "{from:04}/{to:04}"),
        }
    }
}

/// A date in the text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Date {
    /// The date.
    pub value: DateValue,
    /// Where and how certain.
    pub mention: Mention,
}

/// A document that the text names.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Citation {
    /// Type of the document, first letter capital: "Kết luận".
    pub kind: String,
    /// Number and symbols without spaces ("01-KL/TW"), or the name of a document known by name.
    pub number: String,
    /// Day of the document, when written or known.
    pub date: Option<DateValue>,
    /// Who issued it, when written or known.
    pub issuer: Option<String>,
    /// Its place in the register handed in.
    pub known: Option<usize>,
    /// Where and how certain.
    pub mention: Mention,
}

/// Whether an award was given or only proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum AwardStatus {
    /// Given.
    Given,
    /// Proposed.
    Proposed,
}

/// Recognition of collectives or individuals: form, giver and counts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Award {
    /// Form as named, first letter capital: "Giấy khen", "Biểu dương, khen thưởng".
    pub form: String,
    /// Who gives it, as named.
    pub by: Option<String>,
    /// Number of collectives.
    pub collectives: Option<i64>,
    /// Number of individuals.
    pub individuals: Option<i64>,
    /// Number of both together when the text does not part them.
    pub combined: Option<i64>,
    /// Number of households.
    pub households: Option<i64>,
    /// Bound of the counts.
    pub qualifier: Qualifier,
    /// Given or only proposed.
    pub status: AwardStatus,
    /// The numbers themselves, first place.
    pub numbers: Vec<Span>,
    /// Where and how certain.
    pub mention: Mention,
}

impl Award {
    /// How many got it, of every kind together.
    pub(crate) fn count(&self) -> i64 {
        let kinds = [self.collectives, self.individuals, self.combined, self.households];
        kinds.into_iter().flatten().fold(0, i64::saturating_add)
    }
}

/// A counted or measured thing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Indicator {
    /// Whole part; money in đồng.
    pub value: i64,
    /// Thousandths beyond the whole part ("2,5 km" has 500).
    pub thousandths: i64,
    /// Out of how many ("38/38").
    pub of: Option<i64>,
    /// Bound.
    pub qualifier: Qualifier,
    /// The bound as written, lower case; empty when exact.
    pub qualifier_words: String,
    /// What is counted: "cây", "đơn vị máu", "đồng".
    pub unit: String,
    /// What the figure says, in the words of the text.
    pub label: String,
    /// Result or target.
    pub status: Status,
    /// The number itself, first place.
    pub number: Span,
    /// Where and how certain.
    pub mention: Mention,
}

/// A share.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Percentage {
    /// In thousandths of a percent: 96,2 % is 96 200.
    pub thousandths: i64,
    /// Bound.
    pub qualifier: Qualifier,
    /// The bound as written, lower case; empty when exact.
    pub qualifier_words: String,
    /// What the share is of, in the words of the text.
    pub label: String,
    /// Result or target.
    pub status: Status,
    /// The number itself, first place.
    pub number: Span,
    /// Where and how certain.
    pub mention: Mention,
}

/// A person named.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Person {
    /// Full name as written.
    pub name: String,
    /// Posts as written.
    pub role: Option<String>,
    /// Where and how certain.
    pub mention: Mention,
}

/// An organisation named.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Organisation {
    /// Name as written, longest form.
    pub name: String,
    /// Its place in the list of known units handed in.
    pub known: Option<usize>,
    /// Where and how certain.
    pub mention: Mention,
}

/// A study session: points connected, people present, classes held.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct StudySession {
    /// Points connected.
    pub points: Option<i64>,
    /// People present.
    pub attendees: Option<i64>,
    /// Out of how many, where that is told ("1.245/1.260 đảng viên").
    pub of: Option<i64>,
    /// Classes or conferences held.
    pub classes: Option<i64>,
    /// Bound of the figures.
    pub qualifier: Qualifier,
    /// Held, or still to be held.
    pub status: Status,
    /// What was studied, in the words of the text.
    pub label: String,
    /// The numbers themselves.
    pub numbers: Vec<Span>,
    /// Where and how certain.
    pub mention: Mention,
}

/// A model practice named.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Its name.
    pub name: String,
    /// Where and how certain.
    pub mention: Mention,
}

/// A stretch of text of one kind: a limitation, a task, a caption, boilerplate.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Passage {
    /// Where and how certain.
    pub mention: Mention,
}

/// Why a number is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum NumberReason {
    /// How long.
    Duration,
    /// A jubilee.
    Anniversary,
    /// Which one in a row.
    Ordinal,
    /// Part of a name.
    InName,
    /// Number of a list item or heading.
    ListNumber,
    /// Clock times, counters and the like around the text.
    PageFurniture,
    /// An age.
    Age,
    /// Points that somebody was given by whoever judges ("đạt 92,5 điểm"): a mark, and no count.
    Score,
    /// Part of a document's number that is cited elsewhere, or a place in it (Điều 5, khoản 2).
    PlaceInDocument,
    /// A counter of ideas ("5 điểm nghẽn"), not of things.
    Rhetorical,
    /// A telephone, account or licence number.
    Identifier,
}

/// A number that is claimed, but no figure.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct OtherNumber {
    /// As written.
    pub value: String,
    /// Why it is no figure.
    pub reason: NumberReason,
    /// Where and how certain.
    pub mention: Mention,
}

/// A number that no rule claims.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Unclaimed {
    /// Where.
    pub span: Span,
    /// As written.
    pub source: String,
}

/// A value with its places.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Noted<T> {
    /// The value.
    pub value: T,
    /// Where and how certain.
    pub mention: Mention,
}

/// What the text says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Meta {
    /// Title.
    pub title: Option<Noted<String>>,
    /// Day of publication.
    pub published: Option<Noted<DateValue>>,
    /// Day of the event told.
    pub event_date: Option<Noted<DateValue>>,
    /// Place.
    pub place: Option<Noted<String>>,
    /// Who held the event or issued the paper.
    pub organiser: Option<Noted<String>>,
    /// Byline.
    pub author: Option<Noted<String>>,
    /// Kinds of event, in Vietnamese: "sơ kết", "khen thưởng".
    pub event_types: Vec<String>,
}

/// Everything that was read in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Reading {
    /// What the text says about itself.
    pub meta: Meta,
    /// Documents named.
    pub citations: Vec<Citation>,
    /// Dates.
    pub dates: Vec<Date>,
    /// Awards.
    pub awards: Vec<Award>,
    /// Counted and measured things.
    pub indicators: Vec<Indicator>,
    /// Shares.
    pub percentages: Vec<Percentage>,
    /// People.
    pub people: Vec<Person>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Study sessions.
    pub sessions: Vec<StudySession>,
    /// Model practices.
    pub models: Vec<Model>,
    /// Shortcomings told.
    pub limitations: Vec<Passage>,
    /// Tasks set.
    pub tasks: Vec<Passage>,
    /// Picture captions, one item a line.
    pub captions: Vec<Passage>,
    /// Text that belongs to the page, not to the report.
    pub boilerplate: Vec<Passage>,
    /// Numbers that are no figures, with the reason.
    pub other_numbers: Vec<OtherNumber>,
    /// Numbers that no rule claims.
    pub unclaimed: Vec<Unclaimed>,
    /// Doubts, gravest first.
    pub doubts: Vec<Doubt>,
}
