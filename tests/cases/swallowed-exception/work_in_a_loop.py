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
