import asyncio


class Server:
    def __init__(self):
        self.tasks = set()

    async def start(self, other):
        task = asyncio.create_task(self.serve())
        self.tasks.add(task)
        self.tasks.add(asyncio.create_task(self.serve()))
        await asyncio.create_task(self.serve())
        asyncio.create_task(self.serve()).add_done_callback(self.tasks.discard)
        async with asyncio.TaskGroup() as group:
            group.create_task(self.serve())
        asyncio.create_task(self.serve())  # noqa: RUF006
        other.create_task("buy milk")
        return asyncio.create_task(self.serve())

    async def serve(self):
        pass
