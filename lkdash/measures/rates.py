"""What rates are made of, by name."""

# One side of a rate, of the rows that tell the other side too → the measure that it is a part of.
SIDES = {
    "shown_of_reach": "impressions",
    "clicked_of_shown": "clicked",
    "shown_of_clicked": "impressions",
    "cost_of_clicked": "cost",
    "clicked_of_cost": "clicked",
    "cost_of_shown": "cost",
    "shown_of_cost": "impressions",
    "cost_of_converted": "cost",
    "converted_of_cost": "conversions",
}
# Rate → its sides, in the order of its formula.
RATES = {
    "frequency": ("shown_of_reach", "reach"),
    "click_rate": ("clicked_of_shown", "shown_of_clicked"),
    "cost_per_click": ("cost_of_clicked", "clicked_of_cost"),
    "cost_per_thousand": ("cost_of_shown", "shown_of_cost"),
    "cost_per_conversion": ("cost_of_converted", "converted_of_cost"),
}


def whole_of(side: str) -> str:
    """The measure of which a side is a part; itself where it is none."""
    return SIDES.get(side, side)
