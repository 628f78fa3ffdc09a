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


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--auth", action="store_true")
    return parser.parse_args()


def benchmark() -> None:
    args = options()
    log.info(args.__dict__)
