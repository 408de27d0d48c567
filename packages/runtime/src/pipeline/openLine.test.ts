import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sandboxChannel } from '../channels/sandbox/index.ts'
import { drawFlow } from '../testing/flows.ts'
import { ScriptedChannel } from '../testing/scriptedChannel.ts'
import { startTestWorld, type TestWorld } from '../testing/world.ts'
import { systemClock } from './clock.ts'

const silent = drawFlow({ end: ['end'] }, ['start > end'])

describe('the line of a number', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await startTestWorld()
  })
  afterAll(() => world.close())

  it('has groups and look-ups while the number is connected', async () => {
    const number = await world.aNumberWith(silent)
    const scripted = new ScriptedChannel()
    const { pipeline } = world.pipeline({
      channel: Object.assign(scripted, { channel: sandboxChannel({ clock: systemClock }) }),
    })
    const line = () => pipeline.line(number.workspaceId, number.id)
    await expect(line()).rejects.toMatchObject({ code: 'numberOffline' })
    await expect(pipeline.line('ws_other', number.id)).rejects.toMatchObject({
      code: 'numberNotFound',
    })
    await pipeline.start()
    await expect.poll(() => line().catch(() => null)).not.toBeNull()
    const { groups, lookUp, markRead } = await line()
    // A sandbox shows its customers no ticks.
    await expect(markRead('msg_1')).resolves.toBeUndefined()
    expect(await lookUp('+1 555 123-4567')).toEqual({ exists: true, address: '15551234567' })
    await expect(lookUp('Ana')).rejects.toMatchObject({ code: 'invalidRecipient' })
    const { group } = await groups.create({ subject: 'Team', members: ['+15551234567'] })
    expect(await groups.list()).toEqual([group])
  })

  it('says so when its channel has nothing of that', async () => {
    const number = await world.aNumberWith(silent)
    const { pipeline } = world.pipeline()
    await pipeline.start()
    await expect
      .poll(() => pipeline.line(number.workspaceId, number.id).catch(({ code }) => code))
      .toBe('notSupported')
  })
})
