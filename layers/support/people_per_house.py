"""How many people are registered in a house."""

from geo.layer import Layer, Ratio
from geo.words import Text

LAYER = Layer(
    title=Text("ประชากรต่อบ้าน", "People per house"),
    short=Text("คนต่อบ้าน", "People per house"),
    question=Text(
        "บ้านตามทะเบียนหนึ่งหลังมีคนในทะเบียนบ้านเฉลี่ยกี่คน",
        "How many people are registered in a house, on average?",
    ),
    family="support",
    dimension="living",
    index="need",
    kind="amount",
    unit=Text("คนต่อหลัง", "people per house"),
    decimals=2,
    better="neither",
    source=("population",),
    measure=Ratio("people", "houses", 1),
    levels=("country", "region", "province", "district", "subdistrict"),
    valid=(0, 12),
    grade="measured",
    caveat=Text(
        "ไม่ใช่ขนาดครัวเรือน นับบ้านทุกหลังในทะเบียนรวมอาคารชุดและบ้านว่าง ค่าต่ำกว่าหนึ่งพบในย่านอุตสาหกรรม "
        "แหล่งท่องเที่ยว และคอนโดมิเนียม ซึ่งผู้อยู่อาศัยจริงไม่ได้ย้ายทะเบียนมา",
        "Not the size of a household: every registered house counts, flats and empty ones too. Values under one stand "
        "where residents are registered elsewhere: industrial estates, resorts, condominiums.",
    ),
    base_unit=Text("หลัง", "houses"),
)
