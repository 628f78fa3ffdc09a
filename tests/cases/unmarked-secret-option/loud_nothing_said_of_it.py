"""Options of a module of which nothing is said, beside others that are."""

from ansible.module_utils.basic import AnsibleModule


def main():
    spec = dict(
        state=dict(default="present", choices=["present", "absent"]),
        host=dict(required=True),
        iscsi_chap_name=dict(),
        iscsi_chap_secret=dict(),  # expect: the secret iscsi_chap_secret is not marked by no_log=
    )
    module = AnsibleModule(argument_spec=spec)
    module.exit_json(changed=False)


if __name__ == "__main__":
    main()
