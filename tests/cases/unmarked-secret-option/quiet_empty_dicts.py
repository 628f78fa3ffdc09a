"""Empty dicts under telling keys: what is gathered, what something else is described by, and options that are marked."""

from ansible.module_utils.basic import AnsibleModule


def gathered(hosts):
    found = dict(passwords=dict(), tokens=dict(), hosts=dict(hosts))
    known = dict(token=dict(), label=dict(widget="text"))
    return found, known


def main():
    spec = dict(host=dict(required=True), password=dict(no_log=True))
    module = AnsibleModule(argument_spec=spec)
    module.exit_json(changed=False, ansible_facts=dict(credentials=dict()))
