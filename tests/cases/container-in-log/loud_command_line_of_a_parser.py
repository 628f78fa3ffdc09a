"""A command line of which the module's parser takes a token shows it."""

import argparse
import logging
import sys

logger = logging.getLogger(__name__)


def parser():
    made = argparse.ArgumentParser()
    made.add_argument("--server")
    made.add_argument("--token", help="given by the administrator")
    return made


def main():
    logger.debug("run as %r", sys.argv)  # expect: the command line reaches logger.debug(): its text shows the token
    args = parser().parse_args()
    logger.debug("run as %s", " ".join(sys.argv[1:]))  # expect: its text shows the token
    logger.debug("%s starts", sys.argv[0])
    return args.server
