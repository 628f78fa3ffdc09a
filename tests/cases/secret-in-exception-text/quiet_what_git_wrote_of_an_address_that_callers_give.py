"""What git and another program write of what they were given besides an address with a login."""

import subprocess


class GitFailed(Exception):
    """Git has ended with an error."""


def git(*arguments, folder=None):
    ran = subprocess.run(["git", *arguments], capture_output=True, text=True, cwd=folder)
    if ran.returncode:
        raise GitFailed(f"git has failed: {ran.stderr}")
    return ran.stdout


def signed(password, message):
    git("config", "shop.password", password)
    git("commit", "--message", message)


def clone(name):
    git("clone", f"https://code.example.org/{name}.git")


def archive(*arguments):
    ran = subprocess.run(["zip", *arguments], capture_output=True, text=True)
    if ran.returncode:
        raise GitFailed(f"zip has failed: {ran.stderr}")


def packed(access_token, name):
    archive("-r", name, f"https://oauth2:{access_token}@code.example.org/{name}.zip")
