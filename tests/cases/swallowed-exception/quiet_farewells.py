import os
import stat

import requests


def build_close(number):
    return b"\x08" + bytes([number])


class Tunnel:
    async def pump(self, reader, number):
        while True:
            chunk = await reader.read(4096)
            if not chunk:
                try:
                    await self.transport.send(build_close(number))
                except Exception:
                    pass
                return
            await self.transport.send(chunk)


def on_remove_error(function, path, error):
    try:
        os.chmod(path, stat.S_IWRITE)
        function(path)
    except Exception:
        pass


class Deliveries:
    def __init__(self, store):
        self.store = store

    def reset_deliveries(self, session):
        self.store.write(session, [])


def session_ends(deliveries: Deliveries, session):
    try:
        deliveries.reset_deliveries(session)
    except Exception:
        pass


def stop_server(address):
    try:
        requests.post(f"{address}/stop", timeout=2)
    except Exception:
        pass
