//! Soạn báo cáo: the list, one report with its parts and figures, its files, the register of outgoing papers.
//!
//! Not here: rules and permissions (`acts::report`), the forms (`forms`), the paper (`paper`).

mod forms;
pub mod page;
pub mod paper;

use acts::freeze::Freeze;
use acts::report::cited::{Cited, Standing};
use acts::report::issue::{self, IssueRefusal};
use acts::report::offer::Offer as Offered;
use acts::report::{Edition as Issued, View};
use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use domain::id::{ParagraphId, ReportId};
use domain::report::{Role, pieces};
use lang::Lang;
use lang::style::Style;
use lang::words::label::Label;

pub(crate) use self::forms::usual_style;
use self::page::{
    Change, Edition, Figure, HistoryPage, ListPage, Offer, Paragraph, Part, Piece, ReportPage, Row, Version,
};
use self::paper::Door;
use super::answer::{Answer, Failure, file, page, to};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::freeze;
use super::parts::{Blank, Choice, Tag};
use super::site::Site;
use super::visit::{Member, local_time, moment};

/// The media type of Word files.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/bao-cao", get(list))
        .route("/bao-cao/so-van-ban", get(register))
        .route("/bao-cao/{id}", get(report))
        .route("/bao-cao/{id}/nhap.docx", get(draft))
        .route("/bao-cao/{id}/so", get(figures))
        .route("/bao-cao/{id}/so/{number}", get(figure))
        .route("/bao-cao/{id}/doan/{paragraph}", get(history))
        .route("/bao-cao/{id}/ban/{edition}/{which}", get(handed))
        .merge(forms::routes())
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::Missing)
}

/// What the QR code of a paper leads to: the address that was set. What a browser says it asked for is no matter of a
/// paper that is signed: whoever sends another `Host` would print it on the sheet.
fn door(member: &Member) -> Door {
    Door { origin: member.site().settings.origin.clone() }
}

fn tabs(lang: Lang, here: usize) -> Vec<Link> {
    let w = &lang.words().report;
    [(w.heading, "/bao-cao"), (w.register, "/bao-cao/so-van-ban"), (w.terms, "/bao-cao/nhiem-ky")]
        .into_iter()
        .enumerate()
        .map(|(place, (text, href))| Link { here: place == here, ..Link::to(text, href) })
        .collect()
}

fn blank(title: &str, text: &str) -> Blank {
    Blank { icon: icon("inbox"), title: title.to_owned(), text: text.to_owned(), way: None }
}

async fn list(member: Member) -> Answer {
    let (lang, w) = (member.lang(), &member.words().report);
    let unit = member.unit().await?;
    let reports = match unit {
        Some(unit) => acts::report::list(&member.ctx, unit).await?,
        None => Vec::new(),
    };
    let rows: Vec<Row> = reports
        .iter()
        .map(|one| Row {
            link: Link::to(
                format!("{}: {}", one.report.kind.label(lang), one.report.subject),
                format!("/bao-cao/{}", one.report.id),
            ),
            unit: one.unit_name.clone(),
            period: lang::period::heading(one.report.period, lang),
            standing: one.issued.as_ref().map_or_else(|| w.writing.to_owned(), |(_, number)| number.clone()),
        })
        .collect();
    page(&ListPage {
        f: member.frame(w.heading, Place::Reports, unit).await?,
        register: false,
        tabs: tabs(lang, 0),
        begin: if member.may.enter { Link::to(w.begin, "/bao-cao/moi") } else { Link::default() },
        heads: vec![w.name, w.unit, w.period, w.standing],
        blank: rows.is_empty().then(|| blank(w.none_title, w.none_text)),
        rows,
    })
}

