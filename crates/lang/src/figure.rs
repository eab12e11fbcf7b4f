//! Figures as people read them, on pages, in Excel notes and in papers: one place, so that "hơn 5.400", zero,
//! not reported and not applicable look the same everywhere.
//!
//! Not here: adding up (`domain::total`) and what evidence stands behind a figure.

use domain::figure::{Bound, Value};
use domain::total::Sum;

use crate::{Lang, number};

/// A printed figure in its two parts, which pages set in two sizes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// The number with its bound, or the words "không áp dụng" and "chưa báo cáo".
    pub number: String,
    /// The measure; empty for words and percentages.
    pub measure: String,
}

impl Printed {
    /// Both parts on one line.
    pub fn line(&self) -> String {
        number::with_measure(&self.number, &self.measure)
    }

    fn words(text: &str) -> Self {
        Self { number: text.to_owned(), measure: String::new() }
    }
}

/// One reported value, in full. `None` is a figure that nobody reported.
pub fn value(value: Option<Value>, measure: &str, lang: Lang) -> Printed {
    let words = &lang.words().common;
    match value {
        None => Printed::words(words.not_reported),
        Some(Value::NotApplicable) => Printed::words(words.not_applicable),
        Some(Value::Count { number, bound }) => {
            Printed { number: number::bounded(number, bound, lang), measure: measure.to_owned() }
        }
        Some(Value::Ratio { numerator, denominator }) => Printed::words(&share(numerator, denominator, lang)),
        Some(Value::Statement { thousandths, bound }) => Printed::words(&statement(thousandths, bound, lang)),
    }
}

/// The value as a person would type it into its field again; empty when not reported.
/// Always in Vietnamese marks: fields read those whatever the language of the page.
pub fn typed(value: Option<Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::NotApplicable) => "KAD".to_owned(),
        Some(Value::Count { number, bound }) => {
            number::bounded(number, bound, Lang::Vi).replace('\u{a0}', " ")
        }
        Some(Value::Ratio { numerator, denominator }) => {
            format!("{}/{}", number::integer(numerator, Lang::Vi), number::integer(denominator, Lang::Vi))
        }
        Some(Value::Statement { thousandths, bound }) => {
            statement(thousandths, bound, Lang::Vi).replace('\u{a0}', " ")
        }
    }
}

/// A sum in full, with its bound. A sum in which nobody reported says so instead of saying 0.
pub fn sum(sum: Sum, measure: &str, lang: Lang) -> Printed {
    spoken(sum, lang).unwrap_or_else(|| Printed {
        number: number::bounded(sum.number, sum.bound(), lang),
        measure: measure.to_owned(),
    })
}

/// A sum for a headline: money and large counts in the largest fitting scale, "3,5 tỷ đồng".
pub fn headline(sum: Sum, measure: &str, lang: Lang) -> Printed {
    spoken(sum, lang).unwrap_or_else(|| {
        let (text, scale) = number::short(sum.number, 2, lang);
        if scale.is_empty() || measure != "đồng" {
            return Printed {
                number: number::bounded(sum.number, sum.bound(), lang),
                measure: measure.to_owned(),
            };
        }
        let text = match number::bound_word(sum.bound(), lang) {
            Some(word) => format!("{word}\u{a0}{text}"),
            None => text,
        };
        Printed { number: text, measure: format!("{scale} {measure}") }
    })
}

/// Sums that are not a plain count: shares, and those without any value.
fn spoken(sum: Sum, lang: Lang) -> Option<Printed> {
    let words = &lang.words().common;
    if sum.values() > 0 {
        return (sum.denominator > 0).then(|| Printed::words(&share(sum.number, sum.denominator, lang)));
    }
    Some(match (sum.statements, sum.not_applicable) {
        (0, 0) => Printed::words(words.not_reported),
        (0, _) => Printed::words(words.not_applicable),
        _ => Printed::words(words.statement_only),
    })
}

