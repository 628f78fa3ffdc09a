import subprocess
import sys
import threading


class Figure:
    def __init__(self, canvas, background):
        self.canvas = canvas
        self.background = background

    def _fill(self, color):
        self.canvas.save_state()
        self.canvas.set_fill_color(color)
        self.canvas.rect(0, 0, 10, 10)
        self.canvas.restore_state()

    def draw_background(self):
        try:
            self._fill(self.background)
        except Exception:
            pass


def approval_pending(tool):
    def fire():
        try:
            if sys.platform == "darwin":
                _notify_mac(tool)
            else:
                _notify_linux(tool)
        except Exception:
            pass

    threading.Thread(target=fire, daemon=True).start()


def _notify_mac(tool):
    subprocess.run(["osascript", "-e", f"display notification {tool!r}"], check=False)


def _notify_linux(tool):
    subprocess.run(["notify-send", tool], check=False)


class Monitor:
    def __init__(self, events):
        self.events = events

    def on_event(self, event):
        try:
            self.events.put((event.source.get_name(), event.kind))
        except Exception:
            pass
