import asyncio


class Connection:
    def __init__(self, socket):
        self.socket = socket
        self.closed = False

    def enqueue(self, message):
        try:
            self.socket.queue.put_nowait(message)
        except asyncio.QueueFull:
            self.closed = True
            asyncio.create_task(self._force_close())
            return False
        return True

    async def _force_close(self):
        try:
            await self.socket.close(code=1011)
        except Exception:
            # it was closed by the other end
            pass
