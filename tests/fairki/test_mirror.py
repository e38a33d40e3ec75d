import itertools
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sklearn.linear_model import Ridge

from fairki import metrics, mirror
from fairki.errors import BadAnswerError
from fairki.mirror import learning
from fairki.mirror.de import wording
from fairki.worlds import recruiting, top_share
from fairki.worlds.recruiting import MAN, QUALIFICATIONS, WOMAN

APPLICANTS = mirror.applicants()
HIGHER_IS_BETTER = {"abschlussnote": -1, "test": 1, "fachkenntnisse": 1, "erfahrung": 1}


def decide(invited) -> dict[str, str]:
    """Decisions from a truth value per applicant, in the order of ``applicants()``."""
    return {i: "ja" if yes else "nein" for i, yes in zip(APPLICANTS["id"], invited, strict=True)}


def by_pairs(women, men) -> dict[str, str]:
    """Decisions from a truth value per pair for its woman and its man."""
    side = {WOMAN: list(women), MAN: list(men)}
    return decide(side[g][p - 1] for g, p in zip(APPLICANTS["geschlecht"], APPLICANTS["paar"], strict=True))


def flipped(decisions):
    return {i: "nein" if d == "ja" else "ja" for i, d in decisions.items()}


MEN_ONLY = decide(APPLICANTS["geschlecht"] == MAN)


class TestApplicants:
    def test_there_are_eight_pairs_of_a_woman_and_a_man(self):
        assert len(APPLICANTS) == 16
        assert APPLICANTS["id"].is_unique and APPLICANTS["name"].is_unique
        for _, pair in APPLICANTS.groupby("paar"):
            assert sorted(pair["geschlecht"]) == [MAN, WOMAN]

    def test_a_pair_is_equally_qualified_without_being_alike(self):
        qualification = pd.Series(recruiting.visible_qualification(APPLICANTS))
        for _, pair in APPLICANTS.groupby("paar"):
            assert np.ptp(qualification[pair.index]) < 0.015
            assert (pair[list(QUALIFICATIONS)].nunique() == 2).sum() >= 3

    def test_pairs_are_ordered_and_clearly_apart(self):
        level = pd.Series(recruiting.visible_qualification(APPLICANTS)).groupby(APPLICANTS["paar"]).mean()
        assert (level.diff().dropna() < -0.15).all()

    @pytest.mark.parametrize("column", QUALIFICATIONS)
    def test_women_and_men_have_exactly_the_same_values_of_each_qualification(self, column):
        values = APPLICANTS.groupby("geschlecht")[column].apply(sorted)
        assert values[WOMAN] == values[MAN]

    def test_gaps_and_part_time_wishes_are_more_frequent_among_women_but_not_reserved_to_them(self):
        for column, women, men in (("auszeit_monate", 7, 1), ("teilzeit", 4, 1)):
            counts = (APPLICANTS[column] > 0).groupby(APPLICANTS["geschlecht"]).sum()
            assert (counts[WOMAN], counts[MAN]) == (women, men)

    def test_pairs_are_not_shown_together_and_genders_are_mixed(self):
        for _, pair in APPLICANTS.groupby("paar"):
            assert np.ptp(pair.index) >= 3
        runs = [len(list(run)) for _, run in itertools.groupby(APPLICANTS["geschlecht"])]
        assert max(runs) <= 2

    def test_the_order_gives_no_level_away(self):
        place = np.arange(16)
        assert abs(np.corrcoef(place, APPLICANTS["paar"])[0, 1]) < 0.3

    def test_a_card_shows_facts_in_german_and_neither_gender_nor_pair(self):
        cards = mirror.cards()
        assert [card["id"] for card in cards] == APPLICANTS["id"].tolist()
        aylin = next(card for card in cards if card["title"] == "Aylin K.")
        assert aylin["facts"] == [
            ["Abschlussnote", "1,2"],
            ["Eignungstest", "63 von 100 Punkten"],
            ["Fachkenntnisse", "5,5 von 10 Punkten"],
            ["Berufserfahrung", "7,0 Jahre"],
            ["Auszeit", "14 Monate"],
            ["Teilzeit gewünscht", "nein"],
        ]
        assert {tuple(card) for card in cards} == {("id", "title", "facts", "note")}
        assert {dict(map(tuple, card["facts"]))["Auszeit"] for card in cards} >= {"keine", "3 Monate"}

    def test_nobody_can_change_the_applicants(self):
        mine, fresh = mirror.applicants(), mirror.fresh_applicants()
        mine["test"] = fresh["test"] = 0
        assert (mirror.applicants()["test"] > 0).all() and (mirror.fresh_applicants()["test"] > 0).any()


