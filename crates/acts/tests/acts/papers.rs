//! The register of directives, programmes, themes, and the ledger that keeps it all.

use crate::cast::{Cast, TODAY, casts, denied, found, missing, refused};
use acts::directive::{self, DirectiveField, DirectiveRefusal, NewDirective};
use acts::ledger::{self, Chain, LedgerFilter};
use acts::programme::{self, NewProgramme, ProgrammeRefusal};
use acts::theme::{self, NewTheme, ThemeRefusal};
use acts::{Ctx, unit};
use domain::directive::Relation;
use domain::id::{DirectiveId, LedgerId};
use domain::period::Period;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::date;
use store::args;

fn paper(unit: Option<UnitId>) -> NewDirective {
    NewDirective {
        kind: "Kế hoạch".to_owned(),
        number: "15-KH/ĐU".to_owned(),
        issued: Some(date(2024, 1, 10)),
        issuer: "Đảng ủy phường Đông".to_owned(),
        subject: "học tập chuyên đề năm 2024".to_owned(),
        valid_from: Some(date(2024, 1, 10)),
        valid_to: None,
        source: "bản gốc".to_owned(),
        verified: true,
        unit,
    }
}

async fn numbered(ctx: &Ctx, number: &str) -> Option<DirectiveId> {
    let register = directive::list(ctx).await.unwrap();
    register.into_iter().find(|view| view.directive.number == number).map(|view| view.directive.id)
}

