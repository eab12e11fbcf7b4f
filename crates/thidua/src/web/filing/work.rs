//! Việc của tôi: filings due, filings to decide on, reminders, and where one wants letters.
//!
//! Not here: what counts as work (`acts::notice`).

use acts::notice::{AddressRefusal, Told, ToldLaunch, Waiting};
use axum::Router;
use axum::routing::get;
use domain::notice::{NoticeKind, Topic};

use super::page::{Item, List, ListPage};
use super::{desk_address, item, recent, told};
use crate::web::answer::{Answer, again, done, page, refused};
use crate::web::assets::icon;
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Blank, Field, FormPage, Tag};
use crate::web::posted::Posted;
use crate::web::site::Site;
use crate::web::visit::{Member, moment};

pub(super) fn routes() -> Router<Site> {
    Router::new().route("/viec", get(show)).route("/viec/thu", get(ask).post(set))
}

async fn show(member: Member) -> Answer {
    let words = member.words();
    let w = &words.filing;
    let work = acts::notice::work(&member.ctx, &recent(member.today())).await?;
    let unit = member.unit().await?;
    let f = member.frame(w.work_heading, Place::Work, unit).await?;
    let file = work.to_file.iter().map(|(unit, task)| Item {
        note: format!("{unit} · {}", item(&member, task).note),
        ..item(&member, task)
    });
    let lists = [
        (w.work_to_decide, work.to_decide.iter().map(|one| waiting(&member, one)).collect::<Vec<_>>()),
        (w.work_to_file, file.collect()),
        (w.work_notices, work.told.iter().map(|one| reminder(&member, one)).collect()),
        (words.launch.notices, work.launches.iter().map(|one| launched(&member, one)).collect()),
    ];
    let lists: Vec<List> = lists
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(heading, items)| List { heading: heading.to_owned(), items })
        .collect();
    let blank = lists.is_empty().then(|| Blank {
        icon: icon("checkbox"),
        title: w.work_none_title.to_owned(),
        text: w.work_none_text.to_owned(),
        way: None,
    });
    page(&ListPage {
        f,
        intro: w.work_sub.to_owned(),
        actions: vec![Link::to(w.letters, "/viec/thu")],
        lists,
        blank,
    })
}

fn waiting(member: &Member, one: &Waiting) -> Item {
    let (lang, w) = (member.lang(), &member.words().filing);
    let period = lang::period::name(one.about.period, lang);
    let tag = if one.asks {
        Tag::look(w.asks_reopen)
    } else {
        told::tag(domain::filing::Standing::Sent, false, lang)
    };
    Item {
        link: Link::to(format!("{}: {}", one.unit, w.title(&one.form, period)), desk_address(one.about, 1)),
        note: if one.late { w.late_sent.to_owned() } else { String::new() },
        tag,
        due: moment(one.since_ms, lang),
        ..Item::default()
    }
}

fn reminder(member: &Member, one: &Told) -> Item {
    let (lang, w) = (member.lang(), &member.words().filing);
    let about =
        acts::filing::About { form: one.notice.form, unit: one.notice.unit, period: one.notice.period };
    let why = match one.notice.kind {
        NoticeKind::Asked => w.notice_asked(&one.by),
        NoticeKind::Near => w.notice_near.to_owned(),
        NoticeKind::Last => w.notice_last.to_owned(),
        NoticeKind::Overdue => w.notice_overdue.to_owned(),
    };
    let period = lang::period::name(one.notice.period, lang);
    Item {
        link: Link::to(format!("{}: {}", one.unit, w.title(&one.form, period)), desk_address(about, 1)),
        note: format!("{why} {} {}", w.due, lang::date::short(one.notice.due, lang)),
        tag: Tag::default(),
        due: moment(one.notice.at_ms, lang),
        ..Item::default()
    }
}

/// A reminder under a programme, leading to its board.
fn launched(member: &Member, one: &ToldLaunch) -> Item {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.launch;
    let why = match one.notice.topic {
        Topic::Receipt => w.notice_receipt,
        Topic::Plan => w.notice_plan,
        Topic::Task => w.notice_task,
    };
    let mut note =
        if one.by.is_empty() { String::new() } else { format!("{} ", words.filing.notice_asked(&one.by)) };
    note.push_str(why);
    if !one.task.is_empty() {
        note.push(' ');
        note.push_str(&one.task);
    }
    if let Some(due) = one.notice.due {
        note = format!("{note} {} {}", w.due, lang::date::short(due, lang));
    }
    let place = address(
        &format!("/chuong-trinh/{}", one.notice.programme),
        &[("don-vi", &one.notice.unit.to_string())],
    );
    Item {
        link: Link::to(format!("{}: {}", one.unit, one.programme), place),
        note,
        tag: match one.notice.kind {
            NoticeKind::Overdue => Tag::wrong(words.filing.late),
            NoticeKind::Asked | NoticeKind::Near | NoticeKind::Last => Tag::default(),
        },
        due: moment(one.notice.at_ms, lang),
        ..Item::default()
    }
}

async fn drawn(member: &Member, value: String, error: &str) -> Result<FormPage, crate::web::answer::Failure> {
    let (lang, w) = (member.lang(), &member.words().filing);
    let unit = member.unit().await?;
    let mut f = member.frame(w.letters, Place::Work, unit).await?;
    f.crumbs = vec![Link::to(w.work_heading, "/viec"), Link::here(w.letters)];
    let field = Field::text(lang, "dia-chi", w.letters_address)
        .hint(w.letters_hint)
        .value(value)
        .error(error)
        .optional()
        .fill("email");
    Ok(FormPage::new(f, "/viec/thu", w.letters_save, vec![field]))
}

async fn ask(member: Member) -> Answer {
    let work = acts::notice::work(&member.ctx, &[]).await?;
    page(&drawn(&member, work.address, "").await?)
}

async fn set(member: Member, posted: Posted) -> Answer {
    let w = &member.words().filing;
    let typed = posted.get("dia-chi");
    match refused(acts::notice::set_address(&member.ctx, typed).await)? {
        Ok(()) => Ok(done(member.site(), "/viec", w.letters_done, None)),
        Err(AddressRefusal::Form) => again(&drawn(&member, typed.to_owned(), w.letters_form).await?),
    }
}
