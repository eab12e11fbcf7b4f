//! Signing keys: who may open and close one, what stays after it is closed, what strangers see.

use crate::cast::{Cast, casts, denied, refused};
use acts::key::{self, KeyRefusal, Readiness, Sealing};
use acts::{ActError, App, Ctx};

fn sealed(cast: &Cast, ctx: &Ctx) -> (App, Ctx) {
    let app = cast.app.clone().with_sealing(Sealing::new(&[7; 32], "https://thidua.example.vn:8443/"));
    let ctx = Ctx::new(&app, ctx.account, "test");
    (app, ctx)
}

#[tokio::test]
async fn a_key_is_opened_changed_and_closed_and_stays_known() {
    for cast in casts().await {
        let (app, ha) = sealed(&cast, &cast.ha);
        assert!(matches!(key::document(&app, cast.east).await, Err(ActError::Missing)));
        key::open(&ha, cast.east, "").await.unwrap();
        assert_eq!(refused(key::open(&ha, cast.east, " ").await), KeyRefusal::ReasonMissing);
        key::open(&ha, cast.east, "Thay định kỳ hằng năm").await.unwrap();
        let keys = key::list(&ha, cast.east).await.unwrap();
        assert_eq!(keys.len(), 2);
        assert_eq!(keys.iter().filter(|key| key.closed_ms.is_none()).count(), 1);
        key::close(&ha, cast.east, "Giải thể").await.unwrap();
        assert_eq!(refused(key::close(&ha, cast.east, "Lần nữa").await), KeyRefusal::NoneOpen);
        let document = key::document(&app, cast.east).await.unwrap();
        let id = format!("did:web:thidua.example.vn%3A8443:xm:co-quan:{}", cast.east);
        assert_eq!(document["id"], id.as_str());
        assert_eq!(document["assertionMethod"].as_array().unwrap().len(), 2, "closed keys go on to verify");
        assert!(!document.to_string().contains("secret"));
    }
}

#[tokio::test]
async fn only_those_who_manage_the_unit_keep_its_keys() {
    for cast in casts().await {
        let (_, binh) = sealed(&cast, &cast.binh);
        denied(key::open(&binh, cast.east, "").await);
        let (_, ha) = sealed(&cast, &cast.ha);
        assert!(matches!(key::open(&ha, cast.west, "").await, Err(ActError::Missing)));
        assert!(matches!(key::list(&ha, cast.west).await, Err(ActError::Missing)));
        let (_, giang) = sealed(&cast, &cast.giang);
        denied(key::close(&giang, cast.east, "x").await);
        assert_eq!(refused(key::open(&cast.ha, cast.east, "").await), KeyRefusal::NoSafe);
    }
}

#[tokio::test]
async fn an_office_is_told_what_is_missing_before_anything_is_signed() {
    for cast in casts().await {
        let (app, ha) = sealed(&cast, &cast.ha);
        let an = Ctx::new(&app, cast.an.account, "test");
        let lacks = |ring: key::Ring, unit, can_open| {
            let Readiness::NoKey { unit: found, can_open: may, .. } = ring.readiness else {
                panic!("{:?}", ring.readiness)
            };
            assert_eq!((found, may), (unit, can_open));
        };
        lacks(key::ring(&ha, cast.east).await.unwrap(), cast.east, true);
        key::open(&ha, cast.east, "").await.unwrap();
        // The province, which confirms that the east was entitled, has none; Hà does not keep its keys.
        lacks(key::ring(&ha, cast.east).await.unwrap(), cast.province, false);
        lacks(key::ring(&an, cast.east).await.unwrap(), cast.province, true);
        key::open(&an, cast.province, "").await.unwrap();
        let ring = key::ring(&ha, cast.east).await.unwrap();
        assert_eq!(ring.readiness, Readiness::Signs);
        assert_eq!(ring.keys[0].1, "Vũ Thanh Hà");
        assert!(ring.address.unwrap().starts_with("did:web:"));
        let bare = key::ring(&cast.ha, cast.east).await.unwrap();
        assert_eq!(bare.readiness, Readiness::NoSafe);
        let binh = Ctx::new(&app, cast.binh.account, "test");
        denied(key::ring(&binh, cast.east).await.map(|_| ()));
    }
}
