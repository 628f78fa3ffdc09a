"""Tracebacks of errors that repeat no secret, and records without one."""

import logging
import subprocess

import requests

logger = logging.getLogger(__name__)


def forecast(city, api_key):
    try:
        answer = requests.get("https://weather.example/v1", params={"city": city}, headers={"X-Api-Key": api_key}, timeout=5)
        answer.raise_for_status()
        return answer.json()
    except requests.RequestException:
        logger.exception("no forecast for %s", city)
        return None


def dump(name, password):
    try:
        subprocess.run(["pg_dump", name, "--password", password], check=True)
    except subprocess.CalledProcessError as error:
        logger.warning("no dump of %s: %d", name, error.returncode)


def restore(name, password):
    try:
        subprocess.run(["pg_restore", name, "--password", password], check=True)
    except FileNotFoundError:
        logger.exception("pg_restore is not installed")
