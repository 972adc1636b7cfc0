"""What a site is rendered to: one module per output, registered here and nowhere else."""

from factsheet.outputs import assets, build_info, data, furniture, hosting, pages
from factsheet.outputs.artifacts import Artifact, Output, Rendering

OUTPUTS: tuple[Output, ...] = (
    pages.render,
    furniture.render,
    data.render,
    hosting.render,
    assets.render,
    build_info.render,
)

__all__ = ["OUTPUTS", "Artifact", "Output", "Rendering"]
