//! `thidua doctor`: recomputes every total from the rows and checks the chain of the ledger.
//!
//! Not here: the computing (`acts::doctor`, `acts::ledger`).

use std::collections::BTreeSet;
use std::process::ExitCode;

use acts::App;
use acts::doctor::{self, Audit, Difference, Lens};
use acts::ledger::{self, Chain};
use domain::figure::Slot;
use lang::Lang;
use lang::number::integer;

use super::print;

/// Whether to mend what differs.
#[derive(Debug, Clone, clap::Args)]
pub struct Doctor {
    /// Tính lại và ghi mọi số tổng hợp từ số liệu gốc.
    #[arg(long)]
    mend: bool,
}

/// The most differences printed one by one.
const SHOWN: usize = 50;

/// Looks at the installation; fails when anything differs.
pub async fn run(app: &App, asked: &Doctor) -> anyhow::Result<ExitCode> {
    let audit = if asked.mend { doctor::mend(app).await? } else { doctor::audit(app).await? };
    let chain = ledger::verify(app).await?;
    for line in report(&audit, &chain, asked.mend) {
        print::line(line);
    }
    let whole = matches!(chain, Chain::Whole { .. });
    let sound = whole && (audit.differences.is_empty() || asked.mend);
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The slots in which what is stored is not what the submissions give.
fn differing(one: &Difference) -> impl Iterator<Item = Slot> {
    let slots: BTreeSet<Slot> = [&one.stored, &one.computed]
        .into_iter()
        .flat_map(|total| total.sums.0.keys().chain(total.whole.0.keys()))
        .copied()
        .collect();
    let same = |slot: &Slot| {
        one.stored.sums.get(*slot) == one.computed.sums.get(*slot)
            && one.stored.whole.get(*slot) == one.computed.whole.get(*slot)
    };
    slots.into_iter().filter(move |slot| !same(slot))
}

fn count(value: usize) -> String {
    integer(i64::try_from(value).unwrap_or(i64::MAX), Lang::Vi)
}

/// What was found, line by line.
pub fn report(audit: &Audit, chain: &Chain, mended: bool) -> Vec<String> {
    let mut lines = vec![format!(
        "Đã cộng lại {} số tổng hợp từ {} bản số liệu ({} số).",
        count(audit.totals),
        count(audit.submissions),
        count(audit.figures)
    )];
    for one in audit.differences.iter().take(SHOWN) {
        let lens = match one.lens {
            Lens::AsWas => "theo cây lúc đó",
            Lens::AsIs => "theo cây hiện nay",
        };
        let slots = differing(one).map(|slot| slot.0.to_string()).collect::<Vec<_>>().join(", ");
        lines.push(format!("  Khác: đơn vị {}, kỳ {}, {lens}, cột số {slots}", one.unit, one.period));
    }
    if audit.differences.len() > SHOWN {
        lines.push(format!("  … và {} chỗ nữa.", count(audit.differences.len() - SHOWN)));
    }
    lines.push(match (audit.differences.len(), mended) {
        (0, _) => "Số tổng hợp khớp với số liệu gốc.".to_owned(),
        (many, true) => format!("Đã ghi lại {} số tổng hợp khác với số liệu gốc.", count(many)),
        (many, false) => {
            format!("{} số tổng hợp khác với số liệu gốc. Chạy thidua doctor --mend để ghi lại.", count(many))
        }
    });
    lines.push(match chain {
        Chain::Whole { lines, unsealed } => format!(
            "Chuỗi nhật ký liền mạch: {} dòng, {} dòng chờ niêm.",
            integer(*lines, Lang::Vi),
            integer(*unsealed, Lang::Vi)
        ),
        Chain::Broken { seal, line } => {
            format!(
                "Chuỗi nhật ký đứt ở niêm {seal}, dòng {line}: có dòng bị sửa hoặc xoá ngoài chương trình."
            )
        }
    });
    lines
}
