//! A programme sent down: who received, opened, answered; tasks from clause to figure and back.

use crate::cast::{Cast, TODAY, casts, denied, missing, refused};
use acts::acknowledgement::{self, LaunchRefusal, NewLaunch, Receivers};
use acts::plan::{self, NewPlan, PlanRefusal};
use acts::programme::{self, NewProgramme};
use acts::task::{self, NewTask, TaskRefusal};
use acts::theme::{self, NewTheme};
use acts::{directive, indicator, notice};
use domain::acknowledgement::Standing;
use domain::id::{DirectiveId, ProgrammeId};
use domain::period::Period;
use domain::task::Progress;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::date;

async fn directive_of(cast: &Cast) -> DirectiveId {
    let register = directive::list(&cast.an).await.unwrap();
    register.iter().find(|view| view.directive.number == "01-KL/TW").unwrap().directive.id
}

async fn programme_of(cast: &Cast) -> ProgrammeId {
    let new = NewProgramme {
        unit: cast.province,
        name: "Học tập và làm theo Bác năm 2024".to_owned(),
        period: Period::year(2024).unwrap(),
        directive: Some(directive_of(cast).await),
    };
    programme::add(&cast.an, new).await.unwrap()
}

fn to(programme: ProgrammeId, to: Receivers) -> NewLaunch {
    NewLaunch {
        programme, to, due: Some(date(2024, 6, 30)), note: "Đề nghị gửi kế hoạch".to_owned()
    }
}

fn text_plan(content: &str) -> NewPlan {
    NewPlan { title: "Kế hoạch năm 2024".to_owned(), content: content.to_owned(), ..NewPlan::default() }
}

#[tokio::test]
async fn a_programme_reaches_those_meant_once() {
    for cast in casts().await {
        let id = programme_of(&cast).await;
        missing(acknowledgement::launch(&cast.khanh, to(id, Receivers::Below)).await);
        missing(acknowledgement::launch(&cast.binh, to(id, Receivers::Below)).await);
        denied(acknowledgement::launch(&cast.dung, to(id, Receivers::Below)).await);
        let list = |units: Vec<UnitId>| to(id, Receivers::List(units));
        assert_eq!(
            refused(acknowledgement::launch(&cast.an, list(vec![cast.east, cast.province])).await),
            LaunchRefusal::NotBelow { unit: cast.province }
        );
        assert_eq!(
            refused(acknowledgement::launch(&cast.an, list(Vec::new())).await),
            LaunchRefusal::NobodyMeant
        );
        let late = NewLaunch { due: Some(date(2024, 5, 14)), ..list(vec![cast.east]) };
        assert_eq!(refused(acknowledgement::launch(&cast.an, late).await), LaunchRefusal::DuePassed);
        assert_eq!(acknowledgement::launch(&cast.an, list(vec![cast.east])).await.unwrap(), 1);
        assert_eq!(cast.last_line().await.act, "programme.launch");
        assert_eq!(
            refused(acknowledgement::launch(&cast.an, list(vec![cast.east])).await),
            LaunchRefusal::AllHaveIt
        );
        assert_eq!(acknowledgement::launch(&cast.an, to(id, Receivers::Below)).await.unwrap(), 1);
        let cells = to(id, Receivers::Kind(UnitKind::Cell));
        assert_eq!(acknowledgement::launch(&cast.an, cells).await.unwrap(), 4);
        let board = acknowledgement::board(&cast.dung, id).await.unwrap();
        assert_eq!((board.tally.sent, board.tally.opened, board.whole), (6, 0, true));
        assert!(!board.may_launch);
    }
}

#[tokio::test]
async fn the_board_tells_how_far_each_has_come() {
    for cast in casts().await {
        let id = programme_of(&cast).await;
        acknowledgement::launch(&cast.an, to(id, Receivers::Below)).await.unwrap();
        // Looking from above, or with the eyes of a neighbour, opens nothing.
        assert!(!acknowledgement::open(&cast.an, id, cast.east).await.unwrap());
        assert!(!acknowledgement::open(&cast.dung, id, cast.east).await.unwrap());
        assert!(!acknowledgement::open(&cast.chi, id, cast.east).await.unwrap());
        assert!(acknowledgement::open(&cast.binh, id, cast.east).await.unwrap());
        assert!(!acknowledgement::open(&cast.binh, id, cast.east).await.unwrap());
        missing(acknowledgement::receive(&cast.chi, id, cast.east).await);
        denied(acknowledgement::receive(&cast.giang, id, cast.east).await);
        missing(acknowledgement::receive(&cast.binh, id, cast.east_cells[0]).await);
        acknowledgement::receive(&cast.binh, id, cast.east).await.unwrap();
        let board = acknowledgement::board(&cast.an, id).await.unwrap();
        let standing = |unit| board.rows.iter().find(|row| row.unit == unit).unwrap().standing;
        assert_eq!((standing(cast.east), standing(cast.west)), (Standing::Received, Standing::Sent));
        let east = board.rows.iter().find(|row| row.unit == cast.east).unwrap();
        assert_eq!(east.received.as_ref().unwrap().1, "Trần Văn Bình");
        // A neighbour sees its own line alone.
        let seen = acknowledgement::board(&cast.chi, id).await.unwrap();
        assert_eq!(seen.rows.iter().map(|row| row.unit).collect::<Vec<_>>(), [cast.west]);
        assert!(!seen.whole && seen.tally.sent == 1);
        missing(acknowledgement::board(&cast.khanh, id).await);
        // After the day the rest is overdue, and is reminded.
        cast.wait(60 * 24 * 60);
        let board = acknowledgement::board(&cast.an, id).await.unwrap();
        assert_eq!(board.tally.overdue, 2);
        denied(acknowledgement::remind(&cast.dung, id).await);
        assert_eq!(acknowledgement::remind(&cast.an, id).await.unwrap(), 2);
        let inbox = acknowledgement::inbox(&cast.binh, cast.east).await.unwrap();
        assert_eq!((inbox.len(), inbox[0].standing), (1, Standing::Overdue));
    }
}

