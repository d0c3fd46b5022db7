import Places

extension Scenario {
    /// The reports alone, to be merged with others.
    package var reports: ReportSet { ReportSet(log.reports) }

    /// The same scenario with other reports. Their places are found anew, since reports of one source and day help to
    /// place each other.
    package func with(_ reports: ReportSet) -> Scenario {
        var assigner = PlaceAssigner(gazetteer: gazetteer)
        return Scenario(
            folder: folder, settings: settings, gazetteer: gazetteer, actors: actors, sources: sources,
            log: ReportLog(reports.reports, placements: assigner.assign(reports.reports)), area: area,
            areaFile: areaFile, problems: problems, rowsRead: rowsRead)
    }

    /// The same scenario with other grades, leanings or echoes.
    package func with(_ sources: SourceTable) -> Scenario {
        Scenario(
            folder: folder, settings: settings, gazetteer: gazetteer, actors: actors, sources: sources, log: log,
            area: area, areaFile: areaFile, problems: problems, rowsRead: rowsRead)
    }
}
