//! Chương trình: directives with their relations, themes, programmes, the catalogue of indicators.
//!
//! Not here: the register itself (`acts::directive`, `acts::programme`, `acts::theme`, `acts::indicator`).

mod forms;
pub mod page;
mod sheet;

use acts::directive::DirectiveView;
use axum::Router;
use axum::routing::get;
use domain::directive::Relation;
use jiff::civil::Date;
use lang::Lang;
use lang::words::label::Label;

use self::page::{Directive, Indicator, Item, List, ProgrammePage, Related};
use super::answer::{Answer, Failure, page};
use super::assets::icon;
use super::encode::address;
use super::frame::{Link, Place};
use super::parts::{Blank, Tag};
use super::site::Site;
use super::spoken;
use super::visit::Member;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/chuong-trinh", get(directives))
        .route("/chuong-trinh/chuyen-de", get(themes))
        .route("/chuong-trinh/chi-tieu", get(catalogue))
        .merge(sheet::routes())
        .merge(forms::routes())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Directives,
    Themes,
    Catalogue,
}

async fn bare(member: &Member, tab: Tab) -> Result<ProgrammePage, Failure> {
    let words = member.words();
    let unit = member.unit().await?;
    let w = &words.programme;
    let link = |of: Tab, text: &str, href: &str| Link { here: of == tab, ..Link::to(text, href) };
    let mut actions = Vec::new();
    if member.may.manage {
        match tab {
            Tab::Directives => actions.push(Link::to(w.add_directive, "/chuong-trinh/van-ban/ghi")),
            Tab::Themes => {
                actions.push(Link::to(w.add_theme, "/chuong-trinh/chuyen-de/ghi"));
                actions.push(Link::to(w.add_programme, "/chuong-trinh/ghi"));
            }
            Tab::Catalogue => {}
        }
    }
    Ok(ProgrammePage {
        f: member.frame(w.heading, Place::Programmes, unit).await?,
        actions,
        tabs: vec![
            link(Tab::Directives, w.directives, "/chuong-trinh"),
            link(Tab::Themes, w.themes_and_programmes, "/chuong-trinh/chuyen-de"),
            link(Tab::Catalogue, w.indicators, "/chuong-trinh/chi-tieu"),
        ],
        directives: Vec::new(),
        lists: Vec::new(),
        indicators: Vec::new(),
        indicators_note: String::new(),
        blank: None,
    })
}

fn blank(title: &str, text: &str) -> Blank {
    Blank { icon: icon("flag"), title: title.to_owned(), text: text.to_owned(), way: None }
}

async fn directives(member: Member) -> Answer {
    page(&drawn_directives(&member).await?)
}

async fn drawn_directives(member: &Member) -> Result<ProgrammePage, Failure> {
    let mut drawn = bare(member, Tab::Directives).await?;
    "/chuong-trinh.xlsx".clone_into(&mut drawn.f.excel);
    let mut views = acts::directive::list(&member.ctx).await?;
    views.sort_by_key(|view| std::cmp::Reverse(view.directive.issued));
    let today = member.today();
    drawn.directives = views.iter().map(|view| directive(view, member.lang(), today)).collect();
    let w = &member.words().programme;
    drawn.blank = views.is_empty().then(|| blank(w.none_title, w.none_text));
    Ok(drawn)
}

