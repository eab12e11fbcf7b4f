//! Words, numbers and marks of a text, with lower-case keys, capitals, sentences and lines.
//!
//! Not here: tables of phrases (`phrase`), what the words mean (`lexicon`) and what is made of them (one file
//! per kind of fact).

use crate::key::{hash_of, push_key};
use crate::letter::{is_capital, is_letter, is_letter_or_number};
use crate::number::{self, Number};
use crate::reading::Span;
use crate::text::Text;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    /// Letters and digits in one word: `CCTQ4`, `m2`.
    Mixed,
    Digits,
    Mark,
    /// A line end that closes a paragraph.
    Break,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caps {
    Lower,
    Title,
    Upper,
}

/// One token; `start..end` count normalised characters.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    key_start: usize,
    key_end: usize,
    hash: u64,
    caps: Caps,
    /// A space or line end stands before it.
    gap: bool,
    /// Its line is written in capitals, so capitals say nothing here.
    loud: bool,
    pub(crate) sentence: usize,
    pub(crate) line: usize,
}

/// A paragraph as the text shows it: tokens `from..to`, normalised characters `start..end`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// A text cut into tokens.
#[derive(Debug)]
pub(crate) struct Sheet<'t> {
    pub(crate) text: Text<'t>,
    keys: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) lines: Vec<Line>,
    /// Token ranges of the sentences.
    pub(crate) sentences: Vec<(usize, usize)>,
    /// How many words stand before each token, and in all at the end: rules ask for the length of every line.
    words_before: Vec<usize>,
    /// The numbers that digits begin, in order: every rule asks for them, so they are read once.
    numbers: Vec<Number>,
    /// The whole text is written in capitals, so they do not even mark headings.
    pub(crate) shouting: bool,
}

fn caps_of(word: &[char]) -> Caps {
    let mut letters = word.iter().filter(|c| is_letter(**c));
    match letters.next() {
        Some(c) if is_capital(*c) => {
            let mut more = false;
            for c in letters {
                more = true;
                if !is_capital(*c) {
                    return Caps::Title;
                }
            }
            if more { Caps::Upper } else { Caps::Title }
        }
        _ => Caps::Lower,
    }
}

/// Fewest words of a heading whose every word begins with a capital.
const SHORTEST_TITLE: usize = 8;

/// A sentence is cut after this many tokens.
const LONGEST_SENTENCE: usize = 400;

const ABBREVIATED: [&str; 14] =
    ["tp", "tx", "tt", "ths", "ts", "gs", "pgs", "bs", "st", "th", "mr", "ks", "cn", "q"];

impl<'t> Sheet<'t> {
    pub(crate) fn new(given: &'t str) -> Self {
        let text = Text::new(given);
        let size = text.chars.len();
        let mut sheet = Self {
            text,
            keys: String::with_capacity(size.saturating_mul(2)),
            tokens: Vec::with_capacity(size / 3),
            lines: Vec::new(),
            sentences: Vec::new(),
            words_before: Vec::new(),
            numbers: Vec::new(),
            shouting: false,
        };
        sheet.cut();
        sheet.mark_lines();
        let loud = sheet.tokens.iter().filter(|t| t.loud).count();
        sheet.shouting = loud.saturating_mul(10) >= sheet.tokens.len().saturating_mul(8) && loud > 0;
        sheet.mark_sentences();
        sheet.count_all_words();
        let digits = (0..sheet.len()).filter(|&i| sheet.is_digits(i));
        sheet.numbers = digits.filter_map(|i| number::read(&sheet, i)).collect();
        sheet
    }

