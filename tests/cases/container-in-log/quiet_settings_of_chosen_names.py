import warnings


class Checker:
    def check(self, app):
        told = []
        for section, entries in app.config.items():
            for key, value in entries.items():
                if key.startswith(("engine.", "server.")):
                    told.append(f"[{section}] {key} = {value}")
        if told:
            warnings.warn("\n".join(told))