fn directive(view: &DirectiveView, lang: Lang, today: Date) -> Directive {
    let words = &lang.words().programme;
    let of = &view.directive;
    let ended = of.valid_to.is_some_and(|day| day <= today);
    let tag = if ended { Tag::plain(words.ended) } else { Tag::done(words.in_force) };
    let mut source = of.source.clone();
    if !of.verified {
        source = if source.is_empty() {
            words.unverified.to_owned()
        } else {
            format!("{source} · {}", words.unverified)
        };
    }
    Directive {
        anchor: format!("v-{}", of.id),
        cited: of.cited(),
        tag,
        subject: of.subject.clone(),
        source,
        issued: of
            .issued
            .map_or_else(|| lang.words().common.dash.to_owned(), |day| lang::date::short(day, lang)),
        issuer: of.issuer.clone(),
        relations: view
            .relations
            .iter()
            .map(|row| Related {
                word: if row.other_is_newer {
                    backwards(row.relation, lang).to_owned()
                } else {
                    row.relation.label(lang).to_owned()
                },
                link: Link::to(&row.cited, format!("#v-{}", row.other)),
            })
            .collect(),
    }
}

/// A relation told from the older document's side.
fn backwards(relation: Relation, lang: Lang) -> &'static str {
    let words = &lang.words().programme;
    match relation {
        Relation::Continues => words.continued_by,
        Relation::Replaces => words.replaced_by,
        Relation::Amends => words.amended_by,
        Relation::Guides => words.guided_by,
    }
}

async fn themes(member: Member) -> Answer {
    page(&drawn_themes(&member).await?)
}

async fn drawn_themes(member: &Member) -> Result<ProgrammePage, Failure> {
    let mut drawn = bare(member, Tab::Themes).await?;
    let (lang, words) = (member.lang(), member.words());
    let Some(unit) = member.unit().await? else {
        drawn.blank = Some(super::unit::nothing(member));
        drawn.actions.clear();
        return Ok(drawn);
    };
    drawn.f.excel = address("/chuong-trinh/chuyen-de.xlsx", &[("don-vi", &unit.to_string())]);
    let programmes = acts::programme::list(&member.ctx, unit).await?;
    let themes = acts::theme::list(&member.ctx, unit).await?;
    let of_programmes = programmes.iter().map(|row| Item {
        name: row.programme.name.clone(),
        href: format!("/chuong-trinh/{}", row.programme.id),
        note: [
            lang::period::heading(row.programme.period, lang),
            row.unit_name.clone(),
            row.cited.clone().unwrap_or_default(),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · "),
    });
    let of_themes = themes.iter().map(|row| Item {
        name: row.theme.title.clone(),
        href: String::new(),
        note: [
            lang::period::heading(row.theme.period, lang),
            row.unit_name.clone(),
            row.theme.source.clone(),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · "),
    });
    let list =
        |heading: &str, items: Vec<Item>| List { heading: heading.to_owned(), note: String::new(), items };
    drawn.lists = [
        list(words.programme.programmes, of_programmes.collect()),
        list(words.programme.themes, of_themes.collect()),
    ]
    .into_iter()
    .filter(|list| !list.items.is_empty())
    .collect();
    let w = &words.programme;
    drawn.blank = drawn.lists.is_empty().then(|| blank(w.no_themes_title, w.no_themes_text));
    Ok(drawn)
}

async fn catalogue(member: Member) -> Answer {
    page(&drawn_catalogue(&member).await?)
}

async fn drawn_catalogue(member: &Member) -> Result<ProgrammePage, Failure> {
    let mut drawn = bare(member, Tab::Catalogue).await?;
    "/chuong-trinh/chi-tieu.xlsx".clone_into(&mut drawn.f.excel);
    let lang = member.lang();
    let catalogue = acts::indicator::catalogue(&member.ctx).await?;
    drawn.indicators_note = member.words().programme.catalogue(catalogue.indicators.len());
    drawn.indicators = catalogue
        .indicators
        .iter()
        .map(|indicator| Indicator {
            code: indicator.code.clone(),
            name: spoken::name(indicator, lang),
            pitfall: indicator.pitfall.clone(),
            measure: spoken::measure(indicator, lang),
            adds: indicator.over_time.label(lang).to_owned(),
            breakdown: spoken::breakdowns(&catalogue, indicator)
                .iter()
                .map(|part| spoken::breakdown(part, lang))
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
        })
        .collect();
    Ok(drawn)
}
