import json
import os


def first(items):
    try:
        return next(items)
    except StopIteration:
        return None


def number(text):
    try:
        return int(text)
    except Exception:
        return 0


def settings(path):
    try:
        with open(path) as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def is_up(bank):
    try:
        bank.connect()
        return True
    except Exception:
        return False


def price(prices, name):
    try:
        return prices[name]
    except KeyError:
        return None


def has_colour():
    try:
        import colour
    except Exception:
        colour = None
    return colour


def stop(connection, path):
    try:
        connection.close()
    except Exception:
        pass
    try:
        os.unlink(path)
    except OSError:
        pass


def run(job):
    try:
        job.process()
    finally:
        try:
            job.write_state()
        except Exception:
            pass


def choose(bank):
    try:
        bank.submit()
    except Exception:
        chosen = "other"
    else:
        chosen = "bank"
    return chosen


def visible(items, enforce):
    shown = []
    for item in items:
        try:
            enforce.check(item)
            shown.append(item)
        except PermissionError:
            pass
    return shown


def messages(request, signer):
    try:
        return signer.unsign(request.cookies.get("messages", ""))
    except BadSignature:
        pass
    return []


def versions(connection):
    found = {}
    for name in ("json1", "spatialite"):
        try:
            found[name] = connection.execute(f"select {name}_version()")
        except Exception:
            pass
    return found


class BadSignature(Exception):
    pass
