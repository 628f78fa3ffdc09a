"""A command that something unknown runs, and an error that is called after commands."""

from vendored.six.moves.urllib.parse import urlparse, urlunparse


class CommandExecutionError(Exception):
    """A program has failed."""


def _run(cmd, cwd=None):
    done = TOOLS["cmd.run_all"](cmd, cwd=cwd)
    if done["retcode"] == 0:
        return done["stdout"]
    raise CommandExecutionError("Command {0!r} failed: {1!r}".format(cmd, done["stderr"]))  # expect: the password stands


def _with_login(address, https_user=None, https_pass=None):
    if https_user is None and https_pass is None:
        return address
    parts = urlparse(address)
    login = "{0}:{1}".format(https_user, https_pass) if https_pass else https_user
    return urlunparse(parts._replace(netloc="{0}@{1}".format(login, parts.netloc)))


def clone(address, cwd, https_user=None, https_pass=None):
    address = _with_login(address, https_user, https_pass)
    return _run("hg clone {0} {1}".format(address, cwd))


def update(cwd):
    return _run("hg update", cwd=cwd)
