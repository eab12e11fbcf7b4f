//! Heads of organisations' names, the fields they work in, levels of the administration, and provinces.
//!
//! Not here: the rules that build a name from them (`organisation`).

use std::sync::LazyLock;

use crate::phrase::Phrases;

/// Names that are complete as they stand.
const WHOLE: &str = "Bộ Chính trị; Ban Bí thư; Ban Bí thư Trung ương Đảng; Quốc hội; Chính phủ; Ban Chấp hành Trung ương; Ban Bí thư Trung ương Đoàn; \
    Ban Chấp hành Trung ương Đảng; BCH Trung ương; BCH Trung ương Đảng; Ban Tổng Giám đốc; Trung ương Đảng; TW Đảng; TW Đoàn; Tỉnh ủy; \
    Thành ủy; Quận ủy; Huyện ủy; Thị ủy; Đảng ủy khối; Đảng bộ khối; Tổng LĐLĐ; Tổng LĐLĐ Việt Nam; \
    Tổng Liên đoàn; TANDTC; VKSNDTC; Tổng cục Thuế; Tổng cục Thống kê; Tổng cục Hải quan; Ủy ban Văn hóa , Giáo dục của Quốc hội; Ủy ban Kinh tế của Quốc hội; Ủy ban Khoa học , công nghệ và môi trường Quốc hội; Ủy ban Khoa học , công nghệ và môi trường của Quốc hội; \
    Ủy ban Pháp luật của Quốc hội; Ủy ban Xã hội của Quốc hội; Cục Thuế; Chi cục Thuế; Cục Thống kê; Chi cục Thống kê; Tổng Liên đoàn Lao động; Tổng Liên đoàn Lao động Việt Nam; Ủy ban Thường vụ Quốc hội; \
    Ủy ban Quản lý vốn Nhà nước tại doanh nghiệp; Ủy ban Dân tộc; Ủy ban Chứng khoán Nhà nước; \
    Ủy ban An toàn giao thông Quốc gia; Ủy ban ATGT Quốc gia; Mặt trận Dân tộc Thống nhất Việt Nam; Văn phòng Quốc hội; Văn phòng Chủ tịch nước; Ngân hàng Nhà nước; Ngân hàng Thế giới; Thông tấn xã Việt Nam; \
    Văn phòng Chính phủ; Văn phòng Trung ương Đảng; Quân ủy Trung ương; Ban Tổ chức Trung ương; \
    Ban Tuyên giáo Trung ương; Ban Dân vận Trung ương; Ban Nội chính Trung ương; \
    Ủy ban Kiểm tra Trung ương; Hội đồng Lý luận Trung ương; Trung ương Đoàn; Tỉnh đoàn; Thành đoàn; Thị đoàn; \
    Huyện đoàn; Quận đoàn; Mặt trận Tổ quốc Việt Nam; MTTQ Việt Nam; TAND tối cao; Tòa án nhân dân tối cao; VKSND tối cao; Viện Kiểm sát nhân dân tối cao; Đảng Cộng sản Việt Nam; T . Ư Đảng; TƯ Đảng; T . Ư Đoàn; TƯ Đoàn; BCH T . Ư Đảng; BCH TW Đảng; BCH TƯ Đảng; Ban Chấp hành TW Đảng; \
    Hội Nông dân; Hội Liên hiệp Phụ nữ; Kiểm toán Nhà nước; Cơ quan Chính trị; Quân đội nhân dân Việt Nam; \
    Hội LHPN; HLHPN; Hội LHTN; Hội Phụ nữ; Hội Cựu chiến binh; Hội CCB; Hội Chữ thập đỏ; \
    Thường trực Tỉnh ủy; Thường trực Thành ủy; Thường trực Huyện ủy; Thường trực Quận ủy; Thường trực Thị ủy; \
    Đoàn Thanh niên; Ban Kiểm soát; Trạm Y tế; Ban Xây dựng Đảng; Ban Giám hiệu; Trung ương Hội; Agribank";

