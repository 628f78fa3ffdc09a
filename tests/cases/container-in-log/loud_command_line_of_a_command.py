"""A command of click that takes a password is called with it."""

import logging
import sys

import click

logger = logging.getLogger(__name__)


@click.command()
@click.option("--server")
@click.option("--password")
def upload(server, password):
    logger.debug("called as %s", sys.argv)  # expect: the command line reaches logger.debug(): its text shows the password
    return server, len(password)
