import json
import os
import time


class Child:
    def __init__(self, process):
        self.process = process

    def feed(self, data):
        try:
            self.process.stdin.write(data)
        except OSError:  # the child is gone
            pass

    def read_hint(self, client):
        try:
            self.hint = client.get_hint()
        except Exception:
            pass


def _debug(message):
    try:
        with open("/tmp/bridge.log", "a") as file:
            file.write(f"{time.time()} {message}\n")
    except Exception:
        pass


def load_theme(path):
    theme = {}
    try:
        theme = json.loads(os.fspath(path)).load_all()
    except Exception:
        pass
    return theme


class Cursor:
    def share(self, viewers, position):
        reached = 0
        for viewer in viewers:
            try:
                viewer.channel.send_typed("cursor", position)
                reached += 1
            except OSError:
                continue
        return reached

    def greet(self, viewer):
        try:
            viewer.channel.send_typed("frame", self.frame)
        except OSError:
            pass

    def number(self, path):
        made = os.urandom(8).hex()
        try:
            path.write_text(made)
        except OSError:
            pass
        return made

    def set_step(self, box, value):
        try:
            box.UpdateSteps(value)
            box.SetValue(value)
        except Exception:
            pass

    def repaint(self, screen):
        try:
            for bubble in screen.query("Bubble"):
                bubble.refresh_visual(self.theme)
        except Exception:
            pass
