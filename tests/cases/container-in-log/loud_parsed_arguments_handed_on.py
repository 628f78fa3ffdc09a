"""What a parser made of the command line, a password in it, behind calls, in an object and as a mapping."""

import argparse
import logging

logger = logging.getLogger(__name__)


def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument("--user")
    parser.add_argument("--password")
    return parser.parse_args()


def run(args):
    logger.debug("options: %s", args)  # expect: the parsed arguments reach logger.debug(): their text shows the password
    logger.debug("options: %s", vars(args))  # expect: the text of the parsed arguments shows the password


class Program:
    def __init__(self, args):
        self.args = args

    def start(self):
        logger.debug("starting with %r", self.args)  # expect: the parsed arguments reach logger.debug(): their text shows the password


def main():
    args = parsed()
    logger.debug("called with %s", args)  # expect: the parsed arguments reach logger.debug(): their text shows the password
    run(args)
    Program(args).start()
