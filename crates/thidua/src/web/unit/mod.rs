//! Đơn vị: the tree, one unit with its history, search.
//!
//! Not here: the acts that change units (`forms`, `divide`), the import (`import`).

mod divide;
mod forms;
pub mod page;
mod sheet;

pub use forms::{named_by, named_unit, tree_sentence};

use acts::unit::{Hit, SuccessionRow, TreeRow as ActRow, UnitView};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use domain::unit::{OPEN, UnitId};
use jiff::civil::Date;
use lang::Lang;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;
use serde::Deserialize;

use self::page::{Event, Listed, SearchPage, TreePage, TreeRow, UnitPage};
use super::answer::{Answer, Failure, page};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Pager};
use super::site::Site;
use super::visit::Member;

/// Rows of one level of the tree; the rest is a page further.
const MOST: u32 = 100;
/// How many units may stand open in the tree at once.
const MOST_OPEN: usize = 12;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/don-vi", get(tree))
        .route("/don-vi/{unit}", get(one))
        .route("/tim", get(search))
        .route("/don-vi.xlsx", get(sheet::tree))
        .route("/don-vi/{unit}/tai.xlsx", get(sheet::one))
        .route("/tim.xlsx", get(sheet::search))
        .merge(divide::routes())
        .merge(forms::routes())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TreeAsked {
    ngay: String,
    mo: String,
    /// The sort key and id of the last row of the page before.
    sau: String,
}

async fn tree(member: Member, Query(asked): Query<TreeAsked>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let today = member.today();
    let (day, day_error) = match lang::date_in::date(&asked.ngay) {
        _ if asked.ngay.is_empty() => (today, String::new()),
        Ok(day) => (day, String::new()),
        Err(refusal) => (today, date_sentence(refusal, &asked.ngay, lang)),
    };
    let after = read_key(&asked.sau);
    let tops = acts::unit::tree(&member.ctx, None, day, after, MOST).await?;
    let mut open: Vec<UnitId> =
        asked.mo.split('-').filter_map(|id| id.parse().ok()).take(MOST_OPEN).collect();
    // A tree with a single top says nothing until it is opened.
    if let ([only], true) = (tops.rows.as_slice(), asked.mo.is_empty()) {
        open.push(only.unit);
    }
    let mut rows = Vec::new();
    let drawing = Drawing { member: &member, day, typed: &asked.ngay, open: &open };
    for top in &tops.rows {
        rows.push(drawing.row(top, 1));
        if open.contains(&top.unit) {
            drawing.below(top.unit, &mut rows).await?;
        }
    }
    let mut f = member.bare_frame(words.unit.heading, Place::Units);
    f.refused = !day_error.is_empty();
    f.excel = address("/don-vi.xlsx", &[("ngay", &asked.ngay)]);
    let mut actions = Vec::new();
    if member.may.manage {
        actions.push(Link::to(words.unit.create, "/don-vi/tao"));
        actions.push(Link::to(words.unit.import, "/don-vi/nhap"));
    }
    page(&TreePage {
        f,
        subtitle: words.unit.tree_on(lang::date::short(day, lang)),
        actions,
        day: if asked.ngay.is_empty() { lang::date::short(day, Lang::Vi) } else { asked.ngay.clone() },
        day_error,
        count: words.unit.count(rows.len()),
        more: tops.next.map(|next| Link::to(words.common.next_page, drawing.address("", &write_key(&next)))),
        blank: rows.is_empty().then(|| nothing(&member)),
        rows,
    })
}

/// What a page says when no unit is within the person's reach.
pub fn nothing(member: &Member) -> Blank {
    let words = member.words();
    if member.may.manage {
        Blank {
            icon: icon("sitemap"),
            title: words.overview.unit_blank_title.to_owned(),
            text: words.overview.unit_blank_text.to_owned(),
            way: Some(Link::to(words.unit.create, "/don-vi/tao")),
        }
    } else {
        Blank {
            icon: icon("lock"),
            title: words.overview.no_reach_title.to_owned(),
            text: words.overview.no_reach_text.to_owned(),
            way: None,
        }
    }
}

/// What the rows of the tree are drawn from.
struct Drawing<'a> {
    member: &'a Member,
    day: Date,
    typed: &'a str,
    open: &'a [UnitId],
}

