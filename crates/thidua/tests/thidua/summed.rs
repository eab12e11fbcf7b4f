//! The register in sentences: what the five articles say of awards is what its page and its interface say.
//!
//! Not here: the rounds that lead there (room `acts`), how a sentence is made (`lang::honoured`).

use axum::http::StatusCode;

use crate::house::House;

/// A sentence of the register, the words of the article that it comes from, and the facts that both must tell.
struct Said {
    sentence: &'static str,
    article: &'static str,
    facts: &'static [(&'static str, &'static str)],
}

/// By the article's number: who reads the register, and everything it says. Facts are told as in the sentence and as in
/// the article.
const ARTICLES: &[(&str, &str, &[Said])] = &[
    (
        "000",
        "vanphong",
        &[Said {
            sentence: "26 tập thể, 34 cá nhân được tặng Giấy khen của Ban Thường vụ Đảng ủy Khối; \
                       Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ trao ngày 16/5/2024",
            article: "Ban Thường vụ Đảng ủy Khối đã trao Giấy khen cho 26 tập thể và 34 cá nhân",
            facts: &[
                ("26 tập thể", "26 tập thể"),
                ("34 cá nhân", "34 cá nhân"),
                ("Giấy khen", "Giấy khen"),
                ("Ban Thường vụ Đảng ủy Khối", "Ban Thường vụ Đảng ủy Khối"),
            ],
        }],
    ),
    (
        "001",
        "coquan",
        &[
            Said {
                sentence: "113 tập thể, 397 cá nhân được các đơn vị ghi danh “Người tốt, việc tốt”",
                article: "113 tập thể, 397 cá nhân được biểu dương, ghi danh tại các đơn vị",
                facts: &[
                    ("113 tập thể, 397 cá nhân được", "113 tập thể, 397 cá nhân được"),
                    ("ghi danh", "ghi danh"),
                    ("các đơn vị", "các đơn vị"),
                ],
            },
            Said {
                sentence: "1 cá nhân được tặng Bằng khen của Thủ tướng Chính phủ",
                article: "1 cá nhân điển hình tiên tiến được Thủ tướng chính phủ tặng Bằng Khen",
                facts: &[
                    ("1 cá nhân", "1 cá nhân"),
                    ("Bằng khen", "Bằng Khen"),
                    ("Thủ tướng Chính phủ", "Thủ tướng chính phủ"),
                ],
            },
            Said {
                sentence: "1 tập thể được tặng Bằng khen của Chủ tịch UBND tỉnh",
                article: "1 tập thể điển hình tiên tiến được Chủ tịch UBND tỉnh tặng Bằng khen",
                facts: &[("1 tập thể", "1 tập thể"), ("Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh")],
            },
            Said {
                sentence: "1 tập thể được tặng Bằng khen của Tổng Liên đoàn Lao động",
                article: "1 tập thể điển hình tiên tiến được Tổng Liên đoàn Lao động tặng Bằng Khen",
                facts: &[("1 tập thể", "1 tập thể"), ("Tổng Liên đoàn Lao động", "Tổng Liên đoàn Lao động")],
            },
        ],
    ),
    (
        "002",
        "khucn",
        &[
            Said {
                sentence: "13 tập thể, 16 cá nhân được tặng Giấy khen của Ban Thường vụ Đảng ủy; \
                           Đảng ủy các Khu chế xuất và Công nghiệp Cần Thơ trao ngày 15/5/2018",
                article: "tặng Giấy khen cho 13 tập thể và 16 cá nhân có thành tích tiêu biểu",
                facts: &[
                    ("13 tập thể", "13 tập thể"),
                    ("16 cá nhân", "16 cá nhân"),
                    ("Giấy khen", "Giấy khen"),
                ],
            },
            Said {
                sentence: "1 tập thể, 1 cá nhân được Thành ủy Cần Thơ biểu dương",
                article: "được Thành ủy Cần Thơ ghi nhận và biểu dương khen thưởng cho 01 tập thể và 01 cá nhân",
                facts: &[
                    ("1 tập thể", "01 tập thể"),
                    ("1 cá nhân", "01 cá nhân"),
                    ("được Thành ủy Cần Thơ", "được Thành ủy Cần Thơ"),
                    ("biểu dương", "biểu dương"),
                ],
            },
            Said {
                sentence: "2 cá nhân được Thành ủy Cần Thơ tặng Huy hiệu 30 năm tuổi Đảng; \
                           Đảng ủy các Khu chế xuất và Công nghiệp Cần Thơ trao ngày 15/5/2018",
                article: "Đảng ủy các Khu chế xuất và Công nghiệp thành phố đã trao Huy hiệu 30 năm tuổi đảng cho 02 \
                          đồng chí",
                facts: &[
                    ("2 cá nhân", "02 đồng chí"),
                    ("Huy hiệu 30 năm tuổi", "Huy hiệu 30 năm tuổi"),
                    ("Đảng ủy các Khu chế xuất và Công nghiệp", "Đảng ủy các Khu chế xuất và Công nghiệp"),
                ],
            },
        ],
    ),
    (
        "003",
        "thanhxuan",
        &[Said {
            sentence: "27 tập thể, cá nhân được tặng Giấy khen của Quận ủy Thanh Xuân; Quận ủy Thanh Xuân trao ngày \
                       14/5/2024",
            article: "27 tập thể, cá nhân tiêu biểu được biểu dương, khen thưởng",
            facts: &[("27 tập thể, cá nhân", "27 tập thể, cá nhân")],
        }],
    ),
    (
        "004",
        "soctrang",
        &[Said {
            sentence: "16 tập thể, 32 cá nhân được tặng Bằng khen của Chủ tịch UBND tỉnh Sóc Trăng; Ban Thường vụ \
                       Tỉnh ủy Sóc Trăng trao ngày 17/5/2024",
            article: "có 16 tập thể, 32 cá nhân có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, \
                      phong cách Hồ Chí Minh được tặng Bằng khen của Chủ tịch UBND tỉnh Sóc Trăng",
            facts: &[
                ("16 tập thể, 32 cá nhân", "16 tập thể, 32 cá nhân"),
                (
                    "được tặng Bằng khen của Chủ tịch UBND tỉnh Sóc Trăng",
                    "được tặng Bằng khen của Chủ tịch UBND tỉnh Sóc Trăng",
                ),
            ],
        }],
    ),
];

