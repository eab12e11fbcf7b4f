//! Going through what is drawn on a page and noting every stretch of text with its place.
//!
//! Not here: making lines and paragraphs of the stretches ([`super::layout`]).

#![expect(clippy::float_arithmetic, reason = "places on a page are real numbers of points")]
#![expect(
    clippy::many_single_char_names,
    reason = "the numbers of a matrix have their letters from the format"
)]

use std::collections::HashMap;
use std::rc::Rc;

use super::file::{File, Page};
use super::font::Font;
use super::object::{Dict, Lexer, Object, Token, is_blank};
use crate::hazard::{Amount, Hazard};
use crate::legacy::Encoding;
use crate::limits;

/// Most drawing commands in one file. A full page of text has about 3,000.
const COMMANDS: usize = 10_000_000;

/// How many commands the drawing of a form counts for: each form is found and unpacked anew.
const FORM_COMMANDS: usize = 500;

/// Most values before a command that are kept; more are a sign of damage.
const OPERANDS: usize = 2_000;

/// A stretch of text as it stands on the page, in points from the bottom left of the page as shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// Left end.
    pub x: f64,
    /// Base line.
    pub y: f64,
    /// Right end.
    pub right: f64,
    /// Size of the letters.
    pub size: f64,
    /// The letters.
    pub text: String,
    /// The old encoding they are in, by their font.
    pub old: Option<(Encoding, bool)>,
}

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// Stretches of text in the sequence in which they are drawn.
    pub pieces: Vec<Piece>,
    /// Whether there is a picture on it.
    pub has_picture: bool,
}

/// A matrix of a plane: scale and turn, then shift.
#[derive(Debug, Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this, then the other.
    fn then(self, other: Self) -> Self {
        let Self([a, b, c, d, e, f]) = self;
        let Self([g, h, i, j, k, l]) = other;
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    fn from(values: &[Object]) -> Option<Self> {
        let [a, b, c, d, e, f] = values else { return None };
        Some(Self([a.number()?, b.number()?, c.number()?, d.number()?, e.number()?, f.number()?]))
    }
}

/// What the commands before have set.
#[derive(Clone)]
struct Setting {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_gap: f64,
    word_gap: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Walks through pages, keeping fonts between them.
#[derive(Default)]
pub(super) struct Walker {
    fonts: HashMap<u32, Rc<Font>>,
    /// Forms being drawn, so that none draws itself.
    open: Vec<u32>,
    commands: usize,
}

/// A walk through one stream of commands.
struct Walk<'w> {
    walker: &'w mut Walker,
    drawn: &'w mut Drawn,
    setting: Setting,
    saved: Vec<Setting>,
    text: Matrix,
    line: Matrix,
}

