//! QR codes, as modules and as a picture for Word files.
//!
//! Not here: what the address leads to.

use std::io::Write as _;

use fast_qr::{ECL, QRBuilder};
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use crate::OfficeError;

/// A QR code as rows of modules, dark ones true, without the quiet zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Qr {
    /// Modules of a side.
    pub size: usize,
    /// Row by row.
    pub modules: Vec<bool>,
}

/// Light modules that must surround a code.
pub(crate) const QUIET: usize = 4;

/// Longest address that is drawn; longer ones make modules too small for a phone.
const ADDRESS_BYTES: usize = 300;

/// Picture points of a module.
const SCALE: usize = 4;

impl Qr {
    /// The code of an address, at the level where 15 % of it may be stamped over.
    pub(crate) fn of(address: &str) -> Result<Self, OfficeError> {
        let too_long = OfficeError::DoesNotFit {
            what: "bytes of an address in a QR code",
            found: address.len(),
            limit: ADDRESS_BYTES,
        };
        if address.len() > ADDRESS_BYTES {
            return Err(too_long);
        }
        let code = QRBuilder::new(address).ecl(ECL::M).build().map_err(|_| too_long)?;
        let count = code.size.saturating_mul(code.size);
        let modules = code.data.iter().take(count).map(|module| module.value()).collect();
        Ok(Self { size: code.size, modules })
    }

    /// Whether the module in this column and row is dark; everything outside is light.
    pub(crate) fn is_dark(&self, column: usize, row: usize) -> bool {
        let at = row.checked_mul(self.size).and_then(|start| start.checked_add(column));
        column < self.size && at.and_then(|at| self.modules.get(at)).copied().unwrap_or(false)
    }

    /// Horizontal stretches of dark modules: column, row, length.
    pub(crate) fn stretches(&self) -> Vec<(usize, usize, usize)> {
        let mut found = Vec::new();
        for (row, modules) in self.modules.chunks(self.size.max(1)).enumerate() {
            let mut column = 0_usize;
            for stretch in modules.chunk_by(|left, right| left == right) {
                if stretch.first().copied().unwrap_or(false) {
                    found.push((column, row, stretch.len()));
                }
                column = column.saturating_add(stretch.len());
            }
        }
        found
    }

    /// A black and white PNG with its quiet zone.
    pub(crate) fn png(&self) -> std::io::Result<Vec<u8>> {
        let side = self.size.saturating_add(2 * QUIET).saturating_mul(SCALE);
        let mut rows = ZlibEncoder::new(Vec::new(), Compression::default());
        for y in 0..side {
            // Each row opens with its filter: none.
            rows.write_all(&[0])?;
            for start in (0..side).step_by(8) {
                let byte = (start..start.saturating_add(8)).fold(0_u8, |bits, x| {
                    let place = |at: usize| (at / SCALE).wrapping_sub(QUIET);
                    (bits << 1) | u8::from(!self.is_dark(place(x), place(y)))
                });
                rows.write_all(&[byte])?;
            }
        }
        let side = u32::try_from(side).unwrap_or(0).to_be_bytes();
        let mut head = [side, side].concat();
        // One bit of grey, the usual packing and filters, not interlaced.
        head.extend_from_slice(&[1, 0, 0, 0, 0]);
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        chunk(&mut file, *b"IHDR", &head);
        chunk(&mut file, *b"IDAT", &rows.finish()?);
        chunk(&mut file, *b"IEND", &[]);
        Ok(file)
    }
}

fn chunk(file: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    let mut sum = Crc::new();
    sum.update(&name);
    sum.update(content);
    file.extend_from_slice(&u32::try_from(content.len()).unwrap_or(0).to_be_bytes());
    file.extend_from_slice(&name);
    file.extend_from_slice(content);
    file.extend_from_slice(&sum.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::Qr;

    #[test]
    fn a_code_has_its_three_corners_and_its_stretches_cover_its_dark_modules() {
        let code = Qr::of("https://thidua.example.vn/xm/GK-2024-0026-7F3K").unwrap();
        for (column, row) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
            assert!((0..7).all(|step| code.is_dark(column + step, row)), "{column} {row}");
        }
        assert!(!code.is_dark(code.size, 0));
        let covered: usize = code.stretches().iter().map(|(_, _, length)| length).sum();
        assert_eq!(covered, code.modules.iter().filter(|dark| **dark).count());
        assert!(code.png().unwrap().starts_with(b"\x89PNG"));
    }

    #[test]
    fn an_address_that_no_phone_could_read_is_refused() {
        assert!(Qr::of(&"x".repeat(301)).is_err());
    }
}
