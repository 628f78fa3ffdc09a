import asyncio


class Downloads:
    def __init__(self, fetch):
        self.fetch = fetch
        self.running = {}

    def add(self, url):
        self.running[url] = asyncio.create_task(self.fetch(url))

    async def wait(self):
        if self.running:
            await asyncio.gather(*self.running.values(), return_exceptions=True)

    async def wait_longer(self):
        await asyncio.gather(*list(self.running.values()), return_exceptions=True)
