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

/// Up to how many matches are named and sorted at once; where there are more, names are walked in their order.
const GATHERED: usize = 1_000;

/// How many matches one step of the walk fetches.
const STEP: usize = 500;

/// How many steps a walk may take, so that nobody makes the engine read the country.
const STEPS: usize = 100;

/// The last letter there is: above every word that begins with a prefix.
const LAST: char = '\u{10ffff}';

/// The units whose names (of any day) or aliases hold, for each word asked, a word that begins with it; and the
/// units whose official code is the text. At most `most`, in dictionary order of the names of `day`, codes first.
/// `visible` says which units the asker may know of; `near` lists them all, and perhaps some more, where they
/// are few.
pub async fn search(
    tx: &mut Tx,
    asked: &str,
    day: Date,
    most: usize,
    near: Option<&[UnitId]>,
    visible: &(dyn Fn(UnitId) -> bool + Sync),
) -> Result<Vec<UnitId>, StoreError> {
    let code = text::clean(asked).to_uppercase();
    let mut found = Vec::new();
    for row in tx.all("SELECT DISTINCT unit FROM unit_code WHERE code = $1 LIMIT 100", args![code]).await? {
        let unit = UnitId(row.int(0)?);
        if visible(unit) && found.len() < most {
            found.push(unit);
        }
    }
    let gathered = if let Some(near) = near {
        Some(among(tx, near, &super::words(&[asked])).await?)
    } else {
        let rarest = rarest_first(tx, asked).await?;
        gather(tx, &rarest).await?
    };
    let mut by_name = match gathered {
        Some(units) => in_order(tx, units.into_iter().filter(|unit| visible(*unit)).collect(), day).await?,
        None => walk(tx, &super::words(&[asked]), most, visible).await?,
    };
    by_name.retain(|unit| !found.contains(unit));
    by_name.truncate(most.saturating_sub(found.len()));
    found.append(&mut by_name);
    Ok(found)
}

/// The words asked, those that fewest names hold first, so that the others are looked up for few units only.
async fn rarest_first(tx: &mut Tx, asked: &str) -> Result<Vec<String>, StoreError> {
    let words = super::words(&[asked]);
    if words.len() < 2 {
        return Ok(words);
    }
    let mut counted = Vec::with_capacity(words.len());
    for word in words {
        let sql = "SELECT COUNT(*) FROM (SELECT 1 FROM unit_word WHERE word >= $1 AND word < $2 LIMIT 1001) AS seen";
        let row = tx.first(sql, args![&word, format!("{word}{LAST}")]).await?;
        counted.push((row.map_or(Ok(0), |row| row.int(0))?, word));
    }
    counted.sort();
    Ok(counted.into_iter().map(|(_, word)| word).collect())
}

/// The matches among few units.
async fn among(tx: &mut Tx, near: &[UnitId], words: &[String]) -> Result<Vec<UnitId>, StoreError> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
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

/// All matches, or `None` when there are too many to sort.
async fn gather(tx: &mut Tx, words: &[String]) -> Result<Option<Vec<UnitId>>, StoreError> {
    let Some((first, others)) = words.split_first() else { return Ok(Some(Vec::new())) };
    let sql = format!(
        "SELECT DISTINCT w.unit FROM unit_word w WHERE w.word >= $1 AND w.word < $2{} LIMIT {}",
        conditions("w", others, 3),
        GATHERED + 1
    );
    let mut args = args![first, format!("{first}{LAST}")];
    args.extend(others.iter().flat_map(|word| args![word, format!("{word}{LAST}")]));
    let rows = tx.all(sql, args).await?;
    if rows.len() > GATHERED {
        return Ok(None);
    }
    rows.iter().map(|row| row.int(0).map(UnitId)).collect::<Result<_, _>>().map(Some)
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
    visible: &(dyn Fn(UnitId) -> bool + Sync),
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
            if visible(last) && seen.insert(last) {
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
