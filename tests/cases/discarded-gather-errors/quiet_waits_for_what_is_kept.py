import asyncio


class Proxy:
    def __init__(self, source):
        self.source = source
        self.tasks = set()

    async def run(self):
        async for line in self.source:
            task = asyncio.create_task(self.handle(line))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
        if self.tasks:
            await asyncio.gather(*list(self.tasks), return_exceptions=True)

    async def handle(self, line):
        await self.source.answer(line)

    async def settled(self):
        await asyncio.gather(*self.tasks, return_exceptions=True)


class Pages:
    def __init__(self):
        self.clients = set()

    async def show(self, message):
        tasks = [asyncio.create_task(client.send(message)) for client in self.clients]
        if tasks:
            await asyncio.gather(*tasks, return_exceptions=True)

    async def show_all(self, messages):
        await asyncio.gather(*(one.send_json(messages) for one in list(self.clients)), return_exceptions=True)
