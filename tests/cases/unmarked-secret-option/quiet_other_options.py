"""Options about secrets which hold none: files, kinds, numbers, switches, names."""

from ansible.module_utils.basic import AnsibleModule
from oslo_config import cfg

OPTIONS = [
    cfg.StrOpt("ssh_private_key", default="", help="Used for the connection."),
    cfg.StrOpt("ctl-privkey", default=None, help="controller private key"),
    cfg.StrOpt("admin_password_file", help="Where the password stands."),
    cfg.StrOpt("service_token", help="Path of the file that holds the token."),
    cfg.StrOpt("session_cookie", default="shop", help="What the cookie is called."),
    cfg.StrOpt("password", help="Entry point for the password auth plugin module, in the namespace shop.auth."),
    cfg.StrOpt("token_provider", default="fernet"),
    cfg.StrOpt("password_hash_algorithm", default="scrypt"),
    cfg.StrOpt("secret_store", choices=["file", "vault"]),
    cfg.IntOpt("token_expiration", default=3600),
    cfg.BoolOpt("use_password", default=True),
]


def main():
    module = AnsibleModule(
        argument_spec=dict(
            update_password=dict(type="str", choices=["always", "on_create"]),
            password_never_expires=dict(type="bool", default=False),
            token_ttl=dict(type="int", default=60),
            secret_name=dict(type="str", required=True),
            password_path=dict(type="path"),
        )
    )
    module.exit_json(changed=False)
