//! Beginning a report, saving a paragraph, the words on the paper, binding a figure, issuing, terms.
//!
//! Not here: what may be done (`acts::report`).

use acts::report::bound::{BindRefusal, QuoteRefusal};
use acts::report::issue::TermRefusal;
use acts::report::outline::{self, OutlineRefusal};
use acts::report::text::{Sent, TextRefusal};
use acts::report::{NewReport, PaperWords, ReportRefusal};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use domain::id::{FreezeId, ReportId};
use domain::period::Period;
use domain::report::{PaperForm, ReportKind};
use domain::unit::UnitId;
use jiff::civil::Date;
use lang::style::{Address, Style, ToneMark};
use lang::words::label::Label;
use lang::words::refusal::date_sentence;
use serde::Deserialize;

use super::{Refused, door, drawn, obstacle, paper, parsed};
use crate::web::answer::{Answer, Failure, again, done, page, refused, told};
use crate::web::frame::{Link, NoticeKind, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals};
use crate::web::site::Site;
use crate::web::spoken;
use crate::web::unit::named_unit;
use crate::web::visit::{Member, local_time};

/// The routes of these forms.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/bao-cao/moi", get(ask_begin).post(begin))
        .route("/bao-cao/nhiem-ky", get(ask_term).post(add_term))
        .route("/bao-cao/{id}/doan", post(save_paragraph))
        .route("/bao-cao/{id}/the-thuc", get(ask_paper).post(save_paper))
        .route("/bao-cao/{id}/gan-so", get(ask_bind).post(bind))
        .route("/bao-cao/{id}/chot", post(quote))
        .route("/bao-cao/{id}/ban-hanh", post(issue))
}

