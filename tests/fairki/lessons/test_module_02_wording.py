"""Tables of module 02 claim no more than the numbers in them show."""

from fairki.lessons.module_02 import _rate_table


def test_a_rate_is_marked_as_higher_only_where_one_sees_it():
    def table(women, men):
        return _rate_table(("Fach", "Frauen", "Männer"), [("A", women, men, (1000, 1000))])

    assert "höher" not in table(0.30001, 0.30004)
    assert table(0.30, 0.31).count("höher") == 1
