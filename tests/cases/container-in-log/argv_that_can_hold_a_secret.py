import argparse
import logging
import sys

import click

log = logging.getLogger("backup")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host")
    parser.add_argument("--api-key", help="key of the service")
    args = parser.parse_args()
    log.info("Command line: %s", sys.argv)  # expect: command line
    log.info("called as %s", " ".join(sys.argv[1:]))  # expect: command line
    log.info("running %s with %d arguments", sys.argv[0], len(sys.argv))
    return args


@click.command()
@click.option("--password")
@click.option("--host")
def restore(password, host):
    log.debug(f"called as {sys.argv}")  # expect: command line
    return host, bool(password)
