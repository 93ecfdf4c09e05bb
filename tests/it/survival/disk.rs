//! A small disk that can be full.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::store::fixture::file;

/// A small disk of its own, if this user may make one. It goes with the value.
pub struct Disk(pub PathBuf);

impl Disk {
    pub fn make() -> Option<Self> {
        let folder = file("disk").with_extension("");
        std::fs::create_dir_all(&folder).unwrap();
        let mount = ["-t", "tmpfs", "-o", "size=4m", "tmpfs"];
        let made = Command::new("mount").args(mount).arg(&folder).stderr(Stdio::null()).status();
        if !made.is_ok_and(|status| status.success()) {
            println!("skipped: this user cannot mount a small disk");
            return None;
        }
        Some(Self(folder))
    }

    pub fn fill(&self) {
        let mut filler = std::fs::File::create(self.0.join("filler")).unwrap();
        while filler.write_all(&[0; 4_096]).is_ok() {}
    }

    pub fn clear(&self) {
        std::fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").args(["-l".as_ref(), self.0.as_os_str()]).status();
    }
}
