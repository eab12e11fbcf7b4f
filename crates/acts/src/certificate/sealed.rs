//! The signed twin of a sheet: the body's credential with the endorsement that it was entitled.
//!
//! The endorsement is signed by the unit at the top of the tree on the day of the decision: it keeps the register of
//! who stood where and in which capacity. Not here: JSON-LD and signatures (`seal`), keys (`key`).

use super::{CertificateRefusal, Printed};
use crate::award::{RuleBook, own};
use crate::ctx::Ctx;
use crate::decision::{Decision, LineView};
use crate::error::{ActError, Fault};
use crate::key::{Sealing, Signer, signer};
use crate::password::random;
use domain::award::FormCode;
use domain::certificate::Code;
use domain::unit::UnitId;
use jiff::Timestamp;
use seal::{Award, Endorsement, Entry, Received, StatusList};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use store::Tx;

/// What signs the sheets of one decision.
pub(super) struct Pen {
    sealing: Sealing,
    book: Arc<RuleBook>,
    body: Signer,
    unit: UnitId,
    registrar: Signer,
    taken: HashSet<u32>,
    endorsed: HashMap<(FormCode, String), Value>,
    now: Timestamp,
}

impl Pen {
    /// The pen of a decision's body; `None` where the body is outside the tree, or it or the unit at the top has no open
    /// key: the sheet is as good without a twin, and its code opens the same page.
    pub(super) async fn take(ctx: &Ctx, tx: &mut Tx, decision: &Decision) -> Result<Option<Self>, Fault> {
        let (Some(sealing), Some(unit)) = (ctx.app.sealing(), decision.body) else { return Ok(None) };
        let history = store::tree::history(tx).await?;
        let path = history.path_on(unit, decision.decided);
        let Some(top) = path.last().copied() else { return Ok(None) };
        let names = store::unit::names(tx, &[top], decision.decided).await?;
        let top_name = names.get(&top).map(|name| name.name.clone()).unwrap_or_default();
        let Some(body) = signer(tx, sealing, unit, &decision.body_name).await? else { return Ok(None) };
        let Some(registrar) = signer(tx, sealing, top, &top_name).await? else { return Ok(None) };
        let taken = store::certificate::places_taken(tx, unit).await?.into_iter().collect();
        Ok(Some(Self {
            sealing: sealing.clone(),
            book: own::book_for(ctx, tx, decision.keeper).await?,
            body,
            unit,
            registrar,
            taken,
            endorsed: HashMap::new(),
            now: ctx.app.now(),
        }))
    }

    /// Signs the twin of a sheet: its place on the body's status list, and the text.
    pub(super) fn seal(
        &mut self,
        ctx: &Ctx,
        decision: &Decision,
        view: &LineView,
        said: &Printed,
        code: &Code,
        (year, number): (i16, u32),
    ) -> Result<((UnitId, u32), String), ActError<CertificateRefusal>> {
        let place = self.place()?;
        let endorsement = self.endorsement(ctx, decision, view, said)?;
        let address = self.sealing.address();
        let award = Award {
            id: format!("{address}/xm/{}", code.letters()),
            issuer: self.body.body.clone(),
            received: Received { name: said.name.clone(), unit: said.detail.clone() },
            form: form_address(&view.line.form),
            form_name: said.form.clone(),
            merit: said.achievement.clone(),
            decision: format!("{}, {}", said.number, said.decided),
            decided_on: said.decided,
            register: format!("{number}/{year}"),
            valid_from: self.now,
            valid_until: None,
            status: Entry { list: list_address(&self.sealing, self.unit), place },
            endorsements: vec![endorsement],
        };
        let signed = self.body.sign(&seal::award(&award), self.now)?;
        Ok(((self.unit, place), signed.to_string()))
    }

    /// A place on the status list that nobody has, by chance: places tell nothing of the sequence.
    fn place(&mut self) -> Result<u32, ActError<CertificateRefusal>> {
        let full = usize::try_from(StatusList::PLACES).unwrap_or(usize::MAX);
        // Beyond three quarters chance takes too long.
        if self.taken.len() >= full / 4 * 3 {
            return Err(ActError::Refused(CertificateRefusal::ListFull));
        }
        loop {
            let place = u32::from_be_bytes(random()?) % StatusList::PLACES;
            if self.taken.insert(place) {
                return Ok(place);
            }
        }
    }

    /// The endorsement for a form and the rule of a line; one for all lines that share them.
    fn endorsement(
        &mut self,
        ctx: &Ctx,
        decision: &Decision,
        view: &LineView,
        said: &Printed,
    ) -> Result<Value, Fault> {
        let key = (view.line.form.clone(), view.line.rule.clone());
        if let Some(known) = self.endorsed.get(&key) {
            return Ok(known.clone());
        }
        let rule = domain::award::in_force(&self.book.rules, decision.decided)
            .into_iter()
            .find(|rule| rule.key == view.line.rule)
            .map(|rule| format!("{} · {}", rule.article, rule.source))
            .ok_or(Fault::Inconsistent("the rule of a line"))?;
        let sentence = format!("{}: {}, {}. {rule}", said.decided, self.body.body.name, said.form);
        let endorsement = Endorsement {
            id: format!("{}/xm/tham-quyen/{}", self.sealing.address(), domain::id::print(ctx.app.id())),
            issuer: self.registrar.body.clone(),
            subject: self.body.body.id.clone(),
            form: form_address(&view.line.form),
            decided_on: decision.decided,
            rule,
            key: self.body.key.public(),
            sentence,
            valid_from: self.now,
        };
        let signed = self.registrar.sign(&seal::endorsement(&endorsement), self.now)?;
        self.endorsed.insert(key, signed.clone());
        Ok(signed)
    }
}

/// What stands for a form of honour in a credential.
fn form_address(form: &FormCode) -> String {
    format!("urn:thidua:hinh-thuc:{}", form.as_str())
}

/// The address of a unit's status list.
pub(super) fn list_address(sealing: &Sealing, unit: UnitId) -> String {
    format!("{}/xm/trang-thai/{unit}", sealing.address())
}
