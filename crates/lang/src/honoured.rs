//! Who was honoured with what, in one sentence, as papers and news write it: "26 tập thể, 34 cá nhân được tặng Giấy
//! khen của Ban Thường vụ Đảng ủy Khối".
//!
//! Not here: what stands in a register (room `acts`), counts as papers spell them out (`spell`).

use domain::award::{FormClass, Giver};
use domain::honoree::Headcount;
use jiff::civil::Date;

use crate::{Lang, date, number};

/// What one body conferred of one form.
#[derive(Debug, Clone, Copy)]
pub struct Honoured<'a> {
    /// Who decided.
    pub body: &'a str,
    /// In which capacity, where the name alone does not tell.
    pub giver: Option<Giver>,
    /// The form's full name.
    pub form: &'a str,
    /// What kind of form it is.
    pub class: Option<FormClass>,
    /// How many; the number told for both together stays one.
    pub count: &'a Headcount,
    /// At whose ceremonies it was handed over, and when.
    pub handed: &'a [(String, Date)],
}

/// How many, in figures: "26 tập thể, 34 cá nhân"; "27 tập thể, cá nhân" where nobody parts them.
pub fn head(count: &Headcount, lang: Lang) -> String {
    let parts = [
        (count.collectives, ("tập thể", "collectives")),
        (count.individuals, ("cá nhân", "individuals")),
        (count.households, ("hộ gia đình", "households")),
        (count.combined, ("tập thể, cá nhân", "collectives and individuals together")),
    ];
    let told = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, (vi, en))| {
        let number = number::integer(i64::try_from(count).unwrap_or(i64::MAX), lang);
        format!("{number} {}", if lang == Lang::Vi { vi } else { en })
    });
    told.collect::<Vec<_>>().join(", ")
}

/// A form without the body that its name tells: the sentence tells who it was. "Bằng khen của Thủ tướng Chính phủ" is
/// "Bằng khen".
fn bare(form: &str) -> &str {
    form.split_once(" của ").map_or(form, |(bare, _)| bare)
}

/// Who conferred, in words: a committee does so by its standing board, a people's committee by its chair.
fn conferring(giver: Option<Giver>, body: &str) -> String {
    let begins = |with: &[&str]| with.iter().any(|with| body.starts_with(with));
    match giver {
        Some(Giver::President) => "Chủ tịch nước".to_owned(),
        Some(Giver::PrimeMinister) => "Thủ tướng Chính phủ".to_owned(),
        Some(Giver::CommitteeBoard | Giver::ProvinceBoard) if !begins(&["Ban Thường vụ"]) => {
            format!("Ban Thường vụ {body}")
        }
        Some(Giver::ProvinceChair | Giver::DistrictChair | Giver::CommuneChair) if !begins(&["Chủ tịch"]) =>
        {
            let committee = begins(&["UBND", "Ủy ban"]);
            if committee {
                format!("Chủ tịch {body}")
            } else {
                format!("Chủ tịch UBND {}", small(body))
            }
        }
        Some(
            Giver::Minister
            | Giver::CentralMass
            | Giver::UnitHead
            | Giver::EnterpriseHead
            | Giver::Cell
            | Giver::GrassrootsCell
            | Giver::GrassrootsCommittee
            | Giver::CommitteeBoard
            | Giver::ProvinceBoard
            | Giver::ProvinceChair
            | Giver::DistrictChair
            | Giver::CommuneChair,
        )
        | None => body.to_owned(),
    }
}

