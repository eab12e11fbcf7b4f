//! Measures and counted things, and words after a number that say it counts time or ideas.
//!
//! Not here: recipients of awards (`award`).

use std::sync::LazyLock;

use crate::phrase::Phrases;

/// Measures and counted things that reports of this kind use.
const MEASURE_WORDS: &str = "nữ cán bộ; hài cốt; hài cốt liệt sĩ; nữ đoàn viên; nữ hội viên; nữ đảng viên; nữ nhà giáo; sổ tiết kiệm; trẻ mồ côi; trẻ em mồ côi; mẹ liệt sĩ; hội diễn; lần; kwh; mwh; phần thưởng; huân chương; suất ăn; chỗ ở; tủ sách; lượt cháu; nhà giáo; quân nhân; thí sinh; đơn vị máu; đơn vị máu an toàn; đội hình; đội; cây xanh; cây cầu; cây; văn bản; tin bài; tin , bài; tin; bài; \
    bài viết; bài dự thi; bài tham luận; tham luận; video clip; video; clip; phóng sự; infographic; \
    lượt người; lượt; lượt đảng viên; quốc gia; thành phố; thị xã; thị trấn; hộ; hộ dân; hộ gia đình; hộ nghèo; hộ cận nghèo; hộ nông dân; hộ hội viên; hộ khó khăn; hộ chính sách; cây , con giống; phần mộ; đám cưới; đám tang; \
    trường hợp; tổ dân phố; khu dân cư; khu phố; thôn; ấp; bản; xã; phường; quận; huyện; tỉnh; đại biểu; \
    ý kiến; kiến nghị; phản ánh; cuộc; lớp; buổi; đợt; người; người dân; người lao động; suất quà; \
    phần quà; xuất quà; suất học bổng; học bổng; suất; công trình; công trình , phần việc; công trình , dự án; nhiệm vụ , giải pháp; khu vực bỏ phiếu; tờ bản đồ; phần việc; mô hình; \
    chi bộ; đảng bộ; đảng viên; đảng viên mới; cấp ủy; tổ chức đảng; tổ chức cơ sở đảng; tổ chức; \
    căn nhà; ngôi nhà; nhà; m2; m3; m²; m³; km2; km²; m; km; ha; mét; \
    hecta; héc ta; công đất; tấn; tạ; kg; lít; ngày công; ngày lương; giờ công; bộ; chuyên đề; \
    hội nghị; hội thảo; tọa đàm; điểm cầu; điểm; câu chuyện; chuyện; vấn đề; việc; việc làm; \
    việc làm theo; nội dung; sáng kiến; đề tài; giải pháp; dự án; phong trào; câu lạc bộ; tổ; nhóm; \
    tập thể; cá nhân; đồng chí; cán bộ; công chức; viên chức; hội viên; đoàn viên; thanh niên; phụ nữ; \
    nông dân; học sinh; sinh viên; giáo viên; em; cháu; trẻ em; cụ; chiến sĩ; thành viên; \
    tình nguyện viên; gia đình; doanh nghiệp; cơ quan; đơn vị; cơ sở; trường; hợp tác xã; sản phẩm; trang trại; gia trại; tổ hợp tác; \
    tác phẩm; nhóm nhiệm vụ; nhóm giải pháp; nhóm mô hình; lĩnh vực công tác; cnvc - lđ; nữ cnvc - lđ; cnvclđ; nữ cnvclđ; hồ sơ; thủ tục; vụ; vụ việc; đơn; đơn thư; quyết định; kế hoạch; nghị quyết; chương trình; \
    hoạt động; hạng mục; tuyến đường; tuyến; con đường; cầu; camera; bóng đèn; giếng nước; máy; \
    máy tính; xe; xe đạp; con; con bò; con giống; thẻ; thẻ bảo hiểm y tế; quyển; cuốn; cuốn sách; \
    đầu sách; bản sách; tờ; tờ rơi; pano; băng rôn; khẩu hiệu; bộ tài liệu; tài liệu; trang; fanpage; \
    nhóm zalo; lá cờ; cờ; bằng khen; giấy khen; huy hiệu; kỷ niệm chương; huân chương; giải; \
    giải thưởng; giải nhất; giải nhì; giải ba; huy chương; huy chương vàng; tiết mục; đội thi; thí sinh; \
    vận động viên; ca; ca mổ; bệnh nhân; giường bệnh; khẩu phần; bữa ăn; bếp ăn; chuyến; chuyến xe; \
    thùng; thùng rác; bao; gói; túi; cặp; vườn; khu vườn; lớp học; phòng học; phòng; khu; khu đất; \
    mảnh đất; lô; cái; chiếc; lượt khách; ban; hội; công đoàn; liên đoàn; chi hội; chi đoàn; tiêu chí; \
    chỉ tiêu; mục tiêu; nhiệm vụ; danh hiệu; điển hình; gương; tấm gương; gương điển hình; lao động; \
    công nhân; cựu chiến binh; chữ ký; bức thư; bức ảnh; bức tranh; tranh; ảnh; lời; phiếu; bản đăng ký; \
    bản cam kết; bản kế hoạch; bình chọn; lần kiểm tra; cuộc kiểm tra; đoàn kiểm tra; cuộc thi; hội thi; \
    ngôi trường; cơ sở đảng; chi , đảng bộ; khu công nghiệp; tổ chuyên môn; tổ công đoàn; xe máy; nhà văn hóa; nhà văn hoá; nhà máy; nhà phân phối; hội thành viên; lượt tổ chức đảng; bài báo cáo; mét vuông; mét khối; vật kiến trúc; con heo đất; heo đất; hũ gạo; em nhỏ; khoa , phòng; hs; hssv; gv; đvtn; cbcnv; cbgv; cbgvnv; cnlđ; nlđ; cbcs; mm; cm; gam; ml; g; gram; mg; kw; kva; kwp; mw; cv; độ c; bị can; bị cáo; đối tượng; nghi phạm; người nghiện; vụ án; vụ cháy; vụ tai nạn; vụ vi phạm; băng nhóm";

