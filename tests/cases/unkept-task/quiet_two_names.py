import asyncio


async def begin(feed):
    reader = running = asyncio.create_task(feed.read())
    watcher: asyncio.Task[None] = asyncio.create_task(feed.watch())
    await asyncio.wait([running, watcher])
