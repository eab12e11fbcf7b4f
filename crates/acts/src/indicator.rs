//! The catalogue of indicators: seeing it, and adding the installation's own.
//!
//! Not here: figures of indicators (`figure`), what a measure looks like in print (`lang`).

use crate::ctx::{App, Ctx};
use crate::error::{ActError, Fault, Never};
use domain::authority::Action;
use domain::figure::Slot;
use domain::indicator::{Breakdown, Indicator, IndicatorId, Nature, OverTime, OverTree};
use std::collections::{BTreeMap, HashMap};
use store::Tx;
use store::indicator::SlotRow;

/// The shipped catalogue, one indicator a line; see `docs/law.md` for where it comes from.
const SHIPPED: &str = include_str!("../catalogue/indicators.csv");

/// Where the shipped definitions come from. No official catalogue was found; this one is assembled from
/// practice and stays marked as not verified.
const SHIPPED_SOURCE: &str = "Tổng hợp từ báo cáo của các cấp ủy; chưa có danh mục chính thức";

/// From which day indicators may be used: the year of the directive of 2016. One added today must be able to take
/// the figures of past periods, which is what people add it for.
const USABLE_FROM: jiff::civil::Date = jiff::civil::date(2016, 1, 1);

/// The catalogue with every breakdown that was ever used.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// The indicators in their order.
    pub indicators: Vec<Indicator>,
    /// The slots by number.
    pub slots: BTreeMap<Slot, SlotRow>,
    places: HashMap<IndicatorId, usize>,
}

impl Catalogue {
    /// Loads it within a transaction.
    pub(crate) async fn load(tx: &mut Tx) -> Result<Self, store::StoreError> {
        let indicators = store::indicator::list(tx).await?;
        let slots = store::indicator::slots(tx).await?.into_iter().map(|row| (row.slot, row)).collect();
        let places = indicators.iter().enumerate().map(|(place, one)| (one.id, place)).collect();
        Ok(Self { indicators, slots, places })
    }

    /// An indicator by its identity.
    pub fn indicator(&self, id: IndicatorId) -> Option<&Indicator> {
        self.places.get(&id).and_then(|place| self.indicators.get(*place))
    }

    /// An indicator by its code.
    pub fn by_code(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == code)
    }

    /// The indicator of a slot.
    pub fn of_slot(&self, slot: Slot) -> Option<&Indicator> {
        self.slots.get(&slot).and_then(|row| self.indicator(row.indicator))
    }

    /// The breakdown of a slot.
    pub fn breakdown(&self, slot: Slot) -> Option<&Breakdown> {
        self.slots.get(&slot).map(|row| &row.breakdown)
    }

    /// The slot of an indicator in a breakdown, where it was ever used.
    pub fn slot(&self, indicator: IndicatorId, breakdown: &Breakdown) -> Option<Slot> {
        self.slots
            .values()
            .find(|row| row.indicator == indicator && row.breakdown == *breakdown)
            .map(|row| row.slot)
    }

    /// How a slot combines over time; unknown slots add.
    pub fn over_time(&self, slot: Slot) -> OverTime {
        self.of_slot(slot).map_or(OverTime::Sum, |indicator| indicator.over_time)
    }
}

/// The catalogue. Everyone with an account may see it.
pub async fn catalogue(ctx: &Ctx) -> Result<Catalogue, ActError<Never>> {
    let mut tx = ctx.read().await?;
    Ok(Catalogue::load(&mut tx).await?)
}

/// An indicator to add.
#[derive(Debug, Clone)]
pub struct NewIndicator {
    /// Its code: letters and digits, at most 12.
    pub code: String,
    /// Its name in Vietnamese.
    pub name: String,
    /// Its name in English; may be empty.
    pub name_en: String,
    /// Its measure in Vietnamese; `đồng` for money, `%` for shares.
    pub measure: String,
    /// What its values are.
    pub nature: Nature,
    /// How it combines over time.
    pub over_time: OverTime,
    /// How it combines over the tree.
    pub over_tree: OverTree,
    /// What stands above the line of a share.
    pub numerator: String,
    /// What stands below the line of a share.
    pub denominator: String,
    /// The help at the field.
    pub pitfall: String,
    /// Where the definition comes from.
    pub source: String,
}

