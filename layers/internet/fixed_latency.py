"""How promptly fixed broadband answers, as people who ran a speed test found it."""

from geo.layer import Given, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ความหน่วงของอินเทอร์เน็ตประจำที่", "Fixed broadband: latency"),
    short=Text("ความหน่วง (ประจำที่)", "Fixed latency"),
    question=Text(
        "อินเทอร์เน็ตประจำที่ในแต่ละพื้นที่ตอบสนองช้าเพียงใด",
        "How long does fixed broadband take to answer in each area?",
    ),
    family="internet",
    dimension="economy",
    index="provision",
    kind="speed",
    unit=Text("มิลลิวินาที", "ms"),
    decimals=1,
    better="lower",
    source=("ookla",),
    measure=Given("ookla/fixed.csv", "fixed_latency_ms", up="base"),
    levels=("country", "region", "province"),
    valid=(0, 500),
    grade="measured",
    caveat=Text(
        "วัดจากผู้ที่เข้าทดสอบด้วย Speedtest จึงบอกคุณภาพของสายที่ใช้อยู่ ไม่ใช่ความครอบคลุมหรือสัดส่วนผู้ใช้ ค่าปี 2568 "
        "เป็นค่ามัธยฐานของ 3 ไตรมาสเพราะไม่มีไตรมาส 3 แม่ฮ่องสอนสูงเกือบทุกไตรมาส (19–219 มิลลิวินาที) โดยไม่ทราบสาเหตุ "
        "จึงไม่ควรใช้กำหนดช่วงสี",
        "Measured on people who ran a Speedtest: it tells how good the lines in use are, not coverage and "
        "not how many are connected. The value of 2025 is the median of three quarters, since the third was "
        "not published. Mae Hong Son is high in most quarters (19 to 219 ms) for reasons not known: let it "
        "set no class break.",
    ),
    goalposts=Goalposts(
        5.6,
        15.1,
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
    default_period="2025-Q4",
)
