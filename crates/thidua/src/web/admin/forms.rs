//! Making and closing accounts, granting and ending duties.
//!
//! Not here: what may be done (`acts::account`, `acts::duty`).

use acts::account::{AccountField, AccountRefusal, AccountRow, CloseRefusal, FirstDuty, NewAccount};
use acts::duty::{DutyRefusal, NewDuty};
use acts::error::ActError;
use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use domain::authority::Right;
use domain::id::{AccountId, DutyId};
use domain::unit::UnitId;
use jiff::civil::Date;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;

use super::page::{AdminPage, Row};
use super::{Tab, bare, duty_words};
use crate::web::answer::{Answer, Failure, again, done, page, refused, told};
use crate::web::frame::{Link, NoticeKind, Place};
use crate::web::login::password_sentence;
use crate::web::parts::{Blank, Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals};
use crate::web::site::Site;
use crate::web::unit::named_unit;
use crate::web::visit::Member;

/// The routes of these forms.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/quan-tri/tai-khoan/tao", get(ask_account).post(add_account))
        .route("/quan-tri/tai-khoan/{id}", get(one))
        .route("/quan-tri/tai-khoan/{id}/quyen", get(ask_duty).post(add_duty))
        .route("/quan-tri/tai-khoan/{id}/mat-khau", get(ask_reset).post(reset))
        .route("/quan-tri/tai-khoan/{id}/khoa", post(close))
        .route("/quan-tri/tai-khoan/{id}/mo", post(reopen))
        .route("/quan-tri/quyen/{id}/ket-thuc", post(end_duty))
}

fn form(
    member: &Member,
    heading: &str,
    action: &str,
    fields: Vec<Field>,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let mut f = member.bare_frame(heading, Place::Admin);
    f.crumbs = vec![Link::to(member.words().admin.heading, "/quan-tri"), Link::here(heading)];
    Ok(FormPage::new(f, action, heading, posted.fill(fields, refusals)))
}

/// The fields of a duty.
fn duty_fields(member: &Member) -> Vec<Field> {
    let (lang, words) = (member.lang(), member.words());
    let rights = Right::ALL.iter().map(|right| Choice::new(right.code(), right.label(lang))).collect();
    vec![
        Field::choice(lang, "quyen", words.admin.right, rights).hint(words.admin.right_hint),
        Field::text(lang, "don-vi", words.admin.unit).hint(words.admin.unit_hint).optional(),
        Field::date(lang, "tu", words.admin.from).value(lang::date::short(member.today(), lang::Lang::Vi)),
        Field::date(lang, "den", words.admin.to).optional(),
        Field::text(lang, "quyet-dinh", words.unit.decision).hint(words.unit.decision_hint).optional(),
    ]
}

/// A duty as typed.
struct TypedDuty {
    right: Right,
    unit: Option<UnitId>,
    from: Date,
    to: Option<Date>,
}

async fn typed_duty(member: &Member, posted: &Posted) -> Result<Result<TypedDuty, Refusals>, Failure> {
    let lang = member.lang();
    let mut refusals = Refusals::new();
    let mut unit = None;
    if !posted.get("don-vi").is_empty() {
        match named_unit(member, posted.get("don-vi")).await? {
            Ok((found, _)) => unit = Some(found),
            Err(sentence) => refusals.push(("don-vi", sentence)),
        }
    }
    let mut from = member.today();
    match lang::date_in::date(posted.get("tu")) {
        Ok(day) => from = day,
        Err(refusal) => refusals.push(("tu", date_sentence(refusal, posted.get("tu"), lang))),
    }
    let mut to = None;
    if !posted.get("den").is_empty() {
        match lang::date_in::date(posted.get("den")) {
            // People name the last day with the duty; the act wants the first one without.
            Ok(day) => to = day.tomorrow().ok(),
            Err(refusal) => refusals.push(("den", date_sentence(refusal, posted.get("den"), lang))),
        }
    }
    let right = Right::from_code(posted.get("quyen")).unwrap_or(Right::View);
    Ok(if refusals.is_empty() { Ok(TypedDuty { right, unit, from, to }) } else { Err(refusals) })
}

