import { auth } from './auth.ts'
import { canvas } from './canvas.ts'
import { common } from './common.ts'
import { errors } from './errors.ts'
import { message } from './message.ts'
import { nodes } from './nodes.ts'
import { publish } from './publish.ts'
import { roles } from './roles.ts'
import { shell } from './shell.ts'
import { simulator } from './simulator.ts'

/** Every text of the interface in English, which is complete by definition; other languages follow its shape. */
export const en = { auth, canvas, common, errors, message, nodes, publish, roles, shell, simulator } as const

export type English = typeof en
