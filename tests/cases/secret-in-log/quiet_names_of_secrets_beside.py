import logging
import os
import struct

logger = logging.getLogger(__name__)


class Sms:
    def __init__(self, api_key, api_secret):
        self.api_key = api_key
        self.api_secret = api_secret

    def list_secrets(self):
        logger.debug("secrets of account %s", self.api_key)


class Bucket:
    def __init__(self, access_key, secret_key, credentials):
        self.access_key = access_key
        self.secret_key = secret_key
        self.credentials_project = credentials.project_id

    def refresh(self):
        logger.info("a new token for %s", self.access_key)
        logger.info("project %s", self.credentials_project)

    def region(self, credentials):
        secret = credentials.region_name
        logger.info("region %s", secret)


def bitmap(data):
    cookie = struct.unpack("<I", data)[0]
    logger.debug("no such cookie %s", cookie)


def solved(success_token):
    logger.info("captcha solved: %s", success_token)


def handed_over(command):
    secret_r, secret_w = os.pipe()
    logger.debug("running %s with %s", command, secret_r)
    return secret_w
