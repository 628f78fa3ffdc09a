import argparse
import sys

from loguru import logger


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debug", action="store_true")
    arguments = parser.parse_args()
    logger.remove()
    if arguments.debug:
        logger.add(sys.stderr, level="DEBUG", diagnose=True)
    else:
        logger.add(sys.stderr, level="INFO", diagnose=False)


if __name__ == "__main__":
    main()
