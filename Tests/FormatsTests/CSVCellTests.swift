import Formats
import Testing

@Suite struct CSVCellTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-12.5", "-12.5"), ("+7", "+7"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("\tx", "'\tx"),
        ("\r=1", "\"'\r=1\""), (" =1+1", "' =1+1"), ("\u{FF1D}1+1", "'\u{FF1D}1+1"),
        ("-inf", "'-inf"), ("-0x1p3", "'-0x1p3"), ("-1-2", "'-1-2"), ("-1.2.3", "'-1.2.3"), ("+", "'+"),
        ("line\nend", "\"line\nend\""), ("", ""), ("  ", "  "),
        ("-", "'-"), ("كفرة", "كفرة"),
    ])
    func noCellIsAFormula(text: String, cell: String) {
        #expect(CSVCell.quoted(text) == cell)
    }

    @Test func tablesAlignArabicAndLatin() {
        var table = TextTable([("name", .left), ("km²", .right)])
        table.add("كَفْرَة", "10")
        table.add("Kafr\u{202E}", "9.5")
        #expect(table.text == "name          km²\nكَفْرَة           10\nKafr<U+202E>  9.5\n")
    }
}
