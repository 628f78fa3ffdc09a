import logging
import socket

log = logging.getLogger(__name__)


def serve(port):
    with socket.create_server(("", port)) as server:
        connection, _ = server.accept()
        line = connection.recv(1000)
        log.warning("unknown line %s", line)
        log.warning("unknown line %s", line.decode())  # expect: recv
