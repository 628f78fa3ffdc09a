"""A decorator that writes the errors of the functions that it is put around."""

import functools
import logging
import subprocess

logger = logging.getLogger(__name__)


def command(quiet=False):
    def decorator(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            except KeyboardInterrupt:
                raise
            except (subprocess.CalledProcessError, OSError) as error:
                logger.error("failed: %s", error)  # expect: the password reaches logger.error()
                return None if quiet else 1

        return wrapper

    return decorator


def _run(line):
    return subprocess.check_output(line, shell=True)


@command()
def publish(registry, user):
    password = registry.password_of(user)
    _run(f"podman login -u {user} -p {password} {registry.host}")
    _run(f"podman push {registry.image}")
