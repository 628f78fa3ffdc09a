import json


class Fleet:
    def warn(self, one, other, path):
        try:
            self.line.send(one, f"{other} changes {path} as well")
        except Exception:  # expect: send()
            pass

    def _tell(self, order):
        try:
            self.line.send(order)
        except Exception:  # expect: send()
            pass

    def install(self, folder, config):
        try:
            with open(folder / "settings.yaml", "w") as file:
                json.dump(config, file)
        except Exception:  # expect: dump()
            pass
        return {"found": True}


def prune(connection, before):
    try:
        connection.execute("DELETE FROM visits WHERE day < ?", (before,))
        connection.commit()
    except Exception:  # expect: execute()
        pass
