//! A life of the bot: `roadbook run` as a process, from its start until it is killed.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::discord::standin::{StandIn, TOKEN};
use crate::store::fixture::file;

/// How long a start may take on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(30);

/// A process that runs. It dies with the value at the latest.
pub struct Life {
    child: Child,
    log: PathBuf,
    pub began: Instant,
    pub began_at: i64,
}

pub fn now() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

impl Life {
    /// Starts a process on a store against a stand-in, whose session it does not have yet.
    pub fn begin(standin: &StandIn, url: &str) -> Self {
        let log = file("life").with_extension("log");
        std::fs::create_dir_all(log.parent().unwrap()).unwrap();
        let (began, began_at) = (Instant::now(), now());
        let child = Command::new(env!("CARGO_BIN_EXE_roadbook"))
            .arg("run")
            .env_clear()
            .env("DATABASE_URL", url)
            .env("DISCORD_TOKEN", TOKEN)
            .env("DISCORD_PROXY", standin.address())
            .env("ROADBOOK_LOG", "info")
            .current_dir(env!("CARGO_TARGET_TMPDIR"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        Self { child, log, began, began_at }
    }

    /// How long a process of the same program takes that answers one question and ends: it has no store and no
    /// session, and what makes it slow is the machine.
    pub fn of_another() -> Duration {
        let began = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_roadbook"))
            .args(["ask", "teams?"])
            .env_clear()
            .current_dir(env!("CARGO_TARGET_TMPDIR"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(status.success(), "{status}");
        began.elapsed()
    }

    /// Waits until the session has begun, and tells how long it took until the first request to Discord, and how long
    /// from then on. `before` is how many requests had been made before it.
    pub async fn ready(&self, standin: &StandIn, before: usize) -> (Duration, Duration) {
        let asked = standin
            .until("it asks for the gateway", PATIENCE, |inner| {
                (inner.requests.len() > before).then(Instant::now)
            })
            .await;
        let ready = standin
            .until("a session begins", PATIENCE, |inner| {
                inner.connection.as_ref().map(|_| Instant::now())
            })
            .await;
        (asked - self.began, ready - asked)
    }

    /// Kills it at once, as `kill -9` does, and gives what it said to its operator.
    pub fn kill(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        std::fs::read_to_string(&self.log).unwrap()
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
