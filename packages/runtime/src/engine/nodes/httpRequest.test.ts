import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//                 ┌ success ─> good
//   start ─> call ┼ failure ─> bad
//                 └ timeout ─> late    (may be left out)
const EDGES = ['start > call', 'call.success > good', 'call.failure > bad', 'call.timeout > late']
const flowWith = (data: object, lines: readonly string[] = EDGES) =>
  drawFlow(
    {
      call: ['httpRequest', { url: 'https://example.com/orders', ...data }],
      good: ['text', { text: 'Good {{ price }}' }],
      bad: ['text', { text: 'Bad {{ status }}' }],
      late: ['text', { text: 'Late' }],
    },
    lines,
  )

describe('httpRequest', () => {
  it('asks for the call and rests until it is answered', () => {
    const bot = new TestBot(
      flowWith({
        method: 'POST',
        url: 'https://example.com/{{ contact.id }}',
        headers: [{ name: 'X-Name', value: '{{ contact.name }}\r\nX-Evil: 1' }],
        body: { type: 'json', json: '{"name": "{{ contact.name }}", "n": 1}' },
        timeoutSeconds: 20,
      }),
      { contact: { name: 'An"a' } },
    )
    bot.receives('hi').expectToWaitAt('call')
    expect(bot.request).toEqual({
      method: 'POST',
      url: 'https://example.com/contact_1',
      headers: { 'content-type': 'application/json', 'x-name': 'An"a X-Evil: 1' },
      body: '{"name":"An\\"a","n":1}',
      timeoutMs: 20_000,
      retries: 0,
    })
    bot.receives('are you there?').expectToHaveSent().expectToWaitAt('call')
    bot.isAnswered(200).expectToHaveSent('Good ').expectToHaveEnded()
  })

  it.each([
    [{ type: 'text', text: 'Hi {{ contact.name }}' }, 'Hi Ana', 'text/plain; charset=utf-8'],
    [
      { type: 'form', fields: [{ name: 'a b', value: '{{ contact.name }}&x=1 ü' }] },
      'a+b=Ana%26x%3D1+%C3%BC',
      'application/x-www-form-urlencoded',
    ],
    [
      { type: 'json', json: '{"orders": {{ contact.attributes.orders }}}' },
      '{"orders": 3}',
      'application/json',
    ],
  ])('makes a body of %j', (body, text, contentType) => {
    const bot = new TestBot(flowWith({ method: 'POST', body })).receives('hi')
    expect(bot.request).toMatchObject({ body: text, headers: { 'content-type': contentType } })
  })

  it('picks values from the answer', () => {
    const bot = new TestBot(
      flowWith({
        saveResponseAs: 'whole',
        saveStatusAs: 'status',
        mapping: [
          { path: 'data.items[0].price', variable: 'price' },
          { path: 'data.nothing', variable: 'none' },
          { path: '__proto__.x', variable: 'proto' },
        ],
      }),
    )
    const body = { data: { items: [{ price: 5 }] } }
    bot
      .receives('hi')
      .isAnswered(200, body)
      .expectToHaveSent('Good 5')
      .expectVariables({ whole: body, status: 200, price: 5, none: null, proto: null })
  })

  it.each([[199], [301], [404], [500]])('leaves by `failure` after status %s', (status) => {
    new TestBot(flowWith({ saveStatusAs: 'status' }))
      .receives('hi')
      .isAnswered(status)
      .expectToHaveSent(`Bad ${status}`)
  })

  it('leaves by `failure` when it cannot be called', () => {
    new TestBot(flowWith({}))
      .receives('hi')
      .cannotCall()
      .expectToHaveSent('Bad ')
      .expectNote(/host was not found/)
  })

  it('leaves by `timeout` where that is drawn, otherwise by `failure`', () => {
    new TestBot(flowWith({})).receives('hi').isNotAnswered().expectToHaveSent('Late')
    new TestBot(flowWith({}, EDGES.slice(0, 3)))
      .receives('hi')
      .isNotAnswered()
      .expectToHaveSent('Bad ')
  })

  it.each([
    [{ url: '{{ nothing }}' }, /does not start with http/],
    [{ url: '{{ "file:///etc/passwd" }}' }, /does not start with http/],
    [
      { method: 'POST', body: { type: 'json', json: '{"a": {{ contact.name }}}' } },
      /not valid JSON/,
    ],
  ])('calls nothing when %j comes out unusable', (data, note) => {
    const bot = new TestBot(flowWith(data)).receives('hi').expectToHaveSent('Bad ').expectNote(note)
    expect(bot.request).toBeUndefined()
  })
})
