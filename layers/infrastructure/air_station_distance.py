"""Distance to the nearest air-quality station."""

from geo.layer import Distance, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ระยะทางถึงสถานีตรวจวัดคุณภาพอากาศที่ใกล้ที่สุด", "Distance to the nearest air-quality station"),
    short=Text("ระยะถึงสถานีวัดอากาศ", "Distance to air station"),
    question=Text(
        "ประชาชนอยู่ห่างจากสถานีตรวจวัดคุณภาพอากาศที่ใกล้ที่สุดกี่กิโลเมตร",
        "How far do people live from the nearest public air-quality station?",
    ),
    family="infrastructure",
    dimension="environment",
    index="provision",
    kind="distance",
    unit=Text("กิโลเมตร", "km"),
    decimals=1,
    better="lower",
    source=("air_quality_stations", "population"),
    measure=Distance("air_quality_stations/stations.csv"),
    levels=("country", "region", "province", "district", "subdistrict"),
    valid=(0, 400),
    grade="measured",
    goalposts=Goalposts(
        0,
        71,
        Text(
            "ต่ำสุดคือศูนย์ตามธรรมชาติ สูงสุดคือระยะที่ร้อยละ 95 ของตำบลอยู่ใกล้กว่า ใช้ค่าปี 2569 เป็นค่าคงที่",
            "From nothing to the distance within which 95 % of subdistricts lie; frozen in 2026.",
        ),
    ),
    caveat=Text(
        "วัดเป็นเส้นตรงจากจุดกลางตำบล ไม่ใช่ระยะทางถนน ระดับที่กว้างกว่าเป็นค่าเฉลี่ยตามจำนวนคน สถานีที่อยู่คนละฝั่งเขาอาจวัดอากาศคนละสภาพ",
        "Straight line from the middle of each subdistrict, not by road; wider areas are a mean over people. "
        "A station behind a mountain may measure other air.",
    ),
    default_period="2026",
)
