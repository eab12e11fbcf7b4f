//! Rounds of awards, and the installation's own rules, as rows.
//!
//! Not here: the nominations of a round (`nomination`), the rules that ship (`acts::award`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::award::{FormCode, Ground, Recipient, Rule, Trust};
use domain::honoree::HonoreeKind;
use domain::id::{AccountId, RoundId, StepId, UnitId};
use jiff::civil::Date;

/// A form that a round is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundForm {
    /// The form.
    pub form: FormCode,
    /// For whom.
    pub kind: HonoreeKind,
    /// At most how many; `None` for no bound.
    pub quota: Option<u32>,
}

/// A round: a body calls for nominations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its identity.
    pub id: RoundId,
    /// The body that is to decide.
    pub unit: UnitId,
    /// What it is called.
    pub title: String,
    /// First day for nominations.
    pub opens: Date,
    /// Last day for nominations.
    pub closes: Date,
    /// Which forms.
    pub forms: Vec<RoundForm>,
}

/// Writes a round with its forms.
pub async fn add(tx: &mut Tx, round: &Round, account: AccountId, at_ms: i64) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO round (id, unit, title, opens, closes, account, at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            round.id.0,
            round.unit.0,
            round.title.as_str(),
            round.opens,
            round.closes,
            account.0,
            at_ms
        ],
    )
    .await?;
    for form in &round.forms {
        tx.run(
            "INSERT INTO round_form (round, form, kind, quota) VALUES ($1, $2, $3, $4)",
            args![round.id.0, form.form.as_str(), form.kind.code(), form.quota.map(i64::from)],
        )
        .await?;
    }
    Ok(())
}

async fn filled(tx: &mut Tx, row: &Row) -> Result<Round, StoreError> {
    let id = RoundId(row.int(0)?);
    let damaged = || StoreError::Damaged("a form of a round");
    let sql = "SELECT form, kind, quota FROM round_form WHERE round = $1 ORDER BY form, kind";
    let mut forms = Vec::new();
    for form in tx.all(sql, args![id.0]).await? {
        let quota = form.opt_int(2)?.map(u32::try_from).transpose().map_err(|_| damaged())?;
        forms.push(RoundForm {
            form: form.text(0)?.parse().map_err(|_| damaged())?,
            kind: HonoreeKind::from_code(&form.text(1)?).ok_or_else(damaged)?,
            quota,
        });
    }
    Ok(Round {
        id,
        unit: UnitId(row.int(1)?),
        title: row.text(2)?,
        opens: row.day(3)?,
        closes: row.day(4)?,
        forms,
    })
}

/// One round.
pub async fn find(tx: &mut Tx, id: RoundId) -> Result<Option<Round>, StoreError> {
    let sql = "SELECT id, unit, title, opens, closes FROM round WHERE id = $1";
    let Some(row) = tx.first(sql, args![id.0]).await? else { return Ok(None) };
    filled(tx, &row).await.map(Some)
}

/// The rounds of some units, latest closing first.
pub async fn list(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<Round>, StoreError> {
    let mut found = Vec::new();
    for chunk in units.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT id, unit, title, opens, closes FROM round WHERE unit IN ({})",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push(filled(tx, &row).await?);
        }
    }
    found.sort_by_key(|round| std::cmp::Reverse((round.closes, round.id)));
    Ok(found)
}

/// A rule that the installation added.
#[derive(Debug, Clone)]
pub struct OwnRule {
    /// Its identity.
    pub id: StepId,
    /// For which unit and all below it; `None` for the whole installation.
    pub unit: Option<UnitId>,
    /// The rule.
    pub rule: Rule,
    /// Who wrote it.
    pub account: AccountId,
    /// Whether a second person confirmed it.
    pub confirmed: bool,
    /// From which day it was taken back, and why. The rule's own last day says so too.
    pub withdrawn: Option<(Date, String)>,
}

