//! What a secretary sees before doing: what a body may call for, a round with its calendar, who may be called to its
//! council, a paper of a dossier; and an own rule that is taken back.

use crate::cast::{TODAY, casts, denied, missing, refused};
use crate::decisions::approver;
use crate::nominations::{call, case, vetted};
use acts::award::own::{self, NewRule, RuleRefusal};
use acts::person::{self, NewPerson, PersonDays};
use acts::{council, nomination, round};
use domain::award::{Covers, Provision, Trust};
use domain::honoree::HonoreeKind;
use domain::id::StepId;
use domain::nomination::Stage;
use jiff::civil::date;

const FORM: &str = "dang-giay-khen";

#[tokio::test]
async fn a_body_is_offered_what_it_may_confer_and_a_round_shows_its_places() {
    for cast in casts().await {
        denied(round::offers(&cast.binh, cast.east).await);
        missing(round::offers(&cast.chi, cast.east).await);
        let offers = round::offers(&cast.giang, cast.east).await.unwrap();
        let codes: Vec<&str> = offers.iter().map(|offer| offer.form.as_str()).collect();
        assert!(codes.contains(&FORM) && codes.contains(&"dang-bieu-duong"), "{codes:?}");
        assert!(
            !codes.contains(&"dang-giay-khen-cap-tren") && !codes.contains(&"bang-khen-tinh"),
            "{codes:?}"
        );

        let opened = round::open(&cast.giang, call(cast.east, FORM, HonoreeKind::Individual, Some(2)));
        let opened = opened.await.unwrap();
        let [first, second] = cast.east_cells;
        let id = nomination::write(&cast.binh, case(opened, first, "Lý Thị Mẫu", FORM)).await.unwrap();
        nomination::write(&cast.binh, case(opened, second, "Vũ Văn Mẫu", FORM)).await.unwrap();
        vetted(&cast.binh, &cast.giang, id).await;
        let view = round::load(&cast.giang, opened, cast.east).await.unwrap();
        let (form, name, counts) = &view.forms[0];
        assert_eq!((form.quota, name.is_empty()), (Some(2), false));
        assert!(counts.contains(&(Stage::Vetted, 1)) && counts.contains(&(Stage::Draft, 1)));
        assert!(view.can_lead && view.cases.len() == 2);
        // Days not worked are told with where they are known from; of 2024 none is registered, and none is made up.
        assert!(view.days_off.is_empty());
        let mut long = call(cast.east, FORM, HonoreeKind::Individual, None);
        long.closes = date(2026, 8, 31);
        let long = round::open(&cast.giang, long).await.unwrap();
        let days = round::load(&cast.giang, long, cast.east).await.unwrap().days_off;
        let national = days.iter().find(|row| row.day == date(2026, 9, 2)).unwrap();
        assert!(!national.name.is_empty() && !national.source.is_empty());
        // Whoever writes there sees it and does not lead it; a neighbour finds nothing.
        assert!(!round::load(&cast.binh, opened, cast.east).await.unwrap().can_lead);
        missing(round::load(&cast.chi, opened, cast.west).await.map(|_| ()));
        missing(round::load(&cast.chi, opened, cast.east).await.map(|_| ()));
    }
}

#[tokio::test]
async fn a_round_of_a_body_above_shows_only_the_cases_within_reach() {
    for cast in casts().await {
        let lam = approver(&cast, Some(cast.province), "lam").await;
        let form = "dang-giay-khen-cap-tren";
        let opened =
            round::open(&lam, call(cast.province, form, HonoreeKind::Individual, None)).await.unwrap();
        nomination::write(&cast.binh, case(opened, cast.east, "Lý Thị Mẫu", form)).await.unwrap();
        nomination::write(&cast.chi, case(opened, cast.west, "Vũ Văn Mẫu", form)).await.unwrap();
        assert_eq!(round::load(&lam, opened, cast.province).await.unwrap().cases.len(), 2);
        let seen = round::load(&cast.chi, opened, cast.west).await.unwrap();
        assert_eq!((seen.cases.len(), seen.cases[0].unit, seen.can_lead), (1, cast.west, false));
    }
}

#[tokio::test]
async fn a_council_is_called_from_those_with_a_duty_there_on_that_day() {
    for cast in casts().await {
        denied(council::candidates(&cast.binh, cast.east, TODAY).await);
        missing(council::candidates(&cast.chi, cast.east, TODAY).await);
        let names = |found: Vec<council::Candidate>| -> Vec<String> {
            found.into_iter().map(|one| one.name).collect()
        };
        let now = names(council::candidates(&cast.giang, cast.east, TODAY).await.unwrap());
        assert!(
            now.contains(&"Đỗ Hương Giang".to_owned()) && now.contains(&"Phạm Dung".to_owned()),
            "{now:?}"
        );
        // Khanh's duty ended; Chi's lies at a neighbour.
        assert!(!now.contains(&"Hồ Gia Khanh".to_owned()) && !now.contains(&"Lê Thị Chi".to_owned()));
        let before = council::candidates(&cast.giang, cast.east, date(2023, 6, 1)).await.unwrap();
        assert!(names(before).contains(&"Hồ Gia Khanh".to_owned()));
    }
}

