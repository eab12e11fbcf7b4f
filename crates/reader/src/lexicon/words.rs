//! Common words that end a name where capitals say nothing, and words of intention and completion.
//!
//! Not here: names and measures.

use std::sync::LazyLock;

use crate::phrase::Phrases;

/// Words that are never part of a person's or place's name in running text.
const COMMON_WORDS: &str = "và; của; đã; được; cho; các; những; có; là; tại; trong; về; với; tổ; chức; thực; hiện; phát; biểu; \
    trao; tặng; dự; tham; chủ; trì; cùng; đến; từ; theo; để; khi; sau; trước; nhân; dịp; này; đó; đồng; \
    chí; ông; bà; anh; chị; đang; sẽ; cần; phải; đề; nghị; yêu; cầu; nhấn; mạnh; khẳng; định; cho; biết; \
    lưu; ý; ghi; nhận; đánh; giá; biểu; dương; khen; thưởng; tuyên; tôn; vinh; học; tập; làm; năm; \
    tháng; ngày; số; lần; thứ; một; hai; ba; bốn; nhiều; toàn; trên; dưới; qua; như; gồm; cũng; vào; ra; \
    lên; xuống; đạt; hội; chiều; sáng; tối; giai; đoạn; nhiệm; kỳ; thay; mặt; chúc; mừng; đại; tin; ảnh; \
    quán; triệt; triển; khai; tiếp; tục; đẩy; chỉ; đạo; lãnh; kết; luận; nghị; quyết; sơ; tổng; gắn; \
    phó; bí; thư; trưởng; ủy; viên; tập; thể; cá; thành; tích; xuất; sắc; tiêu; điển; hình; gương; \
    thông; nói; hơn; gần; vì; nên; nếu; mà; thì; không; chưa; còn; rất; bằng; giấy; huy; hiệu; cờ; danh; \
    nhân; dân; cán; bộ; đảng; công; chức; người; động; đơn; vị; chụp; lưu; niệm; kiểm; khai; mạc; tặng; \
    thăm; kèm; xây; dựng";

pub(crate) static COMMON: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(COMMON_WORDS));

/// Words with which a sentence goes on behind a name: what a body does, and links to something else.
const TURNS: &str = "đã; được; là; và; của; cho; tại; về; trong; với; đến; từ; theo; để; khi; sau; trước; nhân; này; đó; do; vì; \
    có; không; sẽ; đang; vừa; cùng; trên; ở; như; gồm; cũng; vào; ra; các; những; nhiều; mỗi; một; hai; bị; nhằm; qua; \
    tổ chức; thực hiện; triển khai; phát động; phối hợp; vận động; tham mưu; xây dựng; trao; tặng; biểu dương; khen thưởng; \
    tuyên dương; tôn vinh; hỗ trợ; giúp; thăm; tham gia; tham dự; dự; phát biểu; chủ trì; ban hành; báo cáo; cho biết; \
    yêu cầu; đề nghị; chỉ đạo; lãnh đạo; hướng dẫn; tiếp tục; hoàn thành; đạt; đoạt; giành; đón nhận; tiếp nhận; tiếp; nhận; ghi nhận; \
    khẳng định; nhấn mạnh; sơ kết; tổng kết; quán triệt; duy trì; thành lập; ra mắt; gặp; họp; công bố; đăng ký; gắn; \
    nêu; hằng; hàng; thuộc; trực thuộc; đồng chí; ông; bà; nguyên; năm; tháng; ngày; giai đoạn; nhiệm kỳ; lần; đảm nhiệm; phụ trách; thay mặt";

pub(crate) static TURN: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(TURNS));

/// Words of intention: the figures after them are targets.
const AIMS: &str = "phấn đấu; chỉ tiêu; mục tiêu; phương hướng; dự kiến; sẽ; kế hoạch đề ra; đặt ra; đăng ký thực hiện; \
    quyết tâm; phấn đấu đến; giao chỉ tiêu; nhiệm vụ trọng tâm; đề ra; cơ cấu giải";

pub(crate) static AIM: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(AIMS));

/// What people do after their name and post are told.
const SPEAKS_WORDS: &str = "đã; được; phát biểu; trao; nhấn mạnh; cho biết; lưu ý; khẳng định; đề nghị; yêu cầu; ghi nhận; \
    chủ trì; tham dự; đến dự; cùng; tiếp thu; thay mặt; chia sẻ; nói; cho rằng; thông tin; trình bày; quán triệt; biểu dương; tặng; \
    đánh giá; chúc mừng; bày tỏ; tin tưởng; mong muốn; kêu gọi; phát động; khai mạc; kết luận; báo cáo; là; sẽ; đang";

pub(crate) static SPEAKS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SPEAKS_WORDS));

/// The ten stems and twelve branches that together name a year of the other calendar.
pub(crate) const STEMS: [&str; 10] =
    ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];
pub(crate) const BRANCHES: [&str; 15] =
    ["tý", "tí", "sửu", "dần", "mão", "mẹo", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"];
