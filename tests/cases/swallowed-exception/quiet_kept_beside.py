import json
import os

TUNED = os.path.expanduser("~/.shop/tuned.json")


def _tune(seen, wished):
    try:
        with open(TUNED) as file:
            weights = json.load(file)
        weights["depth"] = weights.get("depth", 1.0) + (0.1 if seen < wished else -0.1)
        with open(TUNED, "w") as file:
            json.dump(weights, file)
    except Exception:
        pass


def _keep_place(path, place):
    try:
        path.write_text(str(place))
    except OSError:
        pass
