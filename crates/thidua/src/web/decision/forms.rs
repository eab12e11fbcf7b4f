//! What is done to a decision on its pages: a signed copy comes back, the list or a line is corrected, cancelled,
//! stripped, restored.
//!
//! Not here: whether it may be (`acts::decision`).

use acts::decision::{DecisionField, DecisionRefusal, DecisionView, NewChange, SignedRefusal};
use acts::evidence::FileRefusal;
use axum::extract::{Path, Query};
use domain::decision::Change;
use domain::id::StepId;
use lang::Words;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;

use super::{numbered, opened, parsed};
use crate::web::answer::{Answer, Failure, again, done, file, page, refused};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Uploaded};
use crate::web::visit::Member;

fn file_sentence(refusal: SignedRefusal, words: &Words) -> &'static str {
    let w = &words.decision;
    match refusal {
        SignedRefusal::File(FileRefusal::Empty) => w.empty,
        SignedRefusal::File(FileRefusal::TooLarge) => w.too_large,
        SignedRefusal::NotPdf => w.not_pdf,
        SignedRefusal::Known => w.known,
        SignedRefusal::Name { .. } => w.name_bad,
    }
}

/// Takes a signed copy back.
pub(super) async fn take_back(member: Member, Path(id): Path<String>, sent: Uploaded) -> Answer {
    let id = parsed(&id)?;
    let (name, bytes) =
        sent.file("tep").map_or(("-", &[][..]), |file| (file.name.as_str(), file.bytes.as_slice()));
    if let Err(refusal) = refused(acts::decision::take_back(&member.ctx, id, name, bytes).await)? {
        return again(&opened(&member, id, file_sentence(refusal, member.words())).await?);
    }
    let path = format!("/quyet-dinh/{id}#ban-ky");
    Ok(done(member.site(), &path, member.words().decision.taken_back, None))
}

/// Hands a signed copy out.
pub(super) async fn copy(member: Member, Path((id, one)): Path<(String, String)>) -> Answer {
    let one: StepId = one.parse().map_err(|_| Failure::Missing)?;
    let handed = acts::decision::signed_file(&member.ctx, parsed(&id)?, one).await?;
    Ok(file(&handed.name, &handed.media, handed.content))
}

#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    dong: String,
}

