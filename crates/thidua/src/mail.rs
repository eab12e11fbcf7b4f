//! Letters: reminders that wait in the out-tray are handed to a mail server by SMTP, encrypted and with a name and
//! password where it asks for them.
//!
//! Off unless a server is named. Not here: who is reminded of what (`acts::notice`).

use std::time::Duration;

use acts::App;
use acts::notice::{Matter, Outgoing, Told, ToldLaunch};
use anyhow::Context as _;
use domain::notice::{NoticeKind, Topic};
use lang::Lang;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

/// How the conversation with the mail server is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Security {
    /// The server is asked to encrypt before anything is said (STARTTLS, usually port 587). One that cannot gets nothing.
    #[value(
        help = "xin máy chủ mã hoá trước khi nói gì (thường là cổng 587); máy chủ không mã hoá thì không gửi"
    )]
    Starttls,
    /// Encrypted from the first byte (usually port 465).
    #[value(help = "mã hoá từ byte đầu tiên (thường là cổng 465)")]
    Tls,
    /// Not at all: for a server on the same machine or within a closed network. No password is sent then.
    #[value(
        help = "không mã hoá: chỉ khi máy chủ thư ở cùng máy hay trong mạng kín; khi đó không gửi mật khẩu"
    )]
    None,
}

/// Where letters go, and in whose name.
#[derive(Debug, Clone)]
pub struct Relay {
    /// The mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the conversation is kept from others.
    pub security: Security,
    /// The name and password that the server asks for.
    pub account: Option<(String, String)>,
    /// The sender's address.
    pub from: String,
    /// The address of this installation, for the link in the letter; empty for none.
    pub home: String,
}

/// How long one answer of the server may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends what waits; returns how many letters the server took.
pub async fn send(app: &App, relay: &Relay) -> anyhow::Result<usize> {
    let waiting = acts::notice::outgoing(app).await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let server = server(relay)?;
    let mut taken = 0;
    for one in waiting {
        let outcome = match letter(relay, &one) {
            Ok(letter) => hand_over(&server, letter).await,
            Err(fault) => Err(fault),
        };
        if let Err(fault) = &outcome {
            tracing::warn!(fault = format!("{fault:#}"), "a letter was not taken");
        }
        taken += usize::from(outcome.is_ok());
        acts::notice::sent(app, &one, outcome.map_err(|fault| format!("{fault:#}"))).await?;
    }
    Ok(taken)
}

type Server = AsyncSmtpTransport<Tokio1Executor>;

fn server(relay: &Relay) -> anyhow::Result<Server> {
    let tls = || TlsParameters::new(relay.host.clone()).context("encryption");
    let mut server = Server::builder_dangerous(relay.host.as_str())
        .port(relay.port)
        .timeout(Some(PATIENCE))
        .hello_name(ClientId::Domain("thidua".to_owned()))
        .tls(match relay.security {
            Security::Starttls => Tls::Required(tls()?),
            Security::Tls => Tls::Wrapper(tls()?),
            Security::None => Tls::None,
        });
    if let Some((name, password)) = &relay.account {
        anyhow::ensure!(relay.security != Security::None, "a password goes out encrypted or not at all");
        server = server.credentials(Credentials::new(name.clone(), password.clone()));
    }
    Ok(server.build())
}

async fn hand_over(server: &Server, letter: Message) -> anyhow::Result<()> {
    server.send(letter).await?;
    Ok(())
}

/// The letter with its heads. It names the unit, the form or task and the day, never a figure or a person.
fn letter(relay: &Relay, one: &Outgoing) -> anyhow::Result<Message> {
    let (subject, mut lines) = match &one.matter {
        Matter::Filing(told) => filing(told),
        Matter::Launch(told) => launch(told),
    };
    if !relay.home.is_empty() {
        lines.push(format!("{}/viec", relay.home.trim_end_matches('/')));
    }
    let kind = if matches!(one.matter, Matter::Filing(_)) { "f" } else { "l" };
    Message::builder()
        .from(relay.from.parse().context("the sender's address")?)
        .to(one.letter.address.parse().context("the address")?)
        .subject(subject)
        .message_id(Some(format!("<{kind}{}.{}@thidua>", one.letter.notice, one.letter.account)))
        .header(ContentType::TEXT_PLAIN)
        .body(format!("{}\r\n", lines.join("\r\n")))
        .context("the letter")
}

