//! Forms, the board of submissions, and single filings with their steps. Figures are written at `figures`.
//!
//! Not here: making forms, which is done on the pages; what a step asks (`acts::filing`).

use acts::figure::FigureRefusal;
use acts::filing::board::{BoardQuery, board};
use acts::filing::decide::{self, DecisionRefusal, GiveBack};
use acts::filing::{self, About, Desk, FilingRefusal};
use acts::{ActError, Ctx};
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::filing::{ReturnGround, Standing};
use domain::form::{Ask, FormId};
use domain::unit::UnitId;
use serde::Deserialize;
use serde_json::{Value as Tree, json};
use std::collections::BTreeMap;

use super::json::{answer, column, moment, value};
use super::params::{Sent, id};
use super::problem::Problem;
use super::{Answer, Caller};

/// The parameters of the board.
pub(super) const LIST: &[&str] = &["form", "period", "unit", "standing", "late", "after", "limit"];

/// The parameters of one filing.
pub(super) const ONE: &[&str] = &["period"];

/// The forms that the caller may know of.
pub(super) async fn forms(Caller(ctx): Caller, sent: Sent) -> Answer {
    sent.only(&[])?;
    let catalogue = acts::indicator::catalogue(&ctx).await?;
    let mut list = Vec::new();
    for view in acts::form::list(&ctx).await? {
        let version = view.versions.first();
        let rows: Vec<Tree> = version
            .iter()
            .flat_map(|version| version.content.rows())
            .map(|row| match &row.ask {
                Ask::Number(slot) | Ask::YesNo(slot) => {
                    let mut map = column(&catalogue, *slot).unwrap_or_default();
                    map.insert("key".to_owned(), json!(row.ask.key()));
                    map.insert("required".to_owned(), json!(row.required));
                    Tree::Object(map)
                }
                Ask::Words(key) => json!({ "key": key, "label": row.label, "required": row.required }),
            })
            .collect();
        list.push(json!({
            "form": view.form.id.to_string(), "name": view.form.name, "unit": view.form.unit.to_string(),
            "every": view.form.every.code(), "stage": view.form.stage.map(|stage| stage.to_string()),
            "open": view.form.closed_ms.is_none(), "version": version.map(|version| version.number),
            "scope": version.map(|version| version.content.scope.code()), "rows": rows,
        }));
    }
    Ok(answer(json!({ "forms": list })))
}

/// The board: who of a subtree has filed, with where the next page begins.
pub(super) async fn list(Caller(ctx): Caller, sent: Sent) -> Answer {
    let params = sent.only(LIST)?;
    let form: FormId = id("form", params.needed("form")?)?;
    let unit: UnitId = id("unit", params.needed("unit")?)?;
    let standing = params
        .text("standing")
        .map(|code| {
            Standing::from_code(code).ok_or_else(|| {
                Problem::bad("standing", "Nhận: not-begun, entering, sent, returned, accepted.")
            })
        })
        .transpose()?;
    let query = BoardQuery {
        unit,
        form,
        period: params.period("period")?,
        standing,
        late: params.text("late") == Some("1"),
    };
    let after = match params.text("after") {
        None => None,
        Some(text) => {
            let (key, unit) =
                text.rsplit_once('|').ok_or_else(|| Problem::bad("after", "Lấy nguyên “next”."))?;
            Some((key.to_owned(), id("after", unit)?))
        }
    };
    let most = usize::try_from(params.most()?).unwrap_or(usize::MAX);
    let found = board(&ctx, &query, after, most).await?;
    let rows: Vec<Tree> = found
        .rows
        .iter()
        .map(|row| {
            json!({
                "unit": row.unit.to_string(), "name": row.name.name, "above": row.above,
                "standing": row.standing.code(), "edition": row.edition, "late": row.late,
                "due": row.due.to_string(), "sent": row.sent_ms.map(moment), "figures": row.content,
            })
        })
        .collect();
    let counts = found.counts;
    Ok(answer(json!({
        "expected": counts.expected, "declared": counts.declared, "late": counts.late,
        "figures": counts.figures, "asked": counts.asked, "matching": found.matching, "rows": rows,
        "next": found.next.map(|(key, unit)| format!("{key}|{unit}")),
    })))
}

