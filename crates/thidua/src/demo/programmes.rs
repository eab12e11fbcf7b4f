//! What the committees carry out: programmes under the directives of the register, and the themes that the articles
//! name.
//!
//! Not here: the directives themselves, which ship with every installation (`acts::directive`).

use acts::Ctx;
use acts::acknowledgement::{self, NewLaunch, Receivers};
use acts::plan::{self, NewPlan};
use acts::programme::{self, NewProgramme};
use acts::task::{self, NewTask};
use acts::theme::{self, NewTheme};
use anyhow::anyhow;
use domain::id::{DirectiveId, ProgrammeId};

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
        if *code == LAUNCHED {
            launch(manager, units, programme, directive(number)?).await?;
        }
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

/// The committee whose programme is sent down to the units below it.
const LAUNCHED: &str = "K00";

/// How many of the units below, by name, have said that they received it, and how many have answered with a plan.
const RECEIVED: usize = 40;
const PLANNED: usize = 37;

/// Sends the programme of the first committee down, with clauses, tasks and the answers of most units.
async fn launch(
    manager: &Ctx,
    units: &Units,
    programme: ProgrammeId,
    directive: DirectiveId,
) -> anyhow::Result<()> {
    let due = manager.app.today().checked_add(jiff::Span::new().days(14))?;
    let new = NewLaunch {
        programme,
        to: Receivers::Below,
        due: Some(due),
        note: format!("Đề nghị các đơn vị gửi kế hoạch. {}", super::INVENTED),
    };
    acknowledgement::launch(manager, new).await.map_err(|end| anyhow!("launching: {end}"))?;
    let rows = acknowledgement::board(manager, programme).await?.rows;
    for (place, row) in rows.iter().enumerate() {
        if place < PLANNED {
            let new = NewPlan {
                title: format!("Kế hoạch của {}", row.name.name),
                content: "Thực hiện Kết luận số 01-KL/TW của Bộ Chính trị (minh họa).".to_owned(),
                ..NewPlan::default()
            };
            let taken = plan::answer(manager, programme, row.unit, new).await;
            taken.map_err(|end| anyhow!("{}: {end}", row.name.name))?;
        } else if place < RECEIVED {
            acknowledgement::receive(manager, programme, row.unit).await?;
        }
    }
    let catalogue = acts::indicator::catalogue(manager).await?;
    for (number, words, content, owner, code) in TASKS {
        let clause = task::add_clause(manager, directive, number, words).await;
        let clause = clause.map_err(|end| anyhow!("{number}: {end}"))?;
        let new = NewTask {
            programme,
            clause: Some(clause),
            owner: units.of(owner)?,
            post: "Bí thư".to_owned(),
            content: (*content).to_owned(),
            due: Some(due),
            indicators: catalogue.by_code(code).map(|one| one.id).into_iter().collect(),
        };
        task::give(manager, new).await.map_err(|end| anyhow!("{content}: {end}"))?;
    }
    Ok(())
}

/// Clauses, the tasks that come from them, who is to do them and what measures them. The clauses' words are a
/// shortened telling, marked as such.
const TASKS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "Mục 2 (lược ý)",
        "Gắn học tập, làm theo Bác với nhiệm vụ chính trị, phong trào thi đua",
        "Trồng mới cây xanh ở trụ sở, khu dân cư",
        "K00-01",
        "HD01",
    ),
    (
        "Mục 3 (lược ý)",
        "Phát huy trách nhiệm nêu gương",
        "Vận động cán bộ, đảng viên hiến máu tình nguyện",
        "K00-43",
        "HD02",
    ),
];
