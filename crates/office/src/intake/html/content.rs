//! Telling the paper on a page from the furniture around it.
//!
//! Paragraphs give weight to the elements around them; the heaviest element that is not mostly links is the paper.
//! Its title and what stands between title and text belong to it even when they lie outside. Nothing is left out:
//! the rest is marked. Not here: cutting the page ([`super::blocks`]).

use std::collections::{HashMap, HashSet};

use super::super::BlockKind;
use super::super::tree::Item;
use super::blocks::Found;
use super::page::{NodeId, Page};

/// Items with their furniture marked.
pub(super) struct Marked {
    /// In the sequence of the page.
    pub items: Vec<Item>,
    /// Code points of furniture.
    pub furniture: usize,
}

/// Shortest paragraph, in code points, that speaks for the element around it.
const SPEAKING: usize = 40;

/// Fewest code points of running text before anything is called furniture.
const ENOUGH: usize = 200;

/// Most blocks between a title and the text below it that are taken for date, byline and summary.
const BETWEEN: usize = 8;

/// What people call the part of a page with the paper in it.
const PAPER: [&str; 14] = [
    "article", "content", "entry", "main", "post", "story", "detail", "noidung", "noi-dung", "chitiet",
    "chi-tiet", "baiviet", "bai-viet", "body",
];

/// What people call the furniture.
const FURNITURE: [&str; 36] = [
    "comment",
    "footer",
    "sidebar",
    "related",
    "lienquan",
    "lien-quan",
    "tinkhac",
    "tin-khac",
    "other",
    "menu",
    "nav",
    "banner",
    "advert",
    "quangcao",
    "quang-cao",
    "share",
    "social",
    "widget",
    "breadcrumb",
    "copyright",
    "most",
    "popular",
    "hot-news",
    "tags",
    "toolbar",
    "login",
    "search",
    "counter",
    "rating",
    "popup",
    "cookie",
    "weblink",
    "lien-ket",
    "pagination",
    "binhluan",
    "binh-luan",
];

/// Marks the furniture among the items of a page.
pub(super) fn mark(page: &Page, found: Vec<Found>) -> Marked {
    let furnished: Vec<bool> = found.iter().map(|one| in_furniture(page, one)).collect();
    let keep = match paper(page, &found, &furnished) {
        Some(root) => kept(page, &found, &furnished, root),
        None => vec![true; found.len()],
    };
    let headed = found.iter().any(|one| element(page, one.element) == "h1");
    let mut items = Vec::with_capacity(found.len());
    let mut furniture = 0_usize;
    for (one, keep) in found.into_iter().zip(keep) {
        // The window's title repeats the heading and adds the site's name.
        let keep = keep && !(headed && element(page, one.element) == "title");
        if !keep {
            furniture = furniture.saturating_add(one.characters);
        }
        items.push(if keep { one.item } else { marked(one.item) });
    }
    Marked { items, furniture }
}

/// An item marked as furniture through and through.
fn marked(mut item: Item) -> Item {
    match &mut item {
        Item::Paragraph(paragraph) => paragraph.boilerplate = true,
        Item::Table(rows) => {
            for cell in rows.iter_mut().flatten() {
                let inner = std::mem::take(&mut cell.items);
                cell.items = inner.into_iter().map(marked).collect();
            }
        }
    }
    item
}

fn element(page: &Page, id: NodeId) -> &str {
    page.node(id).map_or("", |node| node.name.as_str())
}

/// Whether a block lies in an element that is furniture by its kind or by what it is called.
fn in_furniture(page: &Page, one: &Found) -> bool {
    page.around(one.element).any(|id| match element(page, id) {
        "nav" | "footer" | "aside" | "form" | "button" | "option" => true,
        "article" | "main" | "body" | "html" => false,
        _ => page.node(id).is_some_and(|node| {
            let label = node.label();
            words(&label)
                .any(|word| FURNITURE.iter().any(|mark| word.starts_with(mark) || word.ends_with(mark)))
                && !words(&label).any(|word| PAPER.contains(&word))
        }),
    })
}

/// The words of a class or id.
fn words(label: &str) -> impl Iterator<Item = &str> {
    label.split([' ', '_']).filter(|word| !word.is_empty())
}

/// Code points that are not links.
fn plain(one: &Found) -> usize {
    one.characters.saturating_sub(one.linked)
}

