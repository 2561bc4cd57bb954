"""How well people judge media and information, asked in 50 provinces in 2019."""

from geo.layer import Doubt, Given, Goalposts, Layer
from geo.words import Text

LAYER = Layer(
    title=Text("คะแนนการรู้เท่าทันสื่อและสารสนเทศ", "Media and information literacy score"),
    short=Text("การรู้เท่าทันสื่อ", "Media literacy"),
    question=Text(
        "ประชาชนเข้าถึง ประเมิน และใช้สื่อและสารสนเทศได้ดีเพียงใด",
        "How well do people find, judge and use media and information?",
    ),
    family="internet",
    dimension="people",
    index="need",
    kind="score",
    unit=Text("คะแนน (0–100)", "score (0-100)"),
    decimals=1,
    better="higher",
    source=("media_literacy",),
    measure=Given("media_literacy/media_literacy.csv", "mil_score", up="none"),
    levels=("country", "region", "province"),
    valid=(0, 100),
    grade="survey",
    caveat=Text(
        "มีเพียง 50 จังหวัด จังหวัดละ 105–499 คน ความต่างระหว่างจังหวัดส่วนใหญ่อยู่ในช่วงคลาดเคลื่อน จึงไม่ควรจัดอันดับ "
        "ช่วงที่แสดงเป็นช่วงกว้างที่สุดที่เป็นไปได้ และไม่ใช่คะแนนความเข้าใจดิจิทัล",
        "Fifty provinces only, 105 to 499 people each: most differences lie inside the range, so do not "
        "rank. The range is the widest possible. It is not the digital-literacy score.",
    ),
    goalposts=Goalposts(
        0,
        100,
        Text(
            "ปลายทั้งสองของคะแนนเอง ช่วงที่แคบกว่านี้จะขยายความคลาดเคลื่อนของตัวอย่างขนาดเล็ก",
            "The ends of the score itself; narrower ones would magnify the error of small samples.",
        ),
    ),
    floor=100,
    base_unit=Text("ผู้ตอบ", "respondents"),
    default_period="2019",
    doubt=Doubt(
        Text(
            "ผู้ตอบน้อยกว่า 385 คน ค่าอาจคลาดเคลื่อนเกิน 5 คะแนนที่ระดับความเชื่อมั่นร้อยละ 95",
            "fewer than 385 respondents: the score can be off by more than 5 points at 95 % confidence",
        ),
        base_under=385,
    ),
)
