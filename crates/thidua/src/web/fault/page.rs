//! Pages of what went wrong, and of help.
//!
//! Not here: deciding what went wrong (`web::fault`).

use askama::Template;

use crate::web::frame::{Frame, Link};

/// Something went wrong, or is not there.
#[derive(Template)]
#[template(path = "fault/fault.html")]
pub struct FaultPage {
    /// The frame; its title is the heading.
    pub f: Frame,
    /// The drawing.
    pub icon: String,
    /// What it means and what to do.
    pub text: String,
    /// Ways on.
    pub ways: Vec<Link>,
}

/// Trợ giúp.
#[derive(Template)]
#[template(path = "fault/help.html")]
pub struct HelpPage {
    /// The frame.
    pub f: Frame,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    let w = lang.words();
    let nowhere = crate::web::frame::Place::Nowhere;
    let page = |f: Frame, text: String| FaultPage {
        f,
        icon: crate::web::assets::icon("cloud-off"),
        text,
        ways: vec![Link::to(w.frame.missing_way, "/")],
    };
    let stranger = Frame::new(lang, w.frame.missing_title);
    let mut noticed = frame(lang, w.help.heading, nowhere);
    noticed.notice = Some(crate::web::frame::Notice {
        kind: crate::web::frame::NoticeKind::Done,
        text: w.import.units_done("10.794"),
        undo: Some("/nhap/1a/hoan-tac".to_owned()),
    });
    noticed.look = crate::web::frame::Look { size: "150", high_contrast: true };
    vec![
        Sample::new("fault-missing", &page(stranger, w.frame.missing_text.to_owned())),
        Sample::new(
            "fault-fault",
            &page(frame(lang, w.frame.fault_title, nowhere), w.frame.fault_text("7K2F")),
        ),
        Sample::new("help", &HelpPage { f: frame(lang, w.help.heading, nowhere) }),
        Sample::new("help-noticed-150-high", &HelpPage { f: noticed }),
    ]
}
