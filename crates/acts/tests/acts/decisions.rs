//! Persons, decisions and ceremonies: who may act, what a body may confer, and how things stand afterwards.

use crate::cast::{Cast, TODAY, casts, denied, found, missing, new_account, refused};
use acts::capacity::{self, CapacityRefusal, NewCapacity};
use acts::ceremony::{self, CeremonyRefusal, NewCeremony, NewHandover};
use acts::decision::{
    self, AuthorityRefusal, Body, DecisionRefusal, NewChange, NewDecision, NewLine, SignedRefusal,
};
use acts::evidence::FileRefusal;
use acts::person::{self, NewPerson, PersonDays, PersonRefusal};
use acts::{Ctx, account};
use domain::authority::Right;
use domain::award::{Giver, Ground};
use domain::decision::{Change, Standing};
use domain::honoree::{Headcount, HonoreeKind};
use domain::unit::{UnitId, UnitKind};
use jiff::civil::date;

pub fn line(kind: HonoreeKind, name: &str, form: &str) -> NewLine {
    NewLine {
        kind,
        name: name.to_owned(),
        detail: String::new(),
        number: 1,
        unit: None,
        person: None,
        form: form.parse().unwrap(),
        ground: Ground::Thematic,
        year: 2024,
        period: None,
        achievement: "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh".to_owned(),
        nomination: None,
    }
}

pub fn paper(keeper: UnitId, body: Body, lines: Vec<NewLine>) -> NewDecision {
    NewDecision {
        keeper,
        body,
        number: "12-QĐ/ĐU".to_owned(),
        decided: TODAY,
        place: "Sông Tiền".to_owned(),
        title: "khen thưởng tập thể, cá nhân".to_owned(),
        basis: "Căn cứ quy định về khen thưởng".to_owned(),
        signer: "Nguyễn Minh".to_owned(),
        signer_post: "Bí thư".to_owned(),
        source: "bản giấy".to_owned(),
        lines,
    }
}

/// An approver of the province, made by An.
pub async fn approver(cast: &Cast, unit: Option<UnitId>, login: &str) -> Ctx {
    let id =
        account::create(&cast.an, new_account(login, "Ngô Văn Lam", Right::Approve, unit)).await.unwrap();
    Ctx::new(&cast.app, id, "test")
}

#[tokio::test]
async fn a_body_confers_what_the_rules_of_the_day_give_it_and_nothing_else() {
    for cast in casts().await {
        let body = Body::Unit(cast.east, Giver::GrassrootsCommittee);
        let own = || vec![line(HonoreeKind::Individual, "Lý Thị Mẫu", "dang-giay-khen")];
        // An manages everything and still may not act for the body; Chi does not know of it.
        denied(decision::issue(&cast.an, paper(cast.east, body.clone(), own())).await);
        denied(decision::issue(&cast.binh, paper(cast.east, body.clone(), own())).await);
        missing(decision::issue(&cast.khanh, paper(cast.east, body.clone(), own())).await);
        let id = decision::issue(&cast.giang, paper(cast.east, body.clone(), own())).await.unwrap();
        assert_eq!(cast.last_line().await.act, "decision.issue");
        let view = decision::load(&cast.dung, id).await.unwrap();
        assert!(view.decision.entitled);
        assert_eq!(view.lines[0].line.rule, "dgk.tham-quyen");
        missing(decision::load(&cast.chi, id).await);
        let known = decision::issue(&cast.giang, paper(cast.east, body.clone(), own())).await;
        assert_eq!(refused(known), DecisionRefusal::Known { id });

        // Nobody gets a higher form out of a duty: the same approver, and one over everything.
        let all = approver(&cast, None, "lam").await;
        for ctx in [&cast.giang, &all] {
            for form in ["dang-bang-khen", "dang-giay-khen-cap-tren", "bang-khen-tinh", "huy-hieu-dang-30"] {
                let lines = vec![line(HonoreeKind::Individual, "Lý Thị Mẫu", form)];
                let ended = decision::issue(ctx, paper(cast.east, body.clone(), lines)).await;
                assert!(
                    matches!(
                        refused(ended),
                        DecisionRefusal::Authority { line: 1, why: AuthorityRefusal::Others { .. } }
                    ),
                    "{form}"
                );
            }
            for giver in Giver::ALL.iter().filter(|giver| **giver != Giver::GrassrootsCommittee) {
                let ended =
                    decision::issue(ctx, paper(cast.east, Body::Unit(cast.east, *giver), own())).await;
                assert!(
                    matches!(
                        refused(ended),
                        DecisionRefusal::Authority { line: 0, why: AuthorityRefusal::NotItsCapacity { .. } }
                    ),
                    "{giver:?}"
                );
            }
        }
        let household = vec![line(HonoreeKind::Household, "hộ ông Mẫu", "dang-giay-khen")];
        assert_eq!(
            refused(decision::issue(&cast.giang, paper(cast.east, body, household)).await),
            DecisionRefusal::Authority { line: 1, why: AuthorityRefusal::NotForThem }
        );
    }
}

