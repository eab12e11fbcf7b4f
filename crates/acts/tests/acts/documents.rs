//! Documents: read, decided on, written as figures that open down to their quote.

use crate::cast::{Cast, casts, denied, missing, refused};
use crate::figures::{code, period, slot};
use acts::Ctx;
use acts::document::{
    self, Choice, DecideRefusal, Decided, DocumentRefusal, NewDocument, Proposal, WriteRefusal,
};
use acts::evidence::{self, FileRefusal};
use acts::figure::EntryFault;
use acts::total::{self, Lens, Query};
use domain::figure::Value;
use domain::id::DocumentId;
use domain::indicator::Breakdown;
use domain::submission::{Road, Scope};
use reader::Span;
use reader::table::Cell;

const REPORT: &str = "BÁO CÁO kết quả năm 2023\n\nNgày 12/01/2024\n\nTrong năm 2023, Đảng bộ phường đã trồng mới \
được 6.296 cây xanh; hiến 2.193 đơn vị máu; có hơn 5.400 việc làm theo của cá nhân.";

fn report(cast: &Cast, text: &str) -> NewDocument {
    NewDocument {
        unit: cast.east,
        period: None,
        name: "bao-cao.txt".to_owned(),
        kind: "text".to_owned(),
        original: text.as_bytes().to_vec(),
        text: text.to_owned(),
        cells: Vec::new(),
        blocks: String::new(),
    }
}

async fn read(cast: &Cast) -> (DocumentId, Vec<Proposal>) {
    let id = document::upload(&cast.binh, report(cast, REPORT)).await.unwrap();
    let opened = document::open(&cast.binh, id).await.unwrap();
    (id, opened.proposals)
}

async fn of(ctx: &Ctx, proposals: &[Proposal], wanted: &str) -> Proposal {
    let indicator = code(ctx, wanted).await;
    proposals.iter().find(|one| one.indicator == Some(indicator)).unwrap().clone()
}

#[tokio::test]
async fn what_is_accepted_becomes_a_figure_with_its_quote() {
    for cast in casts().await {
        let (id, proposals) = read(&cast).await;
        let trees = of(&cast.an, &proposals, "HD01").await;
        let deeds = of(&cast.an, &proposals, "KH03").await;
        assert_eq!((trees.value, deeds.value), (Value::exact(6_296), Value::at_least(5_400)));
        let choices = vec![(trees.id, Choice::AcceptAsProposed), (deeds.id, Choice::AcceptAsProposed)];
        document::decide(&cast.binh, id, choices).await.unwrap();
        assert_eq!(document::write(&cast.binh, id).await.unwrap(), 2);
        assert_eq!(document::write(&cast.binh, id).await.unwrap(), 0, "written once");
        let slot = slot(&cast.an, "HD01").await;
        let query = Query { unit: cast.east, range: period("2023"), lens: Lens::AsWas, road: Road::Declared };
        let opened = total::origin(&cast.dung, query, slot).await.unwrap();
        let record = &opened.records[0];
        assert_eq!((record.value, record.scope), (Value::exact(6_296), Scope::Whole));
        let piece = &record.evidence[0];
        let (start, end) = piece.span.unwrap();
        let told: String = REPORT
            .chars()
            .skip(usize::try_from(start).unwrap())
            .take(usize::try_from(end - start).unwrap())
            .collect();
        assert!(told.contains("6.296 cây"), "{told}");
        assert!(piece.quote.contains("trồng mới được 6.296 cây xanh"), "{}", piece.quote);
        assert_eq!(piece.document, Some(id));
        assert_eq!(record.documents[&id], "BÁO CÁO kết quả năm 2023");
        let original = evidence::original(&cast.dung, id).await.unwrap();
        assert_eq!(original.content, REPORT.as_bytes());
    }
}

