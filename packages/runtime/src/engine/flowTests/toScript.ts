import { type InboundContent, localTimeOf } from '@parley/shared'
import type { LogEntry, SetUp, Simulation } from '../simulation/simulation.ts'
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

function scriptOf({ log, begunWith }: Simulation): string {
  const usual: SetUp = { contact: USUAL_CONTACT, channel: USUAL_CHANNEL }
  let setUp: SetUp = begunWith ?? usual
  const lines = setUpLines(setUp, usual)
  for (const [index, entry] of log.entries()) {
    if (entry.type === 'setUp') {
      lines.push(...setUpLines(entry, setUp))
      setUp = entry
    } else lines.push(...toLines(entry, log.slice(0, index)))
  }
  return lines.join('\n')
}

function toLines(
  entry: Exclude<LogEntry, { type: 'setUp' }>,
  before: readonly LogEntry[],
): readonly string[] {
  switch (entry.type) {
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
    case 'unsaid':
    case 'noTrigger':
      return []
  }
}

/** Who writes and where, as far as it is another than before. */
function setUpLines({ contact, channel }: SetUp, before: SetUp): string[] {
  const isSameContact = JSON.stringify(contact) === JSON.stringify(before.contact)
  return [
    ...(isSameContact ? [] : [writeScriptLine({ type: 'contact', contact })]),
    ...(channel === before.channel ? [] : [writeScriptLine({ type: 'channel', channel })]),
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
