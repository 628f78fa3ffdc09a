import time


class Server:
    def __init__(self, publisher, scenes):
        self.publisher = publisher
        self.scenes = scenes

    def task_done(self, task):
        try:
            self.publisher.publish({"type": "task", "task": task.dump()})
        except Exception:  # expect: publish()
            pass

    def serve(self):
        while self.scenes.open:
            try:
                self.refresh_scene()
            except Exception:  # expect: refresh_scene()
                pass
            time.sleep(1)

    def serve_slowly(self):
        while True:
            if self.scenes.slow:
                try:
                    self.refresh_scene()
                except Exception:  # expect: refresh_scene()
                    pass
                time.sleep(60)
                continue
            time.sleep(1)

    def refresh_scene(self):
        self.scenes.current = self.scenes.ask("current")

    def on_shutdown(self, orders):
        try:
            orders.save()
        except Exception:  # expect: save()
            pass


def _save_orders(orders, path):
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(orders.text())
    except OSError:  # expect: write()
        pass