#[tokio::test]
async fn nothing_is_written_before_a_person_accepts() {
    for cast in casts().await {
        let (id, proposals) = read(&cast).await;
        assert!(proposals.len() >= 3 && proposals.iter().all(|one| one.decided == Decided::Open));
        let told = refused(document::write(&cast.binh, id).await);
        assert_eq!(told, WriteRefusal::NothingAccepted);
    }
}

#[tokio::test]
async fn a_correction_a_rejection_and_a_change_of_mind() {
    for cast in casts().await {
        let (id, proposals) = read(&cast).await;
        let trees = of(&cast.an, &proposals, "HD01").await;
        let blood = of(&cast.an, &proposals, "HD02").await;
        let corrected = Choice::Accept {
            value: Value::exact(6_300),
            indicator: trees.indicator.unwrap(),
            breakdown: Breakdown::none(),
            scope: Scope::Own,
        };
        let choices = vec![(trees.id, corrected), (blood.id, Choice::Reject)];
        document::decide(&cast.binh, id, choices).await.unwrap();
        document::decide(&cast.binh, id, vec![(blood.id, Choice::Reopen)]).await.unwrap();
        let opened = document::open(&cast.dung, id).await.unwrap();
        let now = |proposal: &Proposal| {
            let found = opened.proposals.iter().find(|one| one.id == proposal.id).unwrap();
            (found.decided, found.decided_value)
        };
        assert_eq!(now(&trees), (Decided::Accepted, Some(Value::exact(6_300))));
        assert_eq!(now(&blood), (Decided::Open, None));
        let unfit = Choice::Accept {
            value: Value::exact(1),
            indicator: code(&cast.an, "HT04").await,
            breakdown: Breakdown::none(),
            scope: Scope::Own,
        };
        let told = refused(document::decide(&cast.binh, id, vec![(blood.id, unfit)]).await);
        assert_eq!(told, DecideRefusal::Unfit(blood.id, EntryFault::Nature));
    }
}

#[tokio::test]
async fn what_was_learned_is_told_and_can_be_taken_back() {
    const ODD: &str =
        "BÁO CÁO kết quả năm 2023\n\nTrong năm 2023, Đảng bộ phường đã mua 5 máy tính cho các chi bộ.";
    for cast in casts().await {
        let computers = |proposals: &[Proposal]| {
            proposals.iter().find(|one| one.quote.contains("máy tính")).unwrap().clone()
        };
        let upload = async |text: &str| {
            let id = document::upload(&cast.binh, report(&cast, text)).await.unwrap();
            (id, computers(&document::open(&cast.binh, id).await.unwrap().proposals))
        };
        let trees = code(&cast.an, "HD01").await;
        for times in ["5 máy", "6 máy"] {
            let (id, asked) = upload(&ODD.replace("5 máy", times)).await;
            assert_eq!((asked.indicator, document::is_lesson(&asked)), (None, false), "twice makes a lesson");
            let choice = Choice::Accept {
                value: asked.value,
                indicator: trees,
                breakdown: Breakdown::none(),
                scope: Scope::Own,
            };
            document::decide(&cast.binh, id, vec![(asked.id, choice)]).await.unwrap();
            document::write(&cast.binh, id).await.unwrap();
            missing(document::forget(&cast.binh, id, asked.id).await);
        }

        let (id, second) = upload(&ODD.replace("5 máy", "7 máy")).await;
        assert_eq!((second.indicator, document::is_lesson(&second)), (Some(trees), true));
        missing(document::forget(&cast.chi, id, second.id).await);
        denied(document::forget(&cast.dung, id, second.id).await);
        let lines = cast.lines().await;
        document::forget(&cast.binh, id, second.id).await.unwrap();
        let line = cast.last_line().await;
        assert_eq!((line.act.as_str(), cast.lines().await), ("document.forget", lines + 1));
        assert!(line.detail.contains("HD01"), "{}", line.detail);
        missing(document::forget(&cast.binh, id, second.id).await);
        let opened = document::open(&cast.binh, id).await.unwrap();
        assert_eq!(computers(&opened.proposals).indicator, None);

        let (id, third) = upload(&ODD.replace("5 máy", "9 máy")).await;
        assert_eq!((third.indicator, document::is_lesson(&third)), (None, false), "nothing is left of it");
        missing(document::forget(&cast.khanh, id, third.id).await);
    }
}

