//! The acts that change units, each with its day and the decision behind it.
//!
//! Not here: whether they may be (`acts::unit`, `acts::reorganisation`).

use acts::Ctx;
use acts::reorganisation::{Edge, NewReorganisation, ReorganisationKind, ReorganisationRefusal};
use acts::unit::{NewUnit, Rename, UnitField, UnitRefusal, UnitView};
use std::pin::Pin;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use domain::unit::{TreeRefusal, UnitId, UnitKind};
use jiff::civil::Date;
use lang::words::label::Label;
use lang::words::refusal::date_sentence;
use lang::{Lang, Words};

use crate::web::answer::{Answer, Failure, again, apart, done, page, refused};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Choice, Field, FormPage};
use crate::web::posted::{Posted, Refusals};
use crate::web::site::Site;
use crate::web::visit::Member;

/// The routes of these forms.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/don-vi/tao", get(ask_create_top).post(create_top))
        .route("/don-vi/{unit}/{verb}", get(ask).post(act))
}

/// Which act a form does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Create,
    Rename,
    Move,
    Succeed,
    Close,
    Alias,
    Code,
}

impl Verb {
    fn of(text: &str) -> Option<Self> {
        Some(match text {
            "tao" => Self::Create,
            "doi-ten" => Self::Rename,
            "chuyen" => Self::Move,
            "sap-nhap" => Self::Succeed,
            "ket-thuc" => Self::Close,
            "ten-khac" => Self::Alias,
            "ma" => Self::Code,
            _ => return None,
        })
    }

    fn path(self) -> &'static str {
        match self {
            Self::Create => "tao",
            Self::Rename => "doi-ten",
            Self::Move => "chuyen",
            Self::Succeed => "sap-nhap",
            Self::Close => "ket-thuc",
            Self::Alias => "ten-khac",
            Self::Code => "ma",
        }
    }

    /// Heading, what the act means, and the words of its button.
    fn words(self, words: &Words) -> (&'static str, &'static str, &'static str) {
        let words = &words.unit;
        match self {
            Self::Create => (words.create_heading, "", words.create),
            Self::Rename => (words.rename_heading, words.rename_intro, words.rename),
            Self::Move => (words.reparent_heading, words.reparent_intro, words.reparent),
            Self::Succeed => (words.succeed_heading, words.succeed_intro, words.succeed),
            Self::Close => (words.close_heading, words.close_intro, words.close),
            Self::Alias => (words.alias, words.alias_intro, words.alias),
            Self::Code => (words.code_add, "", words.code_add),
        }
    }
}

/// A form with what was typed and what was refused.
struct Filled<'a> {
    member: &'a Member,
    verb: Verb,
    unit: Option<&'a UnitView>,
    posted: &'a Posted,
    refusals: Refusals,
}

impl Filled<'_> {
    fn lang(&self) -> Lang {
        self.member.lang()
    }

    /// What stands in a field that nobody typed into yet: what is true today.
    fn value(&self, name: &str) -> String {
        match (name, self.verb, self.unit) {
            ("ten", Verb::Rename, Some(view)) => view.name.name.clone(),
            ("ten-ngan", Verb::Rename, Some(view)) => view.name.short_name.clone(),
            ("loai", Verb::Rename, Some(view)) => view.name.kind.code().to_owned(),
            ("loai", Verb::Create, _) => UnitKind::Cell.code().to_owned(),
            ("he-ma", _, _) => "chính thức".to_owned(),
            _ => String::new(),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let (lang, words) = (self.lang(), self.member.words());
        let w = &words.unit;
        let text = |name: &str, label: &str| Field::text(lang, name, label);
        let kinds = UnitKind::ALL.iter().map(|kind| Choice::new(kind.code(), kind.label(lang))).collect();
        let mut fields = match self.verb {
            Verb::Create | Verb::Rename => vec![
                text("ten", w.name),
                text("ten-ngan", w.short_name).optional(),
                Field::choice(lang, "loai", w.kind, kinds),
            ],
            Verb::Move => vec![text("tren", w.new_parent).hint(w.unit_hint)],
            Verb::Succeed => vec![text("nhan", w.successor).hint(w.unit_hint)],
            Verb::Close => Vec::new(),
            Verb::Alias => vec![text("ten", w.aliases)],
            Verb::Code => {
                vec![text("he-ma", w.code_scheme).hint(w.code_scheme_hint), text("so-ma", w.code)]
            }
        };
        if self.verb == Verb::Create {
            fields.push(text("so-ma", w.code).optional());
        }
        if self.verb != Verb::Alias {
            fields.push(Field::date(lang, "ngay", w.effective));
        }
        if !matches!(self.verb, Verb::Alias | Verb::Code) {
            fields.push(text("quyet-dinh", w.decision).hint(w.decision_hint));
        }
        let known = |field: Field| {
            let value = self.value(&field.name);
            field.value(value)
        };
        self.posted.fill(fields.into_iter().map(known).collect(), &self.refusals)
    }

    fn page(&self) -> FormPage {
        let words = self.member.words();
        let (heading, intro, submit) = self.verb.words(words);
        let mut f = self.member.bare_frame(heading, Place::Units);
        f.crumbs = vec![Link::to(words.unit.heading, "/don-vi")];
        let mut action = "/don-vi/tao".to_owned();
        if let Some(view) = self.unit {
            f.crumbs.push(Link::to(&view.name.name, format!("/don-vi/{}", view.unit)));
            action = format!("/don-vi/{}/{}", view.unit, self.verb.path());
        }
        f.crumbs.push(Link::here(heading));
        let mut form = FormPage::new(f, action, submit, self.fields());
        intro.clone_into(&mut form.intro);
        if let (Verb::Create, Some(view)) = (self.verb, self.unit) {
            form.submit = words.unit.submit_create(&view.name.name);
        }
        form
    }
}

