import asyncio


async def start(apps):
    # Ignore exceptions of apps that do not start, these are handled by the watchdog
    await asyncio.gather(*(app.wait() for app in apps), return_exceptions=True)
    await asyncio.gather(*(app.show() for app in apps), return_exceptions=True)  # one that fails must not stop the others


async def order(apps):
    # Errors must never be ignored here
    await asyncio.gather(*(app.order() for app in apps), return_exceptions=True)  # expect: nothing looks at the result
    # All apps at once
    await asyncio.gather(*(app.deliver() for app in apps), return_exceptions=True)  # expect: nothing looks at the result
