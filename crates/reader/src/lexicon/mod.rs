//! The words the reader knows, by room of meaning, as tables of phrases that are built once.
//!
//! Not here: rules. A word is listed because texts of this kind use it in general, never for one text.

pub(crate) mod awards;
pub(crate) mod indicators;
pub(crate) mod names;
pub(crate) mod organisations;
pub(crate) mod portals;
pub(crate) mod units;
pub(crate) mod wanting;
pub(crate) mod words;
