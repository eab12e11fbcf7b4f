//! What the program does by itself while it serves: sealing the ledger, bringing totals to today's tree, reading the
//! reports of stacks, reminding of what is due, and handing letters over where a mail server is named.
//!
//! Not here: the work itself (`acts`). Each job may run in several programs over one database at once.

use std::time::Duration;

use acts::App;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

use crate::intake;
use crate::mail::{self, Relay};

/// How often lines of the ledger are sealed: a line may be changed unnoticed for no longer than this.
const SEAL_EVERY: Duration = Duration::from_secs(2);

/// How often the tree is asked whether a new day moved anything.
const ADVANCE_EVERY: Duration = Duration::from_hours(1);

/// How often it is looked whether reports wait to be read: the person watches the page meanwhile.
const READ_EVERY: Duration = Duration::from_secs(1);

/// How often it is looked for filings that are due.
const REMIND_EVERY: Duration = Duration::from_hours(1);

/// How often letters are handed over.
const LETTERS_EVERY: Duration = Duration::from_mins(1);

/// Starts the jobs; they end soon after `stop` turns true.
pub fn start(app: &App, relay: Option<Relay>, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut jobs = JoinSet::new();
    let (sealing, advancing) = (app.clone(), app.clone());
    jobs.spawn(every(SEAL_EVERY, stop.clone(), move || {
        let app = sealing.clone();
        async move {
            if let Err(fault) = acts::ledger::seal(&app).await {
                tracing::error!(%fault, "the ledger could not be sealed");
            }
        }
    }));
    jobs.spawn(every(ADVANCE_EVERY, stop.clone(), move || {
        let app = advancing.clone();
        async move {
            match acts::total::advance(&app).await {
                Ok(true) => tracing::info!("totals were brought to today's tree"),
                Ok(false) => {}
                Err(fault) => tracing::error!(%fault, "totals could not be brought to today's tree"),
            }
        }
    }));
    let (reading, told) = (app.clone(), stop.clone());
    jobs.spawn(every(READ_EVERY, stop.clone(), move || {
        let (app, told) = (reading.clone(), told.clone());
        async move {
            if let Err(fault) = read_stacks(&app, || *told.borrow()).await {
                tracing::error!(%fault, "reports of a stack could not be read");
            }
        }
    }));
    let reminding = app.clone();
    jobs.spawn(every(REMIND_EVERY, stop.clone(), move || {
        let app = reminding.clone();
        async move {
            match acts::notice::escalate(&app).await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "reminders were written"),
                Err(fault) => tracing::error!(%fault, "reminders could not be written"),
            }
        }
    }));
    if let Some(relay) = relay {
        let posting = app.clone();
        jobs.spawn(every(LETTERS_EVERY, stop.clone(), move || {
            let (app, relay) = (posting.clone(), relay.clone());
            async move {
                if let Err(fault) = mail::send(&app, &relay).await {
                    tracing::error!(%fault, "letters could not be handed over");
                }
            }
        }));
    }
    jobs
}

/// Reads every report that waits, until there is none or `stop` says so.
pub async fn read_stacks(app: &App, stop: impl Fn() -> bool) -> anyhow::Result<()> {
    while !stop()
        && let Some(waiting) = acts::stack::next(app).await?
    {
        let (name, content) = (waiting.paper.name.clone(), waiting.content.clone());
        // Taking a large file apart keeps a core busy; the other requests go on.
        let taken = tokio::task::spawn_blocking(move || intake::of_stack(&name, &content)).await;
        // What makes the intake panic would do so for ever, and keep everybody else's papers waiting.
        let taken = taken.unwrap_or_else(|_| acts::stack::Taken::Refused("broken".to_owned()));
        acts::stack::settle(app, &waiting, taken).await?;
    }
    Ok(())
}

/// Does the work at once and then again and again, one at a time, until told to stop.
async fn every<Work, Done>(pause: Duration, mut stop: watch::Receiver<bool>, work: Work)
where
    Work: Fn() -> Done + Send,
    Done: Future<Output = ()> + Send,
{
    let mut beat = interval(pause);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = beat.tick() => {}
            () = told(&mut stop) => return,
        }
        work().await;
    }
}

/// Waits until told to stop; a program that is gone has told so too.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[tokio::test]
    async fn a_job_runs_at_once_and_stops_when_told() {
        let (tell, stop) = watch::channel(false);
        let runs = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&runs);
        let job = tokio::spawn(every(Duration::from_millis(5), stop, move || {
            count.fetch_add(1, Ordering::SeqCst);
            async {}
        }));
        tokio::time::sleep(Duration::from_millis(60)).await;
        tell.send(true).expect("a listener");
        job.await.expect("an end");
        assert!(runs.load(Ordering::SeqCst) >= 2, "{runs:?}");
    }
}
