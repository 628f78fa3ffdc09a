"""What a file of credentials says is no object that keeps them: its text shows them all."""

import json
import logging

import yaml

logger = logging.getLogger(__name__)


def from_json(path):
    with open(path) as file:
        creds = json.load(file)
    logger.info("loaded %s", creds)  # expect: the credentials reach logger.info()
    return creds["user"], creds["secret_key"]


def from_yaml(text):
    credentials = yaml.safe_load(text)
    logger.debug("credentials: %s", credentials)  # expect: the credentials reach logger.debug()
    return credentials


def login(session, password, api_key):
    return session.login(password, api_key)
