//! The command line: arguments, and one function for each command.

mod ask;
mod backup;
mod chat;
mod doctor;
mod eval;
mod facts;
mod items;
mod marked;
mod quiz;
mod reports;
mod run;
mod train;
mod weigh;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::{CommandFactory as _, Parser, Subcommand};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::config::Config;
use roadbook::facts::{Facts, Lang};
use roadbook::query::{Asker, Linker, Model, questions};
use roadbook::router::Router;
use roadbook::store::{Age, Store};

/// A bot that knows one docuseries by heart: it answers questions about it, runs quizzes on it, and says
/// where each fact was read.
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = true)]
pub struct Arguments {
    /// Another fact file than the one that the program carries
    #[arg(long, global = true, value_name = "FILE")]
    facts: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The bot in the terminal: no token, no set-up
    Chat(chat::Options),
    /// The bot on Discord; needs `DISCORD_TOKEN`
    Run,
    /// Answer one question, or a batch of them
    Ask(ask::Options),
    /// Print generated quiz questions
    Quiz(quiz::Options),
    /// Check the fact set, list it, or print its schema
    #[command(subcommand)]
    Facts(facts::Command),
    /// Score the answers to files of marked questions
    Eval(eval::Options),
    /// Learn from the files of questions how people ask, and write the model
    Train(train::Options),
    /// Learn from marked questions how to weigh what a question may ask for, and write the trees
    Weigh(weigh::Options),
    /// See what people report about questions, and mark it as seen
    #[command(subcommand)]
    Reports(reports::Command),
    /// See how questions do, and wake those at rest
    #[command(subcommand)]
    Items(items::Command),
    /// Copy the store into a new file, while the bot goes on
    Backup(backup::Options),
    /// Check the settings, the store, the facts, the clock and the token; exit 1 if something is wrong
    Doctor,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Runs the command that was asked for.
pub fn run(arguments: Arguments, config: &Config) -> anyhow::Result<ExitCode> {
    let file = arguments.facts.as_ref().or(config.facts.as_ref());
    match arguments.command {
        Command::Chat(options) => chat::run(router(file)?, config, &options),
        Command::Run => {
            let file = file.cloned();
            run::run(move || router(file.as_ref()), config)
        }
        Command::Ask(options) => ask::run(&router(file)?, &options),
        Command::Quiz(options) => quiz::run(&router(file)?, &options),
        Command::Facts(command) => facts::run(file, &command),
        Command::Eval(options) => eval::run(&router(file)?, &options),
        Command::Train(options) => train::run(file, &options),
        Command::Weigh(options) => weigh::run(file, &router(file)?, &options),
        Command::Reports(command) => reports::run(&load(file)?, config, &command),
        Command::Items(command) => items::run(config, &command),
        Command::Backup(options) => backup::run(config, &options),
        Command::Doctor => doctor::run(file, config),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "roadbook", &mut script);
            print_bytes(&script)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// A router over the facts of a file, or over those that the program carries. For those there is a model
/// of how people ask; for others one is learnt from the questions that the file itself holds and from
/// those in the folder `questions` beside it.
fn router(file: Option<&PathBuf>) -> anyhow::Result<Router> {
    let facts = load(file)?;
    let Some(path) = file else { return Ok(Router::shipped(facts)) };
    let (_, text) = text(file)?;
    if text == roadbook::facts::SHIPPED {
        return Ok(Router::shipped(facts));
    }
    let mut examples = questions::own(&facts);
    let beside = path.parent().map(|folder| folder.join("questions"));
    if let Some(folder) = beside.filter(|folder| folder.is_dir()) {
        examples.extend(train::read(&facts, &folder)?);
    }
    let linker = Linker::new(&facts);
    let model = Model::learn(&facts, &linker, &examples, None);
    let asker = Asker::new(&facts, linker, model);
    Ok(Router::new(facts, asker))
}

/// What the facts that the program carries are called.
const SHIPPED_NAME: &str = "data/facts.json";

/// The facts of a file, or those that the program carries.
fn load(file: Option<&PathBuf>) -> anyhow::Result<Facts> {
    let (name, facts) = if file.is_none() {
        (SHIPPED_NAME.to_owned(), Facts::shipped())
    } else {
        let (name, text) = text(file)?;
        (name, Facts::from_json(&text))
    };
    match facts {
        Ok(facts) => Ok(facts),
        Err(problems) => {
            let (last, rest) = match problems.split_last() {
                Some((last, rest)) => (last.to_string(), rest),
                None => ("it cannot be used".to_owned(), problems.as_slice()),
            };
            for problem in rest {
                complain_of(&name, problem);
            }
            bail!("{name}: {last}")
        }
    }
}

/// The name and the text of a fact file.
fn text(file: Option<&PathBuf>) -> anyhow::Result<(String, String)> {
    match file {
        None => Ok((SHIPPED_NAME.to_owned(), roadbook::facts::SHIPPED.to_owned())),
        Some(path) => match roadbook::facts::read(path) {
            Ok(text) => Ok((path.display().to_string(), text)),
            Err(problem) => bail!("{problem}"),
        },
    }
}

/// The store that the settings name, made if there is none yet.
async fn store(config: &Config) -> anyhow::Result<Store> {
    match (&config.database, &config.store) {
        (Some(address), _) => Ok(Store::open(address.expose()).await?),
        (None, Some(file)) => Store::open_file(file)
            .await
            .with_context(|| format!("{} cannot be used as the store", file.display())),
        (None, None) => bail!("nothing says where the store is; set DATABASE_URL or HOME"),
    }
}

/// The store that there is, as it is: it is neither made nor brought up to date only to be looked at.
async fn existing_store(config: &Config) -> anyhow::Result<Store> {
    match (&config.database, &config.store) {
        (Some(address), _) => Ok(Store::existing(address.expose()).await?),
        (None, Some(file)) => {
            let chat = config.chat.as_ref().filter(|chat| chat.exists() && !file.exists());
            if let Some(chat) = chat {
                bail!(
                    "there is no store yet at {}; roadbook run makes it (for what was played in the terminal, \
                     set DATABASE_URL=sqlite:{})",
                    file.display(),
                    chat.display()
                );
            }
            Ok(Store::existing_file(file).await?)
        }
        (None, None) => bail!("nothing says where the store is; set DATABASE_URL or HOME"),
    }
}

/// The store that there is, if its tables are those that this program knows.
async fn current_store(config: &Config) -> anyhow::Result<Store> {
    let store = existing_store(config).await?;
    match store.age().await? {
        Age::Current => Ok(store),
        Age::Older => bail!(
            "the store is of an older Roadbook; start roadbook run of this one, which brings it up to date \
             (make a backup before)"
        ),
        Age::Newer { version } => Err(roadbook::store::Error::Newer { version }.into()),
    }
}

/// Runs something that waits for the store.
fn wait_for<T>(task: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the system gives no means to wait for input and output")?
        .block_on(task)
}

/// A generator from a seed, or from the chance of the system.
fn generator(seed: Option<u64>) -> anyhow::Result<ChaCha8Rng> {
    match seed {
        Some(seed) => Ok(ChaCha8Rng::seed_from_u64(seed)),
        None => ChaCha8Rng::try_from_rng(&mut rand::rngs::SysRng)
            .context("the system gives no random numbers; pass --seed NUMBER"),
    }
}

/// Reads a number given on the command line.
fn parse_number<T: std::str::FromStr>(typed: &str) -> Result<T, String> {
    typed.parse().map_err(|_| "not a whole number that can be used here".to_owned())
}

/// Reads a language given on the command line.
fn parse_lang(code: &str) -> Result<Lang, String> {
    code.parse().map_err(|error: roadbook::text::UnknownLang| error.to_string())
}

/// Prints to stdout. Whoever stops reading ends the program without a word, as `head` wants it.
fn print(text: &str) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    finish(writeln!(out, "{text}").and_then(|()| out.flush()))
}

fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    finish(out.write_all(bytes).and_then(|()| out.flush()))
}

fn finish(result: std::io::Result<()>) -> anyhow::Result<()> {
    match result {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.context("stdout cannot be written to"),
    }
}

/// Tells an error in one line on stderr.
pub fn complain(error: &anyhow::Error) {
    complain_of("roadbook", &format_args!("{error:#}"));
}

fn complain_of(name: &str, what: &dyn std::fmt::Display) {
    // Nothing is left to do where stderr is gone too.
    let _ = writeln!(anstream::stderr(), "{name}: {what}");
}
