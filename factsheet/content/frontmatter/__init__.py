"""Front matter: YAML read node by node, so that each value keeps its own text and its place."""

from factsheet.content.frontmatter.fields import Fields, is_nothing, missing
from factsheet.content.frontmatter.meant import OF_A_METRIC, named_meant
from factsheet.content.frontmatter.nodes import Unbearable, compose, parsed
from factsheet.content.frontmatter.written import Listing, Mapping, Node, Scalar, Split, split
