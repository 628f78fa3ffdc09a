"""A consumer of Channels that closes what it has not accepted refuses it."""

from channels.generic.websocket import AsyncWebsocketConsumer

from chat.rooms import get_room


class Room(AsyncWebsocketConsumer):
    async def connect(self):
        room = await get_room(self.scope["url_route"]["kwargs"]["room"])
        if not await self.has_permission(room):
            await self.close()
            return  # expect: a denied access leaves no security record
        await self.accept()

    async def receive(self, text_data=None):
        if text_data == "bye":
            await self.close()


class Lobby(AsyncWebsocketConsumer):
    async def connect(self):
        await self.accept()
        if not await self.has_permission("lobby"):
            await self.send("nothing for you here")
            await self.close()
