"""Tables of places with holders, and of reports: whole files with one fault each."""

HEAD = "id,lon,lat,actor\n"
ROWS = "1,37,36,alpha\n2,37.5,36,bravo\n3,37,36.5,alpha\n"


def held():
    """Told: read, with a word about the row. Refused: the file as a whole."""
    row = "4,37.5,36.5,bravo\n"
    return {
        "sound": (HEAD + ROWS, "read"), "mark": ("\ufeff" + HEAD + ROWS, "read"),
        "carriage": ((HEAD + ROWS).replace("\n", "\r\n"), "read"), "carriage_alone": ((HEAD + ROWS).replace("\n", "\r"), "any"),
        "no_last_end": (HEAD + ROWS[:-1], "read"), "quoted": (HEAD + ROWS + '4,"37.5","36.5","br,avo"\n', "read"),
        "line_in_cell": (HEAD + ROWS + '4,37.5,36.5,"bra\nvo"\n', "read"), "header_only": (HEAD, "refused"),
        "empty": ("", "refused"), "blank": ("\n \n", "refused"), "no_header": (ROWS, "refused"),
        "semicolons": ((HEAD + ROWS).replace(",", ";"), "refused"), "tabs": ((HEAD + ROWS).replace(",", "\t"), "refused"),
        "bars": ((HEAD + ROWS).replace(",", "|"), "refused"), "column_twice": (HEAD.replace("lat", "lon") + ROWS, "refused"),
        "no_latitude": (HEAD.replace("lat", "height") + ROWS, "refused"),
        "few_cells": (HEAD + ROWS + "4,37.5\n", "told"), "many_cells": (HEAD + ROWS + row[:-1] + ",x,y\n", "told"),
        "quote_open": (HEAD + '4,37.5,36.5,"bravo\n' + ROWS, "told"),
        "quote_inside": (HEAD + ROWS + '4,37.5,36.5,"br"avo"\n', "told"),
        "decimal_comma": (HEAD + ROWS + '4,"37,5","36,5",bravo\n', "told"),
        "minutes": (HEAD + ROWS + "4,37\u00b030'E,36\u00b030'N,bravo\n", "told"),
        "not_a_number": (HEAD + ROWS + "4,nan,36,bravo\n5,37,NaN,bravo\n", "told"),
        "infinite": (HEAD + ROWS + "4,inf,36,bravo\n5,37,-Infinity,bravo\n", "told"),
        "huge": (HEAD + ROWS + "4,1e308,36,bravo\n5,37,1e400,bravo\n", "told"),
        "hexadecimal": (HEAD + ROWS + "4,0x25,36,bravo\n", "told"), "arabic_digits": (HEAD + ROWS + "4,\u0663\u0667,36,bravo\n", "told"),
        "beyond": (HEAD + ROWS + "4,181,36,bravo\n5,37,90.1,bravo\n", "told"), "exchanged": (HEAD + ROWS + "4,36,137,bravo\n", "told"),
        "no_spot": (HEAD + ROWS + "4,,,bravo\n", "told"), "no_holder": (HEAD + ROWS + "4,37.5,36.5,\n", "read"),
        "id_twice": (HEAD + ROWS + "3,37.5,36.5,bravo\n", "told"), "spot_twice": (HEAD + ROWS + "4,37,36,bravo\n", "told"),
        "nul": (HEAD + ROWS + "4,37.5,36.5,bra\0vo\n", "refused"), "utf_16": ((HEAD + ROWS).encode("utf-16"), "refused"),
        "latin_1": ((HEAD + ROWS).encode() + "4,37.5,36.5,br\xe9vo\n".encode("latin-1"), "told"),
        "overlong": ((HEAD + ROWS).encode() + b"4,37.5,36.5,\xc0\xaf\n", "told"),
        "cell_of_a_megabyte": (HEAD + ROWS + "4,37.5,36.5,%s\n" % ("b" * 1100000), "told"),
        "columns_100000": ("a," * 100000 + "z\n" + "1," * 100000 + "2\n", "refused"),
        "reversed_times": ("lon,lat,actor,valid_from,valid_to\n37,36,a,2020-01-01,\n38,36,b,2020-01-05,2020-01-01\n", "told"),
        "json": ('[{"id":1}]', "refused"), "zip": (b"PK\x03\x04" + b"\0" * 60, "refused"), "gzip": (b"\x1f\x8b\x08" + b"\1" * 60, "refused"),
        "html": ("<!DOCTYPE html><html></html>", "refused"), "one_place": (HEAD + "1,37,36,alpha\n", "any"),
        "poles": (HEAD + "1,0,90,a\n2,0,-90,b\n3,180,0,c\n4,-180,0,d\n", "any"), "both_sides_of_180": (HEAD + "1,179,1,a\n2,-179,1,b\n", "any"),
        "beside_180": (HEAD + "1,179.99,1,a\n2,179.5,1,b\n", "any"),
        "one_spot": (HEAD + "1,37,36,a\n" * 500, "any"), "one_line": (HEAD + "".join("%d,%f,36,a\n" % (i, 37 + i / 1000) for i in range(500)), "any"),
        "denormal": (HEAD + ROWS + "4,5e-324,1e-300,bravo\n", "any"), "null_island": (HEAD + ROWS + "4,0,0,bravo\n", "any"),
    }


