//! `roadbook run` as a program: how it ends, and whom it talks to.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::payload::{self, ADA};
use super::standin::{StandIn, TOKEN};

pub fn program(variables: &[(&str, &str)]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_roadbook"))
        .arg("run")
        .env_clear()
        .env("DATABASE_URL", "sqlite::memory:")
        .envs(variables.iter().copied())
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The exit code and what was said on stderr.
pub async fn ended(child: Child) -> (Option<i32>, String) {
    let waiting = tokio::task::spawn_blocking(move || child.wait_with_output().unwrap());
    let output = tokio::time::timeout(Duration::from_mins(1), waiting).await.unwrap().unwrap();
    assert!(output.stdout.is_empty());
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_work_is_told_in_one_line() {
    let standin = StandIn::start().await;
    let address = standin.address();
    let nobody = "http://127.0.0.1:1";
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[], "DISCORD_TOKEN is not set"),
        (&[("DISCORD_TOKEN", " ")], "DISCORD_TOKEN is not set"),
        (&[("DISCORD_TOKEN", "wrong"), ("DISCORD_PROXY", &address)], "refused DISCORD_TOKEN"),
        (&[("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", nobody)], nobody),
        (&[("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", "nonsense")], "DISCORD_PROXY=nonsense"),
        (
            &[("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", nobody), ("SHARDS", "3..1/2")],
            "SHARDS=3..1/2",
        ),
        (
            &[("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", nobody), ("DISCORD_GUILD_ID", "home")],
            "DISCORD_GUILD_ID=home",
        ),
    ];
    for (variables, said) in cases {
        let (code, error) = ended(program(variables)).await;
        assert_eq!(code, Some(2), "{said}: {error}");
        assert!(error.contains(said) && error.lines().count() == 1, "{said}: {error}");
        assert!(!error.contains(TOKEN), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_is_down_is_no_reason_to_go_elsewhere() {
    let standin = StandIn::start().await;
    standin.fail("/gateway", 100, super::standin::What::Status(500));
    let address = standin.address();
    let child = program(&[("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &address)]);
    let watch = loopback_only(child.id());
    let (code, error) = ended(child).await;
    watch.await.expect("it talked to nobody else");
    assert_eq!(code, Some(2));
    assert!(error.contains(&address) && error.contains("500"), "{error}");
}

/// Runs the program through its day, and looks all the while at whom its sockets are connected to.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_talks_to_loopback_alone_and_ends_when_asked() {
    let standin = StandIn::start().await;
    let address = standin.address();
    let variables =
        [("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &address), ("ROADBOOK_LOG", "debug")];
    let child = program(&variables);
    let pid = child.id();
    let watch = loopback_only(pid);
    standin.ready().await;
    let id = standin.interact(2, payload::interaction(&ADA, payload::slash("teams", &[])));
    standin.answer(id).await;
    standin.act(super::standin::Act::Cut);
    let resumed = |inner: &mut super::standin::Inner| (inner.resumes > 0).then_some(());
    standin.until("it resumes", Duration::from_secs(10), resumed).await;
    standin.ready().await;
    let id = standin.interact(2, payload::interaction(&ADA, payload::slash("about", &[])));
    standin.answer(id).await;
    let began = Instant::now();
    let killed = Command::new("kill").args(["-TERM", &pid.to_string()]).status().unwrap();
    assert!(killed.success());
    let (code, log) = ended(child).await;
    watch.await.expect("it talked to nobody else");
    assert_eq!(code, Some(0), "{log}");
    assert!(began.elapsed() < Duration::from_secs(10));
    assert!(!log.contains(TOKEN) && !log.contains("aW50ZXJhY3Rpb24"), "{log}");
    standin.assert_sound();
}

/// A task that looks at the connections of a process, and panics at one that does not go to loopback.
fn loopback_only(pid: u32) -> tokio::task::JoinHandle<()> {
    tokio::task::spawn_blocking(move || {
        let mut seen = false;
        while let Some(remotes) = remotes(pid) {
            for remote in remotes {
                seen = true;
                assert!(is_loopback(&remote), "it talks to {remote}");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        assert!(seen || !cfg!(target_os = "linux"), "no connection was seen at all");
    })
}

/// To whom the sockets of a process are connected, as the kernel writes it; nothing where the process is no more.
pub fn remotes(pid: u32) -> Option<Vec<String>> {
    let files = std::fs::read_dir(format!("/proc/{pid}/fd")).ok()?;
    let sockets: Vec<String> = files
        .flatten()
        .filter_map(|file| std::fs::read_link(file.path()).ok())
        .filter_map(|link| {
            let link = link.to_string_lossy().into_owned();
            Some(link.strip_prefix("socket:[")?.trim_end_matches(']').to_owned())
        })
        .collect();
    let mut remotes = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6"] {
        let text = std::fs::read_to_string(format!("/proc/{pid}/net/{table}")).unwrap_or_default();
        for line in text.lines().skip(1) {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let (remote, inode) = (columns[2], columns[9]);
            if sockets.iter().any(|socket| socket == inode) {
                remotes.push(remote.to_owned());
            }
        }
    }
    Some(remotes)
}

/// Whether that is `127.x.x.x`, `::1`, or nobody.
pub fn is_loopback(remote: &str) -> bool {
    let address = remote.split(':').next().unwrap();
    address.len() == 8 && address.ends_with("7F")
        || address.trim_matches('0').is_empty()
        || address == "00000000000000000000000001000000"
        // The same, as an address of IPv4 in IPv6.
        || address.starts_with("0000000000000000FFFF0000") && address.ends_with("7F")
}

#[test]
fn loopback_is_told_from_the_rest_of_the_world() {
    let loopback = ["0100007F:1F90", "00000000:0000", "00000000000000000000000001000000:1F90"];
    assert!(loopback.into_iter().all(is_loopback));
    let others = ["0101A8C0:0035", "2E80A8C0:01BB", "B80D0120000000000000000001000000:01BB"];
    assert!(!others.into_iter().any(is_loopback));
}
