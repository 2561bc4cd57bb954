"""The composite: three indices that are never mixed, the classes of their scales, and the layers left out of them."""

from geo.indices import Ladder, Method
from geo.words import Text
from layers.capacity import CAPACITY
from layers.need import NEED
from layers.provision import PROVISION

ITU_BANDS = Ladder(
    (50, 75, 95),
    (
        Text("จำกัด", "limited"),
        Text("น่าพอใจ", "satisfactory"),
        Text("ก้าวหน้า", "advanced"),
        Text("บรรลุเป้าหมาย", "target met"),
    ),
    Text(
        "สหภาพโทรคมนาคมระหว่างประเทศ (ITU): การเชื่อมต่ออย่างทั่วถึงและมีความหมาย",
        "International Telecommunication Union (ITU): universal and meaningful connectivity",
    ),
)
FIFTHS = Ladder(
    (20, 40, 60, 80),
    (
        Text("ต่ำมาก", "very low"),
        Text("ต่ำ", "low"),
        Text("ปานกลาง", "middle"),
        Text("สูง", "high"),
        Text("สูงมาก", "very high"),
    ),
    Text(
        "ข้อเสนอของโครงการนี้: ห้าช่วงเท่ากัน เพราะคะแนนรวมไม่ใช่ร้อยละของคน จึงใช้เกณฑ์ของ ITU ไม่ได้",
        "this project's proposal: five equal steps, as a score is no share of people and ITU's bands do not apply",
    ),
)

METHOD = Method(
    version="1.0",
    indices=(PROVISION, NEED, CAPACITY),
    percentages=ITU_BANDS,
    scores=FIFTHS,
    left_out={
        "fixed_upload": Text(
            "ซ้ำกับความเร็วดาวน์โหลดของเน็ตบ้าน (สหสัมพันธ์ 0.97 ใน 77 จังหวัด) จะนับสองครั้ง",
            "Says the same as fixed download (correlation 0.97 over 77 provinces) and would count twice.",
        ),
        "internet_users_northeast": Text(
            "มีเพียง 20 จังหวัดของภาคตะวันออกเฉียงเหนือ ปี 2560", "Known for the 20 provinces of the Northeast only, in 2017."
        ),
        "air_stations": Text(
            "จำนวนต่อพื้นที่ไม่ใช่ความพร้อม ใช้ระยะทางแทน", "A count per area is no readiness; the distance is used instead."
        ),
        "airports_scheduled": Text(
            "จำนวนต่อพื้นที่ไม่ใช่ความพร้อม ใช้ระยะทางแทน", "A count per area is no readiness; the distance is used instead."
        ),
        "weather_stations": Text(
            "จำนวนต่อพื้นที่ไม่ใช่ความพร้อม ใช้ระยะทางแทน", "A count per area is no readiness; the distance is used instead."
        ),
        "power_capacity_mw": Text(
            "โรงไฟฟ้าส่งไฟเข้าโครงข่ายทั้งประเทศ ไม่ได้บอกว่าคนในพื้นที่ได้ใช้",
            "Plants feed the national grid; they say nothing of the people here.",
        ),
        "power_plants": Text(
            "โรงไฟฟ้าส่งไฟเข้าโครงข่ายทั้งประเทศ ไม่ได้บอกว่าคนในพื้นที่ได้ใช้",
            "Plants feed the national grid; they say nothing of the people here.",
        ),
        "schools_per_10000": Text(
            "มากหรือน้อยไม่ได้แปลว่าดีกว่า ชนบทมีโรงเรียนเล็กหลายแห่ง",
            "Neither more nor fewer is better: the countryside has many small ones.",
        ),
        "smart_cities_certified": Text(
            "มี 37 แห่งทั้งประเทศ และใบรับรองเป็นของโครงการ ไม่ใช่ของทั้งจังหวัด",
            "There are 37 in all, and a certificate is of a project, not of a province.",
        ),
        "household_expenditure": Text(
            "เกือบซ้ำกับรายได้ (สหสัมพันธ์ 0.92) และใช้จ่ายมากอาจมาจากของแพง",
            "Nearly the same as income (correlation 0.92), and high spending may come from high prices.",
        ),
        "human_achievement": Text(
            "มีการเข้าถึงอินเทอร์เน็ตอยู่ในตัว จะปนความต้องการกับโครงสร้างพื้นฐาน ใช้ตรวจสอบดัชนีแทน",
            "Holds internet access already and would mix need with provision; it is used to check the index instead.",
        ),
        "density": Text("หนาแน่นไม่ได้แปลว่าดีกว่าหรือแย่กว่า", "Dense is neither better nor worse."),
        "people_per_house": Text("ไม่ได้บอกว่าดีกว่าหรือแย่กว่า", "Neither more nor fewer is better."),
        "population_change": Text("เพิ่มหรือลดไม่ได้แปลว่าดีกว่า", "Neither growth nor decline is better."),
    },
)
