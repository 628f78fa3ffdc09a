import logging

from channels.generic.websocket import WebsocketConsumer
from starlette import status
from starlette.websockets import WebSocket

from shop.tokens import user_of

log = logging.getLogger(__name__)


async def orders(websocket: WebSocket):
    user = await user_of(websocket.query_params["token"])
    if not user.is_admin:
        log.warning("%s may not read orders", user.name)
        await websocket.close(code=status.WS_1008_POLICY_VIOLATION)
        return
    await websocket.accept()


class Chat(WebsocketConsumer):
    def connect(self):
        if not self.scope["user"].has_perm("chat.read"):
            log.warning("%s may not chat", self.scope["user"])
            self.close(code=4403)
            return
        self.accept()

    def receive(self, text):
        if text == "bye":
            self.close(code=1000)
            return
        self.send(text)
