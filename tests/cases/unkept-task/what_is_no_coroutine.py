"""What is given is no coroutine: the call fails, and nobody hears of that either."""

import asyncio


def start(loop, flag):
    asyncio.create_task("work")  # expect: nothing keeps
    loop.create_task(None)  # expect: nothing keeps
    asyncio.ensure_future(1 if flag else 2)  # expect: nothing keeps
