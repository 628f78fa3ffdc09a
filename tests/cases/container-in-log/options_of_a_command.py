"""A command that takes all its options at once holds the secret ones too."""

import argparse
import logging

import click

log = logging.getLogger(__name__)


@click.command()
@click.option("--host")
@click.option("--password", "-p")
def dump(**given):
    log.info("called with %s", given)  # expect: their text shows the password


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host")
    parser.add_argument("--password")
    parsed = parser.parse_args()
    log.debug("called with %s", parsed.__dict__)  # expect: shows the password
    for name, value in vars(parsed).items():
        log.info("%s is %s", name, value)  # expect: shows the password


class Settings:
    REGION = "eu"
    DB_PASSWORD = read("DB_PASSWORD")

    @classmethod
    def show(cls):
        for name, value in vars(cls).items():
            log.info("%s is %s", name, value)  # expect: the password
