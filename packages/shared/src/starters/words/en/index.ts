import { appointment } from './appointment.ts'
import { faqMenu } from './faqMenu.ts'
import { feedback } from './feedback.ts'
import { leadCapture } from './leadCapture.ts'
import { orderStatus } from './orderStatus.ts'
import { supportHandover } from './supportHandover.ts'

/** The starters in English. Other languages follow its shape. */
export const en = {
  /** BCP 47 tag of the language that the flows speak. */
  language: 'en',
  appointment,
  faqMenu,
  feedback,
  leadCapture,
  orderStatus,
  supportHandover,
}

export type StarterWords = typeof en
