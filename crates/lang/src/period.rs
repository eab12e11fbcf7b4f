//! Periods as people say them: tháng 5/2024, quý II/2024, 6 tháng đầu năm 2024, giai đoạn 2021–2024.
//!
//! Not here: arithmetic on periods (`domain::period`).

use domain::period::{Period, PeriodKind};

use crate::{Lang, date};

/// The name of a period, ready to stand inside a sentence.
pub fn name(period: Period, lang: Lang) -> String {
    let (first, last) = (period.first(), period.last());
    let (year, month) = (first.year(), first.month());
    match (period.kind(), lang) {
        (PeriodKind::Month, Lang::Vi) => format!("tháng {month}/{year}"),
        (PeriodKind::Month, Lang::En) => format!("{} {year}", date::month_name(month)),
        (PeriodKind::Quarter, Lang::Vi) => format!("quý {}/{year}", date::roman((month + 2) / 3)),
        (PeriodKind::Quarter, Lang::En) => format!("Q{} {year}", (month + 2) / 3),
        (PeriodKind::HalfYear, Lang::Vi) if month == 1 => format!("6 tháng đầu năm {year}"),
        (PeriodKind::HalfYear, Lang::Vi) => format!("6 tháng cuối năm {year}"),
        (PeriodKind::HalfYear, Lang::En) => format!("H{} {year}", if month == 1 { 1 } else { 2 }),
        (PeriodKind::Year, Lang::Vi) => format!("năm {year}"),
        (PeriodKind::Year, Lang::En) => year.to_string(),
        (PeriodKind::Years, Lang::Vi) => format!("giai đoạn {year}–{}", last.year()),
        (PeriodKind::Years, Lang::En) => format!("{year}–{}", last.year()),
        (PeriodKind::Span, Lang::Vi) => {
            format!("từ {} đến {}", date::short(first, lang), date::short(last, lang))
        }
        (PeriodKind::Span, Lang::En) => {
            format!("{} to {}", date::short(first, lang), date::short(last, lang))
        }
    }
}

/// The same with a capital first letter, for headings and columns: `Quý II/2024`.
pub fn heading(period: Period, lang: Lang) -> String {
    let text = name(period, lang);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use domain::period::Period;
    use jiff::civil::date;

    use super::{heading, name};
    use crate::Lang::{En, Vi};

    #[test]
    fn every_kind_has_its_name() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        assert_eq!(name(period("2024M05"), Vi), "tháng 5/2024");
        assert_eq!(name(period("2024Q2"), Vi), "quý II/2024");
        assert_eq!(name(period("2024H1"), Vi), "6 tháng đầu năm 2024");
        assert_eq!(name(period("2024H2"), Vi), "6 tháng cuối năm 2024");
        assert_eq!(name(period("2023"), Vi), "năm 2023");
        assert_eq!(name(period("2021-2024"), Vi), "giai đoạn 2021–2024");
        let span = Period::new(date(2021, 5, 18), date(2024, 5, 16)).unwrap();
        assert_eq!(name(span, Vi), "từ 18/5/2021 đến 16/5/2024");
        assert_eq!(heading(period("2024Q4"), Vi), "Quý IV/2024");
        assert_eq!(name(period("2024M05"), En), "May 2024");
        assert_eq!(heading(span, En), "18 May 2021 to 16 May 2024");
    }
}
