"""A dict of which a function reads the password stands in the text of its error."""


class StorageError(Exception):
    pass


def parsed(connection_data):
    if connection_data["target"] is None:
        raise StorageError("no target in %s" % connection_data)  # expect: `connection_data` stands in the text of StorageError
    info = {"target": connection_data["target"]}
    if connection_data.get("auth_method") == "CHAP":
        info["user"] = connection_data["auth_username"]
        info["secret"] = connection_data["auth_password"]
    return info


def narrowed(connection_data):
    if "target" not in connection_data:
        raise StorageError("no target among %s" % sorted(connection_data))
    return connection_data["auth_password"]


def checked(connection_data):
    if not isinstance(connection_data, dict):
        raise TypeError("%s is %s" % (connection_data, type(connection_data)))
    return connection_data["auth_password"]
