import queue
import time

import psycopg


class Server:
    def __init__(self, channel, publisher, sockets):
        self.channel = channel
        self.publisher = publisher
        self.websocket_manager = sockets
        self.waiting = queue.Queue(1)

    def work(self):
        while True:
            number, order = self.waiting.get()
            answer = self.price(order)
            try:
                self.channel.respond(number, answer)
            except Exception:
                return

    def price(self, order):
        return order.total

    def _broadcast_task(self, task):
        if self.publisher is not None:
            try:
                self.publisher.publish({"type": "task", "task": task.dump()})
            except Exception:
                pass

    def publish_goals(self, force=False):
        if not force and not self.websocket_manager.clients:
            return False
        try:
            self.websocket_manager.send_nowait("goals", self.goals())
            return True
        except Exception:
            return False

    def goals(self):
        return [1, 2]

    def refresh(self):
        self.publish_goals(force=True)

    def request_clean_shutdown(self):
        self.waiting_ends = True
        try:
            self._put_latest_task(None)
        except Exception:
            pass

    def take_picture(self, connection):
        try:
            picture = connection.recv(4096)
            if picture:
                self._put_latest_item(picture)
                connection.sendall(b"True")
        except:
            pass

    def _put_latest_task(self, task):
        self._put_latest_item(task)
        self.waiting.put_nowait(task)

    def _put_latest_item(self, item):
        try:
            self.waiting.get_nowait()
        except queue.Empty:
            pass
        self.waiting.put_nowait(item)


def connect(scenes, attempts):
    while attempts > 0:
        try:
            scenes.open()
            try:
                refresh_scene(scenes)
            except Exception:
                pass
            break
        except OSError:
            attempts -= 1
            time.sleep(1)


def refresh_scene(scenes):
    scenes.current = scenes.ask("current")


def empty_tables(address, tables):
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        for table in tables:
            try:
                cursor.execute(f"truncate table {table} restart identity cascade")
                connection.commit()
            except Exception:
                connection.rollback()


class Editor:
    CONFIG = "strict = true"

    def resolve_paths(self, folder):
        self.config_path = folder + "/editor.toml"
        try:
            with open(self.config_path, "w", encoding="utf-8") as file:
                file.write(self.CONFIG)
        except OSError:
            pass
