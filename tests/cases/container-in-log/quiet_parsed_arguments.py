import argparse
import logging

log = logging.getLogger(__name__)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host")
    parser.add_argument("--password-file")
    parser.add_argument("--max-tokens", type=int)
    given = parser.parse_args()
    log.debug("started with %s", given)