#[tokio::test]
async fn a_paper_is_handed_out_to_those_who_see_the_case_and_the_ledger_says_so() {
    for cast in casts().await {
        let opened =
            round::open(&cast.giang, call(cast.east, FORM, HonoreeKind::Individual, None)).await.unwrap();
        let id = nomination::write(&cast.binh, case(opened, cast.east, "Lý Thị Mẫu", FORM)).await.unwrap();
        nomination::attach(&cast.binh, id, "Biên bản", "bien-ban.txt", b"12/12").await.unwrap();
        let handed = nomination::paper(&cast.giang, id, 0).await.unwrap();
        assert_eq!((handed.name.as_str(), handed.content.as_slice()), ("bien-ban.txt", &b"12/12"[..]));
        assert_eq!(cast.last_line().await.act, "nomination.hand-out");
        missing(nomination::paper(&cast.giang, id, 1).await.map(|_| ()));
        missing(nomination::paper(&cast.chi, id, 0).await.map(|_| ()));
    }
}

#[tokio::test]
async fn an_own_rule_taken_back_goes_on_counting_for_the_days_before() {
    for cast in casts().await {
        let lam = approver(&cast, Some(cast.province), "lam").await;
        let new = NewRule {
            unit: Some(cast.province),
            key: "song-tien.hoi-dong".to_owned(),
            title: "Phiếu của Hội đồng".to_owned(),
            covers: Covers::Form(FORM.parse().unwrap()),
            recipient: None,
            ground: None,
            provision: "council 80".to_owned(),
            from: date(2024, 1, 1),
            to: None,
            article: "Quy định 02-QĐ/TU, Điều 7".to_owned(),
            source: "bản giấy".to_owned(),
            trust: Trust::A,
        };
        let id = own::write(&cast.an, new).await.unwrap();
        own::confirm(&lam, id).await.unwrap();
        denied(own::withdraw(&cast.dung, id, TODAY, "tỉnh thay quy định").await);
        denied(own::withdraw(&lam, id, TODAY, "tỉnh thay quy định").await);
        missing(own::withdraw(&cast.an, StepId(1), TODAY, "tỉnh thay quy định").await);
        let past = own::withdraw(&cast.an, id, date(2024, 5, 14), "tỉnh thay quy định").await;
        assert_eq!(refused(past), RuleRefusal::InPast);
        let blank = own::withdraw(&cast.an, id, TODAY, " ").await;
        assert!(matches!(refused(blank), RuleRefusal::Text { .. }));
        own::withdraw(&cast.an, id, TODAY, "tỉnh thay quy định").await.unwrap();
        assert_eq!(cast.last_line().await.act, "award_rule.withdraw");
        let again = own::withdraw(&cast.an, id, TODAY, "tỉnh thay quy định").await;
        assert_eq!(refused(again), RuleRefusal::Withdrawn);
        let book = own::book_of(&cast.an, cast.east).await.unwrap();
        let counts = |day| {
            domain::award::in_force(&book.rules, day)
                .into_iter()
                .any(|rule| rule.own && matches!(rule.provision, Provision::Council(80)))
        };
        assert!(counts(date(2024, 5, 14)) && !counts(TODAY));
        let listed = own::list(&cast.an, cast.east).await.unwrap();
        let told = Some((TODAY, "tỉnh thay quy định".to_owned()));
        assert_eq!(listed.iter().find(|own| own.id == id).unwrap().withdrawn, told);
    }
}

#[tokio::test]
async fn a_row_is_named_before_it_is_opened_and_those_who_looked_have_names() {
    for cast in casts().await {
        let new = NewPerson {
            name: "Lý Thị Mẫu".to_owned(),
            unit: cast.east,
            days: PersonDays::default(),
            purpose: "khen thưởng".to_owned(),
            keep_until: None,
            invented: true,
        };
        let id = person::add(&cast.binh, new).await.unwrap();
        let lines = cast.lines().await;
        assert_eq!(person::head(&cast.giang, id).await.unwrap().name, "Lý Thị Mẫu");
        assert_eq!(cast.lines().await, lines, "a name in a list is no look");
        missing(person::head(&cast.chi, id).await.map(|_| ()));
        let view = person::view(&cast.giang, id, "lập hồ sơ").await.unwrap();
        assert_eq!(view.accesses[0].purpose, "lập hồ sơ");
        let asked = [cast.giang.account, cast.chi.account];
        let named = person::lookers(&cast.binh, id, &asked).await.unwrap();
        // Only those who looked: the list of accounts is not to be had this way.
        assert_eq!(named.into_values().collect::<Vec<_>>(), ["Đỗ Hương Giang"]);
        missing(person::lookers(&cast.chi, id, &asked).await.map(|_| ()));
    }
}
