"""How far people have come in eight dimensions of life, as NESDC indexes it."""

from geo.layer import Given, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ดัชนีความก้าวหน้าของคน", "Human Achievement Index"),
    short=Text("ดัชนี HAI", "HAI"),
    question=Text(
        "คนในแต่ละจังหวัดมีความก้าวหน้ารวม 8 มิติเพียงใด",
        "How far have the people of each province come, over eight dimensions of life?",
    ),
    family="support",
    dimension="people",
    index="need",
    kind="score",
    unit=Text("ดัชนี (0–1)", "index (0-1)"),
    decimals=4,
    better="higher",
    source=("hai", "population"),
    measure=Given("hai/hai.csv", "human_achievement_index", up="people"),
    levels=("country", "region", "province"),
    valid=(0, 1),
    grade="measured",
    caveat=Text(
        "เป็นดัชนีรวมที่มีการเข้าถึงอินเทอร์เน็ตและโทรศัพท์เคลื่อนที่เป็นส่วนหนึ่งอยู่แล้ว ค่าของภาคเป็นค่าเฉลี่ยถ่วงน้ำหนักของจังหวัด ไม่ใช่ค่าที่ "
        "สศช. เผยแพร่",
        "A composite that already holds internet and mobile access. The value of a region is the weighted "
        "mean of its provinces, not one that NESDC publishes.",
    ),
    goalposts=Goalposts(
        0.55,
        0.67,
        Text(
            "ตรึงไว้: เปอร์เซ็นไทล์ที่ 5 ของจังหวัดปี 2558 ถึงเปอร์เซ็นไทล์ที่ 95 ปี 2564 เพราะจังหวัดทั้งหมดอยู่ในช่วงแคบ",
            "Frozen: the 5th percentile of provinces in 2015 to the 95th of 2021; all provinces lie in a narrow band.",
        ),
    ),
    default_period="2021",
)
