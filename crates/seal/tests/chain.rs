//! What a credential is worth: valid with its chain, and every way in which it is not.
#![expect(clippy::expect_used, reason = "a test that cannot go on says so by stopping")]

use jiff::Timestamp;
use jiff::civil::date;
use seal::{
    Award, Body, Broken, Chain, Controller, Endorsement, Entry, Known, KnownKey, Received, SecretKey,
    Standing, StatusList, award, check, endorsement, sign, status_list,
};
use serde_json::{Value, json};

const LIST: &str = "https://t.example/xm/trang-thai/1";

fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

fn body(name: &str) -> Body {
    Body { id: format!("did:web:t.example:xm:{name}"), name: name.to_owned() }
}

fn key(name: &str) -> SecretKey {
    SecretKey::new(&[u8::try_from(name.len()).expect("short"); 32])
}

fn method(name: &str) -> String {
    Controller::method(&body(name).id, &key(name).public())
}

fn endorsed(change: impl Fn(&mut Endorsement)) -> Value {
    let mut said = Endorsement {
        id: "https://t.example/xm/tham-quyen/1".to_owned(),
        issuer: body("registrar"),
        subject: body("khoi").id,
        form: "urn:thidua:hinh-thuc:dang.giay-khen".to_owned(),
        decided_on: date(2024, 5, 10),
        rule: "điểm 2".to_owned(),
        key: key("khoi").public(),
        sentence: "Có thẩm quyền.".to_owned(),
        valid_from: time("2024-05-10T03:00:00Z"),
    };
    change(&mut said);
    let by = if said.issuer == body("registrar") { "registrar" } else { "stranger" };
    sign(&endorsement(&said), &key(by), &method(by), said.valid_from).expect("signed")
}

fn given(place: u32, endorsements: Vec<Value>) -> Award {
    Award {
        id: "https://t.example/xm/7f3k".to_owned(),
        issuer: body("khoi"),
        received: Received { name: "Đặng Hoà".to_owned(), unit: String::new() },
        form: "urn:thidua:hinh-thuc:dang.giay-khen".to_owned(),
        form_name: "Giấy khen".to_owned(),
        merit: "Xuất sắc".to_owned(),
        decision: "142-QĐ/ĐUK".to_owned(),
        decided_on: date(2024, 5, 10),
        register: "26/2024".to_owned(),
        valid_from: time("2024-05-10T03:00:00Z"),
        valid_until: None,
        status: Entry { list: LIST.to_owned(), place },
        endorsements,
    }
}

fn sealed(given: &Award) -> Value {
    sign(&award(given), &key("khoi"), &method("khoi"), time("2024-05-10T03:00:00Z")).expect("signed")
}

/// What a verifier without a network has: both bodies' keys and the list on which place 27 is revoked.
fn known() -> Known {
    let mut known = Known::default();
    for name in ["khoi", "registrar", "stranger"] {
        let key = key(name).public();
        let from = time("2024-01-01T00:00:00Z");
        known.keys.insert(method(name), KnownKey { controller: body(name).id, key, from, to: None });
    }
    let until = time("2024-12-31T00:00:00Z");
    let list =
        status_list(LIST, &body("registrar"), &StatusList::new([27]), time("2024-05-10T00:00:00Z"), until)
            .expect("packed");
    let list =
        sign(&list, &key("registrar"), &method("registrar"), time("2024-05-10T00:00:00Z")).expect("signed");
    known.lists.insert(LIST.to_owned(), list);
    known.anchors.insert(body("registrar").id);
    known
}

fn now() -> Timestamp {
    time("2024-05-20T02:20:00Z")
}

#[test]
fn a_certificate_holds_and_its_issuer_was_entitled() {
    let sealed = sealed(&given(26, vec![endorsed(|_| {})]));
    assert_eq!(check(&sealed, &known(), now()), Standing::Valid(Chain::Entitled("điểm 2".to_owned())));
}

