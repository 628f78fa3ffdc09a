import logging
import socket

logger = logging.getLogger(__name__)


def serve(listener: socket.socket) -> None:
    while True:
        connection, peer = listener.accept()
        with connection:
            line = connection.recv(1024).decode("utf-8", "replace")
            logger.info("received: %s", line)  # expect:
