# file: guild/bus.py
class Bus:
    def __init__(self):
        self._who = {}

    def subscribe(self, kind, handler):
        self._who.setdefault(kind, []).append(handler)

    def publish(self, event):
        for handler in self._who.get(type(event), ()):
            handler(event)


bus = Bus()
# file: guild/events.py
class MemberLeft:
    def __init__(self, name):
        self.name = name
# file: guild/log.py
import logging

from guild.bus import bus
from guild.events import MemberLeft

logger = logging.getLogger(__name__)


def write_it(event):
    logger.info("member left: %s", event.name)


bus.subscribe(MemberLeft, write_it)
# file: guild/api.py
from fastapi import APIRouter

from guild.bus import bus
from guild.events import MemberLeft

router = APIRouter()


@router.delete("/users/{name}")
def remove(name: str, users=None):
    users.delete_user(name)
    bus.publish(MemberLeft(name))
    return {}
