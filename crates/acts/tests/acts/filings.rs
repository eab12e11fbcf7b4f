//! Forms and filings: asked, answered, sent, decided on from above, opened again, sent twice by a device.

use crate::cast::{Cast, casts, denied, missing, new_account, refused};
use crate::figures::{code, period, slot};
use acts::figure::{self, FigureRefusal};
use acts::filing::board::{self, BoardQuery};
use acts::filing::decide::{self, DecisionRefusal, GiveBack};
use acts::filing::packet::{self, NewPacket, PacketEnd, PacketRefusal};
use acts::filing::{self, About, Answer, FilingRefusal, SaveFiling};
use acts::form::{self, ExtensionRefusal, FormRefusal, NewForm};
use acts::{Ctx, account, doctor, notice, outlier};
use domain::authority::Right;
use domain::figure::{Slot, Value};
use domain::filing::{ReturnGround, Standing, Step};
use domain::form::{
    Ask, Audience, Content, Due, Every, Fault, FormId, HardCheck, Row, Section, SoftCheck, Weight,
};
use domain::submission::{Scope, Source};
use domain::unit::{UnitId, UnitKind};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};

/// What the tests' monthly form asks.
pub struct Asks {
    pub form: FormId,
    pub trees: Slot,
    pub blood: Slot,
    pub members: Slot,
}

fn row(ask: Ask, required: bool) -> Row {
    Row { ask, label: String::new(), help: String::new(), required }
}

/// A form of three figures and some words.
pub fn content(slots: [Slot; 3], kind: UnitKind, scope: Scope) -> Content {
    let [trees, blood, members] = slots;
    let words = Row {
        ask: Ask::Words("guong-tot".to_owned()),
        label: "Người tốt, việc tốt".to_owned(),
        help: String::new(),
        required: false,
    };
    Content {
        sections: vec![
            Section {
                title: "Việc làm".to_owned(),
                rows: vec![
                    row(Ask::Number(trees), true),
                    row(Ask::Number(blood), true),
                    row(Ask::Number(members), false),
                ],
            },
            Section { title: "Nêu gương".to_owned(), rows: vec![words] },
        ],
        hard: vec![HardCheck::NeverAbove { lower: blood, upper: members }],
        soft: vec![SoftCheck::Changes { slot: Some(trees), percent: 50 }],
        scope,
        audience: Audience { kinds: [kind].into(), level: None, units: BTreeSet::new() },
        due: Due::OnDay(25),
    }
}

/// A monthly form of the province for all cells.
pub async fn monthly(cast: &Cast) -> Asks {
    let mut slots = Vec::new();
    for of in ["HD01", "HD02", "CT01"] {
        slots.push((code(&cast.an, of).await, domain::indicator::Breakdown::none()));
    }
    let slots = form::slots(&cast.an, cast.province, &slots).await.unwrap();
    let [trees, blood, members] = slots.try_into().unwrap();
    let new = NewForm {
        unit: cast.province,
        name: "Biểu tháng chi bộ".to_owned(),
        every: Every::Month,
        stage: None,
        from: date(2024, 1, 1),
        content: content([trees, blood, members], UnitKind::Cell, Scope::Own),
    };
    let form = form::add(&cast.an, new).await.unwrap();
    Asks { form, trees, blood, members }
}

/// Lan approves at the province.
async fn lan(cast: &Cast) -> Ctx {
    let new = new_account("lan", "Đỗ Thị Lan", Right::Approve, Some(cast.province));
    let account = account::create(&cast.an, new).await.unwrap();
    Ctx::new(&cast.app, account, "test")
}

fn save_of(about: About, answers: &[(Slot, i64)]) -> SaveFiling {
    let answer = |(slot, number): &(Slot, i64)| Answer {
        slot: *slot,
        value: Some(Value::exact(*number)),
        evidence: None,
    };
    SaveFiling {
        about,
        seen_version: None,
        answers: answers.iter().map(answer).collect(),
        words: BTreeMap::new(),
        reasons: BTreeMap::new(),
        source: Source::Typed,
    }
}

