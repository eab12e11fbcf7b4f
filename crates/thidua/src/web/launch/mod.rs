//! The board of a programme: to whom it was sent, how far they have come, from clause to indicator and back.
//!
//! Not here: registering programmes (`programme`), who may (`acts::acknowledgement`), the forms (`forms`).

mod forms;
pub mod page;
mod sheet;

use std::collections::BTreeMap;

use acts::acknowledgement::{Board, BoardRow};
use acts::indicator::Catalogue;
use acts::task::TaskRow;
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use domain::acknowledgement::Standing;
use domain::id::{IndicatorId, ProgrammeId};
use domain::task::Progress;
use domain::unit::UnitId;
use lang::Lang;
use lang::words::label::Label;
use serde::Deserialize;

use self::page::{Back, BoardPage, Own, Row, Task};
use super::answer::{Answer, Failure, page};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Tag, bar};
use super::site::Site;
use super::spoken;
use super::visit::{Member, day};

/// Names written out before "và … đơn vị khác".
const NAMED: usize = 30;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/chuong-trinh/{id}", get(board))
        .route("/chuong-trinh/{id}/bang.xlsx", get(sheet::download))
        .merge(forms::routes())
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    loc: String,
}

/// Reads an address's part; what is none is not there.
fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::Missing)
}

async fn board(member: Member, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let id: ProgrammeId = parsed(&id)?;
    let unit = member.unit().await?;
    if let Some(unit) = unit {
        acts::acknowledgement::open(&member.ctx, id, unit).await?;
    }
    let board = acts::acknowledgement::board(&member.ctx, id).await?;
    let tasks = acts::task::list(&member.ctx, id).await?;
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    page(&drawn(&member, unit, &board, &tasks, &catalogue, &asked.loc).await?)
}

async fn drawn(
    member: &Member,
    unit: Option<UnitId>,
    board: &Board,
    tasks: &[TaskRow],
    catalogue: &Catalogue,
    filter: &str,
) -> Result<BoardPage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.launch;
    let of = &board.programme;
    let path = format!("/chuong-trinh/{}", of.programme.id);
    let mut f = member.frame(&of.programme.name, Place::Programmes, unit).await?;
    f.crumbs = vec![
        Link::to(words.programme.heading, "/chuong-trinh"),
        Link::to(words.programme.themes_and_programmes, "/chuong-trinh/chuyen-de"),
        Link::here(of.programme.name.as_str()),
    ];
    let period = lang::period::heading(of.programme.period, lang);
    let parts = [of.unit_name.clone(), period, of.cited.clone().unwrap_or_default()];
    let missing: Vec<&str> =
        board.rows.iter().filter(|row| !row.traces.planned).map(|row| row.name.name.as_str()).collect();
    let mut missing_names = missing.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
    if missing.len() > NAMED {
        missing_names = format!("{missing_names} {}", w.and_more(missing.len() - NAMED));
    }
    let (tally, count) = (board.tally, |number: usize| i64::try_from(number).unwrap_or(i64::MAX));
    Ok(BoardPage {
        f,
        subtitle: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        actions: actions(member, board, &path),
        excel: if board.rows.is_empty() { String::new() } else { format!("{path}/bang.xlsx") },
        own: unit.and_then(|unit| own(board, unit, &path, lang)),
        blank: board.rows.is_empty().then(|| Blank {
            icon: icon("flag"),
            title: w.not_sent_title.to_owned(),
            text: w.not_sent_text.to_owned(),
            way: board.may_launch.then(|| Link::to(w.send, format!("{path}/trien-khai"))),
        }),
        tally: w.tally(tally.sent, tally.opened, tally.planned),
        bar: bar(count(tally.planned), count(tally.sent)),
        late: if tally.overdue > 0 { w.late(tally.overdue) } else { String::new() },
        missing_heading: w.missing(missing.len()),
        missing: missing_names,
        may_remind: board.may_launch && !missing.is_empty(),
        remind: format!("{path}/nhac"),
        part: if board.whole { String::new() } else { w.own_lines.to_owned() },
        filters: filters(filter, &path, lang),
        rows: board.rows.iter().filter(|row| fits(row, filter)).map(|one| row(one, lang)).collect(),
        tasks: tasks.iter().map(|one| task(one, catalogue, board, lang)).collect(),
        back: back(tasks, catalogue, board, lang),
    })
}