TIMES = [
    ("2020-02-29", True), ("2020-06-11T10:00:00Z", True), ("2020-06-11T10:00Z", True), ("2020-06-11T10:00:00+14:00", True),
    ("2020-06-11T10:00:00-03:30", True), ("2020-06-11t10:00:00z", None), ("2020-06-11T10:00:00-00:00", None),
    ("2019-02-29", False), ("2020-02-30", False), ("2020-13-01", False), ("2020-00-10", False), ("2020-04-31", False),
    ("2020-06-00", False), ("2020-06-11T24:00:01Z", False), ("2020-06-11T12:60:00Z", False), ("2020-06-11T25:00:00Z", False),
    ("2020-06-11T10:00:00+15:00", None), ("2020-06-11T10:00:00+25:00", False), ("2020-06-11T10:00:00", None),
    ("2020-06-11 10:00:00Z", None), ("2020-06-11T23:59:60Z", None), ("2020-06-11T12:30:60Z", False), ("0000-01-01", None), ("-0001-01-01", False),
    ("+12020-01-01", False), ("99999-01-01", False), ("2020-163", False), ("2020-W24-2", False), ("03/04/2020", False),
    ("3.4.20", False), ("11 June 2020", False), ("1591869600", False), ("1591869600000", False), ("\u0662\u0660\u0662\u0660-\u0660\u0666-\u0661\u0661", False),
    ("2020-06-11T10:00:00.Z", False), ("2020-06-11T10Z", None), ("2020-06-11T10:00:00,5Z", None), ("tomorrow", False), ("2020-6-1", False),
    ("2020-06-11/2020-06-10", False), ("2020-06-11T10:00:00[Europe/Paris]", False), ("2020-06-11T10:00:00Z; drop", False),
    ("9" * 1000, False), ("20200611", None), ("2020-06-1\u0661", False), ("NaN", False), ("null", False),
]


def reports():
    head = "id,date,place,actor,claim,source\n"
    row = "a,2020-01-01,Alphaville,red,holds,monitor\n"
    return {
        "sound": (head + row, "read"), "mark": ("\ufeff" + head + row, "read"), "carriage": ((head + row).replace("\n", "\r\n"), "read"),
        "empty": ("", "refused"), "semicolons": ((head + row).replace(",", ";"), "refused"), "tabs": ((head + row).replace(",", "\t"), "refused"),
        "no_header": (row, "refused"), "column_twice": (head.replace("actor", "place") + row, "refused"), "nul": (head + row.replace("holds", "ho\0lds"), "refused"),
        "utf_16": ((head + row).encode("utf-16"), "refused"), "latin_1": ((head + row).encode() + "b,2020-01-01,Alph\xe9,red,holds,monitor\n".encode("latin-1"), "told"),
        "few_cells": (head + row + "b,2020-01-01,Alphaville\n", "told"), "many_cells": (head + row + row[:-1] + ",x\n", "told"),
        "quote_open": (head + 'b,2020-01-01,"Alphaville,red,holds,monitor\n' + row, "told"), "no_place": (head + row + "b,2020-01-01,,red,holds,monitor\n", "told"),
        "no_actor": (head + row + "b,2020-01-01,Alphaville,,holds,monitor\n", "told"), "no_source": (head + row + "b,2020-01-01,Alphaville,red,holds,\n", "told"),
        "no_time": (head + row + "b,,Alphaville,red,holds,monitor\n", "told"), "unknown_actor": (head + row + "b,2020-01-01,Alphaville,rde,holds,monitor\n", "told"),
        "unknown_claim": (head + row + "b,2020-01-01,Alphaville,red,hold,monitor\n", "told"), "id_twice": (head + row + row.replace("red", "blue"), "told"),
        "row_twice": (head + row + row, "told"), "look_alike_actor": (head + row + "b,2020-01-01,Alphaville,r\u0435d,holds,monitor\n", "told"),
        "cell_of_a_megabyte": (head + row + "b,2020-01-01,%s,red,holds,monitor\n" % ("A" * 1100000), "told"),
        "name_of_20_kilobytes": (head + row + "b,2020-01-01,%s,red,holds,monitor\n" % ("A" * 20000), "told"),
        "marks_10000": (head + row + "b,2020-01-01,A%s,red,holds,monitor\n" % ("\u0301" * 10000), "told"),
        "columns_100000": ("a," * 100000 + "z\n" + "1," * 100000 + "2\n", "refused"), "zip": (b"PK\x03\x04" + b"\0" * 60, "refused"),
        "html": ("<!DOCTYPE html><html></html>", "refused"), "supersedes_itself": ("id,date,place,actor,claim,source,supersedes\na,2020-01-01,Alphaville,red,holds,monitor,a\n", "any"),
        "supersedes_a_ring": ("id,date,place,actor,claim,source,supersedes\na,2020-01-01,Alphaville,red,holds,monitor,b\nb,2020-01-01,Alphaville,blue,holds,monitor,a\n", "any"),
        "flood": (head + "".join("%d,2020-01-%02d,Alphaville,red,holds,monitor\n" % (i, 1 + i % 28) for i in range(5000)), "any"),
    }
