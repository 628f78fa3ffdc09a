import queue
import threading

import requests


def detect_cloud(pings):
    found = queue.Queue()

    def worker(name, ping):
        try:
            answer = ping()
            if answer:
                found.put((name, answer))
        except Exception:
            pass

    for name, ping in pings:
        threading.Thread(target=worker, args=(name, ping), daemon=True).start()
    return found


def first_of(mirrors, path):
    answers = queue.Queue()
    for mirror in mirrors:
        try:
            answers.put((mirror, mirror.ask(path)))
        except Exception:
            pass
    return answers.get(timeout=3)


class Client:
    def flush(self, batch):
        try:
            requests.post(f"{self.base}/v1/telemetry/traces", json=batch, timeout=3)
        except Exception:
            pass
