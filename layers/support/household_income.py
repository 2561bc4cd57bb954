"""What a household earns in a month."""

from geo.layer import Given, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("รายได้เฉลี่ยต่อเดือนของครัวเรือน", "Average monthly household income"),
    short=Text("รายได้ครัวเรือน", "Household income"),
    question=Text("ครัวเรือนมีรายได้เฉลี่ยเดือนละเท่าใด", "How much does a household earn in a month, on average?"),
    family="support",
    dimension="economy",
    index="need",
    kind="amount",
    unit=Text("บาทต่อครัวเรือนต่อเดือน", "baht per household per month"),
    decimals=0,
    better="higher",
    source=("household_survey", "population"),
    measure=Given("household_survey/household_survey.csv", "household_income", up="houses"),
    levels=("country", "region", "province"),
    valid=(0, 200_000),
    grade="survey",
    goalposts=Goalposts(
        17_300,
        35_300,
        Text(
            "ตรึงไว้: เปอร์เซ็นไทล์ที่ 5 และ 95 ของ 77 จังหวัด ปี 2564 เพราะไม่มีเป้าหมายที่ประกาศไว้",
            "Frozen: the 5th and 95th percentile of the 77 provinces in 2021; nobody has set a target.",
        ),
    ),
    caveat=Text(
        "เป็นการสำรวจตัวอย่าง ค่าของจังหวัดเดียวเปลี่ยนแปลงได้จากความคลาดเคลื่อนของการสุ่ม และค่าเฉลี่ยไม่ได้บอกความเหลื่อมล้ำภายในจังหวัด "
        "เป็นราคาปีปัจจุบันไม่ได้ปรับเงินเฟ้อ ค่าของภาคถ่วงน้ำหนักด้วยจำนวนบ้านตามทะเบียนปี 2564 "
        "ก่อนปี 2556 มี 76 จังหวัด เพราะบึงกาฬยังเป็นส่วนหนึ่งของหนองคาย",
        "A sample survey: a single province moves by sampling error, and a mean says nothing of inequality inside it. "
        "Baht of each year, not adjusted for prices. Regions are weighted by the houses registered in 2021. "
        "Before 2013 there are 76 provinces, as Bueng Kan was part of Nong Khai.",
    ),
)
