import asyncio
import inspect
import signal


def end(client):
    result = client.close()
    if inspect.isawaitable(result):
        asyncio.get_running_loop().create_task(result)


async def serve(server, cleanup):
    async def server_graceful_shutdown():
        await server.stop(5)

    def callback():
        asyncio.ensure_future(server_graceful_shutdown())

    cleanup.append(server_graceful_shutdown())
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, callback)
    await server.wait_for_termination()
