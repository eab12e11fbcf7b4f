//! What a person should look at before accepting a reading.
//!
//! Not here: the checks that raise doubts (`check`) and words for them (room `lang`).

/// A list of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum List {
    /// `citations`
    Citations,
    /// `dates`
    Dates,
    /// `awards`
    Awards,
    /// `indicators`
    Indicators,
    /// `percentages`
    Percentages,
    /// `sessions`
    Sessions,
}

/// One item of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ItemRef {
    /// In which list.
    pub list: List,
    /// At which place.
    pub index: usize,
}

/// What a person should look at before accepting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum DoubtKind {
    /// The parts do not add up to the total.
    PartsDiffer {
        /// The total as written.
        total: i64,
        /// The sum of the parts.
        sum: i64,
    },
    /// A share does not fit its numerator and denominator.
    PercentDiffers {
        /// Thousandths of a percent as written.
        written: i64,
        /// Thousandths of a percent as computed.
        computed: i64,
    },
    /// The title tells other counts than the text.
    TitleDiffers,
    /// A day that does not exist.
    ImpossibleDate,
    /// The event lies after the publication.
    DateAfterPublication,
    /// The same counts are told of two awards: perhaps one fact told twice.
    SameCountsTwice,
    /// The separator may mean thousands or decimals.
    AmbiguousNumber,
    /// Two known documents have this type and number.
    SeveralDocuments,
    /// A short form that no full form in the text explains.
    ShortCitationAlone,
    /// A share without numerator and denominator: keep it as a statement, never add it up.
    NoDenominator,
    /// Collectives and individuals counted together: never part them by guessing.
    CombinedCount,
    /// A bound, not the number: ask for the exact number.
    Approximate,
    /// A target beside results.
    TargetNotResult,
    /// The year is missing.
    YearMissing,
    /// The giver is not named.
    GiverMissing,
    /// The measure is a guess.
    MeasureGuessed,
}

/// A doubt about items of the reading.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Doubt {
    /// What is doubtful.
    pub kind: DoubtKind,
    /// The items concerned, the first one to be marked.
    pub items: Vec<ItemRef>,
}
