//! The head of a paper: who issues it, number, place and date, type and subject, to whom, on what it rests.

use crate::paper::block::Align;
use crate::paper::form::{IssuerMark, Look, NumberStyle, Rules, Spacing};
use crate::paper::length::Length;
use crate::paper::{Addressed, NumberLine, Paper};

use super::{Grid, GridCell, GridRow, Para, Piece, Role, Rule, text_width, upright};

/// Length of the rule under type and subject.
const TITLE_RULE: Length = Length::mm(35);

/// Room for a place in writing.
const OPEN_PLACE: &str = "……………";

/// Everything above the body.
pub(super) fn head(paper: &Paper, rules: &Rules) -> Vec<Piece> {
    let mut pieces = vec![Piece::Grid(corners(paper, rules))];
    if !paper.kind.is_empty() {
        pieces.extend(title(&paper.kind, &paper.subject, rules));
    }
    pieces.extend(addressed(&paper.addressed, rules));
    if !paper.authority.is_empty() {
        let look = Look { bold: true, ..upright(rules.body.value) };
        pieces.push(Piece::Para(Para {
            keep: true,
            after: rules.gap.value,
            ..Para::centred(&paper.authority, look).lowered(Length::points(6))
        }));
    }
    pieces.extend(bases(&paper.bases, rules));
    pieces
}

/// Number and symbol as the form writes them.
pub(crate) fn number_text(line: &NumberLine, style: NumberStyle) -> String {
    let number = line.number.map_or_else(|| "\u{a0}".repeat(6), |number| format!("{number:02}"));
    let kind = if line.kind.is_empty() {
        style.before_kind.to_string()
    } else {
        format!("{}{}{}", style.before_kind, line.kind, style.before_organ)
    };
    format!("{}{number}{kind}{}", style.opening, line.organ)
}

/// The two upper corners, and under them number and date.
fn corners(paper: &Paper, rules: &Rules) -> Grid {
    let style = rules.number.value;
    let full = text_width(rules, paper.turned);
    let right = match rules.issuer_mark.value {
        IssuerMark::Star => full.share(85, 165),
        IssuerMark::Rule => full.share(96, 165),
    };
    let nation = rules
        .nation
        .value
        .iter()
        .map(|(words, look)| Piece::Para(Para::centred(*words, *look)))
        .chain([Piece::Rule(Rule {
            width: rules.nation_rule.value,
            before: Length::points(2),
            after: Length::points(3),
        })])
        .collect();
    let mut numbers: Vec<Piece> = paper
        .number
        .iter()
        .map(|line| Piece::Para(Para::centred(number_text(line, style), rules.number_look.value)))
        .collect();
    if paper.kind.is_empty() && !paper.subject.is_empty() {
        let words = format!("{}{}", rules.letter_opening.value, paper.subject);
        let about = Para::centred(words, rules.letter_subject.value);
        numbers.push(Piece::Para(about.lowered(Length::points(6))));
    }
    let date = lang::date::formal(paper.date);
    // A place that nobody named is left to be written in.
    let place = if paper.place.is_empty() { OPEN_PLACE } else { &paper.place };
    let place = format!("{place}, {date}");
    let dated = vec![Piece::Para(Para::centred(place, rules.place.value))];
    Grid {
        widths: vec![full - right, right],
        heads: 0,
        ruled: false,
        rows: vec![row(issuer(paper, rules), nation), row(numbers, dated)],
    }
}

