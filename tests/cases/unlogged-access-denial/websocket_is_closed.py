from channels.generic.websocket import WebsocketConsumer
from starlette import status
from starlette.websockets import WebSocket

from shop.tokens import user_of


async def orders(websocket: WebSocket):
    user = await user_of(websocket.query_params["token"])
    if not user.is_admin:
        await websocket.close(code=status.WS_1008_POLICY_VIOLATION)
        return  # expect: denied access
    await websocket.accept()


class Chat(WebsocketConsumer):
    def connect(self):
        if not self.scope["user"].has_perm("chat.read"):
            self.close(code=4403)
            return  # expect: denied access
        self.accept()
