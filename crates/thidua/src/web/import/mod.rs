//! Imports from sheets: the units of a whole tree at once, the list of imports, and undoing one.
//!
//! Not here: figures from a sheet (`entry::sheet`), writing and undoing (`acts::unit_import`, `acts::figure_import`).

pub mod page;

use std::sync::Arc;

use acts::batch::BatchRow;
use acts::figure_import::UndoRefusal as FiguresRefusal;
use acts::unit_import::{CellFault, ImportRefusal, UndoRefusal, UnitPreview, UnitSheet};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::id::BatchId;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::Date;
use lang::Words;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, read_table, write_workbook};
use serde::Deserialize;

use self::page::{ImportPage, Preview, PreviewRow};
use super::admin::imports_page;
use super::admin::page::Row;
use super::answer::{Answer, Failure, XLSX, again, apart, done, file, page, refused, told};
use super::encode::address;
use super::excel::{self, words_of};
use super::frame::{Link, NoticeKind, Place};
use super::parts::{Errors, Field, Pager, Tag};
use super::pending::Waiting;
use super::posted::{Posted, Refusals, Uploaded};
use super::site::Site;
use super::unit::named_unit;
use super::visit::{Member, local_time, moment};
use crate::intake;
use crate::unit_sheet::{self, UnitTable};

/// Rows of the preview and mistakes listed: enough to see, few enough to read.
const MOST: usize = 50;
/// Imports on one page of the list.
const MOST_BATCHES: u32 = 50;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/don-vi/nhap", get(ask).post(preview))
        .route("/don-vi/nhap/ghi", post(commit))
        .route("/don-vi/mau.xlsx", get(template))
        .route("/nhap/{batch}/hoan-tac", post(undo))
        .route("/quan-tri/cac-lan-nhap", get(list))
        .route("/quan-tri/cac-lan-nhap.xlsx", get(list_sheet))
}

/// What the upload says besides the file.
struct Asked {
    under: Option<UnitId>,
    from: Date,
    decision: String,
}

fn drawn(
    member: &Member,
    posted: &Posted,
    refusals: &Refusals,
    preview: Option<Preview>,
) -> Result<ImportPage, Failure> {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let (lang, words) = (member.lang(), member.words());
    let w = &words.import;
    let fields = vec![
        Field::file(lang, "tep", w.file, ".xlsx,.xls,.ods,.csv").hint(w.file_hint),
        Field::text(lang, "tren", words.unit.parent).hint(w.under_hint).optional(),
        Field::date(lang, "ngay", words.unit.effective)
            .value(lang::date::short(member.today(), lang::Lang::Vi)),
        Field::text(lang, "quyet-dinh", words.unit.decision).hint(words.unit.decision_hint),
    ];
    let fields = posted.fill(fields, refusals);
    let errors = Errors::of(lang, &fields.iter().collect::<Vec<_>>());
    let mut f = member.bare_frame(w.units_heading, Place::Units);
    f.crumbs = vec![Link::to(words.unit.heading, "/don-vi"), Link::here(w.units_heading)];
    f.refused = !errors.fields.is_empty();
    Ok(ImportPage {
        f,
        heading: w.units_heading.to_owned(),
        intro: w.units_intro.to_owned(),
        templates: vec![Link::to(w.template, "/don-vi/mau.xlsx")],
        errors,
        upload: "/don-vi/nhap".to_owned(),
        fields,
        preview,
        again: "/don-vi/nhap".to_owned(),
    })
}

async fn ask(member: Member) -> Answer {
    page(&drawn(&member, &Posted::default(), &Refusals::new(), None)?)
}

