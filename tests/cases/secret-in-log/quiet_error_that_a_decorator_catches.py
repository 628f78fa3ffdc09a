"""A decorator that writes errors of functions which give their commands no secret, or handle them themselves."""

import functools
import logging
import subprocess

logger = logging.getLogger(__name__)


def command(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except subprocess.CalledProcessError as error:
            logger.error("failed: %s", error)
            return 1

    return wrapper


def _run(line, given=None):
    return subprocess.check_output(line, input=given)


@command
def publish(registry, user):
    password = registry.password_of(user)
    _run(["podman", "login", "-u", user, "--password-stdin", registry.host], given=password)


@command
def tag(registry, user):
    password = registry.password_of(user)
    try:
        _run(["podman", "login", "-u", user, "-p", password])
    except subprocess.CalledProcessError:
        logger.warning("logging in has failed")


def withdraw(registry, user):
    password = registry.password_of(user)
    _run(["podman", "login", "-u", user, "-p", password])
