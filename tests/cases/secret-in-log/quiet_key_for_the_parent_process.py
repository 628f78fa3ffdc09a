"""What stands on a daemon's raw standard output is read by the process that started it."""

import secrets
import sys


class Worker:
    def __init__(self) -> None:
        self.secret_key = secrets.token_bytes(32)

    def announce(self, path: str) -> None:
        sys.stdout.buffer.write(path.encode())
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.write(self.secret_key)
