"""Airports with scheduled flights."""

from geo.layer import Count, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("สนามบินที่มีเที่ยวบินประจำ", "Airports with scheduled flights"),
    short=Text("สนามบิน", "Airports"),
    question=Text("มีสนามบินที่มีเที่ยวบินประจำกี่แห่ง", "How many airports with scheduled flights are there?"),
    family="infrastructure",
    dimension="mobility",
    index="provision",
    kind="count",
    unit=Text("แห่ง", "airports"),
    unit_one=Text("แห่ง", "airport"),
    decimals=0,
    better="neither",
    source=("airports",),
    measure=Count("airports/airports.csv", only=(("scheduled_service", "yes"),)),
    levels=("country", "region", "province"),
    valid=(0, 200),
    grade="measured",
    caveat=Text(
        "สนามบินหนึ่งแห่งให้บริการหลายจังหวัด ศูนย์จึงไม่ได้แปลว่าเดินทางลำบาก ควรดูระยะทางประกอบ "
        "การระบุเที่ยวบินประจำมาจากอาสาสมัคร ลำพูนระบุว่ามีแต่ไม่มีรหัส IATA",
        "One airport serves several provinces, so none does not mean cut off: look at the distance as well. The "
        "mark of scheduled flights is kept by volunteers; Lamphun carries it without having an IATA code.",
    ),
    default_period="2026",
)
