//! The page Quản trị: one table at a time (accounts, duties, ledger, imports, permission matrix).
//!
//! Not here: forms (they are `parts::FormPage`).

use askama::Template;

use office::sheet::CellOut;

use crate::web::excel::{self, Listing};
use crate::web::frame::{Frame, Link};
use crate::web::parts::{Blank, Field, Pager};

/// A row of the table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The first cell; an address leads on.
    pub name: Link,
    /// The other cells.
    pub cells: Vec<String>,
    /// What may be done with it.
    pub act: Option<Link>,
}

impl AdminPage {
    /// The table as it goes into a sheet: what may be done with a row is left out.
    pub fn listing(&self) -> Listing {
        let width = self.rows.first().map_or(self.columns.len(), |row| row.cells.len() + 1);
        let columns = self.columns.iter().take(width).map(String::as_str);
        let mut listing = Listing::new(&self.table_heading, columns);
        listing.rows = self.rows.iter().map(Row::cells_out).collect();
        listing
    }
}

impl Row {
    fn cells_out(&self) -> Vec<CellOut> {
        std::iter::once(&self.name.text).chain(&self.cells).map(excel::text).collect()
    }
}

/// Quản trị.
#[derive(Template)]
#[template(path = "admin/admin.html")]
pub struct AdminPage {
    /// The frame.
    pub f: Frame,
    /// The heading.
    pub heading: String,
    /// What is kept here.
    pub intro: String,
    /// What may be added.
    pub actions: Vec<Link>,
    /// What may be done at once, without a form.
    pub acts: Vec<Link>,
    /// The tables.
    pub tabs: Vec<Link>,
    /// The filters of this table.
    pub filters: Vec<Field>,
    /// Where they are sent.
    pub filter_action: String,
    /// The table's heading.
    pub table_heading: String,
    /// How many rows.
    pub table_note: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether its columns are narrow enough to stay columns on a phone.
    pub narrow: bool,
    /// Pages of the table.
    pub pager: Pager,
    /// What stands instead when there is nothing.
    pub blank: Option<Blank>,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::{Sample, frame};
    use crate::web::parts::FormPage;
    let w = lang.words();
    let place = crate::web::frame::Place::Admin;
    let page = |rows: Vec<Row>| {
        let blank = rows.is_empty().then(|| Blank {
            icon: crate::web::assets::icon("inbox"),
            title: w.admin.no_rows.to_owned(),
            text: w.admin.no_rows_text.to_owned(),
            way: None,
        });
        AdminPage {
            f: frame(lang, w.admin.heading, place),
            heading: w.admin.heading.to_owned(),
            intro: w.admin.intro.to_owned(),
            actions: vec![Link { here: true, ..Link::to(w.admin.add_account, "/quan-tri/tai-khoan/tao") }],
            acts: vec![Link::to(w.admin.close_account, "/quan-tri/tai-khoan/1a/khoa")],
            tabs: vec![Link { here: true, ..Link::to(w.admin.accounts, "/quan-tri") }],
            filters: vec![Field::text(lang, "ai", w.admin.who)],
            filter_action: "/quan-tri/nhat-ky".to_owned(),
            table_heading: w.admin.accounts.to_owned(),
            table_note: w.admin.count(rows.len()),
            columns: [w.admin.name, w.admin.login, w.admin.status, w.admin.column_act]
                .map(str::to_owned)
                .to_vec(),
            rows,
            narrow: false,
            pager: Pager::none(lang),
            blank,
        }
    };
    let row = Row {
        name: Link::to("Lê Thị Hạnh", "/quan-tri/tai-khoan/1a"),
        cells: vec!["le.hanh".to_owned(), w.admin.active.to_owned()],
        act: Some(Link::to(w.admin.close_account, "/quan-tri/tai-khoan/1a/khoa")),
    };
    let mut f = frame(lang, w.admin.add_account, place);
    f.crumbs = vec![Link::to(w.admin.heading, "/quan-tri"), Link::here(w.admin.add_account)];
    let fields = vec![
        Field::text(lang, "ten", w.admin.login)
            .hint(w.admin.login_hint)
            .value("Lê Hạnh")
            .error(w.admin.login_bad),
        Field::password(lang, "mat-khau", w.admin.first_password, "new-password"),
        Field::date(lang, "tu", w.admin.from).optional(),
        Field::choice(lang, "quyen", w.admin.right, vec![crate::web::parts::Choice::new("view", "Xem")]),
    ];
    let mut form = FormPage::new(f, "/quan-tri/tai-khoan", w.admin.add_account, fields);
    form.warning = Some(w.admin.last_manager.to_owned());
    vec![
        Sample::new("admin-accounts", &page(vec![row])),
        Sample::new("admin-empty", &page(Vec::new())),
        Sample::new("admin-form-refused", &form),
    ]
}
