//! `thidua import-units`: a tree of units from a sheet, written in one go or not at all.
//!
//! Not here: the checks of rows (`acts::unit_import`), the import page (`web::import`).

use std::path::PathBuf;
use std::process::ExitCode;

use acts::unit_import::{self, ImportRefusal, UnitSheet};
use acts::{ActError, App};
use jiff::civil::Date;
use lang::Lang;
use lang::number::integer;

use super::{account, print};
use crate::intake;
use crate::unit_sheet::{UnitTable, sentence};

/// A sheet of units to import.
#[derive(Debug, Clone, clap::Args)]
pub struct ImportUnits {
    /// Tệp .csv hoặc .xlsx có các cột: mã, loại, tên, mã cấp trên.
    #[arg(value_name = "TỆP")]
    file: PathBuf,
    /// Mã của đơn vị mà các dòng không có cấp trên sẽ nằm dưới.
    #[arg(long, value_name = "MÃ")]
    under: Option<String>,
    /// Ngày các đơn vị bắt đầu có, khi dòng không ghi; ngày/tháng/năm.
    #[arg(long, value_name = "NGÀY")]
    from: Option<String>,
    /// Văn bản làm căn cứ.
    #[arg(long, value_name = "SỐ", default_value = "")]
    decision: String,
    /// Hệ mã của cột mã.
    #[arg(long, value_name = "HỆ", default_value = unit_import::DEFAULT_SCHEME)]
    scheme: String,
    /// Chỉ xem trước, không ghi gì.
    #[arg(long)]
    preview: bool,
    /// Tên đăng nhập của người nhập; mật khẩu đọc từ bàn phím hoặc đầu vào.
    #[arg(long, value_name = "TÊN")]
    login: String,
}

/// The most mistakes printed one by one.
const SHOWN: usize = 100;

/// Imports the sheet, or prints its mistakes by cell and writes nothing.
pub async fn run(app: &App, asked: &ImportUnits) -> anyhow::Result<ExitCode> {
    let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(&asked.file)
        .map_err(|fault| anyhow::anyhow!("Không mở được {}: {fault}", asked.file.display()))?;
    let table = office::sheet::read_table(&name, &bytes)
        .map_err(|refusal| anyhow::anyhow!(intake::sheet_sentence(&refusal, Lang::Vi.words())))?;
    let table = UnitTable::new(&table)
        .ok_or_else(|| anyhow::anyhow!("Bảng không có cột tên đơn vị (full_name hoặc Tên đơn vị)."))?;
    let ctx = account::person(app, &asked.login).await?;
    let from: Date = match &asked.from {
        None => app.today(),
        Some(text) => lang::date_in::date(text).map_err(|refusal| {
            anyhow::anyhow!(lang::words::refusal::date_sentence(refusal, text, Lang::Vi))
        })?,
    };
    let under = match &asked.under {
        None => None,
        Some(code) => Some(unit_of(&ctx, code).await?),
    };
    let sheet = UnitSheet {
        rows: table.rows.clone(),
        under,
        from,
        decision: asked.decision.clone(),
        scheme: asked.scheme.clone(),
        label: name,
    };
    if asked.preview {
        return preview(&ctx, &sheet, &table).await;
    }
    match unit_import::commit(&ctx, &sheet).await {
        Ok(batch) => {
            print::line(format!("Đã nhập {} dòng, lần nhập {batch}.", count(sheet.rows.len())));
            Ok(ExitCode::SUCCESS)
        }
        Err(ActError::Refused(ImportRefusal::Faults(faults))) => {
            print_faults(&table, &faults);
            print::remark("Chưa ghi gì. Sửa các ô đã nêu rồi chạy lại.");
            Ok(ExitCode::FAILURE)
        }
        Err(ActError::Refused(ImportRefusal::Nothing)) => {
            print::line("Mọi dòng đã có trong cây; không có gì để ghi.");
            Ok(ExitCode::SUCCESS)
        }
        Err(ActError::Denied(_)) => anyhow::bail!("Tài khoản này không giữ cây đơn vị ở đó."),
        Err(ActError::Fault(fault)) if fault.no_room() => {
            anyhow::bail!("{}. Chưa ghi gì.", Lang::Vi.words().frame.full_title)
        }
        Err(end) => anyhow::bail!(end.to_string()),
    }
}

async fn preview(ctx: &acts::Ctx, sheet: &UnitSheet, table: &UnitTable) -> anyhow::Result<ExitCode> {
    let seen = unit_import::preview(ctx, sheet).await?;
    print_faults(table, &seen.faults);
    print::line(format!(
        "{} thêm mới, {} thay đổi, {} giữ nguyên, {} cần sửa. Chưa ghi gì.",
        count(seen.new),
        count(seen.changed.len()),
        count(seen.skipped),
        count(seen.faults.len())
    ));
    Ok(if seen.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print_faults(table: &UnitTable, faults: &[unit_import::CellFault]) {
    for fault in faults.iter().take(SHOWN) {
        print::remark(format!("{}: {}", table.cell(fault), sentence(&fault.fault, Lang::Vi.words())));
    }
    if faults.len() > SHOWN {
        print::remark(format!("Còn {} chỗ nữa.", count(faults.len() - SHOWN)));
    }
}

fn count(value: usize) -> String {
    integer(i64::try_from(value).unwrap_or(i64::MAX), Lang::Vi)
}

/// The one unit that a code, or an exact name, means.
async fn unit_of(ctx: &acts::Ctx, code: &str) -> anyhow::Result<domain::unit::UnitId> {
    let found = acts::unit::resolve(ctx, code).await?;
    match found.as_slice() {
        [(candidate, _)] => Ok(candidate.unit),
        [] => anyhow::bail!("Không có đơn vị nào mang mã hoặc tên “{code}”."),
        _ => anyhow::bail!("“{code}” chỉ nhiều đơn vị. Dùng mã."),
    }
}
