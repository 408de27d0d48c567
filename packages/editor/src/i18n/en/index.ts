import type { auth } from './auth.ts'
import type { CanvasTexts } from './canvasTexts.ts'
import { common } from './common.ts'
import type { contacts } from './contacts.ts'
import type { DeveloperTexts } from './developerTexts.ts'
import { errors } from './errors.ts'
import type { flows } from './flows.ts'
import type { inbox } from './inbox.ts'
import { message } from './message.ts'
import type { numbers } from './numbers.ts'
import { numberWords } from './numberWords.ts'
import { roles } from './roles.ts'
import type { server } from './server.ts'
import { shell } from './shell.ts'
import type { typebot } from './typebot.ts'

/** Every text in English but those of the canvas, of the inbox, of logging in, of connecting numbers, of contacts, of the list of flows, of settings, templates, for developers and for files of Typebot, which most pages can do without. */
export const en = {
  common,
  errors,
  message,
  numberWords,
  roles,
  shell,
} as const

/** What other languages load with every page. In English some pages bring their own (`withInboxTexts.ts`), and the server speaks it. */
export type PageTexts = typeof en & {
  readonly auth: typeof auth
  readonly contacts: typeof contacts
  readonly flows: typeof flows
  readonly inbox: typeof inbox
  readonly numbers: typeof numbers
  readonly server: typeof server
}

/** English is complete by definition; other languages follow its shape. */
export type English = PageTexts &
  CanvasTexts &
  DeveloperTexts & { readonly typebot: typeof typebot }
