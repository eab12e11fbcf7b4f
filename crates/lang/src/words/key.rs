//! Words of Khoá ký: the keys with which a body signs its certificates.

phrases! {
    /// Khoá ký.
    Key {
        heading: "Khoá ký", "Signing keys";
        intro: "Giấy khen vào sổ khi khoá đang mở thì có chữ ký số, ai cũng kiểm tra được, kể cả khi đơn vị đã giải thể.", "Certificates entered while a key is open carry a signature that anybody can check, even after the unit is dissolved.";
        standing: "Tình trạng", "Standing";
        signs: "Đang ký", "Signs";
        signs_not: "Chưa ký được", "Does not sign";
        no_safe: "Bản cài đặt chưa có tệp khoá hoặc địa chỉ công khai; người quản trị máy chủ đặt hai mục ấy khi chạy chương trình.", "The installation has no key file or no public address; whoever runs the server sets both.";
        outside: "Cơ quan khen thưởng nằm ngoài cây đơn vị, nên không ai ở đây ký thay.", "The body stands outside the tree, so nobody here signs for it.";
        ask_manager: "Người quản trị của đơn vị ấy mở khoá được.", "An administrator of that unit can open one.";
        open: "Mở khoá ký", "Open a key";
        rotate: "Thay khoá", "Change the key";
        retire: "Ngừng khoá", "Close the key";
        rotate_text: "Khoá mới ký từ lúc này; khoá cũ thôi ký, những gì đã ký vẫn kiểm tra được.", "The new key signs from now on; what the old one signed can go on to be checked.";
        retire_text: "Ngừng khi nghi lộ khoá hoặc đơn vị giải thể. Phần bí mật bị xoá, không lấy lại được.", "Close it when it may have leaked or the unit is dissolved. Its secret half is deleted for good.";
        reason: "Lý do", "Reason";
        why_rotate: "Lý do thay khoá", "Reason for the change";
        why_retire: "Lý do ngừng khoá", "Reason for closing";
        keys: "Các khoá", "Keys";
        public: "Khoá công khai", "Public key";
        opened: "Mở lúc", "Opened";
        by: "Người mở", "By";
        closed: "Ngừng lúc", "Closed";
        still_open: "Đang mở", "Open";
        none_title: "Đơn vị chưa có khoá ký", "The unit has no key";
        none_text: "Khoá ký gắn với đơn vị khen thưởng. Mở một khoá thì giấy vào sổ sau đó có chữ ký số.", "A key belongs to the unit that confers. Once it is open, certificates entered after that are signed.";
        opened_done: "Đã mở khoá ký.", "The key is open.";
        closed_done: "Đã ngừng khoá ký.", "The key is closed.";
        reason_missing: "Nhập lý do.", "Type the reason.";
        not_there: "Đơn vị đã kết thúc hoạt động, không mở khoá mới được.", "The unit is no longer there; no new key can be opened.";
        none_open: "Không có khoá nào đang mở.", "No key is open.";
        way: "Đến Khoá ký", "To the keys";
        + too_long(most): "Tối đa {most} chữ.", "At most {most} letters.";
        + no_key(unit): "{unit} chưa mở khoá ký, nên giấy vào sổ lúc này không có chữ ký số; mã trên giấy vẫn tra được.", "{unit} has no open key, so certificates entered now are not signed; their codes still open the page.";
        + address(at): "Địa chỉ kiểm tra: {at}", "Checked under: {at}";
    }
}
