//! The five articles: what each must give, and the reading, deciding and writing that gives it.
//!
//! A person would look at each proposal beside its words; here the table below stands for that person, and whatever
//! it does not find makes the loading fail. Not here: finding proposals (`reader`), the articles (`demo/articles`).

use acts::Ctx;
use acts::document::{self, Choice, NewDocument, Opened, Proposal};
use anyhow::{Context as _, anyhow};
use domain::figure::{Bound, Value};
use domain::id::ProposalId;
use domain::indicator::{Breakdown, Subject};
use domain::submission::Scope;
use domain::unit::UnitId;

use crate::intake;

/// Kept and newly founded teams told in one number.
pub(super) const KEPT_AND_NEW: &str = "duy trì và thành lập mới";

/// Awards of all levels told in one number.
pub(super) const BY_ALL_LEVELS: &str = "Khen thưởng, các cấp";

/// A figure that an article must give.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    /// The indicator's code.
    pub code: &'static str,
    /// Whom it counts.
    pub subject: Subject,
    /// The indicator's own detail.
    pub detail: &'static str,
    /// The value with its bound.
    pub value: Value,
    /// Words that the quote holds.
    pub quote: &'static str,
}

/// An article and what it must give.
#[derive(Debug, Clone, Copy)]
pub struct Article {
    /// Its number, which is its file's name.
    pub number: &'static str,
    /// Its text.
    pub text: &'static str,
    /// The code of the committee that it tells of.
    pub unit: &'static str,
    /// The role of the person who reads it.
    pub writer: &'static str,
    /// For which days its figures stand.
    pub period: &'static str,
    /// What it must give.
    pub figures: &'static [Expected],
}

const fn count(
    code: &'static str,
    subject: Subject,
    detail: &'static str,
    number: i64,
    quote: &'static str,
) -> Expected {
    Expected { code, subject, detail, value: Value::Count { number, bound: Bound::Exact }, quote }
}

const fn percent(code: &'static str, whole: i64, quote: &'static str) -> Expected {
    let value = Value::Statement { thousandths: whole * 1000, bound: Bound::Exact };
    Expected { code, subject: Any, detail: "", value, quote }
}

use Subject::{Any, Collective, Combined, Individual};

/// The articles.
pub const ARTICLES: &[Article] = &[
    Article {
        number: "000",
        text: include_str!("../../../../demo/articles/000.txt"),
        unit: "K00",
        writer: "staff",
        period: "2021-2024",
        figures: &[
            count("HD04", Any, KEPT_AND_NEW, 180, "180 đội hình tình nguyện"),
            count("HD01", Any, "", 6_296, "6.296 cây xanh"),
            count("HD02", Any, "", 2_193, "2.193 đơn vị máu"),
            count("HD03", Any, "", 3_500_000_000, "3,5 tỉ đồng"),
            count("KT10", Combined, BY_ALL_LEVELS, 412, "412 tập thể và cá nhân"),
            count("KT10", Collective, "Giấy khen, cấp trên cơ sở", 26, "26 tập thể và 34 cá nhân"),
            count("KT10", Individual, "Giấy khen, cấp trên cơ sở", 34, "26 tập thể và 34 cá nhân"),
        ],
    },
    Article {
        number: "001",
        text: include_str!("../../../../demo/articles/001.txt"),
        unit: "K01",
        writer: "staff-001",
        period: "2023",
        figures: &[
            count("HT02", Any, "", 61, "61 điểm cầu"),
            count("HT03", Any, "", 2_701, "2.701 cán bộ, đảng viên"),
            percent("HT04", 100, "100%"),
            count("KH02", Any, "", 487, "487 việc làm theo"),
            Expected {
                code: "KH03",
                subject: Any,
                detail: "",
                value: Value::Count { number: 5_400, bound: Bound::AtLeast },
                quote: "hơn 5.400 việc làm theo",
            },
            count("NT01", Collective, "", 113, "113 tập thể, 397 cá nhân"),
            count("NT01", Individual, "", 397, "113 tập thể, 397 cá nhân"),
            count(
                "KT10",
                Individual,
                "Bằng khen, cấp Trung ương",
                1,
                "1 cá nhân điển hình tiên tiến được Thủ tướng",
            ),
            count(
                "KT10",
                Collective,
                "Bằng khen, cấp tỉnh",
                1,
                "1 tập thể điển hình tiên tiến được Chủ tịch UBND",
            ),
            count(
                "KT10",
                Collective,
                "Bằng khen, cấp bộ, ngành, đoàn thể Trung ương",
                1,
                "1 tập thể điển hình tiên tiến được Tổng Liên đoàn",
            ),
        ],
    },
    Article {
        number: "002",
        text: include_str!("../../../../demo/articles/002.txt"),
        unit: "K02",
        writer: "staff-002",
        period: "2016-2018",
        figures: &[
            count("HT06", Combined, "", 79, "79 cấp ủy cơ sở"),
            count("HT01", Any, "", 4, "04 lớp"),
            percent("HT04", 97, "97%"),
            percent("HT05", 86, "86%"),
            count("KT10", Collective, "Biểu dương, khen thưởng, cấp tỉnh", 1, "01 tập thể và 01 cá nhân"),
            count("KT10", Individual, "Biểu dương, khen thưởng, cấp tỉnh", 1, "01 tập thể và 01 cá nhân"),
            count(
                "KT10",
                Collective,
                "Giấy khen, cấp trên cơ sở",
                13,
                "Giấy khen cho 13 tập thể và 16 cá nhân",
            ),
            count(
                "KT10",
                Individual,
                "Giấy khen, cấp trên cơ sở",
                16,
                "Giấy khen cho 13 tập thể và 16 cá nhân",
            ),
            count("HH01", Any, "Huy hiệu 30 năm tuổi Đảng", 2, "02 đồng chí"),
        ],
    },
    Article {
        number: "003",
        text: include_str!("../../../../demo/articles/003.txt"),
        unit: "K03",
        writer: "staff-003",
        period: "2023",
        figures: &[count("KT10", Combined, "Biểu dương, khen thưởng", 27, "27 tập thể, cá nhân")],
    },
    Article {
        number: "004",
        text: include_str!("../../../../demo/articles/004.txt"),
        unit: "K04",
        writer: "staff-004",
        period: "2021-2024",
        figures: &[
            count("KT10", Collective, "Biểu dương, khen thưởng, các cấp", 691, "691 tập thể, 1.780 cá nhân"),
            count(
                "KT10",
                Individual,
                "Biểu dương, khen thưởng, các cấp",
                1_780,
                "691 tập thể, 1.780 cá nhân",
            ),
            count("MH01", Any, "được nêu tên", 8, "Bếp ăn nghĩa tình"),
            count("KT10", Collective, "Bằng khen, cấp tỉnh", 16, "16 tập thể, 32 cá nhân"),
            count("KT10", Individual, "Bằng khen, cấp tỉnh", 32, "16 tập thể, 32 cá nhân"),
        ],
    },
];

