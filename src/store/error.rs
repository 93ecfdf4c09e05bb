//! What can go wrong with the store, each as one line for the operator that names the cure.

use std::path::PathBuf;

use sqlx::migrate::MigrateError;

/// What a call to the store gives.
pub type Result<T> = std::result::Result<T, Error>;

/// A failure behind an [`Error`], as the database's driver tells it.
pub type Source = Box<dyn std::error::Error + Send + Sync>;

/// A failure of the store. Whatever it interrupted was rolled back as a whole.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address of the store is none that it understands. It is not repeated: it may hold a password.
    #[error(
        "the store's address cannot be used; write DATABASE_URL as sqlite:FILE or \
         postgres://USER:PASSWORD@HOST/NAME"
    )]
    Address,
    /// The folder of the file cannot be made.
    #[error("the folder {} of the store cannot be made; make it, or set DATABASE_URL", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// No room is left.
    #[error("the disk of the store is full; make room on it (nothing was half written)")]
    Full(#[source] Source),
    /// Somebody else holds the store, or two transactions waited for each other.
    #[error("the store is locked by another program; end whatever holds it open and try again")]
    Locked(#[source] Source),
    /// No connection came free, or no answer came, in the time that a call waits.
    #[error(
        "the store did not answer in time: a long job in it, or another program, holds it up; if that lasts, check \
         the server that DATABASE_URL names and the network to it"
    )]
    Busy(#[source] Source),
    /// The file, or the server, takes no writes.
    #[error("the store is read-only; give this user the right to write the file and its folder")]
    ReadOnly(#[source] Source),
    /// The file is damaged, or no database at all.
    #[error("the store is damaged or no database; put a backup in its place (see roadbook doctor)")]
    Corrupt(#[source] Source),
    /// The file or the server cannot be reached, or was lost.
    #[error(
        "the store cannot be reached; check the file or the server that DATABASE_URL names, and \
         the network to it"
    )]
    Lost(#[source] Source),
    /// A newer program wrote the store.
    #[error(
        "the store was written by a newer Roadbook (migration {version} is unknown); run that one, \
         or put a backup in its place"
    )]
    Newer {
        /// The first migration, or version of settings, that is not known.
        version: i64,
    },
    /// The tables are not those that the migrations make.
    #[error("the tables of the store are not those of any Roadbook; give it a database of its own")]
    Schema(#[source] Source),
    /// A value in the store cannot be read.
    #[error("the {what} in the store cannot be read; put a backup in its place")]
    Unreadable {
        /// Which value.
        what: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// A request that only a store in a file can fulfil.
    #[error("this store is a PostgreSQL database; back it up with pg_dump")]
    NotAFile,
    /// The file of a backup exists already.
    #[error("{} exists already; name a new file", .0.display())]
    Exists(PathBuf),
    /// The file of a backup cannot be written.
    #[error("{} cannot be written; name a file in a folder that exists, may be written to and has room", .path.display())]
    Target {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Source,
    },
    /// There is no store to look at.
    #[error("there is no store yet at {}; roadbook run makes it (check DATABASE_URL if there should be one)", .0.display())]
    Missing(PathBuf),
    /// Anything else that the database refuses.
    #[error("the store failed")]
    Other(#[source] Source),
}

impl Error {
    /// Whether it is one of the whole store, and not of what was asked of it: the next call would meet it again.
    #[must_use]
    pub fn is_of_all(&self) -> bool {
        match self {
            Self::Unreadable { .. } | Self::Exists(_) | Self::Other(_) | Self::Target { .. } => {
                false
            }
            Self::Newer { .. }
            | Self::Address
            | Self::Folder { .. }
            | Self::Full(_)
            | Self::Locked(_)
            | Self::Busy(_)
            | Self::ReadOnly(_)
            | Self::Corrupt(_)
            | Self::Lost(_)
            | Self::Missing(_)
            | Self::Schema(_)
            | Self::NotAFile => true,
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error as Sqlx;
        match &error {
            Sqlx::Database(told) => match Cause::of(told.code().as_deref()) {
                Cause::Full => Self::Full(error.into()),
                Cause::Locked => Self::Locked(error.into()),
                Cause::ReadOnly => Self::ReadOnly(error.into()),
                Cause::Corrupt => Self::Corrupt(error.into()),
                Cause::Lost => Self::Lost(error.into()),
                Cause::Other => Self::Other(error.into()),
            },
            Sqlx::Io(_)
            | Sqlx::Tls(_)
            | Sqlx::Protocol(_)
            | Sqlx::PoolClosed
            | Sqlx::WorkerCrashed => Self::Lost(error.into()),
            Sqlx::PoolTimedOut => Self::Busy(error.into()),
            Sqlx::Configuration(_) => Self::Address,
            Sqlx::Migrate(_) => match error {
                Sqlx::Migrate(error) => (*error).into(),
                other => Self::Other(other.into()),
            },
            _ => Self::Other(error.into()),
        }
    }
}

impl From<MigrateError> for Error {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Execute(error) => error.into(),
            MigrateError::ExecuteMigration(error, version) => match Self::from(error) {
                Self::Other(source) => {
                    Self::Schema(format!("migration {version}: {source}").into())
                }
                known => known,
            },
            MigrateError::VersionMissing(version) => Self::Newer { version },
            other => Self::Schema(other.into()),
        }
    }
}

/// What the code of a database error means.
#[derive(Debug, PartialEq, Eq)]
enum Cause {
    Full,
    Locked,
    ReadOnly,
    Corrupt,
    Lost,
    Other,
}

impl Cause {
    /// PostgreSQL's codes have five characters and letters in those that matter or five digits; SQLite's are
    /// numbers whose lowest byte is the primary code.
    ///
    /// Sources: <https://www.postgresql.org/docs/current/errcodes-appendix.html>,
    /// <https://www.sqlite.org/rescode.html>.
    fn of(code: Option<&str>) -> Self {
        let Some(code) = code else { return Self::Other };
        if code.len() == 5 {
            return match code {
                "53100" => Self::Full,
                "40001" | "40P01" | "55P03" | "57014" => Self::Locked,
                "25006" => Self::ReadOnly,
                "XX001" | "XX002" => Self::Corrupt,
                "57P01" | "57P02" | "57P03" | "53300" | "3D000" | "28000" | "28P01" => Self::Lost,
                _ if code.starts_with("08") => Self::Lost,
                _ => Self::Other,
            };
        }
        match code.parse::<u32>().map(|code| code & 0xff) {
            Ok(13) => Self::Full,
            Ok(5 | 6) => Self::Locked,
            Ok(8) => Self::ReadOnly,
            Ok(11 | 26) => Self::Corrupt,
            Ok(10 | 14) => Self::Lost,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_databases_are_told_apart() {
        assert_eq!(Cause::of(Some("13")), Cause::Full);
        assert_eq!(Cause::of(Some("53100")), Cause::Full);
        assert_eq!(Cause::of(Some("517")), Cause::Locked, "SQLITE_BUSY_SNAPSHOT");
        assert_eq!(Cause::of(Some("40P01")), Cause::Locked);
        assert_eq!(Cause::of(Some("1032")), Cause::ReadOnly, "SQLITE_READONLY_DBMOVED");
        assert_eq!(Cause::of(Some("26")), Cause::Corrupt);
        assert_eq!(Cause::of(Some("08006")), Cause::Lost);
        assert_eq!(Cause::of(Some("1555")), Cause::Other, "a constraint");
        assert_eq!(Cause::of(None), Cause::Other);
    }
}
