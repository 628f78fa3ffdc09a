# file: pigeon/frames.py
"""Callers make an object and hand it over: its headers hold the password of whoever connects."""


class Frame:
    def __init__(self, command, headers=None, body=None):
        self.command = command
        self.headers = headers
        self.body = body


def lines_of(frame):
    lines = [frame.command]
    for key, values in sorted(frame.headers.items()):
        if type(values) != tuple:
            values = (values,)
        for value in values:
            lines.append(("%s:%s\n" % (key, value)).encode())
    return lines


# file: pigeon/transport.py
import logging

from pigeon.frames import lines_of

log = logging.getLogger(__name__)


class Transport:
    def transmit(self, frame):
        self.tell(frame)
        lines = lines_of(frame)
        log.debug("sending %s", lines)  # expect: shows the password
        log.debug("sending %s with %s", frame.command, frame.headers)  # expect: shows the password
        self.send(b"".join(lines))


# file: pigeon/protocol.py
from pigeon.frames import Frame

PASS = "passcode"


class Protocol:
    def __init__(self, transport):
        self.transport = transport

    def send_frame(self, command, headers=None, body=""):
        frame = Frame(command, headers, body)
        self.transport.transmit(frame)

    def connect(self, passcode=None, headers=None):
        headers = dict(headers or {})
        headers["accept"] = "1.2"
        if passcode is not None:
            headers[PASS] = passcode
        self.send_frame("CONNECT", headers)

    def leave(self, receipt):
        self.send_frame("DISCONNECT", {"receipt": receipt})
