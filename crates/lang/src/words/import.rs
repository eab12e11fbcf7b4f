//! Words of imports from Excel and CSV: upload, preview, write, undo.

phrases! {
    /// Imports.
    Import {
        units_heading: "Nhập đơn vị từ Excel", "Import units from a sheet";
        units_intro: "Tệp Excel hoặc CSV, mỗi dòng một đơn vị: mã, mã cấp trên, tên, loại.", "Excel or CSV, one unit a row: code, code of the unit above, name, kind.";
        figures_heading: "Nhập số liệu từ Excel", "Import figures from a sheet";
        figures_intro: "Mỗi dòng một đơn vị, mỗi cột một chỉ tiêu. Ô trống là chưa báo cáo, 0 là không có.", "One unit a row, one indicator a column. An empty cell is not reported; 0 is none.";
        file: "Tệp", "File";
        file_hint: "Excel (.xlsx, .xls, .ods) hoặc CSV, tối đa 20 MB.", "Excel (.xlsx, .xls, .ods) or CSV, at most 20 MB.";
        show: "Xem trước", "Preview";
        nothing_written: "Chưa ghi gì cho đến khi đồng chí bấm nút ghi ở bước sau.", "Nothing is written until you press the button of the next step.";
        reading: "Đang đọc tệp…", "Reading the file…";
        working: "Đang ghi…", "Writing…";
        preview_table: "Bảng xem trước, cuộn ngang được", "Preview, scrolls sideways";
        problems: "Chỗ cần sửa trong tệp", "To correct in the file";
        row: "Dòng", "Row";
        outcome: "Kết quả", "Outcome";
        added: "Thêm mới", "New";
        changed: "Thay đổi", "Changed";
        same: "Giữ nguyên", "Unchanged";
        wrong: "Cần sửa", "To correct";
        fix_first: "Sửa các ô đã nêu rồi tải tệp lên lần nữa.", "Correct the cells listed, then upload the file again.";
        other_file: "Chọn tệp khác", "Choose another file";
        template: "Tải mẫu Excel", "Get the template";
        gone: "Bản xem trước đã hết hạn. Tải tệp lên lần nữa.", "The preview has expired. Upload the file again.";
        undone: "Đã hoàn tác lần nhập.", "The import was undone.";
        undo_late: "Đã có thay đổi sau lần nhập này nên không hoàn tác được.", "Later changes rest on this import; it cannot be undone.";
        file_needed: "Chọn một tệp.", "Choose a file.";
        unreadable: "Không đọc được tệp này như một bảng. Lưu lại thành .xlsx rồi thử lần nữa.", "The file cannot be read as a sheet. Save it as .xlsx and try again.";
        under_hint: "Các đơn vị không ghi mã cấp trên sẽ đứng dưới đơn vị này. Để trống là cấp cao nhất.", "Rows without a code of the unit above stand below this unit. Empty: at the top.";
        parent_code: "Mã cấp trên", "Code above";
        + unknown_kind(kind): "Không có loại đơn vị “{kind}”.", "There is no kind of unit “{kind}”.";
        + unknown_parent(code): "Không có đơn vị nào mang mã “{code}”.", "No unit has the code “{code}”.";
        + duplicate_code(line): "Mã này đã có ở dòng {line}.", "This code stands in row {line}.";
        + bad_date(typed): "“{typed}” không phải là ngày. Nhập như 16/5/2024.", "“{typed}” is not a date. Type it like 16/5/2024.";
        + preview(file): "Xem trước: {file}", "Preview: {file}";
        + commit_units(count): "Nhập {count} đơn vị", "Import {count} units";
        + commit_figures(count): "Ghi {count} số liệu", "Write {count} figures";
        + count_added(count): "{count} thêm mới", "{count} new";
        + count_changed(count): "{count} thay đổi", "{count} changed";
        + count_wrong(count): "{count} cần sửa", "{count} to correct";
        + count_same(count): "{count} giữ nguyên", "{count} unchanged";
        + more_rows(count): "Còn {count} dòng không hiện ở đây.", "{count} more rows are not shown.";
        + more_problems(count): "Còn {count} chỗ nữa.", "{count} more.";
        + units_done(count): "Đã nhập {count} đơn vị.", "{count} units were imported.";
        + figures_done(count): "Đã ghi {count} số liệu.", "{count} figures were written.";
    }
}
