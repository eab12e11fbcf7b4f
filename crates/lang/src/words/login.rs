//! Words of login, password and the first administrator.

phrases! {
    /// Login, password, first administrator.
    Login {
        heading: "Đăng nhập", "Log in";
        account: "Tên đăng nhập", "Login name";
        password: "Mật khẩu", "Password";
        enter: "Đăng nhập", "Log in";
        forgotten: "Quên mật khẩu: báo người quản trị của đơn vị để đặt lại.", "Forgotten password: ask the unit's administrator to reset it.";
        refused: "Tên đăng nhập hoặc mật khẩu không đúng", "Wrong login name or password";
        demo: "Tài khoản dùng thử", "Demonstration accounts";
        first_heading: "Chưa có tài khoản nào", "There is no account yet";
        first_text: "Trên máy chủ, tạo người quản trị đầu tiên bằng lệnh dưới đây, rồi tải lại trang này.", "On the server, make the first administrator with the command below, then reload this page.";
        password_heading: "Đổi mật khẩu", "Change password";
        password_now: "Mật khẩu hiện nay", "Current password";
        password_new: "Mật khẩu mới", "New password";
        password_again: "Nhập lại mật khẩu mới", "New password again";
        password_hint: "Ít nhất 14 ký tự. Một câu ngắn dễ nhớ là tốt nhất.", "At least 14 characters. A short sentence that you remember is best.";
        password_needed: "Nhập mật khẩu.", "Type a password.";
        password_after: "Đổi xong, đăng nhập lại bằng mật khẩu mới.", "Afterwards, log in again with the new one.";
        password_changed: "Đã đổi mật khẩu.", "The password was changed.";
        password_wrong: "Mật khẩu hiện nay không đúng.", "The current password is wrong.";
        password_name: "Mật khẩu không được trùng tên đăng nhập.", "The password must not be the login name.";
        password_same: "Mật khẩu mới trùng mật khẩu cũ.", "The new password is the old one.";
        password_must: "Đặt mật khẩu của riêng mình trước khi làm việc.", "Choose your own password before you begin.";
        password_differs: "Hai lần nhập mật khẩu mới khác nhau.", "The two new passwords differ.";
        password_common: "Mật khẩu này dễ đoán. Chọn mật khẩu khác.", "This password is easily guessed. Choose another.";
        left: "Đã đăng xuất.", "Logged out.";
        + password_short(least): "Mật khẩu cần ít nhất {least} ký tự.", "The password needs at least {least} characters.";
        + password_long(most): "Mật khẩu dài quá {most} ký tự.", "The password is longer than {most} characters.";
        + locked(minutes): "Sai quá nhiều lần. Thử lại sau {minutes} phút", "Too many wrong tries. Try again in {minutes} minutes";
    }
}
