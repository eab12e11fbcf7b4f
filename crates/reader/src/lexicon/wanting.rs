//! Words with which a text says that something is wanting: late, lacking, slack or admitted.
//!
//! Not here: which sentences they make shortcomings (`shortcoming`, `lacking`).

use std::sync::LazyLock;

use crate::phrase::Phrases;

/// Openings of a paragraph that weighs results against shortcomings.
pub(crate) static BESIDE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tiếc là; tiếc rằng; dẫu vậy; thế nhưng; đáng tiếc; nói đi cũng phải nói lại; không phải việc gì; không phải nơi nào; bên cạnh những kết quả; bên cạnh kết quả; bên cạnh những ưu điểm; bên cạnh ưu điểm; bên cạnh đó; \
    bên cạnh những thành tích; bên cạnh những mặt; bên cạnh mặt được; bên cạnh cái được; bên cạnh những điểm sáng; \
    đáng nói; đáng buồn; chỉ có điều; có điều; chỉ tiếc; tuy nhiên; song; mặc dù; dù vậy; tuy vậy; \
    nguyên nhân của những hạn chế; nguyên nhân của hạn chế; nguyên nhân của những tồn tại; nguyên nhân của tồn tại; \
    ngoài những kết quả; hạn chế; tồn tại; những hạn chế; một số hạn chế; về hạn chế; khuyết điểm",
    )
});

/// Openings behind which nothing good comes.
pub(crate) static TURNS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tiếc là; tiếc rằng; tuy nhiên; dẫu vậy; dù vậy; tuy vậy; thế nhưng; đáng tiếc; nói đi cũng phải nói lại; bên cạnh kết quả; bên cạnh những kết quả; \
         bên cạnh ưu điểm; bên cạnh những ưu điểm; bên cạnh mặt được; bên cạnh những mặt được; bên cạnh cái được; \
         đáng nói; đáng buồn; chỉ có điều; có điều; chỉ tiếc",
    )
});

/// Shortcomings that are said to exist.
pub(crate) static SHORT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "hạn chế; tồn tại; khuyết điểm; chưa thật sự; chưa thực sự; chưa cao; chưa sâu; chưa kịp thời; \
    chưa thường xuyên; chưa đồng bộ; trì trệ; còn yếu; chưa tốt; chưa hiệu quả; còn ít; chưa nhịp nhàng; chưa rõ nét; chưa cụ thể; chưa đồng đều; chưa nhiều; chưa sát; \
    còn chậm; còn lúng túng; còn hình thức; chưa quan tâm; chưa phát huy; khó khăn; bất cập; thiếu sót; \
    còn thiếu; chưa mạnh; chưa đáp ứng; chưa được; còn phân tán; còn quá hạn; chưa đều; còn mỏng; còn khó; quá ít",
    )
});

/// What a sentence of a report judges.
pub(crate) static JUDGED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "một vài; số gương; số người; khâu; sinh hoạt; hồ sơ; bản đăng ký; công tác; việc; một số; một bộ phận; hoạt động; chất lượng; tiến độ; tình hình; nhận thức; sự phối hợp; nạn; tình trạng; \
    ý thức; vai trò; hiệu quả; năng lực; kết quả; phong trào; mô hình; nhiều nơi; có nơi; nội dung; cơ sở vật chất; kinh phí; thực tiễn; \
    năng suất; tỷ lệ; tỉ lệ",
    )
});

