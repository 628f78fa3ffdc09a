"""Traces that other libraries write of what they send."""

import xmlrpc.client

import ldap
import websocket
from azure.keyvault.secrets import SecretClient
from ldap3.utils.log import set_library_log_hide_sensitive_data


def directory(url):
    set_library_log_hide_sensitive_data(False)  # expect: it writes each bind with its password
    return ldap.initialize(url, trace_level=2)  # expect: the trace of python-ldap


def feed(url, headers):
    websocket.enableTrace(True)  # expect: the header of each handshake
    return websocket.WebSocketApp(url, header=headers)


def vault(url, credential):
    return SecretClient(url, credential, logging_enable=True)  # expect: requests and answers with their bodies


def proxy(url):
    return xmlrpc.client.ServerProxy(url, allow_none=True, verbose=True)  # expect: the wire log of xmlrpc.client
