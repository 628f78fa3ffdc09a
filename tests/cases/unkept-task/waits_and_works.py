import asyncio


class Reader:
    def __init__(self, socket):
        self.socket = socket

    def start(self):
        asyncio.create_task(self.read())  # expect: read()
        asyncio.create_task(self.closed_books())  # expect: closed_books()

    async def read(self):
        while True:
            try:
                line = await asyncio.wait_for(self.socket.line(), 20)
            except asyncio.TimeoutError:
                continue
            self.take(line)

    async def closed_books(self):
        await self.socket.send("books")

    def take(self, line):
        self.last = line.split(",")
