//! Words of frozen figures and of "Vì sao khác?".

phrases! {
    /// Chốt số liệu.
    Freeze {
        act: "Chốt số liệu", "Freeze the figures";
        open: "Chưa chốt", "Not frozen";
        open_note: "số đang nhập, có thể đổi", "figures are being entered and may change";
        quoted: "mọi báo cáo lấy số này", "every report quotes these";
        live: "Số đang nhập", "Figures as they stand now";
        see_live: "Xem số đang nhập", "See figures as they stand now";
        see_frozen: "Xem số đã chốt", "See the frozen figures";
        why: "Vì sao khác?", "Why do they differ?";
        now: "Hiện nay", "Now";
        from: "Từ", "From";
        to: "So với", "Against";
        view: "Cách xem", "View";
        indicator: "Chỉ tiêu", "Indicator";
        before: "Trước", "Before";
        after: "Sau", "After";
        step: "Chênh", "Difference";
        unit: "Đơn vị", "Unit";
        period: "Kỳ", "Period";
        cause: "Vì sao", "Why";
        detail: "Ai, khi nào, lý do", "Who, when, why";
        parts: "Từng phần của chênh lệch", "The difference, part by part";
        by_indicator: "Chênh lệch theo chỉ tiêu", "Differences by indicator";
        table: "Bảng chênh lệch, cuộn ngang được", "Differences, scrolls sideways";
        adds_up: "Các phần cộng lại khớp", "The parts add up";
        same: "Không có gì khác", "Nothing differs";
        same_text: "Hai bên cùng một số ở mọi chỉ tiêu.", "Both sides have the same figures throughout.";
        none: "Chưa có lần chốt nào", "Nothing was frozen yet";
        none_text: "Chốt số liệu để báo cáo có số không đổi, rồi so với lần sau.", "Freeze figures so that reports quote what does not change, then compare.";
        reason: "Lý do chốt", "Why";
        reason_hint: "Một câu: cho hội nghị nào, báo cáo nào.", "One sentence: for which meeting or report.";
        reason_missing: "Nhập lý do chốt, tối đa 500 chữ.", "Say why, in 500 characters at most.";
        nothing: "Chưa đơn vị nào có số liệu trong khoảng này, nên chưa có gì để chốt.", "No unit has figures in this range, so there is nothing to freeze.";
        future: "Kỳ này chưa bắt đầu. Chọn kỳ đã bắt đầu rồi chốt.", "This period has not begun. Choose one that has.";
        consequence: "Số đã chốt không sửa và không xoá được. Đơn vị sửa số sau đó sẽ vào lần chốt sau, kèm chênh lệch được giải thích.", "Frozen figures are never changed or removed. Later corrections go into the next freeze, with the difference explained.";
        whole: "nói cho toàn đơn vị", "for the whole unit";
        spoken_note: "số báo cáo chung của cấp trên đổi", "the unit above changed what it says for all";
        replaced_note: "kỳ khác đứng thay", "another period stands for it";
        fresh_note: "mới có trong cây đơn vị", "new in the tree";
        arrived_note: "chuyển đến", "moved here";
        ended_note: "đã kết thúc", "has ended";
        nothing_said: "chưa báo cáo", "not reported";
        + number(number): "Số đã chốt lần {number}", "Frozen, number {number}";
        + short(number): "Đã chốt lần {number}", "Frozen, number {number}";
        + choice(number, when): "Lần {number}, {when}", "Number {number}, {when}";
        + ask(range): "Chốt số liệu {range}", "Freeze the figures of {range}";
        + intro(unit, done, all): "{unit}: {done} trên {all} đơn vị đã nộp.", "{unit}: {done} of {all} units have reported.";
        + missing(names): "Chưa nộp: {names}.", "Not reported: {names}.";
        + done(number): "Đã chốt số liệu lần {number}.", "Frozen as number {number}.";
        + by(who, when, reason): "{who}, {when}: {reason}", "{who}, {when}: {reason}";
        + edit(version, who, when): "bản {version}, {who}, {when}", "version {version}, {who}, {when}";
        + because(reason): "lý do: {reason}", "reason: {reason}";
        + moved(unit): "nay thuộc {unit}", "now below {unit}";
        + against(from, to): "{from} so với {to}", "{from} against {to}";
        + parts_of(indicator): "{indicator}: từng phần", "{indicator}: part by part";
        + covered(done, all): "{done} trên {all} đơn vị có số khi chốt", "{done} of {all} units had reported";
    }
}