fn about(asks: &Asks, unit: UnitId, when: &str) -> About {
    About { form: asks.form, unit, period: period(when) }
}

async fn sent(ctx: &Ctx, asks: &Asks, unit: UnitId, when: &str, numbers: [i64; 3]) -> filing::Receipt {
    let about = about(asks, unit, when);
    let [trees, blood, members] = numbers;
    let answers = [(asks.trees, trees), (asks.blood, blood), (asks.members, members)];
    filing::save(ctx, save_of(about, &answers)).await.unwrap();
    filing::send(ctx, about, None).await.unwrap()
}

fn query(asks: &Asks, unit: UnitId, when: &str) -> BoardQuery {
    BoardQuery { unit, form: asks.form, period: period(when), standing: None, late: false }
}

#[tokio::test]
async fn a_form_is_made_by_whoever_manages_and_checked() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let trees = slot(&cast.an, "HD01").await;
        let mut new = NewForm {
            unit: cast.east,
            name: "  ".to_owned(),
            every: Every::Month,
            stage: None,
            from: date(2024, 1, 1),
            content: content([trees, asks.blood, asks.members], UnitKind::Cell, Scope::Own),
        };
        assert_eq!(refused(form::add(&cast.ha, new.clone()).await), FormRefusal::Name);
        new.name = "Biểu quý".to_owned();
        new.every = Every::Stage;
        assert_eq!(refused(form::add(&cast.ha, new.clone()).await), FormRefusal::Stage);
        new.every = Every::Quarter;
        new.content.audience.units.insert(cast.west);
        assert_eq!(refused(form::add(&cast.ha, new.clone()).await), FormRefusal::NotBelow(cast.west));
        new.content.audience.units.clear();
        new.content.sections[0].rows[0].ask = Ask::Number(Slot(99_999));
        new.content.soft.clear();
        let unknown = FormRefusal::UnknownSlot(Slot(99_999));
        assert_eq!(refused(form::add(&cast.ha, new.clone()).await), unknown);
        new.content.sections[0].rows[0].ask = Ask::Number(trees);
        denied(form::add(&cast.binh, new.clone()).await);
        missing(form::add(&cast.chi, new.clone()).await);
        form::add(&cast.ha, new).await.unwrap();
        assert_eq!(cast.last_line().await.act, "form.add");
        missing(form::close(&cast.ha, asks.form).await);
        assert_eq!(form::list(&cast.chi).await.unwrap().len(), 1, "the neighbour's form is not shown");
        assert_eq!(form::list(&cast.binh).await.unwrap().len(), 2);
        assert!(form::list(&cast.khanh).await.unwrap().is_empty());
        form::close(&cast.an, asks.form).await.unwrap();
        assert_eq!(refused(form::close(&cast.an, asks.form).await), FormRefusal::Closed);
    }
}

#[tokio::test]
async fn a_revised_form_holds_from_its_day_and_what_was_sent_keeps_its_version() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let cell = cast.east_cells[0];
        sent(&cast.binh, &asks, cell, "2024M03", [5, 1, 20]).await;
        let mut fewer = content([asks.trees, asks.blood, asks.members], UnitKind::Cell, Scope::Own);
        fewer.hard.clear();
        fewer.sections[0].rows.truncate(1);
        assert_eq!(form::revise(&cast.an, asks.form, date(2024, 4, 1), fewer.clone()).await.unwrap(), 2);
        let before = form::revise(&cast.an, asks.form, date(2024, 3, 1), fewer).await;
        assert_eq!(refused(before), FormRefusal::BeforeLastVersion);
        let desk = |when| filing::desk(&cast.binh, about(&asks, cell, when));
        assert_eq!(desk("2024M03").await.unwrap().asked.version.number, 1);
        assert_eq!(desk("2024M04").await.unwrap().asked.version.content.slots().count(), 1);
        assert_eq!(desk("2024M02").await.unwrap().asked.version.number, 1);
    }
}

