//! What a text is read to, and paragraphs of no account to put around what a rule is tried on.
//!
//! Not here: the rules (one module for what belongs together).

use reader::{Award, AwardStatus, Options, Reading, read};

/// A paragraph of no account, long enough to be one.
pub(crate) const PARAGRAPH: &str = "Trong năm qua, các chi bộ đã duy trì nền nếp sinh hoạt, chăm lo đời sống của bà con trong thôn, giữ \
                                    gìn đường làng sạch sẽ và giúp đỡ nhau trong sản xuất.";

/// Another one.
pub(crate) const FURTHER: &str = "Cùng với đó, các hội và đoàn thể ở cơ sở thường xuyên thăm hỏi, động viên những gia đình gặp khó khăn, \
                                  tổ chức nhiều buổi giao lưu văn nghệ cho thiếu nhi trong dịp hè.";

pub(crate) fn told(text: &str) -> Reading {
    read(text, &Options::default())
}

pub(crate) fn bodies(text: &str) -> Vec<String> {
    told(text).organisations.into_iter().map(|o| o.name).collect()
}

pub(crate) fn days(text: &str) -> Vec<String> {
    told(text).dates.into_iter().map(|d| d.value.to_string()).collect()
}

pub(crate) fn captions(text: &str) -> Vec<String> {
    told(text).captions.into_iter().map(|c| c.mention.source).collect()
}

pub(crate) fn tasks(text: &str) -> Vec<String> {
    told(text).tasks.into_iter().map(|t| t.mention.source).collect()
}

pub(crate) fn portal(text: &str) -> Vec<String> {
    told(text).boilerplate.into_iter().map(|t| t.mention.source).collect()
}

/// Collectives, individuals, both together.
pub(crate) fn counts(a: &Award) -> (Option<i64>, Option<i64>, Option<i64>) {
    (a.collectives, a.individuals, a.combined)
}

/// Form, giver, collectives, individuals, both together.
pub(crate) type Given = (String, Option<String>, Option<i64>, Option<i64>, Option<i64>);

pub(crate) fn given(text: &str) -> Vec<Given> {
    told(text).awards.into_iter().map(|a| (a.form, a.by, a.collectives, a.individuals, a.combined)).collect()
}

/// "form|giver|bodies|people|both", with "?" when it is only proposed; "-" is what nobody tells.
fn award(a: Award) -> String {
    let count = |n: Option<i64>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let asked = if a.status == AwardStatus::Proposed { "?" } else { "" };
    let by = a.by.unwrap_or_else(|| "-".to_owned());
    format!("{}|{by}|{}|{}|{}{asked}", a.form, count(a.collectives), count(a.individuals), count(a.combined))
}

pub(crate) fn awards(text: &str) -> Vec<String> {
    told(text).awards.into_iter().map(award).collect()
}

/// Every text is read to what stands beside it.
#[track_caller]
pub(crate) fn each(read: impl Fn(&str) -> Vec<String>, rows: &[(&str, &[&str])]) {
    for (text, want) in rows {
        assert_eq!(read(text), *want, "{text}");
    }
}
