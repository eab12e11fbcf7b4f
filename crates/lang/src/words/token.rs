//! Words of Mã truy cập: with which another program asks and writes in one's own name.

phrases! {
    /// Mã truy cập.
    Token {
        heading: "Mã truy cập", "Access tokens";
        intro: "Cho chương trình khác (phần mềm báo cáo, Excel, cổng thông tin) lấy và ghi số liệu thay mình, với đúng quyền của mình, không phải đưa mật khẩu.", "Let another program read and write figures in your name, with your own rights, without your password.";
        form: "Tạo mã mới", "New token";
        create: "Tạo mã", "Make a token";
        label: "Mã dùng vào việc gì", "What it is for";
        label_hint: "Ghi sao cho về sau nhìn là biết thu hồi được chưa. Ví dụ: Cổng thông tin tỉnh lấy số quý.", "So that you will know whether it can be revoked. For example: the province's portal reads quarters.";
        days: "Số ngày có hiệu lực", "Days that it lasts";
        secret: "Mã vừa tạo", "The new token";
        secret_text: "Chép ngay vào chương trình sẽ dùng: mã chỉ hiện một lần này. Ai có mã làm được mọi việc mà tài khoản của mình làm được.", "Copy it now into the program that will use it: it is shown this once. Whoever has it may do all that you may.";
        how: "Chương trình gửi kèm mã trong mỗi yêu cầu, ví dụ:", "The program sends it with every request, for example:";
        openapi: "Mô tả giao diện lập trình (OpenAPI)", "The interface in OpenAPI";
        list: "Các mã đã tạo", "Tokens";
        purpose: "Dùng vào việc gì", "What for";
        made: "Tạo lúc", "Made";
        ends: "Hết hiệu lực", "Ends";
        ended: "Đã hết hiệu lực", "Ended";
        act: "Thu hồi", "Revoke";
        revoke_sure: "Chương trình đang dùng mã này sẽ bị từ chối ngay, và mã không lấy lại được.", "The program that uses it is refused at once, and it cannot be brought back.";
        revoke_now: "Thu hồi hẳn", "Revoke for good";
        none_title: "Chưa có mã nào", "No token yet";
        none_text: "Chưa chương trình nào làm việc thay tài khoản này.", "No program acts for this account yet.";
        revoked: "Đã thu hồi mã.", "The token is revoked.";
        label_missing: "Ghi mã dùng vào việc gì.", "Say what it is for.";
        + too_long(most): "Tối đa {most} chữ.", "At most {most} letters.";
        + days_wrong(most): "Nhập số ngày từ 1 đến {most}.", "Type a number of days from 1 to {most}.";
        + too_many(most): "Tài khoản đã có {most} mã còn hiệu lực. Thu hồi mã không dùng nữa rồi tạo mã mới.", "The account has {most} tokens that still work. Revoke one that is not used any more.";
        + revoke_of(label): "Thu hồi mã: {label}", "Revoke the token: {label}";
    }
}
