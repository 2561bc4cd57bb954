"""Finding a place in spite of a typing error: letters swapped, left out, doubled or wrong, in either language."""

import numpy as np
import pytest

from geo.places import places
from geo.search import find

ALPHABET = {"th": "กขคงจชดตนบปมยรลวสหอ", "en": "abcdefghiklmnoprstuy"}


def slip(name: str, lang: str, rng: np.random.Generator) -> str:
    """The name with one slip of the fingers."""
    at = int(rng.integers(1, len(name) - 1))
    letter = ALPHABET[lang][int(rng.integers(len(ALPHABET[lang])))]
    kinds = [
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        name[:at] + letter + name[at + 1 :],
    ]
    return kinds[int(rng.integers(len(kinds)))]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_province_is_found_in_spite_of_one_slip(lang):
    rng = np.random.default_rng(2568)
    lost = []
    for code, name in places("province")[f"name_{lang}"].items():
        # One slip in a name of three or four letters makes another name.
        if len(name) < 6:
            continue
        typed = slip(name, lang, rng)
        if code not in find(typed, lang, limit=12).index:
            lost.append((name, typed))
    assert lost == []


def test_swapped_letters_count_once():
    assert find("Chang Mia", "en").index[0] == "50"
    assert find("Khonkean", "en").index[0] == "40"


@pytest.mark.parametrize("code", ["100201", "900101", "501301"])
def test_a_postcode_leads_to_its_subdistricts(code):
    postcode = str(places("subdistrict").at[code, "postal_code"])
    assert code in find(postcode, limit=60).index


def test_a_region_is_found_by_its_name_in_either_language():
    assert find("ภาคเหนือ").index[0] == find("North").index[0] == "north"
    assert {find(name).index[0] for name in ("อีสาน", "ภาคอีสาน", "Isan")} == {"northeast"}


def test_a_local_authority_typed_in_full_stands_before_its_namesakes():
    assert find("เทศบาลนครเชียงใหม่").index[0] == find("Chiang Mai City Municipality").index[0] == "3500102"
    assert find("เชียงใหม่").index[0] == "50"
