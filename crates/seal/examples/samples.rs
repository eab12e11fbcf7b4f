//! Prints credentials of every kind, with all that is needed to check them: what `setup/credential.test.mjs` gives to
//! verifiers that others wrote. Fixed keys and days, so that the same bytes come out every time.

use jiff::Timestamp;
use jiff::civil::date;
use seal::{
    Award, Body, Controller, Endorsement, Entry, PublicKey, Received, SecretKey, StatusList, award,
    canonical, controller, endorsement, sign, status_list,
};
use serde_json::{Value, json};
use std::error::Error;
use std::io::Write as _;

const BASE: &str = "https://thidua.example.vn/xm";

fn body(name: &str) -> Body {
    Body {
        id: format!("did:web:thidua.example.vn:xm:{name}"), name: format!("Ban Thường vụ Đảng ủy {name}")
    }
}

fn time(text: &str) -> Result<Timestamp, jiff::Error> {
    text.parse()
}

/// An award to someone whose name has most of the marks there are, endorsed by `registrar`.
fn given(place: u32, registrar: &SecretKey, key: &PublicKey) -> Result<Award, Box<dyn Error>> {
    let form = "urn:thidua:hinh-thuc:dang.giay-khen".to_owned();
    let signed_on = time("2024-05-10T03:00:00Z")?;
    let said = Endorsement {
        id: format!("{BASE}/tham-quyen/{place}"),
        issuer: body("thanh-pho"),
        subject: body("khoi").id,
        form: form.clone(),
        decided_on: date(2024, 5, 10),
        rule: "Hướng dẫn 56-HD/VPTW, điểm 2".to_owned(),
        key: key.clone(),
        sentence: "Ngày 10/5/2024 Ban Thường vụ có thẩm quyền tặng Giấy khen.".to_owned(),
        valid_from: signed_on,
    };
    let method = Controller::method(&said.issuer.id, &registrar.public());
    Ok(Award {
        id: format!("{BASE}/{place}"),
        issuer: body("khoi"),
        received: Received {
            name: "Nguyễn Thị Thuỳ Dương".to_owned(),
            unit: "Chi bộ Văn phòng, Đảng bộ Sở Y tế".to_owned(),
        },
        form,
        form_name: "Giấy khen".to_owned(),
        merit: "Đã có thành tích xuất sắc trong thực hiện Kết luận số 01-KL/TW \"khóa XIII\"".to_owned(),
        decision: "Quyết định số 142-QĐ/ĐUK ngày 10/5/2024".to_owned(),
        decided_on: date(2024, 5, 10),
        register: "26/2024".to_owned(),
        valid_from: signed_on,
        valid_until: None,
        status: Entry { list: format!("{BASE}/trang-thai/1"), place },
        endorsements: vec![sign(&endorsement(&said), registrar, &method, signed_on)?],
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let (registrar, issuer, stranger) =
        (SecretKey::new(&[1; 32]), SecretKey::new(&[2; 32]), SecretKey::new(&[3; 32]));
    let signed_on = time("2024-05-10T03:00:00Z")?;
    let method = Controller::method(&body("khoi").id, &issuer.public());
    let seal_it = |award_: &Award, key: &SecretKey| sign(&award(award_), key, &method, signed_on);
    let good = given(26, &registrar, &issuer.public())?;
    let revoked = given(27, &registrar, &issuer.public())?;
    let expired = Award { valid_until: Some(time("2024-05-15T00:00:00Z")?), ..good.clone() };
    let valid = seal_it(&good, &issuer)?;
    let mut tampered = valid.clone();
    if let Some(name) = tampered.pointer_mut("/credentialSubject/identifier/0/identityHash") {
        *name = Value::String("Nguyễn Thị Thùy Dương".to_owned());
    }
    let list = status_list(
        &good.status.list,
        &body("khoi"),
        &StatusList::new([27]),
        signed_on,
        time("2124-05-10T03:00:00Z")?,
    )?;
    let keys =
        |name: &str, key: &SecretKey| controller(&Controller { id: body(name).id, keys: vec![key.public()] });
    let out = json!({
        "canonical": canonical(&award(&good))?,
        "valid": valid,
        "tampered": tampered,
        "expired": seal_it(&expired, &issuer)?,
        "revoked": seal_it(&revoked, &issuer)?,
        "forged": seal_it(&good, &stranger)?,
        "list": sign(&list, &issuer, &method, signed_on)?,
        "controllers": [keys("khoi", &issuer), keys("thanh-pho", &registrar)],
    });
    Ok(std::io::stdout().write_all(format!("{out}\n").as_bytes())?)
}
