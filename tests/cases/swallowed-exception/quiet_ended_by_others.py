class Devices:
    def __init__(self, client, loop):
        self.client = client
        self.loop = loop

    def run(self, work, timeout):
        return self.loop.submit(work).result(timeout)

    def emergency(self):
        try:
            if self.client.connected:
                self.run(self.client.disconnect(), timeout=2)
        except Exception:
            pass


class Jokes:
    def __init__(self, jokes):
        self.jokes = jokes

    async def on_message(self, message):
        try:
            if message.mentioned:
                await message.reply(self.jokes.one())
        except Exception:
            pass
