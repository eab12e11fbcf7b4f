//! What a line of the ledger says was done, in words: `account.create` is "Tạo tài khoản".
//!
//! Not here: the codes themselves, which the acts write (`acts`); a test there holds them against this list.

use crate::Lang;

/// Code, Vietnamese, English. What stands before the dot is a noun of [`NOUNS`].
const ACTS: &[(&str, &str, &str)] = &[
    ("account.change-password", "Đổi mật khẩu", "Changed the password"),
    ("account.close", "Khoá tài khoản", "Closed an account"),
    ("account.create", "Tạo tài khoản", "Created an account"),
    ("account.recover", "Lấy lại tài khoản trên máy chủ", "Recovered an account on the server"),
    ("account.reopen", "Mở lại tài khoản", "Reopened an account"),
    ("account.reset-password", "Đặt lại mật khẩu", "Reset a password"),
    ("account.wrong-old-password", "Nhập sai mật khẩu cũ", "Typed a wrong old password"),
    ("award_rule.confirm", "Xác nhận quy định khen thưởng", "Confirmed a rule of commendation"),
    ("award_rule.withdraw", "Rút quy định khen thưởng", "Withdrew a rule of commendation"),
    ("award_rule.write", "Ghi quy định khen thưởng", "Wrote a rule of commendation"),
    ("badge.say", "Ghi ý kiến về Huy hiệu Đảng", "Noted a word on a Party badge"),
    ("capacity.confirm", "Xác nhận tư cách pháp nhân", "Confirmed a unit's capacity"),
    ("capacity.declare", "Ghi tư cách pháp nhân", "Declared a unit's capacity"),
    ("ceremony.hold", "Ghi lễ trao", "Recorded a ceremony"),
    ("certificate.issue", "Lấy số vào sổ cấp bằng", "Entered certificates"),
    ("certificate.print", "In giấy khen", "Printed certificates"),
    ("certificate.prove", "In thử giấy khen", "Printed a trial certificate"),
    ("certificate.replace", "Cấp đổi, cấp lại giấy khen", "Replaced a certificate"),
    ("clause.add", "Ghi khoản của văn bản", "Added a clause"),
    ("council.attend", "Ghi dự họp Hội đồng", "Noted who attended"),
    ("council.close", "Chốt phiên Hội đồng", "Closed a council"),
    ("council.convene", "Mở phiên Hội đồng", "Convened a council"),
    ("council.recuse", "Không dự biểu quyết", "Stood aside from a vote"),
    ("council.vote", "Biểu quyết", "Voted"),
    ("council.vote-written", "Ghi ý kiến bằng văn bản", "Entered a written vote"),
    ("decision.change", "Thay đổi quyết định khen thưởng", "Changed a decision"),
    ("decision.enter", "Ghi quyết định khen thưởng", "Entered a decision"),
    ("decision.hand-out", "Tải bản ký của quyết định", "Handed out a signed decision"),
    ("decision.issue", "Ban hành quyết định khen thưởng", "Issued a decision"),
    ("decision.take-back", "Rút bản ký của quyết định", "Took back a signed decision"),
    ("directive.add", "Ghi văn bản", "Registered a document"),
    ("directive.relate", "Ghi quan hệ giữa hai văn bản", "Related two documents"),
    ("document.decide", "Nhận, bỏ số đề xuất", "Decided on proposals"),
    ("document.forget", "Bỏ điều đã học của trình đọc", "Made the reader forget"),
    ("document.hand-out", "Tải báo cáo gốc", "Handed out a report"),
    ("document.read", "Đọc báo cáo", "Read a report"),
    ("document.set-period", "Đổi kỳ của báo cáo", "Changed a report's period"),
    ("document.write", "Ghi số từ báo cáo", "Wrote figures from a report"),
    ("duty.end", "Kết thúc quyền", "Ended a duty"),
    ("duty.grant", "Giao quyền", "Granted a duty"),
    ("evidence.hand-out", "Tải minh chứng", "Handed out evidence"),
    ("figure.import", "Nhập số liệu từ tệp", "Imported figures"),
    ("figure.save", "Ghi số liệu", "Saved figures"),
    ("figure.undo", "Hoàn tác lần nhập số liệu", "Undid an import of figures"),
    ("filing.accept", "Duyệt bản nộp", "Accepted a filing"),
    ("filing.ask-reopen", "Xin mở lại bản nộp", "Asked to reopen a filing"),
    ("filing.clear", "Đã xem lại bản nộp", "Cleared a filing"),
    ("filing.flag", "Đánh dấu bản nộp cần xem lại", "Flagged a filing"),
    ("filing.remind", "Nhắc đơn vị chưa nộp", "Reminded those missing"),
    ("filing.reopen", "Mở lại bản nộp", "Reopened a filing"),
    ("filing.return", "Trả lại bản nộp", "Gave a filing back"),
    ("filing.send", "Gửi bản nộp", "Sent a filing"),
    ("filing.withdraw", "Rút bản nộp", "Took a filing back"),
    ("form.add", "Lập biểu mẫu", "Made a form"),
    ("form.close", "Đóng biểu mẫu", "Closed a form"),
    ("form.extend", "Gia hạn biểu mẫu", "Granted a later day"),
    ("form.rename", "Đổi tên biểu mẫu", "Renamed a form"),
    ("form.revise", "Sửa biểu mẫu", "Changed a form"),
    ("freeze.add", "Chốt số liệu", "Froze figures"),
    ("headline.choose", "Chọn số trên Tổng quan", "Chose the overview's figures"),
    ("indicator.add", "Thêm chỉ tiêu", "Added an indicator"),
    ("installation.create", "Tạo bản cài đặt", "Made the installation"),
    ("key.close", "Ngừng khoá ký", "Closed a signing key"),
    ("key.open", "Mở khoá ký", "Opened a signing key"),
    ("layout.forget", "Bỏ cách đọc bảng", "Forgot how a table is read"),
    ("layout.keep", "Nhớ cách đọc bảng", "Kept how a table is read"),
    ("login.begin", "Đăng nhập", "Logged in"),
    ("login.end", "Đăng xuất", "Logged out"),
    ("login.end-everywhere", "Đăng xuất mọi nơi", "Logged out everywhere"),
    ("login.locked", "Bị khoá tạm vì sai nhiều lần", "Locked after wrong tries"),
    ("login.refuse", "Đăng nhập không thành", "A refused login"),
    ("nomination.answer", "Trả lời hiệp y", "Answered a consultation"),
    ("nomination.attach", "Kèm giấy tờ vào hồ sơ", "Attached a paper"),
    ("nomination.carry", "Hội đồng đồng ý hồ sơ", "The council carried a case"),
    ("nomination.consult", "Hỏi ý kiến hiệp y", "Asked for an opinion"),
    ("nomination.decide", "Đưa hồ sơ vào quyết định", "Put a case into a decision"),
    ("nomination.escalate", "Chuyển hồ sơ lên xét khen cao hơn", "Passed a case on higher"),
    ("nomination.fail", "Hội đồng không đồng ý hồ sơ", "The council failed a case"),
    ("nomination.hand-out", "Tải giấy tờ của hồ sơ", "Handed out a case's paper"),
    ("nomination.note", "Ghi nhận xét vào hồ sơ", "Wrote a note on a case"),
    ("nomination.notice", "Lấy ý kiến công khai", "Put a case to the public"),
    ("nomination.propose", "Gửi đề nghị khen thưởng", "Sent a case up"),
    ("nomination.raised", "Lập hồ sơ khen cao hơn", "Raised a case for a higher form"),
    ("nomination.return", "Trả lại hồ sơ", "Gave a case back"),
    ("nomination.vet", "Thẩm định xong hồ sơ", "Vetted a case"),
    ("nomination.withdraw", "Rút hồ sơ", "Took a case back"),
    ("nomination.write", "Ghi hồ sơ đề nghị", "Wrote a case"),
    ("notice.address", "Đổi nơi nhận thư nhắc", "Changed where letters go"),
    ("person.add", "Thêm cá nhân", "Added a person"),
    ("person.change", "Sửa thông tin cá nhân", "Changed a person"),
    ("person.merge", "Gộp hai hồ sơ cá nhân", "Merged two people"),
    ("person.post", "Ghi chức vụ cá nhân", "Wrote a person's post"),
    ("person.unmerge", "Tách hồ sơ cá nhân", "Undid a merge of people"),
    ("pivot.keep", "Lưu bảng tổng hợp", "Kept a table"),
    ("pivot.remove", "Bỏ bảng tổng hợp đã lưu", "Dropped a kept table"),
    ("plan.answer", "Gửi kế hoạch", "Sent a plan"),
    ("plan.hand-out", "Tải kế hoạch", "Handed out a plan"),
    ("printer.measure", "Ghi độ lệch máy in", "Measured a printer"),
    ("programme.add", "Ghi chương trình", "Added a programme"),
    ("programme.launch", "Triển khai chương trình", "Sent a programme down"),
    ("programme.open", "Mở xem chương trình", "Opened a programme"),
    ("programme.receive", "Tiếp nhận chương trình", "Received a programme"),
    ("programme.remind", "Nhắc đơn vị chưa tiếp nhận", "Reminded of a programme"),
    ("reorganisation.record", "Ghi sắp xếp đơn vị", "Recorded a reorganisation"),
    ("report.begin", "Bắt đầu soạn báo cáo", "Began a report"),
    ("report.figure", "Gắn số vào báo cáo", "Bound a figure in a report"),
    ("report.hand-out", "Tải báo cáo đã ban hành", "Handed out a report's file"),
    ("report.issue", "Ban hành báo cáo", "Issued a report"),
    ("report.outline", "Ghi đề cương báo cáo", "Kept an outline"),
    ("report.paper", "Ghi thể thức báo cáo", "Set a report's paper form"),
    ("report.quote", "Chọn số chốt cho báo cáo", "Chose a report's freeze"),
    ("report.text", "Sửa đoạn của báo cáo", "Changed a paragraph"),
    ("round.open", "Mở đợt khen", "Opened a round"),
    ("stack.add", "Gửi nhiều báo cáo một lần", "Sent a stack of reports"),
    ("task.done", "Báo nhiệm vụ đã xong", "Told a task done"),
    ("task.give", "Giao nhiệm vụ", "Gave a task"),
    ("task.hand-out", "Tải tệp của nhiệm vụ", "Handed out a task's file"),
    ("task.reopen", "Mở lại nhiệm vụ", "Reopened a task"),
    ("term.add", "Ghi nhiệm kỳ", "Added a term"),
    ("theme.add", "Ghi chuyên đề", "Added a theme"),
    ("token.create", "Tạo mã truy cập", "Made a token"),
    ("token.revoke", "Thu hồi mã truy cập", "Revoked a token"),
    ("unit.add-alias", "Thêm tên gọi khác", "Added another name"),
    ("unit.add-code", "Thêm mã đơn vị", "Added a code"),
    ("unit.close", "Kết thúc hoạt động đơn vị", "Closed a unit"),
    ("unit.create", "Tạo đơn vị", "Created a unit"),
    ("unit.end-code", "Kết thúc mã đơn vị", "Ended a code"),
    ("unit.import", "Nhập đơn vị từ tệp", "Imported units"),
    ("unit.move", "Chuyển đơn vị", "Moved a unit"),
    ("unit.remove-alias", "Bỏ tên gọi khác", "Removed another name"),
    ("unit.rename", "Đổi tên đơn vị", "Renamed a unit"),
    ("unit.take-back-name", "Lấy lại tên cũ của đơn vị", "Took a name back"),
    ("unit.undo-import", "Hoàn tác lần nhập đơn vị", "Undid an import of units"),
];

