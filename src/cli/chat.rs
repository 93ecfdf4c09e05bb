//! `roadbook chat`: the bot in the terminal, with line editing, or from a pipe.

use std::io::{BufRead as _, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use jiff::Timestamp;
use rand::Rng;
use roadbook::config::Config;
use roadbook::console::{Chat, Completer, Turn, render};
use roadbook::facts::Lang;
use roadbook::router::Router;
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{CompletionType, Editor};

#[derive(Debug, Args)]
pub struct Options {
    /// The language to begin in; that of the terminal if not given
    #[arg(long, value_name = "en|fr", value_parser = super::parse_lang)]
    lang: Option<Lang>,
    /// The same seed gives the same quiz questions
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
        piped(&mut chat, &mut chance)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Line by line from a pipe; nothing is printed but the replies.
fn piped(chat: &mut Chat<'_>, chance: &mut dyn Rng) -> anyhow::Result<()> {
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).context("stdin cannot be read")? == 0 {
            return Ok(());
        }
        // What is no UTF-8 is shown as such instead of ending the conversation.
        match chat.take(&String::from_utf8_lossy(&line), now(), chance) {
            Turn::Silence => {}
            Turn::Said(reply) => super::print(&format!("{}\n", render(&reply)))?,
            Turn::Over(reply) => return super::print(&render(&reply)),
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
        match turn {
            Turn::Silence => {}
            Turn::Said(reply) => super::print(&format!("{}\n", render(&reply)))?,
            Turn::Over(reply) => {
                super::print(&render(&reply))?;
                break;
            }
        }
    }
    if let Some(path) = history {
        let _ = editor.save_history(path);
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the clock of the terminal")]
fn now() -> Timestamp {
    Timestamp::now()
}
