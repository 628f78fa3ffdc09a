import logging
import socket

log = logging.getLogger(__name__)


def serve(port):
    with socket.create_server(("", port)) as server:
        connection, _ = server.accept()
        kind = connection.recv(1)
        if kind != b"S":
            log.warning("unknown kind %s", kind)