/// A share with both its counts: `97,3% (38/40)`. A share of nothing shows its counts alone.
fn share(numerator: i64, denominator: i64, lang: Lang) -> String {
    let counts = format!("{}/{}", number::integer(numerator, lang), number::integer(denominator, lang));
    match number::percent(numerator, denominator, 1, lang) {
        Some(percent) => format!("{percent} ({counts})"),
        None => counts,
    }
}

fn statement(thousandths: i64, bound: Bound, lang: Lang) -> String {
    let percent = number::percent_thousandths(thousandths, lang);
    match number::bound_word(bound, lang) {
        Some(word) => format!("{word}\u{a0}{percent}"),
        None => percent,
    }
}

#[cfg(test)]
mod tests {
    use domain::figure::{Bound, Value};
    use domain::total::Sum;

    use super::{headline, sum, typed, value};
    use crate::Lang::Vi;
    use crate::number_in::{Typed, number};

    #[test]
    fn zero_missing_and_not_applicable_read_differently() {
        assert_eq!(value(Some(Value::exact(0)), "cây", Vi).line(), "0\u{a0}cây");
        assert_eq!(value(None, "cây", Vi).line(), "chưa báo cáo");
        assert_eq!(value(Some(Value::NotApplicable), "cây", Vi).line(), "không áp dụng");
        assert_eq!(sum(Sum::default(), "cây", Vi).line(), "chưa báo cáo");
        assert_eq!(sum(Sum::of(Value::NotApplicable), "cây", Vi).line(), "không áp dụng");
        assert_eq!(sum(Sum::of(Value::exact(0)), "cây", Vi).line(), "0\u{a0}cây");
    }

    #[test]
    fn bounds_and_shares_stay_with_the_number() {
        assert_eq!(value(Some(Value::at_least(5_400)), "việc", Vi).line(), "hơn\u{a0}5.400\u{a0}việc");
        let share = Value::Ratio { numerator: 38, denominator: 40 };
        assert_eq!(value(Some(share), "%", Vi).line(), "95% (38/40)");
        let both = Sum::of(share).plus(Sum::of(Value::Ratio { numerator: 1, denominator: 2 }));
        assert_eq!(sum(both, "%", Vi).line(), "92,9% (39/42)");
        let told = Value::Statement { thousandths: 97_000, bound: Bound::Exact };
        assert_eq!(value(Some(told), "%", Vi).line(), "97%");
        assert_eq!(sum(Sum::of(told), "%", Vi).line(), "chỉ có nhận định");
    }

    #[test]
    fn money_is_short_in_headlines_and_full_elsewhere() {
        let money = Sum::of(Value::exact(3_500_000_000));
        assert_eq!(headline(money, "đồng", Vi).number, "3,5");
        assert_eq!(headline(money, "đồng", Vi).measure, "tỷ đồng");
        assert_eq!(sum(money, "đồng", Vi).line(), "3.500.000.000\u{a0}đồng");
        assert_eq!(headline(Sum::of(Value::exact(6_296)), "cây", Vi).line(), "6.296\u{a0}cây");
    }

    #[test]
    fn what_is_shown_for_typing_reads_back_as_the_same_value() {
        for number_value in [0, 12, 3_500, 3_500_000_000] {
            for bound in [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About] {
                let shown = typed(Some(Value::Count { number: number_value, bound }));
                assert_eq!(number(&shown, ""), Ok(Typed::Whole { value: number_value, bound }), "{shown}");
            }
        }
        assert_eq!(number(&typed(None), ""), Ok(Typed::NotReported));
        assert_eq!(number(&typed(Some(Value::NotApplicable)), ""), Ok(Typed::NotApplicable));
        let share = typed(Some(Value::Ratio { numerator: 1_038, denominator: 1_040 }));
        assert_eq!(number(&share, ""), Ok(Typed::Ratio { numerator: 1_038, denominator: 1_040 }));
        let told = typed(Some(Value::Statement { thousandths: 96_200, bound: Bound::About }));
        assert_eq!(number(&told, ""), Ok(Typed::Percent { thousandths: 96_200, bound: Bound::About }));
    }
}
