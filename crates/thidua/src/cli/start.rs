//! `thidua init`, `serve` and `demo`: making an installation and serving it.
//!
//! Not here: the serving itself (`serve`), what the demonstration holds (`demo`).

use std::process::ExitCode;

use acts::ActError;
use acts::account::AccountRefusal;
use acts::installation::{self, CreateRefusal, FirstAdministrator};

use super::{account, open, print};
use crate::config::Settings;
use crate::{demo, serve as server};

/// The first administrator.
#[derive(Debug, Clone, clap::Args)]
pub struct Init {
    /// Tên đăng nhập.
    #[arg(long, value_name = "TÊN", default_value = "quantri")]
    login: String,
    /// Họ và tên.
    #[arg(long, value_name = "HỌ TÊN", default_value = "Người quản trị")]
    name: String,
    /// Đọc mật khẩu từ đầu vào chuẩn; không có thì tự đặt và in ra một lần.
    #[arg(long)]
    password_stdin: bool,
}

/// Makes the installation with its first administrator.
pub async fn init(settings: &Settings, init: &Init) -> anyhow::Result<ExitCode> {
    let app = open(settings).await?;
    let (password, made) = account::new_password("Mật khẩu của người quản trị: ", init.password_stdin)?;
    let first = FirstAdministrator {
        login_name: init.login.clone(),
        full_name: init.name.clone(),
        password: password.clone(),
    };
    match installation::create(&app, first).await {
        Ok(_) => {}
        Err(ActError::Refused(refusal)) => anyhow::bail!(refused(&refusal)),
        Err(end) => anyhow::bail!(end.to_string()),
    }
    print::line(format!("Đã tạo cài đặt ở {}.", settings.kept_in()));
    print::line(format!("Tên đăng nhập: {}", init.login));
    if made {
        print::line(format!("Mật khẩu:      {password}"));
        print::remark("Mật khẩu chỉ hiện một lần này. Ghi lại và đổi sau khi đăng nhập.");
    }
    Ok(ExitCode::SUCCESS)
}

fn refused(refusal: &CreateRefusal) -> String {
    match refusal {
        CreateRefusal::AlreadyCreated => "Cài đặt đã có tài khoản; lệnh này chỉ dùng một lần.".to_owned(),
        CreateRefusal::Account(AccountRefusal::Password(refusal)) => account::refused_password(*refusal),
        CreateRefusal::Account(other) => format!("Không tạo được tài khoản: {other:?}"),
    }
}

/// Serves an installation that is there.
pub async fn serve(settings: &Settings) -> anyhow::Result<ExitCode> {
    let app = open(settings).await?;
    if installation::is_empty(&app).await? {
        anyhow::bail!(
            "Chưa có tài khoản nào. Chạy thidua init để tạo người quản trị đầu tiên, hoặc thidua demo để xem thử."
        );
    }
    let place = settings.kept_in();
    server::run(app, settings, Vec::new(), |address| {
        print::line(format!("Dữ liệu:  {place}"));
        print::line(format!("Địa chỉ:  http://{address}/"));
    })
    .await?;
    Ok(ExitCode::SUCCESS)
}

/// Loads the demonstration where nothing is yet, and serves it.
pub async fn demo(settings: &Settings) -> anyhow::Result<ExitCode> {
    let app = open(settings).await?;
    if installation::is_empty(&app).await? {
        print::remark("Đang nạp dữ liệu minh họa…");
        demo::load(&app).await?;
    }
    // Only the demonstration's own accounts are shown, and only where they still have the demonstration's passwords.
    let accounts = demo::open_accounts(&app).await?;
    let place = settings.kept_in();
    let shown: Vec<String> = accounts.iter().map(demo::Shown::line).collect();
    server::run(app, settings, shown, |address| {
        print::line(format!("Dữ liệu:    {place}"));
        print::line(format!("Địa chỉ:    http://{address}/"));
        for one in &accounts {
            print::line(format!("  {:<12} {:<28} {}", one.login, one.password, one.purpose));
        }
        if accounts.is_empty() {
            print::line("Đây không phải dữ liệu minh họa; đăng nhập bằng tài khoản sẵn có.");
        }
    })
    .await?;
    Ok(ExitCode::SUCCESS)
}