async fn form(
    member: &Member,
    heading: &str,
    action: &str,
    fields: Vec<Field>,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let w = &member.words().report;
    let mut f = member.frame(heading, Place::Reports, member.unit().await?).await?;
    f.crumbs = vec![Link::to(w.heading, "/bao-cao"), Link::here(heading)];
    Ok(FormPage::new(f, action, heading, posted.fill(fields, refusals)))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Chosen {
    loai: String,
}

/// The form in two steps: the kind first, then everything that follows from it.
async fn begin_form(
    member: &Member,
    kind: Option<ReportKind>,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.enter {
        return Err(Failure::Denied);
    }
    let (lang, w) = (member.lang(), &member.words().report);
    let unit = member.some_unit().await?;
    let Some(kind) = kind else {
        let kinds = ReportKind::ALL.iter().map(|kind| Choice::new(kind.code(), kind.label(lang))).collect();
        let fields = vec![Field::choice(lang, "loai", w.kind, kinds)];
        let mut page = form(member, w.begin, "/bao-cao/moi", fields, posted, refusals).await?;
        w.next.clone_into(&mut page.submit);
        return Ok(page);
    };
    let outlines = outline::list(&member.ctx, unit, kind).await?;
    let chosen = outlines.first().ok_or(Failure::Missing)?;
    let mut hint = w.outline_hint.to_owned();
    if !chosen.verified {
        hint = format!("{hint} {}: {}", w.unverified, chosen.source);
    }
    let forms = PaperForm::ALL.iter().map(|form| Choice::new(form.code(), form.label(lang))).collect();
    let fields = vec![
        Field::text(lang, "trich-yeu", w.subject).hint(w.subject_hint),
        Field::text(lang, "ky", w.period).hint(w.period_hint),
        Field::choice(lang, "the-thuc", w.form, forms),
        Field::long(lang, "de-cuong", w.outline).hint(hint).value(outline::as_lines(&chosen.parts)),
        Field::text(lang, "giu", w.keep_outline).optional(),
    ];
    let mut page = form(member, w.begin, "/bao-cao/moi", fields, posted, refusals).await?;
    page.hidden = vec![("loai".to_owned(), kind.code().to_owned()), ("buoc".to_owned(), "2".to_owned())];
    page.intro = format!("{} {}", kind.label(lang), chosen.name);
    w.begin.clone_into(&mut page.submit);
    Ok(page)
}

async fn ask_begin(member: Member, Query(chosen): Query<Chosen>) -> Answer {
    let kind = ReportKind::from_code(&chosen.loai);
    page(&begin_form(&member, kind, &Posted::default(), &Refusals::new()).await?)
}

async fn begin(member: Member, posted: Posted) -> Answer {
    let kind = ReportKind::from_code(posted.get("loai")).ok_or(Failure::Unreadable)?;
    if posted.get("buoc") != "2" {
        return page(&begin_form(&member, Some(kind), &Posted::default(), &Refusals::new()).await?);
    }
    let words = member.words();
    let w = &words.report;
    let unit = member.some_unit().await?;
    let mut refusals = Refusals::new();
    let plain: String = posted.get("ky").replace('–', "-").split_whitespace().collect();
    let period = plain.parse::<Period>().ok();
    if period.is_none() {
        refusals.push(("ky", w.bad_period.to_owned()));
    }
    let parts = outline::from_lines(posted.get("de-cuong"));
    if let Err(refusal) = parts {
        refusals.push(("de-cuong", outline_sentence(&member, refusal)));
    }
    let (Some(period), Ok(parts)) = (period, parts) else {
        return again(&begin_form(&member, Some(kind), &posted, &refusals).await?);
    };
    if !posted.get("giu").is_empty() {
        let kept = outline::save(&member.ctx, unit, kind, posted.get("giu"), posted.get("de-cuong")).await;
        if let Err(refusal) = refused(kept)? {
            let refusals = vec![("giu", outline_sentence(&member, refusal))];
            return again(&begin_form(&member, Some(kind), &posted, &refusals).await?);
        }
    }
    let form = PaperForm::from_code(posted.get("the-thuc")).unwrap_or(PaperForm::Party);
    let new = NewReport {
        unit,
        kind,
        form,
        subject: posted.get("trich-yeu").to_owned(),
        period,
        parts,
        style: usual_style(form).code(),
        paper: usual_paper(&member, unit, form).await?,
    };
    match refused(acts::report::begin(&member.ctx, new).await)? {
        Ok(id) => Ok(done(member.site(), &format!("/bao-cao/{id}"), w.begun, None)),
        Err(refusal) => {
            let refusal = match refusal {
                ReportRefusal::SubjectMissing => ("trich-yeu", words.refusal.required.to_owned()),
                ReportRefusal::TooLong { most } => ("trich-yeu", words.unit.too_long(most)),
                ReportRefusal::OutlineBare => ("de-cuong", w.bad_outline.to_owned()),
                ReportRefusal::UnitNotThere => ("ky", words.entry.not_there.to_owned()),
            };
            again(&begin_form(&member, Some(kind), &posted, &vec![refusal]).await?)
        }
    }
}

fn outline_sentence(member: &Member, refusal: OutlineRefusal) -> String {
    let w = &member.words().report;
    match refusal {
        OutlineRefusal::NameMissing => member.words().refusal.required.to_owned(),
        OutlineRefusal::NotALine { line } => w.line_wrong(line),
        OutlineRefusal::TooLong => member.words().unit.too_long(outline::HEADING_MOST),
        OutlineRefusal::Bare => w.bad_outline.to_owned(),
    }
}

/// How an office of a form usually writes.
pub(crate) fn usual_style(form: PaperForm) -> Style {
    let address = match form {
        PaperForm::Party => Address::Comrade,
        PaperForm::State => Address::MrMs,
    };
    Style { tone: ToneMark::First, padded: true, address }
}

/// What usually stands on a unit's paper, from its name and the name of the unit above; all of it may be changed.
async fn usual_paper(member: &Member, unit: UnitId, form: PaperForm) -> Result<PaperWords, Failure> {
    let view = acts::unit::view(&member.ctx, unit, member.today()).await?;
    let above = view.path.last().map(|step| step.name.name.to_uppercase()).unwrap_or_default();
    let (organ, on_behalf, post, kept) = match form {
        PaperForm::Party => ("ĐU", "BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lưu Đảng ủy"),
        PaperForm::State => ("UBND", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lưu: VT"),
    };
    Ok(PaperWords {
        parent: above,
        issuer: view.name.name.to_uppercase(),
        organ: organ.to_owned(),
        on_behalf: on_behalf.to_owned(),
        post: post.to_owned(),
        recipients: kept.to_owned(),
        ..PaperWords::default()
    })
}

async fn save_paragraph(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ReportId = parsed(&id)?;
    let words = member.words();
    let w = &words.report;
    let sent = Sent {
        part: posted.get("muc").parse().unwrap_or_default(),
        paragraph: posted.get("doan").parse().ok(),
        seen: posted.get("lan").parse().unwrap_or_default(),
        content: posted.get("chu").to_owned(),
        source: posted.get("nguon").to_owned(),
        document: posted.get("van-ban").parse().ok(),
    };
    let back = Refused {
        part: sent.part,
        paragraph: sent.paragraph,
        sentence: String::new(),
        typed: sent.content.clone(),
    };
    match refused(acts::report::text::save(&member.ctx, id, sent).await)? {
        Ok(saved) => {
            let path = format!("/bao-cao/{id}#d-{}", saved.paragraph);
            Ok(match saved.over {
                Some(name) => told(member.site(), &path, NoticeKind::Warn, &w.saved_over(name), None),
                None => done(member.site(), &path, w.saved, None),
            })
        }
        Err(refusal) => {
            let sentence = match refusal {
                TextRefusal::Empty => words.refusal.required.to_owned(),
                TextRefusal::TooLong { most } => words.unit.too_long(most),
                TextRefusal::UnknownPart => return Err(Failure::Missing),
                TextRefusal::UnknownFigure { name } => w.unknown_figure(name),
            };
            again(&drawn(&member, id, &Refused { sentence, ..back }).await?)
        }
    }
}

async fn paper_form(
    member: &Member,
    id: ReportId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().report);
    let view = acts::report::view(&member.ctx, id).await?;
    if !view.may_write {
        return Err(Failure::Denied);
    }
    let paper = &view.report.paper;
    let code = view.report.style.clone();
    let mut pieces = code.split('.').map(str::to_owned);
    let mut piece = || pieces.next().unwrap_or_default();
    let tones = vec![
        Choice::new("uy", w.spelling_first),
        Choice::new("uy2", w.spelling_second),
        Choice::new("go", w.spelling_typed),
    ];
    let counts = vec![Choice::new("02", w.counts_padded), Choice::new("2", w.counts_plain)];
    let addresses = vec![Choice::new("dc", w.comrade), Choice::new("ob", w.mr_ms)];
    let fields = vec![
        Field::text(lang, "trich-yeu", w.subject).hint(w.subject_hint).value(&view.report.subject),
        Field::long(lang, "tren", w.parent).hint(w.lines_hint).value(&paper.parent).optional(),
        Field::long(lang, "co-quan", w.issuer).hint(w.lines_hint).value(&paper.issuer),
        Field::text(lang, "ky-hieu", w.organ).value(&paper.organ),
        Field::text(lang, "noi", w.place).value(&paper.place),
        Field::text(lang, "thay-mat", w.on_behalf).value(&paper.on_behalf).optional(),
        Field::text(lang, "chuc-vu", w.post).value(&paper.post),
        Field::text(lang, "nguoi-ky", w.signer).value(&paper.signer),
        Field::long(lang, "noi-nhan", w.recipients).hint(w.recipients_hint).value(&paper.recipients),
        Field::choice(lang, "dau", w.spelling, tones).value(piece()),
        Field::choice(lang, "dem", w.counts, counts).value(piece()),
        Field::choice(lang, "xung-ho", w.address, addresses).value(piece()),
    ];
    let action = format!("/bao-cao/{id}/the-thuc");
    form(member, w.paper, &action, fields, posted, refusals).await
}

async fn ask_paper(member: Member, Path(id): Path<String>) -> Answer {
    page(&paper_form(&member, parsed(&id)?, &Posted::default(), &Refusals::new()).await?)
}

async fn save_paper(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ReportId = parsed(&id)?;
    let get = |name: &str| posted.get(name).to_owned();
    let paper = PaperWords {
        parent: get("tren"),
        issuer: get("co-quan"),
        organ: get("ky-hieu"),
        place: get("noi"),
        on_behalf: get("thay-mat"),
        post: get("chuc-vu"),
        signer: get("nguoi-ky"),
        recipients: get("noi-nhan"),
    };
    let style = Style::from_code(&format!("{}.{}.{}", get("dau"), get("dem"), get("xung-ho"))).code();
    let words = member.words();
    match refused(acts::report::save_paper(&member.ctx, id, posted.get("trich-yeu"), &style, &paper).await)? {
        Ok(()) => Ok(done(member.site(), &format!("/bao-cao/{id}"), words.report.paper_saved, None)),
        Err(refusal) => {
            let refusal = match refusal {
                ReportRefusal::TooLong { most } => ("trich-yeu", words.unit.too_long(most)),
                ReportRefusal::SubjectMissing | ReportRefusal::OutlineBare | ReportRefusal::UnitNotThere => {
                    ("trich-yeu", words.refusal.required.to_owned())
                }
            };
            again(&paper_form(&member, id, &posted, &vec![refusal]).await?)
        }
    }
}

async fn bind_form(
    member: &Member,
    id: ReportId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().report);
    let view = acts::report::view(&member.ctx, id).await?;
    if !view.may_write {
        return Err(Failure::Denied);
    }
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let fields = vec![
        Field::text(lang, "ten", w.figure_name).hint(w.figure_name_hint),
        Field::choice(lang, "chi-tieu", w.figure, spoken::choices(&catalogue, lang)),
        Field::text(lang, "cua", w.figure_unit).hint(member.words().unit.unit_hint).value(&view.unit_name),
    ];
    form(member, w.bind, &format!("/bao-cao/{id}/gan-so"), fields, posted, refusals).await
}

