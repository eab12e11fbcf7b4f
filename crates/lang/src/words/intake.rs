//! Words for files that cannot be read: what is wrong and what to do about it.

phrases! {
    /// Files that cannot be read.
    Intake {
        empty: "Tệp không có chữ nào.", "The file holds no text.";
        scan: "Tệp là ảnh quét, không có chữ để đọc. Gửi bản Word hoặc gõ số vào trang Nhập số liệu.", "The file is a scan without text. Send the Word file or type its figures on the entry page.";
        name: "Đuôi tên tệp khác với nội dung. Lưu lại đúng loại rồi gửi lại.", "The file's name claims another kind. Save it as what it is and send it again.";
        old_word: "Tệp Word kiểu cũ (.doc). Mở bằng Word và lưu lại thành .docx.", "An old Word file (.doc). Open it in Word and save it as .docx.";
        rich_text: "Tệp .rtf. Mở bằng Word và lưu lại thành .docx.", "An .rtf file. Open it in Word and save it as .docx.";
        open_text: "Tệp .odt. Mở bằng LibreOffice và lưu lại thành .docx.", "An .odt file. Open it in LibreOffice and save it as .docx.";
        slides: "Tệp trình chiếu. Gửi bản báo cáo bằng chữ (.docx, .html, .txt).", "A slide show. Send the report as text (.docx, .html, .txt).";
        picture: "Tệp ảnh, không có chữ để đọc. Gửi bản có chữ hoặc gõ số vào trang Nhập số liệu.", "A picture without text. Send a text or type its figures on the entry page.";
        archive: "Tệp nén. Giải nén rồi gửi từng tệp.", "An archive. Unpack it and send the files.";
        program: "Tệp là chương trình, không phải văn bản.", "The file is a program, not a text.";
        encoding: "Không nhận ra bảng mã của chữ. Lưu lại bằng UTF-8.", "The encoding of the text is unknown. Save it as UTF-8.";
        unknown: "Không đọc được loại tệp này. Lưu lại thành .docx, .html hoặc .txt.", "This kind of file cannot be read. Save it as .docx, .html or .txt.";
        size: "Tệp quá lớn. Tối đa 20 MB; bỏ bớt ảnh rồi gửi lại.", "The file is too large. At most 20 MB; take some pictures out.";
        hostile: "Tệp được đóng gói bất thường, có thể gây hại nên không mở. Lưu lại bằng Word hoặc Excel rồi gửi lại.", "The file is packed in an unusual way that could do harm, so it is not opened. Save it again in Word or Excel.";
        too_much: "Tệp dài quá mức đọc được. Chia nhỏ rồi gửi từng phần.", "The file is too long to read. Send it in parts.";
        macros: "Tệp có mã lệnh (macro) nên không nhận. Lưu lại thành .docx hoặc .xlsx.", "The file holds macros and is not taken. Save it as .docx or .xlsx.";
        locked: "Tệp có mật khẩu. Bỏ mật khẩu rồi gửi lại.", "The file is locked by a password. Remove it and send again.";
        broken: "Tệp hỏng hoặc tải lên chưa hết. Gửi lại tệp gốc.", "The file is damaged or incomplete. Send the original again.";
        denied: "Người gửi không còn quyền đọc báo cáo của đơn vị này.", "Whoever sent it may no longer read reports for this unit.";
    }
}
