//! The year's report of the cycle: its sentences tell the figures of a freeze whatever is corrected meanwhile; issued
//! anew from the next freeze, it says which sentences read otherwise and by whose corrections.

use super::{Cycle, REOPENED, YEAR, number};
use crate::reports::made;
use acts::report::issue::{self, Paper};
use acts::report::outline;
use acts::report::text::{self, Sent};
use acts::report::{self, NewReport, PaperWords, Term, bound};
use acts::total::{Lens, Query};
use acts::{ActError, freeze};
use domain::id::{FreezeId, ReportId};
use domain::period::Period;
use domain::report::{PaperForm, ReportKind, Role};
use domain::submission::Road;
use jiff::civil::date;
use std::collections::BTreeSet;

/// The committee above the first cell that is opened again: the report tells its trees beside those of the province.
const TOLD_ALONE: usize = REOPENED[0] / super::CELLS;

/// Trees, blood and members of the province, and the trees of one committee, added up without the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    sums: [i64; 3],
    alone: i64,
}

fn year() -> Period {
    Period::year(YEAR).unwrap()
}

/// The sentences of the report, as they must read.
fn sentences(told: &Told) -> Vec<String> {
    let [trees, blood, members] = told.sums;
    vec![
        format!("Toàn Đảng bộ trồng mới {trees} cây xanh."),
        format!("Hiến {blood} đơn vị máu."),
        format!("Cuối năm có {members} đảng viên."),
        format!("Riêng Đảng bộ phường 01 trồng {} cây.", told.alone),
    ]
}

impl Cycle {
    /// The truth of the year as it is now.
    pub(super) fn year_of(&self) -> Told {
        let mut told = Told { sums: [0; 3], alone: 0 };
        let alone = TOLD_ALONE * super::CELLS;
        let alone = &self.cells[alone..alone + super::CELLS];
        for ((cell, month), values) in &self.truth {
            told.sums[0] += values[0];
            told.sums[1] += values[1];
            // Members are a stock: the last month tells.
            told.sums[2] += if *month == 12 { values[2] } else { 0 };
            told.alone += if alone.contains(cell) { values[0] } else { 0 };
        }
        told
    }

    /// Begins the year's report from its outline, bound to a freeze.
    pub(super) async fn begun(&self, frozen: FreezeId) -> ReportId {
        let term = Term {
            name: "2025-2030".to_owned(),
            from: date(2025, 1, 1),
            to: date(2030, 6, 1),
            source: String::new(),
        };
        issue::add_term(&self.approver, self.province, term).await.unwrap();
        let outlines = outline::list(&self.clerk, self.province, ReportKind::Year).await.unwrap();
        let new = NewReport {
            unit: self.province,
            kind: ReportKind::Year,
            form: PaperForm::Party,
            subject: "kết quả học tập và làm theo Bác năm 2025".to_owned(),
            period: year(),
            parts: outlines.last().unwrap().parts.clone(),
            style: String::new(),
            paper: PaperWords {
                parent: String::new(),
                issuer: "ĐẢNG BỘ TỈNH SÔNG TIỀN".to_owned(),
                organ: "TU".to_owned(),
                place: "Sông Tiền".to_owned(),
                on_behalf: "BAN THƯỜNG VỤ".to_owned(),
                post: "PHÓ BÍ THƯ".to_owned(),
                signer: "Đỗ Hương Giang".to_owned(),
                recipients: "Ban Tuyên giáo và Dân vận Trung ương\nLưu Văn phòng".to_owned(),
            },
        };
        let id = report::begin(&self.clerk, new).await.unwrap();
        bound::quote(&self.clerk, id, Some(frozen)).await.unwrap();
        let alone = self.committees[TOLD_ALONE];
        bound::bind(&self.clerk, id, "HD01-P01", alone, self.slots[0]).await.unwrap();
        let outcome = "Toàn Đảng bộ trồng mới {{HD01}} cây xanh. Hiến {{HD02}} đơn vị máu. Cuối năm có {{CT01}} \
                       đảng viên. Riêng Đảng bộ phường 01 trồng {{HD01-P01}} cây.";
        for (role, content) in [
            (Role::Outcome, outcome),
            (Role::Shortcoming, "Năm chi bộ chưa báo cáo tháng 12."),
            (Role::Next, "Hoàn thành báo cáo còn thiếu trong quý I."),
        ] {
            let view = report::view(&self.clerk, id).await.unwrap();
            let part = view.parts.iter().find(|(_, part)| part.role == role).unwrap().0;
            let sent = Sent { part, content: content.to_owned(), ..Sent::default() };
            text::save(&self.clerk, id, sent).await.unwrap();
        }
        id
    }

