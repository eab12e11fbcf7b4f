//! Quản trị: accounts, duties, ledger, imports, the permission matrix.
//!
//! Not here: forms (`forms`), what may be done (`acts`).

mod forms;
pub mod page;

use acts::account::{AccountKey, AccountRow};
use acts::duty::DutyRow;
use acts::ledger::LedgerFilter;
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use domain::authority::{Action, Right};
use domain::id::{AccountId, LedgerId};
use lang::Lang;
use lang::words::label::Label;
use lang::words::label_act;
use serde::Deserialize;

use self::page::{AdminPage, Row};
use super::answer::{Answer, Failure, page};
use super::assets::icon;
use super::encode::address;
use super::excel;
use super::frame::{Link, Place};
use super::parts::{Blank, Choice, Field, Pager};
use super::site::Site;
use super::unit::named_unit;
use super::visit::{Member, moment};

/// Rows of one page.
const MOST: u32 = 50;
/// Rows read at once for a sheet of all of them.
const MANY: u32 = 5_000;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/quan-tri", get(accounts))
        .route("/quan-tri.xlsx", get(accounts_sheet))
        .route("/quan-tri/nhat-ky", get(ledger))
        .route("/quan-tri/nhat-ky.xlsx", get(ledger_sheet))
        .route("/quan-tri/bang-quyen", get(matrix))
        .route("/quan-tri/bang-quyen.xlsx", get(matrix_sheet))
        .merge(forms::routes())
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Accounts,
    Ledger,
    Imports,
    Keys,
    Matrix,
}

/// The parts of Quản trị.
pub(super) fn tabs(lang: Lang, here: Tab) -> Vec<Link> {
    let (w, words) = (&lang.words().admin, lang.words());
    let link = |of: Tab, text: &str, href: &str| Link { here: of == here, ..Link::to(text, href) };
    vec![
        link(Tab::Accounts, w.accounts, "/quan-tri"),
        link(Tab::Ledger, w.ledger, "/quan-tri/nhat-ky"),
        link(Tab::Imports, w.imports, "/quan-tri/cac-lan-nhap"),
        link(Tab::Keys, words.key.heading, "/quan-tri/khoa-ky"),
        link(Tab::Matrix, w.matrix, "/quan-tri/bang-quyen"),
    ]
}

fn bare(member: &Member, tab: Tab) -> Result<AdminPage, Failure> {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let w = &member.words().admin;
    Ok(AdminPage {
        f: member.bare_frame(w.heading, Place::Admin),
        heading: w.heading.to_owned(),
        intro: w.intro.to_owned(),
        actions: Vec::new(),
        acts: Vec::new(),
        tabs: tabs(member.lang(), tab),
        filters: Vec::new(),
        filter_action: "/quan-tri".to_owned(),
        table_heading: w.heading.to_owned(),
        table_note: String::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        narrow: false,
        pager: Pager::none(member.lang()),
        blank: None,
    })
}

/// The page of the imports, whose rows are the import room's.
pub fn imports_page(member: &Member, rows: Vec<Row>, pager: Pager) -> Result<AdminPage, Failure> {
    let w = &member.words().admin;
    let mut drawn = bare(member, Tab::Imports)?;
    w.imports.clone_into(&mut drawn.table_heading);
    drawn.columns =
        [w.file, w.kind, w.rows, w.who, w.when, w.standing, w.column_act].map(str::to_owned).to_vec();
    drawn.blank = rows.is_empty().then(|| Blank {
        icon: icon("inbox"),
        title: w.no_imports.to_owned(),
        text: w.no_imports_text.to_owned(),
        way: None,
    });
    drawn.rows = rows;
    drawn.pager = pager;
    Ok(drawn)
}