/// A unit that the person may change.
pub async fn keeper_view(member: &Member, unit: &str) -> Result<UnitView, Failure> {
    let unit: UnitId = unit.parse().map_err(|_| Failure::Missing)?;
    let view = acts::unit::view(&member.ctx, unit, member.today()).await?;
    if view.can_keep { Ok(view) } else { Err(Failure::Denied) }
}

async fn ask(member: Member, Path((unit, verb)): Path<(String, String)>) -> Answer {
    let verb = Verb::of(&verb).ok_or(Failure::Missing)?;
    let view = keeper_view(&member, &unit).await?;
    let empty = Posted::default();
    page(&Filled { member: &member, verb, unit: Some(&view), posted: &empty, refusals: Vec::new() }.page())
}

async fn ask_create_top(member: Member) -> Answer {
    if !member.may.manage {
        return Err(Failure::Denied);
    }
    let empty = Posted::default();
    page(
        &Filled { member: &member, verb: Verb::Create, unit: None, posted: &empty, refusals: Vec::new() }
            .page(),
    )
}

async fn create_top(member: Member, posted: Posted) -> Answer {
    carry_out(&member, Verb::Create, None, &posted).await
}

async fn act(member: Member, Path((unit, verb)): Path<(String, String)>, posted: Posted) -> Answer {
    let verb = Verb::of(&verb).ok_or(Failure::Missing)?;
    let view = keeper_view(&member, &unit).await?;
    carry_out(&member, verb, Some(&view), &posted).await
}

/// Parses what was typed, does the act, and goes to the unit with a notice; or shows the form again.
async fn carry_out(member: &Member, verb: Verb, view: Option<&UnitView>, posted: &Posted) -> Answer {
    let outcome = match parse(member, verb, posted).await? {
        Ok(parsed) => do_it(member, verb, view, posted, parsed).await?,
        Err(refusals) => Err(refusals),
    };
    match outcome {
        Ok((unit, told)) => Ok(done(member.site(), &format!("/don-vi/{unit}"), &told, None)),
        Err(refusals) => again(&Filled { member, verb, unit: view, posted, refusals }.page()),
    }
}

/// The typed values that need reading.
struct Parsed {
    day: Date,
    other: Option<(UnitId, String)>,
    kind: UnitKind,
}

async fn parse(member: &Member, verb: Verb, posted: &Posted) -> Result<Result<Parsed, Refusals>, Failure> {
    let (lang, words) = (member.lang(), member.words());
    let mut refusals = Refusals::new();
    let mut day = member.today();
    if verb != Verb::Alias {
        match lang::date_in::date(posted.get("ngay")) {
            Ok(typed) => day = typed,
            Err(refusal) => refusals.push(("ngay", date_sentence(refusal, posted.get("ngay"), lang))),
        }
    }
    let asked = match verb {
        Verb::Move => Some("tren"),
        Verb::Succeed => Some("nhan"),
        Verb::Create | Verb::Rename | Verb::Close | Verb::Alias | Verb::Code => None,
    };
    let mut other = None;
    if let Some(field) = asked {
        match named_unit(member, posted.get(field)).await? {
            Ok(found) => other = Some(found),
            Err(sentence) => refusals.push((field, sentence)),
        }
    }
    // All that is empty is said at once; the act would name one thing at a time.
    let named = matches!(verb, Verb::Create | Verb::Rename | Verb::Alias);
    if named && posted.get("ten").is_empty() {
        refusals.push(("ten", words.unit.name_needed.to_owned()));
    }
    if verb == Verb::Code {
        refusals.extend(posted.left_empty(&["he-ma", "so-ma"], words));
    }
    let official = !matches!(verb, Verb::Alias | Verb::Code);
    if official && posted.get("quyet-dinh").is_empty() {
        refusals.push(("quyet-dinh", words.unit.decision_needed.to_owned()));
    }
    let kind = UnitKind::from_code(posted.get("loai")).unwrap_or(UnitKind::Other);
    Ok(if refusals.is_empty() { Ok(Parsed { day, other, kind }) } else { Err(refusals) })
}

