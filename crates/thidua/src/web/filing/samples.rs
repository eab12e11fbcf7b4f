//! Sample values of the pages of bản nộp, for the checks of their markup.

use super::{
    BoardPage, BoardRow, Count, Decide, DeskPage, Differs, Done, Item, List, ListPage, MonthlyPage, Piece,
    ReceiptPage, Row, Step,
};
use crate::web::frame::{Link, Place};
use crate::web::markup::{Sample, frame};
use crate::web::parts::{Blank, Choice, Errors, Pager, Tag};
use lang::{Lang, Words};

fn rows(w: &'static Words) -> Vec<Row> {
    let number = Row {
        id: "s3".to_owned(),
        key: "3".to_owned(),
        name: "Cây xanh trồng mới".to_owned(),
        measure: "cây".to_owned(),
        kind: "number",
        last: "310".to_owned(),
        reuse: "310".to_owned(),
        reuse_told: w.filing.reuse("310"),
        since: "1.240".to_owned(),
        hint: "Không tính cây dự kiến.".to_owned(),
        pieces: vec![Piece { link: Link::to("bien-ban.pdf", "/minh-chung/1a"), note: "12 KB".to_owned() }],
        told: "428 cây".to_owned(),
        ..Row::default()
    };
    let refused = Row {
        id: "s4".to_owned(),
        key: "4".to_owned(),
        name: "Kinh phí chăm lo an sinh xã hội".to_owned(),
        value: "152.500.00".to_owned(),
        error: w.refusal.misplaced("152.500.000", "15.250.000"),
        repairs: vec![Choice::new("152.500.000", w.refusal.use_repair("152.500.000"))],
        warning: w.filing.fell("80%"),
        ask_reason: true,
        returned: "Đếm lại".to_owned(),
        kept: "00ff:anh.jpg".to_owned(),
        ..number.clone()
    };
    let yes = Row { id: "s5".to_owned(), key: "5".to_owned(), kind: "yes-no", ..number.clone() };
    let words = Row { id: "w-g".to_owned(), key: "g".to_owned(), kind: "words", ..number.clone() };
    vec![number, refused, yes, words]
}

fn desk(lang: Lang, may_enter: bool) -> DeskPage {
    let w = lang.words();
    let done = Done {
        what: w.filing.step_return.to_owned(),
        who: "Lê Thị Hạnh".to_owned(),
        why: "Đếm lại".to_owned(),
    };
    DeskPage {
        f: frame(lang, "Biểu quý", Place::Entry),
        heading: "Biểu quý, quý II/2024".to_owned(),
        unit: "Đảng bộ Sở Giáo dục và Đào tạo".to_owned(),
        due: "25/6/2024".to_owned(),
        left: w.filing.days_left(9),
        tag: Tag::look("Trả lại để sửa"),
        actions: vec![Link::to(w.entry.from_excel, "/so-lieu/nhap")],
        action: "/so-lieu/nop/1a/2024Q2?don-vi=2b".to_owned(),
        base: "/so-lieu/nop/1a/2024Q2".to_owned(),
        query: "?don-vi=2b".to_owned(),
        version: "3".to_owned(),
        notes: vec![w.filing.look_only.to_owned()],
        returned: Some(done.clone()),
        errors: vec![Link::to("Nhập đơn vị máu", "/so-lieu/nop/1a/2024Q2?phan=2#s4")],
        errors_heading: w.filing.cannot_send.to_owned(),
        steps: vec![
            Step {
                number: 1, link: Link::to("Học tập", "/a"), told: "Đã đủ".to_owned(), class: "ok"
            },
            Step {
                number: 2,
                link: Link { here: true, ..Link::to("Việc làm", "/b") },
                told: w.filing.lacking(2),
                class: "err",
            },
        ],
        section: "2. Việc làm và kết quả".to_owned(),
        rows: rows(w),
        last_period: "Quý I/2024".to_owned(),
        this_period: "Quý II/2024".to_owned(),
        since: w.filing.since_year.to_owned(),
        may_enter,
        may_send: may_enter,
        may_withdraw: !may_enter,
        may_ask: !may_enter,
        send: w.filing.send_to("Đảng ủy Khối"),
        next: "3".to_owned(),
        saved: w.entry.saved("16:42"),
        decide: (!may_enter).then(|| Decide {
            waiting: true,
            accepted: true,
            grounds: vec![Choice::new("other", w.filing.ground_other)],
            rows: vec![Choice::new("3", "Cây xanh trồng mới")],
            missing: vec![Choice::new("3c", "Chi bộ Khu phố 2")],
            version: "3".to_owned(),
        }),
        done: vec![done],
        differs: vec![Differs {
            name: "Cây xanh".to_owned(), before: "5".to_owned(), after: "7".to_owned()
        }],
        receipt: Some(Link::to(w.filing.receipt, "/so-lieu/nop/1a/2024Q2/bien-nhan")),
    }
}

