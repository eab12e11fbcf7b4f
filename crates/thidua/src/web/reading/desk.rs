//! One document: its text with the places marked, its proposals with their doubts, and the decisions about them.
//!
//! Not here: what a decision changes (`acts::document`).

use std::collections::BTreeSet;
use std::sync::Arc;

use acts::document::{
    Choice as Decision, DecideRefusal, Decided, Opened, Proposal as Found, Proposed, WriteRefusal,
};
use acts::indicator::Catalogue;
use axum::extract::{Path, Query};
use domain::figure::{Bound, Value};
use domain::id::DocumentId;
use domain::period::Period;
use lang::words::refusal::number_sentence;
use lang::{Lang, Words, number_in};
use reader::{AwardStatus, Mention, NumberReason, Span, Status};
use serde::Deserialize;

use super::leaf::{Leaf, Order, counted, way};
use super::page::{InStack, PASSAGE, Proposal, ReadingPage, pieces};
use super::rows::{Block, beside, blocks};
use super::shade::{legend, shaded};
use crate::intake::cells_told;
use crate::web::answer::{Answer, Failure, again, done, page, refused, to};
use crate::web::frame::{Link, NoticeKind, Place};
use crate::web::parts::{Tag, bar};
use crate::web::posted::Posted;
use crate::web::spoken;
use crate::web::visit::{Member, moment};

/// Numbers that are not proposed, listed at most.
const MOST_OTHERS: usize = 200;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// A place in the text, `start-end` in code points.
    doan: String,
    /// A page of the proposals, from 1.
    trang: String,
}

/// A place in the text, in code points.
type Passage = (usize, usize);

/// What was refused in one proposal: its number, the sentence, and what was typed.
pub(super) struct Refusal {
    number: usize,
    sentence: String,
    typed: String,
    slot: String,
}

pub(super) async fn open(member: Member, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let id: DocumentId = id.parse().map_err(|_| Failure::Missing)?;
    let opened = acts::document::open(&member.ctx, id).await?;
    let passage =
        asked.doan.split_once('-').and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
    let seen = Seen::of(opened);
    let leaf = leaf(&seen, &asked.trang, passage);
    page(&drawn(&member, &seen, (leaf, passage), None).await?)
}

/// An opened document, and where its proposals stand.
struct Seen {
    opened: Opened,
    order: Order,
}

impl Seen {
    fn of(opened: Opened) -> Arc<Self> {
        let order = Order::of(&opened.proposals);
        Arc::new(Self { opened, order })
    }
}

/// The page asked for; where a passage is, the one whose proposals stand beside it.
fn leaf(seen: &Seen, asked: &str, passage: Option<Passage>) -> Leaf {
    let all = seen.opened.proposals.len();
    let near = passage.and_then(|(start, _)| i64::try_from(start).ok()).map(|start| seen.order.behind(start));
    match (asked.parse(), near) {
        (Ok(page), _) => Leaf::of(page, all),
        (Err(_), Some(place)) => Leaf::holding(place.saturating_add(1), all),
        (Err(_), None) => Leaf::of(1, all),
    }
}

