//! The program's settings: the one place that reads the environment, the clock and the machine's randomness for
//! the number of this program.
//!
//! Not here: what is done with the settings (`serve`, `cli`).

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use acts::Clock;

/// Where the program keeps its things and listens. Every setting is a flag or a variable of the environment.
#[derive(Debug, Clone, clap::Args)]
pub struct Settings {
    /// Thư mục dữ liệu của cơ sở dữ liệu nhúng.
    #[arg(long, global = true, env = "THIDUA_DATA", value_name = "THƯ MỤC", default_value = "./data")]
    pub data: PathBuf,
    /// Địa chỉ PostgreSQL (postgres://…); đặt thì không dùng cơ sở dữ liệu nhúng.
    #[arg(
        long,
        global = true,
        env = "THIDUA_DATABASE_URL",
        value_name = "ĐỊA CHỈ",
        hide_env_values = true,
        value_parser = postgres
    )]
    pub database_url: Option<String>,
    /// Địa chỉ và cổng phục vụ trang web.
    #[arg(
        long,
        global = true,
        env = "THIDUA_LISTEN",
        value_name = "ĐỊA CHỈ:CỔNG",
        default_value = "127.0.0.1:8080"
    )]
    pub listen: SocketAddr,
    /// Người dùng truy cập qua HTTPS (có máy chủ trung gian mã hoá): cookie chỉ gửi qua HTTPS.
    #[arg(long, global = true, env = "THIDUA_HTTPS")]
    pub https: bool,
    /// Đứng sau máy chủ trung gian: địa chỉ người dùng lấy từ X-Forwarded-For.
    #[arg(long, global = true, env = "THIDUA_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// Máy chủ thư nội bộ để gửi thư nhắc (MÁY:CỔNG); không đặt thì không gửi thư nào.
    #[arg(long, global = true, env = "THIDUA_SMTP", value_name = "MÁY:CỔNG")]
    pub smtp: Option<String>,
    /// Địa chỉ thư của người gửi thư nhắc.
    #[arg(
        long,
        global = true,
        env = "THIDUA_MAIL_FROM",
        value_name = "THƯ",
        default_value = "thidua@localhost"
    )]
    pub mail_from: String,
    /// Địa chỉ trang của hệ thống, để ghi trong thư nhắc.
    #[arg(long, global = true, env = "THIDUA_HOME", value_name = "ĐỊA CHỈ", default_value = "")]
    pub home: String,
}

/// Accepts an address of PostgreSQL. The address itself stays out of the message: it may hold a password.
fn postgres(text: &str) -> Result<String, &'static str> {
    let known = text.starts_with("postgres://") || text.starts_with("postgresql://");
    if known { Ok(text.to_owned()) } else { Err("địa chỉ bắt đầu bằng postgres://") }
}

impl Settings {
    /// The file of the embedded database.
    pub fn database_file(&self) -> PathBuf {
        self.data.join("thidua.db")
    }

    /// What is kept where, in words for the person who starts the program; never with a password.
    pub fn kept_in(&self) -> String {
        match &self.database_url {
            None => self.database_file().display().to_string(),
            Some(url) => {
                let place = url.rsplit_once('@').map_or(url.as_str(), |(_, place)| place);
                format!("PostgreSQL {}", place.split('?').next().unwrap_or(place))
            }
        }
    }

    /// Makes the folder of the embedded database where it is missing, readable by its owner alone.
    pub fn prepare_folder(&self) -> std::io::Result<()> {
        if self.database_url.is_some() || self.data.is_dir() {
            return Ok(());
        }
        make_private(&self.data)
    }
}

#[cfg(unix)]
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// The clock of the machine.
pub fn clock() -> Clock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    Clock::new(jiff::Timestamp::now)
}

/// A number that tells this program from others over the same database, 0 to 1023. Chance is good enough: a
/// clash needs two programs with one number in one millisecond at one serial number.
pub fn node() -> u16 {
    let mut bytes = [0_u8; 2];
    // Without randomness every program has the number 0, which is right for the usual single one.
    let _ = getrandom::fill(&mut bytes);
    u16::from_be_bytes(bytes) & 1023
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        settings: Settings,
    }

    #[test]
    fn a_password_is_never_shown() {
        let url = "postgres://thidua:bimat@db.example:5432/thidua?sslmode=require";
        let line = Line::try_parse_from(["thidua", "--database-url", url]).expect("settings");
        assert_eq!(line.settings.kept_in(), "PostgreSQL db.example:5432/thidua");
        let refused =
            Line::try_parse_from(["thidua", "--database-url", "mysql://x"]).err().expect("a refusal");
        assert!(refused.to_string().contains("postgres://"), "{refused}");
    }

    #[test]
    fn a_node_fits_its_ten_bits() {
        assert!((0..64).all(|_| node() < 1024));
    }
}