fn no_rows(member: &Member) -> Blank {
    let w = &member.words().admin;
    Blank { icon: icon("inbox"), title: w.no_rows.to_owned(), text: w.no_rows_text.to_owned(), way: None }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PageAsked {
    sau: String,
}

async fn accounts(member: Member, Query(asked): Query<PageAsked>) -> Answer {
    let after = asked.sau.split_once(':').and_then(|(id, sort_key)| {
        Some(AccountKey { sort_key: sort_key.to_owned(), account: id.parse().ok()? })
    });
    page(&drawn_accounts(&member, after).await?.0)
}

async fn accounts_sheet(member: Member) -> Answer {
    let (first, mut next) = drawn_accounts(&member, None).await?;
    let mut listing = first.listing();
    while next.is_some() {
        let (more, after) = drawn_accounts(&member, next).await?;
        listing.rows.extend(more.listing().rows);
        next = after;
    }
    excel::download(&member, "tai-khoan", vec![listing])
}

/// A page of the accounts, and where the next one begins.
async fn drawn_accounts(
    member: &Member,
    after: Option<AccountKey>,
) -> Result<(AdminPage, Option<AccountKey>), Failure> {
    let mut drawn = bare(member, Tab::Accounts)?;
    let w = &member.words().admin;
    let listed = acts::account::list(&member.ctx, after, MOST).await?;
    drawn.actions = vec![Link { here: true, ..Link::to(w.add_account, "/quan-tri/tai-khoan/tao") }];
    w.accounts.clone_into(&mut drawn.table_heading);
    drawn.columns = [w.name, w.login, w.status, w.duties].map(str::to_owned).to_vec();
    drawn.rows = listed.rows.iter().map(|row| account(row, member.lang())).collect();
    drawn.blank = drawn.rows.is_empty().then(|| no_rows(member));
    drawn.pager.after = listed
        .next
        .as_ref()
        .map(|next| address("/quan-tri", &[("sau", &format!("{}:{}", next.account, next.sort_key))]));
    "/quan-tri.xlsx".clone_into(&mut drawn.f.excel);
    Ok((drawn, listed.next))
}

fn account(row: &AccountRow, lang: Lang) -> Row {
    let words = &lang.words().admin;
    let of = &row.account;
    let duties: Vec<String> =
        row.duties.iter().filter(|duty| duty.holds).map(|duty| duty_words(duty, lang)).collect();
    Row {
        name: Link::to(&of.full_name, format!("/quan-tri/tai-khoan/{}", of.id)),
        cells: vec![
            of.login_name.clone(),
            if of.closed_ms.is_some() { words.closed } else { words.active }.to_owned(),
            duties.join("; "),
        ],
        act: None,
    }
}

/// A duty in words: "Nhập số liệu: Đảng bộ Sở Y tế".
fn duty_words(duty: &DutyRow, lang: Lang) -> String {
    let everywhere = lang.words().admin.everywhere;
    let place = duty.unit_name.as_deref().unwrap_or(everywhere);
    format!("{}: {place}", duty.right.label(lang))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct LedgerAsked {
    viec: String,
    noi: String,
    ai: String,
    tu: String,
    den: String,
    truoc: String,
}

impl LedgerAsked {
    /// The address of these lines, with more in its query.
    fn address(&self, path: &str, before: &str) -> String {
        let query = [
            ("viec", self.viec.as_str()),
            ("noi", &self.noi),
            ("ai", &self.ai),
            ("tu", &self.tu),
            ("den", &self.den),
            ("truoc", before),
        ];
        address(path, &query.into_iter().filter(|(_, value)| !value.is_empty()).collect::<Vec<_>>())
    }
}

async fn ledger(member: Member, Query(asked): Query<LedgerAsked>) -> Answer {
    page(&drawn_ledger(&member, &asked, asked.truoc.parse().ok(), MOST).await?.0)
}

async fn ledger_sheet(member: Member, Query(asked): Query<LedgerAsked>) -> Answer {
    let (first, mut next) = drawn_ledger(&member, &asked, None, MANY).await?;
    let mut listing = first.listing();
    while next.is_some() {
        let (more, before) = drawn_ledger(&member, &asked, next, MANY).await?;
        listing.rows.extend(more.listing().rows);
        next = before;
    }
    excel::download(&member, "nhat-ky", vec![listing])
}

/// What the ledger is asked for, and the fields that ask it, with what could not be read.
async fn ledger_filter(member: &Member, asked: &LedgerAsked) -> Result<(LedgerFilter, Vec<Field>), Failure> {
    let (lang, w) = (member.lang(), &member.words().admin);
    let day = |typed: &str| match lang::date_in::date(typed) {
        Ok(day) => (Some(day), String::new()),
        Err(_) if typed.is_empty() => (None, String::new()),
        Err(refusal) => (None, lang::words::refusal::date_sentence(refusal, typed, lang)),
    };
    let (unit, no_unit) = match asked.noi.trim() {
        "" => (None, String::new()),
        typed => match named_unit(member, typed).await? {
            Ok((unit, _)) => (Some(unit), String::new()),
            Err(sentence) => (None, sentence),
        },
    };
    let ((from, no_from), (to, no_to)) = (day(&asked.tu), day(&asked.den));
    let mut acts = vec![Choice::new("", w.every_act)];
    acts.extend(label_act::nouns(lang).map(|(begin, text)| Choice::new(begin, text)));
    if !acts.iter().any(|act| act.value == asked.viec) {
        acts.push(Choice::new(&asked.viec, label_act::act(&asked.viec, lang)));
    }
    let mut fields = vec![
        Field::choice(lang, "viec", w.act, acts).value(&asked.viec),
        Field::text(lang, "noi", w.unit).value(&asked.noi).error(no_unit),
        Field::text(lang, "tu", w.from).value(&asked.tu).error(no_from),
        Field::text(lang, "den", w.to).value(&asked.den).error(no_to),
    ];
    // One person's lines are reached from their account; here one only leaves them again.
    let account: Option<AccountId> = asked.ai.parse().ok();
    if let Some(account) = account {
        let name = acts::account::view(&member.ctx, account).await?.account.full_name;
        let people = vec![Choice::new("", w.everybody), Choice::new(&asked.ai, name)];
        fields.insert(1, Field::choice(lang, "ai", w.who, people).value(&asked.ai));
    }
    let act = (!asked.viec.is_empty()).then(|| asked.viec.clone());
    Ok((LedgerFilter { account, unit, act, from, to }, fields))
}

/// A page of the ledger, and where the next one begins.
async fn drawn_ledger(
    member: &Member,
    asked: &LedgerAsked,
    before: Option<LedgerId>,
    most: u32,
) -> Result<(AdminPage, Option<LedgerId>), Failure> {
    let mut drawn = bare(member, Tab::Ledger)?;
    let (lang, w) = (member.lang(), &member.words().admin);
    let (filter, fields) = ledger_filter(member, asked).await?;
    drawn.f.refused = fields.iter().any(|field| !field.error.is_empty());
    drawn.filters = fields;
    "/quan-tri/nhat-ky".clone_into(&mut drawn.filter_action);
    // What could not be read is mended first: any lines shown beside it would be taken for the answer.
    let listed = if drawn.f.refused {
        acts::ledger::LedgerPage { rows: Vec::new(), next: None }
    } else {
        acts::ledger::list(&member.ctx, filter, before, most).await?
    };
    w.ledger.clone_into(&mut drawn.table_heading);
    drawn.columns = [w.when, w.who, w.act, w.unit, w.detail, w.origin].map(str::to_owned).to_vec();
    drawn.rows = listed
        .rows
        .iter()
        .map(|row| Row {
            name: Link { text: moment(row.line.at_ms, lang), ..Link::default() },
            cells: vec![
                row.full_name.clone().unwrap_or_else(|| w.system.to_owned()),
                label_act::act(&row.line.act, lang).to_owned(),
                row.unit_name.clone().unwrap_or_default(),
                row.line.detail.clone(),
                row.line.origin.clone(),
            ],
            act: None,
        })
        .collect();
    let text = if drawn.f.refused { w.filters_text } else { w.no_rows_text };
    drawn.blank = drawn.rows.is_empty().then(|| Blank { text: text.to_owned(), ..no_rows(member) });
    drawn.f.excel = asked.address("/quan-tri/nhat-ky.xlsx", "");
    drawn.pager.after = listed.next.map(|next| asked.address("/quan-tri/nhat-ky", &next.to_string()));
    Ok((drawn, listed.next))
}

/// The permission matrix, printed from the rules themselves.
async fn matrix(member: Member) -> Answer {
    page(&drawn_matrix(&member)?)
}

async fn matrix_sheet(member: Member) -> Answer {
    excel::download(&member, "bang-quyen", vec![drawn_matrix(&member)?.listing()])
}

fn drawn_matrix(member: &Member) -> Result<AdminPage, Failure> {
    let mut drawn = bare(member, Tab::Matrix)?;
    "/quan-tri/bang-quyen.xlsx".clone_into(&mut drawn.f.excel);
    let (lang, w) = (member.lang(), &member.words().admin);
    let rights = Right::ALL;
    drawn.narrow = true;
    w.matrix.clone_into(&mut drawn.table_heading);
    w.matrix_note.clone_into(&mut drawn.table_note);
    drawn.columns = vec![w.action.to_owned()];
    drawn.columns.extend(rights.iter().map(|right| right.label(lang).to_owned()));
    drawn.rows = Action::ALL
        .iter()
        .map(|action| Row {
            name: Link { text: action.label(lang).to_owned(), ..Link::default() },
            cells: rights
                .iter()
                .map(|right| if action.allowed_by(*right) { "✓" } else { "–" }.to_owned())
                .collect(),
            act: None,
        })
        .collect();
    Ok(drawn)
}
