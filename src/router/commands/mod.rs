//! The commands, one file each.

pub(super) mod about;
pub(super) mod answer;
pub(super) mod ask;
pub(super) mod daily;
pub(super) mod episode;
pub(super) mod help;
pub(super) mod lobby;
pub(super) mod practice;
pub(super) mod quiz;
pub(super) mod report;
pub(super) mod rumours;
pub(super) mod series;
pub(super) mod sources;
pub(super) mod teams;
pub(super) mod timeline;
pub(super) mod who;
