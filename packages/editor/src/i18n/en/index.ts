import { canvas } from './canvas.ts'
import { common } from './common.ts'
import { message } from './message.ts'
import { nodes } from './nodes.ts'
import { publish } from './publish.ts'
import { simulator } from './simulator.ts'

/** Every text of the interface in English, which is complete by definition; other languages follow its shape. */
export const en = { canvas, common, message, nodes, publish, simulator } as const

export type English = typeof en