/// How it is found wanting.
pub(crate) static WANTING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "quá ít; đạt thấp; bị bỏ dở; mới dừng; chưa nhân rộng; chưa thật sự; chưa thực sự; chưa cao; chưa sâu; chưa kịp thời; chưa thường xuyên; chưa đồng bộ; chưa tốt; chưa hiệu quả; \
    chưa nhịp nhàng; chưa rõ nét; chưa cụ thể; chưa đồng đều; chưa đều; chưa nhiều; chưa sát; chưa nghiêm; chưa chặt chẽ; chưa đầy đủ; chưa quan tâm; \
    chưa được quan tâm; chưa đúng mức; chưa phát huy; chưa chủ động; chưa mạnh; chưa tương xứng; chưa đáp ứng; chưa đạt yêu cầu; chưa được chú trọng; \
    chưa dứt điểm; chưa xử lý dứt điểm; chưa giải quyết dứt điểm; chưa được xử lý dứt điểm; chưa được giải quyết dứt điểm; \
    chưa hấp dẫn; chưa phong phú; chưa linh hoạt; chưa ổn định; chưa có nguồn; chưa bền; chưa đúng định kỳ; chưa mạnh dạn; chưa quyết liệt; chưa toàn diện; chưa vững chắc; chưa bền vững; chưa đi vào chiều sâu; \
    còn hạn chế; còn nhiều hạn chế; còn chậm; còn thấp; còn yếu; còn thiếu; còn ít; còn lúng túng; còn hình thức; còn mang tính hình thức; \
    còn nhiều khó khăn; còn khó khăn; còn gặp khó khăn; còn gặp nhiều khó khăn; còn bất cập; còn nhiều bất cập; còn để xảy ra; còn xảy ra; còn diễn ra; \
    còn phức tạp; còn dàn trải; còn chung chung; còn lỏng lẻo; còn tồn tại; còn phân tán; còn manh mún; còn nhỏ lẻ; còn đơn điệu; còn sơ sài; còn mỏng; \
    còn khó; còn rườm rà; còn trông chờ; còn hành chính hóa; còn xem nhẹ; còn bấp bênh; còn qua loa; chưa rõ; chưa đạt mức; chưa đạt tỷ lệ; chưa đạt chỉ tiêu; chưa đạt kế hoạch; chưa tăng; chưa vững; chưa kịp; chưa hợp lý; chưa trúng; chưa gắn; xuống cấp; chưa đều tay; vẫn tiềm ẩn; còn tiềm ẩn; không đều; không đồng đều",
    )
});

/// How a sentence is led in that looks back on the whole.
pub(crate) static LEADS_IN: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "riêng; cũng phải nói rằng; nhìn lại; nhìn chung; đánh giá chung; trên thực tế; thực tế; ngoài ra; bên cạnh đó; cùng với đó; đáng chú ý; đáng lo; và",
    )
});

/// How far something got, where it should have got further.
pub(crate) static ONLY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of("mới chiếm; mới đạt; mới chỉ đạt; mới chỉ chiếm; mới bằng; chỉ mới đạt; chỉ đạt")
});

/// What a sentence may name as wanting before it says what it is.
pub(crate) static NAMES_WANTING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "cái khó; khó khăn; khó nhất; trở ngại; vướng mắc; trăn trở; băn khoăn; mặt hạn chế; hạn chế; tồn tại; khuyết điểm; nhược điểm; điểm yếu; khâu yếu; \
         chỗ yếu; mặt yếu; điểm trừ; điểm nghẽn; chưa vui; đáng lo; đáng ngại; lo nhất",
    )
});

/// Those of whom a report says how many do not do what they should.
pub(crate) static COUNTED_BODY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "chi bộ; đảng bộ; tổ chức đảng; tổ chức cơ sở; chi hội; chi đoàn; cơ sở hội; cơ sở đoàn; hội cơ sở; cđcs; công đoàn cơ sở; đơn vị; cơ quan; thôn; ấp; \
         bản; buôn; xã; phường; khu phố; tổ dân phố; tdp; trường; doanh nghiệp; phòng; ban; khoa; mô hình; chỉ tiêu; tiêu chí; đảng viên; hội viên; đoàn viên; \
         cán bộ; công chức; hộ",
    )
});

/// What those counted do not do.
pub(crate) static LACKS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "chưa; chậm; cầm chừng; kém hiệu quả; kém; yếu; đã dừng; bỏ sinh hoạt; không duy trì; không gửi; không có; không đạt; không tổ chức; không đăng ký; không nộp; \
         không hoàn thành; không xây dựng",
    )
});

