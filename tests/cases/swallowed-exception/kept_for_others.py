import json


class Audit:
    def _keep(self, what):
        try:
            with open(self.path, "a") as file:
                json.dump(what, file)
        except Exception:  # expect: dump()
            pass


def _keep_order(path, order):
    try:
        path.write_text(json.dumps(order))
    except OSError:  # expect: write_text()
        pass


def keep_place(path, place):
    try:
        path.write_text(str(place))
    except Exception:  # expect: write_text()
        pass
