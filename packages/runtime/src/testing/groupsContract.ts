import { expect } from 'vitest'
import type { Connection } from '../pipeline/ports/channel.ts'

/** What every channel with groups promises; `phones` are digits of two people whom it knows, `stranger` of nobody. */
export async function expectGroupsToWork(
  connection: Connection,
  { phones, stranger }: { phones: readonly [string, string]; stranger: string },
): Promise<void> {
  const { groups } = connection
  if (!groups) throw new Error('this channel has no groups')
  const [ana, bea] = phones
  const phonesOf = async (group: string) =>
    (await groups.find(group)).members.map(({ phone }) => phone)

  expect(await connection.lookUp?.(ana)).toMatchObject({
    exists: true,
    address: expect.stringContaining(ana),
  })
  expect(await connection.lookUp?.(stranger)).toEqual({ exists: false, address: null })

  const created = await groups.create({
    subject: 'Orders',
    members: [`+${ana}`, stranger, 'nobody'],
  })
  expect(created.results).toEqual([
    { recipient: `+${ana}`, outcome: 'done' },
    { recipient: stranger, outcome: 'notFound' },
    { recipient: 'nobody', outcome: 'invalid' },
  ])
  const { address } = created.group
  expect(created.group).toMatchObject({ subject: 'Orders', description: '' })
  expect(created.group.members.map(({ role }) => role).toSorted()).toEqual(['member', 'owner'])
  expect((await groups.list()).map((group) => group.address)).toContain(address)

  expect(await groups.addMembers(address, [bea, ana])).toEqual([
    { recipient: bea, outcome: 'done' },
    { recipient: ana, outcome: 'alreadySo' },
  ])
  expect(await phonesOf(address)).toEqual(expect.arrayContaining([ana, bea]))
  expect(await groups.removeMembers(address, [ana, stranger])).toEqual([
    { recipient: ana, outcome: 'done' },
    { recipient: stranger, outcome: 'alreadySo' },
  ])
  expect(await phonesOf(address)).not.toContain(ana)

  await groups.leave(address)
  expect((await groups.list()).map((group) => group.address)).not.toContain(address)
  for (const gone of [address, '120363000000009999@g.us', 'no group']) {
    await expect(groups.find(gone)).rejects.toMatchObject({ name: 'GroupError' })
    await expect(groups.leave(gone)).rejects.toMatchObject({ name: 'GroupError' })
  }
}
