//! What people and servers have set, looked up for each request and so remembered: where other processes share
//! the store, for a few seconds, else until it is changed here.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::{Result, Router};
use crate::request::{LangFrom, Request};
use crate::store::{Known, PersonSettings, ServerSettings, Spoilers};
use crate::text::Lang;

/// How long settings are believed that others may change, and how long a store that failed is not asked again.
const BELIEVED: SignedDuration = SignedDuration::from_secs(5);
/// How often a change is tried where others make theirs first.
pub(super) const ATTEMPTS: usize = 50;
/// How many are remembered at most: beyond that, those past their time go, then all.
const MOST: usize = 10_000;

/// What is remembered of people and servers.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    people: Mutex<Shelf<PersonSettings>>,
    servers: Mutex<Shelf<ServerSettings>>,
}

/// Settings by whose they are.
#[derive(Debug)]
struct Shelf<T> {
    known: HashMap<String, (Believed, Arc<T>)>,
    /// How often something was forgotten: what was read before that is not put here.
    forgotten: u64,
}

/// How long something is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Believed {
    /// Until it is changed here.
    Lastingly,
    /// A few seconds from a time on.
    Since(Timestamp),
}

impl Believed {
    /// A clock that was set back makes nothing last for ever.
    fn is_fresh(self, now: Timestamp) -> bool {
        match self {
            Self::Lastingly => true,
            Self::Since(at) => at <= now && now.duration_since(at) <= BELIEVED,
        }
    }
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { known: HashMap::new(), forgotten: 0 }
    }
}

impl<T: Default> Shelf<T> {
    fn find(&self, id: &str, now: Timestamp) -> Option<Arc<T>> {
        let (believed, settings) = self.known.get(id)?;
        believed.is_fresh(now).then(|| Arc::clone(settings))
    }

    fn put(
        &mut self,
        id: &str,
        now: Timestamp,
        (believed, settings): (Believed, Arc<T>),
        forgotten: u64,
    ) {
        if self.forgotten != forgotten {
            return;
        }
        if self.known.len() >= MOST {
            self.known.retain(|_, (believed, _)| believed.is_fresh(now));
        }
        if self.known.len() >= MOST {
            self.known.clear();
        }
        self.known.insert(id.to_owned(), (believed, settings));
    }

    fn forget(&mut self, id: &str) {
        self.known.remove(id);
        self.forgotten += 1;
    }
}

fn lock<T>(held: &Mutex<Shelf<T>>) -> MutexGuard<'_, Shelf<T>> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Router {
    /// What somebody has set. Where the store fails, nothing: no answer waits for settings.
    pub(super) async fn person(&self, id: &str, now: Timestamp) -> Arc<PersonSettings> {
        let held = &self.remembered.people;
        let (known, forgotten) = {
            let held = lock(held);
            (held.find(id, now), held.forgotten)
        };
        let (Some(store), None) = (&self.store, &known) else { return known.unwrap_or_default() };
        let (believed, settings) = read(store.person_settings(id).await, store.is_shared(), now);
        lock(held).put(id, now, (believed, Arc::clone(&settings)), forgotten);
        settings
    }

    /// What a server has set; nothing where there is no server, or the store fails.
    pub(super) async fn server(&self, id: &str, now: Timestamp) -> Arc<ServerSettings> {
        let held = &self.remembered.servers;
        let (known, forgotten) = {
            let held = lock(held);
            (held.find(id, now), held.forgotten)
        };
        let (Some(store), None) = (&self.store, &known) else { return known.unwrap_or_default() };
        if id.is_empty() {
            return Arc::default();
        }
        let (believed, settings) = read(store.server_settings(id).await, store.is_shared(), now);
        lock(held).put(id, now, (believed, Arc::clone(&settings)), forgotten);
        settings
    }

    /// Writes what somebody has set, if that still is what is known of it. Whether it was.
    pub(super) async fn replace_person(
        &self,
        id: &str,
        known: &Known<PersonSettings>,
        settings: &PersonSettings,
    ) -> Result<bool> {
        let written = self.store()?.replace_person(id, known, settings).await;
        lock(&self.remembered.people).forget(id);
        Ok(written?)
    }

    /// Writes what a server has set, if that still is what is known of it. Whether it was.
    pub(super) async fn replace_server(
        &self,
        id: &str,
        known: &Known<ServerSettings>,
        settings: &ServerSettings,
    ) -> Result<bool> {
        let written = self.store()?.replace_server(id, known, settings).await;
        lock(&self.remembered.servers).forget(id);
        Ok(written?)
    }

    /// Forgets what is remembered of a person who has deleted their data.
    pub(super) fn drop_person(&self, id: &str) {
        lock(&self.remembered.people).forget(id);
        self.topics().forget(id);
    }

    /// Forgets what is remembered of a server that has deleted its data.
    pub(super) fn drop_server(&self, id: &str) {
        lock(&self.remembered.servers).forget(id);
    }

    /// The language that somebody has set for themselves.
    pub async fn own_lang(&self, person: &str, now: Timestamp) -> Option<Lang> {
        self.person(person, now).await.lang.as_ref()?.parse().ok()
    }

    /// A request in the language that it is answered in: what the person has set goes before what the platform
    /// says, and what the server has set before a guess. That of a machine stands until a question tells another.
    pub async fn settled(&self, mut request: Request, now: Timestamp) -> Request {
        if request.lang_from != LangFrom::Settled {
            if let Some(own) = self.own_lang(&request.person.id, now).await {
                request.lang = own;
            } else if request.lang_from == LangFrom::Machine {
                return request;
            } else if request.lang_from == LangFrom::Guess {
                let settings = self.server(&request.server, now).await;
                let lang = settings.lang.as_ref().and_then(|lang| lang.parse().ok());
                request.lang = lang.unwrap_or(request.lang);
            }
            request.lang_from = LangFrom::Settled;
        }
        request
    }

    /// Whether a server has what tells how the race ended covered.
    pub async fn covers(&self, server: &str, now: Timestamp) -> bool {
        self.server(server, now).await.spoilers == Spoilers::Barred
    }
}

