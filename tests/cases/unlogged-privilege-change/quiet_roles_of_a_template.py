"""A template describes the role, and a firewall's rules are called a security group."""

import json

from cloud import backends


class Resource:
    def add_to_template(self, template, parameters):
        raise NotImplementedError


class Build(Resource):
    def add_to_template(self, template, parameters):
        resources = template.setdefault("Resources", {})
        outputs = template.setdefault("Outputs", {})
        self._add_codebuild_role(resources, outputs)
        return json.dumps(template)

    def _add_codebuild_role(self, resources, outputs):
        resources["CodeBuildRole"] = {
            "Type": "AWS::IAM::Role",
            "Properties": {"AssumeRolePolicyDocument": {"Statement": [{"Action": ["sts:AssumeRole"], "Effect": "Allow"}]}},
        }
        outputs["CodeBuildRoleArn"] = {"Value": {"Fn::GetAtt": "CodeBuildRole.Arn"}}


class SecurityGroup(Resource):
    @classmethod
    def drop(cls, name, network, account):
        security_group = backends[account].get_security_group_by_name_or_id(name, network)
        if security_group:
            security_group.delete(account, network)

    def delete(self, account, network):
        backends[account].firewalls.pop(self.name)
