//! Family names, words of address and posts.
//!
//! Not here: the rules that find people (`person`).

use std::sync::LazyLock;

use crate::phrase::Phrases;

/// Family names, the common ones of the Kinh and those of the larger other peoples.
const SURNAMES: &str = "Nguyễn; Trần; Lê; Phạm; Hoàng; Huỳnh; Phan; Vũ; Võ; Đặng; Bùi; Đỗ; Hồ; Ngô; Dương; Lý; Lí; Đào; \
    Đoàn; Vương; Trịnh; Trương; Đinh; Lâm; Phùng; Mai; Tô; Hà; Tạ; Thái; Cao; Châu; Tống; Thạch; Sơn; \
    Kim; Danh; Lưu; Chu; Quách; Quan; Tăng; La; Lương; Lữ; Mạc; Nghiêm; Nông; Phó; Phí; Thân; Tiêu; \
    Từ; Ung; Văn; Viên; Vi; Xa; Hứa; Hàn; Hoa; Khổng; Kiều; Khuất; Lại; Lò; Lường; Cầm; Quàng; Bàn; \
    Triệu; Giàng; Sùng; Vàng; Thào; Hầu; Ma; Mã; Lầu; Cứ; Tòng; Bế; Hoàn; Âu; Bạch; Biện; Cù; Cung; \
    Doãn; Đàm; Đồng; Điền; Đường; Giáp; Hạ; Khương; Kha; Lục; Lộ; Mẫn; Ngọc; Ngạc; Nhan; Nhữ; Ninh; \
    Ngụy; Ôn; Phương; Sầm; Tào; Tôn; Thẩm; Thi; Thiều; Thịnh; Trang; Trầm; Tất; Uông; Vòng; Chung; Chế; \
    Chương; Bảo; Mông; Lang; Đới; Hồng; Khúc; Cái; Cồ; Chử; Tưởng; Tường; Trình; Trà; Vừ; Mùa; Ksor; Rơ; \
    Siu; Rah; Nay; Rmah; Kpă; Ra; Hmok; Niê; Mlô; Ayun; Êban; Y; H'; Bá; Chamaléa; Katơr; Đạo; Lộc; \
    Diệp; Diêu; Điểu; Thị; Ngân; Hán; Lèng; Tráng; Phàn; Chảo; Tẩn; Lù; Cháng; Thền; Vù; Mào; Lừu; \
    Giang; Mai; Đậu; Phạm; Nhâm; Khiếu; Thiệu; Trưng; Vĩnh; Bành; Lỗ; Thang; Bồ; Lã; Khưu; Khâu; Tiết; Trác; \
    Hình; Sử; Lô; Hờ; Và; Xồng; Moong; Cụt; Lữ; Kha; Vy; Hùng; Tơ; Blúp; Zơ; Pơloong; Mấu; Bo Bo; Ayŭn; Kbuôr; Adrơng; Byă; Ksơr; Klah; Phìn; Pinăng; Pi Năng; Hù; Sa; Thao; Chá; Cư; Mang";

pub(crate) static SURNAME: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(SURNAMES));

/// Family names so common that a capitalised run after them needs no further sign.
const STRONG: &str = "Nguyễn; Trần; Lê; Phạm; Hoàng; Huỳnh; Phan; Vũ; Võ; Đặng; Bùi; Đỗ; Ngô; Dương; Đào; Đoàn; Vương; \
    Trịnh; Trương; Đinh; Lâm; Phùng; Tạ; Lưu; Lương; Tống; Thạch; Hồ; Lý; Mai; Tô; Hà; Thái; Cao; Châu; \
    Quách; Tăng; Nghiêm; Nông; Hứa; Kiều; Lại; Triệu; Giàng; Đàm; Doãn; Khổng; Bế; Mạc; Chu; Từ; Kim; \
    Danh; Đồng; Thân";

pub(crate) static STRONG_SURNAME: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(STRONG));

/// Words before a name that say a person follows.
const ADDRESS: &str = "đồng chí; bạn; đ / c; đ . c; đc; ông; bà; anh; chị; em; cô; thầy; cụ; chú; bác sĩ; mẹ; giáo sư; tiến sĩ; \
    thạc sĩ; ths; ts; gs; pgs; đại tá; thượng tá; trung tá; thiếu tá; đại úy; thượng úy; trung úy; \
    thiếu úy; thiếu tướng; trung tướng; thượng tướng; đại tướng; linh mục; hòa thượng; thượng tọa; \
    đại đức; ni sư; luật sư; kỹ sư; nhà giáo; nghệ sĩ; nghệ nhân; cựu chiến binh; thương binh; bà mẹ; \
    hạ sĩ; trung sĩ; thượng sĩ; binh nhất; binh nhì; chuẩn úy; trung úy chuyên nghiệp; thiếu úy chuyên nghiệp; thượng úy chuyên nghiệp; \
    đại úy chuyên nghiệp; trung úy qncn; thượng úy qncn; đại úy qncn; thiếu tá qncn; trung tá qncn; thượng tá qncn; bs; bscki; bsckii; ds; dược sĩ; \
    điều dưỡng; thí sinh; lão ngư; nghệ nhân ưu tú; anh hùng lao động; anh hùng lực lượng vũ trang nhân dân; quần chúng; thợ may; thợ lò; lão nông; quân nhân chuyên nghiệp; ts .; ths .; pgs .; gs .; pgs . ts .; gs . ts .; pgs . ts; gs . ts; bs .; ks .; \
    liệt sĩ; vợ chồng; các đồng chí; già làng; trưởng bản; ngưt; ngnd; nhà giáo ưu tú; nhà giáo nhân dân";