/// Reads an article, decides on its proposals and writes what was accepted.
pub(super) async fn load(writer: &Ctx, unit: UnitId, article: &Article) -> anyhow::Result<()> {
    let name = format!("bai-{}.txt", article.number);
    let text = intake::text_of(&name, article.text.as_bytes()).map_err(|end| anyhow!("{end:?}"))?;
    let new = NewDocument {
        unit,
        period: Some(article.period.parse()?),
        name,
        kind: intake::kind_code(text.kind).to_owned(),
        original: article.text.as_bytes().to_vec(),
        text: text.content,
        blocks: String::new(),
        cells: Vec::new(),
    };
    let document = document::upload(writer, new).await.map_err(|end| anyhow!("{end}"))?;
    let opened = document::open(writer, document).await?;
    let choices = decide(&opened, article.figures)?;
    document::decide(writer, document, choices).await.map_err(|end| anyhow!("{end}"))?;
    let written = document::write(writer, document).await.map_err(|end| anyhow!("{end}"))?;
    if written == article.figures.len() {
        return Ok(());
    }
    Err(anyhow!("{written} figures were written instead of {}", article.figures.len()))
}

/// Accepts the proposal of each expected figure, in the breakdown of the table, and rejects all others.
fn decide(opened: &Opened, expected: &[Expected]) -> anyhow::Result<Vec<(ProposalId, Choice)>> {
    let mut left: Vec<&Proposal> = opened.proposals.iter().collect();
    let mut choices = Vec::new();
    for figure in expected {
        let place = left
            .iter()
            .position(|one| fits(one, figure))
            .ok_or_else(|| anyhow!("no proposal for {figure:?} among {:#?}", summary(opened)))?;
        let found = left.remove(place);
        let indicator = opened
            .catalogue
            .by_code(figure.code)
            .with_context(|| format!("no indicator {}", figure.code))?
            .id;
        let choice = Choice::Accept {
            value: figure.value,
            indicator,
            breakdown: Breakdown { subject: figure.subject, detail: figure.detail.to_owned() },
            scope: Scope::Whole,
        };
        choices.push((found.id, choice));
    }
    choices.extend(left.into_iter().map(|one| (one.id, Choice::Reject)));
    Ok(choices)
}

/// Whether a proposal says the figure: the very value with its bound, told in those words, counting the same kind of
/// subject. Indicator and detail are the reader's guess, which a person may correct.
fn fits(proposal: &Proposal, figure: &Expected) -> bool {
    let awards = matches!(figure.code, "KT10" | "NT01");
    proposal.value == figure.value
        && proposal.quote.replace('\u{a0}', " ").contains(figure.quote)
        && (!awards || proposal.breakdown.subject == figure.subject)
}

fn summary(opened: &Opened) -> Vec<String> {
    let line = |one: &Proposal| format!("{:?} {:?} “{}”", one.value, one.breakdown, one.quote);
    opened.proposals.iter().map(line).collect()
}
