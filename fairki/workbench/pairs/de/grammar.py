"""What the language does to words although it says the same: patterns (regular expressions) for texts."""

from fairki.workbench.pairs.de.names import FRAU, HERR, HERRN

TITLES = f"{FRAU}|{HERRN}|{HERR}"
DEGREES = r"(?:Dr|Prof)\."
GENITIVE = r"(?:ens|s|['’](?!\w))"
"""What a name may end with."""
PRONOUNS = r"\b(?:er|sie|ihm|ihn|ihnen|(?:ihr|sein)(?:e|em|en|er|es)?)\b"
FEMININE = r"(?<=\w{4})in(?:nen)?$"
ENDING = r"(?<=\w{3})(?:ern|em|en|er|es|e|n|s)$"
"""An ending of inflection."""
ARTICLE = r"d(?:er|ie|as|en|em|es)"
SPREADSHEET_ERROR = r"#[A-ZÄÖÜ/0]+[!?]?"
"""What stands in a cell whose formula fails, such as ``#NAME?``."""