fn actions(member: &Member, board: &Board, path: &str) -> Vec<Link> {
    let w = &member.words().launch;
    let mut actions = Vec::new();
    if board.may_launch {
        actions.push(Link::to(w.send, format!("{path}/trien-khai")));
        actions.push(Link::to(w.give, format!("{path}/giao")));
    }
    if member.may.manage && board.programme.programme.directive.is_some() {
        actions.push(Link::to(w.add_clause, format!("{path}/khoan")));
    }
    actions
}

/// What the unit one works at has to do; nothing when it received nothing or one may not answer for it.
fn own(board: &Board, unit: UnitId, path: &str, lang: Lang) -> Option<Own> {
    let w = &lang.words().launch;
    let row = board.rows.iter().find(|row| row.unit == unit && row.mine)?;
    let due = row.traces.due.map(|due| w.until(lang::date::short(due, lang)));
    let sent = lang::date::short(day(row.sent_ms), lang);
    let form = address(&format!("{path}/ke-hoach"), &[("don-vi", &unit.to_string())]);
    let words = if row.traces.planned { w.answer_again } else { w.answer };
    Some(Own {
        unit: unit.to_string(),
        tag: standing_tag(row.standing, lang),
        note: [Some(sent), due].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        receive: format!("{path}/tiep-nhan"),
        may_receive: !row.traces.received,
        answer: Link::to(words, form),
    })
}

fn filters(chosen: &str, path: &str, lang: Lang) -> Vec<Link> {
    let w = &lang.words().launch;
    [
        ("", w.all),
        ("chua-mo", w.not_opened),
        ("chua-co", w.no_plan),
        ("qua-han", w.overdue),
        ("da-co", Standing::Planned.label(lang)),
    ]
    .into_iter()
    .map(|(code, text)| Link { here: code == chosen, ..Link::to(text, address(path, &[("loc", code)])) })
    .collect()
}

/// Whether a receiving unit fits a filter; an unknown filter lets everybody through.
pub(super) fn fits(row: &BoardRow, filter: &str) -> bool {
    match filter {
        "chua-mo" => !row.traces.seen(),
        "chua-co" => !row.traces.planned,
        "qua-han" => row.standing == Standing::Overdue,
        "da-co" => row.traces.planned,
        _ => true,
    }
}

fn standing_tag(standing: Standing, lang: Lang) -> Tag {
    let word = standing.label(lang);
    match standing {
        Standing::Planned => Tag::done(word),
        Standing::Overdue => Tag::wrong(word),
        Standing::Opened | Standing::Received => Tag::waiting(word),
        Standing::Sent => Tag::plain(word),
    }
}

fn row(row: &BoardRow, lang: Lang) -> Row {
    let words = lang.words();
    let (w, dash) = (&words.launch, words.common.dash);
    let short = |at_ms: i64| lang::date::short(day(at_ms), lang);
    let plan =
        row.plan.as_ref().map(|plan| Link::to(&plan.title, format!("/chuong-trinh/ke-hoach/{}", plan.id)));
    Row {
        unit: Link::to(&row.name.name, format!("/don-vi/{}", row.unit)),
        tag: standing_tag(row.standing, lang),
        opened: row.opened_ms.map_or_else(|| dash.to_owned(), short),
        received: row
            .received
            .as_ref()
            .map_or_else(|| dash.to_owned(), |(at_ms, person)| w.by(person, short(*at_ms))),
        plan: plan.unwrap_or_else(|| Link { text: dash.to_owned(), ..Link::default() }),
        reminded: row.reminded.map(|(at_ms, times)| w.times(times, short(at_ms))).unwrap_or_default(),
    }
}

