//! The installation's own rules of commendation: a province writes what the law leaves to it, and newer versions of
//! what ships. Each is a version from a day on; nothing is overwritten, and it counts once a second person confirmed it.
//!
//! Not here: the rules that ship (`shipped`).

use super::{RuleBook, shipped_book};
use crate::ctx::Ctx;
use crate::error::{ActError, Fault, Never};
use domain::authority::Action;
use domain::award::{Covers, FormCode, Ground, Provision, Recipient, Rule, Side, Trust};
use domain::id::StepId;
use domain::text;
use domain::unit::{OPEN, UnitId};
use jiff::civil::Date;
use std::sync::Arc;
use store::Tx;
pub use store::round::OwnRule;

/// The most letters of a key, a title, an article and a source.
pub const TEXT_MOST: usize = 300;

/// A rule to be written.
#[derive(Debug, Clone)]
pub struct NewRule {
    /// For which unit and all below it; `None` for the whole installation.
    pub unit: Option<UnitId>,
    /// Its key; that of a rule there is makes a new version of it.
    pub key: String,
    /// Its short name.
    pub title: String,
    /// What it is about.
    pub covers: Covers,
    /// For whom; `None` for all.
    pub recipient: Option<Recipient>,
    /// On which ground; `None` for all.
    pub ground: Option<Ground>,
    /// What it provides, as rules are written (`grade well 1`, `council 80`).
    pub provision: String,
    /// From which day.
    pub from: Date,
    /// The first day without it; `None` while it holds.
    pub to: Option<Date>,
    /// The article.
    pub article: String,
    /// Where it was read.
    pub source: String,
    /// How far that is to be trusted.
    pub trust: Trust,
}

/// Why a rule is not written or confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleRefusal {
    /// The key, the title, the article or the source is missing or too long.
    Text {
        /// The most letters.
        most: usize,
    },
    /// What it provides cannot be read.
    NotAProvision,
    /// There is no such form.
    NoForm(FormCode),
    /// It would end before it begins.
    Backwards,
    /// Who confers the State's forms is the law's to say.
    StateGivers,
    /// Whoever wrote it cannot confirm it.
    OwnRule,
    /// It was taken back before.
    Withdrawn,
    /// It held on days that are over: those stay judged by it.
    InPast,
}

/// The rules that hold for a unit: those that ship, and the confirmed ones of its own and of the units above it.
pub(crate) async fn book_for(ctx: &Ctx, tx: &mut Tx, unit: UnitId) -> Result<Arc<RuleBook>, Fault> {
    let shipped = shipped_book()?;
    let own = store::round::rules(tx).await?;
    if own.is_empty() {
        return Ok(shipped);
    }
    let history = store::tree::history(tx).await?;
    let path = crate::programme::path(&history, unit, ctx.app.today());
    let mine =
        own.into_iter().filter(|own| own.confirmed && own.unit.is_none_or(|unit| path.contains(&unit)));
    let mut book = RuleBook::clone(&shipped);
    book.rules.extend(mine.map(|own| own.rule));
    Ok(Arc::new(book))
}

/// The rules as they hold for a unit.
pub async fn book_of(ctx: &Ctx, unit: UnitId) -> Result<Arc<RuleBook>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    ctx.ask::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    Ok(book_for(ctx, &mut tx, unit).await?)
}

/// The installation's own rules that concern a unit, confirmed or not, oldest first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<OwnRule>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeUnit, Some(unit)).await?;
    let path = crate::programme::path(&history, unit, ctx.app.today());
    let mut own = store::round::rules(&mut tx).await?;
    own.retain(|own| own.unit.is_none_or(|unit| path.contains(&unit)));
    Ok(own)
}

/// Whether a rule says who confers a form of the State.
fn state_givers(book: &RuleBook, covers: &Covers, provision: &Provision) -> bool {
    let state = match covers {
        Covers::Every => true,
        Covers::Side(side) => *side == Side::State,
        Covers::Form(code) => book.forms.iter().any(|form| form.code == *code && form.side == Side::State),
    };
    state && matches!(provision, Provision::Givers(_))
}

