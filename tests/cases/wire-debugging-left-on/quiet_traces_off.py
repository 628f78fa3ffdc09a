"""Traces that are off, that show what a program answers alone, or of a session that is sent no secret."""

import ftplib
import sys
import xmlrpc.client

import ldap
import pexpect
import websocket
from azure.keyvault.secrets import SecretClient


def directory(url):
    return ldap.initialize(url, trace_level=0)


def feed(url):
    websocket.enableTrace(False)
    return websocket.WebSocketApp(url)


def vault(url, credential, verbose):
    return SecretClient(url, credential, logging_enable=verbose)


def proxy(url):
    return xmlrpc.client.ServerProxy(url, allow_none=True)


def fetch(host):
    server = ftplib.FTP(host)
    server.set_debuglevel(1)
    return server


def become(host, password):
    child = pexpect.spawn(f"ssh {host}", logfile=None)
    child.logfile_read = sys.stdout.buffer
    child.expect("password:")
    child.sendline(password)


def versions(host):
    child = pexpect.spawn(f"ssh {host}", logfile=sys.stdout.buffer)
    child.sendline("show version")


class Settings:
    def __init__(self, path, password):
        self.logfile = path
        self.connection.send(password)
