//! The board of submissions of a whole subtree, as a page and as an Excel file.
//!
//! Not here: one filing (`desk`), counting (`acts::filing::board`).

use acts::filing::About;
use acts::filing::board::{Board, BoardQuery, BoardRow as Line, board};
use axum::Router;
use axum::extract::Query;
use axum::routing::{get, post};
use domain::filing::Standing;
use domain::form::FormId;
use domain::period::Period;
use domain::unit::UnitId;
use lang::words::label::Label;
use lang::{Lang, Words};
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, write_workbook};
use serde::Deserialize;

use super::page::{BoardPage, BoardRow, Count};
use super::{desk_address, told};
use crate::web::answer::{Answer, Failure, XLSX, apart, done, file, page, refused};
use crate::web::assets::icon;
use crate::web::encode::address;
use crate::web::excel::words_of;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Blank, Choice, Pager};
use crate::web::posted::Posted;
use crate::web::site::Site;
use crate::web::visit::{Member, local_time, moment};

/// Rows on a page.
const PAGE: usize = 50;

/// How many missing units are named under the table; the file names all.
const NAMED: usize = 30;

/// More rows than any tree has: the file holds them all.
const ALL: usize = usize::MAX;

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/so-lieu/bang-nop", get(show))
        .route("/so-lieu/bang-nop/bang-nop.xlsx", get(download))
        .route("/so-lieu/bang-nop/duyet", post(accept))
        .route("/so-lieu/bang-nop/nhac", post(remind))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Asked {
    don_vi: String,
    bieu: String,
    ky: String,
    trang_thai: String,
    cham: String,
    sau: String,
}

/// What is looked at: the unit, the form and the period that were asked for, or the first that fit.
pub(super) struct Seen {
    pub(super) unit: UnitId,
    forms: Vec<acts::form::FormView>,
    form: Option<FormId>,
    periods: Vec<Period>,
    period: Option<Period>,
}

impl Seen {
    pub(super) async fn find(member: &Member, asked: &Asked) -> Result<Self, Failure> {
        let unit = match asked.don_vi.parse() {
            Ok(unit) => unit,
            Err(_) => member.some_unit().await?,
        };
        let mut forms = acts::form::list(&member.ctx).await?;
        forms.retain(|view| view.form.closed_ms.is_none());
        let wanted: Option<FormId> = asked.bieu.parse().ok();
        let chosen = forms
            .iter()
            .find(|view| Some(view.form.id) == wanted)
            .or_else(|| forms.first().filter(|_| wanted.is_none()));
        let Some(chosen) = chosen else {
            return Ok(Self { unit, forms, form: None, periods: Vec::new(), period: None });
        };
        let periods = periods(&chosen.form, member.today());
        // A period that another form had is no period of this one.
        let asked_for: Option<Period> = asked.ky.parse().ok().filter(|period| chosen.form.is_for(*period));
        let period = asked_for.or_else(|| periods.first().copied());
        Ok(Self { unit, form: Some(chosen.form.id), period, periods, forms })
    }
}

/// The periods of a form, the one that runs first.
fn periods(form: &acts::form::Form, today: jiff::civil::Date) -> Vec<Period> {
    const BACK: usize = 18;
    let mut found = Vec::new();
    let mut next = form.stage.or_else(|| form.every.period_of(today));
    while let Some(period) = next.filter(|_| found.len() < BACK) {
        found.push(period);
        next = form.every.before(period);
    }
    found
}

pub(super) fn query_of(place: &Seen, asked: &Asked) -> Option<BoardQuery> {
    Some(BoardQuery {
        unit: place.unit,
        form: place.form?,
        period: place.period?,
        standing: Standing::from_code(&asked.trang_thai),
        late: asked.cham == "1",
    })
}

/// The board's address with a filter and a place to go on from.
pub(super) fn board_address(query: &BoardQuery, standing: &str, late: bool, after: &str) -> String {
    let (unit, form, period) = (query.unit.to_string(), query.form.to_string(), query.period.to_string());
    let late = if late { "1" } else { "" };
    address(
        "/so-lieu/bang-nop",
        &[
            ("don-vi", &unit),
            ("bieu", &form),
            ("ky", &period),
            ("trang-thai", standing),
            ("cham", late),
            ("sau", after),
        ],
    )
}

/// `key|unit`, where the next page begins.
fn cursor(text: &str) -> Option<(String, UnitId)> {
    let (key, unit) = text.rsplit_once('|')?;
    Some((key.to_owned(), unit.parse().ok()?))
}

