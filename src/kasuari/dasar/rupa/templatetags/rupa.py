"""Sementara: diganti oleh ruang rupa."""

from django import template

register = template.Library()