async fn ask_bind(member: Member, Path(id): Path<String>) -> Answer {
    page(&bind_form(&member, parsed(&id)?, &Posted::default(), &Refusals::new()).await?)
}

async fn bind(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ReportId = parsed(&id)?;
    let w = &member.words().report;
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    let key = spoken::of_key(&catalogue, posted.get("chi-tieu"));
    let slot = key.and_then(|(indicator, breakdown)| catalogue.slot(indicator, &breakdown));
    let Some(slot) = slot else {
        let refusals = vec![("chi-tieu", w.unknown_slot.to_owned())];
        return again(&bind_form(&member, id, &posted, &refusals).await?);
    };
    let unit = match named_unit(&member, posted.get("cua")).await? {
        Ok((unit, _)) => unit,
        Err(sentence) => return again(&bind_form(&member, id, &posted, &vec![("cua", sentence)]).await?),
    };
    match refused(acts::report::bound::bind(&member.ctx, id, posted.get("ten"), unit, slot).await)? {
        Ok(()) => Ok(done(member.site(), &format!("/bao-cao/{id}#h-so"), w.bound, None)),
        Err(refusal) => {
            let refusal = match refusal {
                BindRefusal::Name => ("ten", w.name_taken.to_owned()),
                BindRefusal::UnknownSlot => ("chi-tieu", w.unknown_slot.to_owned()),
                BindRefusal::NotBelow => ("cua", w.not_below.to_owned()),
            };
            again(&bind_form(&member, id, &posted, &vec![refusal]).await?)
        }
    }
}

