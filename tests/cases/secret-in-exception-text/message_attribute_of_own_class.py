# file: ftp/problem.py
class TransferError(Exception):
    def __init__(self, message, code=0):
        super().__init__(message)
        self.message = message
        self.code = code
# file: ftp/transfer.py
import logging

from ftp.problem import TransferError

logger = logging.getLogger(__name__)


def put(server, password, name):
    if server.closed:
        raise TransferError("cannot send %s, login was %s" % (name, password), 530)  # expect: password


def put_all(server, password, names):
    for name in names:
        try:
            put(server, password, name)
        except TransferError as error:
            logger.error("transfer: %s (%d)", error.message, error.code)
