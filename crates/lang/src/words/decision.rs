//! Words of one decision: its signed copies and what happens to it afterwards.

phrases! {
    /// Quyết định: bản đã ký, thay đổi.
    Decision {
        certificates: "Giấy khen", "Certificates";
        proposals: "Tờ trình của đợt khen", "Proposals of rounds";
        signed: "Bản đã ký", "Signed copies";
        signed_text: "Ký số hoặc ký giấy ở ngoài, rồi đưa bản PDF về đây. Chữ ký được đọc lại từ chính tệp mỗi lần xem.", "Sign elsewhere, by key or by hand, and bring the PDF back. Its signatures are read from the file itself each time.";
        no_signed: "Chưa có bản nào đưa về.", "None came back yet.";
        take_back: "Đưa bản đã ký về", "Bring a signed copy back";
        signed_file: "Tệp PDF đã ký", "Signed PDF";
        signed_hint: "PDF, tối đa 20 MB", "PDF, at most 20 MB";
        taken_back: "Đã nhận bản đã ký.", "The signed copy was kept.";
        not_signed: "Không có chữ ký số trong tệp (có thể là bản quét)", "No signature in the file (it may be a scan)";
        whole: "Toàn bộ tệp còn nguyên", "The whole file is unchanged";
        changed: "Nội dung đã thay đổi sau khi ký", "Changed after it was signed";
        added: "Có phần thêm vào sau chữ ký này", "Something was added after this signature";
        not_read: "Kiểu chữ ký này chương trình chưa đọc được", "This kind of signature cannot be read here";
        wrong_key: "Chữ ký không do khoá trong chứng thư tạo ra", "Not made by the key of its certificate";
        not_held: "Lúc ký, chứng thư không còn hoặc chưa có hiệu lực", "The certificate did not hold at that time";
        trust_unknown: "Nguồn gốc chứng thư: chưa kiểm tra được ở đây", "Origin of the certificate: not checked here";
        unchecked: "Chương trình không tra danh sách thu hồi và không xác nhận giờ ký; giờ ký là lời của người ký.", "Lists of withdrawn certificates are not looked up, and the time is the signer's own word.";
        no_time: "không ghi giờ ký", "no time told";
        not_pdf: "Tệp này không phải PDF.", "This file is no PDF.";
        empty: "Chọn tệp PDF.", "Choose a PDF file.";
        too_large: "Tệp lớn hơn 20 MB.", "The file is larger than 20 MB.";
        known: "Bản này đã được nhận rồi.", "This very file was kept before.";
        name_bad: "Tên tệp quá dài.", "The file's name is too long.";
        change: "Đính chính, hủy bỏ, phục hồi", "Correct, cancel, restore";
        change_intro: "Mỗi thay đổi là một dòng ghi riêng với quyết định và lý do; dòng cũ vẫn còn.", "Every change is a record of its own with its decision and reason; what stood before stays.";
        change_warning: "Mã xác minh trên giấy khen sẽ hiện ngay thay đổi này.", "The code on the certificate shows this change at once.";
        what: "Việc", "What";
        line: "Số thứ tự trong danh sách", "Line of the list";
        line_hint: "Để trống là toàn bộ quyết định. Đính chính cần số thứ tự.", "Empty means the whole decision. A correction needs a line.";
        new_name: "Tên đúng", "Right name";
        new_name_hint: "Chỉ khi đính chính", "Only for a correction";
        from_day: "Từ ngày", "From";
        by_number: "Theo quyết định số", "By decision";
        reason: "Lý do", "Reason";
        reason_hint: "Ai xem dòng này đều đọc được", "Everybody who looks at the line reads it";
        save: "Ghi thay đổi", "Save the change";
        changed_done: "Đã ghi thay đổi.", "The change was saved.";
        no_line: "Danh sách không có số thứ tự này.", "The list has no such line.";
        needed: "Cần điền.", "Needed.";
        in_future: "Ngày này chưa đến.", "This day has not come.";
        before: "Ngày này trước ngày quyết định.", "Before the decision itself.";
        cannot_follow: "Không làm được việc này với dòng đang như vậy: dòng đã hủy hoặc tước thì chỉ phục hồi được, dòng còn hiệu lực thì không phục hồi.", "It cannot come upon what stands: what was cancelled or stripped can only be restored, and what stands cannot.";
        nothing_changes: "Tên mới giống tên đang có.", "The name is as it was.";
        other: "Chưa ghi được thay đổi này.", "This change cannot be saved.";
        + too_long(most): "Tối đa {most} chữ.", "At most {most} letters.";
        + signed_by(name, at): "{name}, {at}", "{name}, {at}";
        + of_organisation(name): "Tổ chức: {name}", "Organisation: {name}";
        + issued_by(name, serial): "Chứng thư do {name} cấp, số {serial}", "Certificate issued by {name}, number {serial}";
        + brought(name, at): "{name} đưa về {at}", "Brought back by {name}, {at}";
        + hash(sum): "SHA-256 {sum}", "SHA-256 {sum}";
    }
}
