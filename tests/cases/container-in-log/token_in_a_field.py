import logging
from dataclasses import dataclass, field
from typing import Optional

log = logging.getLogger(__name__)


@dataclass
class Answer:
    status: int = 0
    json: Optional[dict] = None


@dataclass
class QuietAnswer:
    status: int = 0
    json: Optional[dict] = field(default=None, repr=False)


class Registration:
    def __init__(self, hub):
        self.hub = hub

    async def token(self) -> str:
        answer: Answer = await self.ask("requestToken")
        log.debug("the hub said %s", answer)  # expect: `answer`
        return answer.json["authToken"]

    async def quiet_token(self) -> str:
        answer = await self.ask_quietly("requestToken")
        log.debug("the hub said %s", answer)
        return answer.json["authToken"]

    async def name(self) -> str:
        answer = await self.ask("name")
        log.debug("the hub said %s", answer)
        return answer.json["name"]

    async def ask(self, what) -> Answer:
        return Answer(json=await self.hub.send(what))

    async def ask_quietly(self, what) -> QuietAnswer:
        return QuietAnswer(json=await self.hub.send(what))
