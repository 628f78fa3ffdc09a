class TryExcept:
    """Times a ``try`` that fails never."""

    rounds = 150_000

    def test(self):
        for _ in range(self.rounds):
            try:
                pass
            except:
                pass
            try:
                pass
            except:
                pass
            try:
                pass
            except:
                pass
            try:
                pass
            except:
                pass
            try:
                pass
            except:
                pass


def let_clicks_through(window, user32):
    try:
        window.update_idletasks()
        for handle in handles_of(window):
            user32.SetWindowLongW(handle, -20, user32.GetWindowLongW(handle, -20) | 0x20)
    except Exception:
        return


def handles_of(window):
    return [window.winfo_id()]


class Overlay:
    def __init__(self, window, user32):
        self.window = window
        let_clicks_through(window, user32)

    def shown_again(self, user32):
        let_clicks_through(self.window, user32)
