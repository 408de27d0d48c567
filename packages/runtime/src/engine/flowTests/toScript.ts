import { type InboundContent, localTimeOf } from '@parley/shared'
import type { LogEntry, Simulation } from '../simulation/simulation.ts'
import type { PlayableFlow } from '../simulation/toPlayable.ts'
import { describeMessage, findOption } from './describeMessage.ts'
import { runScript, USUAL_CHANNEL, USUAL_CONTACT } from './runScript.ts'
import { writeScriptLine } from './writeScript.ts'

/**
 * A conversation that took place with this flow as a script that expects exactly the same. It says at what time that was
 * only when the flow answers otherwise at another.
 */
export function toScript(simulation: Simulation, flow: PlayableFlow): string {
  const script = scriptOf(simulation)
  const [first] = simulation.log
  if (first === undefined || runScript(flow, script).failure === null) return script
  const at = localTimeOf(first.at, flow.timeZone)
  const timed = `${writeScriptLine({ type: 'time', at })}\n${script}`
  return runScript(flow, timed).failure === null ? timed : script
}

const scriptOf = ({ log }: Simulation): string =>
  log.flatMap((entry, index) => toLines(entry, log.slice(0, index))).join('\n')

function toLines(entry: LogEntry, before: readonly LogEntry[]): readonly string[] {
  switch (entry.type) {
    case 'setUp':
      return setUpLines(entry, before)
    case 'received':
      return [receivedLine(entry.content, before)]
    case 'sent':
      return [writeScriptLine({ type: 'expects', text: describeMessage(entry.content) })]
    case 'started':
      return [writeScriptLine({ type: 'start', nodeId: entry.nodeId })]
    case 'called':
      return [writeScriptLine({ type: 'answer', result: entry.result })]
    case 'skipped':
    case 'waited':
      return [writeScriptLine({ type: 'skip' })]
    case 'handedBack':
      return [writeScriptLine({ type: 'handBack' })]
    case 'ended':
      return entry.end.reason === 'finished' && !entry.unfinished
        ? [writeScriptLine({ type: 'ends' })]
        : []
    // The lines that follow say what these led to.
    case 'handedOver':
    case 'noTrigger':
      return []
  }
}

/** Who writes and where, as far as it is another than before, or than usual. */
function setUpLines(
  { contact, channel }: Extract<LogEntry, { type: 'setUp' }>,
  before: readonly LogEntry[],
): readonly string[] {
  const last = before.findLast((entry) => entry.type === 'setUp')
  const known = last ?? { contact: USUAL_CONTACT, channel: USUAL_CHANNEL }
  const isSameContact = !last && JSON.stringify(contact) === JSON.stringify(known.contact)
  return [
    ...(isSameContact ? [] : [writeScriptLine({ type: 'contact', contact })]),
    ...(channel === known.channel ? [] : [writeScriptLine({ type: 'channel', channel })]),
  ]
}

function receivedLine(content: InboundContent, before: readonly LogEntry[]): string {
  if (content.type === 'tap') {
    const { id, title } = content
    // A newer message that offers the same would be tapped instead.
    if (findOption(before, title.trim())?.id === id) return writeScriptLine({ type: 'taps', title })
  }
  // Addresses of files that live in a browser's memory mean nothing elsewhere.
  const { url: _, ...rest } = { url: '', ...content }
  // Nothing but an optional field is gone.
  return writeScriptLine({ type: 'says', content: rest as InboundContent })
}