#[tokio::test]
async fn nothing_impossible_is_sent_and_an_oddity_needs_its_reason() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let cell = cast.east_cells[0];
        sent(&cast.binh, &asks, cell, "2024M04", [100, 0, 28]).await;
        let may = about(&asks, cell, "2024M05");
        let stop = |ended| {
            let FilingRefusal::Findings(found) = refused::<filing::Receipt, _>(ended) else {
                panic!("not stopped by a finding")
            };
            found
        };
        let found = stop(filing::send(&cast.binh, may, None).await);
        assert_eq!(found.len(), 2, "two required figures have no answer");
        filing::save(&cast.binh, save_of(may, &[(asks.trees, 20), (asks.blood, 31), (asks.members, 28)]))
            .await
            .unwrap();
        let found = stop(filing::send(&cast.binh, may, None).await);
        let above = Fault::Above { number: 31, upper: asks.members, most: 28 };
        assert_eq!(found.len(), 2);
        assert!(found.iter().any(|one| one.weight == Weight::Hard(above.clone())));
        let mut mended = save_of(may, &[(asks.blood, 0)]);
        mended.reasons.insert(asks.trees, "Hết mùa trồng cây".to_owned());
        mended.words.insert("guong-tot".to_owned(), "Cô Bưởi trồng hàng sao đen.".to_owned());
        filing::save(&cast.binh, mended).await.unwrap();
        let receipt = filing::send(&cast.binh, may, None).await.unwrap();
        assert!(!receipt.late);
        assert_eq!(cast.last_line().await.act, "filing.send");
        let desk = filing::desk(&cast.dung, may).await.unwrap();
        assert_eq!(desk.standing, Standing::Sent);
        assert_eq!(desk.values.get(asks.blood), Some(Value::exact(0)));
        assert_eq!(desk.since.get(asks.trees), Some(Value::exact(120)));
        assert_eq!(desk.since.get(asks.members), Some(Value::exact(28)), "a stock is its last value");
        assert_eq!(desk.words["guong-tot"], "Cô Bưởi trồng hàng sao đen.");
        assert!(desk.stopping.is_empty() && desk.findings.len() == 1);
    }
}

#[tokio::test]
async fn what_was_sent_rests_on_every_way_in() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let cell = cast.east_cells[0];
        let receipt = sent(&cast.binh, &asks, cell, "2024M05", [5, 1, 20]).await;
        let may = about(&asks, cell, "2024M05");
        let again = filing::save(&cast.binh, save_of(may, &[(asks.trees, 6)])).await;
        assert_eq!(refused(again), FilingRefusal::Figure(FigureRefusal::Resting));
        let mut words = save_of(may, &[]);
        words.words.insert("guong-tot".to_owned(), "Muộn rồi".to_owned());
        let words = filing::save(&cast.binh, words).await;
        assert_eq!(refused(words), FilingRefusal::Standing(Standing::Sent));
        let entry = figure::Entry {
            indicator: code(&cast.an, "HD01").await,
            breakdown: domain::indicator::Breakdown::none(),
            value: Some(Value::exact(6)),
            evidence: None,
        };
        let save = figure::Save {
            unit: cell,
            period: period("2024M05"),
            scope: Scope::Own,
            seen_version: None,
            entries: vec![entry.clone()],
            source: Source::Typed,
            document: None,
            reason: String::new(),
        };
        assert_eq!(refused(figure::save(&cast.binh, save.clone()).await), FigureRefusal::Resting);
        let row = acts::figure_import::ImportRow {
            line: 7,
            unit: cell,
            period: period("2024M05"),
            scope: Scope::Own,
            entries: vec![(1, entry)],
        };
        let import = acts::figure_import::commit(&cast.binh, vec![row], "bang.xlsx").await;
        let faults = match refused(import) {
            acts::figure_import::ImportRefusal::Faults(faults) => faults,
            other @ acts::figure_import::ImportRefusal::Empty => panic!("{other:?}"),
        };
        assert_eq!((faults[0].line, &faults[0].fault), (7, &acts::figure_import::RowFault::Resting));
        denied(filing::withdraw(&cast.dung, receipt.filing).await);
        missing(filing::withdraw(&cast.chi, receipt.filing).await);
        filing::withdraw(&cast.binh, receipt.filing).await.unwrap();
        figure::save(&cast.binh, save).await.unwrap();
        assert!(doctor::audit(&cast.app).await.unwrap().differences.is_empty());
    }
}

