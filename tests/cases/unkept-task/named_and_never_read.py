import asyncio


async def serve(server, feed):
    consumer = asyncio.create_task(feed.consume())  # expect: feed.consume()
    _ = asyncio.ensure_future(feed.refresh())  # expect: feed.refresh()
    await server.serve()


async def gathered(feed):
    first = asyncio.create_task(feed.consume())
    second = asyncio.create_task(feed.refresh())
    third = asyncio.create_task(feed.publish())

    def stop():
        third.cancel()

    feed.on_close(stop)
    await asyncio.wait([first])
    return second
