"""Configurations for web servers, made for the address, the languages and the redirects of one site."""

from collections.abc import Callable, Mapping
from typing import Final

from factsheet.tools.hosting.apache import apache
from factsheet.tools.hosting.caddy import caddy
from factsheet.tools.hosting.nginx import nginx
from factsheet.tools.hosting.served import ServedSite, served

SERVERS: Final[Mapping[str, Callable[[ServedSite], str]]] = {"nginx": nginx, "caddy": caddy, "apache": apache}
"""The servers by their names, each with what writes its configuration."""

__all__ = ["SERVERS", "ServedSite", "served"]
