//! `roadbook eval`: how well questions of a file are answered, against what their author marked.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use roadbook::query::{Outcome, Reading, Verdict};
use roadbook::router::Router;

use super::marked::Marked;

#[derive(Debug, Args)]
pub struct Options {
    /// Files of JSON Lines: {"id","lang","q","kind","statements","all"?,"verdict"?}; the kind is
    /// answerable, near, far or `false_premise`
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print each question that was not handled as marked
    #[arg(long)]
    show: bool,
    /// Exit 1 if the share that is right of either the answerable or the other questions is below this
    #[arg(long, value_name = "PERCENT")]
    min: Option<f64>,
}

/// What became of a marked question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Right,
    Wrong,
    Offered,
    Refused,
    Answered,
}

impl Mark {
    fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::Offered => "asked which, the right one offered",
            Self::Refused => "refused though answerable",
            Self::Answered => "answered though not",
        }
    }
}

pub fn run(router: &Router, options: &Options) -> anyhow::Result<ExitCode> {
    let mut counts: BTreeMap<(String, String), BTreeMap<Mark, usize>> = BTreeMap::new();
    for path in &options.files {
        for marked in super::marked::read(path)? {
            let mark = judge(router, &marked, options.show)?;
            let key = (marked.kind.clone(), marked.lang.clone());
            *counts.entry(key).or_default().entry(mark).or_default() += 1;
        }
    }
    let (mut shares, mut answerable, mut others) = (Vec::new(), (0, 0), (0, 0));
    for ((kind, lang), marks) in &counts {
        let all: usize = marks.values().sum();
        let right = marks.get(&Mark::Right).copied().unwrap_or_default();
        let sum = if kind == "answerable" { &mut answerable } else { &mut others };
        *sum = (sum.0 + right, sum.1 + all);
        let told: Vec<String> =
            marks.iter().map(|(mark, count)| format!("{count} {}", mark.name())).collect();
        shares.push(format!(
            "{kind} {lang}: {:.1} % of {all} ({})",
            share(right, all),
            told.join(", ")
        ));
    }
    shares.push(format!(
        "answerable: {:.1} % of {}",
        share(answerable.0, answerable.1),
        answerable.1
    ));
    shares.push(format!("others refused: {:.1} % of {}", share(others.0, others.1), others.1));
    super::print(&shares.join("\n"))?;
    let least = share(answerable.0, answerable.1).min(share(others.0, others.1));
    let failed = options.min.is_some_and(|min| least < min);
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn share(part: usize, all: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    if all == 0 { 100.0 } else { 100.0 * number(part) / number(all) }
}

fn judge(router: &Router, marked: &Marked, show: bool) -> anyhow::Result<Mark> {
    let answer = router.asker().ask(router.facts(), &marked.q, None);
    let wanted = |id: &str| marked.statements.iter().any(|one| one == id);
    let verdict = answer.verdict.map(|verdict| match verdict {
        Verdict::Yes => "yes",
        Verdict::No => "no",
    });
    let contradicts =
        matches!((&marked.verdict, verdict), (Some(wanted), Some(given)) if wanted != given);
    let answerable = marked.is_answerable();
    let (mark, given) = match &answer.outcome {
        Outcome::Answered(found) => {
            let told = |id: &String| found.iter().any(|one| one.id == *id);
            let right = found.iter().any(|one| wanted(&one.id) || marked.all.contains(&one.id))
                && marked.all.iter().all(told)
                && !contradicts;
            let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
            let denied = marked.kind == "false_premise" && (right || verdict == Some("no"));
            let mark = match (answerable, right) {
                (true, true) => Mark::Right,
                (true, false) => Mark::Wrong,
                (false, _) if denied => Mark::Right,
                (false, _) => Mark::Answered,
            };
            (mark, format!("{} {}", verdict.unwrap_or("-"), ids.join(" ")))
        }
        Outcome::Which(readings) => {
            let offered = readings.iter().any(
                |reading| matches!(reading, Reading::Statement(statement) if wanted(&statement.id)),
            );
            let mark = match (answerable, offered) {
                (true, true) => Mark::Offered,
                (true, false) => Mark::Wrong,
                (false, _) => Mark::Answered,
            };
            (mark, "which".to_owned())
        }
        Outcome::Unknown { absence, nearest } => {
            let ids = [absence.map(|one| one.id.as_str()), nearest.map(|one| one.id.as_str())];
            let told = ids.map(|id| id.unwrap_or("-")).join(" ");
            (if answerable { Mark::Refused } else { Mark::Right }, format!("unknown {told}"))
        }
        Outcome::OffTopic => {
            (if answerable { Mark::Refused } else { Mark::Right }, "off topic".to_owned())
        }
    };
    if show && mark != Mark::Right {
        super::print(&format!(
            "{} {} [{}] {}\n    wanted: {} {}\n    given:  {given}",
            marked.id,
            marked.kind,
            mark.name(),
            marked.q,
            marked.verdict.as_deref().unwrap_or("-"),
            [marked.statements.join(" "), marked.all.join(" ")].join(" + "),
        ))?;
    }
    Ok(mark)
}
