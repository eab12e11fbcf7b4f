//! The whole reporting cycle through the public acts: one province, 40 committees, 400 cells, twelve months. Launched,
//! entered, late, returned, opened again, accepted with missing units named, frozen twice, explained, reported; every
//! total equals an independent reckoning.

mod written;

use crate::cast::{FOUNDED, installation, new_account};
use crate::figures::{code, period};
use crate::filings::content;
use acts::acknowledgement::{self, NewLaunch, Receivers};
use acts::figure::Entry;
use acts::figure_import::{self, ImportRow};
use acts::filing::board::{self, BoardQuery};
use acts::filing::decide::{self, DecisionRefusal, GiveBack};
use acts::filing::{self, About, Answer, SaveFiling};
use acts::form::{self, NewForm};
use acts::freeze::{self, Basis};
use acts::programme::{self, NewProgramme};
use acts::total::{self, Lens, Query};
use acts::unit_import::{self, UnitRow, UnitSheet};
use acts::{ActError, App, Ctx, account, doctor, unit};
use domain::authority::Right;
use domain::figure::{Slot, Value};
use domain::filing::{ReturnGround, Standing, Step};
use domain::form::{Every, FormId};
use domain::freeze::difference::Cause;
use domain::id::FreezeId;
use domain::indicator::{Breakdown, IndicatorId};
use domain::period::Period;
use domain::submission::{Road, Scope, Source};
use domain::unit::{UnitId, UnitKind};
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::testing::{TestDb, embedded, postgres};

const COMMITTEES: usize = 40;
const CELLS: usize = 10;
const YEAR: i16 = 2025;

/// The cells whose filing for May is opened again.
const REOPENED: [usize; 3] = [17, 170, 390];

/// What each cell truly has for each month: written beside the program, added up without it.
type Ledger = BTreeMap<(UnitId, i8), [i64; 3]>;

struct Cycle {
    _db: TestDb,
    app: App,
    hand: Arc<AtomicI64>,
    an: Ctx,
    clerk: Ctx,
    approver: Ctx,
    province: UnitId,
    committees: Vec<UnitId>,
    cells: Vec<UnitId>,
    slots: [Slot; 3],
    own: [Slot; 3],
    indicators: [IndicatorId; 3],
    monthly: FormId,
    quarterly: FormId,
    truth: Ledger,
}

fn month(number: i8) -> Period {
    Period::month(YEAR, number).unwrap()
}

/// A figure that nobody could mistake for another.
fn number(cell: usize, month: i8, slot: i64) -> i64 {
    let cell = i64::try_from(cell).unwrap();
    (cell * 31 + i64::from(month) * 7 + slot * 13) % 97 + if slot == 2 { 100 } else { 1 }
}

