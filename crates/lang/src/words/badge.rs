//! Words of Huy hiệu Đảng.

phrases! {
    /// Huy hiệu Đảng.
    Badge {
        heading: "Huy hiệu Đảng", "Party badges";
        intro: "Tính theo tháng từ ngày có quyết định kết nạp; văn phòng xác nhận từng người.", "Reckoned in months since the decision to admit; the office confirms each line.";
        rounds: "Đợt trao", "Rounds";
        due: "Đến hạn và sắp đến hạn", "Due and nearly due";
        name: "Họ tên", "Name";
        admitted: "Quyết định kết nạp", "Decision to admit";
        months: "Tuổi Đảng", "Years in the Party";
        reason: "Lý do", "Reason";
        office: "Văn phòng", "Office";
        note: "Ghi chú", "Note";
        note_hint: "Bắt buộc khi lùi hoặc đề nghị tặng sớm", "Needed to put off and to ask early";
        full: "Đủ năm", "Full";
        full_day_not: "Đủ tháng, chưa đến ngày", "Month reached, day not";
        confirm: "Xác nhận", "Confirm";
        confirmed: "Đã xác nhận", "Confirmed";
        defer: "Lùi", "Put off";
        deferred: "Lùi sang đợt sau", "Put off";
        grave: "Tặng sớm, bệnh nặng", "Early, gravely ill";
        no_rule: "Chưa có quy định của ngày này", "No rule is registered for the day";
        unverified: "chưa kiểm chứng", "not verified";
        none_title: "Không có ai đến hạn", "Nobody is due";
        none_text: "Ghi ngày quyết định kết nạp của đảng viên để tính đợt trao.", "Note the day of the decision to admit, so that rounds can be reckoned.";
        noted: "Đã ghi.", "Noted.";
        no_admission: "Chưa có ngày quyết định kết nạp.", "The decision to admit is not known.";
        note_missing: "Nhập ghi chú.", "Type the note.";
        no_badge: "Không còn huy hiệu nào tiếp theo.", "There is no next badge.";
        not_due: "Chưa đủ tháng, và chưa ghi căn cứ tặng sớm.", "The months are not full, and no early ground was noted.";
        list: "Danh sách (4-HHĐ)", "List (4-HHĐ)";
        anew: "Cấp lại (4A-HHĐ)", "Made anew (4A-HHĐ)";
        posthumous: "Truy tặng (4B-HHĐ)", "Posthumous (4B-HHĐ)";
        book: "Sổ theo dõi (5-HHĐ)", "Book (5-HHĐ)";
        declaration: "Tờ khai (6-HHĐ)", "Declaration (6-HHĐ)";
        + too_long(most): "Tối đa {most} chữ.", "At most {most} letters.";
        + age(years, months): "{years} năm {months} tháng", "{years} years {months} months";
        + taken_off(months): "đã trừ {months} tháng", "{months} months taken off";
        + badge(years): "Huy hiệu {years} năm", "Badge of {years} years";
        + holds(years): "đang có {years} năm", "holds {years} years";
        + grave_short(months): "Sớm {months} tháng, bệnh nặng", "{months} months early, gravely ill";
        + posthumous_short(months): "Truy tặng, thiếu {months} tháng", "Posthumous, {months} months short";
        + not_yet(months): "Thiếu {months} tháng", "{months} months short";
    }
}
