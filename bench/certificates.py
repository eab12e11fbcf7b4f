"""Times our certificates beside LibreOffice and WeasyPrint: `certificates.py OURS COUNT PEER_COUNT ROUNDS`."""

import html
import importlib.util
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

FAMILY = "Nguyễn Trần Đặng Huỳnh Phạm Võ Bùi Lý".split()
MIDDLE = ["Thị Thuỳ", "Hữu", "Thị Ngọc", "Quốc", "Thị Hồng", "Văn", "Đức", "Thị Mỹ"]
GIVEN = "Dương Nghĩa Ẩn Việt Gấm Lẫm Thắng Lệ Ưỡn Quỳnh".split()


def name(number):
    return f"{FAMILY[number % 8]} {MIDDLE[number // 8 % 8]} {GIVEN[number // 64 % 10]}"


def lines(number):
    return [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "BAN THƯỜNG VỤ ĐẢNG ỦY KHỐI CƠ QUAN DÂN CHÍNH ĐẢNG",
        "THÀNH PHỐ CẦN THƠ",
        "TẶNG",
        "GIẤY KHEN",
        f"Đồng chí {name(number)}",
        f"Chi bộ Khu vực {number % 97}, Đảng bộ phường Ninh Kiều",
        "Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, giai đoạn 2021 - 2024",
        "Quyết định số 142-QĐ/ĐUK ngày 10 tháng 5 năm 2024",
        f"Vào sổ khen thưởng số {number}",
        "Cần Thơ, ngày 16 tháng 5 năm 2024",
        "T/M BAN THƯỜNG VỤ",
        "BÍ THƯ",
        "Nguyễn Văn Bền",
        f"Mã GK-2024-{number:05}-7F3K",
    ]


def merged_document(path, count):
    """A flat OpenDocument text with a page for each certificate."""
    pages = []
    for number in range(1, count + 1):
        for at, line in enumerate(lines(number)):
            style = "First" if at == 0 else "Line"
            pages.append(f'<text:p text:style-name="{style}">{html.escape(line)}</text:p>')
    path.write_text(
        """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm"
 style:print-orientation="landscape" fo:margin="15mm"/></style:page-layout>
<style:style style:name="Line" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
<style:text-properties fo:font-family="Noto Serif" fo:font-size="14pt"/></style:style>
<style:style style:name="First" style:family="paragraph"><style:paragraph-properties fo:text-align="center"
 fo:break-before="page"/><style:text-properties fo:font-family="Noto Serif" fo:font-size="14pt"/></style:style>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/>
</office:master-styles><office:body><office:text>""" + "".join(pages) + "</office:text></office:body></office:document>",
        encoding="utf-8",
    )


def page(path, count):
    """A page of HTML with a sheet for each certificate."""
    sheets = "".join(
        "<section>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines(number)) + "</section>"
        for number in range(1, count + 1)
    )
    path.write_text(
        '<!doctype html><html lang="vi"><meta charset="utf-8"><style>@page{size:A4 landscape;margin:15mm}'
        "section{break-after:page;text-align:center;font:14pt 'Noto Serif'}p{margin:2mm}</style>" + sheets,
        encoding="utf-8",
    )


def measured(command):
    """Seconds, CPU seconds and megabytes of a command and its children."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[0]} ended with {status}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def pages_of(path):
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def read_back(path, count):
    """Every name with its number, in the sequence of the pages."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    sheets = text.split("\f")[:count]
    wrong = [
        number
        for number, sheet in enumerate(sheets, 1)
        if f"Đồng chí {name(number)}\n" not in sheet or f"Vào sổ khen thưởng số {number}\n" not in sheet
    ]
    if wrong or len(sheets) != count:
        raise SystemExit(f"{len(sheets)} sheets read back, {len(wrong)} of them wrong: {wrong[:5]}")


def main():
    ours, count, few, rounds = sys.argv[1], *map(int, sys.argv[2:5])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        jobs = {"thidua": (count, folder / "ours.pdf", [ours, str(count), str(folder / "ours.pdf")])}
        if shutil.which("soffice"):
            source = folder / "merged.fodt"
            merged_document(source, few)
            jobs["LibreOffice"] = (few, folder / "merged.pdf", [
                "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                "--convert-to", "pdf", "--outdir", str(folder), str(source)])
        if importlib.util.find_spec("weasyprint"):
            source = folder / "page.html"
            page(source, few)
            jobs["WeasyPrint"] = (few, folder / "page.pdf",
                                  [sys.executable, "-m", "weasyprint", str(source), str(folder / "page.pdf")])
        found = {job: [] for job in jobs}
        for _ in range(rounds):
            for job, (sheets, result, command) in jobs.items():
                result.unlink(missing_ok=True)
                found[job].append(measured(command))
                if pages_of(result) != sheets:
                    raise SystemExit(f"{job}: {pages_of(result)} pages of {sheets}")
        told(found, jobs, count, few, rounds)
        print(f"{(folder / 'ours.pdf').stat().st_size} bytes; now every name is read back, which takes longer than printing", flush=True)
        read_back(folder / "ours.pdf", count)
    print("every name is there")


def told(found, jobs, count, few, rounds):
    middle = {job: [statistics.median(run[at] for run in runs) for at in range(3)] for job, runs in found.items()}
    print(f"{count} certificates of ours, {few} of the peers'; {rounds} rounds, medians")
    print("| program | seconds | CPU seconds | sheets a second | sheets a CPU second | most memory, MB | ours is faster, by the clock | by CPU |")
    print("|---|---|---|---|---|---|---|---|")
    our_wall, our_cpu = count / middle["thidua"][0], count / middle["thidua"][1]
    for job, (wall, cpu, memory) in middle.items():
        sheets = jobs[job][0]
        print(f"| {job} | {wall:.1f} | {cpu:.1f} | {sheets / wall:.0f} | {sheets / cpu:.0f} | {memory:.0f} "
              f"| {our_wall / (sheets / wall):.1f}× | {our_cpu / (sheets / cpu):.1f}× |", flush=True)


main()
