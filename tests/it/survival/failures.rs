//! A store that fails in the middle of a round: a clear line for the operator, a polite one for the player,
//! nothing half written, and all goes on when the cause is gone.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use serde_json::json;
use sqlx::Connection as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::books::Books;
use super::disk::Disk;
use super::life::{Life, now};
use crate::discord::payload::{self, ADA};
use crate::discord::standin::{Answer, Inner, StandIn};
use crate::store::fixture::{file, postgres, raw, run, schema};

/// How long anything may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);
/// What a player reads of all this.
const POLITE: &str = "Something went wrong on my side: nothing was saved";
const FULL: &str = "the disk of the store is full; make room on it";
const LOCKED: &str = "the store is locked by another program; end whatever holds it open";
const LOST: &str =
    "the store cannot be reached; check the file or the server that DATABASE_URL names";

fn roadbook(command: &str, variables: &[(&str, &str)]) -> Command {
    let mut roadbook = Command::new(env!("CARGO_BIN_EXE_roadbook"));
    roadbook.arg(command).env_clear().envs(variables.iter().copied()).stderr(Stdio::piped());
    roadbook.stdin(Stdio::piped()).stdout(Stdio::piped());
    roadbook
}

/// A conversation in a terminal, line by line.
struct Talk {
    child: Child,
    input: ChildStdin,
    lines: mpsc::Receiver<String>,
}

impl Talk {
    /// A conversation whose store is in a folder.
    fn begin(folder: &Path) -> Self {
        let folder = folder.to_str().unwrap();
        let mut child =
            roadbook("chat", &[("XDG_DATA_HOME", folder), ("HOME", folder)]).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (tell, lines) = mpsc::channel();
        std::thread::spawn(move || {
            let lines = BufReader::new(output).lines().map_while(Result::ok);
            lines.for_each(|line| drop(tell.send(line)));
        });
        Self { child, input, lines }
    }

    /// Types a line and reads until something is said to it.
    fn say(&mut self, line: &str, until: &str) {
        writeln!(self.input, "{line}").unwrap();
        let mut read = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(until) => return,
                Ok(line) => read.push(line),
                Err(error) => panic!("{until:?} is not said to {line:?}: {error}; {read:#?}"),
            }
        }
    }

    /// Ends it, and gives what the operator was told.
    fn end(self) -> String {
        drop(self.input);
        let output = self.child.wait_with_output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }
}

/// How often the operator was told something.
fn told(log: &str, what: &str) -> usize {
    log.lines().filter(|line| line.contains(what)).count()
}

#[test]
fn a_conversation_outlives_a_full_disk_and_a_lock() {
    run(async {
        let mut folders = vec![file("chat").with_extension("")];
        let disk = Disk::make();
        folders.extend(disk.as_ref().map(|disk| disk.0.clone()));
        for folder in folders {
            let mut talk = Talk::begin(&folder);
            talk.say("/quiz 3 format:choice pace:400", "Question 1 of 3");
            let url = format!("sqlite:{}", folder.join("roadbook/chat.db").display());
            let full = disk.as_ref().filter(|disk| disk.0 == folder);
            let mut other = None;
            if let Some(disk) = full {
                disk.fill();
            } else {
                let mut lock = sqlx::AnyConnection::connect(&url).await.unwrap();
                sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut lock).await.unwrap();
                other = Some(lock);
            }
            talk.say("a", POLITE);
            talk.say("how many episodes are there?", "eight episodes");
            if let Some(disk) = full {
                disk.clear();
            }
            if let Some(mut lock) = other.take() {
                sqlx::raw_sql("ROLLBACK").execute(&mut lock).await.unwrap();
                lock.close().await.unwrap();
            }
            talk.say("b", "Question 2 of 3");
            let log = talk.end();
            assert!(told(&log, if full.is_some() { FULL } else { LOCKED }) == 1, "{log}");
            let books = Books::read(&url, now()).await;
            books.check();
            assert_eq!(books.answers.len(), 1, "nothing is half written");
        }
    });
}

/// A bot in the middle of a round.
struct Playing {
    standin: StandIn,
    life: Life,
    options: Vec<String>,
}

