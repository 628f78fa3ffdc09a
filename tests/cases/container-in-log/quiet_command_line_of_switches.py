import logging
import sys

import click

log = logging.getLogger(__name__)


@click.command()
@click.option("--token/--no-token", default=False)
@click.option("--password", is_flag=True)
@click.option("--secret", count=True)
@click.option("--api-key", type=int)
def serve(token, password, secret, api_key):
    log.info("called as %s", sys.argv)
