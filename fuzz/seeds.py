#!/usr/bin/env python3
"""Writes the seed corpora: a few small papers of every format, always the same bytes.

Inputs that once broke something are kept beside them under names that begin with `once-`; this script leaves them, as it
leaves `signed_pdf`, made once with openssl, and `credential`, which `cargo run --bin credentials` writes.
"""

import io
import pathlib
import struct
import zipfile
import zlib

HERE = pathlib.Path(__file__).parent / "seeds"
PARAGRAPH = (
    "Chiều 16-5, Đảng ủy Khối tổ chức hội nghị sơ kết 3 năm thực hiện Kết luận số 01-KL/TW, ngày 18-5-2021 của Bộ Chính trị "
    "(khóa XIII). Đồng chí Nguyễn Văn An, Bí thư Đảng ủy, trao Giấy khen cho 26 tập thể và 34 cá nhân. Các đơn vị trồng 6.296 "
    "cây xanh, hiến hơn 2.193 đơn vị máu, ủng hộ 3,5 tỉ đồng; 97% đảng viên học tập."
)
LINES = {
    "report": "BÁO CÁO\nKết quả quý I năm 2024\n\n1. Kết quả\n- Trồng 120 cây (đạt 96,2%).\n- 38/38 chi bộ đăng ký.\n\n2. Hạn chế\n- Còn 2 đơn vị chậm.\n\n3. Thời gian tới\n- Phấn đấu 100% hoàn thành.\n",
    "article": PARAGRAPH + "\n\nẢnh: Trần Thị Bích\n\nXem thêm\n",
    "figures": "27.500.000 đồng; 200.036 triệu; 9.2 tỷ; 3,5 km; 02 tập thể; gần 1.000 người; 14h30 ngày 29/02/2023; quý IV/2024; giai đoạn 2021-2025; kỷ niệm 134 năm; lần thứ XIII; Điều 5, khoản 2; Huy hiệu 30 năm tuổi Đảng\n",
    "capitals": PARAGRAPH.upper() + "\n",
    "rows": "Đơn vị\tTập thể\tTỷ lệ\nChi bộ 2\t3\t96,2%\n\n| Bằng khen | 12/14 |\n|---|---|\n|| 7 |\n",
    "empty": "\n",
}


def put(target, name, content):
    folder = HERE / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 16, 8, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def p(text, properties=""):
    return f"<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"


def document(body):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}<w:sectPr/></w:body></w:document>'


TABLE = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("Đơn vị") + '</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    + p("Kết quả") + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>" + p("Cây") + "</w:tc><w:tc>" + p("96")
    + "</w:tc></w:tr></w:tbl>"
)
STYLES = '<w:styles xmlns:w="w"><w:style w:styleId="A1"><w:name w:val="heading 2"/></w:style><w:style w:styleId="A2"><w:basedOn w:val="A1"/><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style></w:styles>'
NOTES = '<w:footnotes xmlns:w="w"><w:footnote w:id="2">' + p("Theo sổ.") + "</w:footnote></w:footnotes>"
HEADER = '<w:hdr xmlns:w="w">' + p("ĐẢNG BỘ KHỐI") + "</w:hdr>"
COMMENTS = '<w:comments xmlns:w="w"><w:comment w:id="1">' + p("Xem lại") + "</w:comment></w:comments>"
BODIES = {
    "plain": p("Trồng 6.296 cây") + p("Hiến 2.193 đơn vị máu", '<w:pPr><w:pStyle w:val="A1"/></w:pPr>'),
    "table": p("Bảng 1") + TABLE + p("Hết"),
    "changes": '<w:p><w:ins><w:r><w:t>26 tập thể</w:t></w:r></w:ins><w:del><w:r><w:delText>25</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>',
    "old-font": '<w:p><w:pPr><w:pStyle w:val="A2"/></w:pPr><w:r><w:t>Häc tËp vµ lµm theo B¸c</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>Ñaûng boä</w:t></w:r></w:p>',
    "box": '<w:p><w:r><w:pict><w:txbxContent>' + p("Trong khung") + "</w:txbxContent></w:pict></w:r></w:p>",
}
WORD_TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

