"""How closely people live together."""

from geo.layer import Density, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("ความหนาแน่นของประชากร", "Population density"),
    short=Text("ความหนาแน่น", "Density"),
    question=Text(
        "มีประชากรตามทะเบียนราษฎรกี่คนต่อพื้นที่หนึ่งตารางกิโลเมตร",
        "How many registered people live on a square kilometre?",
    ),
    family="support",
    dimension="living",
    index="need",
    kind="amount",
    unit=Text("คนต่อตารางกิโลเมตร", "people per km²"),
    decimals=0,
    better="neither",
    source=("population", "places"),
    measure=Density("people"),
    levels=("country", "region", "province", "district", "subdistrict"),
    valid=(0, 60_000),
    grade="measured",
    caveat=Text(
        "ประชากรตามทะเบียนราษฎรปี 2564 ไม่รวมผู้ย้ายถิ่นและผู้ที่มาทำงานกลางวัน เนื้อที่วัดจากแนวเขตบนแผนที่ รวมป่าและแหล่งน้ำ "
        "จึงไม่ใช่ความหนาแน่นของย่านที่อยู่อาศัย แขวงที่ยังไม่มีแนวเขตใหม่ไม่แสดงค่า",
        "People registered in 2021, without migrants and daytime workers. Areas are those of the outlines on the map, "
        "forest and water included: not the density of where people live. Khwaeng without a new outline show no value.",
    ),
    base_unit=Text("ตารางกิโลเมตร", "km²"),
)
