"""What is handed on to be run, and of which the error says nothing secret."""

import subprocess


def execute(args, shown):
    done = subprocess.call(args)
    if done:
        raise subprocess.CalledProcessError(done, shown)


class Registry:
    def _podman(self, args, shown):
        execute(["podman", *args], shown)

    def login(self, user, password):
        self._podman(["login", "--username", user, "--password", password], ["login", "--username", user])


def checked(args):
    if not args:
        raise ValueError(f"nothing to do: {args}")


def asked(args):
    checked(args)


def ask(password):
    asked(["login", password])
