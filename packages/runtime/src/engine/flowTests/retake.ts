import { newSimulation } from '../simulation/simulation.ts'
import type { PlayableFlow } from '../simulation/toPlayable.ts'
import { fits, messagesOf, momentOf, perform, USUAL_CHANNEL, USUAL_CONTACT } from './runScript.ts'
import { parseScript } from './script.ts'
import { writeScriptLine } from './writeScript.ts'

/**
 * The same conversation with what the flow says now: for a test that fails because the flow was changed on purpose.
 * What the customer does stays, and so do remarks and expectations that still hold. From a line on that cannot be done any
 * more, everything stays as it was.
 */
export function retake(flow: PlayableFlow, script: string): string {
  const lines = parseScript(script)
  const raw = script.split(/\r?\n/)
  const first = lines[0]?.line ?? raw.length + 1
  const taken = raw.slice(0, first - 1)
  let simulation = newSimulation(USUAL_CONTACT, USUAL_CHANNEL)
  let seen = 0
  const said = () => messagesOf(simulation)[seen]
  const takeRest = () => {
    for (let each = said(); each; each = said()) {
      taken.push(writeScriptLine({ type: 'expects', text: each.words }))
      seen += 1
    }
  }
  for (const [index, line] of lines.entries()) {
    const end = lines[index + 1]?.line ?? raw.length + 1
    const own = raw.slice(line.line - 1, end - 1)
    if (line.type === 'expects') {
      const actual = said()
      if (actual && fits(line.text, actual.words)) taken.push(...own)
      else {
        if (actual) taken.push(writeScriptLine({ type: 'expects', text: actual.words }))
        taken.push(...own.filter((each) => each.startsWith('#')))
      }
      if (actual) seen += 1
      continue
    }
    takeRest()
    const next =
      line.type === 'unreadable' ? null : perform(simulation, flow, line, momentOf(index))
    if (next === null || typeof next === 'string') {
      return [...taken, ...raw.slice(line.line - 1)].join('\n')
    }
    simulation = next
    taken.push(...own)
  }
  takeRest()
  return taken.join('\n')
}
