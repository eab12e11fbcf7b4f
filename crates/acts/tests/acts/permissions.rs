//! The printed matrix says what the rules do.

use crate::matrix;

#[test]
fn the_printed_matrix_is_what_the_rules_do() {
    let kept = include_str!("../../../../docs/permissions.md");
    assert_eq!(kept, matrix::printed(), "print it again: cargo run -p acts --example permissions");
}
