/// From when on a pattern in the reports is told to the reader. Chosen so that honest sources stay below: in azaz-2015
/// no source says that one side holds one place more than twice, and on six replays (seeds 1, 4, 8; noise 4 with seeds 1 and 6;
/// 12,000 hamlets) nobody but the flooder more than seven times.
enum SuspicionLimits {
    /// One source says one thing of one place so often.
    static let flood = 10
    /// So many sources use one text; shorter texts than this are too common to tell.
    static let sourcesWithOneText = 3
    static let lettersOfText = 20
    /// So many claims of a source, and so much of all that it claims, were made before it by one other.
    static let copies = 10
    static let copiedPart = 0.8
    /// A copy follows so soon.
    static let copiedWithinDays = 2.0
    /// So many claims around one are looked through for the one that it copies: a flood must not make the search long.
    static let lookedBack = 60
    /// A claim published so long after the day that it speaks of, unless its date is no nearer than a month.
    static let backDatedDays = 60.0
    /// A report that came to be known so long after it was published.
    static let recordedLateDays = 30.0
    /// A source changes its mind on a place so often, each time within so many days.
    static let flips = 4
    static let flipWithinDays = 1.0
    /// Names of at least so many letters that differ in one of them look alike.
    static let lettersOfLookAlike = 5
    /// Of names that all look alike so many are compared.
    static let lookAlikesCompared = 50
}
