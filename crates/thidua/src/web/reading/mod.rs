//! Đọc báo cáo: documents in, proposals beside their text, figures out.
//!
//! Not here: rules and permissions (`acts`), SQL.

pub mod page;
