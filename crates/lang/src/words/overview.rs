//! Words of Tổng quan.

phrases! {
    /// Tổng quan.
    Overview {
        heading: "Tổng quan", "Overview";
        period: "Kỳ", "Period";
        print_page: "In một trang", "Print one page";
        completeness: "Mức đầy đủ của số liệu", "Completeness of the figures";
        standing: "Chưa chốt", "Not frozen";
        standing_note: "số đang nhập, có thể đổi", "figures are being entered and may change";
        main_figures: "Kết quả chính", "Main figures";
        more_figures: "Các số khác", "Other figures";
        choose: "Chọn số", "Choose figures";
        choose_heading: "Chọn số đưa lên Tổng quan", "Choose the figures of the overview";
        choose_submit: "Ghi các số đã chọn", "Keep this choice";
        choose_text: "Chọn tối đa năm số. Để trống cả năm ô thì trang chọn theo thông lệ.", "Choose up to five figures. With all five empty the page shows the usual ones.";
        usual: "Để trống", "None";
        chosen: "Đã đổi số trên Tổng quan.", "The figures of the overview were changed.";
        twice: "Số này đã chọn ở trên.", "This figure is chosen above.";
        children: "Đơn vị trực thuộc", "Units below";
        children_table: "Bảng đơn vị trực thuộc, cuộn ngang được", "Units below, scrolls sideways";
        no_children: "Đơn vị này không có đơn vị trực thuộc vào cuối kỳ.", "No unit stands below at the end of the period.";
        unit: "Đơn vị", "Unit";
        reported: "Số liệu", "Figures";
        todo: "Việc cần làm", "To do";
        nothing_to_do: "Kỳ này không còn việc gì. Bản nộp đến hạn nằm ở Việc của tôi.", "Nothing is left for this period. Filings due are in My work.";
        as_table: "Xem dạng bảng", "Show as a table";
        done: "Đã nộp", "Reported";
        waiting: "Chưa nộp", "Not reported";
        no_source: "Chưa có minh chứng", "No evidence yet";
        blank_title: "Chưa có số liệu nào", "No figures yet";
        blank_text: "Kỳ này chưa đơn vị nào nộp số liệu. Nhập số liệu, nhập từ Excel hoặc đọc một báo cáo.", "No unit has reported for this period. Enter figures, import a sheet or read a report.";
        unit_blank_title: "Chưa có đơn vị nào", "There is no unit yet";
        unit_blank_text: "Tạo đơn vị đầu tiên hoặc nhập danh sách đơn vị từ Excel.", "Create the first unit or import the list of units from a sheet.";
        no_reach_title: "Đồng chí chưa được giao đơn vị nào", "No unit is within your duties";
        no_reach_text: "Hỏi người quản trị để được giao quyền xem hoặc nhập số liệu.", "Ask the administrator for a duty.";
        unfinished: "Kỳ chưa kết thúc, cột để rỗng.", "The period has not ended; its bar is hollow.";
        see_source: "Xem nguồn", "See its source";
        waiting_short: "chưa nộp", "waiting";
        units_word: "đơn vị", "units";
        reports_word: "báo cáo", "reports";
        chart_units: "theo đơn vị", "by unit";
        own_reported: "Đơn vị đã nộp số liệu", "The unit has reported";
        own_waiting: "Đơn vị chưa nộp số liệu", "The unit has not reported";
        + submitted(done, all): "{done} trên {all} đơn vị đã nộp số liệu", "{done} of {all} units have reported";
        + missing(count): "{count} đơn vị chưa nộp", "{count} units have not reported";
        + choice(place): "Số thứ {place}", "Figure {place}";
        + shown(shown, all): "Hiện {shown} trên {all}, xếp theo tên", "{shown} of {all}, by name";
        + see_all(all): "Xem cả {all} đơn vị", "All {all} units";
        + partly(done, all): "{done} trên {all}", "{done} of {all}";
        + sources(count): "Xem {count} nguồn", "{count} sources";
        + chart(indicator): "{indicator} theo năm", "{indicator} by year";
        + todo_missing(unit, period): "{unit} chưa nộp số liệu {period}", "{unit} has not reported for {period}";
        + todo_reading(count): "{count} báo cáo còn số chờ xem", "{count} reports with figures to look at";
        + pictured(label, value, measure): "{label}: {value} {measure}", "{label}: {value} {measure}";
    }
}