/// Writes a rule of the installation's own.
pub async fn add_rule(tx: &mut Tx, own: &OwnRule, at_ms: i64) -> Result<(), StoreError> {
    let rule = &own.rule;
    tx.run(
        "INSERT INTO award_rule (id, unit, rule_key, title, covers, recipient, ground, provision, valid_from,
            valid_to, article, source, trust, account, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        args![
            own.id.0,
            own.unit.map(|unit| unit.0),
            rule.key.as_str(),
            rule.title.as_str(),
            rule.covers.to_string(),
            rule.recipient.map_or("", Recipient::code),
            rule.ground.map_or("", Ground::code),
            rule.provision.to_string(),
            rule.valid_from,
            rule.valid_to,
            rule.article.as_str(),
            rule.source.as_str(),
            rule.trust.code(),
            own.account.0,
            at_ms
        ],
    )
    .await?;
    Ok(())
}

/// Confirms a rule. False when it is confirmed already or its writer asks.
pub async fn confirm_rule(tx: &mut Tx, id: StepId, by: AccountId, at_ms: i64) -> Result<bool, StoreError> {
    let sql = "UPDATE award_rule SET confirmed_by = $2, confirmed_ms = $3
               WHERE id = $1 AND confirmed_by IS NULL AND account <> $4";
    Ok(tx.run(sql, args![id.0, by.0, at_ms, by.0]).await? == 1)
}

/// Takes a rule back from a day on. False when it is taken back already.
pub async fn withdraw_rule(
    tx: &mut Tx,
    id: StepId,
    from: Date,
    why: &str,
    (by, at_ms): (AccountId, i64),
) -> Result<bool, StoreError> {
    let sql =
        "UPDATE award_rule SET withdrawn_from = $2, withdrawn_why = $3, withdrawn_by = $4, withdrawn_ms = $5
               WHERE id = $1 AND withdrawn_from IS NULL";
    Ok(tx.run(sql, args![id.0, from, why, by.0, at_ms]).await? == 1)
}

/// All rules of the installation's own, oldest first.
pub async fn rules(tx: &mut Tx) -> Result<Vec<OwnRule>, StoreError> {
    let sql = "SELECT id, unit, rule_key, title, covers, recipient, ground, provision, valid_from, valid_to, article,
                  source, trust, account, confirmed_by, withdrawn_from, withdrawn_why FROM award_rule ORDER BY id";
    tx.all(sql, args![]).await?.iter().map(read_rule).collect()
}

fn read_rule(row: &Row) -> Result<OwnRule, StoreError> {
    let damaged = || StoreError::Damaged("a rule of commendation");
    let (recipient, ground) = (row.text(5)?, row.text(6)?);
    let recipient =
        if recipient.is_empty() { None } else { Some(Recipient::from_code(&recipient).ok_or_else(damaged)?) };
    let ground = if ground.is_empty() { None } else { Some(Ground::from_code(&ground).ok_or_else(damaged)?) };
    let withdrawn = match row.opt_day(15)? {
        Some(day) => Some((day, row.text(16)?)),
        None => None,
    };
    let last = row.day(9)?;
    let ends = withdrawn.as_ref().map_or(last, |(day, _)| last.min(*day));
    Ok(OwnRule {
        id: StepId(row.int(0)?),
        unit: row.opt_int(1)?.map(UnitId),
        rule: Rule {
            key: row.text(2)?,
            title: row.text(3)?,
            covers: row.text(4)?.parse().map_err(|_| damaged())?,
            recipient,
            ground,
            provision: row.text(7)?.parse().map_err(|_| damaged())?,
            valid_from: row.day(8)?,
            valid_to: ends,
            watch: None,
            article: row.text(10)?,
            source: row.text(11)?,
            trust: Trust::from_code(&row.text(12)?).ok_or_else(damaged)?,
            own: true,
        },
        account: AccountId(row.int(13)?),
        confirmed: row.opt_int(14)?.is_some(),
        withdrawn,
    })
}
