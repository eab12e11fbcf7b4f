//! The page of one filing, and the receipt of what was sent.
//!
//! Not here: what was typed (`form`), words of findings (`told`).

use acts::filing::Told;
use axum::extract::{Path, Query};
use domain::filing::{ReturnGround, Standing, Step as FilingStep, receipt_code};
use domain::form::{Ask, Weight};
use lang::Lang;

use super::form::{Form, Line};
use super::page::{Decide, DeskPage, Differs, Done, Piece, ReceiptPage, Row, Step};
use super::{Asked, about, desk_address, load, receipt_address, told};
use crate::web::answer::{Answer, Failure};
use crate::web::encode::address;
use crate::web::frame::{Frame, Link, Place};
use crate::web::parts::Choice;
use crate::web::spoken;
use crate::web::visit::{Member, moment};

/// The page of one filing, with one of its sections open.
pub async fn page(member: &Member, form: &Form, part: usize) -> Result<DeskPage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.filing;
    let desk = &form.desk;
    let about = desk.about;
    let sections = &desk.asked.version.content.sections;
    let part = part.min(sections.len()).max(1);
    let title = sections.get(part - 1).map(|section| section.title.clone()).unwrap_or_default();
    let (heading, mut f) = framed(member, form, &title).await?;
    let errors = errors(form, lang);
    f.refused = !errors.is_empty() || !form.general.is_empty();
    let mut notes = notes(form, lang);
    if !form.general.is_empty() {
        notes.insert(0, form.general.clone());
    }
    let open = desk.standing.is_open();
    let above = desk.above.as_ref().map_or_else(String::new, |name| name.short_name.clone());
    let late =
        desk.filing.as_ref().is_some_and(|filing| filing.late) || (open && desk.asked.due < member.today());
    let unit = about.unit.to_string();
    Ok(DeskPage {
        unit: desk.name.name.clone(),
        due: lang::date::short(desk.asked.due, lang),
        left: match (open, late) {
            (true, _) => told::days(desk.asked.due, member.today(), words),
            (false, true) => w.late_sent.to_owned(),
            (false, false) => w.filed.to_lowercase(),
        },
        tag: told::tag(desk.standing, late, lang),
        actions: ways(about, desk.may.enter, words),
        action: desk_address(about, part),
        base: format!("/so-lieu/nop/{}/{}", about.form, about.period),
        query: format!("?don-vi={unit}"),
        version: form.version.to_string(),
        notes,
        returned: returned(desk, lang),
        errors_heading: if form.sending {
            w.cannot_send.to_owned()
        } else {
            words.common.to_fix(errors.len())
        },
        errors,
        steps: steps(form, part, lang),
        section: format!("{part}. {title}"),
        rows: form
            .lines
            .iter()
            .filter(|line| line.section == part - 1)
            .map(|line| row(form, line, lang))
            .collect(),
        last_period: last_period(form, lang),
        this_period: lang::period::heading(about.period, lang),
        since: w.since_year.to_owned(),
        may_enter: desk.may.enter,
        may_send: desk.may.send && open,
        may_withdraw: desk.may.send && desk.standing == Standing::Sent,
        may_ask: desk.may.send
            && desk.standing == Standing::Accepted
            && desk.filing.as_ref().is_some_and(|filing| filing.asked_ms.is_none()),
        send: if above.is_empty() { w.step_send.to_owned() } else { w.send_to(above) },
        next: if part < sections.len() { (part + 1).to_string() } else { String::new() },
        saved: saved(form, lang),
        decide: decide(form, member),
        done: desk.steps.iter().rev().map(|told| done(told, lang)).collect(),
        differs: differs(form, lang),
        receipt: desk
            .filing
            .as_ref()
            .filter(|filing| filing.sent_ms.is_some())
            .map(|_| Link::to(w.receipt, receipt_address(about))),
        heading,
        f,
    })
}

/// The form as a workbook, and the way back in for whoever enters here.
fn ways(about: acts::filing::About, enters: bool, words: &'static lang::Words) -> Vec<Link> {
    let mut ways = vec![Link::to(words.book.own, super::book::address_of(about, "/bieu.xlsx"))];
    ways.extend(enters.then(|| Link::to(words.book.send, super::book::address_of(about, ""))));
    ways
}

/// The heading and the frame with the way that led here.
async fn framed(member: &Member, form: &Form, section: &str) -> Result<(String, Frame), Failure> {
    let words = member.words();
    let (desk, about) = (&form.desk, form.desk.about);
    let heading = words.filing.title(&desk.asked.form.name, lang::period::name(about.period, member.lang()));
    let mut f = member.frame(&heading, Place::Entry, Some(about.unit)).await?;
    let filings = address("/so-lieu/nop", &[("don-vi", &about.unit.to_string())]);
    f.crumbs = vec![
        Link::to(words.entry.heading, "/so-lieu"),
        Link::to(words.filing.heading, filings),
        Link::here(section),
    ];
    Ok((heading, f))
}

