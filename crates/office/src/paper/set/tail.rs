//! The foot of a paper: recipients at the left, signature at the right; and the heads of what is attached.

use crate::paper::block::Align;
use crate::paper::form::{Look, Rules};
use crate::paper::length::Length;
use crate::paper::signing::{Capacity, Signature, Signing};
use crate::paper::{Appendix, Paper};

use super::head::{number_text, row};
use super::{Grid, Para, Piece, text_width, upright};

/// Recipients and signatures.
pub(super) fn tail(paper: &Paper, rules: &Rules) -> Vec<Piece> {
    let full = text_width(rules, paper.turned);
    let half = full.share(1, 2);
    let receivers = recipients(&paper.recipients, rules);
    let (left, right, below) = match &paper.signing {
        Signing::None if receivers.is_empty() => return Vec::new(),
        Signing::None => (receivers, Vec::new(), Vec::new()),
        Signing::One(one) => (receivers, signature(one, rules), Vec::new()),
        Signing::Two { left, right } => (signature(left, rules), signature(right, rules), receivers),
    };
    let narrow = full.share(75, 165);
    let widths = match &paper.signing {
        Signing::Two { .. } => vec![half, full - half],
        Signing::None | Signing::One(_) => vec![narrow, full - narrow],
    };
    let grid = Grid { widths, heads: 0, ruled: false, rows: vec![row(left, right)] };
    let gap = Para::centred("", upright(Length::points(6)));
    let mut pieces = vec![Piece::Para(Para { keep: true, ..gap }), Piece::Grid(grid)];
    pieces.extend(below);
    pieces
}

fn recipients(names: &[String], rules: &Rules) -> Vec<Piece> {
    if names.is_empty() {
        return Vec::new();
    }
    let (word, look) = rules.recipients_word.value;
    let mut paras = vec![Para { align: Align::Left, ..Para::centred(word, look) }];
    let last = names.len().saturating_sub(1);
    for (at, name) in names.iter().enumerate() {
        let end = if at == last { "." } else { ";" };
        let text = format!("- {}{end}", name.trim_end_matches([';', '.', ',']));
        paras.push(Para { align: Align::Left, ..Para::centred(text, rules.recipients.value) });
    }
    paras.into_iter().map(Piece::Para).collect()
}

fn signature(signature: &Signature, rules: &Rules) -> Vec<Piece> {
    let [on_behalf, in_place, by_order, delegated] = rules.capacities.value;
    let mut lines: Vec<Para> = signature
        .capacities
        .iter()
        .map(|(capacity, whom)| {
            let sign = match capacity {
                Capacity::OnBehalf => on_behalf,
                Capacity::InPlace => in_place,
                Capacity::ByOrder => by_order,
                Capacity::Delegated => delegated,
            };
            Para::centred(format!("{sign} {whom}"), rules.post.value)
        })
        .collect();
    if !signature.post.is_empty() {
        lines.push(Para::centred(&signature.post, rules.post.value));
    }
    if !signature.remark.is_empty() {
        let look = Look { italic: true, ..upright(rules.recipients.value.size) };
        lines.push(Para::centred(&signature.remark, look));
    }
    // The room stays free also where the name is not known yet.
    lines.push(Para::centred(&signature.name, rules.name.value).lowered(rules.signature_room.value));
    lines.into_iter().map(Piece::Para).collect()
}

/// Title, subject and "(Kèm theo …)" of something attached.
pub(super) fn appendix_head(paper: &Paper, appendix: &Appendix, rules: &Rules) -> Vec<Piece> {
    let mut lines = Vec::new();
    let heavy = Look { bold: true, ..upright(rules.body.value) };
    for words in [&appendix.title, &appendix.subject] {
        if !words.is_empty() {
            lines.push(Para { keep: true, ..Para::centred(words, heavy) });
        }
    }
    let belongs =
        if appendix.belongs.is_empty() { belongs_to(paper, rules) } else { appendix.belongs.clone() };
    let look = Look { italic: true, ..upright(rules.body.value) };
    lines.push(Para { keep: true, after: Length::points(12), ..Para::centred(belongs, look) });
    lines.into_iter().map(Piece::Para).collect()
}

/// "(Kèm theo Quyết định số 05-QĐ/ĐU ngày 05 tháng 02 năm 2026)".
fn belongs_to(paper: &Paper, rules: &Rules) -> String {
    let mut letters = paper.kind.chars();
    let kind: String = match letters.next() {
        Some(first) => first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect(),
        None => "Công văn".to_owned(),
    };
    let number = paper.number.as_ref().map_or_else(String::new, |line| {
        let text = number_text(line, rules.number.value);
        let bare = text.strip_prefix(rules.number.value.opening).unwrap_or(&text);
        format!(" số {bare}")
    });
    format!("(Kèm theo {kind}{number} {})", lang::date::formal(paper.date))
}