/// The articles as the demonstration keeps them.
fn article(number: &str) -> String {
    let found = thidua::demo::ARTICLES.iter().find(|one| one.number == number).unwrap();
    found.text.replace('\u{a0}', " ")
}

#[tokio::test]
async fn the_page_and_the_interface_say_of_each_article_what_it_says() {
    let house = House::open().await;
    for (number, login, all) in ARTICLES {
        let (ctx, cookie) = house.person(login).await;
        let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
        let page = house.page(&cookie, "/so-khen").await;
        assert_eq!(page.status, StatusCode::OK, "{login}");
        let token = house.token(login).await;
        let told = house.api(&token, &format!("/api/v1/register?unit={unit}")).await.json();
        let told = told["honoured"].as_array().unwrap();
        let text = article(number);
        for said in *all {
            assert!(text.contains(said.article), "{number} does not say {:?}", said.article);
            for (ours, theirs) in said.facts {
                assert!(said.sentence.contains(ours), "{ours:?} in {:?}", said.sentence);
                assert!(said.article.contains(theirs), "{theirs:?} in {:?}", said.article);
            }
            assert!(page.text().contains(said.sentence), "{number}: {:?} is not on the page", said.sentence);
            assert!(
                told.iter().any(|one| one["sentence"] == said.sentence),
                "{:?} in {told:?}",
                said.sentence
            );
        }
        // Nothing is told of the article that it does not say; the Khối has invented decisions beside it.
        if *number != "000" {
            assert_eq!(told.len(), all.len(), "{number}: {told:?}");
        }
    }
    assert!(article("002").contains("Đảng ủy các Khu chế xuất và Công nghiệp Cần Thơ tổ chức Hội nghị"));
    assert!(article("004").contains("Ban Thường vụ Tỉnh ủy Sóc Trăng tổ chức Hội nghị"));
}

#[tokio::test]
async fn the_interface_sums_up_by_year_and_keeps_the_inseparable_number() {
    let house = House::open().await;
    let (ctx, _) = house.person("thanhxuan").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let token = house.token("thanhxuan").await;
    let of = async |year: &str| house.api(&token, &format!("/api/v1/register?unit={unit}&year={year}")).await;
    let told = of("2024").await.json();
    assert_eq!(told["standing"]["combined"], 27);
    assert_eq!(told["honoured"][0]["count"]["combined"], 27);
    assert_eq!(told["honoured"][0]["handed_over"][0]["day"], "2024-05-14");
    assert_eq!(of("2023").await.json()["honoured"], serde_json::json!([]));
    assert_eq!(of("nay").await.status, StatusCode::BAD_REQUEST);
    let theirs = house.token("vanphong").await;
    let neighbour = house.api(&theirs, &format!("/api/v1/register?unit={unit}")).await;
    assert_eq!(neighbour.status, StatusCode::NOT_FOUND);
}
