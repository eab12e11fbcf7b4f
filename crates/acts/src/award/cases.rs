//! Reads the table of cases that officials read (`docs/award-cases.md`) and holds every line against the shipped
//! rules, so that the table and the program cannot say different things.
//!
//! Not here: any case. A line that this file cannot read fails the test like a line that is wrong.

use super::{PrizeRefusal, RuleBook, shipped};
use domain::award::calendar::TermDoubt;
use domain::award::council::{Ballot, Tally, tally};
use domain::award::prize::Rounding;
use domain::award::{
    AwardForm, Case, Continuity, Discipline, Doubt, Evidence, Finding, Giver, Grade, Ground, Initiative,
    Lack, Look, Members, PastAward, Provision, Recipient, Review, Severity, Side, Spread, Track, Verdict,
    Want, YearGrade, examine, rules_for,
};
use domain::id::UnitId;
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};

const TABLE: &str = include_str!("../../../../docs/award-cases.md");

const UNVERIFIED: &str = ", chưa kiểm chứng";
const MAY_HAVE_ENDED: &str = ", căn cứ có thể đã hết";

/// The unit of every case, and the older one that cases mention.
const UNIT: UnitId = UnitId(2);
const OLDER: UnitId = UnitId(1);

#[test]
fn every_case_of_the_table() {
    let book = shipped::book().expect("the shipped rules");
    let (mut head, mut wrong, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
    for line in TABLE.lines().filter(|line| line.starts_with('|') && !line.starts_with("|---")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if cells[0] == "Số" {
            head = cells;
            continue;
        }
        assert_eq!(cells.len(), head.len(), "{line}");
        numbers.push(cells[0].parse::<usize>().expect(line));
        let row: BTreeMap<&str, &str> = head.iter().copied().zip(cells).collect();
        let told = match head[2] {
            "Ai, loại hình" => eligibility(&book, &row),
            "Ai quyết định" => giver(&book, &row),
            "Cho ai" => prize(&book, &row),
            "Ngày quyết định" => council(&book, &row),
            "Bắt đầu" => term(&book, &row),
            other => panic!("no reader for a table with {other:?}"),
        };
        if let Err(told) = told {
            wrong.push(format!("{}: {told}\n    {line}", row["Số"]));
        }
    }
    assert!(wrong.is_empty(), "{} lines are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "the lines are numbered in their sequence");
    assert!(numbers.len() >= 120, "only {} cases", numbers.len());
}

#[test]
fn every_form_has_a_case() {
    let book = shipped::book().expect("the shipped rules");
    let names: BTreeSet<&str> =
        TABLE.lines().filter_map(|line| line.split('|').nth(2)).map(str::trim).collect();
    for form in &book.forms {
        assert!(names.contains(form.name.as_str()), "no case about {}", form.name);
    }
}

/// What came out against what is written.
fn compare(found: &str, row: &BTreeMap<&str, &str>, column: &str, articles: &[&str]) -> Result<(), String> {
    if found != row[column] {
        return Err(format!("came out as: {found}"));
    }
    let grounds: Vec<&str> = row["Căn cứ"].split("; ").filter(|ground| *ground != "—").collect();
    for article in articles {
        if !grounds.iter().any(|ground| article.contains(ground)) {
            return Err(format!("rests on {article:?}, which is not named"));
        }
    }
    match grounds.iter().find(|ground| !articles.iter().any(|article| article.contains(**ground))) {
        Some(ground) => Err(format!("{ground:?} is named, but the rules say {articles:?}")),
        None => Ok(()),
    }
}

fn day(text: &str) -> Date {
    let parts: Vec<i16> = text.split('/').map(|part| part.parse().expect(text)).collect();
    let small = |part: i16| i8::try_from(part).expect(text);
    date(parts[2], small(parts[1]), small(parts[0]))
}

fn form_named<'a>(book: &'a RuleBook, name: &str, on: Date) -> Option<&'a AwardForm> {
    book.forms_on(on).find(|form| form.name == name)
}

fn recipient(text: &str) -> Recipient {
    match text {
        "cá nhân" => Recipient::Individual,
        "tập thể" => Recipient::Collective,
        "hộ gia đình" => Recipient::Household,
        other => panic!("whom: {other}"),
    }
}

