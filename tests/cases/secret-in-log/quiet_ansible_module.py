from ansible.module_utils.basic import AnsibleModule


def main():
    module = AnsibleModule(
        argument_spec={
            "name": {"type": "str", "required": True},
            "api_token": {"type": "str", "required": True, "no_log": True},
        }
    )
    module.log(f"creating {module.params['name']}")
    module.exit_json(changed=True, name=module.params["name"])


if __name__ == "__main__":
    main()
