//! The awards of five published articles, run through the acts as rounds, each on the days of its article: opened with
//! places and dates, proposed, vetted, voted where the form or its papers ask for it, decided, handed over. What the
//! register then sums up is what each article said. The names are made up; the articles give none.
//!
//! Not here: the steps (`round_house`), the sentences made of it (room `lang`), the page (room `thidua`).

use crate::cast::{denied, refused};
use crate::decisions::paper;
use crate::round_house::{House, heads, houses, two};
use acts::badge;
use acts::decision::{self, Body};
use acts::nomination::{self, NewNomination, NominationRefusal};
use acts::person::{self, NewPerson, PersonDays};
use acts::register::Summed;
use acts::round::{self, NewRound, RoundForm, RoundRefusal};
use domain::award::badge::{Due, Word};
use domain::award::{FormClass, Giver, Ground, Provision, Verdict};
use domain::honoree::{Headcount, HonoreeKind};
use domain::id::PersonId;
use domain::unit::{UnitId, UnitKind};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

const GIAY_KHEN: &str = "dang-giay-khen-cap-tren";

/// What the register is to say.
fn said(body: (&str, Giver), form: (&str, FormClass), count: Headcount, handed: (&str, Date)) -> Summed {
    Summed {
        year: handed.1.year(),
        body: body.0.to_owned(),
        giver: Some(body.1),
        form: form.0.to_owned(),
        class: Some(form.1),
        count,
        handed: vec![(handed.0.to_owned(), handed.1)],
    }
}

const BOARDS: (&str, FormClass) = ("Giấy khen của ban thường vụ cấp ủy cấp trên cơ sở", FormClass::Award);

#[tokio::test]
async fn article_000_a_bloc_gives_26_and_34_certificates_in_its_own_name() {
    let day = date(2024, 5, 16);
    for house in houses(day).await {
        let name = "Đảng ủy Khối Cơ quan Dân Chính Đảng";
        let bloc = house.unit(name, UnitKind::Committee, None).await;
        let cell = house.unit("Chi bộ cơ quan", UnitKind::Cell, Some(bloc)).await;
        house.rule(bloc, GIAY_KHEN, "council 80").await;
        let ids = house.proposed(bloc, cell, &two(26, 34, GIAY_KHEN)).await;
        house.wait_until(day);
        // The council did not vote yet.
        let new = paper(bloc, Body::Unit(bloc, Giver::CommitteeBoard), Vec::new());
        let early = nomination::decide(&house.approver, new, &ids).await;
        assert!(matches!(refused(early), NominationRefusal::CannotFollow(_)));
        house.carried(bloc, &ids).await;
        let id = house.decided((bloc, Giver::CommitteeBoard), "100-QĐ/ĐUK", &ids).await;
        house.handed(id, "Đảng ủy Khối").await;
        let expected = said((name, Giver::CommitteeBoard), BOARDS, heads(26, 34, 0), ("Đảng ủy Khối", day));
        assert_eq!(house.summed(bloc).await, (vec![expected.clone()], heads(26, 34, 0)));
        let view = decision::load(&house.leader, id).await.unwrap();
        assert!(view.lines.iter().all(|line| line.line.nomination.is_some()));
        // Collectives first, as the title of the article tells them.
        assert!(view.lines[..26].iter().all(|line| line.line.kind == HonoreeKind::Collective));
        assert_eq!(domain::nomination::told("Khen thưởng 26 tập thể và 34 cá nhân"), (Some(26), Some(34)));
        let round = round::list(&house.leader, bloc).await.unwrap()[0].id;
        assert_eq!(round::load(&house.leader, round, bloc).await.unwrap().summed, [expected]);
    }
}

