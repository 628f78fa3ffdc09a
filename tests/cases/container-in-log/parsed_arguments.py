import argparse
import logging

log = logging.getLogger(__name__)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--user")
    parser.add_argument("-p", "--password")
    given = parser.parse_args()
    log.debug("started with %s", given)  # expect: their text shows the password
    log.debug("started with %s", vars(given))  # expect: their text shows the password


def known() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--password")
    given, others = parser.parse_known_args()
    log.debug("started with %s", given)  # expect: their text shows the password
    log.debug("not known: %s", others)


def every() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--password")
    args = parser.parse_args()
    log.debug(args.__dict__)  # expect: their text shows the password