impl Drawing<'_> {
    fn address(&self, open: &str, after: &str) -> String {
        address("/don-vi", &[("ngay", self.typed), ("mo", open), ("sau", after)])
    }

    fn row(&self, row: &ActRow, depth: u8) -> TreeRow {
        let (lang, words) = (self.member.lang(), &self.member.words().unit);
        let is_open = self.open.contains(&row.unit);
        let mut open: Vec<String> =
            self.open.iter().filter(|unit| **unit != row.unit).map(ToString::to_string).collect();
        if !is_open {
            open.push(row.unit.to_string());
        }
        let name = &row.name.name;
        // A lone dash keeps a folded tree from opening itself again.
        let mo = if open.is_empty() { "-".to_owned() } else { open.join("-") };
        let toggle = (row.children > 0 && depth < 3).then(|| Link {
            text: if is_open { words.collapse(name) } else { words.expand(name) },
            href: self.address(&mo, ""),
            here: is_open,
        });
        TreeRow {
            depth,
            unit: Link::to(name, format!("/don-vi/{}", row.unit)),
            toggle,
            gone: String::new(),
            kind: row.name.kind.label(lang).to_owned(),
            below: if row.children == 0 { String::new() } else { row.children.to_string() },
        }
    }

    /// The rows below an open unit, and those below the open ones among them.
    async fn below(&self, unit: UnitId, rows: &mut Vec<TreeRow>) -> Result<(), Failure> {
        let ctx = &self.member.ctx;
        let inner = acts::unit::tree(ctx, Some(unit), self.day, None, MOST).await?;
        for row in &inner.rows {
            rows.push(self.row(row, 2));
            if self.open.contains(&row.unit) {
                let innermost = acts::unit::tree(ctx, Some(row.unit), self.day, None, MOST).await?;
                rows.extend(innermost.rows.iter().map(|row| self.row(row, 3)));
                rows.extend(innermost.next.map(|_| self.rest(row.unit, 3)));
            }
        }
        rows.extend(inner.next.map(|_| self.rest(unit, 2)));
        Ok(())
    }

    /// The row that leads to a unit's own page, where all below it are.
    fn rest(&self, unit: UnitId, depth: u8) -> TreeRow {
        TreeRow {
            depth,
            unit: Link::to(self.member.words().unit.see_all, format!("/don-vi/{unit}")),
            ..TreeRow::default()
        }
    }
}

fn write_key(key: &(String, UnitId)) -> String {
    format!("{}:{}", key.1, key.0)
}

