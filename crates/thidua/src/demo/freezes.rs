//! Two freezes of the first committee's figures for a quarter, with a correction, a late unit and a small
//! reorganisation between them, so that "Vì sao khác?" has something to tell; and one of the whole stretch.
//!
//! Not here: the figures themselves (`split`).

use acts::Ctx;
use anyhow::anyhow;
use jiff::civil::{Date, date};

use super::{Units, split};

/// The quarter that is frozen twice.
const QUARTER: &str = "2024Q1";

/// The stretch of the article.
const STRETCH: &str = "2021-2024";

/// The committee that stood elsewhere for six weeks, and when.
const LENT: (&str, Date, Date) = ("K00-40", date(2024, 2, 1), date(2024, 3, 15));

/// Freezes, lets things happen, freezes again.
pub(super) async fn load(manager: &Ctx, approver: &Ctx, writer: &Ctx, units: &Units) -> anyhow::Result<()> {
    let (khoi, lent) = (units.of("K00")?, units.of(LENT.0)?);
    place(manager, units, lent, "MH", LENT.1).await?;
    freeze(approver, khoi, QUARTER, "Báo cáo quý I/2024 (minh họa)").await?;
    split::finish(writer, units).await?;
    place(manager, units, lent, "K00", LENT.2).await?;
    freeze(approver, khoi, QUARTER, "Báo cáo quý I/2024, sau khi các đơn vị sửa và nộp đủ (minh họa)")
        .await?;
    freeze(approver, khoi, STRETCH, "Sơ kết 3 năm thực hiện Kết luận số 01-KL/TW (minh họa)").await
}

async fn place(
    manager: &Ctx,
    units: &Units,
    unit: domain::unit::UnitId,
    above: &str,
    from: Date,
) -> anyhow::Result<()> {
    let above = units.of(above)?;
    let moved = acts::unit::move_under(manager, unit, Some(above), from, "Sắp xếp đơn vị (minh họa)").await;
    moved.map_err(|end| anyhow!("moving a unit: {end}"))
}

async fn freeze(approver: &Ctx, unit: domain::unit::UnitId, range: &str, reason: &str) -> anyhow::Result<()> {
    let made = acts::freeze::add(approver, unit, range.parse()?, reason).await;
    made.map(|_| ()).map_err(|end| anyhow!("freezing {range}: {end}"))
}
