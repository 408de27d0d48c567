import { z } from 'zod'
import { defineNode, NEXT } from './defineNode.ts'
import { timeOfDay, weekday } from './fields.ts'

export const DELAY_UNITS_MS = {
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
} as const
const MAX_DELAY_MS = 365 * DELAY_UNITS_MS.days

export const delay = defineNode({
  type: 'delay',
  description: 'Waits, whatever the contact writes meanwhile, and goes on.',
  group: 'logic',
  data: z.discriminatedUnion('type', [
    z
      .strictObject({
        type: z.literal('for'),
        amount: z.number().positive('Wait longer than nothing.'),
        unit: z.enum(['seconds', 'minutes', 'hours', 'days']),
      })
      .refine(({ amount, unit }) => amount * DELAY_UNITS_MS[unit] <= MAX_DELAY_MS, {
        message: 'Wait at most a year.',
        path: ['amount'],
      }),
    z.strictObject({
      type: z.literal('until'),
      time: timeOfDay.describe("The next time that the clock of the flow's time zone shows this."),
      days: z.array(weekday).default([]).describe('None chosen means any day.'),
    }),
  ]),
  defaults: () => ({ type: 'for' as const, amount: 5, unit: 'seconds' as const }),
  handles: () => [NEXT],
  hasInput: true,
  waits: () => true,
  templates: () => [],
  assigns: () => [],
})
