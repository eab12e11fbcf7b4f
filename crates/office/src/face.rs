//! Fonts for paper: which glyph a letter has and how wide it is.
//!
//! Papers here are Vietnamese in composed letters, each with a glyph of its own, so a letter is looked up and set;
//! nothing is shaped. Letters that a font lacks are told and never dropped silently. Not here: where fonts come
//! from; their bytes are handed in.

use std::collections::HashMap;

use krilla::text::Font;
use skrifa::MetadataProvider as _;
use skrifa::raw::TableProvider as _;

use crate::OfficeError;
use crate::paper::Length;

/// A font, ready to measure and to draw.
#[derive(Debug, Clone)]
pub struct Face {
    font: Font,
    glyphs: HashMap<char, (u32, u16)>,
    units: i64,
    ascent: i64,
    descent: i64,
    gap: i64,
}

/// A letter as a font draws it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Its glyph.
    pub glyph: u32,
    /// How far the next one stands, in the font's units.
    pub advance: i64,
}

impl Face {
    /// Reads a font (TrueType or OpenType).
    pub fn read(bytes: Vec<u8>) -> Result<Self, OfficeError> {
        let unreadable = || OfficeError::Font;
        let found = skrifa::FontRef::new(&bytes).map_err(|_| unreadable())?;
        let widths = found.hmtx().map_err(|_| unreadable())?;
        let mut glyphs = HashMap::new();
        for (code, glyph) in found.charmap().mappings() {
            if let (Some(letter), Some(advance)) = (char::from_u32(code), widths.advance(glyph)) {
                glyphs.insert(letter, (glyph.to_u32(), advance));
            }
        }
        let units = i64::from(found.head().map_err(|_| unreadable())?.units_per_em());
        let lines = found.hhea().map_err(|_| unreadable())?;
        let (ascent, descent) = (lines.ascender().to_i16(), lines.descender().to_i16());
        let gap = i64::from(lines.line_gap().to_i16());
        let font = Font::new(bytes.into(), 0).ok_or_else(unreadable)?;
        if units <= 0 {
            return Err(unreadable());
        }
        Ok(Self { font, glyphs, units, ascent: i64::from(ascent), descent: -i64::from(descent), gap })
    }

    /// Whether the font has this letter.
    pub fn has(&self, letter: char) -> bool {
        self.glyphs.contains_key(&letter)
    }

    /// The letter's glyph; where the font lacks it, the glyph that says so.
    pub(crate) fn letter(&self, letter: char) -> Letter {
        let (glyph, advance) = self.glyphs.get(&letter).copied().unwrap_or((0, 1024));
        Letter { glyph, advance: i64::from(advance) }
    }

    /// How far a letter reaches in this size.
    pub(crate) fn advance(&self, letter: char, size: Length) -> Length {
        size.share(self.letter(letter).advance, self.units)
    }

    /// How wide a text is in this size.
    pub(crate) fn width(&self, text: &str, size: Length) -> Length {
        size.share(text.chars().map(|letter| self.letter(letter).advance).sum(), self.units)
    }

    /// Height above the line letters stand on.
    pub(crate) fn ascent(&self, size: Length) -> Length {
        size.share(self.ascent, self.units)
    }

    /// Depth below it.
    pub(crate) fn descent(&self, size: Length) -> Length {
        size.share(self.descent, self.units)
    }

    /// Distance of lines that the font itself wants.
    pub(crate) fn line(&self, size: Length) -> Length {
        size.share(self.ascent + self.descent + self.gap, self.units)
    }

    /// The font as the PDF writer knows it.
    pub(crate) fn font(&self) -> &Font {
        &self.font
    }
}

/// The four faces of one family.
#[derive(Debug, Clone)]
pub struct Fonts {
    /// Upright and light.
    pub regular: Face,
    /// Bold.
    pub bold: Face,
    /// Italic.
    pub italic: Face,
    /// Bold and italic.
    pub bold_italic: Face,
}

impl Fonts {
    /// The face for a look.
    pub(crate) fn face(&self, bold: bool, italic: bool) -> &Face {
        match (bold, italic) {
            (false, false) => &self.regular,
            (true, false) => &self.bold,
            (false, true) => &self.italic,
            (true, true) => &self.bold_italic,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::path::Path;

    use super::{Face, Fonts};
    use crate::paper::Length;

    fn face(package: &str, style: &str) -> Face {
        let (folder, file) = match package {
            "tinos" => (package, format!("Tinos_{style}.ttf")),
            _ => (package, format!("NotoSerif_{style}.ttf")),
        };
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/@expo-google-fonts");
        let path = root.join(folder).join(style).join(file);
        Face::read(std::fs::read(&path).unwrap_or_else(|fault| panic!("{}: {fault}; npm ci", path.display())))
            .unwrap()
    }

    /// The twin of Times New Roman.
    pub(crate) fn tinos() -> Fonts {
        family("tinos")
    }

    /// For certificates.
    pub(crate) fn noto_serif() -> Fonts {
        family("noto-serif")
    }

    fn family(package: &str) -> Fonts {
        Fonts {
            regular: face(package, "400Regular"),
            bold: face(package, "700Bold"),
            italic: face(package, "400Regular_Italic"),
            bold_italic: face(package, "700Bold_Italic"),
        }
    }

    /// Every letter of Vietnamese that has a mark, small and capital: 134 of them; with the plain ones 178 and more.
    pub(crate) fn vietnamese_letters() -> String {
        let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
        let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
        let marked = vowels.iter().flat_map(|vowel| tones.iter().map(move |tone| format!("{vowel}{tone}")));
        let small: String = marked.chain(["đ".to_owned(), ('a'..='z').collect()]).collect();
        let small: String = unicode_normalization::UnicodeNormalization::nfc(small.as_str()).collect();
        let capital = small.to_uppercase();
        small + &capital
    }

    #[test]
    fn every_letter_of_vietnamese_is_in_every_face() {
        let letters = vietnamese_letters();
        let distinct: std::collections::BTreeSet<char> = letters.chars().collect();
        assert_eq!(distinct.iter().filter(|letter| !letter.is_ascii()).count(), 134);
        for fonts in [tinos(), noto_serif()] {
            for face in [&fonts.regular, &fonts.bold, &fonts.italic, &fonts.bold_italic] {
                let missing: String = letters.chars().filter(|letter| !face.has(*letter)).collect();
                assert_eq!(missing, "");
                assert!("“”–…’₫§*".chars().all(|letter| face.has(letter)));
            }
        }
    }

    #[test]
    fn widths_are_those_of_times_new_roman() {
        let fonts = tinos();
        // 1366, 1024 and 909 of 2048 are the widths that Times New Roman has for these.
        let size = Length::units(2048);
        let widths = ['B', 'n', 'a'].map(|letter| fonts.regular.advance(letter, size).emu());
        assert_eq!(widths, [1366, 1024, 909]);
        assert_eq!(
            fonts.regular.width("Ban", Length::points(10)),
            Length::points(10).share(1366 + 909 + 1024, 2048)
        );
    }
}
