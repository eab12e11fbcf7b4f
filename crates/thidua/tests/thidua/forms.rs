//! Making, changing, copying and closing a form through its pages, without a script: every button sends the draft back.

use axum::http::{StatusCode, header};
use domain::form::{Due, HardCheck, SoftCheck};

use crate::house::{Answer, House};

/// A person at work in a browser.
struct Desktop<'a> {
    house: &'a House,
    login: String,
}

impl Desktop<'_> {
    async fn post(&self, path: &str, fields: &[(String, String)]) -> Answer {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.house.post_fields(&self.login, "/so-lieu/bieu", path, &fields).await
    }
}

/// The fields of the page's form as a browser would send them, from its markup.
fn fields(page: &str) -> Vec<(String, String)> {
    let form = page.split("novalidate class=\"stack\">").nth(1).unwrap().split("</form>").next().unwrap();
    let plain = |text: &str| {
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&#34;", "\"")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#38;", "&")
            .replace("&amp;", "&")
    };
    let attribute =
        |tag: &str, name: &str| Some(plain(tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?));
    let mut found = Vec::new();
    for piece in form.split('<').skip(1) {
        let tag = format!(" {piece}");
        let Some(name) = attribute(&tag, "name").filter(|name| name != "ma") else { continue };
        if piece.starts_with("input") {
            let ticked = !piece.contains("type=\"checkbox\"") || piece.contains(" checked");
            if ticked {
                found.push((name, attribute(&tag, "value").unwrap_or_default()));
            }
        } else if piece.starts_with("textarea") {
            found.push((name, plain(piece.split_once('>').unwrap().1)));
        } else if piece.starts_with("select") {
            let rest =
                form.split(&format!("name=\"{name}\"")).nth(1).unwrap().split("</select>").next().unwrap();
            let options: Vec<&str> = rest.split("<option").skip(1).collect();
            let chosen = options.iter().find(|option| option.contains(" selected")).or(options.first());
            if let Some(option) = chosen {
                found.push((name, attribute(&format!(" {option}"), "value").unwrap_or_default()));
            }
        }
    }
    found
}

/// Types into a field, or ticks it.
fn typed(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(known, _)| known != name);
    fields.push((name.to_owned(), value.to_owned()));
}

/// Presses a button of the draft.
async fn press(at: &Desktop<'_>, path: &str, fields: &[(String, String)], verb: &str) -> Answer {
    let mut fields = fields.to_vec();
    fields.push(("viec".to_owned(), verb.to_owned()));
    at.post(path, &fields).await
}

