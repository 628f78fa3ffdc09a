"""What a vault is asked for is a name."""


async def totp_of(vault, totp_secret_key, vault_name):
    secret = await vault.get_secret(totp_secret_key, vault_name)
    if not secret:
        raise ValueError(f"no secret under {totp_secret_key}")
    return secret
