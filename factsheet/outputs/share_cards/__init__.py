"""Cards: a picture of a sheet with its most telling figures, for the places where it is shared."""

from factsheet.outputs.share_cards.drawing import HEIGHT, WIDTH, Card, CardFigure, draw, to_png
from factsheet.outputs.share_cards.typefaces import Typefaces, chosen, installed

__all__ = ["HEIGHT", "WIDTH", "Card", "CardFigure", "Typefaces", "chosen", "draw", "installed", "to_png"]
