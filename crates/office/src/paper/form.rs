//! The two forms of official papers, measure by measure, each with its source.
//!
//! This file is the table: what an element measures, which text says so, and whether the text itself was read
//! ("chưa kiểm chứng" where only reports of it were). `docs/paper-forms.md` prints it; a test keeps both equal.
//! Not here: putting the elements on a sheet (the room `paper` does that).

use std::fmt::Write as _;

use super::length::Length;

/// Whose form a paper has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// The Party's: Quy định 399-QĐ/TW (2026) with Hướng dẫn 05-HD/VPTW (2026).
    #[default]
    Party,
    /// The State's: Nghị định 30/2020/NĐ-CP.
    State,
}

/// A measure with its source.
#[derive(Debug, Clone, Copy)]
pub struct Cited<T> {
    /// The measure.
    pub value: T,
    /// Which text says so.
    pub source: &'static str,
    /// Whether the text itself was read. Where not, the table says "chưa kiểm chứng".
    pub verified: bool,
}

/// How far apart lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// This far, whatever stands in them.
    Exact(Length),
    /// Hundredths of the font's own line: 115 is 1.15 lines.
    Lines(u16),
}

/// What stands under the issuer's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssuerMark {
    /// A star.
    Star,
    /// A short rule.
    Rule,
}

/// How number and symbol are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberStyle {
    /// Before the number: "Số ", "Số: ".
    pub opening: &'static str,
    /// Between number and type.
    pub before_kind: char,
    /// Between type and issuer.
    pub before_organ: char,
}

/// How the bases of a paper are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BaseStyle {
    /// Whether they are in italics.
    pub italic: bool,
    /// What opens each line.
    pub opening: &'static str,
    /// What closes each line but the last.
    pub between: &'static str,
    /// What closes the last.
    pub last: &'static str,
}

/// How one short text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Size of its letters.
    pub size: Length,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
}