/// The heading of the column of last time's figures.
fn last_period(form: &Form, lang: Lang) -> String {
    let last = form.desk.last.as_ref();
    last.map_or_else(
        || lang.words().common.dash.to_owned(),
        |(period, _)| lang::period::heading(*period, lang),
    )
}

/// When it was saved; empty before.
fn saved(form: &Form, lang: Lang) -> String {
    let at = form.desk.changed_ms;
    if at > 0 { lang.words().entry.saved(moment(at, lang)) } else { String::new() }
}

/// What is told above the form.
fn notes(form: &Form, lang: Lang) -> Vec<String> {
    let w = &lang.words().filing;
    let desk = &form.desk;
    let mut notes = Vec::new();
    match desk.standing {
        Standing::Sent => notes.push(w.sent_note.to_owned()),
        Standing::Accepted => notes.push(w.accepted_note.to_owned()),
        Standing::NotBegun | Standing::Entering | Standing::Returned if !desk.may.enter => {
            notes.push(w.look_only.to_owned());
        }
        Standing::NotBegun | Standing::Entering | Standing::Returned => {}
    }
    if desk.filing.as_ref().is_some_and(|filing| filing.asked_ms.is_some()) {
        notes.push(w.asked_note.to_owned());
    }
    notes
}

/// The last giving back, while it is being mended.
pub(super) fn returned(desk: &acts::filing::Desk, lang: Lang) -> Option<Done> {
    if desk.standing != Standing::Returned {
        return None;
    }
    let told = desk.steps.iter().rfind(|told| told.step.step == FilingStep::Return)?;
    let grounds: Vec<&str> =
        told.step.grounds.iter().map(|ground| told::ground(*ground, lang.words())).collect();
    Some(Done {
        what: grounds.join("; "),
        who: format!("{}, {}", told.name, moment(told.step.at_ms, lang)),
        why: told.step.note.clone(),
    })
}

/// What stops the sending or saving, each leading to its field.
fn errors(form: &Form, lang: Lang) -> Vec<Link> {
    let about = form.desk.about;
    let mut found = Vec::new();
    for line in &form.lines {
        let href = format!("{}#{}", desk_address(about, line.section + 1), line.id());
        if !line.refusal.is_empty() {
            found.push(Link::to(format!("{}: {}", line.question, line.refusal), href));
        } else if form.sending
            && let Some(stop) = form.desk.stopping.iter().find(|stop| stop.ask == line.row.ask)
        {
            let sentence = told::finding(&form.desk.catalogue, Some(&line.row), stop, lang);
            found.push(Link::to(sentence_of(&line.question, &sentence, stop), href));
        }
    }
    found
}

fn sentence_of(question: &str, sentence: &str, found: &domain::form::Finding) -> String {
    match found.weight {
        Weight::Hard(domain::form::Fault::Unanswered) if found.ask.slot().is_some() => sentence.to_owned(),
        Weight::Hard(_) | Weight::Soft(_) => format!("{question}: {sentence}"),
    }
}

fn steps(form: &Form, part: usize, lang: Lang) -> Vec<Step> {
    let w = &lang.words().filing;
    let about = form.desk.about;
    let sections = form.desk.asked.version.content.sections.iter().enumerate();
    sections
        .map(|(at, section)| {
            let lines = || form.lines.iter().filter(move |line| line.section == at);
            let answered = lines().filter(|line| !line.typed.is_empty()).count();
            let lacking = lines().filter(|line| line.row.required && line.typed.is_empty()).count();
            let stops = |line: &&Line| form.desk.stopping.iter().any(|stop| stop.ask == line.row.ask);
            let asked = lines()
                .filter(stops)
                .filter(|line| form.found(line).is_some_and(|found| matches!(found.weight, Weight::Soft(_))))
                .count();
            let wrong = lines()
                .filter(|line| !line.refusal.is_empty() || (stops(line) && !line.typed.is_empty()))
                .count()
                - asked;
            let (told, class) = match (answered, wrong, lacking, asked) {
                (0, 0, _, 0) => (w.not_begun.to_owned(), ""),
                (_, 0, 0, 0) => (w.complete.to_owned(), "ok"),
                (_, 0, 0, asked) => (w.to_explain(asked), "err"),
                (_, 0, lacking, _) => (w.lacking(lacking), "err"),
                (_, wrong, _, _) => (w.faults(wrong), "err"),
            };
            Step {
                number: at + 1,
                link: Link { here: at + 1 == part, ..Link::to(&section.title, desk_address(about, at + 1)) },
                told,
                class,
            }
        })
        .collect()
}

