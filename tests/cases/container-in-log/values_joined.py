"""Joining a mapping's values, or its items as text, shows them."""

import logging
from pathlib import Path

import yaml

log = logging.getLogger(__name__)


def start(path: Path) -> tuple[str, str]:
    config = yaml.safe_load(path.read_text())
    log.info("settings are %s", ", ".join(config.values()))  # expect: shows the token
    log.info("settings are %s", ", ".join(f"{name}={value}" for name, value in config.items()))  # expect: shows the token
    return config["url"], config["token"]
