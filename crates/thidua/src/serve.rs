//! The server: pages and interface on one address, the jobs beside them, a line in the log for every request, and an
//! end that lets everybody finish.
//!
//! Not here: encryption. A server in front (nginx, Caddy) speaks HTTPS; `--https` tells the program so.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use acts::App;
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::signal;
use tokio::sync::watch;

use crate::config::Settings;
use crate::jobs;
use crate::web;

/// How long answers that are under way may still take once the program is told to end.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// Pages and interface, with the log around them.
pub fn router(app: App, settings: web::Settings) -> Router {
    web::router_with(app.clone(), settings).merge(web::api::router(app)).layer(from_fn(log))
}

/// Serves until told to end. `ready` is called with the address once requests are taken.
pub async fn run(
    app: App,
    settings: &Settings,
    demo_accounts: Vec<String>,
    ready: impl FnOnce(SocketAddr),
) -> anyhow::Result<()> {
    let listener = TcpListener::bind(settings.listen).await.map_err(|fault| {
        anyhow::anyhow!(
            "Không mở được địa chỉ {}: {fault}. Chọn địa chỉ khác bằng --listen.",
            settings.listen
        )
    })?;
    // Before anybody learns the address: whoever ends the program right after that must find it listening.
    let asked = asked_to_end()?;
    // Port 0 takes any free one; told is the one that was taken.
    ready(listener.local_addr()?);
    let (tell, stop) = watch::channel(false);
    let relay = settings.relay()?;
    let mut working = jobs::start(&app, relay, &stop);
    let pages = web::Settings {
        secure: settings.https,
        behind_proxy: settings.behind_proxy,
        origin: settings.origin(),
        demo_accounts,
    };
    let service = router(app.clone(), pages).into_make_service_with_connect_info::<SocketAddr>();
    let mut told = stop.clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = told.wait_for(|stop| *stop).await;
    });
    let mut serving = tokio::spawn(serving.into_future());
    tokio::select! {
        ended = &mut serving => ended??,
        () = asked => {
            tell.send_replace(true);
            if tokio::time::timeout(LAST_ANSWERS, &mut serving).await.is_err() {
                tracing::warn!("some answers did not finish in time");
            }
        }
    }
    tell.send_replace(true);
    while working.join_next().await.is_some() {}
    // What was written since the last beat is sealed too.
    acts::ledger::seal(&app).await?;
    app.db().close().await;
    Ok(())
}

/// Hears from now on Ctrl-C and, from the system, SIGTERM; what it gives back ends with the first of them.
#[cfg(unix)]
fn asked_to_end() -> std::io::Result<impl Future<Output = ()>> {
    use signal::unix::{SignalKind, signal};
    let (mut end, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = end.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Hears Ctrl-C.
#[cfg(not(unix))]
fn asked_to_end() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = signal::ctrl_c().await;
    })
}

/// One line a request: its number, what was asked and how it ended. The query is left out: people search for names.
async fn log(request: Request, next: Next) -> Response {
    let mut number = [0_u8; 8];
    // Without randomness the number is 0; the line still has its time.
    let _ = getrandom::fill(&mut number);
    let number = format!("{:016x}", u64::from_be_bytes(number));
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let span = tracing::info_span!("request", number);
    let began = Instant::now();
    let mut response = tracing::Instrument::instrument(next.run(request), span).await;
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(number, %method, path, status = response.status().as_u16(), micros);
    if let Ok(value) = number.parse() {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
