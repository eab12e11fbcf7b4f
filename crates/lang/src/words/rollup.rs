//! Words of Tổng hợp số liệu.

phrases! {
    /// Tổng hợp số liệu.
    Rollup {
        heading: "Tổng hợp số liệu", "Totals";
        filters: "Bộ lọc tổng hợp", "Filters";
        from: "Từ", "From";
        until: "Đến", "To";
        columns: "Cột", "Columns";
        columns_main: "Chỉ tiêu chính", "Main indicators";
        columns_all: "Mọi chỉ tiêu có số", "All with figures";
        road: "Nguồn số", "Source";
        extra: "Thêm cột", "Extra column";
        no_extra: "Không thêm", "None";
        share: "Tỷ trọng", "Share";
        step_before: "So kỳ trước", "Since the period before";
        step_year: "So cùng kỳ", "Since a year before";
        order: "Xếp theo", "Order";
        by_name: "Tên đơn vị", "Name";
        subject: "Đối tượng", "Subject";
        all_subjects: "Mọi đối tượng", "All";
        basis: "Số liệu", "Figures";
        view: "Cách xem", "View";
        as_was: "Theo đơn vị lúc phát sinh", "By the units of that time";
        as_is: "Theo đơn vị hiện nay", "By today's units";
        print_page: "In A4 ngang", "Print A4 landscape";
        by_unit: "Kết quả theo đơn vị", "By unit";
        press: "Bấm vào số để xem nguồn", "Press a number to see its source";
        table: "Bảng tổng hợp, cuộn ngang được", "Totals, scrolls sideways";
        unit: "Đơn vị", "Unit";
        adds_up: "Cộng dồn khớp", "Adds up";
        stated: "Có số báo cáo chung", "Whole statements stand";
        tree_as_was: "Dùng cây đơn vị của từng kỳ.", "By the tree of each period.";
        own_row: "Riêng đơn vị", "The unit itself";
        from_units: "Cộng từ đơn vị dưới", "Sum from the units below";
        history_heading: "Lịch sử của số liệu", "History of the figure";
        withdrawn: "rút lại", "withdrawn";
        aside: "không cộng, vì đã có số của kỳ dài hơn hoặc của cấp trên", "not added: a longer period or the unit above speaks for it";
        blank_title: "Chưa có số liệu trong khoảng này", "No figures in this range";
        blank_text: "Chọn khoảng thời gian khác, hoặc nhập số liệu cho kỳ này.", "Choose another range, or enter figures.";
        open_text: "Mở trong văn bản", "Open in the text";
        no_evidence: "Chưa có minh chứng", "No evidence yet";
        versions: "Các lần sửa", "Versions";
        evidence: "Minh chứng", "Evidence";
        typed_by: "Nhập", "Entered";
        whole_stands: "Số báo cáo chung của đơn vị đứng thay tổng từ dưới.", "The unit's own statement for all stands instead of the sum from below.";
        not_added: "Các kỳ của chỉ tiêu này không cộng được với nhau.", "Periods of this indicator do not add up.";
        combined: "Tập thể và cá nhân tính chung, không tách.", "Collectives and individuals together, never split.";
        not_apportioned: "có phần không phân bổ được", "partly not apportioned";
        back: "Về bảng tổng hợp", "Back to the totals";
        inside: "Kỳ nằm trong khoảng đã chọn được cộng; kỳ lồng nhau chỉ tính một lần.", "Periods inside the range are added; nested ones count once.";
        + source_of(value): "Nguồn của số {value}", "Source of {value}";
        + range(from, until): "{from} đến {until}", "{from} to {until}";
        + coverage(done, all): "{done} trên {all} đơn vị đã nộp.", "{done} of {all} units have reported.";
        + missing(count): "{count} đơn vị chưa nộp", "{count} units have not reported";
        + tree_on(day): "Dùng cây đơn vị tại ngày {day}.", "By the tree of {day}.";
        + history(count): "Lịch sử sửa ({count})", "History ({count})";
        + other_road(value): "Đếm từ hồ sơ: {value}", "Counted from records: {value}";
        + left_out(periods): "Không cộng thêm: {periods}, vì đã nằm trong kỳ dài hơn.", "Not added: {periods}, within a longer period.";
        + place(place): "Vị trí: {place}", "Place: {place}";
        + total(unit): "Toàn {unit}", "All of {unit}";
        + more_units(count): "{count} đơn vị khác", "{count} other units";
        + cell(value, indicator, unit): "{value}, {indicator} – {unit}, xem nguồn", "{value}, {indicator} – {unit}, see its source";
        + more_sources(count): "Xem tiếp {count} nguồn", "{count} more sources";
        + entered(who, when): "{who} nhập {when}", "entered by {who}, {when}";
        + statements(count): "{count} đơn vị chỉ ghi tỷ lệ, không cộng được.", "{count} units gave a percentage only; not added.";
        + not_applicable(count): "{count} đơn vị không áp dụng.", "Not applicable for {count} units.";
        + version(number): "lần {number}", "version {number}";
        + from_below(value): "Cộng từ dưới: {value}", "Sum from below: {value}";
    }
}