impl Cycle {
    fn go_to(&self, day: Date) {
        let at = day.at(5, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        self.hand.store(at.as_millisecond(), Ordering::SeqCst);
    }

    async fn new(db: TestDb) -> Self {
        let (app, hand, an) = installation(&db).await;
        let mut rows = vec![row("T", "Đảng bộ tỉnh Sông Tiền", "committee", "")];
        for committee in 0..COMMITTEES {
            let code = format!("D{committee:02}");
            rows.push(row(&code, &format!("Đảng bộ phường {committee:02}"), "grassroots-committee", "T"));
            for cell in 0..CELLS {
                let name = format!("Chi bộ Khu phố {cell} phường {committee:02}");
                rows.push(row(&format!("{code}C{cell}"), &name, "cell", &code));
            }
        }
        let sheet = UnitSheet {
            rows,
            under: None,
            from: FOUNDED,
            decision: "Quyết định số 01-QĐ/TU".to_owned(),
            scheme: String::new(),
            label: "Cây đơn vị".to_owned(),
        };
        unit_import::commit(&an, &sheet).await.unwrap();
        let by_code = |code: String| {
            let an = an.clone();
            async move { unit::resolve(&an, &code).await.unwrap()[0].0.unit }
        };
        let province = by_code("T".to_owned()).await;
        let (mut committees, mut cells) = (Vec::new(), Vec::new());
        for committee in 0..COMMITTEES {
            committees.push(by_code(format!("D{committee:02}")).await);
            for cell in 0..CELLS {
                cells.push(by_code(format!("D{committee:02}C{cell}")).await);
            }
        }
        let person = |login: &'static str, right| {
            let (an, app) = (an.clone(), app.clone());
            async move {
                let mut new = new_account(login, login, right, Some(province));
                new.duty.from = date(2020, 1, 1);
                Ctx::new(&app, account::create(&an, new).await.unwrap(), "test")
            }
        };
        let (clerk, approver) = (person("ghi", Right::Enter).await, person("duyet", Right::Approve).await);
        let indicators = [code(&an, "HD01").await, code(&an, "HD02").await, code(&an, "CT01").await];
        let wanted = indicators.map(|indicator| (indicator, Breakdown::none()));
        let slots: [Slot; 3] = form::slots(&an, province, &wanted).await.unwrap().try_into().unwrap();
        // The committees answer for other indicators: a quarter's own figure would speak for its three months.
        let others = [code(&an, "TT01").await, code(&an, "KT01").await, code(&an, "VB01").await];
        let wanted = others.map(|indicator| (indicator, Breakdown::none()));
        let own: [Slot; 3] = form::slots(&an, province, &wanted).await.unwrap().try_into().unwrap();
        let forms = [
            ("Biểu tháng chi bộ", Every::Month, UnitKind::Cell, slots),
            ("Biểu quý đảng bộ", Every::Quarter, UnitKind::GrassrootsCommittee, own),
        ];
        let mut ids = Vec::new();
        for (name, every, kind, slots) in forms {
            let mut content = content(slots, kind, Scope::Own);
            content.soft.clear();
            let from = date(YEAR, 1, 1);
            let new = NewForm { unit: province, name: name.to_owned(), every, stage: None, from, content };
            ids.push(form::add(&an, new).await.unwrap());
        }
        Self {
            _db: db,
            app,
            hand,
            an,
            clerk,
            approver,
            province,
            committees,
            cells,
            slots,
            own,
            indicators,
            monthly: ids[0],
            quarterly: ids[1],
            truth: Ledger::new(),
        }
    }

    fn about(&self, cell: UnitId, number: i8) -> About {
        About { form: self.monthly, unit: cell, period: month(number) }
    }

    /// The programme is sent down to every committee.
    async fn launch(&self) {
        let new = NewProgramme {
            unit: self.province,
            name: "Học tập và làm theo năm 2025".to_owned(),
            period: Period::year(YEAR).unwrap(),
            directive: None,
        };
        let programme = programme::add(&self.an, new).await.unwrap();
        let launch = NewLaunch {
            programme,
            to: Receivers::List(self.committees.clone()),
            due: Some(date(YEAR, 2, 1)),
            note: String::new(),
        };
        assert_eq!(acknowledgement::launch(&self.an, launch).await.unwrap(), COMMITTEES);
        for committee in &self.committees {
            acknowledgement::receive(&self.clerk, programme, *committee).await.unwrap();
        }
    }

    /// Figures of some cells for a month, from one sheet.
    async fn enter(&mut self, cells: &[usize], number_of: i8) {
        let mut rows = Vec::new();
        for cell in cells {
            let values = [0, 1, 2].map(|slot| number(*cell, number_of, slot));
            let unit = self.cells[*cell];
            self.truth.insert((unit, number_of), values);
            let entry = |slot: usize| Entry {
                indicator: self.indicators[slot],
                breakdown: Breakdown::none(),
                value: Some(Value::exact(values[slot])),
                evidence: None,
            };
            rows.push(ImportRow {
                line: u32::try_from(*cell).unwrap(),
                unit,
                period: month(number_of),
                scope: Scope::Own,
                entries: vec![(1, entry(0)), (2, entry(1)), (3, entry(2))],
            });
        }
        figure_import::commit(&self.clerk, rows, "bang.xlsx").await.unwrap();
    }

