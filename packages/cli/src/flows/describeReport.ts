import { type ReportItem, type ReportLevel, reportWords } from '@parley/shared/typebot'

const TITLES: Readonly<Record<Exclude<ReportLevel, 'exact'>, string>> = {
  changed: 'Changed',
  notMapped: 'Not taken over (a note on the canvas says so)',
}

/** What became of the blocks of a Typebot file, as lines of text. */
export function describeReport(report: readonly ReportItem[]): string {
  const exact = report.filter(({ level }) => level === 'exact')
  const lines = [`${exact.length} of ${report.length} entries were taken over as they were.`]
  for (const level of ['changed', 'notMapped'] as const) {
    const items = report.filter((item) => item.level === level)
    if (items.length === 0) continue
    lines.push(`${TITLES[level]}:`)
    for (const item of items) {
      const place = item.group === '' ? item.blockType : `${item.blockType} in “${item.group}”`
      lines.push(`  ${place}: ${reportWords(item)}`)
    }
  }
  return lines.join('\n')
}
