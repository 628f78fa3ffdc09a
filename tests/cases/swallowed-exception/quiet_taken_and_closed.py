import queue


class Pool:
    def __init__(self):
        self.free = queue.Queue()

    def drain(self):
        while not self.free.empty():
            connection = self.free.get_nowait()
            try:
                connection.close()
            except Exception:
                pass


def run_by_name(settings, text):
    tool = settings.get("tool")
    try:
        tool.run(text)
    except Exception:
        pass