    /// Figures of some cells for a month, each typed by its own cell and sent in one: all of them at once.
    async fn file(&mut self, cells: &[usize], number_of: i8) -> Vec<(usize, filing::Receipt)> {
        let mut at_once = tokio::task::JoinSet::new();
        for cell in cells.iter().copied() {
            let values = [0, 1, 2].map(|slot| number(cell, number_of, slot));
            let about = self.about(self.cells[cell], number_of);
            self.truth.insert((about.unit, number_of), values);
            let answer = |at: usize| Answer {
                slot: self.slots[at],
                value: Some(Value::exact(values[at])),
                evidence: None,
            };
            let save = SaveFiling {
                about,
                seen_version: Some(0),
                answers: vec![answer(0), answer(1), answer(2)],
                words: BTreeMap::new(),
                reasons: BTreeMap::new(),
                source: Source::Typed,
            };
            let clerk = self.clerk.clone();
            at_once.spawn(async move { (cell, filing::file(&clerk, save).await.unwrap().sent.unwrap()) });
        }
        let mut receipts = at_once.join_all().await;
        receipts.sort_by_key(|(cell, _)| *cell);
        receipts
    }

    async fn send(&self, cell: usize, number: i8) -> filing::Receipt {
        filing::send(&self.clerk, self.about(self.cells[cell], number), None).await.unwrap()
    }

    /// Many cells send, as they do: several at once.
    async fn send_all(&self, cells: &[usize], number: i8) -> Vec<(usize, filing::Receipt)> {
        let mut receipts = Vec::with_capacity(cells.len());
        for chunk in cells.chunks(8) {
            let mut at_once = tokio::task::JoinSet::new();
            for cell in chunk.iter().copied() {
                let (clerk, about) = (self.clerk.clone(), self.about(self.cells[cell], number));
                at_once.spawn(async move { (cell, filing::send(&clerk, about, None).await.unwrap()) });
            }
            receipts.extend(at_once.join_all().await);
        }
        receipts.sort_by_key(|(cell, _)| *cell);
        receipts
    }

    /// A cell corrects one figure: the truth with it.
    async fn correct(&mut self, cell: usize, number: i8, trees: i64) {
        let about = self.about(self.cells[cell], number);
        let answer = Answer { slot: self.slots[0], value: Some(Value::exact(trees)), evidence: None };
        let save = SaveFiling {
            about,
            seen_version: None,
            answers: vec![answer],
            words: BTreeMap::new(),
            reasons: BTreeMap::new(),
            source: Source::Typed,
        };
        filing::save(&self.clerk, save).await.unwrap();
        self.truth.get_mut(&(about.unit, number)).unwrap()[0] = trees;
    }

    async fn board(&self, form: FormId, period: Period) -> board::Board {
        let query = BoardQuery { unit: self.province, form, period, standing: None, late: false };
        board::board(&self.an, &query, None, 1_000).await.unwrap()
    }

    /// Every total of the program against the sum of the truth: each committee and the province, each month and the
    /// year.
    async fn totals_equal_the_truth(&self, months: &[i8]) {
        let mut ranges: Vec<Period> = months.iter().copied().map(month).collect();
        ranges.push(Period::year(YEAR).unwrap());
        let above_of: HashMap<UnitId, usize> =
            self.cells.iter().enumerate().map(|(cell, unit)| (*unit, cell / CELLS)).collect();
        for range in ranges {
            for (at, above) in self.committees.iter().map(Some).chain([None]).enumerate() {
                let inside = |cell: &UnitId| above.is_none() || above_of[cell] == at;
                let mut sums: HashMap<usize, i64> = HashMap::new();
                for ((_, number), values) in self.truth.iter().filter(|((cell, _), _)| inside(cell)) {
                    if range.contains(month(*number)) {
                        *sums.entry(0).or_default() += values[0];
                        *sums.entry(1).or_default() += values[1];
                    }
                    // Members are a stock: the last month of the range that anybody reported.
                    if month(*number).last() == range.last() {
                        *sums.entry(2).or_default() += values[2];
                    }
                }
                let unit = above.copied().unwrap_or(self.province);
                if range.days() > 31 && above.is_some() && at % 8 != 0 {
                    continue;
                }
                let query = Query { unit, range, lens: Lens::AsWas, road: Road::Declared };
                let view = total::view(&self.an, query).await.unwrap();
                for (slot, sum) in sums {
                    let told = view.own.cells.get(&self.slots[slot]).unwrap().sum.number;
                    assert_eq!(told, sum, "{range} at {at}, figure {slot}");
                }
            }
        }
    }

