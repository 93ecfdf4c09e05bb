# The bot in a small image: docker build -t roadbook . && docker run --env-file .env -v roadbook:/var/lib/roadbook roadbook
FROM rust:1-slim-bookworm AS build
WORKDIR /roadbook
COPY . .
# What the allocator is built with.
RUN apt-get update && apt-get install --yes --no-install-recommends make && rm -rf /var/lib/apt/lists/*
RUN cargo build --locked --release

FROM debian:bookworm-slim
# The facts and the certificates of authorities are in the program itself.
RUN useradd --system --no-create-home roadbook && install --directory --owner=roadbook /var/lib/roadbook
# Rounds and scores are here, in roadbook.db, unless DATABASE_URL says otherwise.
ENV XDG_DATA_HOME=/var/lib
VOLUME /var/lib/roadbook
COPY --from=build /roadbook/target/release/roadbook /usr/local/bin/roadbook
USER roadbook
# Docker ends a container by SIGTERM, on which the bot ends within five seconds.
ENTRYPOINT ["roadbook"]
CMD ["run"]
