import logging

import click

log = logging.getLogger(__name__)


@click.command()
@click.option("--host")
@click.option("--token-file")
@click.pass_context
def sync(ctx, host, token_file):
    log.debug("called with %s", ctx.params)
    copy(host, token_file)


def ask(ctx):
    log.debug("asked with %s", ctx.params)
