class CommandId:
    def __init__(self, kind: str, guid: str, secret: str) -> None:
        self.kind = kind
        self.guid = guid
        self.secret = secret

    def __str__(self) -> str:
        if self.kind == "sea":
            return self.guid
        return f"{self.guid}|{self.secret}"


def check(state: str, command_id: CommandId) -> None:
    if state == "closed":
        raise RuntimeError(f"command {command_id} was closed by the server")
