"""What a provincial administrative organisation may spend in a year for each registered person."""

from geo.layer import Goalposts, Layer, Ratio
from geo.words import Text

LAYER = Layer(
    title=Text("งบประมาณ อบจ. ต่อประชากร", "PAO budget per person"),
    short=Text("งบ อบจ. ต่อคน", "PAO budget"),
    question=Text(
        "องค์การบริหารส่วนจังหวัดมีงบประมาณรายจ่ายต่อประชากรหนึ่งคนเท่าใด",
        "How much may the provincial administrative organisation spend in a year for each registered person?",
    ),
    family="support",
    dimension="governance",
    index="capacity",
    kind="per_head",
    unit=Text("บาทต่อคน", "baht per person"),
    decimals=0,
    better="higher",
    source=("pao_budget", "population"),
    measure=Ratio("pao_budget/pao_budget.csv#budget_total", "people", 1),
    levels=("country", "region", "province"),
    valid=(0, 20_000),
    grade="measured",
    goalposts=Goalposts(
        495,
        1752,
        Text(
            "ตรึงไว้: เปอร์เซ็นไทล์ที่ 5 และ 95 ของ 76 จังหวัด ปี 2565 เพราะไม่มีเป้าหมายที่ประกาศไว้",
            "Frozen: the 5th and 95th percentile of the 76 provinces in 2022; nobody has set a target.",
        ),
    ),
    caveat=Text(
        "เป็นงบประมาณที่อนุมัติของ อบจ. เท่านั้น ไม่รวมเทศบาลและ อบต. ไม่ใช่รายจ่ายจริง ตัวหารคือประชากรตามทะเบียนราษฎรปี 2564 "
        "ซึ่งไม่รวมผู้ย้ายถิ่น จังหวัดอุตสาหกรรมจึงดูสูงกว่าจริง ปี 2566 ไม่มีข้อมูล 14 จังหวัด จึงควรเปรียบเทียบด้วยปี 2565",
        "Approved budget of the PAO alone, without municipalities and subdistrict organisations; not what was spent. "
        "Divided by people registered in 2021, who leave out migrants, so industrial provinces look richer than they "
        "are. 2023 lacks 14 provinces: compare with 2022.",
    ),
    base_unit=Text("คน", "people"),
    default_period="2022",
    not_applicable={
        "10": Text(
            "กรุงเทพมหานครไม่มี อบจ. เพราะเป็นองค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ",
            "Bangkok has no PAO: the Bangkok Metropolitan Administration is its one local authority.",
        )
    },
)
