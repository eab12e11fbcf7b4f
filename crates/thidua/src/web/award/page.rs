//! The page Quy định khen thưởng: three reckoners, and the forms with their rules as of a day.
//!
//! Not here: the rules (`acts::award`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Field, Tag};

/// A rule in words.
#[derive(Clone, Debug, Default)]
pub struct RuleLine {
    /// Its short name.
    pub title: String,
    /// What it says beyond its name; may be empty.
    pub text: String,
    /// Why it is to be used with care; its text is empty when it is not.
    pub doubt: Tag,
    /// Article, where it was read, since when.
    pub source: String,
}

/// A form with its rules.
#[derive(Clone, Debug, Default)]
pub struct FormRow {
    /// Its name.
    pub name: String,
    /// Who may receive it.
    pub note: String,
    /// Its rules.
    pub rules: Vec<RuleLine>,
}

/// A rule of the installation's own.
#[derive(Clone, Debug, Default)]
pub struct OwnRow {
    /// Its id.
    pub id: String,
    /// Its short name and what it says.
    pub title: String,
    /// Key, article, where it was read.
    pub note: String,
    /// From when to when.
    pub dates: String,
    /// Whether it is to be used with care; empty when it is not.
    pub doubt: Tag,
    /// Whether it counts.
    pub standing: Tag,
    /// Whether the person may confirm it.
    pub may_confirm: bool,
    /// Where it is taken back; empty for whoever may not.
    pub withdraw: String,
    /// Where a new version is written; empty for whoever may not.
    pub version: String,
}

/// A small form that reckons.
#[derive(Clone, Debug)]
pub struct Reckoner {
    /// Its anchor on the page.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What came out, line by line.
    pub told: Vec<String>,
}

/// Quy định khen thưởng.
#[derive(Template)]
#[template(path = "award/rules.html")]
pub struct RulesPage {
    /// The frame.
    pub f: Frame,
    /// The day as typed.
    pub day: String,
    /// Why the day was refused; empty when it was not.
    pub day_error: String,
    /// The reckoners.
    pub reckoners: Vec<Reckoner>,
    /// What can be begun here.
    pub actions: Vec<Link>,
    /// The installation's own rules, those that wait included.
    pub own: Vec<OwnRow>,
    /// How many forms.
    pub count: String,
    /// General principles first, then the forms.
    pub forms: Vec<FormRow>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let long = "Bằng khen của ban thường vụ cấp ủy cấp trên cơ sở trực thuộc tỉnh ủy, thành ủy";
    let line = |text: &str, doubt: Tag| RuleLine {
        title: "Ba lần liên tục Chiến sĩ thi đua cơ sở".to_owned(),
        text: text.to_owned(),
        doubt,
        source: "Luật 06/2022/QH15, Điều 22 · vi.wikisource.org · 1/1/2024".to_owned(),
    };
    let reckoner = |error: &str, told: Vec<String>| Reckoner {
        id: "han",
        heading: w.award.term.to_owned(),
        fields: vec![
            Field::date(lang, "bat-dau", w.award.start).value("10/2/2026"),
            Field::text(lang, "so-ngay", w.award.days).value("0").error(error),
        ],
        told,
    };
    let page = |day_error: &str, reckoners, forms: Vec<FormRow>| RulesPage {
        f: frame(lang, w.award.heading, crate::web::frame::Place::Awards),
        day: "20/11/2026".to_owned(),
        day_error: day_error.to_owned(),
        reckoners,
        actions: vec![Link { here: true, ..Link::to(w.person.add_rule, "/khen-thuong/quy-dinh/ghi") }],
        own: if forms.is_empty() {
            Vec::new()
        } else {
            vec![OwnRow {
                id: "1".to_owned(),
                title: "Phiếu của Hội đồng: 80%".to_owned(),
                note: "song-tien.hoi-dong · Điều 7".to_owned(),
                dates: w.person.since("1/1/2024", w.person.lasts),
                doubt: Tag::look(w.award.unverified),
                standing: Tag::look(w.person.unconfirmed),
                may_confirm: true,
                withdraw: "/khen-thuong/quy-dinh/1/rut".to_owned(),
                version: "/khen-thuong/quy-dinh/ghi?khoa=a".to_owned(),
            }]
        },
        count: w.award.in_force(forms.len()),
        forms,
    };
    let forms = vec![
        FormRow {
            name: long.to_owned(),
            note: "Cá nhân, tập thể".to_owned(),
            rules: vec![line("", Tag::default()), line("90%", Tag::look(w.award.unverified))],
        },
        FormRow { name: "Giải thưởng Nhà nước".to_owned(), ..FormRow::default() },
    ];
    let told = vec![w.award.last_day("3/3/2026"), w.award.year_unknown(2027)];
    vec![
        Sample::new("award-usual", &page("", vec![reckoner("", told)], forms)),
        Sample::new("award-empty", &page("", Vec::new(), Vec::new())),
        Sample::new(
            "award-refused",
            &page("Sửa “32/5”.", vec![reckoner(w.award.days_wrong, Vec::new())], Vec::new()),
        ),
    ]
}
