/** The list of flows and the gallery of starters. */
export const flows = {
  title: 'Flows',
  description:
    'A flow is a conversation that runs by itself. Publish one to a number, and it answers.',
  new: 'New flow',
  import: 'Import',
  search: 'Search flows',
  filter: { label: 'Show', all: 'All', published: 'Published', draft: 'Drafts' },
  count: { one: '{count} flow', other: '{count} flows' },
  untitled: 'Untitled flow',
  openShort: 'Open',
  status: {
    published: 'Published',
    changed: 'Unpublished changes',
    draft: 'Draft',
    errors: { one: '{count} problem', other: '{count} problems' },
    warnings: { one: '{count} hint', other: '{count} hints' },
  },
  onNumbers: 'Answers on {numbers}',
  notPublished: 'Not published yet',
  updated: 'Changed {when}',
  steps: { one: '{count} step', other: '{count} steps' },
  empty: {
    title: 'Draw your first conversation',
    help: 'Take a complete flow and change its words, or begin with a blank canvas. You can try it in the simulator before any customer sees it.',
  },
  noMatch: {
    title: 'No flow fits',
    help: 'Try another word, or show all flows.',
    reset: 'Show all flows',
  },
  gallery: {
    title: 'New flow',
    help: 'Every starter is complete and works at once. Change its words, then publish it.',
    blank: 'Blank canvas',
    blankHelp: 'A start and nothing else. For when you know what you want.',
  },
  rename: { title: 'Rename flow', name: 'Name' },
  export: 'Export as JSON',
  exported: 'Saved {file}',
  deleted: '“{name}” is deleted',
  deleteTitle: 'Delete “{name}”?',
  deletePublished: {
    one: 'It answers on {count} number. Deleting it stops that at once; conversations that are under way finish.',
    other:
      'It answers on {count} numbers. Deleting it stops that at once; conversations that are under way finish.',
  },
  deleteSubmit: 'Delete flow',
  duplicated: 'Copied as “{name}”',
  imported: 'Imported “{name}”',
  importedWithProblems: {
    one: 'Imported “{name}” with {count} problem. The editor shows where.',
    other: 'Imported “{name}” with {count} problems. The editor shows where.',
  },
  importRefused:
    'This file reads like a flow, but something in it was changed or is missing. Export it again. ({reason})',
  importTooLarge: 'This file is larger than a flow can be ({size}).',
} as const
