"""How many people live under a subdistrict organisation rather than a municipality."""

from geo.layer import Goalposts, Layer, Share
from geo.words import Text

LAYER = Layer(
    title=Text("ประชากรนอกเขตเทศบาล", "People outside municipalities"),
    short=Text("นอกเขตเทศบาล", "Outside municipalities"),
    question=Text(
        "ประชาชนร้อยละเท่าใดอยู่นอกเขตเทศบาล",
        "What share of people lives outside municipalities?",
    ),
    family="support",
    dimension="living",
    index="need",
    kind="percentage",
    unit=Text("ร้อยละของประชากร", "% of people"),
    decimals=1,
    better="lower",
    source=("urban_split", "population"),
    measure=Share("urban_split/urban_split.csv#people_outside_municipalities", "urban_split/urban_split.csv#people"),
    levels=("country", "region", "province"),
    valid=(0, 100),
    grade="measured",
    goalposts=Goalposts(
        0,
        100,
        Text("ทุกคนอยู่ในเขตเทศบาล ถึงทุกคนอยู่นอกเขต", "From everybody inside a municipality to everybody outside."),
    ),
    caveat=Text(
        "การอยู่นอกเขตเทศบาลไม่ใช่ข้อบกพร่อง ใช้เป็นเครื่องชี้ความต้องการการสนับสนุนเท่านั้น เขตเทศบาลไม่เท่ากับเมือง "
        "เพราะหลายตำบลชนบทยกฐานะเป็นเทศบาลตำบล และชานเมืองหลายแห่งยังเป็น อบต. ทะเบียนราษฎรไม่รวมผู้ย้ายถิ่น",
        "Living outside a municipality is no fault; it is read as a sign of need for support only. A municipality is "
        "not a town: many rural subdistricts became one, many suburbs did not. The register misses migrants.",
    ),
    base_unit=Text("คน", "people"),
    not_applicable={
        "10": Text(
            "กรุงเทพมหานครเป็นองค์กรปกครองส่วนท้องถิ่นแห่งเดียว ไม่แบ่งในและนอกเขตเทศบาล",
            "Bangkok is governed by one authority and is not split into municipal areas.",
        )
    },
)
