//! What the committees carry out: programmes under the directives of the register, and the themes that the articles
//! name.
//!
//! Not here: the directives themselves, which ship with every installation (`acts::directive`).

use acts::Ctx;
use acts::programme::{self, NewProgramme};
use acts::theme::{self, NewTheme};
use anyhow::anyhow;
use domain::id::DirectiveId;

use super::Units;

/// A programme: whose, its name, its period, under which directive, and its themes with their periods and sources.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
);

const PROGRAMMES: &[Row] = &[
    (
        "K00",
        "Thực hiện Kết luận số 01-KL/TW giai đoạn 2021–2024",
        "2021-2024",
        "01-KL/TW",
        &[(
            "Chọn những vấn đề bức xúc, nổi cộm trong thành phố để tham mưu giải quyết hiệu quả",
            "2021-2024",
            "Bài ngày 16/5/2024 về hội nghị sơ kết của Đảng ủy Khối",
        )],
    ),
    (
        "K01",
        "Học tập và làm theo Bác năm 2023",
        "2023",
        "01-KL/TW",
        &[
            (
                "Nêu cao tinh thần tự giác, tích cực, chủ động và nêu gương của cán bộ, đảng viên nhằm nỗ lực phấn đấu \
                 hoàn thành kế hoạch phát triển kinh tế - xã hội của địa phương",
                "2023",
                "Bài ngày 18/1/2024 về Đảng bộ Các cơ quan tỉnh",
            ),
            (
                "Ý chí tự lực, tự cường và khát vọng phát triển đất nước phồn vinh, hạnh phúc",
                "2021-2025",
                "Bài ngày 18/1/2024 về Đảng bộ Các cơ quan tỉnh",
            ),
        ],
    ),
    ("K02", "Thực hiện Chỉ thị số 05-CT/TW giai đoạn 2016–2018", "2016-2018", "05-CT/TW", &[]),
    (
        "K03",
        "Thực hiện Kết luận số 01-KL/TW trên địa bàn quận",
        "2021-2024",
        "01-KL/TW",
        &[(
            "Phát huy sức mạnh khối đại đoàn kết; xây dựng hệ thống chính trị quận Thanh Xuân vững mạnh",
            "2024",
            "Bài ngày 14/5/2024 về hội nghị sơ kết của Quận ủy",
        )],
    ),
    ("K04", "Thực hiện Kết luận số 01-KL/TW trong toàn tỉnh", "2021-2024", "01-KL/TW", &[]),
];

/// Registers the programmes and their themes.
pub(super) async fn load(manager: &Ctx, units: &Units) -> anyhow::Result<()> {
    let register = acts::directive::list(manager).await?;
    let directive = |number: &str| -> anyhow::Result<DirectiveId> {
        let found = register.iter().find(|one| one.directive.number == number);
        found.map(|one| one.directive.id).ok_or_else(|| anyhow!("{number} is not in the register"))
    };
    for (code, name, period, number, themes) in PROGRAMMES {
        let unit = units.of(code)?;
        let new = NewProgramme {
            unit,
            name: (*name).to_owned(),
            period: period.parse()?,
            directive: Some(directive(number)?),
        };
        let programme = programme::add(manager, new).await.map_err(|end| anyhow!("{name}: {end}"))?;
        for (title, period, source) in *themes {
            let new = NewTheme {
                unit,
                programme: Some(programme),
                title: (*title).to_owned(),
                period: period.parse()?,
                source: (*source).to_owned(),
            };
            theme::add(manager, new).await.map_err(|end| anyhow!("{title}: {end}"))?;
        }
    }
    Ok(())
}
