"""Commands without a secret option, or that take it by its name."""

import logging

import click

log = logging.getLogger(__name__)


@click.command()
@click.option("--host")
@click.option("--verbose", is_flag=True)
def dump(**given):
    log.info("called with %s", given)


@click.command()
@click.option("--host")
@click.option("--password")
def restore(password, **rest):
    log.info("called with %s", rest)
    connect(password, **rest)


class Settings:
    REGION = "eu"

    @classmethod
    def show(cls):
        for name, value in vars(cls).items():
            log.info("%s is %s", name, value)