#[tokio::test]
async fn a_capacity_takes_two_people_and_fits_its_kind() {
    for cast in casts().await {
        let new = |unit, giver| NewCapacity {
            unit,
            giver,
            from: date(2021, 1, 1),
            to: None,
            document: "Quyết định 01".to_owned(),
        };
        let lam = approver(&cast, Some(cast.province), "lam").await;
        denied(capacity::declare(&cast.giang, new(cast.east, Giver::ProvinceBoard)).await);
        assert_eq!(
            refused(capacity::declare(&cast.an, new(cast.east, Giver::ProvinceBoard)).await),
            CapacityRefusal::DoesNotFit
        );
        let id = capacity::declare(&cast.an, new(cast.province, Giver::ProvinceBoard)).await.unwrap();
        denied(capacity::confirm(&cast.an, id).await);
        let body = || Body::Unit(cast.province, Giver::ProvinceBoard);
        let lines = || vec![line(HonoreeKind::Collective, "Chi bộ Mẫu", "dang-bang-khen")];
        let early = decision::issue(&lam, paper(cast.province, body(), lines())).await;
        assert!(matches!(refused(early), DecisionRefusal::Authority { line: 0, .. }));
        // Whoever declares does not confirm, even with both rights.
        let mut both = new_account("mai", "Hồ Mai", Right::Manage, Some(cast.province));
        both.duty.decision = "01".to_owned();
        let mai = account::create(&cast.an, both).await.unwrap();
        let mai = Ctx::new(&cast.app, mai, "test");
        let own = capacity::declare(&mai, new(cast.province, Giver::ProvinceBoard)).await.unwrap();
        denied(capacity::confirm(&mai, own).await);
        capacity::confirm(&lam, id).await.unwrap();
        assert_eq!(refused(capacity::confirm(&lam, id).await), CapacityRefusal::Confirmed);
        decision::issue(&lam, paper(cast.province, body(), lines())).await.unwrap();
    }
}

#[tokio::test]
async fn what_happens_to_a_decision_is_a_record_of_its_own() {
    for cast in casts().await {
        let body = Body::Unit(cast.east, Giver::GrassrootsCommittee);
        let lines = vec![
            line(HonoreeKind::Individual, "Lý Thị Mẫu", "dang-giay-khen"),
            line(HonoreeKind::Collective, "Chi bộ Mẫu", "dang-giay-khen"),
        ];
        let id = decision::issue(&cast.giang, paper(cast.east, body, lines)).await.unwrap();
        let view = decision::load(&cast.giang, id).await.unwrap();
        let first = view.lines[0].line.id;
        let change = |change, honoree, name: &str| NewChange {
            decision: id,
            honoree,
            change,
            day: TODAY,
            number: "13-QĐ/ĐU".to_owned(),
            reason: "sai họ tên".to_owned(),
            name: name.to_owned(),
        };
        denied(decision::change(&cast.an, change(Change::Annulled, None, "")).await);
        missing(decision::change(&cast.chi, change(Change::Annulled, None, "")).await);
        let same = decision::change(&cast.giang, change(Change::Corrected, Some(first), "Lý Thị Mẫu")).await;
        assert_eq!(refused(same), DecisionRefusal::NothingChanges);
        let restored = decision::change(&cast.giang, change(Change::Restored, Some(first), "")).await;
        assert_eq!(refused(restored), DecisionRefusal::CannotFollow);
        decision::change(&cast.giang, change(Change::Corrected, Some(first), "Lý Thị Mậu")).await.unwrap();
        decision::change(&cast.giang, change(Change::Annulled, Some(first), "")).await.unwrap();
        let view = decision::load(&cast.giang, id).await.unwrap();
        assert_eq!((view.lines[0].name.as_str(), view.lines[0].standing), ("Lý Thị Mậu", Standing::Annulled));
        assert_eq!(view.lines[0].line.name, "Lý Thị Mẫu", "what was issued stays as it was");
        assert_eq!((view.lines[1].standing, view.standing), (Standing::Valid, Standing::Valid));
        let handed = |honoree| NewCeremony {
            keeper: cast.east,
            day: TODAY,
            part: "Chiều".to_owned(),
            place: String::new(),
            organiser_unit: Some(cast.province),
            organiser: String::new(),
            occasion: "hội nghị sơ kết".to_owned(),
            handovers: vec![NewHandover {
                honoree,
                handed_by: "đồng chí Bí thư".to_owned(),
                received_by: String::new(),
            }],
        };
        denied(ceremony::hold(&cast.giang, handed(first)).await);
        let ended = refused(ceremony::hold(&cast.binh, handed(first)).await);
        assert_eq!(ended, CeremonyRefusal::NotStanding(first));
        let second = view.lines[1].line.id;
        ceremony::hold(&cast.binh, handed(second)).await.unwrap();
        let again = refused(ceremony::hold(&cast.binh, handed(second)).await);
        assert_eq!(again, CeremonyRefusal::HandedBefore(second));
        let view = decision::load(&cast.giang, id).await.unwrap();
        assert_eq!(view.ceremonies[0].organiser, "Đảng bộ tỉnh Sông Tiền");
        assert!(view.lines[0].handed.is_none() && view.lines[1].handed.is_some());
    }
}

