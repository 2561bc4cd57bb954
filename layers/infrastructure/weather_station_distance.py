"""Distance to the nearest weather station that exchanges data internationally."""

from geo.layer import Distance, Doubt, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ระยะทางถึงสถานีตรวจอากาศที่ใกล้ที่สุด", "Distance to the nearest weather station"),
    short=Text("ระยะถึงสถานีตรวจอากาศ", "Distance to weather station"),
    question=Text(
        "ประชาชนอยู่ห่างจากสถานีตรวจอากาศที่แลกเปลี่ยนข้อมูลระหว่างประเทศกี่กิโลเมตร",
        "How far do people live from the nearest weather station that exchanges data internationally?",
    ),
    family="infrastructure",
    dimension="environment",
    index="provision",
    kind="distance",
    unit=Text("กิโลเมตร", "km"),
    decimals=1,
    better="lower",
    source=("weather_stations", "population"),
    measure=Distance("weather_stations/stations.csv"),
    levels=("country", "region", "province", "district", "subdistrict"),
    valid=(0, 400),
    grade="proxy",
    goalposts=Goalposts(
        0,
        63,
        Text(
            "ต่ำสุดคือศูนย์ตามธรรมชาติ สูงสุดคือระยะที่ร้อยละ 95 ของตำบลอยู่ใกล้กว่า ใช้ค่าปี 2561 เป็นค่าคงที่",
            "From nothing to the distance within which 95 % of subdistricts lie; frozen in 2018.",
        ),
    ),
    caveat=Text(
        "วัดเป็นเส้นตรงจากจุดกลางตำบล ไม่ใช่ระยะทางถนน ระดับที่กว้างกว่าเป็นค่าเฉลี่ยตามจำนวนคน "
        "บัญชีเป็นของปี 2561 และไม่มีสถานีอัตโนมัติของกรมอุตุนิยมวิทยา จึงเป็นระยะสูงสุด อาจมีสถานีอื่นที่ใกล้กว่า",
        "Straight line from the middle of each subdistrict, not by road; wider areas are a mean over people. "
        "The list is of 2018 and lacks the automatic stations of the Thai Meteorological Department: a nearer one "
        "may exist.",
    ),
    default_period="2018",
    doubt=Doubt(
        Text(
            "รายชื่อสถานีเป็นของปี 2561 จึงไม่รวมสถานีที่เปิดหรือปิดหลังจากนั้น",
            "the list of stations is of 2018; those opened or closed since are missed",
        ),
        older_than=2020,
    ),
)
