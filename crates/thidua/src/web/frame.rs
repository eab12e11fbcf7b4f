//! The page's frame: bar, unit switcher, menu, notice, foot. Every page struct carries one.
//!
//! Not here: deciding who may see which item (the handler asks `acts` and fills `may`), and the pages' own content.

use lang::{Lang, Words};

use super::assets;

/// Where in the menu a page stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Tổng quan.
    Overview,
    /// Đơn vị.
    Units,
    /// Chương trình.
    Programmes,
    /// Việc của tôi.
    Work,
    /// Nhập số liệu.
    Entry,
    /// Bảng nộp.
    Board,
    /// Đọc báo cáo.
    Reading,
    /// Tổng hợp số liệu.
    Rollup,
    /// Soạn báo cáo.
    Reports,
    /// Hồ sơ đề nghị.
    Nominations,
    /// Hội đồng.
    Councils,
    /// Quyết định khen thưởng.
    Decisions,
    /// Quy định khen thưởng.
    Awards,
    /// Sổ khen thưởng.
    Register,
    /// Quản trị.
    Admin,
    /// Outside the menu: login, errors, help.
    #[default]
    Nowhere,
}

/// What the menu offers beyond what everybody sees.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one part of the menu is there")]
pub struct May {
    /// Enter figures somewhere.
    pub enter: bool,
    /// Read documents somewhere.
    pub read: bool,
    /// Keep units, accounts or duties somewhere.
    pub manage: bool,
    /// Decide on filings somewhere.
    pub approve: bool,
}

/// How the person wants pages to look; kept in cookies so that the server renders it at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Text size in percent: 100, 115, 130 or 150.
    pub size: &'static str,
    /// High contrast.
    pub high_contrast: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { size: "100", high_contrast: false }
    }
}

/// A link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub text: String,
    /// Its address; empty for the last of the breadcrumbs, which is the page itself.
    pub href: String,
    /// Whether it leads to where one is.
    pub here: bool,
}

impl Link {
    /// A link to somewhere else.
    pub fn to(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), here: false }
    }

    /// The last breadcrumb.
    pub fn here(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: String::new(), here: true }
    }
}

/// The unit one works at, and where one may switch to.
#[derive(Clone, Debug, Default)]
pub struct Working {
    /// Its printed id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name for the head of printed pages, in capitals.
    pub heading: String,
    /// Units to switch to: those above, itself, those below.
    pub choices: Vec<Link>,
}

/// Who is logged in.
#[derive(Clone, Debug, Default)]
pub struct User {
    /// The person's name.
    pub name: String,
    /// Two letters for the round mark.
    pub initials: String,
}

impl User {
    /// The user with the initials of the first and the last part of the name.
    pub fn named(name: &str) -> Self {
        let letter = |part: Option<&str>| part.and_then(|part| part.chars().next());
        let first = letter(name.split_whitespace().next());
        let last = letter(name.split_whitespace().skip(1).last());
        let initials = first.into_iter().chain(last).flat_map(char::to_uppercase).collect();
        Self { name: name.to_owned(), initials }
    }
}

/// The kind of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Done.
    Done,
    /// Look again.
    Warn,
    /// Good to know.
    Told,
}

impl NoticeKind {
    /// The class in the stylesheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "ok",
            Self::Warn => "warn",
            Self::Told => "",
        }
    }
}

/// What just happened, told at the top of the next page.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its kind.
    pub kind: NoticeKind,
    /// The sentence.
    pub text: String,
    /// The address that undoes it, where that is possible.
    pub undo: Option<String>,
}

impl Notice {
    /// Its icon.
    pub fn icon(&self) -> String {
        match self.kind {
            NoticeKind::Done => assets::icon("check"),
            NoticeKind::Warn => assets::icon("alert-triangle"),
            NoticeKind::Told => assets::icon("info-circle"),
        }
    }
}

/// The frame of one page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The page's language.
    pub lang: Lang,
    /// The words of that language.
    pub w: &'static Words,
    /// The page's title, without the product's name.
    pub title: String,
    /// Whether something was refused: the title then says so first.
    pub refused: bool,
    /// Where in the menu the page stands.
    pub place: Place,
    /// The page's own address with its query, to come back to after switching the display.
    pub path: String,
    /// What stands in the search field.
    pub query: String,
    /// The unit one works at; nothing before login.
    pub unit: Option<Working>,
    /// Who is logged in.
    pub user: Option<User>,
    /// What the menu offers.
    pub may: May,
    /// The token that every form sends back.
    pub token: String,
    /// What just happened.
    pub notice: Option<Notice>,
    /// How the page looks.
    pub look: Look,
    /// The line for the head of a printed page: when it was printed.
    pub printed: String,
    /// The way down to this page.
    pub crumbs: Vec<Link>,
    /// Whether it prints in landscape.
    pub landscape: bool,
    /// Where the page's tables are to be had as an Excel file; empty where there are none or the page has its own button.
    pub excel: String,
}

/// One item of the menu.
pub struct Item {
    /// Its address.
    pub href: &'static str,
    /// Its drawing.
    pub icon: String,
    /// Its words.
    pub text: &'static str,
    /// Whether one is there.
    pub here: bool,
}

/// A group of the menu.
pub struct Group {
    /// Its heading; the first group has none.
    pub heading: Option<&'static str>,
    /// Its items.
    pub items: Vec<Item>,
}