/// Names that need something after them.
const OPEN: &str = "HĐND; Hội đồng nhân dân; Đảng ủy; Đảng bộ; Đảng đoàn; Ban cán sự đảng; Chi bộ; Chi ủy; Ban Thường vụ; BTV; Ban Thường trực; \
    Ban Chấp hành; BCH; Ban Tổ chức; Ban Tuyên giáo; Ban Tuyên giáo và Dân vận; Ban Dân vận; \
    Ban Nội chính; Ban Công tác Mặt trận; Ban Quản lý; \
    Ban Kinh tế; Ban Pháp chế; Ban Văn hóa; Ban Dân tộc; Ban Tôn giáo; Ban Chỉ đạo; Ban Chỉ huy; Ban Thi đua; \
    Ban Liên lạc; Ban Chỉ huy Quân sự; Ban CHQS; Bộ CHQS; BCHQS; Bộ Chỉ huy Quân sự; Bộ Chỉ huy; \
    Bộ đội Biên phòng; BĐBP; Bộ Chỉ huy BĐBP; BCH BĐBP; BCH Quân sự; Ban Chỉ huy BĐBP; Bộ Chỉ huy Bộ đội Biên phòng; Bộ Tư lệnh; Ủy ban Kiểm tra; UBKT; Ủy ban nhân dân; \
    UBND; Ủy ban Mặt trận Tổ quốc; Ủy ban MTTQ; UBMTTQ; UBMTTQVN; Ủy ban MTTQVN; UB MTTQ; Ủy ban Mặt trận; Ủy ban Mặt trận Tổ quốc Việt Nam; \
    Ủy ban MTTQ Việt Nam; Mặt trận Tổ quốc; MTTQ; Thường trực HĐND; Thường trực Hội đồng nhân dân; Ủy ban Đoàn kết Công giáo; \
    Thường trực Đảng ủy; \
    Tổ đại biểu; Hội đồng; HĐND và UBND; Hiệp hội; Liên đoàn; Câu lạc bộ; Cơ quan Quân sự; Ban Quản trị; Ban Giám đốc; BCĐ; Ban ATGT; Ban An toàn giao thông; HND; HPN; ĐTN; ĐBP; Văn phòng Điều phối; Ban Vận động; Nhà xuất bản; Nhà hát; Ban Đại diện; \
    Hội đồng Đội; Thành Hội; Tỉnh Hội; Cảng; Sân bay; Trạm; Ban Thư ký; Sở; Phòng; Văn phòng; Văn phòng đại diện; Trường; Nhà trường; Học viện; \
    Đại học; ĐH; ĐHQG; Trung tâm; Viện; Công ty; Công ty TNHH; Công ty Cổ phần; Công ty CP; CTCP; Công ty TNHH MTV; Tổng Công ty Cổ phần; Tổng Công ty CP; Công ty TNHH Một thành viên; \
    Tổng Công ty; TCT; Tập đoàn; Ngân hàng; Bệnh viện; BV; Công an; CAP; CAX; CATP; Quân khu; Quân đoàn; Quân chủng; \
    Binh chủng; Sư đoàn; Trung đoàn; Lữ đoàn; Tiểu đoàn; Kho; Hải đoàn; Vùng Cảnh sát biển; Vùng; \
    Đồn Biên phòng; Đồn; Trại Tạm giam; Trại giam; Mỏ sắt; Mỏ than; Vườn ươm; Tòa án; Tòa án nhân dân; TAND; Viện Kiểm sát; Viện Kiểm sát nhân dân; VKSND; \
    Cục; Chi cục; Tổng cục; Thuế tỉnh; Thuế thành phố; Thuế cơ sở; Vụ; Kho bạc; Kho bạc Nhà nước; Bảo hiểm xã hội; BHXH; Liên đoàn Lao động; \
    LĐLĐ; CĐ; CĐCS; Công đoàn; Công đoàn Viên chức; Công đoàn ngành; Đoàn TNCS Hồ Chí Minh; Đoàn Thanh niên Cộng sản Hồ Chí Minh; Đoàn TN; Đoàn khối; Đoàn xã; Đoàn phường; Đoàn trường; \
    Chi đoàn; \
    Hội SV; Hội Xuất bản; Hội In; Hội Kiến trúc sư; Hội Nghệ sĩ; Hội Nhà văn; Hội Nhạc sĩ; Hội Mỹ thuật; \
    Hội Điện ảnh; Hội Sân khấu; Hội Thầy thuốc trẻ; Hội Y học; Hội Dược học; Hội Điều dưỡng; Hội Kế hoạch hóa gia đình; \
    Hội Bảo vệ quyền trẻ em; Hội Người mù; Hội Người khuyết tật; Hội Sinh vật cảnh; Hội Tù yêu nước; Hội Truyền thống; \
    Hội Di sản; Hội Thủy sản; Hội Kế toán; Hội Doanh nghiệp; Hội Nữ doanh nhân; Hội Quân dân y; Hội Y tế công cộng; \
    Hội Văn nghệ; Hội Sử học; Hội Tin học; Hội Cựu quân nhân; Hội Cứu trợ; Hội Từ thiện; Hội Khuyến học; Hội Chữ thập đỏ; Hội CTĐ; Hội Người cao tuổi; Hội Nhà báo; Hội Luật gia; \
    Hội Liên hiệp Thanh niên; Hội Sinh viên; Hội Doanh nhân; Hội Văn học Nghệ thuật; Hội Đông y; \
    Hội Làm vườn; Hội Cựu giáo chức; Hội Cựu thanh niên xung phong; Hội Nạn nhân chất độc da cam; \
    Hội Liên hiệp Văn học Nghệ thuật; Liên minh Hợp tác xã; Liên minh HTX; Cảnh sát biển; Hợp tác xã; HTX; Đội; Khối thi đua; \
    Cụm thi đua; Khối Cơ quan; Khối Doanh nghiệp; Báo; Đài Phát thanh; Đài PTTH; Đài PT - TH; Đài PT & TH; Bệnh xá; Hội Nghề cá; LLVT; Cảng hàng không; Cảng hàng không quốc tế; Đài Truyền thanh; Đài Tiếng nói; Đài Tiếng nói nhân dân; Đài Tiếng nói Việt Nam; Đài Truyền hình; \
    Tạp chí; Nhà Văn hóa; Bảo tàng; Thư viện; Ban; Bộ; Hội; Nghiệp đoàn; Đài Khí tượng Thủy văn; Hội Nạn nhân chất độc da cam / dioxin; Đài Truyền thanh; Văn phòng Đoàn ĐBQH và HĐND; Văn phòng Đoàn đại biểu Quốc hội và HĐND; \
    Văn phòng HĐND và UBND; Xã đoàn; Phường đoàn; Công đoàn cơ sở; Phòng khám; Ủy ban bầu cử;  Liên hiệp các Hội; Thanh tra; Điện lực; Bưu điện; \
    Nhà máy; Xí nghiệp; Phân xưởng; Nông trường; Lâm trường; Nhà in; Nhà khách; Chi nhánh; Phòng Giao dịch; Cảng vụ; Trại giam; Trại Tạm giam; Hạt Kiểm lâm; Đài TT; Đài TT - TH; Đài TT&TH; Tổ chức Công đoàn; Đoàn đại biểu Quốc hội; Đoàn ĐBQH; Liên chi đoàn; Liên chi hội; Ban Điều hành; Hội Bảo trợ; \
    NXB; CLB; Ủy ban Quốc gia; Ủy ban Chữ thập đỏ; Cửa hàng; Cơ quan Cảnh sát điều tra; Cơ quan CSĐT; Cơ quan An ninh điều tra; Đoàn Công ty; \
    Đoàn Tổng Công ty; Đoàn Bệnh viện; Đoàn Văn công; Đại đội; Binh đoàn; Hải đội; Đoàn Kinh tế - Quốc phòng; Nhà Thiếu nhi; \
    Cung Văn hóa; Giáo hội Phật giáo; Vườn Quốc gia; Ban Nhân dân; Ban Mặt trận; Ban Trị sự; Viễn thông; Truyền tải điện; \
    Liên hiệp các tổ chức hữu nghị; LHH; Cụm Công đoàn; Khoa; Phân viện; Bộ môn; Xưởng; Tổng Lãnh sự quán; Đại sứ quán; Hội đồng Quản trị; Hội đồng Thành viên; Liên đội; BIDV; VietinBank; Vietcombank; \
    Viettel; VNPT; Quỹ; Tổng hội; Phân hội; Chi hội; Tổ hợp tác; T . Ư Hội; TƯ Hội; TW Hội; Trung ương MTTQ; Ủy ban Trung ương MTTQ; \
    Ủy ban Trung ương Mặt trận Tổ quốc";

