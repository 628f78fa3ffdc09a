"""What an attribute is filled with tells what is in it: a key that is read of the same mapping beside."""

import logging

log = logging.getLogger(__name__)


class Flow:
    def __init__(self):
        self.config_input = {}
        self.titles = {}

    async def step_cloud(self, user_input):
        await self.connect(user_input)
        self.config_input.update(user_input)
        return self.create()

    def step_title(self, given):
        self.titles.update(given)
        return given["title"]

    async def connect(self, user_input):
        await self.client.login(user_input["email"], user_input["password"])

    def create(self):
        log.debug("config_input [%s]", self.config_input)  # expect: shows the password
        log.debug("titles [%s]", self.titles)
        return self.config_input
