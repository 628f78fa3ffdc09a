"""Files that are written anew, or are called otherwise: what a program is there to keep."""

import json


def export(path, user, password):
    with open("/var/lib/shop/users.txt", "a") as out:
        out.write(f"{user}:{password}\n")
    with open("/etc/shop/login", "a") as out:
        out.write(f"{user}:{password}\n")
    with open(f"/var/log/shop/{user}.log", "w") as out:
        out.write(password)
    with open("/var/lib/shop/catalog", "a") as out:
        json.dump({"user": user, "password": password}, out)
        out.write(password)


def record(user, password):
    with open("/var/log/shop.log", "a") as out:
        out.write(f"{user} signed in by {'*' * len(password)}\n")
