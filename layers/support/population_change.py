"""How the registered population of a place changed in eleven years."""

from geo.layer import Change, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("การเปลี่ยนแปลงของประชากร", "Population change"),
    short=Text("ประชากรเปลี่ยนแปลง", "Population change"),
    question=Text(
        "ประชากรตามทะเบียนราษฎรเพิ่มขึ้นหรือลดลงร้อยละเท่าใดระหว่างปี 2553 ถึง 2564",
        "By how much did the registered population grow or shrink between 2010 and 2021?",
    ),
    family="support",
    dimension="people",
    index="need",
    kind="change",
    unit=Text("ร้อยละ", "%"),
    decimals=1,
    better="neither",
    source=("population_change",),
    measure=Change("population_change/population_change.csv#people", "2010", "2021"),
    levels=("country", "region", "province", "district", "subdistrict"),
    valid=(-90, 400),
    grade="measured",
    caveat=Text(
        "ทะเบียนราษฎรไม่รวมผู้ย้ายถิ่นที่ไม่ได้แจ้งย้าย ระหว่างปี 2557 ถึง 2560 ทะเบียนในอำเภอชายแดนเพิ่มขึ้นฉับพลัน "
        "ซึ่งน่าจะเกิดจากวิธีนับมากกว่าการเพิ่มของประชากร และปี 2563 มีการลดลงจากการปรับทะเบียนในบางตำบล "
        "แขวงที่แบ่งเขตเมื่อปี 2560 ไม่แสดงค่า",
        "The register misses people who live elsewhere than they are registered. Border districts jump between 2014 "
        "and 2017, more likely by who is counted than by growth, and some subdistricts drop in 2020 as entries were "
        "cleared. Khwaeng divided in 2017 show no value.",
    ),
    base_unit=Text("คน ในปี 2553", "people in 2010"),
)
