//! Words of the page's frame: bar, menu, foot, switches, error pages.

phrases! {
    /// Words of the page's frame.
    Frame {
        product: "Thi Đua", "Thi Đua";
        skip: "Bỏ qua, đến nội dung chính", "Skip to main content";
        menu: "Chức năng", "Menu";
        main_menu: "Chức năng chính", "Main menu";
        breadcrumb: "Đường dẫn", "Breadcrumb";
        home: "Tổng quan", "Overview";
        units: "Đơn vị", "Units";
        programmes: "Chương trình", "Programmes";
        work: "Việc của tôi", "My work";
        board: "Bảng nộp", "Board";
        entry: "Nhập số liệu", "Enter figures";
        entry_short: "Số liệu", "Figures";
        reading: "Đọc báo cáo", "Read reports";
        reading_short: "Đọc", "Reading";
        reports: "Soạn báo cáo", "Reports";
        rollup: "Tổng hợp số liệu", "Totals";
        rollup_short: "Tổng hợp", "Totals";
        admin: "Quản trị", "Administration";
        more: "Thêm", "More";
        group_work: "Thực hiện", "Work";
        nominations: "Hồ sơ đề nghị", "Nominations";
        councils: "Hội đồng", "Council";
        decisions: "Quyết định", "Decisions";
        register: "Sổ khen thưởng", "Register of awards";
        awards: "Quy định khen thưởng", "Commendation rules";
        group_awards: "Khen thưởng", "Commendation";
        group_report: "Báo cáo", "Reports";
        group_system: "Hệ thống", "System";
        search: "Tìm đơn vị", "Find a unit";
        search_button: "Tìm", "Find";
        account: "Tài khoản", "Account";
        password: "Đổi mật khẩu", "Change password";
        leave: "Đăng xuất", "Log out";
        help: "Trợ giúp", "Help";
        display: "Cỡ chữ và màu", "Display";
        language: "Ngôn ngữ", "Language";
        text_size: "Cỡ chữ", "Text size";
        size_normal: "Chữ thường", "Normal text";
        size_larger: "Chữ lớn 115%", "Text at 115%";
        size_large: "Chữ lớn 130%", "Text at 130%";
        size_largest: "Chữ lớn 150%", "Text at 150%";
        contrast: "Tương phản", "Contrast";
        contrast_normal: "Màu thường", "Normal contrast";
        contrast_high: "Tương phản cao", "High contrast";
        missing_title: "Không tìm thấy trang này", "This page was not found";
        missing_text: "Đường dẫn đã đổi, nội dung không còn, hoặc đồng chí chưa có quyền xem.", "The address has changed, the content is gone, or you may not see it.";
        missing_way: "Về Tổng quan", "Go to the overview";
        form_only_title: "Trang này chỉ mở bằng nút gửi của biểu mẫu", "This page only opens from its form";
        form_only_text: "Quay lại trang có biểu mẫu rồi gửi từ đó. Những gì đã ghi vẫn còn.", "Go back to the form and send it from there. What was saved is safe.";
        denied_title: "Đồng chí chưa có quyền làm việc này", "You may not do this";
        denied_text: "Hỏi người quản trị của đơn vị để được giao quyền.", "Ask the unit's administrator for the duty.";
        fault_title: "Không tải được trang này", "This page could not be loaded";
        reload: "Tải lại", "Reload";
        too_large_title: "Tệp quá lớn", "The file is too large";
        too_large_text: "Mỗi tệp tối đa 20 MB. Chia nhỏ tệp hoặc nén ảnh rồi gửi lại.", "At most 20 MB a file. Split the file or shrink its pictures, then send it again.";
        stale_title: "Trang đã mở quá lâu", "The page was open too long";
        stale_text: "Quay lại trang trước, tải lại và gửi lần nữa. Những gì đồng chí đã nhập vẫn còn trong trình duyệt.", "Go back, reload and send again. What you typed is still in the browser.";
        unreadable_title: "Không đọc được biểu mẫu đã gửi", "The form could not be read";
        unreadable_text: "Quay lại trang trước và gửi lần nữa.", "Go back and send it again.";
        full_title: "Máy chủ không còn chỗ để ghi", "The server has no room left";
        full_text: "Chưa ghi gì. Báo người quản trị dành thêm chỗ trên ổ đĩa, rồi quay lại trang trước và gửi lại; những gì đồng chí đã nhập vẫn còn trong trình duyệt.", "Nothing was written. Ask the administrator to make room on the disk, then go back and send again; what you typed is still in the browser.";
        slow_title: "Việc này đang chạy lâu hơn thường lệ", "This takes longer than usual";
        slow_text: "Việc vẫn tiếp tục trên máy chủ. Tải lại trang sau ít phút để xem kết quả.", "It goes on at the server. Reload in a few minutes.";
        busy_title: "Gửi nhiều lần quá", "Too many requests";
        busy_text: "Chờ một phút rồi thử lại.", "Wait a minute and try again.";
        unit_choose: "Đổi đơn vị", "Change unit";
        about: "Giấy phép Apache 2.0", "Apache 2.0 licence";
        + fault_text(code): "Hệ thống gặp sự cố. Những gì đã ghi vẫn còn. Mã sự cố: {code}.", "The system failed. What was saved is safe. Fault number: {code}.";
        + working_at(unit): "Đổi đơn vị. Đang làm việc tại: {unit}", "Change unit. Working at: {unit}";
        + printed(when): "In lúc {when}", "Printed at {when}";
    }
}