#[tokio::test]
async fn the_level_above_decides_and_nobody_for_the_own_unit() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let cell = cast.east_cells[0];
        let receipt = sent(&cast.binh, &asks, cell, "2024M05", [5, 1, 20]).await;
        denied(decide::accept(&cast.binh, receipt.filing, None, &[], "").await);
        denied(decide::accept(&cast.an, receipt.filing, None, &[], "").await);
        missing(decide::accept(&cast.chi, receipt.filing, None, &[], "").await);
        let stale = decide::accept(&cast.giang, receipt.filing, Some(7), &[], "").await;
        assert!(matches!(refused(stale), DecisionRefusal::Changed { version: 1, .. }));
        let bare = decide::give_back(&cast.giang, receipt.filing, GiveBack::default()).await;
        assert_eq!(refused(bare), DecisionRefusal::ReasonMissing);
        let mut why = GiveBack {
            grounds: vec![ReturnGround::MissingEvidence],
            note: "Thiếu biên bản".to_owned(),
            rows: [("khong-co".to_owned(), String::new())].into(),
        };
        let unknown = decide::give_back(&cast.giang, receipt.filing, why.clone()).await;
        assert_eq!(refused(unknown), DecisionRefusal::UnknownRow("khong-co".to_owned()));
        why.rows = [(asks.trees.0.to_string(), "Đếm lại".to_owned())].into();
        decide::give_back(&cast.giang, receipt.filing, why).await.unwrap();
        filing::save(&cast.binh, save_of(about(&asks, cell, "2024M05"), &[(asks.trees, 4)])).await.unwrap();
        filing::send(&cast.binh, about(&asks, cell, "2024M05"), None).await.unwrap();
        decide::accept(&cast.giang, receipt.filing, Some(2), &[], "").await.unwrap();
        assert_eq!(cast.last_line().await.act, "filing.accept");
        let desk = filing::desk(&cast.binh, about(&asks, cell, "2024M05")).await.unwrap();
        let steps: Vec<Step> = desk.steps.iter().map(|told| told.step.step).collect();
        assert_eq!(steps, [Step::Begin, Step::Send, Step::Return, Step::Send, Step::Accept]);
        assert_eq!(desk.steps[2].step.rows[&asks.trees.0.to_string()], "Đếm lại");
        assert_eq!(desk.steps[2].name, "Đỗ Hương Giang");
        assert!(!desk.may.enter && desk.may.send && !desk.may.decide);
        let own = account::create(&cast.an, new_account("my", "Lý My", Right::Approve, Some(cell))).await;
        let own = Ctx::new(&cast.app, own.unwrap(), "test");
        denied(decide::reopen(&own, receipt.filing, "Tự mở").await);
    }
}

