//! The five source articles: every figure that the product promises comes out with its value, bound, measure,
//! split and quote.
//!
//! Not here: the way from a proposal to a stored figure (room `acts`).

use reader::mapping::{CatalogueRow, GiverLevel, Known, Part, Proposal, Subject, propose};
use reader::{Options, Qualifier, Reading, read};

const CODES: [(&str, &str); 22] = [
    ("HT01", "lớp"),
    ("HT02", "điểm cầu"),
    ("HT03", "lượt người"),
    ("HT04", "%"),
    ("HT05", "%"),
    ("KH01", "bản"),
    ("KH02", "việc"),
    ("KH03", "việc"),
    ("SH01", "chi bộ"),
    ("SH02", "buổi"),
    ("HD01", "cây"),
    ("HD02", "đơn vị máu"),
    ("HD03", "đồng"),
    ("HD04", "đội hình"),
    ("HD05", "suất"),
    ("MH01", "mô hình"),
    ("NT01", "lượt"),
    ("KT01", "cuộc"),
    ("TT01", "tin"),
    ("KT10", "lượt"),
    ("HH01", "huy hiệu"),
    ("VB01", "văn bản"),
];

fn article(number: &str) -> String {
    let path = format!("{}/../../demo/articles/{number}.txt", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn proposals(text: &str) -> (Reading, Vec<Proposal>) {
    let catalogue: Vec<CatalogueRow> = CODES
        .iter()
        .map(|(code, measure)| CatalogueRow {
            code: (*code).into(),
            name: (*code).into(),
            keywords: vec![],
            measure: (*measure).into(),
        })
        .collect();
    let reading = read(text, &Options::default());
    let all = propose(&reading, &Known { catalogue: &catalogue, learned: &[] });
    (reading, all)
}

fn cut(text: &str, span: reader::Span) -> String {
    let (a, b) = (usize::try_from(span.start).unwrap(), usize::try_from(span.end).unwrap());
    text.chars().skip(a).take(b - a).collect()
}

/// One figure: code, part, value, bound, measure, and a phrase that its quote holds.
type Row<'a> = (&'a str, Part, i64, Qualifier, &'a str, &'a str);

#[track_caller]
fn holds(number: &str, row: Row<'_>) -> Proposal {
    let text = article(number);
    let (_, all) = proposals(&text);
    let (code, part, value, qualifier, measure, quote) = row;
    let code = if code.is_empty() { None } else { Some(code.to_owned()) };
    let fits = |p: &&Proposal| {
        p.code == code
            && (p.part, p.value, p.qualifier) == (part, value, qualifier)
            && p.measure == measure
            && cut(&text, p.quote).replace('\u{a0}', " ").contains(quote)
    };
    let found = all.iter().find(fits);
    found.cloned().unwrap_or_else(|| {
        let seen: Vec<String> = all
            .iter()
            .map(|p| {
                format!(
                    "{:?} {:?} {} {:?} {} «{}»",
                    p.code,
                    p.part,
                    p.value,
                    p.qualifier,
                    p.measure,
                    cut(&text, p.quote)
                )
            })
            .collect();
        panic!("{row:?} is missing among\n{}", seen.join("\n"))
    })
}

use Part::{Attendees, Classes, Collectives, Combined, Individuals, Points, Value};
use Qualifier::{Exact, MoreThan};

#[test]
fn article_000() {
    holds("000", ("HD04", Value, 180, Exact, "đội hình", "180 đội hình"));
    holds("000", ("HD01", Value, 6296, Exact, "cây xanh", "6.296 cây xanh"));
    holds("000", ("HD02", Value, 2193, Exact, "đơn vị máu", "2.193 đơn vị máu"));
    holds("000", ("HD03", Value, 3_500_000_000, Exact, "đồng", "3,5 tỉ đồng"));
    let all = holds("000", ("KT10", Combined, 412, Exact, "tập thể và cá nhân", "412 tập thể và cá nhân"));
    assert_eq!(
        (all.breakdown.subject, all.breakdown.level),
        (Some(Subject::Combined), Some(GiverLevel::Several))
    );
    let own = holds("000", ("KT10", Collectives, 26, Exact, "tập thể", "26 tập thể và 34 cá nhân"));
    assert_eq!(own.breakdown.form.as_deref(), Some("Giấy khen"));
    assert_eq!(own.breakdown.giver.as_deref(), Some("Ban Thường vụ Đảng ủy Khối"));
    holds("000", ("KT10", Individuals, 34, Exact, "cá nhân", "26 tập thể và 34 cá nhân"));
}

#[test]
fn article_001() {
    holds("001", ("HT02", Points, 61, Exact, "điểm cầu", "61 điểm cầu"));
    holds("001", ("HT03", Attendees, 2701, Exact, "lượt người", "2.701 cán bộ"));
    holds("001", ("HT04", Value, 100_000, Exact, "%", "100%"));
    let of_all = holds("001", ("KH02", Value, 487, Exact, "việc làm theo", "487 việc làm theo"));
    assert_eq!(of_all.breakdown.subject, Some(Subject::Collective));
    let of_one = holds("001", ("KH03", Value, 5400, MoreThan, "việc làm theo", "hơn 5.400 việc làm theo"));
    assert_eq!(of_one.breakdown.subject, Some(Subject::Individual));
    holds("001", ("NT01", Collectives, 113, Exact, "tập thể", "113 tập thể, 397 cá nhân"));
    holds("001", ("NT01", Individuals, 397, Exact, "cá nhân", "113 tập thể, 397 cá nhân"));
    let state = holds("001", ("KT10", Individuals, 1, Exact, "cá nhân", "1 cá nhân"));
    assert_eq!(state.breakdown.level, Some(GiverLevel::Central));
    let (_, all) = proposals(&article("001"));
    let ones: Vec<&Proposal> = all.iter().filter(|p| p.part == Collectives && p.value == 1).collect();
    let levels: Vec<Option<GiverLevel>> = ones.iter().map(|p| p.breakdown.level).collect();
    assert_eq!(levels, [Some(GiverLevel::Province), Some(GiverLevel::Ministry)]);
    assert!(ones.iter().all(|p| p.breakdown.form.as_deref() == Some("Bằng khen")));
}

#[test]
fn article_002() {
    let mixed = holds("002", ("", Value, 79, Exact, "cấp ủy", "79 cấp ủy"));
    assert_eq!(mixed.breakdown.subject, Some(Subject::Combined));
    holds("002", ("HT01", Classes, 4, Exact, "lớp", "04 lớp"));
    holds("002", ("HT04", Value, 97_000, Exact, "%", "97%"));
    holds("002", ("HT05", Value, 86_000, Exact, "%", "86%"));
    let city = holds("002", ("KT10", Collectives, 1, Exact, "tập thể", "01 tập thể và 01 cá nhân"));
    assert_eq!(city.breakdown.giver.as_deref(), Some("Thành ủy Cần Thơ"));
    assert_eq!(city.breakdown.level, Some(GiverLevel::Province));
    holds("002", ("KT10", Individuals, 1, Exact, "cá nhân", "01 tập thể và 01 cá nhân"));
    let own =
        holds("002", ("KT10", Collectives, 13, Exact, "tập thể", "Giấy khen cho 13 tập thể và 16 cá nhân"));
    assert_eq!(own.breakdown.form.as_deref(), Some("Giấy khen"));
    holds("002", ("KT10", Individuals, 16, Exact, "cá nhân", "Giấy khen cho 13 tập thể và 16 cá nhân"));
    let badge = holds("002", ("HH01", Individuals, 2, Exact, "cá nhân", "02 đồng chí"));
    assert_eq!(badge.breakdown.form.as_deref(), Some("Huy hiệu 30 năm tuổi Đảng"));
}

#[test]
fn article_003() {
    let all = holds("003", ("KT10", Combined, 27, Exact, "tập thể và cá nhân", "27 tập thể, cá nhân"));
    assert_eq!(all.breakdown.subject, Some(Subject::Combined));
}

#[test]
fn article_004() {
    holds("004", ("KT10", Collectives, 691, Exact, "tập thể", "691 tập thể, 1.780 cá nhân"));
    holds("004", ("KT10", Individuals, 1780, Exact, "cá nhân", "691 tập thể, 1.780 cá nhân"));
    let state = holds("004", ("KT10", Collectives, 16, Exact, "tập thể", "16 tập thể, 32 cá nhân"));
    assert_eq!(state.breakdown.form.as_deref(), Some("Bằng khen"));
    assert_eq!(state.breakdown.giver.as_deref(), Some("Chủ tịch UBND tỉnh Sóc Trăng"));
    holds("004", ("KT10", Individuals, 32, Exact, "cá nhân", "16 tập thể, 32 cá nhân"));
    let (reading, _) = proposals(&article("004"));
    let names: Vec<&str> = reading.models.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Tổ Giám sát cộng đồng",
            "Tổ tư vấn y tế phục vụ công tác phòng, chống COVID-19",
            "Túi an sinh công đoàn",
            "Bếp ăn nghĩa tình",
            "Chuyến xe nghĩa tình - đồng hành vượt qua đại dịch",
            "Gian hàng 0 đồng - chia sẻ yêu thương",
            "Tiếng loa thanh niên",
            "Kết nối trái tim"
        ]
    );
}
