//! The pages of nominations: the list, one case.
//!
//! Not here: what they show (`acts::nomination`).

use askama::Template;

use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Choice, Field, Pager, Tag};

/// A case in the list.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Where it opens.
    pub href: String,
    /// The name.
    pub name: String,
    /// Whom, and who proposes.
    pub note: String,
    /// The form asked for.
    pub form: String,
    /// The round.
    pub round: String,
    /// Whether the dossier is complete.
    pub papers: Tag,
    /// What the record says of the criteria.
    pub criteria: Tag,
    /// What to look at first.
    pub warnings: Vec<Link>,
    /// The votes at the unit.
    pub vote: String,
    /// Where it stands.
    pub tag: Tag,
}

/// Hồ sơ đề nghị.
#[derive(Template)]
#[template(path = "nomination/list.html")]
pub struct ListPage {
    /// The frame.
    pub f: Frame,
    /// What can be begun here; the first one stands out.
    pub actions: Vec<Link>,
    /// The tabs by standing, with counts.
    pub tabs: Vec<Link>,
    /// The standing shown.
    pub stage: String,
    /// The words looked for.
    pub named: String,
    /// Whom cases can be about.
    pub kinds: Vec<Choice>,
    /// Whom the cases shown are about.
    pub kind: String,
    /// The forms of the rounds.
    pub forms: Vec<Choice>,
    /// The form shown.
    pub form: String,
    /// The rounds.
    pub rounds: Vec<Choice>,
    /// The round shown.
    pub round: String,
    /// Why something was refused.
    pub problem: String,
    /// When there is nothing.
    pub blank: Option<Blank>,
    /// Whether cases can be moved in bulk.
    pub may_vet: bool,
    /// Which rows these are.
    pub shown: String,
    /// The cases.
    pub rows: Vec<Row>,
    /// The pages before and after.
    pub pager: Pager,
}

/// A criterion or a paper.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Its short name.
    pub title: String,
    /// What the record says.
    pub tag: Tag,
    /// How much is lacking, or why a person must look.
    pub text: String,
    /// The article and where the facts are written.
    pub source: String,
    /// The files of a paper.
    pub files: Vec<Link>,
}

/// Something that can be done to a case.
#[derive(Clone, Debug)]
pub struct Act {
    /// The end of the address.
    pub id: &'static str,
    /// The words of the button.
    pub text: String,
    /// What it asks.
    pub fields: Vec<Field>,
    /// Whether it stands out.
    pub primary: bool,
}

/// A line with a time.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// What.
    pub text: String,
    /// Why.
    pub note: String,
    /// Who.
    pub who: String,
    /// When.
    pub when: String,
}

/// Một hồ sơ.
#[derive(Template)]
#[template(path = "nomination/one.html")]
pub struct OnePage {
    /// The frame.
    pub f: Frame,
    /// The form, the round, who proposes.
    pub subtitle: String,
    /// Where it stands.
    pub tag: Tag,
    /// Why something was refused.
    pub problem: String,
    /// What to look at first.
    pub warnings: Vec<Link>,
    /// The achievement.
    pub achievement: String,
    /// The vote, the notice, the facts.
    pub lines: Vec<String>,
    /// How many criteria are met, lacking, for a person to look at.
    pub told: String,
    /// The criteria.
    pub findings: Vec<Seen>,
    /// The papers.
    pub papers: Vec<Seen>,
    /// Whether papers can be added.
    pub may_attach: bool,
    /// The fields for one.
    pub paper_fields: Vec<Field>,
    /// Its address.
    pub base: String,
    /// Opinions of other bodies.
    pub opinions: Vec<String>,
    /// What can be done; what stands out comes first.
    pub acts: Vec<Act>,
    /// Where the case goes on: meeting, decision, round.
    pub next: Vec<Link>,
    /// The steps so far.
    pub steps: Vec<Line>,
}

