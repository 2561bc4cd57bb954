"""What a province produces a year for each of its people."""

from geo.layer import Goalposts, Layer, Ratio
from geo.words import Text

LAYER = Layer(
    title=Text("ผลิตภัณฑ์มวลรวมจังหวัดต่อหัว", "Gross provincial product per person"),
    short=Text("GPP ต่อหัว", "GPP per person"),
    question=Text(
        "แต่ละจังหวัดสร้างมูลค่าเพิ่มต่อหัวได้เท่าใดในหนึ่งปี",
        "How much value does each province add a year, per person?",
    ),
    family="support",
    dimension="economy",
    index="need",
    kind="per_head",
    unit=Text("บาทต่อคน", "baht per person"),
    decimals=0,
    better="higher",
    source=("gpp",),
    measure=Ratio("gpp/gpp.csv#gpp_mthb", "gpp/gpp.csv#gpp_population_thousand", 1000),
    levels=("country", "region", "province"),
    valid=(0, 5_000_000),
    grade="measured",
    caveat=Text(
        "นับมูลค่าตามที่ตั้งของกิจการ ไม่ใช่รายได้ของครัวเรือนในจังหวัด จังหวัดอุตสาหกรรมอย่างระยองจึงสูงมาก เป็นราคาประจำปี และ "
        "พ.ศ. 2563 เป็นปีที่มีการระบาดของโควิด-19 ตัวหารคือประชากรของ สศช.",
        "Value is counted where the firm works, not as income of the households there: industrial provinces "
        "such as Rayong stand very high. Current prices; 2020 is a pandemic year. People are those NESDC "
        "divides by.",
    ),
    goalposts=Goalposts(
        58_000,
        443_000,
        Text(
            "ตรึงไว้: เปอร์เซ็นไทล์ที่ 5 ของจังหวัดปี 2559 ถึงเปอร์เซ็นไทล์ที่ 95 ปี 2563 เพราะไม่มีเป้าหมายที่ประกาศไว้",
            "Frozen: the 5th percentile of provinces in 2016 to the 95th of 2020; nobody has set a target.",
        ),
        log=True,
    ),
    base_unit=Text("พันคน", "thousand people"),
    default_period="2020",
)
