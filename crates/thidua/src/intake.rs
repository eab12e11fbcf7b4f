//! Taking a paper in for reading: its text and its places, and a sentence for every refusal.
//!
//! Not here: the taking in itself (`office::intake`), the reading (`reader`), uploads (`web`).

use office::Hazard;
use office::intake::{self, Intake, IntakeRefusal, Kind, Unreadable};

/// The text of a paper as the reader gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What the paper is.
    pub kind: Kind,
    /// Its text. Spans are counted in the code points of exactly this.
    pub content: String,
    /// Whether the file itself holds this very text, so that spans are places in the file.
    pub as_given: bool,
}

/// Takes a file in. A text file in UTF-8 is read as it stands, composed or not, whatever its line ends; only a first
/// line `URL: …`, which says where the text was found, is not part of it. Everything else is turned into text first.
pub fn text_of(name: &str, bytes: &[u8]) -> Result<Text, IntakeRefusal> {
    let taken = intake::intake(name, bytes)?;
    if taken.kind == Kind::Text
        && let Ok(given) = std::str::from_utf8(bytes)
    {
        return Ok(Text { kind: taken.kind, content: without_source(given).to_owned(), as_given: true });
    }
    let Intake { kind, text, .. } = taken;
    Ok(Text { kind, content: text, as_given: false })
}

fn without_source(text: &str) -> &str {
    match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("URL: ") => rest,
        _ => text,
    }
}

/// The short name of a kind, as documents keep it.
pub fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Html => "html",
        Kind::Word => "docx",
        Kind::Pdf => "pdf",
        Kind::Workbook => "sheet",
        Kind::Mail => "mail",
    }
}

/// What a kind is called.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "văn bản thuần",
        Kind::Html => "trang HTML",
        Kind::Word => "tệp Word",
        Kind::Pdf => "tệp PDF",
        Kind::Workbook => "bảng tính",
        Kind::Mail => "thư điện tử",
    }
}

/// What is wrong with a file and what can be done about it.
pub fn sentence(refusal: &IntakeRefusal) -> String {
    match refusal {
        IntakeRefusal::Empty => "Tệp không có chữ nào.".to_owned(),
        IntakeRefusal::NotRead(unreadable) => unreadable_sentence(*unreadable).to_owned(),
        IntakeRefusal::NameDiffers { ending, found } => {
            format!(
                "Tên tệp kết thúc bằng .{ending} nhưng bên trong là {}. Đổi lại đuôi tệp.",
                kind_name(*found)
            )
        }
        IntakeRefusal::Scan { pages } => {
            format!("Tệp PDF này là {pages} trang ảnh chụp, không có chữ. Gửi bản Word hoặc bản có chữ.")
        }
        IntakeRefusal::Hazard(hazard) => hazard_sentence(hazard),
    }
}

fn unreadable_sentence(unreadable: Unreadable) -> &'static str {
    match unreadable {
        Unreadable::OldWord => "Tệp Word kiểu cũ (.doc). Mở bằng Word và lưu lại thành .docx.",
        Unreadable::RichText => "Tệp .rtf. Mở bằng Word và lưu lại thành .docx.",
        Unreadable::OpenText => "Tệp .odt. Mở bằng LibreOffice và lưu lại thành .docx.",
        Unreadable::Slides => "Tệp trình chiếu. Gửi bản báo cáo bằng chữ (.docx, .html, .txt).",
        Unreadable::Picture => "Tệp ảnh. Gửi bản có chữ (.docx, .html, .txt).",
        Unreadable::Archive => "Tệp nén. Giải nén rồi gửi từng tệp.",
        Unreadable::Program => "Tệp là chương trình, không phải văn bản.",
        Unreadable::UnknownEncoding => "Không nhận ra bảng mã của chữ. Lưu lại bằng UTF-8.",
        Unreadable::Unknown => "Loại tệp này chưa đọc được. Gửi .docx, .html hoặc .txt.",
    }
}

fn hazard_sentence(hazard: &Hazard) -> String {
    match hazard {
        Hazard::TooLarge { limit, .. } => {
            format!("Tệp lớn quá {} MB. Bỏ bớt ảnh rồi gửi lại.", limit / (1024 * 1024))
        }
        Hazard::TooManyParts { .. }
        | Hazard::Inflates { .. }
        | Hazard::Ratio { .. }
        | Hazard::TooDeep { .. }
        | Hazard::DeclaresEntities
        | Hazard::UnsafeName { .. } => {
            "Tệp được đóng gói bất thường, có thể gây hại nên không mở. Lưu lại bằng Word rồi gửi lại."
                .to_owned()
        }
        Hazard::TooMuch { .. } => "Tệp dài quá mức đọc được. Chia nhỏ rồi gửi từng phần.".to_owned(),
        Hazard::Macros => "Tệp có mã lệnh (macro). Lưu lại thành .docx hoặc .xlsx không có macro.".to_owned(),
        Hazard::Encrypted => "Tệp đặt mật khẩu. Bỏ mật khẩu rồi gửi lại.".to_owned(),
        Hazard::Broken { .. } => "Tệp hỏng hoặc tải lên chưa hết. Gửi lại tệp gốc.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_file_is_read_as_it_stands() {
        let given = "Tre\u{302}n 5 ca\u{302}y\r\n\r\nho\u{300}a  bi\u{300}nh \n";
        let text = text_of("a.txt", given.as_bytes()).expect("a text");
        assert_eq!(text.content, given);
        assert!(text.as_given);
    }

    #[test]
    fn the_line_that_names_the_source_is_not_part_of_the_text() {
        let text = text_of("a.txt", "URL: noi-nao-do\nTrồng 5 cây.\n".as_bytes()).expect("a text");
        assert_eq!(text.content, "Trồng 5 cây.\n");
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        let refused = text_of("bao-cao.docx", b"%PDF-1.7").expect_err("a refusal");
        assert!(sentence(&refused).ends_with('.'), "{}", sentence(&refused));
        let zip = text_of("bao-cao.docx", b"PK\x03\x04 cut short").expect_err("a refusal");
        assert_eq!(sentence(&zip), "Tệp hỏng hoặc tải lên chưa hết. Gửi lại tệp gốc.");
    }
}
