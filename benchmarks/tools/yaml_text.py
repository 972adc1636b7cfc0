"""Values written as YAML, which JSON's notation is part of."""

import json


def scalar(text: str) -> str:
    """Write one text so that YAML reads it back unchanged."""
    return json.dumps(text, ensure_ascii=False)
