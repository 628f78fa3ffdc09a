"""Who runs a command has typed the address that it says; a bare address is what was asked for; another one's name tells no login."""

import argparse
import os

from redis import Redis

BASE_URL = os.getenv("BASE_URL", "https://example.org")
DEFAULT = "redis://localhost:6379"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--database-url")
    args = parser.parse_args()
    print(f"Connecting to {args.database_url}")
    print(f"Serving {BASE_URL}")
    print(f"By default {DEFAULT}")
    print(os.environ["DATABASE_URL"])
    with Redis.from_url(url=DEFAULT) as client:
        client.ping()


if __name__ == "__main__":
    main()
