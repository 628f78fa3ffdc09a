"""How columns of tokens and users are called, whoever sets them: an assignment, a statement of SQL, a keyword, a key of a dictionary."""

from __future__ import annotations

PASSWORDS = frozenset({
    "password", "passwd", "pwd", "pass", "hashed_pw", "pw_hash", "pwhash", "pwdhash", "password_hash", "hashed_password", "pwd_hash",
    "encrypted_password", "passwordhash", "password_digest", "pass_hash", "hashed_pwd", "crypted_password"
})  # fmt: skip
FACTORS = frozenset({
    "mfa_enabled", "is_mfa_enabled", "mfa_active", "has_mfa", "use_mfa", "totp_enabled", "is_totp_enabled", "otp_enabled", "is_otp_enabled",
    "two_factor_enabled", "is_two_factor_enabled", "twofactor_enabled", "two_fa_enabled", "twofa_enabled", "is_2fa_enabled", "tfa_enabled",
    "has_2fa", "use_2fa", "enable_2fa", "is_verified_2fa", "two_factor_auth", "two_factor_confirmed_at", "webauthn_enabled",
    "google_authenticator_enabled", "authenticator_enabled", "duo_enabled", "yubikey_enabled", "yubikey_otp_enabled", "u2f_enabled",
    "totp_active", "otp_active", "is_2fa_active", "is_mfa_active", "enable_mfa", "enable_totp", "enable_otp", "use_otp", "use_totp",
    "use_two_factor", "has_two_factor", "two_step_enabled", "require_2fa", "require_mfa"
})  # fmt: skip
"""Those that say whether somebody has a second factor."""
FACTOR_SECRETS = frozenset({
    "mfa_secret", "totp_secret", "otp_secret", "two_factor_secret", "tfa_secret", "twofa_secret", "totp_key", "mfa_key", "otp_key",
    "tf_totp_secret", "tf_primary_method", "mfa_hash", "encrypted_mfa_hash", "recovery_codes", "backup_codes"
})  # fmt: skip
"""Those that hold one."""
LOCKS = frozenset({
    "is_locked", "locked", "locked_until", "locked_at", "lockout_until", "lock_until", "locked_out", "is_locked_out", "account_locked",
    "is_blocked", "blocked_until", "blocked_at", "is_banned", "banned", "banned_until", "login_locked_until"
})  # fmt: skip
"""Those that keep somebody out."""
REVOKED = frozenset({"revoked", "is_revoked", "revoked_at", "disabled", "is_disabled", "blacklisted", "is_blacklisted"})
"""Those that make a token void."""
SWITCHES = frozenset({
    "is_active", "active", "activated", "is_activated", "enabled", "is_enabled", "disabled", "is_disabled", "deactivated", "is_deactivated",
    "suspended", "is_suspended", "deactivated_at", "suspended_at", "approved", "is_approved"
})  # fmt: skip
"""Those that say whether somebody may log in at all."""
KEYS = frozenset({
    "api_key", "apikey", "api_token", "auth_token", "access_token", "api_key_hash", "hashed_api_key", "api_token_hash", "hashed_api_token"
})  # fmt: skip
"""Those that hold what somebody's programs log in with."""
OF_LINKS = frozenset({"confirm", "confirmation", "verify", "verification", "email", "token", "signup", "link", "code"})
"""Words of functions by which somebody confirms an address: no other changes the account."""