/// One filing with its figures and everything that was done to it.
pub(super) async fn one(
    Caller(ctx): Caller,
    Path((unit, form)): Path<(String, String)>,
    sent: Sent,
) -> Answer {
    let about = about(&unit, &form, sent)?;
    Ok(answer(told(&filing::desk(&ctx, about).await?)))
}

fn about(unit: &str, form: &str, sent: Sent) -> Result<About, Problem> {
    let params = sent.only(ONE)?;
    Ok(About { unit: id("unit", unit)?, form: id("form", form)?, period: params.period("period")? })
}

fn told(desk: &Desk) -> Tree {
    let figures: Vec<Tree> = desk
        .values
        .0
        .iter()
        .filter_map(|(slot, one)| {
            let mut map = column(&desk.catalogue, *slot)?;
            map.insert("value".to_owned(), value(*one));
            Some(Tree::Object(map))
        })
        .collect();
    let steps: Vec<Tree> = desk
        .steps
        .iter()
        .map(|told| {
            let grounds: Vec<&str> = told.step.grounds.iter().map(|ground| ground.code()).collect();
            json!({
                "step": told.step.step.code(), "standing": told.step.standing.code(),
                "edition": told.step.edition, "by": told.name, "at": moment(told.step.at_ms),
                "late": told.step.late, "grounds": grounds, "reason": told.step.note,
                "rows": told.step.rows, "missing": told.missing,
            })
        })
        .collect();
    let missing: Vec<String> = desk.missing.iter().map(|(unit, _)| unit.to_string()).collect();
    let stopping: Vec<String> = desk.stopping.iter().map(|found| found.ask.key()).collect();
    json!({
        "form": desk.about.form.to_string(), "unit": desk.about.unit.to_string(),
        "period": desk.about.period.to_string(), "standing": desk.standing.code(),
        "edition": desk.filing.as_ref().map_or(1, |filing| filing.edition), "version": desk.version,
        "due": desk.asked.due.to_string(), "figures": figures, "words": desk.words, "steps": steps,
        "missing": missing, "stopping": stopping, "may_enter": desk.may.enter, "may_decide": desk.may.decide,
    })
}

/// A step to take.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    step: String,
    #[serde(default)]
    version: Option<i64>,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    grounds: Vec<String>,
    #[serde(default)]
    rows: BTreeMap<String, String>,
    #[serde(default)]
    missing: Vec<String>,
}

/// Takes a step: by the unit, or by the level above.
pub(super) async fn step(
    Caller(ctx): Caller,
    Path((unit, form)): Path<(String, String)>,
    sent: Sent,
    body: Bytes,
) -> Answer {
    let about = about(&unit, &form, sent)?;
    take(&ctx, about, self::body(&body)?).await?;
    Ok(answer(told(&filing::desk(&ctx, about).await?)))
}

/// What was sent as JSON.
pub(super) fn body<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|fault| {
        let detail = format!("Dòng {}, cột {}: {fault}.", fault.line(), fault.column());
        Problem::new(StatusCode::BAD_REQUEST, "bad-body", "Nội dung gửi chưa đúng", detail)
    })
}

