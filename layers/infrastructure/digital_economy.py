"""How much of what a province produces comes from information and communication firms."""

from geo.layer import Goalposts, Layer, Share
from geo.words import Text

LAYER = Layer(
    title=Text(
        "สัดส่วนหมวดข้อมูลข่าวสารและการสื่อสารใน GPP",
        "Information and communication share of provincial product",
    ),
    short=Text("เศรษฐกิจดิจิทัล", "Digital economy"),
    question=Text(
        "มูลค่าเพิ่มของจังหวัดมาจากกิจการข้อมูลข่าวสารและการสื่อสารมากเพียงใด",
        "How much of the value a province adds comes from information and communication firms?",
    ),
    family="infrastructure",
    dimension="economy",
    index="provision",
    kind="percentage",
    unit=Text("% ของ GPP", "% of GPP"),
    decimals=2,
    better="higher",
    source=("gpp",),
    measure=Share(part="gpp/gpp.csv#gpp_ict_mthb", whole="gpp/gpp.csv#gpp_mthb"),
    levels=("country", "region", "province"),
    valid=(0, 100),
    grade="measured",
    caveat=Text(
        "นับตามที่ตั้งของกิจการ ไม่ใช่ที่ที่คนใช้เทคโนโลยี จังหวัดที่มีสำนักงานของผู้ให้บริการโทรคมนาคมจึงสูง และไม่รวมงานดิจิทัลในสาขาอื่น",
        "Counted where the firm works, not where people use technology: provinces with offices of telecom "
        "firms stand high, and digital work in other sectors is not in it.",
    ),
    goalposts=Goalposts(
        0,
        1.76,
        Text(
            "ศูนย์ตามธรรมชาติ ถึงเปอร์เซ็นไทล์ที่ 95 ของจังหวัดปี 2563 ซึ่งตรึงไว้ เพราะไม่มีเป้าหมายที่ประกาศไว้",
            "Natural zero to the frozen 95th percentile of provinces in 2020; nobody has set a target.",
        ),
    ),
    base_unit=Text("ล้านบาท", "million baht"),
    default_period="2020",
)