async fn register(member: Member) -> Answer {
    let (lang, w) = (member.lang(), &member.words().report);
    let unit = member.unit().await?;
    let lines = match unit {
        Some(unit) => issue::outgoing(&member.ctx, unit).await?,
        None => Vec::new(),
    };
    let rows: Vec<Row> = lines
        .iter()
        .map(|(line, by)| Row {
            link: Link::to(
                format!("{} · {}", line.numbered, line.subject),
                line.report.map(|(report, _)| format!("/bao-cao/{report}")).unwrap_or_default(),
            ),
            unit: lang::date::short(line.day, lang),
            period: line.cycle.clone(),
            standing: by.clone(),
        })
        .collect();
    page(&ListPage {
        f: member.frame(w.register, Place::Reports, unit).await?,
        register: true,
        tabs: tabs(lang, 1),
        begin: Link::default(),
        heads: vec![w.number, w.day, w.cycle, w.by],
        blank: rows.is_empty().then(|| blank(w.register, w.register_empty)),
        rows,
    })
}

/// What was refused of a paragraph: the part, the paragraph where it is an old one, the sentence, what was typed.
#[derive(Default)]
pub(super) struct Refused {
    part: i64,
    paragraph: Option<ParagraphId>,
    sentence: String,
    typed: String,
}

async fn report(member: Member, Path(id): Path<String>) -> Answer {
    page(&drawn(&member, parsed(&id)?, &Refused::default()).await?)
}

pub(super) async fn drawn(member: &Member, id: ReportId, refused: &Refused) -> Result<ReportPage, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.report;
    let view = acts::report::view(&member.ctx, id).await?;
    let offers = if view.may_write { acts::report::offer::list(&member.ctx, id).await? } else { Vec::new() };
    let cited = acts::report::cited::check(&member.ctx, id).await?;
    let ready = issue::draft(&member.ctx, id).await?;
    let obstacle = match issue::check(&ready, member.today(), view.editions.first()) {
        Ok(()) => String::new(),
        Err(refusal) => obstacle(&refusal, lang),
    };
    let freezes = freezes(member, &view).await?;
    let path = format!("/bao-cao/{id}");
    let mut f = member.frame(&view.report.subject, Place::Reports, member.unit().await?).await?;
    f.crumbs = vec![Link::to(w.heading, "/bao-cao"), Link::here(view.report.subject.as_str())];
    f.refused = !refused.sentence.is_empty();
    let subtitle = [
        view.report.kind.label(lang).to_owned(),
        view.unit_name.clone(),
        lang::period::name(view.report.period, lang),
        view.report.form.label(lang).to_owned(),
    ];
    Ok(ReportPage {
        subtitle: subtitle.join(" · "),
        standing: quoted(&view, &freezes, lang),
        freezes: choices(&freezes, lang),
        freeze: view.report.freeze.map(domain::id::print).unwrap_or_default(),
        parts: parts(&view, &offers, refused, lang),
        figures: figures_of(&view, lang),
        citations: cited.iter().map(|one| citation(one, lang)).collect(),
        obstacle,
        editions: editions(&view, &freezes, lang)?,
        may_write: view.may_write,
        may_issue: view.may_issue,
        today: lang::date::short(member.today(), lang),
        path,
        f,
    })
}

/// The freezes that a report may quote, newest first.
async fn freezes(member: &Member, view: &View) -> Result<Vec<Freeze>, Failure> {
    let listed = acts::freeze::list(&member.ctx, view.report.unit, None).await?;
    let mut freezes: Vec<Freeze> = listed
        .into_iter()
        .map(|one| one.freeze)
        .filter(|freeze| freeze.range.contains(view.report.period))
        .collect();
    freezes.sort_by_key(|freeze| std::cmp::Reverse(freeze.at_ms));
    Ok(freezes)
}

