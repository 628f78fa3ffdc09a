import asyncio


async def status(pod, client):
    events = asyncio.create_task(client.events(pod))
    containers = asyncio.create_task(client.refresh(pod))
    await asyncio.gather(events, containers, return_exceptions=True)  # expect: keeps errors in its result
    return events.result()
