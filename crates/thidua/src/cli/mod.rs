//! The command line: which commands there are, and what they share. Each calls the same acts as the pages.
//!
//! Not here: rules and permissions (`acts`), its own way to the data.

mod account;
mod doctor;
mod import_units;
pub mod print;
mod read;
mod start;

use std::process::ExitCode;

use acts::App;
use acts::installation::{self, Address};
use clap::{Parser, Subcommand};

use crate::config::{self, Settings};

/// The layout of clap's help, in the language of those who read it.
const HELP: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "thidua",
    version,
    about = "Thi đua: học tập và làm theo Bác, từ chỉ đạo đến số liệu mở được nguồn",
    help_template = HELP,
    subcommand_help_heading = "Lệnh",
    subcommand_value_name = "LỆNH",
    disable_help_subcommand = true,
    next_help_heading = "Thiết lập"
)]
pub struct Line {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Tạo cài đặt mới với người quản trị đầu tiên.
    #[command(help_template = HELP, next_help_heading = "Tuỳ chọn")]
    Init(start::Init),
    /// Phục vụ trang web và giao diện chương trình.
    #[command(help_template = HELP)]
    Serve,
    /// Nạp dữ liệu minh họa vào cài đặt còn trống rồi phục vụ.
    #[command(help_template = HELP)]
    Demo,
    /// Cộng lại mọi số tổng hợp và kiểm tra chuỗi nhật ký; báo chỗ khác nhau.
    #[command(help_template = HELP, next_help_heading = "Tuỳ chọn")]
    Doctor(doctor::Doctor),
    /// Đọc báo cáo (Word, PDF, Excel, trang web, thư, văn bản) và in ra số liệu tìm thấy; không cần cơ sở dữ liệu.
    #[command(help_template = HELP, next_help_heading = "Tuỳ chọn")]
    Read(read::Read),
    /// Nhập cây đơn vị từ tệp .csv hoặc .xlsx.
    #[command(help_template = HELP, next_help_heading = "Tuỳ chọn")]
    ImportUnits(import_units::ImportUnits),
    /// Tạo mã truy cập giao diện chương trình cho một tài khoản; chỉ in một lần.
    #[command(help_template = HELP, next_help_heading = "Tuỳ chọn")]
    Token(account::Token),
    /// Đặt lại mật khẩu của người quản trị toàn bộ khi không còn ai đăng nhập được.
    #[command(help_template = HELP, next_help_heading = "Tuỳ chọn")]
    Recover(account::Recover),
}

/// Does what the line asks for.
pub fn run(line: &Line) -> anyhow::Result<ExitCode> {
    if let Command::Read(read) = &line.command {
        return read::run(read);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(with_database(line))
}

async fn with_database(line: &Line) -> anyhow::Result<ExitCode> {
    let settings = &line.settings;
    match &line.command {
        Command::Init(init) => start::init(settings, init).await,
        Command::Serve => start::serve(settings).await,
        Command::Demo => start::demo(settings).await,
        Command::Doctor(doctor) => doctor::run(&open(settings).await?, doctor).await,
        Command::ImportUnits(import) => import_units::run(&open(settings).await?, import).await,
        Command::Token(token) => account::token(&open(settings).await?, token).await,
        Command::Recover(recover) => account::recover(&open(settings).await?, recover).await,
        Command::Read(read) => read::run(read),
    }
}

/// Opens the installation: makes the folder, opens the database, copies it before migrating, migrates.
async fn open(settings: &Settings) -> anyhow::Result<App> {
    let place = settings.kept_in();
    settings
        .prepare_folder()
        .map_err(|fault| anyhow::anyhow!("Không tạo được thư mục {}: {fault}", settings.data.display()))?;
    let address = match &settings.database_url {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Embedded(settings.database_file()),
    };
    let sealing = settings.sealing()?;
    installation::open(address, config::clock(), config::node())
        .await
        .map(|app| app.with_sealing(sealing))
        .map_err(|fault| anyhow::anyhow!("Không mở được cơ sở dữ liệu {place}: {fault}"))
}
