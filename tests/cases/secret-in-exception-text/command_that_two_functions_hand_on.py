"""The command of a program that one function hands to another, and the error that says it."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def execute(args):
    done = subprocess.call(args)
    if done:
        raise subprocess.CalledProcessError(done, args)  # expect: the password and the parsed arguments stand in the text


class Registry:
    def _podman(self, *args):
        execute(["podman", *args])

    def login(self, user, password):
        self._podman("login", "--username", user, "--password", password)


def mysql(command):
    done = subprocess.run(command, check=False)
    if done.returncode:
        raise RuntimeError(f"failed: {command}")  # expect: the password stands in the text of RuntimeError


def restored(options):
    mysql(["mysql", *options])


def restore(password):
    restored(["--batch", f"--password={password}"])
