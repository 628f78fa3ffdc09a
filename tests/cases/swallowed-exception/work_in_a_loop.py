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



class Index:
    def __init__(self, root):
        self.root = root
        self.names = []

    def run(self):
        self.names.extend(path.name for path in self.root.iterdir())


def serve_index(root):
    try:
        index = Index(root)
        index.run()
    except Exception:  # expect: run()
        pass
    return str(root)