async fn take(ctx: &Ctx, about: About, body: Body) -> Result<(), Problem> {
    let own = |end: ActError<FilingRefusal>| Problem::of(end, |refusal| refused(&refusal));
    let above = |end: ActError<DecisionRefusal>| Problem::of(end, |refusal| undecided(&refusal));
    if body.step == "send" {
        return filing::send(ctx, about, body.version).await.map(|_| ()).map_err(own);
    }
    let desk = filing::desk(ctx, about).await?;
    let filing = desk.filing.ok_or_else(Problem::missing)?.id;
    match body.step.as_str() {
        "withdraw" => filing::withdraw(ctx, filing).await.map_err(own),
        "ask-reopen" => filing::ask_reopen(ctx, filing, &body.reason).await.map_err(own),
        "accept" => {
            let named: Result<Vec<UnitId>, Problem> =
                body.missing.iter().map(|text| id("missing", text)).collect();
            decide::accept(ctx, filing, body.version, &named?, &body.reason).await.map_err(above)
        }
        "return" => {
            let grounds: Option<Vec<ReturnGround>> =
                body.grounds.iter().map(|code| ReturnGround::from_code(code)).collect();
            let grounds = grounds.ok_or_else(|| {
                let known: Vec<&str> = ReturnGround::ALL.iter().map(|ground| ground.code()).collect();
                Problem::bad("grounds", format!("Nhận: {}.", known.join(", ")))
            })?;
            let why = GiveBack { grounds, note: body.reason, rows: body.rows };
            decide::give_back(ctx, filing, why).await.map_err(above)
        }
        "reopen" => decide::reopen(ctx, filing, &body.reason).await.map(|_| ()).map_err(above),
        _ => Err(Problem::bad("step", "Nhận: send, withdraw, ask-reopen, accept, return, reopen.")),
    }
}

/// What was understood and is not done.
pub(super) fn unprocessable(code: &'static str, detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, code, "Chưa làm được", detail)
}

/// Why a filing is not saved or sent.
pub(super) fn refused(refusal: &FilingRefusal) -> Problem {
    match refusal {
        FilingRefusal::Findings(found) => {
            let keys: Vec<String> = found.iter().map(|one| one.ask.key()).collect();
            unprocessable("findings", "Còn chỗ cần sửa hoặc cần ghi lý do.").with("rows", json!(keys))
        }
        FilingRefusal::Standing(standing) => {
            unprocessable("standing", "Không làm được khi bản nộp đang ở trạng thái này.")
                .with("standing", json!(standing.code()))
        }
        FilingRefusal::ReasonMissing => unprocessable("reason-needed", "Ghi lý do."),
        FilingRefusal::Figure(FigureRefusal::Resting) => Problem::new(
            StatusCode::CONFLICT,
            "resting",
            "Chưa làm được",
            lang::Lang::Vi.words().book.resting,
        ),
        FilingRefusal::Figure(_) => Problem::new(
            StatusCode::PRECONDITION_FAILED,
            "changed",
            "Có người khác vừa ghi",
            "Đọc lại rồi gửi.",
        ),
        FilingRefusal::NotAsked | FilingRefusal::WordsTooLong(_) => {
            unprocessable("not-asked", "Biểu mẫu không hỏi mục này.")
        }
    }
}

fn undecided(refusal: &DecisionRefusal) -> Problem {
    match refusal {
        DecisionRefusal::Standing(standing) => {
            unprocessable("standing", "Không làm được khi bản nộp đang ở trạng thái này.")
                .with("standing", json!(standing.code()))
        }
        DecisionRefusal::Changed { version, .. } => Problem::new(
            StatusCode::PRECONDITION_FAILED,
            "changed",
            "Bản nộp đã thay đổi",
            "Đọc lại rồi quyết định.",
        )
        .with("version", json!(version)),
        DecisionRefusal::UnitsMissing(units) => {
            let units: Vec<String> = units.iter().map(ToString::to_string).collect();
            unprocessable("units-missing", "Nêu tên các đơn vị còn thiếu và ghi lý do.")
                .with("missing", json!(units))
        }
        DecisionRefusal::ReasonMissing => unprocessable("reason-needed", "Ghi lý do."),
        DecisionRefusal::UnknownRow(row) => {
            unprocessable("unknown-row", "Biểu mẫu không có dòng này.").with("row", json!(row))
        }
    }
}
