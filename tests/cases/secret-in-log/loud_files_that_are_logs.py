"""Files to which a program adds lines, and which it calls logs: functions that write to one are log functions of its own."""

import os
import sys
import time
from pathlib import Path

_trail = open("/var/log/shop/orders.log", "a")


def note(text):
    _trail.write("%s %s\n" % (time.time(), text))
    _trail.flush()


def echo(*parts, log=False):
    print(*parts, file=sys.stderr)
    if log:
        log_file = os.path.join(os.environ["HOME"], "shop.log")
        with open(log_file, "a") as out:
            print(*parts, file=out)


class LogFile:
    name = "/home/shop/error-logs.txt"

    @staticmethod
    def add(message):
        file = open(LogFile.name, "a")
        file.writelines("[" + time.strftime("%H:%M") + "] " + message + "\n")
        file.close()


def sign_in(user, password):
    note(f"{user} signs in by {password}")  # expect: the password reaches note()
    echo("signing in by", password, log=True)  # expect: the password reaches echo()
    LogFile.add("by " + password)  # expect: the password reaches LogFile.add()
    with Path("/var/log/shop.log").open("a") as out:
        out.write("by %s\n" % password)  # expect: the password reaches out.write()
