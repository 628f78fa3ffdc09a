"""A library calls the hook that its user gave it, by a function that calls any hook: who uses it records there."""

from mill.crypt import verify_password
from mill.errors import Unauthorized


async def run_best_effort(name, hook, *args):
    if hook is not None:
        await hook(*args)


class Hooks:
    def __init__(self, on_login_failed=None):
        self.on_login_failed = on_login_failed

    async def run_login_failed(self, identifier):
        await run_best_effort("on_login_failed", self.on_login_failed, identifier)


class Mill:
    def __init__(self, repo, hooks: Hooks):
        self.repo = repo
        self.hooks = hooks

    async def authenticate_password(self, identifier, password):
        user = await self.repo.resolve(identifier)
        if user is None or not verify_password(password, user.hashed_password):
            await self.hooks.run_login_failed(identifier)
            raise Unauthorized("Incorrect username or password")
        return user
