"""Capacity of the power plants in the database."""

from geo.layer import Count, Doubt, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("กำลังผลิตของโรงไฟฟ้า", "Capacity of power plants"),
    short=Text("กำลังผลิตไฟฟ้า", "Power capacity"),
    question=Text(
        "โรงไฟฟ้าในฐานข้อมูลมีกำลังผลิตรวมกี่เมกะวัตต์", "How many megawatts can the power plants here produce together?"
    ),
    family="infrastructure",
    dimension="energy",
    index="provision",
    kind="amount",
    unit=Text("เมกะวัตต์", "MW"),
    decimals=0,
    better="neither",
    source=("power_plants",),
    measure=Count("power_plants/plants.csv", amount="capacity_mw"),
    levels=("country", "region", "province"),
    valid=(0, 100_000),
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
