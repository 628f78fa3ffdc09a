"""Passwords that a protocol or a program is named with, and whose word is cut short."""

import logging

logger = logging.getLogger(__name__)


def fetch(address, https_user, https_pass):
    logger.info("fetching %s as %s, %s", address, https_user, https_pass)  # expect: the password reaches logger.info()


def query(host, snmp_pass):
    logger.info("asking %s with %s", host, snmp_pass)  # expect: the password reaches logger.info()


def forward(address, first_pass, passes):
    logger.info("forwarding %s in pass %s of %s", address, first_pass, passes)
