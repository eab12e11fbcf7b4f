//! Letters: reminders that wait in the out-tray are handed to the house's own mail server by SMTP.
//!
//! Off unless a server is named. Plain SMTP, meant for a relay within the house's network; what leaves the house is
//! that server's business. Not here: who is reminded of what (`acts::notice`), encryption and passwords of mail servers.

use std::fmt::Write as _;
use std::time::Duration;

use acts::App;
use acts::notice::Outgoing;
use anyhow::{Context as _, bail};
use domain::notice::NoticeKind;
use lang::Lang;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::time::timeout;

/// Where letters go, and in whose name.
#[derive(Debug, Clone)]
pub struct Relay {
    /// The mail server, `host:port`.
    pub server: String,
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
    let mut taken = 0;
    for one in waiting {
        let outcome = hand_over(relay, &one.letter.address, &letter(relay, &one)).await;
        if let Err(fault) = &outcome {
            tracing::warn!(%fault, "a letter was not taken");
        }
        taken += usize::from(outcome.is_ok());
        acts::notice::sent(app, &one.letter, outcome.map_err(|fault| format!("{fault:#}"))).await?;
    }
    Ok(taken)
}

/// The letter with its heads. It names the unit, the form and the day, never a figure or a person.
fn letter(relay: &Relay, one: &Outgoing) -> String {
    let w = &Lang::Vi.words().filing;
    let why = match one.notice.kind {
        NoticeKind::Asked => w.letter_subject,
        NoticeKind::Near => w.notice_near,
        NoticeKind::Last => w.notice_last,
        NoticeKind::Overdue => w.notice_overdue,
    };
    let title = w.title(&one.form, lang::period::name(one.notice.period, Lang::Vi));
    let due = format!("{}: {}", w.due, lang::date::short(one.notice.due, Lang::Vi));
    let mut text = format!("{why}\r\n{}\r\n{title}\r\n{due}\r\n", one.unit);
    if !relay.home.is_empty() {
        // Writing to a String cannot fail.
        let _ = write!(text, "{}/viec\r\n", relay.home.trim_end_matches('/'));
    }
    let subject = format!("{}: {title}", w.letter_subject);
    format!(
        "From: <{}>\r\nTo: <{}>\r\nSubject: =?utf-8?B?{}?=\r\nMessage-ID: <{}.{}@thidua>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        relay.from,
        one.letter.address,
        base64(subject.as_bytes()),
        one.letter.notice,
        one.letter.account,
        folded(&base64(text.as_bytes())),
    )
}

/// Lines of at most 76 letters, as mail wants them.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 38 + 2);
    for (at, letter) in text.chars().enumerate() {
        if at > 0 && at % 76 == 0 {
            out.push_str("\r\n");
        }
        out.push(letter);
    }
    out.push_str("\r\n");
    out
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len() / 3 * 4 + 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or(0);
            let letter = LETTERS.get(digit).copied().map_or('=', char::from);
            out.push(if place > three.len() { '=' } else { letter });
        }
    }
    out
}

/// An open conversation with the server.
struct Talk {
    read: BufReader<OwnedReadHalf>,
    write: OwnedWriteHalf,
}

impl Talk {
    /// Says a line and takes the answer, whose first digit must be the expected one.
    async fn say(&mut self, line: &str, expected: char) -> anyhow::Result<()> {
        self.write.write_all(line.as_bytes()).await?;
        self.hear(expected).await
    }

    async fn hear(&mut self, expected: char) -> anyhow::Result<()> {
        loop {
            let mut line = String::new();
            let read =
                timeout(PATIENCE, self.read.read_line(&mut line)).await.context("no answer in time")??;
            if read == 0 {
                bail!("the server hung up");
            }
            // `250-` has more lines to come, `250 ` is the last one.
            if line.as_bytes().get(3) == Some(&b'-') {
                continue;
            }
            if !line.starts_with(expected) {
                bail!("{}", line.trim_end());
            }
            return Ok(());
        }
    }
}

async fn hand_over(relay: &Relay, to: &str, letter: &str) -> anyhow::Result<()> {
    let stream =
        timeout(PATIENCE, TcpStream::connect(&relay.server)).await.context("no connection in time")??;
    let (read, write) = stream.into_split();
    let mut talk = Talk { read: BufReader::new(read), write };
    talk.hear('2').await?;
    talk.say("EHLO thidua\r\n", '2').await?;
    talk.say(&format!("MAIL FROM:<{}>\r\n", relay.from), '2').await?;
    talk.say(&format!("RCPT TO:<{to}>\r\n"), '2').await?;
    talk.say("DATA\r\n", '3').await?;
    // A line that begins with a point would end the letter. Base64 has none; heads are ours.
    talk.say(&format!("{}.\r\n", letter.replace("\r\n.", "\r\n..")), '2').await?;
    // The letter is taken; whether the server says goodbye is no matter.
    let _ = talk.say("QUIT\r\n", '2').await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};
    use tokio::net::TcpListener;

    /// A mail server that takes every letter, or none.
    async fn server(takes: bool) -> (String, Arc<Mutex<Vec<String>>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
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
                    write.write_all(answer.as_bytes()).await.expect("a reader");
                }
            }
        });
        (address, letters)
    }

    fn relay(server: String) -> Relay {
        Relay { server, from: "thidua@coquan.vn".to_owned(), home: "https://thidua.coquan.vn".to_owned() }
    }

    #[tokio::test]
    async fn a_letter_is_handed_over_and_a_refusal_is_told() {
        let (address, letters) = server(true).await;
        hand_over(&relay(address), "binh@coquan.vn", "Subject: a\r\n\r\n.b\r\n").await.expect("taken");
        assert_eq!(letters.lock().expect("one thread").as_slice(), ["Subject: a\n\n..b\n"]);
        let (address, _) = server(false).await;
        let refused = hand_over(&relay(address), "ai@coquan.vn", "x\r\n").await.expect_err("refused");
        assert_eq!(refused.to_string(), "550 no such user");
        let gone = hand_over(&relay("127.0.0.1:1".to_owned()), "ai@coquan.vn", "x\r\n").await;
        assert!(gone.is_err());
    }

    #[test]
    fn letters_of_any_length_survive_their_encoding() {
        assert_eq!(base64("".as_bytes()), "");
        assert_eq!(base64("a".as_bytes()), "YQ==");
        assert_eq!(base64("ab".as_bytes()), "YWI=");
        assert_eq!(base64("Nhắc".as_bytes()), "Tmjhuq9j");
        assert!(folded(&"a".repeat(200)).lines().all(|line| line.len() <= 76));
    }
}
