import logging

from channels.generic.websocket import WebsocketConsumer

logger = logging.getLogger(__name__)


class ChatConsumer(WebsocketConsumer):
    def connect(self):
        logger.info("connected: %s", self.scope)  # expect: ASGI scope
        self.accept()
