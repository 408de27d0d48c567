import { auth } from './auth.ts'
import type { CanvasTexts } from './canvasTexts.ts'
import { common } from './common.ts'
import { contacts } from './contacts.ts'
import type { DeveloperTexts } from './developerTexts.ts'
import { errors } from './errors.ts'
import { flows } from './flows.ts'
import { inbox } from './inbox.ts'
import { message } from './message.ts'
import { numbers } from './numbers.ts'
import { roles } from './roles.ts'
import { shell } from './shell.ts'
import { starters } from './starters.ts'

/** Every text in English but those of the canvas, of settings, templates and for developers, which most pages can do without. */
export const en = {
  auth,
  common,
  contacts,
  errors,
  flows,
  inbox,
  message,
  numbers,
  roles,
  shell,
  starters,
} as const

/** English is complete by definition; other languages follow its shape. */
export type English = typeof en & CanvasTexts & DeveloperTexts