    fn cut(&mut self) {
        let size = self.text.chars.len();
        let (mut i, mut gap) = (0, true);
        while i < size {
            let c = self.text.char(i);
            let start = i;
            if c == '\n' {
                i = self.blank(i);
                let hard = self.closes_paragraph(start, i);
                if hard {
                    self.push(Kind::Break, start, i, gap);
                }
                gap = true;
                continue;
            }
            if c == ' ' {
                gap = true;
                i = i.saturating_add(1);
                continue;
            }
            let kind = if c.is_ascii_digit() {
                i = self.run(i, |c| c.is_ascii_digit());
                Kind::Digits
            } else if is_letter(c) {
                let after_digit =
                    !gap && start > 0 && self.text.char(start.saturating_sub(1)).is_ascii_digit();
                i = if after_digit { self.measure_end(i) } else { self.word_end(i) };
                let word = self.text.chars.get(start..i).unwrap_or(&[]);
                let digits = word.iter().any(char::is_ascii_digit);
                if digits { Kind::Mixed } else { Kind::Word }
            } else {
                i = i.saturating_add(1);
                Kind::Mark
            };
            self.push(kind, start, i, gap);
            gap = false;
        }
    }

    fn run(&self, i: usize, keep: impl Fn(char) -> bool) -> usize {
        let kept = self.text.chars.get(i..).unwrap_or(&[]).iter().take_while(|c| keep(**c));
        i.saturating_add(kept.count())
    }

    /// Letters right behind digits are a measure; the 2 and 3 of m2 and m3 belong to it.
    fn measure_end(&self, i: usize) -> usize {
        let to = self.run(i, is_letter);
        let metre = to.checked_sub(1).is_some_and(|k| self.text.char(k) == 'm') && to.saturating_sub(i) <= 2;
        let power = matches!(self.text.char(to), '2' | '3' | '²' | '³');
        let ends = !self.text.char(to.saturating_add(1)).is_alphanumeric();
        if metre && power && ends { to.saturating_add(1) } else { to }
    }

    /// "Bộ Chính trịTại hội nghị": the letters from `i` end where a capital opens the next word behind a syllable with a mark;
    /// pages lose spaces.
    fn letters_end(&self, i: usize) -> usize {
        let small = |c: char| is_letter(c) && !is_capital(c);
        let marked = |c: &char| !c.is_ascii() && !is_capital(*c);
        let end = self.run(i, is_letter_or_number);
        let letters = self.text.chars.get(i..end).unwrap_or(&[]);
        let glued = letters.windows(3).zip(1..).find(|&(around, n)| {
            let opens = matches!(*around, [a, b, c] if is_capital(b) && small(a) && small(c));
            opens && letters.iter().take(n).any(marked)
        });
        glued.map_or(end, |(_, n)| i.saturating_add(n))
    }

    fn word_end(&self, start: usize) -> usize {
        let mut i = start;
        loop {
            i = self.letters_end(i);
            // An apostrophe inside a word belongs to it (H'Hen, N'drung).
            let after = self.text.char(i.saturating_add(1));
            let letter = i == start.saturating_add(1) && self.text.char(start).is_uppercase();
            if self.text.char(i) == '\'' && (after.is_uppercase() || letter && after.is_alphabetic()) {
                i = i.saturating_add(1);
            } else {
                return i;
            }
        }
    }

    fn blank(&self, i: usize) -> usize {
        self.run(i, |c| c == '\n' || c == ' ')
    }

    /// A line end is soft when the next line goes on in lower case, no empty line stands between, and the line
    /// before is neither closed nor a heading in capitals.
    fn closes_paragraph(&self, start: usize, end: usize) -> bool {
        let empty = (start..end).filter(|&k| self.text.char(k) == '\n').count() > 1;
        let next = self.text.char(end);
        let closed = start.checked_sub(1).is_some_and(|k| matches!(self.text.char(k), '.' | '!' | '?' | '…'));
        empty || closed || !next.is_lowercase() || self.shouts_before(start) || self.lone(end)
    }

