/// The files of a scenario to begin with: small, invented, commented, and drawn as it is.
enum StarterScenario {
    /// By name; the table of reports first.
    static func files(title: String) -> [(name: String, text: String)] {
        [
            ("reports.csv", reports), ("actors.csv", actors), ("sources.csv", sources), ("places.tsv", places),
            ("area.geojson", area), ("scenario.json", scenario(title)), ("README.md", readme),
        ]
    }

    private static let reports = """
        id,date,place,actor,claim,against,source,credibility,supersedes,url,note
        r1,2024-05-01,Amber Wells,north,holds,,gazette,2,,,"A row is one claim of one source about one place. This column is for your own words; nothing reads it."
        r2,2024-05-01,Cairn Camp,north,holds,,gazette,2,,,"The place is written as the source writes it. Other spellings stand in places.tsv under variants."
        r3,2024-05-01,Dry Ford,north,holds,,gazette,2,,,
        r4,2024-05-01,Elm Gate,south,holds,,gazette,2,,,
        r5,2024-05-01,Fallow Hill,south,holds,,gazette,2,,,
        r6,2024-05-01,Granite Pass,south,holds,,gazette,2,,,
        r7,2024-05-02,Dry Ford,north|south,clash,,radio,3,,,"A clash is near a place and says nothing of who holds it. Several actors are divided by a bar."
        r8,2024-05-03,Dry Ford,south,holds,north,southtv,3,,,"A source that favours a side (sources.csv, leaning) counts little for that side."
        r9,2024-05-03,Dri Ford,north,denies,,radio,3,,,"denies: the actor does not hold it. A misspelt name is found by its nearest spelling."
        r10,2024-05-04,Dry Ford,south,holds,north,gazette,2,,,"An independent source bears the claim out: see frontline why ... 'Dry Ford'."
        r11,2024-05-05,Cairn Camp,north|south,contested,,gazette,2,,,"contested: fighting inside, and each side holds a part."
        r12,2024-05-06,Cairn Camp,north,holds,,radio,3,,,
        r13,2024-05-07,Cairn Camp,north,holds,south,gazette,1,r11,,"A report is never changed. A correction is a new one that names the old one under supersedes."

        """

    private static let actors = """
        id,name,names,side,colour
        north,Northern Council,The Council|Northerners,north,#2C5AA0
        south,Southern League,The League|Southerners,south,#C0392B

        """

    private static let sources = """
        id,name,kind,reliability,leaning,echoes
        gazette,The Desert Gazette,news,B,,
        radio,Radio Caravan,news,C,,
        southtv,Southern Television,party,D,south,

        """

    private static let places = """
        id\ttitle\tvariants\ttypes\tlon\tlat\tuncertainty_m\tsources
        x:1\tAmber Wells\tAmberwells\tvillage\t10.05\t20.28\t300\tinvented
        x:2\tBasalt Well\t\thamlet\t10.15\t20.33\t300\tinvented
        x:3\tCairn Camp\tCamp of the Cairn\ttown\t10.18\t20.22\t500\tinvented
        x:4\tDry Ford\tDryford\tvillage\t10.26\t20.16\t300\tinvented
        x:5\tElm Gate\t\tvillage\t10.36\t20.20\t300\tinvented
        x:6\tFallow Hill\t\thill\t10.32\t20.08\t300\tinvented
        x:7\tGranite Pass\t\tcrossing\t10.44\t20.12\t300\tinvented
        x:8\tHalf Moon\t\thamlet\t10.24\t20.30\t300\tinvented

        """

    private static let area = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"The area of interest: nothing is drawn outside"},"geometry":{"type":"Polygon","coordinates":[[[9.98,20.02],[10.52,20.02],[10.52,20.38],[9.98,20.38],[9.98,20.02]]]}}
        ]}

        """

    private static func scenario(_ title: String) -> String {
        """
        {
          "format": "frontline-scenario",
          "version": 1,
          "title": \(JSONText.quoted(title)),
          "from": "2024-05-01",
          "to": "2024-05-07",
          "reach_km": 10
        }

        """
    }

    private static let readme = """
        # A scenario to begin with

        The places and the war are invented, and lie in an empty part of the Sahara. Put your own in their stead. In this folder:

            frontline snapshot . --at 2024-05-04            # who held what
            frontline snapshot . --at 2024-05-04 -o map.geojson
            frontline why . "Dry Ford" --at 2024-05-04      # by which reports
            frontline snapshot . --at 2024-05-05 --as-known-on 2024-05-05    # as it looked before the correction
            frontline diff . --from 2024-05-01 --to 2024-05-07
            frontline series . -o days                      # a map for each day
            frontline reports check .                       # what was skipped, and what looks odd
            frontline import . -o war.gpkg                  # the same in one file, which takes further reports

        | file | what it is | needed |
        |---|---|---|
        | `reports.csv` | the claims, one a row: `date`, `place`, `actor`, `claim`, `source` | yes; `.ndjson` will do too |
        | `actors.csv` | who fights, under which names and colours, on which side | no: then every name is its own side |
        | `sources.csv` | who says so; `reliability` from A to F, `leaning`: the side it favours | no: then all count as F |
        | `places.tsv` | where the places are, with their other spellings | no: then the usual gazetteer is looked in |
        | `area.geojson` | the land that is drawn | no: then as far as the places reach |
        | `scenario.json` | a title, the days it is about, how far a place speaks for the land around it | no |

        `claim` is `holds`, `contested`, `present`, `withdrew`, `clash`, `strike` or `denies`. The column `note` in `reports.csv`
        says what each row shows. `frontline help snapshot` and `man frontline` have the rest.

        """
}
