"""Distance to the nearest airport with scheduled flights."""

from geo.layer import Distance, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ระยะทางถึงสนามบินที่มีเที่ยวบินประจำ", "Distance to the nearest airport with scheduled flights"),
    short=Text("ระยะถึงสนามบิน", "Distance to airport"),
    question=Text(
        "ประชาชนอยู่ห่างจากสนามบินที่มีเที่ยวบินประจำกี่กิโลเมตร",
        "How far do people live from the nearest airport with scheduled flights?",
    ),
    family="infrastructure",
    dimension="mobility",
    index="provision",
    kind="distance",
    unit=Text("กิโลเมตร", "km"),
    decimals=1,
    better="lower",
    source=("airports", "population"),
    measure=Distance("airports/airports.csv", only=(("scheduled_service", "yes"),)),
    levels=("country", "region", "province", "district", "subdistrict"),
    valid=(0, 400),
    grade="measured",
    goalposts=Goalposts(
        0,
        138,
        Text(
            "ต่ำสุดคือศูนย์ตามธรรมชาติ สูงสุดคือระยะที่ร้อยละ 95 ของตำบลอยู่ใกล้กว่า ใช้ค่าปี 2569 เป็นค่าคงที่",
            "From nothing to the distance within which 95 % of subdistricts lie; frozen in 2026.",
        ),
    ),
    caveat=Text(
        "วัดเป็นเส้นตรงจากจุดกลางตำบล ไม่ใช่ระยะทางถนน ระดับที่กว้างกว่าเป็นค่าเฉลี่ยตามจำนวนคน "
        "ไม่นับสนามบินในประเทศเพื่อนบ้าน และไม่ได้บอกจำนวนเที่ยวบิน "
        "ลำพูนระบุว่ามีเที่ยวบินประจำแต่ยังไม่มีหลักฐานยืนยัน",
        "Straight line from the middle of each subdistrict, not by road; wider areas are a mean over people. "
        "Airports across the border are not counted, nor how many flights there are. Lamphun is marked as scheduled "
        "without proof.",
    ),
    default_period="2026",
)