/// Which field was refused, and the sentence.
type Refusals = Vec<(&'static str, String)>;

fn form(member: &Member, view: &DecisionView, posted: &Posted, refusals: &Refusals) -> FormPage {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.decision;
    let decision = &view.decision;
    let path = format!("/quyet-dinh/{}", decision.id);
    let mut f = member.bare_frame(w.change, Place::Decisions);
    f.crumbs = vec![
        Link::to(words.nomination.decisions, "/quyet-dinh"),
        Link::to(numbered(decision, lang), path.as_str()),
        Link::here(w.change),
    ];
    let changes = Change::ALL.iter().map(|change| Choice::new(change.code(), change.label(lang))).collect();
    let fields = vec![
        Field::choice(lang, "viec", w.what, changes),
        Field { narrow: true, ..Field::text(lang, "dong", w.line).hint(w.line_hint).optional() },
        Field::text(lang, "ten", w.new_name).hint(w.new_name_hint).optional(),
        Field::date(lang, "ngay", w.from_day).value(lang::date::short(member.today(), lang::Lang::Vi)),
        Field::text(lang, "so", w.by_number),
        Field::long(lang, "ly-do", w.reason).hint(w.reason_hint),
    ];
    let fill = |field: Field| {
        let value = if posted.has(&field.name) { posted.get(&field.name) } else { &field.value }.to_owned();
        let refusal = refusals.iter().find(|(name, _)| *name == field.name);
        field.value(value).error(refusal.map_or("", |(_, sentence)| sentence.as_str()))
    };
    let fields = fields.into_iter().map(fill).collect();
    let mut form = FormPage::new(f, format!("{path}/thay-doi"), w.save, fields);
    form.intro = format!("{} {}", decision.title, w.change_intro);
    form.warning = Some(w.change_warning.to_owned());
    form
}

async fn changing(member: &Member, id: &str) -> Result<DecisionView, Failure> {
    let view = acts::decision::load(&member.ctx, parsed(id)?).await?;
    if view.can_change { Ok(view) } else { Err(Failure::Denied) }
}

/// The form for a change.
pub(super) async fn ask_change(member: Member, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let view = changing(&member, &id).await?;
    let mut drawn = form(&member, &view, &Posted::default(), &Refusals::new());
    if let Some(field) = drawn.fields.iter_mut().find(|field| field.name == "dong") {
        field.value = asked.dong;
    }
    page(&drawn)
}

/// Saves a change.
pub(super) async fn change(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let view = changing(&member, &id).await?;
    let w = &member.words().decision;
    let mut refusals = Refusals::new();
    let day = lang::date_in::date(posted.get("ngay"));
    if let Err(refusal) = day {
        refusals.push(("ngay", date_sentence(refusal, posted.get("ngay"), member.lang())));
    }
    let place = posted.get("dong");
    let line = view.lines.iter().find(|line| line.line.place.to_string() == place);
    if !place.is_empty() && line.is_none() {
        refusals.push(("dong", w.no_line.to_owned()));
    }
    let (Ok(day), Some(change), true) = (day, Change::from_code(posted.get("viec")), refusals.is_empty())
    else {
        return again(&form(&member, &view, &posted, &refusals));
    };
    let new = NewChange {
        decision: view.decision.id,
        honoree: line.map(|line| line.line.id),
        change,
        day,
        number: posted.get("so").to_owned(),
        reason: posted.get("ly-do").to_owned(),
        name: posted.get("ten").to_owned(),
    };
    match refused(acts::decision::change(&member.ctx, new).await)? {
        Ok(_) => Ok(done(member.site(), &format!("/quyet-dinh/{}", view.decision.id), w.changed_done, None)),
        Err(refusal) => again(&form(&member, &view, &posted, &vec![told(&refusal, member.words())])),
    }
}

/// The field and the sentence of a refusal.
fn told(refusal: &DecisionRefusal, words: &Words) -> (&'static str, String) {
    let w = &words.decision;
    let at = |field: DecisionField| match field {
        DecisionField::Number => "so",
        DecisionField::Name => "ten",
        DecisionField::Reason
        | DecisionField::Body
        | DecisionField::Place
        | DecisionField::Title
        | DecisionField::Basis
        | DecisionField::Signer
        | DecisionField::SignerPost
        | DecisionField::Source
        | DecisionField::Detail
        | DecisionField::Achievement => "ly-do",
    };
    match refusal {
        DecisionRefusal::Missing(field) => (at(*field), w.needed.to_owned()),
        DecisionRefusal::TooLong { field, most } => (at(*field), w.too_long(most)),
        DecisionRefusal::InFuture => ("ngay", w.in_future.to_owned()),
        DecisionRefusal::BeforeDecision => ("ngay", w.before.to_owned()),
        DecisionRefusal::CannotFollow => ("viec", w.cannot_follow.to_owned()),
        DecisionRefusal::NothingChanges => ("ten", w.nothing_changes.to_owned()),
        // Those of making a decision do not come from a change.
        DecisionRefusal::Lines { .. }
        | DecisionRefusal::LineUnnamed(_)
        | DecisionRefusal::LineNumber(_)
        | DecisionRefusal::LineYear(_)
        | DecisionRefusal::LineUnknown(_)
        | DecisionRefusal::LineTwice { .. }
        | DecisionRefusal::Authority { .. }
        | DecisionRefusal::CouncilMissing { .. }
        | DecisionRefusal::KeeperIsNotBody
        | DecisionRefusal::Known { .. } => ("viec", w.other.to_owned()),
    }
}
