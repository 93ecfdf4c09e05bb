//! `roadbook chat`: the bot in the terminal, with line editing, or from a pipe.

use std::io::{BufRead as _, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use roadbook::config::Config;
use roadbook::console::{Chat, Completer, render};
use roadbook::facts::Lang;
use roadbook::router::Router;
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{CompletionType, Editor, ExternalPrinter};

#[derive(Debug, Args)]
pub struct Options {
    /// The language to begin in; that of the terminal if not given
    #[arg(long, value_name = "en|fr", value_parser = super::parse_lang)]
    lang: Option<Lang>,
    /// The same seed gives the same quiz questions; from a pipe, the same transcript
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// Write nothing to disk, not even the history of what was typed
    #[arg(long)]
    memory: bool,
    /// Who speaks first
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
}

pub fn run(router: &Router, config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let lang = options.lang.or(config.lang).unwrap_or_default();
    let mut chance = super::generator(options.seed)?;
    let mut chat = Chat::new(router, lang, options.name.as_deref().unwrap_or_default());
    if std::io::stdin().is_terminal() {
        let history = config.history.as_deref().filter(|_| !options.memory);
        interactive(router, history, &mut chat, &mut chance)?;
    } else {
        piped(&mut chat, options.seed.is_some(), &mut chance)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Line by line from a pipe; nothing is printed but the replies. With a seed the clock is made up as well,
/// so that the same lines give the same transcript on every machine: a second goes by with each line.
fn piped(chat: &mut Chat<'_>, seeded: bool, chance: &mut dyn Rng) -> anyhow::Result<()> {
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    let mut made_up = Timestamp::UNIX_EPOCH;
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).context("stdin cannot be read")? == 0 {
            return Ok(());
        }
        made_up = made_up.saturating_add(SignedDuration::from_secs(1)).unwrap_or(made_up);
        let now = if seeded { made_up } else { now() };
        // What is no UTF-8 is shown as such instead of ending the conversation.
        let turn = chat.take(&String::from_utf8_lossy(&line), now, chance);
        for reply in &turn.said {
            super::print(&format!("{}\n", render(reply)))?;
        }
        if turn.over {
            return Ok(());
        }
    }
}

fn interactive(
    router: &Router,
    history: Option<&Path>,
    chat: &mut Chat<'_>,
    chance: &mut dyn Rng,
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
    super::print(&format!("{}\n", render(&chat.welcome())))?;
    let printer = editor.create_external_printer().context("the terminal cannot be set up")?;
    let ahead = AtomicI64::new(0);
    let (done, is_done) = mpsc::channel::<()>();
    // Questions are closed by the clock while somebody types: the timer has a thread of its own.
    let result = std::thread::scope(|scope| {
        let ahead = &ahead;
        scope.spawn(move || timer(router, ahead, &is_done, printer));
        let result = converse(&mut editor, chat, ahead, chance);
        drop(done);
        result
    });
    if let Some(path) = history {
        let _ = editor.save_history(path);
    }
    result
}

fn converse(
    editor: &mut Editor<Completer<'_>, DefaultHistory>,
    chat: &mut Chat<'_>,
    ahead: &AtomicI64,
    chance: &mut dyn Rng,
) -> anyhow::Result<()> {
    loop {
        if let Some(helper) = editor.helper_mut() {
            helper.lang = chat.lang();
        }
        let turn = match editor.readline(&format!("{}> ", chat.name())) {
            Ok(line) => chat.take(&line, now(), chance),
            // Ctrl-C drops the line, Ctrl-D leaves.
            Err(ReadlineError::Interrupted) => continue,
            Err(ReadlineError::Eof) => chat.take("/quit", now(), chance),
            Err(error) => return Err(error).context("the terminal cannot be read"),
        };
        let millis = i64::try_from(chat.ahead().as_millis()).unwrap_or_default();
        ahead.store(millis, Ordering::Relaxed);
        for reply in &turn.said {
            super::print(&format!("{}\n", render(reply)))?;
        }
        if turn.over {
            return Ok(());
        }
    }
}

/// Says what is due by the clock, above the line that is being typed, until the conversation is over.
fn timer(
    router: &Router,
    ahead: &AtomicI64,
    is_done: &mpsc::Receiver<()>,
    mut printer: impl ExternalPrinter,
) {
    const BEAT: Duration = Duration::from_millis(200);
    const WARNING: SignedDuration = SignedDuration::from_secs(5);
    let mut warned = None;
    while let Err(mpsc::RecvTimeoutError::Timeout) = is_done.recv_timeout(BEAT) {
        let ahead = SignedDuration::from_millis(ahead.load(Ordering::Relaxed));
        let now = now().saturating_add(ahead).unwrap_or_else(|_| now());
        for due in router.due(now) {
            // Where the terminal is gone, nobody is left to read it.
            let _ = printer.print(format!("{}\n", render(&due.reply)));
        }
        for (lang, deadline) in router.deadlines() {
            let soon = now < deadline && deadline.duration_since(now) <= WARNING;
            if soon && warned != Some(deadline) {
                warned = Some(deadline);
                let left = router.writer(lang).say("chat-seconds-left", &[("seconds", 5.into())]);
                let _ = printer.print(format!("{left}\n"));
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the clock of the terminal")]
fn now() -> Timestamp {
    Timestamp::now()
}