fn filing(told: &Told) -> (String, Vec<String>) {
    let w = &Lang::Vi.words().filing;
    let why = match told.notice.kind {
        NoticeKind::Asked => w.letter_subject,
        NoticeKind::Near => w.notice_near,
        NoticeKind::Last => w.notice_last,
        NoticeKind::Overdue => w.notice_overdue,
    };
    let title = w.title(&told.form, lang::period::name(told.notice.period, Lang::Vi));
    let due = format!("{}: {}", w.due, lang::date::short(told.notice.due, Lang::Vi));
    let lines = vec![why.to_owned(), told.unit.clone(), title.clone(), due];
    (format!("{}: {title}", w.letter_subject), lines)
}

fn launch(told: &ToldLaunch) -> (String, Vec<String>) {
    let w = &Lang::Vi.words().launch;
    let subject = match told.notice.topic {
        Topic::Receipt => w.notice_receipt,
        Topic::Plan => w.notice_plan,
        Topic::Task => w.notice_task,
    };
    let mut lines = vec![subject.to_owned(), told.unit.clone(), told.programme.clone()];
    lines.extend((!told.task.is_empty()).then(|| told.task.clone()));
    let due = told.notice.due.map(|due| format!("{}: {}", w.due, lang::date::short(due, Lang::Vi)));
    lines.extend(due);
    (format!("{subject} {}", told.programme), lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};
    use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
    use tokio::net::TcpListener;

    /// A mail server that takes every letter, or none; it cannot encrypt.
    async fn house(takes: bool) -> (u16, Arc<Mutex<Vec<String>>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let letters = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&letters);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (read, mut write) = stream.into_split();
                let mut lines = BufReader::new(read).lines();
                write.write_all(b"220 house\r\n").await.expect("a reader");
                let (mut letter, mut within) = (String::new(), false);
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer = match (within, line.as_str()) {
                        (true, ".") => {
                            within = false;
                            kept.lock().expect("one thread").push(std::mem::take(&mut letter));
                            "250 taken\r\n"
                        }
                        (true, _) => {
                            letter.push_str(&line);
                            letter.push('\n');
                            continue;
                        }
                        (false, "DATA") => {
                            within = true;
                            "354 go on\r\n"
                        }
                        (false, "EHLO thidua") => "250-house\r\n250 SIZE\r\n",
                        (false, "QUIT") => "221 bye\r\n",
                        (false, said) if said.starts_with("RCPT") && !takes => "550 no such user\r\n",
                        (false, _) => "250 yes\r\n",
                    };
                    if write.write_all(answer.as_bytes()).await.is_err() {
                        break;
                    }
                }
            }
        });
        (port, letters)
    }

    fn relay(port: u16, security: Security) -> Relay {
        Relay {
            host: "127.0.0.1".to_owned(),
            port,
            security,
            account: None,
            from: "thidua@coquan.vn".to_owned(),
            home: "https://thidua.coquan.vn".to_owned(),
        }
    }

    fn some(to: &str) -> Message {
        Message::builder()
            .from("thidua@coquan.vn".parse().expect("an address"))
            .to(to.parse().expect("an address"))
            .subject("Nhắc nộp báo cáo: Biểu tháng")
            .header(ContentType::TEXT_PLAIN)
            .body(".b\r\nĐến hạn, chưa nộp.\r\n".to_owned())
            .expect("a letter")
    }

    #[tokio::test]
    async fn a_letter_is_handed_over_and_a_refusal_is_told() {
        let (port, letters) = house(true).await;
        let open = server(&relay(port, Security::None)).expect("a server");
        hand_over(&open, some("binh@coquan.vn")).await.expect("taken");
        let taken = letters.lock().expect("one thread").join("");
        assert!(taken.contains("To: binh@coquan.vn") && taken.contains("utf-8"), "{taken}");
        let (port, _) = house(false).await;
        let open = server(&relay(port, Security::None)).expect("a server");
        let refused = hand_over(&open, some("ai@coquan.vn")).await.expect_err("refused");
        assert!(format!("{refused:#}").contains("no such user"), "{refused:#}");
        let nobody = server(&relay(1, Security::None)).expect("a server");
        assert!(hand_over(&nobody, some("ai@coquan.vn")).await.is_err());
    }

    #[tokio::test]
    async fn a_server_that_cannot_encrypt_gets_nothing_unless_that_was_said() {
        let (port, letters) = house(true).await;
        let wary = server(&relay(port, Security::Starttls)).expect("a server");
        assert!(hand_over(&wary, some("binh@coquan.vn")).await.is_err());
        assert!(letters.lock().expect("one thread").is_empty());
        let account = Some(("thidua".to_owned(), "mật".to_owned()));
        assert!(server(&Relay { account, ..relay(port, Security::None) }).is_err());
    }
}