async fn drawn(
    member: &Member,
    seen: &Arc<Seen>,
    (leaf, passage): (Leaf, Option<Passage>),
    refusal: Option<&Refusal>,
) -> Result<ReadingPage, Failure> {
    let Seen { opened, order } = &**seen;
    let (lang, words) = (member.lang(), member.words());
    let w = &words.reading;
    let head = &opened.head;
    let path = format!("/doc-bao-cao/{}", head.id);
    let mut f = member.frame(&head.title, Place::Reading, Some(head.unit)).await?;
    f.crumbs = vec![Link::to(w.heading, "/doc-bao-cao"), Link::here(&head.title)];
    f.refused = refusal.is_some();
    f.excel = format!("{path}/de-xuat.xlsx");
    let accepted = opened.proposals.iter().filter(|found| found.decided == Decided::Accepted).count();
    let decided = opened.proposals.iter().filter(|found| found.decided != Decided::Open).count();
    let certain = opened.proposals.iter().filter(|found| is_certain(found)).count();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let newer = |found: &Found| found.decided_ms > head.written_ms;
    let written = head.written_ms.is_some() && !opened.proposals.iter().any(newer);
    let proposals: Vec<Proposal> = (leaf.first()..)
        .zip(opened.proposals.get(leaf.places()).unwrap_or_default())
        .map(|(number, found)| {
            let mark = order.meeting(found.span).map_or(number, |place| place.saturating_add(1));
            proposal(member, opened, (number, mark), found, refusal.filter(|one| one.number == number))
        })
        .collect();
    let marks: BTreeSet<usize> =
        proposals.iter().flat_map(|one| [one.number, one.mark]).chain([PASSAGE]).collect();
    // A long table keeps a core busy; the other requests go on.
    let document = Arc::clone(seen);
    let whole = tokio::task::spawn_blocking(move || {
        let others = others(&document.opened, &document.order, words);
        (original(&document.opened, passage, (leaf, &marks), words), others)
    });
    let (blocks, others) = whole.await.map_err(|fault| Failure::fault(&fault))?;
    Ok(ReadingPage {
        heading: head.title.clone(),
        subtitle: format!(
            "{} · {} · {}",
            opened.unit_name,
            head.name,
            w.sent_by(&opened.by, moment(head.at_ms, lang))
        ),
        original: format!("{path}/goc"),
        periods: spoken::periods(member.today(), &[head.period], lang),
        period: head.period.to_string(),
        set_period: format!("{path}/ky"),
        may_write: opened.may_decide,
        written,
        write: format!("{path}/ghi"),
        write_label: w.write(counted(accepted, lang)),
        notes: sent_again(opened, words).into_iter().collect(),
        stack: in_stack(member, opened).await?,
        progress: w.progress_of(counted(accepted, lang), counted(opened.proposals.len(), lang)),
        bar: bar(count(decided), count(opened.proposals.len())),
        certain,
        certain_label: w.accept_certain(counted(certain, lang)),
        accept_certain: format!("{path}/chac"),
        blocks,
        legend: legend(&opened.reading, words),
        first: leaf.first(),
        page: leaf.page,
        pager: leaf.pager(head.id, lang),
        proposals,
        slots: spoken::choices(&opened.catalogue, lang),
        others_label: w.others(counted(others.len(), lang)),
        others: listed(others, words),
        found: also_found(opened, words),
        f,
    })
}

/// Where the document stands in the stack that it came in.
async fn in_stack(member: &Member, opened: &Opened) -> Result<Option<InStack>, Failure> {
    let w = &member.words().reading;
    let id = opened.head.id;
    let Some(stack) = acts::stack::of_document(&member.ctx, id).await? else { return Ok(None) };
    let here =
        stack.papers.iter().find(|row| row.paper.document == Some(id)).map_or(0, |row| row.paper.place);
    let next = stack.next_open(here).filter(|next| next.head.id != id);
    let left = stack.open();
    Ok(Some(InStack {
        back: Link::to(w.stack_back, format!("/doc-bao-cao/chong/{}", stack.stack.id)),
        next: next.map(|next| Link::to(w.stack_next, format!("/doc-bao-cao/{}", next.head.id))),
        told: if left == 0 { w.stack_done.to_owned() } else { w.stack_left(left) },
    }))
}

/// That the same report was confirmed before, and how much of it is told otherwise now.
fn sent_again(opened: &Opened, words: &Words) -> Option<String> {
    let w = &words.reading;
    let earlier = opened.earlier.as_ref()?;
    let differs = |found: &&Found| {
        let value = found.decided_value.unwrap_or(found.value);
        opened.standing.get(&found.id).is_some_and(|standing| *standing != value)
    };
    let count = opened.proposals.iter().filter(differs).count();
    if count == 0 {
        return Some(w.same_again.to_owned());
    }
    Some(w.sent_again(&earlier.title, moment(earlier.at_ms, w.lang()), count))
}

/// The text with its marks and tables; of long tables what stands beside a page's proposals, where there are several pages.
fn original(
    opened: &Opened,
    passage: Option<Passage>,
    (leaf, marks): (Leaf, &BTreeSet<usize>),
    words: &Words,
) -> Vec<Block> {
    let mut places = places(opened);
    if let Some((start, end)) = passage {
        // A passage that is a proposal's own place is marked as the passage: the address asked for it.
        places.retain(|(from, until, _, _)| *until <= start || end <= *from);
        places.push((start, end, PASSAGE, "cur"));
    }
    let marked = shaded(pieces(&opened.text.content, &places), &opened.reading, words);
    let drawn = blocks(marked, &cells_told(&opened.text.blocks));
    if leaf.is_whole() {
        return drawn;
    }
    let w = &words.reading;
    beside(drawn, marks, |count| w.rows_left_out(counted(count, w.lang())))
}

