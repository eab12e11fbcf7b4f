//! Finding the objects of a PDF file and its pages.
//!
//! The file's own table of places is not believed: every object is found by looking for its head, later ones
//! replacing earlier ones, which reads damaged and many times saved files alike. Not here: what is on a page.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::filter::{self, Budget};
use super::object::{Dict, Lexer, Object, Token, is_blank};
use crate::hazard::{Amount, Hazard};
use crate::limits;

/// Most bytes read again while following references: twenty times the largest file. Files that make every page
/// refer to one huge value end here.
const FOLLOWED_BYTES: usize = 20 * limits::UPLOAD_BYTES;

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
enum Found {
    /// At this byte of the file.
    At(usize),
    /// In this unpacked stream of objects, at this byte.
    Inside(usize, usize),
}

/// A PDF file.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    places: HashMap<u32, Found>,
    packed: Vec<Vec<u8>>,
    trailer: Dict,
    /// Where the last stream ends; no stream is looked for behind it.
    last_end: usize,
    /// Bytes read again while following references.
    followed: Cell<usize>,
    /// What has been unpacked so far.
    pub(super) budget: Budget,
}

/// A page and what it inherits from the tree above it.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// The page's own values.
    pub dict: Dict,
    /// Its fonts, forms and pictures.
    pub resources: Dict,
    /// Degrees by which it is shown turned clockwise.
    pub rotate: i64,
}