fn checked(ctx: &Ctx, new: NewRule) -> Result<OwnRule, ActError<RuleRefusal>> {
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let [key, title, article, source] =
        [&new.key, &new.title, &new.article, &new.source].map(|raw| text::clean(raw));
    let sound = |text: &String| !text.is_empty() && text.chars().count() <= TEXT_MOST;
    if ![&key, &title, &article, &source].into_iter().all(sound) {
        return refuse(RuleRefusal::Text { most: TEXT_MOST });
    }
    let Ok(provision) = text::clean(&new.provision).parse::<Provision>() else {
        return refuse(RuleRefusal::NotAProvision);
    };
    let book = shipped_book()?;
    if let Covers::Form(code) = &new.covers
        && !book.forms.iter().any(|form| form.code == *code)
    {
        return refuse(RuleRefusal::NoForm(code.clone()));
    }
    if state_givers(&book, &new.covers, &provision) {
        return refuse(RuleRefusal::StateGivers);
    }
    let to = new.to.unwrap_or(OPEN);
    if to <= new.from {
        return refuse(RuleRefusal::Backwards);
    }
    let rule = Rule {
        key,
        title,
        covers: new.covers,
        recipient: new.recipient,
        ground: new.ground,
        provision,
        valid_from: new.from,
        valid_to: to,
        watch: None,
        article,
        source,
        trust: new.trust,
        own: true,
    };
    let id = StepId(ctx.app.id());
    Ok(OwnRule { id, unit: new.unit, rule, account: ctx.account, confirmed: false, withdrawn: None })
}

/// Writes a rule, or a new version of one; it counts once somebody else confirmed it.
pub async fn write(ctx: &Ctx, new: NewRule) -> Result<StepId, ActError<RuleRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<RuleRefusal>(&mut tx, Action::KeepAwardRules, new.unit).await?;
    let own = checked(ctx, new)?;
    store::round::add_rule(&mut tx, &own, ctx.app.now_ms()).await?;
    let detail = format!("{} {}", own.rule.key, own.rule.provision);
    ctx.record(&mut tx, "award_rule.write", own.unit, own.id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(own.id)
}

/// Confirms a rule that somebody else wrote.
pub async fn confirm(ctx: &Ctx, id: StepId) -> Result<(), ActError<RuleRefusal>> {
    let mut tx = ctx.write().await?;
    let own = store::round::rules(&mut tx).await?.into_iter().find(|own| own.id == id);
    let own = own.ok_or(ActError::Missing)?;
    ctx.ask::<RuleRefusal>(&mut tx, Action::IssueDecisions, own.unit).await?;
    if !store::round::confirm_rule(&mut tx, id, ctx.account, ctx.app.now_ms()).await? {
        return Err(ActError::Refused(RuleRefusal::OwnRule));
    }
    ctx.record(&mut tx, "award_rule.confirm", own.unit, id.to_string(), own.rule.key.as_str()).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a rule back from a day on. One that counted goes on counting for the days before; those that are over are
/// never reopened.
pub async fn withdraw(ctx: &Ctx, id: StepId, from: Date, why: &str) -> Result<(), ActError<RuleRefusal>> {
    let mut tx = ctx.write().await?;
    let own = store::round::rules(&mut tx).await?.into_iter().find(|own| own.id == id);
    let own = own.ok_or(ActError::Missing)?;
    // To whoever may not see the unit the rule is not there.
    ctx.ask::<RuleRefusal>(&mut tx, Action::KeepAwardRules, own.unit).await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let why = text::clean(why);
    if why.is_empty() || why.chars().count() > TEXT_MOST {
        return refuse(RuleRefusal::Text { most: TEXT_MOST });
    }
    if own.confirmed && from < ctx.app.today() {
        return refuse(RuleRefusal::InPast);
    }
    if !store::round::withdraw_rule(&mut tx, id, from, &why, (ctx.account, ctx.app.now_ms())).await? {
        return refuse(RuleRefusal::Withdrawn);
    }
    let detail = format!("{} {from}: {why}", own.rule.key);
    ctx.record(&mut tx, "award_rule.withdraw", own.unit, id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}
