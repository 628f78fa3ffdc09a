# file: pigeon/frames.py
"""No caller puts a secret into the headers of the object that it makes."""


class Frame:
    def __init__(self, command, headers=None, body=None):
        self.command = command
        self.headers = headers
        self.body = body


# file: pigeon/transport.py
import logging

log = logging.getLogger(__name__)


class Transport:
    def transmit(self, frame):
        log.debug("sending %s with %s", frame.command, frame.headers)
        self.send(frame)


# file: pigeon/protocol.py
from pigeon.frames import Frame


class Protocol:
    def __init__(self, transport):
        self.transport = transport

    def send_frame(self, command, headers=None, body=""):
        frame = Frame(command, headers, body)
        self.transport.transmit(frame)

    def connect(self, headers=None):
        headers = dict(headers or {})
        headers["accept"] = "1.2"
        self.send_frame("CONNECT", headers)

    def leave(self, receipt):
        self.send_frame("DISCONNECT", {"receipt": receipt})
