//! What portals, papers and mail programs put around a text: buttons, headings of lists, imprints, menus and what texts are filed under.
//!
//! Not here: where on a page such a line is the portal's (`portal`, `masthead`, `tally`).

use std::sync::LazyLock;

use crate::phrase::Phrases;

/// Openings of the portal's own sentences, however long they are.
pub(crate) static IMPRINT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "email của bạn sẽ không; các trường bắt buộc; bạn cần đăng nhập; vui lòng đăng nhập; bản quyền thuộc; \
    cơ quan chủ quản; cơ quan ngôn luận; chịu trách nhiệm chính; chịu trách nhiệm nội dung; giấy phép số; giấy phép thiết lập; \
    giấy phép hoạt động; tòa soạn :; trụ sở chính :; trụ sở :; tổng biên tập :; địa chỉ :; fax :; email :; \
    đường dây nóng; bạn còn; bạn vui lòng; vui lòng nhập; vui lòng gõ; ( * ) không sao chép; không sao chép dưới; copyright; ©; ®; bạn đang dùng trình duyệt; ghi rõ nguồn; > >; \
    tổng số điểm của bài; người viết :; người đăng :; bài viết trước :; bài viết sau :; bài trước :; bài sau :; bài tiếp theo :; tin trước :; tin sau :; \
    tin tiếp theo :; previous :; next :; * xem thêm; thăm dò ý kiến; đang truy cập; tổng lượt truy cập; lượt truy cập; truy cập nội dung",
    )
});

/// Lines and phrases that portals put around a text.
pub(crate) static BOILER: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "chia sẻ bài viết; admin; administrator; chia sẻ; xem thêm; tăng cỡ chữ; giảm cỡ chữ; cỡ chữ; publishingportal; \
    các bài mới đăng; các bài đã đăng; bài viết xem; viết bình luận; tin liên quan; tin bài liên quan; \
    bài viết liên quan; bài liên quan; tin khác; các tin khác; các tin đã đưa; tin mới; \
    tin cùng chuyên mục; cùng chuyên mục; in trang; in bài viết; bản in; gửi email; gửi cho bạn bè; \
    lượt xem; quảng cáo; adquảng cáo; theo dõi trên; số lượt xem; đường dây nóng; số điện thoại; điện thoại; số lần đọc; quay lại; về đầu trang; đọc nhiều; đọc nhiều nhất; bình luận; \
    từ khóa; tags; đánh giá bài viết; nghe bài viết; bản quyền; trang chủ; đăng nhập; xem tất cả; đăng ký nhận tin; \
    facebook; twitter; copy link; sao chép liên kết; theo dõi chúng tôi; leftcenterrightdel; tin đã đưa; bình luận của bạn; captcha; đồng hành cùng; đã xem; theo dõi báo; google news; \
    email của bạn; các trường bắt buộc; xuất bản thông tin; chi tiết bài viết; chi tiết tin; tiếng việt; english; skip to; skip ribbon; sign in; \
    quay lên trên; gửi file; đính kèm file; thông tin bạn đọc; font size; trở thành người đầu tiên; được quan tâm nhất; \
    thích và chia sẻ; tin cũ hơn; tin mới hơn; tin xem nhiều; trang trước; trang sau; bảng in; mục lục; bài viết cùng chủ đề; xem nhiều nhất; in bài; lưu bài; trả lời; leave a reply; tâm điểm; video; nguồn tin; ý kiến của bạn; \
    trang thông tin điện tử; cổng thông tin; giấy phép; chuyên mục; liên hệ quảng cáo; liên hệ với chúng tôi; thông tin liên hệ; liên hệ tư vấn; gửi liên hệ; gửi tin nhắn; tin nhắn; họ và tên; tweet; pinterest; linkedin; \
    responsive image; asset publisher; màu chữ; đăng ký mua; đọc bài lưu; tăng tương phản; a - a a +; a + a a -; a - a +; a + a -; click để đánh giá; xếp hạng; hotline; góp ý; đọc thêm; bài đọc nhiều; có thể bạn quan tâm; \
    ý kiến bạn đọc; gửi bình luận; gửi phản hồi; họ tên; mã xác nhận; lên đầu trang; tin nổi bật; tin tức nổi bật; tin bài nổi bật; bài viết nổi bật; \
    tin tức khác; thông báo liên quan; nội dung tóm tắt; tin đọc nhiều; tải về; file đính kèm; tệp đính kèm; văn bản đính kèm; print; email; \
    like; share; comments; view; views; đọc tiếp; xem tiếp; đóng lại; menu; tìm kiếm; cập nhật lúc; \
    login; contact; about us; trang tin khác; đăng ngày; \
    liên kết website; sở , ban , ngành; ubnd huyện , thị xã; sơ đồ cổng; lịch công tác; hỏi đáp; thống kê truy cập; cộng hòa xã hội chủ nghĩa việt nam; \
    độc lập - tự do - hạnh phúc; đảng cộng sản việt nam; đọc bài viết; tin bài khác; gửi ý kiến; theo dõi tạp chí; tag :; gửi bài viết; \
    chế độ ban đêm; chế độ đọc; chế độ tương phản; aa aa; ( đã ký ); xem tin theo ngày; những tin mới hơn; những tin cũ hơn; giọng nam miền; giọng nữ miền; \
    gửi zalo; toggle navigation; bỏ qua nội dung; chuyển đến nội dung; bạn đang xem :; bạn đang ở :; home / tin; home ”; ngôn ngữ :; rss; sitemap; \
    phiên bản dành cho người; [ font; post by; posted by; được đăng bởi; đăng bởi; người đăng tin; thể loại :; mục :; in tin này; bản để in; \
    ý kiến ( 0; mã kiểm tra; nhập mã; nội dung *; chưa có bình luận; hãy là người đầu tiên; powered by; back to top; advertisement; tải file; \
    bạn chưa đánh giá; intnumviewtotal; tin tức liên quan; tin tức cùng chuyên mục; các bài viết khác; bài viết khác; bài viết mới hơn; bài viết cũ hơn; \
    các tin đã đăng; tin đã đăng; tin mới nhất; tin cùng loại; các tin mới hơn; các tin cũ hơn; kết nối với chúng tôi; đăng ký nhận bản tin; lịch tiếp công dân; lượt đọc; số lượt đọc; độc giả :",
    )
});