fn account_form(member: &Member, posted: &Posted, refusals: &Refusals) -> Result<FormPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().admin);
    let mut fields = vec![
        Field::text(lang, "ho-ten", w.name),
        Field::text(lang, "tai-khoan", w.login).hint(w.login_hint),
        Field::text(lang, "chuc-vu", w.post).optional(),
        Field::password(lang, "mat-khau", w.first_password, "new-password").hint(w.first_password_hint),
    ];
    fields.extend(duty_fields(member));
    form(member, w.add_account, "/quan-tri/tai-khoan/tao", fields, posted, refusals)
}

async fn ask_account(member: Member) -> Answer {
    page(&account_form(&member, &Posted::default(), &Refusals::new())?)
}

async fn add_account(member: Member, posted: Posted) -> Answer {
    let w = &member.words().admin;
    // All that is empty is said at once; the act would name one thing at a time.
    let needed = [
        ("ho-ten", w.name_needed),
        ("tai-khoan", w.login_needed),
        ("mat-khau", member.words().login.password_needed),
    ];
    let mut refusals: Refusals = needed
        .into_iter()
        .filter(|(name, _)| posted.get(name).is_empty())
        .map(|(name, sentence)| (name, sentence.to_owned()))
        .collect();
    let duty = match typed_duty(&member, &posted).await? {
        Ok(duty) if refusals.is_empty() => duty,
        Ok(_) => return again(&account_form(&member, &posted, &refusals)?),
        Err(also) => {
            refusals.extend(also);
            return again(&account_form(&member, &posted, &refusals)?);
        }
    };
    let name = posted.get("ho-ten").to_owned();
    let new = NewAccount {
        login_name: posted.get("tai-khoan").to_owned(),
        full_name: name.clone(),
        post: posted.get("chuc-vu").to_owned(),
        password: posted.get("mat-khau").to_owned(),
        duty: FirstDuty {
            right: duty.right,
            unit: duty.unit,
            from: duty.from,
            to: duty.to,
            decision: posted.get("quyet-dinh").to_owned(),
        },
    };
    let made = acts::account::create(&member.ctx, new).await;
    if matches!(made, Err(ActError::Denied(_))) {
        return again(&account_form(&member, &posted, &beyond(&member))?);
    }
    match refused(made)? {
        Ok(id) => {
            let told = member.words().admin.account_created(name);
            Ok(done(member.site(), &format!("/quan-tri/tai-khoan/{id}"), &told, None))
        }
        Err(refusal) => {
            let told = account_sentence(&member, &refusal);
            again(&account_form(&member, &posted, &vec![told])?)
        }
    }
}

/// A duty outside what the person manages is refused at its field: nothing that was typed is lost.
fn beyond(member: &Member) -> Refusals {
    vec![("don-vi", member.words().admin.not_beyond.to_owned())]
}

fn account_sentence(member: &Member, refusal: &AccountRefusal) -> (&'static str, String) {
    let words = member.words();
    let w = &words.admin;
    match refusal {
        AccountRefusal::LoginNameMissing => ("tai-khoan", w.login_needed.to_owned()),
        AccountRefusal::LoginNameShape { .. } => ("tai-khoan", w.login_bad.to_owned()),
        AccountRefusal::LoginNameTaken => ("tai-khoan", w.login_taken.to_owned()),
        AccountRefusal::FullNameMissing => ("ho-ten", w.name_needed.to_owned()),
        AccountRefusal::TooLong { field, most } => {
            let name = match field {
                AccountField::LoginName => "tai-khoan",
                AccountField::FullName => "ho-ten",
                AccountField::Post => "chuc-vu",
            };
            (name, words.unit.too_long(most))
        }
        AccountRefusal::Password(refusal) => ("mat-khau", password_sentence(refusal, words)),
        AccountRefusal::Duty(refusal) => duty_sentence(member, *refusal),
    }
}

