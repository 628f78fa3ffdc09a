"""The reason why a document was left out, looked up by a word."""

import logging

logger = logging.getLogger(__name__)

SKIP_REASONS = {
    "size": "Too large",
    "password": "Password-protected",
}


class Skipped(Exception):
    pass


def read(document) -> str:
    if document.is_encrypted:
        raise Skipped(SKIP_REASONS["password"])
    return document.text()


def scan(documents) -> None:
    for document in documents:
        try:
            read(document)
        except Skipped:
            logger.exception("left out")