    /// Twelve months: entered, 30 late, 12 returned, all accepted but those of the silent cells.
    async fn year(&mut self, silent: &BTreeSet<usize>) {
        for number in 1..=12 {
            let last = month(number).last();
            self.go_to(date(YEAR, number, 20));
            let late: Vec<usize> =
                if [3, 6, 9].contains(&number) { (0..10).map(|at| at * 37).collect() } else { Vec::new() };
            let here = |cell: &usize| !(number == 12 && silent.contains(cell));
            let timely: Vec<usize> =
                (0..self.cells.len()).filter(|cell| !late.contains(cell)).filter(here).collect();
            // Every other month the figures come in one sheet and are sent afterwards; else each cell files by itself.
            let receipts = if number % 2 == 0 {
                self.file(&timely, number).await
            } else {
                self.enter(&timely, number).await;
                self.send_all(&timely, number).await
            };
            let (cell, back) = receipts[usize::try_from(number).unwrap() * 11];
            let why = GiveBack {
                grounds: vec![ReturnGround::WrongFigure],
                note: "Đếm lại số cây".to_owned(),
                rows: [(self.slots[0].0.to_string(), String::new())].into(),
            };
            decide::give_back(&self.approver, back.filing, why).await.unwrap();
            self.correct(cell, number, 500 + i64::from(number)).await;
            self.send(cell, number).await;
            self.go_to(last);
            if !late.is_empty() {
                self.enter(&late, number).await;
            }
            assert!(self.send_all(&late, number).await.iter().all(|(_, receipt)| receipt.late));
            let done = decide::accept_all(&self.approver, self.monthly, month(number), self.province).await;
            let left = if number == 12 { silent.len() } else { 0 };
            assert_eq!(done.unwrap().accepted, self.cells.len() - left);
        }
    }

    /// The committees file each quarter; the last one is accepted with the silent cells named.
    async fn quarters(&self, silent: &BTreeSet<usize>) {
        self.go_to(date(YEAR, 12, 31));
        let mut with_missing = 0;
        for quarter in 1..=4 {
            let period = Period::quarter(YEAR, quarter).unwrap();
            for (at, committee) in self.committees.iter().enumerate() {
                let about = About { form: self.quarterly, unit: *committee, period };
                let answers =
                    self.own.map(|slot| Answer { slot, value: Some(Value::exact(0)), evidence: None });
                let save = SaveFiling {
                    about,
                    seen_version: None,
                    answers: answers.to_vec(),
                    words: BTreeMap::new(),
                    reasons: BTreeMap::new(),
                    source: Source::Typed,
                };
                filing::save(&self.clerk, save).await.unwrap();
                let receipt = filing::send(&self.clerk, about, None).await.unwrap();
                let lacking: Vec<UnitId> = silent
                    .iter()
                    .filter(|cell| quarter == 4 && **cell / CELLS == at)
                    .map(|cell| self.cells[*cell])
                    .collect();
                let plain = decide::accept(&self.approver, receipt.filing, None, &[], "").await;
                if lacking.is_empty() {
                    plain.unwrap();
                    continue;
                }
                let named = match plain {
                    Err(ActError::Refused(DecisionRefusal::UnitsMissing(named))) => named,
                    other => panic!("{other:?}"),
                };
                assert_eq!(named.iter().collect::<BTreeSet<_>>(), lacking.iter().collect());
                decide::accept(&self.approver, receipt.filing, None, &named, "Báo cáo sau").await.unwrap();
                with_missing += 1;
            }
        }
        assert_eq!(with_missing, 3, "silent cells stand in three committees");
    }

    /// The year's figures under a number.
    async fn freeze(&self) -> FreezeId {
        let year = Period::year(YEAR).unwrap();
        freeze::add(&self.approver, self.province, year, "Tổng kết năm").await.unwrap()
    }

    /// The second freeze differs from the first by the three corrections and by nothing else.
    async fn explained(&self, before: FreezeId, after: FreezeId) {
        let range = Period::year(YEAR).unwrap();
        let look = Query { unit: self.province, range, lens: Lens::AsWas, road: Road::Declared };
        let sides = (Basis::Frozen(before), Basis::Frozen(after));
        let told = freeze::explain(&self.an, sides.0, sides.1, look, Some(self.slots[0])).await.unwrap();
        let difference = &told.differences[&self.slots[0]];
        let step: i64 = difference.parts.iter().map(|part| part.after.number - part.before.number).sum();
        assert_eq!(step, difference.after.number - difference.before.number, "the parts add up");
        let corrected: BTreeSet<UnitId> = difference.parts.iter().map(|part| part.unit).collect();
        assert_eq!(corrected, REOPENED.map(|cell| self.cells[cell]).into());
        assert!(difference.parts.iter().all(|part| part.cause == Cause::Corrected));
        let expected: i64 = REOPENED.iter().map(|cell| 777 - number(*cell, 5, 0)).sum();
        assert_eq!(step, expected);
    }

