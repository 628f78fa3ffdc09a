"""Sends mail; never keeps what it sent."""

from __future__ import annotations

import logging
import smtplib
from email.message import EmailMessage

from shop.config import load_settings

logger = logging.getLogger(__name__)


def send(recipient: str, subject: str, text: str) -> bool:
    """Send one mail; False where the server would not take it."""
    message = EmailMessage()
    message["From"] = "orders@shop.example"
    message["To"] = recipient
    message["Subject"] = subject
    message.set_content(text)
    try:
        with smtplib.SMTP(load_settings().smtp_host, timeout=10) as server:
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("mail %r was not sent: %s", subject, type(error).__name__)
        return False
    logger.debug("mail %r sent, %d characters", subject, len(text))
    return True


def send_reset_link(recipient: str, token: str) -> bool:
    """Send the link with which a password is set anew."""
    link = f"{load_settings().base_url}/reset/{token}"
    return send(recipient, "Set a new password", f"Open {link} within an hour.")
