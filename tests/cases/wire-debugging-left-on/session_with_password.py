"""A session's log holds the password that is sent to the program."""

import sys

import pexpect


def become(host, password):
    child = pexpect.spawn(f"ssh {host}", encoding="utf-8", logfile=sys.stdout)  # expect: the log of a pexpect session
    child.expect("password:")
    child.sendline(password)


def change(user, new_password):
    child = pexpect.spawn("passwd", [user])
    child.logfile = open("session.log", "wb")  # expect: whatever is sent to the program, the password too
    child.expect("New password:")
    child.sendline(new_password)
