//! Entering a decision that exists on paper: its list one name or number a line.
//!
//! Not here: what may be entered (`acts::decision`).

use acts::decision::{Body, NewDecision, NewLine};
use axum::Router;
use axum::routing::get;
use domain::award::{FormCode, Giver, Ground};
use domain::honoree::HonoreeKind;
use domain::unit::UnitId;
use lang::words::label::Label;

use super::told;
use crate::web::answer::{Answer, Failure, again, done, page, refused};
use crate::web::encode::address;
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals, typed_day};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of this form.
pub(super) fn routes() -> Router<Site> {
    Router::new().route("/quyet-dinh/ghi", get(ask).post(enter))
}

async fn drawn(
    member: &Member,
    unit: UnitId,
    posted: &Posted,
    refusals: &Refusals,
) -> Result<FormPage, Failure> {
    if !member.may.enter {
        return Err(Failure::Denied);
    }
    let (lang, words) = (member.lang(), member.words());
    let w = &words.round;
    let day = lang::date_in::date(posted.get("ngay")).unwrap_or(member.today());
    let book = acts::award::own::book_of(&member.ctx, unit).await?;
    let fields = vec![
        Field::text(lang, "co-quan", w.body).hint(w.body_hint),
        Field::choice(
            lang,
            "tu-cach",
            w.capacity,
            Giver::ALL.iter().map(|giver| Choice::new(giver.code(), giver.label(lang))).collect(),
        ),
        Field::text(lang, "so", w.number).hint(w.number_hint),
        Field::date(lang, "ngay", w.decided),
        Field::long(lang, "ve-viec", w.about),
        Field::choice(
            lang,
            "hinh-thuc",
            w.line_form,
            book.forms_on(day).map(|form| Choice::new(form.code.as_str(), &form.name)).collect(),
        ),
        Field::choice(
            lang,
            "loai-hinh",
            words.person.ground,
            Ground::ALL.iter().map(|ground| Choice::new(ground.code(), ground.label(lang))).collect(),
        ),
        Field::text(lang, "nam", w.line_year).value(member.today().year().to_string()),
        Field::long(lang, "thanh-tich", words.nomination.achievement).optional(),
        Field::long(lang, "danh-sach", w.lines).hint(w.lines_hint),
        Field::text(lang, "nguoi-ky", w.signer).optional(),
        Field::text(lang, "chuc-vu", w.signer_post).optional(),
        Field::long(lang, "nguon", w.source).hint(w.source_hint),
    ];
    let fields = posted.fill(fields, refusals);
    let mut f = member.frame(w.enter, Place::Decisions, Some(unit)).await?;
    f.crumbs = vec![Link::to(words.nomination.decisions, "/quyet-dinh"), Link::here(w.enter)];
    let action = address("/quyet-dinh/ghi", &[("don-vi", &unit.to_string())]);
    Ok(FormPage { intro: w.enter_intro.to_owned(), ..FormPage::new(f, action, w.enter, fields) })
}

async fn ask(member: Member) -> Answer {
    let unit = member.some_unit().await?;
    page(&drawn(&member, unit, &Posted::default(), &Refusals::new()).await?)
}

/// Whom the first cell of a line means.
fn kind(typed: &str) -> Option<HonoreeKind> {
    match domain::text::fold(typed).as_str() {
        "tap the" => Some(HonoreeKind::Collective),
        "ca nhan" => Some(HonoreeKind::Individual),
        "ho" | "ho gia dinh" => Some(HonoreeKind::Household),
        "gop" => Some(HonoreeKind::Combined),
        _ => None,
    }
}

/// What every line of the list has in common.
struct Common<'a> {
    form: &'a FormCode,
    ground: Ground,
    year: i16,
    achievement: &'a str,
}

