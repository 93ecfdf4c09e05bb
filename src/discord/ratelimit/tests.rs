//! The limiter against a made-up Discord, by a made-up clock.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proptest::prelude::*;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use tokio::time::{Instant, sleep};

use super::told::Left;
use super::{RateLimiter, Route, Told};

const FAR: Duration = Duration::from_mins(10);

fn post(channel: u64) -> Route {
    Route::Bot { kind: "post", major: channel }
}

fn left(bucket: &str, limit: u32, remaining: u32, millis: u64) -> Told {
    let reset_after = Duration::from_millis(millis);
    Told::Left(Left { bucket: bucket.to_owned(), limit, remaining, reset_after })
}

fn refused(millis: u64, global: bool) -> Told {
    Told::Refused { wait: Duration::from_millis(millis), global, bucket: None }
}

/// A Discord that counts what arrives: so many in a window a channel, and fifty a second together.
#[derive(Default)]
struct Counted {
    channels: HashMap<u64, (Option<Instant>, u32)>,
    all: VecDeque<Instant>,
    refused: usize,
    arrived: Vec<(u64, usize)>,
}

impl Counted {
    const LIMIT: u32 = 5;
    const WINDOW: Duration = Duration::from_secs(5);

    fn arrive(&mut self, channel: u64, number: usize) -> Told {
        let now = Instant::now();
        while self.all.front().is_some_and(|one| *one + Duration::from_secs(1) <= now) {
            self.all.pop_front();
        }
        if self.all.len() >= 50 {
            self.refused += 1;
            return refused(1_000, true);
        }
        self.all.push_back(now);
        let (reset, used) = self.channels.entry(channel).or_default();
        if reset.is_none_or(|reset| reset <= now) {
            (*reset, *used) = (Some(now + Self::WINDOW), 0);
        }
        let reset_after = reset.unwrap() - now;
        if *used >= Self::LIMIT {
            self.refused += 1;
            return refused(u64::try_from(reset_after.as_millis()).unwrap(), false);
        }
        *used += 1;
        self.arrived.push((channel, number));
        let (bucket, limit, remaining) = ("abc".to_owned(), Self::LIMIT, Self::LIMIT - *used);
        Told::Left(Left { bucket, limit, remaining, reset_after })
    }
}

/// Sends all that is given, each channel with so much time on the way there and back, and says what was counted.
async fn deliver(sends: &[(u64, u64)], slow: u64) -> (Counted, Duration, usize) {
    let began = Instant::now();
    let limiter = Arc::new(RateLimiter::default());
    let discord = Arc::new(Mutex::new(Counted::default()));
    let mut tasks = Vec::new();
    for (number, (channel, pause)) in sends.iter().copied().enumerate() {
        let (limiter, discord) = (Arc::clone(&limiter), Arc::clone(&discord));
        tasks.push(tokio::spawn(async move {
            let permit = limiter.acquire(post(channel), began + FAR).await.unwrap();
            sleep(Duration::from_millis(slow)).await;
            let told = discord.lock().unwrap().arrive(channel, number);
            sleep(Duration::from_millis(slow)).await;
            permit.complete(Some(told));
        }));
        // In this order at least they ask.
        tokio::task::yield_now().await;
        sleep(Duration::from_millis(pause)).await;
    }
    for task in tasks {
        task.await.unwrap();
    }
    let kept = limiter.kept();
    let counted = Arc::into_inner(discord).unwrap().into_inner().unwrap();
    (counted, began.elapsed(), kept)
}

fn paused<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    runtime.block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_ever_refused(
        sends in prop::collection::vec((1_u64..6, prop_oneof![Just(0_u64), 0_u64..900]), 1..120),
        slow in prop_oneof![Just(1_u64), 5_u64..180],
    ) {
        let (counted, ..) = paused(deliver(&sends, slow));
        prop_assert_eq!(counted.refused, 0);
        prop_assert_eq!(counted.arrived.len(), sends.len());
    }
}

