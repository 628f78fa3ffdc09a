import asyncio
import contextlib
import json

from shop import cache


class Sessions:
    def __init__(self, path):
        self.path = path

    def block(self, session):
        session.blocked = True
        with contextlib.suppress(Exception):
            self._persist()

    def _persist(self):
        self.path.write_text(json.dumps(self.known))


async def reset(daemon):
    try:
        await daemon.send_runtime_command("agent", "clear_manual_override", {})
    except Exception:
        pass
    return await daemon.send_runtime_command("supervisor", "reset", {})


async def keep_alive_loop(connection):
    while connection.is_open:
        await asyncio.sleep(20)
        try:
            connection.send_packet("keep_alive", {"number": 7})
        except Exception:
            pass


def add_page(script, title):
    script.run(title)
    try:
        cache.sync_after_write()
    except Exception:
        pass
    return title


def shelves(connection):
    try:
        connection.execute("SELECT 1 FROM shelves WHERE size IS NULL")
        return "SELECT number FROM shelves"
    except Exception:
        return "SELECT number FROM old_shelves"


class Place:
    def _look(self, where):
        try:
            self.line.send(where)
        except Exception:
            pass
