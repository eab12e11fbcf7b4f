//! The awards of five published articles, run through the acts as five rounds: what the register then says is what
//! each article said. The names are made up; the articles give none.

use crate::cast::{Cast, casts, found};
use crate::decisions::{approver, line, paper};
use crate::nominations::{call, case, vetted};
use acts::Ctx;
use acts::ceremony::{self, NewCeremony, NewHandover};
use acts::decision::{self, Body, DecisionView, NewDecision, NewLine};
use acts::nomination::{self, NewNomination, NominationRefusal};
use acts::round::{self, RoundForm};
use domain::award::Giver;
use domain::honoree::{Headcount, HonoreeKind};
use domain::id::NominationId;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::{Date, date};

/// A number told without names.
fn told(kind: HonoreeKind, number: u32, form: &str, year: i16) -> NewLine {
    NewLine { number, year, ..line(kind, "", form) }
}

fn on(mut new: NewDecision, number: &str, decided: Date) -> NewDecision {
    (new.number, new.decided) = (number.to_owned(), decided);
    new
}

/// Hands everything of a decision over at somebody's conference.
async fn handed(ctx: &Ctx, view: &DecisionView, keeper: UnitId, organiser: &str, day: Date) {
    let handovers = view.lines.iter().map(|line| NewHandover {
        honoree: line.line.id,
        handed_by: "đại diện lãnh đạo".to_owned(),
        received_by: String::new(),
    });
    let new = NewCeremony {
        keeper,
        day,
        part: "Chiều".to_owned(),
        place: String::new(),
        organiser_unit: None,
        organiser: organiser.to_owned(),
        occasion: "hội nghị sơ kết".to_owned(),
        handovers: handovers.collect(),
    };
    ceremony::hold(ctx, new).await.unwrap();
}

fn heads(collectives: u64, individuals: u64, combined: u64) -> Headcount {
    Headcount { collectives, individuals, combined, ..Headcount::default() }
}

/// The clerk of the whole house.
async fn clerk(cast: &Cast) -> Ctx {
    let right = domain::authority::Right::Enter;
    let new = crate::cast::new_account("yen", "Lưu Hải Yến", right, None);
    Ctx::new(&cast.app, acts::account::create(&cast.an, new).await.unwrap(), "test")
}

/// The cases of the bloc's round: 26 collectives and 34 individuals, each voted on, sent up and vetted, with one more
/// of each that finds no place left.
async fn cases(cast: &Cast, bloc: UnitId, lam: &Ctx, yen: &Ctx) -> Vec<NominationId> {
    let form = "dang-giay-khen-cap-tren";
    let both =
        [(HonoreeKind::Collective, 26_u32, "Chi bộ Mẫu"), (HonoreeKind::Individual, 34, "Nguyễn Văn Mẫu")];
    let mut new = call(bloc, form, HonoreeKind::Collective, None);
    "Sơ kết 3 năm thực hiện Kết luận số 01-KL/TW".clone_into(&mut new.title);
    new.forms = both
        .iter()
        .map(|(kind, quota, _)| RoundForm { form: form.parse().unwrap(), kind: *kind, quota: Some(*quota) })
        .collect();
    let round = round::open(lam, new).await.unwrap();
    let cell = found(&cast.an, "Chi bộ cơ quan", UnitKind::Cell, Some(bloc)).await;
    let mut ids = Vec::new();
    for (kind, quota, called) in both {
        for place in 1..=quota {
            let new = NewNomination { kind, ..case(round, cell, &format!("{called} {place}"), form) };
            let id = nomination::write(yen, new).await.unwrap();
            vetted(yen, lam, id).await;
            ids.push(id);
        }
        let more = NewNomination { kind, ..case(round, cell, "người thứ một trăm", form) };
        let more = nomination::write(yen, more).await.unwrap();
        nomination::propose(yen, more).await.unwrap();
        let full = nomination::vet(lam, more, "").await;
        assert_eq!(crate::cast::refused(full), NominationRefusal::QuotaFull { quota });
    }
    ids
}