class TestFairDecisions:
    @pytest.mark.parametrize("best", range(1, 8))
    def test_inviting_both_of_the_best_pairs_shows_no_difference(self, best):
        found = mirror.learn(decide(APPLICANTS["paar"] <= best))
        assert found.verdict == mirror.OPEN
        assert (found.discordant, found.as_far) == (0, 1.0)
        assert abs(found.gap) < 50

    @pytest.mark.parametrize("column", QUALIFICATIONS)
    def test_deciding_by_one_qualification_shows_no_difference_at_any_bar(self, column):
        values = HIGHER_IS_BETTER[column] * APPLICANTS[column]
        for bar in sorted(set(values))[1:]:
            invited = values >= bar
            assert metrics.gap(invited, APPLICANTS["geschlecht"]).value == 0
            found = mirror.learn(decide(invited))
            assert found.verdict == mirror.OPEN
            assert abs(found.gap) < 60

    def test_chance_alone_is_taken_for_a_difference_in_at_most_one_of_twenty_cases(self):
        """Of all ways to decide six pairs differently, all equally likely without regard to gender."""
        verdicts = []
        for swap in itertools.product([False, True], repeat=6):
            women = [*swap, True, False]
            verdicts.append(mirror.learn(by_pairs(women, [*(not s for s in swap), True, False])).verdict)
        assert 0 < np.mean([v == mirror.DIFFERENCE for v in verdicts]) <= 0.05


class TestUnequalDecisions:
    def test_inviting_men_only_is_found_and_flipping_it_turns_the_sign(self):
        found, other = mirror.learn(MEN_ONLY), mirror.learn(flipped(MEN_ONLY))
        assert found.verdict == other.verdict == mirror.DIFFERENCE
        assert found.gap > 0 > other.gap
        assert found.discordant == 8

    @pytest.mark.parametrize(
        "declined",
        [
            pytest.param(APPLICANTS["auszeit_monate"] > 0, id="any_gap"),
            pytest.param(APPLICANTS["auszeit_monate"] >= 6, id="half_a_year"),
            pytest.param(
                (APPLICANTS["auszeit_monate"] >= 6) | (APPLICANTS["teilzeit"] == 1), id="gap_or_part_time"
            ),
        ],
    )
    def test_declining_gaps_is_found_although_nobody_looked_at_the_gender(self, declined):
        found = mirror.learn(decide(~declined))
        assert found.verdict == mirror.DIFFERENCE and found.gap > 200
        assert mirror.learn(decide(declined)).gap < 0

    def test_few_unequal_pairs_show_a_gap_but_prove_nothing(self):
        found = mirror.learn(by_pairs([1, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 0, 0, 0]))
        assert found.gap > 100
        assert (found.verdict, found.as_far) == (mirror.OPEN, 1 / 2**4)

    @settings(max_examples=25)
    @given(st.lists(st.sampled_from(["both", "none", "man", "man"]), min_size=8, max_size=8), st.booleans())
    def test_preferring_one_gender_throughout_leads_about_as_far_as_any_swap(self, pairs, women_first):
        preferred, other = [p in ("both", "man") for p in pairs], [p == "both" for p in pairs]
        assume(any(preferred) and not all(other))
        women, men = (preferred, other) if women_first else (other, preferred)
        found = mirror.learn(by_pairs(women, men))
        k = pairs.count("man")
        assert found.discordant == k
        furthest = found.control.min() if women_first else found.control.max()
        # 4.3 points was the most in 400 patterns: small weights may turn single decisions
        assert abs(found.gap - furthest) <= 60 and (found.gap > 0) == (furthest > 0)
        if k < 6:
            assert found.verdict == mirror.OPEN

    def test_the_order_in_which_decisions_were_made_does_not_matter(self):
        one = mirror.learn(MEN_ONLY)
        other = mirror.learn(dict(reversed(MEN_ONLY.items())))
        assert (one.gap, one.as_far) == (other.gap, other.as_far)

    @given(st.lists(st.booleans(), min_size=16, max_size=16))
    def test_the_verdict_and_the_range_of_chance_never_contradict_each_other(self, invited):
        assume(any(invited) and not all(invited))
        found = mirror.learn(by_pairs(invited[:8], invited[8:]))
        low, high = found.chance
        assert low <= 0 <= high
        assert (low <= found.gap <= high) == (found.verdict == mirror.OPEN)


