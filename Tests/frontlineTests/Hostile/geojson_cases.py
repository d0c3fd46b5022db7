"""GeoJSON of every kind of fault. For each: how a map of others takes it, and how a boundary does."""
import json, math


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def collection(geometry, properties='{"party":"alpha"}'):
    if not isinstance(geometry, str):
        geometry = json.dumps(geometry)
    return '{"type":"FeatureCollection","features":[{"type":"Feature","properties":%s,"geometry":%s}]}' % (
        properties, geometry)


SQUARE = [[37, 36], [38, 36], [38, 37], [37, 37], [37, 36]]
HOLE = [[37.2, 36.2], [37.2, 36.5], [37.5, 36.5], [37.5, 36.2], [37.2, 36.2]]


def moved(ring, east, north):
    return [[x + east, y + north] for x, y in ring]


def positions():
    """One position of a square, as text. Read, told or refused by both."""
    return [
        ("[38,37]", "read"), ("[38.0,37.0]", "read"), ("[38e0,370E-1]", "read"), ("[38,37.%s]" % ("0" * 3000), "read"),
        ("[38,37,120]", "height"), ("[38,37,120,5]", "height"), ("[]", "refused"), ("[38]", "refused"), ("38", "refused"),
        ("null", "refused"), ("[null,37]", "refused"), ("[38,null]", "refused"), ('["38","37"]', "refused"),
        ("[true,false]", "refused"), ("[[38,37]]", "refused"), ('{"0":38,"1":37}', "refused"), ("[38,1e400]", "refused"),
        ("[1e308,37]", "refused"), ("[38,-1e308]", "refused"), ("[NaN,37]", "refused"), ("[38,Infinity]", "refused"),
        ("[-Infinity,37]", "refused"), ("[38,90.0000001]", "refused"), ("[180.0000001,37]", "refused"),
        ("[-180.5,37]", "refused"), ("[540,37]", "refused"), ("[38,-91]", "refused"), ("[4230000,4430000]", "refused"),
        ("[38,37,1e400]", "refused"), ("[38,37,null]", "refused"), ("[38,37,\"\"]", "refused"), ("[38 37]", "refused"),
        ("[38.,37]", "refused"), ("[.38,37]", "refused"), ("[038,37]", "refused"), ("[+38,37]", "refused"),
        ("[0x26,37]", "refused"), ("[٣٨,37]", "refused"), ("[{},[]]", "refused"), ("[%s,37]" % ("3" * 100000), "refused"),
    ]