/// One row as the page shows it.
pub(super) fn row(form: &Form, line: &Line, lang: Lang) -> Row {
    let words = lang.words();
    let desk = &form.desk;
    let slot = line.row.ask.slot();
    let last = slot.and_then(|slot| desk.last.as_ref().and_then(|(_, vector)| vector.get(slot)));
    let printed = |value| lang::figure::value(Some(value), "", lang).number;
    let found = form.found(line);
    let soft = found.is_some_and(|found| matches!(found.weight, Weight::Soft(_)));
    let stop = desk.stopping.iter().find(|stop| stop.ask == line.row.ask);
    let sentence = |found| told::finding(&desk.catalogue, Some(&line.row), found, lang);
    let hard = stop
        .filter(|stop| form.sending || (matches!(stop.weight, Weight::Hard(_)) && !line.typed.is_empty()));
    let error = match hard {
        _ if !line.refusal.is_empty() => line.refusal.clone(),
        Some(stop) if matches!(stop.weight, Weight::Hard(_)) => sentence(stop),
        _ => String::new(),
    };
    let typed = lang::figure::typed(last);
    let returned = desk.steps.iter().rfind(|told| told.step.step == FilingStep::Return);
    let returned = returned.filter(|_| desk.standing == Standing::Returned);
    let key = line.row.ask.key();
    Row {
        id: line.id(),
        name: line.question.clone(),
        hint: hint(form, line, lang),
        measure: line.measure.clone(),
        kind: match line.row.ask {
            Ask::Number(_) => "number",
            Ask::YesNo(_) => "yes-no",
            Ask::Words(_) => "words",
        },
        share: line.nature == Some(domain::indicator::Nature::Share),
        last: last.map_or_else(|| words.common.dash.to_owned(), printed),
        reuse_told: words.filing.reuse(&typed),
        reuse: typed,
        since: slot
            .and_then(|slot| desk.since.get(slot))
            .map_or_else(|| words.common.dash.to_owned(), printed),
        value: line.typed.clone(),
        shown: line.shown.clone(),
        error,
        repairs: line
            .repairs
            .iter()
            .map(|repair| Choice::new(repair, words.refusal.use_repair(repair)))
            .collect(),
        warning: found.filter(|_| soft).map(sentence).unwrap_or_default(),
        ask_reason: soft || !line.reason.is_empty(),
        reason: line.reason.clone(),
        pieces: pieces(form, line, lang),
        kept: line.kept.as_ref().map_or_else(String::new, |(hash, name)| format!("{hash}:{name}")),
        note: line.note.clone(),
        returned: returned.and_then(|told| told.step.rows.get(&key)).cloned().unwrap_or_default(),
        told: told_value(line, lang),
        key,
    }
}

fn told_value(line: &Line, lang: Lang) -> String {
    match &line.row.ask {
        Ask::Number(_) => spoken::value_line(line.standing, &line.measure, lang),
        Ask::YesNo(_) => match line.standing {
            Some(value) if value == domain::figure::Value::exact(1) => lang.words().filing.yes.to_owned(),
            Some(_) => lang.words().filing.no.to_owned(),
            None => lang.words().common.not_reported.to_owned(),
        },
        Ask::Words(_) if line.shown.is_empty() => lang.words().common.dash.to_owned(),
        Ask::Words(_) => line.shown.clone(),
    }
}

fn hint(form: &Form, line: &Line, lang: Lang) -> String {
    if !line.row.help.is_empty() {
        return line.row.help.clone();
    }
    let Some(indicator) = line.row.ask.slot().and_then(|slot| form.desk.catalogue.of_slot(slot)) else {
        return String::new();
    };
    if indicator.numerator.is_empty() {
        indicator.pitfall.clone()
    } else {
        lang.words().entry.share_hint(&indicator.numerator, &indicator.denominator)
    }
}

fn pieces(form: &Form, line: &Line, lang: Lang) -> Vec<Piece> {
    let Some(slot) = line.row.ask.slot() else { return Vec::new() };
    let behind = form.desk.evidence.iter().filter(|piece| piece.slot == slot);
    behind
        .map(|piece| match &piece.file {
            Some(hash) => {
                let size = form.desk.lengths.get(hash).and_then(|length| u64::try_from(*length).ok());
                Piece {
                    link: Link::to(&piece.file_name, format!("/minh-chung/{}", piece.id)),
                    note: size.map(|size| lang::number::bytes(size, lang)).unwrap_or_default(),
                }
            }
            None => Piece { link: Link::default(), note: format!("{} {}", piece.quote, piece.note) },
        })
        .collect()
}