impl<'a> File<'a> {
    /// Finds all objects.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Hazard> {
        let mut file = Self {
            bytes,
            places: HashMap::new(),
            packed: Vec::new(),
            trailer: Dict::new(),
            last_end: bytes.windows(9).rposition(|window| window == b"endstream").unwrap_or(0),
            followed: Cell::new(0),
            budget: Budget::default(),
        };
        file.scan()?;
        if file.trailer.contains_key("Encrypt") {
            return Err(Hazard::Encrypted);
        }
        Ok(file)
    }

    /// Goes through the file once.
    fn scan(&mut self) -> Result<(), Hazard> {
        let bytes = self.bytes;
        let mut at = 0_usize;
        while let Some(found) = next_head(bytes, at) {
            match found {
                Head::Trailer(place) => {
                    if let Object::Dict(dict) = Lexer::new(bytes, place).object()? {
                        self.trailer.extend(dict);
                    }
                    at = place;
                }
                Head::Object(number, place) => {
                    if self.places.len() >= limits::PDF_OBJECTS {
                        return Err(Hazard::TooMuch { what: Amount::Objects, limit: limits::PDF_OBJECTS });
                    }
                    self.places.insert(number, Found::At(place));
                    at = self.after_object(place)?;
                }
            }
        }
        Ok(())
    }

    /// Where to look on after the object at a place. Streams that hold objects are opened on the way.
    fn after_object(&mut self, place: usize) -> Result<usize, Hazard> {
        let mut lexer = Lexer::new(self.bytes, place);
        // What cannot be read here is null to whoever refers to it.
        let Ok(object) = lexer.object() else { return Ok(place) };
        let end = lexer.at.max(place);
        let Object::Dict(dict) = object else { return Ok(end) };
        let Some((raw, end)) = stream(self.bytes, lexer.at, &dict, self.last_end) else { return Ok(end) };
        match dict.get("Type").and_then(Object::name) {
            Some("ObjStm") => self.open_packed(&dict, raw)?,
            Some("XRef") => self.trailer.extend(dict),
            _ => {}
        }
        Ok(end)
    }

    /// Takes up the objects of a stream of objects.
    fn open_packed(&mut self, dict: &Dict, raw: &[u8]) -> Result<(), Hazard> {
        let Some(unpacked) = filter::unpack(dict, raw, &mut self.budget)? else { return Ok(()) };
        let first = dict.get("First").and_then(Object::count).unwrap_or(0);
        let count = dict.get("N").and_then(Object::count).unwrap_or(0);
        let mut lexer = Lexer::new(&unpacked, 0);
        let stream = self.packed.len();
        for _ in 0..count {
            let pair = (lexer.token(0, false)?, lexer.token(0, false)?);
            let (Token::Object(number), Token::Object(offset)) = pair else { break };
            let (Some(number), Some(offset)) = (number.count(), offset.count()) else { break };
            if self.places.len() >= limits::PDF_OBJECTS {
                return Err(Hazard::TooMuch { what: Amount::Objects, limit: limits::PDF_OBJECTS });
            }
            if let Ok(number) = u32::try_from(number) {
                self.places.insert(number, Found::Inside(stream, first.saturating_add(offset)));
            }
        }
        self.packed.push(unpacked);
        Ok(())
    }

    /// The value behind a reference, or the value itself. References to references end as null.
    pub(super) fn resolve(&self, object: Option<&Object>) -> Object {
        let found = match object {
            Some(Object::Reference(number)) => self.load(*number),
            Some(other) => other.clone(),
            None => Object::Null,
        };
        if matches!(found, Object::Reference(_)) { Object::Null } else { found }
    }

    /// The dictionary behind a value; empty when there is none.
    pub(super) fn dict(&self, object: Option<&Object>) -> Dict {
        if let Object::Dict(dict) = self.resolve(object) { dict } else { Dict::new() }
    }

    /// The object of a number.
    fn load(&self, number: u32) -> Object {
        let lexer = match self.places.get(&number) {
            Some(Found::At(place)) => Some(Lexer::new(self.bytes, *place)),
            Some(Found::Inside(stream, place)) => {
                self.packed.get(*stream).map(|bytes| Lexer::new(bytes, *place))
            }
            None => None,
        };
        let Some(mut lexer) = lexer.filter(|_| self.followed.get() < FOLLOWED_BYTES) else {
            return Object::Null;
        };
        let start = lexer.at;
        let object = lexer.object().unwrap_or(Object::Null);
        self.followed.set(self.followed.get().saturating_add(lexer.at.saturating_sub(start)));
        object
    }

    /// Dictionary and unpacked bytes of a stream; `None` when it is none, or a picture.
    pub(super) fn stream(&mut self, object: Option<&Object>) -> Result<Option<(Dict, Vec<u8>)>, Hazard> {
        let Some(Object::Reference(number)) = object else { return Ok(None) };
        let Some(Found::At(place)) = self.places.get(number) else { return Ok(None) };
        let mut lexer = Lexer::new(self.bytes, *place);
        let Object::Dict(mut dict) = lexer.object()? else { return Ok(None) };
        // The length is often written elsewhere.
        let length = self.resolve(dict.get("Length"));
        dict.insert("Length".to_owned(), length);
        for key in ["Filter", "DecodeParms"] {
            if dict.contains_key(key) {
                let value = self.resolve(dict.get(key));
                dict.insert(key.to_owned(), value);
            }
        }
        let Some((raw, _)) = stream(self.bytes, lexer.at, &dict, self.last_end) else { return Ok(None) };
        let unpacked = filter::unpack(&dict, raw, &mut self.budget)?;
        Ok(unpacked.map(|bytes| (dict, bytes)))
    }

    /// All pages in their sequence.
    pub(super) fn pages(&self) -> Result<Vec<Page>, Hazard> {
        let root = self.dict(self.trailer.get("Root"));
        let mut pages = Vec::new();
        let mut seen = HashSet::new();
        let tree = root.get("Pages").cloned();
        self.collect(tree.as_ref(), &Page::default(), 0, &mut seen, &mut pages)?;
        if pages.is_empty() {
            // The tree is gone; the pages themselves may still be there.
            let mut numbers: Vec<u32> = self.places.keys().copied().collect();
            numbers.sort_unstable();
            for number in numbers {
                let dict = self.dict(Some(&Object::Reference(number)));
                if dict.get("Type").and_then(Object::name) == Some("Page") {
                    self.collect(
                        Some(&Object::Reference(number)),
                        &Page::default(),
                        0,
                        &mut seen,
                        &mut pages,
                    )?;
                }
            }
        }
        Ok(pages)
    }

    fn collect(
        &self,
        node: Option<&Object>,
        above: &Page,
        depth: usize,
        seen: &mut HashSet<u32>,
        pages: &mut Vec<Page>,
    ) -> Result<(), Hazard> {
        if depth > limits::PDF_DEPTH {
            return Err(Hazard::TooDeep { limit: limits::PDF_DEPTH });
        }
        if let Some(Object::Reference(number)) = node
            && !seen.insert(*number)
        {
            return Ok(());
        }
        let dict = self.dict(node);
        if dict.is_empty() {
            return Ok(());
        }
        let resources = if dict.contains_key("Resources") {
            self.dict(dict.get("Resources"))
        } else {
            above.resources.clone()
        };
        let own = self.resolve(dict.get("Rotate"));
        let rotate = if let Object::Integer(degrees) = own { degrees } else { above.rotate };
        let kids = self.resolve(dict.get("Kids"));
        let page = Page { dict, resources, rotate };
        let Object::Array(kids) = kids else {
            if pages.len() >= limits::PDF_PAGES {
                return Err(Hazard::TooMuch { what: Amount::Pages, limit: limits::PDF_PAGES });
            }
            pages.push(page);
            return Ok(());
        };
        for kid in &kids {
            self.collect(Some(kid), &page, depth.saturating_add(1), seen, pages)?;
        }
        Ok(())
    }
}