impl Playing {
    async fn begin(url: &str) -> Self {
        let standin = StandIn::start().await;
        let life = Life::begin(&standin, url);
        life.ready(&standin, 0).await;
        let options = [
            ("count", json!(2)),
            ("format", json!("choice")),
            ("pace", json!(400)),
            ("lobby", json!("no")),
        ];
        let made = payload::interaction(&ADA, payload::slash("quiz start", &options));
        let id = standin.interact(2, made);
        let mut options = standin.answer(id).await.pressable();
        options.retain(|id| id.starts_with("option|"));
        Self { standin, life, options }
    }

    /// What is said to a press, at once or after a while.
    async fn press(&self) -> String {
        let before = self.standin.know(|inner| inner.follow_ups.len());
        let id = self.standin.interact(3, payload::press(&ADA, &self.options[0], None));
        let answer = self.standin.answer(id).await;
        if !answer.text().is_empty() {
            return answer.text();
        }
        let later = |inner: &mut Inner| inner.follow_ups.get(before).cloned();
        let data = self.standin.until("it is answered later", PATIENCE, later).await;
        Answer { data, ..answer }.text()
    }

    /// Presses until the answer counts, which closes the question; tells how long that took.
    async fn press_until_it_counts(&self) -> Duration {
        let began = Instant::now();
        loop {
            let said = self.press().await;
            if said.contains("Question 2 of 2") {
                return began.elapsed();
            }
            assert!(began.elapsed() < PATIENCE, "it does not go on: {said}");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

/// Lets the store fail in the middle of a round and work again.
async fn outlives(url: &str, line: &str, fail: impl AsyncFnOnce(), mend: impl AsyncFnOnce()) {
    let playing = Playing::begin(url).await;
    fail().await;
    let said = playing.press().await;
    assert!(said.contains(POLITE), "{said}");
    // The clock of rounds fails as well, again and again, and says so once.
    tokio::time::sleep(Duration::from_millis(4_500)).await;
    mend().await;
    let again = playing.press_until_it_counts().await;
    println!("it goes on after {again:?}");
    playing.standin.assert_sound();
    let log = playing.life.kill();
    // Once for each thing that was tried: presses, what they said, the clock of rounds, what is done once a day.
    assert!((1..=7).contains(&told(&log, line)), "{log}");
    assert!(told(&log, "stands still") <= 1 && !log.contains("panicked"), "{log}");
    let books = Books::read(url, now()).await;
    books.check();
    assert_eq!(books.answers.len(), 1, "nothing is half written");
}

#[test]
fn the_bot_outlives_a_full_disk() {
    run(async {
        let Some(disk) = Disk::make() else { return };
        let url = format!("sqlite:{}", disk.0.join("roadbook.db").display());
        outlives(&url, FULL, async || disk.fill(), async || disk.clear()).await;
    });
}

#[test]
fn the_bot_outlives_a_lock() {
    run(async {
        let url = format!("sqlite:{}", file("locked").display());
        let lock = tokio::sync::Mutex::new(None);
        let take = async || {
            let mut other = sqlx::AnyConnection::connect(&url).await.unwrap();
            sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
            *lock.lock().await = Some(other);
        };
        let free = async || lock.lock().await.take().unwrap().close().await.unwrap();
        outlives(&url, LOCKED, take, free).await;
    });
}

/// Lets what comes at a gate through to a server, until it is aborted.
fn open(gate: TcpListener, server: String) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut tasks = tokio::task::JoinSet::new();
        while let Ok((mut near, _)) = gate.accept().await {
            let server = server.clone();
            tasks.spawn(async move {
                let mut far = TcpStream::connect(server).await.unwrap();
                let _ = copy_bidirectional(&mut near, &mut far).await;
            });
        }
    })
}

#[test]
fn the_bot_outlives_a_server_that_is_lost() {
    run(async {
        let Some(server) = postgres() else { return };
        let direct = schema(&server).await;
        let address = server.split('@').nth(1).unwrap().split('/').next().unwrap().to_owned();
        let gate = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = gate.local_addr().unwrap().port();
        let url = direct.replace(&address, &format!("127.0.0.1:{port}"));
        let traffic = tokio::sync::Mutex::new(open(gate, address.clone()));
        let shut = async || traffic.lock().await.abort();
        let again = async || {
            let gate = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
            *traffic.lock().await = open(gate, address.clone());
        };
        outlives(&url, LOST, shut, again).await;
    });
}