#[tokio::test]
async fn article_001_agencies_are_honoured_by_three_bodies_and_enter_113_and_397_in_rolls() {
    const STATE: (&str, FormClass) = ("Bằng khen của bộ, ban, ngành, tỉnh", FormClass::Award);
    let day = date(2023, 5, 19);
    for house in houses(day).await {
        // Three bodies outside the committee, each with one place.
        let mut above = Vec::new();
        for (name, kind, giver, wanted) in [
            (
                "Chính phủ",
                UnitKind::Country,
                Giver::PrimeMinister,
                (HonoreeKind::Individual, 1, "bang-khen-thu-tuong"),
            ),
            (
                "Tỉnh Mẫu",
                UnitKind::Province,
                Giver::ProvinceChair,
                (HonoreeKind::Collective, 1, "bang-khen-tinh"),
            ),
            (
                "Tổng Liên đoàn Lao động Việt Nam",
                UnitKind::Mass,
                Giver::CentralMass,
                (HonoreeKind::Collective, 1, "bang-khen-tinh"),
            ),
        ] {
            let body = house.unit(name, kind, None).await;
            let below = house.unit("Cơ quan Mẫu", UnitKind::Agency, Some(body)).await;
            if giver != Giver::ProvinceChair {
                house.acts_as(body, giver).await;
            }
            let ids = house.proposed(body, below, &[wanted]).await;
            above.push((body, giver, ids, name));
        }
        let committee = house.unit("Đảng ủy Các cơ quan tỉnh", UnitKind::Committee, None).await;
        house.rule(committee, "ghi-danh-nguoi-tot", "givers grassroots-committee").await;
        let mut rolls = Vec::new();
        // How the units shared 113 and 397 the article does not say.
        for (place, (collectives, individuals)) in [(40, 130), (40, 130), (33, 137)].into_iter().enumerate() {
            let name = format!("Đảng ủy cơ sở {place}");
            let unit = house.unit(&name, UnitKind::GrassrootsCommittee, Some(committee)).await;
            let wanted = two(collectives, individuals, "ghi-danh-nguoi-tot");
            rolls.push((unit, house.proposed(unit, unit, &wanted).await));
        }
        house.wait_until(day);
        let organiser = "Đảng ủy Các cơ quan tỉnh";
        for (place, (body, giver, ids, name)) in above.into_iter().enumerate() {
            let id = house.decided((body, giver), &format!("{place}/QĐ"), &ids).await;
            house.handed(id, organiser).await;
            let person = giver == Giver::PrimeMinister;
            let form = if person {
                ("Bằng khen của Thủ tướng Chính phủ", FormClass::Award)
            } else {
                STATE
            };
            let count = if person { heads(0, 1, 0) } else { heads(1, 0, 0) };
            let expected = said((name, giver), form, count, (organiser, day));
            assert_eq!(house.summed(body).await, (vec![expected], count));
        }
        for (unit, ids) in rolls {
            let id = house.decided((unit, Giver::GrassrootsCommittee), "1-QĐ/ĐU", &ids).await;
            house.handed(id, organiser).await;
        }
        let (summed, standing) = house.summed(committee).await;
        assert_eq!((summed.len(), standing), (3, heads(113, 397, 0)));
        let roll = |one: &Summed| {
            one.form == "Ghi danh “Người tốt, việc tốt”" && one.class == Some(FormClass::Praise)
        };
        assert!(summed.iter().all(roll), "a roll is praise and stands apart from what the State gave");
    }
}

/// Two persons with thirty years in the Party on a day.
async fn two_of_thirty_years(house: &House, unit: UnitId, round: Date) -> Vec<PersonId> {
    let mut persons = Vec::new();
    for place in 1..=2 {
        let new = NewPerson {
            name: format!("Lê Thị Mẫu {place}"),
            unit,
            days: PersonDays {
                admission_decided: Some(round.checked_sub(30.years()).unwrap()),
                ..PersonDays::default()
            },
            purpose: "Huy hiệu Đảng".to_owned(),
            keep_until: None,
            invented: true,
        };
        persons.push(person::add(&house.clerk, new).await.unwrap());
    }
    let due = badge::round(&house.clerk, unit, round).await.unwrap();
    assert_eq!(due.iter().filter(|row| row.years == 30 && matches!(row.due, Due::Full { .. })).count(), 2);
    for person in &persons {
        denied(badge::say(&house.manager, *person, round, Word::Confirmed, "").await);
        badge::say(&house.clerk, *person, round, Word::Confirmed, "").await.unwrap();
    }
    persons
}

#[tokio::test]
async fn article_002_zones_are_honoured_at_two_levels_and_two_badges_are_handed_over() {
    const HIGH: (&str, FormClass) = ("Biểu dương của tổ chức đảng", FormClass::Praise);
    const BADGE: (&str, FormClass) = ("Huy hiệu 30 năm tuổi Đảng", FormClass::Badge);
    let day = date(2018, 5, 15);
    for house in houses(day).await {
        let (city_name, name) = ("Thành ủy Cần Thơ", "Đảng ủy các Khu chế xuất và Công nghiệp Cần Thơ");
        let city = house.unit(city_name, UnitKind::Committee, None).await;
        house.acts_as(city, Giver::ProvinceBoard).await;
        let zones = house.unit(name, UnitKind::Committee, Some(city)).await;
        let cell = house.unit("Chi bộ cơ quan", UnitKind::Cell, Some(zones)).await;
        let own = house.proposed(zones, cell, &two(13, 16, GIAY_KHEN)).await;
        let above = house.proposed(city, zones, &two(1, 1, "dang-bieu-duong")).await;
        let persons = two_of_thirty_years(&house, cell, date(2018, 5, 19)).await;
        let wanted = (HonoreeKind::Individual, 2, "huy-hieu-dang-30");
        // The committee of the zones confers no badge.
        let new = RoundForm { form: wanted.2.parse().unwrap(), kind: wanted.0, quota: Some(2) };
        let new = NewRound {
            unit: zones,
            title: "Huy hiệu".to_owned(),
            opens: house.today(),
            closes: day,
            forms: vec![new],
        };
        assert!(matches!(refused(round::open(&house.approver, new).await), RoundRefusal::NotEntitled(_)));
        let round = house.call(city, &[wanted]).await;
        let mut badges = Vec::new();
        for (place, person) in (1..).zip(&persons) {
            let name = format!("Lê Thị Mẫu {place}");
            let new = NewNomination {
                person: Some(*person),
                ground: Ground::Tenure,
                ..house.case(round, cell, wanted, &name)
            };
            badges.push(house.vetted(new).await);
        }
        house.wait_until(day);
        for (body, giver, number, ids) in [
            (zones, Giver::CommitteeBoard, "12-QĐ/ĐU", own),
            (city, Giver::ProvinceBoard, "80-QĐ/TU", above),
            (city, Giver::ProvinceBoard, "81-QĐ/TU", badges),
        ] {
            let id = house.decided((body, giver), number, &ids).await;
            house.handed(id, name).await;
        }
        let of_zones = said((name, Giver::CommitteeBoard), BOARDS, heads(13, 16, 0), (name, day));
        assert_eq!(house.summed(zones).await, (vec![of_zones], heads(13, 16, 0)));
        // The city decided, the committee of the zones handed over.
        let (summed, _) = house.summed(city).await;
        for (form, count) in [(HIGH, heads(1, 1, 0)), (BADGE, heads(0, 2, 0))] {
            let of_city = said((city_name, Giver::ProvinceBoard), form, count, (name, day));
            assert!(summed.contains(&of_city), "{of_city:?} in {summed:?}");
        }
        // Whoever has the badge is due for the next one alone.
        let due = badge::round(&house.clerk, cell, date(2018, 9, 2)).await.unwrap();
        assert!(due.iter().all(|row| row.held == Some(30) && row.years == 40));
    }
}

