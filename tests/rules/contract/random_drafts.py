"""Random drafts: most near the limits of the tables, some far beyond them."""

from random import Random

from tests.rules.contract.draft import Draft, Group, Plan, Project

BASES = ("SEL_107", "SEL_108", "SEL_107_108", "ABL_105", "SEL_66", "OTHER")
ORIGINS = ("new", "new", "new", "converted_from_abl_105", "preserved")
COUNTS = (0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 19, 42, -1)
AMOUNTS = (0, 1, 23, 999, 1_000, 8_000, 14_600, 19_700, 19_704, 19_999, 20_000, 20_001, 22_900, 31_900, 74_400)
LOANS = (None, None, None, 0, 1, 999, 1_000, 5_000, 19_700, 19_704, 20_000, 20_001, 300_000, 600_000, 600_001, -1)
DATES = ("1925-12-31", "2024-04-30", "2024-05-01", "2024-12-31", "2025-01-01", "2025-11-30", "2026-09-01", "2026-12-31")
SHARES = (None, "0", "10", "24.99", "25", "25.00", "33.33", "33.32", "50", "100", "100.01", "-1")
REASONS = (
    "",
    " ",
    "Nedslidt.",
    "abcdefghij klmnopqrs!",
    "abcdefghij klmnopqrst",
    "Pladserne bortfalder ellers i 2027.",
)
TEXTS = ("", " \n", "Et kort afsnit.", "a" * 1_000, "a" * 998 + "\n\n", "a" * 1_001, "Øst → vest")
NAMES = ("", " ", "Bakken", "bakken ", "Engen", "Skoven")
ID = "00000000-0000-4000-8000-000000000000"


def random_draft(random: Random) -> Draft:
    """Returns a draft that the program opens."""
    return {
        "format": "botilbud-application",
        "format_version": 2,
        "id": ID,
        "round": "LanBotilbud_2025-26",
        "applicant": {"municipality_code": random.choice((None, "851", "851"))},
        "projects": _projects(random),
        "description": random.choice(("", " ", "x", "xx → x", "x" * 3_999 + "\n", "x" * 4_001)),
        "contacts": {
            "names": random.choice(("", "Åse")),
            "phones": random.choice((" ", "99 31 31 31")),
            "emails": random.choice(([], [" "], ["a@b.dk"], ["a@b.dk", "aase"])),
        },
    }


def _projects(random: Random) -> list[Project]:
    projects = [_project(random) for _ in range(random.choice((0, 1, 1, 1, 2, 2, 3, 6)))]
    if projects and random.random() < 0.1:
        twin: Project = {**_project(random), "loan": projects[0]["loan"], "places": projects[0]["places"][::-1]}
        projects.append({**twin, "name": f" {projects[0]['name'].upper()}"})
    return projects


def _project(random: Random) -> Project:
    return {
        "id": ID,
        "name": random.choice(NAMES),
        "loan": {year: random.choice(LOANS) for year in ("2025", "2026")},
        "gross_construction_cost": random.choice((None, *AMOUNTS, 120_900, random.randint(-2, 60_000))),
        "places": [_group(random) for _ in range(random.choice((0, 1, 1, 2, 2, 3, 4)))],
        "places_closed_elsewhere": random.choice((None, 0, 0, 0, 1, 2, 8, 19, -1)),
        "share_for_others": random.choice(SHARES),
        "completion_date": random.choice((None, "2027-01-01", *DATES)),
        "building": random.choice((None, "new_building", "existing_building")),
        "coordination": random.choice((None, "none", "kkr", "other_intermunicipal")),
        "coordination_note": random.choice(("", " ", "Punkt 3.5")),
        "preservation_reason": random.choice(REASONS),
        "daily_rates": [
            {
                "label": random.choice(("", "I dag")),
                "lowest": random.choice((0, 900, -1)),
                "highest": random.choice((0, 899, 900)),
            }
            for _ in range(random.choice((0, 1, 2)))
        ],
        "description": random.choice(TEXTS),
        "cost_plan": random.choice((None, _plan(random))),
    }


def _group(random: Random) -> Group:
    return {
        "year": random.choice((2025, 2025, 2026, 2026, 2026, 2024)),
        "legal_basis": random.choice(BASES),
        "origin": random.choice(ORIGINS),
        "count": random.choice(COUNTS),
    }


def _plan(random: Random) -> Plan:
    total = random.choice((0, 3, 9, 14, 50, random.randint(-1, 60)))
    return {
        "basis": {
            "unit": random.choice(("places", "places", "area_m2", "homes", "other")),
            "eligible": random.choice((0, 1, 2, 8, total, total + 1, -1)),
            "total": total,
        },
        "lines": [
            {
                "label": "Bolig",
                "amount": random.choice((*AMOUNTS, random.randint(-1, 40_000))),
                "treatment": random.choice(("direct", "direct", "shared", "excluded")),
            }
            for _ in range(random.randint(0, 3))
        ],
        "round_to": random.choice((1, 10, 100, 1000)),
    }