fn giver_named(text: &str) -> Giver {
    match text {
        "Chủ tịch nước" => Giver::President,
        "Thủ tướng Chính phủ" => Giver::PrimeMinister,
        "đoàn thể trung ương" => Giver::CentralMass,
        "Chủ tịch UBND tỉnh" => Giver::ProvinceChair,
        "Chủ tịch UBND huyện" => Giver::DistrictChair,
        "Chủ tịch UBND xã" => Giver::CommuneChair,
        "thủ trưởng đơn vị" => Giver::UnitHead,
        "giám đốc doanh nghiệp" => Giver::EnterpriseHead,
        "chi bộ trực thuộc" => Giver::Cell,
        "chi bộ cơ sở" => Giver::GrassrootsCell,
        "đảng ủy cơ sở" => Giver::GrassrootsCommittee,
        "ban thường vụ cấp trên cơ sở" => Giver::CommitteeBoard,
        "ban thường vụ tỉnh ủy" => Giver::ProvinceBoard,
        other => panic!("who confers: {other}"),
    }
}

fn empty_case(form: &AwardForm, recipient: Recipient, ground: Ground, year: i16, on: Date) -> Case {
    Case {
        form: form.code.clone(),
        side: form.side,
        recipient,
        ground,
        year,
        day: on,
        unit: UNIT,
        giver: None,
        achievement: None,
        grades: Vec::new(),
        awards: Vec::new(),
        initiatives: Vec::new(),
        disciplines: Vec::new(),
        reviews: Vec::new(),
        members: None,
        track: None,
    }
}

fn eligibility(book: &RuleBook, row: &BTreeMap<&str, &str>) -> Result<(), String> {
    let on = day(row["Ngày quyết định"]);
    let Some(form) = form_named(book, row["Hình thức"], on) else {
        return compare("không có hình thức này", row, "Kết quả", &[]);
    };
    let (who, ground) = row["Ai, loại hình"].split_once(", ").unwrap_or((row["Ai, loại hình"], "công trạng"));
    let ground = match ground {
        "công trạng" => Ground::Merit,
        "đột xuất" => Ground::Sudden,
        "chuyên đề" => Ground::Thematic,
        "cống hiến" => Ground::Contribution,
        "niên hạn" => Ground::Tenure,
        other => panic!("on which ground: {other}"),
    };
    let mut case = empty_case(form, recipient(who), ground, row["Năm"].parse().expect("a year"), on);
    let mut line = Continuity::None;
    for fact in row["Sự việc"].split("; ").filter(|fact| *fact != "—") {
        take_fact(book, &mut case, &mut line, fact);
    }
    let findings =
        examine(&case, &book.rules, |older, newer| if older == newer { Continuity::Whole } else { line });
    if findings.is_empty() {
        return compare("không có quy định trong sổ", row, "Kết quả", &[]);
    }
    let mut told: Vec<(&Finding, String)> = findings
        .iter()
        .map(|finding| (finding, format!("{}: {}", finding.title, verdict_of(finding))))
        .collect();
    let written: Vec<&str> = row["Kết quả"].split("; ").collect();
    // General principles that are met, and what only a person can see, may go without saying.
    told.retain(|(finding, words)| {
        let general = finding.key.starts_with("chung.") || finding.key.starts_with("dang.");
        let silent = general && finding.verdict == Verdict::Met
            || finding.verdict == Verdict::NeedsPerson(Look::Words);
        !silent || written.contains(&words.as_str())
    });
    told.sort_by_key(|(_, words)| written.iter().position(|part| part == words));
    let words: Vec<&str> = told.iter().map(|(_, words)| words.as_str()).collect();
    let articles: Vec<&str> = told.iter().map(|(finding, _)| finding.article.as_str()).collect();
    compare(&words.join("; "), row, "Kết quả", &articles)
}

fn doubt(doubt: Option<Doubt>) -> &'static str {
    match doubt {
        None => "",
        Some(Doubt::Unverified) => UNVERIFIED,
        Some(Doubt::MayHaveEnded) => MAY_HAVE_ENDED,
    }
}

fn verdict_of(finding: &Finding) -> String {
    let words = match &finding.verdict {
        Verdict::Met => "đạt".to_owned(),
        Verdict::Missing(lacks) => lacks_of(lacks),
        Verdict::NeedsPerson(look) => format!("cần người xem{}", look_of(*look)),
    };
    words + doubt(finding.doubt)
}

fn lacks_of(lacks: &[Lack]) -> String {
    let barred =
        [Want::Disciplined, Want::UnderReview, Want::DisciplineRuns, Want::HonouredBefore, Want::Giver];
    let parts: Vec<String> = lacks.iter().map(lack_of).collect();
    match lacks {
        [only] if only.want == Want::Giver => parts.concat(),
        [only] if only.want == Want::HonouredBefore => format!("vướng, {}", parts.concat()),
        [only] if barred.contains(&only.want) => format!("vướng {}", parts.concat()),
        [only] if matches!(only.want, Want::Interval | Want::Wait) => format!("thiếu, {}", parts.concat()),
        _ => format!("thiếu {}", parts.join(" hoặc ")),
    }
}

