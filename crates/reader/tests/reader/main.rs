//! The reader through its public door: articles, reports, single rules on sentences made up for them, damaged texts.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod articles;
mod awards;
mod bare;
mod bodies;
mod clauses;
mod constructions;
mod districts;
mod events;
mod everyday_awards;
mod figures;
mod furniture;
mod honours;
mod measures;
mod named_awards;
mod neighbours;
mod pages;
mod people;
mod posts;
mod practices;
mod reports;
mod robust;
mod rules;
mod rules_awards;
mod rules_lists;
mod rules_more;
mod rules_news;
mod rules_page;
mod rules_rows;
mod sessions;
mod set_tasks;
mod shared_awards;
mod standings;
mod tasks;
mod told;
mod voted_awards;
mod wanting;