/// What was read, or nothing where that failed, and how long that is believed.
fn read<T: Default>(
    read: crate::store::Result<T>,
    shared: bool,
    now: Timestamp,
) -> (Believed, Arc<T>) {
    match read {
        Ok(settings) if shared => (Believed::Since(now), Arc::new(settings)),
        Ok(settings) => (Believed::Lastingly, Arc::new(settings)),
        Err(error) => {
            tracing::error!(%error, "settings could not be read; the usual ones are taken");
            (Believed::Since(now), Arc::default())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn what_was_read_before_a_change_is_not_believed_after_it() {
        let mut held: Shelf<PersonSettings> = Shelf::default();
        let since = |second| (Believed::Since(at(second)), Arc::default());
        let before = held.forgotten;
        held.forget("ada");
        held.put("ada", at(1), since(1), before);
        assert_eq!(held.find("ada", at(1)), None);
        held.put("ada", at(1), since(1), held.forgotten);
        assert!(held.find("ada", at(6)).is_some());
        assert_eq!(held.find("ada", at(7)), None, "another process may have changed it");
        assert_eq!(held.find("ada", at(0)), None, "the clock was set back");
        held.put("ada", at(1), (Believed::Lastingly, Arc::default()), held.forgotten);
        assert!(held.find("ada", at(7_000)).is_some(), "nobody else writes");
        held.forget("ada");
        assert_eq!(held.find("ada", at(7_000)), None);
    }

    #[test]
    fn a_store_that_failed_is_asked_again_soon() {
        let failed: crate::store::Result<PersonSettings> = Err(crate::store::Error::Address);
        assert_eq!(read(failed, false, at(3)).0, Believed::Since(at(3)));
        let settings = || Ok(PersonSettings::default());
        assert_eq!(read(settings(), false, at(3)).0, Believed::Lastingly);
        assert_eq!(read(settings(), true, at(3)).0, Believed::Since(at(3)));
    }

    #[test]
    fn no_more_is_remembered_than_fits() {
        let mut held: Shelf<PersonSettings> = Shelf::default();
        for number in 0..3 * i64::try_from(MOST).unwrap() {
            let now = at(number / 1_000);
            let believed = if number % 2 == 0 { Believed::Lastingly } else { Believed::Since(now) };
            held.put(&number.to_string(), now, (believed, Arc::default()), 0);
            assert!(held.known.len() <= MOST);
        }
    }
}