pub(crate) static HEAD: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&format!("{WHOLE}; {OPEN}")));

static FIRST_OPEN: LazyLock<usize> = LazyLock::new(|| WHOLE.split(';').count());

/// Whether the head with this id is a name by itself.
pub(crate) fn is_whole(id: usize) -> bool {
    id < *FIRST_OPEN
}

/// Words of fields, trades and bodies that go on a name; only their first syllable is a capital.
const FIELDS: &str = "thi hành án dân sự; hỗ trợ nông dân; mầm non tư thục; kinh tế - xã hội; đại diện cha mẹ học sinh; đại diện cha mẹ; tuyên giáo và dân vận; tuyên giáo - chính sách luật pháp; chính sách luật pháp; chính sách pháp luật; kim khí; thanh tra nhân dân; giám sát đầu tư cộng đồng; giám sát đầu tư của cộng đồng; bóng đá; khởi nghiệp; giải pháp công nghệ; thanh niên trường học; giáo dục & đào tạo; giáo dục và thời đại; vì sự tiến bộ phụ nữ; vì sự tiến bộ của phụ nữ; chuyên; liên cấp; tư thục; dân lập; quốc tế; chất lượng cao; nông nghiệp và môi trường; nông nghiệp và phát triển nông thôn; dân tộc và tôn giáo; \
    kinh tế , hạ tầng và đô thị; văn hóa - xã hội; tổ chức; quốc gia; liên doanh; xây lắp; khảo sát; khu vực; nông lâm; truyền tải điện; phát điện; sĩ quan; lục quân; chính trị quốc gia sự thật; phòng cháy chữa cháy và cứu nạn cứu hộ; pccc và cnch; bưu chính; bưu chính viễn thông; truyền thanh; cửa khẩu; cửa khẩu quốc tế; quân đội nhân dân; tín dụng; tín dụng nhân dân; \
    an ninh mạng và phòng , chống tội phạm sử dụng công nghệ cao; an ninh mạng và phòng chống tội phạm sử dụng công nghệ cao; y học; y học biển; y học cổ truyền; khoa học tự nhiên; khoa học xã hội và nhân văn; xã hội và nhân văn; tự nhiên; chỉ đạo tuyến; ptnt; nông nghiệp và ptnt; tổng tham mưu; quân đội; nghiệp vụ; kế toán; công nghệ thông tin; tuyên giáo; cao đẳng; dân vận; nội vụ; công nghiệp; nông nghiệp; giáo dục; đào tạo; \
    khoa học; công nghệ; tài nguyên; môi trường; y tế; văn hóa; văn nghệ; thể thao; du lịch; lao động; \
    thương binh; xã hội; tài chính; kế hoạch; đầu tư; tư pháp; xây dựng; giao thông; vận tải; thanh tra; \
    kiểm tra; chính trị; quân sự; biên phòng; chỉ huy; chấp hành; thường trực; thường vụ; nhân dân; \
    nữ công; mặt trận; tổ quốc; tổ quốc việt nam; phụ nữ; nông dân; thanh niên; cựu chiến binh; công đoàn; \
    đại học; trung học; trung học cơ sở; trung học phổ thông; phổ thông; tiểu học; mầm non; mẫu giáo; \
    đa khoa; khu công nghiệp; khu chế xuất; chế xuất; dân chính; cơ quan; các cơ quan; doanh nghiệp; \
    thi đua; khen thưởng; thi đua khen thưởng; thi đua , khen thưởng; thi đua - khen thưởng; tổng hợp; \
    hành chính; quản lý; phát triển; hợp tác xã; thuế; hải quan; kho bạc; nhà nước; bảo hiểm; \
    chính sách; chính sách xã hội; điện lực; viễn thông; bưu điện; cảnh sát; điều tra; an ninh; kinh tế; \
    tuyên huấn; bồi dưỡng; nghiên cứu; lý luận; xuất bản; báo chí; phát thanh; truyền hình; văn học; \
    nghệ thuật; hữu nghị; quốc phòng; công an; công thương; ngoại giao; ngoại vụ; dân tộc; tôn giáo; \
    thông tin; truyền thông; nông thôn; chăn nuôi; thú y; thủy sản; thủy lợi; trồng trọt; \
    bảo vệ thực vật; khuyến nông; kiểm lâm; kiểm sát; dân số; kế hoạch hóa gia đình; phòng cháy; \
    chữa cháy; cứu nạn; cứu hộ; quản lý thị trường; thống kê; tài chính - kế hoạch; giáo dục và đào tạo; \
    khoa học và công nghệ; giao thông vận tải; viễn thông quân đội; quan hệ lao động; khoa học kỹ thuật; kinh tế kỹ thuật; kinh tế quốc dân; bách khoa; văn hóa nghệ thuật; thể dục thể thao; quan hệ quốc tế; phòng chống thiên tai; kinh tế - hạ tầng; quản lý đô thị; hạ tầng; đô thị; \
    lao động - thương binh và xã hội; thương mại; cổ phần; trách nhiệm hữu hạn; một thành viên; \
    sản xuất; dịch vụ; may; chế biến; cấp nước; môi trường đô thị; cây xanh; vệ sinh; điện; nước; \
    dầu khí; than; cao su; hàng hải; hàng không; thông tin liên lạc; đường sắt; đăng kiểm; đất đai; việc làm; dạy nghề; \
    nghề; nội trú; dân tộc nội trú; bán trú; chính quyền; đoàn thể; khối; thủ đô; cải cách; \
    chuyển đổi số; bảo trợ; người cao tuổi; trẻ em; chữ thập đỏ; khuyến học; sinh viên; doanh nhân; \
    luật gia; nhà báo; công nhân; viên chức; cộng sản; công chức; chuyên trách; việt nam; trung ương; \
    toàn quốc; liên hiệp; cơ yếu; lưu trữ; văn phòng; tổng cục; sư phạm; kỹ thuật; ngoại ngữ; y dược; y; \
    dược; ngân sách; luật; mỹ thuật; âm nhạc; lịch sử; địa chất; khoáng sản; kiến trúc; quy hoạch; xổ số; \
    kiến thiết; hội nông dân; tuyên truyền; bảo tồn; di sản; thi hành án; thi hành án dân sự; dân sự; \
    hình sự; cơ động; ma túy; trật tự; giám sát; quân dân chính đảng; thành phần; trung cấp; \
    giáo dục nghề nghiệp; giáo dục thường xuyên; thường xuyên; kiểm soát; bệnh tật; huyết học; \
    truyền máu; hạ tầng kỹ thuật; dự án; đầu tư xây dựng; phục vụ; hành chính công; kiểm tra thuế; \
    khu kinh tế; cụm công nghiệp; công giáo; phật giáo; giáo hội; công tác mặt trận; công tác chính trị; công tác đảng; \
    đảng; cán bộ; quản trị; pháp luật; phục hồi chức năng; tổ chức cán bộ; dân chính đảng; dân - chính - đảng; dân , chính , đảng; hiến máu tình nguyện; chi nhánh; hiến máu nhân đạo; hiến máu; chiến sĩ; nhân đạo; từ thiện; \
    hải quân; không quân; phòng không; phòng không - không quân; cảnh sát biển; pháo binh; bộ binh; công binh; hậu cần; \
    tăng thiết giáp; đặc công; in; bao bì; xi măng; phân bón; thép; mía đường; dược phẩm; dệt; dệt may; da giày; chè; cà phê; \
    lương thực; thực phẩm; sữa; thuốc lá; nhựa; cơ khí; đóng tàu; cấp thoát nước; thoát nước; bảo vệ; lắp máy; cơ điện; điện tử; \
    gốm; giấy; thủy điện; nhiệt điện; hóa chất; vật tư; xăng dầu; vật liệu xây dựng; bất động sản; xuất nhập khẩu; phát triển nông thôn; khuyến học , khuyến tài; \
    phòng cháy , chữa cháy và cứu nạn , cứu hộ; quản lý hành chính về trật tự xã hội; điều tra tội phạm về ma túy; \
    điều tra tội phạm về trật tự xã hội; điều tra tội phạm về kinh tế; phòng chống tội phạm về môi trường; an ninh kinh tế; \
    doanh nghiệp nhỏ và vừa; động vật hoang dã; khai thác; công trình thủy lợi; thiếu nhi; thanh thiếu nhi; nhi đồng; nghĩa vụ quân sự; nội chính; nuôi dưỡng; điều dưỡng; người có công; \
    vh , tt - tt; vh , tt & tt; vh - tt; văn hóa , thông tin và truyền thông; văn hóa - thông tin; công nghệ phần mềm; khoa học máy tính; hệ thống thông tin; phần mềm; mạng máy tính; đầu tư tài chính; giáo dục quốc phòng; sư phạm ngoại ngữ; doanh nghiệp nhỏ & vừa; công tác học sinh - sinh viên; công tác học sinh , sinh viên; công tác sinh viên; xây dựng phong trào toàn dân bảo vệ antq; xây dựng phong trào toàn dân bảo vệ an ninh tổ quốc; tham mưu";

