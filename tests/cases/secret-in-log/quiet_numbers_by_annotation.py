import logging
import struct

log = logging.getLogger(__name__)


class Properties:
    def __init__(self, password, host):
        self.password = password
        self.host = host

    def __str__(self):
        return str(self.__dict__)


def mask_properties(found):
    shown = Properties("***", found.host)
    return shown


def connect(found):
    log.debug(mask_properties(found).__str__())


def answer(data):
    auth_code: int = struct.unpack("!i", data)[0]
    log.debug("authentication code=%s", auth_code)
    if auth_code in (2, 4):
        raise ValueError("method " + str(auth_code) + " is not supported")
