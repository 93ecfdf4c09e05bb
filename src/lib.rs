//! Roadbook knows one docuseries by heart: it answers questions about it and runs quizzes on it, both
//! from one file of facts, and says where each fact was read.
//!
//! `ARCHITECTURE.md` has the map; [`facts`] is the place to begin.

pub mod config;
pub mod console;
pub mod facts;
pub mod query;
pub mod quiz;
pub mod reply;
pub mod request;
pub mod router;
pub mod text;
