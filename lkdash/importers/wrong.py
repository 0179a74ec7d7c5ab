"""What must not be in a file, as conditions on the relation `typed` of importers/statement.py."""

from lkdash.contracts.outcome import AMOUNTS, MEASURED
from lkdash.importers.dimensions import TEXTS
from lkdash.importers.plan import Plan


def checks(plan: Plan) -> dict[str, str]:
    """What must not be: a condition on a row a column, by kind and place.

    n3: a number, t3: thousands or decimals, d1: a day, e2: a last day, f0: a formula, z0: a character that
    is no text, m4: a currency.
    """
    return wrong_cells(plan) | _wrong_names(plan)


def broken(plan: Plan) -> str:
    """Is any row of `wide` broken? Of names looked at once a group, which is not once a row."""
    return f"coalesce(bool_or({' or '.join(['bad', *_wrong_names(plan).values()])}), false)"


def wrong_cells(plan: Plan) -> dict[str, str]:
    """Of these, what is looked at in each row: numbers, days, names that are not kept."""
    wrong = {f"n{at}": _wrong_number(at, plan) for at in [*plan.metrics, *plan.rates]}
    wrong |= {f"t{at}": _thousands_or_decimals(at, plan) for at in plan.metrics if _is_whole(at, plan)}
    wrong |= {f"d{at}": f"reason is null and d{at} is null" for at in plan.days}
    if len(plan.days) > 1:
        first, last = plan.days[0], plan.days[-1]
        wrong[f"e{last}"] = f"coalesce(reason is null and d{last} < d{first}, false)"
    # Names of ad groups and posts are not kept, and may begin with a plus (+leraar +worden).
    named = [at for name in ("ad_group", "item") if (at := plan.found.at(name)) is not None]
    return wrong | {f"f{at}": f"coalesce(starts_with(c{at}, '='), false)" for at in named}


def _wrong_names(plan: Plan) -> dict[str, str]:
    """Formulas and what is no text in what is kept as it is written; an account may be a handle (@Klasse)."""
    kept = {name: at for name in TEXTS if (at := plan.found.at(name)) is not None}
    handle = {"account": " and not is_handle(account)"}
    wrong = {f"f{at}": f"is_formula({name}){handle.get(name, '')}" for name, at in kept.items()}
    wrong |= {f"z{at}": f"coalesce(contains({name}, chr(0)), false)" for name, at in kept.items()}
    return wrong | {f"m{at}": _wrong_currency() for name, at in kept.items() if name == "currency"}


def _wrong_currency() -> str:
    """A word that is no code of three letters would stand as a currency of its own."""
    known = "currency is null or currency = 'EUR' or contains(currency, chr(0))"
    return f"(reason is null and not ({known} or regexp_full_match(currency, '[A-Z]{{3}}')))"


def _wrong_number(at: int, plan: Plan) -> str:
    """A number that is none, lies below zero, or has decimals where only whole numbers count."""
    metric = plan.metrics.get(at, ("", None))[0]
    tests = ["false"]
    if metric != "subscribers":
        tests.append(f"n{at} < 0")
    if _is_whole(at, plan):
        tests.append(f"n{at} <> floor(n{at})")
    missing = f"coalesce(cell(trim(c{at})) is not null, false)"
    return (
        f"case when reason is not null then false when n{at} is null then {missing} "
        f"else {' or '.join(tests)} end"
    )


def _is_whole(at: int, plan: Plan) -> bool:
    """Does a column hold a metric that is counted one by one?"""
    return at in plan.metrics and plan.metrics[at][0] not in (*AMOUNTS, *MEASURED)


def _thousands_or_decimals(at: int, plan: Plan) -> str:
    """'2.000' where a point is the decimal sign: two, or two thousand as it is written elsewhere.

    Three decimals that are no zeros are a wrong number already. Most cells are too short to be looked into,
    and the regular expression is for the few with such zeros: with `and` each would be tried on every cell.
    """
    zeros = f"{'.' if plan.sign == 'dot' else ','}000"
    pattern = f"-?[1-9][0-9]{{0,2}}[{zeros[0]}]000"
    doubtful = f"reason is null and regexp_full_match(bare(c{at}), '{pattern}')"
    return (
        f"case when strlen(c{at}) < {len(zeros) + 1} then false "
        f"when contains(c{at}, '{zeros}') then {doubtful} else false end"
    )
