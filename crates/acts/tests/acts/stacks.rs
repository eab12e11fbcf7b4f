//! Stacks: many reports at once, each filed under the unit that it names, read once whatever happens.

use crate::cast::{Cast, casts, denied, missing, refused};
use acts::evidence::FileRefusal;
use acts::stack::{self, MOST_PAPERS, NOT_ALLOWED, NewStack, StackRefusal, Taken};
use domain::id::StackId;
use domain::stack::Standing;

fn text(unit: &str, trees: u32) -> String {
    format!("BÁO CÁO kết quả năm 2023\n{unit}\n\nTrong năm 2023 đã trồng mới được {trees} cây xanh.")
}

fn new(cast: &Cast, texts: &[String]) -> NewStack {
    let papers = (1..).zip(texts).map(|(at, text)| (format!("bao-cao-{at}.txt"), text.clone().into_bytes()));
    NewStack { unit: cast.east, period: None, papers: papers.collect() }
}

/// Reads everything that waits, as the program does; returns how many papers that were.
async fn read_all(cast: &Cast) -> usize {
    let mut count = 0;
    while let Some(waiting) = stack::next(&cast.app).await.unwrap() {
        let taken = match String::from_utf8(waiting.content.clone()) {
            Ok(text) => {
                Taken::Text { kind: "text".to_owned(), text, cells: Vec::new(), blocks: String::new() }
            }
            Err(_) => Taken::Refused("picture".to_owned()),
        };
        stack::settle(&cast.app, &waiting, taken).await.unwrap();
        count += 1;
    }
    count
}

async fn handed_in(cast: &Cast) -> StackId {
    let texts = [
        text("Đảng bộ phường Đông", 10),
        text("ĐẢNG BỘ PHƯỜNG ĐÔNG\nCHI BỘ KHU PHỐ 2", 20),
        text("Đảng bộ phường Tây", 30),
    ];
    let mut stack = new(cast, &texts);
    stack.papers.push(("anh.png".to_owned(), vec![0xff, 0xd8, 0xff, 0x00]));
    stack::add(&cast.binh, stack).await.unwrap()
}

#[tokio::test]
async fn every_paper_is_read_and_filed_under_the_unit_that_it_names() {
    for cast in casts().await {
        let id = handed_in(&cast).await;
        assert_eq!(cast.last_line().await.act, "stack.add");
        let before = stack::open(&cast.binh, id).await.unwrap();
        assert_eq!((before.papers.len(), before.waiting(), before.open()), (4, 4, 0));
        assert_eq!(read_all(&cast).await, 4);
        let opened = stack::open(&cast.binh, id).await.unwrap();
        assert_eq!((opened.waiting(), opened.open()), (0, 3));
        let units: Vec<_> =
            opened.papers.iter().filter_map(|row| Some(row.document.as_ref()?.head.unit)).collect();
        // The west committee is beyond Bình's reach and not below the stack's unit: such a report stays here.
        assert_eq!(units, [cast.east, cast.east_cells[1], cast.east]);
        let last = &opened.papers[3].paper;
        assert_eq!((last.standing, last.refusal.as_str()), (Standing::Refused, "picture"));
        let first = opened.papers[0].document.as_ref().unwrap().head.id;
        assert_eq!(opened.next_open(0).unwrap().head.id, first);
        assert_ne!(opened.next_open(1).unwrap().head.id, first);
        let found = stack::of_document(&cast.binh, first).await.unwrap();
        assert_eq!(found.unwrap().stack.id, id);
        assert_eq!(stack::recent(&cast.binh).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn the_same_paper_is_never_read_twice() {
    for cast in casts().await {
        let texts = [text("Đảng bộ phường Đông", 10), text("Đảng bộ phường Đông", 10)];
        let id = stack::add(&cast.binh, new(&cast, &texts)).await.unwrap();
        // The program is killed between reading the paper and saying so: the document is there, the paper waits.
        let waiting = stack::next(&cast.app).await.unwrap().unwrap();
        let document = acts::document::NewDocument {
            unit: cast.east,
            period: None,
            name: waiting.paper.name.clone(),
            kind: "text".to_owned(),
            original: waiting.content.clone(),
            text: texts[0].clone(),
            cells: Vec::new(),
            blocks: String::new(),
        };
        let made = acts::document::upload(&cast.binh, document).await.unwrap();
        assert_eq!(read_all(&cast).await, 2);
        let opened = stack::open(&cast.binh, id).await.unwrap();
        let standings: Vec<_> =
            opened.papers.iter().map(|row| (row.paper.standing, row.paper.document)).collect();
        assert_eq!(standings, [(Standing::Read, Some(made)), (Standing::Before, Some(made))]);
        assert_eq!(acts::document::list(&cast.binh, None).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_whole() {
    for cast in casts().await {
        let none = NewStack { papers: Vec::new(), ..new(&cast, &[]) };
        assert_eq!(refused(stack::add(&cast.binh, none).await), StackRefusal::NoPapers);
        let many =
            NewStack { papers: vec![("a.txt".to_owned(), vec![b'a']); MOST_PAPERS + 1], ..new(&cast, &[]) };
        assert_eq!(refused(stack::add(&cast.binh, many).await), StackRefusal::TooMany);
        let mut empty = new(&cast, &[text("Đảng bộ phường Đông", 1)]);
        empty.papers.push(("trống.txt".to_owned(), Vec::new()));
        let refusal = StackRefusal::File { name: "trống.txt".to_owned(), refusal: FileRefusal::Empty };
        assert_eq!(refused(stack::add(&cast.binh, empty).await), refusal);
        assert!(stack::recent(&cast.binh).await.unwrap().is_empty());
        assert!(stack::next(&cast.app).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_stack_is_nobody_elses_business() {
    for cast in casts().await {
        missing(stack::add(&cast.chi, new(&cast, &[text("x", 1)])).await);
        denied(stack::add(&cast.dung, new(&cast, &[text("x", 1)])).await);
        let id = handed_in(&cast).await;
        missing(stack::open(&cast.chi, id).await);
        missing(stack::open(&cast.khanh, id).await);
        assert_eq!(stack::open(&cast.dung, id).await.unwrap().papers.len(), 4);
    }
}

#[tokio::test]
async fn whoever_loses_the_right_meanwhile_reads_nothing_more() {
    for cast in casts().await {
        let id = handed_in(&cast).await;
        let duties = acts::duty::list_of(&cast.an, cast.binh.account).await.unwrap();
        acts::duty::end(&cast.an, duties[0].id, cast.app.today()).await.unwrap();
        read_all(&cast).await;
        let opened = stack::open(&cast.an, id).await.unwrap();
        assert!(opened.papers.iter().take(3).all(|row| row.paper.refusal == NOT_ALLOWED));
    }
}
