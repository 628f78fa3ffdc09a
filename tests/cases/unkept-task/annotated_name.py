import asyncio


async def begin(feed):
    reader: asyncio.Task = asyncio.create_task(feed.read())  # expect: read
    await feed.ready()