#[tokio::test]
async fn two_proposals_for_one_figure_cannot_both_be_written() {
    for cast in casts().await {
        let (id, proposals) = read(&cast).await;
        let trees = of(&cast.an, &proposals, "HD01").await;
        let blood = of(&cast.an, &proposals, "HD02").await;
        let same = Choice::Accept {
            value: blood.value,
            indicator: trees.indicator.unwrap(),
            breakdown: Breakdown::none(),
            scope: Scope::Whole,
        };
        let choices = vec![(trees.id, Choice::AcceptAsProposed), (blood.id, same)];
        document::decide(&cast.binh, id, choices).await.unwrap();
        let told = refused(document::write(&cast.binh, id).await);
        assert_eq!(told, WriteRefusal::SameFigure(trees.place, blood.place));
    }
}

#[tokio::test]
async fn neighbours_find_no_document_and_viewers_decide_nothing() {
    for cast in casts().await {
        let (id, proposals) = read(&cast).await;
        for ctx in [&cast.chi, &cast.khanh] {
            missing(document::open(ctx, id).await);
            missing(document::decide(ctx, id, vec![(proposals[0].id, Choice::Reject)]).await);
            missing(document::write(ctx, id).await);
            missing(document::set_period(ctx, id, period("2022")).await);
            missing(evidence::original(ctx, id).await);
            assert!(document::list(ctx, None).await.unwrap().is_empty());
            missing(document::upload(ctx, report(&cast, "1 cây")).await);
        }
        denied(document::write(&cast.dung, id).await);
        denied(document::upload(&cast.dung, report(&cast, "1 cây")).await);
        let listed = document::list(&cast.dung, None).await.unwrap();
        assert_eq!((listed.len(), listed[0].unit_name.as_str()), (1, "Đảng bộ phường Đông"));
        assert_eq!(listed[0].open, listed[0].all);
    }
}

#[tokio::test]
async fn the_same_file_is_recognised_and_empty_ones_refused() {
    for cast in casts().await {
        let (id, _) = read(&cast).await;
        let again = document::upload(&cast.binh, report(&cast, REPORT)).await;
        assert_eq!(refused(again), DocumentRefusal::ReadBefore(id));
        let blank = document::upload(&cast.binh, report(&cast, " \n ")).await;
        assert_eq!(refused(blank), DocumentRefusal::NoText);
        let empty = NewDocument { original: Vec::new(), ..report(&cast, "x") };
        let told = refused(document::upload(&cast.binh, empty).await);
        assert_eq!(told, DocumentRefusal::File(FileRefusal::Empty));
    }
}

#[tokio::test]
async fn a_table_comes_in_with_the_headings_of_its_cells() {
    let rows =
        [["Chỉ tiêu", "Kết quả"], ["Cây xanh trồng mới (cây)", "6.296"], ["Hiến máu (đơn vị máu)", "0"]];
    let mut text = String::new();
    let mut cells = Vec::new();
    for (row, columns) in (1..).zip(rows) {
        for (column, words) in (1..).zip(columns) {
            let start = u32::try_from(text.chars().count()).unwrap();
            text.push_str(words);
            let end = u32::try_from(text.chars().count()).unwrap();
            cells.push(Cell { table: 2, row, column, columns: 1, span: Span { start, end } });
            text.push('\n');
        }
    }
    for cast in casts().await {
        let new = NewDocument { cells: cells.clone(), ..report(&cast, &text) };
        let id = document::upload(&cast.binh, new).await.unwrap();
        let proposals = document::open(&cast.binh, id).await.unwrap().proposals;
        let trees = of(&cast.an, &proposals, "HD01").await;
        assert_eq!(trees.value, Value::exact(6_296));
        assert_eq!(trees.quote, "Cây xanh trồng mới (cây) – Kết quả: 6.296");
        assert!(trees.facts.contains("cell=2|2|2"), "{}", trees.facts);
        let blood = of(&cast.an, &proposals, "HD02").await;
        assert_eq!(blood.value, Value::exact(0), "a zero in a table is a zero");
        assert_eq!(proposals.len(), 2, "no number is proposed twice");
    }
}