#[tokio::test]
async fn article_003_the_inseparable_27_stay_one_number_from_the_case_to_the_register() {
    let day = date(2024, 5, 14);
    for house in houses(day).await {
        let name = "Quận ủy Thanh Xuân";
        let district = house.unit(name, UnitKind::Committee, None).await;
        let office = house.unit("Đảng ủy cơ quan", UnitKind::GrassrootsCommittee, Some(district)).await;
        let wanted = (HonoreeKind::Combined, 27, GIAY_KHEN);
        let round = house.call(district, &[wanted]).await;
        // A name is no number, and the round has no place for whoever is told apart.
        let one = NewNomination { number: 1, ..house.case(round, office, wanted, "một tập thể") };
        assert_eq!(refused(nomination::write(&house.clerk, one).await), NominationRefusal::Number);
        let apart = house.case(round, office, (HonoreeKind::Individual, 1, GIAY_KHEN), "Lê Văn Mẫu");
        assert_eq!(refused(nomination::write(&house.clerk, apart).await), NominationRefusal::NotInRound);
        let ids = house.proposed(district, office, &[wanted]).await;
        let case = nomination::load(&house.leader, ids[0]).await.unwrap();
        assert_eq!(case.case.number, 27);
        assert!(!case.findings.iter().any(|one| {
            matches!(one.verdict, Verdict::Met) && !matches!(one.provision, Provision::Givers(_))
        }));
        house.wait_until(day);
        let id = house.decided((district, Giver::CommitteeBoard), "27-QĐ/QU", &ids).await;
        house.handed(id, name).await;
        let expected = said((name, Giver::CommitteeBoard), BOARDS, heads(0, 0, 27), (name, day));
        assert_eq!(house.summed(district).await, (vec![expected], heads(0, 0, 27)));
        assert_eq!(decision::load(&house.leader, id).await.unwrap().lines.len(), 1);
    }
}

#[tokio::test]
async fn article_004_a_chairman_confers_and_a_party_conference_hands_over() {
    let day = date(2024, 5, 17);
    for house in houses(day).await {
        let name = "UBND tỉnh Sóc Trăng";
        let province = house.unit(name, UnitKind::Province, None).await;
        let agency = house.unit("Sở Mẫu", UnitKind::Agency, Some(province)).await;
        let party = house.unit("Tỉnh ủy Sóc Trăng", UnitKind::Committee, None).await;
        house.acts_as(party, Giver::ProvinceBoard).await;
        // The Party board that organises cannot call for the State's form.
        let form =
            RoundForm { form: "bang-khen-tinh".parse().unwrap(), kind: HonoreeKind::Collective, quota: None };
        let (opens, closes) = (house.today(), day);
        let new = NewRound { unit: party, title: "Bằng khen".to_owned(), opens, closes, forms: vec![form] };
        assert!(matches!(refused(round::open(&house.approver, new).await), RoundRefusal::NotEntitled(_)));
        let ids = house.proposed(province, agency, &two(16, 32, "bang-khen-tinh")).await;
        // The papers ask for the council's minutes.
        house.carried(province, &ids).await;
        house.wait_until(day);
        let id = house.decided((province, Giver::ProvinceChair), "9/QĐ-UBND", &ids).await;
        let organiser = "Ban Thường vụ Tỉnh ủy Sóc Trăng";
        house.handed(id, organiser).await;
        let form = ("Bằng khen của bộ, ban, ngành, tỉnh", FormClass::Award);
        let expected = said((name, Giver::ProvinceChair), form, heads(16, 32, 0), (organiser, day));
        assert_eq!(house.summed(province).await, (vec![expected], heads(16, 32, 0)));
        assert!(house.summed(party).await.0.is_empty(), "who organises did not confer");
    }
}