class TestModel:
    def features(self, people, fresh):
        columns = [*QUALIFICATIONS, "auszeit_monate", "teilzeit"]
        seen = (people[columns] - fresh[columns].mean()) / fresh[columns].std()
        return seen.assign(gender=people["geschlecht"].map({WOMAN: 1, MAN: -1}).fillna(0)).to_numpy()

    def test_each_control_is_a_ridge_regression_on_swapped_decisions(self):
        """The same by brute force: every swap learnt on its own by scikit-learn."""
        women, men = np.array([1, 0, 1, 0, 0, 1, 0, 0]), np.array([1, 1, 1, 1, 0, 0, 0, 0])
        found = mirror.learn(by_pairs(women, men))
        fresh = mirror.fresh_applicants()
        gender = fresh["geschlecht"]
        gaps = []
        for swap in itertools.product([False, True], repeat=3):
            w, m = women.copy(), men.copy()
            for pair, swapped in zip(np.flatnonzero(women != men), swap, strict=True):
                if swapped:
                    w[pair], m[pair] = m[pair], w[pair]
            decisions = by_pairs(w, m)
            labels = [decisions[i] == "ja" for i in APPLICANTS["id"]]
            model = Ridge(alpha=mirror.PULL_TO_ZERO).fit(self.features(APPLICANTS, fresh), labels)
            gap = metrics.gap(top_share(model.predict(self.features(fresh, fresh))), gender)
            gaps.append(round(1000 * gap.rate_a) - round(1000 * gap.rate_b))
        assert found.gap == gaps[0]
        assert sorted(found.control) == sorted(gaps)
        assert found.as_far == np.mean([gap >= gaps[0] for gap in gaps])

    def test_a_reflection_carries_its_decisions_about_the_fresh_year(self):
        found = mirror.learn(MEN_ONLY)
        fresh = mirror.fresh_applicants()
        assert found.decisions.sum() == 600 and len(fresh) == 2000
        exact = metrics.gap(found.decisions, fresh["geschlecht"])
        assert (found.rates[WOMAN], found.rates[MAN]) == (
            round(1000 * exact.rate_b),
            round(1000 * exact.rate_a),
        )
        assert found.control[0] == found.gap == found.rates[MAN] - found.rates[WOMAN]
        low, high = found.chance
        assert low < 0 < high < found.gap

    def test_the_mirror_works_without_the_heavy_libraries(self):
        code = (
            "import sys; from fairki import mirror\n"
            "mirror.learn({c['id']: 'ja' if i % 3 else 'nein' for i, c in enumerate(mirror.cards())})\n"
            "mirror.firm()\n"
            "print(sorted({'sklearn', 'scipy', 'fairlearn', 'plotly'} & set(sys.modules)))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert (done.stdout.strip(), done.stderr) == ("[]", "")


class TestAnyGroups:
    def test_every_large_group_has_its_rate_and_a_small_one_is_named_with_its_people(self):
        found = mirror.learn(MEN_ONLY)
        assert (list(found.rates), dict(found.too_small)) == ([WOMAN, MAN], {"divers": 20})
        assert "20 von 2.000 neuen Bewerbungen sind zu wenige, um zu messen" in wording.too_few(found)

    def test_a_third_group_that_is_large_enough_is_measured_like_the_others(self, monkeypatch):
        known, year = mirror.learn(MEN_ONLY), mirror.fresh_applicants()
        year.loc[year.index[year["geschlecht"] == MAN][:100], "geschlecht"] = "divers"
        monkeypatch.setattr(
            learning, "_fresh", lambda: year
        )  # the model's decisions stay those of the real year
        monkeypatch.setattr(learning, "of_all", learning.of_all.__wrapped__)
        found = mirror.learn(MEN_ONLY)
        assert (found.decisions == known.decisions).all()
        exact = metrics.group_rates(found.decisions, year["geschlecht"]).set_index("gruppe")["rate"]
        assert found.rates == {group: round(1000 * rate) for group, rate in exact.items()}
        assert not found.too_small and wording.too_few(found) == ""


class TestNothingToLearn:
    @pytest.mark.parametrize(
        ("decisions", "reason"),
        [
            pytest.param({}, "Es fehlen noch 16 Entscheidungen.", id="none"),
            pytest.param(
                dict(list(MEN_ONLY.items())[:15]), "Es fehlt noch 1 Entscheidung.", id="one_missing"
            ),
            pytest.param(dict.fromkeys(MEN_ONLY, "ja"), "alle eingeladen", id="all_invited"),
            pytest.param(dict.fromkeys(MEN_ONLY, "nein"), "allen abgesagt", id="all_declined"),
        ],
    )
    def test_it_is_said_and_why(self, decisions, reason):
        found = mirror.learn(decisions)
        assert found.verdict == mirror.NOT_LEARNABLE
        assert reason in found.reason
        assert found.gap == 0 and found.as_far == 1 and len(found.control) == len(found.decisions) == 0
        assert found.n == len(decisions)

    @pytest.mark.parametrize(
        "change", [{"b99": "ja"}, {"b01": "vielleicht"}, {"b01": None}, {"b01": True}], ids=str
    )
    def test_what_is_no_decision_is_refused(self, change):
        with pytest.raises(BadAnswerError):
            mirror.learn(MEN_ONLY | change)


class TestFirm:
    def test_the_firms_decisions_show_a_difference(self):
        found = mirror.firm()
        assert found.verdict == mirror.DIFFERENCE
        assert 140 <= found.gap <= 230
        assert found.n == 2000 and found.discordant is None
        assert found.as_far == 1 / (1 + mirror.FIRM_SHUFFLES)

    def test_shuffled_within_equal_qualification_the_difference_is_gone(self):
        found = mirror.firm()
        assert len(found.control) == 1 + mirror.FIRM_SHUFFLES
        assert abs(np.mean(found.control[1:])) < 30
        low, high = found.chance
        assert low < 0 < high < found.gap
        assert high - low < 100  # the page says that the bar is short, and why

    def test_a_firm_that_looked_at_qualification_only_is_seldom_suspected(self):
        verdicts = [
            mirror.firm(recruiting.generate(seed=s, penalties=recruiting.NO_PENALTIES)).verdict
            for s in range(20)
        ]
        assert verdicts.count(mirror.DIFFERENCE) <= 3

    def test_the_order_of_the_table_does_not_change_what_is_learnt(self):
        history = recruiting.generate(seed=1)
        found = mirror.firm(history.sample(frac=1, random_state=0))
        assert found.gap == mirror.firm(history).gap


class TestManyVotes:
    def votes(self, seed: int, n: int, favour: float) -> dict[str, np.ndarray]:
        """Votes (1/0) of ``n`` people per applicant: by qualification, plus ``favour`` for men."""
        rng = np.random.default_rng(seed)
        level = recruiting.visible_qualification(APPLICANTS)
        liking = np.asarray(level) + favour * (APPLICANTS["geschlecht"] == MAN).to_numpy()
        chance = 1 / (1 + np.exp(-2 * (liking - liking.mean())))
        return {i: rng.random(n) < p for i, p in zip(APPLICANTS["id"], chance, strict=True)}

    def test_unanimous_votes_are_the_same_as_one_persons_decisions(self):
        one, many = (
            mirror.learn(MEN_ONLY),
            mirror.learn_shares({i: float(d == "ja") for i, d in MEN_ONLY.items()}),
        )
        assert (one.decisions == many.decisions).all()
        assert (one.gap, one.as_far, one.verdict) == (many.gap, many.as_far, many.verdict)

    def test_shares_teach_exactly_what_all_single_votes_teach_at_a_weight_of_one_over_their_number(self):
        votes = self.votes(1, 30, 1.0)
        found = mirror.learn_shares({i: v.mean() for i, v in votes.items()})
        features = learning._features(APPLICANTS)
        rows = np.repeat(features, 30, axis=0)
        ridge = Ridge(alpha=mirror.PULL_TO_ZERO).fit(
            rows, np.concatenate(list(votes.values())), sample_weight=np.full(len(rows), 1 / 30)
        )
        scores = ridge.predict(learning._features(mirror.fresh_applicants()))
        assert (top_share(scores) == found.decisions).all()

    def test_a_room_that_favours_men_is_found_and_a_fair_room_is_accused_no_more_often_than_stated(self):
        def verdicts(favour):
            return [
                mirror.learn_shares({i: v.mean() for i, v in self.votes(s, 20, favour).items()}).verdict
                for s in range(100)
            ]

        assert verdicts(1.5).count(mirror.DIFFERENCE) > 95
        assert verdicts(0.0).count(mirror.DIFFERENCE) <= 10

    def test_equal_shares_for_all_teach_nothing(self):
        found = mirror.learn_shares(dict.fromkeys(APPLICANTS["id"], 0.4))
        assert found.verdict == mirror.NOT_LEARNABLE and "gleich viel" in found.reason

    @pytest.mark.parametrize("shares", [{"b99": 0.5}, {"b01": 1.2}, {"b01": float("nan")}])
    def test_what_is_no_share_is_refused(self, shares):
        with pytest.raises(BadAnswerError):
            mirror.learn_shares(shares)