SHEETS = {
    "figures": '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Sở Y tế</t></is></c><c r="B2"><v>6296</v></c><c r="C2" s="1"><v>0.97</v></c><c r="D2" s="2"><v>45428</v></c></row>',
    "merged": '<row r="1"><c r="A1" t="str"><f>B1</f><v>Kết quả</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c></row><row r="3"><c r="B3"><v>1.5</v></c><c r="C3"><f t="shared" ref="C3:C5" si="0">B3*2</f><v>3</v></c></row>',
}
CELLS = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:D3"/><sheetData>{}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Đơn vị</t></si><si><r><t>Cây </t></r><r><t>xanh</t></r></si></sst>'
CELL_STYLES = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>'
BOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Quý I" sheetId="1" r:id="rId1"/></sheets></workbook>'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'
BOOK_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'

PAGES = {
    "article": f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Sơ kết</title><meta property="article:published_time" content="2024-05-16T21:11:00+07:00"></head><body><nav><a href="/">Trang chủ</a></nav><article><h1>Sơ kết 3 năm</h1><p>{PARAGRAPH}</p><figure><img alt="x"><figcaption>Quang cảnh hội nghị</figcaption></figure></article><aside><h3>Tin liên quan</h3><ul><li><a href="/1">Tin 1</a></li></ul></aside><footer>Giấy phép số 12/GP</footer></body></html>',
    "table": "<html><body><table><tr><th rowspan=2>Đơn vị<th colspan=2>Kết quả<tr><td>Cây<td>Máu<tr><td>Sở Y tế<td>96<td>12</table><p>&Ecirc;&nbsp;&#7879;&#x1EC7;&copy<br>hết</body></html>",
    "old-font": '<html><body><font face=".VnTime">Häc tËp vµ lµm theo B¸c</font><script>var a="<p>";</script><style>p{}</style><!-- x --><div hidden>ẩn</div></body></html>',
}


def pdf(objects):
    out = b"%PDF-1.5\n"
    for number, content in enumerate(objects, 1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return out + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def stream(content, dictionary=b""):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary, len(content), content)


COMMANDS = {
    "lines": b"BT /F1 12 Tf 14 TL 70 700 Td (Trong ba nam) Tj T* (6.296 cay xanh) ' 2 0 (12) \" ET",
    "table": b"BT /F2 12 Tf 1 0 0 1 70 700 Tm <0110006F0301> Tj 1 0 0 1 200 700 Tm [<0031> -500 <0032>] TJ 1 0 0 1 70 680 Tm <0041> Tj 1 0 0 1 200 680 Tm <0039> Tj ET",
    "form": b"q 1 0 0 1 10 10 cm /X Do Q BT /F3 10 Tf 3 Tr 70 500 Td (H\\344c t\\313p) Tj ET BI /W 1 /H 1 ID x EI",
}
FONT = b"/Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Tinos /Encoding /Identity-H /DescendantFonts [<< /DW 500 /W [1 [500 600] 3 9 700] >>]"
MAP = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0020> <01B0> <0020> endbfrange 2 beginbfchar <1EA0> <1EA0> <0301> <0301> endbfchar endcmap"
PAGE = b"/Type /Page /MediaBox [0 0 595 842] /Rotate 0"
FORM = stream(b"BT /F2 12 Tf 100 600 Td <0041> Tj ET", b"/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 0]")

MAILS = {
    "plain": "From: =?utf-8?B?U+G7nyBZIHThur8=?= <a@vi.du>\r\nTo: b@vi.du\r\nSubject: =?UTF-8?Q?B=C3=A1o_c=C3=A1o?=\r\nDate: Thu, 16 May 2024 08:00:00 +0700\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nTrồng 120 cây.\r\n",
    "parts": "From: a@vi.du\r\nTo: b@vi.du\r\nSubject: Bao cao\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nTr=E1=BB=93ng 12=\r\n0 c=C3=A2y\r\n--b2\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+eDwvcD4=\r\n--b2--\r\n--b1\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\nContent-Disposition: attachment; filename*=UTF-8''b%C3%A1o.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b1--\r\n",
    "forwarded": "From: a@vi.du\nTo: b@vi.du\nSubject: x\nContent-Type: message/rfc822\n\nFrom: c@vi.du\nTo: a@vi.du\nSubject: y\nContent-Type: text/html; charset=windows-1258\n\n<p>x\n",
}
TABLES = {
    "semicolons": 'Đơn vị;Cây xanh;Kinh phí\nSở Y tế;6.296;"3.500.000"\n"Sở ""X""; Y";0;KAD\n',
    "hint": "sep=,\r\nma,ten\r\n001,Sở Y tế\r\n",
    "tabs": 'a\tb\n"1\n2"\t3\n',
}
NUMBERS = ["6.296", "3,5 tỷ", "hơn 5.400 cây", "38/40", "97%", "1,500", "152.500.00", "không áp dụng", "3 500\nđồng", "ho\u031bn 2", "9007199254740993", "-1"]
DATES = ["16/5/2024", "16-5-24", "16.5.2024", "16 tháng 5 năm 2024", "2024-05-16", "31/2/2024", "1/13/2024", "16/5"]


