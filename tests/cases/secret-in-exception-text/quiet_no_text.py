class Client:
    def __init__(self, db_url):
        if not db_url or not isinstance(db_url, str):
            raise ValueError(f"invalid database URL {db_url!r}, it must be a text")
        self.db_url = db_url


def cookie_for(id_token):
    if not isinstance(id_token, str) or not id_token:
        raise ValueError(f"illegal token {id_token}, it must be a text")
    return id_token
