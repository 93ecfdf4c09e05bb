//! `roadbook chat`: the bot in the terminal, with line editing, or from a pipe.

use std::io::{BufRead as _, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use roadbook::config::Config;
use roadbook::console::{Chat, Completer, render, wrapped};
use roadbook::facts::Lang;
use roadbook::reply::Reply;
use roadbook::router::{Chance, Router};
use roadbook::store::Store;
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{CompletionType, Editor, ExternalPrinter};
use tokio::runtime::Runtime;

#[derive(Debug, Args)]
pub struct Options {
    /// The language to speak; that of the terminal if not given, and that of each question
    #[arg(long, value_name = "en|fr", value_parser = super::parse_lang)]
    lang: Option<Lang>,
    /// The same seed gives the same quiz questions; from a pipe, the same transcript
    #[arg(long, value_name = "S", value_parser = super::parse_number::<u64>)]
    seed: Option<u64>,
    /// Write nothing to disk: no scores, no history of what was typed
    #[arg(long)]
    memory: bool,
    /// Who speaks first
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
}

pub fn run(router: Router, config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let lang = options.lang.or(config.lang).unwrap_or_default();
    let mut chance = super::generator(options.seed)?;
    // One thread for the store and one for who types are enough.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .context("the system gives no means to wait for input and output")?;
    let is_terminal = std::io::stdin().is_terminal();
    // A transcript that is to be the same everywhere hangs on nothing from before.
    let forget = options.memory || (options.seed.is_some() && !is_terminal);
    let file = config.chat.as_deref().filter(|_| !forget);
    let router = router.with_store(runtime.block_on(open(file))?);
    let mut chat = Chat::new(&router, lang, options.name.as_deref().unwrap_or_default());
    if options.lang.is_some() {
        chat = chat.told_which_language();
    }
    if is_terminal {
        let history = config.history.as_deref().filter(|_| !options.memory);
        interactive(&runtime, &router, history, &mut chat, &mut chance)?;
    } else {
        piped(&runtime, &mut chat, options.seed.is_some(), &mut chance)?;
    }
    runtime.block_on(router.store()?.close());
    Ok(ExitCode::SUCCESS)
}

/// The store in a file; in memory where there is none. Scores that cannot be kept are no reason not to talk.
async fn open(file: Option<&Path>) -> anyhow::Result<Store> {
    let Some(file) = file else { return Ok(Store::memory().await?) };
    match Store::open_file(file).await {
        Ok(store) => Ok(store),
        Err(error) => {
            let what = format!("{}: {error}; until then scores are not kept", file.display());
            super::complain_of("roadbook", &what);
            Ok(Store::memory().await?)
        }
    }
}

/// How wide the terminal is, in columns.
#[derive(Debug)]
struct Columns(AtomicUsize);

impl Default for Columns {
    fn default() -> Self {
        Self(AtomicUsize::new(usize::MAX))
    }
}

impl Columns {
    /// Looks how wide it is now; whoever types may have changed that.
    fn measure(&self, editor: &mut Editor<Completer<'_>, DefaultHistory>) {
        if let Some((columns, _)) = editor.dimensions() {
            self.0.store(usize::from(columns), Ordering::Relaxed);
        }
    }

    /// A reply with its lines no wider than that.
    fn fit(&self, reply: &Reply) -> String {
        format!("{}\n", wrapped(&render(reply), self.0.load(Ordering::Relaxed)))
    }
}

/// Line by line from a pipe; nothing is printed but the replies. With a seed the clock is made up as well,
/// so that the same lines give the same transcript on every machine: a second goes by with each line.
fn piped(
    runtime: &Runtime,
    chat: &mut Chat<'_>,
    seeded: bool,
    chance: &mut Chance,
) -> anyhow::Result<()> {
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    let mut made_up = Timestamp::UNIX_EPOCH;
    greet(runtime, chat, if seeded { made_up } else { now() })?;
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).context("stdin cannot be read")? == 0 {
            return Ok(());
        }
        made_up = made_up.saturating_add(SignedDuration::from_secs(1)).unwrap_or(made_up);
        let now = if seeded { made_up } else { now() };
        // What is no UTF-8 is shown as such instead of ending the conversation.
        let turn = runtime.block_on(chat.take(&String::from_utf8_lossy(&line), now, chance));
        for reply in &turn.said {
            super::print(&format!("{}\n", render(reply)))?;
        }
        if turn.over {
            return Ok(());
        }
    }
}

/// Says what goes on from the last conversation.
fn greet(runtime: &Runtime, chat: &Chat<'_>, now: Timestamp) -> anyhow::Result<()> {
    for reply in runtime.block_on(chat.resume(now)) {
        super::print(&format!("{}\n", render(&reply)))?;
    }
    Ok(())
}