/// Everything a form lays down.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Free space at the top of the sheet.
    pub top: Cited<Length>,
    /// At the bottom.
    pub bottom: Cited<Length>,
    /// At the left.
    pub left: Cited<Length>,
    /// At the right.
    pub right: Cited<Length>,
    /// Letters of the body.
    pub body: Cited<Length>,
    /// Distance of lines.
    pub spacing: Cited<Spacing>,
    /// Inset of the first line of a paragraph.
    pub inset: Cited<Length>,
    /// Free space between paragraphs.
    pub gap: Cited<Length>,
    /// Letters in tables.
    pub table: Cited<Length>,
    /// Lines at the top right.
    pub nation: Cited<&'static [(&'static str, Look)]>,
    /// Length of the rule under them.
    pub nation_rule: Cited<Length>,
    /// The body above the issuer.
    pub parent: Cited<Look>,
    /// The issuer.
    pub issuer: Cited<Look>,
    /// What stands under the issuer.
    pub issuer_mark: Cited<IssuerMark>,
    /// Number and symbol.
    pub number: Cited<NumberStyle>,
    /// Letters of the number line.
    pub number_look: Cited<Look>,
    /// Place and date.
    pub place: Cited<Look>,
    /// The type of the paper.
    pub kind: Cited<Look>,
    /// What it is about.
    pub subject: Cited<Look>,
    /// What an official letter is about, under its number.
    pub letter_subject: Cited<Look>,
    /// What opens that line.
    pub letter_opening: Cited<&'static str>,
    /// What stands under the subject: dashes, or nothing for a drawn rule.
    pub subject_end: Cited<&'static str>,
    /// The bases.
    pub bases: Cited<BaseStyle>,
    /// "Kính gửi", "Kính trình".
    pub addressed: Cited<[&'static str; 2]>,
    /// What follows the number of a heading of each depth.
    pub headings: Cited<[&'static str; 3]>,
    /// What closes the body.
    pub closing: Cited<&'static str>,
    /// On behalf of, in place of, by order of, by delegation.
    pub capacities: Cited<[&'static str; 4]>,
    /// The lines of capacity and post.
    pub post: Cited<Look>,
    /// The signer's name.
    pub name: Cited<Look>,
    /// Free space for the signature.
    pub signature_room: Cited<Length>,
    /// The words above the recipients.
    pub recipients_word: Cited<(&'static str, Look)>,
    /// The recipients.
    pub recipients: Cited<Look>,
    /// Number of the page: in the middle at the top, from the second page on, this far from the edge.
    pub page_number: Cited<(Length, Look)>,
    /// Who signs minutes: at the left, at the right.
    pub minutes: Cited<[&'static str; 2]>,
}

const HD05: &str = "HD 05-HD/VPTW (27/5/2026)";
const QD399: &str = "QĐ 399-QĐ/TW (09/01/2026)";
const HD36: &str = "HD 36-HD/VPTW (2018), nay là HD 05-HD/VPTW";
const ND30: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I";
const OWN: &str = "lựa chọn của chương trình trong khung cho phép";

/// The texts themselves were not at hand: whoever reads one sets `verified` at the measure.
const fn told<T: Copy>(value: T, source: &'static str) -> Cited<T> {
    Cited { value, source, verified: false }
}

/// Letters of so many points, upright and light.
const fn plain(points: i64) -> Look {
    Look { size: Length::points(points), bold: false, italic: false, underline: false }
}

const fn bold(points: i64) -> Look {
    Look { bold: true, ..plain(points) }
}

const fn italic(points: i64) -> Look {
    Look { italic: true, ..plain(points) }
}

/// The Party's form.
static PARTY: Rules = Rules {
    top: told(Length::mm(20), HD05),
    bottom: told(Length::mm(20), HD05),
    left: told(Length::mm(30), HD05),
    right: told(Length::mm(15), HD05),
    body: told(Length::points(14), HD05),
    // Two reports of the same text say 18 and 19 pt.
    spacing: told(Spacing::Exact(Length::points(18)), HD05),
    inset: told(Length::mm(10), HD05),
    gap: told(Length::points(6), HD36),
    table: told(Length::points(12), OWN),
    nation: told(&[("ĐẢNG CỘNG SẢN VIỆT NAM", bold(15))], HD36),
    nation_rule: told(Length::mm(73), HD36),
    parent: told(plain(14), HD36),
    issuer: told(bold(14), HD36),
    issuer_mark: told(IssuerMark::Star, HD05),
    number: told(NumberStyle { opening: "Số ", before_kind: '-', before_organ: '/' }, QD399),
    number_look: told(plain(14), HD36),
    place: told(italic(14), HD36),
    kind: told(bold(16), HD36),
    subject: told(bold(14), HD36),
    letter_subject: told(italic(12), HD05),
    letter_opening: told("Về việc ", HD05),
    subject_end: told("-----", HD05),
    bases: told(BaseStyle { italic: false, opening: "- ", between: ";", last: "," }, HD05),
    addressed: told(["Kính gửi:", "Kính trình:"], HD05),
    headings: told(["-", ".", ")"], HD05),
    closing: told(".", HD05),
    capacities: told(["T/M", "K/T", "T/L", "T/UQ"], HD05),
    post: told(bold(14), HD05),
    name: told(bold(14), HD05),
    signature_room: told(Length::mm(25), OWN),
    recipients_word: told(("Nơi nhận", Look { underline: true, ..plain(14) }), HD05),
    recipients: told(plain(12), HD36),
    page_number: told((Length::mm(10), plain(14)), HD36),
    minutes: told(["NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"], HD05),
};

/// The State's form.
static STATE: Rules = Rules {
    top: told(Length::mm(20), ND30),
    bottom: told(Length::mm(20), ND30),
    left: told(Length::mm(30), ND30),
    right: told(Length::mm(15), ND30),
    body: told(Length::points(14), ND30),
    spacing: told(Spacing::Lines(110), ND30),
    inset: told(Length::mm(10), ND30),
    gap: told(Length::points(6), ND30),
    table: told(Length::points(12), OWN),
    nation: told(
        &[("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold(12)), ("Độc lập - Tự do - Hạnh phúc", bold(13))],
        ND30,
    ),
    nation_rule: told(Length::mm(55), ND30),
    parent: told(plain(12), ND30),
    issuer: told(bold(12), ND30),
    issuer_mark: told(IssuerMark::Rule, ND30),
    number: told(NumberStyle { opening: "Số: ", before_kind: '/', before_organ: '-' }, ND30),
    number_look: told(plain(13), ND30),
    place: told(italic(13), ND30),
    kind: told(bold(14), ND30),
    subject: told(bold(14), ND30),
    letter_subject: told(plain(12), ND30),
    letter_opening: told("V/v ", ND30),
    subject_end: told("", ND30),
    bases: told(BaseStyle { italic: true, opening: "", between: ";", last: "." }, ND30),
    addressed: told(["Kính gửi:", "Kính gửi:"], ND30),
    headings: told([".", ".", ")"], ND30),
    closing: told("./.", ND30),
    capacities: told(["TM.", "KT.", "TL.", "TUQ."], ND30),
    post: told(bold(14), ND30),
    name: told(bold(14), ND30),
    signature_room: told(Length::mm(25), OWN),
    recipients_word: told(("Nơi nhận:", Look { italic: true, ..bold(12) }), ND30),
    recipients: told(plain(11), ND30),
    page_number: told((Length::mm(10), plain(14)), ND30),
    minutes: told(["THƯ KÝ", "CHỦ TRÌ"], OWN),
};

impl Form {
    /// What the form lays down.
    pub const fn rules(self) -> &'static Rules {
        match self {
            Self::Party => &PARTY,
            Self::State => &STATE,
        }
    }
}

/// A row of the printed table: an element, what it measures, and on whose word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The element, in Vietnamese, as the texts call it.
    pub element: &'static str,
    /// What it measures.
    pub value: String,
    /// Which text says so.
    pub source: &'static str,
    /// Whether that text was read.
    pub verified: bool,
}

/// Every measure of a form, for people to read and for tests to check finished papers against.
pub fn table(form: Form) -> Vec<Measure> {
    let rules = form.rules();
    let mut rows = Vec::new();
    let mut put = |element, value: String, source, verified| {
        rows.push(Measure { element, value, source, verified });
    };
    for (element, cited) in [
        ("Lề trên", rules.top),
        ("Lề dưới", rules.bottom),
        ("Lề trái", rules.left),
        ("Lề phải", rules.right),
        ("Thụt đầu dòng", rules.inset),
        ("Chỗ ký", rules.signature_room),
        ("Gạch dưới tiêu đề", rules.nation_rule),
    ] {
        put(element, millimetres(cited.value), cited.source, cited.verified);
    }
    put("Cỡ chữ nội dung", points(rules.body.value), rules.body.source, rules.body.verified);
    put("Cỡ chữ trong bảng", points(rules.table.value), rules.table.source, rules.table.verified);
    let spacing = match rules.spacing.value {
        Spacing::Exact(length) => format!("đúng {}", points(length)),
        Spacing::Lines(hundredths) => format!("{},{:02} dòng", hundredths / 100, hundredths % 100),
    };
    put("Giãn dòng", spacing, rules.spacing.source, rules.spacing.verified);
    put("Cách đoạn", points(rules.gap.value), rules.gap.source, rules.gap.verified);
    for (words, look) in rules.nation.value {
        put(
            "Tiêu đề, quốc hiệu",
            format!("{words}, {}", said(*look)),
            rules.nation.source,
            rules.nation.verified,
        );
    }
    for (element, cited) in [
        ("Cơ quan cấp trên", rules.parent),
        ("Cơ quan ban hành", rules.issuer),
        ("Số và ký hiệu: chữ", rules.number_look),
        ("Địa danh, ngày tháng", rules.place),
        ("Tên loại", rules.kind),
        ("Trích yếu", rules.subject),
        ("Trích yếu công văn", rules.letter_subject),
        ("Chức vụ người ký", rules.post),
        ("Họ tên người ký", rules.name),
        ("Nơi nhận: danh sách", rules.recipients),
    ] {
        put(element, said(cited.value), cited.source, cited.verified);
    }
    written(rules, &mut put);
    rows
}

/// The rows about what is written rather than how large.
fn written(rules: &Rules, put: &mut impl FnMut(&'static str, String, &'static str, bool)) {
    let mark = match rules.issuer_mark.value {
        IssuerMark::Star => "dấu sao *",
        IssuerMark::Rule => "gạch ngang ngắn",
    };
    put("Dưới cơ quan ban hành", mark.to_owned(), rules.issuer_mark.source, rules.issuer_mark.verified);
    let style = rules.number.value;
    let sample = format!("{}05{}BC{}…", style.opening, style.before_kind, style.before_organ);
    put("Số và ký hiệu", sample, rules.number.source, rules.number.verified);
    let opening = rules.letter_opening;
    put("Mở trích yếu công văn", opening.value.trim_end().to_owned(), opening.source, opening.verified);
    let end = if rules.subject_end.value.is_empty() { "gạch ngang" } else { rules.subject_end.value };
    put("Dưới trích yếu", end.to_owned(), rules.subject_end.source, rules.subject_end.verified);
    let base = rules.bases.value;
    let upright = if base.italic { "nghiêng" } else { "đứng" };
    let bases = format!("{upright}, “{}…{}”, cuối “{}”", base.opening, base.between, base.last);
    put("Căn cứ", bases, rules.bases.source, rules.bases.verified);
    let [sent, submitted] = rules.addressed.value;
    put(
        "Kính gửi, tờ trình",
        format!("{sent} / {submitted}"),
        rules.addressed.source,
        rules.addressed.verified,
    );
    let [first, second, third] = rules.headings.value;
    put(
        "Đánh số mục",
        format!("I{first} / 1{second} / a{third}"),
        rules.headings.source,
        rules.headings.verified,
    );
    put("Kết thúc văn bản", rules.closing.value.to_owned(), rules.closing.source, rules.closing.verified);
    put("Thể thức ký", rules.capacities.value.join(", "), rules.capacities.source, rules.capacities.verified);
    let (words, look) = rules.recipients_word.value;
    put(
        "Nơi nhận",
        format!("{words}, {}", said(look)),
        rules.recipients_word.source,
        rules.recipients_word.verified,
    );
    let (edge, look) = rules.page_number.value;
    let page = format!("giữa, cách mép trên {}, từ trang 2, {}", millimetres(edge), said(look));
    put("Số trang", page, rules.page_number.source, rules.page_number.verified);
    put("Ký biên bản", rules.minutes.value.join(" – "), rules.minutes.source, rules.minutes.verified);
}

/// The table of both forms as `docs/paper-forms.md` prints it.
pub fn document() -> String {
    let mut out = String::from(
        "# The forms of official papers\n\nPrinted from `crates/office/src/paper/form.rs` by `cargo run -p office --example paper_forms`; a \
         test keeps both\nequal. What was taken from reports of a text, and not from the text itself, is marked \
         *chưa kiểm chứng*.\n",
    );
    for (form, title) in [(Form::Party, "Văn bản của Đảng"), (Form::State, "Văn bản hành chính của Nhà nước")]
    {
        let _ = writeln!(out, "\n## {title}\n\n| Thành phần | Trình bày | Căn cứ |\n|---|---|---|");
        for row in table(form) {
            let mark = if row.verified { "" } else { "; *chưa kiểm chứng*" };
            let value = row.value.replace('*', "\\*");
            let _ = writeln!(out, "| {} | {value} | {}{mark} |", row.element, row.source);
        }
    }
    out
}

fn millimetres(length: Length) -> String {
    let hundredths = length.to_hundredths_mm();
    format!("{} mm", lang::number::decimal(i128::from(hundredths), 2, lang::Lang::Vi))
}

fn points(length: Length) -> String {
    let halves = i128::from(length.to_half_points());
    format!("{} pt", lang::number::decimal(halves * 5, 1, lang::Lang::Vi))
}

fn said(look: Look) -> String {
    let mut words = vec![points(look.size)];
    for (set, word) in [(look.bold, "đậm"), (look.italic, "nghiêng"), (look.underline, "gạch chân")] {
        if set {
            words.push(word.to_owned());
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Form, document, table};

    #[test]
    fn the_printed_table_is_the_one_in_the_code() {
        let printed = include_str!("../../../../docs/paper-forms.md");
        assert!(printed == document(), "print it anew: cargo run -p office --example paper_forms");
    }

    /// The differences between the two forms that an office would notice at once.
    #[test]
    fn the_two_forms_differ_where_the_texts_differ() {
        let value = |form, element: &str| {
            table(form).into_iter().find(|row| row.element == element).map(|row| row.value).unwrap()
        };
        for (element, party, state) in [
            ("Lề trên", "20 mm", "20 mm"),
            ("Lề trái", "30 mm", "30 mm"),
            ("Lề phải", "15 mm", "15 mm"),
            ("Cỡ chữ nội dung", "14 pt", "14 pt"),
            ("Giãn dòng", "đúng 18 pt", "1,10 dòng"),
            ("Số và ký hiệu", "Số 05-BC/…", "Số: 05/BC-…"),
            ("Căn cứ", "đứng, “- …;”, cuối “,”", "nghiêng, “…;”, cuối “.”"),
            ("Kết thúc văn bản", ".", "./."),
            ("Đánh số mục", "I- / 1. / a)", "I. / 1. / a)"),
            ("Thể thức ký", "T/M, K/T, T/L, T/UQ", "TM., KT., TL., TUQ."),
            ("Nơi nhận", "Nơi nhận, 14 pt gạch chân", "Nơi nhận:, 12 pt đậm nghiêng"),
            ("Kính gửi, tờ trình", "Kính gửi: / Kính trình:", "Kính gửi: / Kính gửi:"),
            ("Dưới cơ quan ban hành", "dấu sao *", "gạch ngang ngắn"),
            ("Dưới trích yếu", "-----", "gạch ngang"),
        ] {
            assert_eq!(value(Form::Party, element), party, "{element}");
            assert_eq!(value(Form::State, element), state, "{element}");
        }
        assert!(table(Form::Party).iter().any(|row| !row.verified));
    }
}
