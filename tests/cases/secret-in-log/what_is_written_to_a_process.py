import json
import sys


class Sandbox:
    def __init__(self, process, token):
        self.process = process
        self.token = token

    def start(self):
        print(json.dumps({"op": "start", "token": self.token}), file=self.process.stdin, flush=True)

    def tell(self):
        print("started with", self.token, file=sys.stderr)  # expect: the token reaches print()
