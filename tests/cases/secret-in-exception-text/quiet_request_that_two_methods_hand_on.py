"""A request without a password that two methods hand on, and one with it whose type alone is named."""

import asyncio

from .wire_pb2 import PingRequest, SignInRequest


class TimedOut(Exception):
    """Nobody answered."""


class Connection:
    def __init__(self, parameters):
        self._parameters = parameters

    async def ping(self):
        request = PingRequest()
        request.sequence = self._parameters.sequence
        return await self.ask(request)

    async def ask(self, message):
        return await self.ask_for_many(message)

    async def ask_for_many(self, message):
        try:
            return await asyncio.wait_for(self._future, 10)
        except asyncio.TimeoutError as error:
            raise TimedOut(f"no answer to {message}") from error

    async def sign_in(self):
        request = SignInRequest()
        request.password = self._parameters.password
        return await self.deliver(request)

    async def deliver(self, envelope):
        return await self.deliver_each(envelope)

    async def deliver_each(self, envelope):
        try:
            return await asyncio.wait_for(self._future, 10)
        except asyncio.TimeoutError as error:
            raise TimedOut(f"no answer to {type(envelope).__name__}") from error
