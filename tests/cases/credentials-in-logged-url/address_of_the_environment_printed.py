"""A program that waits for its database says the whole address that its environment gives it."""

import os

from redis import Redis

REDIS_URL = os.getenv("PAPERLESS_REDIS", "redis://localhost:6379")


def main():
    print(f"Waiting for Redis: {REDIS_URL}", flush=True)  # expect: the database URL reaches print()
    print(f"Connecting to {os.environ['DATABASE_URL']}")  # expect: the database URL reaches print()
    with Redis.from_url(url=REDIS_URL) as client:
        client.ping()


if __name__ == "__main__":
    main()
