//! Where each text of a certificate stands, how large it is and how small it may become.
//!
//! All places are told for A4 on its side; on A3 everything grows by the same share. A layout is data: the one here
//! is our own design, others are settings of an office.

use crate::paper::{Align, Length};
use crate::pdf::Colour;

use super::Certificate;

/// The stock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// 297 × 210 mm.
    #[default]
    A4,
    /// 420 × 297 mm.
    A3,
}

/// What is drawn under the texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Our own design: frame, bronze drum, sun and star.
    #[default]
    Own,
    /// Nothing: the stock is printed already.
    Printed,
}

/// A text of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Heading of the Party or the State.
    Heading,
    /// Who confers it.
    Authority,
    /// "TẶNG".
    Gives,
    /// What is conferred.
    Kind,
    /// To whom.
    Name,
    /// Post and unit.
    About,
    /// For what.
    Achievement,
    /// Decision, number in the register.
    Decision,
    /// Place and date.
    Place,
    /// Capacity and post of the signer.
    Post,
    /// Name of the signer.
    Signer,
    /// QR code; as wide as its place.
    Code,
    /// Short address beside it.
    CodeText,
}

/// The place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Which text.
    pub field: Field,
    /// From the left edge of the stock.
    pub left: Length,
    /// From its upper edge.
    pub top: Length,
    /// Room across.
    pub width: Length,
    /// Room down; texts stand in its middle.
    pub height: Length,
    /// How lines stand.
    pub align: Align,
    /// Size of the letters where there is room.
    pub size: Length,
    /// Smallest size.
    pub least: Length,
    /// Most lines.
    pub lines: usize,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Red, green, blue.
    pub colour: Colour,
}

/// How far a printer sets everything off; found with the calibration page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Offset {
    /// To the right; negative to the left.
    pub right: Length,
    /// Down; negative up.
    pub down: Length,
}

/// A whole layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The stock.
    pub sheet: Sheet,
    /// What is drawn under the texts.
    pub ground: Ground,
    /// The texts.
    pub places: Vec<Place>,
    /// The printer's offset.
    pub offset: Offset,
}

impl Sheet {
    /// Width of the stock.
    pub const fn width(self) -> Length {
        match self {
            Self::A4 => Length::mm(297),
            Self::A3 => Length::mm(420),
        }
    }

    /// Its height.
    pub const fn height(self) -> Length {
        match self {
            Self::A4 => Length::mm(210),
            Self::A3 => Length::mm(297),
        }
    }

    /// A length told for A4, on this stock.
    pub const fn scaled(self, length: Length) -> Length {
        match self {
            Self::A4 => length,
            Self::A3 => length.share(420, 297),
        }
    }
}

const INK: Colour = (0x1f, 0x1b, 0x16);
const RED: Colour = (0xa5, 0x16, 0x1c);

/// A text in the middle of a place that goes from edge to edge of the inner frame.
const fn middle(field: Field, top: i64, height: i64, points: i64, least: i64, lines: usize) -> Place {
    Place {
        field,
        left: Length::mm(42),
        top: Length::mm(top),
        width: Length::mm(213),
        height: Length::mm(height),
        align: Align::Centre,
        size: Length::points(points),
        least: Length::points(least),
        lines,
        bold: false,
        italic: false,
        colour: INK,
    }
}

/// Our own design.
const OWN: [Place; 13] = [
    Place { bold: true, ..middle(Field::Heading, 51, 12, 15, 10, 2) },
    Place { bold: true, ..middle(Field::Authority, 62, 16, 15, 10, 3) },
    middle(Field::Gives, 78, 7, 14, 12, 1),
    Place { bold: true, colour: RED, ..middle(Field::Kind, 85, 25, 52, 28, 1) },
    Place { bold: true, ..middle(Field::Name, 109, 14, 22, 12, 2) },
    middle(Field::About, 122, 11, 14, 9, 2),
    middle(Field::Achievement, 132, 17, 15, 10, 3),
    Place {
        left: Length::mm(73),
        width: Length::mm(84),
        align: Align::Left,
        ..middle(Field::Decision, 153, 21, 12, 8, 4)
    },
    Place {
        left: Length::mm(168),
        width: Length::mm(100),
        italic: true,
        ..middle(Field::Place, 150, 8, 13, 9, 1)
    },
    Place {
        left: Length::mm(168),
        width: Length::mm(100),
        bold: true,
        ..middle(Field::Post, 157, 15, 13, 9, 3)
    },
    Place {
        left: Length::mm(191),
        width: Length::mm(54),
        bold: true,
        ..middle(Field::Signer, 186, 9, 13, 9, 1)
    },
    Place {
        left: Length::mm(45),
        width: Length::mm(27),
        height: Length::mm(27),
        ..middle(Field::Code, 154, 27, 8, 8, 1)
    },
    Place {
        left: Length::mm(73),
        width: Length::mm(84),
        align: Align::Left,
        ..middle(Field::CodeText, 174, 10, 9, 7, 3)
    },
];

impl Layout {
    /// Our own design on blank stock.
    pub fn own(sheet: Sheet) -> Self {
        Self { sheet, ground: Ground::Own, places: OWN.to_vec(), offset: Offset::default() }
    }

    /// Only what differs from certificate to certificate, for stock with heading and frame printed on it. Places are
    /// those of our own design; an office moves them to fit its stock.
    pub fn overprint(sheet: Sheet, offset: Offset) -> Self {
        let printed = [Field::Heading, Field::Authority, Field::Gives, Field::Kind];
        let places = OWN.iter().filter(|place| !printed.contains(&place.field)).copied().collect();
        Self { sheet, ground: Ground::Printed, places, offset }
    }
}

impl Certificate {
    /// The text of a field.
    pub(super) fn text(&self, field: Field) -> String {
        match field {
            Field::Heading => self.heading.clone(),
            Field::Authority => self.authority.clone(),
            Field::Gives => self.gives.clone(),
            Field::Kind => self.kind.clone(),
            Field::Name => self.name.clone(),
            Field::About => self.about.clone(),
            Field::Achievement => self.achievement.clone(),
            Field::Decision => [self.decision.as_str(), self.register.as_str()]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
            Field::Place => self.place.clone(),
            Field::Post => self.post.clone(),
            Field::Signer => self.signer.clone(),
            Field::Code => self.address.clone(),
            Field::CodeText => self.code.clone(),
        }
    }
}