fn duty_sentence(member: &Member, refusal: DutyRefusal) -> (&'static str, String) {
    let words = member.words();
    let w = &words.admin;
    match refusal {
        DutyRefusal::Backwards => ("den", w.backwards.to_owned()),
        DutyRefusal::AlreadyHeld => ("quyen", w.already_held.to_owned()),
        DutyRefusal::AccountClosed => ("quyen", w.closed.to_owned()),
        DutyRefusal::UnitNotThere => ("don-vi", words.unit.unit_absent.to_owned()),
        DutyRefusal::DecisionTooLong { most } => ("quyet-dinh", words.unit.too_long(most)),
        DutyRefusal::AlreadyEnded => ("tu", w.already_ended.to_owned()),
        DutyRefusal::LastManager => ("quyen", w.last_manager.to_owned()),
    }
}

fn id_of(text: &str) -> Result<AccountId, Failure> {
    text.parse().map_err(|_| Failure::Missing)
}

/// One account: its duties, and what may be done with it.
async fn one(member: Member, Path(id): Path<String>) -> Answer {
    let row = acts::account::view(&member.ctx, id_of(&id)?).await?;
    page(&drawn(&member, &row)?)
}

fn drawn(member: &Member, row: &AccountRow) -> Result<AdminPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().admin);
    let mut drawn = bare(member, Tab::Accounts)?;
    let id = row.account.id;
    row.account.full_name.clone_into(&mut drawn.heading);
    drawn.f.title.clone_from(&row.account.full_name);
    drawn.f.crumbs = vec![Link::to(w.heading, "/quan-tri"), Link::here(&row.account.full_name)];
    let standing = if row.account.closed_ms.is_some() { w.closed } else { w.active };
    drawn.intro = format!("{} · {standing}", row.account.login_name);
    let path = |verb: &str| format!("/quan-tri/tai-khoan/{id}/{verb}");
    drawn.actions = vec![
        Link { here: true, ..Link::to(w.add_duty, path("quyen")) },
        Link::to(w.reset, path("mat-khau")),
        Link::to(w.see_ledger, format!("/quan-tri/nhat-ky?ai={id}")),
    ];
    drawn.acts = vec![if row.account.closed_ms.is_some() {
        Link::to(w.reopen_account, path("mo"))
    } else {
        Link::to(w.close_account, path("khoa"))
    }];
    w.duties.clone_into(&mut drawn.table_heading);
    drawn.columns =
        [w.right, w.from, w.to, member.words().unit.decision, w.column_act].map(str::to_owned).to_vec();
    drawn.rows = row
        .duties
        .iter()
        .map(|duty| Row {
            name: Link { text: duty_words(duty, lang), ..Link::default() },
            cells: vec![
                lang::date::short(duty.from, lang),
                duty.to
                    .and_then(|to| to.yesterday().ok())
                    .map_or_else(|| w.open_ended.to_owned(), |last| lang::date::short(last, lang)),
                duty.decision.clone(),
            ],
            act: duty
                .holds
                .then(|| Link::to(w.end_duty, format!("/quan-tri/quyen/{}/ket-thuc?tk={id}", duty.id))),
        })
        .collect();
    drawn.blank = drawn.rows.is_empty().then(|| Blank {
        icon: crate::web::assets::icon("key"),
        title: w.no_duties.to_owned(),
        text: w.no_duties_text.to_owned(),
        way: Some(Link::to(w.add_duty, path("quyen"))),
    });
    Ok(drawn)
}

fn duty_form(
    member: &Member,
    id: AccountId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    let action = format!("/quan-tri/tai-khoan/{id}/quyen");
    form(member, member.words().admin.add_duty, &action, duty_fields(member), posted, refusals)
}

async fn ask_duty(member: Member, Path(id): Path<String>) -> Answer {
    page(&duty_form(&member, id_of(&id)?, &Posted::default(), &Refusals::new())?)
}

async fn add_duty(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let account = id_of(&id)?;
    let duty = match typed_duty(&member, &posted).await? {
        Ok(duty) => duty,
        Err(refusals) => return again(&duty_form(&member, account, &posted, &refusals)?),
    };
    let right = duty.right.label(member.lang());
    let new = NewDuty {
        account,
        right: duty.right,
        unit: duty.unit,
        from: duty.from,
        to: duty.to,
        decision: posted.get("quyet-dinh").to_owned(),
    };
    let granted = acts::duty::grant(&member.ctx, new).await;
    if matches!(granted, Err(ActError::Denied(_))) {
        return again(&duty_form(&member, account, &posted, &beyond(&member))?);
    }
    match refused(granted)? {
        Ok(_) => {
            let row = acts::account::view(&member.ctx, account).await?;
            let told = member.words().admin.duty_granted(right, &row.account.full_name);
            Ok(done(member.site(), &format!("/quan-tri/tai-khoan/{account}"), &told, None))
        }
        Err(refusal) => {
            let told = duty_sentence(&member, refusal);
            again(&duty_form(&member, account, &posted, &vec![told])?)
        }
    }
}