pub(crate) static FIELD: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(FIELDS));

/// Levels of the administration; a name or a number may follow.
const LEVELS: &str = "tỉnh; thành phố; tp; tp .; t . p; huyện; quận; thị xã; tx; tx .; thị trấn; tt .; xã; phường; \
    đặc khu; thủ đô; liên xã; cấp tỉnh; cấp huyện; cấp xã; khối phố; nhà trường; q .; p .; h .";

pub(crate) static LEVEL: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(LEVELS));

/// Provinces and centrally run cities, before and after the mergers.
const PROVINCES: &str = "An Giang; Bà Rịa - Vũng Tàu; Bắc Giang; Bắc Kạn; Bạc Liêu; Bắc Ninh; Bến Tre; Bình Định; Bình Dương; \
    Bình Phước; Bình Thuận; Cà Mau; Cần Thơ; Cao Bằng; Đà Nẵng; Đắk Lắk; Đắk Nông; Điện Biên; Đồng Nai; \
    Đồng Tháp; Gia Lai; Hà Giang; Hà Nam; Hà Nội; Hà Tĩnh; Hải Dương; Hải Phòng; Hậu Giang; Hòa Bình; \
    Hưng Yên; Khánh Hòa; Kiên Giang; Kon Tum; Lai Châu; Lâm Đồng; Lạng Sơn; Lào Cai; Long An; Nam Định; \
    Nghệ An; Ninh Bình; Ninh Thuận; Phú Thọ; Phú Yên; Quảng Bình; Quảng Nam; Quảng Ngãi; Quảng Ninh; \
    Quảng Trị; Sóc Trăng; Sơn La; Tây Ninh; Thái Bình; Thái Nguyên; Thanh Hóa; Thừa Thiên Huế; \
    Thừa Thiên - Huế; TT - Huế; BR - VT; Bà Rịa Vũng Tàu; Đắk Lắc; Đắc Lắk; Đắc Lắc; Đăk Lăk; Đăk Nông; Đắc Nông; Huế; Tiền Giang; Hồ Chí Minh; HCM; Trà Vinh; Tuyên Quang; Vĩnh Long; Vĩnh Phúc; \
    Yên Bái; Việt Nam; Hà Đông; Thủ Đức";

pub(crate) static PROVINCE: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(PROVINCES));
