//! What an award rule provides, as people write it: `hội đồng 80%`, `có mặt 2/3`, `công khai 10 ngày`, `thẩm định 25 ngày`,
//! `giấy tờ 1 bộ: tờ trình; biên bản`, `tiền thưởng 0,30`, `người xem: …`. Reads it into the words in which rules are kept,
//! and writes it back.
//!
//! Not here: what may be provided (`domain::award`). What has no Vietnamese writing here is written as it is kept.

use domain::award::Provision;
use unicode_normalization::UnicodeNormalization as _;

/// How a rule begins, in Vietnamese and as it is kept, and what may follow the number.
const HEADS: [(&str, &str, &str); 7] = [
    ("hội đồng ", "council ", "%"),
    ("có mặt ", "quorum ", ""),
    ("công khai ", "opinion ", "ngày"),
    ("thẩm định ", "appraisal ", "ngày"),
    ("tiền thưởng không quá ", "prize most ", ""),
    ("tiền thưởng ", "prize exact ", ""),
    ("người xem: ", "person: ", ""),
];

/// The words in which a rule is kept, for what was typed.
pub fn kept(typed: &str) -> String {
    let typed: String = typed.trim().nfc().collect();
    let lower = typed.to_lowercase();
    if let Some(rest) = lower.strip_prefix("giấy tờ ") {
        // Capitals of the papers' names are kept.
        let papers = typed.split_once(':').map_or("", |(_, papers)| papers.trim());
        let copies = rest.split(':').next().unwrap_or("").trim().trim_end_matches("bộ").trim();
        return format!("papers {copies}: {papers}");
    }
    for (head, code, tail) in HEADS {
        let Some(rest) = lower.strip_prefix(head) else { continue };
        if code == "person: " {
            let words = typed.split_once(':').map_or("", |(_, words)| words.trim());
            return format!("{code}{words}");
        }
        let number = rest.trim().trim_end_matches(tail).trim().replace(',', ".");
        return match code {
            "prize most " | "prize exact " => prize(code, &number),
            _ => format!("{code}{number}"),
        };
    }
    typed
}

/// A prize is kept with two decimals and a word on rounding, which people leave to the State's rule.
fn prize(code: &str, number: &str) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let (part, rounding) = part.split_once(' ').unwrap_or((part, "up"));
    let rounding = if rounding == "không làm tròn" { "unrounded" } else { rounding };
    format!("{code}{whole}.{part:0<2} {rounding}")
}

/// What stands in the field for a rule that is known.
pub fn typed(provision: &Provision) -> String {
    let kept = provision.to_string();
    if let Provision::Papers { copies, papers } = provision {
        return format!("giấy tờ {copies} bộ: {papers}");
    }
    for (head, code, tail) in HEADS {
        let Some(rest) = kept.strip_prefix(code) else { continue };
        if matches!(provision, Provision::Prize(_)) {
            let rest = rest.replace('.', ",").replace("unrounded", "không làm tròn");
            return format!("{head}{}", rest.trim_end_matches(" up"));
        }
        let gap = if tail == "ngày" { " " } else { "" };
        return format!("{head}{rest}{gap}{tail}");
    }
    kept
}

#[cfg(test)]
mod tests {
    use domain::award::Provision;

    use super::{kept, typed};

    #[test]
    fn rules_are_written_in_vietnamese_and_read_back() {
        for (vietnamese, code) in [
            ("hội đồng 80%", "council 80"),
            ("có mặt 2/3", "quorum 2/3"),
            ("công khai 10 ngày", "opinion 10"),
            ("thẩm định 25 ngày", "appraisal 25"),
            ("giấy tờ 1 bộ: Tờ trình; biên bản", "papers 1: Tờ trình; biên bản"),
            ("tiền thưởng 0,30", "prize exact 0.30 up"),
            ("tiền thưởng không quá 1,50 không làm tròn", "prize most 1.50 unrounded"),
            ("người xem: Có sáng kiến", "person: Có sáng kiến"),
            ("grade well 1", "grade well 1"),
            ("givers committee-board", "givers committee-board"),
        ] {
            assert_eq!(kept(vietnamese), code);
            let provision: Provision = code.parse().unwrap();
            assert_eq!(typed(&provision), vietnamese);
        }
    }

    #[test]
    fn people_write_freely() {
        assert_eq!(kept(" Hội đồng 80 "), "council 80");
        assert_eq!(kept("Ho\u{323}\u{302}i đo\u{302}\u{300}ng 80 %"), "council 80");
        assert_eq!(kept("Tiền thưởng 0,3"), "prize exact 0.30 up");
        assert_eq!(kept("giấy tờ 2: tờ trình"), "papers 2: tờ trình");
        assert!(kept("hội đồng nhiều").parse::<Provision>().is_err());
    }
}
