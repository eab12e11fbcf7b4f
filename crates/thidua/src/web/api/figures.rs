//! A unit's own figures for a period: read with their version, written against the version that was read.
//!
//! Not here: totals (`totals`), files as evidence, which are attached on the pages.

use acts::figure::{self, Entry, EntryFault, FigureRefusal, Save, Sheet};
use acts::indicator::Catalogue;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use domain::figure::{Value, ValueRefusal};
use domain::indicator::{Breakdown, Subject};
use domain::period::Period;
use domain::submission::{Scope, Source};
use domain::unit::UnitId;
use serde::Deserialize;
use serde_json::{Value as Tree, json};

use super::json::{answer, bound_of, column, moment, value};
use super::params::{Sent, id};
use super::problem::Problem;
use super::{Answer, Caller};

/// The parameters of both methods.
pub(super) const BOTH: &[&str] = &["period", "scope"];

/// What stands, with the version to send back.
pub(super) async fn read(Caller(ctx): Caller, Path(text): Path<String>, sent: Sent) -> Answer {
    let unit: UnitId = id("unit", &text)?;
    let params = sent.only(BOTH)?;
    let (period, scope) = (params.period("period")?, params.scope()?);
    let sheet = figure::sheet(&ctx, unit, period, scope).await?;
    Ok(submission(unit, period, scope, &sheet))
}

fn submission(unit: UnitId, period: Period, scope: Scope, sheet: &Sheet) -> axum::response::Response {
    let figures: Vec<Tree> = sheet
        .values
        .iter()
        .filter_map(|(slot, one)| {
            let mut map = column(&sheet.catalogue, *slot)?;
            map.insert("value".to_owned(), value(*one));
            map.insert("evidence".to_owned(), json!(sheet.evidence.get(slot).copied().unwrap_or_default()));
            Some(Tree::Object(map))
        })
        .collect();
    let mut response = answer(json!({
        "unit": unit.to_string(), "period": period.to_string(), "scope": scope.code(), "version": sheet.version,
        "changed": (sheet.version > 0).then(|| moment(sheet.changed_ms)), "may_enter": sheet.may_enter,
        "figures": figures,
    }));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", sheet.version)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// What is sent to be written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[serde(default)]
    reason: String,
    figures: Vec<Figure>,
}

/// One figure to write.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    indicator: String,
    #[serde(default)]
    subject: Option<String>,
    #[serde(default)]
    detail: String,
    /// `null` withdraws the figure. It must be there: a forgotten value must not withdraw anything.
    #[serde(deserialize_with = "Option::deserialize")]
    value: Option<Told>,
}

/// A value as sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    #[serde(default)]
    state: Option<String>,
    #[serde(default)]
    number: Option<i64>,
    #[serde(default)]
    numerator: Option<i64>,
    #[serde(default)]
    denominator: Option<i64>,
    #[serde(default)]
    percent_thousandths: Option<i64>,
    #[serde(default)]
    bound: Option<String>,
}

/// Writes figures, when nobody wrote since the version in `If-Match`.
pub(super) async fn write(
    Caller(ctx): Caller,
    Path(text): Path<String>,
    sent: Sent,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let unit: UnitId = id("unit", &text)?;
    let params = sent.only(BOTH)?;
    let (period, scope) = (params.period("period")?, params.scope()?);
    let seen = version(&headers)?;
    let body = parsed(&headers, &body)?;
    let catalogue = acts::indicator::catalogue(&ctx).await?;
    let entries = (0_usize..)
        .zip(&body.figures)
        .map(|(place, one)| entry(&catalogue, place, one))
        .collect::<Result<Vec<Entry>, Problem>>()?;
    let save = Save {
        unit,
        period,
        scope,
        seen_version: Some(seen),
        entries,
        source: Source::Interface,
        document: None,
        reason: body.reason,
    };
    figure::save(&ctx, save).await.map_err(|end| Problem::of(end, |refusal| refused(&refusal)))?;
    let sheet = figure::sheet(&ctx, unit, period, scope).await?;
    Ok(submission(unit, period, scope, &sheet))
}

fn version(headers: &HeaderMap) -> Result<i64, Problem> {
    let needed = || {
        Problem::new(
            StatusCode::PRECONDITION_REQUIRED,
            "version-needed",
            "Thiếu phiên bản",
            "Đọc bản số liệu trước, rồi gửi phiên bản của nó trong If-Match; bản chưa có là \"0\".",
        )
    };
    let sent = headers.get(header::IF_MATCH).ok_or_else(needed)?;
    let text = sent.to_str().map_err(|_| needed())?;
    text.trim().trim_matches('"').parse().map_err(|_| needed())
}

fn parsed(headers: &HeaderMap, body: &[u8]) -> Result<Body, Problem> {
    let media = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if media.split(';').next().is_none_or(|media| !media.trim().eq_ignore_ascii_case("application/json")) {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "media-type",
            "Chưa đúng kiểu nội dung",
            "Gửi Content-Type: application/json.",
        ));
    }
    serde_json::from_slice(body).map_err(|fault| {
        Problem::new(
            StatusCode::BAD_REQUEST,
            "bad-body",
            "Nội dung gửi chưa đúng",
            format!("Dòng {}, cột {}: {fault}.", fault.line(), fault.column()),
        )
    })
}

