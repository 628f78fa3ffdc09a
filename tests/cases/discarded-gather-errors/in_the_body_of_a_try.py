import asyncio


async def publish(queue, send):
    try:
        await asyncio.gather(*(send(item) for item in queue), return_exceptions=True)  # expect: asyncio.gather()
    finally:
        queue.clear()
