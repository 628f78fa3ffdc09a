import contextlib
import threading


class Health:
    def __init__(self, callbacks):
        self.callbacks = callbacks
        self.stopped = threading.Event()

    def tell(self, state):
        for callback in self.callbacks:
            with contextlib.suppress(Exception):  # expect: callback()
                callback(state)

    def check_loop(self):
        while not self.stopped.is_set():
            with contextlib.suppress(Exception):  # expect: check_all()
                self.check_all()
            self.stopped.wait(30)

    def check_all(self):
        for part in self.parts:
            self.states[part.name] = part.look()
