"""The words of a dataset in the reader's language."""

import pandas as pd

from lkdash.contracts import Lang


def in_language(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The columns of one language without their ending; the bare one is called `text`."""
    other = {"nl": "en", "en": "nl"}[lang]
    kept = [c for c in rows if c != other and not str(c).endswith(f"_{other}")]
    names = {f"{str(c).removesuffix(f'_{lang}')}_{lang}": str(c).removesuffix(f"_{lang}") for c in kept}
    return rows[kept].rename(columns={**names, lang: "text"})