/// An empty sheet with the headings that are understood and one line to show how.
async fn template(member: Member) -> Answer {
    let words = member.words();
    let heading = |text: &str, width| ColumnOut {
        heading: text.to_owned(),
        width: Some(width),
        ..ColumnOut::default()
    };
    let text = |text: &str| CellOut::Text(text.to_owned());
    let sheet = SheetOut {
        name: words.unit.heading.to_owned(),
        titles: Vec::new(),
        // The headings are matched by name and so stay Vietnamese in both languages.
        columns: vec![
            heading("Mã", 16),
            heading("Mã cấp trên", 16),
            heading("Tên", 44),
            heading("Tên ngắn", 20),
            heading("Loại", 24),
            heading("Từ ngày", 14),
            heading("Quyết định", 30),
        ],
        rows: vec![RowOut {
            kind: RowKind::Plain,
            cells: vec![
                text("01"),
                CellOut::Empty,
                text("Đảng bộ xã An Bình"),
                text("An Bình"),
                text(UnitKind::GrassrootsCommittee.label(lang::Lang::Vi)),
                text("1/7/2025"),
                text("Quyết định 12-QĐ/TU ngày 25/6/2025"),
            ],
        }],
        notes: Vec::new(),
        frozen_columns: 0,
    };
    let made = local_time(member.ctx.app.now());
    let bytes =
        write_workbook(&[sheet], &words_of(member.lang()), made).map_err(|fault| Failure::fault(&fault))?;
    Ok(file("mau-don-vi.xlsx", XLSX, bytes))
}

async fn asked(member: &Member, posted: &Posted) -> Result<Result<Asked, Refusals>, Failure> {
    let mut refusals = Refusals::new();
    let mut under = None;
    if !posted.get("tren").is_empty() {
        match named_unit(member, posted.get("tren")).await? {
            Ok((unit, _)) => under = Some(unit),
            Err(sentence) => refusals.push(("tren", sentence)),
        }
    }
    let mut from = member.today();
    match lang::date_in::date(posted.get("ngay")) {
        Ok(day) => from = day,
        Err(refusal) => refusals.push(("ngay", date_sentence(refusal, posted.get("ngay"), member.lang()))),
    }
    let decision = posted.get("quyet-dinh").to_owned();
    if decision.is_empty() {
        refusals.push(("quyet-dinh", member.words().unit.decision_needed.to_owned()));
    }
    Ok(if refusals.is_empty() { Ok(Asked { under, from, decision }) } else { Err(refusals) })
}

/// The sheet as the act wants it, or why it cannot be read as a table of units.
fn sheet_of(
    words: &Words,
    name: &str,
    bytes: &[u8],
    asked: &Asked,
) -> Result<(UnitTable, UnitSheet), &'static str> {
    let table = read_table(name, bytes).map_err(|refusal| intake::sheet_sentence(&refusal, words))?;
    let table = UnitTable::new(&table).ok_or(words.import.unreadable)?;
    let sheet = UnitSheet {
        rows: table.rows.clone(),
        under: asked.under,
        from: asked.from,
        decision: asked.decision.clone(),
        scheme: String::new(),
        label: name.to_owned(),
    };
    Ok((table, sheet))
}

async fn preview(member: Member, sent: Uploaded) -> Answer {
    let (words, posted) = (member.words(), &sent.fields);
    let asked = match asked(&member, posted).await? {
        Ok(asked) => asked,
        Err(refusals) => return again(&drawn(&member, posted, &refusals, None)?),
    };
    let Some(upload) = sent.file("tep") else {
        return again(&drawn(&member, posted, &vec![("tep", words.import.file_needed.to_owned())], None)?);
    };
    let (table, sheet) = match sheet_of(words, &upload.name, &upload.bytes, &asked) {
        Ok(read) => read,
        Err(told) => return again(&drawn(&member, posted, &vec![("tep", told.to_owned())], None)?),
    };
    let looked = acts::unit_import::preview(&member.ctx, &sheet).await?;
    let waiting = Waiting {
        account: member.ctx.account,
        at_ms: member.ctx.app.now_ms(),
        name: upload.name.clone(),
        bytes: Arc::new(upload.bytes.clone()),
    };
    let mut shown = shown(words, &table, &sheet, &looked);
    shown.file = member.site().pending.keep(waiting).ok_or(Failure::Unreadable)?;
    shown.hidden =
        ["tren", "ngay", "quyet-dinh"].map(|name| (name.to_owned(), posted.get(name).to_owned())).to_vec();
    page(&drawn(&member, posted, &Refusals::new(), Some(shown))?)
}

