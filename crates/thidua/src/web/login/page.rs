//! Pages of login and of an installation without accounts.
//!
//! Not here: checking passwords (`acts`).

use askama::Template;

use crate::web::frame::Frame;
use crate::web::parts::Field;

/// Login.
#[derive(Template)]
#[template(path = "login/login.html")]
pub struct LoginPage {
    /// The frame.
    pub f: Frame,
    /// Why the last try was refused.
    pub refusal: Option<String>,
    /// Where to go after login.
    pub back: String,
    /// The login name.
    pub account: Field,
    /// The password.
    pub password: Field,
    /// Accounts to try a demonstration with; empty elsewhere.
    pub accounts: Vec<String>,
}

impl LoginPage {
    /// The page with what was typed and why it was refused. The password is never sent back.
    pub fn new(mut f: Frame, back: &str, typed: &str, refusal: Option<String>) -> Self {
        let words = &f.w.login;
        let account = Field::text(f.lang, "tai-khoan", words.account).value(typed).fill("username");
        let password = Field::password(f.lang, "mat-khau", words.password, "current-password");
        f.refused = refusal.is_some();
        Self { refusal, back: back.to_owned(), account, password, accounts: Vec::new(), f }
    }
}

/// What a visitor sees before the first account exists.
#[derive(Template)]
#[template(path = "login/first.html")]
pub struct FirstPage {
    /// The frame.
    pub f: Frame,
}

#[cfg(test)]
pub(crate) fn samples(lang: lang::Lang) -> Vec<crate::web::markup::Sample> {
    use crate::web::markup::Sample;
    let frame = || Frame::new(lang, lang.words().login.heading);
    let mut demo = LoginPage::new(frame(), "/", "", None);
    demo.accounts = vec!["quantri / mật khẩu dùng thử".to_owned()];
    vec![
        Sample::new("login-empty", &LoginPage::new(frame(), "/", "", None)),
        Sample::new("login-demo", &demo),
        Sample::new(
            "login-refused",
            &LoginPage::new(frame(), "/tong-hop?tu=2021", "<le.hanh>", Some(lang.words().login.locked(5))),
        ),
        Sample::new("login-first", &FirstPage { f: frame() }),
    ]
}
