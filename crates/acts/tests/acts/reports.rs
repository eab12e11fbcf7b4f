//! Reports written here: begun from an outline, written by several hands, issued under a number, corrected.

use crate::cast::{Cast, TODAY, casts, denied, missing, refused};
use acts::document::{self, NewDocument};
use acts::figure::{self, Entry, Save};
use acts::report::bound::{self, BindRefusal, QuoteRefusal};
use acts::report::cited::{self, Standing};
use acts::report::issue::{self, IssueRefusal, Made, Paper, Ready, TermRefusal};
use acts::report::outline::{self, OutlineRefusal};
use acts::report::text::{self, Sent, TextRefusal};
use acts::report::{self, NewReport, PaperWords, ReportRefusal, offer};
use acts::{Ctx, directive, freeze, indicator};
use domain::directive::Relation;
use domain::figure::Value;
use domain::id::ReportId;
use domain::indicator::Breakdown;
use domain::period::Period;
use domain::report::{PaperForm, ReportKind, Role};
use domain::submission::{Scope, Source};
use domain::unit::UnitId;
use jiff::civil::date;
use store::report::Term;

fn paper() -> PaperWords {
    PaperWords {
        parent: "ĐẢNG BỘ TỈNH SÔNG TIỀN".to_owned(),
        issuer: "ĐẢNG ỦY PHƯỜNG ĐÔNG".to_owned(),
        organ: "ĐU".to_owned(),
        place: "Sông Tiền".to_owned(),
        on_behalf: "BAN THƯỜNG VỤ".to_owned(),
        post: "PHÓ BÍ THƯ".to_owned(),
        signer: "Đỗ Hương Giang".to_owned(),
        recipients: "Tỉnh ủy\nLưu Đảng ủy".to_owned(),
    }
}

async fn new_report(ctx: &Ctx, unit: UnitId, form: PaperForm) -> NewReport {
    let outlines = outline::list(ctx, unit, ReportKind::Quarter).await.unwrap();
    NewReport {
        unit,
        kind: ReportKind::Quarter,
        form,
        subject: "kết quả học tập và làm theo Bác quý I năm 2024".to_owned(),
        period: Period::quarter(2024, 1).unwrap(),
        parts: outlines.last().unwrap().parts.clone(),
        style: String::new(),
        paper: paper(),
    }
}

/// What a person enters for a unit's first quarter.
async fn enter(ctx: &Ctx, unit: UnitId, code: &str, number: i64, reason: &str) {
    let catalogue = indicator::catalogue(ctx).await.unwrap();
    let save = Save {
        unit,
        period: Period::quarter(2024, 1).unwrap(),
        scope: Scope::Own,
        seen_version: None,
        entries: vec![Entry {
            indicator: catalogue.by_code(code).unwrap().id,
            breakdown: Breakdown::none(),
            value: Some(Value::exact(number)),
            evidence: None,
        }],
        source: Source::Typed,
        document: None,
        reason: reason.to_owned(),
    };
    figure::save(ctx, save).await.unwrap();
}

/// What Bình enters for the east committee's trees.
async fn trees(cast: &Cast, number: i64, reason: &str) {
    enter(&cast.binh, cast.east, "HD01", number, reason).await;
}

/// Writes a paragraph into the first part of a role.
async fn put(ctx: &Ctx, id: ReportId, role: Role, content: &str) -> text::Saved {
    let view = report::view(ctx, id).await.unwrap();
    let part = view.parts.iter().find(|(_, part)| part.role == role).unwrap().0;
    text::save(ctx, id, Sent { part, content: content.to_owned(), ..Sent::default() }).await.unwrap()
}

/// A paper for tests: its bytes name its number and what is printed.
#[expect(clippy::unnecessary_wraps, reason = "the shape in which it is handed over")]
pub(crate) fn made(ready: &Ready) -> Option<Made> {
    let printed =
        ready.figures.iter().map(|one| (one.figure.name.clone(), one.sum.number.to_string())).collect();
    Some(Made {
        numbered: format!("{:02}-BC/ĐU", ready.number),
        printed,
        docx: format!("docx {} {}", ready.number, ready.edition).into_bytes(),
        pdf: Some(format!("%PDF- {} {}", ready.number, ready.edition).into_bytes()),
        xlsx: None,
    })
}

