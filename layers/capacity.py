"""The index of capacity: what the local side can do itself.

Direction, goalposts and standards of an indicator are facts of its layer and stand in the layer's own file.
"""

from geo.indices import HALFWAY, PROPOSAL, Dimension, Index, Indicator
from geo.words import Text

ALONE = Text("ข้อมูลเดียวของด้านนี้ที่ครอบคลุมทั้งประเทศ", "The only figure of this dimension that covers the whole country.")
KPI = Text("เงิน เทคโนโลยี คน ตามลำดับที่ อปท. ตอบสถาบันพระปกเกล้า", "KPI survey: money, technology, people")

CAPACITY = Index(
    id="capacity",
    title=Text("ศักยภาพของท้องถิ่น", "Capacity"),
    question=Text(
        "ฝ่ายท้องถิ่นมีเงิน เทคโนโลยี และคน ที่จะทำเองได้เพียงใด",
        "How much can the local side do itself: with money, with technology, with people?",
    ),
    more="better",
    aggregate="geometric",
    aggregate_why=Text(
        "ค่าเฉลี่ยเรขาคณิต เพราะสิ่งที่ขาดที่สุดเป็นตัวจำกัด",
        "Geometric mean: what is scarcest sets the limit.",
    ),
    levels=("province", "district"),
    levels_why=Text(
        "ของ อปท. แต่ละแห่งรู้เพียงว่ามีเว็บไซต์หรือไม่และอยู่ชั้นขนาดใด สองข้อนี้ยังไม่พอเป็นดัชนี",
        "Of a single authority it is only known whether it has a website and which size class it is in: two facts make "
        "no index.",
    ),
    dimensions=(
        Dimension(
            id="money",
            title=Text("งบประมาณ", "Money"),
            why=Text("สิ่งที่ อปท. ต้องการเป็นอันดับแรก (หน้า 86)", "What authorities ask for first (page 86)."),
            who=KPI,
            standard=HALFWAY,
            indicators=(
                Indicator(
                    "pao_budget_per_person",
                    1.0,
                    Text(
                        "งบของเทศบาลและ อบต. ไม่พบทั้งประเทศ จึงมีแต่ของ อบจ.",
                        "Budgets of municipalities and subdistrict organisations were not found, only the PAOs'.",
                    ),
                    PROPOSAL,
                ),
            ),
        ),
        Dimension(
            id="technology",
            title=Text("ระบบเทคโนโลยี", "Technology"),
            why=Text("สิ่งที่ต้องการรองลงมา (หน้า 86)", "What they ask for next (page 86)."),
            who=KPI,
            standard=HALFWAY,
            indicators=(Indicator("website_on_record", 1.0, ALONE, PROPOSAL),),
        ),
        Dimension(
            id="skills",
            title=Text("กำลังคน", "People"),
            why=Text(
                "ไม่มีข้อมูลทักษะหรือจำนวนบุคลากร จึงใช้ชั้นขนาดของ อปท. แทน เพราะ อปท. ขนาดเล็กมีตำแหน่งน้อย",
                "Skills and staff are not on record; the size class stands in, as small authorities have few posts.",
            ),
            who=KPI,
            standard=HALFWAY,
            indicators=(Indicator("small_laos_share", 1.0, ALONE, PROPOSAL),),
        ),
    ),
)