/// Most words of one of them ("anh hùng lực lượng vũ trang nhân dân").
pub(crate) const LONGEST_ADDRESS: usize = 8;

pub(crate) static ADDRESSES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(ADDRESS));

/// Posts, longest first where one begins another; what follows a post (the body) is read as an organisation.
const POSTS: &str = "Tổng Bí thư; Tổng Thanh tra; Chánh Thanh tra; Phó Chánh Thanh tra; Tổng Kiểm toán; Kiểm sát trưởng; Chuyên viên cao cấp; Chuyên viên chính; Giảng viên cao cấp; Giảng viên chính; Bí thư; Bí thư thứ nhất; Phó Bí thư; Phó Bí thư Thường trực; Phó Bí thư Đoàn; Bí thư Đoàn; \
    Bí thư Trung ương; Ủy viên; Ủy viên Bộ Chính trị; Ủy viên Trung ương; Ủy viên dự khuyết; \
    Ủy viên Thường trực; Chủ tịch; Chủ tịch nước; Phó Chủ tịch nước; Chủ tịch Quốc hội; Phó Chủ tịch; \
    Phó Chủ tịch Thường trực; Thường trực; Trưởng ban; Phó Trưởng ban; Phó ban; \
    Phó Trưởng ban Thường trực; Phó Ban Thường trực; Trưởng Ban; Trưởng phòng; Phó Trưởng phòng; \
    Phó phòng; Trưởng đoàn; Phó Trưởng đoàn; Trưởng Công an; Phó Trưởng Công an; Trưởng thôn; \
    Trưởng khu phố; Trưởng ấp; Trưởng bản; Trưởng khoa; Phó Trưởng khoa; Giám đốc; Phó Giám đốc; \
    Tổng Giám đốc; Phó Tổng Giám đốc; Hiệu trưởng; Phó Hiệu trưởng; Hiệu phó; Chánh Văn phòng; \
    Phó Chánh Văn phòng; Chánh Thanh tra; Chánh án; Phó Chánh án; Viện trưởng; Phó Viện trưởng; \
    Cục trưởng; Phó Cục trưởng; Chi cục trưởng; Phó Chi cục trưởng; Vụ trưởng; Phó Vụ trưởng; \
    Tổng Cục trưởng; Bộ trưởng; Thứ trưởng; Thống đốc; Phó Thống đốc; Thủ tướng; Phó Thủ tướng; Thủ tướng Chính phủ; \
    Phó Thủ tướng Chính phủ; Tổ trưởng; Tổ phó; Đội trưởng; Đội phó; Phó Đội trưởng; Nhóm trưởng; \
    Chỉ huy trưởng; Phó Chỉ huy trưởng; Chính ủy; Phó Chính ủy; Chính trị viên; Tư lệnh; Phó Tư lệnh; \
    Tham mưu trưởng; Chủ nhiệm; Phó Chủ nhiệm; Chủ tọa; Thư ký; Tổng Thư ký; Phó Tổng Thư ký; \
    Kế toán trưởng; Đại biểu Quốc hội; Đại biểu HĐND; Hội trưởng; Chi hội trưởng; Phó Chi hội trưởng; \
    Nguyên Bí thư; Nguyên Chủ tịch; Nguyên Phó Bí thư; Nguyên Phó Chủ tịch; Giáo viên; Giảng viên; \
    Bác sĩ; Nông dân; Công nhân; Chuyên viên; Phó Trưởng Ban; Trợ lý; Quyền Chủ tịch; Quyền Giám đốc; \
    Đảng ủy viên; Thành ủy viên; Tỉnh ủy viên; Huyện ủy viên; Quận ủy viên; Trưởng tiểu ban; \
    Trạm trưởng; Phó Trạm trưởng; Xã đội trưởng; Trưởng trạm; Tổng Biên tập; Phó Tổng Biên tập; \
    Đại diện lãnh đạo; Phó Bí thư Chi bộ; Bí thư Chi bộ; Phó Trưởng Ban Thường trực; \
    Ủy viên Ban Thường vụ; Ủy viên Ban Chấp hành; Phó Chánh Thanh tra; Quyền Bí thư; \
    Phó Bí thư phụ trách; Nguyên Ủy viên; Nguyên Tổng Bí thư; Nguyên Trưởng ban; \
    Phó Hiệu trưởng phụ trách; Chủ tịch Hội đồng quản trị; Chủ tịch Hội đồng thành viên; Thôn trưởng; \
    UVBTV; UV BTV; UV . BTV; Ủy viên BTV; Ủy viên BCH; UVBCH; UVTV; QUV; TUV; HUV; ThUV; ĐUV; UVTW; UVTƯ; ĐBQH; PCT; PBT; Phó CT; Phó BT; \
    Chính trị viên phó; Phó Tham mưu trưởng; Đại diện; Nhân viên; Cán bộ; Trưởng đài; Hạt trưởng; \
    Bí thư chi đoàn; Đoàn viên; Hội viên; Đảng viên; Phó Thôn; Hiệu phó; Chánh Thanh tra; Phó Tổng Biên tập; Phó Chính ủy; Giám thị; Phó Giám thị; Thủ trưởng; Phó Thủ trưởng; Học sinh; Sinh viên; Cô giáo; Thầy giáo; Thí sinh; \
    Nhạc sĩ; Ca sĩ; Nhà văn; Nhà thơ; Vận động viên; Huấn luyện viên; Biên tập viên; Phóng viên; Phát thanh viên; PTV; MC; Thủ kho; Kiểm sát viên; \
    Thẩm phán; Tiểu đoàn trưởng; Trung đoàn trưởng; Lữ đoàn trưởng; Sư đoàn trưởng; Đại đội trưởng; Đồn trưởng; Trưởng BTC; Trưởng BCĐ; Phó Trưởng BCĐ; Trưởng Ban Phong trào; Phó Trưởng Ban Phong trào; Trưởng xóm; Trưởng nhóm; \
    Tổng phụ trách; BT Chi bộ; PBT Chi bộ; BT Đảng ủy; BT Huyện ủy; BT Đảng bộ; BT Đoàn; CT UBND; CT HĐND; CT UBMTTQ; CT Hội; HUV; ĐUV; Nhà sáng lập; Tổng Lãnh sự; Phó Tổng Lãnh sự; Lãnh sự; Đại sứ; Tham tán; Phó Tổng Cục trưởng; \
    Tiểu đội trưởng; Trung đội trưởng; Khẩu đội trưởng; Quản đốc; Phó Quản đốc; Khối trưởng; Khối phó; Cụm trưởng; Cụm phó; Buôn trưởng; \
    Điều dưỡng trưởng; Trưởng bộ môn; Trưởng ca; Kíp trưởng; Trưởng khối; Cảnh sát khu vực; Ngư dân; Công chức; Kỹ sư trưởng; Trưởng kíp; HS";

