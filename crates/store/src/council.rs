//! Meetings of councils as rows: members as of the day, cases, who stepped back, votes.
//!
//! Not here: what the votes amount to (`domain::nomination`).

use crate::db::{Arg, Row, Tx, places};
use crate::{StoreError, args, dialect};
use domain::id::{AccountId, CouncilId, NominationId, UnitId};
use domain::nomination::{Answer, Attendance};
use jiff::civil::Date;

/// A member as of the day of the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// With which account.
    pub account: AccountId,
    /// The name.
    pub name: String,
    /// The post in the council.
    pub post: String,
    /// Whether this is the chair.
    pub chair: bool,
    /// How the member takes part.
    pub attendance: Attendance,
}

/// What was counted on a case when the chair closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// For it.
    pub agree: u32,
    /// Against it.
    pub disagree: u32,
    /// Blank.
    pub blank: u32,
    /// How many were needed.
    pub need: u32,
    /// The share of all members that the rules ask for; `None` where no rule says one.
    pub percent: Option<u32>,
}

/// A case before the council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The case.
    pub nomination: NominationId,
    /// The counts, once closed.
    pub counted: Option<Counted>,
    /// The article the share comes from; empty before closing and without a rule.
    pub article: String,
}

/// Who steps back from a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recusal {
    /// From which.
    pub nomination: NominationId,
    /// Who.
    pub account: AccountId,
    /// Why.
    pub reason: String,
}

/// A vote. The answer is gone after a secret ballot was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// On which case.
    pub nomination: NominationId,
    /// Whose.
    pub account: AccountId,
    /// What it says.
    pub answer: Option<Answer>,
    /// The paper, of a member who answered in writing.
    pub written: String,
}

/// A meeting with its members and cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Council {
    /// Its identity.
    pub id: CouncilId,
    /// Whose council.
    pub unit: UnitId,
    /// What it is called.
    pub title: String,
    /// The day of the meeting.
    pub day: Date,
    /// Whether the ballot is secret.
    pub secret: bool,
    /// When the chair closed it, in milliseconds since the Unix epoch; `None` while it is open.
    pub closed_ms: Option<i64>,
    /// Its members, all of them.
    pub members: Vec<Member>,
    /// Its cases.
    pub items: Vec<Item>,
}

/// Writes a meeting.
pub async fn add(tx: &mut Tx, council: &Council, account: AccountId, at_ms: i64) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO council (id, unit, title, day, secret, account, at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            council.id.0,
            council.unit.0,
            council.title.as_str(),
            council.day,
            council.secret,
            account.0,
            at_ms
        ],
    )
    .await?;
    for (place, member) in (1_u32..).zip(&council.members) {
        tx.run(
            "INSERT INTO council_member (council, place, account, name, post, chair, attendance)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![
                council.id.0,
                place,
                member.account.0,
                member.name.as_str(),
                member.post.as_str(),
                member.chair,
                member.attendance.code()
            ],
        )
        .await?;
    }
    for (place, item) in (1_u32..).zip(&council.items) {
        tx.run(
            "INSERT INTO council_item (council, nomination, place, article) VALUES ($1, $2, $3, '')",
            args![council.id.0, item.nomination.0, place],
        )
        .await?;
    }
    Ok(())
}

/// One meeting.
pub async fn find(tx: &mut Tx, id: CouncilId) -> Result<Option<Council>, StoreError> {
    let sql = "SELECT id, unit, title, day, secret, closed_ms FROM council WHERE id = $1";
    let Some(row) = tx.first(sql, args![id.0]).await? else { return Ok(None) };
    filled(tx, &row).await.map(Some)
}

/// The meetings of some units' councils, latest first.
pub async fn list(tx: &mut Tx, units: &[UnitId]) -> Result<Vec<Council>, StoreError> {
    let mut found = Vec::new();
    for chunk in units.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!(
            "SELECT id, unit, title, day, secret, closed_ms FROM council WHERE unit IN ({})",
            places(1, chunk.len())
        );
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            found.push(filled(tx, &row).await?);
        }
    }
    found.sort_by_key(|one| std::cmp::Reverse((one.day, one.id)));
    Ok(found)
}

/// The meetings of which an account is a member, latest first.
pub async fn of_member(tx: &mut Tx, account: AccountId) -> Result<Vec<Council>, StoreError> {
    let sql = "SELECT c.id, c.unit, c.title, c.day, c.secret, c.closed_ms FROM council c
               JOIN council_member m ON m.council = c.id WHERE m.account = $1 ORDER BY c.day DESC, c.id DESC LIMIT 50";
    let mut found = Vec::new();
    for row in tx.all(sql, args![account.0]).await? {
        found.push(filled(tx, &row).await?);
    }
    Ok(found)
}

