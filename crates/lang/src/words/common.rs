//! Words that many pages share: buttons, states of a figure, table furniture.

phrases! {
    /// Words that many pages share.
    Common {
        save: "Ghi", "Save";
        cancel: "Thôi", "Cancel";
        back: "Quay lại", "Back";
        undo: "Hoàn tác", "Undo";
        edit: "Sửa", "Edit";
        view: "Xem", "View";
        optional: "(không bắt buộc)", "(optional)";
        close: "Đóng", "Close";
        not_reported: "chưa báo cáo", "not reported";
        not_applicable: "không áp dụng", "not applicable";
        statement_only: "chỉ có nhận định", "statements only";
        dash: "–", "–";
        excel: "Excel", "Excel";
        get_excel: "Tải Excel", "Download as Excel";
        print: "In", "Print";
        copy_link: "Chép đường dẫn", "Copy link";
        link_copied: "Đã chép đường dẫn", "Link copied";
        scrollable: "cuộn ngang được", "scrolls sideways";
        total: "Tổng", "Total";
        date_hint: "Ví dụ: 16/5/2024", "For example: 16/5/2024";
        choose_file: "Chọn tệp", "Choose a file";
        next_page: "Trang sau", "Next page";
        previous_page: "Trang trước", "Previous page";
        problem: "Lỗi:", "Problem:";
        yes: "Có", "Yes";
        no: "Không", "No";
        from: "Từ ngày", "From";
        until: "Đến ngày", "Until";
        now: "đến nay", "to date";
        demo_note: "Dữ liệu dùng thử. Số chung lấy từ các bài báo; số chia theo đơn vị và theo kỳ là minh hoạ.", "Demonstration. Totals come from the articles; their division over units and periods is invented.";
        + page_title_problem(title): "Lỗi: {title}", "Problem: {title}";
        + to_fix(count): "Chưa ghi được: còn {count} chỗ cần sửa", "Not saved: {count} to correct";
        + range(first, last, all): "{first}–{last} trên {all}", "{first}–{last} of {all}";
        + x_of_y(x, y): "{x} trên {y}", "{x} of {y}";
    }
}
