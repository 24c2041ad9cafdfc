"""Every cited source, once.

The status of each source is that of the specifications (2026-11-20): seen, from general knowledge, or
a judgment that needs clinical sign-off.
"""

from __future__ import annotations

from triage.model import Source

SEED_000 = Source("S000", "Seed 000: tele-triage for back pain in children", "seed")
SEED_001 = Source("S001", "Seed 001: telemedicine for acute, non-specific back pain", "seed")
SEED_002 = Source(
    "S002",
    "Seed 002: initial imaging for a child with back pain and red flags (reviewed May 30, 2026)",
    "seed",
)
SEED_003 = Source("S003", "Seed 003: when to go to urgent care for back pain", "seed")
SEED_004 = Source("S004", "Seed 004: back pain overview", "seed")
RECONSTRUCTED = Source(
    "RECONSTRUCTED",
    "RECONSTRUCTED: the source had lost its lists; we rebuilt them from its own questions and answers,"
    " from other sources named here and from guidelines",
    "judgment",
)
CDC_BRIEF_415 = Source(
    "CDC-415",
    "CDC, NCHS Data Brief 415, July 2021 (named by seed 003)",
    "know",
    url="https://www.cdc.gov/nchs/products/databriefs/db415.htm",
)
STATPEARLS_BACK_PAIN = Source(
    "STATPEARLS",
    "Casiano and others, Back Pain, StatPearls 2023 (named by seed 003)",
    "know",
    url="https://www.ncbi.nlm.nih.gov/sites/books/NBK538173/",
)
STATPEARLS_METASTASIS = Source(
    "STATPEARLS-MET",
    "Ziu and others, Cancer, Spinal Metastasis, StatPearls 2020 (named by seed 003)",
    "know",
    url="https://www.ncbi.nlm.nih.gov/books/NBK441950/",
)
MEDLINEPLUS = Source("MEDLINEPLUS", "MedlinePlus: low back pain (named by seed 001)", "know")
CDC_FACT_SHEET = Source("CDC-FACTS", "CDC: back pain fact sheet (named by seed 001)", "know")
COSTA_2012 = Source("COSTA", "Costa 2012: the course of low back pain", "seen")
HENSCHKE_2008 = Source("HENSCHKE-08", "Henschke 2008: recovery from low back pain after a year", "seen")
PENGEL_2003 = Source("PENGEL", "Pengel 2003: the course of acute low back pain", "seen")
FDA_CDS_2022 = Source("FDA-CDS", "FDA 2022: guidance on clinical decision support software (FAQs)", "seen")
GIRFT_CES = Source("GIRFT", "GIRFT national suspected cauda equina syndrome pathway 2023", "seen")
IFOMPT = Source("IFOMPT", "IFOMPT framework for red flags, Finucane 2020, JOSPT 50:350", "seen")
CES_CARD = Source("CES-CARD", "Cauda equina warning card (MACP/Greenhalgh)", "seen")
NHS_BACK_PAIN = Source("NHS", "NHS: back pain", "seen")
SCHMITT_THOMPSON = Source(
    "ST", "Schmitt-Thompson style office-hours telephone protocol (2017 excerpt)", "seen"
)
NICE_NG156 = Source("NG156", "NICE NG156: abdominal aortic aneurysm", "seen")
NICE_NG234 = Source("NG234", "NICE NG234: spinal metastases and cord compression", "seen")
NICE_NG59 = Source("NG59", "NICE NG59: low back pain and sciatica", "seen")
NICE_NG65 = Source("NG65", "NICE NG65: spondyloarthritis", "know")
NICE_NG111 = Source("NG111", "NICE NG111: pyelonephritis", "know")
NICE_NG118 = Source("NG118", "NICE NG118: renal and ureteric stones", "know")
NICE_CKS = Source("CKS", "NICE CKS: back pain / sciatica", "know")
NICE_NG12 = Source("NICE", "NICE NG12: suspected cancer, childhood items (secondary summaries)", "seen")
AORTIC_BMJ_2012 = Source("BMJ-2012", "Aortic dissection, BMJ 2012;344:d8290", "know")
EMERGENCY_PRACTICE = Source("EM", "General emergency practice", "know")
SAFETY_PRINCIPLE = Source("SAFETY", "Safety principle: not sure is never treated as no", "judgment")
GREENHALGH_2016 = Source("GREENHALGH", "Greenhalgh cauda equina toolkit 2016", "know")
ACR_LBP_2021 = Source("ACR-LBP", "ACR Appropriateness Criteria: low back pain, 2021", "seen")
ACP_APS_2007 = Source("ACP-APS", "ACP/APS guideline on low back pain, 2007 (imaging table)", "seen")
ACP_2017 = Source("ACP", "ACP guideline on low back pain, 2017 (AFP summary)", "seen")
BASS_2018 = Source("BASS", "BASS/SBNS standards on cauda equina syndrome, 2018", "seen")
CDC_SHINGLES = Source("CDC-SHINGLES", "CDC shingles guidance", "know")
CANADIAN_C_SPINE = Source("CCR", "Canadian C-spine rule", "know")
DEVON_AAA = Source("DEVON", "Devon aneurysm referral guidance", "seen")
DEYO_1988 = Source("DEYO", "Deyo 1988: cancer as a cause of back pain", "know")
DOWNIE_2013 = Source("DOWNIE", "Downie 2013, BMJ 347:f7095", "seen")
FDA_2020 = Source("FDA-2020", "FDA 2020: NSAIDs in pregnancy at 20 weeks or later", "seen")
FDA_LABELING = Source("FDA", "FDA labeling and safety communications", "know")
MYELOPATHY_GP_REVIEW = Source(
    "PMC5737310",
    "Cervical myelopathy: review for general practice, PMC5737310",
    "seen",
    url="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5737310/",
)
GALLIKER_2020 = Source("GALLIKER", "Galliker 2020, Am J Med 133:60", "seen")
OBSTETRIC_PRACTICE = Source("OB", "General obstetric practice", "know")
ACOG = Source("ACOG", "ACOG / March of Dimes: warning signs in pregnancy", "know")
HENSCHKE_2009 = Source("HENSCHKE", "Henschke 2009, Arthritis Rheum 60:3072", "seen")
MAYO = Source("MAYO", "Mayo Clinic: back pain, when to see a doctor", "seen")
NADEAU_2013 = Source("NADEAU", "Nadeau 2013: claudication constellations", "seen")
SEA_REVIEWS = Source("SEA-REV", "Reviews of spinal epidural abscess", "seen")
SHAW_2020 = Source(
    "SHAW",
    "Emergency department red-flag likelihood ratios, Eur Spine J (n=1000; cited as Shaw 2020, author and"
    " year UNCERTAIN)",
    "seen",
)
SIEPER_2009 = Source("SIEPER", "Sieper 2009: ASAS inflammatory back pain criteria", "seen")
SEH_REVIEWS = Source(
    "SEH",
    "Spinal epidural hematoma review, PMC4461739",
    "seen",
    url="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4461739/",
)
SURI_2010 = Source("SURI", "Suri 2010, JAMA: lumbar spinal stenosis", "seen")
TELEPHONE_TRIAGE = Source("TT", "Telephone triage protocols (excerpt)", "seen")
VERHAGEN_2016 = Source("VERHAGEN", "Verhagen 2016, Eur Spine J 25:2788", "seen")
WELLS = Source("WELLS", "Wells criteria", "know")
YUSUF_2019 = Source("YUSUF", "Yusuf 2019, BMC Musculoskelet Disord", "seen")
COMPARTMENT_REPORTS = Source("COMPARTMENT", "Case reports of lumbar paraspinal compartment syndrome", "know")
JUDGMENT = Source("JUDGMENT", "Judgment of the specification, needs clinical sign-off", "judgment")
NPRS = Source("NPRS", "Numeric pain rating scale 0-10 (Childs 2005)", "seen")
PSFS = Source("PSFS", "Patient-Specific Functional Scale (Stratford 1995)", "know")
GOOD_PRACTICE = Source("GOOD", "Good practice", "judgment")
HLTHI = Source(
    "HLTHI",
    "hlthi.life public pages on child back pain (origin of seed 000) and sister pages",
    "seen",
    url="https://hlthi.life/",
)
HLTHI_STONE = Source("HLTHI-STONE", "hlthi.life: kidney stone page", "seen", url="https://hlthi.life/")
ACR_CHILD = Source(
    "ACR", "ACR Appropriateness Criteria: Back Pain-Child", "seen", url="https://gravitas.acr.org/"
)
GIGHZ_NEG = Source(
    "GIGHZ-NEG", "gighz.com: negative X-ray (secondary source)", "seen", url="https://gighz.com/"
)
GIGHZ_POS = Source(
    "GIGHZ-POS", "gighz.com: suspicious X-ray (secondary source)", "seen", url="https://gighz.com/"
)
GIGHZ_OVER = Source("GIGHZ-OVER", "gighz.com: overuse (secondary source)", "seen", url="https://gighz.com/")
GIGHZ_JIA = Source(
    "GIGHZ-JIA", "gighz.com: idiopathic arthritis (secondary source)", "seen", url="https://gighz.com/"
)
GIGHZ_SKIN = Source(
    "GIGHZ-SKIN", "gighz.com: lump or skin change (secondary source)", "seen", url="https://gighz.com/"
)
GIGHZ_NORF = Source(
    "GIGHZ-NORF", "gighz.com: no red flags (secondary source)", "seen", url="https://gighz.com/"
)
SCH = Source("SCH", "Schmitt pediatric symptom guide: back pain", "seen")
SEA = Source("SEA", "Seattle Children's: back pain", "seen")
KH = Source("KH", "KidsHealth: lower back pain care sheet", "seen")
KH_KID = Source("KH-KID", "KidsHealth: kidney infection care sheet", "seen")
CHKD = Source("CHKD", "Children's Hospital of The King's Daughters: back pain in kids", "seen")
PCH = Source("PCH", "Perth Children's Hospital pre-referral guideline: back pain", "seen")
VIC = Source("VIC", "Victoria statewide referral criteria, child spine", "seen")
SAH = Source("SAH", "South Australia statewide referral criteria, child spine", "seen")
HOU = Source("HOU", "Houghton 2010, Pediatric Rheumatology 8:28", "seen")
AJNR10 = Source("AJNR10", "Rodriguez and Poussaint 2010, AJNR: imaging of back pain in children", "seen")
JFP20 = Source("JFP20", "J Fam Pract 2020;69(8): low back pain in youth, red flags", "seen")
AAFP07 = Source("AAFP07", "Bernstein and Cozen, Am Fam Physician 2007;76:1669", "know")
KORDI = Source("KORDI", "Kordi and Rostami 2011: low back pain algorithm in children", "seen")
FROSCH22 = Source("FROSCH22", "German interdisciplinary guideline, Children 2022;9:192 and 9:417", "seen")
ALL = Source("ALL", "Case reports: back pain and vertebral fracture as first sign of leukemia", "seen")
MSCC19 = Source("MSCC19", "De Martino 2019: malignant cord compression in 44 children", "seen")
SCT = Source("SCT", "Spinal tumors in children (text table) and ADC 2010;95:47", "seen")
DISC01 = Source("DISC01", "Discitis, J Bone Joint Surg Br 2001;83:106", "seen")
DISC24 = Source("DISC24", "Discitis, Cureus 2024 e67460", "seen")
PMM_D = Source("PMM-D", "PMM Online: discitis", "seen")
UMEM = Source("UMEM", "UMEM pearl: pediatric discitis", "seen")
EBM_SEA = Source("EBM-SEA", "EB Medicine pathway: pediatric spinal epidural abscess 2022", "seen")
OSTEO = Source("OSTEO", "Osteoid osteoma (excerpts)", "seen")
SPOND = Source("SPOND", "Spondylolysis in athletes (Micheli and Wood 1995 and others)", "seen")
SCHEU = Source("SCHEU", "Scheuermann kyphosis (excerpts)", "seen")
SPA = Source("SPA", "Juvenile spondyloarthritis (excerpts)", "seen")
PMM_S = Source("PMM-S", "PMM Online: painful scoliosis", "seen")
BMJ_CES = Source("BMJ-CES", "BMJ Best Practice: cauda equina syndrome", "seen")
SAC = Source("SAC", "Sacral dimple criteria (Radiopaedia; Mayo)", "seen")
SCD = Source("SCD", "Sickle cell emergency advice (NIH-based, IHTC)", "seen")
STJ = Source("STJ", "St. Jude fever advice", "seen")
QLD_LIMP = Source("QLD-LIMP", "Queensland limping child guideline", "seen")
RCH_LIMP = Source("RCH-LIMP", "Melbourne limping child guideline", "seen")
UTI = Source("UTI", "Urinary infection and pyelonephritis parent pages", "seen")
PNEU = Source("PNEU", "Pneumonia with referred pain (excerpts)", "seen")
MSD_MEN = Source("MSD-MEN", "MSD Manual: meningitis in children", "seen")
AAP_F = Source("AAP-F", "AAP rule: fever in babies under 3 months (as restated on public pages)", "seen")
ISPN = Source("ISPN", "ISPN thoracolumbar trauma guide", "seen")
PECARN = Source(
    "PECARN",
    "PECARN spine rule; fall heights borrowed from the PECARN head rule (UNCERTAIN for spine)",
    "know",
)
TEN4 = Source("TEN4", "TEN-4 and TEN-4-FACESp bruising rule (AFP 2022;105:661)", "seen")
REYE = Source("REYE", "Reye's syndrome and aspirin (Mayo; FDA/AAP/CDC advice)", "seen")
AAP_BP = Source("AAP-BP", "AAP backpack advice (quoted)", "seen")
AAP_CONF = Source("AAP-CONF", "AAP policy on adolescent confidentiality, Pediatrics 2024;153(5)", "seen")
L988 = Source("L988", "988 Suicide and Crisis Lifeline", "seen")
GP_KNOW = Source("GP-know", "General pediatric practice knowledge", "know")
SAFETY_POLICY = Source("POLICY", "Safety policy of the specification", "judgment")
