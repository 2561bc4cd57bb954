"""Share of local authorities with an official website on record."""

from geo.layer import Doubt, Goalposts, Layer, Share
from geo.words import Text

KHET = Text(
    "เขตเป็นส่วนราชการของกรุงเทพมหานคร ไม่มีองค์กรปกครองส่วนท้องถิ่นของตนเอง",
    "A district of Bangkok is run by the Bangkok Metropolitan Administration and has no local authority of its own.",
)

LAYER = Layer(
    title=Text("อปท. ที่มีเว็บไซต์ทางการในทะเบียน", "Local authorities with an official website on record"),
    short=Text("อปท. มีเว็บไซต์ในทะเบียน", "Website on record"),
    question=Text(
        "อปท. ร้อยละเท่าใดมีเว็บไซต์ทางการในทะเบียนโดยไม่พบบันทึกปัญหา",
        "What share of local authorities has an official website on record without a recorded problem?",
    ),
    family="infrastructure",
    dimension="governance",
    index="capacity",
    kind="percentage",
    unit=Text("ร้อยละของ อปท.", "% of local authorities"),
    decimals=0,
    better="higher",
    source=("lao_websites",),
    measure=Share("lao_websites/websites.csv#website_on_record", "lao_websites/websites.csv#laos"),
    levels=("country", "region", "province", "district", "lao"),
    valid=(0, 100),
    grade="proxy",
    goalposts=Goalposts(
        0, 100, Text("ต่ำสุดคือไม่มีแห่งใด สูงสุดคือทุกแห่ง", "From no authority to every authority: the natural ends of a share.")
    ),
    caveat=Text(
        "หมายถึงมีในทะเบียนและตรวจครั้งล่าสุดระหว่างปี 2555–2565 ไม่ได้หมายความว่าใช้งานได้ในวันนี้ และไม่ได้บอกคุณภาพ "
        "ระดับอำเภอไม่นับ อบจ. บางอำเภอมีเพียง 1–2 แห่ง และกรุงเทพมหานครมีแห่งเดียว",
        "On record, last checked between 2012 and 2022, never online today, and nothing about quality. Districts leave "
        "out the provincial organisation; some have only one or two authorities, and Bangkok as a province has one.",
    ),
    base_unit=Text("อปท.", "local authorities"),
    default_period="2022",
    not_applicable={f"10{number:02}": KHET for number in range(1, 51)},
    words={
        100.0: Text("มีเว็บไซต์ในทะเบียน ไม่พบบันทึกปัญหา", "website on record, no problem recorded"),
        0.0: Text("ไม่มีเว็บไซต์ในทะเบียน หรือมีบันทึกปัญหา", "no website on record, or a problem recorded"),
    },
    doubt=Doubt(
        Text(
            "มี อปท. น้อยกว่า 5 แห่ง เพียงแห่งเดียวก็ทำให้ร้อยละเปลี่ยนเกิน 20 จุด",
            "fewer than 5 authorities: a single one moves the share by more than 20 points",
        ),
        base_under=5,
        levels=("province", "district"),
    ),
)