/// The marks of the proposals in the text.
fn places(opened: &Opened) -> Vec<(usize, usize, usize, &'static str)> {
    let place = |(number, found): (usize, &Found)| {
        let start = usize::try_from(found.span.0).ok()?;
        let end = usize::try_from(found.span.1).ok()?;
        Some((start, end, number, class(found)))
    };
    (1..).zip(&opened.proposals).filter_map(place).collect()
}

fn class(found: &Found) -> &'static str {
    match found.decided {
        Decided::Accepted => "ok",
        Decided::Rejected => "",
        Decided::Open if found.doubts.is_empty() && found.indicator.is_some() => "",
        Decided::Open => "warn",
    }
}

/// Certain and undoubted, so that it may be accepted with the others of its kind at once: told in clear words, or in a cell of a form that
/// was accepted before.
fn is_certain(found: &Found) -> bool {
    found.decided == Decided::Open
        && (found.certainty == "certain" || acts::document::is_told_alike(found))
        && found.indicator.is_some()
        && found
            .doubts
            .lines()
            .all(|doubt| doubt.starts_with("Approximate") || doubt.starts_with("CombinedCount"))
}

/// A proposal as it is drawn. `mark` is the number of the mark that its place is within: marks cannot cross, so the earliest of
/// those that meet stands.
pub(super) fn proposal(
    member: &Member,
    opened: &Opened,
    (number, mark): (usize, usize),
    found: &Found,
    refusal: Option<&Refusal>,
) -> Proposal {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.reading;
    let value = found.decided_value.unwrap_or(found.value);
    let printed = lang::figure::value(Some(value), &found.measure, lang);
    let indicator = found.indicator.and_then(|id| opened.catalogue.indicator(id));
    let label = indicator.map_or_else(
        || found.label.clone(),
        |indicator| {
            let part = spoken::breakdown(&found.breakdown, lang);
            let name = spoken::name(indicator, lang);
            if part.is_empty() { name } else { format!("{name} – {part}") }
        },
    );
    let tag = match (found.decided, class(found)) {
        (Decided::Accepted, _) => Tag::done(w.accepted),
        (Decided::Rejected, _) => Tag::plain(w.rejected),
        (Decided::Open, "warn") if found.doubts.starts_with("Approximate") => Tag::look(w.approximate),
        (Decided::Open, "warn") => Tag::look(w.look),
        (Decided::Open, _) => Tag::waiting(w.ready),
    };
    let slot = indicator.map_or_else(String::new, |indicator| spoken::key(indicator, &found.breakdown));
    Proposal {
        number,
        mark,
        class: class(found),
        goto: w.goto(number),
        label,
        tag,
        number_text: printed.number,
        measure: printed.measure,
        doubts: if found.decided == Decided::Open { doubts(opened, found, words) } else { Vec::new() },
        quote: found.quote.clone(),
        decided: match found.decided {
            Decided::Open => String::new(),
            Decided::Accepted | Decided::Rejected => decided_words(found, w.accepted, w.rejected, lang),
        },
        action: format!("/doc-bao-cao/{}/{number}", opened.head.id),
        learned: acts::document::is_lesson(found),
        ready: indicator.is_some(),
        typed: refusal.map_or_else(|| lang::figure::typed(Some(value)), |one| one.typed.clone()),
        slot: refusal.map_or(slot, |one| one.slot.clone()),
        error: refusal.map_or_else(String::new, |one| one.sentence.clone()),
    }
}

fn decided_words(found: &Found, accepted: &str, rejected: &str, lang: Lang) -> String {
    let word = if found.decided == Decided::Accepted { accepted } else { rejected };
    found.decided_ms.map_or_else(|| word.to_owned(), |at| format!("{word}, {}", moment(at, lang)))
}

