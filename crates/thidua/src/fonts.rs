//! The fonts of papers and certificates, embedded when the program is built.
//!
//! Not here: fonts of the pages; the browser fetches those (`web/assets`).

use std::sync::LazyLock;

use office::{Face, Fonts, OfficeError};

macro_rules! face {
    ($name:literal) => {
        Face::read(include_bytes!(concat!(env!("OUT_DIR"), "/fonts/", $name)).to_vec())
    };
}

static PAPERS: LazyLock<Result<Fonts, OfficeError>> = LazyLock::new(|| {
    Ok(Fonts {
        regular: face!("Tinos_400Regular.ttf")?,
        bold: face!("Tinos_700Bold.ttf")?,
        italic: face!("Tinos_400Regular_Italic.ttf")?,
        bold_italic: face!("Tinos_700Bold_Italic.ttf")?,
    })
});

static CERTIFICATES: LazyLock<Result<Fonts, OfficeError>> = LazyLock::new(|| {
    Ok(Fonts {
        regular: face!("NotoSerif_400Regular.ttf")?,
        bold: face!("NotoSerif_700Bold.ttf")?,
        italic: face!("NotoSerif_400Regular_Italic.ttf")?,
        bold_italic: face!("NotoSerif_700Bold_Italic.ttf")?,
    })
});

/// Tinos, the metric twin of Times New Roman: for `office::print`.
pub fn papers() -> Result<&'static Fonts, &'static OfficeError> {
    PAPERS.as_ref()
}

/// Noto Serif: for `office::certificate`.
pub fn certificates() -> Result<&'static Fonts, &'static OfficeError> {
    CERTIFICATES.as_ref()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_embedded_fonts_have_the_letters_that_stack_two_marks() {
        for fonts in [super::papers(), super::certificates()] {
            let fonts = fonts.unwrap();
            for face in [&fonts.regular, &fonts.bold, &fonts.italic, &fonts.bold_italic] {
                assert!("ẨẪẤỆỖỘỢỰẶẳđĐ".chars().all(|letter| face.has(letter)));
            }
        }
    }
}