/// The element that holds the paper; `None` when the page is all paper.
fn paper(page: &Page, found: &[Found], furnished: &[bool]) -> Option<NodeId> {
    let mut weights: HashMap<NodeId, usize> = HashMap::new();
    let mut all: HashMap<NodeId, (usize, usize)> = HashMap::new();
    let mut total = 0_usize;
    for (one, furnished) in found.iter().zip(furnished) {
        for id in page.around(one.element) {
            let (characters, linked) = all.entry(id).or_default();
            *characters = characters.saturating_add(one.characters);
            *linked = linked.saturating_add(one.linked);
        }
        let is_title = matches!(element(page, one.element), "title");
        if *furnished || is_title || plain(one) < SPEAKING || one.linked.saturating_mul(2) > one.characters {
            continue;
        }
        total = total.saturating_add(plain(one));
        // The paragraph's own element gets nothing; the one around it all, the one around that half, and so on.
        let mut share = plain(one);
        let own = element(page, one.element);
        let outside = usize::from(matches!(
            own,
            "p" | "li" | "h1" | "h2" | "h3" | "h4" | "blockquote" | "table" | "pre"
        ));
        for id in page.around(one.element).skip(outside).take(4) {
            let weight = weights.entry(id).or_default();
            *weight = weight.saturating_add(share);
            share /= 2;
        }
    }
    if total < ENOUGH {
        return None;
    }
    let best = weights.into_iter().map(|(id, weight)| (rated(page, id, weight, &all), id)).max()?;
    // The element around it is the better answer when most of the text outside the chosen one is running text too.
    let root = page
        .around(best.1)
        .filter(|id| !matches!(element(page, *id), "html"))
        .filter(|id| {
            let (characters, linked) = all.get(id).copied().unwrap_or_default();
            linked.saturating_mul(4) <= characters
        })
        .find(|id| speaking_inside(page, found, furnished, *id).saturating_mul(4) >= total.saturating_mul(3))
        .unwrap_or(best.1);
    Some(root)
}

/// Weight of an element, after what it is called and how much of it is links.
fn rated(page: &Page, id: NodeId, weight: usize, all: &HashMap<NodeId, (usize, usize)>) -> usize {
    let (characters, linked) = all.get(&id).copied().unwrap_or_default();
    let unlinked = characters.saturating_sub(linked);
    let weight = weight.saturating_mul(unlinked).checked_div(characters.max(1)).unwrap_or(0);
    let Some(node) = page.node(id) else { return weight };
    let label = node.label();
    let named = node.name == "article"
        || node.name == "main"
        || words(&label).any(|word| PAPER.iter().any(|mark| word.contains(mark)));
    if named { weight.saturating_mul(3) / 2 } else { weight }
}

/// Code points of running text inside an element.
fn speaking_inside(page: &Page, found: &[Found], furnished: &[bool], root: NodeId) -> usize {
    found
        .iter()
        .zip(furnished)
        .filter(|(one, furnished)| {
            !**furnished && plain(one) >= SPEAKING && page.around(one.element).any(|id| id == root)
        })
        .map(|(one, _)| plain(one))
        .sum()
}

/// Which blocks are the paper.
fn kept(page: &Page, found: &[Found], furnished: &[bool], root: NodeId) -> Vec<bool> {
    let mut keep: Vec<bool> = found
        .iter()
        .zip(furnished)
        .map(|(one, furnished)| !*furnished && page.around(one.element).any(|id| id == root))
        .collect();
    let Some(first) = keep.iter().position(|kept| *kept) else { return keep };
    let window: HashSet<String> = found
        .iter()
        .filter(|one| element(page, one.element) == "title")
        .flat_map(|one| title_words(&one.item))
        .collect();
    let title = found.iter().enumerate().take(first).rev().find(|(_, one)| {
        let Item::Paragraph(paragraph) = &one.item else { return false };
        let named = matches!(paragraph.kind, BlockKind::Heading { level: 1 | 2 })
            && element(page, one.element) != "title";
        let own = title_words(&one.item);
        let shared = own.iter().filter(|word| window.contains(*word)).count();
        named && (element(page, one.element) == "h1" || shared.saturating_mul(2) > own.len())
    });
    if let Some((at, _)) = title {
        for (place, slot) in keep.iter_mut().enumerate().take(first).skip(at) {
            let link_list = found.get(place).is_some_and(|one| one.linked.saturating_mul(2) > one.characters);
            let furnished = furnished.get(place).copied().unwrap_or(false);
            let near = place == at || first.saturating_sub(at) <= BETWEEN;
            *slot = place == at || (near && !link_list && !furnished);
        }
    }
    // Lists of links at the end of the paper's own element are "read also", not the paper.
    for (one, slot) in found.iter().zip(keep.iter_mut()).rev() {
        if !*slot {
            continue;
        }
        if one.characters == 0 || one.linked.saturating_mul(10) < one.characters.saturating_mul(9) {
            break;
        }
        *slot = false;
    }
    keep
}

/// The words of a title in small letters.
fn title_words(item: &Item) -> Vec<String> {
    match item {
        Item::Paragraph(paragraph) => paragraph
            .text
            .to_lowercase()
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect(),
        Item::Table(_) => Vec::new(),
    }
}