#[tokio::test]
async fn opening_again_makes_the_next_edition_with_its_differences() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let (cell, may) = (cast.east_cells[0], about(&asks, cast.east_cells[0], "2024M05"));
        let receipt = sent(&cast.binh, &asks, cell, "2024M05", [5, 1, 20]).await;
        let early = filing::ask_reopen(&cast.binh, receipt.filing, "Sai số").await;
        assert_eq!(refused(early), FilingRefusal::Standing(Standing::Sent));
        decide::accept(&cast.giang, receipt.filing, None, &[], "").await.unwrap();
        let bare = filing::ask_reopen(&cast.binh, receipt.filing, " ").await;
        assert_eq!(refused(bare), FilingRefusal::ReasonMissing);
        filing::ask_reopen(&cast.binh, receipt.filing, "Sót một hàng cây").await.unwrap();
        let board =
            board::board(&cast.dung, &query(&asks, cast.province, "2024M05"), None, 50).await.unwrap();
        assert_eq!(board.rows.iter().filter(|row| row.asked).count(), 1);
        assert_eq!(decide::reopen(&cast.giang, receipt.filing, "Cho sửa").await.unwrap(), 2);
        filing::save(&cast.binh, save_of(may, &[(asks.trees, 7)])).await.unwrap();
        let desk = filing::desk(&cast.giang, may).await.unwrap();
        let found: Vec<_> = desk.differences.iter().map(|one| (one.slot, one.before, one.after)).collect();
        assert_eq!(found, [(asks.trees, Some(Value::exact(5)), Some(Value::exact(7)))]);
        let again = filing::send(&cast.binh, may, None).await.unwrap();
        assert_eq!((again.filing, again.edition), (receipt.filing, 2));
    }
}

#[tokio::test]
async fn an_inner_unit_is_accepted_only_with_its_missing_units_named() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let lan = lan(&cast).await;
        let slots = [asks.trees, asks.blood, asks.members];
        let new = NewForm {
            unit: cast.province,
            name: "Biểu quý đảng bộ".to_owned(),
            every: Every::Quarter,
            stage: None,
            from: date(2024, 1, 1),
            content: content(slots, UnitKind::GrassrootsCommittee, Scope::Own),
        };
        let quarterly = Asks { form: form::add(&cast.an, new).await.unwrap(), ..asks };
        let monthly = form::list(&cast.an).await.unwrap()[0].form.id;
        let monthly = Asks { form: monthly, ..quarterly };
        for month in ["2024M01", "2024M02", "2024M03"] {
            sent(&cast.binh, &monthly, cast.east_cells[0], month, [5, 1, 20]).await;
        }
        sent(&cast.binh, &monthly, cast.east_cells[1], "2024M01", [5, 1, 20]).await;
        let receipt = sent(&cast.binh, &quarterly, cast.east, "2024Q1", [0, 0, 3]).await;
        denied(decide::accept(&cast.giang, receipt.filing, None, &[], "").await);
        let bare = decide::accept(&lan, receipt.filing, None, &[], "").await;
        assert_eq!(refused(bare), DecisionRefusal::UnitsMissing(vec![cast.east_cells[1]]));
        let named = [cast.east_cells[1]];
        let silent = decide::accept(&lan, receipt.filing, None, &named, "").await;
        assert_eq!(refused(silent), DecisionRefusal::ReasonMissing);
        decide::accept(&lan, receipt.filing, None, &named, "Chi bộ sáp nhập, báo cáo sau").await.unwrap();
        let desk = filing::desk(&cast.dung, about(&quarterly, cast.east, "2024Q1")).await.unwrap();
        let accepted = desk.steps.last().unwrap();
        assert_eq!(accepted.step.missing, named);
        assert_eq!(accepted.missing, ["Chi bộ Khu phố 2"]);
    }
}

