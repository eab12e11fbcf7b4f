//! Certificates of the demonstration: one decision with made-up names, entered into the register; its persons with the
//! days that a round of badges asks for. Every name says that it is made up.
//!
//! Not here: what the articles tell, which has no names (`awards`).

use acts::Ctx;
use acts::decision::{self, Body, NewDecision, NewLine};
use acts::person::{self, NewPerson, PersonDays};
use acts::{certificate, key};
use anyhow::{Context as _, anyhow};
use domain::award::badge::rounds;
use domain::award::{Giver, Ground};
use domain::honoree::HonoreeKind;
use domain::id::PersonId;
use domain::unit::UnitId;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Units;

/// Whom the decision honours, where they work, and how long before the next round they were admitted, in months.
const PEOPLE: &[(&str, &str, i32)] = &[
    ("Nguyễn Thị Thuỳ Dương (minh họa)", "K00-17", 30 * 12),
    ("Đặng Hoà Ẩn (minh họa)", "K00-09", 40 * 12 + 3),
    ("Trương Ngọc Quỳnh Trâm (minh họa)", "K00-18", 30 * 12 - 2),
];

/// Loads everything.
pub(super) async fn load(manager: &Ctx, staff: &Ctx, units: &Units) -> anyhow::Result<()> {
    let khoi = units.of("K00")?;
    let today = staff.app.today();
    let years = [today.year(), today.year().saturating_add(1)];
    let round = years.into_iter().flat_map(rounds).find(|day| *day >= today).context("a round of badges")?;
    // Where the installation can sign, the committee does, and the unit at the top confirms that it may.
    if staff.app.sealing().is_some() {
        for unit in [khoi, units.of("MH")?] {
            key::open(manager, unit, "").await.map_err(|end| anyhow!("{end}"))?;
        }
    }
    let mut lines =
        vec![line(HonoreeKind::Collective, "Đảng bộ Sở Y tế", "", units.of("K00-17")?, None, today)?];
    for (name, code, months) in PEOPLE {
        let unit = units.of(code)?;
        let id = admit(staff, name, unit, round.checked_sub(months.months())?).await?;
        lines.push(line(HonoreeKind::Individual, name, "đảng viên", unit, Some(id), today)?);
    }
    let new = NewDecision {
        keeper: khoi,
        body: Body::Unit(khoi, Giver::CommitteeBoard),
        number: "142-QĐ/ĐUK".to_owned(),
        decided: today.checked_sub(3.days())?,
        place: "Cần Thơ".to_owned(),
        title: "khen thưởng tập thể, cá nhân học tập và làm theo Bác (minh họa)".to_owned(),
        basis: "Căn cứ Quy định minh họa về khen thưởng trong Đảng bộ\nXét đề nghị của Ban Tổ chức Đảng ủy"
            .to_owned(),
        signer: "Nguyễn Minh Họa".to_owned(),
        signer_post: "Bí thư".to_owned(),
        source: "đặt ra để minh họa".to_owned(),
        lines,
    };
    let id = decision::enter(staff, new).await.map_err(|end| anyhow!("{end}"))?;
    certificate::issue(staff, id).await.map_err(|end| anyhow!("{end}"))?;
    Ok(())
}

/// A person of the register, admitted on a day.
async fn admit(staff: &Ctx, name: &str, unit: UnitId, admitted: Date) -> anyhow::Result<PersonId> {
    let days = PersonDays {
        admission_decided: Some(admitted),
        admitted: Some(admitted),
        official: Some(admitted.checked_add(1.year())?),
        ..PersonDays::default()
    };
    let new = NewPerson {
        name: name.to_owned(),
        unit,
        days,
        purpose: "khen thưởng (minh họa)".to_owned(),
        keep_until: None,
        invented: true,
    };
    person::add(staff, new).await.map_err(|end| anyhow!("{name}: {end}"))
}

fn line(
    kind: HonoreeKind,
    name: &str,
    detail: &str,
    unit: UnitId,
    person: Option<PersonId>,
    today: Date,
) -> anyhow::Result<NewLine> {
    Ok(NewLine {
        kind,
        name: name.to_owned(),
        detail: detail.to_owned(),
        number: 1,
        unit: Some(unit),
        person,
        form: super::awards::form(super::awards::FORM)?,
        ground: Ground::Thematic,
        year: today.year(),
        period: None,
        achievement: super::awards::DEED.to_owned(),
        nomination: None,
    })
}
