import argparse
import http.client
import logging

import requests


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--debug", action="store_true")
    parser.add_argument("url")
    arguments = parser.parse_args()
    if arguments.debug:
        http.client.HTTPConnection.debuglevel = 1
        logging.getLogger("urllib3").setLevel(logging.DEBUG)
    requests.get(arguments.url, timeout=5)


if __name__ == "__main__":
    main()
