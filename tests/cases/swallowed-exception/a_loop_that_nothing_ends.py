class Worker:
    def __init__(self, store, queue):
        self.store = store
        self.queue = queue

    def run(self):
        while True:
            try:
                self.step()
            except Exception:  # expect: step()
                pass

    def step(self):
        self.store.save(self.queue.get())
