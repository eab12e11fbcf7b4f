//! The program's settings: the one place that reads the environment, the clock and the machine's randomness for
//! the number of this program.
//!
//! Not here: what is done with the settings (`serve`, `cli`).

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use acts::Clock;
use acts::key::Sealing;

use crate::mail::{Relay, Security};

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
    /// Máy chủ thư để gửi thư nhắc (MÁY:CỔNG); không đặt thì không gửi thư nào.
    #[arg(long, global = true, env = "THIDUA_SMTP", value_name = "MÁY:CỔNG")]
    pub smtp: Option<String>,
    /// Mã hoá khi gửi thư: starttls (cổng 587), tls (cổng 465), none (chỉ cho máy chủ trong mạng kín).
    #[arg(
        long,
        global = true,
        env = "THIDUA_SMTP_SECURITY",
        value_name = "CÁCH",
        default_value = "starttls"
    )]
    pub smtp_security: Security,
    /// Tên đăng nhập máy chủ thư, nếu máy chủ đòi.
    #[arg(long, global = true, env = "THIDUA_SMTP_USER", value_name = "TÊN")]
    pub smtp_user: Option<String>,
    /// Tệp chứa mật khẩu máy chủ thư; chỉ người vận hành được đọc.
    #[arg(long, global = true, env = "THIDUA_SMTP_PASSWORD_FILE", value_name = "TỆP")]
    pub smtp_password_file: Option<PathBuf>,
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
    /// Địa chỉ mà người ngoài mở được, in trên giấy khen và báo cáo (https://…); không đặt thì dùng địa chỉ phục vụ.
    #[arg(long, global = true, env = "THIDUA_PUBLIC_URL", value_name = "ĐỊA CHỈ")]
    pub public_url: Option<String>,
    /// Tệp khóa niêm phong các khóa ký; không đặt thì dùng khoa-niem-phong trong thư mục dữ liệu. Sao lưu riêng tệp này.
    #[arg(long, global = true, env = "THIDUA_KEY_FILE", value_name = "TỆP")]
    pub key_file: Option<PathBuf>,
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

impl Settings {
    /// The address that is printed on papers and certificates: the one that was set, else the one that is served.
    pub fn origin(&self) -> String {
        let served = || format!("http{}://{}", if self.https { "s" } else { "" }, self.listen);
        self.public_url.clone().unwrap_or_else(served).trim_end_matches('/').to_owned()
    }

    /// Where letters go; nothing when no mail server is named.
    pub fn relay(&self) -> anyhow::Result<Option<Relay>> {
        let Some(server) = &self.smtp else { return Ok(None) };
        let (host, port) = server.rsplit_once(':').unwrap_or((server.as_str(), ""));
        let port = port.parse();
        let Ok(port) = port else {
            anyhow::bail!("Máy chủ thư ghi như mail.coquan.vn:587, không phải {server}.");
        };
        let account = match (&self.smtp_user, &self.smtp_password_file) {
            (Some(user), Some(file)) => {
                let password = std::fs::read_to_string(file)
                    .map_err(|fault| anyhow::anyhow!("Không đọc được {}: {fault}", file.display()))?;
                Some((user.clone(), password.trim_end_matches(['\r', '\n']).to_owned()))
            }
            (None, None) => None,
            _ => anyhow::bail!("Tên đăng nhập và tệp mật khẩu máy chủ thư phải có cả hai."),
        };
        anyhow::ensure!(
            account.is_none() || self.smtp_security != Security::None,
            "Có mật khẩu thì phải mã hoá: --smtp-security starttls hoặc tls."
        );
        Ok(Some(Relay {
            host: host.trim_matches(['[', ']']).to_owned(),
            port,
            security: self.smtp_security,
            account,
            from: self.mail_from.clone(),
            home: self.home.clone(),
        }))
    }
}

/// The fewest bytes of a key file.
const KEY_BYTES: usize = 32;

impl Settings {
    /// What is needed to sign certificates. The key file is made where it is missing; whoever copies the database
    /// without it has the public halves of the keys and nothing to sign with.
    pub fn sealing(&self) -> anyhow::Result<Sealing> {
        let file = self.key_file.clone().unwrap_or_else(|| self.data.join("khoa-niem-phong"));
        let content = match std::fs::read(&file) {
            Ok(content) => content,
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => {
                let mut fresh = [0_u8; KEY_BYTES];
                getrandom::fill(&mut fresh)?;
                self.prepare_folder()?;
                if let Some(folder) = file.parent().filter(|folder| !folder.is_dir()) {
                    make_private(folder)?;
                }
                write_private(&file, &fresh)?;
                fresh.to_vec()
            }
            Err(fault) => return Err(fault.into()),
        };
        anyhow::ensure!(content.len() >= KEY_BYTES, "Tệp khóa {} cần ít nhất 32 byte.", file.display());
        Ok(Sealing::new(&content, &self.origin()))
    }
}

/// Writes a file that is not there yet, for its owner alone.
fn write_private(file: &Path, content: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut open = options.open(file)?;
    open.write_all(content)?;
    open.sync_all()
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
    fn a_key_file_is_made_once_and_kept_from_others() {
        let folder = std::env::temp_dir().join(format!("thidua-khoa-{}", std::process::id()));
        let file = folder.join("khoa");
        let line =
            Line::try_parse_from(["thidua", "--key-file", &file.display().to_string()]).expect("settings");
        line.settings.sealing().expect("made");
        let first = std::fs::read(&file).expect("written");
        line.settings.sealing().expect("read");
        assert_eq!(std::fs::read(&file).expect("there"), first);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
        }
        std::fs::write(&file, "ngắn").expect("cut");
        assert!(line.settings.sealing().is_err());
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn a_node_fits_its_ten_bits() {
        assert!((0..64).all(|_| node() < 1024));
    }
}