pub(crate) static MEASURE: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(MEASURE_WORDS));

/// Places, bodies and people that stand in a row behind one number.
const WITH_OTHERS_WORDS: &str = "tỉnh; thành phố; huyện; thị xã; quận; xã; phường; thị trấn; thôn; ấp; khóm; bản; khu phố; khu dân cư; tổ dân phố; sở; ban; ngành; tập thể; cá nhân; \
    cán bộ; đảng viên; công chức; viên chức; đoàn viên; hội viên; chiến sĩ; chiến sỹ; người lao động; nhà giáo; giáo viên; nhân viên; học sinh; sinh viên; thanh niên; công nhân; nhân dân; \
    giảng viên; học viên; cơ quan; đơn vị; địa phương; doanh nghiệp; trang trại; gia trại; diễn viên; nghệ sĩ; nghệ nhân; thiếu niên";

pub(crate) static WITH_OTHERS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(WITH_OTHERS_WORDS));

/// Words of money.
const MONEY_WORDS: &str = "đồng; đ; vnđ; vnd; đồng chẵn; việt nam đồng; usd; đô la; đô la mỹ; euro";

pub(crate) static MONEY: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(MONEY_WORDS));

/// Words of time; a number before them says how long.
const TIME_WORDS: &str = "năm; tháng; ngày; tuần; giờ; phút; giây; quý; thập kỷ; thế kỷ; nhiệm kỳ; ngày đêm; ngày đầu; tiếng; \
    đêm; mùa; h";

pub(crate) static TIME: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(TIME_WORDS));

/// Nouns that carry their number behind them ("Quốc lộ 6", "lần thứ 5", "Điều 3").
const NAMED_BY_NUMBER_WORDS: &str = "quốc lộ; văn bằng; vị trí; chi hội; chi đoàn; tỉnh lộ; đường tỉnh; huyện lộ; vành đai; tổ dân phố; tdp; tổ; khu phố; khu; ấp; thôn; bản; \
    khóm; phường; quận; chi bộ; đội; cụm; khối; nhóm; vùng; tầng; lầu; phòng; lớp; khối lớp; hạng; cấp; \
    cấp độ; loại; mức; mức độ; giai đoạn; đợt; kỳ; vòng; bảng; tập; phần; chương; quyển; bài; số; lô; \
    nhà máy; quân khu; trung đoàn; sư đoàn; tiểu đoàn; đại đội; bộ binh; lữ đoàn; xí nghiệp; công ty; covid -; \
    covid; nghị quyết; chỉ thị; kết luận; đường; phố; ngõ; hẻm; km; bệnh viện quân y; bệnh viện; trường; \
    trường tiểu học; trung ương; vtv; vov; mục; biểu; mẫu; phụ lục; hình; thứ; khóa; đại hội; \
    hội nghị trung ương; mẫu số; chương trình; zalo; tiểu khu; liên tổ; mạch; đoạn; chặng; công trường; xưởng; \
    phân xưởng; ca; cơ sở";

pub(crate) static NAMED_BY_NUMBER: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(NAMED_BY_NUMBER_WORDS));

