//! Words of Quản trị: accounts, duties, ledger, imports, the permission matrix.

phrases! {
    /// Quản trị.
    Admin {
        heading: "Quản trị", "Administration";
        intro: "Tài khoản, quyền theo đơn vị và thời hạn, nhật ký, các lần nhập.", "Accounts, duties by unit and date, ledger, imports.";
        parts: "Các phần quản trị", "Parts";
        accounts: "Tài khoản", "Accounts";
        duties: "Quyền", "Duties";
        ledger: "Nhật ký", "Ledger";
        imports: "Các lần nhập", "Imports";
        matrix: "Bảng quyền", "Permission matrix";
        filters: "Bộ lọc", "Filters";
        login: "Tên đăng nhập", "Login name";
        login_hint: "Chữ thường không dấu, số, dấu chấm.", "Lower-case letters, digits, dots.";
        name: "Họ và tên", "Name";
        status: "Tình trạng", "Standing";
        active: "Đang dùng", "Active";
        closed: "Đã khoá", "Closed";
        unit: "Đơn vị", "Unit";
        right: "Quyền", "Right";
        everywhere: "Toàn hệ thống", "The whole installation";
        from: "Từ ngày", "From";
        to: "Đến hết ngày", "Until";
        open_ended: "không thời hạn", "open-ended";
        add_account: "Tạo tài khoản", "Create an account";
        add_duty: "Giao quyền", "Grant a duty";
        first_password: "Mật khẩu ban đầu", "First password";
        first_password_hint: "Ít nhất 14 ký tự. Đưa tận tay; người dùng đổi sau lần đăng nhập đầu.", "At least 14 characters. Hand it over in person.";
        close_account: "Khoá tài khoản", "Close the account";
        reopen_account: "Mở lại tài khoản", "Reopen the account";
        end_duty: "Kết thúc", "End";
        reset: "Đặt lại mật khẩu", "Reset the password";
        when: "Lúc", "When";
        who: "Người làm", "Who";
        origin: "Từ đâu", "From";
        act: "Việc", "Act";
        object: "Đối tượng", "Object";
        detail: "Nội dung", "Detail";
        kind: "Loại", "Kind";
        file: "Tệp", "File";
        rows: "Số dòng", "Rows";
        standing: "Tình trạng", "Standing";
        undone: "Đã hoàn tác", "Undone";
        written: "Đã ghi", "Written";
        action: "Việc", "Action";
        system: "hệ thống", "the program";
        stranger: "người lạ", "a stranger";
        login_taken: "Tên đăng nhập này đã có.", "This login name exists.";
        login_bad: "Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, 3 đến 40 ký tự.", "Lower-case letters, digits and dots only, 3 to 40 of them.";
        name_needed: "Nhập họ và tên.", "Type the name.";
        last_manager: "Đây là người quản trị cuối cùng, không khoá được.", "This is the last administrator and cannot be closed.";
        not_beyond: "Chỉ giao được quyền trong phạm vi quản trị của mình.", "Only within what you manage.";
        no_rows: "Chưa có dòng nào khớp.", "Nothing matches.";
        no_rows_text: "Bỏ bớt điều kiện lọc.", "Use fewer filters.";
        post: "Chức vụ", "Post";
        unit_hint: "Nhập tên hoặc mã đơn vị. Để trống là toàn hệ thống.", "Type a name or a code. Empty means the whole installation.";
        backwards: "Ngày kết thúc trước ngày bắt đầu.", "It ends before it begins.";
        already_held: "Tài khoản đã có quyền này trong thời gian đó.", "The account has this right at that time.";
        already_ended: "Quyền này đã kết thúc.", "This duty has ended.";
        oneself: "Không tự khoá tài khoản của mình được.", "One cannot close one's own account.";
        account_itself: "Tài khoản này", "This account";
        pick_account: "Tài khoản", "Account";
        act_filter: "Việc bắt đầu bằng", "Act begins with";
        matrix_note: "Bảng này do chương trình in ra từ chính quy tắc đang dùng.", "Printed from the rules in use.";
        column_act: "Thao tác", "Act";
        duty_ended: "Đã kết thúc quyền.", "The duty was ended.";
        + account_created(name): "Đã tạo tài khoản cho {name}.", "An account for {name} was created.";
        + duty_granted(right, name): "Đã giao quyền {right} cho {name}.", "{right} was granted to {name}.";
        + account_closed(name): "Đã khoá tài khoản của {name}.", "The account of {name} was closed.";
        + account_reopened(name): "Đã mở lại tài khoản của {name}.", "The account of {name} was reopened.";
        + password_reset(name): "Đã đặt lại mật khẩu của {name}.", "The password of {name} was reset.";
        + count(count): "{count} dòng", "{count} rows";
    }
}
