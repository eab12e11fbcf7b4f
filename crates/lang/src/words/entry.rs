//! Words of Nhập số liệu.

phrases! {
    /// Nhập số liệu.
    Entry {
        heading: "Nhập số liệu", "Enter figures";
        choose_text: "Chọn đơn vị và kỳ báo cáo.", "Choose the unit and the period.";
        unit: "Đơn vị", "Unit";
        period: "Kỳ", "Period";
        scope: "Số liệu của", "Figures of";
        open: "Mở bảng nhập", "Open the form";
        recent: "Mới nhập gần đây", "Recently entered";
        from_excel: "Nhập từ Excel", "From a sheet";
        template: "Tải mẫu Excel", "Get the template";
        indicator: "Chỉ tiêu", "Indicator";
        last_period: "Kỳ trước", "Last period";
        this_period: "Kỳ này", "This period";
        evidence: "Minh chứng", "Evidence";
        value: "Số liệu", "Figure";
        last: "Kỳ trước", "Last period";
        add_evidence: "Thêm minh chứng", "Add evidence";
        file: "Tệp (tối đa 20 MB)", "File (at most 20 MB)";
        note: "Ghi chú", "Note";
        how: "Để trống nếu chưa có số. Nhập 0 nếu kỳ này không có. Nhập KAD nếu không áp dụng. Nhập được “hơn 5.400”, “3,5 tỷ”, “38/40”, “97%”.", "Leave empty what is not known. Type 0 for none, KAD for not applicable. “hơn 5.400”, “3,5 tỷ”, “38/40” and “97%” are understood.";
        write: "Ghi số liệu", "Save the figures";
        mine: "Đồng chí vừa nhập", "You typed";
        no_unit_title: "Đồng chí chưa được giao nhập số liệu cho đơn vị nào", "You have no unit to enter figures for";
        no_unit_text: "Hỏi người quản trị để được giao quyền nhập số liệu.", "Ask the administrator for the duty.";
        nothing_changed: "Không có số nào thay đổi.", "No figure changed.";
        conflict_heading: "Có người khác vừa ghi số liệu này", "Somebody else has just saved these figures";
        other_group: "Chỉ tiêu khác", "Other indicators";
        group_study: "Học tập, quán triệt", "Study";
        group_pledge: "Đăng ký làm theo", "Pledges";
        group_meeting: "Sinh hoạt chi bộ", "Cell meetings";
        group_deed: "Việc làm và kết quả", "Deeds and outcomes";
        group_practice: "Mô hình, vấn đề, nêu gương", "Practices, issues, citations";
        group_inspection: "Kiểm tra, giám sát, tuyên truyền", "Inspection and information";
        group_award: "Khen thưởng", "Awards";
        group_base: "Số nền, văn bản", "Base numbers and documents";
        not_a_period: "Kỳ không đúng. Chọn lại kỳ.", "Not a period. Choose again.";
        not_there: "Đơn vị không có trong kỳ này.", "The unit was not there in this period.";
        future: "Kỳ này chưa bắt đầu.", "This period has not begun.";
        resting: "Số liệu thuộc bản nộp đã gửi hoặc đã duyệt. Rút bản nộp về, hoặc xin mở lại, rồi sửa.", "These figures stand in a filing that was sent or accepted. Take it back or ask to reopen it first.";
        not_yet: "Chỉ tiêu này chưa dùng cho kỳ này.", "This indicator is not in use for this period.";
        wrong_nature: "Giá trị không hợp với chỉ tiêu.", "The value does not fit the indicator.";
        twice: "Số này được gửi hai lần.", "This figure was sent twice.";
        look_only: "Đồng chí chỉ được xem số liệu của đơn vị này.", "You may only look at the figures of this unit.";
        sheet_unit: "Đơn vị", "Unit";
        sheet_code: "Mã đơn vị", "Unit code";
        sheet_hint: "Một dòng một đơn vị. Ô trống: chưa báo cáo. 0: không có. KAD: không áp dụng.", "One unit a row. Empty: not reported. 0: none. KAD: not applicable.";
        sheet_unknown_unit: "Không có đơn vị nào khớp.", "No unit matches.";
        sheet_no_columns: "Không có cột chỉ tiêu nào. Tải mẫu để biết cách đặt tên cột.", "No indicator columns. Get the template for their names.";
        sheet_not_yours: "Đồng chí không được nhập cho đơn vị này.", "You may not enter for this unit.";
        sheet_twice: "Đơn vị này đã có ở dòng trên.", "This unit stands on an earlier row.";
        + share_hint(part, whole): "Nhập {part} / {whole}, ví dụ 38/40.", "Type {part} / {whole}, such as 38/40.";
        + pieces(count): "{count} minh chứng", "{count} pieces of evidence";
        + title(period): "Số liệu {period}", "Figures of {period}";
        + written(count): "Đã ghi {count} số liệu.", "{count} figures were saved.";
        + saved(when): "Đã ghi lúc {when}", "Saved at {when}";
        + conflict_text(who, when): "{who} ghi lúc {when}. Chọn số đúng cho từng dòng; các số khác đồng chí nhập vẫn còn bên dưới.", "{who} saved at {when}. Choose the right value in each row; all else you typed is still below.";
        + theirs(who): "{who} đã ghi", "{who} saved";
        + fell(percent): "Giảm {percent} so với kỳ trước. Nếu đúng, ghi lý do vào ghi chú.", "Down {percent} from last period. If right, give the reason in the note.";
        + rose(percent): "Tăng {percent} so với kỳ trước. Nếu đúng, ghi lý do vào ghi chú.", "Up {percent} from last period. If right, give the reason in the note.";
        + at_unit(unit, scope): "{unit} · {scope}", "{unit} · {scope}";
    }
}