/// The left corner: the body above, the issuer, a star or a rule.
fn issuer(paper: &Paper, rules: &Rules) -> Vec<Piece> {
    let parents = paper.head.parent.iter().map(|line| Para::centred(line, rules.parent.value));
    let issuers = paper.head.issuer.iter().map(|line| Para::centred(line, rules.issuer.value));
    let mut pieces: Vec<Piece> = parents.chain(issuers).map(Piece::Para).collect();
    match rules.issuer_mark.value {
        IssuerMark::Star => pieces.push(Piece::Para(Para::centred("*", rules.issuer.value))),
        IssuerMark::Rule => {
            // A third to a half of the longest line; a capital is about two thirds of its size wide.
            let longest = paper.head.issuer.iter().map(|line| line.chars().count()).max().unwrap_or(0);
            let letters = i64::try_from(longest.min(26)).unwrap_or(26);
            let width = rules.issuer.value.size.share(letters * 2, 7).max(Length::mm(15));
            pieces.push(Piece::Rule(Rule { width, before: Length::points(2), after: Length::points(3) }));
        }
    }
    pieces
}

/// A row of two cells without lines.
pub(super) fn row(left: Vec<Piece>, right: Vec<Piece>) -> GridRow {
    let cells = [left, right]
        .into_iter()
        .enumerate()
        .map(|(column, pieces)| GridCell { column, across: 1, down: 1, heading: false, pieces })
        .collect();
    GridRow { cells, keep: false }
}

/// Type and subject, in the middle.
pub(super) fn title(kind: &str, subject: &str, rules: &Rules) -> Vec<Piece> {
    let named = Para::centred(kind, rules.kind.value).lowered(Length::points(18));
    let mut pieces = vec![Piece::Para(Para { role: Role::Title, keep: true, ..named })];
    if !subject.is_empty() {
        pieces.push(Piece::Para(Para { keep: true, ..Para::centred(subject, rules.subject.value) }));
    }
    pieces.push(match rules.subject_end.value {
        "" => Piece::Rule(Rule { width: TITLE_RULE, before: Length::points(2), after: Length::points(12) }),
        dashes => Piece::Para(Para {
            after: Length::points(12),
            keep: true,
            ..Para::centred(dashes, upright(rules.body.value))
        }),
    });
    pieces
}

/// To whom the paper goes.
fn addressed(addressed: &Addressed, rules: &Rules) -> Vec<Piece> {
    let [sent, submitted] = rules.addressed.value;
    let (opening, names) = match addressed {
        Addressed::Nobody => return Vec::new(),
        Addressed::Sent(names) => (sent, names),
        Addressed::Submitted(names) => (submitted, names),
    };
    let look = upright(rules.body.value);
    match names.as_slice() {
        [only] => vec![Piece::Para(Para {
            after: Length::points(12),
            ..Para::centred(format!("{opening} {only}"), look).lowered(Length::points(6))
        })],
        several => {
            let left = Length::mm(45);
            let first = Para { align: Align::Left, left, ..Para::centred(opening, look) };
            let last = several.len().saturating_sub(1);
            let items = several.iter().enumerate().map(|(at, name)| {
                let end = if at == last { "." } else { ";" };
                let after = if at == last { Length::points(12) } else { Length::ZERO };
                let text = format!("- {name}{end}");
                Para { align: Align::Left, left, after, ..Para::centred(text, look) }
            });
            std::iter::once(first.lowered(Length::points(6))).chain(items).map(Piece::Para).collect()
        }
    }
}

/// What the paper rests on, a paragraph each.
fn bases(bases: &[String], rules: &Rules) -> Vec<Piece> {
    let style = rules.bases.value;
    let look = Look { italic: style.italic, ..upright(rules.body.value) };
    let last = bases.len().saturating_sub(1);
    bases
        .iter()
        .enumerate()
        .map(|(at, base)| {
            let end = if at == last { style.last } else { style.between };
            let text = format!("{}{}{end}", style.opening, base.trim_end_matches([';', ',', '.']));
            Piece::Para(Para {
                role: Role::Body,
                align: Align::Both,
                first: rules.inset.value,
                after: rules.gap.value,
                spacing: body_spacing(rules),
                ..Para::centred(text, look)
            })
        })
        .collect()
}

/// Distance of lines in the body.
pub(super) fn body_spacing(rules: &Rules) -> Spacing {
    rules.spacing.value
}
