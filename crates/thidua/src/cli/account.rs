//! Who acts at the terminal: a person with an account and its password, as on the pages; and their API tokens.
//!
//! Not here: making accounts (`acts::account`, on the pages). Whoever runs the program on its machine can write into the
//! database file, yet every act keeps a name under it; only where no administrator can log in any more does one get a new
//! password from here, and the ledger says so.

use std::io::{BufRead as _, IsTerminal as _};
use std::process::{Command, ExitCode};

use acts::account::PasswordRefusal;
use acts::login::LoginRefusal;
use acts::{ActError, App, Ctx};

use super::print;

/// Where acts of the terminal come from, as the ledger writes it.
pub const ORIGIN: &str = "cli";

/// An API token to be made.
#[derive(Debug, Clone, clap::Args)]
pub struct Token {
    /// Tên đăng nhập của tài khoản; mật khẩu đọc từ bàn phím hoặc đầu vào.
    #[arg(long, value_name = "TÊN")]
    login: String,
    /// Mã dùng vào việc gì.
    #[arg(long, value_name = "CHỮ", default_value = "Chương trình khác")]
    label: String,
    /// Số ngày có hiệu lực.
    #[arg(long, value_name = "NGÀY", default_value_t = 90)]
    days: u32,
}

/// Makes a token and prints it, once.
pub async fn token(app: &App, token: &Token) -> anyhow::Result<ExitCode> {
    let ctx = person(app, &token.login).await?;
    let made = match acts::token::create(&ctx, &token.label, token.days).await {
        Ok(made) => made,
        Err(ActError::Refused(refusal)) => {
            anyhow::bail!(crate::web::token::sentence(refusal, lang::Lang::Vi.words()))
        }
        Err(end) => anyhow::bail!(end.to_string()),
    };
    print::line(&made.secret);
    print::remark(format!(
        "Mã này chỉ hiện một lần, hết hiệu lực ngày {}. Gửi kèm mỗi yêu cầu: Authorization: Bearer MÃ",
        lang::date::short(day_of(made.row.ends), lang::Lang::Vi)
    ));
    Ok(ExitCode::SUCCESS)
}

/// An administrator who cannot log in.
#[derive(Debug, Clone, clap::Args)]
pub struct Recover {
    /// Tên đăng nhập của người quản trị toàn bộ.
    #[arg(long, value_name = "TÊN")]
    login: String,
    /// Đọc mật khẩu mới từ đầu vào chuẩn; không có thì tự đặt và in ra một lần.
    #[arg(long)]
    password_stdin: bool,
}

/// Gives an administrator a new password, read or made by chance and then printed once.
pub async fn recover(app: &App, recover: &Recover) -> anyhow::Result<ExitCode> {
    let (password, made) = new_password("Mật khẩu mới: ", recover.password_stdin)?;
    match acts::installation::recover(app, &recover.login, &password).await {
        Ok(()) => {}
        Err(ActError::Refused(refusal)) => anyhow::bail!(refused_password(refusal)),
        Err(ActError::Missing) => anyhow::bail!(
            "Không có người quản trị toàn bộ nào đang hoạt động với tên {}. Tài khoản khác do người quản trị đặt lại \
             trên trang.",
            recover.login
        ),
        Err(end) => anyhow::bail!(end.to_string()),
    }
    if made {
        print::line(&password);
    }
    print::remark(
        "Đã đặt lại; nhật ký ghi việc này. Mọi lần đăng nhập và mã truy cập của tài khoản thôi dùng được; lần đăng nhập \
         sau phải đổi mật khẩu.",
    );
    Ok(ExitCode::SUCCESS)
}

/// A new password from the standard input, or by chance; and whether it was made here.
pub fn new_password(prompt: &str, from_stdin: bool) -> anyhow::Result<(String, bool)> {
    if from_stdin { Ok((secret_line(prompt)?, false)) } else { Ok((fresh_password()?, true)) }
}

/// A password by chance: six groups of four letters, 120 random bits, in an alphabet that reads one way only.
fn fresh_password() -> anyhow::Result<String> {
    let mut bytes = [0_u8; 24];
    getrandom::fill(&mut bytes).map_err(|fault| anyhow::anyhow!("Máy không cho số ngẫu nhiên: {fault}"))?;
    let letters: Vec<char> = "0123456789abcdefghjkmnpqrstvwxyz".chars().collect();
    let mut password = String::new();
    for (place, byte) in bytes.iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            password.push('-');
        }
        password.extend(letters.get(usize::from(byte % 32)));
    }
    Ok(password)
}

/// Why a password is not taken.
pub fn refused_password(refusal: PasswordRefusal) -> String {
    match refusal {
        PasswordRefusal::TooShort { least } => format!("Mật khẩu cần ít nhất {least} chữ."),
        PasswordRefusal::TooLong { most } => format!("Mật khẩu dài quá {most} chữ."),
        PasswordRefusal::SameAsName
        | PasswordRefusal::TooObvious
        | PasswordRefusal::SameAsBefore
        | PasswordRefusal::WrongOld => "Mật khẩu này quá dễ đoán. Chọn một câu khác.".to_owned(),
    }
}

/// The day of a moment in Viet Nam.
fn day_of(at: jiff::Timestamp) -> jiff::civil::Date {
    jiff::tz::Offset::constant(7).to_datetime(at).date()
}

/// Logs a person in for one command. The login ends at once; the act that follows is theirs.
pub async fn person(app: &App, login: &str) -> anyhow::Result<Ctx> {
    let password = secret_line(&format!("Mật khẩu của {login}: "))?;
    let token = match acts::login::begin(app, login, &password, ORIGIN, "thidua").await {
        Ok(token) => token,
        Err(ActError::Refused(LoginRefusal::Wrong)) => {
            anyhow::bail!("Tên đăng nhập hoặc mật khẩu không đúng.")
        }
        Err(ActError::Refused(LoginRefusal::Locked { .. })) => {
            anyhow::bail!("Đăng nhập sai nhiều lần. Chờ ít phút rồi thử lại.")
        }
        Err(end) => anyhow::bail!(end.to_string()),
    };
    let person = acts::login::find(app, &token.0).await?;
    acts::login::end(app, &token.0, ORIGIN).await?;
    let person = person.ok_or_else(|| anyhow::anyhow!("Tài khoản {login} vừa bị khoá."))?;
    if person.must_change {
        anyhow::bail!("Đăng nhập trên trang web và đổi mật khẩu lần đầu trước.");
    }
    Ok(Ctx::new(app, person.account, ORIGIN))
}

/// One line from the standard input; typed at a terminal it is not shown.
pub fn secret_line(prompt: &str) -> anyhow::Result<String> {
    let stdin = std::io::stdin();
    let typed = stdin.is_terminal();
    let shown = typed.then(|| Hidden::begin(prompt));
    let mut line = String::new();
    stdin.lock().read_line(&mut line)?;
    drop(shown);
    let line = line.trim_end_matches(['\r', '\n']).to_owned();
    if line.is_empty() {
        anyhow::bail!("Chưa có mật khẩu. Gõ mật khẩu hoặc đưa vào đầu vào chuẩn.");
    }
    Ok(line)
}

/// While it lives, the terminal does not show what is typed.
struct Hidden;

impl Hidden {
    fn begin(prompt: &str) -> Self {
        print::remark(prompt);
        // A terminal without `stty` shows the letters; that is no reason to refuse the person.
        let _ = Command::new("stty").arg("-echo").status();
        Self
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        let _ = Command::new("stty").arg("echo").status();
    }
}
