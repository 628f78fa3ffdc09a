import logging

from channels.exceptions import DenyConnection
from channels.generic.websocket import AsyncWebsocketConsumer

from shop.rooms import may_enter

log = logging.getLogger(__name__)


class RoomConsumer(AsyncWebsocketConsumer):
    async def connect(self):
        if not await may_enter(self.scope["user"], self.scope["url_route"]["kwargs"]["room"]):
            raise DenyConnection()  # expect: denied access
        await self.accept()


class BackRoomConsumer(AsyncWebsocketConsumer):
    async def connect(self):
        if not await may_enter(self.scope["user"], "back"):
            log.warning("%s may not enter the back room", self.scope["user"])
            raise DenyConnection()
        await self.accept()