/// Doubts in words, and why the indicator was chosen.
fn doubts(opened: &Opened, found: &Found, words: &Words) -> Vec<String> {
    let w = &words.reading;
    let lang = w.lang();
    let bounded = match found.value {
        Value::Count { bound, .. } | Value::Statement { bound, .. } => bound != Bound::Exact,
        Value::Ratio { .. } | Value::NotApplicable => false,
    };
    let mut out = Vec::new();
    for doubt in found.doubts.lines() {
        let code = doubt.split([' ', '{', '(']).next().unwrap_or("");
        if code == "PartsDiffer" {
            out.extend(parts_differ(doubt, words));
            continue;
        }
        let told = match code {
            "NoIndicator" => w.doubt_unclear,
            "NoDenominator" => w.doubt_no_denominator,
            "TitleDiffers" => w.doubt_title,
            "PercentDiffers" => w.doubt_percent,
            "SameCountsTwice" => w.doubt_same_counts,
            "AmbiguousNumber" => w.doubt_ambiguous,
            "CombinedCount" => w.doubt_combined,
            "TargetNotResult" => w.doubt_target,
            "GiverMissing" => w.doubt_giver,
            "MeasureGuessed" => w.doubt_measure,
            "ImpossibleDate" | "DateAfterPublication" | "YearMissing" => w.doubt_date,
            _ => continue,
        };
        out.push(told.to_owned());
    }
    if bounded {
        let said = lang::figure::value(Some(found.value), "", Lang::Vi).number;
        out.push(w.quoted(said));
    }
    if let Some(standing) = opened.standing.get(&found.id)
        && *standing != found.value
    {
        out.push(w.doubt_stands(lang::figure::value(Some(*standing), &found.measure, lang).line()));
    }
    if found.indicator.is_some() {
        out.extend(found.facts.lines().filter_map(|fact| because(fact, words)));
    } else if out.is_empty() {
        out.push(w.doubt_unclear.to_owned());
    }
    out.dedup();
    out
}

/// "PartsDiffer { total: 5, sum: 6 }" in words: what the total says and what its parts add up to.
fn parts_differ(doubt: &str, words: &Words) -> Option<String> {
    let lang = words.reading.lang();
    let mut numbers = doubt.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
    let (total, sum) = (numbers.next()?, numbers.next()?);
    Some(words.reading.doubt_sum(lang::number::integer(total, lang), lang::number::integer(sum, lang)))
}

fn because(fact: &str, words: &Words) -> Option<String> {
    let why = fact.strip_prefix("because=")?;
    match why.split_once(':') {
        Some(("words", told)) if !told.is_empty() => Some(words.reading.because_words(told)),
        Some(("accepted", rest)) => {
            Some(words.reading.because_accepted(rest.split(':').next().unwrap_or("1")))
        }
        _ => None,
    }
}

/// Numbers of the text that are not proposed as figures, with the reason, those that nobody understood first. A cell that a
/// table's headings explain is proposed, whatever its number alone may say.
fn others(opened: &Opened, order: &Order, words: &Words) -> Vec<(String, String)> {
    let w = &words.reading;
    let reading = &opened.reading;
    // Running words may lead into a table's cell ("UBND tỉnh", "12"): what meets a proposal is told by it.
    let open = |span: Option<&Span>| {
        span.is_none_or(|span| order.meeting((i64::from(span.start), i64::from(span.end))).is_none())
    };
    let told = |mention: &Mention, why: &str| {
        let all = open(mention.spans.first()).then(|| (mention.source.clone(), why.to_owned()));
        all.into_iter()
    };
    let left = reading.unclaimed.iter().filter(|left| open(Some(&left.span)));
    let left = left.map(|left| (left.source.clone(), w.other_unclaimed.to_owned()));
    let why = |status: Status| match status {
        Status::Result => None,
        Status::Target => Some(w.other_target),
        Status::Earlier => Some(w.other_earlier),
    };
    let counted = reading.indicators.iter().map(|one| (&one.mention, why(one.status)));
    let shares = reading.percentages.iter().map(|one| (&one.mention, why(one.status)));
    let held = reading.sessions.iter().map(|one| (&one.mention, why(one.status)));
    let asked = reading.awards.iter().filter(|one| one.status == AwardStatus::Proposed);
    let done = reading.indicators.iter().filter(|one| one.status == Status::Result);
    let measured = done.filter(|one| one.thousandths != 0);
    left.chain(
        counted
            .chain(shares)
            .chain(held)
            .flat_map(|(mention, why)| why.into_iter().flat_map(|why| told(mention, why))),
    )
    .chain(asked.flat_map(|one| told(&one.mention, w.other_asked)))
    .chain(measured.flat_map(|one| told(&one.mention, w.other_measured)))
    .chain(reading.other_numbers.iter().flat_map(|one| told(&one.mention, reason(one.reason, words))))
    .chain(reading.citations.iter().flat_map(|one| told(&one.mention, w.other_citation)))
    .chain(reading.dates.iter().flat_map(|one| told(&one.mention, w.other_date)))
    .collect()
}

