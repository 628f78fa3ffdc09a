"""A request that one method fills, a second hands on and a third names as it fails."""

import asyncio

from .wire_pb2 import SignInRequest


class TimedOut(Exception):
    """Nobody answered."""


class Connection:
    def __init__(self, parameters):
        self._parameters = parameters
        self._waiting = []

    async def sign_in(self):
        request = SignInRequest()
        if self._parameters.password is not None:
            request.password = self._parameters.password
        return await self.ask(request, dict)

    async def ask(self, message, kind, timeout=10.0):
        def fits(answer):
            return isinstance(answer, kind)

        answers = await self.ask_for_many(message, fits, timeout=timeout)
        return answers[0]

    async def ask_for_many(self, message, fits, timeout):
        future = asyncio.get_event_loop().create_future()
        self._waiting.append((fits, future))
        try:
            return await asyncio.wait_for(future, timeout)
        except asyncio.TimeoutError as error:
            raise TimedOut(f"no answer to {message}") from error  # expect: the message `request` stands in the text of TimedOut
