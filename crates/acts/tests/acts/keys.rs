//! Signing keys: who may open and close one, what stays after it is closed, what strangers see.

use crate::cast::{Cast, casts, denied, refused};
use acts::key::{self, KeyRefusal, Sealing};
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
