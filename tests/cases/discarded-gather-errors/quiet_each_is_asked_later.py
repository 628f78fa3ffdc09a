import asyncio


async def status(pod, client):
    events = asyncio.create_task(client.events(pod))
    containers = asyncio.create_task(client.containers(pod))
    await asyncio.gather(events, containers, return_exceptions=True)
    try:
        told = events.result()
    except asyncio.TimeoutError:
        told = []
    return told, containers.result()
