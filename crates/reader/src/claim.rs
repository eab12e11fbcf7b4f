//! Which numbers of a text are already spoken for, and how a mention of a fact is written down.
//!
//! Not here: the rules that claim.

use crate::reading::{Certainty, Mention, Reason, Span};
use crate::token::Sheet;

/// The text with its claims: each rule takes what it understands and leaves the rest to the next.
pub(crate) struct Claims<'s, 't> {
    pub(crate) sheet: &'s Sheet<'t>,
    taken: Vec<bool>,
}

impl<'s, 't> Claims<'s, 't> {
    pub(crate) fn new(sheet: &'s Sheet<'t>) -> Self {
        Self { sheet, taken: vec![false; sheet.len()] }
    }

    pub(crate) fn take(&mut self, from: usize, to: usize) {
        for slot in self.taken.get_mut(from..to.min(self.sheet.len())).unwrap_or(&mut []) {
            *slot = true;
        }
    }

    pub(crate) fn free(&self, i: usize) -> bool {
        self.taken.get(i).is_some_and(|t| !t)
    }

    pub(crate) fn all_free(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| self.free(i))
    }
}

/// A mention of tokens `from..to`.
pub(crate) fn mention(
    sheet: &Sheet<'_>,
    from: usize,
    to: usize,
    certainty: Certainty,
    reasons: &[Reason],
) -> Mention {
    let span = sheet.span(from, to);
    Mention {
        spans: vec![span],
        source: sheet.text.source(span).to_owned(),
        certainty,
        reasons: reasons.to_vec(),
    }
}

impl Mention {
    /// Adds another place where the same fact is told.
    pub(crate) fn again(&mut self, span: Span) {
        if !self.spans.contains(&span) {
            self.spans.push(span);
            self.because(Reason::ToldAgain);
        }
    }

    pub(crate) fn because(&mut self, reason: Reason) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }
}
