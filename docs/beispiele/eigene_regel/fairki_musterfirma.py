"""Ein eigenes Satzmuster mit seiner Prüfung, und ein Spielsystem mit einem Fehler, den es findet.

Die Kennungen (id, name einer Lücke) stehen in den Dateien der Lernenden. Ändern Sie sie nie, auch nicht ihre Bedeutung.
"""

from fairki import plugins
from fairki.plugins import BROKEN, HELD, UNCLEAR, Found


def patterns():
    """Was im Kodex-Baukasten unter „Eigene Satzmuster“ steht."""
    return [
        plugins.Pattern(
            id="geeignete_finden",
            title="Geeignete finden",
            sentence="Von allen, für die das Ja gedacht ist, bekommen mindestens {anteil} ein Ja.",
            hint="So fällt auf, wenn ein System zu streng ist und kaum jemanden durchlässt.",
            blanks=[
                plugins.Number(
                    name="anteil",
                    label="Mindestens so viele",
                    hint="20 Prozent verlangen wenig. Bei 60 Prozent fallen mehrere Systeme des Kurses durch.",
                    low=1,
                    high=100,
                    default=20,
                    unit=("Prozent", "Prozent"),
                )
            ],
            check=enough_found,
        )
    ]


def enough_found(evidence, values):
    """Die Prüfung: Sie sieht ein System an und sagt, was sie gefunden hat, in einem Satz."""
    if not evidence.has_data or not evidence.truth_known:
        return Found(UNCLEAR, "Niemand hat nachgesehen, für wen das Ja gedacht war.")
    suitable = evidence.system.truth == 1
    if not suitable.any():
        return Found(UNCLEAR, "Unter diesen Menschen ist niemand, für den das Ja gedacht war.")
    missed = int((suitable & (evidence.decisions == 0)).sum())
    share = 100 * (1 - missed / suitable.sum())
    why = f"{int(share)} von 100 Menschen, für die das Ja gedacht ist, bekommen es."
    if share < values["anteil"]:
        return Found(BROKEN, why, figure=share, affected=missed)
    return Found(HELD, why, figure=share)


def systems():
    """Was im Audit neben den Systemen des Kurses geprüft wird."""
    return [
        plugins.System(
            id="talentfilter",
            name="Talentfilter",
            purpose="Er sucht für Stellen mit viel Andrang die Bewerbungen heraus, die jemand liest.",
            field="bewerbung",
            says={"monitoring_months": 2},
            faults=[
                plugins.Fault(
                    id="zu_streng",
                    name="Viel zu streng",
                    harm="Die meisten Geeigneten liest niemand.",
                    found_by=("musterfirma.geeignete_finden",),
                    decides={"share": 0.03},
                )
            ],
        )
    ]