fn read_key(text: &str) -> Option<(String, UnitId)> {
    let (unit, sort) = text.split_once(':')?;
    Some((sort.to_owned(), unit.parse().ok()?))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OneAsked {
    sau: String,
}

async fn one(member: Member, Path(unit): Path<String>, Query(asked): Query<OneAsked>) -> Answer {
    let unit: UnitId = unit.parse().map_err(|_| Failure::Missing)?;
    let (lang, words) = (member.lang(), member.words());
    let today = member.today();
    let view = acts::unit::view(&member.ctx, unit, today).await?;
    let gone = view.to.filter(|to| *to <= today);
    // What stood below a closed unit is what stood there on its last day.
    let day = gone.and_then(|to| to.yesterday().ok()).unwrap_or(today);
    let below = acts::unit::tree(&member.ctx, Some(unit), day, read_key(&asked.sau), MOST).await?;
    let mut f = member.bare_frame(&view.name.name, Place::Units);
    f.crumbs = crumbs(&view, words.unit.heading);
    let path = format!("/don-vi/{unit}");
    f.excel = format!("{path}/tai.xlsx");
    let pager = Pager {
        after: below.next.as_ref().map(|next| address(&path, &[("sau", &write_key(next))])),
        ..Pager::none(lang)
    };
    page(&UnitPage {
        subtitle: view.name.kind.label(lang).to_owned(),
        actions: actions(&member, &view, gone.is_some()),
        closed: gone.map_or_else(String::new, |day| words.unit.closed(lang::date::short(day, lang))),
        heirs: heirs(&view, lang),
        events: events(&view, lang),
        children_note: words.unit.count(view.children),
        children: below
            .rows
            .iter()
            .map(|row| Listed {
                unit: Link::to(&row.name.name, format!("/don-vi/{}", row.unit)),
                kind: row.name.kind.label(lang).to_owned(),
                ..Listed::default()
            })
            .collect(),
        pager,
        facts: facts(&view, lang),
        aliases: view.aliases.clone(),
        codes: view.codes.iter().map(|code| (code.scheme.clone(), code.code.clone())).collect(),
        name: view.name.name,
        f,
    })
}

fn crumbs(view: &UnitView, heading: &str) -> Vec<Link> {
    let mut crumbs = vec![Link::to(heading, "/don-vi")];
    let steps = view.path.iter().filter(|step| step.visible);
    crumbs.extend(steps.map(|step| Link::to(&step.name.name, format!("/don-vi/{}", step.unit))));
    crumbs.push(Link::here(&view.name.name));
    crumbs
}

fn actions(member: &Member, view: &UnitView, gone: bool) -> Vec<Link> {
    let words = &member.words().unit;
    let unit = view.unit;
    let mut actions = vec![Link { here: true, ..Link::to(words.figures, format!("/?don-vi={unit}")) }];
    if view.can_keep {
        let mut add = |text: &str, verb: &str| actions.push(Link::to(text, format!("/don-vi/{unit}/{verb}")));
        add(words.rename, "doi-ten");
        if !gone {
            add(words.create_below, "tao");
            add(words.reparent, "chuyen");
            add(words.succeed, "sap-nhap");
            add(words.divide, "chia-tach");
            add(words.close, "ket-thuc");
        }
        add(words.alias, "ten-khac");
        add(words.code_add, "ma");
    }
    actions
}

fn heirs(view: &UnitView, lang: Lang) -> Vec<Link> {
    let words = &lang.words().unit;
    view.successors
        .iter()
        .map(|heir| {
            let day = lang::date::short(heir.reorganisation.effective, lang);
            let told =
                if heir.whole { words.heir(&heir.name, day) } else { words.heir_of_part(&heir.name, day) };
            Link::to(told, format!("/don-vi/{}", heir.unit))
        })
        .collect()
}

fn facts(view: &UnitView, lang: Lang) -> Vec<(String, String)> {
    let words = lang.words();
    let parent = view.path.last().map_or_else(|| words.unit.top.to_owned(), |step| step.name.name.clone());
    let mut facts = vec![
        (words.unit.kind.to_owned(), view.name.kind.label(lang).to_owned()),
        (words.unit.parent.to_owned(), parent),
        (words.unit.since.to_owned(), lang::date::short(view.from, lang)),
    ];
    if !view.name.short_name.is_empty() {
        facts.insert(0, (words.unit.short_name.to_owned(), view.name.short_name.clone()));
    }
    facts
}

/// Names, places and reorganisations as one history, newest first.
fn events(view: &UnitView, lang: Lang) -> Vec<Event> {
    let words = &lang.words().unit;
    let mut dated: Vec<(Date, Event)> = Vec::new();
    for fact in &view.names {
        let event = Event {
            when: span(fact.from, fact.to, lang),
            what: words.event_named(&fact.name.name),
            decision: fact.decision.clone(),
            links: Vec::new(),
        };
        dated.push((fact.from, event));
    }
    for place in &view.places {
        let what = match &place.parent_name {
            Some(name) => words.event_placed(name),
            None => words.top.to_owned(),
        };
        let links = match (place.fact.parent, &place.parent_name) {
            (Some(parent), Some(name)) => vec![Link::to(name, format!("/don-vi/{parent}"))],
            _ => Vec::new(),
        };
        let when = span(place.fact.from, place.fact.to, lang);
        dated.push((place.fact.from, Event { when, what, decision: place.fact.decision.clone(), links }));
    }
    let told = |row: &SuccessionRow, whole: String, part: String| match row.share.as_str() {
        _ if row.whole => whole,
        "" => part,
        share => format!("{part}: {share}"),
    };
    let handed = view
        .successors
        .iter()
        .map(|row| (row, told(row, words.event_handed(&row.name), words.event_gave(&row.name))));
    let taken = view
        .predecessors
        .iter()
        .map(|row| (row, told(row, words.event_took_over(&row.name), words.event_got(&row.name))));
    for (row, what) in handed.chain(taken) {
        let day = row.reorganisation.effective;
        dated.push((
            day,
            Event {
                when: lang::date::short(day, lang),
                what,
                decision: row.reorganisation.decision.clone(),
                links: vec![Link::to(&row.name, format!("/don-vi/{}", row.unit))],
            },
        ));
    }
    dated.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    dated.into_iter().map(|(_, event)| event).collect()
}

/// `1/7/2025 – đến nay`; the stored end is the first day on which a fact no longer holds.
fn span(from: Date, to: Date, lang: Lang) -> String {
    let until = if to == OPEN {
        lang.words().common.now.to_owned()
    } else {
        lang::date::short(to.yesterday().unwrap_or(to), lang)
    };
    format!("{} – {until}", lang::date::short(from, lang))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SearchAsked {
    q: String,
}

async fn search(member: Member, Query(asked): Query<SearchAsked>) -> Answer {
    let words = member.words();
    let mut f = member.bare_frame(words.unit.search_heading, Place::Units);
    f.query.clone_from(&asked.q);
    if !asked.q.trim().is_empty() {
        f.excel = address("/tim.xlsx", &[("q", asked.q.trim())]);
    }
    let hits = if asked.q.trim().is_empty() {
        Vec::new()
    } else {
        acts::unit::search(&member.ctx, &asked.q).await?
    };
    let lang = member.lang();
    let blank = (hits.is_empty() && !asked.q.trim().is_empty()).then(|| Blank {
        icon: icon("search"),
        title: words.unit.no_hits_title.to_owned(),
        text: words.unit.no_hits_text.to_owned(),
        way: None,
    });
    let told = if hits.is_empty() { String::new() } else { words.unit.hits_for(hits.len(), asked.q.trim()) };
    page(&SearchPage { f, told, hits: hits.iter().map(|hit| listed(hit, lang)).collect(), blank })
}

fn listed(hit: &Hit, lang: Lang) -> Listed {
    let path: Vec<&str> = hit.path.iter().map(|name| name.name.as_str()).collect();
    Listed {
        unit: Link::to(&hit.name.name, format!("/don-vi/{}", hit.unit)),
        kind: hit.name.kind.label(lang).to_owned(),
        gone: hit.ended.map_or_else(String::new, |day| lang.words().unit.gone(lang::date::short(day, lang))),
        path: path.join(" › "),
    }
}
