//! The pages of councils: the meetings, one meeting.
//!
//! Not here: what they show (`acts::council`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Choice, Tag};

/// A meeting in the list.
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    /// Where it opens.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// Its day and ballot.
    pub note: String,
    /// Whether it is open.
    pub tag: Tag,
}

/// Hội đồng.
#[derive(Template)]
#[template(path = "council/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// When there is nothing.
    pub blank: Option<Blank>,
    /// The meetings.
    pub meetings: Vec<Meeting>,
}

/// A case before the council.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Where the case opens.
    pub href: String,
    /// The name.
    pub name: String,
    /// The form and who proposes.
    pub note: String,
    /// The achievement.
    pub achievement: String,
    /// The share that the rules ask for.
    pub share: String,
    /// How many voices it needs of all members.
    pub need: String,
    /// How many voted, or what was counted.
    pub lines: Vec<String>,
    /// Why one may not vote; empty when one may.
    pub conflict: String,
    /// Members whose written answers may be entered here.
    pub written: Vec<Choice>,
    /// Whether one votes here.
    pub votes: bool,
    /// One's own vote, by its code.
    pub mine: String,
}

/// A member.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// The name.
    pub text: String,
    /// The post.
    pub note: String,
    /// How the member takes part.
    pub when: String,
}

/// Một phiên họp.
#[derive(Template)]
#[template(path = "council/one.html")]
pub struct OnePage {
    /// The frame.
    pub f: Frame,
    /// The day and the ballot.
    pub subtitle: String,
    /// Whether it is open.
    pub tag: Tag,
    /// Why something was refused.
    pub problem: String,
    /// The cases.
    pub items: Vec<Item>,
    /// The three answers.
    pub choices: Vec<Choice>,
    /// Its address.
    pub base: String,
    /// Whether one keeps the attendance.
    pub keeps: bool,
    /// Every member, to say how somebody takes part.
    pub people: Vec<Choice>,
    /// How somebody may take part.
    pub hows: Vec<Choice>,
    /// How many take part how.
    pub minutes: String,
    /// The minutes, once closed.
    pub files: Vec<Link>,
    /// Whether one may close it.
    pub may_close: bool,
    /// The members.
    pub members: Vec<Person>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::frame::Place;
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().nomination;
    let item = |id: &str, conflict: &str| Item {
        id: id.to_owned(),
        href: "/khen-thuong/1".to_owned(),
        name: "Nguyễn Hoàng Phương Thảo Nguyên".to_owned(),
        note: "Giấy khen · Chi bộ Ban Quản lý Khu kinh tế".to_owned(),
        achievement: "Học tập và làm theo Bác".to_owned(),
        share: w.share(80, "Điều 7"),
        need: w.needed(8, 9),
        written: vec![Choice::new("7", "Lê Văn Lam")],
        lines: vec![w.voices(3, 9)],
        conflict: conflict.to_owned(),
        votes: conflict.is_empty(),
        mine: "agree".to_owned(),
    };
    let one = OnePage {
        f: frame(lang, "Hội đồng Thi đua - Khen thưởng", Place::Councils),
        subtitle: format!("15/5/2024 · {}", w.secret),
        tag: Tag::waiting(w.voting),
        problem: w.vote_picked.to_owned(),
        items: vec![item("1", ""), item("2", &w.step_back_why("người nhà"))],
        choices: vec![Choice::new("agree", "Đồng ý"), Choice::new("blank", "Phiếu trắng")],
        base: "/hoi-dong/1".to_owned(),
        keeps: true,
        people: vec![Choice::new("7", "Lê Văn Lam")],
        hows: vec![Choice::new("present", "có mặt")],
        minutes: w.attendance(9, 8, 1, 0),
        files: vec![Link::to("PDF", "/hoi-dong/1/bien-ban.pdf")],
        may_close: true,
        members: vec![Person {
            text: "Đỗ Hương Giang".to_owned(),
            note: w.chair.to_owned(),
            when: String::new(),
        }],
    };
    let list = |meetings: Vec<Meeting>| ListPage {
        f: frame(lang, w.councils, Place::Councils),
        blank: meetings.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("users-group"),
            title: w.no_council_title.to_owned(),
            text: w.no_council_text.to_owned(),
            way: None,
        }),
        meetings,
    };
    let meeting = Meeting {
        href: "/hoi-dong/1".to_owned(),
        title: "Hội đồng".to_owned(),
        note: "15/5/2024".to_owned(),
        tag: Tag::done(w.closed),
    };
    vec![
        Sample::new("council-one", &one),
        Sample::new("council-list", &list(vec![meeting])),
        Sample::new("council-empty", &list(Vec::new())),
    ]
}