async fn quote(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ReportId = parsed(&id)?;
    let typed = posted.get("chot");
    let freeze: Option<FreezeId> = if typed.is_empty() { None } else { Some(parsed(typed)?) };
    let (path, w) = (format!("/bao-cao/{id}"), &member.words().report);
    Ok(match refused(acts::report::bound::quote(&member.ctx, id, freeze).await)? {
        Ok(()) => done(member.site(), &path, w.bound, None),
        Err(QuoteRefusal::OtherFigures) => {
            told(member.site(), &path, NoticeKind::Warn, w.other_figures, None)
        }
    })
}

async fn issue(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: ReportId = parsed(&id)?;
    let path = format!("/bao-cao/{id}");
    let typed = posted.get("ngay");
    let warn = |text: &str| told(member.site(), &path, NoticeKind::Warn, text, None);
    let day = match lang::date_in::date(typed) {
        Ok(day) => day,
        Err(refusal) => return Ok(warn(&date_sentence(refusal, typed, member.lang()))),
    };
    let (door, at) = (door(&member), local_time(member.ctx.app.now()));
    let ctx = member.ctx.clone();
    let issued = crate::web::answer::apart(move || async move {
        acts::report::issue::issue(&ctx, id, day, move |ready| paper::made(ready, &door, at)).await
    });
    match refused(issued.await?)? {
        Ok((_, number)) => Ok(done(member.site(), &path, &member.words().report.issued(number), None)),
        Err(refusal) => Ok(warn(&obstacle(&refusal, member.lang()))),
    }
}

