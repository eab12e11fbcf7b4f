//! Dates and times as offices write them: 16/5/2024; 16 tháng 5 năm 2024; 16:05 ngày 15/5/2024.
//!
//! Formatted here and never by the browser, whose own long forms ("Thứ Năm, 16 tháng 5, 2024") are not office style.
//! Not here: reading typed dates (`date_in`).

use jiff::civil::{Date, DateTime};

use crate::Lang;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// For tables: `16/5/2024` in Vietnamese, `16 May 2024` in English (where 5/6 would be read two ways).
pub fn short(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{}/{}/{}", date.day(), date.month(), date.year()),
        Lang::En => format!("{} {} {}", date.day(), month_name(date.month()), date.year()),
    }
}

/// For documents: `16 tháng 5 năm 2024`.
pub fn long(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{} tháng {} năm {}", date.day(), date.month(), date.year()),
        Lang::En => short(date, lang),
    }
}

/// On official papers: `ngày 05 tháng 02 năm 2026`. A zero stands before days below 10 and before months 1 and 2,
/// so that neither can be made larger with a pen. `None` leaves room for the pen.
pub fn formal(date: Option<Date>) -> String {
    let Some(date) = date else { return "ngày … tháng … năm …".to_owned() };
    let month = date.month();
    let month = if month < 3 { format!("0{month}") } else { month.to_string() };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// A moment: `16:05 ngày 15/5/2024`.
pub fn moment(at: DateTime, lang: Lang) -> String {
    let (hour, minute, day) = (at.hour(), at.minute(), short(at.date(), lang));
    match lang {
        Lang::Vi => format!("{hour:02}:{minute:02} ngày {day}"),
        Lang::En => format!("{hour:02}:{minute:02}, {day}"),
    }
}

/// The day in its month for narrow places: `tháng 5`, `May`.
pub fn month(month: i8, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("tháng {month}"),
        Lang::En => month_name(month).to_owned(),
    }
}

pub(crate) fn month_name(month: i8) -> &'static str {
    usize::try_from(month).ok().and_then(|at| MONTHS.get(at.wrapping_sub(1))).copied().unwrap_or("")
}

/// A Roman numeral from 1 to 12, as quarters and congress terms are written. Others come back as digits.
pub fn roman(value: i8) -> String {
    const NUMERALS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    usize::try_from(value)
        .ok()
        .and_then(|at| NUMERALS.get(at.wrapping_sub(1)))
        .map_or_else(|| value.to_string(), |numeral| (*numeral).to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{formal, long, moment, month, roman, short};
    use crate::Lang::{En, Vi};

    #[test]
    fn dates_are_in_office_style() {
        let day = date(2024, 5, 16);
        assert_eq!(short(day, Vi), "16/5/2024");
        assert_eq!(short(day, En), "16 May 2024");
        assert_eq!(long(day, Vi), "16 tháng 5 năm 2024");
        assert_eq!(moment(date(2024, 5, 15).at(16, 5, 0, 0), Vi), "16:05 ngày 15/5/2024");
        assert_eq!(month(5, Vi), "tháng 5");
    }

    #[test]
    fn papers_put_a_zero_where_a_pen_could_add_a_digit() {
        assert_eq!(formal(Some(date(2026, 2, 5))), "ngày 05 tháng 02 năm 2026");
        assert_eq!(formal(Some(date(2026, 3, 10))), "ngày 10 tháng 3 năm 2026");
        assert_eq!(formal(Some(date(2026, 11, 9))), "ngày 09 tháng 11 năm 2026");
        assert_eq!(formal(None), "ngày … tháng … năm …");
    }

    #[test]
    fn quarters_are_roman() {
        assert_eq!(roman(2), "II");
        assert_eq!(roman(4), "IV");
        assert_eq!(roman(0), "0");
    }
}