    /// Issues the report: what it tells is the freeze, which is no longer what stands.
    pub(super) async fn issued(&self, id: ReportId, frozen: FreezeId, told: &Told) {
        assert_ne!(self.year_of(), *told, "corrected after the freeze");
        let today = self.app.today();
        let refused = issue::issue(&self.clerk, id, today, made).await;
        assert!(matches!(refused, Err(ActError::Denied(_))), "{refused:?}");
        let (edition, numbered) = issue::issue(&self.approver, id, today, made).await.unwrap();
        assert_eq!((edition, numbered.as_str()), (1, "01-BC/ĐU"));
        self.equals_the_freeze(id, frozen, told).await;
    }

    /// Issues it anew from the next freeze: the sentences of the corrected figures and no other read otherwise.
    pub(super) async fn issued_anew(&self, id: ReportId, frozen: FreezeId, before: &Told) {
        let today = self.app.today();
        let nothing = issue::issue(&self.approver, id, today, made).await;
        assert!(matches!(nothing, Err(ActError::Refused(issue::IssueRefusal::NothingNew))), "{nothing:?}");
        bound::quote(&self.clerk, id, Some(frozen)).await.unwrap();
        let second = issue::issue(&self.approver, id, today, made).await.unwrap();
        assert_eq!(second, (2, "02-BC/ĐU".to_owned()), "what was refused took no number");
        let after = self.year_of();
        assert_eq!(
            after.sums[0] - before.sums[0],
            REOPENED.iter().map(|cell| 777 - number(*cell, 5, 0)).sum::<i64>()
        );
        self.equals_the_freeze(id, frozen, &after).await;
        let editions = report::view(&self.clerk, id).await.unwrap().editions;
        assert_eq!((editions[0].freeze, editions.len()), (Some(frozen.0), 2));
        let (old, new) = (sentences(before), sentences(&after));
        let changes = issue::changes_of(&editions[0]).unwrap();
        let read: Vec<_> = changes.iter().map(|one| (one.before.as_str(), one.after.as_str())).collect();
        assert_eq!(read, [(old[0].as_str(), new[0].as_str()), (old[3].as_str(), new[3].as_str())]);
        // Whose corrections: three cells moved the province's figure, the first of them the committee's.
        let names = REOPENED.map(|cell| format!("Chi bộ Khu phố {} phường {:02}", cell % 10, cell / 10));
        for (change, expected) in changes.iter().zip([&names[..], &names[..1]]) {
            let whose: BTreeSet<&str> = change.why.split("; ").collect();
            assert_eq!(whose, expected.iter().map(String::as_str).collect(), "{change:?}");
        }
        // What left the house stays as it left.
        let first = issue::file(&self.clerk, id, 1, Paper::Word).await.unwrap();
        assert_eq!(first.content, b"docx 1 1");
        let register = issue::outgoing(&self.clerk, self.province).await.unwrap();
        assert_eq!(register.iter().map(|(line, _)| line.number).collect::<Vec<_>>(), [2, 1]);
    }

    /// Every figure of the report against the freeze that it quotes and against the independent sums.
    async fn equals_the_freeze(&self, id: ReportId, frozen: FreezeId, told: &Told) {
        let view = report::view(&self.clerk, id).await.unwrap();
        let named = |name: &str| view.figures.iter().find(|one| one.figure.name == name).unwrap().sum.number;
        assert_eq!(["HD01", "HD02", "CT01"].map(named), told.sums);
        assert_eq!(named("HD01-P01"), told.alone);
        for bound in &view.figures {
            let query =
                Query { unit: bound.figure.unit, range: year(), lens: Lens::AsWas, road: Road::Declared };
            let kept = freeze::view(&self.an, frozen, query).await.unwrap();
            assert_eq!(kept.own.cells.get(&bound.figure.slot).unwrap().sum, bound.sum, "{bound:?}");
        }
        let ready = issue::draft(&self.clerk, id).await.unwrap();
        let printed = made(&ready).unwrap().printed;
        let text: Vec<String> =
            ready.paragraphs.iter().map(|one| domain::report::filled(&one.content, &printed)).collect();
        assert!(text.iter().any(|text| *text == sentences(told).join(" ")), "{text:?}");
    }
}
