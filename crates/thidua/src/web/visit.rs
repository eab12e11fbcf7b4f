//! Who is asking, in which language, for which unit: read from cookies and the address, once for each request.
//!
//! Not here: what they may do. `acts` asks for permission in every act; what is read here only decides what the menu
//! offers.

use acts::Ctx;
use acts::login::Person;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use domain::authority::Right;
use domain::unit::UnitId;
use jiff::civil::{Date, DateTime};
use lang::{Lang, Words};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::net::SocketAddr;

use super::answer::{Failure, notice_of};
use super::encode::{address, decode};
use super::frame::{Frame, Link, Look, May, Notice, Place, User, Working};
use super::site::{Site, cookie};

/// The random value of a browser that had none yet; the guard makes it and sets its cookie.
#[derive(Clone)]
pub struct FreshSeed(pub String);

/// Somebody who asks, logged in or not.
#[derive(Clone)]
pub struct Visitor {
    /// The installation.
    pub site: Site,
    /// The language of the answer.
    pub lang: Lang,
    /// How pages look.
    pub look: Look,
    /// The login, as the cookie has it.
    pub login: Option<String>,
    /// The token that this visitor's forms carry.
    pub token: String,
    /// The address asked for, with its query.
    pub path: String,
    /// From where the request came.
    pub origin: String,
    /// The browser's own name for itself.
    pub agent: String,
    /// What just happened.
    pub notice: Option<Notice>,
    /// The unit named in the address, else the one worked at last.
    pub unit: Option<UnitId>,
    /// Whether the address itself names that unit.
    pub named: bool,
}

impl Visitor {
    /// Reads a visitor from the request's head.
    pub fn read(parts: &Parts, site: &Site) -> Self {
        let jar = cookies(parts);
        let find = |name: &str| {
            let name = site.cookie_name(name);
            jar.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let (lang, look) = display(&find(cookie::DISPLAY).unwrap_or_default());
        let login = find(cookie::LOGIN).filter(|value| !value.is_empty());
        let seed = find(cookie::SEED)
            .or_else(|| parts.extensions.get::<FreshSeed>().map(|fresh| fresh.0.clone()))
            .unwrap_or_default();
        let path = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        let asked = query_value(parts.uri.query().unwrap_or(""), "don-vi");
        let asked: Option<UnitId> = asked.and_then(|id| id.parse().ok());
        let unit = asked.or_else(|| find(cookie::UNIT).and_then(|id| id.parse().ok()));
        Self {
            token: form_token(&seed, login.as_deref().unwrap_or("")),
            site: site.clone(),
            lang,
            look,
            login,
            path,
            origin: origin(parts, site),
            agent: header_text(parts, header::USER_AGENT.as_str()).chars().take(200).collect(),
            notice: find(cookie::NOTICE).and_then(|value| notice_of(&value)),
            named: asked.is_some(),
            unit,
        }
    }

    /// The words of the visitor's language.
    pub fn words(&self) -> &'static Words {
        self.lang.words()
    }

    /// The frame of a page for somebody not logged in.
    pub fn frame(&self, title: &str) -> Frame {
        let mut f = Frame::new(self.lang, title);
        f.look = self.look.clone();
        f.path.clone_from(&self.path);
        f.token.clone_from(&self.token);
        f.notice.clone_from(&self.notice);
        let now = local_time(self.site.app.now());
        f.printed = f.w.frame.printed(lang::date::moment(now, self.lang));
        f
    }
}

impl FromRequestParts<Site> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Failure> {
        Ok(Self::read(parts, site))
    }
}

/// Somebody logged in.
#[derive(Clone)]
pub struct Member {
    /// How they came.
    pub visitor: Visitor,
    /// In whose name acts are done.
    pub ctx: Ctx,
    /// Who.
    pub person: Person,
    /// What the menu offers.
    pub may: May,
}

impl FromRequestParts<Site> for Member {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Failure> {
        let visitor = Visitor::read(parts, site);
        let back =
            if parts.method == axum::http::Method::GET { visitor.path.clone() } else { "/".to_owned() };
        let Some(member) = Self::of(visitor).await? else { return Err(Failure::Login(back)) };
        if member.person.must_change && parts.uri.path() != "/mat-khau" && parts.uri.path() != "/dang-xuat" {
            return Err(Failure::Elsewhere("/mat-khau".to_owned()));
        }
        Ok(member)
    }
}

impl Member {
    /// Who a visitor is; nothing when they are not logged in.
    pub async fn of(visitor: Visitor) -> Result<Option<Self>, Failure> {
        let Some(login) = &visitor.login else { return Ok(None) };
        let app = &visitor.site.app;
        let Some(person) = acts::login::find(app, login).await? else { return Ok(None) };
        let ctx = Ctx::new(app, person.account, visitor.origin.clone());
        let rights = acts::duty::rights(&ctx).await?;
        let holds = |right: Right| rights.contains(&right);
        let may = May {
            enter: holds(Right::Enter),
            read: holds(Right::Enter),
            manage: holds(Right::Manage),
            approve: holds(Right::Approve),
        };
        Ok(Some(Self { visitor, ctx, person, may }))
    }

    /// The language of the answer.
    pub fn lang(&self) -> Lang {
        self.visitor.lang
    }

