//! Things counted and not their recipients: "01 giải Nhất, 02 giải Nhì", "trao 5 Huân chương".
//!
//! Not here: recipients counted (`award`) or named (`handed`).

use crate::again::summed;
use crate::claim::Claims;
use crate::counted::{RANKS, colon_giver, form_of, prize_at, together};
use crate::draft::{Around, Draft, blank, same_giver};
use crate::giver::{authority, giver_after, passive_giver, subject};
use crate::lexicon::awards::{BODY_NOUN, FORM, RECIPIENT, RECIPIENT_WORDS, Recipient};
use crate::lexicon::organisations::LEVEL;
use crate::lexicon::units::PEOPLE;
use crate::number;
use crate::praise::{SPECIAL, Trigger, promised, under_heading};
use crate::reading::{AwardStatus, Reason};
use crate::recipient::kind_at;
use crate::token::{Caps, Kind, Sheet, next, prev};

/// Prizes of a contest: "01 giải Nhất, 02 giải Nhì"; takes the numbers.
pub(crate) fn prizes(claims: &mut Claims<'_, '_>, around: &Around<'_>, drafts: &mut Vec<Draft>) {
    let sheet = claims.sheet;
    for i in 0..sheet.len() {
        let Some((number, to)) = prize_at(sheet, i, around).filter(|_| claims.free(i)) else { continue };
        // "trao hai Bằng khen cho Chi đoàn A và Chi đoàn B": read with those named.
        let covers = |d: &Draft| d.from <= number.to && number.to < d.to;
        if !sheet.is_digits(i) && drafts.iter().any(|d| covers(d) && d.award.count() >= number.whole) {
            continue;
        }
        // "Trường A đạt hai giải Nhất": two, and not one that the school got.
        if !sheet.is_digits(i) {
            drafts.retain(|d| !covers(d) || d.award.count() != 1);
        }
        let (start, end) = sheet.sentence_of(i);
        let end = (to..end).find(|&k| sheet.mark(k) == ';').unwrap_or(end);
        let many = bodies_get(sheet, &number, (start, to, end), (around, drafts));
        let from = number.from;
        // "trao 22 Bằng khen của Thủ tướng cho 7 tập thể và 15 cá nhân": those who got them are counted behind.
        let shared = shared_among(sheet, to).and_then(|first| {
            let place = sheet.span(first, next(first));
            let word = sheet.words(number.to, to).to_lowercase();
            drafts.iter_mut().find(|d| {
                d.award.count() == number.whole
                    && d.award.numbers.first().is_some_and(|n| n.start == place.start)
                    && d.award.form.to_lowercase().starts_with(&word)
            })
        });
        if let Some(told) = shared {
            told.award.mention.again(sheet.span(from, to));
            claims.take(from, to);
            continue;
        }
        let (to, form) = form_of(sheet, number.to, to);
        let mut letters = form.chars();
        let form = letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect());
        // "hai giải Ba được trao cho Đoàn xã A": whoever stands before it gives nothing.
        let behind = if sheet.two(to, "đã", "được") { next(to) } else { to };
        let handed = sheet.is(behind, "được");
        // Whose verb stands behind was not given by the verb of those before.
        let own = handed || handed_to(sheet, to, end).is_some();
        let got = got_by(sheet, start, from, around).filter(|_| !own);
        let hands = || {
            let verb =
                (next(behind)..behind.saturating_add(12).min(end)).find(|&k| sheet.any(k, &["trao", "tặng"]));
            passive_giver(sheet, next(behind), verb.unwrap_or(next(behind)))
        };
        let giver = || match &got {
            Some(got) => got.by.clone(),
            None if handed => hands(),
            None if won(sheet, start, from) => None,
            None => told_in_row(sheet, (start, from), drafts)
                .or_else(|| same_giver(sheet, (start, from), drafts, around))
                .or_else(|| subject(sheet, start, from, around.bodies)),
        };
        let by = giver_after(sheet, to).or_else(|| clause_giver(sheet, start, from)).or_else(giver);
        // "tặng 112 Cờ thi đua": flags are bodies', whoever takes them.
        let many = many || got.is_some_and(|got| got.body) || form.starts_with("Cờ");
        let form_of_bodies = form.starts_with("Cờ") || form.to_lowercase().starts_with("giải");
        let mut award = blank(sheet, (from, to), form, by);
        award.mention.reasons.retain(|r| *r != Reason::NamedRecipient);
        // "4 bằng khen của cả tập thể và cá nhân"
        let both = sheet.any(to, &["của", "cho"])
            && sheet.is(next(to), "cả")
            && sheet.is(to.saturating_add(2), "tập")
            && sheet.is(to.saturating_add(5), "cá");
        // "764 Huân chương các loại cho tỉnh Tân Lập": a place's people got them.
        let place = number.whole > 1
            && (to..to.saturating_add(5)).any(|k| sheet.is(k, "cho") && LEVEL.has(sheet, next(k)));
        // "2 Cờ cho huyện A và huyện B": flags and prizes are the bodies' own.
        // "1.205 lao động tiên tiến, 740 giấy khen cho tập thể, cá nhân": a title is its bearers'.
        let title =
            ["Lao động", "Chiến sĩ", "Giáo viên", "Tập thể"].iter().any(|word| award.form.starts_with(word));
        let both_get = !title && !form_of_one(&award.form) && for_both(sheet, to, end);
        let mixed = of_authors(sheet, start, end) || both_get;
        if both || place && !form_of_bodies || mixed {
            award.combined = Some(number.whole);
        } else if many {
            award.collectives = Some(number.whole);
        } else {
            award.individuals = Some(number.whole);
        }
        award.numbers.push(sheet.span(number.from, number.to));
        if announced(sheet, start, from, around) {
            award.status = AwardStatus::Proposed;
            award.mention.reasons.push(Reason::ProposedOnly);
        }
        claims.take(from, to);
        drafts.push(Draft { award, from, to, heading: false });
    }
    summed(sheet, drafts);
    winners(sheet, drafts);
}