OPEN_ROWS = {
    "repeats": '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="6296"><text:p>6.296</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"><text:p>hai<text:s text:c="2"/>dòng</text:p><text:p>nữa</text:p></table:table-cell></table:table-row>',
    "kinds": '<table:table-header-rows><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>Đơn vị</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell office:value-type="percentage" office:value="0.97"/><table:table-cell office:value-type="date" office:date-value="2024-05-16"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="time" office:time-value="PT14H30M00S"/></table:table-row>',
}


def records(*pairs):
    return b"".join(number.to_bytes(2, "little") + bytes([len(content)]) + content for number, content in pairs)


def at(row, column, rest):
    return row.to_bytes(2, "little") + column.to_bytes(2, "little") + b"\0\0" + rest


def compound(stream):
    """A file of one stream of at most 60 kB, in sectors of its own."""
    stream = stream.ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % 512)
    count = len(stream) // 512
    none, last = b"\xff" * 4, b"\xfe\xff\xff\xff"
    head = bytes.fromhex("d0cf11e0a1b11ae1").ljust(30, b"\0") + b"\x09\0"
    head = head.ljust(44, b"\0") + struct.pack("<IIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + b"\0" * 4 + none * 108
    table = b"\xfd\xff\xff\xff" + last + b"".join(struct.pack("<I", 3 + at) for at in range(count - 1)) + last
    directory = b""
    for name, kind, start, size in [("Root Entry", 5, 0xFFFFFFFE, 0), ("Workbook", 2, 2, len(stream))]:
        letters = name.encode("utf-16-le")
        entry = letters.ljust(64, b"\0") + struct.pack("<HB", len(letters) + 2, kind)
        directory += (entry.ljust(116, b"\0") + struct.pack("<II", start, size)).ljust(128, b"\0")
    return head + table.ljust(512, b"\xff") + directory.ljust(512, b"\0") + stream


def long_records(*pairs):
    return b"".join(struct.pack("<HH", number, len(content)) + content for number, content in pairs)


OLD_BOOK = [
    (0x00FC, b"\2\0\0\0\2\0\0\0\2\0\0Ma\6\0\0Ho"), (0x003C, b"\1" + "à B́".encode("utf-16-le")),
    (0x041E, b"\xa4\0\5\0\0" + b"0.00%"), (0x00E0, b"\0\0\x0e\0"), (0x00E0, b"\0\0\xa4\0"), (0x000A, b""),
]
OLD_SHEETS = {
    "cells": [(0x00FD, at(0, 0, b"\0\0\0\0")), (0x00FD, at(0, 1, b"\1\0\0\0")), (0x0203, at(1, 0, struct.pack("<d", 45428.0))), (0x00FD, at(65535, 255, b"\1\0\0\0"))],
    "packed": [(0x027E, at(0, 0, b"\x0a\0\0\0")), (0x00BD, b"\1\0\0\0\0\0\x06\0\0\0\0\0\x0b\0\0\0\1\0"), (0x0205, at(2, 0, b"\1\0")), (0x0006, at(3, 0, struct.pack("<d", 0.5) + b"\0" * 8)), (0x0207, b"\1\0\0x"), (0x00E5, b"\1\0\0\0\1\0\0\0\1\0")],
}


def main():
    for name, text in LINES.items():
        put("read", name, text)
        put("text", name, text)
    put("text", "tcvn3", "B¸o c¸o kÕt qu¶ häc tËp vµ lµm theo B¸c n¨m 2024".encode("cp1252"))
    put("text", "vni", "Baùo caùo keát quaû hoïc taäp vaø laøm theo Baùc".encode("cp1252"))
    put("text", "cp1258", "Bo co k\xeat qu\xd2 h\xf2\xf2c t\xe2\xf2p năm".encode("cp1252", "ignore"))
    put("text", "utf16", "Báo cáo quý I".encode("utf-16"))
    put("text", "utf16-unmarked", "Bao cao quy I".encode("utf-16-be"))
    for name, page in PAGES.items():
        put("html", name, page)
    for name, body in BODIES.items():
        parts = {"[Content_Types].xml": WORD_TYPES, "word/document.xml": document(body), "word/styles.xml": STYLES}
        if name == "table":
            parts |= {"word/footnotes.xml": NOTES, "word/header1.xml": HEADER, "word/comments.xml": COMMENTS}
        put("docx", name, zipped(parts))
        put("docx_parts", name, "\0".join([document(body), STYLES, NOTES, HEADER, COMMENTS]))
    put("docx_tree", "paragraphs", bytes([0x83, 0x9D, 0x80, 0x8B]))
    put("docx_tree", "table", bytes([0x03, 0x04, 0xA1, 0xA3, 0xE1, 0x04, 0xA0, 0x05, 0x83, 0xE3]))
    put("docx_tree", "runs", bytes([0x00, 0x06, 0x4B, 0xE0, 0xCF, 0xCE, 0x0B, 0xC1, 0xE3]))
    for name, rows in SHEETS.items():
        cells = CELLS.format(rows)
        put("xlsx_parts", name, "\0".join([cells, STRINGS, CELL_STYLES, BOOK, RELATIONS]))
        put("xlsx", name, zipped({
            "[Content_Types].xml": BOOK_TYPES, "xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELATIONS,
            "xl/worksheets/sheet1.xml": cells, "xl/sharedStrings.xml": STRINGS, "xl/styles.xml": CELL_STYLES,
        }))
    for name, commands in COMMANDS.items():
        put("pdf_parts", name, b"\0".join([commands, FONT, MAP, PAGE, FORM]))
        for packing, dictionary, content in [("", b"", commands), ("-packed", b"/Filter /FlateDecode", zlib.compress(commands))]:
            put("pdf", name + packing, pdf([
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /XObject << /X 8 0 R >> /Font << /F1 5 0 R /F2 6 0 R /F3 5 0 R >> >> >>",
                b"<< /Parent 2 0 R /Contents 4 0 R " + PAGE + b" >>", stream(content, dictionary),
                b"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+.VnTime /Encoding /WinAnsiEncoding >>",
                b"<< " + FONT + b" /ToUnicode 7 0 R >>", stream(MAP), FORM,
            ]))
    inner = b"10 0 11 33 << /Type /Pages /Kids [12 0 R] >> << /Type /Catalog /Pages 10 0 R >>"
    put("pdf", "object-stream", b"%PDF-1.5\n" + b"1 0 obj\n" + stream(inner, b"/Type /ObjStm /N 2 /First 11") + b"\nendobj\n12 0 obj\n<< /Type /Page /Contents 13 0 R >>\nendobj\n13 0 obj\n" + stream(COMMANDS["lines"]) + b"\nendobj\ntrailer\n<< /Root 11 0 R >>\n")
    for name, rows in OPEN_ROWS.items():
        content = f'<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Bảng">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
        put("ods_parts", name, content)
        put("ods", name, zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}))
    for name, sheet in OLD_SHEETS.items():
        put("xls_records", name, records(*OLD_BOOK, *sheet))
        start, book = (0x0809, b"\0\x06\5\0"), long_records(*OLD_BOOK)
        named = (0x0085, struct.pack("<I", 8 + 14 + len(book)) + b"\0\0\2\0S1")
        put("xls", name, compound(long_records(start, named) + book + long_records(start, *sheet, (0x000A, b""))))
    for name, mail in MAILS.items():
        put("eml", name, mail)
    for name, table in TABLES.items():
        put("csv", name, table)
    for at, number in enumerate(NUMBERS):
        put("number_in", f"n{at:02}", number)
    for at, date in enumerate(DATES):
        put("date_in", f"d{at:02}", date)


if __name__ == "__main__":
    main()