/// What acts are about, in the order of the menu: the beginning of their codes, Vietnamese, English.
const NOUNS: &[(&str, &str, &str)] = &[
    ("login.", "Đăng nhập", "Logins"),
    ("account.", "Tài khoản", "Accounts"),
    ("duty.", "Quyền", "Duties"),
    ("unit.", "Đơn vị", "Units"),
    ("reorganisation.", "Sắp xếp đơn vị", "Reorganisations"),
    ("figure.", "Số liệu", "Figures"),
    ("filing.", "Bản nộp", "Filings"),
    ("form.", "Biểu mẫu", "Forms"),
    ("freeze.", "Chốt số liệu", "Freezes"),
    ("document.", "Đọc báo cáo", "Reports read"),
    ("evidence.", "Minh chứng", "Evidence"),
    ("report.", "Soạn báo cáo", "Reports written"),
    ("directive.", "Văn bản chỉ đạo", "Directives"),
    ("programme.", "Chương trình", "Programmes"),
    ("task.", "Nhiệm vụ", "Tasks"),
    ("nomination.", "Hồ sơ khen thưởng", "Nominations"),
    ("council.", "Hội đồng", "Councils"),
    ("decision.", "Quyết định khen thưởng", "Decisions"),
    ("certificate.", "Giấy khen", "Certificates"),
    ("person.", "Cá nhân", "People"),
    ("key.", "Khoá ký", "Signing keys"),
    ("token.", "Mã truy cập", "Tokens"),
];

