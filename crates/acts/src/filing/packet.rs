//! What a device sends, perhaps after days without a network: answers with a key that the device made, stored once,
//! however often and in whatever order they arrive.
//!
//! Not here: the device's own queue (the page's script), saving and sending themselves (`filing`).

use super::{About, Answer, FilingRefusal, Receipt, SaveFiling, again, save_filing, send_within};
use crate::ctx::Ctx;
use crate::error::{ActError, Fault};
use domain::authority::Action;
use domain::figure::Slot;
use domain::filing::Standing;
use domain::submission::Source;
use std::collections::BTreeMap;
use store::filing::Packet;
use store::{StoreError, Tx};

/// Answers with their key.
#[derive(Debug, Clone)]
pub struct NewPacket {
    /// The key that the device made: 16 to 64 letters, digits and hyphens.
    pub packet: String,
    /// Which device: a random name of the same form that it gave itself.
    pub device: String,
    /// When the device made it, by its own clock, in milliseconds since the Unix epoch.
    pub made_ms: i64,
    /// What it is about.
    pub about: About,
    /// The submission's version on which the device worked; `None` where it knew none.
    pub seen_version: Option<i64>,
    /// The figures.
    pub answers: Vec<Answer>,
    /// The answers in words.
    pub words: BTreeMap<String, String>,
    /// The lines of reason.
    pub reasons: BTreeMap<Slot, String>,
}

/// Why a packet is not taken. Nothing is written then, and the device keeps what it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PacketRefusal {
    /// The key or the device's name is not written as one.
    Key,
    /// The key came before with another filing or from another account.
    ForeignKey,
    /// As for any filing.
    Filing(FilingRefusal),
}

/// How a packet ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PacketEnd {
    /// It was written and sent up.
    Sent(Receipt),
    /// It had come before; this is what became of it.
    Again(Receipt),
    /// A packet that the same device made later had come before: this one is old and was not written.
    Older(Receipt),
}

const SENT: &str = "sent";
const OLDER: &str = "older";

fn sound(key: &str) -> bool {
    (16..=64).contains(&key.len()) && key.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
}

/// Takes a packet: writes and sends it up in one transaction, or says what became of it when it comes again.
pub async fn take(ctx: &Ctx, new: NewPacket) -> Result<PacketEnd, ActError<PacketRefusal>> {
    if !(sound(&new.packet) && sound(&new.device)) {
        return Err(ActError::Refused(PacketRefusal::Key));
    }
    match take_once(ctx, &new).await {
        // The same packet may have come in by another request between two looks of this one; then it is known by now.
        Err(ActError::Refused(PacketRefusal::Filing(FilingRefusal::Standing(Standing::Sent)))) => {
            take_once(ctx, &new).await
        }
        end => end,
    }
}

async fn take_once(ctx: &Ctx, new: &NewPacket) -> Result<PacketEnd, ActError<PacketRefusal>> {
    again!(ctx, tx, take_within(ctx, &mut tx, new.clone()).await)
}

async fn take_within(ctx: &Ctx, tx: &mut Tx, new: NewPacket) -> Result<PacketEnd, ActError<PacketRefusal>> {
    let about = new.about;
    ctx.ask::<PacketRefusal>(tx, Action::SendFilings, Some(about.unit)).await?;
    let filing = store::filing::find(tx, about.form, about.unit, about.period).await?;
    if let Some(held) = store::filing::packet(tx, &new.packet).await? {
        let same = held.account == ctx.account && filing.as_ref().is_some_and(|one| one.id == held.filing);
        if !same {
            return Err(ActError::Refused(PacketRefusal::ForeignKey));
        }
        let receipt = receipt(tx, &held).await?;
        return Ok(if held.ended == OLDER { PacketEnd::Older(receipt) } else { PacketEnd::Again(receipt) });
    }
    if let Some(filing) = &filing
        && let Some(later) = store::filing::last_packet(tx, filing.id, &new.device).await?
        && later.made_ms > new.made_ms
    {
        keep(ctx, tx, &new, later.filing, OLDER).await?;
        return Ok(PacketEnd::Older(receipt(tx, &later).await?));
    }
    let mut seen_version = new.seen_version;
    if let Some(filing) = filing.filter(|filing| filing.standing == Standing::Sent) {
        // The same device sent before and had no answer about it: its own later packet takes the place of that.
        let own = store::filing::last_packet(tx, filing.id, &new.device).await?;
        if own.is_some_and(|own| own.account == ctx.account) {
            take_back(ctx, tx, filing).await?;
            seen_version = None;
        }
    }
    let save = SaveFiling {
        about,
        seen_version,
        answers: new.answers.clone(),
        words: new.words.clone(),
        reasons: new.reasons.clone(),
        source: Source::Typed,
    };
    let turn = |end: ActError<FilingRefusal>| end.map(PacketRefusal::Filing);
    save_filing(ctx, tx, save).await.map_err(turn)?;
    let receipt = send_within(ctx, tx, about, None).await.map_err(turn)?;
    keep(ctx, tx, &new, receipt.filing, SENT).await?;
    Ok(PacketEnd::Sent(receipt))
}

async fn keep(
    ctx: &Ctx,
    tx: &mut Tx,
    new: &NewPacket,
    filing: domain::filing::FilingId,
    ended: &str,
) -> Result<(), StoreError> {
    let packet = Packet {
        packet: new.packet.clone(),
        filing,
        account: ctx.account,
        device: new.device.clone(),
        made_ms: new.made_ms,
        at_ms: ctx.app.now_ms(),
        ended: ended.to_owned(),
    };
    store::filing::keep_packet(tx, &packet).await
}

/// Takes the device's earlier packet back, in the same transaction that writes its later one.
async fn take_back(
    ctx: &Ctx,
    tx: &mut Tx,
    filing: store::filing::Filing,
) -> Result<(), ActError<PacketRefusal>> {
    let mut held = store::filing::hold(tx, filing.id).await?.ok_or(ActError::Missing)?;
    let refused = ActError::Refused(PacketRefusal::Filing(FilingRefusal::Standing(held.standing)));
    let Some(next) = held.standing.after(domain::filing::Step::Withdraw) else { return Err(refused) };
    (held.standing, held.standing_ms) = (next, ctx.app.now_ms());
    store::filing::put(tx, &held).await?;
    let taken = super::Taken {
        step: domain::filing::Step::Withdraw,
        version: 0,
        vector: domain::figure::Vector::default(),
        late: false,
    };
    Ok(super::step(ctx, tx, &held, taken, super::Why::default()).await?)
}

/// What stands about a packet that came before.
async fn receipt(tx: &mut Tx, packet: &Packet) -> Result<Receipt, StoreError> {
    let filing = store::filing::find_by_id(tx, packet.filing).await?;
    let filing = filing.ok_or(StoreError::Damaged("a packet without its filing"))?;
    Ok(Receipt {
        filing: filing.id,
        edition: filing.edition,
        at_ms: filing.sent_ms.unwrap_or(packet.at_ms),
        late: filing.late,
    })
}
