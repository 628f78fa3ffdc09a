import logging

from shop.wire import login_pb2
from shop.wire.session_pb2 import ConnectRequest
from shop.requests import SearchRequest

logger = logging.getLogger(__name__)


class Connection:
    def __init__(self, transport):
        self.transport = transport

    def connect(self, password):
        request = ConnectRequest()
        request.client = "shop"
        logger.debug("sending %s", request)
        hello = ConnectRequest()
        hello.password = password
        logger.debug("sending %s", type(hello).__name__)
        logger.debug("sending %s", hello.client)
        self.transport.send(hello)

    def login(self, user, password):
        login = login_pb2.LoginRequest(user=user, password=password)
        logger.debug("logging in as %s", login.user)
        self.transport.send(login)

    def ask(self):
        question = login_pb2.LoginRequest(user="shop", password="")
        logger.debug("sending %s", question)

    def search(self, password):
        search = SearchRequest()
        search.password = password
        logger.debug("sending %s", search)
