//! Files signed here by openssl, taken back whole, changed, and added to.

use std::path::Path;
use std::process::Command;

use super::{Check, Signed, signatures};
use crate::letter::tests::{is_there, shelf};

const ROOM: usize = 8_192;

/// A file with room for a signature: the two stretches it covers are told in ten digits each.
fn unsigned() -> (Vec<u8>, usize, usize) {
    let head =
        b"%PDF-1.7\n1 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange "
            .to_vec();
    let tail = b">>\nendobj\n2 0 obj\n(S\xe1\xbb\x91 05-Q\xc4\x90/\xc4\x90U: 26 t\xe1\xba\xadp th\xe1\xbb\x83)\nendobj\n%%EOF\n";
    let range = b"[0000000000 0000000000 0000000000 0000000000]/Contents ".len();
    let gap = head.len() + range;
    let after = gap + ROOM + 2;
    let mut file = head;
    file.extend(format!("[{:010} {:010} {:010} {:010}]/Contents ", 0, gap, after, tail.len()).bytes());
    file.push(b'<');
    file.extend(std::iter::repeat_n(b'0', ROOM));
    file.push(b'>');
    file.extend(tail);
    (file, gap, after)
}

fn openssl(folder: &Path, words: &[&str]) {
    let out = Command::new("openssl").current_dir(folder).args(words).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}

/// A file signed with a fresh key of this kind.
fn signed(name: &str, key: &[&str]) -> Vec<u8> {
    let folder = shelf("signature").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let subject = "/C=VN/O=\u{110}\u{1ea3}ng \u{1ee7}y ph\u{1b0}\u{1edd}ng Ninh Ki\u{1ec1}u/CN=Nguy\u{1ec5}n V\u{103}n B\u{1ec1}n";
    let mut words = vec![
        "req", "-x509", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "30", "-utf8", "-subj",
        subject,
    ];
    words.extend(key);
    openssl(&folder, &words);
    let (mut file, gap, after) = unsigned();
    let covered = [&file[..gap], &file[after..]].concat();
    std::fs::write(folder.join("covered"), covered).unwrap();
    openssl(
        &folder,
        &[
            "cms", "-sign", "-binary", "-in", "covered", "-signer", "cert.pem", "-inkey", "key.pem",
            "-outform", "DER", "-out", "sig.der", "-md", "sha256",
        ],
    );
    let container = std::fs::read(folder.join("sig.der")).unwrap();
    let digits = super::hex(&container);
    file[gap + 1..gap + 1 + digits.len()].copy_from_slice(digits.as_bytes());
    file
}

fn only(file: &[u8]) -> Signed {
    let mut found = signatures(file);
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[test]
fn a_signed_file_tells_who_signed_and_that_nothing_was_changed() {
    if !is_there("openssl") {
        return;
    }
    for (name, key) in [
        ("rsa", ["-newkey", "rsa:2048"].as_slice()),
        ("p256", &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]),
    ] {
        let file = signed(name, key);
        let found = only(&file);
        assert_eq!(found.signer, "Nguyễn Văn Bền", "{name}");
        assert_eq!(found.organisation, "Đảng ủy phường Ninh Kiều");
        assert_eq!((&found.content, &found.signature), (&Check::Right, &Check::Right), "{name}");
        assert!(found.covers_all && found.is_sound() && found.signed_at.is_some(), "{found:?}");

        let mut changed = file.clone();
        let at = changed.windows(4).position(|window| window == b"26 t").unwrap();
        changed[at] = b'9';
        let found = only(&changed);
        assert_eq!((found.content, found.signature), (Check::Wrong, Check::Right), "{name}");

        let mut added = file.clone();
        added.extend(b"3 0 obj\n(more)\nendobj\n");
        let found = only(&added);
        assert_eq!(found.content, Check::Right);
        assert!(!found.covers_all && !found.is_sound());
    }
}

#[test]
fn a_signature_of_another_key_is_wrong() {
    if !is_there("openssl") {
        return;
    }
    let file = signed("other", &["-newkey", "rsa:2048"]);
    let text = String::from_utf8_lossy(&file).into_owned();
    let opened = text.find("/Contents <").unwrap() + "/Contents <".len();
    // The last digits of the container are the signature itself.
    let end =
        file[opened..].iter().rposition(|byte| byte.is_ascii_digit() && *byte != b'0').map(|at| at + opened);
    let used = file[opened..opened + ROOM].iter().rposition(|byte| *byte != b'0').unwrap() + opened;
    assert!(end.is_some());
    let mut changed = file.clone();
    changed[used - 20] = if changed[used - 20] == b'1' { b'2' } else { b'1' };
    assert_eq!(only(&changed).signature, Check::Wrong);
}

#[test]
fn what_is_no_signature_is_none() {
    assert!(signatures(b"").is_empty());
    assert!(signatures(&unsigned().0).is_empty(), "room that nobody has signed");
}

#[test]
fn a_way_that_is_not_known_here_is_told_and_not_called_right() {
    if !is_there("openssl") {
        return;
    }
    let file = signed("p384", &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp384r1"]);
    let found = only(&file);
    assert_eq!(found.content, Check::Right);
    assert_eq!(found.signature, Check::Unknown("1.3.132.0.34".to_owned()));
    assert!(!found.is_sound());
}