/// Which figures a report quotes, and whether there are newer ones.
fn quoted(view: &View, freezes: &[Freeze], lang: Lang) -> Tag {
    let w = &lang.words().report;
    let of = view.report.freeze.and_then(|id| freezes.iter().find(|freeze| freeze.id.0 == id));
    match (of, freezes.first()) {
        (None, _) => Tag::look(w.live),
        (Some(of), Some(newest)) if newest.id != of.id => Tag::look(w.newer(newest.number)),
        (Some(of), _) => Tag::done(w.frozen(of.number)),
    }
}

fn choices(freezes: &[Freeze], lang: Lang) -> Vec<Choice> {
    let w = &lang.words().report;
    let mut choices = vec![Choice::new("", w.live)];
    choices.extend(freezes.iter().map(|freeze| {
        let text = format!("{} · {}", w.frozen(freeze.number), moment(freeze.at_ms, lang));
        Choice::new(freeze.id.to_string(), text)
    }));
    choices
}

/// The sentence for what stands in the way of issuing.
pub(super) fn obstacle(refusal: &IssueRefusal, lang: Lang) -> String {
    let words = lang.words();
    let w = &words.report;
    match refusal {
        IssueRefusal::PartEmpty { heading } => w.part_empty(heading),
        IssueRefusal::NotReported { names } => w.silent(names.join(", ")),
        IssueRefusal::PaperBare => w.paper_bare.to_owned(),
        IssueRefusal::NoTerm => w.no_term.to_owned(),
        IssueRefusal::NothingNew => w.nothing_new.to_owned(),
        IssueRefusal::Day => w.bad_day.to_owned(),
        IssueRefusal::NotMade | IssueRefusal::File(_) => w.not_made.to_owned(),
    }
}

/// The number of each heading as it will stand on paper.
fn numbers(depths: impl Iterator<Item = u8>) -> Vec<String> {
    let (mut first, mut second, mut third) = (0_i8, 0, 0_u8);
    depths
        .map(|depth| match depth {
            1 => {
                (first, second, third) = (first.saturating_add(1), 0, 0);
                lang::date::roman(first)
            }
            2 => {
                (second, third) = (second + 1, 0);
                second.to_string()
            }
            _ => {
                third = third.saturating_add(1);
                char::from(b'a'.saturating_add(third.saturating_sub(1))).to_string()
            }
        })
        .collect()
}

fn parts(view: &View, offers: &[Offered], refused: &Refused, lang: Lang) -> Vec<Part> {
    let w = &lang.words().report;
    let numbers = numbers(view.parts.iter().map(|(_, part)| part.depth));
    let mut offered: Vec<Role> = Vec::new();
    let drawn = view.parts.iter().zip(numbers).map(|((place, part), number)| {
        // The same offers under every heading of a role would drown the page: the first one has them.
        let first = !offered.contains(&part.role);
        offered.push(part.role);
        let fits = offers.iter().filter(|one| first && one.role == part.role && part.role != Role::Frame);
        let offers: Vec<Offer> = fits
            .map(|one| Offer {
                words: one.words.clone(),
                source: one.source.clone(),
                document: one.document.map(|id| id.to_string()).unwrap_or_default(),
            })
            .collect();
        let here = refused.part == *place && refused.paragraph.is_none();
        Part {
            place: *place,
            number,
            heading: part.heading.clone(),
            large: part.depth == 1,
            hint: part.hint.clone(),
            must: part.role.obligatory(),
            paragraphs: view
                .paragraphs
                .iter()
                .filter(|one| one.part == *place)
                .map(|one| paragraph(view, one, refused, lang))
                .collect(),
            offers_told: w.offers(offers.len()),
            offers,
            error: if here { refused.sentence.clone() } else { String::new() },
            typed: if here { refused.typed.clone() } else { String::new() },
            takes: part.role != Role::Frame || !part.hint.is_empty(),
        }
    });
    drawn.collect()
}