fn lack_of(lack: &Lack) -> String {
    let Lack { want, need, have, until } = *lack;
    let until =
        until.map(|day| format!("đến {}/{}/{}", day.day(), day.month(), day.year())).unwrap_or_default();
    match want {
        Want::GradeYears => format!("{have}/{need} năm xếp loại"),
        Want::SameYear => "danh hiệu cùng năm".to_owned(),
        Want::Earlier => "hình thức trước đó".to_owned(),
        Want::FormYears => format!("{have}/{need} năm"),
        Want::Times => format!("{have}/{need} lần"),
        Want::Initiatives => format!("{have}/{need} sáng kiến"),
        Want::Holders => format!("{have}/{need} người"),
        Want::Disciplined => format!("{have} người bị kỷ luật"),
        Want::UnderReview => format!("{have} việc đang xem xét"),
        Want::DisciplineRuns => format!("kỷ luật còn hiệu lực {until}").trim_end().to_owned(),
        Want::HonouredBefore => format!("đã khen {have} lần"),
        Want::PartyMonths => format!("{} tháng", need - have),
        Want::Interval => format!("chưa đủ {need} năm, {until}"),
        Want::Wait => format!("lùi {need} tháng, {until}"),
        Want::Giver => "không có thẩm quyền".to_owned(),
    }
}

fn look_of(look: Look) -> &'static str {
    match look {
        Look::Words => "",
        Look::NotKnown => " (chưa có dữ kiện)",
        Look::SplitUnit => " (một phần đơn vị)",
        Look::JoinedUnits => " (đơn vị hợp lại)",
        Look::DisciplineYear => " (năm có kỷ luật)",
        Look::NotNeighbouring => " (các lần không liền năm)",
        Look::DayNotReached => " (đủ tháng, chưa đến ngày)",
        Look::EarlyGrave => " (tặng sớm vì bệnh nặng)",
        Look::EarlyPosthumous => " (truy tặng sớm)",
    }
}

fn take_fact(book: &RuleBook, case: &mut Case, line: &mut Continuity, fact: &str) {
    let evidence = Evidence(fact.to_owned());
    let words: Vec<&str> = fact.split(' ').collect();
    match words.as_slice() {
        ["B", "kế", "thừa", "A"] => *line = Continuity::Whole,
        ["B", "gộp", "A"] => *line = Continuity::Joined,
        ["B", "nhận", "một", "phần", "A"] => *line = Continuity::Part,
        ["thành", "tích", ..] => case.achievement = Some(quoted(fact)),
        ["bị", "xem", "xét", "từ", since] => {
            case.reviews.push(Review { since: day(since), until: None, evidence });
        }
        ["bị", "xem", "xét", "từ", since, "đến", until] => {
            case.reviews.push(Review { since: day(since), until: Some(day(until)), evidence });
        }
        ["do", .., "tặng"] => {
            let name = fact.trim_start_matches("do ").trim_end_matches(" tặng");
            case.giver = Some(giver_named(name));
        }
        ["kết", "nạp", admitted] => {
            let admitted = day(admitted);
            case.track = Some(Track { admitted, deducted_months: 0, grave: false, died: None, evidence });
        }
        ["trừ", months, "tháng"] => track(case).deducted_months = months.parse().expect(fact),
        ["bệnh", "nặng"] => track(case).grave = true,
        ["mất", died] => track(case).died = Some(day(died)),
        [_, "thành", "viên,", ..] | [_, "thành", "viên"] => {
            case.members = Some(members(book, case.day, fact));
        }
        [_, _, from] if severity(fact).is_some() => discipline(case, fact, from, None),
        [_, _, from, "đến", to] if severity(fact).is_some() => discipline(case, fact, from, Some(to)),
        _ => of_years(book, case, fact),
    }
}

fn track(case: &mut Case) -> &mut Track {
    case.track.as_mut().expect("the day of admission comes first")
}

fn quoted(fact: &str) -> String {
    fact.split(['“', '”']).nth(1).expect(fact).to_owned()
}

fn severity(fact: &str) -> Option<Severity> {
    [
        ("khiển trách", Severity::Reprimand),
        ("cảnh cáo", Severity::Warning),
        ("cách chức", Severity::Dismissal),
    ]
    .into_iter()
    .find_map(|(words, severity)| fact.contains(words).then_some(severity))
}