/// Words of what is late, lacking or slack.
pub(crate) static SLACK: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "bỏ dở; thiếu; chậm; trễ; muộn; lỏng lẻo; lỏng; hời hợt; qua loa; chiếu lệ; làm cho có; cho xong; dàn trải; chung chung; đơn điệu; manh mún; \
         nhỏ lẻ; eo hẹp; mỏng; vướng mắc; vướng; bất cập; yếu kém; trì trệ; lúng túng; trông chờ; ỷ lại; e ngại; ngại; nể nang; né tránh; \
         mới đạt; chỉ đạt; mới chỉ; chỉ có; mới có; mới dừng; không đạt; không đủ; không đều; không đồng đều; thấp hơn; quá tải; xuống cấp; \
         hư hỏng; hỏng; lắng xuống; giẫm chân tại chỗ; để xảy ra; kiêm nhiệm; hình thức; nặng về; cầm chừng; chỉ chiếm; mờ nhạt; cào bằng; sơ sài; sao chép; chép lại; quá hạn; quá ít; quá chậm; quá thấp; chưa; \
         rườm rà; bỏ trống; phó mặc; khoán trắng; lơ là; quá đà; trầm lắng; lệ thuộc; tồn tại trên; thưa dần; nhưng chỉ; trả lời sai; quá giờ; trả bài; quá thời gian; vượt thời gian; na ná; trùng lắp; cho đủ; cho có; để đó; hạn hẹp; lộn xộn; \
         mai một; bỏ sinh hoạt; đã dừng; không duy trì; không gửi; dưới mức; nghiêng về",
    )
});

/// "chưa đầy một năm", "chưa từng có": nothing is found wanting.
pub(crate) static NOT_WANTING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "chưa đầy; chưa từng; chưa bao giờ; chưa khi nào; chưa nghỉ; chưa bỏ; chưa ai bỏ; chưa ai phải; chưa để; chưa phải; chưa xảy ra; chưa kể; chưa đến; chưa tới; chưa hết; chưa dừng; không thiếu; thiếu nhi; thiếu niên; thiếu tá; thiếu tướng; thiếu úy; kịp thời khắc phục",
    )
});

/// Verbs with which somebody admits what is wanting.
pub(crate) static ADMITS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "thừa nhận; nhận thấy; thẳng thắn; nhìn nhận; chỉ ra; chỉ rõ; cho biết; cho rằng; chia sẻ thẳng; nói thẳng; thú nhận; lo ngại; \
         không giấu; phát hiện; góp ý; nói thật; tự nhận; phản ánh",
    )
});

/// How many words must say so behind each of them.
pub(crate) const LEAST_SIGNS: [usize; 18] = [1, 2, 2, 2, 2, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 2];

/// Words for what is wanting that do not yet say what it is.
pub(crate) static HERALD: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "chuyện chưa vui; chuyện chưa trọn; chuyện còn dở; chuyện buồn; điều chưa vui; điều chưa được; điều chưa làm được; điều chưa ưng ý; \
         điều chưa hài lòng; điều chưa trọn; điều còn dở; điều còn băn khoăn; điều còn trăn trở; điều còn vướng; điều trăn trở; điều băn khoăn; \
         chỗ chưa được; chỗ chưa hay; chỗ còn vướng; chỗ còn yếu; chỗ yếu; mặt chưa được; mặt còn yếu; mặt yếu; việc chưa được; việc chưa làm được; \
         việc còn dở; việc còn dang dở; việc còn vướng; những băn khoăn; những trăn trở; nỗi băn khoăn; nỗi trăn trở; những nỗi lo; còn đó nỗi lo; nỗi lo còn đó; cái khó; cái chưa được; \
         điểm yếu; điểm nghẽn; khoảng trống; góc khuất; còn việc phải làm; còn nhiều việc phải làm; nhìn thẳng hạn chế; nhìn thẳng vào hạn chế",
    )
});

/// What a question asks after, when its answer tells what is wanting.
pub(crate) static TROUBLE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "băn khoăn; trăn trở; chưa vui; chưa ưng; chưa hài lòng; chưa được; hạn chế; tồn tại; khó khăn; vướng mắc; lo ngại; lo lắng",
    )
});

/// Words with which trouble is over or being mended.
pub(crate) static MENDED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "gỡ; tháo gỡ; gỡ bỏ; hết nỗi; hết khó; hết lo; hết cảnh; vơi; xóa; xóa bỏ; vượt; vượt qua; giải quyết; giải tỏa; khắc phục; không còn; bớt; lấp; lấp đầy; đẩy lùi; cần làm; phải làm gì",
    )
});
