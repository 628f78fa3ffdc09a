import argparse
import logging

logger = logging.getLogger(__name__)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    arguments = parser.parse_args()
    logger.info("folder %s", arguments.folder)
    name = input("name? ")
    logger.info("hello %s", name)


if __name__ == "__main__":
    main()
