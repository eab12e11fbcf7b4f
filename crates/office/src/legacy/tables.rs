//! The letters behind the bytes of the old encodings. Not here: telling which encoding a text is in.

/// Windows-1252, 0x80 to 0x9F. Unused places keep their number.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// TCVN 5712:1993, 0xA0 to 0xFF, with its five marks as combining letters at 0xB0 to 0xB4.
const TCVN3: [char; 96] = [
    '\u{a0}', 'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', 'Ằ', // A0
    '\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}', 'à', 'ả', 'ã', 'á', 'ạ', 'Ẳ', 'ằ', 'ẳ', 'ẵ', 'ắ',
    'Ẵ', // B0
    'Ắ', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ề', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', 'Ể', 'ẻ', 'ẽ', // C0
    'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', 'Ễ', 'Ế', 'Ồ', 'ĩ', 'í', 'ị', 'ò', // D0
    'Ổ', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', // E0
    'Ỗ', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ', 'Ố', // F0
];

/// One byte of Windows-1252.
pub(super) fn windows1252(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        Some(place) => WINDOWS_1252.get(usize::from(place)).copied().unwrap_or_else(|| char::from(byte)),
        None => char::from(byte),
    }
}

/// The byte of Windows-1252 that shows this letter.
pub(super) fn windows1252_byte(letter: char) -> Option<u8> {
    if let Some(place) = WINDOWS_1252.iter().position(|known| *known == letter) {
        return u8::try_from(place).ok()?.checked_add(0x80);
    }
    u8::try_from(u32::from(letter)).ok()
}

/// One byte of TCVN3. Below 0xA0 the fonts show what Windows-1252 has there, quotes above all.
pub(super) fn tcvn3(byte: u8) -> char {
    match byte.checked_sub(0xA0) {
        Some(place) => TCVN3.get(usize::from(place)).copied().unwrap_or_else(|| char::from(byte)),
        None => windows1252(byte),
    }
}

/// One byte of Windows-1258; marks come as combining letters.
pub(super) fn windows1258(byte: u8) -> char {
    match byte {
        0xC3 => 'Ă',
        0xCC => '\u{300}',
        0xD0 => 'Đ',
        0xD2 => '\u{309}',
        0xD5 => 'Ơ',
        0xDD => 'Ư',
        0xDE => '\u{303}',
        0xE3 => 'ă',
        0xEC => '\u{301}',
        0xF0 => 'đ',
        0xF2 => '\u{323}',
        0xF5 => 'ơ',
        0xFD => 'ư',
        0xFE => '₫',
        _ => windows1252(byte),
    }
}

/// VNI letters as Unicode with combining marks: a plain vowel and the mark letter after it become one.
pub(super) fn vni(letters: &[char]) -> String {
    let mut out = String::with_capacity(letters.len());
    let mut rest = letters;
    while let Some((letter, after)) = rest.split_first() {
        rest = after;
        let base = vni_alone(*letter).unwrap_or(*letter);
        out.push(base);
        let Some((mark, beyond)) = rest.split_first() else { break };
        if let Some(marks) = vni_marks(base, *mark) {
            out.push_str(marks);
            rest = beyond;
        }
    }
    out
}

/// Letters that are whole in VNI.
fn vni_alone(letter: char) -> Option<char> {
    Some(match letter {
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        _ => return None,
    })
}

/// The combining marks that a mark letter of VNI puts on the letter before it, either case of either.
fn vni_marks(base: char, mark: char) -> Option<&'static str> {
    const GRAVE: &str = "\u{300}";
    const ACUTE: &str = "\u{301}";
    let vowel = base.to_lowercase().next()?;
    let mark = mark.to_lowercase().next()?;
    if matches!(vowel, 'a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư') {
        match mark {
            'ù' => return Some(ACUTE),
            'ø' => return Some(GRAVE),
            'û' => return Some("\u{309}"),
            'õ' => return Some("\u{303}"),
            'ï' => return Some("\u{323}"),
            _ => {}
        }
    }
    if matches!(vowel, 'a' | 'e' | 'o') {
        match mark {
            'â' => return Some("\u{302}"),
            'á' => return Some("\u{302}\u{301}"),
            'à' => return Some("\u{302}\u{300}"),
            'å' => return Some("\u{302}\u{309}"),
            'ã' => return Some("\u{302}\u{303}"),
            'ä' => return Some("\u{302}\u{323}"),
            _ => {}
        }
    }
    if vowel == 'a' {
        match mark {
            'ê' => return Some("\u{306}"),
            'é' => return Some("\u{306}\u{301}"),
            'è' => return Some("\u{306}\u{300}"),
            'ú' => return Some("\u{306}\u{309}"),
            'ü' => return Some("\u{306}\u{303}"),
            'ë' => return Some("\u{306}\u{323}"),
            _ => {}
        }
    }
    None
}