    /// The words of that language.
    pub fn words(&self) -> &'static Words {
        self.visitor.words()
    }

    /// The installation.
    pub fn site(&self) -> &Site {
        &self.visitor.site
    }

    /// Today in Viet Nam.
    pub fn today(&self) -> Date {
        self.ctx.app.today()
    }

    /// The unit one works at: the one that the address names, else the one worked at last, else the first within
    /// reach; nothing when none is. A unit named in the address that the person may not see is missing: another one in
    /// its place would be taken for it.
    pub async fn unit(&self) -> Result<Option<UnitId>, Failure> {
        if self.visitor.named
            && let Some(unit) = self.visitor.unit
        {
            return if acts::unit::sees(&self.ctx, unit).await? {
                Ok(Some(unit))
            } else {
                Err(Failure::Missing)
            };
        }
        self.own_unit().await
    }

    /// The same for pages that are about some unit. Where there is none yet, the page says what comes first.
    pub async fn some_unit(&self) -> Result<UnitId, Failure> {
        self.unit().await?.ok_or(Failure::NoUnit)
    }

    /// The unit worked at last, else the first within reach, where what the address says is only what was typed.
    pub async fn own_unit(&self) -> Result<Option<UnitId>, Failure> {
        if let Some(unit) = self.visitor.unit
            && acts::unit::sees(&self.ctx, unit).await?
        {
            return Ok(Some(unit));
        }
        let tops = acts::unit::tree(&self.ctx, None, self.today(), None, 1).await?;
        Ok(tops.rows.first().map(|row| row.unit))
    }

    /// The frame of a page of somebody logged in, without a unit (administration, help).
    pub fn bare_frame(&self, title: &str, place: Place) -> Frame {
        let mut f = self.visitor.frame(title);
        f.place = place;
        f.user = Some(User::named(&self.person.full_name));
        f.may = self.may;
        f
    }

    /// The frame of a page of somebody logged in, at a unit.
    pub async fn frame(&self, title: &str, place: Place, unit: Option<UnitId>) -> Result<Frame, Failure> {
        let mut f = self.bare_frame(title, place);
        if let Some(unit) = unit {
            f.unit = Some(self.working(unit, place).await?);
        }
        Ok(f)
    }

    /// The unit switcher: those above, the unit, those below.
    async fn working(&self, unit: UnitId, place: Place) -> Result<Working, Failure> {
        /// A drop-down with more is no longer a choice; the tree has its own page.
        const MOST: u32 = 12;
        let view = acts::unit::around(&self.ctx, unit, self.today(), MOST).await?;
        let base = match place {
            Place::Rollup => "/tong-hop",
            Place::Entry => "/so-lieu",
            Place::Board => "/so-lieu/bang-nop",
            Place::Work => "/viec",
            Place::Reading => "/doc-bao-cao",
            Place::Reports => "/bao-cao",
            Place::Nominations => "/khen-thuong",
            Place::Councils => "/hoi-dong",
            Place::Decisions => "/quyet-dinh",
            Place::Register => "/so-khen",
            Place::Admin => "/quan-tri/khoa-ky",
            Place::Overview | Place::Units | Place::Programmes | Place::Awards | Place::Nowhere => "/",
        };
        let link = |text: &str, id: UnitId, here: bool| Link {
            text: text.to_owned(),
            href: address(base, &[("don-vi", &id.to_string())]),
            here,
        };
        let mut choices: Vec<Link> = view
            .path
            .iter()
            .filter(|step| step.visible)
            .map(|step| link(&step.name.name, step.unit, false))
            .collect();
        choices.push(link(&view.name.name, unit, true));
        choices.extend(view.below.iter().map(|(unit, name)| link(&name.name, *unit, false)));
        if place != Place::Nowhere {
            choices.push(Link::to(self.words().unit.tree, "/don-vi"));
        }
        Ok(Working {
            id: unit.to_string(),
            heading: view.name.name.to_uppercase(),
            name: view.name.name,
            choices,
        })
    }
}

/// A moment on the clocks of Viet Nam, which has had one offset and no summer time since 1975.
pub fn local_time(at: jiff::Timestamp) -> DateTime {
    jiff::tz::Offset::constant(7).to_datetime(at)
}

/// The same from milliseconds since the Unix epoch, written out.
pub fn moment(at_ms: i64, lang: Lang) -> String {
    let at = jiff::Timestamp::from_millisecond(at_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    lang::date::moment(local_time(at), lang)
}

/// The day in Viet Nam of a moment in milliseconds since the Unix epoch.
pub fn day(at_ms: i64) -> Date {
    local_time(jiff::Timestamp::from_millisecond(at_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH)).date()
}

/// The token of a visitor's forms: bound to the browser and, once logged in, to the login.
fn form_token(seed: &str, login: &str) -> String {
    let digest = Sha256::digest(format!("thidua form\n{seed}\n{login}"));
    digest.iter().take(16).fold(String::with_capacity(32), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn cookies(parts: &Parts) -> Vec<(&str, &str)> {
    parts
        .headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .collect()
}

/// Language and look from their cookie: `vi.115.cao`.
fn display(value: &str) -> (Lang, Look) {
    let mut pieces = value.split('.');
    let lang = Lang::from_tag(pieces.next().unwrap_or(""));
    let size = match pieces.next().unwrap_or("") {
        "115" => "115",
        "130" => "130",
        "150" => "150",
        _ => "100",
    };
    (lang, Look { size, high_contrast: pieces.next() == Some("cao") })
}

/// The first value of a name in a query.
fn query_value(query: &str, name: &str) -> Option<String> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| decode(&value.replace('+', " ")))
}

fn header_text<'a>(parts: &'a Parts, name: &str) -> &'a str {
    parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

/// From where a request came: the last address a trusted proxy added, else the connection's own.
fn origin(parts: &Parts, site: &Site) -> String {
    if site.settings.behind_proxy
        && let Some(last) = header_text(parts, "x-forwarded-for").rsplit(',').next()
        && let Ok(address) = last.trim().parse::<std::net::IpAddr>()
    {
        return address.to_string();
    }
    parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or_else(|| "web".to_owned(), |ConnectInfo(address)| address.ip().to_string())
}
