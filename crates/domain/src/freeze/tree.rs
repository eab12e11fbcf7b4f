//! The whole history of the tree as bytes, so that a freeze can keep the tree of its day. The same history always
//! gives the same bytes: freezes between two reorganisations share one copy.
//!
//! Not here: names and codes, which are dated facts of their own.

use crate::figure::{Damaged, put, take};
use crate::unit::{History, OPEN, Placement, Succession, UnitId};
use jiff::civil::{Date, date};

/// Day zero of the stored form.
const ORIGIN: Date = date(1, 1, 1);

/// The history as bytes: units in the order of their ids, each with its places and its heirs.
pub fn encode_tree(history: &History) -> Vec<u8> {
    let mut units: Vec<UnitId> = history.units().collect();
    units.sort_unstable();
    let mut out = Vec::with_capacity(units.len() * 24);
    put(&mut out, u64::try_from(units.len()).unwrap_or(u64::MAX));
    let mut last = 0;
    for unit in units {
        put(&mut out, unit.0.wrapping_sub(last).unsigned_abs());
        last = unit.0;
        let places = history.places(unit);
        put(&mut out, u64::try_from(places.len()).unwrap_or(u64::MAX));
        for place in places {
            put_day(&mut out, place.from);
            put_day(&mut out, place.to);
            put(&mut out, place.parent.map_or(0, |parent| parent.0.unsigned_abs().saturating_add(1)));
        }
        let mut heirs = history.heirs(unit).to_vec();
        heirs.sort_by_key(|heir| (heir.successor, heir.effective, heir.whole));
        put(&mut out, u64::try_from(heirs.len()).unwrap_or(u64::MAX));
        for heir in heirs {
            put(&mut out, heir.successor.0.unsigned_abs());
            put_day(&mut out, heir.effective);
            put(&mut out, u64::from(heir.whole));
        }
    }
    out
}

/// Reads what [`encode_tree`] wrote.
pub fn decode_tree(mut bytes: &[u8]) -> Result<History, Damaged> {
    let from = &mut bytes;
    let mut placements = Vec::new();
    let mut successions = Vec::new();
    let mut last = 0_i64;
    for _ in 0..take(from)? {
        last = last.checked_add(number(from)?).ok_or(Damaged)?;
        let unit = UnitId(last);
        for _ in 0..take(from)? {
            let (first, to) = (take_day(from)?, take_day(from)?);
            let parent = match take(from)? {
                0 => None,
                parent => Some(UnitId(i64::try_from(parent - 1).map_err(|_| Damaged)?)),
            };
            placements.push((unit, Placement { parent, from: first, to }));
        }
        for _ in 0..take(from)? {
            successions.push(Succession {
                predecessor: unit,
                successor: UnitId(number(from)?),
                effective: take_day(from)?,
                whole: take(from)? == 1,
            });
        }
    }
    if from.is_empty() { Ok(History::new(placements, successions)) } else { Err(Damaged) }
}

fn number(from: &mut &[u8]) -> Result<i64, Damaged> {
    i64::try_from(take(from)?).map_err(|_| Damaged)
}

/// Days from [`ORIGIN`]; 0 for [`OPEN`], which most places end with.
fn put_day(out: &mut Vec<u8>, day: Date) {
    let days = if day == OPEN { 0 } else { ORIGIN.until(day).map_or(0, |span| span.get_days()) };
    put(out, u64::from(days.unsigned_abs()));
}

fn take_day(from: &mut &[u8]) -> Result<Date, Damaged> {
    match number(from)? {
        0 => Ok(OPEN),
        days => {
            let span = jiff::Span::new().try_days(days).map_err(|_| Damaged)?;
            ORIGIN.checked_add(span).map_err(|_| Damaged)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_survives_storage() {
        let (start, merge) = (date(2020, 1, 1), date(2025, 7, 1));
        let place = |unit, parent: Option<i64>, from, to| {
            (UnitId(unit), Placement { parent: parent.map(UnitId), from, to })
        };
        let places = [
            place(1, None, start, OPEN),
            place(2, Some(1), start, merge),
            place(1 << 60, Some(2), start, merge),
            place(1 << 60, Some(1), merge, OPEN),
        ];
        let heir =
            Succession { predecessor: UnitId(2), successor: UnitId(1 << 60), effective: merge, whole: true };
        let bytes = encode_tree(&History::new(places, [heir]));
        let read = decode_tree(&bytes).expect("sound");
        assert_eq!(encode_tree(&read), bytes);
        assert_eq!(read.home(UnitId(2), merge).unit, Some(UnitId(1 << 60)));
        assert_eq!(read.place_on(UnitId(1 << 60), start).and_then(|place| place.parent), Some(UnitId(2)));
        for end in 0..bytes.len() {
            assert!(decode_tree(bytes.get(..end).unwrap_or_default()).is_err(), "{end}");
        }
    }
}
