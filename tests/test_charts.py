"""The charts, read as a reader would: gaps stay gaps, estimates are hatched, separators are Belgian."""

from datetime import date, timedelta

import pandas as pd
import pytest

from lkdash import charts, theme
from lkdash.charts.marks import wrapped
from lkdash.contracts.period import span
from lkdash.importers.layout import layouts
from tests.conftest import ROOT


def rows(*cells: tuple[str, str, float | None], measure: str = "share_with_card") -> pd.DataFrame:
    """period, status, value."""
    return pd.DataFrame(
        {
            "period": [period for period, _, _ in cells],
            "measure": measure,
            "label": measure,
            "value": [value for _, _, value in cells],
            "text": ["gat" if value is None else f"<{value}>" for _, _, value in cells],
            "status": [status for _, status, _ in cells],
            "bias": ["probably_higher" if status == "estimate" else None for _, status, _ in cells],
        }
    )


CELLS = (("2019", "final", 0.65), ("2020", "estimate", 0.583), ("2021", "pending", None))


def test_an_estimate_is_hatched_with_its_arrow_and_a_missing_year_is_a_gap_with_words():
    fig = charts.bars(rows(*CELLS))
    (trace,) = fig.data
    assert list(trace.y) == [0.65, 0.583, None]
    assert list(trace.marker.pattern.shape) == ["", "/", ""]
    assert list(trace.text) == ["<0.65>", "<0.583> ↑", ""]
    (gap,) = fig.layout.annotations
    assert (gap.x, gap.text) == (2, "gat")


@pytest.mark.parametrize(
    ("periods", "level"),
    [
        (["2017", "2018", "2019", "2020", "2021"], True),
        ([f"1 januari {2010 + at}" for at in range(9)], False),
    ],
)
def test_names_are_level_where_a_phone_has_room_and_have_room_where_they_stand_upright(periods, level: bool):
    layout = charts.bars(rows(*((period, "final", 1.0) for period in periods))).layout
    assert (layout.xaxis.tickangle == 0) is level
    assert layout.margin.b >= (30 if level else 70)


def test_years_are_categories_and_separators_belgian():
    for fig in (charts.bars(rows(*CELLS)), charts.grouped(rows(*CELLS)), charts.stacked(rows(*CELLS))):
        assert fig.layout.xaxis.type == "category"
        assert fig.layout.separators == ",."
        assert not fig.layout.showlegend


def test_a_stack_keeps_its_order_and_says_what_is_missing_on_top():
    both = pd.concat(
        [rows(*CELLS, measure="cards_library"), rows(("2021", "final", 0.2), measure="cards_starters")]
    )
    fig = charts.stacked(both)
    assert [trace.name for trace in fig.data] == ["cards_library", "cards_starters"]
    assert fig.layout.barmode == "stack"
    assert fig.layout.showlegend
    (gap,) = fig.layout.annotations
    assert gap.y == pytest.approx(0.2)


def test_a_group_names_the_missing_bar_beside_the_present_one():
    both = pd.concat(
        [
            rows(("2021", "final", 3.0), measure="cards_made"),
            rows(("2021", "pending", None), measure="staff_with_card"),
        ]
    )
    fig = charts.grouped(both)
    (gap,) = fig.layout.annotations
    assert gap.text == "gat"
    assert 0 < gap.x < 0.5


def parts(**values: float | None) -> pd.DataFrame:
    return pd.concat([rows(("2020", "final", value), measure=name) for name, value in values.items()])


def test_the_flow_is_balanced_and_leaves_out_what_is_not_counted():
    table = parts(
        cards_made=10,
        cards_sent_to_library=7,
        cards_subscription=2,
        cards_starters=1,
        cards_library=4,
        cards_not_in_possession=2,
        cards_unattributed=1,
        staff_with_card=8,
    )
    (sankey,) = charts.flow(table).data
    made = [v for s, v in zip(sankey.link.source, sankey.link.value, strict=True) if s == 0]
    assert sum(made) == 10
    held = sankey.node.label.index(next(n for n in sankey.node.label if "staff" in n))
    assert sum(v for t, v in zip(sankey.link.target, sankey.link.value, strict=True) if t == held) == 8
    table.loc[table["measure"].isin(["cards_library", "staff_with_card"]), "value"] = None
    (partial,) = charts.flow(table).data
    assert not any("staff" in name for name in partial.node.label)


def lanes(*cells: tuple[str, str, date | None, date | None]) -> pd.DataFrame:
    """text, kind, starts, ends."""
    frame = pd.DataFrame(cells, columns=["text", "kind", "starts", "ends"])
    when = ["ooit" if s is None else "toen" for s in frame["starts"]]
    return frame.assign(kind_name=frame["kind"], when=when, phase="during")


