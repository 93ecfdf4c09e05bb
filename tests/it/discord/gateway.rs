//! The gateway of the stand-in: hello, identify, resume, heartbeats, events.
//!
//! See <https://discord.com/developers/docs/events/gateway>.

use std::sync::Arc;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

use super::standin::{APPLICATION, Act, ME, State, TOKEN};

pub async fn serve(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        // As Discord's does: else what it sends waits until the bot's system has acknowledged what came before, which it
        // puts off for 40 milliseconds.
        let _ = stream.set_nodelay(true);
        if state.lock().refusing {
            // Closed at once, which the client sees as a failed handshake.
            drop(stream);
            continue;
        }
        if state.lock().front {
            tokio::spawn(turn_away(stream, Arc::clone(&state)));
            continue;
        }
        tokio::spawn(connection(stream, Arc::clone(&state)));
    }
}

/// What a front does whose gateway is down: it takes the connection, and refuses to speak its protocol.
async fn turn_away(mut stream: TcpStream, state: Arc<State>) {
    let mut heard = Vec::new();
    while !heard.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => heard.push(byte),
            Err(_) => return,
        }
    }
    state.lock().turned_away += 1;
    let said = b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    let _ = stream.write_all(said).await;
    state.changed.notify_waiters();
}

async fn connection(stream: TcpStream, state: Arc<State>) {
    let Ok(mut socket) = tokio_tungstenite::accept_async(stream).await else { return };
    let (tell, mut told) = mpsc::unbounded_channel();
    let hello = json!({"op": 10, "d": {"heartbeat_interval": 41_250}});
    if socket.send(Message::text(hello.to_string())).await.is_err() {
        return;
    }
    let mut deafened = false;
    loop {
        let act = tokio::select! {
            act = told.recv() => act,
            message = socket.next() => match message {
                Some(Ok(Message::Text(text))) => {
                    if deafened || state.lock().deaf {
                        continue;
                    }
                    let said: Value = serde_json::from_str(&text).unwrap();
                    for act in said_to(&state, &said, &tell) {
                        let _ = tell.send(act);
                    }
                    continue;
                }
                Some(Ok(_)) => continue,
                Some(Err(_)) | None => break,
            },
        };
        let deaf = deafened || state.lock().deaf;
        let sent = match act {
            _ if deaf => Ok(()),
            Some(Act::Send(value)) => socket.send(Message::text(value.to_string())).await,
            Some(Act::Deafen) => {
                deafened = true;
                Ok(())
            }
            Some(Act::Raw(text)) => socket.send(Message::text(text)).await,
            Some(Act::Close(code)) => {
                let frame = CloseFrame { code: code.into(), reason: "".into() };
                let _ = socket.close(Some(frame)).await;
                break;
            }
            Some(Act::Cut) | None => break,
        };
        if sent.is_err() {
            break;
        }
    }
    let mut inner = state.lock();
    if inner.connection.as_ref().is_some_and(|one| one.same_channel(&tell)) {
        inner.connection = None;
    }
    drop(inner);
    state.changed.notify_waiters();
}

/// What follows from something that the bot said.
fn said_to(state: &Arc<State>, said: &Value, tell: &mpsc::UnboundedSender<Act>) -> Vec<Act> {
    let mut inner = state.lock();
    let acts = match said["op"].as_u64() {
        Some(1) => {
            let known = inner.log.len() as u64;
            if said["d"].as_u64().is_some_and(|sequence| sequence > known + 1) {
                inner.problems.push(format!("a heartbeat of the future: {said}"));
            }
            vec![Act::Send(json!({"op": 11}))]
        }
        Some(2) => {
            inner.identifies += 1;
            let token = said["d"]["token"].as_str().unwrap_or_default();
            if inner.refuse_token || token.trim_start_matches("Bot ") != TOKEN {
                return vec![Act::Close(4004)];
            }
            // Servers' messages and direct ones: nothing privileged, nothing that is not needed.
            if said["d"]["intents"] != json!((1 << 9) | (1 << 12)) {
                inner.problems.push(format!("other intents than are needed: {said}"));
            }
            let session = format!("session-{}", inner.identifies);
            inner.log.clear();
            let ready = json!({"op": 0, "t": "READY", "s": 1, "d": {
                "v": 10,
                "user": {
                    "id": ME.to_string(), "username": "roadbook", "discriminator": "0", "avatar": null,
                    "bot": true, "mfa_enabled": false, "verified": true, "email": null, "flags": 0,
                    "global_name": null,
                },
                "guilds": [],
                "session_id": session,
                "resume_gateway_url": format!("ws://127.0.0.1:{}", state.gateway_port),
                "shard": said["d"]["shard"],
                "application": {"id": APPLICATION.to_string(), "flags": 0},
            }});
            inner.log.push(ready.clone());
            inner.session = Some(session);
            inner.connection = Some(tell.clone());
            let mut acts = vec![Act::Send(ready)];
            acts.extend(inner.closing.map(Act::Close));
            acts
        }
        Some(6) => {
            inner.resumes += 1;
            if inner.session.as_deref() != said["d"]["session_id"].as_str() {
                return vec![Act::Send(json!({"op": 9, "d": false}))];
            }
            let from = usize::try_from(said["d"]["seq"].as_u64().unwrap_or(0)).unwrap();
            inner.connection = Some(tell.clone());
            let mut acts: Vec<Act> = inner.log.iter().skip(from).cloned().map(Act::Send).collect();
            let resumed =
                json!({"op": 0, "t": "RESUMED", "s": inner.log.len() + 1, "d": {"_trace": []}});
            inner.log.push(resumed.clone());
            acts.push(Act::Send(resumed));
            acts
        }
        Some(3) => Vec::new(),
        _ => {
            inner.problems.push(format!("not understood by the gateway: {said}"));
            Vec::new()
        }
    };
    drop(inner);
    state.changed.notify_waiters();
    acts
}