/// Things counted only as a figure of speech or as the points of a plan.
const RHETORIC_WORDS: &str = "cấp; điều; sao; điểm nghẽn; phần :; phương hướng; lĩnh vực; mặt công tác; đột phá; khâu đột phá; khâu đột; không; xây; chống; trụ cột; bài học; \
    bài học kinh nghiệm; quan điểm; nguyên tắc; chữ; tại chỗ; rõ; nhất; cùng; biết; hơn; tốt; sạch; ba; \
    dám; đồng hành; thật; giỏi; đảm đang; bộ phận; lời thề; lời dạy; lời hứa; đốm lửa; ngọn lửa; trái tim; tấm lòng";

pub(crate) static RHETORIC: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(RHETORIC_WORDS));

/// Words at which a label ends.
const LABEL_END_WORDS: &str = "đã; với; để; nhằm; do; vì; nên; trong đó; đồng thời; theo; từ; bao gồm; gồm; như; qua đó; góp phần; \
    cùng; tại; trên; khi; là; đạt; hơn; gần; khoảng; trị giá; tổng trị giá; tương đương; chiếm; so với; đối với; tăng; \
    giảm; nhân dịp; trong năm; thuộc diện; vào; được; bị; mà; còn; sẽ; và";

pub(crate) static LABEL_END: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(LABEL_END_WORDS));

/// What is done with things that are counted.
const DEED_WORDS: &str = "tiếp nhận; vận động; vận động được; tổ chức; tổ chức được; kết nạp; kết nạp được; kết nạp mới; phát triển; thành lập; xây; xây dựng; xây mới; sửa; sửa chữa; \
    tu sửa; trồng; trồng mới; cấy; tặng; trao; trao tặng; thăm; thăm hỏi; thăm tặng; thăm , tặng; hỗ trợ; giúp; giúp đỡ; khám; khám bệnh; tư vấn; kiểm tra; giám sát; \
    thu hút; thu gom; thu hoạch; thu nộp; tháo dỡ; phát quang; cấp; cấp phát; hiến; hiến tặng; đóng góp; ủng hộ; huy động; quyên góp; bàn giao; giải quyết; \
    xử lý; phát hiện; tuyên truyền; đăng; đăng tải; đăng ký; tham gia; giành; đoạt; đạt; mở; khai giảng; đào tạo; tập huấn; bồi dưỡng; giới thiệu; tạo; \
    lắp đặt; duy trì; nâng cấp; bổ sung; tuyển dụng; nạo vét; khơi thông; ra quân; thực hiện; triển khai; phối hợp; công nhận; chuyển đổi; tinh giản; bắt; bắt giữ; thu giữ; \
    khởi tố; sản xuất; tiêu thụ; xuất khẩu; khai thác; chăm sóc; bảo vệ; phê duyệt; ban hành; in; phát; phát hành; tiết kiệm; làm lợi; giải ngân; cho vay; phục vụ; đón; đón tiếp; dự thi";

pub(crate) static DEED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(DEED_WORDS));

/// Words that cannot name a counted thing.
const NOT_COUNTED_WORDS: &str = "và; của; đã; được; có; là; với; để; tại; trong; về; cho; các; những; đến; từ; theo; trên; dưới; khi; \
    sau; trước; này; đó; thì; mà; hoặc; hay; do; bị; sẽ; đang; cũng; rất; như; nhằm; vào; ra; đạt; trao; \
    tặng; tổ chức; thực hiện; phát biểu; vận động; hoàn thành; tiếp tục; cùng; gồm; nêu; hiện; trở lên; \
    trở xuống; trực thuộc; thuộc; so; xuất sắc; lên; xuống; thành; vì; mới đây; đủ; tết; dâng; dành; hoặc; liền";

pub(crate) static NOT_COUNTED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(NOT_COUNTED_WORDS));

/// Kinds of people that stand in a row with commas ("cán bộ, đảng viên, công chức").
const PEOPLE_WORDS: &str = "cán bộ; đảng viên; công chức; viên chức; người lao động; đoàn viên; hội viên; công nhân; nông dân; \
    học sinh; sinh viên; giáo viên; chiến sĩ; nhân dân; quần chúng; người dân; thanh niên; phụ nữ; \
    cựu chiến binh; đại biểu; nghiên cứu sinh; học viên; quần chúng ưu tú; cấp ủy; chi bộ; lượt; lượt người; người; \
    lượt cán bộ; đồng chí; nhà giáo; hộ dân; gia đình";

pub(crate) static PEOPLE: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(PEOPLE_WORDS));
