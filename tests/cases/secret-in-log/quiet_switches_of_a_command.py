"""Options that hold no text: switches and numbers that are called after a secret."""

import argparse
import logging

import click

logger = logging.getLogger(__name__)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host")
    parser.add_argument("--password-stdin", action="store_true")
    parser.add_argument("--token", action="store_true", help="write it down")
    parser.add_argument("--secret", action=argparse.BooleanOptionalAction)
    parser.add_argument("--passphrase", type=int, help="its words")
    args = parser.parse_args()
    logger.info("password from stdin: %s", args.password_stdin)
    logger.info("with the token: %s, with the secret: %s", args.token, args.secret)
    logger.info("%s words", args.passphrase)
    logger.debug("started with %s", args)


@click.command()
@click.option("--password-stdin", is_flag=True)
@click.option("--token/--no-token", default=False)
@click.option("--secret", count=True)
def serve(password_stdin, token, secret):
    logger.info("password from stdin: %s", password_stdin)
    logger.info("with the token: %s, with the secret: %s", token, secret)
