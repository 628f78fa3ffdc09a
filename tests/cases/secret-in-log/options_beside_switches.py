"""Options that are given a secret, beside others that are switches."""

import argparse
import logging

import click

logger = logging.getLogger(__name__)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--password-stdin", action="store_true")
    parser.add_argument("--password")
    parser.add_argument("--token", action="store")
    args = parser.parse_args()
    logger.info("password from stdin: %s", args.password_stdin)
    logger.info("the password is %s", args.password)  # expect: password
    logger.info("with the token %s", args.token)  # expect: token


@click.command()
@click.option("--verbose/--quiet", default=False)
@click.option("--password")
def serve(verbose, password):
    logger.info("verbose %s", verbose)
    logger.info("with %s", password)  # expect: password
