import { appointment } from './appointment.ts'
import { faqMenu } from './faqMenu.ts'
import { feedback } from './feedback.ts'
import { leadCapture } from './leadCapture.ts'
import { orderStatus } from './orderStatus.ts'
import { supportHandover } from './supportHandover.ts'

export type { Starter, StarterDraft } from './starter.ts'

/** Complete flows to begin with, in the order in which the gallery shows them. */
export const STARTERS = [
  faqMenu,
  leadCapture,
  appointment,
  orderStatus,
  supportHandover,
  feedback,
] as const

export type StarterId = (typeof STARTERS)[number]['id']
