"""What the ratings files hold, as framework.yaml and policy.yaml have it."""

STANDARDS = [4, 4, 4, 4, 3, 6, 6, 6]  # statements below each
ITEMS = [f"{s}.{i}" for s, n in enumerate(STANDARDS, 1) for i in range(1, n + 1)]
GROUPS = ["self", "supervisor", "teacher"]
LEVELS = ["1 - Beginning", "2 - Developing", "3 - Proficient", "4 - Distinguished"]
NULLS = ["Not observed", "Not applicable"]
BANDS = [("Ineffective", "1"), ("Partially Effective", "1.85"), ("Effective", "2.65"), ("Highly Effective", "3.5")]


def is_wide(path):
    """Whether a file has a row for each form, by its header."""
    with open(path, encoding="utf-8") as file:
        return "item" not in file.readline().replace('"', "").rstrip("\n").split(",")