/// A draft of two figures and some words, as its page stands after the checks were tried.
async fn drafted(at: &Desktop<'_>, path: &str) -> String {
    let page = at.house.page(&at.login, path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let mut draft = fields(&page.text());

    // Found without marks, added, given words and a section of its own.
    typed(&mut draft, "tim", "cay xanh");
    let page = press(at, path, &draft, "tim").await.text();
    assert!(page.contains("them-HD01.any."), "{page}");
    let page = press(at, path, &fields(&page), "them-HD01.any.").await.text();
    let page = press(at, path, &fields(&page), "them-HD02.any.").await.text();
    let page = press(at, path, &fields(&page), "chu").await.text();
    let mut draft = fields(&page);
    assert!(draft.iter().any(|(name, value)| name == "a-3" && value == "loi-1"), "{draft:?}");

    // A wrong check is told by its line; a right one is tried at once.
    typed(&mut draft, "kiem-tra", "HD01 không quá 100\nmáu ít hơn cây");
    let page = press(at, path, &draft, "thu").await.text();
    assert!(page.contains("Dòng 2 chưa đọc được"), "{page}");
    let mut draft = fields(&page);
    typed(&mut draft, "kiem-tra", "HD02 không quá HD01\nmọi số đổi không quá 50%");
    typed(&mut draft, "v-1", "5");
    typed(&mut draft, "l-1", "4");
    typed(&mut draft, "v-2", "9");
    let page = press(at, path, &draft, "thu").await.text();
    assert!(page.contains("Chặn gửi.") && page.contains("Số này không thể là 9"), "{page}");
    page
}

#[tokio::test]
async fn a_form_is_made_tried_changed_and_copied_without_a_script() {
    let house = House::open().await;
    let (ctx, login) = house.person("quantri").await;
    let at = Desktop { house: &house, login };
    let unit = acts::form::list(&ctx).await.unwrap()[0].form.unit;
    let path = format!("/so-lieu/bieu/moi?don-vi={unit}");
    let page = drafted(&at, &path).await;

    // Nothing is written while something is missing, and nothing typed is lost.
    let refused = press(&at, &path, &fields(&page), "luu").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut draft = fields(&refused.text());
    assert!(draft.iter().any(|(name, value)| name == "kiem-tra" && value.starts_with("HD02 không quá HD01")));
    typed(&mut draft, "ten", "Biểu cây và máu năm 2023");
    typed(&mut draft, "loai-cell", "1");
    typed(&mut draft, "han", "last");
    let saved = press(&at, &path, &draft, "luu").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let place = saved.headers[header::LOCATION].to_str().unwrap().to_owned();
    let id: domain::form::FormId = place.rsplit('/').next().unwrap().parse().unwrap();
    let view = acts::form::view(&ctx, id).await.unwrap();
    let content = &view.versions[0].content;
    assert_eq!(content.rows().count(), 3);
    assert_eq!(content.due, Due::OnDay(31));
    assert!(matches!(content.hard[..], [HardCheck::NeverAbove { .. }]));
    assert_eq!(content.soft, [SoftCheck::Changes { slot: None, percent: 50 }]);
    let shown = house.page(&at.login, &place).await;
    assert_eq!(shown.status, StatusCode::OK);
    let check = "“Đơn vị máu đã hiến” không quá “Cây xanh trồng mới”";
    assert!(shown.text().contains(check), "figures by their names: {}", shown.text());

    // The next version holds from its day; the page brings everything back as it was written.
    let change = format!("{place}/sua");
    let page = house.page(&at.login, &change).await.text();
    let mut draft = fields(&page);
    typed(&mut draft, "h-1", "Không tính cây dự kiến.");
    let saved = press(&at, &change, &draft, "luu").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let versions = acts::form::view(&ctx, id).await.unwrap().versions;
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[0].content.hard, versions[1].content.hard);
    assert_eq!(versions[0].content.rows().next().unwrap().help, "Không tính cây dự kiến.");

    // Last year's form is where this year's begins.
    let year = house.app.today().year();
    let named = format!("Biểu cây và máu năm {}", year - 1);
    acts::form::rename(&ctx, id, &named).await.unwrap();
    let copy = house.page(&at.login, &format!("{path}&tu={id}")).await.text();
    assert!(copy.contains(&format!("Biểu cây và máu năm {year}")), "{copy}");
    let saved = press(&at, &path, &fields(&copy), "luu").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());

    let closed = at.post(&format!("{place}/dong"), &[]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    assert!(acts::form::view(&ctx, id).await.unwrap().form.closed_ms.is_some());
}

#[tokio::test]
async fn a_named_unit_is_granted_a_later_day_on_the_forms_page() {
    let house = House::open().await;
    let (ctx, login) = house.person("quantri").await;
    let at = Desktop { house: &house, login };
    let form = acts::form::list(&ctx).await.unwrap()[0].form.clone();
    let period = form.every.period_of(house.app.today()).unwrap();
    let query = acts::filing::board::BoardQuery {
        unit: form.unit,
        form: form.id,
        period,
        standing: None,
        late: false,
    };
    let board = acts::filing::board::board(&ctx, &query, None, 1).await.unwrap();
    let path = format!("/so-lieu/bieu/{}/gia-han", form.id);
    let sent = |who: &str, day: &str| {
        [("don-vi-gia-han", who), ("ky", &period.to_string()), ("han", day), ("ly-do", "Mưa bão")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let code = acts::unit::view(&ctx, board.rows[0].unit, house.app.today()).await.unwrap().name.name;
    // Whoever only manages does not decide on filings.
    assert_eq!(at.post(&path, &sent(&code, "1/1/2099")).await.status, StatusCode::FORBIDDEN);
    let (_, approver) = house.person("duyet").await;
    let at = Desktop { house: &house, login: approver };
    let granted = at.post(&path, &sent(&code, "1/1/2099")).await;
    assert_eq!(granted.status, StatusCode::SEE_OTHER, "{}", granted.text());
    let page = house.page(&at.login, &format!("/so-lieu/bieu/{}", form.id)).await.text();
    assert!(page.contains("1/1/2099") && page.contains("Mưa bão"), "{page}");
}