fn progress_tag(progress: Progress, lang: Lang) -> Tag {
    let word = progress.label(lang);
    match progress {
        Progress::Done => Tag::done(word),
        Progress::DoneLate => Tag::look(word),
        Progress::Overdue => Tag::wrong(word),
        Progress::Open => Tag::waiting(word),
    }
}

/// An indicator: to its figures in the programme's stretch, at the unit that owns the task.
fn measured(id: IndicatorId, unit: UnitId, catalogue: &Catalogue, board: &Board, lang: Lang) -> Option<Link> {
    let indicator = catalogue.indicator(id)?;
    let period = board.programme.programme.period.to_string();
    let slot = spoken::breakdowns(catalogue, indicator).first().and_then(|part| catalogue.slot(id, part));
    let opened = slot.map(|slot| format!("{unit}.{}", slot.0)).unwrap_or_default();
    let pairs = [("don-vi", unit.to_string()), ("tu", period.clone()), ("den", period), ("o", opened)];
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let text = format!("{} · {}", indicator.code, spoken::name(indicator, lang));
    Some(Link::to(text, address("/tong-hop", &pairs)))
}

fn task(row: &TaskRow, catalogue: &Catalogue, board: &Board, lang: Lang) -> Task {
    let w = &lang.words().launch;
    let said = row.said.as_ref();
    let done = said.is_some_and(|said| said.done);
    let file = said.filter(|said| said.file.is_some());
    let words = if done { w.say_open } else { w.say_done };
    Task {
        anchor: format!("nv-{}", row.task.id),
        clause: row.clause.as_ref().map_or_else(|| w.no_clause.to_owned(), |clause| clause.number.clone()),
        clause_words: row.clause.as_ref().map(|clause| clause.content.clone()).unwrap_or_default(),
        content: row.task.content.clone(),
        said: said.map(|said| w.by(&said.note, lang::date::short(day(said.at_ms), lang))).unwrap_or_default(),
        file: file
            .map(|said| {
                let id = domain::id::print(said.id);
                Link::to(&said.file_name, format!("/chuong-trinh/nhiem-vu/minh-chung/{id}"))
            })
            .unwrap_or_default(),
        owner: row.owner_name.clone(),
        post: row.task.post.clone(),
        tag: progress_tag(row.progress, lang),
        due: row.task.due.map(|due| w.until(lang::date::short(due, lang))).unwrap_or_default(),
        say: if row.mine {
            let path = format!("/chuong-trinh/{}/nhiem-vu", row.task.programme);
            Link::to(words, address(&path, &[("so", &row.task.id.to_string())]))
        } else {
            Link::default()
        },
        indicators: row
            .indicators
            .iter()
            .filter_map(|id| measured(*id, row.task.owner, catalogue, board, lang))
            .collect(),
    }
}

/// From each indicator back to the tasks that it measures and the clauses that they come from.
fn back(tasks: &[TaskRow], catalogue: &Catalogue, board: &Board, lang: Lang) -> Vec<Back> {
    let mut by_indicator: BTreeMap<String, Back> = BTreeMap::new();
    for row in tasks {
        for id in &row.indicators {
            let Some(indicator) = catalogue.indicator(*id) else { continue };
            let unit = board.programme.programme.unit;
            let entry = by_indicator.entry(indicator.code.clone()).or_insert_with(|| Back {
                indicator: measured(*id, unit, catalogue, board, lang).unwrap_or_default(),
                tasks: Vec::new(),
            });
            let clause = row.clause.as_ref().map(|clause| format!(" ({})", clause.number));
            let text = format!("{}: {}{}", row.owner_name, row.task.content, clause.unwrap_or_default());
            entry.tasks.push(Link::to(text, format!("#nv-{}", row.task.id)));
        }
    }
    by_indicator.into_values().collect()
}
