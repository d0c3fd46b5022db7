"""JSON as RFC 8259 has it, and as it has it not. `sound` must be read, `broken` be refused, `open` may be either.

After the idea of JSONTestSuite (N. Seriot, "Parsing JSON is a Minefield"); the cases are our own.
"""

SOUND = {
    "zero": b"0", "minus_zero": b"-0", "minus_zero_point": b"-0.0", "exponent": b"1E22", "exponent_minus": b"1e-2",
    "exponent_plus": b"0e+1", "real_exponent": b"12.5e7", "tiny": b"5e-324", "largest": b"1.7976931348623157e308",
    "digits_5000": b"1." + b"3" * 5000, "integer_20": b"12345678901234567890", "true": b"true", "false": b"false",
    "null": b"null", "text_empty": b'""', "text_escapes": b'"\\"\\\\\\/\\b\\f\\n\\r\\t"', "text_unicode": b'"\\u0041\\u0639"',
    "text_pair": b'"\\uD83D\\uDE00"', "text_pair_small": b'"\\ud83d\\ude00"', "text_raw": "\"حلب 𝄞\"".encode(),
    "text_delete": b'"\x7f"', "text_separator": "\"a\u2028b\"".encode(), "text_noncharacter": b'"\\uFFFE"',
    "text_last": "\"\U0010ffff\"".encode(), "text_slash": b'"a/b"',
    "array_empty": b"[]", "array_spaces": b"[ 1 ,\t2 ]", "array_mixed": b'[null,1,"1",{}]',
    "array_deep_20": b"[" * 20 + b"]" * 20, "array_long": b"[" + b"1," * 20000 + b"1]",
    "object_empty": b"{}", "object_key_empty": b'{"":0}', "object_key_escaped": b'{"\\u0061b":1}',
    "object_nested": b'{"a":{"b":[{"c":null}]}}', "object_keys_alike": b'{"a":1,"A":2}',
    "object_proto": b'{"__proto__":{"x":1},"constructor":2}', "spaces": b" \t 1 \t ",
}

BROKEN = {
    "plus": b"+1", "point_first": b".5", "point_last": b"1.", "minus_point": b"-.5", "minus_alone": b"-",
    "zero_first": b"012", "minus_zero_first": b"-01", "hexadecimal": b"0x1F", "octal": b"0o7", "binary": b"0b1",
    "underscore": b"1_000", "exponent_empty": b"1e", "exponent_sign": b"1e+", "exponent_double": b"1eE2",
    "exponent_point": b"1e2.5", "point_exponent": b"1.e2", "two_points": b"1.2.3", "two_minus": b"--1",
    "minus_space": b"- 1", "nan": b"NaN", "nan_minus": b"-NaN", "infinity": b"Infinity",
    "infinity_minus": b"-Infinity", "inf": b"inf", "suffix": b"1f", "comma_decimal": b"1,5", "arabic_digits": "٣٧".encode(),
    "full_width_digit": "１".encode(), "true_short": b"tru", "true_large": b"True", "null_short": b"nul",
    "null_large": b"NULL", "none": b"None", "undefined": b"undefined", "word": b"abc", "text_single": b"'a'",
    "text_open": b'"a', "text_quote": b'"', "text_escape_open": b'"\\', "text_escape_x": b'"\\x41"',
    "text_escape_a": b'"\\a"', "text_escape_apostrophe": b"\"\\'\"", "text_escape_zero": b'"\\0"',
    "text_escape_brace": b'"\\u{41}"', "text_unicode_short": b'"\\u12"', "text_unicode_letters": b'"\\u00GG"',
    "text_unicode_capital": b'"\\U0041"', "text_lone_high": b'"\\ud800"', "text_lone_low": b'"\\udc00"',
    "text_pair_broken": b'"\\ud800\\u0041"', "text_pair_half": b'"\\ud800\\udc"', "text_tab": b'"a\tb"',
    "text_control": b'"a\x01b"', "text_escape_in_raw": b'"\x1b[2J"', "text_latin_1": b'"\xe9"', "text_overlong": b'"\xc0\xaf"',
    "text_overlong_3": b'"\xe0\x80\xaf"', "text_surrogate": b'"\xed\xa0\x80"', "text_truncated": b'"\xe2\x82"',
    "text_continuation": b'"\x80"', "text_beyond": b'"\xf4\x90\x80\x80"', "text_ff": b'"\xff\xfe"', "text_after": b'"a"b',
    "text_nul": b'"\\u0000"', "array_open": b"[", "array_open_value": b"[1", "array_open_comma": b"[1,", "array_close": b"]",
    "array_comma_last": b"[1,]", "array_comma_first": b"[,1]", "array_comma_two": b"[1,,2]", "array_comma_only": b"[,]",
    "array_no_comma": b"[1 2]", "array_colon": b'["a":1]', "array_semicolon": b"[1;2]", "array_wrong_close": b"[1}",
    "array_after": b"[1]x", "array_two_close": b"[1]]", "array_star": b"[*]", "array_deep_33": b"[" * 33 + b"]" * 33,
    "array_deep_1000": b"[" * 1000 + b"]" * 1000, "array_deep_open": b"[" * 100000,
    "object_open": b"{", "object_open_key": b'{"a"', "object_open_colon": b'{"a":', "object_close": b"}",
    "object_no_quotes": b"{a:1}", "object_single_quotes": b"{'a':1}", "object_comma_last": b'{"a":1,}',
    "object_comma_first": b'{,"a":1}', "object_comma_two": b'{"a":1,,"b":2}', "object_no_comma": b'{"a":1 "b":2}',
    "object_no_colon": b'{"a" 1}', "object_two_colons": b'{"a"::1}', "object_equals": b'{"a"=1}',
    "object_no_value": b'{"a":}', "object_no_key": b"{:1}", "object_key_number": b"{1:1}", "object_key_null": b"{null:1}",
    "object_comma_value": b'{"a",1}', "object_wrong_close": b'{"a":1]', "object_twice": b'{"a":1,"a":1}',
    "object_twice_escaped": b'{"a":1,"\\u0061":2}', "object_deep_open": b'{"a":' * 100000, "object_after": b'{"a":1}x',
    "comment": b"/*x*/1", "comment_line": b"1//x", "comment_hash": b"1#x", "two_values": b"1 2", "nothing": b"",
    "nbsp": "\u00a0" .encode() + b"1", "word_joiner": "\u2060".encode() + b"1", "vertical_tab": b"\x0b1",
    "form_feed": b"\x0c1", "byte_order_mark": b"\xef\xbb\xbf1", "ampersand": b"&", "backslash": b"\\u0041", "angle": b"<1>",
    "overflow": b"1e400", "digits_100000": b"9" * 100000,
}
