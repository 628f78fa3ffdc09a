import requests


def notify(hooks, event):
    for hook in hooks:
        try:
            requests.post(hook.url, json=event, timeout=5)
        except Exception:  # expect: post()
            continue


def export(queue, session):
    while True:
        try:
            session.add(queue.fetch())
            session.commit()
        except:  # expect: commit()
            pass


def serve_index(root, indexing, watching):
    try:
        store = indexing.open(root)
        index = indexing.make(root, store)
        index.run()
        watcher = watching.make(root, store)
        watcher.start()
    except Exception:  # expect: run()
        pass
    return indexing.describe(root)
