//! Papers as offices write them, for the tests of all three outputs.

use jiff::civil::date;

use super::{
    Addressed, Align, Appendix, Block, Capacity, Cell, Column, Form, Head, Level, NumberLine, Paper, Proof,
    Row, RowKind, Run, Signature, Signing, Table, Tie,
};

/// Names that use every mark, among them the ones that stack.
pub(crate) const NAMES: [&str; 12] = [
    "Nguyễn Thị Thuỳ Dương",
    "Đặng Hữu Nghĩa",
    "Lý Thị Ngọc Ẩn",
    "Trần Quốc Việt",
    "Phạm Thị Hồng Gấm",
    "Huỳnh Văn Lẫm",
    "Võ Thị Mỹ Lệ",
    "Bùi Đức Thắng",
    "Ksor H’Nhẫn",
    "Lâm Thị Sà Rươl",
    "Đỗ Ngọc Quỳnh Như",
    "Tôn Nữ Ái Ưỡn",
];

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn base(form: Form, kind: &str, symbol: &str, subject: &str) -> Paper {
    let party = form == Form::Party;
    let head = if party {
        Head {
            parent: lines(&["THÀNH ỦY CẦN THƠ"]), issuer: lines(&["ĐẢNG ỦY PHƯỜNG NINH KIỀU"])
        }
    } else {
        Head {
            parent: lines(&["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"]), issuer: lines(&["SỞ NỘI VỤ"])
        }
    };
    Paper {
        head,
        number: Some(NumberLine {
            number: Some(5),
            kind: symbol.to_owned(),
            organ: if party { "ĐU" } else { "SNV" }.to_owned(),
        }),
        place: "Cần Thơ".to_owned(),
        date: Some(date(2026, 2, 5)),
        kind: kind.to_owned(),
        subject: subject.to_owned(),
        signing: Signing::One(if party {
            Signature::of(Capacity::OnBehalf, "BAN THƯỜNG VỤ", "BÍ THƯ", "Nguyễn Văn Bền")
        } else {
            Signature::of(Capacity::InPlace, "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Ánh Tuyết")
        }),
        recipients: lines(if party {
            &["Ban Thường vụ Thành ủy", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"]
        } else {
            &["UBND thành phố (để báo cáo)", "Các phòng thuộc Sở", "Lưu: VT, TĐKT"]
        }),
        ..Paper::new(form, date(2026, 2, 5).at(9, 30, 0, 0))
    }
}

fn results_table() -> Table {
    let row = |cells: [&str; 6]| Row::plain(cells);
    Table {
        caption: "Kết quả việc làm theo năm 2025".to_owned(),
        columns: vec![
            Column::new(14, Align::Centre),
            Column::new(60, Align::Left),
            Column::new(20, Align::Centre),
            Column::new(22, Align::Right),
            Column::new(22, Align::Right),
            Column::new(22, Align::Right),
        ],
        head: vec![
            Row {
                kind: RowKind::Plain,
                cells: vec![
                    Cell { down: 2, ..Cell::plain("STT") },
                    Cell { down: 2, ..Cell::plain("Chỉ tiêu") },
                    Cell { down: 2, ..Cell::plain("Đơn vị tính") },
                    Cell::across(3, "Số liệu"),
                ],
            },
            Row::plain(["Năm 2024", "Năm 2025", "Tăng, giảm"]),
        ],
        rows: vec![
            row(["1", "Cây xanh trồng mới", "cây", "5.870", "6.296", "426"]),
            row(["2", "Đơn vị máu hiến tặng", "đơn vị", "2.015", "2.193", "178"]),
            row([
                "3",
                "Nhà tình nghĩa, nhà tình thương được xây dựng và sửa chữa",
                "căn",
                "151",
                "180",
                "29",
            ]),
            Row {
                kind: RowKind::Total,
                cells: vec![
                    Cell::across(2, "Tổng số mô hình"),
                    Cell::plain("mô hình"),
                    Cell::plain("388"),
                    Cell::plain("412"),
                    Cell::plain("24"),
                ],
            },
        ],
    }
}

/// A report of the Party, with figures that stay bound, a note, a table and a wide appendix.
pub(crate) fn party_report() -> Paper {
    let long = "Cấp ủy các cấp đã quán triệt, cụ thể hóa việc học tập, thực hành tư tưởng, đạo đức, phương pháp, \
                phong cách Hồ Chí Minh gắn với nhiệm vụ chính trị của từng cơ quan, đơn vị; người đứng đầu nêu \
                gương trong công tác và sinh hoạt, tự giác nhận trách nhiệm khi để xảy ra hạn chế, khuyết điểm.";
    let mut body = vec![
        Block::heading(Level::First, "KẾT QUẢ THỰC HIỆN"),
        Block::heading(Level::Second, "Công tác lãnh đạo, chỉ đạo"),
        Block::Paragraph(vec![
            Run::plain("Thực hiện Chỉ thị 07-CT/TW"),
            Run {
                text: " ngày 13/7/2026".to_owned(),
                tie: Tie::Note(vec![Run::plain(
                    "Thay thế Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.",
                )]),
                ..Run::default()
            },
            Run::plain(", toàn Đảng bộ đã trồng mới "),
            Run::figure("6.296 cây", "cay-xanh/2025"),
            Run::plain(" và hiến tặng "),
            Run { bold: true, ..Run::figure("2.193 đơn vị máu", "don-vi-mau/2025") },
            Run::plain(", vượt kế hoạch đề ra."),
        ]),
    ];
    for _ in 0..9 {
        body.push(Block::paragraph(long));
    }
    body.extend([
        Block::heading(Level::Third, "Về nêu gương của người đứng đầu"),
        Block::bullet("Ban hành 12 kế hoạch, 04 hướng dẫn và tổ chức 02 hội nghị chuyên đề;"),
        Block::bullet("Biểu dương 26 tập thể, 34 cá nhân tiêu biểu;"),
        Block::heading(Level::Second, "Số liệu chủ yếu"),
        Block::Table(results_table()),
        Block::heading(Level::First, "HẠN CHẾ VÀ NHIỆM VỤ THỜI GIAN TỚI"),
        Block::paragraph(
            "Một số chi bộ báo cáo chậm. Thời gian tới tiếp tục thực hiện các nhiệm vụ đã đề ra.",
        ),
    ]);
    let wide = Table { caption: "Tổng hợp theo đơn vị".to_owned(), ..results_table() };
    Paper {
        body,
        appendices: vec![Appendix {
            title: "Phụ lục 1".to_owned(),
            subject: "Số liệu chi tiết".to_owned(),
            turned: true,
            body: vec![Block::Table(wide)],
            ..Appendix::default()
        }],
        proof: Some(Proof {
            address: "https://thidua.example.vn/sl/7F3K-2026".to_owned(),
            short: "thidua.example.vn/sl/7F3K-2026".to_owned(),
        }),
        ..base(
            Form::Party,
            "BÁO CÁO",
            "BC",
            "kết quả học tập, thực hành tư tưởng, đạo đức, phương pháp, phong cách Hồ Chí Minh năm 2025",
        )
    }
}

/// The same in the State's form.
pub(crate) fn state_report() -> Paper {
    let mut paper = base(Form::State, "BÁO CÁO", "BC", "Kết quả phong trào thi đua yêu nước năm 2025");
    paper.body = party_report().body;
    paper
        .body
        .push(Block::paragraph("Trên đây là kết quả phong trào thi đua yêu nước năm 2025 của Sở Nội vụ."));
    paper
}

/// A decision with its list: collectives, individuals, households, totals in words.
pub(crate) fn decision(form: Form, people: usize) -> Paper {
    let mut rows = vec![
        group("I", "TẬP THỂ"),
        Row::plain([
            "1",
            "Chi bộ Văn phòng, Đảng bộ Sở Y tế thành phố Cần Thơ",
            "",
            "Ninh Kiều",
            "2021 - 2024",
        ]),
        Row::plain(["2", "Chi bộ Trường Trung học phổ thông Châu Văn Liêm", "", "Ninh Kiều", "2021 - 2024"]),
        total("Cộng: 02 tập thể"),
        group("II", "CÁ NHÂN"),
    ];
    for (at, name) in NAMES.iter().cycle().take(people).enumerate() {
        let number = (at + 1).to_string();
        rows.push(Row::plain([
            number.as_str(),
            name,
            "Đảng viên",
            "Chi bộ Khu vực 3, phường Ninh Kiều",
            "2021 - 2024",
        ]));
    }
    let count = i64::try_from(people).unwrap();
    let words = lang::spell::vietnamese(count, lang::spell::EmptyTens::Linh);
    rows.push(total(&format!("Cộng: {people} cá nhân (bằng chữ: {words} cá nhân)")));
    rows.push(group("III", "HỘ GIA ĐÌNH"));
    rows.push(Row::plain(["1", "Hộ ông Nguyễn Văn Ửng", "", "Khu vực 5, phường Ninh Kiều", "2021 - 2024"]));
    rows.push(total("Cộng: 01 hộ gia đình"));
    let list = Table {
        caption: String::new(),
        columns: [
            (13, Align::Centre),
            (56, Align::Left),
            (27, Align::Left),
            (44, Align::Left),
            (30, Align::Centre),
        ]
        .map(|(weight, align)| Column::new(weight, align))
        .to_vec(),
        head: vec![Row::plain(["STT", "Tên tập thể, họ và tên", "Chức vụ", "Đơn vị", "Thành tích"])],
        rows,
    };
    let decider =
        if form == Form::Party { "BAN THƯỜNG VỤ ĐẢNG ỦY" } else { "GIÁM ĐỐC SỞ NỘI VỤ" };
    Paper {
        authority: decider.to_owned(),
        bases: lines(&[
            "Căn cứ Điều lệ Đảng Cộng sản Việt Nam",
            "Căn cứ Quy định số 19-QĐ/TU ngày 25/12/2025 về khen thưởng tổ chức đảng và đảng viên",
            "Xét đề nghị của Văn phòng Đảng ủy",
        ]),
        body: vec![
            Block::Verdict(if form == Form::Party { "QUYẾT ĐỊNH" } else { "QUYẾT ĐỊNH:" }.to_owned()),
            Block::article(format!(
                "Tặng Giấy khen cho 02 tập thể, {people} cá nhân và 01 hộ gia đình có thành tích xuất sắc trong học \
                 tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, giai đoạn 2021 - 2024 (có danh sách kèm theo)."
            )),
            Block::article(
                "Mức tiền thưởng thực hiện theo quy định hiện hành, trích từ kinh phí khen thưởng.",
            ),
            Block::article(
                "Văn phòng Đảng ủy, các đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 thi hành Quyết định này.",
            ),
        ],
        appendices: vec![Appendix {
            title: "DANH SÁCH".to_owned(),
            subject: "Tập thể, cá nhân và hộ gia đình được tặng Giấy khen".to_owned(),
            body: vec![Block::Table(list)],
            ..Appendix::default()
        }],
        ..base(form, "QUYẾT ĐỊNH", "QĐ", "về việc tặng Giấy khen")
    }
}

fn group(number: &str, words: &str) -> Row {
    Row { kind: RowKind::Group, cells: vec![Cell::plain(number), Cell::across(4, words)] }
}

fn total(words: &str) -> Row {
    Row {
        kind: RowKind::Total,
        cells: vec![Cell::plain(""), Cell { align: Some(Align::Left), ..Cell::across(4, words) }],
    }
}

/// A proposal that goes up.
pub(crate) fn proposal(form: Form) -> Paper {
    Paper {
        addressed: Addressed::Submitted(lines(&["Ban Thường vụ Thành ủy Cần Thơ"])),
        body: vec![
            Block::paragraph(
                "Căn cứ kết quả bình xét tại các chi bộ, Đảng ủy phường kính trình Ban Thường vụ Thành ủy xem xét.",
            ),
            Block::bullet("Báo cáo tóm tắt thành tích;"),
            Block::bullet("Biên bản họp Hội đồng"),
        ],
        ..base(form, "TỜ TRÌNH", "TTr", "đề nghị tặng Bằng khen")
    }
}

/// Minutes with two signatures.
pub(crate) fn minutes(form: Form) -> Paper {
    let [left, right] = form.rules().minutes.value;
    Paper {
        body: vec![
            Block::Paragraph(vec![
                Run::bold("Thời gian: "),
                Run::plain("8 giờ 00, ngày 05 tháng 02 năm 2026."),
            ]),
            Block::paragraph("Thành phần: 9/9 thành viên Hội đồng; vắng: không."),
            Block::heading(Level::First, "KẾT QUẢ BỎ PHIẾU"),
            Block::paragraph("Đồng ý: 9/9 phiếu, đạt 100% tổng số thành viên Hội đồng."),
            Block::paragraph("Cuộc họp kết thúc lúc 10 giờ 30 cùng ngày."),
        ],
        signing: Signing::Two {
            left: Signature::own(left, "Trần Thị Bé Năm"),
            right: Signature::own(right, "Nguyễn Văn Bền"),
        },
        recipients: Vec::new(),
        ..base(form, "BIÊN BẢN", "BB", "họp Hội đồng Thi đua - Khen thưởng")
    }
}

/// Every sample under the name of its file.
pub(crate) fn all() -> Vec<(&'static str, Paper)> {
    vec![
        ("bao-cao-dang", party_report()),
        ("bao-cao-nha-nuoc", state_report()),
        ("quyet-dinh-dang", decision(Form::Party, 60)),
        ("quyet-dinh-nha-nuoc", decision(Form::State, 34)),
        ("to-trinh", proposal(Form::Party)),
        ("bien-ban", minutes(Form::Party)),
        ("bien-ban-nha-nuoc", minutes(Form::State)),
    ]
}
