"""What platforms and surveys report: the metrics, the tidy columns every import ends in, and its papers."""

from dataclasses import asdict, dataclass, field
from typing import Any

from lkdash.contracts.dataset import Column, Dataset
from lkdash.contracts.finding import Finding

COUNTS = (
    "impressions",
    "reach",
    "clicks",
    "link_clicks",
    "engagements",
    "interactions",
    "shares",
    "reposts",
    "likes",
    "replies",
    "comments",
    "bookmarks",
    "follows",
    "unfollows",
    "profile_visits",
    "create_post",
    "landing_page_views",
    "results",
    "purchases",
    "video_views",
    "media_views",
    "viewable_impressions",
    "earned_views",
    "earned_likes",
    "earned_shares",
    "earned_subscribers",
    "sessions",
    "engaged_sessions",
    "users",
    "new_users",
    "page_views",
    "events",
    "actions",
    "responses",
    "answers",
    "enrolments",
    "students",
    "started_students",
    "study_starters",
    "first_time_students",
    "entrance_test_registered",
    "entrance_test_completed",
    "entrance_test_participants",
    "job_seekers_in_training",
)
AMOUNTS = ("cost", "conversion_value")
# May carry decimals, or lie below zero: what platforms attribute, derive or subtract.
MEASURED = (
    "conversions",
    "goal_conversions",
    "subscribers",
    "watch_hours",
    "watch_ms",
    "video_25",
    "video_50",
    "video_75",
    "video_100",
)
METRICS = (*COUNTS, *AMOUNTS, *MEASURED)
# People: the same person may be in two rows, so only bounds are known, from the largest row to the sum.
NOT_ADDITIVE = ("reach", "users", "new_users")
# What rates and their bounds are made of: pairs of these count only where one row of a file tells both.
PAIRED = ("impressions", "reach", "clicks", "link_clicks", "conversions", "goal_conversions", "cost")
UNFILLED = "?"  # the group of those who left it open in a survey that asks for it

OUTCOME_COLUMNS = (
    Column(
        "period_start", "DATE", required=False, description="first day; empty where the file names no period"
    ),
    Column("period_end", "DATE", required=False, description="last day"),
    Column("platform", description="google_ads, meta, x, youtube, web, survey, template"),
    Column("network", description="search, display, video, feed …; empty where not told"),
    Column("account", description="empty where not told"),
    Column("campaign", description="empty where not told"),
    Column("paid", "BOOLEAN", required=False, description="false = organic; empty where it has no meaning"),
    Column("metric", allowed=METRICS),
    Column("value", "DOUBLE", description="of people: the least that it can be"),
    Column("value_high", "DOUBLE", required=False, description="of people: the most that it can be"),
    Column("unit", allowed=("number", "amount")),
    Column("currency", required=False, description="ISO 4217; never added to another one"),
    Column("question", required=False, description="of a survey"),
    Column("audience", required=False, description="stakeholder group of a survey; ? where left open"),
    Column("answer", "INTEGER", required=False, description="score 1 to 5 of a survey's answer"),
    Column(
        "blank",
        required=False,
        description="metrics that these rows leave open and others of the same days and campaign do not",
    ),
    Column("status", allowed=("final", "demo")),
)


OUTCOMES = Dataset(
    "outcomes",
    "one metric of one period, platform, network, account and campaign, as one import tells it",
    (
        *OUTCOME_COLUMNS,
        Column("import_id", description="SHA-256 of the received file"),
        Column("imported_at", description="ISO 8601, UTC"),
        Column("file", description="name of the received file"),
        Column("title", description="the kind of export"),
    ),
    ("import_id", "period_start", "platform", "network", "account", "campaign", "paid", "metric"),
)


@dataclass(frozen=True)
class Papers:
    """Where the rows of one import come from: written into its file, shown in its history.

    currency: of its amounts, where all are in one that is named.
    """

    import_id: str
    file: str
    layout: str
    title: str
    language: str
    imported_at: str
    imported_by: str
    rows_read: int
    rows_kept: int
    rows_dropped: dict[str, int]
    period: dict[str, str] | None
    totals: dict[str, Any]
    demo: bool = False
    currency: str = ""


@dataclass(frozen=True)
class Receipt:
    """What became of one received file: imported, unchanged or refused.

    columns: printed name → the metric, or else the part of a row, that it was read as. preview: the first
    tidy rows, and replaces: the ids of the imports of which it would replace rows, only of a dry run. demo:
    it holds made-up examples.
    """

    file: str
    status: str
    layout: str | None = None
    rows_read: int = 0
    rows_kept: int = 0
    rows_dropped: dict[str, int] = field(default_factory=dict)
    period: dict[str, str] | None = None
    totals: dict[str, Any] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()
    import_id: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    preview: tuple[dict[str, Any], ...] = ()
    replaces: tuple[str, ...] = ()
    title: str = ""
    demo: bool = False
    currency: str = ""

    def record(self) -> dict[str, Any]:
        """The same as plain values; problems keep their key and values; previews only of a dry run."""
        told = asdict(self)
        return {name: cell for name, cell in told.items() if name not in ("preview", "replaces") or cell}


class Refusal(Exception):
    """A file, or a change to the store, that is not accepted; the findings say what, where, what to do."""

    def __init__(self, *findings: Finding, layout: str | None = None) -> None:
        super().__init__("; ".join(finding.key for finding in findings))
        self.findings = findings
        self.layout = layout


def refuse(key: str, **values: object) -> Refusal:
    """A refusal for one reason."""
    return Refusal(Finding(f"refusal.{key}", {name: str(value) for name, value in values.items()}))


def refusal_of(error: Refusal | OSError) -> Refusal:
    """The refusal itself; of any other error the one that says that the imports cannot be written."""
    return error if isinstance(error, Refusal) else refuse("no_room")
