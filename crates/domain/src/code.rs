//! Codes of small closed lists, as they stand in storage and in the interface.
//!
//! Not here: any noun, and words for people.

/// The stored letter codes, one place for all engines and exports.
macro_rules! codes {
    ($name:ident { $($variant:ident = $code:literal),* $(,)? }) => {
        impl $name {
            /// The code in storage and in the interface.
            pub fn code(self) -> &'static str { match self { $(Self::$variant => $code),* } }
            /// Reads a code; `None` when it is none.
            pub fn from_code(code: &str) -> Option<Self> { match code { $($code => Some(Self::$variant),)* _ => None } }
            /// Every variant, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
        }
    };
}
pub(crate) use codes;