fn shown(words: &Words, table: &UnitTable, sheet: &UnitSheet, looked: &UnitPreview) -> Preview {
    let w = &words.import;
    let wrong = looked.faults.len();
    let mut counts = vec![Tag::done(w.count_added(looked.new))];
    counts.extend((!looked.changed.is_empty()).then(|| Tag::look(w.count_changed(looked.changed.len()))));
    counts.extend((looked.skipped > 0).then(|| Tag::plain(w.count_same(looked.skipped))));
    counts.extend((wrong > 0).then(|| Tag::wrong(w.count_wrong(wrong))));
    let to_write = looked.new + looked.changed.len();
    let u = &words.unit;
    Preview {
        heading: w.preview(&sheet.label),
        counts,
        problems: looked
            .faults
            .iter()
            .take(MOST)
            .map(|fault| (table.cell(fault), unit_sheet::sentence(&fault.fault, words)))
            .collect(),
        more_problems: if wrong > MOST { w.more_problems(wrong - MOST) } else { String::new() },
        columns: [u.code, w.parent_code, u.name, u.kind, u.since].map(str::to_owned).to_vec(),
        rows: sheet.rows.iter().take(MOST).map(|row| preview_row(row.line, row, looked, words)).collect(),
        more: if sheet.rows.len() > MOST { w.more_rows(sheet.rows.len() - MOST) } else { String::new() },
        action: "/don-vi/nhap/ghi".to_owned(),
        file: String::new(),
        hidden: Vec::new(),
        commit: if wrong == 0 && to_write > 0 { w.commit_units(to_write) } else { String::new() },
    }
}

fn preview_row(
    line: u32,
    row: &acts::unit_import::UnitRow,
    looked: &UnitPreview,
    words: &Words,
) -> PreviewRow {
    let w = &words.import;
    let faulty = looked.faults.iter().any(|fault: &CellFault| fault.line == line);
    let changed = looked.changed.iter().any(|changed| changed.line == line);
    let tag = match (faulty, changed) {
        (true, _) => Tag::wrong(w.wrong),
        (false, true) => Tag::look(w.changed),
        (false, false) => Tag::done(w.added),
    };
    let cells = [&row.code, &row.parent_code, &row.full_name, &row.kind, &row.from];
    PreviewRow { number: line.to_string(), tag, cells: cells.map(Clone::clone).to_vec() }
}

async fn commit(member: Member, posted: Posted) -> Answer {
    let words = member.words();
    let back = |sentence: &str| told(member.site(), "/don-vi/nhap", NoticeKind::Warn, sentence, None);
    let key = posted.get("tep");
    let Some(waiting) = member.site().pending.find(key, member.ctx.account, member.ctx.app.now_ms()) else {
        return Ok(back(words.import.gone));
    };
    let Ok(asked) = asked(&member, &posted).await? else { return Ok(back(words.import.gone)) };
    let (_, sheet) = match sheet_of(words, &waiting.name, &waiting.bytes, &asked) {
        Ok(read) => read,
        Err(told) => return Ok(back(told)),
    };
    let (ctx, rows) = (member.ctx.clone(), sheet.rows.len());
    let written = apart(move || async move { acts::unit_import::commit(&ctx, &sheet).await }).await?;
    match refused(written)? {
        Ok(batch) => {
            member.site().pending.drop_sheet(key);
            let undo = format!("/nhap/{batch}/hoan-tac");
            let count = lang::number::integer(i64::try_from(rows).unwrap_or(i64::MAX), member.lang());
            Ok(done(member.site(), "/don-vi", &words.import.units_done(count), Some(&undo)))
        }
        Err(ImportRefusal::Faults(_)) => Ok(back(words.import.fix_first)),
        Err(ImportRefusal::Nothing) => Ok(back(words.entry.nothing_changed)),
    }
}