fn board(lang: Lang, blank: Option<Blank>) -> BoardPage {
    let w = lang.words();
    let choice = |value: &str, text: &str| vec![Choice::new(value, text)];
    BoardPage {
        f: frame(lang, w.filing.board, Place::Board),
        subtitle: "Biểu tháng, tháng 5/2024".to_owned(),
        actions: vec![Link::to(w.filing.excel, "/so-lieu/bang-nop/bang-nop.xlsx")],
        forms: choice("1a", "Biểu tháng"),
        form: "1a".to_owned(),
        periods: choice("2024M05", "Tháng 5/2024"),
        period: "2024M05".to_owned(),
        standings: choice("sent", "Chờ duyệt"),
        standing: String::new(),
        late: true,
        unit: "2b".to_owned(),
        counts: vec![Count {
            name: w.filing.filed.to_owned(),
            number: "41/43".to_owned(),
            href: "/so-lieu/bang-nop".to_owned(),
            note: w.filing.meter_content(120, 129),
        }],
        rows: vec![BoardRow {
            link: Link::to("Chi bộ Khu phố 1", "/so-lieu/nop/1a/2024M05"),
            above: "Đảng bộ phường Đông".to_owned(),
            tag: Tag::waiting("Chờ duyệt"),
            late: w.filing.late_sent.to_owned(),
            due: "25/5/2024".to_owned(),
            sent: "16:42 ngày 26/5/2024".to_owned(),
            content: "3/3".to_owned(),
        }],
        missing: w.filing.missing_units("Chi bộ Khu phố 2"),
        pager: Pager::none(lang),
        may_accept: true,
        may_remind: true,
        query: "?don-vi=2b".to_owned(),
        blank,
    }
}

fn monthly(lang: Lang) -> MonthlyPage {
    let w = lang.words();
    MonthlyPage {
        f: frame(lang, w.filing.month_title, Place::Entry),
        heading: "Báo cáo tháng 5/2024".to_owned(),
        unit: "Chi bộ Trường THPT số 1".to_owned(),
        action: "/so-lieu/thang/2024M05?don-vi=2b".to_owned(),
        version: "0".to_owned(),
        due: "25/5/2024".to_owned(),
        left: w.filing.days_left(3),
        answered: w.filing.answered(4, 6),
        bar: crate::web::parts::bar(4, 6),
        tag: Tag::plain("Đang nhập"),
        note: String::new(),
        errors: Errors {
            w, fields: vec![("s4".to_owned(), "Số có mặt không thể là 31.".to_owned())]
        },
        sections: vec![("Sinh hoạt chi bộ".to_owned(), rows(w))],
        last_period: "Tháng 4/2024".to_owned(),
        may_enter: true,
        returned: None,
        receipt: None,
        blank: None,
    }
}

pub(crate) fn samples(lang: Lang) -> Vec<Sample> {
    let w = lang.words();
    let blank = || Blank {
        icon: crate::web::assets::icon("clipboard-list"),
        title: w.filing.none_title.to_owned(),
        text: w.filing.none_text.to_owned(),
        way: None,
    };
    let list = ListPage {
        f: frame(lang, w.filing.work_heading, Place::Work),
        intro: w.filing.work_sub.to_owned(),
        actions: vec![Link::to(w.filing.board, "/so-lieu/bang-nop")],
        lists: vec![List {
            heading: w.filing.work_to_file.to_owned(),
            items: vec![Item {
                link: Link::to("Biểu tháng, tháng 5/2024", "/so-lieu/nop/1a/2024M05"),
                note: "Hạn gửi 25/5/2024".to_owned(),
                tag: Tag::plain("Đang nhập"),
                due: String::new(),
                act: ("/so-lieu/bang-nop/danh-dau?so=3".to_owned(), w.filing.flag.to_owned()),
            }],
        }],
        blank: None,
    };
    let receipt = ReceiptPage {
        f: frame(lang, w.filing.receipt, Place::Entry),
        heading: "Biểu quý, quý II/2024".to_owned(),
        told: w.filing.sent_told("16:42", "BC-2024-06-1A"),
        lines: vec![(w.filing.receipt_code.to_owned(), "BC-2024-06-1A".to_owned())],
        files: vec![w.filing.files("bien-ban.pdf", "12 KB")],
        values: vec![("Cây xanh".to_owned(), "428 cây".to_owned())],
        back: Link::to(w.filing.receipt_view, "/so-lieu/nop/1a/2024Q2"),
    };
    let none = MonthlyPage { blank: Some(blank()), ..monthly(lang) };
    vec![
        Sample::new("filing-list", &list),
        Sample::new("filing-enter", &desk(lang, true)),
        Sample::new("filing-decide", &desk(lang, false)),
        Sample::new("filing-receipt", &receipt),
        Sample::new("filing-board", &board(lang, None)),
        Sample::new("filing-board-empty", &board(lang, Some(blank()))),
        Sample::new("filing-monthly", &monthly(lang)),
        Sample::new("filing-monthly-none", &none),
    ]
}
