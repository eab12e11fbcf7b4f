//! Layouts of units' own tables: refused, missing, kept, found again, replaced, forgotten, in the ledger.

use crate::cast::casts;
use crate::figures::period;
use crate::filings::monthly;
use acts::ActError;
use acts::filing::About;
use acts::layout::{self, LayoutRefusal};
use domain::layout::{Layout, LayoutFault, Meaning};

#[tokio::test]
async fn a_layout_is_told_once_and_forgotten_on_request() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let about = About { form: asks.form, unit: cast.east, period: period("2024M04") };
        let told = |key: &str| Layout {
            header: 3,
            columns: [(2, Meaning::Unit), (3, Meaning::Answer(key.to_owned()))].into(),
        };
        let trees = asks.trees.0.to_string();
        let trace = "2 chi bo\n3 cay";
        assert_eq!(layout::find(&cast.binh, about, trace).await.unwrap(), None);
        let unknown = layout::keep(&cast.binh, about, trace, told("guong-tot"), "a.csv").await;
        assert!(matches!(unknown, Err(ActError::Refused(LayoutRefusal::Fault(LayoutFault::NotAsked(_))))));
        let neighbour = layout::keep(&cast.chi, about, trace, told(&trees), "a.csv").await;
        assert!(matches!(neighbour, Err(ActError::Missing)));
        let viewer = layout::keep(&cast.dung, about, trace, told(&trees), "a.csv").await;
        assert!(matches!(viewer, Err(ActError::Denied(_))));

        layout::keep(&cast.binh, about, trace, told(&trees), "a.csv").await.unwrap();
        assert_eq!(cast.last_line().await.act, "layout.keep");
        let blood = asks.blood.0.to_string();
        layout::keep(&cast.binh, about, trace, told(&blood), "b.csv").await.unwrap();
        let kept = layout::find(&cast.binh, about, trace).await.unwrap().unwrap();
        assert_eq!((kept.layout, kept.label.as_str()), (told(&blood), "b.csv"));
        assert_eq!(layout::list(&cast.binh, about).await.unwrap().len(), 1);
        assert_eq!(layout::find(&cast.binh, about, "2 chi bo\n4 cay").await.unwrap(), None);
        assert!(matches!(layout::list(&cast.chi, about).await, Err(ActError::Missing)));
        assert!(matches!(layout::forget(&cast.chi, kept.id).await, Err(ActError::Missing)));

        layout::forget(&cast.binh, kept.id).await.unwrap();
        assert_eq!(cast.last_line().await.act, "layout.forget");
        assert_eq!(layout::find(&cast.binh, about, trace).await.unwrap(), None);
        assert!(matches!(layout::forget(&cast.binh, kept.id).await, Err(ActError::Missing)));
    }
}