#[tokio::test(start_paused = true)]
async fn a_channel_gets_its_messages_in_order_and_in_time() {
    let (counted, took, _) = deliver(&[(7, 0); 23], 10).await;
    assert_eq!(counted.refused, 0);
    assert!(counted.arrived.is_sorted(), "{:?}", counted.arrived);
    // Four windows have to pass; it takes no longer than that and the way.
    assert!(took > Duration::from_secs(20) && took < Duration::from_secs(21), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn all_channels_together_send_fifty_a_second() {
    let sends: Vec<_> = (0..400).map(|channel| (channel, 0)).collect();
    let (counted, took, _) = deliver(&sends, 10).await;
    assert_eq!(counted.refused, 0);
    assert!(took > Duration::from_secs(7) && took < Duration::from_secs(9), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn a_bucket_that_holds_nothing_is_dropped() {
    let sends: Vec<_> = (0..3_000).map(|channel| (channel, 30)).collect();
    let (counted, _, kept) = deliver(&sends, 10).await;
    assert_eq!(counted.refused, 0);
    // 33 a second for five seconds hold something.
    assert!(kept < 400, "{kept}");
}

#[tokio::test(start_paused = true)]
async fn answers_to_interactions_are_outside_the_fifty() {
    let limiter = RateLimiter::default();
    let soon = Instant::now() + Duration::from_millis(1);
    for channel in 0..50 {
        limiter.acquire(post(channel), soon).await.unwrap().complete(Some(Told::Nothing));
    }
    assert!(limiter.acquire(post(99), soon).await.is_none(), "the fifty are used up");
    for interaction in 0..500 {
        let route = Route::Interaction { kind: "edit", interaction };
        limiter.acquire(route, soon).await.unwrap().complete(Some(Told::Nothing));
        limiter.acquire(Route::Callback, soon).await.unwrap().complete(Some(Told::Nothing));
    }
}

#[tokio::test(start_paused = true)]
async fn the_bucket_of_an_interaction_is_heeded() {
    let limiter = RateLimiter::default();
    let edit = |interaction| Route::Interaction { kind: "edit", interaction };
    let soon = Instant::now() + Duration::from_secs(1);
    limiter.acquire(edit(1), soon).await.unwrap().complete(Some(left("e", 5, 0, 2_000)));
    assert!(limiter.acquire(edit(1), soon).await.is_none());
    assert!(limiter.acquire(edit(2), soon).await.is_some(), "another one has its own");
    sleep(Duration::from_secs(2)).await;
    assert!(limiter.acquire(edit(1), Instant::now() + Duration::from_millis(1)).await.is_some());
}

#[tokio::test(start_paused = true)]
async fn after_a_refusal_one_asks_and_the_others_wait() {
    for (route, global) in [(Route::Callback, false), (Route::Callback, true), (post(1), true)] {
        let limiter = Arc::new(RateLimiter::default());
        let began = Instant::now();
        let far = began + Duration::from_secs(3);
        limiter.acquire(route, far).await.unwrap().complete(Some(refused(1_000, global)));
        let tries = Arc::new(Mutex::new(Vec::new()));
        let tasks: Vec<_> = (0..20)
            .map(|_| {
                let (limiter, tries) = (Arc::clone(&limiter), Arc::clone(&tries));
                tokio::spawn(async move {
                    loop {
                        let permit = limiter.acquire(route, far).await.unwrap();
                        let at = began.elapsed();
                        tries.lock().unwrap().push(at);
                        sleep(Duration::from_millis(20)).await;
                        if at >= Duration::from_millis(1_500) {
                            permit.complete(Some(Told::Nothing));
                            return;
                        }
                        permit.complete(Some(refused(500, global)));
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let tries = tries.lock().unwrap();
        assert!(tries.iter().all(|at| *at >= Duration::from_secs(1)), "{tries:?}");
        let early = tries.iter().filter(|at| **at < Duration::from_millis(1_500)).count();
        assert_eq!(early, 1, "{tries:?}");
        assert!(tries.iter().all(|at| *at < Duration::from_millis(1_800)), "{tries:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_long_refusal_of_one_answer_does_not_silence_the_others() {
    let limiter = RateLimiter::default();
    let soon = Instant::now() + Duration::from_millis(2_500);
    limiter.acquire(Route::Callback, soon).await.unwrap().complete(Some(refused(9_000, false)));
    assert!(limiter.acquire(Route::Callback, soon).await.is_some());
    limiter.acquire(Route::Callback, soon).await.unwrap().complete(Some(refused(9_000, true)));
    assert!(limiter.acquire(Route::Callback, soon).await.is_none(), "but that of everything does");
}

#[tokio::test(start_paused = true)]
async fn a_request_that_comes_to_nothing_lets_the_next_one_try() {
    let limiter = Arc::new(RateLimiter::default());
    let far = Instant::now() + FAR;
    let first = limiter.acquire(post(1), far).await.unwrap();
    let other = Arc::clone(&limiter);
    let second = tokio::spawn(async move { other.acquire(post(1), far).await.map(drop) });
    sleep(Duration::from_millis(10)).await;
    assert!(!second.is_finished(), "nothing is known of the bucket yet");
    drop(first);
    assert_eq!(second.await.unwrap(), Some(()));
}

#[test]
fn headers_are_read() {
    let headers = |given: &[(&'static str, &'static str)]| -> HeaderMap {
        let pairs = given.iter();
        pairs
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    };
    let four = [
        ("x-ratelimit-bucket", "abc"),
        ("x-ratelimit-limit", "5"),
        ("x-ratelimit-remaining", "4"),
        ("x-ratelimit-reset-after", "1.25"),
    ];
    assert_eq!(Told::read(StatusCode::OK, &headers(&four)), Some(left("abc", 5, 4, 1_250)));
    assert_eq!(Told::read(StatusCode::OK, &headers(&four[..3])), Some(Told::Nothing));
    assert_eq!(Told::read(StatusCode::BAD_GATEWAY, &headers(&[])), None);
    let limited = StatusCode::TOO_MANY_REQUESTS;
    assert_eq!(Told::read(limited, &headers(&[])), Some(refused(500, false)));
    assert_eq!(Told::read(limited, &headers(&[("retry-after", "2")])), Some(refused(2_000, false)));
    let all = [("retry-after", "2"), ("x-ratelimit-scope", "global")];
    assert_eq!(Told::read(limited, &headers(&all)), Some(refused(2_000, true)));
    let odd = [("retry-after", "-1"), ("x-ratelimit-reset-after", "soon")];
    assert_eq!(Told::read(limited, &headers(&odd)), Some(refused(500, false)));
    let told = Told::read(limited, &headers(&all)).unwrap();
    assert_eq!(told.with_body(Some(1.5), false), refused(1_500, true));
}
