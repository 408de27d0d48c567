import type { PlainKey } from '../../i18n/t.ts'

/** A line of each kind as an example, with what it means. What is written is the same in all languages, as in files. */
export const SCRIPT_LINES = [
  ['Customer: hi', 'flowTests.lines.customer'],
  ['Customer taps: Yes', 'flowTests.lines.taps'],
  ['Bot: Hello …\n  [Yes]\n  [No]', 'flowTests.lines.bot'],
  ['End', 'flowTests.lines.end'],
  ['Skip waiting', 'flowTests.lines.skip'],
  ['Wait: 2 hours', 'flowTests.lines.wait'],
  ['Time: 2026-01-05 09:00', 'flowTests.lines.time'],
  ['Answer: 200 {"state":"sent"}', 'flowTests.lines.answer'],
  ['Customer sends: {"type":"location","latitude":52.5,"longitude":13.4}', 'flowTests.lines.sends'],
  ['Hand back', 'flowTests.lines.handBack'],
  ['Start', 'flowTests.lines.start'],
  ['Contact: {"name":"Zoë","tags":["vip"]}', 'flowTests.lines.contact'],
  ['Channel: telegram', 'flowTests.lines.channel'],
  ['# …', 'flowTests.lines.remark'],
] as const satisfies readonly (readonly [line: string, meaning: PlainKey])[]
