"""The program goes on as root where it could not become somebody else."""

import os


def serve(server, uid):
    server.bind()
    try:
        os.setuid(uid)
    except OSError:  # expect: setuid()
        pass
    server.run()


def start(manager):
    try:
        manager.drop_privileges()
    except PermissionError:  # expect: drop_privileges()
        pass
    manager.start()
