//! What the reading page shows beside the figures: what passages were taken for, numbers that are no figures, and a lesson that
//! can be taken back.

use acts::document::{self, Choice, NewDocument};
use axum::http::StatusCode;
use domain::figure::Value;
use domain::indicator::Breakdown;
use domain::submission::Scope;
use domain::unit::UnitId;

use crate::house::House;

/// A report whose one figure no rule can name, with a picture's line, a shortcoming and a next task.
fn report(count: u32) -> String {
    format!(
        "BÁO CÁO kết quả năm 2023\n\nQuang cảnh hội nghị. Ảnh: Minh Tâm\n\n\
         Trong năm 2023, Đảng bộ đã mua {count} máy tính cho các chi bộ, bảo đảm điều kiện làm việc, học tập và sinh hoạt \
         của cán bộ, đảng viên trong toàn Đảng bộ.\n\n\
         Tuy nhiên, việc nêu gương ở một số chi bộ còn hạn chế.\n\n\
         Thời gian tới, Đảng bộ tiếp tục nhân rộng các mô hình hay, đẩy mạnh tuyên truyền và gắn việc học tập với nhiệm vụ \
         được giao của từng chi bộ.\n"
    )
}

/// A pasted text.
fn plain(unit: UnitId, text: &str) -> NewDocument {
    NewDocument {
        unit,
        period: None,
        name: "bao-cao.txt".to_owned(),
        kind: "text".to_owned(),
        original: text.as_bytes().to_vec(),
        text: text.to_owned(),
        cells: Vec::new(),
        blocks: String::new(),
    }
}

#[tokio::test]
async fn passages_are_shown_and_a_lesson_is_forgotten() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let upload = async |count| {
        let id = document::upload(&ctx, plain(unit, &report(count))).await.unwrap();
        let proposals = document::open(&ctx, id).await.unwrap().proposals;
        let at = proposals.iter().position(|one| one.quote.contains("máy tính")).unwrap();
        (id, at + 1, proposals[at].clone())
    };
    let indicator = acts::indicator::catalogue(&ctx).await.unwrap().by_code("HD01").unwrap().id;
    for count in [5, 6] {
        let (id, _, found) = upload(count).await;
        let choice =
            Choice::Accept { value: found.value, indicator, breakdown: Breakdown::none(), scope: Scope::Own };
        document::decide(&ctx, id, vec![(found.id, choice)]).await.unwrap();
        document::write(&ctx, id).await.unwrap();
    }
    let (id, number, _) = upload(7).await;
    let path = format!("/doc-bao-cao/{id}");
    let page = house.page(&login, &path).await.text();
    for (class, told, words) in [
        ("anh", "chú thích ảnh", "Quang cảnh hội nghị."),
        ("han", "hạn chế", "Tuy nhiên, việc nêu gương"),
        ("viec", "nhiệm vụ tới", "Thời gian tới,"),
    ] {
        let shown = format!("<span class=\"ps {class}\" title=\"{told}\">{words}");
        assert!(page.contains(&shown), "{shown}\n{page}");
        assert!(page.contains(&format!("<span class=\"ps {class}\">{told}</span>")), "{told} has no legend");
    }
    assert!(page.contains("Quên cách gán này"), "{page}");

    let forgotten = house.post(&login, &format!("{path}/{number}"), "viec=quen").await;
    assert_eq!(forgotten.status, StatusCode::SEE_OTHER, "{}", forgotten.text());
    let page = house.page(&login, &path).await.text();
    assert!(!page.contains("Quên cách gán này"), "{page}");
    let again = house.post(&login, &format!("{path}/{number}"), "viec=quen").await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "what is forgotten cannot be forgotten again");
    let (_, _, next) = upload(9).await;
    assert_eq!(next.indicator, None);
}

#[tokio::test]
async fn numbers_that_are_no_figures_are_listed_with_their_reason() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let text = "BÁO CÁO kết quả năm 2023\n\nTrong năm 2023, Đảng bộ đã trồng 1.357 cây xanh và làm 2,5 km đường.\n\n\
        Ban Thường vụ Đảng ủy đã đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 4 tập thể.\n\n\
        Số hộ nghèo giảm từ 31 hộ xuống còn 17 hộ.\n\nPhấn đấu năm 2024 trồng 2.000 cây xanh.\n";
    let id = document::upload(&ctx, plain(unit, text)).await.unwrap();
    let proposals = document::open(&ctx, id).await.unwrap().proposals;
    let proposed: Vec<_> = proposals.iter().map(|one| one.value).collect();
    assert_eq!(proposed, [Value::exact(1357), Value::exact(17)]);
    let page = house.page(&login, &format!("/doc-bao-cao/{id}")).await.text();
    for (words, why) in [
        ("2.000 cây", "mục tiêu, kế hoạch"),
        ("31 hộ", "số trước khi tăng, giảm"),
        ("4 tập thể", "mới đề nghị khen"),
        ("2,5 km", "số đo có phần lẻ"),
        ("“2023”", "ngày tháng"),
    ] {
        let at = page.find("Không đề xuất").and_then(|start| page[start..].find(words).map(|at| start + at));
        let at = at.unwrap_or_else(|| panic!("{words} is not listed\n{page}"));
        assert!(
            page[at..].chars().take(120).collect::<String>().contains(why),
            "{words}: {}",
            &page[at..at + 200]
        );
    }
}