fn interactive(
    runtime: &Runtime,
    router: &Router,
    history: Option<&Path>,
    chat: &mut Chat<'_>,
    chance: &mut Chance,
) -> anyhow::Result<()> {
    let settings = rustyline::Config::builder()
        .completion_type(CompletionType::List)
        .auto_add_history(true)
        .max_history_size(1_000)
        .context("the terminal cannot be set up")?
        .build();
    let mut editor: Editor<Completer<'_>, DefaultHistory> =
        Editor::with_config(settings).context("the terminal cannot be set up")?;
    editor.set_helper(Some(Completer::new(router, chat.lang())));
    // A history that is not there yet, or cannot be kept, is no reason not to talk.
    if let Some(path) = history {
        let _ = path.parent().map(std::fs::create_dir_all);
        let _ = editor.load_history(path);
    }
    let columns = Columns::default();
    columns.measure(&mut editor);
    super::print(&columns.fit(&chat.welcome()))?;
    for reply in runtime.block_on(chat.resume(now())) {
        super::print(&columns.fit(&reply))?;
    }
    let printer = editor.create_external_printer().context("the terminal cannot be set up")?;
    let ahead = AtomicI64::new(0);
    let (done, is_done) = mpsc::channel::<()>();
    // Questions are closed by the clock while somebody types: the timer has a thread of its own.
    let result = std::thread::scope(|scope| {
        let (ahead, columns) = (&ahead, &columns);
        scope.spawn(move || timer(runtime, router, (ahead, columns), &is_done, printer));
        let result = converse(runtime, &mut editor, chat, (ahead, columns), chance);
        drop(done);
        result
    });
    if let Some(path) = history {
        let _ = editor.save_history(path);
    }
    result
}

fn converse(
    runtime: &Runtime,
    editor: &mut Editor<Completer<'_>, DefaultHistory>,
    chat: &mut Chat<'_>,
    (ahead, columns): (&AtomicI64, &Columns),
    chance: &mut Chance,
) -> anyhow::Result<()> {
    loop {
        if let Some(helper) = editor.helper_mut() {
            helper.lang = chat.lang();
        }
        let line = editor.readline(&format!("{}> ", chat.name()));
        columns.measure(editor);
        let turn = match line {
            Ok(line) => runtime.block_on(chat.take(&line, now(), chance)),
            // Ctrl-C drops the line, Ctrl-D leaves.
            Err(ReadlineError::Interrupted) => {
                super::print(&columns.fit(&chat.broken_off()))?;
                continue;
            }
            Err(ReadlineError::Eof) => runtime.block_on(chat.take("/quit", now(), chance)),
            Err(error) => return Err(error).context("the terminal cannot be read"),
        };
        let millis = i64::try_from(chat.ahead().as_millis()).unwrap_or_default();
        ahead.store(millis, Ordering::Relaxed);
        for reply in &turn.said {
            super::print(&columns.fit(reply))?;
        }
        if turn.over {
            return Ok(());
        }
    }
}

/// Says what is due by the clock, above the line that is being typed, until the conversation is over.
fn timer(
    runtime: &Runtime,
    router: &Router,
    (ahead, columns): (&AtomicI64, &Columns),
    is_done: &mpsc::Receiver<()>,
    mut printer: impl ExternalPrinter,
) {
    const BEAT: Duration = Duration::from_millis(200);
    const WARNING: SignedDuration = SignedDuration::from_secs(5);
    let (mut warned, mut failing) = (None, false);
    while let Err(mpsc::RecvTimeoutError::Timeout) = is_done.recv_timeout(BEAT) {
        let ahead = SignedDuration::from_millis(ahead.load(Ordering::Relaxed));
        let now = now().saturating_add(ahead).unwrap_or_else(|_| now());
        match runtime.block_on(keep_time(router, now, columns, &mut printer)) {
            Ok(()) => failing = false,
            // Once is enough: it is tried again with the next beat.
            Err(error) if !std::mem::replace(&mut failing, true) => {
                tracing::error!(%error, "the clock of rounds stands still");
            }
            Err(_) => {}
        }
        for (lang, deadline) in runtime.block_on(router.deadlines()) {
            let soon = now < deadline && deadline.duration_since(now) <= WARNING;
            if soon && warned != Some(deadline) {
                warned = Some(deadline);
                let left = router.writer(lang).say("chat-seconds-left", &[("seconds", 5.into())]);
                let _ = printer.print(format!("{left}\n"));
            }
        }
    }
}

/// Says what is due by now, and that time was kept until now.
async fn keep_time(
    router: &Router,
    now: Timestamp,
    columns: &Columns,
    printer: &mut impl ExternalPrinter,
) -> roadbook::router::Result<()> {
    for due in router.due(now).await? {
        // Where the terminal is gone, nobody is left to read it.
        let _ = printer.print(columns.fit(&due.reply));
        if let Some(receipt) = due.reply.played.and_then(|played| played.receipt) {
            router.told(&receipt, now).await?;
        }
    }
    // Five times a second is more than enough, and costs nothing while nobody plays.
    router.beat(now).await
}

#[expect(clippy::disallowed_methods, reason = "the clock of the terminal")]
fn now() -> Timestamp {
    Timestamp::now()
}
