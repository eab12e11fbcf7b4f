//! Which proposals one page shows of a document that has many, and the way back to it.
//!
//! Not here: drawing them (`desk`), which rows of a table stand beside them (`rows`).

use std::ops::Range;

use acts::document::Proposal;
use domain::id::DocumentId;
use lang::{Lang, number};

use crate::web::encode::address;
use crate::web::parts::Pager;

/// Proposals on one page.
const MOST: usize = 100;

/// A page of proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Which page, from 1.
    pub(super) page: usize,
    /// The last page.
    last: usize,
    /// How many proposals there are on all pages.
    all: usize,
}

impl Leaf {
    /// The page asked for, or the nearest that there is.
    pub(super) fn of(page: usize, all: usize) -> Self {
        let last = all.div_ceil(MOST).max(1);
        Self { page: page.clamp(1, last), last, all }
    }

    /// The page that holds a proposal by its number.
    pub(super) fn holding(number: usize, all: usize) -> Self {
        Self::of(number.saturating_sub(1) / MOST + 1, all)
    }

    /// Whether all stand on one page.
    pub(super) fn is_whole(self) -> bool {
        self.last == 1
    }

    /// The places of its proposals among all, from 0.
    pub(super) fn places(self) -> Range<usize> {
        let from = self.page.saturating_sub(1).saturating_mul(MOST);
        from..from.saturating_add(MOST).min(self.all)
    }

    /// The number of its first proposal.
    pub(super) fn first(self) -> usize {
        self.places().start.saturating_add(1)
    }

    /// The pages before and after.
    pub(super) fn pager(self, document: DocumentId, lang: Lang) -> Pager {
        let w = lang.words();
        if self.is_whole() {
            return Pager::none(lang);
        }
        let to = |page: usize| way(document, page, "#hp");
        Pager {
            told: w.reading.shown(
                counted(self.first(), lang),
                counted(self.places().end, lang),
                counted(self.all, lang),
            ),
            before: (self.page > 1).then(|| to(self.page.saturating_sub(1))),
            after: (self.page < self.last).then(|| to(self.page.saturating_add(1))),
            w,
        }
    }
}

/// A count as it is written.
pub(super) fn counted(count: usize, lang: Lang) -> String {
    number::integer(i64::try_from(count).unwrap_or(i64::MAX), lang)
}

/// The address of a page of a document's proposals.
pub(super) fn way(document: DocumentId, page: usize, place: &str) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    format!("{}{place}", address(&format!("/doc-bao-cao/{document}"), &[("trang", &page)]))
}

/// Where the proposals stand in the text, in their order, to find the first of them that meets a stretch.
pub(super) struct Order {
    starts: Vec<i64>,
    /// How far any up to each one goes.
    ends: Vec<i64>,
}

impl Order {
    pub(super) fn of(proposals: &[Proposal]) -> Self {
        let furthest = |most: &mut i64, one: &Proposal| {
            *most = one.span.1.max(*most);
            Some(*most)
        };
        Self {
            starts: proposals.iter().map(|one| one.span.0).collect(),
            ends: proposals.iter().scan(i64::MIN, furthest).collect(),
        }
    }

    /// The place of the first proposal that shares some of a stretch.
    pub(super) fn meeting(&self, (start, end): (i64, i64)) -> Option<usize> {
        let place = self.behind(start);
        self.starts.get(place).is_some_and(|first| *first < end).then_some(place)
    }

    /// The place of the first proposal that goes beyond `start`.
    pub(super) fn behind(&self, start: i64) -> usize {
        self.ends.partition_point(|end| *end <= start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_full_but_for_the_last_and_hold_their_numbers() {
        assert_eq!(Leaf::of(1, 0).places(), 0..0);
        assert!(Leaf::of(7, 100).is_whole());
        let second = Leaf::of(2, 250);
        assert_eq!((second.places(), second.first()), (100..200, 101));
        assert_eq!(Leaf::of(9, 250).places(), 200..250);
        assert_eq!(Leaf::of(0, 250), Leaf::of(1, 250));
        for (number, page) in [(1, 1), (100, 1), (101, 2), (250, 3), (900, 3)] {
            assert_eq!(Leaf::holding(number, 250).page, page, "{number}");
        }
    }

    #[test]
    fn the_pager_says_which_and_leads_on() {
        let pager = Leaf::of(2, 12_000).pager(DocumentId(10), Lang::Vi);
        assert_eq!(pager.told, "Số 101–200 trên 12.000");
        let here = format!("/doc-bao-cao/{}", DocumentId(10));
        assert_eq!(pager.before, Some(format!("{here}#hp")));
        assert_eq!(pager.after, Some(format!("{here}?trang=3#hp")));
        let whole = Leaf::of(1, 100).pager(DocumentId(10), Lang::Vi);
        assert_eq!((whole.told.as_str(), whole.before, whole.after), ("", None, None));
    }

    #[test]
    fn the_first_that_meets_a_stretch_is_found_behind_a_long_one() {
        let order = Order { starts: vec![0, 5, 8, 20], ends: vec![4, 18, 18, 25] };
        let found = [(0, 1), (3, 6), (4, 5), (9, 10), (18, 20), (24, 30), (25, 30)].map(|s| order.meeting(s));
        assert_eq!(found, [Some(0), Some(0), None, Some(1), None, Some(3), None]);
    }
}
