"""How fast mobile internet receives data, as people who ran a speed test found it."""

from geo.layer import Doubt, Given, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ความเร็วรับข้อมูลของอินเทอร์เน็ตเคลื่อนที่", "Mobile internet: download speed"),
    short=Text("ความเร็วรับข้อมูล (เคลื่อนที่)", "Mobile download"),
    question=Text(
        "ผู้ใช้อินเทอร์เน็ตเคลื่อนที่ในแต่ละพื้นที่รับข้อมูลได้เร็วเพียงใด",
        "How fast do users of mobile internet receive data in each area?",
    ),
    family="internet",
    dimension="economy",
    index="provision",
    kind="speed",
    unit=Text("เมกะบิตต่อวินาที", "Mbps"),
    decimals=1,
    better="higher",
    source=("ookla",),
    measure=Given("ookla/mobile.csv", "mobile_download_mbps", up="base"),
    levels=("country", "region", "province", "district"),
    valid=(0, 1000),
    grade="measured",
    caveat=Text(
        "วัดจากผู้ที่เข้าทดสอบด้วย Speedtest จึงบอกคุณภาพของสายที่ใช้อยู่ ไม่ใช่ความครอบคลุมหรือสัดส่วนผู้ใช้ "
        "ไตรมาสที่น่าจะเป็นการทดสอบภาคสนามหรือห้องทดลองไม่แสดงค่า ค่ามัธยฐานปี 2568 ของนครราชสีมามีไตรมาสเช่นนั้น 2 ใน 4 "
        "จึงอาจสูงเกินจริง รายอำเภอมีเฉพาะ 8 จังหวัด ไตรมาส 4/2568",
        "Measured on people who ran a Speedtest: it tells how good the lines in use are, not coverage and "
        "not how many are connected. Quarters that are most likely drive or laboratory tests are withheld; "
        "the 2025 median of Nakhon Ratchasima rests on two such quarters of four and may be too high. "
        "Districts are known in eight provinces only, for 2025-Q4.",
    ),
    goalposts=Goalposts(
        46,
        132,
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
    default_period="2025",
    doubt=Doubt(
        Text(
            "ทดสอบน้อยกว่า 400 ครั้ง ค่าเฉลี่ยอาจคลาดเคลื่อนโดยบังเอิญราวร้อยละ 5 (หากความเร็วกระจายตัวครึ่งหนึ่งของค่าเฉลี่ย)",
            "fewer than 400 tests: by chance alone the mean can be off by about 5 % (if speeds spread by half of it)",
        ),
        base_under=400,
    ),
)
