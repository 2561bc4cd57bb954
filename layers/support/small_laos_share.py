"""How many of the local authorities of an area are of the smallest size class."""

from geo.layer import Doubt, Goalposts, Layer, Share
from geo.words import Text

LAYER = Layer(
    title=Text("สัดส่วน อปท. ขนาดเล็ก", "Share of small local authorities"),
    short=Text("อปท. ขนาดเล็ก", "Small authorities"),
    question=Text(
        "เทศบาลและ อบต. ในพื้นที่เป็นขนาดเล็กร้อยละเท่าใด",
        "What share of municipalities and subdistrict organisations is of the small size class?",
    ),
    family="support",
    dimension="governance",
    index="capacity",
    kind="percentage",
    unit=Text("ร้อยละของ อปท.", "% of authorities"),
    decimals=1,
    better="lower",
    source=("lao_counts", "population"),
    measure=Share("lao_counts/lao_counts.csv#laos_small", "lao_counts/lao_counts.csv#laos_classed"),
    levels=("country", "region", "province", "district", "lao"),
    valid=(0, 100),
    grade="measured",
    goalposts=Goalposts(
        0,
        100,
        Text("ไม่มี อปท. ขนาดเล็กเลย ถึงเป็นขนาดเล็กทั้งหมด", "From no small authority to all of them small."),
    ),
    caveat=Text(
        "ชั้นขนาดของ สถ. ปี 2560 ไม่ใช่ปัจจุบัน ขนาดเล็กเป็นเครื่องชี้ว่าศักยภาพอาจจำกัด ไม่ใช่การวัดศักยภาพ "
        "และนับทุกแห่งเท่ากันไม่ว่ามีคนมากหรือน้อย ระดับอำเภอนับตามที่ตั้งสำนักงาน",
        "The DLA's size class of 2017, not of today. Small hints at thin capacity and does not measure it; every "
        "authority counts alike however many people it serves. In districts it counts where its office is.",
    ),
    base_unit=Text("แห่ง", "authorities"),
    not_applicable={
        "10": Text(
            "กรุงเทพมหานครเป็นองค์กรปกครองส่วนท้องถิ่นแห่งเดียวและไม่มีชั้นขนาด",
            "Bangkok is governed by one authority, which has no size class.",
        )
    },
    words={100.0: Text("ขนาดเล็ก", "small"), 0.0: Text("ขนาดกลางหรือใหญ่", "medium or large")},
    doubt=Doubt(
        Text(
            "มี อปท. น้อยกว่า 5 แห่ง เพียงแห่งเดียวก็ทำให้ร้อยละเปลี่ยนเกิน 20 จุด",
            "fewer than 5 authorities: a single one moves the share by more than 20 points",
        ),
        base_under=5,
        levels=("province", "district"),
    ),
)
