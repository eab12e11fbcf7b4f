//! What a workbook that came is, and what it would do: for the pages and for the interface alike.
//!
//! Not here: what a file says (`single`, `many`, `foreign`), writing it (`acts`).

use acts::Ctx;
use acts::filing::{About, Desk};
use lang::Lang;
use office::sheet::{EntryIn, ManyIn, read_entry, read_many};

use super::foreign::Found;
use super::many::{self, Many};
use super::single::{self, Single};
use super::{OWN, TABLE};
use crate::web::answer::Failure;
use crate::web::import::page::Preview;
use crate::web::pending::Waiting;

/// The workbook of one unit against its desk.
pub(in crate::web) struct Own {
    /// What stands.
    pub desk: Desk,
    /// What the file says.
    pub single: Single,
}

/// What came in a file.
pub(in crate::web) enum Came {
    /// Nothing that can be read.
    Unreadable,
    /// A file of ours that belongs elsewhere.
    Elsewhere,
    /// The workbook of one unit.
    Own(Box<Own>),
    /// The table of a subtree.
    Ours(Box<(Many, ManyIn)>),
    /// A table of the unit's own making.
    Theirs(Box<(Many, Found)>),
    /// The same, and nobody told yet how it is read.
    Untold(Box<Found>),
}

impl Came {
    /// Whether figures changed after the workbook was made, and it would change them again.
    pub fn is_stale(&self) -> bool {
        match self {
            Self::Own(own) => own.single.stale && own.single.changes() > 0,
            Self::Ours(ours) => ours.0.stale,
            Self::Unreadable | Self::Elsewhere | Self::Theirs(_) | Self::Untold(_) => false,
        }
    }

    /// Whether the filing lies with the level above, so that nothing may be written.
    pub fn is_resting(&self) -> bool {
        matches!(self, Self::Own(own) if !own.desk.standing.is_open() && own.single.changes() > 0)
    }

    /// Whether a cell cannot be read.
    pub fn is_wrong(&self) -> bool {
        match self {
            Self::Own(own) => own.single.is_wrong(),
            Self::Ours(ours) => ours.0.is_wrong(),
            Self::Theirs(theirs) => theirs.0.is_wrong(),
            Self::Unreadable | Self::Elsewhere | Self::Untold(_) => false,
        }
    }

    /// What would become of each answer or row, all of them.
    pub fn said(&self, lang: Lang) -> Vec<String> {
        match self {
            Self::Unreadable | Self::Elsewhere | Self::Untold(_) => Vec::new(),
            Self::Own(own) => own.single.said(lang).into_values().collect(),
            Self::Ours(ours) => ours.0.said_by_line(lang).into_values().collect(),
            Self::Theirs(theirs) => theirs.0.said_by_line(lang).into_values().collect(),
        }
    }

    /// What it would do; nothing for a file that is not read.
    pub fn preview(&self, name: &str, lang: Lang) -> Option<Preview> {
        match self {
            Self::Unreadable | Self::Elsewhere | Self::Untold(_) => None,
            Self::Own(own) => {
                let mut preview = own.single.preview(name, lang);
                preview.hidden = vec![("phien-ban".to_owned(), own.desk.version.to_string())];
                if self.is_resting() {
                    preview.commit.clear();
                }
                Some(preview)
            }
            Self::Ours(ours) => Some(ours.0.preview(name, lang)),
            Self::Theirs(theirs) => Some(theirs.0.preview(name, lang)),
        }
    }
}

/// A file of ours by the mark in its hidden cell.
enum Ours {
    Own(EntryIn, i64),
    Table(ManyIn),
    Elsewhere,
    None,
}

/// Form, unit and period of a mark, and the version behind them.
fn mark_of(start: &str, mark: &str) -> Option<(String, Option<i64>)> {
    let mut words = mark.strip_prefix(start)?.split_whitespace();
    let about = words.by_ref().take(3).collect::<Vec<_>>().join(" ");
    Some((about, words.next().and_then(|version| version.parse().ok())))
}

fn ours(about: About, one: Option<EntryIn>, table: Option<ManyIn>) -> Ours {
    let here = format!("{} {} {}", about.form, about.unit, about.period);
    if let Some(table) = table.filter(|table| table.mark.starts_with(TABLE)) {
        let fits = mark_of(TABLE, &table.mark).is_some_and(|(of, _)| of == here);
        return if fits { Ours::Table(table) } else { Ours::Elsewhere };
    }
    let Some(one) = one.filter(|one| one.mark.starts_with(OWN)) else { return Ours::None };
    match mark_of(OWN, &one.mark).filter(|(of, _)| *of == here) {
        Some((_, version)) => Ours::Own(one, version.unwrap_or(-1)),
        None => Ours::Elsewhere,
    }
}

/// Looks at a file as whoever enters figures here. Nothing is written.
pub(in crate::web) async fn look(
    ctx: &Ctx,
    about: About,
    waiting: &Waiting,
    lang: Lang,
) -> Result<Came, Failure> {
    // Whoever may not enter here learns nothing from a file of theirs.
    acts::layout::list(ctx, about).await?;
    let (name, bytes) = (waiting.name.as_str(), waiting.bytes.as_slice());
    let (Ok(one), Ok(table)) = (read_entry(name, bytes), read_many(name, bytes)) else {
        return Ok(Came::Unreadable);
    };
    match ours(about, one, table) {
        Ours::Elsewhere => Ok(Came::Elsewhere),
        Ours::Own(entry, made_of) => {
            let desk = acts::filing::desk(ctx, about).await?;
            let single = single::read(&desk, &entry, made_of, lang);
            Ok(Came::Own(Box::new(Own { desk, single })))
        }
        Ours::Table(table) => {
            let answers = acts::filing::table::table(ctx, &many::query(about)).await?;
            let mut read = Many::of_ours(&answers, &table, lang);
            let looked = acts::figure_import::preview(ctx, &read.rows).await?;
            read.judge(&looked, lang);
            Ok(Came::Ours(Box::new((read, table))))
        }
        Ours::None => {
            let Ok(found) = Found::read(name, bytes) else { return Ok(Came::Unreadable) };
            theirs(ctx, about, found, lang).await
        }
    }
}

/// A table of the unit's own, read as it was told.
async fn theirs(ctx: &Ctx, about: About, found: Found, lang: Lang) -> Result<Came, Failure> {
    let Some(kept) = acts::layout::find(ctx, about, &found.trace()).await? else {
        return Ok(Came::Untold(Box::new(found)));
    };
    let answers = acts::filing::table::table(ctx, &many::query(about)).await?;
    let mut read = Many::of_theirs((ctx, lang), &answers, about, &kept.layout, &found.grid).await?;
    let looked = acts::figure_import::preview(ctx, &read.rows).await?;
    read.judge(&looked, lang);
    Ok(Came::Theirs(Box::new((read, found))))
}
