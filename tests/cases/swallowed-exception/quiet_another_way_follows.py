import base64
import subprocess


def find_player(paths):
    try:
        found = subprocess.run(["which", "player"], capture_output=True, text=True, timeout=5)
        if found.returncode == 0:
            return found.stdout.strip()
    except Exception:
        pass
    for path in paths:
        if path.exists():
            return str(path)
    return None


def head(folder):
    revision = ""
    try:
        revision = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True).stdout
    except Exception:
        pass
    return revision or "unknown"


def is_genuine(receipt, key):
    try:
        signature = base64.b64decode(receipt.signature)
    except ValueError:
        return False
    try:
        key.verify(signature, receipt.body)
        return True
    except Exception:
        return False


def knows(session, name):
    if not name:
        return False
    try:
        session.execute("select 1 from names where name = ?", (name,))
        return True
    except Exception:
        return False


def mirrors(order, hosts, client):
    for host in hosts:
        try:
            client.submit(host, order)
        except Exception:
            continue
        return host
    return None


def merge(defaults, store):
    try:
        defaults.update(store.load_all())
    except Exception:
        pass
    return defaults


def texts(client, names, shelf):
    found = {}
    for name in names:
        try:
            body = client.fetch(name)
            found[name] = body.strip()
            remember(shelf, name, body)
        except Exception:
            continue
    return found


def remember(shelf, name, body):
    shelf.write(name, body)
