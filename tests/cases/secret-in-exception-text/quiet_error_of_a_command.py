"""Errors that are called after commands, and what stands in their texts is no secret."""

from vendored.six.moves.urllib.parse import urlparse, urlunparse


class CommandExecutionError(Exception):
    """A program has failed."""


def _run(cmd, cwd=None):
    done = TOOLS["cmd.run_all"](cmd, cwd=cwd)
    if done["retcode"] == 0:
        return done["stdout"]
    raise CommandExecutionError("Command {0!r} failed: {1!r}".format(cmd, done["stderr"]))


def _elsewhere(address, host):
    parts = urlparse(address)
    return urlunparse(parts._replace(netloc=host))


def clone(address, cwd, host, https_pass):
    TOOLS["netrc.write"](host, https_pass)
    return _run("hg clone {0} {1}".format(_elsewhere(address, host), cwd))