async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.filing;
    let place = Seen::find(&member, &asked).await?;
    let mut f = member.frame(w.board, Place::Board, Some(place.unit)).await?;
    f.crumbs = vec![Link::to(words.entry.heading, "/so-lieu"), Link::here(w.board)];
    f.landscape = true;
    let Some(query) = query_of(&place, &asked) else {
        return page(&empty(f, words, place.unit));
    };
    let looked = board(&member.ctx, &query, cursor(&asked.sau), PAGE).await;
    let Ok(found) = looked else {
        return match looked {
            Err(acts::ActError::Missing)
                if acts::unit::view(&member.ctx, place.unit, member.today()).await.is_ok() =>
            {
                page(&empty(f, words, place.unit))
            }
            Err(other) => Err(other.into()),
            Ok(_) => Err(Failure::Missing),
        };
    };
    let missing = if found.counts.not_begun > 0 { missing(&member, &query).await? } else { String::new() };
    let id = place.unit.to_string();
    let export = board_address(&query, &asked.trang_thai, query.late, "").replacen(
        "/so-lieu/bang-nop",
        "/so-lieu/bang-nop/bang-nop.xlsx",
        1,
    );
    let period = lang::period::name(query.period, lang);
    page(&BoardPage {
        subtitle: format!("{} · {}", w.title(&found.form.name, period), w.board_sub),
        actions: vec![
            Link::to(w.excel, export),
            Link::to(
                w.outliers,
                board_address(&query, "", false, "").replacen(
                    "/so-lieu/bang-nop",
                    "/so-lieu/bang-nop/khac-thuong",
                    1,
                ),
            ),
            Link::to(words.book.heading, super::book::address_of(about_of(&query), "")),
            Link::to(w.forms, "/so-lieu/bieu"),
            Link::to(w.heading, address("/so-lieu/nop", &[("don-vi", &id)])),
        ],
        forms: place
            .forms
            .iter()
            .map(|view| Choice::new(view.form.id.to_string(), &view.form.name))
            .collect(),
        form: query.form.to_string(),
        periods: place
            .periods
            .iter()
            .map(|period| Choice::new(period.to_string(), lang::period::heading(*period, lang)))
            .collect(),
        period: query.period.to_string(),
        standings: Standing::ALL.iter().map(|one| Choice::new(one.code(), one.label(lang))).collect(),
        standing: asked.trang_thai.clone(),
        late: query.late,
        unit: id,
        counts: counts(&found, &query, words),
        rows: found.rows.iter().map(|row| line(row, &found, &query, lang)).collect(),
        missing,
        pager: Pager {
            w: words,
            told: w.rows_of(found.rows.len().min(1), found.rows.len(), found.matching),
            before: (!asked.sau.is_empty()).then(|| board_address(&query, &asked.trang_thai, query.late, "")),
            after: found.next.as_ref().map(|(key, unit)| {
                board_address(&query, &asked.trang_thai, query.late, &format!("{key}|{unit}"))
            }),
        },
        may_accept: member.may.approve && found.counts.sent > 0,
        may_remind: member.may.approve && found.counts.declared < found.counts.expected,
        query: board_address(&query, "", false, "").replacen("/so-lieu/bang-nop", "", 1),
        blank: None,
        f,
    })
}

fn about_of(query: &BoardQuery) -> About {
    About { form: query.form, unit: query.unit, period: query.period }
}

