import asyncio


async def serve(services):
    tasks = [asyncio.create_task(service.start()) for service in services]
    try:
        await asyncio.Event().wait()
    finally:
        await asyncio.gather(*(service.stop() for service in services))
        await asyncio.gather(*tasks, return_exceptions=True)
