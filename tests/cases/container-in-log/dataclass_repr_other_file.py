# file: app/conf.py
from dataclasses import dataclass


@dataclass(frozen=True)
class Broker:
    url: str
    api_token: str


def load(environ) -> Broker:
    return Broker(environ["BROKER"], environ["BROKER_TOKEN"])
# file: app/run.py
import logging
import os

from app.conf import load

log = logging.getLogger(__name__)


def run():
    broker = load(os.environ)
    log.info("using %r", broker)  # expect: token
