# file: hub/cli.py
import argparse

from hub.tokens import new_token


def main():
    parser = argparse.ArgumentParser(prog="hub-token", description="make a token")
    parser.add_argument("user")
    arguments = parser.parse_args()
    token = new_token(arguments.user)
    print(token)


if __name__ == "__main__":
    main()
# file: hub/tokens.py
import secrets


def new_token(user):
    return f"{user}-{secrets.token_urlsafe(32)}"
