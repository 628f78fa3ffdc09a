"""Joining a mapping joins its names."""

import logging
from pathlib import Path

import yaml

log = logging.getLogger(__name__)


def start(path: Path) -> tuple[str, str]:
    config = yaml.safe_load(path.read_text())
    log.info("settings were given for %s", ", ".join(config))
    log.info("settings were given for %s", " ".join(sorted(config)))
    return config["url"], config["token"]
