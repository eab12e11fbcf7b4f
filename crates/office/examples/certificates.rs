//! Prints so many certificates into one PDF and says how long it took: `certificates COUNT FILE`.
//!
//! Measured by `bench/certificates` beside other programs. Fonts are read from `node_modules`.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::civil::DateTime;
use office::certificate::{Batch, Certificate, Layout, Sheet, batch};
use office::{Face, Fonts};

const FAMILY: [&str; 8] = ["Nguyễn", "Trần", "Đặng", "Huỳnh", "Phạm", "Võ", "Bùi", "Lý"];
const MIDDLE: [&str; 8] = ["Thị Thuỳ", "Hữu", "Thị Ngọc", "Quốc", "Thị Hồng", "Văn", "Đức", "Thị Mỹ"];
const GIVEN: [&str; 10] = ["Dương", "Nghĩa", "Ẩn", "Việt", "Gấm", "Lẫm", "Thắng", "Lệ", "Ưỡn", "Quỳnh"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let count: usize = words.next().ok_or("how many?")?.parse()?;
    let file = words.next().ok_or("into which file?")?;
    let fonts = fonts()?;
    let certificates: Vec<Certificate> = (1..=count).map(certificate).collect();
    let made = DateTime::constant(2024, 5, 10, 8, 0, 0, 0);
    let begun = Instant::now();
    let ended = batch(&certificates, &Layout::own(Sheet::A4), &fonts, "Giấy khen", made, |_| {
        ControlFlow::Continue(())
    })?;
    let Batch::Printed { bytes, pages } = ended else { return Err("stopped".into()) };
    let spent = begun.elapsed();
    fs::write(&file, &bytes)?;
    writeln!(std::io::stdout(), "{pages}\t{}\t{}", spent.as_millis(), bytes.len())?;
    Ok(())
}

/// Names as `bench/certificates` expects them to be read back: one of each list, by the number.
fn name(number: usize) -> String {
    let pick = |list: &[&'static str], at: usize| list.iter().cycle().nth(at).copied().unwrap_or_default();
    format!(
        "{} {} {}",
        pick(&FAMILY, number % 8),
        pick(&MIDDLE, number / 8 % 8),
        pick(&GIVEN, number / 64 % 10)
    )
}

fn certificate(number: usize) -> Certificate {
    Certificate {
        heading: "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned(),
        authority: "BAN THƯỜNG VỤ ĐẢNG ỦY KHỐI CƠ QUAN DÂN CHÍNH ĐẢNG\nTHÀNH PHỐ CẦN THƠ".to_owned(),
        gives: "TẶNG".to_owned(),
        kind: "GIẤY KHEN".to_owned(),
        name: format!("Đồng chí {}", name(number)),
        about: format!("Chi bộ Khu vực {}, Đảng bộ phường Ninh Kiều", number % 97),
        achievement:
            "Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, \
                      giai đoạn 2021 - 2024"
                .to_owned(),
        decision: "Quyết định số 142-QĐ/ĐUK\nngày 10 tháng 5 năm 2024".to_owned(),
        register: format!("Vào sổ khen thưởng số {number}"),
        place: "Cần Thơ, ngày 16 tháng 5 năm 2024".to_owned(),
        post: "T/M BAN THƯỜNG VỤ\nBÍ THƯ".to_owned(),
        signer: "Nguyễn Văn Bền".to_owned(),
        address: format!("https://thidua.example.vn/xm/GK-2024-{number:05}-7F3K"),
        code: format!("Xác minh: thidua.example.vn/xm\nMã GK-2024-{number:05}-7F3K"),
    }
}

fn fonts() -> Result<Fonts, Box<dyn Error>> {
    let root: PathBuf =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/@expo-google-fonts/noto-serif");
    let face = |style: &str| -> Result<Face, Box<dyn Error>> {
        Ok(Face::read(fs::read(root.join(style).join(format!("NotoSerif_{style}.ttf")))?)?)
    };
    Ok(Fonts {
        regular: face("400Regular")?,
        bold: face("700Bold")?,
        italic: face("400Regular_Italic")?,
        bold_italic: face("700Bold_Italic")?,
    })
}
