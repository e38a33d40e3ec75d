"""German of the database of a workshop, for the terminal and for who leads."""

NOT_SAVED = (
    "Das ließ sich gerade nicht speichern. Vielleicht ist der Datenträger voll.",
    "Bitte versuchen Sie es gleich noch einmal. Alles, was bestätigt wurde, ist sicher.",
)
HELD = (
    "Auf diese Datenbank greift schon ein anderer Workshop zu.",
    "Beenden Sie den anderen Server mit Strg+C, oder nennen Sie mit --datenbank eine andere.",
)
UNKNOWN = (
    "Diese Datenbank kennt der Workshop nicht.",
    "Lassen Sie --datenbank weg, oder nennen Sie eine Adresse wie postgresql://name@rechner/datenbank. "
    "Für PostgreSQL muss das Paket psycopg installiert sein.",
)
NEWER = (
    "Der letzte Workshop ist von einer neueren Fassung des Kurses.",
    "Nehmen Sie die neuere Fassung. Oder --neu löscht ihn, und ein neuer beginnt.",
)
NOT_OPENED = (
    "Die Datenbank des Workshops lässt sich nicht öffnen.",
    "Prüfen Sie freien Platz, Rechte und Verbindung. Starten Sie dann noch einmal.",
)
DATABASE = "Datenbank"


def damaged(place: str) -> tuple[str, str]:
    """What was kept cannot be read."""
    return (
        f"Der letzte Workshop ist beschädigt und lässt sich nicht lesen ({place}).",
        "Brauchen Sie ihn noch? Dann spielen Sie eine Sicherung zurück. Sonst löscht --neu ihn, und ein neuer beginnt.",
    )
