import { auth } from './auth.ts'
import { canvas } from './canvas.ts'
import { common } from './common.ts'
import { contacts } from './contacts.ts'
import { errors } from './errors.ts'
import { flows } from './flows.ts'
import { inbox } from './inbox.ts'
import { message } from './message.ts'
import { nodes } from './nodes.ts'
import { numbers } from './numbers.ts'
import { publish } from './publish.ts'
import { roles } from './roles.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { simulator } from './simulator.ts'
import { starters } from './starters.ts'

/** Every text of the interface in English, which is complete by definition; other languages follow its shape. */
export const en = {
  auth,
  canvas,
  common,
  contacts,
  errors,
  flows,
  inbox,
  message,
  nodes,
  numbers,
  publish,
  roles,
  settings,
  shell,
  simulator,
  starters,
} as const

export type English = typeof en
