"""How many people depend on a local authority with few residents."""

from geo.layer import Goalposts, Layer, Share
from geo.words import Text

LAYER = Layer(
    title=Text("ประชากรใน อปท. ที่มีคนต่ำกว่า 5,000 คน", "People in local authorities under 5,000 people"),
    short=Text("คนใน อปท. เล็ก", "In small authorities"),
    question=Text(
        "ประชาชนร้อยละเท่าใดอยู่ในเทศบาลหรือ อบต. ที่มีประชากรต่ำกว่า 5,000 คน",
        "What share of people lives in a municipality or subdistrict organisation with fewer than 5,000 residents?",
    ),
    family="support",
    dimension="governance",
    index="need",
    kind="percentage",
    unit=Text("ร้อยละของประชากร", "% of people"),
    decimals=1,
    better="lower",
    source=("lao_people", "population"),
    measure=Share("lao_people/lao_people.csv#people_in_small_laos", "lao_people/lao_people.csv#people_in_laos"),
    levels=("country", "region", "province", "district", "lao"),
    valid=(0, 100),
    grade="measured",
    goalposts=Goalposts(
        0,
        100,
        Text("ไม่มีใครอยู่ใน อปท. ขนาดนี้ ถึงทุกคนอยู่", "From nobody in such an authority to everybody."),
    ),
    caveat=Text(
        "เส้นแบ่ง 5,000 คนเป็นของแผนที่นี้ ไม่ใช่เกณฑ์ของทางการ ไม่รวม อบจ. กรุงเทพมหานคร และ อปท. 24 แห่งที่แยกประชากรไม่ได้ "
        "อปท. ที่ครอบคลุมสองอำเภอนับที่อำเภอของสำนักงาน ทะเบียนราษฎรไม่รวมผู้ย้ายถิ่น",
        "The line at 5,000 is the atlas's own, no official threshold. PAOs, Bangkok and 24 authorities whose people "
        "cannot be told apart are left out; one that spans two districts counts where its office is. The register "
        "misses migrants.",
    ),
    base_unit=Text("คน", "people"),
    not_applicable={
        "10": Text(
            "กรุงเทพมหานครเป็นองค์กรปกครองส่วนท้องถิ่นแห่งเดียว ไม่มีเทศบาลหรือ อบต.",
            "Bangkok is governed by one authority; it has no municipalities or subdistrict organisations.",
        )
    },
    words={100.0: Text("ต่ำกว่า 5,000 คน", "under 5,000 people"), 0.0: Text("5,000 คนขึ้นไป", "5,000 people or more")},
)