/// A button that changes the display.
pub struct Switch {
    /// What it sends.
    pub value: &'static str,
    /// Its short face.
    pub text: &'static str,
    /// What it does, in words.
    pub title: &'static str,
    /// Whether it is on.
    pub on: bool,
}

impl Frame {
    /// A bare frame: no user, no unit. Handlers fill the rest.
    pub fn new(lang: Lang, title: impl Into<String>) -> Self {
        Self {
            lang,
            w: lang.words(),
            title: title.into(),
            refused: false,
            place: Place::Nowhere,
            path: "/".to_owned(),
            query: String::new(),
            unit: None,
            user: None,
            may: May::default(),
            token: String::new(),
            notice: None,
            look: Look::default(),
            printed: String::new(),
            crumbs: Vec::new(),
            landscape: false,
            excel: String::new(),
        }
    }

    /// The title of the document: a refusal is said first, so that it is heard first.
    pub fn document_title(&self) -> String {
        let title = format!("{} · {}", self.title, self.w.frame.product);
        if self.refused { self.w.common.page_title_problem(title) } else { title }
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> String {
        assets::path(name)
    }

    /// An icon.
    pub fn icon(&self, name: &str) -> String {
        assets::icon(name)
    }

    fn item(&self, place: Place) -> Item {
        let words = &self.w.frame;
        let (href, icon, text) = match place {
            Place::Overview | Place::Nowhere => ("/", assets::icon("home"), words.home),
            Place::Units => ("/don-vi", assets::icon("sitemap"), words.units),
            Place::Programmes => ("/chuong-trinh", assets::icon("flag"), words.programmes),
            Place::Work => ("/viec", assets::icon("checkbox"), words.work),
            Place::Entry => ("/so-lieu", assets::icon("table-plus"), words.entry),
            Place::Board => ("/so-lieu/bang-nop", assets::icon("clipboard-list"), words.board),
            Place::Reading => ("/doc-bao-cao", assets::icon("file-search"), words.reading),
            Place::Rollup => ("/tong-hop", assets::icon("chart-bar"), words.rollup),
            Place::Reports => ("/bao-cao", assets::icon("file-text"), words.reports),
            Place::Nominations => ("/khen-thuong", assets::icon("folder-check"), words.nominations),
            Place::Councils => ("/hoi-dong", assets::icon("users-group"), words.councils),
            Place::Decisions => ("/quyet-dinh", assets::icon("certificate"), words.decisions),
            Place::Register => ("/so-khen", assets::icon("book"), words.register),
            Place::Awards => ("/khen-thuong/quy-dinh", assets::icon("award"), words.awards),
            Place::Admin => ("/quan-tri", assets::icon("settings"), words.admin),
        };
        Item { href, icon, text, here: self.place == place }
    }

    /// The menu at the side: only what the person may use.
    pub fn menu(&self) -> Vec<Group> {
        let mut work = vec![self.item(Place::Programmes)];
        if self.may.enter {
            work.push(self.item(Place::Entry));
        }
        work.push(self.item(Place::Reading));
        let words = &self.w.frame;
        let mut groups = vec![
            Group {
                heading: None,
                items: vec![self.item(Place::Overview), self.item(Place::Work), self.item(Place::Units)],
            },
            Group { heading: Some(words.group_work), items: work },
            Group {
                heading: Some(words.group_awards),
                items: [
                    Place::Nominations,
                    Place::Councils,
                    Place::Decisions,
                    Place::Register,
                    Place::Awards,
                ]
                .map(|place| self.item(place))
                .into(),
            },
            Group {
                heading: Some(words.group_report),
                items: vec![self.item(Place::Board), self.item(Place::Rollup), self.item(Place::Reports)],
            },
        ];
        if self.may.manage {
            groups.push(Group { heading: Some(words.group_system), items: vec![self.item(Place::Admin)] });
        }
        groups
    }

    /// The four first items at the bottom of a phone; the fifth is "more".
    pub fn bottom(&self) -> Vec<Item> {
        let second = if self.may.enter { Place::Entry } else { Place::Units };
        let mut items = vec![
            self.item(Place::Overview),
            self.item(second),
            self.item(Place::Reading),
            self.item(Place::Rollup),
        ];
        for item in &mut items {
            item.text = match item.href {
                "/so-lieu" => self.w.frame.entry_short,
                "/tong-hop" => self.w.frame.rollup_short,
                "/doc-bao-cao" => self.w.frame.reading_short,
                _ => item.text,
            };
        }
        items
    }

    /// The buttons at the foot: language, text size, contrast.
    pub fn switches(&self) -> Vec<Switch> {
        let words = &self.w.frame;
        let size = |value, size, text, title| Switch { value, text, title, on: self.look.size == size };
        let (other, name) = match self.lang {
            Lang::Vi => ("ngon-ngu=en", "English"),
            Lang::En => ("ngon-ngu=vi", "Tiếng Việt"),
        };
        let contrast = if self.look.high_contrast { "tuong-phan=thuong" } else { "tuong-phan=cao" };
        vec![
            Switch { value: other, text: name, title: words.language, on: false },
            size("co-chu=100", "100", "A", words.size_normal),
            size("co-chu=115", "115", "A+", words.size_larger),
            size("co-chu=130", "130", "A++", words.size_large),
            size("co-chu=150", "150", "A+++", words.size_largest),
            Switch {
                value: contrast,
                text: words.contrast,
                title: words.contrast_high,
                on: self.look.high_contrast,
            },
        ]
    }
}
