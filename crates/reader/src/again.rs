//! Awards told again: in the title and in the text, as a sum and in its parts, as things and as those who get them. Which of them are one.
//!
//! Not here: how an award is read in one place (`award` and the rooms that it names).

use crate::claim::Claims;
use crate::counted::LONGEST_ROW;
use crate::draft::Draft;
use crate::giver::Host;
use crate::lexicon::awards::{FORM_WORDS, Recipient};
use crate::organisation;
use crate::reading::{Award, Reason};
use crate::recipient::Group;
use crate::token::{Sheet, next, prev};

/// Joins what title, lead and captions repeat with what the text tells; inside the text only word for word
/// the same award is joined, since two givers may well award the same numbers.
pub(crate) fn merge(sheet: &Sheet<'_>, mut drafts: Vec<Draft>, bodies: &[organisation::Found]) -> Vec<Award> {
    let host = Host::of(sheet, bodies);
    drafts.sort_by_key(|d| (d.heading, d.from));
    let mut items: Vec<Draft> = Vec::new();
    for draft in drafts {
        let unknown = draft.award.mention.reasons.contains(&Reason::NamedRecipient);
        let heavy = weighty(&draft.award);
        let again = in_general(&draft.award).filter(|_| heavy);
        // Who is named in the title, or receives a medal in a caption, is named again in the text.
        let titled = draft.heading && (sheet.line_of(draft.from) <= 1 || draft.award.form.starts_with("Hu"));
        let medal = draft.award.form.starts_with("Huân") && draft.award.collectives == Some(1);
        let known = if unknown && !titled || !(heavy || draft.heading) {
            items
                .iter_mut()
                .find(|d| medal && same(&draft, &d.award, None) && one_body(sheet, bodies, &draft, d))
        } else {
            let counted = |d: &Draft| {
                // "Đón nhận Bằng khen" of the title: how many did stands in the text.
                let told = !d.award.mention.reasons.contains(&Reason::NamedRecipient);
                let giver = |a: &Award| a.by.as_ref().map(|by| by.to_lowercase());
                let by = draft.award.by.is_none() || giver(&d.award) == giver(&draft.award);
                unknown && titled && told && d.award.form == draft.award.form && by
            };
            let at = items.iter().position(|d| same(&draft, &d.award, again));
            at.or_else(|| items.iter().position(counted)).and_then(|at| items.get_mut(at))
        };
        match known {
            Some(item) => {
                item.award.mention.again(sheet.span(draft.from, draft.to));
                // A sum that was told with its parts stands elsewhere.
                for place in draft.award.mention.spans.iter().skip(1) {
                    item.award.mention.again(*place);
                }
                // "80 tập thể và cá nhân" of the text stay both, though the title calls them faces.
                let both = |award: &Award| award.mention.source.to_lowercase().contains("tập thể");
                if draft.heading && !both(&item.award) && kin(&item.award, &draft.award) {
                    let told_both = both(&draft.award);
                    let one = alone(&item.award);
                    item.award.combined = one.filter(|_| told_both);
                    item.award.individuals = one.filter(|_| !told_both);
                }
                item.award.by = item.award.by.take().or(draft.award.by);
                // The title praises, the lead says with what.
                if item.heading && in_words(&item.award.form) && !in_words(&draft.award.form) {
                    item.award.form = draft.award.form;
                }
            }
            None => items.push(draft),
        }
    }
    items.sort_by_key(|d| d.from);
    giver_before(sheet, &mut items);
    // Who gives stays doubted: nobody says it.
    for item in items.iter_mut().filter(|d| d.award.by.is_none()) {
        let gives = |host: &&Host| {
            host.gives(sheet, item.from, item.heading) && may_give(&item.award.form, &host.name)
        };
        if let Some(host) = host.as_ref().filter(gives) {
            item.award.by = Some(host.name.clone());
            item.award.mention.reasons.push(Reason::GiverHost);
        }
    }
    items.into_iter().map(|d| d.award).collect()
}

/// "X đã khen thưởng 49 tập thể. 85 cá nhân cũng được biểu dương": who gave the award before gives this one too, in the same
/// paragraph. That stays doubted.
fn giver_before(sheet: &Sheet<'_>, items: &mut [Draft]) {
    let mut last: Option<(usize, usize, String)> = None;
    // "Đoàn trường được Tỉnh đoàn tặng Bằng khen. Có 5 giáo viên đạt Chiến sĩ thi đua": who gave letters says nothing of titles, which each
    // body's own council finds.
    let title = |form: &str| {
        ["Chiến sĩ", "Lao động tiên tiến", "Tập thể lao động", "Danh hiệu", "Giáo viên"]
            .iter()
            .any(|word| form.starts_with(word))
    };
    // "tặng Cờ thi đua cho 214 tập thể, 905 đơn vị đạt Tập thể lao động xuất sắc": a row goes on.
    let row = |to: usize, from: usize| {
        let parts = |i: usize| sheet.mark(i) == ';' && !sheet.any(next(i), &["công", "tặng", "trao"]);
        let clear = to <= from && !(to..from).any(parts);
        clear && sheet.sentence_of(to) == sheet.sentence_of(from)
    };
    for item in items {
        let line = sheet.line_of(item.from);
        match (&item.award.by, &last) {
            (Some(by), _) => last = Some((line, item.to, by.clone())),
            (None, Some((told, to, by)))
                if *told == line
                    && may_give(&item.award.form, by)
                    && (!title(&item.award.form) || row(*to, item.from)) =>
            {
                item.award.by = Some(by.clone());
                item.award.mention.reasons.push(Reason::GiverHost);
            }
            (None, _) => {}
        }
    }
}