async fn written(cast: &Cast, form: PaperForm) -> ReportId {
    trees(cast, 6_296, "").await;
    let id = report::begin(&cast.binh, new_report(&cast.binh, cast.east, form).await).await.unwrap();
    put(&cast.binh, id, Role::Outcome, "Trồng mới {{HD01}} cây xanh. Các chi bộ duy trì chào cờ.").await;
    put(&cast.binh, id, Role::Shortcoming, "Một số chi bộ chưa gửi kế hoạch.").await;
    put(&cast.binh, id, Role::Next, "Hoàn thành kế hoạch trước ngày 30/6.").await;
    id
}

async fn with_term(cast: &Cast) {
    let term = Term {
        name: "2020-2025".to_owned(),
        from: date(2020, 6, 1),
        to: date(2025, 6, 1),
        source: String::new(),
    };
    issue::add_term(&cast.giang, cast.east, term).await.unwrap();
}

#[tokio::test]
async fn a_report_is_begun_by_whoever_writes_there() {
    for cast in casts().await {
        trees(&cast, 6_296, "").await;
        let new = async |form| new_report(&cast.binh, cast.east, form).await;
        missing(report::begin(&cast.chi, new(PaperForm::Party).await).await);
        denied(report::begin(&cast.giang, new(PaperForm::Party).await).await);
        let bare = NewReport { parts: Vec::new(), ..new(PaperForm::Party).await };
        assert_eq!(refused(report::begin(&cast.binh, bare).await), ReportRefusal::OutlineBare);
        let nameless = NewReport { subject: " ".to_owned(), ..new(PaperForm::Party).await };
        assert_eq!(refused(report::begin(&cast.binh, nameless).await), ReportRefusal::SubjectMissing);
        let id = report::begin(&cast.binh, new(PaperForm::Party).await).await.unwrap();
        assert_eq!(cast.last_line().await.act, "report.begin");
        let view = report::view(&cast.binh, id).await.unwrap();
        assert!(view.may_write && !view.may_issue);
        let figure = &view.figures[0];
        assert_eq!((figure.figure.name.as_str(), figure.sum.number), ("HD01", 6_296));
        missing(report::view(&cast.chi, id).await);
        missing(report::view(&cast.khanh, id).await);
        assert_eq!(report::list(&cast.dung, cast.province).await.unwrap().len(), 1);
        missing(report::list(&cast.chi, cast.east).await);
    }
}

#[tokio::test]
async fn the_last_who_saves_wins_and_the_other_is_told() {
    for cast in casts().await {
        let id = written(&cast, PaperForm::Party).await;
        let writer = acts::account::create(
            &cast.an,
            crate::cast::new_account("mai", "Lý Mai", domain::authority::Right::Enter, Some(cast.east)),
        );
        let mai = Ctx::new(&cast.app, writer.await.unwrap(), "test");
        let view = report::view(&mai, id).await.unwrap();
        let seen = view.paragraphs.iter().find(|one| one.content.starts_with("Một số")).unwrap().clone();
        let sent = |content: &str| Sent {
            part: seen.part,
            paragraph: Some(seen.id),
            seen: seen.version,
            content: content.to_owned(),
            ..Sent::default()
        };
        let first = text::save(&cast.binh, id, sent("Ba chi bộ chưa gửi kế hoạch.")).await.unwrap();
        assert_eq!((first.version, first.over), (2, None));
        let second = text::save(&mai, id, sent("Bốn chi bộ chưa gửi kế hoạch.")).await.unwrap();
        assert_eq!((second.version, second.over.as_deref()), (3, Some("Trần Văn Bình")));
        let history = text::history(&mai, id, seen.id).await.unwrap();
        let told: Vec<&str> = history.iter().map(|(one, _)| one.content.as_str()).collect();
        assert_eq!(told[..2], ["Bốn chi bộ chưa gửi kế hoạch.", "Ba chi bộ chưa gửi kế hoạch."]);
        missing(text::save(&cast.chi, id, sent("x")).await);
        missing(text::history(&cast.chi, id, seen.id).await);
        assert_eq!(
            refused(text::save(&mai, id, sent("{{XX99}} cây")).await),
            TextRefusal::UnknownFigure { name: "XX99".to_owned() }
        );
        let lost = Sent { part: 99, paragraph: None, ..sent("x") };
        assert_eq!(refused(text::save(&mai, id, lost).await), TextRefusal::UnknownPart);
        text::save(&mai, id, sent("")).await.unwrap();
        let view = report::view(&mai, id).await.unwrap();
        assert!(view.paragraphs.iter().all(|one| one.id != seen.id), "taken out, and still in the history");
        assert_eq!(text::history(&mai, id, seen.id).await.unwrap().len(), 4);
    }
}

