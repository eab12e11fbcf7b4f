//! What the reader is told about the installation.
//!
//! Not here: where it is kept (room `store`).

/// A unit of the installation's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownUnit {
    /// Full name.
    pub name: String,
    /// Short names, codes, former names.
    pub aliases: Vec<String>,
}

/// A document of the installation's register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCitation {
    /// Type: "Kết luận".
    pub kind: String,
    /// Number with symbols: "01-KL/TW".
    pub number: String,
    /// Day of the document.
    pub date: Option<jiff::civil::Date>,
    /// Who issued it.
    pub issuer: Option<String>,
}

/// What the reader is told about the installation.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Day of publication, when it is known from elsewhere; it gives missing years.
    pub published: Option<jiff::civil::Date>,
    /// The units of the installation.
    pub units: &'a [KnownUnit],
    /// The documents that the installation knows.
    pub citations: &'a [KnownCitation],
}
