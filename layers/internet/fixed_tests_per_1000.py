"""Speed tests run on fixed broadband per 1,000 registered people: a proxy of how much it is used."""

from geo.layer import Goalposts, Layer, Rate
from geo.words import Text

LAYER = Layer(
    title=Text(
        "การทดสอบอินเทอร์เน็ตประจำที่ต่อประชากร 1,000 คน (ตัวแทนการใช้งาน)",
        "Fixed broadband tests per 1,000 people (proxy of use)",
    ),
    short=Text("การทดสอบต่อพันคน (ประจำที่)", "Fixed tests per 1,000"),
    question=Text(
        "อินเทอร์เน็ตประจำที่ถูกใช้งานมากเพียงใดเมื่อเทียบกับจำนวนประชากร",
        "How much is fixed broadband used for the number of people, as far as tests can tell?",
    ),
    family="internet",
    dimension="people",
    index="provision",
    kind="per_head",
    unit=Text("ครั้งต่อไตรมาสต่อ 1,000 คน", "tests a quarter per 1,000 people"),
    decimals=1,
    better="higher",
    source=("ookla", "population"),
    measure=Rate("ookla/fixed.csv#fixed_tests", per=1000),
    levels=("country", "region", "province", "district"),
    valid=(0, 1000),
    grade="proxy",
    caveat=Text(
        "เป็นตัวแทนของการใช้งานเท่านั้น ไม่ใช่จำนวนผู้ใช้บริการ ผู้ที่สายช้าหรือขัดข้องอาจทดสอบบ่อยกว่า ตัวหารเป็นประชากรตามทะเบียน "
        "พ.ศ. 2564 ซึ่งไม่นับผู้ย้ายถิ่นและนักท่องเที่ยว ค่ารายปีคือไตรมาสมัธยฐาน จังหวัดชลบุรีนับได้น้อยกว่าผลรวมของอำเภอร้อยละ 12 "
        "รายอำเภอมีเฉพาะ 8 จังหวัด ไตรมาส 4/2568",
        "A proxy of use only, not subscribers: people whose line is slow or broken may test more often. "
        "People are those registered in 2021, so migrants and tourists are missed. The value of a year is "
        "its median quarter. Chon Buri counts 12 % fewer than its districts together. Districts are known in "
        "eight provinces only, for 2025-Q4.",
    ),
    goalposts=Goalposts(
        6,
        60,
        Text(
            "ตรึงไว้: ปลายต่ำคือเปอร์เซ็นไทล์ที่ 5 ของจังหวัดปี 2566 ปลายสูงคือเปอร์เซ็นไทล์ที่ 95 ปี 2568 "
            "เพราะไม่มีเป้าหมายที่ประกาศไว้สำหรับค่าเฉลี่ย",
            "Frozen: the low end is the 5th percentile of provinces in 2023, the high end the 95th of 2025; "
            "nobody has set a target for a mean.",
        ),
        log=True,
    ),
    default_period="2025-Q4",
)
