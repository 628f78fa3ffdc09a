"""A loop answers whoever is connected, and is left when nobody is any more."""


def serve(connection, answer):
    while True:
        request = connection.recv()
        try:
            connection.send(answer(request))
        except Exception:
            break


def forward(upstream, downstream):
    for chunk in upstream:
        try:
            downstream.sendall(chunk)
        except Exception:
            break


class Watched:
    async def _send_event(self, writer, event):
        try:
            event_line = self.lines.line(event) + "\n"
            writer.write(event_line.encode())
            await writer.drain()
        except Exception:
            pass
