//! The REST interface of the stand-in: the few routes that the bot needs, with Discord's rules for them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::judge;
use super::standin::{APPLICATION, Answer, Bucket, Inner, State, TOKEN, What};

/// A status and a body.
type Said = (u16, Value);

pub async fn serve(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        let _ = stream.set_nodelay(true);
        tokio::spawn(async move {
            let service = hyper::service::service_fn(|request| answer(request, Arc::clone(&state)));
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service);
            // A connection that a fault closes is no failure here.
            let _ = connection.await;
        });
    }
}

async fn answer(
    request: Request<Incoming>,
    state: Arc<State>,
) -> Result<Response<Full<Bytes>>, std::io::Error> {
    let method = request.method().as_str().to_owned();
    let path = request.uri().path().to_owned();
    let authorized = request
        .headers()
        .get("authorization")
        .is_some_and(|token| token.as_bytes() == format!("Bot {TOKEN}").as_bytes());
    let agent = request.headers().get("user-agent").is_some_and(|agent| {
        // serenity's own, and ours: https://discord.com/developers/docs/reference#user-agent
        agent.to_str().is_ok_and(|agent| agent.starts_with("DiscordBot ("))
    });
    let kind = request.headers().get("content-type").cloned();
    let bytes = request.into_body().collect().await.unwrap().to_bytes();
    let between = kind
        .as_ref()
        .and_then(|kind| kind.to_str().ok()?.strip_prefix("multipart/form-data; boundary="));
    let (body, files) = match between {
        Some(between) => parts(between, std::str::from_utf8(&bytes).unwrap()),
        None => (serde_json::from_slice(&bytes).unwrap_or(Value::Null), Vec::new()),
    };
    let fault = {
        let mut inner = state.lock();
        inner.requests.push(format!("{method} {path}"));
        inner.problems.extend(judge::files(&body, &files));
        inner.files.extend(files);
        if !agent {
            inner.problems.push(format!("{path}: no user agent of a bot"));
        }
        let mut faults = inner.faults.iter_mut();
        // With a dollar at its end, it is how the path ends.
        let hit = |wanted: &str| match wanted.strip_suffix('$') {
            Some(end) => path.ends_with(end),
            None => path.contains(wanted),
        };
        let fault = faults.find(|fault| fault.times > 0 && hit(fault.path));
        fault.map(|fault| {
            fault.times -= 1;
            fault.what
        })
    };
    state.changed.notify_waiters();
    let reset = || std::io::Error::other("a fault was asked for");
    let mut after = None;
    match fault {
        Some(What::Status(status)) => return Ok(response((status, Value::Null), &[])),
        Some(What::Limited { seconds, body }) => {
            let said = json!({"message": "slow down", "retry_after": seconds, "global": false});
            let said = if body { said } else { Value::Null };
            state.lock().limited += 1;
            return Ok(response((429, said), &[("retry-after", seconds.to_string())]));
        }
        Some(What::LimitedEverywhere { seconds }) => {
            let said = json!({"message": "slow down", "retry_after": seconds, "global": true});
            state.lock().limited += 1;
            let headers =
                [("retry-after", seconds.to_string()), ("x-ratelimit-global", "true".to_owned())];
            return Ok(response((429, said), &headers));
        }
        Some(What::Hang) => std::future::pending::<()>().await,
        Some(What::Reset) => return Err(reset()),
        Some(What::Slow(time)) => after = Some(time),
        Some(What::Late(time)) => tokio::time::sleep(time).await,
        Some(What::Lost | What::Bare) | None => {}
    }
    let (said, headers) = {
        let mut inner = state.lock();
        match counted(&mut inner, &method, &path) {
            Ok(headers) => (route(&mut inner, &state, &method, &path, &body, authorized), headers),
            Err(refused) => refused,
        }
    };
    state.changed.notify_waiters();
    if matches!(fault, Some(What::Lost)) {
        return Err(reset());
    }
    let said = if matches!(fault, Some(What::Bare)) { (said.0, Value::Null) } else { said };
    if let Some(time) = after {
        tokio::time::sleep(time).await;
    }
    Ok(response(said, &headers))
}

