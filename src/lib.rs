//! Roadbook knows one docuseries by heart: it answers questions about it and runs quizzes on it, both
//! from one file of facts, and says where each fact was read.
//!
//! `ARCHITECTURE.md` has the map; [`facts`] is the place to begin.
//!
//! ```
//! use roadbook::facts::{Facts, Lang, SHIPPED};
//! use roadbook::query::{Asker, Linker, Model, Outcome, SHIPPED_MODEL};
//!
//! let facts = Facts::from_json(SHIPPED).expect("the shipped facts are sound");
//! let model = Model::from_bytes(SHIPPED_MODEL).expect("the shipped model is sound");
//! let asker = Asker::new(&facts, Linker::new(&facts), model);
//!
//! let answer = asker.ask(&facts, "combien d'épisodes ?", None);
//! let Outcome::Answered(statements) = answer.outcome else { panic!("it is answered") };
//! assert!(statements[0].claim.get(Lang::Fr).contains("huit"));
//! ```

pub mod config;
pub mod console;
pub mod discord;
pub mod facts;
pub mod query;
pub mod quiz;
pub mod reply;
pub mod request;
pub mod router;
pub mod store;
pub mod text;
