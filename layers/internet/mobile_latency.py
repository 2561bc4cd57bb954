"""How promptly mobile internet answers, as people who ran a speed test found it."""

from geo.layer import Given, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ความหน่วงของอินเทอร์เน็ตเคลื่อนที่", "Mobile internet: latency"),
    short=Text("ความหน่วง (เคลื่อนที่)", "Mobile latency"),
    question=Text(
        "อินเทอร์เน็ตเคลื่อนที่ในแต่ละพื้นที่ตอบสนองช้าเพียงใด",
        "How long does mobile internet take to answer in each area?",
    ),
    family="internet",
    dimension="economy",
    index="provision",
    kind="speed",
    unit=Text("มิลลิวินาที", "ms"),
    decimals=1,
    better="lower",
    source=("ookla",),
    measure=Given("ookla/mobile.csv", "mobile_latency_ms", up="base"),
    levels=("country", "region", "province"),
    valid=(0, 500),
    grade="measured",
    caveat=Text(
        "วัดจากผู้ที่เข้าทดสอบด้วย Speedtest จึงบอกคุณภาพของสายที่ใช้อยู่ ไม่ใช่ความครอบคลุมหรือสัดส่วนผู้ใช้ "
        "ไตรมาสที่น่าจะเป็นการทดสอบภาคสนามหรือห้องทดลองไม่แสดงค่า ค่ามัธยฐานปี 2568 ของนครราชสีมามีไตรมาสเช่นนั้น 2 ใน 4 "
        "จึงอาจสูงเกินจริง",
        "Measured on people who ran a Speedtest: it tells how good the lines in use are, not coverage and "
        "not how many are connected. Quarters that are most likely drive or laboratory tests are withheld; "
        "the 2025 median of Nakhon Ratchasima rests on two such quarters of four and may be too high.",
    ),
    goalposts=Goalposts(
        24,
        41.8,
        Text(
            "ตรึงไว้: ปลายดีคือเปอร์เซ็นไทล์ที่ 5 ของจังหวัดปี 2568 ปลายด้อยคือเปอร์เซ็นไทล์ที่ 95 ปี 2566 "
            "เพราะไม่มีเป้าหมายที่ประกาศไว้สำหรับค่าเฉลี่ย",
            "Frozen: the good end is the 5th percentile of provinces in 2025, the poor end the 95th of 2023; "
            "nobody has set a target for a mean.",
        ),
        log=True,
    ),
    floor=100,
    base_unit=Text("การทดสอบ", "tests"),
    default_period="2025",
)