#[tokio::test]
async fn nothing_is_issued_that_is_not_whole() {
    for cast in casts().await {
        let id = report::begin(&cast.binh, new_report(&cast.binh, cast.east, PaperForm::Party).await);
        let id = id.await.unwrap();
        let try_it = async || issue::issue(&cast.giang, id, TODAY, made).await;
        missing(issue::issue(&cast.chi, id, TODAY, made).await);
        denied(issue::issue(&cast.binh, id, TODAY, made).await);
        let empty = |heading: &str| IssueRefusal::PartEmpty { heading: heading.to_owned() };
        assert_eq!(refused(try_it().await), empty("Hạn chế, nguyên nhân"));
        put(&cast.binh, id, Role::Shortcoming, "Còn chậm.").await;
        assert_eq!(refused(try_it().await), empty("Nhiệm vụ quý tới"));
        put(&cast.binh, id, Role::Next, "Làm nhanh hơn.").await;
        assert_eq!(refused(try_it().await), IssueRefusal::NoTerm);
        let mut bare = paper();
        bare.signer.clear();
        report::save_paper(&cast.binh, id, "báo cáo", "", &bare).await.unwrap();
        assert_eq!(refused(try_it().await), IssueRefusal::PaperBare);
        report::save_paper(&cast.binh, id, "báo cáo", "", &paper()).await.unwrap();
        // The neighbour has such a figure, the report's unit has none.
        enter(&cast.chi, cast.west, "HD02", 5, "").await;
        let catalogue = indicator::catalogue(&cast.binh).await.unwrap();
        let blood = catalogue.by_code("HD02").unwrap().id;
        let slot = catalogue.slot(blood, &Breakdown::none()).unwrap();
        assert_eq!(refused(bound::bind(&cast.binh, id, "đ", cast.east, slot).await), BindRefusal::Name);
        assert_eq!(
            refused(bound::bind(&cast.binh, id, "HD02", cast.west, slot).await),
            BindRefusal::NotBelow
        );
        bound::bind(&cast.binh, id, "HD02", cast.east, slot).await.unwrap();
        put(&cast.binh, id, Role::Outcome, "Hiến {{HD02}} đơn vị máu.").await;
        assert_eq!(refused(try_it().await), IssueRefusal::NotReported { names: vec!["HD02".to_owned()] });
        assert_eq!(
            refused(issue::issue(&cast.giang, id, date(2024, 5, 16), made).await),
            IssueRefusal::NotReported { names: vec!["HD02".to_owned()] }
        );
    }
}

#[tokio::test]
async fn a_correction_makes_a_new_edition_that_says_what_changed_and_why() {
    for cast in casts().await {
        trees(&cast, 6_296, "").await;
        with_term(&cast).await;
        let id = written(&cast, PaperForm::Party).await;
        assert_eq!(refused(issue::issue(&cast.giang, id, date(2024, 5, 16), made).await), IssueRefusal::Day);
        let first = issue::issue(&cast.giang, id, TODAY, made).await.unwrap();
        assert_eq!(first, (1, "01-BC/ĐU".to_owned()));
        assert_eq!(cast.last_line().await.act, "report.issue");
        assert_eq!(refused(issue::issue(&cast.giang, id, TODAY, made).await), IssueRefusal::NothingNew);
        cast.wait(60);
        trees(&cast, 6_300, "Đếm thiếu 4 cây của Khu phố 2").await;
        let second = issue::issue(&cast.giang, id, TODAY, made).await.unwrap();
        assert_eq!(second, (2, "02-BC/ĐU".to_owned()), "the refused issue left no gap");
        let view = report::view(&cast.binh, id).await.unwrap();
        let changes = issue::changes_of(&view.editions[0]).unwrap();
        assert_eq!(changes.len(), 1);
        assert_eq!(
            (changes[0].before.as_str(), changes[0].after.as_str()),
            ("Trồng mới 6296 cây xanh.", "Trồng mới 6300 cây xanh.")
        );
        assert_eq!(changes[0].why, "Đảng bộ phường Đông: Đếm thiếu 4 cây của Khu phố 2");
        // What left the house stays as it left.
        let file = issue::file(&cast.dung, id, 1, Paper::Word).await.unwrap();
        assert_eq!((file.content.as_slice(), file.name.as_str()), (b"docx 1 1".as_slice(), "01-BC-ĐU.docx"));
        missing(issue::file(&cast.chi, id, 1, Paper::Pdf).await);
        missing(issue::file(&cast.binh, id, 3, Paper::Pdf).await);
        missing(issue::file(&cast.binh, id, 1, Paper::Tables).await);
        let register = issue::outgoing(&cast.binh, cast.east).await.unwrap();
        let numbers: Vec<i64> = register.iter().map(|(line, _)| line.number).collect();
        assert_eq!(numbers, [2, 1]);
        missing(issue::outgoing(&cast.chi, cast.east).await);
    }
}

