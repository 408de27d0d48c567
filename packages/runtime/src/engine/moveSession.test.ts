import { describe, expect, it } from 'vitest'
import { type DrawnNodes, drawFlow } from '../testing/flows.ts'
import { TestBot } from '../testing/TestBot.ts'
import { compileFlow } from './compileFlow.ts'
import { canMove, moveSession } from './moveSession.ts'

const drink = (...ids: readonly string[]) => ids.map((id) => ({ id, title: id }))
const NO_REPLY = { noReply: { afterSeconds: 60, reminders: [] } }

//  [start] ─► [ask …] ─► [bye]
const flowOf = (ask: DrawnNodes[string], more: DrawnNodes = {}) =>
  drawFlow({ ask, bye: ['text', { text: 'Bye' }], ...more }, ['start > ask', 'ask > bye'])

/** A conversation that rests at `ask`. */
const restingAt = (ask: DrawnNodes[string]) => new TestBot(flowOf(ask)).receives('hi')

const TEXT: DrawnNodes[string] = ['question', { text: 'Name?', saveAs: 'name' }]
const choiceOf = (...ids: readonly string[]): DrawnNodes[string] => [
  'question',
  { text: 'Which?', saveAs: 'which', answer: { type: 'choice', options: drink(...ids) } },
]
const buttonsOf = (...ids: readonly string[]): DrawnNodes[string] => [
  'buttons',
  { text: 'Which?', buttons: drink(...ids) },
]

describe('a conversation that rests at a node', () => {
  it.each([
    ['the same node with another text', TEXT, ['question', { text: 'Your name?', saveAs: 'name' }]],
    ['buttons with one more', buttonsOf('tea'), buttonsOf('cola', 'tea')],
    ['a choice with one more', choiceOf('tea'), choiceOf('tea', 'cola')],
    [
      'a question that has a time limit now',
      TEXT,
      ['question', { text: 'Name?', saveAs: 'name', ...NO_REPLY }],
    ],
  ] as const)('moves to %s', (_, before, after) => {
    const bot = restingAt(before)
    expect(canMove(bot.flow, compileFlow(flowOf(after)), bot.session)).toBe(true)
  })

  it.each([
    ['has another type', TEXT, buttonsOf('tea')],
    ['lacks a button that the contact can still tap', buttonsOf('tea', 'cola'), buttonsOf('tea')],
    ['lacks an option of the choice', choiceOf('tea', 'cola'), choiceOf('tea')],
    ['asks for a choice now, with no prompt to choose from', TEXT, choiceOf('tea')],
    ['asks for words now, with a prompt in front of the contact', choiceOf('tea'), TEXT],
    [
      'has no time limit any more while the timer runs',
      ['question', { text: 'Name?', saveAs: 'name', ...NO_REPLY }],
      TEXT,
    ],
  ] as const)('stays when the node %s', (_, before, after) => {
    const bot = restingAt(before)
    expect(canMove(bot.flow, compileFlow(flowOf(after)), bot.session)).toBe(false)
  })

  it('stays when the node is gone', () => {
    const bot = restingAt(TEXT)
    const without = drawFlow({ bye: ['text', { text: 'Bye' }] }, ['start > bye'])
    expect(canMove(bot.flow, compileFlow(without), bot.session)).toBe(false)
  })

  it('moves nowhere once it is over', () => {
    const bot = restingAt(TEXT).receives('Ana')
    expect(bot.session.ended).not.toBeNull()
    expect(canMove(bot.flow, bot.flow, bot.session)).toBe(false)
  })

  it('keeps its variables and gets the new ones', () => {
    const bot = restingAt(TEXT)
    const next = {
      ...flowOf(TEXT),
      variables: [
        { name: 'name', type: 'text' as const, default: 'nobody', description: '' },
        { name: 'greeting', type: 'text' as const, default: 'Hello', description: '' },
      ],
    }
    const session = { ...bot.session, variables: { name: 'Ana' } }
    expect(moveSession(compileFlow(next), session).variables).toEqual({
      name: 'Ana',
      greeting: 'Hello',
    })
  })

  it('forgets earlier prompts that nobody could answer any more', () => {
    const bot = restingAt(buttonsOf('tea'))
    const prompt = (key: string) => ({
      promptId: `p-${key}`,
      nodeId: 'ask',
      options: [{ key, title: key }],
    })
    const session = { ...bot.session, pastPrompts: [prompt('cola'), prompt('tea')] }
    expect(moveSession(bot.flow, session).pastPrompts).toEqual([prompt('tea')])
  })
})