fn reset_form(member: &Member, id: AccountId, refusals: &Refusals) -> Result<FormPage, Failure> {
    let w = &member.words().admin;
    let field = Field::password(member.lang(), "mat-khau", w.first_password, "new-password");
    let fields = vec![field.hint(w.first_password_hint)];
    let action = format!("/quan-tri/tai-khoan/{id}/mat-khau");
    form(member, w.reset, &action, fields, &Posted::default(), refusals)
}

async fn ask_reset(member: Member, Path(id): Path<String>) -> Answer {
    page(&reset_form(&member, id_of(&id)?, &Refusals::new())?)
}

async fn reset(member: Member, Path(id): Path<String>, posted: Posted) -> Answer {
    let account = id_of(&id)?;
    let words = member.words();
    match refused(acts::account::reset_password(&member.ctx, account, posted.get("mat-khau")).await)? {
        Ok(()) => {
            let row = acts::account::view(&member.ctx, account).await?;
            let told = words.admin.password_reset(&row.account.full_name);
            Ok(done(member.site(), &format!("/quan-tri/tai-khoan/{account}"), &told, None))
        }
        Err(refusal) => {
            let refusals = vec![("mat-khau", password_sentence(&refusal, words))];
            again(&reset_form(&member, account, &refusals)?)
        }
    }
}

async fn close(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let account = id_of(&id)?;
    let closed = refused(acts::account::close(&member.ctx, account).await)?;
    settled(&member, account, closed).await
}

async fn reopen(member: Member, Path(id): Path<String>, _posted: Posted) -> Answer {
    let account = id_of(&id)?;
    let opened = refused(acts::account::reopen(&member.ctx, account).await)?;
    settled(&member, account, opened).await
}

async fn settled(member: &Member, account: AccountId, outcome: Result<(), CloseRefusal>) -> Answer {
    let w = &member.words().admin;
    let path = format!("/quan-tri/tai-khoan/{account}");
    let row = acts::account::view(&member.ctx, account).await?;
    let name = &row.account.full_name;
    Ok(match outcome {
        Ok(()) if row.account.closed_ms.is_some() => {
            done(member.site(), &path, &w.account_closed(name), None)
        }
        Ok(()) => done(member.site(), &path, &w.account_reopened(name), None),
        Err(refusal) => {
            let sentence = match refusal {
                CloseRefusal::Oneself => w.oneself,
                CloseRefusal::LastManager => w.last_manager,
                CloseRefusal::AlreadyClosed => w.closed,
                CloseRefusal::NotClosed => w.active,
            };
            told(member.site(), &path, NoticeKind::Warn, sentence, None)
        }
    })
}

#[derive(serde::Deserialize)]
struct OfAccount {
    #[serde(default)]
    tk: String,
}

async fn end_duty(
    member: Member,
    Path(id): Path<String>,
    axum::extract::Query(of): axum::extract::Query<OfAccount>,
    _posted: Posted,
) -> Answer {
    let duty: DutyId = id.parse().map_err(|_| Failure::Missing)?;
    let path = match of.tk.parse::<AccountId>() {
        Ok(account) => format!("/quan-tri/tai-khoan/{account}"),
        Err(_) => "/quan-tri".to_owned(),
    };
    match refused(acts::duty::end(&member.ctx, duty, member.today()).await)? {
        Ok(()) => Ok(done(member.site(), &path, member.words().admin.duty_ended, None)),
        Err(refusal) => {
            let (_, sentence) = duty_sentence(&member, refusal);
            Ok(told(member.site(), &path, NoticeKind::Warn, &sentence, None))
        }
    }
}