def rings():
    """Geometry, and what becomes of it as a map and as a boundary."""
    bow_tie = [[37, 36], [38, 37], [38, 36], [37, 37], [37, 36]]
    star = [[round(37.5 + 0.5 * math.sin(4 * math.pi * i / 5), 6), round(36.5 + 0.5 * math.cos(4 * math.pi * i / 5), 6)]
            for i in range(5)]
    return {
        "square": (polygon(SQUARE), "read", "read"),
        "clockwise": (polygon(SQUARE[::-1]), "read", "read"),
        "hole": (polygon(SQUARE, HOLE), "read", "read"),
        "vertices_repeated": (polygon([SQUARE[0]] * 3 + SQUARE), "read", "any"),
        "unclosed": (polygon(SQUARE[:-1]), "told", "refused"),
        "nearly_closed": (polygon(SQUARE[:-1] + [[37.0000000001, 36]]), "told", "any"),
        "three_positions": (polygon(SQUARE[:2] + SQUARE[:1]), "refused", "refused"),
        "two_positions": (polygon(SQUARE[:2]), "refused", "refused"),
        "one_point": (polygon([[37, 36]] * 5), "refused", "refused"),
        "collinear": (polygon([[37, 36], [38, 37], [39, 38], [37, 36]]), "refused", "refused"),
        "no_rings": (polygon(), "any", "refused"),
        "ring_empty": (polygon([]), "refused", "refused"),
        "bow_tie": (polygon(bow_tie), "told", "refused"),
        "star": (polygon(star + star[:1]), "told", "refused"),
        "eight_through_a_vertex": (polygon(
            [[37, 36], [38, 37], [39, 36], [39, 38], [38, 37], [37, 38], [37, 36]]), "told", "any"),
        "spike": (polygon(SQUARE[:2] + [[38.6, 36], [38, 36]] + SQUARE[2:]), "told", "any"),
        "hole_outside": (polygon(SQUARE, moved(HOLE, 5, 0)), "told", "refused"),
        "hole_across": (polygon(SQUARE, moved(HOLE, 0.7, 0)), "told", "refused"),
        "hole_is_outline": (polygon(SQUARE, SQUARE), "any", "refused"),
        "hole_twice": (polygon(SQUARE, HOLE, HOLE), "told", "any"),
        "holes_overlap": (polygon(SQUARE, HOLE, moved(HOLE, 0.1, 0.1)), "told", "any"),
        "hole_splits": (polygon(SQUARE, [[37, 36], [37.5, 36.6], [38, 37], [37.6, 36.5], [37, 36]]), "told", "any"),
        "members_overlap": (
            {"type": "MultiPolygon", "coordinates": [[SQUARE], [moved(SQUARE, 0.5, 0.5)]]}, "any", "any"),
        "members_twice": ({"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}, "any", "any"),
        "sliver": (polygon([[37, 36], [37 + 1e-9, 36], [37 + 1e-9, 36 + 1e-9], [37, 36]]), "refused", "refused"),
        "across_180": (polygon([[170, 10], [-170, 10], [-170, 20], [170, 20], [170, 10]]), "any", "any"),
        "world": (polygon([[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]), "any", "any"),
        "round_the_pole": (polygon([[-180, 60], [-90, 60], [0, 60], [90, 60], [180, 60], [-180, 60]]), "any", "any"),
        "point": ({"type": "Point", "coordinates": [37, 36]}, "refused", "refused"),
        "line": ({"type": "LineString", "coordinates": SQUARE}, "refused", "refused"),
        "line_nested_wrong": ({"type": "LineString", "coordinates": [SQUARE]}, "refused", "refused"),
        "multi_as_polygon": ({"type": "Polygon", "coordinates": [[SQUARE]]}, "refused", "refused"),
        "polygon_as_multi": ({"type": "MultiPolygon", "coordinates": [SQUARE]}, "refused", "refused"),
        "collection_of_one": ({"type": "GeometryCollection", "geometries": [polygon(SQUARE)]}, "read", "read"),
        "crossings_2000": (polygon(tangle(2000)), "any", "refused"),
    }


def tangle(count):
    """A ring through so many points that nearly each edge crosses each."""
    seed = 7
    ring = []
    for _ in range(count):
        ring.append([])
        for low in (37, 36):
            seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
            ring[-1].append(round(low + (seed >> 33) / 2 ** 31, 7))
    return ring + ring[:1]


def nested(depth, opening, middle, closing):
    return opening * depth + middle + closing * depth


def documents():
    """Whole files, for a map and for a boundary alike."""
    square = json.dumps(polygon(SQUARE))
    feature = '{"type":"Feature","properties":{"party":"alpha"},"geometry":%s}' % square
    whole = collection(polygon(SQUARE))
    point = '{"type":"Point","coordinates":[37,36]}'
    return {
        "sound": (whole, "read"), "feature": (feature, "read"), "mark": (b"\xef\xbb\xbf" + whole.encode(), "any"),
        "spaces": (" \n" + whole + "\n\n", "read"), "empty": ("", "refused"), "blank": (" \n\t", "refused"),
        "array": ("[]", "refused"), "number": ("37", "refused"), "text": ('"map"', "refused"), "null": ("null", "refused"),
        "object_empty": ("{}", "refused"), "type_case": (feature.replace("Polygon", "polygon"), "refused"),
        "type_number": (feature.replace('"Polygon"', "1"), "refused"),
        "no_type": ('{"coordinates":[]}', "refused"), "features_object": ('{"type":"FeatureCollection","features":{}}', "refused"),
        "features_null": ('{"type":"FeatureCollection","features":[null]}', "refused"),
        "features_missing": ('{"type":"FeatureCollection"}', "refused"),
        "type_twice": (feature.replace('"type":"Feature"', '"type":"Feature","type":"Feature"'), "refused"),
        "party_twice": (feature.replace('"party":"alpha"', '"party":"alpha","party":"bravo"'), "refused"),
        "coordinates_twice": (whole.replace('"coordinates"', '"coordinates":[],"coordinates"'), "refused"),
        "truncated": (whole[:-9], "refused"), "trailing": (whole + "}", "refused"), "twice": (whole + whole, "refused"),
        "trailing_nul": (whole + "\0", "refused"), "utf_16": (whole.encode("utf-16"), "refused"),
        "utf_16_be": (whole.encode("utf-16-be"), "refused"), "gzip": (b"\x1f\x8b" + b"\0" * 30, "refused"),
        "zip": (b"PK\x03\x04" + b"\0" * 60, "refused"), "html": ("<!DOCTYPE html><html></html>", "refused"),
        "latin_1": (whole.replace("alpha", "alph\xe9").encode("latin-1"), "refused"),
        "overlong": (whole.encode().replace(b"alpha", b"\xc0\xaf"), "refused"),
        "projected": (feature[:-1] + ',"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}}', "map"),
        "linked": (feature[:-1] + ',"crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/x"}}}', "map"),
        "topology": ('{"type":"Topology","objects":{},"arcs":[]}', "refused"),
        "properties_array": (feature.replace('{"party":"alpha"}', "[]"), "map"),
        "collection_in_collection": (
            '{"type":"FeatureCollection","features":[{"type":"FeatureCollection","features":[]}]}', "refused"),
        "depth_33": (collection('{"type":"Polygon","coordinates":%s}' % nested(33, "[", "", "]")), "refused"),
        "depth_100000": (collection('{"type":"Polygon","coordinates":%s}' % nested(100000, "[", "", "]")), "refused"),
        "collections_1000": (
            collection(nested(1000, '{"type":"GeometryCollection","geometries":[', point, "]}")), "refused"),
        "collections_100000": (
            collection(nested(100000, '{"type":"GeometryCollection","geometries":[', point, "]}")), "refused"),
        "properties_2000": (collection(polygon(SQUARE), json.dumps({"k%d" % i: i for i in range(2000)})), "map"),
        "name_of_a_megabyte": (collection(polygon(SQUARE), json.dumps({"k" * 1000000: 1})), "map"),
        "ids_twice": ('{"type":"FeatureCollection","features":[%s,%s]}' % (
            feature.replace('"Feature",', '"Feature","id":1,'), feature.replace('"Feature",', '"Feature","id":1,')), "map"),
    }