fn entry(catalogue: &Catalogue, place: usize, one: &Figure) -> Result<Entry, Problem> {
    let at = |field: &str, detail: String| Problem::bad(&format!("figures[{place}].{field}"), detail);
    let indicator = catalogue
        .by_code(&one.indicator)
        .ok_or_else(|| at("indicator", format!("Không có chỉ tiêu “{}”.", one.indicator)))?;
    let subject = match one.subject.as_deref() {
        None => Subject::Any,
        Some(code) => Subject::from_code(code).ok_or_else(|| {
            at("subject", "Nhận: any, collective, individual, household, combined.".to_owned())
        })?,
    };
    let value = one
        .value
        .as_ref()
        .map(|sent| {
            value_of(sent).ok_or_else(|| {
                let shapes = "number, hoặc numerator và denominator, hoặc percent_thousandths, hoặc state \
                              \"not-applicable\"; bound là exact, at-least, at-most, about";
                at("value", format!("Một giá trị có {shapes}."))
            })
        })
        .transpose()?;
    let breakdown = Breakdown { subject, detail: one.detail.clone() };
    Ok(Entry { indicator: indicator.id, breakdown, value, evidence: None })
}

/// A value as sent, in the shape in which it is given out; `None` when it is no one shape.
fn value_of(sent: &Told) -> Option<Value> {
    let bound = bound_of(sent.bound.as_deref().unwrap_or("exact"))?;
    let state = sent.state.as_deref().unwrap_or(if sent.percent_thousandths.is_some() {
        "statement"
    } else {
        "reported"
    });
    match (state, sent.number, sent.numerator, sent.denominator, sent.percent_thousandths) {
        ("reported", Some(number), None, None, None) => Some(Value::Count { number, bound }),
        ("reported", None, Some(numerator), Some(denominator), None)
            if bound == domain::figure::Bound::Exact =>
        {
            Some(Value::Ratio { numerator, denominator })
        }
        ("statement", None, None, None, Some(thousandths)) => Some(Value::Statement { thousandths, bound }),
        ("not-applicable", None, None, None, None) => Some(Value::NotApplicable),
        _ => None,
    }
}

fn refused(refusal: &FigureRefusal) -> Problem {
    match refusal {
        FigureRefusal::Entries(faults) => {
            let list: Vec<Tree> = faults
                .iter()
                .map(|(place, fault)| json!({ "figure": place, "detail": sentence(*fault) }))
                .collect();
            let detail = faults.first().map_or_else(String::new, |(_, fault)| sentence(*fault).to_owned());
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "refused", "Số liệu chưa ghi được", detail)
                .with("faults", Tree::Array(list))
        }
        FigureRefusal::Changed { version, by, at_ms, now } => Problem::new(
            StatusCode::PRECONDITION_FAILED,
            "changed",
            "Có người khác vừa ghi số liệu này",
            format!("{by} đã ghi. Đọc lại, rồi gửi với phiên bản {version}."),
        )
        .with("version", json!(version))
        .with("by", json!(by))
        .with("at", moment(*at_ms))
        .with("now", now.iter().map(|one| one.map_or(Tree::Null, value)).collect()),
        FigureRefusal::NotThere => Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "unit-not-there",
            "Số liệu chưa ghi được",
            "Đơn vị không có trong kỳ này.",
        ),
        FigureRefusal::Future => Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "future",
            "Số liệu chưa ghi được",
            "Kỳ này chưa bắt đầu.",
        ),
        FigureRefusal::Resting => Problem::new(
            StatusCode::CONFLICT,
            "resting",
            "Số liệu chưa ghi được",
            "Số liệu thuộc bản nộp đã gửi hoặc đã duyệt. Rút bản nộp về, hoặc xin mở lại, rồi sửa.",
        ),
    }
}

fn sentence(fault: EntryFault) -> &'static str {
    match fault {
        EntryFault::UnknownIndicator => "Không có chỉ tiêu này.",
        EntryFault::Breakdown => "Phân tổ viết chưa đúng.",
        EntryFault::Nature => "Chỉ tiêu đếm nhận một số; chỉ tiêu tỷ lệ nhận tử số và mẫu số.",
        EntryFault::Value(ValueRefusal::Negative) => "Số liệu không nhỏ hơn 0.",
        EntryFault::Value(ValueRefusal::TooLarge) => "Số quá lớn.",
        EntryFault::Value(ValueRefusal::AboveDenominator) => "Tử số lớn hơn mẫu số.",
        EntryFault::Value(ValueRefusal::PercentOutOfRange) => "Tỷ lệ ngoài khoảng nhận được.",
        EntryFault::Twice => "Số liệu này gửi hai lần.",
        EntryFault::NotYetValid => "Chỉ tiêu chưa dùng trong kỳ này.",
    }
}
