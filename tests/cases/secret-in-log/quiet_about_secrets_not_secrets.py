import logging

logger = logging.getLogger(__name__)


def password_policy(password_policy, password_min_length, password_expires_at):
    logger.info("policy %s, min length %s, expires %s", password_policy, password_min_length, password_expires_at)


def secret_names(secret_name, secret_id, secret_arn, secret_version, secret_path):
    logger.info("reading secret %s (%s, %s) version %s at %s", secret_name, secret_id, secret_arn, secret_version, secret_path)


def key_files(private_key_path, key_file, ssh_key_filename, token_file):
    logger.info("keys: %s %s %s %s", private_key_path, key_file, ssh_key_filename, token_file)


def token_types(token_type, token_url, token_endpoint, token_expiry, token_id):
    logger.info("%s token from %s / %s until %s (%s)", token_type, token_url, token_endpoint, token_expiry, token_id)


def sessions(session, db_session, session_factory, num_sessions, session_name):
    logger.debug("using session %s from %s (%d open), db %s, %s", session, session_factory, num_sessions, db_session, session_name)
