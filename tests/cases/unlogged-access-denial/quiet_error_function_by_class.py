"""One function is given whatever was caught, asks what it is, and records it; the refusal comes to it through an iterator."""

import logging

from werkzeug.http import parse_dict_header

log = logging.getLogger(__name__)


class ForbiddenRequest(Exception):
    def __init__(self, host):
        self.code = 403
        super().__init__(f"request from {host} is not allowed")


class Message:
    def __init__(self, allowed, peer_addr):
        self.allowed = allowed
        self.peer_addr = peer_addr
        self._check_allowed_ip()

    def _check_allowed_ip(self):
        allow_ips = self.allowed
        if "*" in allow_ips:
            return
        if self.peer_addr[0] not in allow_ips:
            raise ForbiddenRequest(self.peer_addr[0])


class Parser:
    message_class = None

    def __init__(self, allowed, peer_addr):
        self.given = (allowed, peer_addr)

    def __iter__(self):
        return self

    def __next__(self):
        return self.message_class(*self.given)


class MessageParser(Parser):
    message_class = Message


class Worker:
    def handle(self, listener, allowed):
        client, addr = listener.accept()
        try:
            self.handle_request(next(MessageParser(allowed, addr)), client)
        except Exception as exc:
            self.handle_error(client, addr, exc)

    def handle_request(self, message, client):
        client.sendall(parse_dict_header(message.text))

    def handle_error(self, client, addr, exc):
        status = 500
        if isinstance(exc, (ForbiddenRequest, TimeoutError)):
            status = 403
            log.warning("invalid request from %s: %s", addr[0], exc)
        else:
            log.exception("error handling a request")
        client.sendall(f"HTTP/1.1 {status}\r\n\r\n".encode())