fn empty(f: crate::web::frame::Frame, words: &'static Words, unit: UnitId) -> BoardPage {
    let w = &words.filing;
    BoardPage {
        f,
        subtitle: w.board_sub.to_owned(),
        actions: Vec::new(),
        forms: Vec::new(),
        form: String::new(),
        periods: Vec::new(),
        period: String::new(),
        standings: Vec::new(),
        standing: String::new(),
        late: false,
        unit: unit.to_string(),
        counts: Vec::new(),
        rows: Vec::new(),
        missing: String::new(),
        pager: Pager { w: words, told: String::new(), before: None, after: None },
        may_accept: false,
        may_remind: false,
        query: String::new(),
        blank: Some(Blank {
            icon: icon("clipboard-list"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: Some(Link::to(words.entry.heading, "/so-lieu")),
        }),
    }
}

fn counts(found: &Board, query: &BoardQuery, words: &'static Words) -> Vec<Count> {
    let w = &words.filing;
    let counts = found.counts;
    let lang = w.lang();
    let count = |name: &str, number: usize, standing: &str, late: bool| Count {
        name: name.to_owned(),
        number: number.to_string(),
        href: board_address(query, standing, late, ""),
        note: String::new(),
    };
    let mut all = vec![Count {
        name: w.filed.to_owned(),
        number: format!("{}/{}", counts.declared, counts.expected),
        href: board_address(query, "", false, ""),
        note: w.meter_content(counts.figures, counts.asked),
    }];
    let of = |standing: Standing| match standing {
        Standing::NotBegun => counts.not_begun,
        Standing::Entering => counts.entering,
        Standing::Sent => counts.sent,
        Standing::Returned => counts.returned,
        Standing::Accepted => counts.accepted,
    };
    all.extend(Standing::ALL.iter().map(|one| count(one.label(lang), of(*one), one.code(), false)));
    all.push(count(w.late, counts.late, "", true));
    all
}

fn line(row: &Line, found: &Board, query: &BoardQuery, lang: Lang) -> BoardRow {
    let w = &lang.words().filing;
    let about = About { form: query.form, unit: row.unit, period: query.period };
    let mut late = Vec::new();
    if row.late {
        late.push(if row.sent_ms.is_some() { w.late_sent } else { w.late });
    }
    late.extend(row.asked.then_some(w.asks_reopen));
    let day = lang::date::short(row.due, lang);
    BoardRow {
        link: Link::to(&row.name.name, desk_address(about, 1)),
        above: row.above.clone(),
        tag: told::tag(row.standing, false, lang),
        late: late.join(", "),
        due: if row.is_extended { format!("{day} ({})", w.extended) } else { day },
        sent: row.sent_ms.map_or_else(|| lang.words().common.dash.to_owned(), |at_ms| moment(at_ms, lang)),
        content: format!("{}/{}", row.content, found.version.content.slots().count()),
    }
}

/// The units that have entered nothing, named.
async fn missing(member: &Member, query: &BoardQuery) -> Result<String, Failure> {
    let silent = BoardQuery { standing: Some(Standing::NotBegun), late: false, ..query.clone() };
    let found = board(&member.ctx, &silent, None, NAMED).await?;
    let mut names: Vec<&str> = found.rows.iter().map(|row| row.name.name.as_str()).collect();
    if found.matching > names.len() {
        names.push("…");
    }
    Ok(member.words().filing.missing_units(names.join("; ")))
}

async fn download(member: Member, Query(asked): Query<Asked>) -> Answer {
    let place = Seen::find(&member, &asked).await?;
    let query = query_of(&place, &asked).ok_or(Failure::Missing)?;
    let found = board(&member.ctx, &query, None, ALL).await?;
    let (lang, words) = (member.lang(), member.words());
    let w = &words.filing;
    let column = |heading: &str, width| ColumnOut {
        heading: heading.to_owned(),
        width: Some(width),
        ..ColumnOut::default()
    };
    let whole = |count: usize| CellOut::Integer(i64::try_from(count).unwrap_or(i64::MAX));
    let row = |row: &Line| RowOut {
        kind: RowKind::Plain,
        cells: vec![
            CellOut::Text(row.name.name.clone()),
            CellOut::Text(row.above.clone()),
            CellOut::Text(row.standing.label(lang).to_owned()),
            CellOut::Text(if row.late { w.late.to_owned() } else { String::new() }),
            CellOut::Date(row.due),
            row.sent_ms.map_or(CellOut::Empty, |at_ms| CellOut::Date(crate::web::visit::day(at_ms))),
            whole(row.content),
            whole(found.version.content.slots().count()),
        ],
    };
    let period = lang::period::name(query.period, lang);
    let sheet = SheetOut {
        name: w.board.to_owned(),
        titles: vec![w.title(&found.form.name, period)],
        columns: vec![
            column(w.unit, 44),
            column(w.above, 36),
            column(w.standing, 18),
            column(w.late, 12),
            column(w.due, 14),
            column(w.sent_at, 14),
            column(w.content, 10),
            column(w.rows, 10),
        ],
        rows: found.rows.iter().map(row).collect(),
        notes: vec![
            w.meter_declared(found.counts.declared, found.counts.expected),
            w.meter_content(found.counts.figures, found.counts.asked),
        ],
        frozen_columns: 1,
    };
    let made = local_time(member.ctx.app.now());
    let bytes = write_workbook(&[sheet], &words_of(lang), made).map_err(|fault| Failure::fault(&fault))?;
    Ok(file(&format!("bang-nop-{}-{}.xlsx", query.unit, query.period), XLSX, bytes))
}

/// Accepts everything that waits and lacks nobody.
async fn accept(member: Member, Query(asked): Query<Asked>, _posted: Posted) -> Answer {
    let place = Seen::find(&member, &asked).await?;
    let query = query_of(&place, &asked).ok_or(Failure::Missing)?;
    let (ctx, of) = (member.ctx.clone(), query.clone());
    let many =
        apart(
            move || async move { acts::filing::decide::accept_all(&ctx, of.form, of.period, of.unit).await },
        )
        .await?;
    let back = board_address(&query, "", false, "");
    match refused(many)? {
        Ok(many) => {
            let told = member.words().filing.accepted_many(many.accepted, many.left.len());
            Ok(done(member.site(), &back, &told, None))
        }
        Err(_) => Err(Failure::Missing),
    }
}

/// Reminds every unit that has not filed.
async fn remind(member: Member, Query(asked): Query<Asked>, _posted: Posted) -> Answer {
    let place = Seen::find(&member, &asked).await?;
    let query = query_of(&place, &asked).ok_or(Failure::Missing)?;
    let count = acts::notice::remind(&member.ctx, &query).await?;
    let told = member.words().filing.reminded(count);
    Ok(done(member.site(), &board_address(&query, "", false, ""), &told, None))
}
