"""Distance to the nearest district office."""

from geo.layer import Distance, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ระยะทางถึงที่ว่าการอำเภอหรือสำนักงานเขตที่ใกล้ที่สุด", "Distance to the nearest district office"),
    short=Text("ระยะถึงที่ว่าการอำเภอ", "Distance to district office"),
    question=Text(
        "ประชาชนอยู่ห่างจากที่ว่าการอำเภอหรือสำนักงานเขตที่ใกล้ที่สุดกี่กิโลเมตร",
        "How far do people live from the nearest district office?",
    ),
    family="infrastructure",
    dimension="governance",
    index="provision",
    kind="distance",
    unit=Text("กิโลเมตร", "km"),
    decimals=1,
    better="lower",
    source=("district_offices", "population"),
    measure=Distance("district_offices/offices.csv", only=(("kind", "district_office"),)),
    levels=("country", "region", "province", "district", "subdistrict"),
    valid=(0, 400),
    grade="measured",
    goalposts=Goalposts(
        0,
        18,
        Text(
            "ต่ำสุดคือศูนย์ตามธรรมชาติ สูงสุดคือระยะที่ร้อยละ 95 ของตำบลอยู่ใกล้กว่า ใช้ค่าปี 2565 เป็นค่าคงที่",
            "From nothing to the distance within which 95 % of subdistricts lie; frozen in 2022.",
        ),
    ),
    caveat=Text(
        "วัดเป็นเส้นตรงจากจุดกลางตำบล ไม่ใช่ระยะทางถนน ระดับที่กว้างกว่าเป็นค่าเฉลี่ยตามจำนวนคน "
        "แห่งที่ใกล้ที่สุดอาจไม่ใช่อำเภอของตน ไม่มีพิกัดของท่ายาง (เพชรบุรี) และควนขนุน (พัทลุง) "
        "ค่าที่นั่นจึงสูงเกินจริง",
        "Straight line from the middle of each subdistrict, not by road; wider areas are a mean over people. "
        "The nearest office may be another district's. Tha Yang (Phetchaburi) and Khuan Khanun (Phatthalung) have "
        "no point: too long there.",
    ),
    default_period="2022",
)
