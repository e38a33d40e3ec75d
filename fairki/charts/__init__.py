"""Pictures: each with a title that is a sentence, a summary, a figure and the numbers as a table.

One palette and one layout for the whole course. Colour is never alone: bars and dots carry their name and
their value, lines differ in dash and marker.
"""

from fairki.charts.groups import against_chance, bars, proxy_strength, rates_by_group, stay_share
from fairki.charts.look import DARK, GROUP_COLOURS, PETROL, Picture
from fairki.charts.mitigated import two_yardsticks
from fairki.charts.over_time import lines, rounds
from fairki.charts.own_data import differences, rates_of_groups
from fairki.charts.set_ups import four_fields, trade_off

__all__ = [
    "DARK",
    "GROUP_COLOURS",
    "PETROL",
    "Picture",
    "against_chance",
    "bars",
    "differences",
    "four_fields",
    "lines",
    "proxy_strength",
    "rates_by_group",
    "rates_of_groups",
    "rounds",
    "stay_share",
    "trade_off",
    "two_yardsticks",
]
