import logging

import click

log = logging.getLogger(__name__)


@click.command()
@click.option("--host")
@click.option("--password", envvar="STOCK_PASSWORD")
@click.pass_context
def sync(ctx, host, password):
    log.debug("called with %s", ctx.params)  # expect: all options of the command
    copy(host, password)
