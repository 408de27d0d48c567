import type { NodeBehaviour } from '../types.ts'

const MAX_LENGTH = 1_000

export const location: NodeBehaviour<'location'> = {
  enter: ({ data: { latitude, longitude, ...data } }, scope) => {
    const name = scope.render(data.name).slice(0, MAX_LENGTH)
    const address = scope.render(data.address).slice(0, MAX_LENGTH)
    const content = {
      type: 'location' as const,
      latitude,
      longitude,
      ...(name === '' ? {} : { name }),
      ...(address === '' ? {} : { address }),
    }
    return { do: 'leave', by: 'next', effects: [{ type: 'send', content }] }
  },
}