/// Only the State gives orders and its titles of honour, whoever gave what stands before them.
pub(crate) fn may_give(form: &str, by: &str) -> bool {
    let honours = [
        "Huân chương",
        "Danh hiệu Bà mẹ",
        "Danh hiệu Anh hùng",
        "Danh hiệu Nhà giáo",
        "Danh hiệu Thầy thuốc",
    ];
    let state = || ["nước", "Nhà nước", "Đảng"].iter().any(|word| by.contains(word));
    !honours.iter().any(|word| form.starts_with(word)) || state()
}

/// Counts of recipients that no form is tied to, equal to those of one award: the award told again.
pub(crate) fn told_again(claims: &mut Claims<'_, '_>, groups: &[Group], awards: &mut [Award]) {
    let sheet = claims.sheet;
    for group in groups {
        let free = group.counts.iter().all(|c| claims.all_free(c.from, c.to));
        let sum = |who: Recipient| group.counts.iter().find(|c| c.who == who).map(|c| c.value);
        let counts = (sum(Recipient::Collective), sum(Recipient::Individual), sum(Recipient::Combined));
        let large = group.counts.iter().any(|c| c.value >= 10) || group.counts.len() > 1;
        if !free || !large || sum(Recipient::Household).is_some() {
            continue;
        }
        // "12 giải Khuyến khích", "Yếu 12 em": as many prizes as pupils say nothing of them.
        let prize = |a: &Award| a.form.starts_with("Giải ") && !a.form.starts_with("Giải thưởng");
        let same = |a: &&mut Award| (a.collectives, a.individuals, a.combined) == counts && !prize(a);
        if let Some(award) = awards.iter_mut().find(same) {
            award.mention.again(sheet.span(group.from, group.to));
            claims.take(group.from, group.to);
        }
    }
}

/// "19 điển hình (7 tập thể, 12 cá nhân) được tuyên dương": the sum is told once more in its parts, and is no further award.
pub(crate) fn parted(sheet: &Sheet<'_>, drafts: &mut Vec<Draft>) {
    let mut order: Vec<(usize, usize)> = drafts.iter().enumerate().map(|(k, d)| (d.from, k)).collect();
    order.sort_unstable();
    let mut gone = Vec::new();
    for pair in order.windows(2) {
        let [(_, sum), (_, parts)] = pair else { continue };
        let (Some(a), Some(b)) = (drafts.get(*sum), drafts.get(*parts)) else { continue };
        let (_, end) = sheet.sentence_of(a.from);
        let leads = |i: usize| sheet.mark(i) == '(' || sheet.is(i, "gồm");
        let lead = (1..=2).map(|n| prev(b.from, n)).any(|i| i >= a.to && leads(i));
        let one = a.award.form == b.award.form && b.to <= end && lead;
        if one && b.award.combined.is_none() && a.award.combined == Some(b.award.count()) {
            let (span, qualifier, by) =
                (a.award.mention.spans.clone(), a.award.qualifier, a.award.by.clone());
            if let Some(b) = drafts.get_mut(*parts) {
                for place in span {
                    b.award.mention.again(place);
                }
                b.award.qualifier = qualifier;
                b.award.by = b.award.by.take().or(by);
            }
            gone.push(*sum);
        }
    }
    gone.sort_unstable();
    for at in gone.into_iter().rev() {
        drafts.remove(at);
    }
}

/// A form in general words may be the same act as one that names the thing handed over.
fn compatible(a: &Award, b: &Award) -> bool {
    a.form == b.form || in_words(&a.form) || in_words(&b.form)
}

/// The form only says that somebody is praised, and names no thing.
fn in_words(form: &str) -> bool {
    form.starts_with("Tuyên dương ") || FORM_WORDS.iter().any(|(_, shown, thing)| !thing && *shown == form)
}

/// Counts that two awards hardly share by chance.
fn weighty(a: &Award) -> bool {
    let both = a.collectives.is_some() && a.individuals.is_some();
    let many = [a.collectives, a.individuals, a.combined].into_iter().flatten().any(|n| n >= 10);
    both || many
}

/// A caption often shows only some of those awarded: each count it tells is one of the whole award's.
fn part_of(part: &Award, whole: &Award) -> bool {
    let fits = |a: Option<i64>, b: Option<i64>| a.is_none() || a == b;
    let both = whole.collectives.is_some() && whole.individuals.is_some();
    both && part.combined.is_none()
        && fits(part.collectives, whole.collectives)
        && fits(part.individuals, whole.individuals)
        && (part.collectives.is_some() || part.individuals.is_some())
}

