//! The commands, one file each.

pub(super) mod about;
pub(super) mod answer;
pub(super) mod ask;
mod badges;
pub(super) mod daily;
pub(super) mod episode;
pub(super) mod help;
pub(super) mod leaderboard;
pub(super) mod lobby;
pub(super) mod me;
mod options;
pub(super) mod practice;
pub(super) mod privacy;
pub(super) mod quiz;
pub(super) mod remind;
pub(super) mod report;
pub(super) mod rumours;
mod schedule;
pub(super) mod series;
pub(super) mod settings;
pub(super) mod sources;
pub(super) mod stats;
pub(super) mod teams;
pub(super) mod timeline;
pub(super) mod usual;
pub(super) mod who;
