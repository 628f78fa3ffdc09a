import asyncio
from asyncio import create_task, ensure_future


class Server:
    async def start(self):
        asyncio.create_task(self.serve())  # expect: serve()
        create_task(self.serve())  # expect: serve()
        ensure_future(self.serve())  # expect: serve()
        asyncio.get_running_loop().create_task(self.serve())  # expect: create_task

    async def serve(self):
        pass