/// The one unit that a typed name or code means; a sentence when it is none or several.
pub async fn named_unit(member: &Member, typed: &str) -> Result<Result<(UnitId, String), String>, Failure> {
    named_by(&member.ctx, typed, member.lang()).await
}

/// The same for whoever acts, with the sentence in a language.
pub async fn named_by(
    ctx: &Ctx,
    typed: &str,
    lang: Lang,
) -> Result<Result<(UnitId, String), String>, Failure> {
    let words = &lang.words().unit;
    if typed.trim().is_empty() {
        return Ok(Err(words.unit_needed.to_owned()));
    }
    let found = acts::unit::resolve(ctx, typed).await?;
    if let [(candidate, name)] = found.as_slice() {
        return Ok(Ok((candidate.unit, name.name.clone())));
    }
    let hits = if found.is_empty() { acts::unit::search(ctx, typed).await? } else { Vec::new() };
    Ok(match hits.as_slice() {
        [only] => Ok((only.unit, only.name.name.clone())),
        [] if found.is_empty() => Err(words.not_found.to_owned()),
        _ => {
            let names = found.iter().map(|(_, name)| &name.name).chain(hits.iter().map(|hit| &hit.name.name));
            let some: Vec<&str> = names.map(String::as_str).take(4).collect();
            Err(format!("{} {}", words.choose_one, some.join("; ")))
        }
    })
}

/// Fixes the lifetimes of an act's future. Without it the compiler asks for a proof that the handler may move
/// between threads for every lifetime at once, which it cannot give for borrowed arguments.
pub fn settled<'a, T>(
    act: impl Future<Output = T> + Send + 'a,
) -> Pin<Box<dyn Future<Output = T> + Send + 'a>> {
    Box::pin(act)
}

/// The unit to go to and the notice, or what was refused.
type Outcome = Result<(UnitId, String), Refusals>;

async fn do_it(
    member: &Member,
    verb: Verb,
    view: Option<&UnitView>,
    posted: &Posted,
    parsed: Parsed,
) -> Result<Outcome, Failure> {
    let Some(view) = view else { return create(member, None, posted, &parsed).await };
    let (ctx, unit, name) = (&member.ctx, view.unit, view.name.name.as_str());
    let (w, lang) = (&member.words().unit, member.lang());
    let decision = posted.get("quyet-dinh").to_owned();
    let (acted, told) = match (verb, parsed.other.clone()) {
        (Verb::Rename, _) => {
            let new = posted.get("ten");
            let rename = Rename {
                name: new.to_owned(),
                short_name: posted.get("ten-ngan").to_owned(),
                kind: parsed.kind,
                from: parsed.day,
                decision,
            };
            (settled(acts::unit::rename(ctx, unit, rename)).await, w.renamed(new))
        }
        (Verb::Move, Some((parent, parent_name))) => (
            settled(acts::unit::move_under(ctx, unit, Some(parent), parsed.day, &decision)).await,
            w.moved(name, parent_name),
        ),
        (Verb::Close, _) => (
            settled(acts::unit::close(ctx, unit, parsed.day, &decision)).await,
            w.closed_done(name, lang::date::short(parsed.day, lang)),
        ),
        (Verb::Alias, _) => (
            settled(acts::unit::add_alias(ctx, unit, posted.get("ten"))).await,
            w.alias_added(posted.get("ten")),
        ),
        (Verb::Code, _) => {
            let (scheme, code) = (posted.get("he-ma"), posted.get("so-ma"));
            (settled(acts::unit::add_code(ctx, unit, scheme, code, parsed.day)).await, w.code_added(code))
        }
        (Verb::Succeed, Some(heir)) => return succeed(member, view, decision, parsed.day, heir).await,
        (Verb::Create | Verb::Move | Verb::Succeed, _) => {
            return create(member, Some(unit), posted, &parsed).await;
        }
    };
    Ok(match refused(acted)? {
        Ok(()) => Ok((unit, told)),
        Err(refusal) => Err(vec![sentence(&refusal, member.words())]),
    })
}

