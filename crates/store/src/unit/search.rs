//! Finding units by the beginnings of the words of their names, in any order, without marks or case.
//!
//! Not here: exact names and codes in texts (`read::resolve`), who may see what was found.

use super::read::names;
use crate::db::{Arg, Tx, places};
use crate::{StoreError, args, dialect};
use domain::id::UnitId;
use domain::text;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// Up to how many matches are sorted; where there are more, names are walked in their order.
const GATHERED: usize = 1_000;

/// How many matches one step of the walk fetches.
const STEP: usize = 500;

/// How many steps a walk may take, so that nobody makes the engine read the country.
const STEPS: usize = 100;

/// The last letter there is: above every word that begins with a prefix.
const LAST: char = '\u{10ffff}';

/// What the asker may know of.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// All that may be known of, and perhaps some more, where they are few.
    pub near: Option<&'a [UnitId]>,
    /// Whether one unit may be known of; `None`: all.
    pub visible: Option<&'a (dyn Fn(UnitId) -> bool + Sync)>,
}

impl Sight<'_> {
    fn sees(&self, unit: UnitId) -> bool {
        self.visible.is_none_or(|visible| visible(unit))
    }
}

/// The units whose names (of any day) or aliases hold, for each word asked, a word that begins with it; and the
/// units whose official code is the text. At most `most` of those in sight, codes first, then in dictionary order
/// of their names of `day` (where the matches are many: of their last names).
pub async fn search(
    tx: &mut Tx,
    asked: &str,
    day: Date,
    most: usize,
    sight: Sight<'_>,
) -> Result<Vec<UnitId>, StoreError> {
    let code = text::clean(asked).to_uppercase();
    let mut found = Vec::new();
    for row in tx.all("SELECT DISTINCT unit FROM unit_code WHERE code = $1 LIMIT 100", args![code]).await? {
        let unit = UnitId(row.int(0)?);
        if sight.sees(unit) && found.len() < most {
            found.push(unit);
        }
    }
    let words = super::words(&[asked]);
    let mut by_name = if words.is_empty() {
        Vec::new()
    } else if let Some(near) = sight.near {
        let units = among(tx, near, &words).await?;
        in_order(tx, units.into_iter().filter(|unit| sight.sees(*unit)).collect(), day).await?
    } else {
        far(tx, words, most, sight).await?
    };
    by_name.retain(|unit| !found.contains(unit));
    by_name.truncate(most.saturating_sub(found.len()));
    found.append(&mut by_name);
    Ok(found)
}

/// The matches among all units. Few are gathered and sorted; where there are many, names are walked in their order.
async fn far(
    tx: &mut Tx,
    words: Vec<String>,
    most: usize,
    sight: Sight<'_>,
) -> Result<Vec<UnitId>, StoreError> {
    let mut counted = Vec::with_capacity(words.len());
    for word in words {
        let sql = "SELECT COUNT(*) FROM (SELECT 1 FROM unit_word WHERE word >= $1 AND word < $2 LIMIT 1001) AS seen";
        counted.push((count(tx, sql.to_owned(), args![&word, format!("{word}{LAST}")]).await?, word));
    }
    // Those that fewest names hold come first, so that the others are looked up for few units only.
    counted.sort();
    let many = counted.first().is_some_and(|(count, _)| *count > GATHERED);
    let words: Vec<String> = counted.into_iter().map(|(_, word)| word).collect();
    if many {
        let (matches, args) = matches(&words);
        let capped = format!("SELECT COUNT(*) FROM ({matches} LIMIT 1001) AS seen");
        if words.len() == 1 || count(tx, capped, args).await? > GATHERED {
            return walk(tx, &words, most, sight).await;
        }
    }
    let (matches, mut args) = matches(&words);
    args.push(sight.visible.map_or(i64::try_from(most).unwrap_or(i64::MAX), |_| i64::MAX).into());
    let sql = format!(
        "SELECT n.unit FROM unit_name n JOIN ({matches}) m ON m.unit = n.unit
         WHERE NOT EXISTS (SELECT 1 FROM unit_name l WHERE l.unit = n.unit AND l.valid_from > n.valid_from)
         ORDER BY n.sort_key, n.unit LIMIT ${}",
        args.len()
    );
    let rows = tx.all(sql, args).await?;
    let units: Vec<UnitId> = rows.iter().map(|row| row.int(0).map(UnitId)).collect::<Result<_, _>>()?;
    Ok(units.into_iter().filter(|unit| sight.sees(*unit)).take(most).collect())
}