impl Walker {
    /// What a page holds.
    pub(super) fn page(&mut self, file: &mut File<'_>, page: &Page) -> Result<Drawn, Hazard> {
        let mut bytes = Vec::new();
        let contents = page.dict.get("Contents");
        let parts = if let Object::Array(items) = file.resolve(contents) {
            items
        } else {
            contents.cloned().into_iter().collect()
        };
        for part in &parts {
            if let Some((_, part)) = file.stream(Some(part))? {
                bytes.extend(part);
                bytes.push(b'\n');
            }
        }
        let mut drawn = Drawn::default();
        let matrix = match page.rotate.rem_euclid(360) {
            90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
            180 => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
            270 => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
            _ => Matrix::SAME,
        };
        let setting = Setting {
            matrix,
            font: None,
            size: 0.0,
            letter_gap: 0.0,
            word_gap: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.run(file, &bytes, &page.resources, setting, &mut drawn, 0)?;
        Ok(drawn)
    }

    /// Runs a stream of commands.
    fn run(
        &mut self,
        file: &mut File<'_>,
        bytes: &[u8],
        resources: &Dict,
        setting: Setting,
        drawn: &mut Drawn,
        depth: usize,
    ) -> Result<(), Hazard> {
        if depth > limits::PDF_DEPTH {
            return Ok(());
        }
        let mut walk =
            Walk { walker: self, drawn, setting, saved: Vec::new(), text: Matrix::SAME, line: Matrix::SAME };
        let mut lexer = Lexer::new(bytes, 0);
        let mut operands: Vec<Object> = Vec::new();
        let fonts = file.dict(resources.get("Font"));
        let drawings = file.dict(resources.get("XObject"));
        loop {
            match lexer.token(0, false)? {
                Token::Object(object) => {
                    if operands.len() < OPERANDS {
                        operands.push(object);
                    }
                }
                Token::Word(word) => {
                    walk.walker.commands = walk.walker.commands.saturating_add(1);
                    if walk.walker.commands > COMMANDS {
                        return Err(Hazard::TooMuch { what: Amount::Objects, limit: COMMANDS });
                    }
                    match word.as_slice() {
                        b"Do" => walk.draw(file, resources, &drawings, &operands, depth)?,
                        b"Tf" => walk.choose_font(file, &fonts, &operands)?,
                        b"ID" => {
                            walk.drawn.has_picture = true;
                            skip_picture(bytes, &mut lexer);
                        }
                        other => walk.command(other, &operands),
                    }
                    operands.clear();
                }
                Token::End => return Ok(()),
            }
        }
    }

    /// A font by its name in the resources.
    fn font(&mut self, file: &mut File<'_>, fonts: &Dict, name: &str) -> Result<Rc<Font>, Hazard> {
        let entry = fonts.get(name);
        if let Some(Object::Reference(number)) = entry
            && let Some(known) = self.fonts.get(number)
        {
            return Ok(Rc::clone(known));
        }
        let dict = file.dict(entry);
        let font = Rc::new(Font::read(file, &dict)?);
        if let Some(Object::Reference(number)) = entry {
            self.fonts.insert(*number, Rc::clone(&font));
        }
        Ok(font)
    }
}

impl Walk<'_> {
    /// A command that only changes settings or shows text.
    fn command(&mut self, word: &[u8], operands: &[Object]) {
        let first = operands.first().and_then(Object::number);
        match word {
            b"q" if self.saved.len() < 1_000 => self.saved.push(self.setting.clone()),
            b"Q" => {
                if let Some(before) = self.saved.pop() {
                    self.setting = before;
                }
            }
            b"cm" => {
                if let Some(matrix) = Matrix::from(operands) {
                    self.setting.matrix = matrix.then(self.setting.matrix);
                }
            }
            b"BT" => self.place(Matrix::SAME),
            b"Tm" => {
                if let Some(matrix) = Matrix::from(operands) {
                    self.place(matrix);
                }
            }
            b"Td" | b"TD" => {
                if let [x, y] = operands
                    && let (Some(x), Some(y)) = (x.number(), y.number())
                {
                    if word == b"TD" {
                        self.setting.leading = -y;
                    }
                    self.shift(x, y);
                }
            }
            b"T*" => self.shift(0.0, -self.setting.leading),
            b"Tc" => self.setting.letter_gap = first.unwrap_or(0.0),
            b"Tw" => self.setting.word_gap = first.unwrap_or(0.0),
            b"Tz" => self.setting.stretch = first.unwrap_or(100.0) / 100.0,
            b"TL" => self.setting.leading = first.unwrap_or(0.0),
            b"Ts" => self.setting.rise = first.unwrap_or(0.0),
            b"Tj" => self.show_first(operands.first()),
            b"'" => {
                self.shift(0.0, -self.setting.leading);
                self.show_first(operands.first());
            }
            b"\"" => {
                if let [words, letters, text] = operands {
                    self.setting.word_gap = words.number().unwrap_or(0.0);
                    self.setting.letter_gap = letters.number().unwrap_or(0.0);
                    self.shift(0.0, -self.setting.leading);
                    self.show_first(Some(text));
                }
            }
            b"TJ" => self.show_many(operands.first()),
            _ => {}
        }
    }

    fn place(&mut self, matrix: Matrix) {
        self.text = matrix;
        self.line = matrix;
    }

