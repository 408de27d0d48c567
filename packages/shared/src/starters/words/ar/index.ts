import type { StarterWords } from '../en/index.ts'
import { appointment } from './appointment.ts'
import { faqMenu } from './faqMenu.ts'
import { feedback } from './feedback.ts'
import { leadCapture } from './leadCapture.ts'
import { orderStatus } from './orderStatus.ts'
import { supportHandover } from './supportHandover.ts'

export const ar: StarterWords = {
  language: 'ar',
  appointment,
  faqMenu,
  feedback,
  leadCapture,
  orderStatus,
  supportHandover,
}