def test_an_action_without_a_date_is_an_outline_over_the_period_and_a_dated_one_stands_on_its_date():
    rows_ = lanes(
        ("Advertenties", "paid", None, None), ("Uitzending", "partner", date(2019, 5, 13), date(2019, 5, 15))
    )
    first, last = date(2019, 4, 23), date(2019, 10, 5)
    fig = charts.timeline(
        rows_, (first, last), ticks={}, title="vlak", dated="datum", undated="geen", earlier="voor"
    )
    outline, exact, diamond = fig.data
    day = 86_400_000
    assert [pd.Timestamp(base).date() for base in outline.base] == [first]
    assert list(outline.x) == [day * 166]
    assert (outline.marker.pattern.shape, outline.marker.color) == ("/", theme.WHITE)
    assert (list(exact.x), pd.Timestamp(exact.base[0]).date()) == ([day * 3], date(2019, 5, 13))
    assert pd.Timestamp(diamond.x[0]) == pd.Timestamp("2019-05-14 12:00")
    assert [trace.name for trace in fig.data if trace.name] == ["geen", "datum"]
    said = [annotation.text for annotation in fig.layout.annotations]
    assert said == ["vlak", "<b>Paid</b>", "Advertenties", "<b>Partner</b>", "Uitzending (toen)"]
    assert len(set(outline.y) | set(exact.y)) == 2
    told = fig.layout.annotations[-1]
    half = 1.3 * diamond.marker.size / 2 + diamond.marker.line.width  # Plotly's diamond is 1.3 of its size
    assert (
        told.y - 1 - diamond.y[0]
    ) * 18 > half  # pixels between a line of words and the middle of its diamond


def test_an_undated_action_before_the_start_points_away_from_it_and_covers_no_day():
    rows_ = lanes(("Beurs", "own", None, None), ("Website", "own", None, None))
    rows_["phase"] = ["before", "during"]
    first, last = date(2019, 4, 23), date(2019, 10, 5)
    names = {"title": "vlak", "dated": "datum", "undated": "geen", "earlier": "voor"}
    fig = charts.timeline(rows_, (first, last), ticks={}, **names)
    (arrow,) = [trace for trace in fig.data if trace.name == "voor"]
    assert (arrow.marker.symbol, [pd.Timestamp(day).date() for day in arrow.x]) == ("triangle-left", [first])
    (outline,) = [trace for trace in fig.data if trace.name == "geen"]
    assert len(outline.y) == 1
    assert "Beurs (ooit)" in [annotation.text for annotation in fig.layout.annotations]


MOMENTS = pd.DataFrame(
    {
        "kind": ["campaign", "break"],
        "text": ["de campagne", "de hervorming"],
        "starts": [date(2019, 4, 23), date(2019, 9, 1)],
        "ends": [date(2019, 10, 5), date(2020, 8, 31)],
    }
)


def years(*cells: tuple[str, str, float | None]) -> pd.DataFrame:
    """period, status, value; with its days."""
    frame = rows(*cells, measure="reference")
    spans = [span(period) for period in frame["period"]]
    days = {"starts": [first for first, _ in spans], "ends": [last for _, last in spans]}
    return frame.assign(when=frame["period"], **days)


def test_a_bar_stands_over_its_period_and_a_missing_year_is_a_gap_with_words():
    fig = charts.in_time(
        years(("2017-2018", "final", 10.0), ("2018-2019", "unavailable", None), ("2019-2020", "final", 12.0)),
        MOMENTS,
    )
    bars, *named = fig.data
    assert bars.type == "bar"
    assert list(bars.y) == [10, None, 12]
    assert [x.year for x in bars.x] == [2018, 2019, 2020]
    assert [trace.name for trace in named] == ["de campagne", "de hervorming"]
    (gap,) = fig.layout.annotations
    assert gap.text == "gat"
    assert date(2018, 9, 1) < gap.x.date() < date(2019, 4, 23)
    assert not [trace for trace in fig.data if trace.type == "scatter" and any(trace.y)]


def test_the_campaign_is_shaded_and_the_break_is_a_line_on_its_first_day():
    fig = charts.in_time(years(("2016-2017", "approximate", -0.05)), MOMENTS)
    shade = next(shape for shape in fig.layout.shapes if shape.fillcolor)
    assert (shade.x0, shade.x1) == (date(2019, 4, 23), date(2019, 10, 6))
    dashes = [shape for shape in fig.layout.shapes if shape.line.dash == "dash"]
    assert [(line.type, line.x0, line.x1) for line in dashes] == [
        ("line", date(2019, 9, 1), date(2019, 9, 1))
    ]
    first, last = fig.layout.xaxis.range
    assert first <= date(2016, 9, 1)
    assert last > date(2019, 10, 6)
    low, high = fig.layout.yaxis.range
    assert low < -0.05 < 0 < high


