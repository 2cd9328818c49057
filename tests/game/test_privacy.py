"""What looks traceable is found, wherever it stands; ordinary talk about work is left alone."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tegenwicht.game.privacy import Sort, passes_97, passes_eleven_test, worries

words = st.sampled_from(["", "De cliënt belde. ", "(", "Let op: ", "– ", "\n", "kaart 12, ", "‘", "🧑‍🦽 "])
after = st.sampled_from(["", ".", ", en toen", ")", "\nverder", "; ja", "’", " 🧑‍🦽"])
eight_digits = st.integers(0, 99_999_999).map(lambda number: f"{number:08}")


def found(text: str) -> list[tuple[Sort, str]]:
    return [(one.sort, one.found) for one in worries(text)]


@st.composite
def bsns(draw: st.DrawFn) -> str:
    """Nine digits that pass the test; the ninth follows from the others."""
    first = draw(eight_digits)
    rest = sum(int(digit) * weight for digit, weight in zip(first, range(9, 1, -1), strict=True)) % 11
    assume(rest < 10 and first != "0" * 8)
    return f"{first}{rest}"


@given(words, bsns(), after, st.sampled_from(["{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}"]))
def test_a_citizens_number_is_found_wherever_it_stands(before: str, bsn: str, later: str, shape: str) -> None:
    written = shape.format(bsn[:3], bsn[3:6], bsn[6:])
    assert (Sort.BSN, written) in found(before + written + later)


@given(words, bsns(), after)
def test_nine_digits_that_fail_the_eleven_test_are_no_worry(before: str, bsn: str, later: str) -> None:
    wrong = bsn[:8] + str((int(bsn[8]) + 1) % 10)
    assert not passes_eleven_test(wrong)
    assert found(before + wrong + later) == []


def test_a_citizens_number_without_its_leading_zero_is_found() -> None:
    assert found("bsn 10000008") == [(Sort.BSN, "10000008")]


name = st.from_regex(r"[a-z][a-z0-9_+-]{0,8}(\.[a-z0-9]{1,5})?", fullmatch=True)


@given(
    words,
    name,
    st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
    st.sampled_from(["nl", "com", "gemeente.nl"]),
    after,
)
def test_an_e_mail_address_is_found(before: str, who: str, where: str, top: str, later: str) -> None:
    address = f"{who}@{where}.{top}"
    assert found(before + address + later) == [(Sort.EMAIL, address)]


PHONES = ("0612345678", "06-12345678", "06 - 12345678", "06 12 34 56 78", "+31 6 12345678", "+31(0)612345678",
          "0031 6 1234 5678", "020-1234567", "(020) 123 45 67", "0182 123456", "0182-12 34 56", "070 123 4567")  # fmt: skip


@given(words, st.sampled_from(PHONES), after)
def test_a_dutch_telephone_number_is_found(before: str, number: str, later: str) -> None:
    assert found(before + number + later) == [(Sort.PHONE, number)]


days = st.dates(min_value=date(1930, 1, 1)).filter(lambda day: day.year <= 2012)
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip


@given(
    words,
    days,
    after,
    st.sampled_from(["{d:02}-{m:02}-{y}", "{d}/{m}/{y}", "{d}.{m}.{y}", "{y}-{m:02}-{d:02}", "{d} {w} {y}"]),
)
def test_a_full_date_from_long_ago_is_taken_for_a_birthday(
    before: str, day: date, later: str, shape: str
) -> None:  # fmt: skip
    written = shape.format(d=day.day, m=day.month, y=day.year, w=MONTHS[day.month - 1])
    assert found(before + written + later) == [(Sort.BIRTH_DATE, written)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("geboren 3 mei 1980", "3 mei 1980"),
        ("Geboren op 3 mei 2015.", "3 mei 2015"),
        ("geboren te Utrecht op 3-5-2015", "3-5-2015"),
        ("geb. 3-5-80", "3-5-80"),
        ("Geboortedatum: 2016-05-03", "2016-05-03"),
        ("verjaardag is op 12 okt. 2014", "12 okt. 2014"),
    ],
)
def test_a_word_about_birth_makes_a_birthday_of_any_date(text: str, date: str) -> None:
    assert found(text) == [(Sort.BIRTH_DATE, date)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zaaknummer 2024-00123", "2024-00123"),
        ("Zaaknr. 20/1234", "20/1234"),
        ("dossier: 12345", "12345"),
        ("DOSSIERNUMMER=AB-123456", "AB-123456"),
        ("CLIËNTNUMMER 88123", "88123"),
        ("klant-nr 4711", "4711"),
        ("kenmerk R2024.118", "R2024.118"),
    ],
)
def test_the_number_of_a_case_is_found(text: str, number: str) -> None:
    assert found(text) == [(Sort.CASE_NUMBER, number)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 woog dit zwaarder dan in 2019.", "We kozen 3 van de 4 kaarten.", "Kaart 12 en kaart 9999",
        "Om 10:30 en van 09:15 tot 16.45 uur", "Het kost € 12.345.678 of 1.234,56 euro", "€ 123 456 782",
        "op 21-11-2026 om 10:30", "06-12-2026 10:30 uur", "06 12 2026 10 30", "van 01-01-2026 tot 31-12-2026",
        "3 mei 2026", "dossier 2024", "het dossier van 3 jaar", "de zaak is 12 keer besproken", "1980-1990",
        "schudnummer 123456", "versie 1.2.3.4", "1-2-3-4-5-6-7-8-9", "plaats 1 tot 41", "artikel 7:658 BW",
        "80 % en 41 factoren, 319 professionals", "a@b", "@collega", "20261121", "32-13-1980",
        "wet van 1 op de 1.000.000", "zaaknummer onbekend", "1 2 3 4", "100000 km", "-", "",
    ],
)  # fmt: skip
def test_ordinary_talk_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "06‑12345678", "06–12 34 56 78", "06/12345678", "06.12.34.56.78", "+32 475 12 34 56", "0032 475 123456",
        "+49 151 23456789", "+48 512 345 678", "085-1234567", "088 123 45 67", "0800-1234", "0900 123 4567",
        "tel. 123 45 67", "Bel hem op 612345678", "NL91 ABNA 0417 1643 00", "NL91ABNA0417164300 is haar rekening",
        "nl91abna0417164300", "BE68 5390 0754 7034", "Kerkstraat 12", "Kerkstraat 12a, Utrecht", "hoofdstraat 3",
        "1234 AB Utrecht", "1234AB", "Lange Nieuwstraat 25-2", "Prins Hendriklaan 101", "geb. 1985",
        "geboren in 1985", "Geboortejaar: 1979", "geb. mei 1985", "° 12-3-1985", "12 03 1985", "1985/03/12",
        "19850312", "3e mei 1980", "12‑03‑1985", "AB-12-CD", "12-ABC-3", "kenteken ab12cd", "Kenteken: G-123-AB",
        "X-999-XX", "jan.jansen(at)gmail.com", "jan [at] gmail punt com", "jan at gmail punt com",
        "j.jansen @ uwv.nl", "jan(at)gmail(dot)com", "bsn 123456789", "BSN: 111 222 333",
        "burgerservicenummer 123.456.789", "zaaknummer 2024-00123", "dossier 12345 is gesloten",
        "paspoort NWX12345", "V-nummer 2801234567", "cliëntnr. 4711", "klantnr 88.123", "kenmerk: R2024/118",
        "mevrouw De Vries wilde niet", "mw. Yılmaz", "dhr P. de Boer", "De heer Jansen", "familie Van Dijk",
        "zijn zoon Daan", "cliënt Karim", "haar moeder Ria", "Laan van Meerdervoort 100", "Oude Gracht 5",
        "Plein 1944 nummer 12", "Lange Voorhout 8", "Dorpsstraat, nr 5", "'s-Gravendijkwal 12", "Postbus 12345",
        "Stationsplein nr. 3",
        "111‑222‑333", "111\xa0222\xa0333", "+31\xa06\xa01234\xa05678", "+1 (555) 123-4567",
    ],
)  # fmt: skip
def test_whatever_people_can_be_traced_by_is_asked_about_however_it_is_typed(text: str) -> None:
    assert found(text)
    assert found(f"Toen zei zij: {text}")


@pytest.mark.parametrize(
    "text",
    [
        "de zaak 365 dagen", "dossier 100 pagina's", "het dossier 250 bladzijden", "de zaak 120 keer besproken",
        "In 2024 WW ontvangen", "sinds 2015 PW", "per 1 januari 2004 geldt de WWB", "De Wajong van 1-1-2010",
        "vanaf 1 juli 2011", "artikel 7:658 BW", "Ik kwam het onderweg 3 keer tegen",
        "op de arbeidsmarkt 12 kansen", "de loopbaan 3 stappen", "Beweging 3 van de 4", "Maandag 8.40",
        "06-12-2026 10:30", "van 9 tot 17 uur", "1-mei-20", "uitkering van 1.234.567 euro", "€ 123 456 782",
        "123456782 euro", "+ 10 procent", "10-12-14 dagen", "kaart 12 en kaart 9999", "3-2-1", "4-3-2-1",
        "in week 12-13-14", "de klant 3 keer gebeld", "kenmerk 3", "A4-formulier", "T-shirt maat 42", "plan B-2-C",
        "dossier 2024", "het jaar 1985", "sinds 1985 werkt hij daar", "in 1985 begonnen", "50-plus",
        "BIG-registratie", "WIA 35-80", "35-80%", "IVA 80-100", "het park 3 bomen", "Plein 3 vragen",
        "twee op de 1000", "500 000 mensen", "24/7", "1/2", "6 x 9", "100000 km", "ww-uitkering 2023-2024",
        "team 085", "zaal 0.12", "kamer 2B", "80 % en 41 factoren", "halte 12 bus 34", "Wil je dat?",
        "de vrouw Nederlands leerde", "de cliënt Wajong heeft", "de man WW had", "mevrouw B.", "de heer en mevrouw",
        "een collega Werkgever koos", "cliënt: Wil je dat?", "De familie wilde niet", "Grote stappen 3 keer",
        "versie 2.0.1", "NEN-EN 301549", "EN 301 549", "ISO 9001", "0-urencontract", "36 uur per week",
        "2 x 45 minuten", "UWV 2021", "De weg 3 jaar terug", "op 21-11-2026", "voor 1 april 2010 geboren kinderen",
    ],
)  # fmt: skip
def test_talk_about_laws_amounts_and_time_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "De Nieuwe Participatiewet 2015 zegt dit", "De Hoge Raad 5 april 2019", "In de Eerste Kamer 2024",
        "Sint Maarten 11 november", "Nieuwe Regels 2024", "De Tweede Kamer 3 keer", "Grote Verandering 2026",
        "Vergadering 12 maart", "Uitkering 2024",
        "Zijn vrouw in Rotterdam is ziek", "Een klant in Almere", "een man op Schiphol", "De man in Den Haag",
        "De collega van Jeugd belde", "De klant van Werk en Inkomen", "een collega van Team Noord",
    ],
)  # fmt: skip
def test_where_someone_is_and_who_decides_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "mevrouw in 't Veld", "zijn vriend op de Beek", "dhr. op den Akker", "meneer van Dijk", "familie van Beek",
        "haar zoon J. van Dijk", "zijn collega van der Berg", "de klant Van Dijk", "cliënt van 't Hof",
        "Eerste Oosterparkstraat 88", "Sint Jacobslaan 12", "Grote Markt 5, Jan zei dat", "Hoge Rijndijk 5 in Leiden",
        "Kerkstraat 2015", "Ceintuurbaan 12", "Oostering 40",
    ],
)  # fmt: skip
def test_last_names_and_streets_of_more_words_are_asked_about(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    ("text", "names", "what"),
    [
        ("Dat zei Samira ook", ["Samira de Vries"], ["Samira"]),
        ("dat zei samira de vries", ["Samira de Vries"], ["samira de vries"]),
        ("Met Jan‑Willem erbij", ["Jan-Willem"], ["Jan‑Willem"]),
        ("Wij van Team Noord", ["Team Noord"], ["Team Noord"]),
        ("Wil je dat? Dat wil Wil wel.", ["Wil"], ["Wil"]),
        ("Samira's plan, en Joosts idee", ["Samira", "Joost"], ["Samira", "Joost"]),
        ("Zoe en ÖMER en jan willem", ["Zoë", "Omer", "Jan-Willem"], ["Zoe", "ÖMER", "jan willem"]),
        ("Van mevrouw El Amrani", ["Fatima el Amrani"], ["Amrani"]),
        ("In Noord, met de Vriesman", ["Team Noord", "Anne de Vries"], []),
        ("Samiraatje en Wilma", ["Samira", "Wil"], []),
        ("1 en 2", ["1", "2", ""], []),
    ],
)
def test_names_of_the_group_and_its_people_are_asked_about(
    text: str, names: list[str], what: list[str]
) -> None:
    assert [one.found for one in worries(text, names)] == what


def test_a_bank_account_is_right_by_its_check_or_built_as_a_dutch_one() -> None:
    assert passes_97("NL91ABNA0417164300") and not passes_97("NL91ABNA0417164301")
    assert found("NL91ABNA0417164301") == [(Sort.ACCOUNT, "NL91ABNA0417164301")]
    assert found("BE68539007547035") == []


@given(st.text() | st.text("0123456789 .-/+()@€abz\n"))
def test_any_text_is_looked_at_and_what_is_found_stands_there(text: str) -> None:
    seen = worries(text)
    assert all(text[one.start : one.end] == one.found and one.found for one in seen)
    assert all(one.end <= other.start for one, other in pairwise(seen))


def test_several_are_found_in_the_order_of_the_text() -> None:
    text = "Bel 06-12345678 of mail a@b.nl, geboren 3 mei 1980, bsn 111222333, dossier 12345."
    sorts = [Sort.PHONE, Sort.EMAIL, Sort.BIRTH_DATE, Sort.BSN, Sort.CASE_NUMBER]
    assert [one.sort for one in worries(text)] == sorts


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "a@",
        "a.",
        "0",
        "06 ",
        "zaak ",
        "geb. ",
        "1-1-1",
        "a-",
        "+31 ",
        "Kerk",
        "a b ",
        "NL91 ",
        "AB-",
        "12-",
        "(at)",
        "straat ",
        "tel ",
        "bsn 1",
        "1234 A",
        "j at ",
    ],
)
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    begin = time.process_time()
    worries(piece * (20_000 // len(piece)))
    assert time.process_time() - begin < 1
