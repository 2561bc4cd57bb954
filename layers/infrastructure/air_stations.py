"""Air-quality monitoring stations."""

from geo.layer import Count, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("สถานีตรวจวัดคุณภาพอากาศ", "Air-quality stations"),
    short=Text("สถานีวัดอากาศ", "Air stations"),
    question=Text("มีสถานีตรวจวัดคุณภาพอากาศของรัฐกี่แห่ง", "How many public air-quality stations stand here?"),
    family="infrastructure",
    dimension="environment",
    index="provision",
    kind="count",
    unit=Text("สถานี", "stations"),
    unit_one=Text("สถานี", "station"),
    decimals=0,
    better="higher",
    source=("air_quality_stations",),
    measure=Count("air_quality_stations/stations.csv"),
    levels=("country", "region", "province", "district"),
    valid=(0, 1000),
    grade="measured",
    caveat=Text(
        "จำนวนสถานีไม่ได้บอกว่าอากาศดีหรือไม่ดี กรุงเทพมหานครมี 68 สถานีของตนเอง และไม่รวมเครื่องวัดราคาประหยัด "
        "จังหวัดที่กว้างกว่าต้องการสถานีมากกว่า ควรดูระยะทางประกอบ",
        "Stations say nothing about whether the air is clean. Bangkok runs 68 of its own; low-cost sensors are not "
        "counted. A larger province needs more stations: look at the distance as well.",
    ),
    default_period="2026",
)