/// The first of them, and how many more there are.
fn listed(mut others: Vec<(String, String)>, words: &Words) -> Vec<(String, String)> {
    let more = others.len().saturating_sub(MOST_OTHERS);
    others.truncate(MOST_OTHERS);
    if more > 0 {
        others.push(("…".to_owned(), words.reading.others_more(counted(more, words.reading.lang()))));
    }
    others
}

fn reason(reason: NumberReason, words: &Words) -> &'static str {
    let w = &words.reading;
    match reason {
        NumberReason::Duration => w.other_duration,
        NumberReason::Anniversary => w.other_anniversary,
        NumberReason::Ordinal => w.other_ordinal,
        NumberReason::InName => w.other_name,
        NumberReason::ListNumber => w.other_list,
        NumberReason::PageFurniture => w.other_page,
        NumberReason::Age => w.other_age,
        NumberReason::Score => w.other_score,
        NumberReason::PlaceInDocument => w.other_place,
        NumberReason::Rhetorical => w.other_rhetorical,
        NumberReason::Identifier => w.other_identifier,
    }
}

fn also_found(opened: &Opened, words: &Words) -> Vec<(String, String)> {
    let w = &words.reading;
    let reading = &opened.reading;
    let cited = reading.citations.iter().map(|cited| format!("{} {}", cited.kind, cited.number));
    let people = reading.people.iter().map(|person| match &person.role {
        Some(role) => format!("{} ({role})", person.name),
        None => person.name.clone(),
    });
    let bodies = reading.organisations.iter().map(|body| body.name.clone());
    let models = reading.models.iter().map(|model| model.name.clone());
    let lists = [
        (w.citations, cited.collect::<Vec<_>>()),
        (w.people, people.collect()),
        (w.organisations, bodies.collect()),
        (w.models, models.collect()),
    ];
    let told = lists.into_iter().filter(|(_, items)| !items.is_empty());
    told.map(|(name, items)| (name.to_owned(), items.join("; "))).collect()
}

