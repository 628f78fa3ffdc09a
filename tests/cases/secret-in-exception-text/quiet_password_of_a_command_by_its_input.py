import subprocess


class CommandFailed(Exception):
    def __init__(self, command, code):
        super().__init__(f"command `{' '.join(command)}` ended with {code}")


def run(command, text):
    done = subprocess.run(command, input=text, capture_output=True)
    if done.returncode:
        raise CommandFailed(command, done.returncode)


class Registry:
    def login(self, username, password):
        run(["docker", "login", "--username", username, "--password-stdin"], password)