fn discipline(case: &mut Case, fact: &str, from: &str, to: Option<&str>) {
    case.disciplines.push(Discipline {
        severity: severity(fact).expect(fact),
        from: day(from),
        to: to.map(day),
        evidence: Evidence(fact.to_owned()),
    });
}

fn members(book: &RuleBook, on: Date, fact: &str) -> Members {
    let mut members = Members {
        total: 0,
        holders: BTreeMap::new(),
        disciplined: BTreeMap::new(),
        evidence: Evidence(fact.to_owned()),
    };
    for part in fact.split(", ") {
        let (count, what) = part.split_once(' ').expect(fact);
        let count = count.parse().expect(fact);
        match severity(what) {
            Some(severity) => drop(members.disciplined.insert(severity, count)),
            None if what == "thành viên" => members.total = count,
            None => {
                let form = form_named(book, what, on).expect(fact).code.clone();
                members.holders.insert(form, count);
            }
        }
    }
    members
}

/// Grades, initiatives and awards of one year or of several (`2021–2024 tốt tại A`).
fn of_years(book: &RuleBook, case: &mut Case, fact: &str) {
    let (years, rest) = fact.split_once(' ').expect(fact);
    let (first, last) = years.split_once('–').unwrap_or((years, years));
    let (first, last): (i16, i16) = (first.parse().expect(fact), last.parse().expect(fact));
    let (rest, unit) = rest.strip_suffix(" tại A").map_or((rest, UNIT), |rest| (rest, OLDER));
    for year in first..=last {
        let evidence = Evidence(format!("{year} {rest}"));
        let grade = match rest {
            "xuất sắc" => Some(Grade::Excellent),
            "tốt" => Some(Grade::Well),
            "hoàn thành" => Some(Grade::Done),
            "không hoàn thành" => Some(Grade::NotDone),
            _ => None,
        };
        let spread = match rest {
            "sáng kiến cơ sở" => Some(Spread::Base),
            "sáng kiến tỉnh" => Some(Spread::Province),
            "sáng kiến toàn quốc" => Some(Spread::Nation),
            _ => None,
        };
        match (grade, spread) {
            (Some(grade), _) => case.grades.push(YearGrade { year, grade, unit, evidence }),
            (None, Some(spread)) => case.initiatives.push(Initiative { year, spread, evidence }),
            (None, None) => case.awards.push(past_award(book, rest, year, unit)),
        }
    }
}

fn past_award(book: &RuleBook, words: &str, year: i16, unit: UnitId) -> PastAward {
    let form = book
        .forms
        .iter()
        .filter(|form| words.starts_with(&form.name))
        .max_by_key(|form| form.name.len())
        .unwrap_or_else(|| panic!("what is {words:?}?"));
    let (rest, revoked) = words.strip_suffix(" đã hủy").map_or((words, false), |rest| (rest, true));
    let mut award = PastAward {
        form: form.code.clone(),
        year,
        decided: date(year, 12, 31),
        ground: Ground::Merit,
        unit,
        achievement: None,
        revoked,
        evidence: Evidence(format!("{year} {words}")),
    };
    let mut rest = rest.strip_prefix(form.name.as_str()).expect("it starts so").trim();
    for (word, ground) in [("đột xuất", Ground::Sudden), ("chuyên đề", Ground::Thematic)] {
        if let Some(after) = rest.strip_prefix(word) {
            (award.ground, rest) = (ground, after.trim());
        }
    }
    if let Some(after) = rest.strip_prefix("ngày ") {
        let (on, after) = after.split_once(' ').unwrap_or((after, ""));
        (award.decided, rest) = (day(on), after);
    }
    if rest.starts_with("vì ") {
        award.achievement = Some(quoted(rest));
        rest = "";
    }
    assert_eq!(rest, "", "what is {words:?}?");
    award
}

fn giver(book: &RuleBook, row: &BTreeMap<&str, &str>) -> Result<(), String> {
    let on = day(row["Ngày quyết định"]);
    let form = form_named(book, row["Hình thức"], on).expect("a form");
    let mut case = empty_case(form, form.recipients[0], Ground::Merit, on.year(), on);
    case.giver = Some(giver_named(row["Ai quyết định"]));
    let findings = examine(&case, &book.rules, |_, _| Continuity::Whole);
    match findings.iter().find(|finding| matches!(finding.provision, Provision::Givers(_))) {
        Some(finding) => compare(&verdict_of(finding), row, "Kết quả", &[&finding.article]),
        None => compare("chưa có quy định", row, "Kết quả", &[]),
    }
}