#[tokio::test]
async fn letters_and_those_who_get_them_are_one_figure_and_a_difference_is_told_in_numbers() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let told = async |sentence: &str| {
        let text = format!("BÁO CÁO kết quả năm 2023\n\nNăm 2023 là năm có nhiều việc tốt.\n\n{sentence}\n");
        let id = document::upload(&ctx, plain(unit, &text)).await.unwrap();
        let figures = document::open(&ctx, id).await.unwrap().proposals.len();
        (figures, house.page(&login, &format!("/doc-bao-cao/{id}")).await.text())
    };
    let (figures, page) = told("Tại hội nghị, Đảng ủy xã tặng 1.025 Giấy khen cho 1.025 cá nhân.").await;
    assert_eq!(figures, 1, "{page}");
    assert!(!page.contains("các số thành phần cộng lại là"), "{page}");
    let (_, page) =
        told("Tại hội nghị, Đảng ủy xã tặng 1.025 Giấy khen cho 20 tập thể và 1.000 cá nhân.").await;
    assert!(page.contains("Tổng ghi 1.025, các số thành phần cộng lại là 1.020."), "{page}");
}

/// The form of every quarter: a table of three figures, of which no heading says the indicator.
fn form(figures: [u32; 3]) -> String {
    let [first, second, third] = figures;
    format!(
        "BÁO CÁO kết quả quý\n\nNội dung\tĐơn vị tính\tKết quả\nMáy tính mua cho các chi bộ\tchiếc\t{first}\n\
         Tủ sách đặt ở nhà văn hóa\ttủ\t{second}\nLoa truyền thanh thay mới\tchiếc\t{third}\n"
    )
}

#[tokio::test]
async fn the_form_of_every_quarter_is_accepted_at_once_when_it_comes_the_third_time() {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let upload = async |figures, quarter: &str| {
        let text = form(figures);
        let paper = thidua::intake::paper_of("bao-cao.txt", text.as_bytes()).unwrap();
        let new = NewDocument {
            period: Some(quarter.parse().unwrap()),
            text: paper.text,
            cells: paper.cells,
            blocks: paper.blocks,
            ..plain(unit, &text)
        };
        document::upload(&ctx, new).await.unwrap()
    };
    let catalogue = acts::indicator::catalogue(&ctx).await.unwrap();
    let indicators = ["HD01", "HD02", "KH02"].map(|code| catalogue.by_code(code).unwrap().id);
    for (figures, quarter) in [([5, 6, 7], "2023Q1"), ([8, 9, 10], "2023Q2")] {
        let id = upload(figures, quarter).await;
        let page = house.page(&login, &format!("/doc-bao-cao/{id}")).await.text();
        assert!(!page.contains("số chắc chắn</button>"), "nobody said yet what they are\n{page}");
        let proposals = document::open(&ctx, id).await.unwrap().proposals;
        assert_eq!(proposals.len(), 3, "{proposals:?}");
        let accept = |(found, indicator): (&document::Proposal, _)| {
            let (value, breakdown, scope) = (found.value, Breakdown::none(), Scope::Own);
            (found.id, Choice::Accept { value, indicator, breakdown, scope })
        };
        let choices = proposals.iter().zip(indicators).map(accept).collect();
        document::decide(&ctx, id, choices).await.unwrap();
        document::write(&ctx, id).await.unwrap();
    }
    let id = upload([11, 12, 13], "2023Q3").await;
    let path = format!("/doc-bao-cao/{id}");
    let page = house.page(&login, &path).await.text();
    assert!(page.contains("Nhận 3 số chắc chắn"), "{page}");
    let sent = house.post(&login, &format!("{path}/chac"), "").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let opened = document::open(&ctx, id).await.unwrap();
    let decided: Vec<_> =
        opened.proposals.iter().map(|one| (one.value, one.indicator, one.decided)).collect();
    let taken = |number, at: usize| (Value::exact(number), Some(indicators[at]), document::Decided::Accepted);
    assert_eq!(decided, [taken(11, 0), taken(12, 1), taken(13, 2)]);
}