/// One line: whom; a name or a number; what stands beside it.
fn line(typed: &str, common: &Common<'_>) -> Option<NewLine> {
    let mut cells = typed.split(';').map(str::trim);
    let kind = kind(cells.next()?)?;
    let called = cells.next().filter(|called| !called.is_empty())?;
    let detail = cells.next().unwrap_or_default().to_owned();
    let number = called.parse::<u32>().ok();
    Some(NewLine {
        kind,
        name: if number.is_some() { String::new() } else { called.to_owned() },
        detail,
        number: number.unwrap_or(1),
        unit: None,
        person: None,
        form: common.form.clone(),
        ground: common.ground,
        year: common.year,
        period: None,
        achievement: common.achievement.to_owned(),
        nomination: None,
    })
}

fn typed(member: &Member, unit: UnitId, posted: &Posted) -> Result<NewDecision, Refusals> {
    let words = member.words();
    let mut refusals = posted.left_empty(&["co-quan", "so", "ve-viec", "danh-sach", "nguon"], words);
    let decided = typed_day(member, posted, "ngay", &mut refusals);
    let giver = Giver::from_code(posted.get("tu-cach"));
    let form: Option<FormCode> = posted.get("hinh-thuc").parse().ok();
    let ground = Ground::from_code(posted.get("loai-hinh"));
    let year: Option<i16> = posted.get("nam").parse().ok();
    if year.is_none() {
        refusals.push(("nam", words.refusal.not_a_year.to_owned()));
    }
    let required = || words.refusal.required.to_owned();
    for (name, missing) in
        [("tu-cach", giver.is_none()), ("hinh-thuc", form.is_none()), ("loai-hinh", ground.is_none())]
    {
        if missing {
            refusals.push((name, required()));
        }
    }
    let (Some(giver), Some(form), Some(ground), Some(year)) = (giver, form, ground, year) else {
        return Err(refusals);
    };
    let common = Common { form: &form, ground, year, achievement: posted.get("thanh-tich") };
    let listed = posted.get("danh-sach").lines().map(str::trim).filter(|line| !line.is_empty());
    let mut lines = Vec::new();
    for (place, text) in (1_usize..).zip(listed) {
        let Some(line) = line(text, &common) else {
            refusals.push(("danh-sach", words.round.line_wrong(place)));
            break;
        };
        lines.push(line);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let text = |name: &str| posted.get(name).to_owned();
    Ok(NewDecision {
        keeper: unit,
        body: Body::Named(text("co-quan"), giver),
        number: text("so"),
        decided,
        place: String::new(),
        title: text("ve-viec"),
        basis: String::new(),
        signer: text("nguoi-ky"),
        signer_post: text("chuc-vu"),
        source: text("nguon"),
        lines,
    })
}

async fn enter(member: Member, posted: Posted) -> Answer {
    let unit = member.some_unit().await?;
    let new = match typed(&member, unit, &posted) {
        Ok(new) => new,
        Err(refusals) => return again(&drawn(&member, unit, &posted, &refusals).await?),
    };
    match refused(acts::decision::enter(&member.ctx, new).await)? {
        Ok(id) => {
            let told = member.words().round.entered;
            Ok(done(member.site(), &format!("/quyet-dinh/{id}"), told, None))
        }
        Err(refusal) => {
            let refusals = vec![told::decision(&refusal, "danh-sach", member.lang())];
            again(&drawn(&member, unit, &posted, &refusals).await?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Common, line};
    use domain::award::Ground;
    use domain::honoree::HonoreeKind;

    #[test]
    fn a_line_is_a_name_or_a_number_and_never_both() {
        let form = "dang-giay-khen".parse().unwrap();
        let common = Common { form: &form, ground: Ground::Thematic, year: 2024, achievement: "" };
        let read = |text| line(text, &common);
        let named = read("Cá nhân; Nguyễn Văn An; bí thư chi bộ").unwrap();
        assert_eq!(
            (named.kind, named.name.as_str(), named.number),
            (HonoreeKind::Individual, "Nguyễn Văn An", 1)
        );
        assert_eq!(named.detail, "bí thư chi bộ");
        let counted = read("gộp; 27").unwrap();
        assert_eq!((counted.kind, counted.name.as_str(), counted.number), (HonoreeKind::Combined, "", 27));
        assert!(read("Nguyễn Văn An").is_none());
        assert!(read("tập thể;").is_none());
    }
}
