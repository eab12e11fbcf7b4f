//! Tables kept to look at again: for oneself, for everybody who sees the unit, and for nobody else.

use crate::cast::{casts, denied, missing, new_account, refused};
use acts::pivot::{self, NewPivot, PivotRefusal};
use acts::{Ctx, account};
use domain::authority::Right;
use domain::unit::UnitId;

fn new(unit: UnitId, name: &str, shared: bool) -> NewPivot {
    NewPivot { unit, name: name.to_owned(), asked: "tu=2024&cot=quy&them=cung-ky".to_owned(), shared }
}

async fn names(ctx: &Ctx, unit: UnitId) -> Vec<String> {
    pivot::list(ctx, unit).await.unwrap().into_iter().map(|one| one.kept.name).collect()
}

#[tokio::test]
async fn a_table_is_kept_for_oneself_or_for_all_who_see_the_unit() {
    for cast in casts().await {
        let person = |login: &'static str, right, unit| {
            let (an, app) = (cast.an.clone(), cast.app.clone());
            async move {
                let new = new_account(login, login, right, Some(unit));
                Ctx::new(&app, account::create(&an, new).await.unwrap(), "test")
            }
        };
        let clerk = person("ghi", Right::Enter, cast.east).await;
        let reader = person("xem", Right::View, cast.east).await;
        let neighbour = person("ban", Right::Enter, cast.west).await;
        let shared = pivot::keep(&clerk, new(cast.east, "Cây theo quý", true)).await.unwrap();
        let own = pivot::keep(&reader, new(cast.east, "Riêng", false)).await.unwrap();
        assert_eq!(names(&reader, cast.east).await, ["Cây theo quý", "Riêng"]);
        assert_eq!(names(&clerk, cast.east).await, ["Cây theo quý"]);

        // Whoever only looks does not share; whoever does not even see the unit learns nothing.
        denied(pivot::keep(&reader, new(cast.east, "Chung", true)).await);
        missing(pivot::keep(&neighbour, new(cast.east, "Của bạn", false)).await);
        missing(pivot::list(&neighbour, cast.east).await);
        missing(pivot::remove(&neighbour, shared).await);
        // Not even a colleague drops what is somebody's own.
        missing(pivot::remove(&clerk, own).await);

        let taken = pivot::keep(&clerk, new(cast.east, " Cây  theo quý", false)).await;
        assert_eq!(refused(taken), PivotRefusal::Taken);
        let nameless = pivot::keep(&clerk, new(cast.east, " ", false)).await;
        assert_eq!(refused(nameless), PivotRefusal::Name);
        let foreign = NewPivot { asked: "tu=<script>".to_owned(), ..new(cast.east, "Lạ", false) };
        assert_eq!(refused(pivot::keep(&clerk, foreign).await), PivotRefusal::Asked);
        assert_eq!(cast.last_line().await.act, "pivot.keep");

        assert_eq!(pivot::remove(&reader, own).await.unwrap(), cast.east);
        pivot::remove(&clerk, shared).await.unwrap();
        assert_eq!(names(&clerk, cast.east).await, Vec::<String>::new());
        assert_eq!(cast.last_line().await.act, "pivot.remove");
    }
}
