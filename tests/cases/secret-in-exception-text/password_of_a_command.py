import subprocess


class CommandFailed(Exception):
    def __init__(self, command, code):
        super().__init__(f"command `{' '.join(command)}` ended with {code}")


def run(command):
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        raise CommandFailed(command, done.returncode)  # expect: the password stands in the text of CommandFailed


class Registry:
    def login(self, username, password, server=None):
        full = ["docker", "login", "--username", username]
        full += ["--password", password]
        if server:
            full.append(server)
        run(full)