#[tokio::test]
async fn a_paper_decision_of_a_body_outside_is_entered_with_its_mark() {
    for cast in casts().await {
        let named = |name: &str, giver| Body::Named(name.to_owned(), giver);
        let mut counted = line(HonoreeKind::Combined, "", "dang-giay-khen-cap-tren");
        counted.number = 27;
        let new = paper(cast.east, named("Ban Thường vụ Quận ủy", Giver::CommitteeBoard), vec![counted]);
        denied(decision::enter(&cast.giang, new.clone()).await);
        let id = decision::enter(&cast.binh, new).await.unwrap();
        let view = decision::load(&cast.binh, id).await.unwrap();
        assert_eq!(view.headcount, Headcount { combined: 27, ..Headcount::default() });
        // No rule of 2023 about this form is registered: it stands, marked.
        let mut old = line(HonoreeKind::Individual, "", "ky-niem-chuong");
        old.year = 2022;
        let mut old = paper(cast.east, named("Bộ trưởng", Giver::Minister), vec![old]);
        old.decided = date(2023, 5, 19);
        let id = decision::enter(&cast.binh, old.clone()).await.unwrap();
        assert!(!decision::load(&cast.binh, id).await.unwrap().decision.entitled);
        // A rule that names others refuses a paper as well.
        old.decided = date(2024, 2, 1);
        old.body = named("Chủ tịch UBND xã", Giver::CommuneChair);
        let ended = refused(decision::enter(&cast.binh, old).await);
        assert!(matches!(
            ended,
            DecisionRefusal::Authority { line: 1, why: AuthorityRefusal::Others { .. } }
        ));
        let rows = decision::list(&cast.dung, cast.province).await.unwrap();
        assert_eq!(rows.len(), 2);
        missing(decision::list(&cast.chi, cast.east).await);
        // Looked for by a part of the body's name without its marks; the latest first, and not more than asked for.
        for (typed, most, shown, all) in
            [("bo truong", 9, 1, 1), ("quan uy", 9, 1, 1), ("", 1, 1, 2), ("x/QĐ", 9, 0, 0)]
        {
            let found = decision::search(&cast.dung, cast.province, typed, most).await.unwrap();
            assert_eq!((found.rows.len(), found.all), (shown, all), "{typed:?}");
        }
        let number = &rows[1].decision.number;
        let found = decision::search(&cast.dung, cast.province, &number.to_uppercase(), 9).await.unwrap();
        assert!(found.rows.iter().any(|row| row.decision.id == rows[1].decision.id), "by its number");
        missing(decision::search(&cast.chi, cast.east, "", 9).await);
    }
}