/// The head of an object or of a trailer.
enum Head {
    /// Number of an object, and where its value begins.
    Object(u32, usize),
    /// Where a trailer's value begins.
    Trailer(usize),
}

/// The next head from a place on.
fn next_head(bytes: &[u8], from: usize) -> Option<Head> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let step = rest.iter().position(|byte| *byte == b'o' || *byte == b't')?;
        at = at.saturating_add(step);
        let rest = bytes.get(at..)?;
        if rest.starts_with(b"trailer") {
            return Some(Head::Trailer(at.saturating_add(7)));
        }
        if rest.starts_with(b"obj")
            && let Some(number) = number_before(bytes, at)
        {
            return Some(Head::Object(number, at.saturating_add(3)));
        }
        at = at.saturating_add(1);
    }
}

/// The number in `12 0 obj`, looking backwards from `obj`.
fn number_before(bytes: &[u8], place: usize) -> Option<u32> {
    let before = bytes.get(place.saturating_sub(24)..place)?;
    let mut words = before.rsplit(|byte| is_blank(*byte)).filter(|word| !word.is_empty());
    let generation = words.next()?;
    if before.last().is_some_and(|byte| !is_blank(*byte) && !byte.is_ascii_digit())
        || !generation.iter().all(u8::is_ascii_digit)
    {
        return None;
    }
    let number = words.next()?;
    let digits = number.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let digits = number.get(number.len().saturating_sub(digits)..)?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// The raw bytes of the stream that follows a dictionary, and where the stream ends.
fn stream<'a>(bytes: &'a [u8], after_dict: usize, dict: &Dict, last_end: usize) -> Option<(&'a [u8], usize)> {
    let mut lexer = Lexer::new(bytes, after_dict);
    lexer.skip_blanks();
    let rest = bytes.get(lexer.at..)?.strip_prefix(b"stream")?;
    let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    let start = bytes.len().saturating_sub(rest.len());
    if let Some(length) = dict.get("Length").and_then(Object::count)
        && let Some(tail) = rest.get(length..)
    {
        let blanks = tail.iter().take_while(|byte| is_blank(**byte)).count();
        if tail.get(blanks..).is_some_and(|tail| tail.starts_with(b"endstream")) {
            let end = start.saturating_add(length).saturating_add(blanks).saturating_add(9);
            return Some((rest.get(..length)?, end));
        }
    }
    if start > last_end {
        return None;
    }
    // The length is elsewhere or wrong: the stream ends where it says so.
    let length = rest.windows(9).position(|window| window == b"endstream")?;
    Some((rest.get(..length)?, start.saturating_add(length).saturating_add(9)))
}
