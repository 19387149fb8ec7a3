"""
Generated archives: articles varied enough that reading them is honest work, the same for one seed.

Each article reports one of a few kinds of events in English or French, in sentences drawn and
filled at random (names, places, figures in several forms, dates, speakers), among sentences with
other numbers or none. Some quote an earlier article with the same figure, some with another, some
copy a paragraph of it. As a command: `python generated.py FOLDER COUNT [--jsonl]`.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_FIRST = date(2022, 1, 3)

# Articles a day; a large archive covers a longer time, as large archives do.
_A_DAY = 25

_SYLLABLES = (
    *("ka", "lo", "mi", "ren", "tas", "vel", "bor", "din", "sha", "gul", "fer", "nim"),
    *("ost", "pra", "zen", "qui", "mar", "tol", "ebe", "hus"),
)
_OUTLETS = [
    f"The {a} {b}"
    for a in ("Northern", "Evening", "Harbour", "Valley", "Union")
    for b in ("Post", "Courier", "Ledger", "Gazette")
]

_NUMBERS = {
    "en": ("{n}", "about {n}", "more than {n}", "nearly {n}", "at least {n}", "up to {n}"),
    "fr": ("{n}", "environ {n}", "plus de {n}", "près de {n}", "au moins {n}", "jusqu'à {n}"),
}
_COUNTRIES = {
    "en": ["Poland", "Norway", "Iran", "Canada", "Spain", "Turkey", "Japan", "Brazil"],
    "fr": [
        "la Pologne",
        "la Norvège",
        "l'Iran",
        "le Canada",
        "l'Espagne",
        "la Turquie",
        "le Japon",
        "le Brésil",
    ],
}
_GETTERS = {
    "en": ["Ukraine", "Russia", "Israel", "Armenia", "Sudan"],
    "fr": ["à l'Ukraine", "à la Russie", "à Israël", "à l'Arménie", "au Soudan"],
}
_DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
}
_TOLD = {
    "en": {
        "drones": "{Giver} has supplied {n} drones to {getter}, the ministry said on {day}.",
        "toll": "{N} people were killed when a {thing} struck the town of {place} on {day}.",
        "hurt": "Another {n} people were injured in {place}, hospital officials said.",
        "quake": "The earthquake had a magnitude of {m}, the survey in {place} said.",
        "aid": "{Giver} announced a military aid package worth ${n} million for {getter}.",
        "troops": "{Getter} has {n} soldiers near {place}, a spokesman said on {day}.",
        "fire": "The fire near {place} has burnt {n} hectares of forest since {day}.",
        "jobs": "The maker of {thing}s will cut {n} jobs at its plant in {place}.",
        "age": "{Name}, {a}, a teacher from {place}, saw the {thing} from the window.",
    },
    "fr": {
        "drones": "{Giver} a livré {n} drones {getter}, a déclaré {day} le ministère.",
        "toll": "{N} personnes ont été tuées {day} à {place} lorsqu'un {thing} a frappé la ville.",
        "hurt": "À {place}, {n} autres personnes ont été blessées, selon l'hôpital.",
        "quake": "Le séisme, d'une magnitude de {m}, a été ressenti à {place}.",
        "aid": "{Giver} a annoncé une aide militaire de {n} millions de dollars {getter}.",
        "troops": "Près de {place}, {n} soldats sont déployés, a dit {day} un porte-parole.",
        "fire": "Depuis {day}, l'incendie de {place} a brûlé {n} hectares de forêt.",
        "jobs": "Le fabricant va supprimer {n} emplois dans son usine de {place}.",
        "age": "{Name}, {a} ans, institutrice à {place}, a vu le {thing} de sa fenêtre.",
    },
}
_FILLERS = {
    "en": (
        "The road from {place} to the coast was closed for {k} hours, {name} told reporters.",
        "Prices at the market rose by {p} percent over the year, a survey of {q} homes found.",
        "Nobody at the {thing} works in {place} answered the telephone on {day}.",
        "{name} had promised the council a bridge of {k} metres and a budget of ${q},000.",
        "The hall, built in {y} for {q} guests, stood empty while {name} spoke of repairs.",
        "Rain is expected in {place} until {day}, with winds of up to {k} kilometres an hour.",
        "It was the {k}th meeting of its kind, and the quietest one, {name} said.",
    ),
    "fr": (
        "La route de {place} à la côte a été fermée pendant {k} heures, a indiqué {name}.",
        "Les prix ont augmenté de {p} % en un an, selon une enquête menée auprès de {q} foyers.",
        "Personne à l'usine de {place} n'a répondu au téléphone {day}.",
        "{name} avait promis un pont de {k} mètres et un budget de {q} 000 euros.",
        "La salle, construite en {y} pour {q} invités, est restée vide, a dit {name}.",
        "De la pluie est attendue à {place} jusqu'à {day}, avec des vents de {k} km/h.",
        "C'était la réunion la plus calme de toutes, a confié {name} en sortant.",
    ),
}
_THINGS = ("rocket", "lorry", "train", "turbine", "ferry", "crane", "tanker", "drone")


class _Writer:
    """Writes the sentences of one article."""

    def __init__(self, random_: random.Random, lang: str) -> None:
        self.random, self.lang = random_, lang
        choose = random_.choice
        giver = choose(_COUNTRIES[lang])
        getter = choose(_GETTERS[lang])
        self.names = {
            "place": self._name(2, 3),
            "thing": choose(_THINGS),
            "Giver": giver[0].upper() + giver[1:],
            "getter": getter,
            "Getter": getter.split()[-1],
        }

    def _name(self, least: int, most: int) -> str:
        count = self.random.randint(least, most)
        return "".join(self.random.choices(_SYLLABLES, k=count)).title()

    def written(self, number: int) -> str:
        """Write a number with the separators of the language."""
        mark = "," if self.lang == "en" else "\u202f"
        return f"{number:,}".replace(",", mark)

    def filled(self, pattern: str) -> str:
        """Fill a sentence; figures are round more often than not, as in the news."""
        roll = self.random.randint
        number = roll(2, 99) * self.random.choice((1, 1, 10, 10, 100, 1000))
        said = self.random.choices(_NUMBERS[self.lang], (6, 1, 1, 1, 1, 1))[0]
        figure = said.format(n=self.written(number))
        magnitude = f"{roll(31, 79) / 10}"
        return pattern.format(
            n=figure,
            N=figure[0].upper() + figure[1:],
            m=magnitude if self.lang == "en" else magnitude.replace(".", ","),
            a=roll(18, 90),
            k=roll(2, 60),
            p=roll(1, 40),
            q=roll(12, 900),
            y=roll(1880, 2015),
            day=self.random.choice(_DAYS[self.lang]),
            name=f"{self._name(2, 2)} {self._name(2, 3)}",
            Name=f"{self._name(2, 2)} {self._name(2, 3)}",
            **self.names,
        )


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield records of `count` articles, as lines of JSONL hold them."""
    random_ = random.Random(seed)
    earlier: list[tuple[str, list[str]]] = []
    for number in range(count):
        lang = random_.choices(("en", "fr"), (2, 1))[0]
        writer = _Writer(random_, lang)
        topics = random_.sample(sorted(_TOLD[lang]), k=random_.randint(1, 3))
        told = [writer.filled(_TOLD[lang][topic]) for topic in topics]
        told += _taken_over(random_, lang, earlier)
        fill = [writer.filled(p) for p in random_.choices(_FILLERS[lang], k=random_.randint(6, 24))]
        place = random_.randint(0, min(2, len(fill)))
        sentences = [*fill[:place], *told, *fill[place:]]
        earlier = [*earlier[-60:], (lang, told)]
        day = _FIRST + timedelta(days=number // _A_DAY)
        yield {
            "id": f"a{number:06}",
            "title": f"{writer.names['place']}: {writer.names['thing']}",
            "outlet": random_.choice(_OUTLETS),
            "date": day.isoformat(),
            "lang": lang,
            "text": "\n\n".join(_paragraphs(random_, sentences)) + "\n",
        }


def _taken_over(
    random_: random.Random, lang: str, earlier: list[tuple[str, list[str]]]
) -> list[str]:
    """Take the news of an article a few days old over, now and then with another figure."""
    same = [told for language, told in earlier if language == lang]
    if not same or random_.random() < 0.6:
        return []
    told = random_.choice(same)
    if random_.random() < 0.5:
        return told
    return [sentence.replace("1", "2").replace("5", "6") for sentence in told]


def _paragraphs(random_: random.Random, sentences: list[str]) -> Iterator[str]:
    while sentences:
        count = random_.randint(1, 4)
        yield " ".join(sentences[:count])
        sentences = sentences[count:]


def write_folder(folder: Path, count: int, seed: int = 1) -> None:
    """Write a file an article, a folder a month."""
    for record in articles(count, seed):
        path = folder / record["date"][:7] / f"{record['id']}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown(record), encoding="utf-8")


def markdown(record: dict[str, str]) -> str:
    """Write one article with its front matter."""
    head = "".join(f"{key}: {record[key]}\n" for key in ("outlet", "date", "lang"))
    return f"---\n{head}---\n# {record['title']}\n\n{record['text']}"


def write_jsonl(path: Path, count: int, seed: int = 1) -> None:
    """Write an article a line."""
    with path.open("w", encoding="utf-8") as file:
        for record in articles(count, seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    where, wanted, *form = sys.argv[1:]
    (write_jsonl if form == ["--jsonl"] else write_folder)(Path(where), int(wanted))