#[tokio::test]
async fn a_report_quotes_a_freeze_and_stays_with_it() {
    for cast in casts().await {
        let id = written(&cast, PaperForm::State).await;
        let quarter = Period::quarter(2024, 1).unwrap();
        let frozen = freeze::add(&cast.giang, cast.east, quarter, "sơ kết quý").await.unwrap();
        enter(&cast.chi, cast.west, "HD01", 5, "").await;
        let west =
            crate::cast::new_account("lan", "Đào Lan", domain::authority::Right::Approve, Some(cast.west));
        let lan = acts::account::create(&cast.an, west).await.unwrap();
        let lan = Ctx::new(&cast.app, lan, "test");
        let other = freeze::add(&lan, cast.west, quarter, "sơ kết quý").await.unwrap();
        trees(&cast, 7_000, "sửa").await;
        let number = async || report::view(&cast.binh, id).await.unwrap().figures[0].sum.number;
        assert_eq!(number().await, 7_000);
        missing(bound::quote(&cast.chi, id, Some(frozen)).await);
        denied(bound::quote(&cast.giang, id, Some(frozen)).await);
        assert_eq!(refused(bound::quote(&cast.binh, id, Some(other)).await), QuoteRefusal::OtherFigures);
        bound::quote(&cast.binh, id, Some(frozen)).await.unwrap();
        assert_eq!(number().await, 6_296);
        issue::issue(&cast.giang, id, TODAY, made).await.unwrap();
        bound::quote(&cast.binh, id, None).await.unwrap();
        assert_eq!(number().await, 7_000);
        issue::issue(&cast.giang, id, TODAY, made).await.unwrap();
        let editions = report::view(&cast.binh, id).await.unwrap().editions;
        assert_eq!((editions[0].freeze, editions[1].freeze), (None, Some(frozen.0)));
        let changes = issue::changes_of(&editions[0]).unwrap();
        assert_eq!(changes[0].after, "Trồng mới 7000 cây xanh.");
    }
}

#[tokio::test]
async fn two_writers_get_two_numbers_and_none_is_left_out() {
    for cast in casts().await {
        let mut reports = Vec::new();
        for _ in 0..6 {
            reports.push(written(&cast, PaperForm::State).await);
        }
        let tasks: Vec<_> = reports
            .iter()
            .map(|id| {
                let (ctx, id) = (cast.giang.clone(), *id);
                tokio::spawn(async move { issue::issue(&ctx, id, TODAY, made).await.unwrap().1 })
            })
            .collect();
        let mut numbers = Vec::new();
        for task in tasks {
            numbers.push(task.await.unwrap());
        }
        numbers.sort();
        let expected: Vec<String> = (1..=6).map(|number| format!("{number:02}-BC/ĐU")).collect();
        assert_eq!(numbers, expected);
    }
}

