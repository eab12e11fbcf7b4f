//! The parameters of an address: each known one read once, every other one refused by its name.
//!
//! Not here: what the parameters mean to an act.

use std::collections::BTreeMap;
use std::str::FromStr;

use acts::total::Lens;
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use domain::indicator::{Breakdown, Subject};
use domain::period::Period;
use domain::submission::{Road, Scope};
use jiff::civil::Date;

use super::problem::Problem;

/// The parameters as they were sent.
pub(super) struct Sent(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Sent {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        query
            .map(|Query(pairs)| Self(pairs))
            .map_err(|_| Problem::bad("query", "Phần sau dấu hỏi của địa chỉ không đọc được."))
    }
}

impl Sent {
    /// Refuses what is not known and what stands twice.
    pub(super) fn only(self, known: &[&str]) -> Result<Params, Problem> {
        let mut params = BTreeMap::new();
        for (name, value) in self.0 {
            if !known.contains(&name.as_str()) {
                let detail = format!("Không có tham số “{name}”. Có: {}.", known.join(", "));
                return Err(Problem::bad(&name, detail));
            }
            if params.insert(name.clone(), value).is_some() {
                return Err(Problem::bad(&name, format!("Tham số “{name}” có hai lần.")));
            }
        }
        Ok(Params(params))
    }
}

/// The parameters by name.
pub(super) struct Params(BTreeMap<String, String>);

impl Params {
    /// A parameter that may be absent; empty counts as absent.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A parameter that must be there.
    pub(super) fn needed(&self, name: &str) -> Result<&str, Problem> {
        self.text(name).ok_or_else(|| Problem::bad(name, format!("Thêm tham số “{name}”.")))
    }

    /// An id that may be absent.
    pub(super) fn id<Id: FromStr>(&self, name: &str) -> Result<Option<Id>, Problem> {
        self.text(name).map(|text| id(name, text)).transpose()
    }

    /// How many rows, at most 500.
    pub(super) fn most(&self) -> Result<u32, Problem> {
        let Some(text) = self.text("limit") else { return Ok(100) };
        text.parse::<u32>()
            .ok()
            .filter(|most| (1..=500).contains(most))
            .ok_or_else(|| Problem::bad("limit", "Số dòng từ 1 đến 500."))
    }

    /// A day, today when absent.
    pub(super) fn day(&self, name: &str, today: Date) -> Result<Date, Problem> {
        let Some(text) = self.text(name) else { return Ok(today) };
        text.parse()
            .map_err(|_| Problem::bad(name, format!("“{text}” không phải là ngày. Viết như 2024-05-16.")))
    }

    /// A period that must be there.
    pub(super) fn period(&self, name: &str) -> Result<Period, Problem> {
        let text = self.needed(name)?;
        text.parse().map_err(|_| {
            let shapes = "2024M05, 2024Q2, 2024H1, 2024, 2021-2024 hoặc 2021-05-18..2024-05-16";
            Problem::bad(name, format!("“{text}” không phải là kỳ. Viết như {shapes}."))
        })
    }

    /// The stretch from one end to another. Each end is a day, or a period whose outer day counts.
    pub(super) fn range(&self) -> Result<Period, Problem> {
        let first = end(self.needed("from")?, Period::first).ok_or_else(|| wrong_end("from"))?;
        let last = end(self.needed("to")?, Period::last).ok_or_else(|| wrong_end("to"))?;
        Period::new(first, last)
            .map_err(|_| Problem::bad("to", "Khoảng thời gian kết thúc trước khi bắt đầu."))
    }

    /// For whom a submission speaks; the unit's own part when absent.
    pub(super) fn scope(&self) -> Result<Scope, Problem> {
        Scope::from_code(self.text("scope").unwrap_or("own")).ok_or_else(|| wrong_word("scope", "own, whole"))
    }

    /// By which road; declared when absent.
    pub(super) fn road(&self) -> Result<Road, Problem> {
        Road::from_code(self.text("road").unwrap_or("declared"))
            .ok_or_else(|| wrong_word("road", "declared, evidenced"))
    }

    /// Through which tree; that of the time when absent.
    pub(super) fn lens(&self) -> Result<Lens, Problem> {
        match self.text("lens").unwrap_or("as-was") {
            "as-was" => Ok(Lens::AsWas),
            "as-is" => Ok(Lens::AsIs),
            _ => Err(wrong_word("lens", "as-was, as-is")),
        }
    }

    /// In which breakdown; none when absent.
    pub(super) fn breakdown(&self) -> Result<Breakdown, Problem> {
        let subject = Subject::from_code(self.text("subject").unwrap_or("any"))
            .ok_or_else(|| wrong_word("subject", "any, collective, individual, household, combined"))?;
        Ok(Breakdown { subject, detail: self.text("detail").unwrap_or_default().to_owned() })
    }
}

/// An id in the address itself or in a parameter.
pub(super) fn id<Id: FromStr>(name: &str, text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| Problem::bad(name, format!("“{text}” không phải là mã định danh.")))
}

fn wrong_word(name: &str, known: &str) -> Problem {
    Problem::bad(name, format!("Tham số “{name}” nhận: {known}."))
}

fn wrong_end(name: &str) -> Problem {
    Problem::bad(name, "Viết ngày như 2024-05-16, hoặc kỳ như 2024, 2024Q2, 2024M05.")
}

fn end(text: &str, of: impl FnOnce(Period) -> Date) -> Option<Date> {
    text.parse::<Date>().ok().or_else(|| text.parse::<Period>().ok().map(of))
}
