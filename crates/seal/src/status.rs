//! The status list: one bit for each certificate, 131,072 of them in one list, so that whoever asks for the list does
//! not tell which certificate is asked about.
//!
//! Not here: the credential that carries a list (`credential`), and who is given which place.

use crate::binary::{from_base64url, to_base64url};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read as _, Write as _};

/// The fewest bits that a list may have, so that one holder hides among many.
const FEWEST_BITS: usize = 131_072;
/// The largest list that is unpacked, in bytes: 2²³ certificates.
const LARGEST_LIST: u64 = 1024 * 1024;

/// A text that is no status list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a status list")]
pub struct NotAList;

/// A status list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList(Vec<u8>);

impl StatusList {
    /// How many certificates one of our lists has places for.
    pub const PLACES: u32 = 131_072;

    /// A list on which these places are set.
    pub fn new(set: impl IntoIterator<Item = u32>) -> Self {
        let mut bytes = vec![0_u8; FEWEST_BITS / 8];
        for place in set {
            let (at, bit) = address(place);
            if let Some(byte) = at.and_then(|at| bytes.get_mut(at)) {
                *byte |= bit;
            }
        }
        Self(bytes)
    }

    /// Whether the place is set; `None` outside the list.
    pub fn holds(&self, place: u32) -> Option<bool> {
        let (at, bit) = address(place);
        Some(self.0.get(at?)? & bit != 0)
    }

    /// The list as it stands in a credential: packed, as multibase.
    pub fn print(&self) -> std::io::Result<String> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&self.0)?;
        Ok(format!("u{}", to_base64url(&packer.finish()?)))
    }

    /// Reads a list; one that unpacks to too little or too much is refused.
    pub fn parse(text: &str) -> Result<Self, NotAList> {
        let packed = text.strip_prefix('u').and_then(from_base64url).ok_or(NotAList)?;
        let mut bytes = Vec::new();
        GzDecoder::new(packed.as_slice())
            .take(LARGEST_LIST + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| NotAList)?;
        let enough = bytes.len() >= FEWEST_BITS / 8;
        let much = u64::try_from(bytes.len()).is_ok_and(|length| length <= LARGEST_LIST);
        if enough && much { Ok(Self(bytes)) } else { Err(NotAList) }
    }
}

/// The byte and the bit of a place: the first place is the highest bit of the first byte.
fn address(place: u32) -> (Option<usize>, u8) {
    (usize::try_from(place / 8).ok(), 0x80 >> (place % 8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_published_empty_list_is_read() {
        // W3C Bitstring Status List v1.0, example of an encoded list: 16 KB of zeros.
        let text = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
        assert_eq!(StatusList::parse(text), Ok(StatusList::new([])));
    }

    #[test]
    fn places_count_from_the_left() {
        let list = StatusList::new([0, 9, 131_071, 131_072]);
        assert_eq!(list.0.first(), Some(&0b1000_0000));
        assert_eq!(list.0.get(1), Some(&0b0100_0000));
        assert_eq!(list.holds(131_071), Some(true));
        assert_eq!(list.holds(131_072), None);
    }

    #[test]
    fn short_and_swollen_lists_are_refused() {
        let packed = |length: usize| {
            let mut packer = GzEncoder::new(Vec::new(), Compression::best());
            packer.write_all(&vec![0; length]).expect("packed");
            format!("u{}", to_base64url(&packer.finish().expect("packed")))
        };
        assert_eq!(StatusList::parse(&packed(16_383)), Err(NotAList));
        assert!(StatusList::parse(&packed(16_384)).is_ok());
        assert_eq!(StatusList::parse(&packed(1024 * 1024 + 1)), Err(NotAList));
        for text in ["", "u", "z1111", "uAAAA", "u****"] {
            assert_eq!(StatusList::parse(text), Err(NotAList), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn a_list_comes_back(places in proptest::collection::btree_set(0..StatusList::PLACES, 0..40)) {
            let list = StatusList::new(places.iter().copied());
            let back = StatusList::parse(&list.print().expect("printed")).expect("read");
            prop_assert_eq!(&back, &list);
            for place in 0..200 {
                prop_assert_eq!(back.holds(place), Some(places.contains(&place)));
            }
        }
    }
}