#[tokio::test]
async fn a_committee_keeps_a_register_of_its_own() {
    for cast in casts().await {
        let east = || paper(Some(cast.east));
        missing(directive::add(&cast.khanh, east()).await);
        missing(directive::add(&cast.chi, east()).await);
        denied(directive::add(&cast.binh, east()).await);
        denied(directive::add(&cast.ha, paper(None)).await);
        let id = directive::add(&cast.ha, east()).await.unwrap();
        let line = cast.last_line().await;
        assert_eq!((line.act.as_str(), line.unit), ("directive.add", Some(cast.east)));
        assert_eq!(numbered(&cast.binh, "15-KH/ĐU").await, Some(id));
        assert_eq!(numbered(&cast.chi, "15-KH/ĐU").await, None);
        missing(directive::view(&cast.chi, id).await);
        assert!(numbered(&cast.chi, "05-CT/TW").await.is_some());
        assert_eq!(refused(directive::add(&cast.ha, east()).await), DirectiveRefusal::Known { id });
        // The same number in another term is another paper, and so is the neighbour's.
        directive::add(&cast.ha, NewDirective { issued: Some(date(2020, 8, 1)), ..east() }).await.unwrap();
        directive::add(&cast.an, paper(Some(cast.west))).await.unwrap();
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_paper_is_said() {
    for cast in casts().await {
        let add = async |new| refused(directive::add(&cast.an, new).await);
        let usual = paper(None);
        assert_eq!(
            add(NewDirective { kind: " ".into(), ..usual.clone() }).await,
            DirectiveRefusal::KindMissing
        );
        assert_eq!(
            add(NewDirective { number: String::new(), ..usual.clone() }).await,
            DirectiveRefusal::NumberMissing
        );
        assert_eq!(
            add(NewDirective { subject: "x".repeat(1001), ..usual.clone() }).await,
            DirectiveRefusal::TooLong { field: DirectiveField::Subject, most: 1000 }
        );
        let backwards = NewDirective { valid_to: Some(date(2024, 1, 10)), ..usual };
        assert_eq!(add(backwards).await, DirectiveRefusal::Backwards);
    }
}

#[tokio::test]
async fn papers_follow_one_another_and_never_in_a_circle() {
    for cast in casts().await {
        let id = directive::add(&cast.ha, paper(Some(cast.east))).await.unwrap();
        let above = numbered(&cast.ha, "05-CT/TW").await.unwrap();
        let relate = |ctx: &Ctx, newer, older| {
            let ctx = ctx.clone();
            async move { directive::relate(&ctx, newer, Relation::Guides, older, "bản gốc").await }
        };
        missing(relate(&cast.chi, id, above).await);
        denied(relate(&cast.binh, id, above).await);
        denied(relate(&cast.ha, above, id).await);
        relate(&cast.ha, id, above).await.unwrap();
        assert_eq!(cast.last_line().await.act, "directive.relate");
        assert_eq!(refused(relate(&cast.ha, id, above).await), DirectiveRefusal::RelationKnown);
        assert_eq!(refused(relate(&cast.an, above, id).await), DirectiveRefusal::Circle);
        assert_eq!(refused(relate(&cast.an, id, id).await), DirectiveRefusal::SameDocument);
        let first = numbered(&cast.an, "06-CT/TW").await.unwrap();
        assert_eq!(refused(relate(&cast.an, first, id).await), DirectiveRefusal::Circle);
        let view = directive::view(&cast.binh, id).await.unwrap();
        assert_eq!(
            (view.relations[0].cited.as_str(), view.relations[0].other_is_newer),
            ("Chỉ thị số 05-CT/TW", false)
        );
        // To guide is not to follow: the directive above has its own successor only.
        let followed = directive::view(&cast.an, above).await.unwrap().followed_by;
        assert!(!followed.contains(&id) && !followed.is_empty());
        // Whoever may not know of a paper does not find it among another's kin.
        let seen = directive::view(&cast.chi, above).await.unwrap();
        assert!(seen.relations.iter().all(|row| row.other != id));
    }
}

#[tokio::test]
async fn programmes_and_themes_hold_for_all_below() {
    for cast in casts().await {
        let above = numbered(&cast.an, "05-CT/TW").await;
        let programme = |unit| NewProgramme {
            unit,
            name: "Học tập và làm theo Bác".to_owned(),
            period: Period::years(2021, 2025).unwrap(),
            directive: above,
        };
        missing(programme::add(&cast.chi, programme(cast.east)).await);
        denied(programme::add(&cast.binh, programme(cast.east)).await);
        missing(programme::add(&cast.ha, programme(cast.province)).await);
        let id = programme::add(&cast.an, programme(cast.province)).await.unwrap();
        assert_eq!(cast.last_line().await.act, "programme.add");
        let listed = programme::list(&cast.binh, cast.east_cells[0]).await.unwrap();
        assert_eq!((listed[0].programme.id, listed[0].unit_name.as_str()), (id, "Đảng bộ tỉnh Sông Tiền"));
        assert_eq!(listed[0].cited.as_deref(), Some("Chỉ thị số 05-CT/TW"));
        missing(programme::list(&cast.chi, cast.east).await);

        let theme = |unit, programme| NewTheme {
            unit,
            programme,
            title: "Ý chí tự lực, tự cường".to_owned(),
            period: Period::year(2024).unwrap(),
            source: "Kế hoạch số 15-KH/ĐU".to_owned(),
        };
        missing(theme::add(&cast.chi, theme(cast.east, None)).await);
        denied(theme::add(&cast.giang, theme(cast.east, None)).await);
        let set = theme::add(&cast.ha, theme(cast.east, Some(id))).await.unwrap();
        assert_eq!(cast.last_line().await.act, "theme.add");
        let listed = theme::list(&cast.binh, cast.east_cells[1]).await.unwrap();
        assert_eq!((listed.len(), listed[0].theme.id), (1, set));
        assert_eq!(theme::list(&cast.chi, cast.west).await.unwrap(), []);

        let nameless = NewProgramme { name: " ".into(), ..programme(cast.east) };
        assert_eq!(refused(programme::add(&cast.ha, nameless).await), ProgrammeRefusal::NameMissing);
        let early = NewProgramme { period: Period::year(2019).unwrap(), ..programme(cast.east) };
        assert_eq!(refused(programme::add(&cast.ha, early).await), ProgrammeRefusal::UnitNotThere);
        let east = programme::add(&cast.ha, programme(cast.east)).await.unwrap();
        assert_eq!(
            refused(theme::add(&cast.an, theme(cast.west, Some(east))).await),
            ThemeRefusal::UnknownProgramme
        );
        assert_eq!(
            refused(theme::add(&cast.ha, NewTheme { title: String::new(), ..theme(cast.east, None) }).await),
            ThemeRefusal::TitleMissing
        );
    }
}

async fn acts_of(ctx: &Ctx, filter: LedgerFilter) -> Vec<String> {
    let page = ledger::list(ctx, filter, None, 500).await.unwrap();
    page.rows.into_iter().map(|row| row.line.act).collect()
}

#[tokio::test]
async fn the_ledger_shows_ones_own_part_page_by_page() {
    for cast in casts().await {
        cast.wait(24 * 60);
        found(&cast.ha, "Chi bộ Mới", UnitKind::Cell, Some(cast.east)).await;
        found(&cast.an, "Chi bộ Mới", UnitKind::Cell, Some(cast.west)).await;
        denied(ledger::list(&cast.binh, LedgerFilter::default(), None, 10).await);
        denied(ledger::list(&cast.khanh, LedgerFilter::default(), None, 10).await);
        missing(
            ledger::list(
                &cast.ha,
                LedgerFilter { unit: Some(cast.west), ..LedgerFilter::default() },
                None,
                9,
            )
            .await,
        );
        denied(
            ledger::list(
                &cast.binh,
                LedgerFilter { unit: Some(cast.east), ..LedgerFilter::default() },
                None,
                9,
            )
            .await,
        );

        let all = acts_of(&cast.an, LedgerFilter::default()).await;
        let east = acts_of(&cast.ha, LedgerFilter::default()).await;
        assert!(east.len() < all.len());
        let later = LedgerFilter { from: Some(TODAY.tomorrow().unwrap()), ..LedgerFilter::default() };
        assert_eq!(acts_of(&cast.an, later.clone()).await, ["unit.create", "unit.create"]);
        assert_eq!(acts_of(&cast.ha, later).await, ["unit.create"]);
        let before = LedgerFilter { to: Some(TODAY), ..LedgerFilter::default() };
        assert_eq!(acts_of(&cast.an, before).await.len(), all.len() - 2);
        let by_ha = LedgerFilter { account: Some(cast.ha.account), ..LedgerFilter::default() };
        assert_eq!(acts_of(&cast.an, by_ha).await, ["unit.create"]);
        let grants = LedgerFilter { act: Some("duty.".to_owned()), ..LedgerFilter::default() };
        assert_eq!(acts_of(&cast.an, grants).await, ["duty.grant"; 6]);

        let (mut before, mut walked) = (None, Vec::new());
        loop {
            let page = ledger::list(&cast.an, LedgerFilter::default(), before, 4).await.unwrap();
            walked.extend(page.rows.into_iter().map(|row| row.line.act));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(walked, all);
        let page = ledger::list(&cast.ha, LedgerFilter::default(), None, 1).await.unwrap();
        let row = &page.rows[0];
        assert_eq!(
            (row.full_name.as_deref(), row.unit_name.as_deref(), row.sealed),
            (Some("Vũ Thanh Hà"), Some("Chi bộ Mới"), false)
        );
    }
}

async fn tamper(cast: &Cast, sql: &'static str, id: LedgerId) {
    let mut tx = cast.db.write().await.unwrap();
    assert_eq!(tx.run(sql, args![id.0]).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_line_that_was_changed_breaks_the_chain() {
    for cast in casts().await {
        let lines = i64::try_from(cast.lines().await).unwrap();
        assert_eq!(ledger::verify(&cast.app).await.unwrap(), Chain::Whole { lines: 0, unsealed: lines });
        assert_eq!(i64::try_from(ledger::seal(&cast.app).await.unwrap()).unwrap(), lines);
        assert_eq!(ledger::seal(&cast.app).await.unwrap(), 0);
        unit::add_alias(&cast.an, cast.east, "Đông").await.unwrap();
        assert_eq!(ledger::verify(&cast.app).await.unwrap(), Chain::Whole { lines, unsealed: 1 });
        ledger::seal(&cast.app).await.unwrap();
        assert_eq!(ledger::verify(&cast.app).await.unwrap(), Chain::Whole { lines: lines + 1, unsealed: 0 });

        let page = ledger::list(&cast.an, LedgerFilter::default(), None, 6).await.unwrap();
        assert!(page.rows.iter().all(|row| row.sealed));
        let changed = page.rows[5].line.id;
        tamper(&cast, "UPDATE ledger SET detail = 'khác' WHERE id = $1", changed).await;
        let broken = Chain::Broken { seal: lines + 1 - 5, line: changed };
        assert_eq!(ledger::verify(&cast.app).await.unwrap(), broken);
    }
}

#[tokio::test]
async fn a_line_that_was_taken_out_breaks_the_chain() {
    for cast in casts().await {
        ledger::seal(&cast.app).await.unwrap();
        let page = ledger::list(&cast.an, LedgerFilter::default(), None, 3).await.unwrap();
        let (next, gone) = (page.rows[1].line.id, page.rows[2].line.id);
        tamper(&cast, "DELETE FROM ledger WHERE id = $1", gone).await;
        assert!(
            matches!(ledger::verify(&cast.app).await.unwrap(), Chain::Broken { line, .. } if line == next)
        );
    }
}

#[tokio::test]
async fn two_who_seal_at_once_make_one_chain() {
    for cast in casts().await {
        let lines = i64::try_from(cast.lines().await).unwrap();
        let (first, second) = tokio::join!(ledger::seal(&cast.app), ledger::seal(&cast.app));
        assert_eq!(i64::try_from(first.unwrap() + second.unwrap()).unwrap(), lines);
        assert_eq!(ledger::verify(&cast.app).await.unwrap(), Chain::Whole { lines, unsealed: 0 });
    }
}
