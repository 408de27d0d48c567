import { REPORT_WORDS } from '@parley/shared/typebot'

/** The report about a file of Typebot. */
export const typebot = {
  title: 'Imported “{name}” from Typebot',
  description:
    'What became of each block. You can come back to all of it: notes on the canvas mark what is missing.',
  source: 'Imported from Typebot',
  open: 'Open the flow',
  goTo: 'Show',
  goToOf: 'Show {block} in {group}',
  levels: {
    exact: { one: '{count} taken over exactly', other: '{count} taken over exactly' },
    changed: { one: '{count} changed', other: '{count} changed' },
    notMapped: { one: '{count} not taken over', other: '{count} not taken over' },
  },
  help: {
    changed: 'These work, but not quite as before.',
    notMapped: 'Nothing runs in their place; a pink note stands where they were.',
  },
  problems: {
    notTypebot:
      'This file is not a flow. Export one from Parley or Typebot, or paste its JSON into a .json file.',
    unreadable:
      'This file is from Typebot, but not in a form that is known. Export it again from a recent Typebot.',
    tooLarge: 'This file has more steps than a flow can have.',
  },
  /** Why something is not exactly as it was; the English of the codes stands where they are. */
  codes: REPORT_WORDS,
} as const
