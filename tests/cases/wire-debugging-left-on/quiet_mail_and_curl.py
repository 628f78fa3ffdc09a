"""Levels that show no commands, other options, and what has to be asked for."""

import imaplib
import logging
import os

import pycurl


class Mailbox:
    def __init__(self, host: str) -> None:
        self._imap = imaplib.IMAP4_SSL(host)
        self._imap.debug = 0
        self.debug = 5


def open_mailbox(host: str) -> imaplib.IMAP4_SSL:
    if os.environ.get("SHOP_DEBUG_MAIL"):
        imaplib.Debug = 4
    return imaplib.IMAP4_SSL(host)


def fetch(url: str) -> None:
    curl = pycurl.Curl()
    curl.setopt(pycurl.URL, url)
    curl.setopt(pycurl.FOLLOWLOCATION, True)
    curl.perform()


def soap_client() -> None:
    logging.getLogger("zeep.transports").setLevel(logging.WARNING)
