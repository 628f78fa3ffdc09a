import logging

import zmq

log = logging.getLogger(__name__)


def serve(context, port):
    socket = context.socket(zmq.ROUTER)
    socket.bind(f"tcp://*:{port}")
    while True:
        parts = socket.recv_multipart()
        log.info("asked by %s", parts[0])
        log.info("asked for %s", parts[1].decode("utf-8"))  # expect: reaches log.info()
