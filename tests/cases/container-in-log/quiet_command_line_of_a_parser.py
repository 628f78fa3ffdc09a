"""Of a command line on which no secret is expected nobody is told."""

import argparse
import logging
import sys

logger = logging.getLogger(__name__)


def main():
    made = argparse.ArgumentParser()
    made.add_argument("--server")
    made.add_argument("--token-file", help="where the token is kept")
    made.add_argument("--ask-password", action="store_true")
    logger.debug("run as %r", sys.argv)
    return made.parse_args()