#[tokio::test]
async fn a_bloc_gives_26_and_34_certificates_in_its_own_name() {
    for cast in casts().await {
        let bloc = found(&cast.an, "Đảng ủy Khối Cơ quan Dân Chính Đảng", UnitKind::Committee, None).await;
        let (lam, yen) = (approver(&cast, None, "lam").await, clerk(&cast).await);
        let ids = cases(&cast, bloc, &lam, &yen).await;
        cast.wait(2 * 24 * 60);
        let day = date(2024, 5, 16);
        let new = on(paper(bloc, Body::Unit(bloc, Giver::CommitteeBoard), Vec::new()), "100-QĐ/ĐUK", day);
        // An administrator's duty opens neither the round's decision nor a way around it.
        crate::cast::denied(nomination::decide(&cast.an, new.clone(), &ids).await);
        let id = nomination::decide(&lam, new, &ids).await.unwrap();
        let view = decision::load(&lam, id).await.unwrap();
        handed(&yen, &view, bloc, "Đảng ủy Khối", day).await;
        let view = decision::load(&lam, id).await.unwrap();
        assert_eq!(view.headcount, heads(26, 34, 0));
        assert!(view.decision.entitled && view.lines.iter().all(|line| line.handed.is_some()));
        assert!(view.lines.iter().all(|line| line.line.nomination.is_some()));
        // Collectives first, and the title of the article says what the list has.
        assert!(view.lines[..26].iter().all(|line| line.line.kind == HonoreeKind::Collective));
        assert_eq!(domain::nomination::told("Khen thưởng 26 tập thể và 34 cá nhân"), (Some(26), Some(34)));
    }
}

#[tokio::test]
async fn agencies_enter_awards_of_bodies_outside_and_a_roll_of_113_and_397() {
    for cast in casts().await {
        let yen = clerk(&cast).await;
        let day = date(2023, 5, 19);
        for (name, giver, kind, form, number) in [
            (
                "Thủ tướng Chính phủ",
                Giver::PrimeMinister,
                HonoreeKind::Individual,
                "bang-khen-thu-tuong",
                "1",
            ),
            ("Chủ tịch UBND tỉnh", Giver::ProvinceChair, HonoreeKind::Collective, "bang-khen-tinh", "2"),
            ("Tổng Liên đoàn Lao động", Giver::CentralMass, HonoreeKind::Collective, "bang-khen-tinh", "3"),
        ] {
            let lines = vec![told(kind, 1, form, 2022)];
            let new = on(paper(cast.province, Body::Named(name.to_owned(), giver), lines), number, day);
            decision::enter(&yen, new).await.unwrap();
        }
        let roll = vec![
            told(HonoreeKind::Collective, 113, "ghi-danh-nguoi-tot", 2023),
            told(HonoreeKind::Individual, 397, "ghi-danh-nguoi-tot", 2023),
        ];
        let units = Body::Named("các đơn vị".to_owned(), Giver::GrassrootsCommittee);
        decision::enter(&yen, on(paper(cast.province, units, roll), "4", date(2023, 12, 31))).await.unwrap();
        let rows = decision::list(&yen, cast.province).await.unwrap();
        let sum = rows.iter().fold(Headcount::default(), |sum, row| sum.plus(&row.headcount));
        assert_eq!(sum, heads(115, 398, 0));
        // The roll is praise and stays apart from the awards.
        assert_eq!(rows[0].headcount, heads(113, 397, 0));
        let givers: Vec<&str> = rows[1..].iter().map(|row| row.decision.body_name.as_str()).collect();
        assert_eq!(givers, ["Tổng Liên đoàn Lao động", "Chủ tịch UBND tỉnh", "Thủ tướng Chính phủ"]);
    }
}