/// Openings of a page's foot, which in a text would say something: only behind its last long paragraph they are the portal's.
pub(crate) static FOOT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "chủ đề :; đt :; đ / t :; website :; web :; thiết kế bởi; website được thiết kế; phát triển bởi; đơn vị thiết kế; phó tổng biên tập; http; https; \
         www; trang 1 /; bình chọn :; số người truy cập; tổng truy cập; khách online; khách truy cập; đang online; online :; hôm nay :; quét mã; đánh giá :; \
         cập nhật lần cuối; hãy là người đầu tiên; số lượt bình chọn; điểm trung bình; nhấn vào đây; click vào đây; xem danh sách tại đây; ( xem tiếp; ( tiếp theo trang; \
         thông tin chi tiết liên hệ; người kiểm duyệt; mã tin; đang tải; tải thêm; sắp xếp theo; mới nhất |; mới nhất | cũ nhất; quan tâm nhất; gửi cho tòa soạn; \
         xem bản dịch; bài viết này có; bạn có thích bài; chủ đề liên quan; cùng tác giả; số lượt truy cập; tổng số lượt; visitors; thành viên trực tuyến; \
         chịu trách nhiệm :; trưởng ban biên tập; liên hệ :; chung nhan tin nhiem; đã kết nối emc; bản tin đến đây; chương trình đến đây; buổi phát thanh đến đây; \
         « bài trước; “ bài trước; 1 2 3; biên tập :; biên soạn :",
    )
});

/// What a page's foot says of its owner and its readers, wherever it stands in the line.
pub(crate) static CONTACT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "địa chỉ :; điện thoại :; đt :; email :; e - mail :; website :; lượt truy cập; lượt thích; lượt chia sẻ; hôm qua; trực tuyến :; online :; bản quyền; \
         all rights reserved; giấy phép số; tại đây .; quý vị đã",
    )
});

/// Buttons and boxes of a page that are one only where nothing else stands in their line.
pub(crate) static ALONE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "trở lại; trở về; [ trở về ]; phản hồi; hủy; gửi; lưu; zalo; youtube; fanpage; thời tiết; tỷ giá; thư viện ảnh; văn bản mới; xem nhiều; top; ▲ top; \
         bài trước; bài sau; - - chọn liên kết - -; tìm kiếm …; tìm kiếm . . .; xem tiếp …; xem tiếp . . .; submit; load trang; media; rss; loading . . .; loading …; đang tải . . .; đang tải …; null; undefined; & nbsp ;; xem ảnh lớn; tin nóng; nghe; aa; [ video ]; [ audio ]; a +; a -",
    )
});

