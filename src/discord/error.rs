//! What keeps the bot from running on Discord, in lines for whoever operates it.

/// Why the bot cannot run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Discord does not know the token.
    #[error(
        "Discord refused DISCORD_TOKEN; copy the token anew from the page “Bot” of the developer portal"
    )]
    TokenRefused,
    /// Nothing answers at the address of the REST interface.
    #[error(
        "Discord cannot be reached at {address} ({why}); check the network, and DISCORD_PROXY if it is set"
    )]
    Unreachable {
        /// Where an answer was expected.
        address: String,
        /// What happened instead.
        why: String,
    },
    /// An address came back that no gateway can have.
    #[error(
        "{address} says that the gateway is at “{gateway}”, which is no ws:// or wss:// address; check DISCORD_PROXY"
    )]
    NoGateway {
        /// Who said so.
        address: String,
        /// What was said.
        gateway: String,
    },
    /// `DISCORD_PROXY` is no address.
    #[error("DISCORD_PROXY={0} is no http:// or https:// address; mend it or leave it out")]
    BadProxy(String),
    /// `DISCORD_GUILD_ID` is no id.
    #[error(
        "DISCORD_GUILD_ID={0} is no id of a server; copy it in Discord with developer mode on, or leave it out"
    )]
    BadGuild(String),
    /// The gateway refuses the bot for good.
    #[error(
        "the gateway of Discord refused the bot ({0}); check its settings in the developer portal"
    )]
    GatewayRefused(String),
    /// The gateway has no such shard, or too many servers for it.
    #[error(
        "the gateway of Discord refused shard {shard} of {total} ({why}); set SHARDS=a..b/n with a larger n, or leave it out and start again"
    )]
    WrongShards {
        /// Which, from 0.
        shard: u32,
        /// Of how many.
        total: u32,
        /// What it said.
        why: &'static str,
    },
    /// The HTTP client or a thread cannot be made.
    #[error("the connection to Discord cannot be set up: {0}")]
    SetUp(String),
}
