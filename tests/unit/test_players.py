"""Who made the points of a game: the subject, the owner, or whoever "he" points back to."""

import pytest

from checker.model import Article
from checker.pipeline import read_claims, read_quantities
from checker.rules import shipped_rules

RULES = shipped_rules()


def told(text: str, language: str, rule: str, facet: str) -> list[str | None]:
    """Return a facet of every claim that one rule makes of a text."""
    article = Article("one", "one.txt", text, language)
    [(_, reading)] = read_claims([read_quantities(article)], RULES.named([rule]))
    return [claim.facet(facet) for claim in reading.claims]


def players(text: str, language: str = "en") -> list[str | None]:
    """Return the player of every claim of points that a text makes."""
    return told(text, language, "points-scored", "player")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The subject of the verb, with what describes it passed over.
        ("Ivo Brandt scored 47 points.", ["ivo brandt"]),
        ("Rookie Ivo Brandt scored 47 points.", ["ivo brandt"]),
        ("Ostra's Ivo Brandt scored 47 points.", ["ivo brandt"]),
        ("Brandt, who finished with 47 points, left early.", ["brandt"]),
        ("Brandt, the best guard in Ostra, finished with 47 points.", ["brandt"]),
        ("Brandt beat Ruiz and scored 47 points.", ["brandt"]),
        ("Ostra won as Ivo Brandt scored 47 points.", ["ivo brandt"]),
        # An opponent stands behind the verb.
        ("Brandt drops 47 as Falcons sink Bears", ["brandt"]),
        ("Ivo Brandt torched Ostra for 47 points.", ["ivo brandt"]),
        # Whoever stands right before the verb, where another one only watched.
        ("Ana Ruiz, 31, watched as Brandt scored 47 points.", ["brandt"]),
        ("Ana Ruiz, the coach, saw how Ivo Brandt had scored 47 points.", ["ivo brandt"]),
        ("Ana Ruiz, 31, of Ostra scored 47 points.", ["ana ruiz"]),
        ("Ana Ruiz, the guard, beat Ostra and scored 47 points.", ["ana ruiz"]),
        # What somebody has scores for itself.
        ("Brandt's team scored 47 points.", []),
        ("Ostra's Ana Ruiz scored 47 points.", ["ana ruiz"]),
        # The owner, and whoever "from" or "by" names.
        ("Brandt's season-best 47 points were not enough.", ["brandt"]),
        ("With 47 points from Ana Ruiz, Ostra won.", ["ana ruiz"]),
        ("Led by Ana Ruiz with 47 points, Ostra won.", ["ana ruiz"]),
        ("Ruiz in numbers: she scored 47 points.", ["ruiz"]),
        ("Veteran Ivo Brandt sat out after he scored 47 points.", ["ivo brandt"]),
        # The second of two joined sentences has a subject of its own; a team is no player.
        ("Ivo Brandt scored 47 points and Ana Ruiz added 12.", ["ivo brandt", "ana ruiz"]),
        ("The Falcons scored 104 points.", []),
        # What is counted has capitals too and is nobody.
        ("Brandt had five RBIs and scored 47 points.", ["brandt"]),
        # Of two who are joined it is neither.
        ("Ivo Brandt and Ana Ruiz scored 47 points.", []),
        ("The coach, Ivo Brandt, said that he scored 47 points.", [None]),
    ],
)
def test_the_player_that_a_sentence_names(text: str, expected: list[str | None]) -> None:
    assert players(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ivo Brandt is back.\nHe scored 47 points.", ["ivo brandt"]),
        ("en", "Ostra's Brandt says he is back. He scored 47 points.", ["brandt"]),
        ("en", "Brandt's Falcons say he is back. He scored 47 points.", ["brandt"]),
        ("en", "Brandt, 31, is back.\nHe scored 47 points.", ["brandt"]),
        ("en", "The striker Brandt is back.\nThe 31-year-old scored 47 points.", ["brandt"]),
        ("en", "Ivo Brandt is back.\nThe rookie finished with 47 points.", ["ivo brandt"]),
        ("en", "Ivo Brandt is back, Coach Ana Ruiz said.\nHe scored 47 points.", ["ivo brandt"]),
        ("en", "OSTRA (AP) - Ivo Brandt is back.\nHis 47 points did it.", ["ivo brandt"]),
        ("en", "Ostra's Brandt says he is back.\nHe scored 47 points.", ["brandt"]),
        ("en", "Brandt will be paid a lot.\nHe scored 47 points.", ["brandt"]),
        ("en", "Brandt will be paid a lot.\nThe rookie scored 47 points.", [None]),
        ("fr", "Ivo Brandt est de retour.\nIl a marqué 47 points.", ["ivo brandt"]),
        ("es", "Ivo Brandt ha vuelto.\nÉl anotó 47 puntos.", ["ivo brandt"]),
        ("de", "Ivo Brandt ist zurück.\nEr erzielte 47 Punkte.", ["ivo brandt"]),
        ("it", "Ivo Brandt è tornato.\nEgli ha segnato 47 punti.", ["ivo brandt"]),
        ("pt", "Ivo Brandt voltou.\nEle marcou 47 pontos.", ["ivo brandt"]),
        # Two persons, a thing, a single word that may be a club, and one who is too far away.
        ("en", "Ivo Brandt met Ana Ruiz.\nHe scored 47 points.", []),
        ("en", "The Ostra Herald has more.\nHe scored 47 points.", []),
        ("en", "Falcons are back.\nHe scored 47 points.", []),
        ("en", "Ivo Brandt met Ana Ruiz.\nIt is late.\nIt rained.\nHe scored 47 points.", []),
        ("en", "Ivo Brandt is back.\nThe team scored 47 points.", []),
        ("en", "He scored 47 points.", []),
    ],
)
def test_whom_a_pronoun_points_back_to(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert players(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The object of a verb, or behind "for"; a club stands behind other verbs.
        ("Ostra have signed striker Ana Ruiz from Tirso for £9m.", ["ana ruiz"]),
        ("Ostra agreed a fee of £9m with Tirso for Ana Ruiz.", ["ana ruiz"]),
        ("Ana Ruiz has joined Ostra for £9m.", ["ana ruiz"]),
        ("Ana Ruiz, who cost Ostra £9m, is out.", ["ana ruiz"]),
        ("Ana Ruiz completed a £9m move to Ostra.", ["ana ruiz"]),
        ("Striker Ana Ruiz is out, weeks after her £9m move to Ostra.", ["ana ruiz"]),
        # A club may be told before the player: it joins nobody, and owns nothing behind "at".
        ("Ostra have completed the £9m signing of Tirso striker Ana Ruiz.", ["ana ruiz"]),
        ("Ana Ruiz became the costliest player in Ostra's history at £9m.", ["ana ruiz"]),
        ("The striker joins Ostra for a fee of £9m.", [None]),
        ("Ostra have signed the 24-year-old from Tirso for £9m.", []),
        ("The £9m striker Ana Ruiz scored.", ["ana ruiz"]),
        ("Ostra's new £9m striker Ana Ruiz scored.", ["ana ruiz"]),
        ("The club told Brandt that it broke its record to sign the 24-year-old for £9m.", []),
        # Nobody is named, or a team alone.
        ("Ostra paid £9m for Tirso.", []),
        ("The strike has cost Ostra £9m.", []),
        ("A striker has joined Ostra for £9m.", [None]),
        ("Ostra have bid £9m for Ana Ruiz.", []),
    ],
)
def test_who_is_bought_for_a_fee(text: str, expected: list[str | None]) -> None:
    assert told(text, "en", "transfer-fee", "hired") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Rovers signed free agent Ana Ruiz, 29, for three years and $9 million.", "ana ruiz"),
        ("Pitcher Ana Ruiz and the Rovers agreed on a $9 million contract.", "ana ruiz"),
        ("Ruiz's deal, $9 million over three years, is guaranteed.", "ruiz"),
        ("Ana Ruiz is a Rover.\nThe contract is worth $9 million over two years.", "ana ruiz"),
        ("Ruiz chose the Rovers, her agent said.\nThe deal is worth $9 million.", "ruiz"),
        # A figure before the sum does not part it from its subject, nor does who says it.
        ("Ruiz gets a three-year, $9 million contract.", "ruiz"),
        ("Ana Ruiz is out.\nThe striker, who is owed $9 million over two years, fell.", "ana ruiz"),
        ("Ana Ruiz is out, the club said, a month after she signed a $9m deal.", "ana ruiz"),
        # A time and a sum side by side are the terms of one contract.
        ("Rovers offer Ana Ruiz six years, $90M", "ana ruiz"),
        ("Ruiz signs with Rovers for two years, $9 million", "ruiz"),
        # The deal points back whatever leads up to it, and wherever it stands.
        ("Ana Ruiz left the Rovers.\nThe six-year deal is worth $90 million.", "ana ruiz"),
        ("Ana Ruiz is staying.\nThe club's offer was for two years and $9 million.", "ana ruiz"),
        ("Ana Ruiz is staying.\nSources put the value of the contract at $9 million.", "ana ruiz"),
    ],
)
def test_whose_contract_it_is(text: str, expected: str) -> None:
    assert told(text, "en", "contract-value", "hired") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Rovers made Ana Ruiz an offer of six years and $90 million.", ["offered"]),
        ("Report: Rovers offer Ana Ruiz six years, $90M", ["offered"]),
        ("Ana Ruiz turned down a six-year, $90 million offer from the Rovers.", ["offered"]),
        ("Ana Ruiz has agreed to six years and $90 million, her contract says.", ["whole"]),
        ("Ana Ruiz signed a contract for six years and $90 million.", ["whole"]),
    ],
)
def test_what_is_offered_is_told_of_the_years_and_the_sum(text: str, expected: list[str]) -> None:
    assert told(text, "en", "contract-value", "part") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz is back.\nThat works out at $9 million a season.", ["ana ruiz"]),
        # "That" tells whose only a rate is; a deal told of nobody is nobody's.
        ("Ana Ruiz is back.\nThat is paid: $9 million.", []),
        ("The strike is over.\nThat works out at $9 million a season.", []),
    ],
)
def test_whose_pay_a_rate_is(text: str, expected: list[str]) -> None:
    assert told(text, "en", "yearly-pay", "hired") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever is dismissed held the post, not who dismisses.
        ("Ostra sacked manager Ana Ruiz after five months in charge.", ["ana ruiz"]),
        ("The Rovers fired Ana Ruiz after two years as coach.", ["ana ruiz"]),
        ("Ana Ruiz was sacked by Ostra after five months in charge.", ["ana ruiz"]),
        # Whoever leads a club or quits it holds it too: the club is no object of a dismissal.
        ("Ana Ruiz led Ostra for two years and was in charge of all games.", ["ana ruiz"]),
        ("Ana Ruiz has quit Ostra after five months in charge.", ["ana ruiz"]),
        ("The club dismissed nobody in five months.", []),
        ("Ana Ruiz was sacked five months ago.", []),
    ],
)
def test_who_held_a_post(text: str, expected: list[str]) -> None:
    assert told(text, "en", "years-in-post", "holder") == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        # The deed that a rule tells denies nothing by itself.
        ("years-in-post", "The club dismissed Ana Ruiz after 14 months as manager.", "asserted"),
        ("results-run", "Ostra have not won for nine matches.", "asserted"),
        ("contract-value", "Ana Ruiz rejected a six-year, $9 million offer.", "asserted"),
        # What denies the deed does.
        ("years-in-post", "Ana Ruiz did not serve 14 years as mayor.", "denied"),
        ("contract-years", "Ana Ruiz did not sign a six-year, $9 million deal.", "denied"),
    ],
)
def test_a_deed_that_a_rule_tells_denies_nothing(rule: str, text: str, expected: str) -> None:
    article = Article("one", "one.txt", text, "en")
    [(_, reading)] = read_claims([read_quantities(article)], RULES.named([rule]))
    assert {claim.polarity for claim in reading.claims} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Brandt's film took home seven awards.", []),
        ("Ivo Brandt took home seven awards.", ["ivo brandt"]),
    ],
)
def test_a_film_wins_its_awards_itself(text: str, expected: list[str | None]) -> None:
    assert told(text, "en", "awards-won", "winner") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Brandt gave €2 million to build a school in his home town of Tirso.", ["ivo brandt"]),
        ("Ivo Brandt gave €2 million to the Orbana hospital.", ["ivo brandt"]),
    ],
)
def test_what_a_gift_is_for_is_not_who_gives_it(text: str, expected: list[str | None]) -> None:
    assert told(text, "en", "money-given", "party") == expected
