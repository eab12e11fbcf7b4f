//! Tasks in the words in which texts set them: lists behind a colon, aims with a year, times to come, parts of a plan.
//!
//! Not here: who asks whom (`tasks`).

use crate::told::{FURTHER, PARAGRAPH, tasks};

fn at_the_end(last: &str) -> Vec<String> {
    tasks(&format!("Xã Tân Lập họp tổng kết\n\n{PARAGRAPH}\n\n{FURTHER}\n\n{PARAGRAPH}\n\n{last}"))
}

#[test]
fn a_list_behind_a_colon_says_what_to_do() {
    for last in [
        "Chính ủy chỉ đạo đơn vị làm tốt 4 nội dung: giữ nghiêm giờ giấc; tăng gia thêm rau; giúp dân gặt lúa; kèm chiến sĩ mới.",
        "Đồng chí Lê Văn Bình lưu ý các chi bộ: chọn việc khó nhất của dân để làm trước; cấp ủy kiểm tra hằng tháng; sổ phải có ở từng thôn.",
        "Đồng chí gợi mở 3 việc cần làm ngay: một là, chọn giống bầu hợp đất; hai là, đào giếng ở cuối làng; ba là, cử người trông nước.",
    ] {
        assert_eq!(at_the_end(last).len(), 1, "{last}");
    }
    for last in [
        "Hội nghị thống nhất danh sách các đồng chí: Ông Lê Văn Bình – Phó Bí thư Đảng ủy xã; Ông Trần Văn Nam – Ủy viên Ban Thường vụ Đảng ủy.",
        "Xã đã đề ra và làm xong 3 việc: đào hai giếng ở cuối làng; sửa kênh ở thôn Đồi; mở lớp ghép bầu cho bà con các thôn.",
    ] {
        assert!(at_the_end(last).is_empty(), "{last}");
    }
}

#[test]
fn whoever_is_asked_may_be_each_of_them() {
    for last in [
        "Kết luận hội nghị, Bí thư Đảng ủy yêu cầu mỗi cấp ủy viên nhận giúp một hộ nghèo, tháng nào cũng xuống thôn hai lần, ghi sổ đầy đủ.",
        "Bí thư Đảng ủy nhấn mạnh mỗi đảng viên phải chọn một việc nhỏ mà làm cho xong, người đứng đầu làm trước, cuối quý báo cáo chi bộ.",
        "Sắp tới, ông Đạt đề nghị 16 thôn bỏ bớt giấy tờ, để bà con tự giới thiệu người làm tốt; chậm nhất 30-6 phải xong danh sách.",
    ] {
        assert_eq!(at_the_end(last).len(), 1, "{last}");
    }
    let award = "Ông Đạt đề nghị tặng Giấy khen cho 16 người trồng rau giỏi ở ba thôn ven sông, những người đã giúp hàng xóm mượn giống.";
    assert!(at_the_end(award).is_empty());
}

#[test]
fn aims_with_a_year_are_tasks_unless_they_were_reached() {
    for last in [
        "Công đoàn đặt chỉ tiêu đến năm 2030: mỗi tổ có một sáng kiến; thợ trẻ được kèm nghề hai năm; xây thêm ba nhà nghỉ ca.",
        "Công đoàn phấn đấu đến năm 2030: mỗi tổ có một sáng kiến mỗi năm; lương thợ 20 triệu đồng/tháng; xây 40 nhà cho thợ ở xa.",
        "Từ nay đến năm 2030, huyện phấn đấu mỗi thôn có một vườn rau, 100% trường có giếng, xóa hết 74 nhà tạm còn lại ở ven sông, ven núi.",
        "Trong quý IV, Đảng ủy xã sẽ kiểm tra 12 chi bộ về việc làm vườn rau, mở hai lớp học cho bà con và khen những hộ làm tốt.",
    ] {
        assert_eq!(at_the_end(last).len(), 1, "{last}");
    }
    for last in [
        "Năm 2020, xã đặt chỉ tiêu: trồng 5 ha bầu, nuôi 300 con gà; đến nay đã trồng 7 ha bầu và nuôi 420 con gà ở ba thôn.",
        "Trong quý IV, hội thi vườn rau sẽ diễn ra vào ngày 12/11 tại sân đình thôn Đồi, bà con các thôn đến xem rất đông vui.",
    ] {
        assert!(at_the_end(last).is_empty(), "{last}");
    }
}

