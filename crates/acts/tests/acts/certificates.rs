//! Certificates: making, proving, printing, replacing, and what their codes tell to strangers.

use crate::cast::{Cast, casts, denied, missing, refused};
use crate::decisions::{line, paper};
use acts::certificate::{self, CertificateRefusal};
use acts::decision::{self, Body, NewChange};
use acts::key::{self, Sealing};
use acts::{App, Ctx};
use domain::award::Giver;
use domain::certificate::{Replacing, Worth};
use domain::decision::Change;
use domain::honoree::HonoreeKind;
use domain::id::DecisionId;
use seal::{Chain, Known, KnownKey, PublicKey, Standing, check};
use serde_json::Value;

const NAMES: [&str; 3] = ["Nguyễn Thị Thuỳ Dương", "Đặng Hoà Ẩn", "Tập thể Chi bộ Khu phố 1"];

/// People of the cast in an installation that can sign, with keys for the east committee and for the province.
struct Office {
    app: App,
    binh: Ctx,
    giang: Ctx,
    an: Ctx,
}

async fn office(cast: &Cast, signs: bool) -> Office {
    let app = cast.app.clone().with_sealing(Sealing::new(&[7; 32], "https://thidua.example.vn"));
    let with = |ctx: &Ctx| Ctx::new(&app, ctx.account, "test");
    let office = Office { binh: with(&cast.binh), giang: with(&cast.giang), an: with(&cast.an), app };
    if signs {
        for unit in [cast.east, cast.province] {
            key::open(&office.an, unit, "").await.unwrap();
        }
    }
    office
}

async fn issued(cast: &Cast, office: &Office, number: &str, names: &[String]) -> DecisionId {
    let lines = names.iter().map(|name| line(HonoreeKind::Individual, name, "dang-giay-khen")).collect();
    let mut new = paper(cast.east, Body::Unit(cast.east, Giver::GrassrootsCommittee), lines);
    new.number = number.to_owned();
    decision::issue(&office.giang, new).await.unwrap()
}

fn names() -> Vec<String> {
    NAMES.iter().map(|name| (*name).to_owned()).collect()
}

/// What a verifier without a network has collected: the controllers and the list.
async fn known(app: &App, cast: &Cast) -> Known {
    let mut known = Known::default();
    for unit in [cast.east, cast.province] {
        let Ok(document) = key::document(app, unit).await else { continue };
        for method in document["verificationMethod"].as_array().unwrap() {
            let found = KnownKey {
                controller: document["id"].as_str().unwrap().to_owned(),
                key: PublicKey::parse(method["publicKeyMultibase"].as_str().unwrap()).unwrap(),
                from: jiff::Timestamp::UNIX_EPOCH,
                to: None,
            };
            known.keys.insert(method["id"].as_str().unwrap().to_owned(), found);
        }
    }
    known.anchors.insert(app.sealing().unwrap().signer(cast.province));
    let list = certificate::status_list(app, cast.east).await.unwrap();
    known.lists.insert(list["id"].as_str().unwrap().to_owned(), list);
    known
}

