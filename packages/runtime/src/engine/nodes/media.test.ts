import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> file ──> after
const flowWith = (data: object) =>
  drawFlow({ file: ['media', data], after: ['text', { text: 'After' }] }, [
    'start > file',
    'file > after',
  ])
const upload = { type: 'upload', mediaId: 'med_1' }

describe('media', () => {
  it.each([
    ['image', { caption: 'For {{ contact.name }}' }, '(image med_1) For Ana'],
    ['video', { caption: 'Look' }, '(video med_1) Look'],
    ['document', { filename: '{{ contact.name }}.pdf' }, '(document med_1) Ana.pdf'],
    ['audio', {}, '(audio med_1)'],
    ['voice', {}, '(voice med_1)'],
    ['sticker', { caption: 'not shown' }, '(sticker med_1)'],
    ['image', { filename: 'only-documents-have-names.png' }, '(image med_1)'],
  ])('sends a %s with %j', (kind, data, sent) => {
    new TestBot(flowWith({ kind, source: upload, ...data }))
      .receives('hi')
      .expectToHaveSent(sent, 'After')
  })

  it('fills the address', () => {
    const source = { type: 'url', url: 'https://example.com/{{ contact.id }}.png' }
    new TestBot(flowWith({ kind: 'image', source }))
      .receives('hi')
      .expectToHaveSent('(image https://example.com/contact_1.png)', 'After')
  })

  it('goes on without the file when its address comes out empty', () => {
    const bot = new TestBot(
      flowWith({ kind: 'image', source: { type: 'url', url: '{{ photo }}' } }),
    )
    bot
      .receives('hi')
      .expectToHaveSent('After')
      .expectNote(/address of the file is empty/)
    expect(bot.path).toContain('file.next')
  })
})