#[test]
fn whoever_spoke_goes_on_in_the_next_line() {
    let list = "Bí thư Đảng ủy yêu cầu các chi bộ:\n- Tiếp tục giữ đường làng sạch, trồng thêm hoa.\n- Tập trung chăm lo người già trong thôn.\n";
    let more = format!(
        "{list}Cũng theo Bí thư Đảng ủy, các hội trong xã không chạy theo số lượng, mà tìm cho được người thật."
    );
    assert!(at_the_end(&more).iter().any(|t| t.ends_with("người thật.")), "{:?}", at_the_end(&more));
    let done =
        format!("{list}Cũng theo Bí thư Đảng ủy, các hội trong xã đã trồng được hai giàn bầu trong năm qua.");
    assert!(at_the_end(&done).iter().all(|t| t.ends_with("trong thôn.")), "{:?}", at_the_end(&done));
}

/// A school's paper of this kind.
fn paper(kind: &str) -> String {
    format!(
        "XÃ TÂN LẬP\nTRƯỜNG TIỂU HỌC TÂN LẬP\nSố: 12/TH\n\n{kind}\nTrồng vườn rau năm học 2026 - 2027\n\nI. TÌNH HÌNH CHUNG\n\
         Trường có hai giàn bầu, ba luống cải, năm trước các lớp chăm tốt và biếu nhà bếp nhiều rau sạch.\nII. MỤC ĐÍCH, YÊU CẦU\n\
         1. Cho học sinh biết trồng rau, biết quý công người làm ruộng.\n2. Việc chăm rau phải vừa sức.\nIII. TỔ CHỨC THỰC HIỆN\n\
         Ban giám hiệu theo dõi chung; thầy tổng phụ trách chia lịch tưới cho các lớp.\nHIỆU TRƯỞNG\nTrần Thị Lan"
    )
}

#[test]
fn the_parts_of_a_plan_set_tasks() {
    let set = tasks(&paper("KẾ HOẠCH"));
    assert_eq!(set.len(), 2, "{set:?}");
    assert!(
        set.iter().any(|t| t.starts_with("1. Cho học sinh"))
            && set.iter().any(|t| t.starts_with("Ban giám hiệu"))
    );
    assert!(tasks(&paper("BÁO CÁO")).is_empty());
}

#[test]
fn tasks_to_a_year_are_named_so() {
    let set = tasks(
        "ĐẢNG ỦY XÃ TÂN LẬP\nBÁO CÁO\ntổng kết 5 năm làm vườn rau\nI. KẾT QUẢ\nCác thôn làm được sáu vườn rau, biếu trường hai giàn bầu.\n\
         II. NHIỆM VỤ ĐẾN NĂM 2030\n1. Mỗi thôn thêm một vườn rau.\n2. Đào thêm hai giếng ở cuối làng.",
    );
    assert_eq!(set, ["1. Mỗi thôn thêm một vườn rau.\n2. Đào thêm hai giếng ở cuối làng."]);
}

#[test]
fn work_to_come_may_open_the_sentence_or_follow_whoever_says_it() {
    for last in [
        "Nhiệm vụ đặt ra cho 6 tháng cuối năm là kiểm tra 12 chi bộ, mở hai lớp học cho bà con, khen những hộ làm tốt, đào thêm hai giếng.",
        "Phấn đấu đến cuối năm 2027 toàn huyện có 80% chi bộ làm vườn rau, mỗi xã ít nhất ba mô hình hay, không còn hộ đảng viên nghèo.",
        "Hiệu trưởng cho biết năm học mới trường sẽ mở thêm hai câu lạc bộ, giữ 100% học sinh đến lớp, mỗi lớp có một luống rau biếu bếp.",
        "Bí thư Huyện ủy lưu ý không được chạy theo số lượng mô hình, phải lấy sự hài lòng của dân làm thước đo, cuối năm hỏi dân rồi mới khen.",
        "Chi bộ quyết nghị: mỗi đảng viên trồng một giàn bầu; mỗi tháng một buổi ra đồng; 100% đảng viên dùng sổ tay điện tử.",
    ] {
        assert_eq!(at_the_end(last).len(), 1, "{last}");
    }
    for last in [
        "Nhiệm vụ đặt ra cho năm nay là mở hai lớp học cho bà con, đào thêm hai giếng, thì cả xã đã hoàn thành từ tháng chín vừa rồi.",
        "Đồng chí yêu cầu được về lại đơn vị cũ, nơi anh gắn bó suốt 12 năm, cùng đồng đội trồng rau và dạy chữ cho trẻ em trong bản.",
        "Bí thư Huyện ủy nhấn mạnh các kết quả ấy có được là nhờ sức dân, nhờ cán bộ gần dân, nhờ mỗi thôn đều có người lo việc chung.",
    ] {
        assert!(at_the_end(last).is_empty(), "{last}");
    }
}
