"""How many people of the Northeast used the internet in 2017."""

from geo.layer import ITU_BANDS, Doubt, Given, Goalposts, Layer, Standard
from geo.words import Text

LAYER = Layer(
    title=Text(
        "ผู้ใช้อินเทอร์เน็ตอายุ 11 ปีขึ้นไป (ภาคตะวันออกเฉียงเหนือ)",
        "Internet users aged 11 and over (Northeast only)",
    ),
    short=Text("ผู้ใช้อินเทอร์เน็ต (อีสาน)", "Internet users (Northeast)"),
    question=Text(
        "ประชากรภาคตะวันออกเฉียงเหนือใช้อินเทอร์เน็ตร้อยละเท่าใดใน พ.ศ. 2560",
        "What share of people in the Northeast used the internet in 2017?",
    ),
    family="internet",
    dimension="people",
    index="provision",
    kind="percentage",
    unit=Text("% ของประชากรอายุ 11 ปีขึ้นไป", "% of people aged 11 and over"),
    decimals=1,
    better="higher",
    source=("internet_users_northeast", "population"),
    measure=Given("internet_users_northeast/internet_users.csv", "internet_users_11plus_pct", up="people"),
    levels=("region", "province"),
    valid=(0, 100),
    grade="survey",
    caveat=Text(
        "มีเฉพาะ 20 จังหวัดและเป็นข้อมูลก่อนช่วงโควิด-19 ปัจจุบันสูงกว่านี้มาก ไม่ทราบขนาดตัวอย่าง ค่าของภาคถ่วงน้ำหนักด้วยประชากรทะเบียนทุกอายุ",
        "Twenty provinces only, and before the pandemic: shares are much higher now. Samples are not known. "
        "The regional value is weighted by registered people of all ages.",
    ),
    goalposts=Goalposts(
        0,
        100,
        Text(
            "ศูนย์ถึงประชากรทุกคน ตามเป้าหมายการเชื่อมต่ออย่างทั่วถึงขององค์การสหประชาชาติ",
            "From nobody to everybody, as the United Nations target of universal connectivity has it.",
        ),
    ),
    standard=Standard(
        100,
        Text(
            "สหประชาชาติและ ITU: ทุกคนอายุ 15 ปีขึ้นไปใช้อินเทอร์เน็ตภายใน พ.ศ. 2573",
            "United Nations and ITU: everybody aged 15 and over uses the internet by 2030",
        ),
    ),
    default_period="2017",
    ladder=ITU_BANDS,
    doubt=Doubt(
        Text(
            "เป็นค่าก่อนปี 2563 การใช้อินเทอร์เน็ตเพิ่มขึ้นมากนับแต่นั้น และไม่ทราบขนาดตัวอย่าง",
            "measured before 2020; internet use has risen much since, and sample sizes are not known",
        ),
        older_than=2020,
    ),
)