    fn shift(&mut self, x: f64, y: f64) {
        let moved = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self.line);
        self.place(moved);
    }

    fn show_first(&mut self, text: Option<&Object>) {
        if let Some(Object::Text(text)) = text {
            self.show(text);
        }
    }

    /// Texts with shifts between them, in thousandths of the size, to the left.
    fn show_many(&mut self, items: Option<&Object>) {
        let Some(Object::Array(items)) = items else { return };
        for item in items {
            if let Object::Text(text) = item {
                self.show(text);
            } else if let Some(shift) = item.number() {
                self.advance(-shift / 1_000.0 * self.setting.size * self.setting.stretch);
            }
        }
    }

    fn advance(&mut self, by: f64) {
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, by, 0.0]).then(self.text);
    }

    /// Notes a text and moves on behind it.
    fn show(&mut self, text: &[u8]) {
        let Some(font) = self.setting.font.clone() else { return };
        let mut letters = String::new();
        let mut width = 0.0;
        for glyph in font.glyphs(text) {
            let gap = self.setting.letter_gap + if glyph.is_space { self.setting.word_gap } else { 0.0 };
            width += (glyph.width * self.setting.size + gap) * self.setting.stretch;
            letters.push_str(&glyph.letters);
        }
        let start =
            Matrix([1.0, 0.0, 0.0, 1.0, 0.0, self.setting.rise]).then(self.text).then(self.setting.matrix);
        self.advance(width);
        let end = self.text.then(self.setting.matrix);
        let Matrix([a, b, c, d, x, y]) = start;
        let Matrix([_, _, _, _, right, _]) = end;
        // Text that runs upwards or upside down is a stamp or a watermark, not a line of the paper.
        let level = a > 0.0 && b.abs() <= a * 0.2;
        let size = self.setting.size.abs() * c.hypot(d);
        let sound = [x, y, right, size].into_iter().all(f64::is_finite);
        if level && sound && size > 0.1 && !letters.is_empty() {
            self.drawn.pieces.push(Piece { x, y, right: right.max(x), size, text: letters, old: font.old });
        }
    }

    fn choose_font(&mut self, file: &mut File<'_>, fonts: &Dict, operands: &[Object]) -> Result<(), Hazard> {
        if let [Object::Name(name), size] = operands {
            self.setting.font = Some(self.walker.font(file, fonts, name)?);
            self.setting.size = size.number().unwrap_or(0.0);
        }
        Ok(())
    }

    /// Draws a form, or notes a picture.
    fn draw(
        &mut self,
        file: &mut File<'_>,
        resources: &Dict,
        drawings: &Dict,
        operands: &[Object],
        depth: usize,
    ) -> Result<(), Hazard> {
        let [Object::Name(name)] = operands else { return Ok(()) };
        let entry = drawings.get(name).cloned();
        let head = file.dict(entry.as_ref());
        match head.get("Subtype").and_then(Object::name) {
            Some("Image") => self.drawn.has_picture = true,
            Some("Form") => {
                let Some(Object::Reference(number)) = entry else { return Ok(()) };
                if self.walker.open.contains(&number) {
                    return Ok(());
                }
                let Some((dict, bytes)) = file.stream(entry.as_ref())? else { return Ok(()) };
                let inner = if dict.contains_key("Resources") {
                    file.dict(dict.get("Resources"))
                } else {
                    resources.clone()
                };
                let mut setting = self.setting.clone();
                if let Object::Array(values) = file.resolve(dict.get("Matrix"))
                    && let Some(matrix) = Matrix::from(&values)
                {
                    setting.matrix = matrix.then(setting.matrix);
                }
                self.walker.commands = self.walker.commands.saturating_add(FORM_COMMANDS);
                self.walker.open.push(number);
                self.walker.run(file, &bytes, &inner, setting, self.drawn, depth.saturating_add(1))?;
                self.walker.open.pop();
            }
            _ => {}
        }
        Ok(())
    }
}

/// Passes over the bytes of a picture inside the commands.
fn skip_picture(bytes: &[u8], lexer: &mut Lexer<'_>) {
    let rest = bytes.get(lexer.at..).unwrap_or_default();
    let end = rest.windows(4).position(
        |window| matches!(window, [before, b'E', b'I', after] if is_blank(*before) && is_blank(*after)),
    );
    lexer.at = lexer.at.saturating_add(end.map_or(rest.len(), |place| place.saturating_add(3)));
}