#[tokio::test]
async fn each_line_gets_its_number_its_code_and_a_twin_that_holds() {
    for cast in casts().await {
        let office = office(&cast, true).await;
        let id = issued(&cast, &office, "1", &names()).await;
        denied(certificate::issue(&office.giang, id).await);
        missing(certificate::issue(&cast.chi, id).await);
        let progress = certificate::issue(&office.binh, id).await.unwrap();
        assert_eq!((progress.done, progress.total), (3, 3));
        assert_eq!(cast.last_line().await.act, "certificate.issue");
        // Asked again, nothing is made twice.
        assert_eq!(certificate::issue(&office.binh, id).await.unwrap().done, 3);
        let second = issued(&cast, &office, "2", &["Lý Ba".to_owned()]).await;
        certificate::issue(&office.binh, second).await.unwrap();
        let sheets = certificate::load(&office.binh, id).await.unwrap().sheets;
        assert_eq!(sheets.iter().map(|sheet| sheet.row.number).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(certificate::load(&office.binh, second).await.unwrap().sheets[0].row.number, 4);
        let known = known(&office.app, &cast).await;
        for (sheet, name) in sheets.iter().zip(NAMES) {
            assert_eq!(sheet.printed.name, name, "every mark is kept");
            let twin: Value = serde_json::from_str(&sheet.row.credential).unwrap();
            let standing = check(&twin, &known, office.app.now());
            assert!(matches!(standing, Standing::Valid(Chain::Entitled(_))), "{standing:?}");
            let shown = certificate::shown(&office.app, &sheet.row.code.to_lowercase()).await.unwrap();
            assert_eq!((shown.worth, shown.printed.name.as_str()), (Worth::Valid, name));
        }
    }
}

#[tokio::test]
async fn nothing_is_printed_before_the_proof_and_nothing_again_without_a_reason() {
    for cast in casts().await {
        let office = office(&cast, false).await;
        let id = issued(&cast, &office, "1", &names()).await;
        assert_eq!(refused(certificate::prove(&office.giang, id).await), CertificateRefusal::NothingToMake);
        certificate::issue(&office.binh, id).await.unwrap();
        let print = async |only, reason| certificate::print(&office.binh, id, only, reason).await;
        assert_eq!(refused(print(None, "").await), CertificateRefusal::NotProved);
        denied(certificate::prove(&office.binh, id).await);
        certificate::prove(&office.giang, id).await.unwrap();
        assert_eq!(print(None, "").await.unwrap().len(), 3);
        assert_eq!(refused(print(None, " ").await), CertificateRefusal::ReasonMissing);
        let sheets = certificate::load(&office.binh, id).await.unwrap();
        let (one, unsigned) = (&sheets.sheets[0], &sheets.sheets[0].row.credential);
        assert!(unsigned.is_empty(), "a body without a key signs nothing");
        assert_eq!(print(Some(one.row.id), "nhòe mực").await.unwrap().len(), 1);
        let prints = certificate::load(&office.binh, id).await.unwrap().sheets.remove(0).prints;
        assert_eq!((prints.len(), prints[1].reason.as_str()), (2, "nhòe mực"));
        // A new sheet makes the proof stale.
        certificate::replace(&office.giang, one.row.id, Replacing::Lost, "cháy").await.unwrap();
        assert_eq!(refused(print(None, "lại").await), CertificateRefusal::NotProved);
        denied(certificate::replace(&office.binh, one.row.id, Replacing::Lost, "cháy").await);
        let again = certificate::replace(&office.giang, one.row.id, Replacing::Lost, "cháy").await;
        assert_eq!(refused(again), CertificateRefusal::AlreadyReplaced);
        missing(certificate::load(&cast.chi, id).await.map(|_| ()));
    }
}

#[tokio::test]
async fn a_code_tells_what_became_of_its_sheet_and_nothing_to_those_who_guess() {
    for cast in casts().await {
        let office = office(&cast, true).await;
        let id = issued(&cast, &office, "1", &names()).await;
        certificate::issue(&office.binh, id).await.unwrap();
        let sheets = certificate::load(&office.binh, id).await.unwrap().sheets;
        let worth =
            async |at: usize| certificate::shown(&office.app, &sheets[at].row.code).await.unwrap().worth;
        let change = |at: usize, change, name: &str| NewChange {
            decision: id,
            honoree: Some(sheets[at].row.honoree),
            change,
            day: office.app.today(),
            number: "13-QĐ/ĐU".to_owned(),
            reason: "rà soát".to_owned(),
            name: name.to_owned(),
        };
        decision::change(&office.giang, change(0, Change::Annulled, "")).await.unwrap();
        decision::change(&office.giang, change(1, Change::Corrected, "Đặng Hòa Ẩn")).await.unwrap();
        certificate::replace(&office.giang, sheets[2].row.id, Replacing::Changed, "đổi tên").await.unwrap();
        assert_eq!(worth(0).await, Worth::Annulled);
        assert_eq!(worth(1).await, Worth::Differs);
        assert_eq!(worth(2).await, Worth::Replaced);
        let twin = |at: usize| serde_json::from_str::<Value>(&sheets[at].row.credential).unwrap();
        let listed = known(&office.app, &cast).await;
        assert_eq!(check(&twin(0), &listed, office.app.now()), Standing::Revoked);
        assert!(matches!(check(&twin(1), &listed, office.app.now()), Standing::Valid(_)));
        assert_eq!(check(&twin(2), &listed, office.app.now()), Standing::Revoked);
        decision::change(&office.giang, change(0, Change::Restored, "")).await.unwrap();
        assert_eq!(worth(0).await, Worth::Valid);
        let listed = known(&office.app, &cast).await;
        assert!(matches!(check(&twin(0), &listed, office.app.now()), Standing::Valid(_)));
        for typed in ["", "7F3K", "7F3K-9QX2-MB4T", "' OR 1=1 --", "../../etc", &"A".repeat(5_000)] {
            missing(certificate::shown(&office.app, typed).await);
            missing(certificate::credential(&office.app, typed).await);
        }
        missing(certificate::status_list(&office.app, cast.west).await);
    }
}

#[tokio::test]
async fn what_a_body_signed_stays_good_when_its_key_is_closed_or_it_is_gone() {
    for cast in casts().await {
        let office = office(&cast, true).await;
        let id = issued(&cast, &office, "1", &names()).await;
        certificate::issue(&office.binh, id).await.unwrap();
        let sheets = certificate::load(&office.binh, id).await.unwrap().sheets;
        key::close(&office.an, cast.east, "Giải thể").await.unwrap();
        // Its list is signed by the unit at the top from now on.
        let known = known(&office.app, &cast).await;
        let twin: Value = serde_json::from_str(&sheets[0].row.credential).unwrap();
        let standing = check(&twin, &known, office.app.now());
        assert!(matches!(standing, Standing::Valid(Chain::Entitled(_))), "{standing:?}");
        assert_eq!(certificate::shown(&office.app, &sheets[0].row.code).await.unwrap().worth, Worth::Valid);
    }
}

#[tokio::test]
async fn a_long_list_is_made_piece_by_piece_and_printers_are_measured() {
    for cast in casts().await {
        let office = office(&cast, false).await;
        let many: Vec<String> = (1..=certificate::AT_ONCE + 10).map(|at| format!("Người thứ {at}")).collect();
        let id = issued(&cast, &office, "1", &many).await;
        let first = certificate::issue(&office.binh, id).await.unwrap();
        assert_eq!((first.done, first.total), (certificate::AT_ONCE, many.len()));
        let then = certificate::issue(&office.binh, id).await.unwrap();
        assert_eq!((then.done, then.total), (many.len(), many.len()));
        certificate::measure(&office.binh, cast.east, "HP tầng 2", 150, -200).await.unwrap();
        certificate::measure(&office.binh, cast.east, "HP tầng 2", 100, -200).await.unwrap();
        let far = certificate::measure(&office.binh, cast.east, "HP", 2_001, 0).await;
        assert_eq!(refused(far), CertificateRefusal::TooFarOff { most: 20 });
        denied(certificate::measure(&office.giang, cast.east, "HP", 0, 0).await);
        let printers = certificate::load(&office.binh, id).await.unwrap().printers;
        assert_eq!((printers.len(), printers[0].offset.across), (1, 100));
    }
}