    /// Three accepted filings are opened again, corrected, sent and accepted: the next edition shows its difference.
    async fn reopened(&mut self) {
        for cell in REOPENED {
            let about = self.about(self.cells[cell], 5);
            let filing = filing::desk(&self.clerk, about).await.unwrap().filing.unwrap().id;
            filing::ask_reopen(&self.clerk, filing, "Sót một hàng cây").await.unwrap();
            assert_eq!(decide::reopen(&self.approver, filing, "Cho sửa").await.unwrap(), 2);
            self.correct(cell, 5, 777).await;
            let desk = filing::desk(&self.approver, about).await.unwrap();
            assert_eq!(desk.differences.len(), 1);
            assert_eq!(desk.differences[0].after, Some(Value::exact(777)));
            self.send(cell, 5).await;
            decide::accept(&self.approver, filing, None, &[], "").await.unwrap();
        }
    }
}

fn row(code: &str, name: &str, kind: &str, above: &str) -> UnitRow {
    UnitRow {
        line: 1,
        code: code.to_owned(),
        kind: kind.to_owned(),
        full_name: name.to_owned(),
        parent_code: above.to_owned(),
        ..UnitRow::default()
    }
}

async fn cycle(db: TestDb) {
    let mut cycle = Cycle::new(db).await;
    cycle.go_to(date(YEAR, 1, 5));
    cycle.launch().await;
    let silent: BTreeSet<usize> = [3, 7, 55, 201, 202].into();
    cycle.year(&silent).await;
    cycle.quarters(&silent).await;
    let before = cycle.freeze().await;
    cycle.totals_equal_the_truth(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).await;
    let told = cycle.year_of();
    let report = cycle.begun(before).await;
    // The corrections come after the freeze and before the paper that quotes it.
    cycle.go_to(date(YEAR + 1, 1, 3));
    cycle.reopened().await;
    cycle.totals_equal_the_truth(&[5, 6]).await;
    cycle.go_to(date(YEAR + 1, 1, 5));
    cycle.issued(report, before, &told).await;
    cycle.go_to(date(YEAR + 1, 1, 10));
    let after = cycle.freeze().await;
    cycle.explained(before, after).await;
    cycle.issued_anew(report, after, &told).await;
    let (mut late, mut accepted, mut expected) = (0, 0, 0);
    for number in 1..=12 {
        let board = cycle.board(cycle.monthly, month(number)).await;
        late += board.rows.iter().filter(|row| row.late && row.sent_ms.is_some()).count();
        accepted += board.counts.accepted;
        expected += board.counts.expected;
        if number == 12 {
            let named: BTreeSet<UnitId> = board
                .rows
                .iter()
                .filter(|row| row.standing == Standing::NotBegun)
                .map(|row| row.unit)
                .collect();
            assert_eq!(named, silent.iter().map(|cell| cycle.cells[*cell]).collect());
        }
    }
    assert_eq!((late, accepted, expected), (30, 4_795, 4_800));
    let fourth = cycle.board(cycle.quarterly, Period::quarter(YEAR, 4).unwrap()).await;
    assert_eq!((fourth.counts.accepted, fourth.counts.expected), (40, 40));
    let returned = filing::desk(&cycle.an, cycle.about(cycle.cells[11], 1)).await.unwrap();
    assert!(returned.steps.iter().any(|told| told.step.step == Step::Return));
    assert!(doctor::audit(&cycle.app).await.unwrap().differences.is_empty());
    assert_eq!(period("2025").last(), date(YEAR, 12, 31));
}

#[tokio::test]
async fn a_year_of_a_province_adds_up() {
    cycle(embedded().await.unwrap()).await;
}

#[tokio::test]
async fn a_year_of_a_province_adds_up_on_postgresql() {
    if let Some(db) = postgres().await.unwrap() {
        cycle(db).await;
    }
}
