"""What a command makes or fetches is what it was started for; a bare value is an answer for another program."""

import argparse
import os
import secrets
import sys


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("user")
    options = parser.parse_args(arguments)

    api_token = os.environ.get("SHOP_API_TOKEN")
    if not api_token:
        print("SHOP_API_TOKEN is not set")
        return 2
    print("Using the api token of", options.user, "with", len(api_token), "characters")
    password = secrets.token_urlsafe(16)
    print(f"The new password of {options.user} is {password}")
    access_token = exchange(api_token, options.user)
    print(f"Your access token: {access_token}")
    print(os.environ["SHOP_API_TOKEN"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
