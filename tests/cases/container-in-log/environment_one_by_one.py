import logging
import os
from copy import deepcopy

log = logging.getLogger(__name__)


def run(command):
    shown = deepcopy(os.environ)
    for name in ["PATH", "PYTHONPATH"]:
        if name in shown:
            del shown[name]
    for name, value in shown.items():
        log.debug("%s=%s", name, value)  # expect: environment


def run_sorted(command):
    for name, value in sorted(os.environ.items()):
        log.debug("%s=%s", name, value)  # expect: environment


def run_by_name(command):
    for name in sorted(os.environ):
        log.debug("%s=%s", name, os.environ[name])  # expect: environment


def run_quietly(command, hidden):
    shown = deepcopy(os.environ)
    for name in hidden:
        shown.pop(name, None)
    for name in ["PATH", "API_TOKEN"]:
        del shown[name]
    log.debug("%s", sorted(shown))
    for name, value in sorted(os.environ.items()):
        log.debug("%s is set", name)