#[tokio::test]
async fn the_board_names_who_is_missing_and_who_is_late() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let [first, second] = cast.east_cells;
        let early = sent(&cast.binh, &asks, first, "2024M04", [5, 1, 20]).await;
        assert!(early.late, "25 April has passed");
        let at = |unit| (asks.form, unit, period("2024M04"));
        let later = date(2024, 5, 20);
        denied(form::extend(&cast.binh, at(second), later, "Mất điện").await);
        missing(form::extend(&cast.giang, at(cast.west_cells[0]), later, "Mất điện").await);
        let bare = form::extend(&cast.giang, at(second), later, "").await;
        assert_eq!(refused(bare), ExtensionRefusal::Reason);
        let sooner = form::extend(&cast.giang, at(second), date(2024, 4, 25), "Mất điện").await;
        assert_eq!(refused(sooner), ExtensionRefusal::NotLater(date(2024, 4, 25)));
        form::extend(&cast.giang, at(second), later, "Mất điện").await.unwrap();
        assert!(!sent(&cast.binh, &asks, second, "2024M04", [2, 0, 9]).await.late);
        let board = board::board(&cast.dung, &query(&asks, cast.province, "2024M04"), None, 3).await.unwrap();
        let counts = board.counts;
        assert_eq!((counts.expected, counts.declared, counts.sent, counts.not_begun), (4, 2, 2, 2));
        assert_eq!((counts.late, counts.figures, counts.asked), (3, 6, 12));
        assert_eq!(board.rows.len(), 3);
        let rest = board::board(&cast.dung, &query(&asks, cast.province, "2024M04"), board.next, 3).await;
        assert_eq!(rest.unwrap().rows.len(), 1);
        let mut silent = query(&asks, cast.province, "2024M04");
        silent.standing = Some(Standing::NotBegun);
        let silent = board::board(&cast.dung, &silent, None, 50).await.unwrap();
        let named: Vec<UnitId> = silent.rows.iter().map(|row| row.unit).collect();
        assert_eq!((silent.matching, named), (2, cast.west_cells.to_vec()));
        let east = board::board(&cast.binh, &query(&asks, cast.east, "2024M04"), None, 50).await.unwrap();
        assert_eq!(east.counts.expected, 2);
        missing(board::board(&cast.binh, &query(&asks, cast.west, "2024M04"), None, 50).await);
        denied_or_missing(board::board(&cast.binh, &query(&asks, cast.province, "2024M04"), None, 50).await);
    }
}

fn denied_or_missing<T: std::fmt::Debug, R: std::fmt::Debug>(ended: Result<T, acts::ActError<R>>) {
    assert!(matches!(ended, Err(acts::ActError::Missing | acts::ActError::Denied(_))), "{ended:?}");
}

fn packet_of(asks: &Asks, unit: UnitId, key: &str, made_ms: i64, trees: i64) -> NewPacket {
    let answers = [(asks.trees, trees), (asks.blood, 0), (asks.members, 20)];
    NewPacket {
        packet: format!("{key}-0123456789abcdef"),
        device: "dien-thoai-0123456789".to_owned(),
        made_ms,
        about: about(asks, unit, "2024M05"),
        seen_version: None,
        answers: save_of(about(asks, unit, "2024M05"), &answers).answers,
        words: BTreeMap::new(),
        reasons: BTreeMap::new(),
    }
}

#[tokio::test]
async fn a_packet_is_stored_once_however_it_arrives() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let cell = cast.east_cells[0];
        let first = packet_of(&asks, cell, "mot", 1_000, 5);
        let PacketEnd::Sent(receipt) = packet::take(&cast.binh, first.clone()).await.unwrap() else {
            panic!("not sent")
        };
        // The answer was lost, two days passed, the device sends again.
        cast.wait(2 * 24 * 60);
        let lines = cast.lines().await;
        assert_eq!(packet::take(&cast.binh, first.clone()).await.unwrap(), PacketEnd::Again(receipt));
        assert_eq!(cast.lines().await, lines, "nothing was done the second time");
        // A later packet of the same device takes its place; an older one that arrives after it does not.
        let PacketEnd::Sent(_) =
            packet::take(&cast.binh, packet_of(&asks, cell, "ba", 3_000, 9)).await.unwrap()
        else {
            panic!("not sent")
        };
        let older = packet::take(&cast.binh, packet_of(&asks, cell, "hai", 2_000, 7)).await.unwrap();
        assert!(matches!(older, PacketEnd::Older(_)));
        let older = packet::take(&cast.binh, packet_of(&asks, cell, "hai", 2_000, 7)).await.unwrap();
        assert!(matches!(older, PacketEnd::Older(_)));
        let desk = filing::desk(&cast.binh, about(&asks, cell, "2024M05")).await.unwrap();
        assert_eq!(desk.values.get(asks.trees), Some(Value::exact(9)));
        // Nobody else's key opens anything.
        missing(packet::take(&cast.chi, first.clone()).await);
        let elsewhere = NewPacket { about: about(&asks, cast.east_cells[1], "2024M05"), ..first.clone() };
        assert_eq!(refused(packet::take(&cast.binh, elsewhere).await), PacketRefusal::ForeignKey);
        let short = NewPacket { packet: "ngan".to_owned(), ..first };
        assert_eq!(refused(packet::take(&cast.binh, short).await), PacketRefusal::Key);
        assert!(doctor::audit(&cast.app).await.unwrap().differences.is_empty());
    }
}

