"""What the probability of two questions rests on."""

from curriculum_tools.likeness import Verdict, Weights, Wording, judge, weigh
from curriculum_tools.likeness.background import is_common, rarity
from curriculum_tools.likeness.coefficients import COEFFICIENTS
from curriculum_tools.likeness.features import Features
from curriculum_tools.likeness.tokens import canonical

NO_CORPUS = weigh([])


def probability(a: str, b: str, weights: Weights = NO_CORPUS) -> float:
    return judge(Wording(a), Wording(b), weights).score


def test_every_feature_has_its_coefficient() -> None:
    assert len(COEFFICIENTS) == len(Features._fields)


def test_common_words_are_known_and_terms_are_not() -> None:
    assert rarity("the") == 0.0
    assert rarity("the") < rarity("work") < rarity(canonical("kneading")) <= 1.0
    assert is_common(canonical("different"))
    assert not is_common("polymorhpism")


def test_a_common_word_more_matters_less_than_a_term() -> None:
    asked = "How do you sharpen a kitchen knife on a stone?"
    assert probability(asked, "How do you sharpen a good kitchen knife on a stone?") > probability(
        asked, "How do you sharpen a serrated kitchen knife on a stone?"
    )


def test_a_word_exchanged_matters_more_than_a_word_added() -> None:
    asked = "How do you tune an old violin before a concert?"
    added = "How do you tune an old violin quickly before a concert?"
    exchanged = "How do you tune an old guitar before a concert?"
    assert probability(asked, added) > probability(asked, exchanged)


def test_another_intent_matters() -> None:
    asked = "What are the benefits of steaming fresh vegetables?"
    same, other = (
        f"What are the {what} of steaming fresh vegetables?" for what in ("advantages", "risks")
    )
    assert probability(asked, same) > 0.9 > 0.5 > probability(asked, other)


def test_a_word_is_less_in_a_long_question() -> None:
    short = probability("What is a star?", "What is a neutron star?")
    long = probability(
        "How do astronomers measure the mass, age and distance of a star in a galaxy?",
        "How do astronomers measure the mass, age and distance of a neutron star in a galaxy?",
    )
    assert short < long


def test_verdicts_follow_the_probability() -> None:
    pairs = [
        ("What is a roux?", "What is a brown roux?"),
        ("How do you bake bread?", "How do you bake bread in a pot?"),
        ("What are the important nutrients of plants?", "What nutrients do plants need?"),
        ("Explain how glaciers form in the mountains.", "How do glaciers form in mountains?"),
    ]
    for a, b in pairs:
        judgement = judge(Wording(a), Wording(b), NO_CORPUS)
        if judgement.guard is None and judgement.verdict is not Verdict.SAME:
            assert (judgement.score >= 0.5) == (judgement.verdict is Verdict.LIKELY)
