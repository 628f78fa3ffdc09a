"""The parts of a message of ZeroMQ are bytes, whose text is escaped."""

import logging

import zmq

log = logging.getLogger(__name__)


class Store:
    def __init__(self, context, port):
        self.socket = context.socket(zmq.ROUTER)
        self.socket.bind(f"tcp://*:{port}")

    def listen(self):
        while True:
            message = self.socket.recv_multipart()
            peer, command, rest = message[0], message[1], message[2:]
            log.debug("%s asks for %s", peer, command)
            if command == b"drop":
                self.drop(rest)
            else:
                raise ValueError("unknown command")

    def drop(self, names):
        for name in names:
            log.info("dropped %s", name)
