//! The catalogue: every phrase of the interface, in both languages, checked by the compiler.
//!
//! A phrase is declared once with its two texts; leaving one out does not compile. Phrases with values in them are
//! methods (marked `+`) with named arguments, so a text that forgets or misnames a value does not compile either.
//! Not here: numbers and dates (they have their own modules), and help texts long enough to be a manual.

/// Declares one noun's phrases: a struct with a field per fixed phrase and a method per phrase with values.
macro_rules! phrases {
    (
        $(#[$meta:meta])*
        $name:ident {
            $( $field:ident: $vi:literal, $en:literal; )*
            $( + $with:ident($($arg:ident),+): $with_vi:literal, $with_en:literal; )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name {
            lang: $crate::Lang,
            $( #[doc = $vi] pub $field: &'static str, )*
        }

        impl $name {
            pub(crate) const VI: Self = Self { lang: $crate::Lang::Vi, $( $field: $vi, )* };
            pub(crate) const EN: Self = Self { lang: $crate::Lang::En, $( $field: $en, )* };

            /// Which of the two languages these phrases are in.
            pub const fn lang(&self) -> $crate::Lang {
                self.lang
            }

            $(
                #[doc = $with_vi]
                pub fn $with(&self, $($arg: impl std::fmt::Display),+) -> String {
                    match self.lang {
                        $crate::Lang::Vi => format!($with_vi),
                        $crate::Lang::En => format!($with_en),
                    }
                }
            )*

            /// Name, Vietnamese and English text of every phrase, for the checks on wording.
            #[cfg(test)]
            pub(crate) const TEXTS: &'static [(&'static str, &'static str, &'static str)] = &[
                $( (concat!(stringify!($name), ".", stringify!($field)), $vi, $en), )*
                $( (concat!(stringify!($name), ".", stringify!($with)), $with_vi, $with_en), )*
            ];
        }
    };
}

/// Declares the whole catalogue from its nouns.
macro_rules! catalogue {
    ( $( $noun:ident: $path:ident :: $name:ident, )* ) => {
        $( pub mod $path; )*

        /// Every phrase of the interface, by noun.
        #[derive(Debug)]
        pub struct Words {
            $( #[doc = concat!("Phrases of `", stringify!($path), "`.")] pub $noun: $path::$name, )*
        }

        /// The Vietnamese catalogue.
        pub static VI: Words = Words { $( $noun: $path::$name::VI, )* };
        /// The English catalogue.
        pub static EN: Words = Words { $( $noun: $path::$name::EN, )* };

        #[cfg(test)]
        fn texts() -> Vec<(&'static str, &'static str, &'static str)> {
            [ $( $path::$name::TEXTS ),* ].concat()
        }
    };
}

pub mod label;
pub mod label_act;
mod label_award;

catalogue! {
    admin: admin::Admin,
    award: award::Award,
    badge: badge::Badge,
    book: book::Book,
    certificate: certificate::Certificate,
    common: common::Common,
    decision: decision::Decision,
    entry: entry::Entry,
    filing: filing::Filing,
    form: form::Form,
    frame: frame::Frame,
    freeze: freeze::Freeze,
    help: help::Help,
    import: import::Import,
    key: key::Key,
    launch: launch::Launch,
    intake: intake::Intake,
    login: login::Login,
    nomination: nomination::Nomination,
    overview: overview::Overview,
    person: person::Person,
    programme: programme::Programme,
    reading: reading::Reading,
    refusal: refusal::Refusal,
    report: report::Report,
    register: register::Register,
    rollup: rollup::Rollup,
    round: round::Round,
    token: token::Token,
    unit: unit::Unit,
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn vietnamese_phrases_keep_the_house_voice() {
        for (name, vi, _) in texts() {
            for bad in ["Vui lòng", "vui lòng", "OK", "!", "Error", "error", "Submit", "không hợp lệ"]
            {
                assert!(!vi.contains(bad), "{name}: {vi:?} contains {bad:?}");
            }
        }
    }

    #[test]
    fn no_phrase_is_empty_or_ragged() {
        for (name, vi, en) in texts() {
            for text in [vi, en] {
                assert!(!text.trim().is_empty(), "{name} is empty");
                assert!(!text.contains("  "), "{name}: two spaces in {text:?}");
                assert!(!text.ends_with(' '), "{name}: a space at the end of {text:?}");
            }
        }
    }

    #[test]
    fn vietnamese_is_stored_composed() {
        for (name, vi, _) in texts() {
            assert!(
                !vi.chars().any(|letter| ('\u{300}'..='\u{36f}').contains(&letter)),
                "{name}: combining marks in {vi:?}"
            );
        }
    }
}
