//! Councils: convened over vetted cases with their members as of the day; one voice each, which can be changed until
//! the chair closes; counted against all members.
//!
//! Not here: the arithmetic (`domain::nomination::outcome`), minutes as a paper.

use crate::award::own;
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::nomination::{self, NominationRefusal};
use domain::authority::Action;
use domain::award::council::{Ballot, Tally};
use domain::id::{AccountId, CouncilId, NominationId};
use domain::nomination::{Answer, Attendance, Stage, Step, outcome};
use domain::text;
use domain::unit::UnitId;
use jiff::civil::Date;
use std::collections::HashMap;
use store::Tx;
pub use store::council::{Council, Counted, Item, Member, Recusal, Vote};
use store::nomination::Nomination;

/// The most letters of a title, a post and a reason.
pub const TEXT_MOST: usize = 300;

/// A meeting to be convened.
#[derive(Debug, Clone)]
pub struct NewCouncil {
    /// Whose council.
    pub unit: UnitId,
    /// What it is called.
    pub title: String,
    /// The day of the meeting.
    pub day: Date,
    /// Whether the ballot is secret.
    pub secret: bool,
    /// All members: account, post, whether it is the chair, attendance.
    pub members: Vec<(AccountId, String, bool, Attendance)>,
    /// The cases, in their sequence.
    pub cases: Vec<NominationId>,
}

/// Why a meeting is not convened, a vote not cast, a meeting not closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CouncilRefusal {
    /// A text is missing or too long.
    Text {
        /// The most letters.
        most: usize,
    },
    /// No members, somebody twice, or not one chair who is present.
    Members,
    /// No cases, or one twice.
    Cases,
    /// A case is not vetted, or of another body's round.
    NotVetted(NominationId),
    /// A case waits for a body that was asked.
    Waits(NominationId),
    /// The meeting is closed.
    Closed,
    /// The meeting has not come.
    NotYet,
    /// The member is absent.
    Absent,
    /// The member steps back from this case, or has to.
    SteppedBack {
        /// Why.
        reason: String,
    },
    /// Only the chair closes.
    NotChair,
    /// Too few are present.
    NoQuorum {
        /// How many must be.
        need: u32,
        /// How many are.
        have: u32,
    },
    /// The case was moved meanwhile.
    Moved(NominationId),
}

type Ended<T> = Result<T, ActError<CouncilRefusal>>;

fn refuse<T>(refusal: CouncilRefusal) -> Ended<T> {
    Err(ActError::Refused(refusal))
}

fn checked(raw: &str) -> Ended<String> {
    let clean = text::clean(raw);
    if clean.is_empty() || clean.chars().count() > TEXT_MOST {
        return refuse(CouncilRefusal::Text { most: TEXT_MOST });
    }
    Ok(clean)
}

/// Convenes a meeting over vetted cases of the body's own rounds.
pub async fn convene(ctx: &Ctx, new: NewCouncil) -> Ended<CouncilId> {
    let mut tx = ctx.write().await?;
    ctx.ask::<CouncilRefusal>(&mut tx, Action::IssueDecisions, Some(new.unit)).await?;
    let title = checked(&new.title)?;
    let mut members = Vec::with_capacity(new.members.len());
    for (account, post, chair, attendance) in new.members {
        let Some(found) = store::account::find(&mut tx, account).await? else {
            return refuse(CouncilRefusal::Members);
        };
        members.push(Member { account, name: found.full_name, post: text::clean(&post), chair, attendance });
    }
    let mut accounts: Vec<AccountId> = members.iter().map(|member| member.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let chairs = members.iter().filter(|member| member.chair && member.attendance == Attendance::Present);
    if members.is_empty() || accounts.len() != members.len() || chairs.count() != 1 {
        return refuse(CouncilRefusal::Members);
    }
    let mut items: Vec<Item> = Vec::with_capacity(new.cases.len());
    for id in new.cases {
        if items.iter().any(|item| item.nomination == id) {
            return refuse(CouncilRefusal::Cases);
        }
        let (case, round) = nomination::found::<CouncilRefusal>(ctx, &mut tx, id).await?;
        if case.stage != Stage::Vetted || round.unit != new.unit {
            return refuse(CouncilRefusal::NotVetted(id));
        }
        if nomination::consulted(&mut tx, &case, new.day).await.is_err() {
            return refuse(CouncilRefusal::Waits(id));
        }
        items.push(Item { nomination: id, counted: None, article: String::new() });
    }
    if items.is_empty() {
        return refuse(CouncilRefusal::Cases);
    }
    let (id, secret) = (CouncilId(ctx.app.id()), new.secret);
    let council =
        Council { id, unit: new.unit, title, day: new.day, secret, closed_ms: None, members, items };
    store::council::add(&mut tx, &council, ctx.account, ctx.app.now_ms()).await?;
    ctx.record(&mut tx, "council.convene", Some(new.unit), id.to_string(), council.title.as_str()).await?;
    tx.commit().await?;
    Ok(id)
}

/// Somebody who may be called to a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// With which account.
    pub account: AccountId,
    /// The name.
    pub name: String,
    /// The post; may be empty.
    pub post: String,
}

