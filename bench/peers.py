#!/usr/bin/env python3
"""Other ways to find facts in Vietnamese reports, measured as the reader is: `peers.py NAME SECONDS FILE…`.

Prints documents per second, the time to the first answer, the slowest document and the most memory used, separated
by tabs; exits with 3 when the package is missing and 4 when it is there but does not start. Nothing is compared here
but speed: what these packages find is of another kind.
"""

import pathlib
import re
import resource
import sys
import time

START = time.perf_counter()

NUMBER = r"\d+(?:[.,]\d+)*"
RULES = {
    "citation": re.compile(r"(Kết luận|Chỉ thị|Nghị quyết|Kế hoạch|Quyết định|Hướng dẫn)\s+(?:số\s+)?(\d+-[A-ZĐ]+/[A-ZĐ]+)(?:,?\s+ngày\s+(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}))?"),
    "date": re.compile(r"\b(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?\b|\b(?:năm|quý [IV]+/)\s*(\d{4})\b"),
    "percentage": re.compile(rf"(?:hơn|gần|trên|khoảng|đạt)?\s*({NUMBER})\s*%"),
    "award": re.compile(rf"(Giấy khen|Bằng khen|Huy hiệu|biểu dương|khen thưởng)[^.]{{0,80}}?({NUMBER})\s+(tập thể|cá nhân)(?:\s+và\s+({NUMBER})\s+(cá nhân|tập thể))?"),
    "count": re.compile(rf"(?:hơn|gần|trên|khoảng)?\s*({NUMBER})\s*(nghìn|triệu|tỉ|tỷ)?\s*([a-zà-ỹđ]+(?:\s[a-zà-ỹđ]+)?)"),
    "person": re.compile(r"(?:đồng chí|Đồng chí|ông|bà)\s+((?:[A-ZÀ-ỸĐ][a-zà-ỹđ]+\s?){2,4})(?:,\s*([^,.;]{3,80}))?"),
    "organisation": re.compile(r"((?:Đảng ủy|Đảng bộ|Sở|Công an|Hội|Chi bộ|Ủy ban)(?:\s[A-ZÀ-ỸĐa-zà-ỹđ]+){1,6})"),
    "model": re.compile(r"(?:mô hình|phong trào)\s+[“\"]([^”\"]+)[”\"]"),
}


def patterns():
    """Eight regular expressions, as somebody would write them in an afternoon."""
    return lambda text: [found.span() for rule in RULES.values() for found in rule.finditer(text)]


def dateparser():
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["vi"]) or []


def quantulum3():
    from quantulum3 import parser

    return parser.parse


def underthesea():
    from underthesea import ner

    return ner


def main():
    name, seconds, files = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
    texts = [pathlib.Path(file).read_text(encoding="utf-8") for file in files]
    try:
        read = {"patterns": patterns, "dateparser": dateparser, "quantulum3": quantulum3, "underthesea": underthesea}[name]()
        read(texts[0])
    except ModuleNotFoundError as fault:
        print(f"{fault.name} is not installed")
        return 3
    except Exception as fault:  # a package may fail in any way while it loads its models
        print(f"does not start: {type(fault).__name__}: {str(fault)[:120]}")
        return 4
    first = time.perf_counter() - START
    documents, slowest, begin = 0, 0.0, time.perf_counter()
    while time.perf_counter() - begin < seconds:
        for text in texts:
            one = time.perf_counter()
            read(text)
            slowest = max(slowest, time.perf_counter() - one)
            documents += 1
            if time.perf_counter() - begin > 4 * seconds:
                break
    speed = documents / (time.perf_counter() - begin)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{speed:.1f}\t{first * 1e6:.0f} µs\t{slowest * 1e6:.0f} µs\t{memory} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
