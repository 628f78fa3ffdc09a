"""What a run can have looked at, by the names that packs use below ``needs``: a requirement is met only where there was some of it."""

from __future__ import annotations

from collections.abc import Mapping

EVENTS: Mapping[str, tuple[str, str]] = {
    "authn_login_fail": ("failed login", "failed logins"),
    "authn_login_fail_max": ("login after too many failures", "logins after too many failures"),
    "authn_login_lock": ("locked account", "locked accounts"),
    "authn_login_success": ("login", "logins"),
    "authn_mfa_change": ("change of a second factor", "changes of a second factor"),
    "authn_password_change": ("change of a password", "changes of a password"),
    "authn_token_created": ("token made", "tokens made"),
    "authn_token_delete": ("token deleted", "tokens deleted"),
    "authn_token_reuse": ("token that does not verify", "tokens that do not verify"),
    "authn_token_revoked": ("token revoked", "tokens revoked"),
    "authz_fail": ("denied access", "denied accesses"),
    "privilege_permissions_changed": ("change of rights", "changes of rights"),
    "session_logout": ("logout", "logouts"),
    "signature_verify_fail": ("signature that does not verify", "signatures that do not verify"),
    "user_created": ("new account", "new accounts"),
    "user_deleted": ("deleted account", "deleted accounts"),
    "user_updated": ("changed account", "changed accounts"),
}
"""The OWASP Logging Vocabulary's names of outcomes that the code has; one of them and several."""
SUBJECTS: Mapping[str, tuple[str, str]] = {
    "modules": ("Python file", "Python files"),
    "log-calls": ("call that writes a record", "calls that write records"),
    "error-handlers": ("place that catches errors", "places that catch errors"),
    "must-log": ("name below `must_log` that means something", "names below `must_log` that mean something"),
    "log-configurations": ("logging configuration", "logging configurations"),
    "log-handlers": ("log handler", "log handlers"),
    "log-formats": ("format of log lines", "formats of log lines"),
    "log-files": ("log file", "log files"),
    "network-log-handlers": ("log handler that sends over the network", "log handlers that send over the network"),
    "log-transports": ("connection that carries records away", "connections that carry records away"),
    "container-logs": ("container's log", "containers' logs"),
    "log-volumes": ("volume that logs are written to", "volumes that logs are written to"),
    "shippers": ("log shipper's configuration", "log shippers' configurations"),
    "alert-rules": ("alert rule", "alert rules"),
    "authentication-alerts": ("alert rule about who signs in or is refused", "alert rules about who signs in or is refused"),
    "performance-alerts": ("alert rule about how the service performs", "alert rules about how the service performs"),
    "anomaly-alerts": ("alert rule that compares with what is usual", "alert rules that compare with what is usual"),
    "alert-routes": ("configuration of where alerts go", "configurations of where alerts go"),
    **EVENTS,
}
"""Every name."""
