import asyncio


class Lease:
    def __init__(self, socket):
        self.socket = socket
        self.ping = None

    def renew(self):
        if self.ping is None or self.ping.done():
            self.ping = asyncio.create_task(self.socket.ask("still there?"))

    async def tick(self):
        self.renew()
        task = self.ping
        if task is not None and not task.done():
            await asyncio.gather(asyncio.shield(task), return_exceptions=True)