/// Who has a duty at a body or above it on a day, by name: from among them its council is called. For whoever acts
/// for the body.
pub async fn candidates(ctx: &Ctx, unit: UnitId, day: Date) -> Result<Vec<Candidate>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::IssueDecisions, Some(unit)).await?;
    let mut granted = Vec::new();
    for above in crate::programme::path(&history, unit, ctx.app.today()) {
        granted.extend(store::duty::at_unit(&mut tx, Some(above)).await?);
    }
    let mut accounts: Vec<AccountId> = granted
        .into_iter()
        .filter(|granted| granted.duty.holds_on(day))
        .map(|granted| granted.account)
        .collect();
    accounts.sort_unstable();
    accounts.dedup();
    let mut found = store::account::some(&mut tx, &accounts).await?;
    found.retain(|account| account.closed_ms.is_none());
    found.sort_by(|one, other| (&one.sort_key, one.id).cmp(&(&other.sort_key, other.id)));
    let of = |account: store::account::Account| Candidate {
        account: account.id,
        name: account.full_name,
        post: account.post,
    };
    Ok(found.into_iter().map(of).collect())
}

/// A meeting, for its members and for whoever may see the unit's awards.
async fn found<R>(ctx: &Ctx, tx: &mut Tx, id: CouncilId) -> Result<Council, ActError<R>> {
    let council = store::council::find(tx, id).await?.ok_or(ActError::Missing)?;
    if council.members.iter().all(|member| member.account != ctx.account) {
        ctx.ask(tx, Action::SeeAwards, Some(council.unit)).await?;
    }
    Ok(council)
}

/// Why a member may not vote on a case: own words, or a duty at the very unit that proposes or is honoured.
async fn conflict(
    tx: &mut Tx,
    council: &Council,
    recusals: &[Recusal],
    member: AccountId,
    case: &Nomination,
) -> Result<Option<String>, store::StoreError> {
    let own = |recusal: &&Recusal| recusal.account == member && recusal.nomination == case.id;
    if let Some(recusal) = recusals.iter().find(own) {
        return Ok(Some(recusal.reason.clone()));
    }
    let duties = store::duty::list_of(tx, member).await?;
    let at = |unit: UnitId| {
        unit != council.unit
            && duties.iter().any(|duty| duty.unit == Some(unit) && duty.holds_on(council.day))
    };
    if !at(case.unit) && !case.honoured.is_some_and(at) {
        return Ok(None);
    }
    let names = store::unit::names(tx, &[case.unit], council.day).await?;
    Ok(Some(names.get(&case.unit).map(|name| name.name.clone()).unwrap_or_default()))
}

/// What must hold before a voice counts; returns the case.
async fn open_for(
    ctx: &Ctx,
    tx: &mut Tx,
    council: &Council,
    (account, case): (AccountId, NominationId),
    attendance: Attendance,
) -> Ended<Nomination> {
    let member = council.members.iter().find(|member| member.account == account).ok_or(ActError::Missing)?;
    if !council.items.iter().any(|item| item.nomination == case) {
        return Err(ActError::Missing);
    }
    if council.closed_ms.is_some() {
        return refuse(CouncilRefusal::Closed);
    }
    if ctx.app.today() < council.day {
        return refuse(CouncilRefusal::NotYet);
    }
    if member.attendance != attendance {
        return refuse(CouncilRefusal::Absent);
    }
    let case = store::nomination::find(tx, case).await?.ok_or(ActError::Missing)?;
    let recusals = store::council::recusals(tx, council.id).await?;
    if let Some(reason) = conflict(tx, council, &recusals, account, &case).await? {
        return refuse(CouncilRefusal::SteppedBack { reason });
    }
    Ok(case)
}

