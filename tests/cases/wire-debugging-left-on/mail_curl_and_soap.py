"""What other libraries send is written too."""

import imaplib
import logging

import pycurl

logger = logging.getLogger(__name__)


class Mailbox:
    def __init__(self, host: str) -> None:
        self._imap = imaplib.IMAP4_SSL(host)
        self._imap.debug = 5  # expect: the wire log of imaplib is switched on by an assignment
        self._imap._mesg = logger.debug


def open_mailbox(host: str) -> imaplib.IMAP4_SSL:
    imaplib.Debug = 4  # expect: the wire log of imaplib
    return imaplib.IMAP4_SSL(host)


def fetch(url: str, headers: list[str]) -> None:
    curl = pycurl.Curl()
    curl.setopt(pycurl.URL, url)
    curl.setopt(pycurl.HTTPHEADER, headers)
    curl.setopt(pycurl.VERBOSE, True)
    curl.setopt(pycurl.DEBUGFUNCTION, lambda kind, text: logger.debug("%s %s", kind, text))  # expect: the wire log of pycurl
    curl.perform()


def soap_client() -> None:
    logging.getLogger("zeep.transports").setLevel(logging.DEBUG)  # expect: debug logging of SOAP messages
