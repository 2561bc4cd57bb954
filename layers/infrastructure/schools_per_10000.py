"""Listed schools for every 10,000 registered people."""

from geo.layer import Doubt, Layer, Rate
from geo.words import Text

LAYER = Layer(
    title=Text("โรงเรียนต่อประชากร 10,000 คน", "Schools per 10,000 people"),
    short=Text("โรงเรียนต่อหมื่นคน", "Schools per 10,000"),
    question=Text(
        "มีโรงเรียนกี่แห่งต่อประชากรทะเบียน 10,000 คน", "How many schools are there for every 10,000 registered people?"
    ),
    family="infrastructure",
    dimension="people",
    index="provision",
    kind="per_head",
    unit=Text("แห่งต่อ 10,000 คน", "schools per 10,000 people"),
    decimals=1,
    better="neither",
    source=("schools", "population"),
    measure=Rate("schools/schools.csv#schools", per=10_000),
    levels=("country", "region", "province", "district", "subdistrict"),
    valid=(0, 50),
    grade="measured",
    caveat=Text(
        "ค่าสูงไม่ได้แปลว่าเรียนดีกว่าหรือมีที่นั่งมากกว่า ชนบทมีโรงเรียนขนาดเล็กหลายแห่ง "
        "เมืองมีโรงเรียนขนาดใหญ่น้อยแห่ง และนักเรียนเรียนข้ามเขตได้ จำนวนโรงเรียนเป็นของปี 2569 "
        "ประชากรทะเบียนเป็นของปี 2564 จังหวัดสุโขทัยไม่มีข้อมูล",
        "More schools do not mean better teaching or more places: the countryside has many small schools, cities "
        "few large ones, and pupils cross borders. Schools are of 2026, registered people of 2021. Sukhothai has no "
        "data.",
    ),
    doubt=Doubt(
        Text(
            "นับจากรายชื่อที่อาสาสมัครรวบรวม ไม่ใช่ทะเบียนของกระทรวง",
            "counted from lists that volunteers keep, not a ministry's register",
        ),
        third_party=True,
    ),
)
