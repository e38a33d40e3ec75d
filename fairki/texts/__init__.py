"""Texts: toy systems that write, copy, answer and listen, each really trained on seeded toy texts.

``corpus`` draws assessments with a known bias, ``language_model`` learns to write them, ``memory`` keeps what it read,
``years`` lets a model learn from its own texts, ``remedies`` are what one can do about it. ``crm``, ``sheets``,
``calls`` and ``reading`` are the other places where text is made. ``text_systems`` makes systems with a Steckbrief of
all of these, ``text_evidence`` measures them, ``text_faults`` names what can be wrong with them.

Data inside is whole numbers and ids; the German of slots, words and templates stands in ``de``. numpy only; every call
takes a seed or a generator. Effects are chosen to be visible, and their direction is set by us.
"""
