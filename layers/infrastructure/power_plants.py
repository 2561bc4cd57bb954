"""Power plants in the database."""

from geo.layer import Count, Doubt, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("โรงไฟฟ้า", "Power plants"),
    short=Text("โรงไฟฟ้า", "Power plants"),
    question=Text("มีโรงไฟฟ้าในฐานข้อมูลกี่แห่ง", "How many power plants of the database stand here?"),
    family="infrastructure",
    dimension="energy",
    index="provision",
    kind="count",
    unit=Text("แห่ง", "plants"),
    unit_one=Text("แห่ง", "plant"),
    decimals=0,
    better="neither",
    source=("power_plants",),
    measure=Count("power_plants/plants.csv"),
    levels=("country", "region", "province"),
    valid=(0, 1000),
    grade="proxy",
    caveat=Text(
        "โรงไฟฟ้าในพื้นที่ไม่ได้แปลว่าคนในพื้นที่มีไฟฟ้าใช้ ไฟฟ้าส่งเข้าโครงข่ายทั้งประเทศ ข้อมูลปี 2563 "
        "ขาดโรงไฟฟ้าแสงอาทิตย์ขนาดเล็กและผู้ผลิตขนาดเล็กมากเป็นส่วนใหญ่ ศูนย์จึงหมายถึงไม่มีในฐานข้อมูล",
        "A plant here is not access to electricity for the people here: its power goes to the national grid. Of 2020; "
        "small solar and very small producers are mostly absent, so zero means none in the database.",
    ),
    default_period="2020",
    doubt=Doubt(
        Text(
            "รวบรวมโดยสถาบันวิจัยจากรายงานสาธารณะ ไม่ใช่ทะเบียนของหน่วยงานกำกับดูแล",
            "gathered by a research institute from public reports, not the regulator's register",
        ),
        third_party=True,
    ),
)