/// One decision: accept as proposed, accept as corrected, skip, look again, or forget what was learned.
pub(super) async fn decide(
    member: Member,
    Path((id, number)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let id: DocumentId = id.parse().map_err(|_| Failure::Missing)?;
    let number: usize = number.parse().map_err(|_| Failure::Missing)?;
    let proposed = acts::document::proposed(&member.ctx, id).await?;
    let found = number.checked_sub(1).and_then(|at| proposed.proposals.get(at)).ok_or(Failure::Missing)?;
    let leaf = Leaf::holding(number, proposed.proposals.len());
    if posted.get("viec") == "quen" {
        acts::document::forget(&member.ctx, id, found.id).await?;
        return Ok(to(&way(id, leaf.page, &format!("#d{number}"))));
    }
    let decision = match posted.get("viec") {
        "nhan" => Ok(Decision::AcceptAsProposed),
        "bo" => Ok(Decision::Reject),
        "lai" => Ok(Decision::Reopen),
        _ => corrected(&proposed.catalogue, found, &posted, member.words()),
    };
    let sentence = match decision {
        Ok(decision) => {
            match refused(acts::document::decide(&member.ctx, id, vec![(found.id, decision)]).await)? {
                Ok(()) => return Ok(to(&next_place(&proposed, leaf, number))),
                Err(DecideRefusal::NoIndicator(_)) => member.words().reading.slot_needed.to_owned(),
                Err(DecideRefusal::Unfit(..)) => member.words().entry.wrong_nature.to_owned(),
            }
        }
        Err(sentence) => sentence,
    };
    let (typed, slot) = (posted.get("so").to_owned(), posted.get("chi-tieu").to_owned());
    let refusal = Refusal { number, sentence, typed, slot };
    let opened = acts::document::open(&member.ctx, id).await?;
    again(&drawn(&member, &Seen::of(opened), (leaf, None), Some(&refusal)).await?)
}

/// The same page again, at the next proposal on it that is open.
fn next_place(proposed: &Proposed, leaf: Leaf, number: usize) -> String {
    let open = |(_, found): &(usize, &Found)| found.decided == Decided::Open;
    let here = (leaf.first()..).zip(proposed.proposals.get(leaf.places()).unwrap_or_default());
    let after = here.filter(open).find(|(at, _)| *at > number);
    let at = after.map_or(number, |(at, _)| at);
    way(proposed.head.id, leaf.page, &format!("#d{at}"))
}

fn corrected(
    catalogue: &Catalogue,
    found: &Found,
    posted: &Posted,
    words: &Words,
) -> Result<Decision, String> {
    let (indicator, breakdown) = spoken::of_key(catalogue, posted.get("chi-tieu"))
        .ok_or_else(|| words.reading.slot_needed.to_owned())?;
    let row = catalogue.indicator(indicator).ok_or_else(|| words.reading.slot_needed.to_owned())?;
    let value = number_in::value(posted.get("so"), row.nature, &row.measure)
        .map_err(|refusal| number_sentence(&refusal, words.reading.lang()))?
        .ok_or_else(|| words.refusal.not_a_number.to_owned())?;
    Ok(Decision::Accept { value, indicator, breakdown, scope: found.scope })
}

/// All that are certain, at once.
pub(super) async fn accept_certain(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: DocumentId = id.parse().map_err(|_| Failure::Missing)?;
    let proposed = acts::document::proposed(&member.ctx, id).await?;
    let certain = proposed.proposals.iter().filter(|found| is_certain(found));
    let choices: Vec<_> = certain.map(|found| (found.id, Decision::AcceptAsProposed)).collect();
    let path = back(id, &posted);
    if refused(acts::document::decide(&member.ctx, id, choices).await)?.is_ok() {
        return Ok(to(&path));
    }
    let told = member.words().reading.slot_needed;
    Ok(crate::web::answer::told(member.site(), &path, NoticeKind::Warn, told, None))
}

/// The page of proposals that a form was sent from.
fn back(id: DocumentId, posted: &Posted) -> String {
    way(id, posted.get("trang").parse().unwrap_or(1), "")
}

/// What was accepted becomes figures.
pub(super) async fn write(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: DocumentId = id.parse().map_err(|_| Failure::Missing)?;
    let words = member.words();
    let path = back(id, &posted);
    let warn = |told: &str| Ok(crate::web::answer::told(member.site(), &path, NoticeKind::Warn, told, None));
    match refused(acts::document::write(&member.ctx, id).await)? {
        Ok(count) => Ok(done(member.site(), &path, &words.reading.wrote(count), None)),
        Err(WriteRefusal::NothingAccepted) => warn(words.reading.nothing_accepted),
        Err(WriteRefusal::SameFigure(..)) => warn(words.reading.same_figure),
        Err(WriteRefusal::Figures(refusal)) => warn(figures_sentence(&refusal, words)),
    }
}

fn figures_sentence(refusal: &acts::figure::FigureRefusal, words: &Words) -> &'static str {
    use acts::figure::FigureRefusal;
    match refusal {
        FigureRefusal::NotThere => words.entry.not_there,
        FigureRefusal::Future => words.entry.future,
        FigureRefusal::Resting => words.entry.resting,
        FigureRefusal::Changed { .. } => words.entry.conflict_heading,
        FigureRefusal::Entries(_) => words.entry.wrong_nature,
    }
}

/// Says for which period the figures stand.
pub(super) async fn set_period(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: DocumentId = id.parse().map_err(|_| Failure::Missing)?;
    let path = back(id, &posted);
    if let Ok(period) = posted.get("ky").parse::<Period>() {
        acts::document::set_period(&member.ctx, id, period).await?;
        return Ok(done(member.site(), &path, member.words().reading.period_set, None));
    }
    let told = member.words().entry.not_a_period;
    Ok(crate::web::answer::told(member.site(), &path, NoticeKind::Warn, told, None))
}
