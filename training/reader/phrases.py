"""What the lines say. Half of them follow the grammar of their kind, half are strings without sense, so that the network
learns shapes and not words. Nobody's data: names are made of syllables, numbers of dice."""

import numpy as np

MRZ_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
TEXT_ALPHABET = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,-/:;'\"()&+<*#@%!?=_"
LETTERS, DIGITS = MRZ_ALPHABET[:26], MRZ_ALPHABET[26:36]
ALIKE = ["0O", "0D", "0Q", "OQ", "1I", "1L", "IL", "2Z", "5S", "8B", "6G", "UV", "VY", "K<", "X<", "C<", "MN", "HN", "EF", "PR", "7T", "4A", "CG", "3B", "WV", "IJ"]
"""Characters that poor print and poor cameras make alike; strings of them are what separates them again."""
STATES = "UTO D AUT BEL BGR CHE CZE DNK ESP EST FIN FRA GBR GRC HRV HUN IDN IND IRL ITA JPN KOR LTU LVA MYS NLD NOR PHL POL PRT ROU RUS SGP SRB SVK SVN SWE THA TUR UKR USA VNM ZAF AUS CAN NZL BRA MEX CHN TWN ARE EGY NGA KEN PAK BGD".split()
ONSETS = "b c d f g h j k l m n p r s t v w y z ch sh kh br dr gr kr tr st pr".split() + [""] * 6
VOWELS = "a e i o u a i a e ai au ei ya".split()
CODAS = "n r s t l m k ng h d".split() + [""] * 14
FIELD_WORDS = (
    "NIK Nama Tempat/Tgl Lahir Jenis Kelamin Gol. Darah Alamat RT/RW Kel/Desa Kecamatan Agama Status Perkawinan Pekerjaan "
    "Kewarganegaraan Berlaku Hingga PROVINSI KABUPATEN KOTA LAKI-LAKI PEREMPUAN ISLAM KRISTEN KATOLIK HINDU BUDDHA KAWIN "
    "BELUM CERAI HIDUP MATI SWASTA KARYAWAN PELAJAR/MAHASISWA WIRASWASTA MENGURUS RUMAH TANGGA WNI SEUMUR HIDUP JL. "
    "Surname Given names Nationality Date of birth Sex Place Date of issue expiry Authority Passport No. Type Code Personal "
    "SPECIMEN IDENTITY CARD PASSPORT REPUBLIC KINGDOM DRIVING LICENCE RESIDENCE PERMIT JAN FEB MAR APR MAY JUN JUL AUG SEP "
    "OCT NOV DEC Signature Holder Height Eyes Class DOB EXP ISS DD"
).split()
LABELS = (
    "Nama|Tempat/Tgl Lahir|Jenis Kelamin|Gol. Darah|Alamat|RT/RW|Kel/Desa|Kecamatan|Agama|Status Perkawinan|Pekerjaan|"
    "Kewarganegaraan|Berlaku Hingga|Surname|Given names|Nationality|Date of birth|Sex|Place of birth|Date of issue|Date of expiry|"
    "Authority|Passport No.|Type|Code|Personal No.|Signature|Holder|Height|Eyes|Class"
).split("|")
VALUES = "WNI|WNA|L|P|A|B|AB|O|-|M|F|UTO|ISLAM|KAWIN|BELUM KAWIN|LAKI-LAKI|PEREMPUAN|SWASTA|SEUMUR HIDUP|CERAI MATI".split("|")


def word(rng: np.random.Generator, syllables: int | None = None) -> str:
    count = syllables or int(rng.integers(1, 5))
    return "".join(ONSETS[rng.integers(len(ONSETS))] + VOWELS[rng.integers(len(VOWELS))] + CODAS[rng.integers(len(CODAS))] for _ in range(count))


def digits(rng: np.random.Generator, count: int) -> str:
    return "".join(DIGITS[i] for i in rng.integers(0, 10, count))


