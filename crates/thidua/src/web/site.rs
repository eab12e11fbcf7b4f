//! What every handler shares: the installation and how it is served.
//!
//! Not here: reading settings (`config`), opening the database.

use acts::App;

use super::making::Making;
use super::pace::Pace;
use super::pending::Pending;

/// How the pages are served.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether visitors come over TLS (here or at a proxy): cookies are then bound to the host and to TLS.
    pub secure: bool,
    /// Whether a proxy stands in front, whose last `X-Forwarded-For` address is the visitor's.
    pub behind_proxy: bool,
    /// The address at which outsiders reach the program, without a stroke at its end; empty where none is known.
    pub origin: String,
    /// Accounts shown on the login page of a demonstration; empty everywhere else.
    pub demo_accounts: Vec<String>,
}

/// The installation and its settings.
#[derive(Clone)]
pub struct Site {
    /// The installation.
    pub app: App,
    /// How it is served.
    pub settings: Settings,
    /// Sheets between preview and writing.
    pub pending: Pending,
    /// Certificates being made.
    pub making: Making,
    /// How often strangers asked.
    pub pace: Pace,
}

impl Site {
    /// The name of a cookie; with TLS it carries the prefix that binds it to this very host.
    pub fn cookie_name(&self, name: &str) -> String {
        if self.settings.secure { format!("__Host-thidua-{name}") } else { format!("thidua-{name}") }
    }

    /// The text of a `Set-Cookie` header. No age means: until the browser closes.
    pub fn cookie(&self, name: &str, value: &str, seconds: Option<u32>) -> String {
        let name = self.cookie_name(name);
        let secure = if self.settings.secure { "; Secure" } else { "" };
        let age = seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")
    }
}

/// Names of the cookies, without their prefix.
pub mod cookie {
    /// The login.
    pub const LOGIN: &str = "vao";
    /// A random value per browser that form tokens are made from.
    pub const SEED: &str = "hat";
    /// What just happened, for the next page.
    pub const NOTICE: &str = "bao";
    /// The unit one works at.
    pub const UNIT: &str = "don-vi";
    /// Language, text size, contrast.
    pub const DISPLAY: &str = "xem";
}
