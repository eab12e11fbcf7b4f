//! Sample values of the pages of biểu mẫu, for the checks of their markup.

use super::{Draft, EditPage, FormRow, Hit, Line, Part, ViewPage};
use crate::web::frame::{Link, Place};
use crate::web::markup::{Sample, frame};
use crate::web::parts::Choice;
use lang::Lang;

fn lines(lang: Lang, tried: bool) -> Vec<Line> {
    let w = lang.words();
    let line = Line { place: "1".to_owned(), kind: "so", ..Line::default() };
    let heading =
        Line { place: "0".to_owned(), kind: "phan", label: w.form.new_section.to_owned(), ..Line::default() };
    let figure = Line {
        key: "HD01.any.".to_owned(),
        name: "HD01 Cây xanh trồng mới".to_owned(),
        figure: true,
        stops: true,
        told: if tried { w.filing.above_number("31", "28") } else { String::new() },
        ..line.clone()
    };
    let words = Line { place: "2".to_owned(), kind: "chu", key: "loi-1".to_owned(), ..line };
    vec![heading, figure, words]
}

fn edit(lang: Lang, errors: Vec<(String, String)>, tried: bool, fixed: bool) -> EditPage {
    let w = lang.words();
    let mut draft = Draft::new(jiff::civil::date(2024, 5, 15), w.form.new_section);
    "Báo cáo tháng <chi bộ>".clone_into(&mut draft.name);
    "cay".clone_into(&mut draft.search);
    EditPage {
        f: frame(lang, w.form.new, Place::Board),
        heading: w.form.new.to_owned(),
        intro: w.form.new_intro.to_owned(),
        action: "/so-lieu/bieu/moi".to_owned(),
        fixed,
        every: vec![Choice::new("month", w.filing.every_month)],
        scopes: vec![Choice::new("own", "Riêng đơn vị")],
        kinds: vec![(Choice::new("cell", "Chi bộ"), true)],
        dues: vec![Choice::new("on", w.form.due_on)],
        lines: lines(lang, tried),
        hits: vec![Hit { key: "HD02.any.".to_owned(), name: "HD02 Đơn vị máu".to_owned() }],
        searched: true,
        tried,
        good: false,
        draft,
        errors,
    }
}

fn view(lang: Lang, may_keep: bool) -> ViewPage {
    let w = lang.words();
    let row = FormRow {
        name: "Cây xanh trồng mới".to_owned(),
        code: "HD01".to_owned(),
        kind: "cây".to_owned(),
        help: "Không tính cây dự kiến.".to_owned(),
        required: true,
    };
    let later = (w.form.granted("Chi bộ 1", "30/5/2024"), "Bão".to_owned());
    ViewPage {
        f: frame(lang, "Báo cáo tháng", Place::Board),
        sub: w.filing.every_month.to_owned(),
        actions: vec![Link::to(w.form.edit, "/so-lieu/bieu/1a/sua")],
        parts: vec![Part { title: "Việc làm".to_owned(), rows: vec![row] }],
        checks: vec![("HD01 không quá 100".to_owned(), w.form.stops.to_owned())],
        audience: vec!["Chi bộ".to_owned()],
        scope: "Riêng đơn vị".to_owned(),
        due: w.form.told_on(25),
        dues: vec![("5/2024".to_owned(), "25/5/2024".to_owned())],
        versions: vec![Link::to(w.form.version(1, "1/1/2024"), "/so-lieu/bieu/1a?ban=1")],
        later: if may_keep { vec![later] } else { Vec::new() },
        periods: vec![Choice::new("2024M05", "5/2024")],
        base: "/so-lieu/bieu/1a".to_owned(),
        name: "Báo cáo tháng".to_owned(),
        may_keep,
    }
}

pub(crate) fn samples(lang: Lang) -> Vec<Sample> {
    let refused = vec![("ten".to_owned(), lang.words().form.bad_name.to_owned())];
    vec![
        Sample::new("form-new", &edit(lang, Vec::new(), false, false)),
        Sample::new("form-trial", &edit(lang, Vec::new(), true, true)),
        Sample::new("form-refused", &edit(lang, refused, false, false)),
        Sample::new("form-view", &view(lang, true)),
        Sample::new("form-look", &view(lang, false)),
    ]
}
