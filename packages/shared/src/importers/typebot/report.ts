/** What became of a block: the same as before, something near it, or nothing that runs. */
export type ReportLevel = 'exact' | 'changed' | 'notMapped'

/** Why something is not exactly as it was. The editor has words of its own for each of them. */
export const REPORT_WORDS = {
  textEmpty: 'An empty text was left out.',
  noQuestion: 'There was no text before this question; write what it asks.',
  embedAsLink: 'What was embedded is sent as a link.',
  videoAsLink: 'The video is of a website and is sent as a link.',
  noAddress: 'It has no address that can be sent.',
  imageLink: 'The picture is sent; a tap on it opens no page.',
  urlNotChecked: 'Any text is taken as an answer; it is not checked to be a web address.',
  timeNotChecked: 'Any text is taken as an answer; it is not checked to be a time.',
  timeLeftOut: 'The date is asked without its time.',
  rangeLeftOut: 'One date is asked, not a range.',
  ratingAsNumber: 'The rating is asked as a number from {from} to {to}.',
  oneOnly: 'Several options could be chosen; now it is one.',
  optionsCut: 'Only the first {count} options were taken over.',
  valuesLeftOut: 'The answer is kept as the title of the option, not as its hidden value.',
  conditionalOptions: 'Options that were shown on a condition are always shown.',
  dynamicOptions: 'Its options come from a list while the bot runs, which steps cannot do.',
  picturesBefore: 'The pictures are sent before the question.',
  redirectAsLink: 'The address is sent as a link; nothing opens by itself.',
  splitByChance: 'The split is drawn by a random number and a condition.',
  waitByVariable: 'The time to wait is worked out from variables; set one.',
  expressionApart: 'It is worked out by JavaScript: {code}',
  valueKind: 'A value of the kind “{kind}” cannot be set.',
  dateFormat: 'The value is an ISO date or time.',
  platform: 'The value is the name of the channel.',
  noVariable: 'It says no variable.',
  regexApart: 'The pattern {pattern} cannot be used.',
  operatorApart: 'The comparison “{operator}” is not known.',
  emptyBranch: 'A branch without comparisons was left out.',
  jumpNowhere: 'It jumps to a group that is not in the file.',
  otherBot: 'It runs another bot; import that one, too, and connect them by hand.',
  queryAppended: 'The parameters were put into the address.',
  mappingApart: 'This part of the answer cannot be picked: {path}',
  requestMissing: 'The file does not hold the request.',
  methodApart: 'The method {method} cannot be used; it is sent as GET.',
  script: 'It runs a script: {code}',
  service: 'It uses a service that has no step here. A request to its API may do the same.',
  payment: 'Nobody can pay in a chat; send a link to a page where they can.',
  fileNotAsked: 'No step asks for a file; what is sent is in the inbox.',
  inlineCode: 'A calculation inside a text was left out: {code}',
  eventApart: 'It begins on “{event}”, which flows do not know.',
  startCondition: 'The condition for starting was left out; set a trigger.',
  unknownBlock: 'This block is not known.',
} as const
export type ReportCode = keyof typeof REPORT_WORDS

export interface ReportItem {
  readonly level: ReportLevel
  /** The block's type as Typebot calls it. */
  readonly blockType: string
  /** Title of the group that it was in. */
  readonly group: string
  /** The node that stands for it, or the note beside; null when there is none. */
  readonly nodeId: string | null
  /** Absent for what is exactly as before. */
  readonly code?: ReportCode
  readonly params?: Readonly<Record<string, string>>
}

/** An item's reason in English. */
export const reportWords = ({ code, params = {} }: Pick<ReportItem, 'code' | 'params'>): string =>
  code === undefined
    ? ''
    : REPORT_WORDS[code].replace(/\{(\w+)\}/gu, (whole, name: string) => params[name] ?? whole)
