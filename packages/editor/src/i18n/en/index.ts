import { auth } from './auth.ts'
import type { CanvasTexts } from './canvasTexts.ts'
import { common } from './common.ts'
import { contacts } from './contacts.ts'
import type { DeveloperTexts } from './developerTexts.ts'
import { errors } from './errors.ts'
import { flows } from './flows.ts'
import type { inbox } from './inbox.ts'
import { message } from './message.ts'
import { numbers } from './numbers.ts'
import { roles } from './roles.ts'
import type { server } from './server.ts'
import { shell } from './shell.ts'
import type { typebot } from './typebot.ts'

/** Every text in English but those of the canvas, of the inbox, of settings, templates, for developers and for files of Typebot, which most pages can do without. */
export const en = {
  auth,
  common,
  contacts,
  errors,
  flows,
  message,
  numbers,
  roles,
  shell,
} as const

/** What other languages load with every page. In English the inbox brings its own (`withInboxTexts.ts`), and the server speaks it. */
export type PageTexts = typeof en & {
  readonly inbox: typeof inbox
  readonly server: typeof server
}

/** English is complete by definition; other languages follow its shape. */
export type English = PageTexts &
  CanvasTexts &
  DeveloperTexts & { readonly typebot: typeof typebot }
