"""What is waited for was cancelled, by a method that gives it back."""

import asyncio


class Application:
    def __init__(self):
        self._pending = set()

    def _cancel_pending_sessions(self):
        for task in self._pending:
            task.cancel()
        return tuple(self._pending)


class Server:
    def __init__(self, applications, jobs):
        self._applications = applications
        self._jobs = jobs

    async def stop(self):
        pending = tuple(task for one in self._applications for task in one._cancel_pending_sessions())

        async def wait_for_pending():
            if pending:
                await asyncio.gather(*pending, return_exceptions=True)

        await asyncio.gather(*(job.wait() for job in self._jobs), wait_for_pending())