/// Casts one's own vote, or changes it.
pub async fn vote(ctx: &Ctx, id: CouncilId, case: NominationId, answer: Answer) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let council = found::<CouncilRefusal>(ctx, &mut tx, id).await?;
    open_for(ctx, &mut tx, &council, (ctx.account, case), Attendance::Present).await?;
    let vote = Vote { nomination: case, account: ctx.account, answer: Some(answer), written: String::new() };
    store::council::vote(&mut tx, id, &vote).await?;
    // The ledger holds that somebody voted; what they said would undo a secret ballot.
    ctx.record(&mut tx, "council.vote", Some(council.unit), id.to_string(), case.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

/// Enters what an absent member answered in writing, with the paper it stands on.
pub async fn vote_in_writing(
    ctx: &Ctx,
    id: CouncilId,
    (account, case): (AccountId, NominationId),
    answer: Answer,
    paper: &str,
) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let council = found::<CouncilRefusal>(ctx, &mut tx, id).await?;
    ctx.ask::<CouncilRefusal>(&mut tx, Action::IssueDecisions, Some(council.unit)).await?;
    let written = checked(paper)?;
    open_for(ctx, &mut tx, &council, (account, case), Attendance::Written).await?;
    let vote = Vote { nomination: case, account, answer: Some(answer), written };
    store::council::vote(&mut tx, id, &vote).await?;
    ctx.record(&mut tx, "council.vote-written", Some(council.unit), id.to_string(), case.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

/// Says how a member takes part, before the chair closes.
pub async fn attend(ctx: &Ctx, id: CouncilId, account: AccountId, attendance: Attendance) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let council = found::<CouncilRefusal>(ctx, &mut tx, id).await?;
    ctx.ask::<CouncilRefusal>(&mut tx, Action::IssueDecisions, Some(council.unit)).await?;
    if council.closed_ms.is_some() {
        return refuse(CouncilRefusal::Closed);
    }
    if !store::council::attend(&mut tx, id, account, attendance).await? {
        return Err(ActError::Missing);
    }
    let detail = format!("{account} {}", attendance.code());
    ctx.record(&mut tx, "council.attend", Some(council.unit), id.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Steps back from a case.
pub async fn recuse(ctx: &Ctx, id: CouncilId, case: NominationId, reason: &str) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let council = found::<CouncilRefusal>(ctx, &mut tx, id).await?;
    let reason = checked(reason)?;
    let known = council.items.iter().any(|item| item.nomination == case);
    if !known || council.members.iter().all(|member| member.account != ctx.account) {
        return Err(ActError::Missing);
    }
    if council.closed_ms.is_some() {
        return refuse(CouncilRefusal::Closed);
    }
    let recusal = Recusal { nomination: case, account: ctx.account, reason };
    store::council::recuse(&mut tx, id, &recusal).await?;
    ctx.record(&mut tx, "council.recuse", Some(council.unit), id.to_string(), case.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

/// Closes a meeting: counts every case against all members and moves it. Only the chair.
pub async fn close(ctx: &Ctx, id: CouncilId) -> Ended<()> {
    let mut tx = ctx.write().await?;
    let council = found::<CouncilRefusal>(ctx, &mut tx, id).await?;
    if !council.members.iter().any(|member| member.chair && member.account == ctx.account) {
        return refuse(CouncilRefusal::NotChair);
    }
    if council.closed_ms.is_some() {
        return refuse(CouncilRefusal::Closed);
    }
    if ctx.app.today() < council.day {
        return refuse(CouncilRefusal::NotYet);
    }
    let votes = store::council::votes(&mut tx, id).await?;
    let book = own::book_for(ctx, &mut tx, council.unit).await?;
    let taking_part = |wanted: Attendance| {
        let found = council.members.iter().filter(|member| member.attendance == wanted);
        found.map(|member| member.account).collect::<Vec<_>>()
    };
    let (here, writing) = (taking_part(Attendance::Present), taking_part(Attendance::Written));
    let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    for item in &council.items {
        let case = store::nomination::find(&mut tx, item.nomination).await?.ok_or(ActError::Missing)?;
        let cast: Vec<&Vote> = votes
            .iter()
            .filter(|vote| vote.nomination == case.id)
            .filter(|vote| here.contains(&vote.account) || writing.contains(&vote.account))
            .collect();
        let of = |answer| size(cast.iter().filter(|vote| vote.answer == Some(answer)).count());
        let written = size(cast.iter().filter(|vote| writing.contains(&vote.account)).count());
        let (agree, present) = (of(Answer::Agree), size(here.len()));
        let ballot = Ballot { members: size(council.members.len()), present, written, approve: agree };
        let share = nomination::council_share(&book, &case, council.day);
        let percent = share.map(|(percent, _)| percent);
        let (step, need) = match outcome(ballot, nomination::quorum(&book, &case, council.day), percent) {
            Tally::Carried { need } => (Step::Carry, need),
            Tally::NotCarried { need, .. } => (Step::Fail, need),
            Tally::NoQuorum { need, have } => return refuse(CouncilRefusal::NoQuorum { need, have }),
            Tally::Impossible => return refuse(CouncilRefusal::Members),
        };
        let (disagree, blank) = (of(Answer::Disagree), of(Answer::Blank));
        let counted = Counted { agree, disagree, blank, need, percent: percent.map(u32::from) };
        let article = share.map(|(_, rule)| rule.article.clone()).unwrap_or_default();
        let item = Item { nomination: case.id, counted: Some(counted), article };
        store::council::count(&mut tx, id, &item).await?;
        let moved = nomination::moved(ctx, &mut tx, &case, step, true, &id.to_string()).await;
        moved.map_err(|ended| ended.map(|_: NominationRefusal| CouncilRefusal::Moved(case.id)))?;
    }
    if !store::council::close(&mut tx, id, council.secret, ctx.app.now_ms()).await? {
        return refuse(CouncilRefusal::Closed);
    }
    ctx.record(&mut tx, "council.close", Some(council.unit), id.to_string(), "").await?;
    tx.commit().await?;
    Ok(())
}

/// A case as the person at work sees it in a meeting.
#[derive(Debug, Clone)]
pub struct ItemView {
    /// The case.
    pub case: Nomination,
    /// What the form is called.
    pub form_name: String,
    /// What the unit that proposes is called.
    pub unit_name: String,
    /// The share that the rules ask for with its article; `None` where they say none.
    pub share: Option<(u8, String)>,
    /// The counts, once closed.
    pub counted: Option<Counted>,
    /// One's own vote.
    pub mine: Option<Answer>,
    /// Why one may not vote, where one is a member.
    pub conflict: Option<String>,
    /// How many voted so far.
    pub voices: usize,
    /// Who voted what: of an open ballot, once closed.
    pub named: Vec<(String, Answer)>,
    /// Who stepped back, and why.
    pub stepped_back: Vec<(String, String)>,
}

/// A meeting as the person at work sees it.
#[derive(Debug, Clone)]
pub struct CouncilView {
    /// The meeting.
    pub council: Council,
    /// Its cases.
    pub items: Vec<ItemView>,
    /// Whether the person is a member who takes part.
    pub votes: bool,
    /// Whether the person is the chair.
    pub chairs: bool,
    /// Whether the person keeps the attendance.
    pub keeps: bool,
}

/// Loads a meeting. While it is open nobody sees anybody's vote but the own one.
pub async fn load(ctx: &Ctx, id: CouncilId) -> Result<CouncilView, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let council = found::<Never>(ctx, &mut tx, id).await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let book = own::book_for(ctx, &mut tx, council.unit).await?;
    let votes = store::council::votes(&mut tx, id).await?;
    let recusals = store::council::recusals(&mut tx, id).await?;
    let me = council.members.iter().find(|member| member.account == ctx.account).cloned();
    let called: HashMap<AccountId, String> =
        council.members.iter().map(|member| (member.account, member.name.clone())).collect();
    let name = |account: &AccountId| called.get(account).cloned().unwrap_or_default();
    let mut items = Vec::with_capacity(council.items.len());
    for item in &council.items {
        let case = store::nomination::find(&mut tx, item.nomination).await?.ok_or(ActError::Missing)?;
        let names = store::unit::names(&mut tx, &[case.unit], council.day).await?;
        let cast: Vec<&Vote> = votes.iter().filter(|vote| vote.nomination == case.id).collect();
        let conflict = match &me {
            Some(me) => conflict(&mut tx, &council, &recusals, me.account, &case).await?,
            None => None,
        };
        let open_ballot = !council.secret && council.closed_ms.is_some();
        items.push(ItemView {
            form_name: book
                .form_on(&case.form, council.day)
                .map(|form| form.name.clone())
                .unwrap_or_default(),
            unit_name: names.get(&case.unit).map(|name| name.name.clone()).unwrap_or_default(),
            share: nomination::council_share(&book, &case, council.day)
                .map(|(share, rule)| (share, rule.article.clone())),
            counted: item.counted,
            mine: cast.iter().find(|vote| vote.account == ctx.account).and_then(|vote| vote.answer),
            conflict,
            voices: cast.len(),
            named: cast
                .iter()
                .filter(|_| open_ballot)
                .filter_map(|vote| Some((name(&vote.account), vote.answer?)))
                .collect(),
            stepped_back: recusals
                .iter()
                .filter(|recusal| recusal.nomination == case.id)
                .map(|recusal| (name(&recusal.account), recusal.reason.clone()))
                .collect(),
            case,
        });
    }
    Ok(CouncilView {
        votes: me.as_ref().is_some_and(|me| me.attendance == Attendance::Present),
        chairs: me.is_some_and(|me| me.chair),
        keeps: authority.may(Action::IssueDecisions, Some(council.unit), &history),
        council,
        items,
    })
}

/// The meetings of a unit and all below it, and those of which one is a member, latest first.
pub async fn list(ctx: &Ctx, unit: UnitId) -> Result<Vec<Council>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    let mut found = store::council::list(&mut tx, &history.ever_below(unit)).await?;
    for council in store::council::of_member(&mut tx, ctx.account).await? {
        if found.iter().all(|known| known.id != council.id) {
            found.push(council);
        }
    }
    Ok(found)
}