def senseless(rng: np.random.Generator, alphabet: str, count: int) -> str:
    out = ""
    while len(out) < count:
        kind = rng.random()
        run = int(rng.integers(1, 7))
        if kind < 0.45:
            out += "".join(alphabet[i] for i in rng.integers(0, len(alphabet), run))
        elif kind < 0.75:
            pair = ALIKE[rng.integers(len(ALIKE))]
            out += "".join(pair[i] for i in rng.integers(0, 2, run))
        else:
            out += alphabet[rng.integers(len(alphabet))] * run
    return out[:count]


def mrz_line(rng: np.random.Generator) -> str:
    if rng.random() < 0.5:
        return senseless(rng, MRZ_ALPHABET, int(rng.choice([30, 36, 44])))
    length = int(rng.choice([30, 36, 44], p=[0.4, 0.15, 0.45]))
    state = STATES[rng.integers(len(STATES))].ljust(3, "<")
    number = senseless(rng, LETTERS + DIGITS, 2) + digits(rng, int(rng.integers(5, 8))) if rng.random() < 0.7 else senseless(rng, LETTERS + DIGITS, 9)
    number = number.ljust(9, "<")[:9]
    dates = digits(rng, 7) + "MF<"[rng.integers(3)] + digits(rng, 7)
    extra = (digits(rng, int(rng.integers(0, 15))) if rng.random() < 0.5 else senseless(rng, MRZ_ALPHABET, int(rng.integers(1, 12)))) if rng.random() < 0.5 else ""
    names = "<".join(word(rng) for _ in range(rng.integers(1, 3))) + "<<" + "<".join(word(rng) for _ in range(rng.integers(1, 4)))
    kind = rng.random()
    if length == 30:
        line = ["I<" + state + number + digits(rng, 1) + extra, dates + state + extra, names][int(kind * 3)]
    else:
        line = ["PVIAC"[rng.integers(5)] + "<MDSO"[rng.integers(5)] + state + names, number + digits(rng, 1) + state + dates + extra][int(kind * 2)]
    end = digits(rng, 2) if rng.random() < 0.5 else ""
    return line.upper().ljust(length, "<")[: length - len(end)] + end


def text_line(rng: np.random.Generator) -> str:
    kind = rng.random()
    if kind < 0.3:
        line = senseless(rng, TEXT_ALPHABET, int(rng.integers(3, 30)))
    elif kind < 0.45:
        line = digits(rng, int(rng.integers(4, 17)))
    elif kind < 0.6:
        d, m, y = rng.integers(1, 29), rng.integers(1, 13), rng.integers(1930, 2040)
        sign = "-./ "[rng.integers(4)]
        line = f"{word(rng, 2)}, {d:02}{sign}{m:02}{sign}{y}" if rng.random() < 0.5 else f"{d:02}{sign}{m:02}{sign}{y}"
    else:
        words = [FIELD_WORDS[rng.integers(len(FIELD_WORDS))] if rng.random() < 0.35 else word(rng) for _ in range(rng.integers(1, 5))]
        line = " ".join(words)
        if rng.random() < 0.25:
            line = f"{FIELD_WORDS[rng.integers(len(FIELD_WORDS))]} : {line}"
        if rng.random() < 0.1:
            line = f"{line} {rng.integers(0, 999):03}/{rng.integers(0, 99):03}"
    case = rng.random()
    line = line.upper() if case < 0.65 else line.title() if case < 0.85 else line
    line = "".join(c for c in line if c in TEXT_ALPHABET)
    return " ".join(line.split()) or "X"


def label_line(rng: np.random.Generator) -> str:
    """What stands beside and after the labels of a card: short, often in lower case, several words close together."""
    label, value = LABELS[rng.integers(len(LABELS))], VALUES[rng.integers(len(VALUES))]
    kind = rng.random()
    if kind < 0.25:
        line = label if rng.random() < 0.7 else label.lower()
    elif kind < 0.45:
        line = value
    elif kind < 0.6:
        line = f"{label}{' ' if rng.random() < 0.5 else ''}: {value if rng.random() < 0.5 else word(rng).upper()}"
    elif kind < 0.75:
        line = "".join(LETTERS[i] for i in rng.integers(0, 26, int(rng.integers(1, 5))))
    else:
        line = " ".join(word(rng, int(rng.integers(1, 3))) for _ in range(rng.integers(2, 5)))
        line = line.upper() if rng.random() < 0.5 else line
    return line