/// The message and the files of a body with both.
///
/// See <https://www.rfc-editor.org/rfc/rfc7578> and <https://discord.com/developers/docs/reference#uploading-files>.
fn parts(between: &str, body: &str) -> (Value, Vec<(String, String)>) {
    let body =
        body.strip_suffix(&format!("--{between}--\r\n")).expect("it ends with the last line");
    let mut message = Value::Null;
    let mut files = Vec::new();
    for part in body.split(&format!("--{between}\r\n")).filter(|part| !part.is_empty()) {
        let (head, content) = part.split_once("\r\n\r\n").unwrap();
        let content = content.strip_suffix("\r\n").unwrap();
        let named = |key: &str| {
            let (_, rest) = head.split_once(&format!(" {key}=\""))?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        if named("name").as_deref() == Some("payload_json") {
            message = serde_json::from_str(content).unwrap();
        } else {
            assert_eq!(named("name"), Some(format!("files[{}]", files.len())), "{head}");
            files.push((named("filename").unwrap(), content.to_owned()));
        }
    }
    (message, files)
}

/// Headers of a response.
type Headers = Vec<(&'static str, String)>;

/// Counts a request, where that is asked for: five in a window for each channel and for each token of an
/// interaction, fifty a second for all as the bot.
fn counted(inner: &mut Inner, method: &str, path: &str) -> Result<Headers, (Said, Headers)> {
    let Some(window) = inner.enforcing else { return Ok(Vec::new()) };
    let parts: Vec<&str> = path.trim_start_matches("/api/v10/").split('/').collect();
    let (name, major) = match parts.as_slice() {
        ["interactions", ..] => return Ok(Vec::new()),
        ["webhooks", _, token, ..] => ("hook", (*token).to_owned()),
        ["channels", channel, ..] => ("post", (*channel).to_owned()),
        _ => ("other", String::new()),
    };
    let now = Instant::now();
    let mut take = |key: String, most: u32, window: Duration| {
        let bucket = inner.buckets.entry(key).or_default();
        if bucket.reset.is_none_or(|reset| reset <= now) {
            *bucket = Bucket { used: 0, reset: Some(now + window) };
        }
        bucket.used += 1;
        let left = bucket.reset.unwrap().duration_since(now).as_secs_f64();
        (most.checked_sub(bucket.used), left)
    };
    if name != "hook"
        && let (None, left) = take(String::new(), 50, Duration::from_secs(1))
    {
        inner.limited += 1;
        let said = json!({"message": "slow down", "retry_after": left, "global": true});
        return Err(((429, said), vec![("x-ratelimit-scope", "global".to_owned())]));
    }
    let (remaining, left) = take(format!("{name} {method} {major}"), 5, window);
    let mut headers = vec![
        ("x-ratelimit-bucket", format!("{name}-{method}")),
        ("x-ratelimit-limit", "5".to_owned()),
        ("x-ratelimit-remaining", remaining.unwrap_or(0).to_string()),
        ("x-ratelimit-reset-after", format!("{left:.3}")),
    ];
    if remaining.is_none() {
        inner.limited += 1;
        let said = json!({"message": "slow down", "retry_after": left, "global": false});
        headers.push(("x-ratelimit-scope", "user".to_owned()));
        return Err(((429, said), headers));
    }
    Ok(headers)
}

fn response((status, body): Said, headers: &[(&'static str, String)]) -> Response<Full<Bytes>> {
    let mut response = Response::builder().status(StatusCode::from_u16(status).unwrap());
    for (name, value) in headers {
        response = response.header(*name, value);
    }
    let bytes = if body.is_null() { Bytes::new() } else { Bytes::from(body.to_string()) };
    response.body(Full::new(bytes)).unwrap()
}

fn error(status: u16, code: u32, message: &str) -> Said {
    (status, json!({"code": code, "message": message}))
}

fn route(
    inner: &mut Inner,
    state: &State,
    method: &str,
    path: &str,
    body: &Value,
    authorized: bool,
) -> Said {
    let parts: Vec<&str> = path.trim_start_matches("/api/v10/").split('/').collect();
    let by_token = matches!(parts[0], "interactions" | "webhooks");
    if !by_token && (inner.refuse_token || !authorized) {
        return error(401, 0, "401: Unauthorized");
    }
    let application = APPLICATION.to_string();
    match (method, parts.as_slice()) {
        ("GET", ["gateway"]) => (200, json!({"url": gateway(state)})),
        ("GET", ["gateway", "bot"]) => {
            let (left, after) = inner.sessions.unwrap_or((999, 86_400_000));
            let limit = json!({
                "total": 1000, "remaining": left, "reset_after": after, "max_concurrency": 1,
            });
            (200, json!({"url": gateway(state), "shards": 1, "session_start_limit": limit}))
        }
        ("GET", ["users", "@me", "guilds"]) => {
            let guild = |id: &u64| json!({"id": id.to_string(), "name": "a server"});
            (200, inner.guilds.iter().map(guild).collect())
        }
        ("GET", ["applications", of, "commands"]) if *of == application => {
            (200, inner.commands.clone())
        }
        ("GET", ["applications", of, "guilds", _, "commands"]) if *of == application => {
            (200, inner.guild_commands.clone())
        }
        ("PUT", ["applications", of, "guilds", _, "commands"]) if *of == application => {
            inner.puts += 1;
            inner.problems.extend(judge::commands(body, false));
            // Of one server's commands, Discord says nothing of where else they are.
            let mut listed = as_listed(body);
            for command in listed.as_array_mut().unwrap() {
                command.as_object_mut().unwrap().remove("contexts");
                command.as_object_mut().unwrap().remove("integration_types");
                command["guild_id"] = json!("901");
            }
            inner.guild_commands = listed;
            (200, inner.guild_commands.clone())
        }
        ("PUT", ["applications", of, "commands"]) if *of == application => {
            inner.puts += 1;
            inner.problems.extend(judge::commands(body, true));
            // They go only where one server has some of its own.
            if *body == json!([]) && inner.guild_commands == json!([]) {
                inner.problems.push("no commands".to_owned());
            }
            inner.commands = as_listed(body);
            (200, inner.commands.clone())
        }
        ("POST", ["interactions", id, token, "callback"]) => callback(inner, id, token, body),
        ("PATCH", ["webhooks", of, token, "messages", "@original"]) if *of == application => {
            edit(inner, token, body)
        }
        ("DELETE", ["webhooks", of, token, "messages", "@original"]) if *of == application => {
            let known = inner.interactions.values_mut().find(|one| one.token == *token);
            let Some(one) = known.filter(|one| one.first.is_some() && !one.deleted) else {
                return error(404, 10_008, "Unknown Message");
            };
            one.deleted = true;
            (204, Value::Null)
        }
        ("POST", ["webhooks", of, token]) if *of == application => {
            let known = inner.interactions.values_mut().find(|one| one.token == *token);
            let Some(one) = known.filter(|one| one.first.is_some()) else {
                inner.problems.push("something is added to what was not answered yet".to_owned());
                return error(404, 10_015, "Unknown Webhook");
            };
            if one.expired {
                return error(401, 50_027, "Invalid Webhook Token");
            }
            one.follow_ups.push(body.clone());
            let first = one.first.as_ref().map(|first| first.kind);
            if first == Some(5) && one.edits.is_empty() && !one.deleted {
                // What follows a deferral takes its place, and is seen by whoever was to see that.
                return edit(inner, token, body);
            }
            inner.problems.extend(judge::message("IncomingWebhookRequestPartial", body, false));
            inner.follow_ups.push(body.clone());
            let id = (90_000 + inner.follow_ups.len()).to_string();
            inner.messages.insert(((*token).to_owned(), id.clone()));
            (200, json!({"id": id}))
        }
        ("PATCH", ["webhooks", of, token, "messages", id]) if *of == application => {
            let known = inner.interactions.values().find(|one| one.token == *token);
            if known.is_none_or(|one| one.expired) {
                return error(401, 50_027, "Invalid Webhook Token");
            }
            if !inner.messages.contains(&((*token).to_owned(), (*id).to_owned())) {
                inner.problems.push(format!("an edit of what was not sent: {path}"));
                return error(404, 10_008, "Unknown Message");
            }
            inner.problems.extend(judge::message(
                "IncomingWebhookUpdateRequestPartial",
                body,
                true,
            ));
            inner.edits.push(((*id).to_owned(), body.clone()));
            (200, json!({"id": id}))
        }
        ("PATCH", ["channels", channel, "messages", id]) => {
            if !inner.messages.contains(&((*channel).to_owned(), (*id).to_owned())) {
                inner.problems.push(format!("an edit of what was not posted: {path}"));
                return error(404, 10_008, "Unknown Message");
            }
            inner.problems.extend(judge::message("MessageEditRequestPartial", body, true));
            inner.edits.push(((*id).to_owned(), body.clone()));
            (200, json!({"id": id}))
        }
        ("POST", ["channels", channel, "messages"]) => {
            inner.problems.extend(judge::message("MessageCreateRequest", body, false));
            // What was posted with this nonce is not posted again, and is the answer.
            let nonce = body["nonce"].as_str();
            if nonce.is_some_and(|nonce| nonce.len() > 25) {
                inner.problems.push(format!("a nonce is too long: {nonce:?}"));
            }
            let same = |post: &(u64, Value)| nonce.is_some() && post.1["nonce"].as_str() == nonce;
            let before = inner.posts.iter().position(same);
            let at = before.filter(|_| body["enforce_nonce"] == true).unwrap_or_else(|| {
                inner.posts.push((channel.parse().unwrap(), body.clone()));
                inner.posts.len() - 1
            });
            let id = (80_000 + at).to_string();
            inner.messages.insert(((*channel).to_owned(), id.clone()));
            (200, json!({"id": id}))
        }
        _ => {
            inner.problems.push(format!("no such route: {method} {path}"));
            error(404, 0, "404: Not Found")
        }
    }
}

fn gateway(state: &State) -> String {
    format!("ws://127.0.0.1:{}", state.gateway_port)
}

/// Commands as Discord lists them: with an id and with what it takes for granted.
fn as_listed(body: &Value) -> Value {
    let mut list = body.as_array().cloned().unwrap_or_default();
    for (command, id) in list.iter_mut().zip(7_000..) {
        command["id"] = json!(id.to_string());
        command["application_id"] = json!(APPLICATION.to_string());
        command["version"] = json!("1");
        command["nsfw"] = json!(false);
        if command.get("default_member_permissions").is_none() {
            command["default_member_permissions"] = Value::Null;
        }
        if command.get("description").is_none() {
            command["description"] = json!("");
        }
    }
    Value::Array(list)
}

/// The first answer to an interaction.
///
/// See <https://discord.com/developers/docs/interactions/receiving-and-responding>.
fn callback(inner: &mut Inner, id: &str, token: &str, body: &Value) -> Said {
    let known = id.parse().ok().and_then(|id: u64| inner.interactions.get_mut(&id));
    let Some(one) = known.filter(|one| one.token == token) else {
        return error(404, 10_062, "Unknown interaction");
    };
    if one.sent.elapsed() > Duration::from_secs(3) {
        one.refused += 1;
        return error(404, 10_062, "Unknown interaction");
    }
    if one.first.is_some() {
        one.refused += 1;
        return error(400, 40_060, "Interaction has already been acknowledged.");
    }
    let kind = body["type"].as_u64().unwrap_or_default();
    let allowed: &[u64] = match one.kind {
        2 => &[4, 5, 9],
        3 => &[4, 5, 6, 7, 9],
        4 => &[8],
        5 => &[4, 5, 6, 7],
        _ => &[1],
    };
    let mut problems = Vec::new();
    if !allowed.contains(&kind) {
        problems.push(format!("an answer {kind} to an interaction {}", one.kind));
    }
    problems.extend(judge::callback(kind, body));
    let after = Instant::now().duration_since(one.sent);
    one.first = Some(Answer { kind, data: body["data"].clone(), after });
    inner.problems.extend(problems);
    (204, Value::Null)
}

fn edit(inner: &mut Inner, token: &str, body: &Value) -> Said {
    let Some(one) = inner.interactions.values_mut().find(|one| one.token == token) else {
        return error(404, 10_015, "Unknown Webhook");
    };
    if one.expired {
        return error(401, 50_027, "Invalid Webhook Token");
    }
    if one.first.is_none() {
        return error(404, 10_008, "Unknown Message");
    }
    if one.deleted {
        return error(404, 10_008, "Unknown Message");
    }
    // Who sees a message is settled when it is first shown.
    let mut shown = body.clone();
    shown.as_object_mut().unwrap().remove("flags");
    let first = one.first.as_ref().map(|first| first.data["flags"].clone());
    if let Some(flags) = first.filter(Value::is_u64) {
        shown["flags"] = flags;
    }
    one.edits.push(shown);
    inner.edits.push(("@original".to_owned(), body.clone()));
    inner.problems.extend(judge::message("IncomingWebhookUpdateRequestPartial", body, true));
    (200, json!({"id": "1"}))
}