pub(crate) static POST: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(POSTS));

/// Words that may stand inside a post without being a body or a post.
const POST_WORDS: &str = "phụ trách; kiêm; thường trực; kiêm nhiệm; chuyên trách; nhà trường; nhà nước; lâm thời; \
    đoàn thanh niên; thuộc; các cấp; nhiệm kỳ; thứ nhất; thứ hai";

pub(crate) static POST_WORD: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(POST_WORDS));

/// Names of the dead and of places that look like people but are spoken of as names of other things.
const NOT_PEOPLE: &str = "Hồ Chí Minh; Tôn Đức Thắng; Hồ Chí; Chủ tịch Hồ Chí Minh; Bác Hồ; Việt Nam; Trung ương; Nguyễn Ái Quốc; \
    Hà Nội; Hà Nam; Hà Giang; Hà Tĩnh; Hà Đông; Cao Bằng; Thái Bình; Thái Nguyên; Lâm Đồng; Kim Sơn; \
    Sơn La; Mai Châu; Ninh Bình; Ninh Thuận; Đồng Tháp; Đồng Nai; Vĩnh Long; Vĩnh Phúc; Hoàng Sa; \
    Trường Sa; Mặt trận Tổ quốc; Tổ quốc; Đoàn Kết; Điện Biên Phủ; Đường Hồ Chí Minh; Văn phòng; \
    Văn hóa; Đồng bào; Cao Đài; Hồ Núi Cốc; Quý Thầy; Quý Cô; Hàn Quốc; Văn Miếu; Châu Á; Châu Âu; Châu Phi; Châu Mỹ; Châu Úc; Hồ Tây; Hồ Gươm; Hồ Hoàn Kiếm; Hồ Thống Nhất; Hồ Chủ tịch; \
    Hùng Vương; Vua Hùng; Lý Thái Tổ";

pub(crate) static NOT_PERSON: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(NOT_PEOPLE));