/// The one count of people or of examples, when nothing else is counted.
fn alone(a: &Award) -> Option<i64> {
    match (a.collectives, a.individuals, a.combined, a.households) {
        (None, Some(n), None, None) | (None, None, Some(n), None) => Some(n),
        _ => None,
    }
}

/// "… cho 27 cá nhân. … đặc biệt là 27 gương được tuyên dương": how many are praised again in general words by nobody told.
fn in_general(again: &Award) -> Option<i64> {
    let general = FORM_WORDS.iter().any(|(_, shown, thing)| !thing && *shown == again.form);
    alone(again).filter(|_| general && again.by.is_none())
}

/// The title counts people where the text counts examples, or the other way round.
fn kin(a: &Award, b: &Award) -> bool {
    alone(a).is_some() && alone(a) == alone(b) && a.individuals.is_some() != b.individuals.is_some()
}

/// Whether the draft tells the award told before; `again` counts those whom it only praises again.
fn same(draft: &Draft, told: &Award, again: Option<i64>) -> bool {
    let award = &draft.award;
    let counts = |a: &Award| (a.collectives, a.individuals, a.combined, a.households);
    let retold = again.is_some() && again == alone(told);
    let shown = draft.heading && (part_of(award, told) || kin(told, award));
    // A badge is given once, whoever hands it over.
    let badge = award.form.starts_with("Huy hiệu");
    // "Công an tỉnh", "Giám đốc Công an tỉnh": the head gives for the body.
    let within = match (&told.by, &award.by) {
        (Some(a), Some(b)) => a.contains(b.as_str()) || b.contains(a.as_str()),
        _ => true,
    };
    let giver = badge || within;
    (counts(told) == counts(award) || retold || shown)
        && (draft.heading || retold || told.form == award.form && giver)
        && compatible(told, award)
}

/// "Trường A tổ chức lễ đón nhận Huân chương", "Huân chương cho Trường A": a body of the same name in both sentences.
fn one_body(sheet: &Sheet<'_>, bodies: &[organisation::Found], a: &Draft, b: &Draft) -> bool {
    let near = |d: &Draft| {
        let (start, end) = sheet.sentence_of(d.from);
        let named = bodies.iter().filter(|f| f.specific && f.from >= start && f.to <= end.max(d.to));
        named.map(|f| sheet.keys(f.from, f.to)).collect::<Vec<_>>()
    };
    let gave = |name: &String| {
        [a, b].iter().any(|d| d.award.by.as_ref().is_some_and(|by| by.to_lowercase().contains(name)))
    };
    let others = near(b);
    near(a).iter().any(|name| !gave(name) && others.contains(name))
}

/// "1 Cờ thi đua, 3 Bằng khen, 5 Giấy khen cho 9 tập thể": those told last got all that is counted before them, and are no further
/// award.
pub(crate) fn summed(sheet: &Sheet<'_>, drafts: &mut Vec<Draft>) {
    let mut order: Vec<(usize, usize)> = drafts.iter().enumerate().map(|(k, d)| (d.from, k)).collect();
    order.sort_unstable();
    let mut gone = Vec::new();
    for (place, &(from, at)) in order.iter().enumerate() {
        let Some(all) = drafts.get(at).filter(|_| !sheet.is_digits(from)).map(|d| (d.to, d.award.clone()))
        else {
            continue;
        };
        let (to, all) = all;
        let (start, _) = sheet.sentence_of(from);
        let row: Vec<usize> = (order.iter().take(place).rev().take(LONGEST_ROW))
            .take_while(|&&(i, _)| i >= start && sheet.is_digits(i))
            .map(|&(_, k)| k)
            .collect();
        let told = || row.iter().filter_map(|&k| drafts.get(k));
        let sum = told().map(|d| d.award.count()).fold(0, i64::saturating_add);
        // "5 Giấy khen" goes on as "Giấy khen cho 9 tập thể".
        let joined = told().map(|d| d.to).max().is_some_and(|last| last > from && last < to);
        if row.len() < 2 || sum != all.count() || !joined {
            continue;
        }
        for k in row {
            if let Some(d) = drafts.get_mut(k) {
                share(&mut d.award, &all);
            }
        }
        gone.push(at);
    }
    gone.sort_unstable();
    for at in gone.into_iter().rev() {
        drafts.remove(at);
    }
}

/// Who got `part`, when those counted in `all` got it and others; flags are bodies', whoever else is counted.
fn share(part: &mut Award, all: &Award) {
    let own = Some(part.count());
    part.numbers.extend(all.numbers.iter().copied());
    if all.collectives.is_some() && (all.individuals.is_none() || part.form.starts_with("Cờ")) {
        (part.collectives, part.individuals, part.combined) = (own, None, None);
    } else if all.individuals.is_some() && all.collectives.is_none() {
        (part.collectives, part.individuals, part.combined) = (None, own, None);
    } else {
        (part.collectives, part.individuals, part.combined) = (None, None, own);
    }
}
