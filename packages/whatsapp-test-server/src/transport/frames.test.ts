import { expect, test } from 'vitest'
import { FrameReader, toFrame } from './frames.ts'

const INTRO = Buffer.from([0x57, 0x41, 6, 3])
const HELLO = Buffer.from('hello')

test('frames are found behind the intro, several in one message', () => {
  const message = Buffer.concat([INTRO, toFrame(HELLO), toFrame(Buffer.from('world'))])
  expect(new FrameReader().push(message).map(String)).toEqual(['hello', 'world'])
})

test('frames are found when every byte comes alone', () => {
  const message = Buffer.concat([INTRO, toFrame(HELLO)])
  const reader = new FrameReader()
  const frames = [...message].flatMap((byte) => reader.push(Buffer.from([byte])))
  expect(frames.map(String)).toEqual(['hello'])
})

test('a routing header before the intro is skipped, however it is cut', () => {
  const routing = Buffer.from([0x45, 0x44, 0, 1, 0, 0, 3, 9, 9, 9])
  const message = Buffer.concat([routing, INTRO, toFrame(HELLO)])
  for (let cut = 0; cut <= message.length; cut++) {
    const reader = new FrameReader()
    const frames = [message.subarray(0, cut), message.subarray(cut)].flatMap((part) =>
      reader.push(part),
    )
    expect(frames.map(String)).toEqual(['hello'])
  }
})

test('whoever introduces himself otherwise is refused', () => {
  expect(() => new FrameReader().push(Buffer.from('GET / HTTP/1.1'))).toThrow('introduced itself')
})