/// Lets what comes at a gate through to a server, until it is deaf: then connections stay as they are, and what is sent
/// on them goes nowhere, for ever.
fn swallowing(gate: TcpListener, server: String, deaf: Arc<AtomicBool>) {
    async fn pump(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, lost: [Arc<AtomicBool>; 2]) {
        let mut some = [0; 8_192];
        while let Ok(count @ 1..) = from.read(&mut some).await {
            if lost[0].load(Ordering::Relaxed) {
                lost[1].store(true, Ordering::Relaxed);
            }
            if !lost[1].load(Ordering::Relaxed) && to.write_all(&some[..count]).await.is_err() {
                break;
            }
        }
    }
    tokio::spawn(async move {
        while let Ok((near, _)) = gate.accept().await {
            let far = TcpStream::connect(&server).await.unwrap();
            let lost = Arc::new(AtomicBool::new(deaf.load(Ordering::Relaxed)));
            let (from, to) = near.into_split();
            let (back, there) = far.into_split();
            tokio::spawn(pump(from, there, [Arc::clone(&deaf), Arc::clone(&lost)]));
            tokio::spawn(pump(back, to, [Arc::clone(&deaf), lost]));
        }
    });
}

#[test]
fn the_bot_outlives_a_network_that_swallows_everything() {
    run(async {
        let Some(server) = postgres() else { return };
        let direct = schema(&server).await;
        let address = server.split('@').nth(1).unwrap().split('/').next().unwrap().to_owned();
        let gate = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = gate.local_addr().unwrap().port();
        let url = direct.replace(&address, &format!("127.0.0.1:{port}"));
        let deaf = Arc::new(AtomicBool::new(false));
        swallowing(gate, address, Arc::clone(&deaf));
        let turn = async |to| deaf.store(to, Ordering::Relaxed);
        outlives(&url, LOST, || turn(true), || turn(false)).await;
    });
}

#[test]
fn a_store_that_is_no_use_is_told_at_the_start() {
    run(async {
        let garbage = file("garbage");
        std::fs::create_dir_all(garbage.parent().unwrap()).unwrap();
        std::fs::write(&garbage, "no database at all ".repeat(500)).unwrap();
        let garbage = format!("sqlite:{}", garbage.display());
        let future = format!("sqlite:{}", file("future").display());
        Books::read(&future, now()).await.check();
        let row = "(99990101, 'future', TRUE, x'00', 0)";
        let columns = "version, description, success, checksum, execution_time";
        raw(&future, &format!("INSERT INTO _sqlx_migrations ({columns}) VALUES {row}")).await;
        let sound = format!("sqlite:{}", file("sound").display());
        Books::read(&sound, now()).await.check();
        for (url, line) in [
            (garbage, "the store is damaged or no database; put a backup in its place"),
            (future, "the store was written by a newer Roadbook (migration 99990101 is unknown)"),
            (format!("{sound}?mode=ro"), "the store is read-only; give this user the right"),
        ] {
            let variables = [("DATABASE_URL", url.as_str()), ("DISCORD_TOKEN", "none")];
            let output = roadbook("run", &variables).output().unwrap();
            let log = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{log}");
            assert!(log.contains(line) && log.lines().count() == 1, "{log}");
        }
    });
}

#[test]
fn a_conversation_goes_on_without_a_store_that_is_no_use() {
    let folder = file("talk").with_extension("");
    std::fs::create_dir_all(folder.join("roadbook")).unwrap();
    let garbage = folder.join("roadbook/chat.db");
    std::fs::write(&garbage, "no database at all ".repeat(500)).unwrap();
    let mut talk = Talk::begin(&folder);
    talk.say("/quiz 1 format:choice", "Question 1 of 1");
    talk.say("a", "The round is over");
    let log = talk.end();
    assert!(log.contains("the store is damaged or no database") && log.lines().count() == 1);
    assert!(log.contains("until then scores are not kept"), "{log}");
    let kept = std::fs::read_to_string(garbage).unwrap();
    assert!(kept.starts_with("no database"), "it is left as it is");
}
