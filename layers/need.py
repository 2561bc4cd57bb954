"""The index of need: who depends on public help. Never averaged with provision.

Direction, goalposts and standards of an indicator are facts of its layer and stand in the layer's own file.
"""

from geo.indices import HALFWAY, PROPOSAL, Dimension, Index, Indicator
from geo.words import Text

ALONE = Text("ข้อมูลเดียวของด้านนี้ที่ครอบคลุมทั้งประเทศ", "The only figure of this dimension that covers the whole country.")

NEED = Index(
    id="need",
    title=Text("ความต้องการการสนับสนุน", "Need"),
    question=Text(
        "คนในพื้นที่ต้องพึ่งการสนับสนุนจากรัฐมากเพียงใด",
        "How much do the people of an area depend on public help?",
    ),
    more="worse",
    aggregate="arithmetic",
    aggregate_why=Text(
        "ค่าเฉลี่ยเลขคณิต เพราะความต้องการบวกกัน พื้นที่ที่ไม่ขาดด้านหนึ่งยังต้องการความช่วยเหลือในด้านอื่น",
        "Arithmetic mean, since needs add up: an area that lacks nothing in one respect may still need help in others.",
    ),
    levels=("province",),
    levels_why=Text(
        "รายได้ การอยู่นอกเขตเทศบาล และการรู้เท่าทันสื่อวัดถึงระดับจังหวัดเท่านั้น",
        "Income, life outside municipalities and media literacy are measured down to provinces only.",
    ),
    dimensions=(
        Dimension(
            id="economy",
            title=Text("รายได้", "Income"),
            why=Text(
                "ครัวเรือนและจังหวัดที่มีรายได้น้อยพึ่งตนเองได้น้อย", "Poor households and provinces can do less for themselves."
            ),
            who=PROPOSAL,
            standard=HALFWAY,
            indicators=(
                Indicator(
                    "household_income",
                    2.0,
                    Text("สิ่งที่ครัวเรือนได้รับจริง", "What households receive themselves."),
                    PROPOSAL,
                ),
                Indicator(
                    "gpp_per_person",
                    1.0,
                    Text(
                        "นับครึ่งหนึ่ง เพราะมูลค่าที่ผลิตในจังหวัดอุตสาหกรรมไม่ได้ตกแก่คนในพื้นที่ทั้งหมด",
                        "Half as much: what an industrial province produces does not all reach its people.",
                    ),
                    PROPOSAL,
                ),
            ),
        ),
        Dimension(
            id="living",
            title=Text("ความห่างไกลจากเมือง", "Life outside towns"),
            why=Text(
                "คนนอกเขตเทศบาลต้องพึ่งบริการของรัฐมากกว่า เป็นเครื่องชี้ ไม่ใช่ข้อบกพร่อง",
                "People outside municipalities depend more on what the state brings: a sign, no fault.",
            ),
            who=PROPOSAL,
            standard=HALFWAY,
            indicators=(Indicator("people_outside_municipalities", 1.0, ALONE, PROPOSAL),),
        ),
        Dimension(
            id="governance",
            title=Text("อปท. ขนาดเล็ก", "Small authorities"),
            why=Text(
                "อปท. ที่มีคนน้อยทำเองได้จำกัด จึงต้องการเพื่อนหรือหน่วยที่ใหญ่กว่าช่วย",
                "An authority with few residents can do little alone and needs neighbours or a larger unit.",
            ),
            who=PROPOSAL,
            standard=HALFWAY,
            indicators=(Indicator("people_in_small_laos_share", 1.0, ALONE, PROPOSAL),),
        ),
        Dimension(
            id="people",
            title=Text("การรู้เท่าทันสื่อ", "Media literacy"),
            why=Text(
                "คนที่รู้เท่าทันน้อยต้องการการอบรมก่อนอุปกรณ์ มีค่าเพียง 50 จังหวัดจากการสำรวจ",
                "Where people know less of media they need training before devices. A survey of 50 provinces.",
            ),
            who=PROPOSAL,
            standard=HALFWAY,
            indicators=(
                Indicator(
                    "media_literacy",
                    1.0,
                    Text("การสำรวจเดียวที่มีรายจังหวัด", "The only survey of it by province."),
                    PROPOSAL,
                ),
            ),
        ),
    ),
)
