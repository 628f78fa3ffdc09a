import argparse
import logging
import sys

log = logging.getLogger("backup")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host")
    parser.add_argument("--password-file")
    parser.add_argument("--ask-password", action="store_true")
    args = parser.parse_args()
    log.info("Command line: %s", sys.argv)
    log.info("called as %s", " ".join(sys.argv[1:]))
    return args