#[tokio::test]
async fn a_unit_answers_with_its_own_plan_and_theme() {
    for cast in casts().await {
        let id = programme_of(&cast).await;
        acknowledgement::launch(&cast.an, to(id, Receivers::Below)).await.unwrap();
        missing(plan::answer(&cast.chi, id, cast.east, text_plan("x")).await);
        denied(plan::answer(&cast.giang, id, cast.east, text_plan("x")).await);
        missing(plan::answer(&cast.binh, id, cast.east_cells[0], text_plan("x")).await);
        let answer = async |new| plan::answer(&cast.binh, id, cast.east, new).await;
        assert_eq!(refused(answer(text_plan("  ")).await), PlanRefusal::NothingInIt);
        let nameless = NewPlan { title: String::new(), ..text_plan("x") };
        assert_eq!(refused(answer(nameless).await), PlanRefusal::TitleMissing);
        let theme = |unit| NewTheme {
            unit,
            programme: Some(id),
            title: "Phường Đông gần dân".to_owned(),
            period: Period::year(2024).unwrap(),
            source: String::new(),
        };
        let own = theme::add(&cast.ha, theme(cast.east)).await.unwrap();
        let other = theme::add(&cast.an, theme(cast.west)).await.unwrap();
        let with = |theme, content| NewPlan { theme: Some(theme), ..text_plan(content) };
        assert_eq!(refused(answer(with(other, "x")).await), PlanRefusal::UnknownTheme);
        let silent = answer(with(own, "Thực hiện nghiêm túc.")).await.unwrap();
        assert!(!silent.names_upper);
        let named = answer(with(own, "Thực hiện Kết luận số 01-KL/TW của Bộ Chính trị.")).await.unwrap();
        assert!(named.names_upper);
        assert_eq!(cast.last_line().await.act, "plan.answer");
        let board = acknowledgement::board(&cast.an, id).await.unwrap();
        let east = board.rows.iter().find(|row| row.unit == cast.east).unwrap();
        assert_eq!((east.standing, east.plan.as_ref().unwrap().id), (Standing::Planned, named.id));
        assert_eq!((board.tally.opened, board.tally.received, board.tally.planned), (1, 1, 1));
        let file =
            NewPlan { file: Some(("ke-hoach.pdf".to_owned(), b"%PDF-1.7 x".to_vec())), ..text_plan("") };
        let filed = answer(file).await.unwrap();
        assert_eq!(plan::file(&cast.dung, filed.id).await.unwrap().media, "application/pdf");
        missing(plan::file(&cast.chi, filed.id).await);
        missing(plan::find(&cast.chi, named.id).await);
    }
}

