import structlog
from flask import Flask, abort, request

structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", key="ts"),
        structlog.processors.LogfmtRenderer(key_order=["ts", "level", "event"]),
    ],
    logger_factory=structlog.PrintLoggerFactory(),
)
log = structlog.get_logger()
app = Flask(__name__)


@app.post("/login")
def login():
    if request.form.get("password") != "right":
        log.warning("authn_login_fail", ip=request.remote_addr)
        abort(401)
    return "yes"


@app.get("/admin")
def admin():
    log.error("access denied", path=request.path, code="authz_fail")
    abort(403)
