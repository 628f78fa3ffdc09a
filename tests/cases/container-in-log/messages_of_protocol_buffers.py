import logging

from shop.wire import login_pb2
from shop.wire.session_pb2 import ConnectRequest

logger = logging.getLogger(__name__)


class Connection:
    def __init__(self, transport):
        self.transport = transport

    def connect(self, password):
        request = ConnectRequest()
        request.client = "shop"
        request.password = password
        logger.debug("sending %s", request)  # expect: its text shows the password
        self.transport.send(request)

    def login(self, user, password):
        self.send(login_pb2.LoginRequest(user=user, password=password))

    def send(self, message):
        logger.debug(f"sending {message}")  # expect: shows the password
        self.transport.send(message)
