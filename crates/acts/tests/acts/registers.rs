//! The register and the rounds of badges: what is found and counted, who is due and what the office says.

use crate::cast::{Cast, casts, denied, missing, new_unit, refused};
use crate::decisions::{line, paper};
use acts::badge::{self, BadgeRefusal};
use acts::decision::{self, Body, NewChange};
use acts::person::{self, NewPerson, PersonDays};
use acts::register::{self, Query};
use acts::reorganisation::{self, Edge, NewReorganisation, ReorganisationKind};
use acts::unit::{self, NewUnit};
use domain::award::badge::{Due, Word};
use domain::award::years::Stretch;
use domain::award::{Continuity, Giver, Ground};
use domain::decision::Change;
use domain::honoree::{Headcount, HonoreeKind};
use domain::id::PersonId;
use domain::unit::UnitKind;
use jiff::civil::{Date, date};

async fn add(cast: &Cast, name: &str, admitted: Option<Date>) -> PersonId {
    let new = NewPerson {
        name: name.to_owned(),
        unit: cast.east_cells[0],
        days: PersonDays { admission_decided: admitted, ..PersonDays::default() },
        purpose: "khen thưởng".to_owned(),
        keep_until: None,
        invented: true,
    };
    person::add(&cast.binh, new).await.unwrap()
}

#[tokio::test]
async fn the_register_is_searched_without_marks_and_counts_what_stands() {
    for cast in casts().await {
        let (one, other) = (add(&cast, "Đặng Hoà", None).await, add(&cast, "Đặng Hòa", None).await);
        let mut lines = vec![line(HonoreeKind::Collective, "Chi bộ Khu phố 1", "dang-giay-khen")];
        for (name, person) in [("Đặng Hoà", one), ("Đặng Hòa", other), ("Lý Ba", one)] {
            let mut made = line(HonoreeKind::Individual, name, "dang-giay-khen");
            made.achievement = format!("việc làm của {name} {person}");
            made.person = (name != "Lý Ba").then_some(person);
            lines.push(made);
        }
        let new = paper(cast.east, Body::Unit(cast.east, Giver::GrassrootsCommittee), lines);
        let id = decision::issue(&cast.giang, new).await.unwrap();
        let open = async |named: &str| {
            register::open(&cast.dung, cast.province, &Query { year: Some(2024), named: named.to_owned() })
                .await
        };
        let found = open("dang hoa").await.unwrap();
        assert_eq!((found.total, found.people), (2, 2));
        person::merge(&cast.binh, one, other, "trùng").await.unwrap();
        assert_eq!(open("dang hoa").await.unwrap().people, 1, "one person counts once");
        let whole = open("").await.unwrap();
        assert_eq!(whole.standing, Headcount { collectives: 1, individuals: 3, ..Headcount::default() });
        assert_eq!(whole.years, [2024]);
        let change = NewChange {
            decision: id,
            honoree: Some(whole.entries[0].line.line.id),
            change: Change::Annulled,
            day: cast.app.today(),
            number: "13".to_owned(),
            reason: "sai".to_owned(),
            name: String::new(),
        };
        decision::change(&cast.giang, change).await.unwrap();
        let count = register::count(&cast.dung, cast.province, 2024).await.unwrap();
        assert_eq!(count.len(), 1);
        assert_eq!(count[0].count.all(), 3, "a cancelled line stays in the book and out of the count");
        assert_eq!(open("").await.unwrap().total, 4);
        assert!(register::count(&cast.dung, cast.province, 2023).await.unwrap().is_empty());
        missing(register::open(&cast.chi, cast.east, &Query::default()).await.map(|_| ()));
    }
}

