"""Names and texts that are harmless as data and harmful where somebody takes them for more."""

NAMES = [
    "\u0410lphaville", "\u202eellivahplA", "Alpha\u202e", "\u2066Alpha", "Al\u200bpha", "Al\u00adpha", "\uff21lpha",
    "\U0001d400lpha", "Alpha\u0301\u0301\u0301", "\u062d\u0644\u0640\u0640\u0628", "\u062d\u064e\u0644\u064e\u0628",
    "Cafe\u0301", "\ufeffAlpha", "Alpha\x07", "\x1b[2J\x1b[31mAlpha", "\x1b]0;owned\x07", "\x9b31mAlpha", "\U000e0041\U000e004c",
    "A\ufe0f", "\u0130stanbul", "\ufdfa" * 40, "\u3164", "-rf", "--help", "NULL", "nan", "true", "0", "../../etc/passwd",
    "/dev/null", "CON", "a\\b", "a\nb", "a\r\nSet-Cookie: x=1", "%00", "%s%s%n", "${jndi:ldap://127.0.0.1/a}", "{{7*7}}",
    "$(id)", "`id`", "';drop table reports;--", "\" onmouseover=alert(1) x=\"", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "]]>", "&lt;&#x41;", "javascript:alert(1)", "=cmd|' /C calc'!A0", "+1+1", "-1+1",
    "@SUM(1)", "=HYPERLINK(\"http://127.0.0.1/?\"&A1)", "\u06f1\u06f2", "\u202a\u202b\u202c", "\u061cAlpha", "a,b;c|d\te",
    "\"quoted\"", "A" + "\u0301" * 400, "A" * 900, "\u0e33" * 100, "\U0001f468\u200d\U0001f469\u200d\U0001f467",
]
