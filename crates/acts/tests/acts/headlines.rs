//! Choosing the figures of a front page: refused, missing, done, in the ledger; and which periods hold figures.

use crate::cast::casts;
use acts::ActError;
use acts::headline::{self, HeadlineRefusal};
use domain::figure::Slot;

#[tokio::test]
async fn a_unit_chooses_its_own_figures() {
    for cast in casts().await {
        assert_eq!(headline::chosen(&cast.binh, cast.east).await.unwrap(), []);
        let unknown = headline::choose(&cast.binh, cast.east, vec![Slot(99_999)]).await;
        assert!(matches!(unknown, Err(ActError::Refused(HeadlineRefusal::Unknown(Slot(99_999))))));
        let many = headline::choose(&cast.binh, cast.east, vec![Slot(1); 6]).await;
        assert!(matches!(many, Err(ActError::Refused(HeadlineRefusal::TooMany { most: 5 }))));
        assert!(matches!(headline::choose(&cast.chi, cast.east, Vec::new()).await, Err(ActError::Missing)));
        assert!(matches!(
            headline::choose(&cast.giang, cast.east, Vec::new()).await,
            Err(ActError::Denied(_))
        ));
        assert!(matches!(headline::chosen(&cast.chi, cast.east).await, Err(ActError::Missing)));
        headline::choose(&cast.binh, cast.east, Vec::new()).await.unwrap();
        assert_eq!(headline::periods(&cast.binh, cast.east).await.unwrap(), []);
        assert!(matches!(headline::periods(&cast.chi, cast.east).await, Err(ActError::Missing)));
    }
}