/// Digits in threes, as money is written.
fn dotted(dong: i64) -> String {
    let digits = dong.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

fn prize(book: &RuleBook, row: &BTreeMap<&str, &str>) -> Result<(), String> {
    let on = day(row["Ngày quyết định"]);
    let Some(form) = form_named(book, row["Hình thức"], on) else {
        return compare("không có hình thức này", row, "Tiền thưởng", &[]);
    };
    let prize = match book.prize(&form.code, recipient(row["Cho ai"]), on) {
        Ok(prize) => prize,
        Err(PrizeRefusal::NotForThem) => {
            return compare("không dành cho đối tượng này", row, "Tiền thưởng", &[]);
        }
        Err(PrizeRefusal::NoMultiple) => return compare("chưa có mức", row, "Tiền thưởng", &[]),
        Err(other @ (PrizeRefusal::NoForm | PrizeRefusal::NoSalary)) => panic!("{other:?}"),
    };
    let made = prize.calculation;
    let hundredths = made.multiple.hundredths;
    let part = format!("{:02}", hundredths % 100);
    let part = part.trim_end_matches('0');
    let comma = if part.is_empty() { "" } else { "," };
    let shown = format!("{}{comma}{part} × {} = {}", hundredths / 100, dotted(made.base), dotted(made.exact));
    if shown != row["Cách tính"] {
        return Err(format!("calculated as: {shown}"));
    }
    let most = if made.multiple.at_most { "không quá " } else { "" };
    let unrounded = match made.multiple.rounding {
        Rounding::UpToTenThousand => "",
        Rounding::Unknown => ", không làm tròn",
    };
    let salary = (!prize.salary.trust.verified()).then_some(Doubt::Unverified);
    let mark = doubt(prize.rule.doubt(on).max(salary));
    let words = format!("{most}{}{unrounded}{mark}", dotted(made.rounded));
    compare(&words, row, "Tiền thưởng", &[&prize.rule.article])
}

fn council(book: &RuleBook, row: &BTreeMap<&str, &str>) -> Result<(), String> {
    let on = day(row["Ngày quyết định"]);
    let form = form_named(book, row["Hình thức"], on).expect("a form");
    let rules = rules_for(&book.rules, on, (&form.code, Side::State), form.recipients[0], Ground::Merit);
    let share = rules.iter().find_map(|rule| {
        let Provision::Council(percent) = rule.provision else { return None };
        Some((*rule, percent))
    });
    let quorum = rules.iter().find_map(|rule| {
        let Provision::Quorum(numerator, denominator) = rule.provision else { return None };
        Some((*rule, (numerator, denominator)))
    });
    let Some((rule, percent)) = share else {
        return compare("chưa có tỷ lệ", row, "Kết quả", &[]);
    };
    let number = |column: &str| row[column].parse::<u32>().expect("a number");
    let ballot = Ballot {
        members: number("Tổng số"),
        present: number("Có mặt"),
        written: number("Bằng văn bản"),
        approve: number("Đồng ý"),
    };
    let words = match tally(ballot, quorum.map_or((0, 1), |(_, fraction)| fraction), percent.into()) {
        Tally::Carried { need } => format!("đạt, cần {need}"),
        Tally::NotCarried { need, have } => format!("thiếu {have}/{need} phiếu"),
        Tally::NoQuorum { need, have } => format!("không đủ người họp {have}/{need}"),
        Tally::Impossible => "số liệu sai".to_owned(),
    };
    let unsure =
        [Some(rule), quorum.map(|(rule, _)| rule)].into_iter().flatten().filter_map(|rule| rule.doubt(on));
    compare(&(words + doubt(unsure.max())), row, "Kết quả", &[&rule.article])
}

fn term(book: &RuleBook, row: &BTreeMap<&str, &str>) -> Result<(), String> {
    let days = row["Số ngày"].parse().expect("a number");
    let (last, note) = match book.term(day(row["Bắt đầu"]), days) {
        None => ("—".to_owned(), "số ngày sai".to_owned()),
        Some(term) => {
            let last = format!("{}/{}/{}", term.last.day(), term.last.month(), term.last.year());
            let note = match term.doubts.last() {
                None => "—".to_owned(),
                Some(TermDoubt::Unverified(_)) => "lịch nghỉ chưa kiểm chứng".to_owned(),
                Some(TermDoubt::Proposed(_)) => "có thể lùi một ngày".to_owned(),
                Some(TermDoubt::YearUnknown(year)) => format!("năm {year} chưa có lịch nghỉ"),
            };
            (last, note)
        }
    };
    let shown = format!("{last} ({note})");
    let written = format!("{} ({})", row["Ngày cuối"], row["Ghi chú"]);
    if shown == written { Ok(()) } else { Err(format!("came out as: {shown}")) }
}
