import Places

/// A dated, attributed claim about a place, as somebody made it. Never changed: a correction is a new report.
package struct Report: Sendable {
    package let id: String
    /// When the source said it.
    package let publishedAt: Moment
    /// When we learnt it: before this moment the report is not known.
    package let recordedAt: Moment
    /// From when on it is said to be so.
    package let validFrom: Moment
    /// Until when it is said to be so; nil where no end is told.
    package let validTo: Moment?
    package let precision: DatePrecision
    /// The place as written, and what the text says of where it is.
    package let place: String
    package let placeHint: String?
    /// The place's id where the report gives it.
    package let placeID: String?
    package let claim: Claim
    package let extent: Extent?
    package let source: String
    /// Where it was read, if not at the source.
    package let via: String?
    package let credibility: Credibility
    /// The report that this one corrects.
    package let supersedes: String?
    package let url: String?
    /// The words of the source, or ours for them: equal texts from several accounts are one voice.
    package let evidence: String?
    package let note: String?
    /// Where the report stands, for messages.
    package let file: String
    package let line: Int

    package init(
        id: String, publishedAt: Moment, recordedAt: Moment, validFrom: Moment, validTo: Moment?,
        precision: DatePrecision, place: String, placeHint: String?, placeID: String?, claim: Claim, extent: Extent?,
        source: String, via: String?, credibility: Credibility, supersedes: String?, url: String?,
        evidence: String?, note: String?,
        file: String, line: Int
    ) {
        self.id = id
        self.publishedAt = publishedAt
        self.recordedAt = recordedAt
        self.validFrom = validFrom
        self.validTo = validTo
        self.precision = precision
        self.place = place
        self.placeHint = placeHint
        self.placeID = placeID
        self.claim = claim
        self.extent = extent
        self.source = source
        self.via = via
        self.credibility = credibility
        self.supersedes = supersedes
        self.url = url
        self.evidence = evidence
        self.note = note
        self.file = file
        self.line = line
    }
}

extension Report {
    /// Whether both say the same under one id, wherever they stand.
    package func saysTheSame(as other: Report) -> Bool {
        id == other.id && publishedAt == other.publishedAt && recordedAt == other.recordedAt
            && validFrom == other.validFrom && validTo == other.validTo && precision == other.precision
            && place == other.place && placeHint == other.placeHint && placeID == other.placeID && claim == other.claim
            && extent == other.extent && source == other.source && via == other.via && credibility == other.credibility
            && supersedes == other.supersedes && url == other.url && evidence == other.evidence && note == other.note
    }

    /// Its evidence without case, marks and punctuation, to find copies; nil where there is none.
    package var textKey: String? {
        evidence.map { Folding($0).words.joined(separator: " ") }
    }
}
