import type { InboundContent } from '@parley/shared'
import type { LogEntry, Simulation } from '../simulation/simulation.ts'
import type { HttpResult } from '../types.ts'
import { describeMessage } from './describeMessage.ts'
import { USUAL_CHANNEL, USUAL_CONTACT } from './runScript.ts'
import { writeLine } from './script.ts'

/** A conversation that took place as a script that expects exactly the same. */
export function toScript({ log, contact, channel }: Simulation): string {
  const who = JSON.stringify(contact)
  return [
    who === JSON.stringify(USUAL_CONTACT) ? null : writeLine('Contact', who),
    channel === USUAL_CHANNEL ? null : writeLine('Channel', channel),
    ...log.map(toLine),
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function toLine(entry: LogEntry): string | null {
  switch (entry.type) {
    case 'received':
      return receivedLine(entry.content)
    case 'sent':
      return writeLine('Bot', describeMessage(entry.content))
    case 'started':
      return writeLine('Start', entry.nodeId ?? '')
    case 'called':
      return writeLine('Answer', describeResult(entry.result))
    case 'skipped':
      return 'Skip waiting'
    case 'handedBack':
      return 'Hand back'
    case 'ended':
      return entry.end.reason === 'finished' && !entry.unfinished ? 'End' : null
    // The lines that follow say what these led to.
    case 'handedOver':
    case 'noTrigger':
      return null
  }
}

function receivedLine(content: InboundContent): string {
  if (content.type === 'text') return writeLine('Customer', content.text)
  if (content.type === 'tap') return writeLine('Customer taps', content.title)
  // Addresses of files that live in a browser's memory mean nothing elsewhere.
  const { url: _, ...rest } = { url: '', ...content }
  return writeLine('Customer sends', JSON.stringify(rest))
}

function describeResult(result: HttpResult): string {
  switch (result.outcome) {
    case 'answered':
      return `${result.status} ${JSON.stringify(result.body)}`
    case 'failed':
      return `failure ${result.reason}`
    case 'timedOut':
      return 'nothing'
  }
}
