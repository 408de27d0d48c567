import type { PageTexts } from '../en/index.ts'
import type { ArabicOf } from './ArabicOf.ts'
import { auth } from './auth.ts'
import { common } from './common.ts'
import { contacts } from './contacts.ts'
import { errors } from './errors.ts'
import { flows } from './flows.ts'
import { inbox } from './inbox.ts'
import { message } from './message.ts'
import { numbers } from './numbers.ts'
import { numberWords } from './numberWords.ts'
import { roles } from './roles.ts'
import { server } from './server.ts'
import { shell } from './shell.ts'

export const ar: ArabicOf<PageTexts> = {
  auth,
  common,
  contacts,
  errors,
  flows,
  inbox,
  message,
  numbers,
  numberWords,
  roles,
  server,
  shell,
}