async fn create(
    member: &Member,
    parent: Option<UnitId>,
    posted: &Posted,
    parsed: &Parsed,
) -> Result<Outcome, Failure> {
    let code = posted.get("so-ma");
    let scheme = || "chính thức".to_owned();
    let new = NewUnit {
        name: posted.get("ten").to_owned(),
        short_name: posted.get("ten-ngan").to_owned(),
        kind: parsed.kind,
        parent,
        from: parsed.day,
        decision: posted.get("quyet-dinh").to_owned(),
        codes: if code.is_empty() { Vec::new() } else { vec![(scheme(), code.to_owned())] },
    };
    let ctx = member.ctx.clone();
    let made = apart(move || async move { acts::unit::create(&ctx, new).await }).await?;
    Ok(match refused(made)? {
        Ok(unit) => Ok((unit, member.words().unit.created(posted.get("ten")))),
        Err(refusal) => Err(vec![sentence(&refusal, member.words())]),
    })
}

async fn succeed(
    member: &Member,
    view: &UnitView,
    decision: String,
    day: Date,
    (heir, heir_name): (UnitId, String),
) -> Result<Outcome, Failure> {
    let words = member.words();
    let new = NewReorganisation {
        decision,
        decided_on: None,
        effective: day,
        kind: ReorganisationKind::Merge,
        note: String::new(),
        edges: vec![Edge { predecessor: view.unit, successor: heir, whole: true, share: String::new() }],
        ending: vec![view.unit],
        children: Vec::new(),
    };
    Ok(match refused(settled(acts::reorganisation::record(&member.ctx, new)).await)? {
        Ok(_) => Ok((view.unit, words.unit.succeeded(&view.name.name, heir_name))),
        Err(refusal) => Err(vec![merge_sentence(&refusal, words)]),
    })
}

/// The field and the sentence of a refused act.
fn sentence(refusal: &UnitRefusal, words: &Words) -> (&'static str, String) {
    let w = &words.unit;
    match refusal {
        UnitRefusal::NameMissing => ("ten", w.name_needed.to_owned()),
        UnitRefusal::TooLong { field, most } => (field_name(*field), w.too_long(most)),
        UnitRefusal::DayOutOfRange => ("ngay", w.day_out_of_range.to_owned()),
        UnitRefusal::Tree(tree) => tree_sentence(*tree, words),
        UnitRefusal::CodeMissing => ("so-ma", words.refusal.required.to_owned()),
        UnitRefusal::CodeTaken { .. } => ("so-ma", w.code_taken.to_owned()),
        UnitRefusal::AliasTaken => ("ten", w.alias_taken.to_owned()),
        UnitRefusal::NothingChanges | UnitRefusal::NoEarlierName => ("ten", w.nothing_changes.to_owned()),
    }
}

/// The field in which a text is typed.
const fn field_name(field: UnitField) -> &'static str {
    match field {
        UnitField::Name | UnitField::Alias => "ten",
        UnitField::ShortName => "ten-ngan",
        UnitField::Scheme => "he-ma",
        UnitField::Code => "so-ma",
        UnitField::Decision => "quyet-dinh",
    }
}

/// The field and the sentence of a change that the tree cannot take.
pub fn tree_sentence(refusal: TreeRefusal, words: &Words) -> (&'static str, String) {
    let w = &words.unit;
    match refusal {
        TreeRefusal::Ring => ("tren", w.ring.to_owned()),
        TreeRefusal::ParentNotThere => ("ngay", w.parent_absent.to_owned()),
        TreeRefusal::UnitNotThere => ("ngay", w.unit_absent.to_owned()),
        TreeRefusal::TooDeep => ("tren", w.too_deep.to_owned()),
        TreeRefusal::StillHasChildren => ("ngay", w.still_children.to_owned()),
        TreeRefusal::SuccessionRing => ("nhan", w.succession_ring.to_owned()),
        TreeRefusal::BeforeLastChange => ("ngay", w.before_last.to_owned()),
    }
}

fn merge_sentence(refusal: &ReorganisationRefusal, words: &Words) -> (&'static str, String) {
    match refusal {
        ReorganisationRefusal::DecisionMissing => ("quyet-dinh", words.unit.decision_needed.to_owned()),
        ReorganisationRefusal::DayOutOfRange => ("ngay", words.unit.day_out_of_range.to_owned()),
        ReorganisationRefusal::Tree { refusal, .. } => match tree_sentence(*refusal, words) {
            ("tren", sentence) => ("nhan", sentence),
            told => told,
        },
        ReorganisationRefusal::TooLong { most } => ("quyet-dinh", words.unit.too_long(most)),
        ReorganisationRefusal::Empty
        | ReorganisationRefusal::Shape
        | ReorganisationRefusal::AlreadyRecorded { .. }
        | ReorganisationRefusal::SharesMix { .. }
        | ReorganisationRefusal::ChildWithoutParent { .. } => ("nhan", words.unit.cannot_merge.to_owned()),
    }
}