/// Headings of lists of other texts.
pub(crate) static MORE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tin đọc nhiều; đọc nhiều; đọc nhiều nhất; trang tin khác; tin liên quan; tin bài liên quan; bài viết liên quan; bài liên quan; tin khác; các tin khác; tin mới; \
    tin cùng chuyên mục; cùng chuyên mục; tin nổi bật; tin tức nổi bật; tin bài nổi bật; bài viết nổi bật; tin xem nhiều; xem nhiều nhất; các tin đã đưa; tin cũ hơn; tin mới hơn; bài viết cùng chủ đề; \
    tin bài khác; những tin mới hơn; những tin cũ hơn; tin tức liên quan; tin tức cùng chuyên mục; các bài viết khác; bài viết khác; bài viết mới hơn; \
    bài viết cũ hơn; các tin đã đăng; tin đã đăng; tin mới nhất; xem nhiều; tin cùng loại; các tin mới hơn; các tin cũ hơn; bài cùng chuyên mục; \
    tin tức khác; tin khác cùng mục",
    )
});

/// Those that may stand in a text too ("Xem thêm: …"): only behind it they head a list.
pub(crate) static FURTHER: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of("xem thêm; đọc thêm; có thể bạn quan tâm; bài đọc nhiều"));

/// Parts of a portal.
pub(crate) static BOILER_PART: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of("giới thiệu; trang chủ; tin tức; tin tức - sự kiện; hoạt động"));

/// Words with which a page tells its own day.
pub(crate) static DATED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of("cập nhật lúc; cập nhật; đăng ngày; ngày đăng; ngày đăng tin; ngày tạo; đăng lúc; hôm nay :")
});

/// What sites call the parts that a menu leads to, and the languages they may be read in.
pub(crate) static PARTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "trang chủ; giới thiệu; tin tức; tin tức - sự kiện; tin tức sự kiện; tin hoạt động; thời sự; chính trị; kinh tế; văn hóa; xã hội; \
         đời sống; thể thao; pháp luật; giáo dục; sức khỏe; quốc tế; bạn đọc; multimedia; media; e - magazine; emagazine; video; podcast; \
         thư viện; thư viện ảnh; thư viện số; thư viện video; văn bản; văn bản chỉ đạo; văn bản pháp quy; thủ tục hành chính; hỏi đáp; liên hệ; \
         thông báo; gương điển hình; tuyển dụng; tuyển sinh; sản phẩm; dịch vụ; đối tác; quan hệ cổ đông; cơ cấu tổ chức; tổ chức bộ máy; \
         tra cứu; tra cứu điểm; tài nguyên; truy nã; tiếng việt; english; vi; en; vn; rss; email; sơ đồ cổng; sơ đồ trang; đăng nhập; \
         đăng ký; hotline; đường dây nóng; đọc báo in; báo in; xây dựng đảng; lịch công tác; góp ý; diễn đàn; đoàn thể; đảng - đoàn thể",
    )
});

/// What papers file their texts under.
pub(crate) static SECTIONS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "chính trị; kinh tế; văn hóa; xã hội; văn hóa - xã hội; thời sự; quốc phòng; an ninh; quốc phòng - an ninh; quân sự; biên phòng; biển đảo; \
         pháp luật; đời sống; giáo dục; y tế; sức khỏe; thể thao; du lịch; môi trường; đô thị; nông thôn mới; nông nghiệp; khoa học; công nghệ; quốc tế; \
         công đoàn; đoàn thể; hoạt động đoàn; tuổi trẻ; thanh niên; phụ nữ; cựu chiến binh; mặt trận; xây dựng đảng; xây dựng chính quyền; \
         tin tức; sự kiện; tin tức sự kiện; tin tức - sự kiện; tin hoạt động; tin trong tỉnh; tin trong huyện; tin địa phương; tin cơ sở; sự kiện nổi bật; \
         phóng sự; ghi chép; ký sự; phóng sự - ghi chép; người tốt; việc tốt; người tốt - việc tốt; người tốt việc tốt; gương sáng; gương điển hình; \
         thi đua; khen thưởng; thi đua yêu nước; thi đua - khen thưởng; thi đua khen thưởng; bạn đọc; nhịp sống; an sinh xã hội; truyền thống; thông báo; \
         học và làm theo bác; làm theo gương bác; học tập và làm theo bác; học tập và làm theo gương bác",
    )
});

/// Lines in which a letter sent by mail tells whence, whither and of what.
pub(crate) static LETTER: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "từ :; tới :; đến :; đã gửi :; ngày gửi :; chủ đề :; tiêu đề :; đính kèm :; from :; to :; sent :; date :; subject :; cc :",
    )
});
