import { z } from 'zod'
import { finding } from '../lint/finding.ts'
import { defineNode, NEXT, spoken } from './defineNode.ts'
import { words } from './fields.ts'

export const location = defineNode({
  type: 'location',
  description: 'Sends a point on the map and goes on.',
  group: 'messages',
  data: z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: words(1_000).default(''),
    address: words(1_000).default(''),
  }),
  defaults: () => ({ latitude: 0, longitude: 0, name: '', address: '' }),
  handles: () => [NEXT],
  hasInput: true,
  waits: () => false,
  templates: (data) => [spoken(['name'], data.name), { path: ['address'], source: data.address }],
  assigns: () => [],
  preview: ({ latitude, longitude, name, address }) => [
    {
      type: 'location',
      latitude,
      longitude,
      ...(name === '' ? {} : { name }),
      ...(address === '' ? {} : { address }),
    },
  ],
  lint: ({ latitude, longitude }) =>
    latitude === 0 && longitude === 0
      ? [
          {
            ...finding('warning', 'locationUnset', {}),
            field: ['latitude'],
          },
        ]
      : [],
})
