import argparse

import requests


class Webhook:
    def __init__(self, settings):
        self.url = settings["url"]

    def send(self, event):
        return requests.post(self.url, json=event, timeout=5)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    arguments = parser.parse_args()
    print(requests.get(arguments.url, timeout=5).text)