#[test]
fn the_chain_tells_why_it_does_not_hold() {
    let told = |endorsements| {
        let Standing::Valid(chain) = check(&sealed(&given(26, endorsements)), &known(), now()) else {
            panic!("the certificate itself holds")
        };
        chain
    };
    assert_eq!(told(vec![]), Chain::None);
    assert_eq!(told(vec![endorsed(|said| said.issuer = body("stranger"))]), Chain::Untrusted);
    assert_eq!(
        told(vec![endorsed(|said| said.form = "urn:thidua:hinh-thuc:bang-khen".to_owned())]),
        Chain::Elsewhere
    );
    assert_eq!(told(vec![endorsed(|said| said.decided_on = date(2024, 5, 9))]), Chain::Elsewhere);
    assert_eq!(told(vec![endorsed(|said| said.key = key("registrar").public())]), Chain::Elsewhere);
    assert_eq!(told(vec![endorsed(|said| said.subject = body("khac").id)]), Chain::Elsewhere);
    let mut changed = endorsed(|_| {});
    changed["credentialSubject"]["rule"] = json!("điểm 3");
    assert_eq!(told(vec![changed]), Chain::Broken(Broken::Tampered));
}

#[test]
fn every_changed_word_is_noticed() {
    let sealed = sealed(&given(26, vec![endorsed(|_| {})]));
    for pointer in [
        "/credentialSubject/identifier/0/identityHash",
        "/credentialSubject/licenseNumber",
        "/credentialSubject/narrative",
        "/credentialSubject/achievement/name",
        "/credentialSubject/achievement/description",
        "/issuer/name",
        "/awardedDate",
        "/validFrom",
        "/credentialStatus/statusListIndex",
        "/endorsement/0/credentialSubject/rule",
        "/proof/created",
    ] {
        let mut other = sealed.clone();
        let member = other.pointer_mut(pointer).expect(pointer);
        let text = member.as_str().expect("text").replacen(['1', '2', 'n', 'c', 'i'], "9", 1);
        assert_ne!(member.as_str(), Some(text.as_str()), "{pointer}");
        *member = json!(text);
        assert!(matches!(check(&other, &known(), now()), Standing::Broken(_)), "{pointer}");
    }
}

#[test]
fn a_word_that_no_context_knows_is_not_believed() {
    let mut sealed = sealed(&given(26, vec![]));
    sealed["ghiChú"] = json!("kèm thưởng 100 triệu đồng");
    assert_eq!(check(&sealed, &known(), now()), Standing::Broken(Broken::Uncovered("ghiChú".to_owned())));
}

#[test]
fn revoked_expired_early_and_foreign_ones_fail_for_their_own_reason() {
    let at = |text: &str| time(text);
    assert_eq!(check(&sealed(&given(27, vec![])), &known(), now()), Standing::Revoked);
    let mut short = given(26, vec![]);
    short.valid_until = Some(at("2024-05-19T00:00:00Z"));
    assert_eq!(check(&sealed(&short), &known(), now()), Standing::Expired);
    assert_eq!(check(&sealed(&given(26, vec![])), &known(), at("2024-05-10T02:59:59Z")), Standing::NotYet);
    let foreign =
        sign(&award(&given(26, vec![])), &key("stranger"), &method("stranger"), at("2024-05-10T03:00:00Z"));
    assert_eq!(check(&foreign.expect("signed"), &known(), now()), Standing::WrongIssuer);
    let forged =
        sign(&award(&given(26, vec![])), &key("stranger"), &method("khoi"), at("2024-05-10T03:00:00Z"));
    assert_eq!(check(&forged.expect("signed"), &known(), now()), Standing::Broken(Broken::Tampered));
}

#[test]
fn a_closed_key_keeps_what_it_signed_and_signs_no_more() {
    let mut known = known();
    known.keys.get_mut(&method("khoi")).expect("a key").to = Some(time("2024-05-11T00:00:00Z"));
    assert_eq!(check(&sealed(&given(26, vec![])), &known, now()), Standing::Valid(Chain::None));
    let late = sign(&award(&given(26, vec![])), &key("khoi"), &method("khoi"), time("2024-05-12T00:00:00Z"));
    assert_eq!(check(&late.expect("signed"), &known, now()), Standing::KeyNotOpen);
}

#[test]
fn without_a_sound_list_nothing_is_said_of_revocation() {
    let sealed = sealed(&given(26, vec![]));
    let mut without = known();
    without.lists.clear();
    assert_eq!(check(&sealed, &without, now()), Standing::StatusUnknown);
    // The list itself is out of date.
    assert_eq!(check(&sealed, &known(), time("2025-06-01T00:00:00Z")), Standing::StatusUnknown);
    // The list is signed by one who keeps none.
    let mut elsewhere = known();
    elsewhere.anchors.clear();
    assert_eq!(check(&sealed, &elsewhere, now()), Standing::StatusUnknown);
}
