//! The demonstration, loaded once for each build of the program, and a copy of it for each test.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use acts::installation::{self, Address};
use acts::{App, Ctx};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::Value;
use thidua::web::Settings;
use tower::ServiceExt as _;

/// As an installation of its own address is served.
fn settings() -> Settings {
    Settings { origin: "https://thidua.example.vn".to_owned(), ..Settings::default() }
}

/// A folder of a test, removed with it.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("run-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind is no reason to fail a test.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// The file of the loaded demonstration. Tests that run as programs of their own share it: it is kept beside them
/// under the time at which this program was built.
fn demonstration() -> &'static Path {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    FILE.get_or_init(|| {
        let program = fs::metadata(std::env::current_exe().unwrap()).unwrap();
        let built = program.modified().unwrap().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis();
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("demonstration-{built}"));
        if !kept.exists() {
            let fresh = Folder::new();
            std::thread::scope(|scope| scope.spawn(|| load(fresh.path())).join()).unwrap();
            // Another test may have been faster; one of the two is enough.
            drop(fs::rename(fresh.path(), &kept));
        }
        kept.join("thidua.db")
    })
}

fn load(folder: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = open(&folder.join("thidua.db")).await;
        thidua::demo::load(&app).await.unwrap();
        app.db().close().await;
    });
}

async fn open(file: &Path) -> App {
    installation::open(Address::Embedded(file.to_owned()), thidua::config::clock(), 1).await.unwrap()
}

/// Where one part of a sent form ends and the next begins.
const MARK: &str = "ranh-gioi-cua-bieu-mau";

/// A form as a browser sends it: its fields and files, each file with its field and its name.
#[derive(Default)]
pub struct Form<'a> {
    pub fields: Vec<(&'a str, &'a str)>,
    pub files: Vec<(&'a str, &'a str, &'a [u8])>,
}

impl Form<'_> {
    fn body(&self, token: &str) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, value) in std::iter::once(&("ma", token)).chain(&self.fields) {
            let head = format!("--{MARK}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend(head.bytes().chain(value.bytes()).chain(*b"\r\n"));
        }
        for (field, name, bytes) in &self.files {
            let head = format!(
                "--{MARK}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n"
            );
            body.extend(head.bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{MARK}--\r\n").bytes());
        body
    }
}

/// A copy of the demonstration with its router.
pub struct House {
    pub app: App,
    router: Router,
    folder: Option<Folder>,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("{}: {}", self.status, self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

impl House {
    pub async fn open() -> Self {
        let folder = Folder::new();
        let file = folder.path().join("thidua.db");
        fs::copy(demonstration(), &file).unwrap();
        Self { folder: Some(folder), ..Self::at(file.parent().unwrap()).await }
    }

    /// The installation in a folder, which stays when the test ends.
    pub async fn at(folder: &Path) -> Self {
        let app = open(&folder.join("thidua.db")).await;
        let router = thidua::serve::router(app.clone(), settings());
        Self { app, router, folder: None }
    }

    pub fn folder(&self) -> &Path {
        self.folder.as_ref().unwrap().path()
    }

    /// A person of the demonstration, by the name to log in with.
    pub async fn person(&self, login: &str) -> (Ctx, String) {
        let shown = thidua::demo::open_accounts(&self.app).await.unwrap();
        let shown = shown.iter().find(|one| one.login == login).unwrap();
        let token = acts::login::begin(&self.app, login, &shown.password, "test", "test").await.unwrap().0;
        let person = acts::login::find(&self.app, &token).await.unwrap().unwrap();
        (Ctx::new(&self.app, person.account, "test"), token)
    }

    /// A person's token for the interface.
    pub async fn token(&self, login: &str) -> String {
        let (ctx, _) = self.person(login).await;
        acts::token::create(&ctx, "thử", 1).await.unwrap().secret
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
        Answer { status, headers, bytes }
    }

    /// A form as a browser sends it, with whatever cookies.
    pub async fn send_form(&self, cookie: &str, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// A form of somebody logged in, with the token that their own forms carry.
    pub async fn post(&self, login: &str, path: &str, form: &str) -> Answer {
        let (cookies, token) = self.form_token(login).await;
        self.send_form(&cookies, path, &format!("ma={token}&{form}")).await
    }

    /// The token that a person's own forms carry, with the cookies that belong to it.
    pub async fn form_token(&self, login: &str) -> (String, String) {
        self.carried(login, "/mat-khau").await
    }

    /// Gives the installation what it needs to sign.
    pub fn sign_with(&mut self, sealing: acts::key::Sealing) {
        self.app = self.app.clone().with_sealing(sealing);
        self.router = thidua::serve::router(self.app.clone(), settings());
    }

    /// An address of the interface, with a token.
    pub async fn api(&self, token: &str, path: &str) -> Answer {
        let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// A page, as a person logged in gets it.
    pub async fn page(&self, login: &str, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, format!("thidua-vao={login}"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// The cookies and the token that the forms of a page carry.
    async fn carried(&self, login: &str, page: &str) -> (String, String) {
        let opened = self.page(login, page).await;
        let seeds = opened.headers.get_all(header::SET_COOKIE).iter();
        let seeds: Vec<_> = seeds.filter_map(|one| one.to_str().ok()?.split(';').next()).collect();
        let text = opened.text();
        let token = text.split("name=\"ma\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        (format!("thidua-vao={login}; {}", seeds.join("; ")), token.to_owned())
    }

    /// Sends a form with files to `path` as a browser does that has opened `page`.
    pub async fn upload(&self, login: &str, page: &str, path: &str, form: &Form<'_>) -> Answer {
        let (cookies, token) = self.carried(login, page).await;
        let request = Request::post(path)
            .header(header::COOKIE, cookies)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={MARK}"));
        self.send(request.body(Body::from(form.body(&token))).unwrap()).await
    }

    /// Sends a form without files.
    pub async fn post_fields(&self, login: &str, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let (cookies, token) = self.carried(login, page).await;
        let encode = thidua::web::encode::encode;
        let pairs = std::iter::once(("ma", token.as_str())).chain(fields.iter().copied());
        let pairs: Vec<_> =
            pairs.map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = Request::post(path)
            .header(header::COOKIE, cookies)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(pairs.join("&"))).unwrap()).await
    }
}
