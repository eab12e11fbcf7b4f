//! Words of the help page: shortcuts, how numbers are typed, access.

phrases! {
    /// Trợ giúp.
    Help {
        heading: "Trợ giúp", "Help";
        keys: "Phím tắt", "Shortcuts";
        key_search: "Tìm đơn vị", "Find a unit";
        key_save: "Ghi biểu mẫu đang mở", "Save the open form";
        key_next: "Số đề xuất sau, trước (trang đọc báo cáo)", "Next, previous proposal (reading page)";
        key_accept: "Nhận số đang chọn (trang đọc báo cáo)", "Accept the current proposal (reading page)";
        key_cells: "Đi giữa các ô của bảng tổng hợp", "Move between the cells of the totals";
        numbers: "Cách nhập số", "How to type numbers";
        numbers_1: "Dấu chấm cho hàng nghìn, dấu phẩy cho phần lẻ: 6.296; 3,5 tỷ.", "A dot for thousands, a comma for decimals: 6.296; 3,5 tỷ.";
        numbers_2: "Để trống là chưa báo cáo, 0 là không có, KAD là không áp dụng.", "Empty is not reported, 0 is none, KAD is not applicable.";
        numbers_3: "Số không chính xác: hơn 5.400, gần 200, khoảng 300.", "Inexact numbers: hơn 5.400, gần 200, khoảng 300.";
        numbers_4: "Tỷ lệ: nhập phần và tổng số, 38/40; chỉ có tỷ lệ thì nhập 97%.", "Shares: type both counts, 38/40; a percentage alone as 97%.";
        access: "Trợ giúp tiếp cận", "Access";
        access_1: "Mọi trang dùng được bằng bàn phím và trình đọc màn hình, phóng chữ đến 150% và có chế độ tương phản cao ở chân trang. Mục tiêu là WCAG 2.2 mức AA.", "Every page works by keyboard and screen reader, with text up to 150% and a high-contrast mode at the foot. The aim is WCAG 2.2 AA.";
        access_2: "Gặp trang khó dùng, báo người quản trị của đơn vị, kèm đường dẫn của trang.", "If a page is hard to use, tell the unit's administrator and send its address.";
    }
}
