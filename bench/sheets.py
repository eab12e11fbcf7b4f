"""The same tables by openpyxl: `sheets.py write ROWS COLUMNS FILE`, `sheets.py read FILE`. Run by bench/sheets."""
import resource
import sys
import time

import openpyxl


def write(rows, columns, path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    sheet.append([f"Cột {column + 1}" for column in range(columns)])
    for row in range(rows):
        sheet.append([
            f"Đơn vị {(row + column) % 10000}" if column % 4 == 0 else (row * 31 + column * 17) % 100000
            for column in range(columns)
        ])
    book.save(path)
    return rows


def read(path):
    book = openpyxl.load_workbook(path, read_only=True)
    rows = cells = total = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            rows += 1
            for value in row:
                if value is None:
                    continue
                cells += 1
                if isinstance(value, int):
                    total += value
    print(cells, total)
    return rows


began = time.monotonic()
if sys.argv[1] == "write":
    count = write(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
else:
    count = read(sys.argv[2])
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(count, round((time.monotonic() - began) * 1000), most)