    /// The line from character `start` is one word without accents and without a closing mark: a file's name ("le-trao.jpg")
    /// or who put the page in ("admin").
    fn lone(&self, start: usize) -> bool {
        let end = self.run(start, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '(' | ')'));
        let last = end.checked_sub(1).map_or(' ', |k| self.text.char(k));
        let alone = end >= self.text.chars.len() || self.text.char(end) == '\n';
        alone && end.saturating_sub(start) >= 5 && last.is_ascii_alphanumeric()
    }

    /// The line that ends at character `end` is all capitals: a heading, whatever follows.
    fn shouts_before(&self, end: usize) -> bool {
        let line = self.text.chars.get(..end).unwrap_or(&[]).iter().rev().take_while(|c| **c != '\n');
        let letters: Vec<&char> = line.filter(|c| is_letter(**c)).collect();
        letters.len() >= 4 && letters.iter().all(|c| is_capital(**c))
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize, gap: bool) {
        let key_start = self.keys.len();
        let word = self.text.chars.get(start..end).unwrap_or(&[]);
        // "ông Trần Văn Được": a name, no passive verb.
        let named = matches!(word, ['Đ', _, 'ợ', 'c'])
            && ["văn", "hữu", "thị"].contains(&self.key(prev(self.tokens.len(), 1)));
        if kind != Kind::Break && !named {
            push_key(&mut self.keys, word);
        }
        let key_end = self.keys.len();
        let hash = hash_of(self.keys.get(key_start..).unwrap_or(""));
        let caps = caps_of(word);
        let token = Token {
            kind,
            start,
            end,
            key_start,
            key_end,
            hash,
            caps,
            gap,
            loud: false,
            sentence: 0,
            line: 0,
        };
        self.tokens.push(token);
    }

    fn mark_lines(&mut self) {
        let mut from = 0;
        let count = self.tokens.len();
        for i in 0..=count {
            let ends = self.tokens.get(i).is_none_or(|t| t.kind == Kind::Break);
            if !ends {
                continue;
            }
            if i > from {
                let start = self.tokens.get(from).map_or(0, |t| t.start);
                let end = self.tokens.get(i.saturating_sub(1)).map_or(start, |t| t.end);
                let loud = self.is_loud(from, i);
                let line = self.lines.len();
                self.lines.push(Line { from, to: i, start, end });
                for token in self.tokens.get_mut(from..i).unwrap_or(&mut []) {
                    token.line = line;
                    token.loud = loud;
                }
            }
            from = i.saturating_add(1);
        }
    }

    /// Capitals carry no meaning in a line where hardly a word of three letters is in lower case.
    fn is_loud(&self, from: usize, to: usize) -> bool {
        let words = self.tokens.get(from..to).unwrap_or(&[]);
        let long = |t: &&Token| t.kind == Kind::Word && t.end.saturating_sub(t.start) >= 2;
        let (mut all, mut upper): (usize, usize) = (0, 0);
        for word in words.iter().filter(long) {
            all = all.saturating_add(1);
            upper = upper.saturating_add(usize::from(word.caps == Caps::Upper));
        }
        (upper >= 3 && upper.saturating_mul(10) >= all.saturating_mul(7))
            || (upper >= 2 && upper == all)
            || self.is_titled(from, to)
    }

    /// "Liên Đội Vinh Dự Nhận Danh Hiệu Của Quận": every word of a heading has its capital, the small ones too.
    fn is_titled(&self, from: usize, to: usize) -> bool {
        let words = || (from..to).filter(|&i| self.kind(i) == Kind::Word);
        let small = ["của", "và", "trong", "cho", "tại", "với", "các", "được", "những", "đến", "về"];
        // The first small word of a line says that it is none.
        words().all(|i| self.caps(i) != Caps::Lower)
            && words().count() >= SHORTEST_TITLE
            && words().filter(|&i| i > from && self.any(i, &small)).count() >= 2
    }

    fn mark_sentences(&mut self) {
        let mut from = 0;
        for i in 0..self.tokens.len() {
            let number = self.sentences.len();
            if let Some(token) = self.tokens.get_mut(i) {
                token.sentence = number;
            }
            // Rules look through a sentence for each number in it; without a limit a text that never closes one
            // would take hours.
            let long = i.saturating_sub(from) >= LONGEST_SENTENCE;
            if long || self.ends_sentence(i) {
                self.sentences.push((from, i.saturating_add(1)));
                from = i.saturating_add(1);
            }
        }
        if from < self.tokens.len() {
            self.sentences.push((from, self.tokens.len()));
        }
    }

    fn ends_sentence(&self, i: usize) -> bool {
        let next = i.saturating_add(1);
        match self.kind(i) {
            Kind::Break => true,
            Kind::Mark => match self.mark(i) {
                '…' => self.gap(next) && self.caps(next) != Caps::Lower && self.kind(next) == Kind::Word,
                '!' | '?' => self.gap(next),
                '.' => {
                    let before = prev(i, 1);
                    let listed = self.kind(before) == Kind::Digits && self.is_line_start(before);
                    let short = ABBREVIATED.contains(&self.key(before));
                    self.gap(next) && !listed && !short && self.caps(next) != Caps::Lower
                }
                _ => false,
            },
            Kind::Word | Kind::Mixed | Kind::Digits => false,
        }
    }

    fn count_all_words(&mut self) {
        let mut count: usize = 0;
        self.words_before.reserve(self.tokens.len().saturating_add(1));
        self.words_before.push(count);
        for token in &self.tokens {
            count = count.saturating_add(usize::from(matches!(token.kind, Kind::Word | Kind::Mixed)));
            self.words_before.push(count);
        }
    }

    /// How many of tokens `from..to` are words.
    pub(crate) fn count_words(&self, from: usize, to: usize) -> usize {
        let before = |i: usize| self.words_before.get(i.min(self.len())).copied().unwrap_or(0);
        before(to).saturating_sub(before(from))
    }

    /// The hash of the token's key.
    pub(crate) fn hash(&self, i: usize) -> Option<u64> {
        self.token(i).map(|t| t.hash)
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    /// The token's kind; beyond the ends a paragraph break.
    pub(crate) fn kind(&self, i: usize) -> Kind {
        self.token(i).map_or(Kind::Break, |t| t.kind)
    }

    /// The token's key (lower case, one tone placement); empty beyond the ends and for breaks.
    pub(crate) fn key(&self, i: usize) -> &str {
        self.token(i).and_then(|t| self.keys.get(t.key_start..t.key_end)).unwrap_or("")
    }

    /// Whether the token's key is `key`. Asked for every word by every rule, so hashes are compared, as `phrase` does: that of a
    /// word written in a rule is known before the program runs.
    #[inline]
    pub(crate) fn is(&self, i: usize, key: &str) -> bool {
        self.token(i).map_or(key.is_empty(), |t| t.hash == hash_of(key))
    }

    /// Two words one behind the other.
    #[inline]
    pub(crate) fn two(&self, i: usize, first: &str, second: &str) -> bool {
        self.is(i, first) && self.is(next(i), second)
    }

    /// Whether the two words stand one behind the other anywhere in `from..to`. Their hashes are made once here, whoever names them.
    pub(crate) fn tells(&self, from: usize, to: usize, first: &str, second: &str) -> bool {
        let (first, second) = (Some(hash_of(first)), Some(hash_of(second)));
        (from..to).any(|i| self.hash(i) == first && self.hash(next(i)) == second)
    }

    #[inline]
    pub(crate) fn any(&self, i: usize, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.is(i, key))
    }

    /// The mark at the token; single quotation marks around a title are as good as double ones.
    pub(crate) fn mark(&self, i: usize) -> char {
        match self.token(i) {
            Some(t) if t.kind == Kind::Mark => match self.text.char(t.start) {
                '\'' => '"',
                c => c,
            },
            _ => '\0',
        }
    }

    pub(crate) fn is_digits(&self, i: usize) -> bool {
        self.kind(i) == Kind::Digits
    }

    pub(crate) fn is_word(&self, i: usize) -> bool {
        matches!(self.kind(i), Kind::Word | Kind::Mixed)
    }

    /// The capitals of a word, as written.
    pub(crate) fn caps(&self, i: usize) -> Caps {
        self.token(i).map_or(Caps::Lower, |t| t.caps)
    }

    pub(crate) fn loud(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.loud)
    }

    /// The token touches the word before it: a page lost what stood between, and names do not go on.
    pub(crate) fn glued(&self, i: usize) -> bool {
        let word = |t: &Token| t.kind == Kind::Word;
        let before = i.checked_sub(1).and_then(|k| self.token(k)).filter(|t| word(t));
        before.zip(self.token(i)).is_some_and(|(a, b)| word(b) && a.end == b.start)
    }

    /// A space stands before the token.
    pub(crate) fn gap(&self, i: usize) -> bool {
        self.token(i).is_none_or(|t| t.gap)
    }

    /// The line is all capitals in a text that is not: a heading or a letterhead.
    pub(crate) fn headline(&self, i: usize) -> bool {
        self.loud(i) && !self.shouting
    }

    pub(crate) fn is_line_start(&self, i: usize) -> bool {
        i == 0 || self.kind(prev(i, 1)) == Kind::Break
    }

    pub(crate) fn line_of(&self, i: usize) -> usize {
        self.token(i).map_or(0, |t| t.line)
    }

    pub(crate) fn line(&self, n: usize) -> Line {
        self.lines.get(n).copied().unwrap_or(Line { from: 0, to: 0, start: 0, end: 0 })
    }

    pub(crate) fn sentence_of(&self, i: usize) -> (usize, usize) {
        self.token(i).and_then(|t| self.sentences.get(t.sentence)).copied().unwrap_or((i, i))
    }

    /// The digits of a number token; empty for other tokens.
    pub(crate) fn digits(&self, i: usize) -> &str {
        if self.is_digits(i) { self.key(i) } else { "" }
    }

    /// The number that the digits at the token begin.
    pub(crate) fn number(&self, i: usize) -> Option<Number> {
        let place = self.numbers.binary_search_by_key(&i, |n| n.from).ok()?;
        self.numbers.get(place).copied()
    }

    /// The value of one run of digits of at most 15 places.
    pub(crate) fn int(&self, i: usize) -> Option<i64> {
        let digits = self.digits(i);
        if digits.is_empty() || digits.len() > 15 { None } else { digits.parse().ok() }
    }

    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.token(from).map_or(self.text.chars.len(), |t| t.start);
        let end = to.checked_sub(1).and_then(|i| self.token(i)).map_or(start, |t| t.end);
        self.text.span(start, end.max(start))
    }

    /// The normalised text of tokens `from..to`, line ends as spaces.
    pub(crate) fn words(&self, from: usize, to: usize) -> String {
        let start = self.token(from).map_or(0, |t| t.start);
        let end = to.checked_sub(1).and_then(|i| self.token(i)).map_or(start, |t| t.end);
        let raw = self.text.slice(start, end.max(start));
        if raw.contains('\n') || raw.contains("  ") {
            raw.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            raw
        }
    }

    /// The keys of tokens `from..to`, one space between.
    pub(crate) fn keys(&self, from: usize, to: usize) -> String {
        // Beyond the end stands nothing, however far `to` lies.
        let to = to.min(self.len());
        let ends = self.token(from).zip(self.token(prev(to, 1)));
        let size = ends.map_or(0, |(first, last)| last.key_end.saturating_sub(first.key_start));
        let mut out = String::with_capacity(size.saturating_add(to.saturating_sub(from)));
        for i in from..to {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(self.key(i));
        }
        out
    }
}

/// The token behind.
pub(crate) fn next(i: usize) -> usize {
    i.saturating_add(1)
}

/// The token `n` places back; far beyond the end (where everything is empty) when there is none.
pub(crate) fn prev(i: usize, n: usize) -> usize {
    i.checked_sub(n).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_know_their_kind_and_sentence() {
        let sheet = Sheet::new("Ngày 16-5, TP. Cần Thơ có 6.296 cây. Chi bộ 2\nhọp.\n\nHết");
        let kinds: Vec<&str> = (0..sheet.len()).map(|i| sheet.key(i)).collect();
        assert!(kinds.contains(&"296"));
        assert_eq!(sheet.sentences.len(), 3);
        assert_eq!(sheet.lines.len(), 2);
    }

    #[test]
    fn keys_end_with_the_text() {
        let sheet = Sheet::new("Hai Ba");
        assert_eq!(sheet.keys(1, usize::MAX), "ba");
        assert_eq!(sheet.keys(usize::MAX, usize::MAX), "");
    }
}
