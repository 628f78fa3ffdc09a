"""A function that runs git for several others, and says what git wrote."""

import asyncio
import subprocess


class GitFailed(Exception):
    """Git has ended with an error."""


def remote(token, name):
    return f"https://oauth2:{token}@code.example.org/{name}.git"


def git(*arguments, folder=None):
    ran = subprocess.run(["git", *arguments], capture_output=True, text=True, cwd=folder)
    if ran.returncode:
        raise GitFailed(f"git has failed: {ran.stderr}")  # expect: the URL with its token stands in the text of GitFailed
    return ran.stdout


def clone(access_token, name):
    git("clone", remote(access_token, name))
    git("log", "--oneline", folder=name)


class Copy:
    def __init__(self, folder, access_token):
        self.folder, self.access_token = folder, access_token

    async def _run(self, *arguments):
        process = await asyncio.create_subprocess_exec("git", *arguments, stderr=subprocess.PIPE)
        _, problem = await process.communicate()
        if process.returncode:
            raise GitFailed(f"git has failed: {problem.decode()}")  # expect: the URL with its token stands in the text of GitFailed

    async def fetch(self, host):
        await self._run("clone", "--depth", "1", f"https://oauth2:{self.access_token}@{host}/all.git", self.folder)
