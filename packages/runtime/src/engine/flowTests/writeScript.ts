import { parseScript, type ScriptLine, type WallTime } from './script.ts'

type Statement = ScriptLine extends infer Each
  ? Each extends ScriptLine
    ? Omit<Each, 'line'>
    : never
  : never

/** A line of a script as text, such that `parseScript` gives the same line again. */
export function writeScriptLine(line: Statement): string {
  switch (line.type) {
    case 'says':
      return writeContent(line.content)
    case 'contact':
      return written('Contact', JSON.stringify(line.contact))
    case 'channel':
      return written('Channel', line.channel)
    case 'taps':
      return written('Customer taps', line.title)
    case 'start':
      return written('Start', line.nodeId ?? '')
    case 'answer':
      return written('Answer', writeResult(line.result))
    case 'skip':
      return 'Skip waiting'
    case 'wait':
      return written('Wait', writeDuration(line.ms))
    case 'time':
      return written('Time', writeWallTime(line.at))
    case 'handBack':
      return 'Hand back'
    case 'expects':
      return written('Bot', line.text)
    case 'ends':
      return 'End'
    case 'unreadable':
      return line.text
  }
}

/** One line of a script, the lines of its text indented. */
function written(word: string, text: string): string {
  if (text === '') return word
  const [first = '', ...others] = text.split('\n')
  return [`${word}: ${first}`, ...others.map((line) => (line === '' ? '' : `  ${line}`))].join('\n')
}

function writeContent(content: Extract<ScriptLine, { type: 'says' }>['content']): string {
  if (content.type === 'text' && Object.keys(content).length === 2) {
    const line = written('Customer', content.text)
    const [read] = parseScript(line)
    const isSame =
      read?.type === 'says' && read.content.type === 'text' && read.content.text === content.text
    // Spaces at the ends and empty lines there cannot be seen, and are not read.
    if (isSame) return line
  }
  return written('Customer sends', JSON.stringify(content))
}

function writeResult(result: Extract<ScriptLine, { type: 'answer' }>['result']): string {
  switch (result.outcome) {
    case 'answered':
      return `${result.status} ${JSON.stringify(result.body)}`
    case 'failed':
      return `failure ${result.reason.replaceAll(/\s+/g, ' ').trim()}`
    case 'timedOut':
      return 'nothing'
  }
}

const UNITS_MS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

function writeDuration(ms: number): string {
  const [unit, length] =
    UNITS_MS.find(([, each]) => ms % each === 0) ?? (['second', 1_000] as const)
  const count = Math.ceil(ms / length)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

const writeWallTime = ({ year, month, day, hour, minute }: WallTime): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}`