fn decide(form: &Form, member: &Member) -> Option<Decide> {
    let desk = &form.desk;
    if !desk.may.decide {
        return None;
    }
    let words = member.words();
    Some(Decide {
        waiting: desk.standing == Standing::Sent,
        accepted: desk.standing == Standing::Accepted,
        grounds: ReturnGround::ALL
            .iter()
            .map(|ground| Choice::new(ground.code(), told::ground(*ground, words)))
            .collect(),
        rows: form.lines.iter().map(|line| Choice::new(line.row.ask.key(), &line.question)).collect(),
        missing: desk.missing.iter().map(|(unit, name)| Choice::new(unit.to_string(), &name.name)).collect(),
        version: desk.version.to_string(),
    })
}

fn done(told: &Told, lang: Lang) -> Done {
    let words = lang.words();
    let step = &told.step;
    let mut what = told::step(step.step, words).to_owned();
    if step.edition > 1 {
        what = format!("{what} ({})", words.filing.edition(step.edition));
    }
    if step.late {
        what = format!("{what} · {}", words.filing.late_sent);
    }
    let mut why: Vec<String> =
        step.grounds.iter().map(|ground| told::ground(*ground, words).to_owned()).collect();
    why.extend((!step.note.is_empty()).then(|| step.note.clone()));
    why.extend((!told.missing.is_empty()).then(|| words.filing.missing_units(told.missing.join(", "))));
    Done { what, who: format!("{}, {}", told.name, moment(step.at_ms, lang)), why: why.join(" · ") }
}

fn differs(form: &Form, lang: Lang) -> Vec<Differs> {
    let desk = &form.desk;
    if desk.standing == Standing::Accepted {
        return Vec::new();
    }
    let value = |value| lang::figure::value(value, "", lang).line();
    desk.differences
        .iter()
        .map(|one| Differs {
            name: spoken::slot(&desk.catalogue, one.slot, lang),
            before: value(one.before),
            after: value(one.after),
        })
        .collect()
}

/// The receipt of what was sent last: everything on it stands in the records.
pub(super) async fn receipt(
    member: Member,
    Path((form, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let about = about(&member, (&form, &period), &asked.don_vi).await?;
    let form = load(&member, about).await?;
    let (lang, words) = (member.lang(), member.words());
    let w = &words.filing;
    let desk = &form.desk;
    let sent = desk.steps.iter().rfind(|told| told.step.step == FilingStep::Send);
    let (Some(sent), Some(filing)) = (sent, &desk.filing) else { return Err(Failure::Missing) };
    let code = receipt_code(about.period, filing.id, sent.step.edition);
    let when = moment(sent.step.at_ms, lang);
    let heading = w.title(&desk.asked.form.name, lang::period::name(about.period, lang));
    let mut f = member.frame(&heading, Place::Entry, Some(about.unit)).await?;
    f.crumbs = vec![
        Link::to(words.entry.heading, "/so-lieu"),
        Link::to(&heading, desk_address(about, 1)),
        Link::here(w.receipt),
    ];
    let mut lines = vec![
        (w.receipt_code.to_owned(), code.clone()),
        (w.unit.to_owned(), desk.name.name.clone()),
        (w.receipt_at.to_owned(), when.clone()),
        (w.receipt_by.to_owned(), sent.name.clone()),
        (w.due.to_owned(), lang::date::short(desk.asked.due, lang)),
    ];
    if sent.step.late {
        lines.push((w.late.to_owned(), w.late_sent.to_owned()));
    }
    if let Some(above) = &desk.above {
        lines.push((w.receipt_to.to_owned(), above.name.clone()));
    }
    // Files that were attached up to the sending.
    let files = desk.evidence.iter().filter(|piece| piece.at_ms <= sent.step.at_ms).filter_map(|piece| {
        let length = desk.lengths.get(piece.file.as_ref()?)?;
        let size = lang::number::bytes(u64::try_from(*length).ok()?, lang);
        Some(w.files(&piece.file_name, size))
    });
    let values = form.lines.iter().filter_map(|line| {
        let slot = line.row.ask.slot()?;
        let value = spoken::value_line(sent.step.vector.get(slot), &line.measure, lang);
        Some((line.question.clone(), value))
    });
    crate::web::answer::page(&ReceiptPage {
        told: w.sent_told(when, code),
        lines,
        files: files.collect(),
        values: values.collect(),
        back: Link::to(w.receipt_view, desk_address(about, 1)),
        heading,
        f,
    })
}