#[tokio::test]
async fn a_task_leads_from_the_clause_to_the_figure_and_back() {
    for cast in casts().await {
        let id = programme_of(&cast).await;
        let directive = directive_of(&cast).await;
        missing(task::add_clause(&cast.binh, DirectiveId(1), "1", "x").await);
        denied(task::add_clause(&cast.binh, directive, "1", "x").await);
        let clause = task::add_clause(&cast.an, directive, "Khoản 2", "Trồng cây, giữ gìn môi trường");
        let clause = clause.await.unwrap();
        let trees = indicator::catalogue(&cast.an).await.unwrap().by_code("HD01").unwrap().id;
        let new = |owner| NewTask {
            programme: id,
            clause: Some(clause),
            owner,
            post: "Bí thư Đảng ủy".to_owned(),
            content: "Trồng mới 500 cây xanh".to_owned(),
            due: Some(date(2024, 6, 1)),
            indicators: vec![trees],
        };
        missing(task::give(&cast.binh, new(cast.east)).await);
        denied(task::give(&cast.dung, new(cast.east)).await);
        let elsewhere = NewTask { clause: Some(domain::id::ClauseId(9)), ..new(cast.east) };
        assert_eq!(refused(task::give(&cast.an, elsewhere).await), TaskRefusal::UnknownClause);
        let given = task::give(&cast.an, new(cast.east)).await.unwrap();
        task::give(&cast.an, new(cast.west)).await.unwrap();
        let seen = task::list(&cast.binh, id).await.unwrap();
        assert_eq!(seen.len(), 1, "a neighbour's task is not seen");
        assert_eq!(
            (seen[0].clause.as_ref().unwrap().number.as_str(), seen[0].indicators.as_slice()),
            ("Khoản 2", [trees].as_slice())
        );
        assert_eq!((seen[0].progress, seen[0].mine), (Progress::Open, true));
        missing(task::say(&cast.chi, given, true, "xong", None).await);
        denied(task::say(&cast.giang, given, true, "xong", None).await);
        assert_eq!(refused(task::say(&cast.binh, given, true, " ", None).await), TaskRefusal::ContentMissing);
        let photo = Some(("cay.jpg".to_owned(), b"\xff\xd8\xff photo".to_vec()));
        task::say(&cast.binh, given, true, "Đã trồng 520 cây", photo).await.unwrap();
        assert_eq!(refused(task::say(&cast.binh, given, true, "x", None).await), TaskRefusal::AlreadySo);
        let all = task::list(&cast.an, id).await.unwrap();
        assert_eq!(all.iter().map(|row| row.progress).collect::<Vec<_>>(), [Progress::Done, Progress::Open]);
        let said = all[0].said.as_ref().unwrap();
        assert_eq!(task::file(&cast.dung, said.id).await.unwrap().media, "image/jpeg");
        missing(task::file(&cast.chi, said.id).await);
        task::say(&cast.binh, given, false, "Cây chết, trồng lại", None).await.unwrap();
        cast.wait(60 * 24 * 20);
        assert!(TODAY < cast.app.today());
        let all = task::list(&cast.an, id).await.unwrap();
        assert!(all.iter().all(|row| row.progress == Progress::Overdue));
        assert_eq!(task::clauses(&cast.chi, id).await.unwrap().len(), 1);
        missing(task::clauses(&cast.khanh, id).await);
    }
}

#[tokio::test]
async fn what_nobody_received_or_did_is_reminded_of_once_and_goes_up_in_time() {
    for cast in casts().await {
        let id = programme_of(&cast).await;
        acknowledgement::launch(&cast.an, to(id, Receivers::Below)).await.unwrap();
        let new = NewTask {
            programme: id,
            clause: None,
            owner: cast.east,
            post: String::new(),
            content: "Trồng 500 cây xanh".to_owned(),
            due: Some(date(2024, 5, 20)),
            indicators: Vec::new(),
        };
        let task = task::give(&cast.an, new).await.unwrap();
        notice::set_address(&cast.binh, "binh@coquan.vn").await.unwrap();
        assert_eq!(notice::escalate(&cast.app).await.unwrap(), 0, "nothing is near on the first day");
        // The third day: neither committee has received; the task is due in two days.
        cast.wait(3 * 24 * 60);
        assert_eq!(notice::escalate(&cast.app).await.unwrap(), 3);
        assert_eq!(notice::escalate(&cast.app).await.unwrap(), 0, "once of each");
        let told = notice::work(&cast.binh, &[]).await.unwrap().launches;
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.iter().any(|one| one.task == "Trồng 500 cây xanh"));
        assert!(told.iter().all(|one| one.notice.unit == cast.east && !one.notice.up));
        assert!(notice::work(&cast.khanh, &[]).await.unwrap().launches.is_empty());
        let letters = notice::outgoing(&cast.app).await.unwrap();
        assert_eq!(letters.len(), 2);
        for letter in &letters {
            notice::sent(&cast.app, letter, Ok(())).await.unwrap();
        }
        assert!(notice::outgoing(&cast.app).await.unwrap().is_empty());
        // The day before it is due, whoever launched hears of the task, too; it is done then.
        cast.wait(24 * 60);
        assert_eq!(notice::escalate(&cast.app).await.unwrap(), 2);
        let up = notice::work(&cast.an, &[]).await.unwrap().launches;
        assert!(up.iter().any(|one| one.notice.up && !one.task.is_empty()), "{up:?}");
        acknowledgement::receive(&cast.binh, id, cast.east).await.unwrap();
        task::say(&cast.binh, task, true, "Đã trồng 512 cây", None).await.unwrap();
        cast.wait(3 * 24 * 60);
        assert_eq!(
            notice::escalate(&cast.app).await.unwrap(),
            2,
            "the west has still not received: both levels"
        );
        // By hand: everybody without a plan, with the name of who asks.
        assert_eq!(acknowledgement::remind(&cast.an, id).await.unwrap(), 2);
        let asked = notice::work(&cast.binh, &[]).await.unwrap().launches;
        assert!(asked.iter().any(|one| one.by == "Nguyễn Thị An"), "{asked:?}");
    }
}