/// Undoes an import of units or of figures, whichever it was.
async fn undo(member: Member, Path(batch): Path<String>, _posted: Posted) -> Answer {
    let batch: BatchId = batch.parse().map_err(|_| Failure::Missing)?;
    let w = &member.words().import;
    let home = if member.may.manage { "/quan-tri/cac-lan-nhap" } else { "/" };
    let warn = |sentence: &str| told(member.site(), home, NoticeKind::Warn, sentence, None);
    match acts::unit_import::undo(&member.ctx, batch).await {
        Ok(()) => return Ok(done(member.site(), "/don-vi", w.undone, None)),
        Err(acts::ActError::Missing) => {}
        Err(other) => {
            return match refused::<(), _>(Err(other))? {
                Ok(()) => Ok(done(member.site(), "/don-vi", w.undone, None)),
                Err(UndoRefusal::AlreadyUndone) => Ok(warn(w.undone)),
                Err(
                    UndoRefusal::HasFigures | UndoRefusal::ChangedLater { .. } | UndoRefusal::InUse { .. },
                ) => Ok(warn(w.undo_late)),
            };
        }
    }
    Ok(match refused(acts::figure_import::undo(&member.ctx, batch).await)? {
        Ok(_) => done(member.site(), "/so-lieu", w.undone, None),
        Err(FiguresRefusal::AlreadyUndone) => warn(w.undone),
        Err(FiguresRefusal::CorrectedSince(_)) => warn(w.undo_late),
        Err(FiguresRefusal::Resting(_)) => warn(member.words().entry.resting),
        Err(FiguresRefusal::NotYours) => return Err(Failure::Denied),
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListAsked {
    truoc: String,
}

async fn list(member: Member, Query(asked): Query<ListAsked>) -> Answer {
    let listed = acts::batch::list(&member.ctx, asked.truoc.parse().ok(), MOST_BATCHES).await?;
    let rows = listed.rows.iter().map(|row| batch_row(&member, row)).collect();
    let after = listed.next.map(|next| address("/quan-tri/cac-lan-nhap", &[("truoc", &next.to_string())]));
    let mut drawn = imports_page(&member, rows, Pager { after, ..Pager::none(member.lang()) })?;
    "/quan-tri/cac-lan-nhap.xlsx".clone_into(&mut drawn.f.excel);
    page(&drawn)
}

async fn list_sheet(member: Member) -> Answer {
    let mut rows = Vec::new();
    let mut before = None;
    loop {
        let listed = acts::batch::list(&member.ctx, before, MOST_BATCHES).await?;
        rows.extend(listed.rows.iter().map(|row| batch_row(&member, row)));
        before = listed.next;
        if before.is_none() {
            break;
        }
    }
    let drawn = imports_page(&member, rows, Pager::none(member.lang()))?;
    excel::download(&member, "cac-lan-nhap", vec![drawn.listing()])
}

fn batch_row(member: &Member, row: &BatchRow) -> Row {
    let (lang, words) = (member.lang(), member.words());
    let batch = &row.batch;
    let undone = batch.undone_ms.is_some();
    let kind =
        if batch.kind == "figures" { words.import.figures_heading } else { words.import.units_heading };
    Row {
        name: Link { text: batch.label.clone(), ..Link::default() },
        cells: vec![
            kind.to_owned(),
            lang::number::integer(batch.lines, lang),
            row.full_name.clone(),
            moment(batch.at_ms, lang),
            if undone { words.admin.undone } else { words.admin.written }.to_owned(),
        ],
        act: (!undone).then(|| Link::to(words.common.undo, format!("/nhap/{}/hoan-tac", batch.id))),
    }
}
