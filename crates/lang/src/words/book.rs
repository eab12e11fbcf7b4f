//! Words of filing by Excel: the unit's own workbook out, what comes back, tables of the unit's own making.

phrases! {
    /// Nộp bằng Excel.
    Book {
        heading: "Nộp bằng Excel", "File by Excel";
        intro: "Tải biểu về, điền ô vàng, rồi nộp tệp ở đây. Bảng riêng của đơn vị cũng nộp được.", "Get the form, fill in the yellow cells and send the file here. A table of the unit's own making can be sent, too.";
        own: "Tải biểu của tôi", "Get my form";
        many: "Tải bảng các đơn vị", "Get the table of units";
        send: "Nộp tệp Excel", "Send the Excel file";
        result_copy: "Tải tệp kèm cột kết quả", "Get the file with a column of results";
        question: "Nội dung", "Question";
        measure: "Đơn vị tính", "Measure";
        last: "Kỳ trước", "Last period";
        now: "Số kỳ này", "This period";
        check: "Kiểm tra", "Check";
        result: "Kết quả", "Result";
        unit: "Đơn vị", "Unit";
        before: "Đang có", "Stands now";
        after: "Trong tệp", "In the file";
        how: "Chỉ điền ô vàng. Để trống là chưa báo cáo; kỳ này không có thì nhập 0; không áp dụng thì nhập KAD.", "Fill in the yellow cells only. Empty is not reported; none is 0; KAD is not applicable.";
        choose_yes_no: "Chọn Có hoặc Không.", "Choose Có or Không.";
        gone_row: "Dòng này không có trong biểu.", "The form has no such row.";
        unknown_unit: "Đơn vị này không phải nộp biểu này.", "This unit is not asked for this form.";
        two_rows: "Bảng có nhiều dòng số liệu mà không có cột đơn vị. Chọn cột đơn vị.", "Several rows of figures and no column of units. Choose the column of units.";
        other_form: "Tệp này thuộc biểu, đơn vị hoặc kỳ khác. Mở đúng bản nộp rồi nộp lại.", "This file belongs to another form, unit or period. Open that filing and send it there.";
        stale: "Số liệu trên hệ thống đã thay đổi sau khi tải biểu này. So cột “Đang có” trước khi ghi.", "The figures changed after this form was fetched. Compare “Stands now” before you write.";
        resting: "Bản nộp này đã gửi hoặc đã duyệt, chưa sửa được.", "This filing was sent or accepted and cannot be changed now.";
        same: "Tệp giống hệt số liệu đang có, không có gì để ghi.", "The file says what stands already; there is nothing to write.";
        cleared: "bỏ trống", "emptied";
        ask_again: "Chọn lại tệp", "Choose the file again";
        map_heading: "Cho biết cách đọc bảng này", "Say how this table is read";
        map_intro: "Bảng này không phải biểu của hệ thống. Chỉ cần nói một lần: lần sau hệ thống tự nhớ.", "This table is not ours. Say it once; next time it is remembered.";
        map_header: "Dòng tiêu đề", "Row of headings";
        map_header_hint: "Số dòng trong tệp. Đổi số rồi bấm Đọc lại.", "Its number in the file. Change it and press Read again.";
        map_again: "Đọc lại", "Read again";
        map_keep: "Nhớ cách đọc và xem trước", "Remember and preview";
        map_skip: "Bỏ qua cột này", "Leave this column out";
        map_unit: "Tên hoặc mã đơn vị", "Name or code of the unit";
        map_column: "Cột trong tệp", "Column in the file";
        map_means: "Là chỉ tiêu nào", "Which question";
        map_example: "Ví dụ", "Example";
        map_no_headings: "Không thấy tiêu đề nào ở dòng này.", "There are no headings in this row.";
        map_none: "Chọn ít nhất một cột số liệu.", "Choose at least one column of figures.";
        map_two_units: "Chỉ chọn một cột đơn vị.", "Choose one column of units only.";
        map_twice: "Hai cột đang trỏ vào cùng một chỉ tiêu.", "Two columns answer the same question.";
        map_header_bad: "Dòng tiêu đề là một số từ 1 đến 200.", "The row of headings is a number from 1 to 200.";
        known: "Cách đọc bảng đã nhớ", "Tables remembered";
        forget: "Quên cách đọc này", "Forget it";
        forgotten: "Đã quên. Lần sau hệ thống sẽ hỏi lại.", "Forgotten. Next time you will be asked.";
        remembered: "Đọc theo cách đã nhớ.", "Read as remembered.";
        + written(count): "Đã ghi {count} số liệu từ tệp.", "{count} figures were written from the file.";
        + write(count): "Ghi {count} thay đổi", "Write {count} changes";
        + sheet_title(form, period): "{form}, {period}", "{form}, {period}";
        + due(unit, day): "{unit}. Hạn gửi {day}.", "{unit}. Due {day}.";
        + at_most(number): "Không thể quá {number}.", "Cannot be above {number}.";
        + at_most_row(name): "Không thể quá “{name}”.", "Cannot be above “{name}”.";
        + adds_up(name): "Phải bằng tổng: {name}.", "Must be the sum of: {name}.";
        + changed(percent): "Đổi quá {percent}% so với kỳ trước. Nếu đúng, ghi lý do.", "Changed by more than {percent}%. If right, give the reason.";
        + usual(number): "Lớn hơn mức thường gặp ({number}). Nếu đúng, ghi lý do.", "Above what is usual ({number}). If right, give the reason.";
    }
}
