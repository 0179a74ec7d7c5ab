"""Channels: how cards reach their holders, what no channel explains, and what nobody picked up."""

import streamlit as st

from lkdash import charts, measures, stories
from lkdash.texts import listed, text
from lkdash.ui import calm, heading, opening, pick_edition, show, warehouse

choice = opening("channels.title", "editions", "relative", "estimates")
lang = choice.lang
data = warehouse()

channels = measures.channels(data, choice)
chart = charts.stacked(channels.rows)
show(text("channels.stacked", lang), stories.channels(channels, lang), channels, choice, chart)

closely = pick_edition()
parts = measures.channel_parts(data, closely)
title = text("channels.flow", lang, edition=closely.edition)
show(title, stories.flow(parts, lang), parts, closely, charts.flow(parts.rows))

pickup = measures.library_pickup(data, choice)
chart = charts.bars(pickup.of("library_pickup_share").rows)
summary = stories.by_period(pickup, "library_pickup_share", lang)
show(text("channels.pickup", lang), summary, pickup, choice, chart)

home = measures.home_delivery(data, choice)
chart = charts.stacked(home.of("cards_subscription", "cards_starters").rows, height=360)
summary = " ".join(stories.trend(home, name, lang) for name in ("cards_home", "home_share"))
show(text("channels.home", lang), summary, home, choice, chart)

for edition in stories.uncounted(data, choice):
    known = measures.posted(data, edition)
    title = text("channels.known", lang, edition=edition.editions[0])
    show(title, stories.known_so_far(known, lang), known, edition)

with calm():
    heading(text("channels.campaign", lang))
    named = stories.campaign_channels(measures.campaign_channels(data, lang), lang)
    st.write(text("channels.campaign_text", lang, channels=listed(named, lang)))