const fn in_lang(pair: (&'static str, &'static str), lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => pair.0,
        Lang::En => pair.1,
    }
}

/// What was done, in words. A code that nobody put into words stands as it is: the ledger hides nothing.
pub fn act(code: &str, lang: Lang) -> &str {
    let found = ACTS.iter().find(|(known, ..)| *known == code);
    found.map_or(code, |(_, vi, en)| in_lang((vi, en), lang))
}

/// What acts may be about: the beginning of their codes and its words.
pub fn nouns(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    NOUNS.iter().map(move |(begin, vi, en)| (*begin, in_lang((vi, en), lang)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{ACTS, NOUNS, act};
    use crate::Lang;

    /// Every code of the shape "noun.verb" that stands in an act's source.
    fn written(dir: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                written(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let noun = |word: &str| {
                !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
            };
            let verb = |word: &str| {
                !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
            };
            found.extend(
                text.split('"')
                    .filter(|piece| piece.split_once('.').is_some_and(|(n, v)| noun(n) && verb(v)))
                    .map(str::to_owned),
            );
        }
    }

    #[test]
    fn every_act_of_the_ledger_has_words() {
        let mut found = BTreeSet::new();
        written(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../acts/src"), &mut found);
        // A file's name and a login, which look alike.
        found.retain(|code| !["thidua.db", "binh.nv"].contains(&code.as_str()));
        assert!(found.len() > 90, "the acts were read: {}", found.len());
        let silent: Vec<_> = found.iter().filter(|code| act(code, Lang::Vi) == code.as_str()).collect();
        assert_eq!(silent, Vec::<&String>::new(), "acts without words");
    }

    #[test]
    fn what_acts_are_about_finds_some_and_codes_stand_in_order() {
        for (begin, ..) in NOUNS {
            assert!(ACTS.iter().any(|(code, ..)| code.starts_with(begin)), "{begin}");
        }
        assert!(ACTS.is_sorted_by_key(|(code, ..)| *code));
        assert_eq!(act("nothing.known", Lang::En), "nothing.known");
    }
}
