"""Smart cities certified by depa."""

from geo.layer import Count, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("เมืองอัจฉริยะที่ได้รับการรับรอง", "Certified smart cities"),
    short=Text("เมืองอัจฉริยะ", "Smart cities"),
    question=Text(
        "มีเมืองอัจฉริยะที่ได้รับการรับรองจากดีป้ากี่แห่ง",
        "How many smart cities has the Digital Economy Promotion Agency (depa) certified here?",
    ),
    family="infrastructure",
    dimension="governance",
    index="capacity",
    kind="count",
    unit=Text("แห่ง", "cities"),
    unit_one=Text("แห่ง", "city"),
    decimals=0,
    better="higher",
    source=("smart_cities",),
    measure=Count("smart_cities/certified.csv"),
    levels=("country", "region", "province"),
    valid=(0, 200),
    grade="measured",
    caveat=Text(
        "เมืองอัจฉริยะหนึ่งแห่งอาจเป็นเทศบาล เขต มหาวิทยาลัย หรือโครงการเอกชน ไม่ได้แปลว่าทั้งจังหวัดเป็นเมืองอัจฉริยะ "
        "และศูนย์ไม่ได้แปลว่าไม่มีการพัฒนา 8 ใน 37 แห่งทราบจากชุดข้อมูลเดียว",
        "A certified city may be a municipality, a district, a campus or a private estate, so one certificate does "
        "not make a province smart, and none does not mean that nothing is done. 8 of the 37 are known from one "
        "data set only.",
    ),
    default_period="2026",
)