def test_words_stand_beside_the_shade_or_have_white_round_them():
    cells = [("2018-2019", "unavailable", None), ("2019-2020", "final", 12.0)]
    cells += [("2020-2021", "unavailable", None)]
    fig = charts.in_time(years(*cells), MOMENTS)
    beside, free = fig.layout.annotations
    first, campaign = pd.Timestamp(2018, 9, 1), pd.Timestamp(2019, 4, 23)
    assert beside.x == first + (campaign - first) / 2  # of the part that no shade covers
    assert free.x == pd.Timestamp(2021, 3, 2, 12)  # of the whole school year
    shaded = MOMENTS.assign(starts=date(2018, 10, 1), ends=date(2019, 8, 1))
    (covered, _) = charts.in_time(years(*cells), shaded).layout.annotations
    assert covered.x == pd.Timestamp(2019, 3, 2, 12)
    for font in (beside.font, free.font, fig.data[0].textfont):
        assert theme.WHITE in font.shadow


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("role", theme.COLOURS)
def test_every_colour_can_be_told_from_white_and_read_upon(role: str):
    colour = theme.colour(role)
    assert contrast(colour.line, theme.WHITE) >= 3
    assert contrast(colour.text, colour.fill) >= 4.5


def test_every_colour_is_that_of_a_measure_a_kind_or_a_role_in_code(warehouse):
    known = {*warehouse.dataset("measures")["measure"], *warehouse.dataset("actions")["kind"]}
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in (ROOT / "lkdash").rglob("*.py")
        if file.name != "theme.py"
    )
    known |= {f"platform_{layout.platform}" for layout in layouts().values()}
    assert not [role for role in theme.COLOURS if role not in known and f'"{role}"' not in code]


def test_an_unknown_role_has_no_colour():
    with pytest.raises(KeyError):
        theme.colour("nothing")


def test_names_of_moments_that_would_touch_stand_together():
    weeks = pd.DataFrame(
        {
            "starts": [date(2019, 4, 22), date(2019, 9, 30)],
            "platform": "meta",
            "name": "Meta",
            "impressions": [10.0, 20.0],
            "status": "final",
            "period": ["week van 22 april 2019", "week van 30 september 2019"],
        }
    )
    moments = [(date(2019, 4, 23), "1"), (date(2019, 10, 4), "2"), (date(2019, 10, 5), "3")]
    fig = charts.over_time(weeks, moments, ticks={})
    assert fig.layout.showlegend  # Plotly names one platform alone only when it is told to
    assert [note.text for note in fig.layout.annotations] == ["1", "2, 3"]
    assert len(fig.layout.shapes) == 3
    (bars,) = fig.data  # a week's bar stands over its own days, and so do the marks
    half = timedelta(milliseconds=bars.width / 2)
    middle, mark = pd.Timestamp(bars.x[1]), pd.Timestamp(fig.layout.shapes[1].x0)
    assert date(2019, 9, 30) == (middle - half).date()
    assert (middle + half).date() == date(2019, 10, 6)
    assert middle - half < mark < middle + half
    assert bars.marker.line.width
    own = charts.over_time(weeks, [], ticks={date(2019, 9, 30): "30 sep"})
    assert list(own.layout.xaxis.tickvals) == [bars.x[1]]  # the name of a bar stands under its middle
    months = charts.over_time(weeks, [], ticks={date(2019, 5, 1): "mei"})
    assert [pd.Timestamp(when).date() for when in months.layout.xaxis.tickvals] == [date(2019, 5, 1)]
    years_on = weeks.assign(starts=[date(2019, 4, 22), date(2026, 6, 1)])
    (thin,) = charts.over_time(years_on, [], ticks={}).data
    assert thin.width / 86_400_000 == pytest.approx(2597 / 150)  # two pixels of a phone, and no white edge
    assert not thin.marker.line.width
    assert fig.layout.margin.r > 15  # half the name of a month, which Plotly leaves out where it has no room


def test_words_from_a_file_are_drawn_as_they_are():
    row = {"measure": "impressions", "value": 10.0, "text": "10", "status": "final", "figure_id": "IMP-A"}
    bars = charts.ranked(pd.DataFrame([row | {"period": "<b>vet</b> & zo"}]))
    assert bars.layout.annotations[0].text == "&lt;b&gt;vet&lt;/b&gt; &amp; zo: <b>10</b>"
    told = "&lt;i&gt;leraren&lt;/i&gt; en<br>&lt;b&gt;directies&lt;/b&gt;"
    assert wrapped("<i>leraren</i> en <b>directies</b>", 18) == told
