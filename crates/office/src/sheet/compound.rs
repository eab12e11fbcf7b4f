//! The container of Excel files from before 2007: a small file system of sectors.
//!
//! Chains of sectors are followed no further than the file is long. Not here: what the streams mean.

use crate::hazard::Hazard;

/// Marks in the table of sectors from here on are not sectors.
const SPECIAL: u32 = 0xFFFF_FFFA;

/// Size of an entry of the directory.
const ENTRY: usize = 128;

/// Sectors of the smaller streams.
const SMALL_SECTOR: usize = 64;

/// Unpacks the first stream that has one of these names.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Result<Vec<u8>, Hazard> {
    let file = Sectors::open(bytes).ok_or_else(|| Hazard::broken("compound"))?;
    let directory = file.chain(file.directory);
    let entries: Vec<Entry> = directory.chunks_exact(ENTRY).filter_map(Entry::read).collect();
    let found =
        names.iter().find_map(|name| entries.iter().find(|entry| entry.kind == 2 && entry.name == *name));
    let found = found.ok_or_else(|| Hazard::broken("compound"))?;
    let mut out = if found.size < file.small_below {
        let root = entries.iter().find(|entry| entry.kind == 5).ok_or_else(|| Hazard::broken("compound"))?;
        file.small_chain(&file.chain(root.start), found.start)
    } else {
        file.chain(found.start)
    };
    out.truncate(found.size);
    Ok(out)
}

/// An entry of the directory.
struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 64)?).saturating_sub(2).min(62);
        let units: Vec<u16> =
            (0..length / 2).filter_map(|place| u16_at(bytes, place.saturating_mul(2))).collect();
        Some(Self {
            name: String::from_utf16_lossy(&units),
            kind: *bytes.get(66)?,
            start: u32_at(bytes, 116)?,
            size: usize::try_from(u32_at(bytes, 120)?).ok()?,
        })
    }
}

/// The sectors of a file and the tables that chain them.
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    next: Vec<u32>,
    next_small: Vec<u32>,
    directory: u32,
    /// Streams shorter than this lie in small sectors.
    small_below: usize,
}

impl<'a> Sectors<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30)? {
            9 => 512_usize,
            12 => 4_096,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            size,
            next: Vec::new(),
            next_small: Vec::new(),
            directory: u32_at(bytes, 48)?,
            small_below: usize::try_from(u32_at(bytes, 56)?).ok()?,
        };
        // The first 109 places of the table stand in the head, others in sectors of their own.
        let mut places: Vec<u32> = (0..109_usize)
            .filter_map(|index| u32_at(bytes, index.saturating_mul(4).saturating_add(76)))
            .collect();
        let mut further = u32_at(bytes, 68)?;
        let most = bytes.len() / size;
        for _ in 0..most {
            let Some(sector) = file.sector(further) else { break };
            let numbers: Vec<u32> = numbers(sector).collect();
            let Some((last, inner)) = numbers.split_last() else { break };
            places.extend(inner);
            further = *last;
        }
        for place in places.into_iter().filter(|place| *place < SPECIAL).take(most) {
            let entries: Vec<u32> = numbers(file.sector(place)?).collect();
            file.next.extend(entries);
        }
        file.next_small = numbers(&file.chain(u32_at(bytes, 60)?)).collect();
        Some(file)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.size)?;
        let end = start.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// All bytes of a chain.
    fn chain(&self, start: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = start;
        for _ in 0..=self.bytes.len() / self.size {
            let Some(sector) = self.sector(at).filter(|_| at < SPECIAL) else { break };
            out.extend_from_slice(sector);
            let Some(next) = usize::try_from(at).ok().and_then(|place| self.next.get(place)) else { break };
            at = *next;
        }
        out
    }

    /// All bytes of a chain of small sectors, which lie in the stream `inside`.
    fn small_chain(&self, inside: &[u8], start: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = start;
        for _ in 0..=inside.len() / SMALL_SECTOR {
            let place = usize::try_from(at).ok();
            let begin = place.and_then(|place| place.checked_mul(SMALL_SECTOR));
            let Some(sector) = begin.and_then(|begin| inside.get(begin..begin.saturating_add(SMALL_SECTOR)))
            else {
                break;
            };
            out.extend_from_slice(sector);
            let Some(next) = place.and_then(|place| self.next_small.get(place)) else { break };
            at = *next;
        }
        out
    }
}

/// All four-byte numbers.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|chunk| u32_at(chunk, 0))
}

/// A two-byte number at a place.
pub(super) fn u16_at(bytes: &[u8], place: usize) -> Option<u16> {
    let pair = bytes.get(place..place.checked_add(2)?)?;
    pair.try_into().ok().map(u16::from_le_bytes)
}

/// A four-byte number at a place.
pub(super) fn u32_at(bytes: &[u8], place: usize) -> Option<u32> {
    let four = bytes.get(place..place.checked_add(4)?)?;
    four.try_into().ok().map(u32::from_le_bytes)
}
