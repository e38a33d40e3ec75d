import pathlib
p = pathlib.Path("bewertung/zuordnung.csv")
p.write_bytes(p.read_text("utf-8-sig").replace("\n", "\r\n").encode("cp1252", "replace"))
