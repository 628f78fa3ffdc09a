"""Nobody has cancelled what is waited for; a method beside it cancels other things."""

import asyncio


class Server:
    def __init__(self, jobs):
        self._jobs = jobs

    def cancel_all(self):
        for job in self._jobs:
            job.cancel()

    async def refresh(self, shops):
        async def load_all():
            await asyncio.gather(*(shop.load() for shop in shops), return_exceptions=True)  # expect: nothing looks at the result

        await load_all()
        await self._report()