#[tokio::test]
async fn a_table_of_three_thousand_rows_comes_in_whole() {
    let rows = 3_000;
    let mut text = String::new();
    let (mut cells, mut at) = (Vec::new(), 0);
    for row in 0..=rows {
        let told = |column: &str, figure: u32| if row == 0 { column.to_owned() } else { figure.to_string() };
        let columns = [told("STT", row), told("Đơn vị", row), told("Số cây xanh trồng mới (cây)", row + 7)];
        for (column, words) in (1..).zip(columns) {
            let words = if column == 2 && row > 0 { format!("Thôn {words}") } else { words };
            let end = at + u32::try_from(words.chars().count()).unwrap();
            cells.push(Cell { table: 1, row: row + 1, column, columns: 1, span: Span { start: at, end } });
            at = end + 1;
            text.push_str(&words);
            text.push(if column == 3 { '\n' } else { '\t' });
        }
    }
    for cast in casts().await {
        let new = NewDocument { cells: cells.clone(), ..report(&cast, &text) };
        let id = document::upload(&cast.binh, new).await.unwrap();
        let proposals = document::open(&cast.binh, id).await.unwrap().proposals;
        assert_eq!(proposals.len(), usize::try_from(rows).unwrap());
        let trees = code(&cast.an, "HD01").await;
        for (row, one) in (1_i64..).zip(&proposals) {
            assert_eq!((one.place, one.value), (row, Value::exact(row + 7)));
            assert_eq!(one.indicator, Some(trees));
            assert!(one.facts.contains(&format!("cell=1|{}|3", row + 1)), "{}", one.facts);
        }
        let choices = |of: &[Proposal]| of.iter().map(|one| (one.id, Choice::AcceptAsProposed)).collect();
        document::decide(&cast.binh, id, choices(&proposals[1..])).await.unwrap();
        let proposed = document::proposed(&cast.binh, id).await.unwrap();
        assert_eq!(proposed.head.title, proposed.head.name, "the cells of a table's first row are no title");
        let decided = proposed.proposals;
        assert_eq!(decided[0].decided, Decided::Open);
        assert!(decided[1..].iter().all(|one| one.decided == Decided::Accepted));
        let told = refused(document::write(&cast.binh, id).await);
        assert_eq!(told, WriteRefusal::SameFigure(2, 3), "one figure of one unit cannot be all of them");
        missing(document::proposed(&cast.chi, id).await);
    }
}

#[tokio::test]
async fn a_report_sent_again_is_recognised_with_its_differences() {
    for cast in casts().await {
        let (id, proposals) = read(&cast).await;
        let trees = of(&cast.an, &proposals, "HD01").await;
        document::decide(&cast.binh, id, vec![(trees.id, Choice::AcceptAsProposed)]).await.unwrap();
        document::write(&cast.binh, id).await.unwrap();
        assert!(document::open(&cast.binh, id).await.unwrap().earlier.is_none());
        let corrected = REPORT.replace("6.296", "6.300");
        let again = document::upload(&cast.binh, report(&cast, &corrected)).await.unwrap();
        let opened = document::open(&cast.binh, again).await.unwrap();
        assert_eq!(opened.earlier.map(|one| one.id), Some(id));
        let trees = of(&cast.an, &opened.proposals, "HD01").await;
        assert_eq!(trees.value, Value::exact(6_300));
        assert_eq!(opened.standing.get(&trees.id), Some(&Value::exact(6_296)));
    }
}
