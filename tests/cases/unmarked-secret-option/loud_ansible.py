"""A module whose argument spec is put together from a shared part, a display and an option's own options."""

from ansible.module_utils.basic import AnsibleModule, env_fallback


def shared_spec():
    return {
        "host": {"type": "str", "required": True},
        "username": {"type": "str", "default": "admin", "aliases": ["user"]},
        "password": {"type": "str", "required": True, "aliases": ["pass"]},  # expect: the password password is not marked by no_log=
    }


def main():
    spec = shared_spec()
    spec.update(
        name=dict(required=True),
        auth_token=dict(fallback=(env_fallback, ["APPLIANCE_TOKEN"])),  # expect: auth_token
        replica=dict(
            type="dict",
            options=dict(
                address=dict(type="str"),
                secret_key=dict(type="str", required=True),  # expect: secret_key
            ),
        ),
    )
    module = AnsibleModule(argument_spec=spec, supports_check_mode=True)
    module.exit_json(changed=False, name=module.params["name"])


if __name__ == "__main__":
    main()
