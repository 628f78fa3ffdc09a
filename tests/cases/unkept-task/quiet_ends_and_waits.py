import asyncio
import logging

logger = logging.getLogger(__name__)


class Transport:
    def __init__(self, socket, stopped):
        self.socket = socket
        self.stopped = stopped
        self.tasks = []

    def start(self):
        async def beat():
            while True:
                if self.socket.closed:
                    return
                try:
                    await asyncio.wait_for(self.stopped.wait(), 20)
                except asyncio.TimeoutError:
                    pass
                try:
                    await self.socket.ping()
                except Exception as error:
                    logger.warning("no answer: %s", error)
                    return

        asyncio.create_task(beat())

    def dispose(self):
        for task in self.tasks:
            task.cancel()
        asyncio.create_task(self._cleanup_tasks(self.tasks))
        asyncio.create_task(self.close_quietly())

    async def _cleanup_tasks(self, tasks):
        for task in tasks:
            await task

    async def close_quietly(self):
        await self.socket.send("goodbye")
        await self.socket.close()


class Pages:
    def __init__(self, clients):
        self.clients = clients

    def changed(self, order):
        asyncio.create_task(self.broadcast(order))
        asyncio.create_task(self.acknowledge(order))

    async def broadcast(self, order):
        for client in self.clients:
            await client.send_json(order.shown())

    async def acknowledge(self, order):
        try:
            await order.shop.send(order.number)
        except Exception:
            pass


def leave(processes):
    asyncio.create_task(stop_processes(processes))


async def stop_processes(processes):
    for process in processes:
        await process.stop()
