"""Weather stations that exchange data internationally."""

from geo.layer import Doubt, Given, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("สถานีตรวจอากาศที่แลกเปลี่ยนข้อมูลระหว่างประเทศ", "Weather stations that exchange data internationally"),
    short=Text("สถานีตรวจอากาศ", "Weather stations"),
    question=Text(
        "มีสถานีตรวจอากาศในบัญชีระหว่างประเทศกี่แห่ง", "How many weather stations of the international list stand here?"
    ),
    family="infrastructure",
    dimension="environment",
    index="provision",
    kind="count",
    unit=Text("สถานี", "stations"),
    unit_one=Text("สถานี", "station"),
    decimals=0,
    better="higher",
    source=("weather_stations",),
    measure=Given("weather_stations/counts.csv", "stations", up="none"),
    levels=("country", "region", "province"),
    valid=(0, 1000),
    grade="proxy",
    caveat=Text(
        "บัญชีปี 2561 ไม่มีสถานีอัตโนมัติของกรมอุตุนิยมวิทยา 11 จังหวัดที่ไม่ปรากฏในบัญชีจึงเป็นไม่มีข้อมูล ไม่ใช่ศูนย์ และบางสนามบินนับสองรายการ",
        "The list of 2018 lacks the automatic stations of the Thai Meteorological Department, so the 11 provinces "
        "that are not in it have no data, not zero. At a few airports two entries stand on one spot.",
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
