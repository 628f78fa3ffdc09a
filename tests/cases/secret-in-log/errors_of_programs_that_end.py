"""The end of a program raises what was asked for: its failure with ``check``, its lateness with ``timeout``; each may be caught before."""

import logging
import subprocess

log = logging.getLogger(__name__)


def unchecked(host, password):
    try:
        subprocess.run(["ipmitool", "-H", host, "-P", password])
    except Exception as error:
        log.error("no answer of %s: %s", host, error)


def timed(host, password):
    try:
        subprocess.run(["ipmitool", "-H", host, "-P", password], timeout=10)
    except Exception as error:
        log.error("no answer of %s: %s", host, error)  # expect: the password reaches log.error()


def timed_and_caught(host, password):
    try:
        subprocess.run(["ipmitool", "-H", host, "-P", password], timeout=10)
    except subprocess.TimeoutExpired:
        log.error("no answer of %s", host)
    except Exception as error:
        log.error("no answer of %s: %s", host, error)


def checked(host, password):
    try:
        subprocess.run(["ipmitool", "-H", host, "-P", password], check=True)
    except Exception as error:
        log.error("no answer of %s: %s", host, error)  # expect: the password reaches log.error()


def checked_and_caught(host, password):
    try:
        subprocess.run(["ipmitool", "-H", host, "-P", password], check=True, timeout=3)
    except subprocess.CalledProcessError:
        log.error("no answer of %s", host)
    except subprocess.TimeoutExpired:
        log.error("no answer of %s", host)
    except Exception as error:
        log.error("no answer of %s: %s", host, error)


def checked_and_half_caught(host, password):
    try:
        subprocess.run(["ipmitool", "-H", host, "-P", password], check=True, timeout=3)
    except subprocess.CalledProcessError:
        log.error("no answer of %s", host)
    except Exception as error:
        log.error("no answer of %s: %s", host, error)  # expect: the password reaches log.error()


def output(host, password):
    try:
        subprocess.check_output(["ipmitool", "-H", host, "-P", password])
    except subprocess.SubprocessError as error:
        log.error("no answer of %s: %s", host, error)  # expect: the password reaches log.error()


def later(host, password):
    try:
        done = subprocess.run(["ipmitool", "-H", host, "-P", password])
        done.check_returncode()
    except Exception as error:
        log.error("no answer of %s: %s", host, error)  # expect: the password reaches log.error()


def spread(host, password, **options):
    try:
        subprocess.run(["ipmitool", "-H", host, "-P", password], **options)
    except Exception as error:
        log.error("no answer of %s: %s", host, error)  # expect: the password reaches log.error()