fn paragraph(view: &View, one: &acts::report::Paragraph, refused: &Refused, lang: Lang) -> Paragraph {
    let style = Style::from_code(&view.report.style);
    let id = view.report.id;
    let piece = |piece| match piece {
        domain::report::Piece::Text(words) => Piece { text: style.words(words), href: String::new() },
        domain::report::Piece::Figure(name) => {
            let bound = view.figures.iter().find(|bound| bound.figure.name == name);
            let text = bound.filter(|bound| bound.told()).map(|bound| paper::printed(bound, style));
            Piece {
                text: text.unwrap_or_else(|| format!("{{{{{name}}}}}")),
                href: bound
                    .map(|bound| format!("/bao-cao/{id}/so/{}", bound.figure.number))
                    .unwrap_or_default(),
            }
        }
    };
    let by = view.people.get(&one.account).map(String::as_str).unwrap_or_default();
    let here = refused.paragraph == Some(one.id);
    Paragraph {
        id: one.id.to_string(),
        version: one.version,
        content: if here { refused.typed.clone() } else { one.content.clone() },
        pieces: pieces(&one.content).into_iter().map(piece).collect(),
        source: one.source.clone(),
        saved: lang.words().report.version(one.version, by, moment(one.at_ms, lang)),
        history: format!("/bao-cao/{id}/doan/{}", one.id),
        error: if here { refused.sentence.clone() } else { String::new() },
    }
}