async fn count(tx: &mut Tx, sql: String, args: Vec<Arg>) -> Result<usize, StoreError> {
    let counted = tx.first(sql, args).await?.map_or(Ok(0), |row| row.int(0))?;
    Ok(usize::try_from(counted).unwrap_or(0))
}

/// A statement for all units that have a word for each word asked, and its parameters.
fn matches(words: &[String]) -> (String, Vec<Arg>) {
    let (first, others) = words.split_at(words.len().min(1));
    let sql = format!(
        "SELECT DISTINCT w.unit FROM unit_word w WHERE w.word >= $1 AND w.word < $2{}",
        conditions("w", others, 3)
    );
    let both = first.iter().chain(others);
    (sql, both.flat_map(|word| args![word, format!("{word}{LAST}")]).collect())
}

/// The matches among few units.
async fn among(tx: &mut Tx, near: &[UnitId], words: &[String]) -> Result<Vec<UnitId>, StoreError> {
    let mut held: HashMap<UnitId, Vec<String>> = HashMap::new();
    for chunk in near.chunks(dialect::most_parameters(tx.engine())) {
        let sql = format!("SELECT unit, word FROM unit_word WHERE unit IN ({})", places(1, chunk.len()));
        for row in tx.all(sql, chunk.iter().map(|unit| Arg::from(unit.0)).collect()).await? {
            held.entry(UnitId(row.int(0)?)).or_default().push(row.text(1)?);
        }
    }
    let all = |held: &Vec<String>| words.iter().all(|word| held.iter().any(|own| own.starts_with(word)));
    Ok(held.into_iter().filter(|(_, held)| all(held)).map(|(unit, _)| unit).collect())
}

/// One condition per further word: the unit, named `unit` in `table`, has a word that begins with it.
fn conditions(table: &str, words: &[String], first: usize) -> String {
    let others: Vec<String> = (0..words.len())
        .map(|at| {
            let (from, to) = (first + at * 2, first + at * 2 + 1);
            format!(
                " AND EXISTS (SELECT 1 FROM unit_word o WHERE o.unit = {table}.unit AND o.word >= ${from}
                 AND o.word < ${to})"
            )
        })
        .collect();
    others.concat()
}

/// Puts units into the order of their names.
async fn in_order(tx: &mut Tx, units: Vec<UnitId>, day: Date) -> Result<Vec<UnitId>, StoreError> {
    let names = names(tx, &units, day).await?;
    let mut keyed: Vec<_> = names.into_iter().map(|(unit, name)| (name.sort_key, unit)).collect();
    keyed.sort();
    Ok(keyed.into_iter().map(|(_, unit)| unit).collect())
}

/// Where a word is in a great part of all names, the first names of the dictionary that match are soon found.
async fn walk(
    tx: &mut Tx,
    words: &[String],
    most: usize,
    sight: Sight<'_>,
) -> Result<Vec<UnitId>, StoreError> {
    // Only a unit's last name counts: under an older one it would stand in a place where nobody looks for it.
    let sql = format!(
        "SELECT n.sort_key, n.unit FROM unit_name n WHERE (n.sort_key, n.unit) > ($1, $2)
         AND NOT EXISTS (SELECT 1 FROM unit_name l WHERE l.unit = n.unit AND l.valid_from > n.valid_from){}
         ORDER BY n.sort_key, n.unit LIMIT $3",
        conditions("n", words, 4)
    );
    let (mut key, mut last) = (String::new(), UnitId(0));
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    for step in 0..STEPS {
        // Whoever sees everything is served by the first, short step.
        let fetched = if step == 0 { most } else { STEP };
        let mut args = args![&key, last.0, u32::try_from(fetched).unwrap_or(u32::MAX)];
        args.extend(words.iter().flat_map(|word| args![word, format!("{word}{LAST}")]));
        let rows = tx.all(sql.clone(), args).await?;
        for row in &rows {
            (key, last) = (row.text(0)?, UnitId(row.int(1)?));
            if sight.sees(last) && seen.insert(last) {
                found.push(last);
            }
            if found.len() == most {
                return Ok(found);
            }
        }
        if rows.len() < fetched {
            break;
        }
    }
    Ok(found)
}