#[tokio::test]
async fn the_same_packet_twice_at_one_moment_is_one_filing() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let new = packet_of(&asks, cast.east_cells[0], "mot", 1_000, 5);
        let (one, two, three) = tokio::join!(
            packet::take(&cast.binh, new.clone()),
            packet::take(&cast.binh, new.clone()),
            packet::take(&cast.binh, new.clone()),
        );
        let ends = [one.unwrap(), two.unwrap(), three.unwrap()];
        let sent = ends.iter().filter(|end| matches!(end, PacketEnd::Sent(_))).count();
        assert_eq!(sent, 1, "{ends:?}");
        let desk = filing::desk(&cast.binh, new.about).await.unwrap();
        assert_eq!(desk.steps.iter().filter(|told| told.step.step == Step::Send).count(), 1);
        assert_eq!(desk.version, 1);
    }
}

#[tokio::test]
async fn a_neighbour_finds_no_desk() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let receipt = sent(&cast.binh, &asks, cast.east_cells[0], "2024M05", [5, 1, 20]).await;
        let may = about(&asks, cast.east_cells[0], "2024M05");
        missing(filing::desk(&cast.chi, may).await);
        missing(filing::about(&cast.chi, receipt.filing).await);
        missing(filing::save(&cast.chi, save_of(may, &[(asks.trees, 1)])).await);
        missing(filing::send(&cast.chi, may, None).await);
        missing(filing::ask_reopen(&cast.chi, receipt.filing, "Xin").await);
        missing(filing::desk(&cast.binh, about(&asks, cast.east, "2024M05")).await);
        missing(filing::desk(&cast.binh, about(&asks, cast.east_cells[0], "2024Q1")).await);
    }
}

#[tokio::test]
async fn a_figure_far_from_its_past_is_shown_flagged_and_cleared() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        let [first, second] = cast.east_cells;
        for (month, trees) in [("2023M12", 10), ("2024M01", 12), ("2024M02", 11), ("2024M03", 9)] {
            sent(&cast.binh, &asks, first, month, [trees, 1, 20]).await;
            sent(&cast.binh, &asks, second, month, [trees, 1, 20]).await;
        }
        let mut save = save_of(about(&asks, first, "2024M04"), &[(asks.trees, 600), (asks.blood, 1)]);
        save.reasons.insert(asks.trees, "Phát động trồng rừng".to_owned());
        filing::save(&cast.binh, save).await.unwrap();
        let receipt = filing::send(&cast.binh, about(&asks, first, "2024M04"), None).await.unwrap();
        sent(&cast.binh, &asks, second, "2024M04", [11, 1, 20]).await;
        let look = query(&asks, cast.province, "2024M04");
        let (_, found) = outlier::look(&cast.dung, &look).await.unwrap();
        let shown: Vec<_> = found.iter().map(|one| (one.unit, one.slot)).collect();
        assert_eq!(shown, [(first, asks.trees)]);
        assert!(found[0].flag.is_none());
        denied(outlier::flag(&cast.binh, receipt.filing, asks.trees, "Xem lại").await);
        missing(outlier::flag(&cast.chi, receipt.filing, asks.trees, "Xem lại").await);
        let bare = outlier::flag(&cast.giang, receipt.filing, asks.trees, " ").await;
        assert_eq!(refused(bare), outlier::FlagRefusal::Why);
        outlier::flag(&cast.giang, receipt.filing, asks.trees, "Đối chiếu biên bản").await.unwrap();
        let (_, found) = outlier::look(&cast.binh, &query(&asks, cast.east, "2024M04")).await.unwrap();
        assert_eq!(found[0].flag.as_ref().unwrap().why, "Đối chiếu biên bản");
        denied(outlier::clear(&cast.dung, receipt.filing, asks.trees).await);
        outlier::clear(&cast.binh, receipt.filing, asks.trees).await.unwrap();
        missing(outlier::clear(&cast.binh, receipt.filing, asks.trees).await);
        missing(outlier::look(&cast.chi, &query(&asks, cast.east, "2024M04")).await);
    }
}

