//! Every encoding there and back: the bytes are made by the system's converter or by a table of the test's own.

use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;

use super::*;

const TEXT: &str = "Đảng ủy Khối các cơ quan tổ chức học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh. \
    Trồng 6.296 cây xanh; hiến 2.193 đơn vị máu; khen thưởng 412 tập thể và cá nhân. Kỹ sư, nghiêng, khuya, quý.";

/// Bytes that the system's converter makes of a text.
fn converted(text: &str, to: &str) -> Option<Vec<u8>> {
    let mut child = Command::new("iconv")
        .args(["-f", "UTF-8", "-t", to])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    output.status.success().then_some(output.stdout)
}

#[test]
fn every_letter_of_tcvn3_and_1258_is_the_system_converters() {
    let mut compared = 0;
    for (name, encoding, from) in
        [("TCVN5712-1", Encoding::Tcvn3, 0xA0_u8), ("CP1258", Encoding::Windows1258, 0x80)]
    {
        for byte in from..=0xFF {
            let letter = from_bytes(&[byte], encoding);
            if let Some(bytes) = converted(&letter, name) {
                if bytes.is_empty() {
                    continue;
                }
                compared += 1;
                assert_eq!(bytes, [byte], "{name} {byte:02X} {letter}");
            }
        }
    }
    if compared == 0 {
        eprintln!("skipped: no iconv on this machine");
        return;
    }
    assert!(compared > 180, "{compared}");
}

#[test]
fn bytes_of_the_system_converter_are_recognised() {
    for (name, encoding) in [("TCVN5712-1", Encoding::Tcvn3), ("CP1258", Encoding::Windows1258)] {
        let Some(bytes) = converted(TEXT, name) else {
            eprintln!("skipped: no iconv for {name}");
            continue;
        };
        // TCVN3 fonts have no capital letters with a tone; the text has none.
        assert_eq!(decode(&bytes), Some((TEXT.to_owned(), encoding)));
    }
}

/// VNI as people typed it, with what it says.
const VNI: [(&str, &str); 4] = [
    (
        "Hoïc taäp vaø laøm theo tö töôûng, ñaïo ñöùc, phong caùch Hoà Chí Minh",
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    ),
    ("ÑAÛNG BOÄ THAØNH PHOÁ", "ĐẢNG BỘ THÀNH PHỐ"),
    ("Kyõ sö, nhöõng ngöôøi lính bieån", "Kỹ sư, những người lính biển"),
    (
        "Traêm naêm trong coõi ngöôøi ta, nghæ, nghó, thò, lyù, ñaëc bieät, maét, baèng, chaúng, maãu",
        "Trăm năm trong cõi người ta, nghỉ, nghĩ, thị, lý, đặc biệt, mắt, bằng, chẳng, mẫu",
    ),
];

#[test]
fn vni_as_letters_and_as_bytes() {
    for (typed, said) in VNI {
        assert_eq!(from_font(typed, Encoding::Vni, false), said);
        assert_eq!(decode(typed.as_bytes()), Some((said.to_owned(), Encoding::Vni)), "{typed}");
        let bytes: Vec<u8> = typed.chars().filter_map(tables::windows1252_byte).collect();
        assert_eq!(decode(&bytes), Some((said.to_owned(), Encoding::Vni)));
    }
}

#[test]
fn tcvn3_letters_kept_as_unicode_are_put_right() {
    let typed = "Häc tËp vµ lµm theo t\u{ad} t\u{ad}ëng, ®¹o ®øc, phong c¸ch Hå ChÝ Minh";
    let said = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";
    assert_eq!(decode(typed.as_bytes()), Some((said.to_owned(), Encoding::Tcvn3)));
    assert_eq!(from_font("®¶ng bé", Encoding::Tcvn3, true), "ĐẢNG BỘ");
}

#[test]
fn unicode_stays_what_it_is() {
    let decomposed: String = TEXT.nfd().collect();
    assert_eq!(decode(decomposed.as_bytes()), Some((TEXT.to_owned(), Encoding::Utf8)));
    assert_eq!(decode(TEXT.as_bytes()), Some((TEXT.to_owned(), Encoding::Utf8)));
    let french = "Le café déjà fermé, où l'élève était allé";
    assert_eq!(decode(french.as_bytes()).unwrap().1, Encoding::Utf8);
    for join in [u16::to_le_bytes, u16::to_be_bytes] {
        let plain: Vec<u8> = TEXT.encode_utf16().flat_map(join).collect();
        let marked: Vec<u8> = "\u{feff}".encode_utf16().flat_map(join).chain(plain.clone()).collect();
        assert_eq!(decode(&marked), Some((TEXT.to_owned(), Encoding::Utf16)));
        assert_eq!(decode(&plain), Some((TEXT.to_owned(), Encoding::Utf16)));
    }
    assert_eq!(decode(b"a\r\nb\rc").unwrap().0, "a\nb\nc");
    assert_eq!(
        decode(b"price \x93ten\x94 and then a rather long plain sentence follows").unwrap().1,
        Encoding::Windows1252
    );
}

#[test]
fn what_is_no_text_is_not_decoded() {
    assert_eq!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), None);
    assert_eq!(decode(&[0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46]), None);
}

#[test]
fn fonts_give_their_encoding_away() {
    assert_eq!(of_font(".VnTime"), Some((Encoding::Tcvn3, false)));
    assert_eq!(of_font(".VnTimeH"), Some((Encoding::Tcvn3, true)));
    assert_eq!(of_font("VNI-Times"), Some((Encoding::Vni, false)));
    assert_eq!(of_font("Times New Roman"), None);
}

proptest! {
    #[test]
    fn any_bytes_end(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Some((text, _)) = decode(&bytes) {
            prop_assert!(unicode_normalization::is_nfc(&text));
            prop_assert!(!text.contains('\r'));
        }
    }
}