/// The first letter small, within a sentence.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The sentence, without a full stop.
pub fn sentence(of: &Honoured<'_>, lang: Lang) -> String {
    let (head, form, body) = (head(of.count, lang), bare(of.form), conferring(of.giver, of.body));
    let told = match (lang, of.class) {
        (Lang::Vi, Some(FormClass::Title)) => format!("{head} được {body} tặng danh hiệu {form}"),
        (Lang::Vi, Some(FormClass::Badge)) => format!("{head} được {body} tặng {form}"),
        (Lang::Vi, Some(FormClass::Praise)) => format!("{head} được {body} {}", small(form)),
        (Lang::Vi, Some(FormClass::Award) | None) => format!("{head} được tặng {form} của {body}"),
        (Lang::En, _) => format!("{head}: {form}, conferred by {body}"),
    };
    let handed: Vec<String> = of
        .handed
        .iter()
        .map(|(organiser, day)| {
            let day = date::short(*day, lang);
            match lang {
                Lang::Vi => format!("{organiser} trao ngày {day}"),
                Lang::En => format!("handed over by {organiser} on {day}"),
            }
        })
        .collect();
    if handed.is_empty() { told } else { format!("{told}; {}", handed.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    fn said(form: &str, class: FormClass, count: Headcount, body: &str) -> String {
        sentence(
            &Honoured { body, giver: None, form, class: Some(class), count: &count, handed: &[] },
            Lang::Vi,
        )
    }

    #[test]
    fn a_form_is_told_with_the_body_that_conferred_it_and_never_with_two() {
        let both = Headcount { collectives: 26, individuals: 34, ..Headcount::default() };
        let board = "Ban Thường vụ Đảng ủy Khối";
        let form = "Giấy khen của ban thường vụ cấp ủy cấp trên cơ sở";
        assert_eq!(
            said(form, FormClass::Award, both, board),
            "26 tập thể, 34 cá nhân được tặng Giấy khen của Ban Thường vụ Đảng ủy Khối"
        );
        let two = Headcount { individuals: 2, ..Headcount::default() };
        assert_eq!(
            said("Huy hiệu 30 năm tuổi Đảng", FormClass::Badge, two, "Thành ủy"),
            "2 cá nhân được Thành ủy tặng Huy hiệu 30 năm tuổi Đảng"
        );
        let roll = Headcount { collectives: 113, individuals: 1_397, ..Headcount::default() };
        assert_eq!(
            said("Ghi danh “Người tốt, việc tốt”", FormClass::Praise, roll, "các đơn vị"),
            "113 tập thể, 1.397 cá nhân được các đơn vị ghi danh “Người tốt, việc tốt”"
        );
        assert_eq!(
            said("Lao động tiên tiến", FormClass::Title, two, "Giám đốc"),
            "2 cá nhân được Giám đốc tặng danh hiệu Lao động tiên tiến"
        );
    }

    #[test]
    fn who_hands_over_is_told_apart_and_the_inseparable_number_stays_one() {
        let count = Headcount { combined: 27, ..Headcount::default() };
        let handed = [("Quận ủy".to_owned(), day(2024, 5, 14))];
        let of = Honoured {
            body: "Quận ủy",
            giver: Some(Giver::CommitteeBoard),
            form: "Giấy khen",
            class: Some(FormClass::Award),
            count: &count,
            handed: &handed,
        };
        assert_eq!(
            sentence(&of, Lang::Vi),
            "27 tập thể, cá nhân được tặng Giấy khen của Ban Thường vụ Quận ủy; Quận ủy trao ngày 14/5/2024"
        );
        assert!(sentence(&of, Lang::En).starts_with("27 collectives and individuals together: Giấy khen"));
        for (giver, body, told) in [
            (Giver::ProvinceChair, "Tỉnh Sóc Trăng", "Chủ tịch UBND tỉnh Sóc Trăng"),
            (Giver::ProvinceChair, "UBND tỉnh Sóc Trăng", "Chủ tịch UBND tỉnh Sóc Trăng"),
            (Giver::CommitteeBoard, "Ban Thường vụ Quận ủy", "Ban Thường vụ Quận ủy"),
            (Giver::PrimeMinister, "Trung ương", "Thủ tướng Chính phủ"),
            (Giver::GrassrootsCommittee, "Đảng ủy phường", "Đảng ủy phường"),
        ] {
            assert_eq!(conferring(Some(giver), body), told);
        }
    }
}
