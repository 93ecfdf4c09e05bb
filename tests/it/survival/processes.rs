//! Four processes on one PostgreSQL, and players who reach any of them: the database decides.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::{Facts, SHIPPED};
use roadbook::quiz::Answer;
use roadbook::reply::{Part, Reply};
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::router::{Router, Seat};
use roadbook::store::Store;
use roadbook::text::Lang;
use tokio::time::sleep;

use super::books::Books;
use super::life::now;
use crate::store::fixture::{postgres, run, schema};

const PROCESSES: usize = 4;
const PLACES: usize = 4;
const PLAYERS: usize = 4;
const QUESTIONS: usize = 5;

/// The processes, and what players and everybody see of them.
struct Hall {
    processes: Vec<Router>,
    /// By place, the round with its open question and how many options that has.
    shown: Mutex<HashMap<String, (String, usize, usize)>>,
    /// How often each thing was said.
    said: Mutex<HashMap<String, usize>>,
    over: AtomicBool,
}

impl Hall {
    /// What a process does with what it has to say: it says it, and notes that it did.
    async fn say(&self, process: usize, place: &str, reply: &Reply) {
        let Some(played) = reply.played.as_ref() else { return };
        let Some(receipt) = played.receipt.as_ref() else { return };
        *self.said.lock().unwrap().entry(receipt.clone()).or_default() += 1;
        let asked = reply.parts.iter().chain(&reply.aloud).find_map(|part| match part {
            Part::Question(asked) => Some((asked.round.clone(), asked.number, asked.options.len())),
            _ => None,
        });
        if let Some(asked) = asked {
            self.shown.lock().unwrap().insert(place.to_owned(), asked);
            let seat = Seat::Place(place.to_owned());
            self.processes[process].note_shown(&seat, &played.round, "{}").await.unwrap();
        }
        self.processes[process].told(receipt, Timestamp::now()).await.unwrap();
    }

    async fn ask(&self, process: usize, place: &str, player: usize, action: Action, seed: u64) {
        let request = Request {
            person: Person { id: format!("{place}:{player}"), name: format!("p{player}") },
            place: place.to_owned(),
            server: "server".to_owned(),
            lang: Lang::En,
            lang_from: LangFrom::Settled,
            moderator: false,
            manager: false,
            crowd: false,
            at: Timestamp::now(),
            action,
        };
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let router = &self.processes[process];
        let reply = router.handle(&request, Timestamp::now(), &mut chance).await;
        assert_ne!(reply, Reply::note(router.writer(Lang::En).say("failed", &[])));
        self.say(process, place, &reply).await;
    }

    /// Keeps the time in one process.
    async fn keep_time(&self, process: usize) {
        while !self.over.load(Ordering::Relaxed) {
            let router = &self.processes[process];
            for due in router.due(Timestamp::now()).await.unwrap() {
                let Seat::Place(place) = &due.seat else { panic!("nobody practises") };
                self.say(process, place, &due.reply).await;
            }
            router.beat(Timestamp::now()).await.unwrap();
            sleep(Duration::from_millis(15)).await;
        }
    }

    /// Presses what is shown in a place, at random processes. Some questions are left to the clock.
    async fn play(&self, place: String, player: usize, seed: u64) {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        while !self.over.load(Ordering::Relaxed) {
            sleep(Duration::from_millis(chance.random_range(5..120))).await;
            let Some((round, number, options)) = self.shown.lock().unwrap().get(&place).cloned()
            else {
                continue;
            };
            if player == 0 && number % 2 == 0 {
                continue;
            }
            let answer = Answer::Options(vec![chance.random_range(0..options)]);
            let action = Action::Answer { round, number, answer };
            // Whoever presses twice reaches two processes at once.
            let twice =
                self.ask(chance.random_range(0..PROCESSES), &place, player, action.clone(), 1);
            let once = self.ask(chance.random_range(0..PROCESSES), &place, player, action, 2);
            tokio::join!(once, twice);
        }
    }
}

#[test]
fn four_processes_close_each_question_once() {
    run(async {
        let Some(server) = postgres() else { return };
        let url = schema(&server).await;
        let seed = u64::try_from(now()).unwrap();
        println!("the seed is {seed}");
        let mut processes = Vec::new();
        for process in 0..PROCESSES {
            let store = Store::open(&url).await.unwrap();
            let facts = Facts::from_json(SHIPPED).unwrap();
            let router = Router::shipped(facts).with_store(store.named(&process.to_string()));
            // Whoever looks for questions meanwhile keeps no time, and another would take it for dead.
            let _ = router.pool();
            processes.push(router);
        }
        let hall = Arc::new(Hall {
            processes,
            shown: Mutex::default(),
            said: Mutex::default(),
            over: AtomicBool::new(false),
        });
        let mut tasks = tokio::task::JoinSet::new();
        for process in 0..PROCESSES {
            let hall = Arc::clone(&hall);
            tasks.spawn(async move { hall.keep_time(process).await });
        }
        for place in 0..PLACES {
            let name = format!("place {place}");
            let count = QUESTIONS.to_string();
            let options =
                [("count", count.as_str()), ("format", "choice"), ("pace", "50"), ("lobby", "no")];
            let options = options.map(|(name, value)| (name.to_owned(), value.to_owned()));
            let start = Action::Command { id: "quiz".to_owned(), options: options.to_vec() };
            // All four are asked for a round; one of them begins it.
            let seeds =
                (0_u64..).map(|process| seed + 1_000 * process + u64::try_from(place).unwrap());
            let asked = (0..PROCESSES).zip(seeds);
            let asked =
                asked.map(|(process, seed)| hall.ask(process, &name, 0, start.clone(), seed));
            futures_util::future::join_all(asked).await;
            for (player, number) in (0..PLAYERS).zip(0_u64..) {
                let (hall, name) = (Arc::clone(&hall), name.clone());
                let seed = seed + 100 * u64::try_from(place).unwrap() + number;
                tasks.spawn(async move { Box::pin(hall.play(name, player, seed)).await });
            }
        }
        let began = std::time::Instant::now();
        loop {
            sleep(Duration::from_millis(500)).await;
            let books = Books::read(&url, now()).await;
            if books.rounds.values().all(|kept| kept.ended) {
                break;
            }
            assert!(began.elapsed() < Duration::from_secs(200), "they do not end");
        }
        hall.over.store(true, Ordering::Relaxed);
        while let Some(done) = tasks.join_next().await {
            done.unwrap();
        }
        // Only now nobody changes anything while it is read.
        let books = Books::read(&url, now()).await;
        books.check();
        assert_eq!(books.rounds.len(), PLACES, "one round a place");
        let said = hall.said.lock().unwrap();
        let twice: Vec<_> = said.iter().filter(|(_, times)| **times != 1).collect();
        assert!(twice.is_empty(), "said by more than one: {twice:?}");
        let closed: usize = books.rounds.values().map(|kept| kept.round.closed().len()).sum();
        assert_eq!(said.len(), closed + PLACES, "each question and each beginning is said");
        assert_eq!(closed, PLACES * QUESTIONS);
    });
}
