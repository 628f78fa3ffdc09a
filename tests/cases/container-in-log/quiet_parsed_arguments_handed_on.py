"""The same of a command line that takes no secret; and where it is masked before it is handed on."""

import argparse
import logging

logger = logging.getLogger(__name__)


def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument("--user")
    parser.add_argument("--level")
    return parser.parse_args()


def run(args):
    logger.debug("options: %s", args)
    logger.debug("options: %s", vars(args))


class Program:
    def __init__(self, args):
        self.args = args

    def start(self):
        logger.debug("starting as %r", self.args.user)


def main():
    args = parsed()
    logger.debug("called with %s", args)
    run(args)
    Program(args).start()
