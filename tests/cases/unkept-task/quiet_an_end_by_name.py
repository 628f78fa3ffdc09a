import asyncio


class Watch:
    def __init__(self, queue, bus):
        self.queue = queue
        self.bus = bus

    def deliver(self, change):
        try:
            self.queue.put_nowait(change)
        except asyncio.QueueFull:

            async def cleanup():
                await self.bus.leave(self.queue)

            ending = cleanup()
            try:
                asyncio.create_task(ending)
            except RuntimeError:
                ending.close()
