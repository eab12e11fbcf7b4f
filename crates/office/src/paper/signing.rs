//! Who signs, in which capacity.
//!
//! How the capacity is written (T/M or TM., K/T or KT.) is the form's affair. Not here: whether this person may
//! sign; that is asked where the decision is taken.

/// In which capacity a paper is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Capacity {
    /// On behalf of a body that decides together: T/M, TM.
    OnBehalf,
    /// In place of a head: K/T, KT. Not for bodies that decide together.
    InPlace,
    /// By order of: T/L, TL.
    ByOrder,
    /// By authority delegated: T/UQ, TUQ.
    Delegated,
}

/// One signature.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// For whom, from the first line down: on behalf of the committee, in place of the chairman.
    pub capacities: Vec<(Capacity, String)>,
    /// The signer's own post; empty for one who signs without.
    pub post: String,
    /// The signer's name, without titles; empty while it is not known.
    pub name: String,
    /// A line between post and name such as "(Ký, ghi rõ họ tên)"; empty for none.
    pub remark: String,
}

/// The signatures of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signing {
    /// None: an appendix that stands alone, a draft.
    None,
    /// One, at the right, with the recipients at the left.
    One(Signature),
    /// Two, as minutes have them: who took the minutes at the left, who was in the chair at the right.
    Two {
        /// At the left.
        left: Signature,
        /// At the right.
        right: Signature,
    },
}

impl Signature {
    /// Signed by a head in the head's own right.
    pub fn own(post: impl Into<String>, name: impl Into<String>) -> Self {
        Self { post: post.into(), name: name.into(), ..Self::default() }
    }

    /// Signed for somebody.
    pub fn of(
        capacity: Capacity,
        whom: impl Into<String>,
        post: impl Into<String>,
        name: impl Into<String>,
    ) -> Self {
        Self { capacities: vec![(capacity, whom.into())], ..Self::own(post, name) }
    }
}