#[cfg(test)]
#[expect(clippy::too_many_lines, reason = "one page after the other")]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = &lang.words().nomination;
    let row = Row {
        id: "1".to_owned(),
        href: "/khen-thuong/1".to_owned(),
        name: "Nguyễn Hoàng Phương Thảo Nguyên".to_owned(),
        note: "Cá nhân · Chi bộ Ban Quản lý Khu kinh tế".to_owned(),
        form: "Giấy khen của ban thường vụ cấp ủy cấp trên cơ sở".to_owned(),
        round: "Sơ kết 3 năm".to_owned(),
        papers: Tag::look(w.papers_short(1)),
        criteria: Tag::look(w.looks(2)),
        warnings: vec![Link::to(w.same_deed, "/quyet-dinh/1"), Link::to(w.vote_low, "")],
        vote: w.vote_of(10, 12),
        tag: Tag::waiting("Chờ Hội đồng"),
    };
    let list = |rows: Vec<Row>, problem: &str| ListPage {
        f: frame(lang, w.heading, crate::web::frame::Place::Nominations),
        actions: vec![Link { here: true, ..Link::to(w.write, "/khen-thuong/de-nghi") }],
        tabs: vec![Link { here: true, ..Link::to(w.all, "/khen-thuong") }],
        stage: String::new(),
        named: String::new(),
        kinds: vec![Choice::new("individual", "Cá nhân")],
        kind: String::new(),
        forms: vec![Choice::new("giay-khen", "Giấy khen")],
        form: "giay-khen".to_owned(),
        rounds: vec![Choice::new("1", "Sơ kết 3 năm")],
        round: String::new(),
        problem: problem.to_owned(),
        blank: rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("award"),
            title: w.none_title.to_owned(),
            text: w.none_text.to_owned(),
            way: None,
        }),
        may_vet: true,
        shown: w.shown(1, rows.len(), rows.len()),
        rows,
        pager: Pager::none(lang),
    };
    let one = OnePage {
        f: frame(lang, "Nguyễn Hoàng Phương Thảo Nguyên", crate::web::frame::Place::Nominations),
        subtitle: "Giấy khen · Sơ kết 3 năm".to_owned(),
        tag: Tag::waiting("Đã đề nghị"),
        problem: w.refused_reason.to_owned(),
        warnings: vec![Link::to(w.same_deed, "/quyet-dinh/1"), Link::to(w.vote_low, "")],
        achievement: "Học tập và làm theo Bác".to_owned(),
        lines: vec![w.vote_of(10, 12)],
        findings: vec![Seen {
            title: "Hoàn thành tốt nhiệm vụ".to_owned(),
            tag: Tag::look(w.looks(1)),
            text: w.lack("số năm", 5, 3),
            source: "Điều 1".to_owned(),
            files: Vec::new(),
        }],
        told: w.counted_findings(1, 0, 1),
        next: vec![Link::to("Sơ kết 3 năm", "/khen-thuong/dot/1")],
        papers: vec![Seen {
            title: "Biên bản".to_owned(),
            tag: Tag::done(w.there),
            files: vec![Link::to("bien-ban.pdf", "/khen-thuong/1/tep/0")],
            ..Seen::default()
        }],
        may_attach: true,
        paper_fields: vec![Field::file(lang, "tep", w.file, ".pdf")],
        base: "/khen-thuong/1".to_owned(),
        opinions: vec![w.unanswered("Cơ quan thuế", "29/5/2024")],
        acts: vec![Act {
            id: "tra-lai",
            text: w.give_back.to_owned(),
            fields: vec![Field::long(lang, "ly-do", w.reason)],
            primary: false,
        }],
        steps: vec![Line {
            text: w.send.to_owned(),
            note: String::new(),
            who: "Lê Thị Hạnh".to_owned(),
            when: "15/5/2024".to_owned(),
        }],
    };
    vec![
        Sample::new("nomination-usual", &list(vec![row], "")),
        Sample::new("nomination-empty", &list(Vec::new(), w.pick_one)),
        Sample::new("nomination-one", &one),
    ]
}