#[tokio::test]
async fn duplicates_are_merged_and_taken_apart_again() {
    for cast in casts().await {
        let new = |unit, born| NewPerson {
            name: "Lý Văn Hoà".to_owned(),
            unit,
            days: PersonDays { born, ..PersonDays::default() },
            purpose: "khen thưởng".to_owned(),
            keep_until: None,
            invented: true,
        };
        let born = Some(date(1970, 2, 3));
        denied(person::add(&cast.giang, new(cast.east, born)).await);
        missing(person::add(&cast.chi, new(cast.east, born)).await);
        let first = person::add(&cast.binh, new(cast.east, born)).await.unwrap();
        let second = person::add(&cast.binh, new(cast.east_cells[0], None)).await.unwrap();
        let other = person::add(&cast.binh, new(cast.east, Some(date(1980, 1, 1)))).await.unwrap();
        let mut lines = Vec::new();
        for person in [first, second] {
            let mut one = line(HonoreeKind::Individual, "Lý Văn Hoà", "dang-giay-khen");
            one.person = Some(person);
            lines.push(one);
        }
        let body = Body::Unit(cast.east, Giver::GrassrootsCommittee);
        decision::issue(&cast.giang, paper(cast.east, body, lines)).await.unwrap();
        let received = async || decision::of_person(&cast.binh, first).await.unwrap().len();
        assert_eq!(received().await, 1);
        assert_eq!(refused(person::merge(&cast.binh, first, other, "trùng").await), PersonRefusal::TwoPeople);
        denied(person::merge(&cast.giang, first, second, "trùng").await);
        person::merge(&cast.binh, first, second, "trùng").await.unwrap();
        assert_eq!(received().await, 2);
        assert_eq!(refused(person::merge(&cast.binh, first, second, "trùng").await), PersonRefusal::Merged);
        person::unmerge(&cast.binh, second).await.unwrap();
        assert_eq!(received().await, 1);
        // Whoever looks leaves a trace, and says what for.
        let ended = person::view(&cast.dung, first, " ").await.map(|_| ());
        assert_eq!(refused(ended), PersonRefusal::PurposeMissing);
        let view = person::view(&cast.dung, first, "thẩm định hồ sơ").await.unwrap();
        assert_eq!(view.accesses[0].account, cast.dung.account);
        assert_eq!(view.duplicates.len(), 1, "the one with another day of birth is somebody else");
        assert!(!view.can_keep);
        missing(person::view(&cast.chi, first, "tò mò").await.map(|_| ()));
    }
}

#[tokio::test]
async fn a_body_that_is_gone_confers_nothing_and_what_it_conferred_stands() {
    for cast in casts().await {
        let bloc = found(&cast.an, "Đảng ủy Khối", UnitKind::Committee, Some(cast.province)).await;
        let lam = approver(&cast, None, "lam").await;
        let body = || Body::Unit(bloc, Giver::CommitteeBoard);
        let lines = || vec![line(HonoreeKind::Collective, "Chi bộ Mẫu", "dang-giay-khen-cap-tren")];
        let id = decision::issue(&lam, paper(bloc, body(), lines())).await.unwrap();
        acts::unit::close(&cast.an, bloc, date(2024, 7, 1), "QĐ 02").await.unwrap();
        cast.wait(60 * 24 * 60);
        let mut late = paper(bloc, body(), lines());
        late.decided = date(2024, 7, 1);
        late.number = "99".to_owned();
        let ended = refused(decision::issue(&lam, late).await);
        let why = AuthorityRefusal::BodyNotThere;
        assert_eq!(ended, DecisionRefusal::Authority { line: 0, why });
        let view = decision::load(&lam, id).await.unwrap();
        assert_eq!((view.standing, view.decision.entitled), (Standing::Valid, true));
    }
}

#[tokio::test]
async fn a_signed_file_comes_back_once_and_is_handed_out_to_those_who_see_the_decision() {
    for cast in casts().await {
        let body = Body::Unit(cast.east, Giver::GrassrootsCommittee);
        let lines = vec![line(HonoreeKind::Individual, "Lý Thị Mẫu", "dang-giay-khen")];
        let id = decision::issue(&cast.giang, paper(cast.east, body, lines)).await.unwrap();
        let pdf = b"%PDF-1.7 ...";
        denied(decision::take_back(&cast.an, id, "x.pdf", pdf).await);
        missing(decision::take_back(&cast.chi, id, "x.pdf", pdf).await);
        let take = async |name: &str, bytes: &[u8]| decision::take_back(&cast.binh, id, name, bytes).await;
        assert_eq!(refused(take("x.pdf", b"").await), SignedRefusal::File(FileRefusal::Empty));
        assert_eq!(refused(take("x.docx", b"PK\x03\x04").await), SignedRefusal::NotPdf);
        let file = take("12-QĐ.signed.pdf", pdf).await.unwrap();
        assert_eq!(cast.last_line().await.act, "decision.take-back");
        assert_eq!(refused(take("again.pdf", pdf).await), SignedRefusal::Known);
        let files = decision::signed_files(&cast.dung, id).await.unwrap();
        assert_eq!((files.len(), files[0].by.as_str()), (1, "Trần Văn Bình"));
        let handed = decision::signed_file(&cast.dung, id, file).await.unwrap();
        assert_eq!((handed.content.as_slice(), handed.name.as_str()), (&pdf[..], "12-QĐ.signed.pdf"));
        assert_eq!(cast.last_line().await.act, "decision.hand-out");
        missing(decision::signed_file(&cast.chi, id, file).await.map(|_| ()));
        missing(decision::signed_files(&cast.chi, id).await.map(|_| ()));
    }
}
