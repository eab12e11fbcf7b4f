//! Charts: bars with their values on them, one colour, readable in black and white, drawn by the server, and the same
//! numbers as a table beside them.
//!
//! Not here: which figures are drawn (the pages), how a chart prints (the style sheet).

use lang::Lang;
use std::fmt::Write as _;

/// Letters of a name that fit over a bar; the table beside the drawing has it whole.
const NAME_MOST: usize = 56;

/// A chart with the same numbers as a table.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// Its title.
    pub title: String,
    /// The drawing.
    pub drawing: String,
    /// A note under it.
    pub note: String,
    /// The measure.
    pub measure: String,
    /// Labels and values.
    pub rows: Vec<(String, String)>,
}

/// One bar of a chart.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its value, not negative.
    pub value: i64,
    /// The value as printed on it.
    pub printed: String,
    /// Whether its period is still running: drawn hollow.
    pub open: bool,
}

/// How bars lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lay {
    /// Upright, in the order of time: labels are as short as years.
    Upright,
    /// Across, one under the other: labels are names.
    Across,
}

impl Chart {
    /// A chart of at least two bars; with fewer there is nothing to compare.
    pub fn of(lay: Lay, title: String, measure: String, bars: Vec<Bar>, lang: Lang) -> Option<Self> {
        if bars.len() < 2 {
            return None;
        }
        let words = &lang.words().overview;
        let told = bars.iter().map(|bar| words.pictured(&bar.label, &bar.printed, &measure));
        let told = told.collect::<Vec<_>>().join("; ");
        let open = bars.iter().any(|bar| bar.open);
        let drawing = match lay {
            Lay::Upright => upright(&title, &told, &bars),
            Lay::Across => across(&title, &told, &bars),
        };
        Some(Self {
            drawing,
            note: if open { words.unfinished.to_owned() } else { String::new() },
            rows: bars.into_iter().map(|bar| (bar.label, bar.printed)).collect(),
            title,
            measure,
        })
    }
}

/// The first words of a drawing of this height.
fn begun(title: &str, told: &str, height: usize) -> String {
    format!(
        "<svg viewBox=\"0 0 430 {height}\" width=\"100%\" role=\"img\" aria-labelledby=\"ct cd\"><title id=\"ct\">{}</title>\
         <desc id=\"cd\">{}</desc>",
        escaped(title),
        escaped(told)
    )
}

/// A value as a part of this length, the greatest value filling it.
fn part(value: i64, bars: &[Bar], length: i64) -> i64 {
    let top = bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
    i64::try_from(i128::from(value.max(0)) * i128::from(length) / i128::from(top)).unwrap_or(0)
}

fn class(bar: &Bar) -> &'static str {
    if bar.open { " class=\"open\"" } else { "" }
}

fn star(bar: &Bar) -> &'static str {
    if bar.open { "*" } else { "" }
}

fn upright(title: &str, told: &str, bars: &[Bar]) -> String {
    let count = i64::try_from(bars.len()).unwrap_or(1).max(1);
    let step = 420 / count;
    let width = (step * 6 / 10).min(58);
    let mut out = begun(title, told, 194);
    out.push_str("<line x1=\"4\" x2=\"426\" y1=\"164\" y2=\"164\"/>");
    for (at, bar) in (0..).zip(bars) {
        let height = part(bar.value, bars, 138);
        let left = 5 + at * step + (step - width) / 2;
        let middle = left + width / 2;
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<rect x=\"{left}\" y=\"{}\" width=\"{width}\" height=\"{height}\"{}/>\
             <text class=\"b\" x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>\
             <text x=\"{middle}\" y=\"184\" text-anchor=\"middle\">{}{}</text>",
            164 - height,
            class(bar),
            158 - height,
            escaped(&bar.printed),
            escaped(&bar.label),
            star(bar)
        );
    }
    out.push_str("</svg>");
    out
}

fn across(title: &str, told: &str, bars: &[Bar]) -> String {
    const STEP: usize = 40;
    let mut out = begun(title, told, bars.len() * STEP + 4);
    for (at, bar) in bars.iter().enumerate() {
        let (down, width) = (at * STEP, part(bar.value, bars, 340).max(1));
        let _ = write!(
            out,
            "<text x=\"1\" y=\"{}\">{}{}</text><rect x=\"1\" y=\"{}\" width=\"{width}\" height=\"12\"{}/>\
             <text class=\"b\" x=\"{}\" y=\"{}\">{}</text>",
            down + 14,
            escaped(&cut(&bar.label)),
            star(bar),
            down + 20,
            class(bar),
            width + 8,
            down + 31,
            escaped(&bar.printed)
        );
    }
    out.push_str("</svg>");
    out
}

/// A name as it fits over a bar.
fn cut(name: &str) -> String {
    if name.chars().count() <= NAME_MOST {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME_MOST - 1).collect();
    format!("{}…", kept.trim_end())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, value: i64) -> Bar {
        Bar { label: label.to_owned(), value, printed: value.to_string(), open: false }
    }

    fn drawn(lay: Lay, bars: Vec<Bar>) -> Chart {
        Chart::of(lay, "Cây & <hoa>".to_owned(), "cây".to_owned(), bars, Lang::Vi).unwrap()
    }

    #[test]
    fn one_bar_compares_nothing() {
        let one = Chart::of(Lay::Across, String::new(), String::new(), vec![bar("a", 1)], Lang::Vi);
        assert!(one.is_none());
    }

    #[test]
    fn the_greatest_value_fills_the_drawing_and_every_label_is_told() {
        let long = "Chi bộ Ngân hàng Nhà nước chi nhánh thành phố Cần Thơ và các phòng giao dịch";
        let chart = drawn(Lay::Across, vec![bar("A <b>", 50), bar(long, 100), bar("không", 0)]);
        assert!(chart.drawing.contains("width=\"170\"") && chart.drawing.contains("width=\"340\""));
        assert!(chart.drawing.contains("A &lt;b&gt;") && chart.drawing.contains("Cây &amp; &lt;hoa&gt;"));
        assert!(chart.drawing.contains("…</text>"), "cut over the bar");
        assert!(chart.drawing.contains(&format!("{long}: 100")), "whole in what is read aloud");
        assert_eq!(chart.rows[1], (long.to_owned(), "100".to_owned()));
    }

    #[test]
    fn a_running_period_is_hollow_and_starred() {
        let open = Bar { open: true, ..bar("2026", 3) };
        let chart = drawn(Lay::Upright, vec![bar("2025", 6), open]);
        assert!(chart.drawing.contains("class=\"open\"") && chart.drawing.contains("2026*"));
        assert!(!chart.note.is_empty());
    }
}
