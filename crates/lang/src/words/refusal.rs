//! Sentences for refusals of typed values: what is wrong and what to do, beside the field.

use crate::Lang;
use crate::date_in::DateRefusal;
use crate::number_in::NumberRefusal;

phrases! {
    /// Refusals of what was typed into a field.
    Refusal {
        not_a_number: "Nhập số, ví dụ 6.296 hoặc 3,5 tỷ.", "Type a number, such as 6.296 or 3,5 tỷ.";
        not_a_year: "Nhập năm, ví dụ 2024.", "Type a year, such as 2024.";
        not_heads: "Nhập số người, ví dụ 38.", "Type how many people, such as 38.";
        negative: "Số liệu không nhỏ hơn 0. Bỏ dấu trừ.", "A figure is not below 0. Remove the minus sign.";
        too_large: "Số quá lớn. Kiểm tra lại số chữ số 0.", "The number is too large. Check the zeros.";
        zero_denominator: "Mẫu số là 0. Nhập tổng số, ví dụ 38/40.", "The denominator is 0. Type the whole, such as 38/40.";
        part_above_whole: "Tử số lớn hơn mẫu số. Nhập phần trước, tổng số sau, ví dụ 38/40.", "The part is greater than the whole. Type the part first, such as 38/40.";
        date_empty: "Nhập ngày, ví dụ 16/5/2024.", "Type a date, such as 16/5/2024.";
        not_a_date: "Nhập ngày, tháng, năm, ví dụ 16/5/2024.", "Type day, month and year, such as 16/5/2024.";
        required: "Ô này cần nhập.", "This field is needed.";
        share_needed: "Nhập cả phần và tổng số, ví dụ 38/40, hoặc tỷ lệ có dấu %, ví dụ 97%.", "Type both the part and the whole, such as 38/40, or a percentage with its sign, such as 97%.";
        count_needed: "Chỉ tiêu này là số đếm. Nhập một số, ví dụ 38.", "This indicator is a count. Type one number, such as 38.";
        whole_needed: "Chỉ tiêu này đếm bằng số nguyên. Bỏ phần lẻ.", "This indicator counts whole things. Remove the decimals.";
        + ambiguous(small, large): "Số này đọc được hai cách. Ý đồng chí là {small} hay {large}?", "This reads two ways. Is it {small} or {large}?";
        + misplaced(first, second): "Dấu chấm hàng nghìn chưa đúng chỗ. Ý đồng chí là {first} hay {second}?", "The thousands marks are misplaced. Is it {first} or {second}?";
        + misplaced_one(only): "Dấu chấm hàng nghìn chưa đúng chỗ. Ý đồng chí là {only}?", "The thousands marks are misplaced. Is it {only}?";
        + no_such_day(month, days, typed): "Tháng {month} chỉ có {days} ngày. Sửa “{typed}”.", "Month {month} has only {days} days. Correct “{typed}”.";
        + no_such_day_feb(year, days, typed): "Tháng 2 năm {year} chỉ có {days} ngày. Sửa “{typed}”.", "February {year} has only {days} days. Correct “{typed}”.";
        + no_such_month(typed): "Một năm có 12 tháng. Sửa “{typed}”.", "A year has 12 months. Correct “{typed}”.";
        + year_missing(typed): "Thêm năm vào “{typed}”.", "Add the year to “{typed}”.";
        + use_repair(value): "Dùng {value}", "Use {value}";
    }
}

/// The sentence for a refused number.
pub fn number_sentence(refusal: &NumberRefusal, lang: Lang) -> String {
    let words = &lang.words().refusal;
    match refusal {
        NumberRefusal::NotANumber => words.not_a_number.to_owned(),
        NumberRefusal::Negative => words.negative.to_owned(),
        NumberRefusal::TooLarge => words.too_large.to_owned(),
        NumberRefusal::ZeroDenominator => words.zero_denominator.to_owned(),
        NumberRefusal::PartAboveWhole => words.part_above_whole.to_owned(),
        NumberRefusal::WholeNeeded => words.whole_needed.to_owned(),
        NumberRefusal::ShareNeeded => words.share_needed.to_owned(),
        NumberRefusal::CountNeeded => words.count_needed.to_owned(),
        NumberRefusal::Ambiguous { readings: [small, large] } => words.ambiguous(small, large),
        NumberRefusal::Misplaced { repairs } => match repairs.as_slice() {
            [] => words.not_a_number.to_owned(),
            [only] => words.misplaced_one(only),
            [first, second, ..] => words.misplaced(first, second),
        },
    }
}

/// The repairs to offer as buttons beside the field; empty when there are none.
pub fn number_repairs(refusal: &NumberRefusal) -> Vec<String> {
    match refusal {
        NumberRefusal::Ambiguous { readings } => readings.to_vec(),
        NumberRefusal::Misplaced { repairs } => repairs.clone(),
        NumberRefusal::NotANumber
        | NumberRefusal::Negative
        | NumberRefusal::TooLarge
        | NumberRefusal::ZeroDenominator
        | NumberRefusal::PartAboveWhole
        | NumberRefusal::WholeNeeded
        | NumberRefusal::ShareNeeded
        | NumberRefusal::CountNeeded => Vec::new(),
    }
}

/// The sentence for a refused date; `typed` is quoted back, so that the person sees which field is meant.
pub fn date_sentence(refusal: DateRefusal, typed: &str, lang: Lang) -> String {
    let words = &lang.words().refusal;
    let typed = typed.trim();
    match refusal {
        DateRefusal::Empty => words.date_empty.to_owned(),
        DateRefusal::NotADate => words.not_a_date.to_owned(),
        DateRefusal::YearMissing { .. } => words.year_missing(typed),
        DateRefusal::NoSuchMonth { .. } => words.no_such_month(typed),
        DateRefusal::NoSuchDay { month: 2, year, days } => words.no_such_day_feb(year, days, typed),
        DateRefusal::NoSuchDay { month, days, .. } => words.no_such_day(month, days, typed),
    }
}

#[cfg(test)]
mod tests {
    use super::{date_sentence, number_repairs, number_sentence};
    use crate::{Lang, date_in, number_in};

    #[test]
    fn a_refused_date_says_how_many_days_there_are() {
        let refusal = date_in::date("32/5/2024").unwrap_err();
        assert_eq!(date_sentence(refusal, "32/5/2024", Lang::Vi), "Tháng 5 chỉ có 31 ngày. Sửa “32/5/2024”.");
        let refusal = date_in::date("29/2/2023").unwrap_err();
        assert!(date_sentence(refusal, "29/2/2023", Lang::Vi).contains("Tháng 2 năm 2023 chỉ có 28 ngày"));
    }

    #[test]
    fn a_refused_number_offers_its_repairs() {
        let refusal = number_in::number("152.500.00", "đồng").unwrap_err();
        assert_eq!(
            number_sentence(&refusal, Lang::Vi),
            "Dấu chấm hàng nghìn chưa đúng chỗ. Ý đồng chí là 152.500.000 hay 15.250.000?"
        );
        assert_eq!(number_repairs(&refusal), ["152.500.000", "15.250.000"]);
    }
}
