//! The documented ways to run the bot for good: a container and a unit of systemd. Neither has a home where the store
//! could be, so each has to say where it is, and that folder has to outlive the process.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::discord::standin::{Inner, StandIn, TOKEN};

fn read(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The last stage of the Dockerfile, in which the bot runs.
fn image() -> String {
    let text = read("Dockerfile");
    text.rsplit_once("\nFROM ").unwrap().1.to_owned()
}

/// The unit of systemd in the README.
fn unit() -> String {
    let text = read("README.md");
    let (_, rest) = text.split_once("```ini\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// The values of all lines that begin with this.
fn values<'a>(text: &'a str, key: &str) -> Vec<&'a str> {
    text.lines().filter_map(|line| line.trim().strip_prefix(key)).map(str::trim).collect()
}

/// An empty folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Ends the program with the test, whatever becomes of it.
struct Ending(Child);

impl Drop for Ending {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Where the store is in such an environment.
fn store(environment: &[&str]) -> String {
    let data = environment.iter().find_map(|line| line.strip_prefix("XDG_DATA_HOME="));
    format!("{}/roadbook/roadbook.db", data.unwrap_or("$HOME/.local/share"))
}

/// Starts the bot in such an environment, where only one folder can be written to, and sees it connect. Whoever has
/// copied `.env.example` has blank lines in it.
async fn starts(name: &str, environment: &[&str]) {
    let standin = StandIn::start().await;
    let here = folder(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_roadbook"));
    command.arg("run").env_clear().current_dir(&here).stdin(Stdio::null());
    // Nothing can be made in /proc, not even by root.
    command.env("HOME", "/proc/nobody").env("DATABASE_URL", "");
    command.env("DISCORD_TOKEN", TOKEN).env("DISCORD_PROXY", standin.address());
    for line in environment {
        let (key, value) = line.split_once('=').unwrap();
        command.env(key, value.replacen("/var/lib", here.to_str().unwrap(), 1));
    }
    let running = Ending(command.spawn().unwrap());
    let connected = |inner: &mut Inner| inner.connection.as_ref().map(|_| ());
    standin.until("the bot is connected", Duration::from_secs(20), connected).await;
    assert!(here.join("roadbook/roadbook.db").is_file(), "the store is where it is kept");
    drop(running);
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_container_keeps_its_store_in_a_volume() {
    let image = image();
    let volumes = values(&image, "VOLUME ");
    assert_eq!(volumes.len(), 1, "{image}");
    let volume = volumes[0];
    // A new volume takes its owner from the image.
    let made = image.lines().find(|line| line.contains("install --directory")).unwrap();
    assert!(made.contains("--owner=roadbook") && made.ends_with(volume), "{made}");
    let environment = values(&image, "ENV ");
    assert!(store(&environment).starts_with(&format!("{volume}/")), "{environment:?}");
    let mounted = read("README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(mounted.contains(&format!("-v roadbook:{volume} roadbook")));
    starts("container", &environment).await;
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_keeps_its_store_in_its_folder() {
    let unit = unit();
    // systemd makes the folder of this name below /var/lib, and lets nothing else be written.
    assert_eq!(values(&unit, "StateDirectory="), ["roadbook"]);
    let environment = values(&unit, "Environment=");
    assert!(store(&environment).starts_with("/var/lib/roadbook/"), "{environment:?}");
    starts("service", &environment).await;
}
