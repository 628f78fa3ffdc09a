import logging

import click

logger = logging.getLogger("wallet")


def generate(store, alias, show_mnemonic, verbose):
    account, mnemonic = store.create(alias)
    if show_mnemonic:
        logger.info("the new mnemonic is %s", click.style(mnemonic, bold=True))
    if verbose:
        logger.info("made %s from %s", account, mnemonic)  # expect: recovery phrase
    return account
