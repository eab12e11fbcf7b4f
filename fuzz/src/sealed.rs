//! Promises about what proves itself: credentials, status lists, keys, and signatures in files that come back.
//!
//! Not here: whether what is signed is true.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::date;
use office::signature::{Check, signatures};
use seal::{
    Award, Body, Controller, Endorsement, Entry, Known, KnownKey, PublicKey, Received, SecretKey, Standing,
    StatusList, award, canonical, check, endorsement, sign, status_list, verify,
};
use serde_json::Value;

const LIST: &str = "https://t.example/xm/trang-thai/1";

/// What was really signed, and what a verifier without a network has.
struct Ours {
    documents: Vec<Value>,
    said: Vec<String>,
    known: Known,
}

static OURS: LazyLock<Ours> = LazyLock::new(ours);

fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

fn ours() -> Ours {
    let (khoi, registrar) = (SecretKey::new(&[4; 32]), SecretKey::new(&[9; 32]));
    let body = |name: &str| Body { id: format!("did:web:t.example:xm:{name}"), name: name.to_owned() };
    let method = |name: &str, key: &SecretKey| Controller::method(&body(name).id, &key.public());
    let from = time("2024-05-10T03:00:00Z");
    let said = Endorsement {
        id: "https://t.example/xm/tham-quyen/1".to_owned(),
        issuer: body("registrar"),
        subject: body("khoi").id,
        form: "urn:thidua:hinh-thuc:dang-giay-khen".to_owned(),
        decided_on: date(2024, 5, 10),
        rule: "Điều 5".to_owned(),
        key: khoi.public(),
        sentence: "Có thẩm quyền.".to_owned(),
        valid_from: from,
    };
    let entitled =
        sign(&endorsement(&said), &registrar, &method("registrar", &registrar), from).expect("signed");
    let given = |place, endorsements| Award {
        id: "https://t.example/xm/7F3K9QX2MB4T".to_owned(),
        issuer: body("khoi"),
        received: Received { name: "Đặng Hoà".to_owned(), unit: "Chi bộ 1".to_owned() },
        form: "urn:thidua:hinh-thuc:dang-giay-khen".to_owned(),
        form_name: "Giấy khen".to_owned(),
        merit: "Xuất sắc".to_owned(),
        decision: "142-QĐ/ĐUK".to_owned(),
        decided_on: date(2024, 5, 10),
        register: "26/2024".to_owned(),
        valid_from: from,
        valid_until: None,
        status: Entry { list: LIST.to_owned(), place },
        endorsements,
    };
    let seal = |given: &Award| sign(&award(given), &khoi, &method("khoi", &khoi), from).expect("signed");
    let list =
        status_list(LIST, &body("registrar"), &StatusList::new([27]), from, time("2024-12-31T00:00:00Z"))
            .expect("packed");
    let list = sign(&list, &registrar, &method("registrar", &registrar), from).expect("signed");
    let mut known = Known::default();
    for (name, key) in [("khoi", &khoi), ("registrar", &registrar)] {
        let first = time("2024-01-01T00:00:00Z");
        let kept = KnownKey { controller: body(name).id, key: key.public(), from: first, to: None };
        known.keys.insert(method(name, key), kept);
    }
    known.anchors.insert(body("registrar").id);
    known.lists.insert(LIST.to_owned(), list.clone());
    let documents =
        vec![seal(&given(26, vec![entitled.clone()])), seal(&given(27, Vec::new())), entitled, list];
    let said = documents.iter().filter_map(unsigned).collect();
    Ours { documents, said, known }
}

/// What a document says, in the one form that is signed; its proof left out.
fn unsigned(document: &Value) -> Option<String> {
    let mut plain = document.clone();
    plain.as_object_mut()?.remove("proof");
    canonical(&plain).ok()
}

/// What was really signed, as text: the seeds of [`credential`].
pub fn credentials() -> Vec<String> {
    let list = StatusList::new([1, 27, 131_071]).print().expect("packed");
    let key = SecretKey::new(&[4; 32]).public().print();
    OURS.documents.iter().map(Value::to_string).chain([list, key]).collect()
}

/// Any bytes as a credential, a status list and a key: nothing holds but what was really signed, canonical forms are
/// stable, and what is read as list or key is printed as it was.
pub fn credential(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(list) = StatusList::parse(&text) {
        let again = StatusList::parse(&list.print().expect("packed")).expect("read back");
        assert_eq!(list, again);
    }
    if let Ok(key) = PublicKey::parse(&text) {
        assert_eq!(PublicKey::parse(&key.print()).map(|key| key.print()), Ok(key.print()));
    }
    let Ok(document) = serde_json::from_str::<Value>(&text) else { return };
    let form = canonical(&document).ok();
    assert_eq!(form, canonical(&document).ok());
    let ours = &*OURS;
    let find = |name: &str| ours.known.keys.get(name).map(|kept| kept.key.clone());
    let holds = verify(&document, find).is_ok();
    if holds {
        let said = unsigned(&document).expect("what was verified has a form");
        assert!(ours.said.contains(&said), "a proof holds for what nobody signed: {document}");
    }
    let now = time("2024-06-01T00:00:00Z");
    if let Standing::Valid(_) = check(&document, &ours.known, now) {
        assert!(holds, "valid without a proof that holds");
    }
}

/// Any bytes as a file that came back: a sound signature is right in every part that is checked.
pub fn signed_pdf(bytes: &[u8]) {
    for signed in signatures(bytes) {
        if signed.is_sound() {
            assert!(signed.covers_all, "sound, and something stands outside");
            assert_eq!((&signed.content, &signed.signature), (&Check::Right, &Check::Right));
        }
    }
}
