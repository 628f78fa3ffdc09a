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


def publish_phase(connection, topic, event, broadcast_fn=None, log_fn=print):
    connection.append_event(topic, event)
    if broadcast_fn:
        try:
            broadcast_fn(topic, event)
        except Exception:
            pass
    try:
        log_fn("published")
    except Exception:
        pass