#[tokio::test]
async fn a_round_lists_who_is_due_and_the_office_has_the_word() {
    for cast in casts().await {
        let round = date(2024, 5, 19);
        let full = add(&cast, "Lê Đủ", Some(date(1994, 5, 19))).await;
        let short = add(&cast, "Trần Thiếu", Some(date(1994, 8, 1))).await;
        let far = add(&cast, "Võ Xa", Some(date(2010, 1, 1))).await;
        let unknown = add(&cast, "Hồ Chưa", None).await;
        let rows = badge::round(&cast.dung, cast.province, round).await.unwrap();
        let of = |id| rows.iter().find(|row| row.person.id == id);
        assert_eq!(of(full).unwrap().due, Due::Full { day_reached: true });
        assert_eq!(of(full).unwrap().years, 30);
        assert_eq!(of(short).unwrap().due, Due::NotYet { months: 3 });
        assert!(of(far).is_none() && of(unknown).is_none());

        let say = async |person, word, note| badge::say(&cast.binh, person, round, word, note).await;
        assert_eq!(refused(say(short, Word::Confirmed, "").await), BadgeRefusal::NotDue);
        assert_eq!(refused(say(short, Word::Grave, " ").await), BadgeRefusal::NoteMissing);
        assert_eq!(refused(say(unknown, Word::Confirmed, "").await), BadgeRefusal::NoAdmission);
        say(short, Word::Grave, "đơn và giấy ra viện").await.unwrap();
        say(short, Word::Confirmed, "").await.unwrap();
        say(full, Word::Deferred, "đang xem xét kỷ luật").await.unwrap();
        assert_eq!(cast.last_line().await.act, "badge.say");
        denied(badge::say(&cast.giang, full, round, Word::Confirmed, "").await);
        missing(badge::say(&cast.chi, full, round, Word::Confirmed, "").await);
        let rows = badge::round(&cast.dung, cast.province, round).await.unwrap();
        let of = |id| rows.iter().find(|row| row.person.id == id).unwrap();
        assert_eq!(of(short).due, Due::Grave { months: 3 });
        assert_eq!(of(short).said.as_ref().unwrap().word, Word::Confirmed);
        assert_eq!(of(full).said.as_ref().unwrap().word, Word::Deferred);
        missing(badge::round(&cast.chi, cast.east, round).await.map(|_| ()));
    }
}

#[tokio::test]
async fn a_collective_carries_its_years_through_a_merger_and_a_person_must_look_at_them() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        let day = date(2024, 4, 1);
        let joined =
            NewUnit { from: day, ..new_unit("Chi bộ Khu phố 12", UnitKind::Cell, Some(cast.east)) };
        let joined = unit::create(&cast.an, joined).await.unwrap();
        let whole = |predecessor| Edge { predecessor, successor: joined, whole: true, share: String::new() };
        let new = NewReorganisation {
            decision: "Nghị quyết số 12".to_owned(),
            decided_on: None,
            effective: day,
            kind: ReorganisationKind::Consolidate,
            note: String::new(),
            edges: vec![whole(first), whole(second)],
            ending: Vec::new(),
            children: Vec::new(),
        };
        reorganisation::record(&cast.an, new).await.unwrap();
        for (number, year, unit, ground) in [
            ("1", 2020, first, Ground::Merit),
            ("2", 2022, first, Ground::Merit),
            ("3", 2023, second, Ground::Thematic),
            ("4", 2023, second, Ground::Merit),
            ("5", 2024, joined, Ground::Merit),
        ] {
            let mut made = line(HonoreeKind::Collective, "Chi bộ Khu phố", "dang-giay-khen");
            (made.year, made.unit, made.ground) = (year, Some(unit), ground);
            let mut new = paper(cast.east, Body::Unit(cast.east, Giver::GrassrootsCommittee), vec![made]);
            new.number = number.to_owned();
            decision::enter(&cast.binh, new).await.unwrap();
        }
        let story = register::of_unit(&cast.dung, joined).await.unwrap();
        assert_eq!((story.told.len(), story.aside), (5, 1));
        let stretch = |from, to, unsure: &[i16]| Stretch { from, to, unsure: unsure.to_vec() };
        assert_eq!(
            story.rows[0].stretches,
            [stretch(2020, 2020, &[2020]), stretch(2022, 2024, &[2022, 2023])],
        );
        let through = story.told.iter().find(|one| one.line.line.year == 2020).unwrap().before.as_ref();
        assert_eq!(through.map(|(_, how)| *how), Some(Continuity::Joined));
        let own = register::of_unit(&cast.dung, first).await.unwrap();
        assert_eq!(own.rows[0].stretches, [stretch(2020, 2020, &[]), stretch(2022, 2022, &[])]);
        missing(register::of_unit(&cast.chi, joined).await.map(|_| ()));
    }
}
