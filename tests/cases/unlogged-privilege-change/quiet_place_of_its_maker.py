# file: shop/serializers.py
from rest_framework import serializers

from shop.models import Organization, OrganizationMember


class OrganizationSerializer(serializers.ModelSerializer):
    def create(self, validated_data):
        organization = Organization.objects.create(**validated_data)
        OrganizationMember.objects.create(user=organization.creator, organization=organization)
        return organization