async fn term_form(member: &Member, posted: &Posted, refusals: &Refusals) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().report);
    let unit = member.some_unit().await?;
    let known: Vec<String> = acts::report::issue::terms(&member.ctx, unit)
        .await?
        .iter()
        .map(|term| format!("{} ({})", term.name, lang::date::short(term.from, lang)))
        .collect();
    let fields = vec![
        Field::text(lang, "ten", w.term_name).hint(w.term_hint),
        Field::date(lang, "tu", w.term_from),
        Field::date(lang, "den", w.term_to),
        Field::text(lang, "nguon", member.words().programme.source).optional(),
    ];
    let mut page = form(member, w.add_term, "/bao-cao/nhiem-ky", fields, posted, refusals).await?;
    page.intro = known.join("; ");
    Ok(page)
}

async fn ask_term(member: Member) -> Answer {
    page(&term_form(&member, &Posted::default(), &Refusals::new()).await?)
}

async fn add_term(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let mut refusals = Refusals::new();
    let mut date = |name: &'static str| -> Option<Date> {
        let typed = posted.get(name);
        match lang::date_in::date(typed) {
            Ok(day) => Some(day),
            Err(refusal) => {
                refusals.push((name, date_sentence(refusal, typed, member.lang())));
                None
            }
        }
    };
    let (Some(from), Some(until)) = (date("tu"), date("den")) else {
        return again(&term_form(&member, &posted, &refusals).await?);
    };
    let term = acts::report::Term {
        name: posted.get("ten").to_owned(),
        from,
        to: until.tomorrow().unwrap_or(until),
        source: posted.get("nguon").to_owned(),
    };
    let name = term.name.clone();
    match refused(acts::report::issue::add_term(&member.ctx, unit, term).await)? {
        Ok(()) => Ok(done(member.site(), "/bao-cao", &member.words().programme.registered(name), None)),
        Err(refusal) => {
            let refusal = match refusal {
                TermRefusal::NameMissing => ("ten", member.words().programme.name_needed.to_owned()),
                TermRefusal::Backwards | TermRefusal::Meets => {
                    ("ten", member.words().report.term_wrong.to_owned())
                }
            };
            again(&term_form(&member, &posted, &vec![refusal]).await?)
        }
    }
}