async fn filled(tx: &mut Tx, row: &Row) -> Result<Council, StoreError> {
    let id = CouncilId(row.int(0)?);
    let sql =
        "SELECT account, name, post, chair, attendance FROM council_member WHERE council = $1 ORDER BY place";
    let mut members = Vec::new();
    for row in tx.all(sql, args![id.0]).await? {
        members.push(Member {
            account: AccountId(row.int(0)?),
            name: row.text(1)?,
            post: row.text(2)?,
            chair: row.flag(3)?,
            attendance: Attendance::from_code(&row.text(4)?).ok_or(StoreError::Damaged("attendance"))?,
        });
    }
    let sql = "SELECT nomination, agree, disagree, blank, need, percent, article FROM council_item
               WHERE council = $1 ORDER BY place";
    let mut items = Vec::new();
    for row in tx.all(sql, args![id.0]).await? {
        items.push(read_item(&row)?);
    }
    Ok(Council {
        id,
        unit: UnitId(row.int(1)?),
        title: row.text(2)?,
        day: row.day(3)?,
        secret: row.flag(4)?,
        closed_ms: row.opt_int(5)?,
        members,
        items,
    })
}

fn read_item(row: &Row) -> Result<Item, StoreError> {
    let damaged = |_| StoreError::Damaged("a count of votes");
    let count = |column| -> Result<Option<u32>, StoreError> {
        row.opt_int(column)?.map(u32::try_from).transpose().map_err(damaged)
    };
    let counted = match (count(1)?, count(2)?, count(3)?, count(4)?) {
        (Some(agree), Some(disagree), Some(blank), Some(need)) => {
            Some(Counted { agree, disagree, blank, need, percent: count(5)? })
        }
        _ => None,
    };
    Ok(Item { nomination: NominationId(row.int(0)?), counted, article: row.text(6)? })
}

/// How a member takes part.
pub async fn attend(
    tx: &mut Tx,
    council: CouncilId,
    account: AccountId,
    attendance: Attendance,
) -> Result<bool, StoreError> {
    let sql = "UPDATE council_member SET attendance = $3 WHERE council = $1 AND account = $2";
    Ok(tx.run(sql, args![council.0, account.0, attendance.code()]).await? == 1)
}

/// Writes that a member steps back, and forgets a vote that was cast.
pub async fn recuse(tx: &mut Tx, council: CouncilId, recusal: &Recusal) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO council_recusal (council, nomination, account, reason) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        args![council.0, recusal.nomination.0, recusal.account.0, recusal.reason.as_str()],
    )
    .await?;
    let sql = "DELETE FROM council_vote WHERE council = $1 AND nomination = $2 AND account = $3";
    tx.run(sql, args![council.0, recusal.nomination.0, recusal.account.0]).await?;
    Ok(())
}

/// Who stepped back.
pub async fn recusals(tx: &mut Tx, council: CouncilId) -> Result<Vec<Recusal>, StoreError> {
    let sql = "SELECT nomination, account, reason FROM council_recusal WHERE council = $1
               ORDER BY nomination, account";
    let rows = tx.all(sql, args![council.0]).await?;
    rows.iter()
        .map(|row| {
            let (nomination, account) = (NominationId(row.int(0)?), AccountId(row.int(1)?));
            Ok(Recusal { nomination, account, reason: row.text(2)? })
        })
        .collect()
}

/// Casts a vote or changes it: one voice each.
pub async fn vote(tx: &mut Tx, council: CouncilId, vote: &Vote) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO council_vote (council, nomination, account, answer, written) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (council, nomination, account) DO UPDATE
         SET answer = excluded.answer, written = excluded.written",
        args![
            council.0,
            vote.nomination.0,
            vote.account.0,
            vote.answer.map_or("", Answer::code),
            vote.written.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// The votes of a meeting.
pub async fn votes(tx: &mut Tx, council: CouncilId) -> Result<Vec<Vote>, StoreError> {
    let sql = "SELECT nomination, account, answer, written FROM council_vote WHERE council = $1
               ORDER BY nomination, account";
    let rows = tx.all(sql, args![council.0]).await?;
    rows.iter()
        .map(|row| {
            Ok(Vote {
                nomination: NominationId(row.int(0)?),
                account: AccountId(row.int(1)?),
                answer: Answer::from_code(&row.text(2)?),
                written: row.text(3)?,
            })
        })
        .collect()
}

/// Writes the counts of a case.
pub async fn count(tx: &mut Tx, council: CouncilId, item: &Item) -> Result<(), StoreError> {
    let Some(counted) = item.counted else { return Ok(()) };
    tx.run(
        "UPDATE council_item SET agree = $3, disagree = $4, blank = $5, need = $6, percent = $7, article = $8
         WHERE council = $1 AND nomination = $2",
        args![
            council.0,
            item.nomination.0,
            counted.agree,
            counted.disagree,
            counted.blank,
            counted.need,
            counted.percent.map(i64::from),
            item.article.as_str()
        ],
    )
    .await?;
    Ok(())
}

/// Closes a meeting; of a secret ballot the answers are emptied. False when it was closed.
pub async fn close(tx: &mut Tx, council: CouncilId, secret: bool, at_ms: i64) -> Result<bool, StoreError> {
    let sql = "UPDATE council SET closed_ms = $2 WHERE id = $1 AND closed_ms IS NULL";
    if tx.run(sql, args![council.0, at_ms]).await? != 1 {
        return Ok(false);
    }
    if secret {
        tx.run("UPDATE council_vote SET answer = '' WHERE council = $1", args![council.0]).await?;
    }
    Ok(true)
}