/// Why an indicator cannot be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndicatorRefusal {
    /// The code is empty, too long, or has other signs than letters and digits.
    CodeForm,
    /// The code is taken.
    CodeTaken,
    /// The name is empty or longer than 200 characters.
    NameForm,
    /// The measure is empty or longer than 40 characters.
    MeasureForm,
    /// A share needs both sides of its line.
    ShareSides,
}

/// Adds an indicator of the installation's own.
pub async fn add(ctx: &Ctx, new: NewIndicator) -> Result<IndicatorId, ActError<IndicatorRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::KeepIndicators, None).await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    let code = domain::text::clean(&new.code).to_uppercase();
    if code.is_empty() || code.len() > 12 || !code.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(ActError::Refused(IndicatorRefusal::CodeForm));
    }
    if catalogue.by_code(&code).is_some() {
        return Err(ActError::Refused(IndicatorRefusal::CodeTaken));
    }
    let name = domain::text::clean(&new.name);
    if name.is_empty() || name.chars().count() > 200 {
        return Err(ActError::Refused(IndicatorRefusal::NameForm));
    }
    let measure = domain::text::clean(&new.measure);
    if measure.is_empty() || measure.chars().count() > 40 {
        return Err(ActError::Refused(IndicatorRefusal::MeasureForm));
    }
    let sides = !new.numerator.trim().is_empty() && !new.denominator.trim().is_empty();
    if new.nature == Nature::Share && !sides {
        return Err(ActError::Refused(IndicatorRefusal::ShareSides));
    }
    let indicator = Indicator {
        id: IndicatorId(ctx.app.id()),
        code: code.clone(),
        name_en: domain::text::clean(&new.name_en),
        name,
        measure_en: measure.clone(),
        measure,
        nature: new.nature,
        over_time: new.over_time,
        over_tree: new.over_tree,
        numerator: domain::text::clean(&new.numerator),
        denominator: domain::text::clean(&new.denominator),
        pitfall: domain::text::clean(&new.pitfall),
        valid_from: USABLE_FROM,
        source: domain::text::clean(&new.source),
        verified: false,
    };
    let place = i64::try_from(catalogue.indicators.len()).unwrap_or(i64::MAX) + 1000;
    store::indicator::add(&mut tx, &indicator, place).await?;
    ctx.record(&mut tx, "indicator.add", None, indicator.id.to_string(), code).await?;
    tx.commit().await?;
    Ok(indicator.id)
}

/// Writes the shipped catalogue into a new installation.
pub(crate) async fn ship(app: &App, tx: &mut Tx) -> Result<(), Fault> {
    for (place, line) in (0_i64..).zip(shipped()?) {
        let indicator = Indicator { id: IndicatorId(app.id()), ..line };
        store::indicator::add(tx, &indicator, place).await?;
    }
    Ok(())
}

/// The shipped catalogue, with ids of zero.
fn shipped() -> Result<Vec<Indicator>, Fault> {
    let wrong = || Fault::Inconsistent("the shipped catalogue");
    csv::Reader::from_reader(SHIPPED.as_bytes())
        .into_records()
        .map(|line| {
            let line = line.map_err(|_| wrong())?;
            let mut cells = line.iter().map(str::to_owned);
            let mut cell = || cells.next().ok_or_else(wrong);
            Ok(Indicator {
                id: IndicatorId(0),
                code: cell()?,
                name: cell()?,
                name_en: cell()?,
                measure: cell()?,
                measure_en: cell()?,
                nature: Nature::from_code(&cell()?).ok_or_else(wrong)?,
                over_time: OverTime::from_code(&cell()?).ok_or_else(wrong)?,
                over_tree: OverTree::from_code(&cell()?).ok_or_else(wrong)?,
                numerator: cell()?,
                denominator: cell()?,
                pitfall: cell()?,
                valid_from: USABLE_FROM,
                source: SHIPPED_SOURCE.to_owned(),
                verified: false,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_catalogue_is_sound() {
        let shipped = shipped().expect("every line reads");
        assert_eq!(shipped.len(), 31);
        for indicator in &shipped {
            let share = indicator.nature == Nature::Share;
            assert_eq!(share, !indicator.denominator.is_empty(), "{}", indicator.code);
            assert_eq!(indicator.nature == Nature::Money, indicator.measure == "đồng", "{}", indicator.code);
        }
        let mut codes: Vec<_> = shipped.iter().map(|indicator| &indicator.code).collect();
        codes.dedup();
        assert_eq!(codes.len(), shipped.len());
    }
}