fn figures_of(view: &View, lang: Lang) -> Vec<Figure> {
    let w = &lang.words().report;
    let figure = |bound: &acts::report::bound::Bound| {
        let detail = paper::breakdown(&bound.breakdown);
        let told = bound.told().then(|| paper::printed(bound, Style::default()));
        Figure {
            name: bound.figure.name.clone(),
            label: [bound.name.as_str(), detail.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            value: Link::to(
                told.unwrap_or_else(|| w.not_reported.to_owned()),
                format!("/bao-cao/{}/so/{}", view.report.id, bound.figure.number),
            ),
        }
    };
    view.figures.iter().map(figure).collect()
}

fn citation(cited: &Cited, lang: Lang) -> (String, Tag) {
    let w = &lang.words().report;
    let tag = match &cited.standing {
        Standing::InForce => Tag::done(w.in_force),
        Standing::Replaced { by } => Tag::look(w.replaced(by.join(", "))),
        Standing::Followed { by } => Tag::look(w.followed(by.join(", "))),
        Standing::Ended { on } => Tag::look(w.ended(lang::date::short(*on, lang))),
        Standing::Unknown => Tag::wrong(w.unknown),
    };
    (cited.words.clone(), tag)
}

/// Where a changed figure is told apart down to the last unit: from the freeze that the edition before quotes to the one
/// that this quotes, or to now. Empty where the edition before quotes none.
fn why_changed(
    view: &View,
    freezes: &[Freeze],
    editions: (&Issued, Option<&Issued>),
    figures: &[String],
) -> String {
    let (this, before) = editions;
    let found = |id: Option<i64>| freezes.iter().find(|freeze| Some(freeze.id.0) == id);
    let Some(from) = before.and_then(|before| found(before.freeze)) else { return String::new() };
    let to = found(this.freeze);
    let named = view.figures.iter().find(|one| figures.contains(&one.figure.name));
    let (Some(bound), true) = (named, to.is_none_or(|to| to.range == from.range)) else {
        return String::new();
    };
    let to = to.map(|to| to.number.to_string()).unwrap_or_default();
    let slot = bound.figure.slot.0.to_string();
    let base = freeze::why_address(from.unit, from.range, from.number);
    let rest = address("", &[("voi", &to), ("so", &slot)]);
    format!("{base}&{}#phan", rest.trim_start_matches('?'))
}

fn editions(view: &View, freezes: &[Freeze], lang: Lang) -> Result<Vec<Edition>, Failure> {
    let w = &lang.words().report;
    let mut drawn = Vec::with_capacity(view.editions.len());
    for (at, one) in view.editions.iter().enumerate() {
        let before = view.editions.get(at + 1);
        let path = format!("/bao-cao/{}/ban/{}", view.report.id, one.edition);
        let mut files = vec![Link::to("Word", format!("{path}/word"))];
        if one.pdf.is_some() {
            files.push(Link::to("PDF", format!("{path}/pdf")));
        }
        if one.xlsx.is_some() {
            files.push(Link::to(w.tables, format!("{path}/bang")));
        }
        let changes = issue::changes_of(one)?;
        let why = |why: &str| if why.is_empty() { w.typed_anew.to_owned() } else { why.to_owned() };
        drawn.push(Edition {
            told: w.edition(one.edition, &one.numbered, lang::date::short(one.day, lang)),
            by: view.people.get(&one.account).cloned().unwrap_or_default(),
            files,
            changes: changes
                .into_iter()
                .map(|change| Change {
                    way: why_changed(view, freezes, (one, before), &change.figures),
                    before: change.before,
                    after: change.after,
                    why: why(&change.why),
                })
                .collect(),
        });
    }
    Ok(drawn)
}

async fn draft(member: Member, Path(id): Path<String>) -> Answer {
    let ready = issue::draft(&member.ctx, parsed(&id)?).await?;
    let made = local_time(member.ctx.app.now());
    let paper = paper::paper(&ready, &door(&member), made);
    let bytes = office::letter::write(&paper).map_err(|fault| Failure::fault(&fault))?;
    Ok(file("bao-cao-nhap.docx", DOCX, bytes))
}

/// All figures of a report: its page has them beside the text.
async fn figures(member: Member, Path(id): Path<String>) -> Answer {
    let id: ReportId = parsed(&id)?;
    acts::report::view(&member.ctx, id).await?;
    Ok(to(&format!("/bao-cao/{id}#h-so")))
}

/// The evidence of one figure: the drawer of the totals, in the report's unit and stretch.
async fn figure(member: Member, Path((id, number)): Path<(String, i64)>) -> Answer {
    let (figure, report) = acts::report::bound::find(&member.ctx, parsed(&id)?, number).await?;
    let (unit, period) = (figure.unit.to_string(), report.period.to_string());
    let opened = format!("{unit}.{}", figure.slot.0);
    let pairs = [("don-vi", unit.as_str()), ("tu", &period), ("den", &period), ("o", &opened)];
    Ok(to(&address("/tong-hop", &pairs)))
}

async fn history(member: Member, Path((id, paragraph)): Path<(String, String)>) -> Answer {
    let (id, paragraph): (ReportId, ParagraphId) = (parsed(&id)?, parsed(&paragraph)?);
    let versions = acts::report::text::history(&member.ctx, id, paragraph).await?;
    let (lang, w) = (member.lang(), &member.words().report);
    let mut f = member.frame(w.history, Place::Reports, member.unit().await?).await?;
    f.crumbs = vec![
        Link::to(w.heading, "/bao-cao"),
        Link::to(w.text, format!("/bao-cao/{id}#d-{paragraph}")),
        Link::here(w.history),
    ];
    let version = |(one, by): &(acts::report::Paragraph, String)| Version {
        told: w.version(one.version, by, moment(one.at_ms, lang)),
        content: one.content.clone(),
        source: one.source.clone(),
    };
    page(&HistoryPage { f, versions: versions.iter().map(version).collect() })
}

async fn handed(member: Member, Path((id, edition, which)): Path<(String, i64, String)>) -> Answer {
    let (paper, media) = match which.as_str() {
        "word" => (issue::Paper::Word, DOCX),
        "pdf" => (issue::Paper::Pdf, "application/pdf"),
        "bang" => (issue::Paper::Tables, super::answer::XLSX),
        _ => return Err(Failure::Missing),
    };
    let handed = issue::file(&member.ctx, parsed(&id)?, edition, paper).await?;
    Ok(file(&handed.name, media, handed.content))
}
