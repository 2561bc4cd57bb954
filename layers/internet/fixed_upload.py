"""How fast fixed broadband sends data, as people who ran a speed test found it."""

from geo.layer import Given, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ความเร็วส่งข้อมูลของอินเทอร์เน็ตประจำที่", "Fixed broadband: upload speed"),
    short=Text("ความเร็วส่งข้อมูล (ประจำที่)", "Fixed upload"),
    question=Text(
        "ผู้ใช้อินเทอร์เน็ตประจำที่ในแต่ละพื้นที่ส่งข้อมูลได้เร็วเพียงใด",
        "How fast do users of fixed broadband send data in each area?",
    ),
    family="internet",
    dimension="economy",
    index="provision",
    kind="speed",
    unit=Text("เมกะบิตต่อวินาที", "Mbps"),
    decimals=1,
    better="higher",
    source=("ookla",),
    measure=Given("ookla/fixed.csv", "fixed_upload_mbps", up="base"),
    levels=("country", "region", "province"),
    valid=(0, 1000),
    grade="measured",
    caveat=Text(
        "วัดจากผู้ที่เข้าทดสอบด้วย Speedtest จึงบอกคุณภาพของสายที่ใช้อยู่ ไม่ใช่ความครอบคลุมหรือสัดส่วนผู้ใช้ ค่าปี 2568 "
        "เป็นค่ามัธยฐานของ 3 ไตรมาสเพราะไม่มีไตรมาส 3",
        "Measured on people who ran a Speedtest: it tells how good the lines in use are, not coverage and "
        "not how many are connected. The value of 2025 is the median of three quarters, since the third was "
        "not published.",
    ),
    goalposts=Goalposts(
        156,
        285,
        Text(
            "ตรึงไว้: ปลายต่ำคือเปอร์เซ็นไทล์ที่ 5 ของจังหวัดปี 2566 ปลายสูงคือเปอร์เซ็นไทล์ที่ 95 ปี 2568 "
            "เพราะไม่มีเป้าหมายที่ประกาศไว้สำหรับค่าเฉลี่ย",
            "Frozen: the low end is the 5th percentile of provinces in 2023, the high end the 95th of 2025; "
            "nobody has set a target for a mean.",
        ),
        log=True,
    ),
    floor=100,
    base_unit=Text("การทดสอบ", "tests"),
    default_period="2025-Q4",
)
