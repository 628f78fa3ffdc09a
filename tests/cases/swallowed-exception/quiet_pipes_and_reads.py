import json
import os
import time


class Child:
    def __init__(self, process):
        self.process = process

    def feed(self, data):
        try:
            self.process.stdin.write(data)
        except OSError:  # the child is gone
            pass

    def read_hint(self, client):
        try:
            self.hint = client.get_hint()
        except Exception:
            pass


def _debug(message):
    try:
        with open("/tmp/bridge.log", "a") as file:
            file.write(f"{time.time()} {message}\n")
    except Exception:
        pass


def load_theme(path):
    theme = {}
    try:
        theme = json.loads(os.fspath(path)).load_all()
    except Exception:
        pass
    return theme