/// Whether bodies get what is counted: "5 giải Ba cho các tập thể", "2 giải Nhì toàn đoàn", the points of a list of what a body was given.
fn bodies_get(
    sheet: &Sheet<'_>,
    number: &number::Number,
    place: (usize, usize, usize),
    page: (&Around<'_>, &[Draft]),
) -> bool {
    let (start, to, end) = place;
    let (around, drafts) = page;
    if let Some(bodies) = handed_to(sheet, to, end) {
        return bodies;
    }
    // "3 giải Nhất cho các tác giả và 2 giải cho tập thể": whoever is told first behind them gets them.
    let cho =
        (to..end.min(to.saturating_add(64))).find(|&k| !in_row(sheet, k)).filter(|&k| sheet.is(k, "cho"));
    let people = cho.is_some_and(|k| {
        let whom = if sheet.any(next(k), &["các", "những"]) { k.saturating_add(2) } else { next(k) };
        kind_at(sheet, whom).is_some_and(|(_, who)| who == Recipient::Individual)
    });
    let own = sheet.any(number.to, &["lao", "chiến"]) || people;
    !own && (to..end).any(|k| sheet.two(k, "tập", "thể") && !sheet.is(prev(k, 1), "giải"))
        && !(to..end).any(|k| sheet.is(k, "cá") && sheet.is(k.saturating_add(1), "nhân"))
        || sheet.is(number.to, "tập")
        || sheet.is(next(number.to), "tập")
        || falls_to_bodies(sheet, to, end, around)
        || together(sheet, to)
        || sheet.mark(to) == ':' && sheet.is(next(to), "đội")
        || of_teams(sheet, (start, number.from), to, drafts)
        || team_won(sheet, start, number.from)
        || under_heading(sheet, number.from)
}

/// "10 Bằng khen được trao cho các tập thể và 33 Giấy khen được trao cho các cá nhân": each is told by its own verb; whether bodies get what
/// is counted before token `to`.
fn handed_to(sheet: &Sheet<'_>, to: usize, end: usize) -> Option<bool> {
    let near = to..end.min(to.saturating_add(16));
    let k = near.take_while(|&k| !sheet.is_digits(k)).find(|&k| {
        let verb = sheet.any(prev(k, 1), &["trao", "tặng"]) && k > to.saturating_add(1);
        // "được UBND tỉnh trao tặng cho": who gives may stand between.
        sheet.is(k, "cho") && verb && (to..k).any(|n| sheet.is(n, "được"))
    })?;
    let whom = if sheet.any(next(k), &["các", "những"]) { k.saturating_add(2) } else { next(k) };
    let link = whom.saturating_add(2);
    let alone = !(sheet.mark(link) == ',' || sheet.is(link, "và")) || !RECIPIENT.has(sheet, next(link));
    let told = alone && (sheet.two(whom, "tập", "thể") || sheet.two(whom, "cá", "nhân"));
    told.then(|| sheet.is(whom, "tập"))
}

/// Of a row of prizes counted: "1 giải Nhất, 2 giải Nhì và 3 giải Khuyến khích".
fn in_row(sheet: &Sheet<'_>, k: usize) -> bool {
    sheet.is_digits(k)
        || sheet.any(k, &[",", "và", "giải", "khuyến", "khích", "đặc", "biệt"])
        || sheet.any(k, RANKS)
}

/// Flags are bodies' own, badges of merit people's.
fn form_of_one(form: &str) -> bool {
    form.starts_with("Cờ") || form.starts_with("Kỷ niệm chương")
}

/// "trao 10 Giấy khen cho các tập thể, cá nhân": both get what is counted before token `to`, and nobody says how many each.
fn for_both(sheet: &Sheet<'_>, to: usize, end: usize) -> bool {
    let end = end.min(to.saturating_add(24));
    let stop = |k: usize| {
        let verb = sheet.any(k, &["tặng", "trao"]) && !sheet.is(prev(k, 1), "được");
        verb || sheet.is(k, "cho") || !sheet.is_word(k) && !sheet.is_digits(k) && sheet.mark(k) != ','
    };
    let Some(at) = (to..end).find(|&k| stop(k)).filter(|&k| sheet.is(k, "cho")) else { return false };
    let whom =
        if sheet.any(next(at), &["các", "những", "nhiều"]) { at.saturating_add(2) } else { next(at) };
    let who = RECIPIENT.at(sheet, whom).and_then(|(_, id)| RECIPIENT_WORDS.get(id));
    who.is_some_and(|w| w.1 == Recipient::Combined && w.0.contains("cá nhân"))
}

/// "trao cho các tác giả, nhóm tác giả 1 giải A, 2 giải B", "2 giải A, 6 giải B cho các tác giả, nhóm tác giả": some alone and some together.
fn of_authors(sheet: &Sheet<'_>, start: usize, end: usize) -> bool {
    let author = |i: usize| sheet.two(i, "tác", "giả") && sheet.is(i.saturating_add(3), "nhóm");
    (start..end).any(|i| author(i) && sheet.two(i.saturating_add(4), "tác", "giả"))
}

/// "Cơ cấu giải thưởng gồm 01 giải Nhất", "sẽ trao 2 giải Nhì": what a contest has for its winners, before anybody won.
fn announced(sheet: &Sheet<'_>, start: usize, from: usize, around: &Around<'_>) -> bool {
    // "nhà trường sẽ tổ chức lễ; Chủ tịch đã trao 5 Giấy khen": each clause for itself.
    let start = (start..from).rfind(|&i| sheet.mark(i) == ';').map_or(start, next);
    let hands = |i: usize| (i..i.saturating_add(5).min(from)).any(|k| sheet.any(k, &["trao", "tặng"]));
    let done = |i: usize| (i..from).any(|k| sheet.is(k, "đã"));
    let told = (start..from).any(|i| {
        let made = sheet.two(i, "cơ", "cấu") && sheet.is(next(next(i)), "giải");
        (made || promised(sheet, i) && hands(i)) && !done(i)
    });
    told || !done(start) && around.aims.get(sheet.line_of(from)).copied().unwrap_or(false)
}

/// "giải Nhất thuộc về đội Khoa A; 2 giải Nhì; 3 giải Ba": a contest of teams, where nobody says who got the further prizes.
fn of_teams(sheet: &Sheet<'_>, place: (usize, usize), to: usize, drafts: &[Draft]) -> bool {
    let (start, from) = place;
    // "2 giải Nhì (mỗi giải 5 triệu đồng); 3 giải Ba": what a bracket says of money is passed over.
    let close = (to..to.saturating_add(12)).find(|&i| sheet.mark(i) == ')');
    let money = close.filter(|&i| sheet.mark(to) == '(' && sheet.any(prev(i, 1), &["đồng", "đ"]));
    let to = money.map_or(to, next);
    let told = !matches!(sheet.mark(to), ',' | ';' | '.' | ')') && !sheet.is(to, "và");
    let before = drafts.iter().rfind(|d| d.from >= start && d.to <= from);
    let team = before.is_some_and(|d| d.award.collectives.is_some() && d.award.form.starts_with("Giải"));
    !told && team && (start..from).any(|i| sheet.is(i, "đội"))
}

/// "Đội văn nghệ Hội A giành 1 huy chương Vàng, 2 huy chương Bạc": the team that opens the clause won what is counted at token `from`;
/// a picked team ("đội tuyển học sinh giỏi") is its pupils.
fn team_won(sheet: &Sheet<'_>, start: usize, from: usize) -> bool {
    let low = from.saturating_sub(40).max(start);
    let Some(verb) = (low..from).rfind(|&i| sheet.any(i, &["đoạt", "giành", "đạt"])) else {
        return false;
    };
    let row = |i: usize| {
        sheet.is_digits(i)
            || sheet.any(
                i,
                &[",", "và", "được", "giải", "huy", "chương", "vàng", "bạc", "đồng", "khuyến", "khích"],
            )
            || sheet.any(i, &["hcv", "hcb", "hcđ"])
            || sheet.any(i, RANKS)
    };
    let clause = (low..verb).rfind(|&i| !sheet.is_word(i)).map_or(low, next);
    // "Đội học sinh giỏi đạt 3 giải Nhất": each of them by itself.
    let picked = sheet.any(next(clause), &["tuyển", "viên", "ngũ"])
        || (clause..verb).any(|i| sheet.two(i, "học", "sinh") || sheet.two(i, "dự", "tuyển"));
    let team = sheet.is(clause, "đội") && !picked && (clause == start || low < clause);
    team && (next(verb)..from).all(row)
}

/// "Trường A đạt 3 giải Nhất", "05 sáng kiến đoạt giải (01 giải Nhì)": the subject won what is counted at token `from` and gives
/// nothing; "trao giải cho các đội đạt kết quả cao: 1 giải Nhất" hands it out.
fn won(sheet: &Sheet<'_>, start: usize, from: usize) -> bool {
    // "Nhà trường có 12 giải, gồm 2 giải Nhì", "mang về 3 giải Ba"
    let many = |i: usize| {
        let rank = i.saturating_add(2);
        sheet.is_digits(i)
            && sheet.is(next(i), "giải")
            && !sheet.any(rank, RANKS)
            && !sheet.any(rank, &["đặc", "khuyến"])
    };
    let has = |i: usize| sheet.is(i, "có") && next(i) < from && many(next(i)) || sheet.two(i, "mang", "về");
    (start..from).any(|i| sheet.any(i, &["đạt", "đoạt", "giành"]) || has(i))
        && !(start..from).any(|i| sheet.any(i, &["trao", "tặng", "thưởng", "khen"]))
}

/// Most tokens between things counted and those who got them, whose sum they are.
const LONGEST_SHARE: usize = 16;

/// The first number behind token `to`, when "cho" leads to it: of those who share the things counted before.
fn shared_among(sheet: &Sheet<'_>, to: usize) -> Option<usize> {
    let end = to.saturating_add(LONGEST_SHARE).min(sheet.sentence_of(to).1);
    let first = (to..end).find(|&i| sheet.is_digits(i))?;
    // "3 Bằng khen của Thủ tướng Chính phủ (1 tập thể và 2 cá nhân)"
    (sheet.is(prev(first, 1), "cho") || sheet.mark(prev(first, 1)) == '(').then_some(first)
}

/// "2 giải Nhất …; giải Nhất đơn ca thuộc về ông A": who won a prize that was counted before is another place of it.
fn winners(sheet: &Sheet<'_>, drafts: &mut Vec<Draft>) {
    let named = |d: &Draft| d.award.mention.reasons.contains(&Reason::NamedRecipient);
    let rank = |d: &Draft| d.award.form.to_lowercase();
    let many = |d: &Draft| d.award.collectives.or(d.award.individuals).or(d.award.combined);
    let counted: Vec<(usize, usize, String, Option<i64>)> = drafts
        .iter()
        .filter(|d| !named(d) && rank(d).starts_with("giải"))
        .map(|d| (d.from, sheet.line_of(d.from), rank(d), many(d)))
        .collect();
    drafts.retain(|d| {
        let line = sheet.line_of(d.from);
        let told = |(from, at, form, _): &(usize, usize, String, Option<i64>)| {
            *from < d.from && line.saturating_sub(*at) <= 3 && form.starts_with(&rank(d))
        };
        // "trao 3 giải Nhất …; 3 giải Nhất thuộc về lớp 12B, …": whose they are, told behind their number.
        let whose = sheet.two(d.to, "thuộc", "về");
        let again = named(d)
            || whose
                && counted.iter().any(|(from, _, form, n)| {
                    *from < d.from
                        && *from >= sheet.sentence_of(d.from).0
                        && *form == rank(d)
                        && *n == many(d)
                });
        !(again && rank(d).starts_with("giải") && counted.iter().any(told))
    });
}

/// "5 giải Khuyến khích cho các đội thi", "2 giải Ba thuộc về Chi đoàn A và Chi đoàn B": bodies get what is counted.
fn falls_to_bodies(sheet: &Sheet<'_>, to: usize, end: usize, around: &Around<'_>) -> bool {
    // The other prizes of the row stand between.
    let row = |k: usize| {
        sheet.is_digits(k)
            || number::words_at(sheet, k).is_some_and(|(_, to)| sheet.is(to, "giải"))
            || sheet.any(k, &[",", "và", "giải", "khuyến", "khích", "thuộc", "được", "trao", "tặng"])
            || sheet.any(prev(k, 1), &["giải", "xuất", "đặc"])
            || (k.saturating_sub(3)..k)
                .any(|n| sheet.is(prev(n, 1), "giải") && SPECIAL.at(sheet, n).is_some_and(|(to, _)| k < to))
    };
    let at = (to..end).find(|&k| !row(k));
    // "06 Cờ thi đua chuyên đề Xanh - Sạch cho các Công đoàn": the thing's own name stands between.
    let named = |k: usize| sheet.is_word(k) && !sheet.any(k, &["của", "do", "được"]) || sheet.mark(k) == '-';
    let far = (to..end.min(to.saturating_add(12))).take_while(|&k| named(k)).find(|&k| sheet.is(k, "cho"));
    let Some(at) = at.filter(|&k| sheet.any(k, &["cho", "về"])).or(far) else { return false };
    let whom = if sheet.is(next(at), "các") { at.saturating_add(2) } else { next(at) };
    // "12 Giấy khen cho đoàn viên": people, whose word begins like a body's.
    if PEOPLE.has(sheet, whom) {
        return false;
    }
    BODY_NOUN.has(sheet, whom) || around.bodies.iter().any(|b| b.from == whom && b.specific)
}

/// First words of bodies of which a list of titles counts some.
const BODIES: &[&str] = &["tập", "đơn", "trường", "chi", "phòng"];

/// "+ Tập thể Lao động tiên tiến: 07;", "CSTĐCS: 08 người": a list of titles with how many bear each; takes the numbers.
pub(crate) fn listed_titles(
    claims: &mut Claims<'_, '_>,
    triggers: &[Trigger],
    around: &Around<'_>,
    drafts: &mut Vec<Draft>,
) {
    let sheet = claims.sheet;
    // What is to be reached is no award.
    let aim = |t: &Trigger| around.aims.get(sheet.line_of(t.from)).copied().unwrap_or(false);
    // "Cờ thi đua của UBND tỉnh: 61 đơn vị": who gives may stand between.
    let colon = |t: &Trigger| {
        let given = if sheet.is(t.to, "của") { authority(sheet, next(t.to)) } else { None };
        // "Tập thể lao động xuất sắc cấp tỉnh: 01 trường"
        let level = t.to.saturating_add(2);
        let ranked = sheet.is(t.to, "cấp") && sheet.mark(level) == ':';
        if ranked { level } else { given.filter(|&to| sheet.mark(to) == ':').unwrap_or(t.to) }
    };
    for (t, colon) in triggers.iter().map(|t| (t, colon(t))) {
        if !t.thing || sheet.mark(colon) != ':' || aim(t) {
            continue;
        }
        let Some(number) = number::at(sheet, next(colon)).filter(|n| claims.all_free(n.from, n.to)) else {
            continue;
        };
        // "Giải Bài viết hay nhất: 3.000.000 đồng": what it is worth.
        if sheet.is(number.to, "đồng") && !sheet.is(next(number.to), "chí") {
            continue;
        }
        let behind = sheet.any(number.to, &["người", "đồng", "cá", "đ", "công", "viên"])
            || sheet.any(number.to, BODIES);
        let closed = !sheet.is_word(number.to) || sheet.kind(number.to) == Kind::Break;
        let opens = sheet.is_line_start(t.from)
            || matches!(sheet.mark(prev(t.from, 1)), '-' | '+' | '•' | ',' | ';' | ':' | ')')
            || sheet.is(prev(t.from, 1), "là");
        if !opens
            || !(closed || behind)
            || number.of.is_some_and(|of| of < number.whole)
            || number.thousandths > 0
            || number.whole == 0
        {
            continue;
        }
        // "Tập thể lao động xuất sắc cấp tỉnh": the title's level.
        let after = giver_after(sheet, t.to).filter(|_| !sheet.is(t.to, "cấp"));
        let by = after.or_else(|| list_giver(sheet, t.from));
        let mut award = blank(sheet, (t.from, number.to), t.form.clone(), by);
        award.mention.reasons.retain(|r| *r != Reason::NamedRecipient);
        let starts = |word: &str| t.form.trim_start_matches("Danh hiệu ").to_lowercase().starts_with(word);
        let body = ["tập thể", "cờ", "đơn vị"].iter().any(|w| starts(w)) || sheet.any(number.to, BODIES);
        let letter = ["giấy khen", "bằng khen", "huân"].iter().any(|w| starts(w));
        match () {
            () if body => award.collectives = Some(number.whole),
            () if letter && !behind => award.combined = Some(number.whole),
            () => award.individuals = Some(number.whole),
        }
        award.numbers.push(sheet.span(number.from, number.to));
        claims.take(t.from, number.to);
        drafts.push(Draft { award, from: t.from, to: number.to, heading: false });
    }
    let point = |at: usize| matches!(sheet.mark(sheet.line(sheet.line_of(at)).from), '-' | '+' | '•');
    for draft in drafts.iter_mut().filter(|d| d.award.by.is_none() && point(d.from)) {
        draft.award.by = list_giver(sheet, draft.from);
    }
}

/// "- Khen thưởng theo thẩm quyền của Chủ tịch UBND xã:": who gives what the points below count.
fn list_giver(sheet: &Sheet<'_>, at: usize) -> Option<String> {
    let n = sheet.line_of(at);
    let above = (n.saturating_sub(MOST_ABOVE)..n).rev().map(|k| sheet.line(k));
    let line = above.into_iter().find(|line| sheet.mark(prev(line.to, 1)) == ':')?;
    let of = (line.from..line.to).rfind(|&i| sheet.is(i, "của"))?;
    authority(sheet, next(of)).map(|to| sheet.words(next(of), to))
}

/// Most lines between the points of a list and the line that says whose they are.
const MOST_ABOVE: usize = 6;

/// "…, Quân khu tặng 5 Bằng khen": a clause of its own names who gives what is counted at token `from`.
fn clause_giver(sheet: &Sheet<'_>, start: usize, from: usize) -> Option<String> {
    let verb = prev(from, 1);
    if let Some(by) = colon_giver(sheet, from) {
        return Some(by);
    }
    let low = start.max(verb.saturating_sub(LONGEST_GIVER));
    let open = (low..verb).rfind(|&k| matches!(sheet.mark(k), ',' | ';') || sheet.is(k, "và")).map(next)?;
    let given = FORM.find(sheet, start, open).is_some();
    let whole = authority(sheet, open) == Some(verb) && sheet.caps(open) != Caps::Lower;
    (sheet.any(verb, &["tặng", "trao"]) && given && whole).then(|| sheet.words(open, verb))
}

/// "trao 3 Cờ cho các chi đoàn dẫn đầu, 12 Giấy khen cho đoàn viên": what goes on a row of things counted is given by whoever gave the
/// one before, of which nobody was named behind it.
fn told_in_row(sheet: &Sheet<'_>, place: (usize, usize), drafts: &[Draft]) -> Option<String> {
    let (start, from) = place;
    let link = prev(from, 1);
    let before = drafts.iter().rfind(|d| d.from >= start && d.to <= link && sheet.is_digits(d.from))?;
    let row = sheet.any(link, &[",", "và", "cùng"]) && sheet.is(before.to, "cho");
    (row && (before.to..link).all(|i| sheet.is_word(i))).then(|| before.award.by.clone()).flatten()
}

/// Most words of a giver that a clause names.
const LONGEST_GIVER: usize = 12;

/// Things counted that somebody told before was given.
struct Got {
    /// Who gave them, where it is told.
    by: Option<String>,
    /// Whether a body received them, and no person.
    body: bool,
}

/// "Nhà máy được Nhà nước tặng 2 Huân chương …": whoever stands before the verb receives what is counted at token `from`
/// and does not give it.
fn got_by(sheet: &Sheet<'_>, start: usize, from: usize, around: &Around<'_>) -> Option<Got> {
    let passive = (start..from).rfind(|&k| sheet.is(k, "được") && !sheet.is(prev(k, 1), "nhận"))?;
    let verb =
        (passive..from.min(passive.saturating_add(14))).find(|&k| sheet.any(k, &["tặng", "trao", "truy"]))?;
    // "18 cá nhân được tặng …": those counted receive it.
    let counted = ["tập", "cá", "trường", "người", "đồng", "đảng", "cán", "lượt", "gia", "hộ"];
    if (start..passive).any(|k| sheet.is_digits(k) && sheet.any(next(k), &counted)) {
        return None;
    }
    let people = around.people.iter().any(|p| p.from >= start && p.to <= passive);
    let body = around.bodies.iter().any(|f| f.from >= start && f.to <= passive);
    let named = (start..passive).any(|k| BODY_NOUN.has(sheet, k));
    let by = (next(passive) < verb).then(|| passive_giver(sheet, next(passive), verb)).flatten();
    Some(Got { by, body: !people && (body || named) })
}