#[tokio::test]
async fn outlines_and_terms_are_data_of_the_unit() {
    for cast in casts().await {
        let keep = async |ctx: &Ctx, lines: &str| {
            outline::save(ctx, cast.east, ReportKind::Month, "Của Đảng ủy phường", lines).await
        };
        let lines = "1|ket-qua|Kết quả\n1|han-che|Hạn chế\n1|nhiem-vu|Nhiệm vụ";
        missing(keep(&cast.chi, lines).await);
        denied(keep(&cast.giang, lines).await);
        assert_eq!(refused(keep(&cast.binh, "1|ket-qua|Kết quả").await), OutlineRefusal::Bare);
        keep(&cast.binh, lines).await.unwrap();
        let known = outline::list(&cast.binh, cast.east_cells[0], ReportKind::Month).await.unwrap();
        assert_eq!((known.len(), known[0].parts.len()), (2, 3), "it holds for all below");
        assert_eq!(outline::list(&cast.chi, cast.west, ReportKind::Month).await.unwrap().len(), 1);
        let term = |from, to| Term { name: "2020-2025".to_owned(), from, to, source: String::new() };
        let (from, to) = (date(2020, 6, 1), date(2025, 6, 1));
        missing(issue::add_term(&cast.chi, cast.east, term(from, to)).await);
        denied(issue::add_term(&cast.binh, cast.east, term(from, to)).await);
        assert_eq!(
            refused(issue::add_term(&cast.giang, cast.east, term(to, from)).await),
            TermRefusal::Backwards
        );
        with_term(&cast).await;
        assert_eq!(
            refused(issue::add_term(&cast.giang, cast.east, term(date(2024, 1, 1), to)).await),
            TermRefusal::Meets
        );
        assert_eq!(issue::terms(&cast.binh, cast.east).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn paragraphs_are_offered_with_their_source_and_citations_are_checked() {
    for cast in casts().await {
        let text = "Đảng bộ phường Đông báo cáo quý I\n\nTrong quý, Đảng ủy phường tổ chức hội nghị học tập với sự tham \
                    dự của cán bộ, đảng viên và nhân dân các khu phố cùng đại diện các đoàn thể.\n\nTuy nhiên, một số chi bộ chưa kịp thời đăng ký việc làm theo.\n\n\
                    Trong thời gian tới, các chi bộ cần tiếp tục quán triệt sâu rộng Kết luận số 01-KL/TW, gắn \
                    với nhiệm vụ chính trị của từng khu phố.";
        let new = NewDocument {
            unit: cast.east_cells[0],
            period: Some(Period::quarter(2024, 1).unwrap()),
            name: "bao-cao.txt".to_owned(),
            kind: "text".to_owned(),
            original: text.as_bytes().to_vec(),
            blocks: String::new(),
            cells: Vec::new(),
            text: text.to_owned(),
        };
        document::upload(&cast.binh, new).await.unwrap();
        let id = written(&cast, PaperForm::State).await;
        let offers = offer::list(&cast.binh, id).await.unwrap();
        let short = offers.iter().find(|one| one.role == Role::Shortcoming).unwrap();
        assert!(short.words.contains("chưa kịp thời đăng ký"), "{}", short.words);
        assert!(short.source.starts_with("Chi bộ Khu phố 1") && short.document.is_some());
        assert!(offers.iter().any(|one| one.role == Role::Next));
        missing(offer::list(&cast.chi, id).await);
        put(&cast.binh, id, Role::Outcome, "Thực hiện Chỉ thị số 05-CT/TW; Kế hoạch số 999-KH/XY.").await;
        let cited = cited::check(&cast.binh, id).await.unwrap();
        let of = |number: &str| cited.iter().find(|one| one.words.contains(number)).map(|one| &one.standing);
        match of("05-CT/TW") {
            Some(Standing::Followed { by }) => {
                assert!(by.contains(&"Chỉ thị số 07-CT/TW".to_owned()), "{by:?}");
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(of("999-KH/XY"), Some(&Standing::Unknown));
        missing(cited::check(&cast.chi, id).await);
        // Once the register says that the newer one stands in its place, the citation says so.
        let register = directive::list(&cast.an).await.unwrap();
        let numbered =
            |number: &str| register.iter().find(|one| one.directive.number == number).unwrap().directive.id;
        let (newer, older) = (numbered("07-CT/TW"), numbered("05-CT/TW"));
        directive::relate(&cast.an, newer, Relation::Replaces, older, "bản gốc").await.unwrap();
        let cited = cited::check(&cast.binh, id).await.unwrap();
        let replaced = Standing::Replaced { by: vec!["Chỉ thị số 07-CT/TW".to_owned()] };
        assert!(cited.iter().any(|one| one.words.contains("05-CT/TW") && one.standing == replaced));
    }
}
