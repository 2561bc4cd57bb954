"""The index of provision: internet and infrastructure, under depa's seven dimensions and the internet itself.

Direction, goalposts and standards of an indicator are facts of its layer and stand in the layer's own file.
"""

from geo.indices import HALFWAY, PROPOSAL, Dimension, Index, Indicator
from geo.words import Text

DEPA = Text(
    "เจ็ดด้านของดีป้า น้ำหนักเท่ากันเป็นข้อเสนอของโครงการนี้", "depa's seven dimensions; equal weights are this project's proposal"
)
ALONE = Text("ข้อมูลเดียวของด้านนี้ที่ครอบคลุมทั้งประเทศ", "The only figure of this dimension that covers the whole country.")

INTERNET = Dimension(
    id="internet",
    title=Text("อินเทอร์เน็ต", "Internet"),
    why=Text(
        "แยกจากเจ็ดด้านของดีป้า เพราะทุกด้านตั้งอยู่บนโครงข่ายนี้ และรายงานของสถาบันพระปกเกล้า (หน้า 86) "
        "ให้รัฐวางโครงข่ายให้ทั่วถึงก่อน ถ้าไม่มีคะแนนด้านนี้จะไม่มีดัชนี",
        "Beside depa's seven, which all rest on it: the report by King Prajadhipok's Institute (page 86) asks the "
        "state to provide the network everywhere. Without this score there is no index.",
    ),
    who=PROPOSAL,
    required=True,
    standard=HALFWAY,
    indicators=(
        Indicator(
            "fixed_download",
            2.0,
            Text(
                "เน็ตบ้านและเน็ตมือถือนับเท่ากัน และเป้าหมายสากลตั้งไว้ที่ความเร็วดาวน์โหลด จึงให้สองในสาม",
                "Fixed and mobile count alike; international targets are set in download speed, so it has two thirds.",
            ),
            PROPOSAL,
        ),
        Indicator(
            "fixed_latency",
            1.0,
            Text(
                "ส่วนที่เหลือของเน็ตบ้าน การเรียนและประชุมทางไกลต้องการความหน่วงต่ำ",
                "The rest of fixed broadband: lessons and meetings at a distance need a quick answer.",
            ),
            PROPOSAL,
        ),
        Indicator(
            "mobile_download",
            2.0,
            Text(
                "สองในสามของเน็ตมือถือ ด้วยเหตุผลเดียวกับเน็ตบ้าน",
                "Two thirds of mobile internet, for the same reason as with fixed.",
            ),
            PROPOSAL,
        ),
        Indicator(
            "mobile_upload",
            0.5,
            Text(
                "อัปโหลดและความหน่วงแบ่งส่วนที่เหลือของเน็ตมือถือคนละครึ่ง",
                "Upload and latency share what is left of mobile internet.",
            ),
            PROPOSAL,
        ),
        Indicator(
            "mobile_latency",
            0.5,
            Text(
                "อัปโหลดและความหน่วงแบ่งส่วนที่เหลือของเน็ตมือถือคนละครึ่ง",
                "Upload and latency share what is left of mobile internet.",
            ),
            PROPOSAL,
        ),
    ),
)
ENVIRONMENT = Dimension(
    id="environment",
    title=Text("สิ่งแวดล้อม", "Environment"),
    why=Text(
        "ระยะถึงสถานีที่บอกอากาศและฝนของพื้นที่ จำนวนสถานีต่อจังหวัดไม่ใช่ความพร้อม เพราะจังหวัดใหญ่ต้องมีมากกว่า",
        "How near the stations are that tell an area its air and weather. Their number per province is no readiness: a "
        "large province needs more of them.",
    ),
    who=DEPA,
    standard=HALFWAY,
    indicators=(
        Indicator(
            "air_station_distance",
            2.0,
            Text(
                "คุณภาพอากาศเป็นเรื่องที่ท้องถิ่นต้องเตือนภัยเอง และสถานีของรัฐครบทั้งประเทศ",
                "Air quality is what local authorities must warn of, and the state's stations are all listed.",
            ),
            PROPOSAL,
        ),
        Indicator(
            "weather_station_distance",
            1.0,
            Text(
                "นับครึ่งหนึ่ง เพราะเห็นเฉพาะสถานีที่แลกเปลี่ยนข้อมูลระหว่างประเทศ",
                "Half as much: only stations that exchange data internationally are seen.",
            ),
            PROPOSAL,
        ),
    ),
)
ENERGY = Dimension(
    id="energy",
    title=Text("พลังงาน", "Energy"),
    why=Text(
        "ยังวัดไม่ได้ มีแต่จำนวนและกำลังผลิตของโรงไฟฟ้า ซึ่งส่งไฟเข้าโครงข่ายทั้งประเทศ ไม่ได้บอกว่าคนในพื้นที่ได้ใช้ไฟฟ้าอย่างไร",
        "Not measured: there are only power plants and their capacity, and these feed the national grid; they say "
        "nothing of how the people here are served.",
    ),
    who=DEPA,
)
ECONOMY = Dimension(
    id="economy",
    title=Text("เศรษฐกิจ", "Economy"),
    why=Text(
        "ส่วนของเศรษฐกิจที่มาจากกิจการข้อมูลข่าวสารและการสื่อสาร",
        "The part of the economy that comes from information and communication firms.",
    ),
    who=DEPA,
    standard=HALFWAY,
    indicators=(Indicator("digital_economy", 1.0, ALONE, PROPOSAL),),
)
GOVERNANCE = Dimension(
    id="governance",
    title=Text("การบริหารภาครัฐ", "Governance"),
    why=Text(
        "ประชาชนไปถึงหน่วยบริการของรัฐได้ใกล้เพียงใด เว็บไซต์ของ อปท. นับในดัชนีศักยภาพ",
        "How near people are to the state's counter. Websites of local authorities count as capacity, not here.",
    ),
    who=DEPA,
    standard=HALFWAY,
    indicators=(Indicator("district_office_distance", 1.0, ALONE, PROPOSAL),),
)
LIVING = Dimension(
    id="living",
    title=Text("การดำรงชีวิต", "Living"),
    why=Text(
        "ยังวัดไม่ได้ ไม่พบตำแหน่งสถานพยาบาลและบริการอื่นที่เชื่อถือได้ทั้งประเทศ",
        "Not measured: no trustworthy points of health care or other services were found for the whole country.",
    ),
    who=DEPA,
)
MOBILITY = Dimension(
    id="mobility",
    title=Text("การเดินทาง", "Mobility"),
    why=Text(
        "ระยะถึงสนามบินที่มีเที่ยวบินประจำ ไม่พบข้อมูลถนน รถประจำทาง และรถไฟที่เชื่อถือได้ ด้านนี้จึงยังแคบ",
        "Distance to an airport with scheduled flights. Roads, buses and trains were not found in trustworthy form, so "
        "this dimension is narrow.",
    ),
    who=DEPA,
    standard=HALFWAY,
    indicators=(Indicator("airport_distance", 1.0, ALONE, PROPOSAL),),
)
PEOPLE = Dimension(
    id="people",
    title=Text("พลเมือง", "People"),
    why=Text(
        "ประชาชนใช้อินเทอร์เน็ตมากเพียงใด วัดทางอ้อมจากจำนวนครั้งที่ทดสอบความเร็ว จำนวนโรงเรียนไม่ได้บอกคุณภาพการเรียน",
        "How much people use the internet, seen indirectly from how often they test it. Counts of schools say nothing "
        "of how well people learn.",
    ),
    who=DEPA,
    standard=HALFWAY,
    indicators=(
        Indicator(
            "fixed_tests_per_1000",
            1.0,
            Text("การใช้เน็ตบ้าน นับเท่ากับเน็ตมือถือ", "Use of fixed broadband, as much as mobile."),
            PROPOSAL,
        ),
        Indicator(
            "mobile_tests_per_1000",
            1.0,
            Text("การใช้เน็ตมือถือ นับเท่ากับเน็ตบ้าน", "Use of mobile internet, as much as fixed."),
            PROPOSAL,
        ),
    ),
)

PROVISION = Index(
    id="provision",
    title=Text("โครงสร้างพื้นฐานและอินเทอร์เน็ต", "Provision"),
    question=Text(
        "พื้นที่มีอินเทอร์เน็ตและโครงสร้างพื้นฐานที่เมืองอัจฉริยะต้องใช้เพียงใด",
        "How well is an area provided with the internet and the infrastructure that a smart city rests on?",
    ),
    more="better",
    aggregate="geometric",
    aggregate_why=Text(
        "ค่าเฉลี่ยเรขาคณิต เพราะด้านที่ดีมากไม่ควรชดเชยด้านที่แทบไม่มี",
        "Geometric mean: what is plentiful must not make up for what is hardly there.",
    ),
    levels=("province", "district", "subdistrict"),
    levels_why=Text(
        "อปท. ไม่มีค่าที่วัดได้ของโครงข่ายหรือระยะทาง จึงไม่มีคะแนน",
        "Of single local authorities neither networks nor distances are measured, so they have no score.",
    ),
    dimensions=(INTERNET, ENVIRONMENT, ENERGY, ECONOMY, GOVERNANCE, LIVING, MOBILITY, PEOPLE),
)