#[tokio::test]
async fn zones_are_honoured_at_two_levels_and_two_badges_are_handed_over() {
    for cast in casts().await {
        let yen = clerk(&cast).await;
        let day = date(2018, 5, 15);
        let two = |first, second, form| {
            vec![
                told(HonoreeKind::Collective, first, form, 2018),
                told(HonoreeKind::Individual, second, form, 2018),
            ]
        };
        let board = Body::Named("Ban Thường vụ Đảng ủy".to_owned(), Giver::CommitteeBoard);
        let city = || Body::Named("Thành ủy Cần Thơ".to_owned(), Giver::ProvinceBoard);
        let own = paper(cast.province, board, two(13, 16, "dang-giay-khen-cap-tren"));
        let own = decision::enter(&yen, on(own, "1", day)).await.unwrap();
        let above = paper(cast.province, city(), two(1, 1, "dang-bang-khen"));
        let above = decision::enter(&yen, on(above, "2", day)).await.unwrap();
        let badges = vec![told(HonoreeKind::Individual, 2, "huy-hieu-dang-30", 2018)];
        let badges = decision::enter(&yen, on(paper(cast.province, city(), badges), "3", day)).await.unwrap();
        let seen = async |id| decision::load(&yen, id).await.unwrap();
        assert_eq!(seen(own).await.headcount, heads(13, 16, 0));
        assert_eq!(seen(above).await.headcount, heads(1, 1, 0));
        assert_eq!(seen(badges).await.headcount, heads(0, 2, 0));
        // The rules about who confers a badge begin later than that day: it stands with a mark.
        assert!(seen(own).await.decision.entitled && !seen(badges).await.decision.entitled);
        handed(&yen, &seen(badges).await, cast.province, "Đảng ủy các Khu chế xuất", day).await;
        let view = seen(badges).await;
        assert_ne!(view.ceremonies[0].organiser, view.decision.body_name);
    }
}

#[tokio::test]
async fn the_inseparable_27_stay_one_number() {
    for cast in casts().await {
        let yen = clerk(&cast).await;
        let body = Body::Named("Ban Thường vụ Quận ủy Thanh Xuân".to_owned(), Giver::CommitteeBoard);
        let lines = vec![told(HonoreeKind::Combined, 27, "dang-giay-khen-cap-tren", 2024)];
        let new = on(paper(cast.province, body, lines), "27-QĐ/QU", date(2024, 5, 14));
        let id = decision::enter(&yen, new).await.unwrap();
        let view = decision::load(&yen, id).await.unwrap();
        assert_eq!(view.headcount, heads(0, 0, 27));
        assert_eq!((view.lines.len(), view.lines[0].line.number), (1, 27));
    }
}

#[tokio::test]
async fn a_chairman_confers_and_a_party_conference_hands_over() {
    for cast in casts().await {
        let yen = clerk(&cast).await;
        cast.wait(3 * 24 * 60);
        let day = date(2024, 5, 17);
        let lines = vec![
            told(HonoreeKind::Collective, 16, "bang-khen-tinh", 2024),
            told(HonoreeKind::Individual, 32, "bang-khen-tinh", 2024),
        ];
        let chair = Body::Named("Chủ tịch UBND tỉnh Sóc Trăng".to_owned(), Giver::ProvinceChair);
        let id =
            decision::enter(&yen, on(paper(cast.province, chair, lines.clone()), "9", day)).await.unwrap();
        let view = decision::load(&yen, id).await.unwrap();
        handed(&yen, &view, cast.province, "Ban Thường vụ Tỉnh ủy Sóc Trăng", day).await;
        let view = decision::load(&yen, id).await.unwrap();
        assert_eq!(view.headcount, heads(16, 32, 0));
        assert!(view.decision.entitled);
        assert_eq!(view.decision.body_name, "Chủ tịch UBND tỉnh Sóc Trăng");
        assert_eq!(view.ceremonies[0].organiser, "Ban Thường vụ Tỉnh ủy Sóc Trăng");
        // The Party board that organised it could not have conferred it.
        let board = Body::Named("Ban Thường vụ Tỉnh ủy".to_owned(), Giver::ProvinceBoard);
        let wrong = decision::enter(&yen, on(paper(cast.province, board, lines), "10", day)).await;
        assert!(matches!(crate::cast::refused(wrong), decision::DecisionRefusal::Authority { line: 1, .. }));
    }
}
