import asyncio
import termios


async def serve(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()


def without_echo(stream):
    mode = termios.tcgetattr(stream)
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(stream, termios.TCSADRAIN, mode)
    return asyncio.start_server(serve, port=7)
