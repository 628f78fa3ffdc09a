class Overlay:
    def __init__(self, log_text):
        self._log_text = log_text
        self._lines = []

    def _apply_text(self, text):
        self._lines = [*self._lines, text][-5:]
        try:
            self._log_text.config(state="normal")
            self._log_text.delete("1.0", "end")
            self._log_text.insert("1.0", "\n".join(self._lines))
        except Exception:
            pass


def render_form(form_tag, title):
    try:
        header = form_tag.find_parent().new_tag("div")
        header.string = f"order {title}"
        form_tag.insert(0, header)
    except Exception:
        pass