#[tokio::test]
async fn the_program_reminds_once_of_each_day_and_tells_the_level_above() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        // 24 May: the day is tomorrow.
        cast.wait(9 * 24 * 60);
        sent(&cast.binh, &asks, cast.east_cells[0], "2024M05", [5, 1, 20]).await;
        notice::set_address(&cast.giang, "giang@coquan.vn").await.unwrap();
        let wrong = notice::set_address(&cast.binh, "khong phai").await;
        assert_eq!(refused(wrong), notice::AddressRefusal::Form);
        let count = notice::escalate(&cast.app).await.unwrap();
        assert_eq!(count, 6, "three cells, each to those who file and to those above");
        assert_eq!(notice::escalate(&cast.app).await.unwrap(), 0, "once of each");
        let work = notice::work(&cast.giang, &[period("2024M05")]).await.unwrap();
        assert_eq!(work.to_decide.len(), 1);
        assert_eq!(work.told.len(), 1, "the neighbour's cells are none of Giang's");
        assert!(work.told[0].notice.up && work.told[0].notice.unit == cast.east_cells[1]);
        let letters = notice::outgoing(&cast.app).await.unwrap();
        assert_eq!(letters.len(), 1);
        notice::sent(&cast.app, &letters[0], Err("550 no such user".to_owned())).await.unwrap();
        assert_eq!(notice::outgoing(&cast.app).await.unwrap()[0].letter.tries, 1);
        notice::sent(&cast.app, &letters[0], Ok(())).await.unwrap();
        assert!(notice::outgoing(&cast.app).await.unwrap().is_empty());
        let asked = query(&asks, cast.east, "2024M05");
        assert_eq!(notice::remind(&cast.giang, &asked).await.unwrap(), 1);
        missing(notice::remind(&cast.chi, &asked).await);
        let told = notice::work(&cast.binh, &[period("2024M05")]).await.unwrap().told;
        assert!(told.iter().any(|one| one.by == "Đỗ Hương Giang"));
    }
}

#[tokio::test]
async fn many_are_accepted_in_one_step_but_none_of_a_neighbour() {
    for cast in casts().await {
        let asks = monthly(&cast).await;
        for (ctx, cells) in [(&cast.binh, cast.east_cells), (&cast.chi, cast.west_cells)] {
            for cell in cells {
                sent(ctx, &asks, cell, "2024M05", [5, 1, 20]).await;
            }
        }
        let month = period("2024M05");
        missing(decide::accept_all(&cast.giang, asks.form, month, cast.west).await);
        let done = decide::accept_all(&cast.giang, asks.form, month, cast.east).await.unwrap();
        assert_eq!((done.accepted, done.left.len()), (2, 0));
        let none = decide::accept_all(&cast.binh, asks.form, month, cast.east).await.unwrap();
        assert_eq!((none.accepted, none.left.len()), (0, 0));
        let board = board::board(&cast.an, &query(&asks, cast.province, "2024M05"), None, 9).await.unwrap();
        assert_eq!((board.counts.accepted, board.counts.sent), (2, 2));
    }
}
